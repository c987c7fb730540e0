// SPDX-License-Identifier: Apache-2.0

// What players sign, by tests/vectors/README.md alone: neither code of the chain nor a library for
// SCALE is behind it. The plain form of orders is that of tests/vectors/orders.json: amounts are
// decimal texts, bytes are hex with 0x, all else are numbers.

import { blake2b } from '@noble/hashes/blake2b';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils';

const OPEN = utf8ToBytes('<Bytes>');
const CLOSE = utf8ToBytes('</Bytes>');
const ORDER_TAG = utf8ToBytes('Freehold order v2\n');
const ACCEPTANCE_TAG = utf8ToBytes('Freehold acceptance v2\n');

/** Bytes of each signature scheme, and its index in the codec. */
export const SCHEMES = {
	ed25519: { index: 0, length: 64 },
	sr25519: { index: 1, length: 64 },
	ecdsa: { index: 2, length: 65 },
};

const DECIMALS = 12;

export const hex = (bytes) => `0x${bytesToHex(bytes)}`;
export const bytes = (hex) => hexToBytes(hex.replace(/^0x/, ''));
export const hash = (bytes) => blake2b(bytes, { dkLen: 32 });

/** What the maker signs. */
export function orderBytes(genesis, order) {
	return framed(ORDER_TAG, genesis, encodeOrder(order));
}

/** What the taker signs. */
export function acceptanceBytes(genesis, orderHash, acceptance) {
	return framed(ACCEPTANCE_TAG, genesis, concatBytes(orderHash, encodeAcceptance(acceptance)));
}

function framed(tag, genesis, content) {
	return concatBytes(OPEN, tag, genesis, content, CLOSE);
}

/** A trade as a world server settles it; none if a signature has not the length of its scheme. */
export function encodeTrade({ order, orderSignature, acceptance, acceptanceSignature }) {
	const signatures = [orderSignature, acceptanceSignature].map(encodeSignature);
	if (signatures.includes(undefined)) {
		return undefined;
	}
	const [first, second] = signatures;
	return concatBytes(encodeOrder(order), first, encodeAcceptance(acceptance), second);
}

export function encodeSignature({ scheme, signature }) {
	const { index, length } = SCHEMES[scheme];
	const raw = bytes(signature);
	return raw.length === length ? concatBytes(u8(index), raw) : undefined;
}

export function encodeOrder(order) {
	return concatBytes(
		u32(order.world),
		u32(order.maker),
		u8(order.lane),
		option(order.taker, u32),
		list(order.give, encodeAsset),
		list(order.want, encodeAsset),
		u32(order.lots),
		u32(order.min_lots),
		u16(order.max_deduction),
		u32(order.number),
		u32(order.valid_until),
	);
}

export function encodeAcceptance(acceptance) {
	return concatBytes(
		u32(acceptance.taker),
		u8(acceptance.lane),
		u32(acceptance.lots),
		u16(acceptance.max_deduction),
		u32(acceptance.number),
		u32(acceptance.valid_until),
	);
}

/** An asset is an object with one key, which names what it is. */
function encodeAsset(asset) {
	const [[name, it]] = Object.entries(asset);
	switch (name) {
		case 'coins':
			return concatBytes(u8(0), u128(it));
		case 'item':
			return concatBytes(u8(1), u32(it.collection), u32(it.serial), u32(it.version));
		case 'units':
			return concatBytes(u8(2), u32(it.collection), u32(it.index), u64(it.amount));
		case 'parcel':
			return concatBytes(u8(3), u32(it.world), i16(it.x), i16(it.y), u32(it.version));
		case 'estate':
			return concatBytes(u8(4), u32(it.id), u32(it.version));
		default:
			throw new Error(`unknown asset: ${name}`);
	}
}

/** What a wallet shows before it signs an order. */
export function describe(order) {
	const side = (assets) => assets.map(describeAsset).join(', ');
	const lots = `for each of ${order.lots} lots, at least ${order.min_lots} at a time`;
	return [
		`Avatar ${order.maker} gives ${side(order.give)}`,
		`and wants ${side(order.want)}`,
		...(order.lots > 1 ? [lots] : []),
		order.taker === null ? 'from anyone,' : `from avatar ${order.taker} only,`,
		`less at most ${order.max_deduction} basis points of the coins`,
		`in world ${order.world}, until block ${order.valid_until} ` +
			`(key ${order.lane}, number ${order.number})`,
	].join('\n');
}

function describeAsset(asset) {
	const [[name, it]] = Object.entries(asset);
	switch (name) {
		case 'coins':
			return `${fhd(it)} FHD`;
		case 'item':
			return `item ${it.collection}#${it.serial} (version ${it.version})`;
		case 'units':
			return `${it.amount} of kind ${it.collection}/${it.index}`;
		case 'parcel':
			return `parcel ${it.x},${it.y} in world ${it.world} (version ${it.version})`;
		case 'estate':
			return `estate ${it.id} (version ${it.version})`;
		default:
			throw new Error(`unknown asset: ${name}`);
	}
}

/** An amount of 10^-12 FHD in FHD, exactly. */
function fhd(amount) {
	const digits = amount.padStart(DECIMALS + 1, '0');
	const part = digits.slice(-DECIMALS).replace(/0+$/, '');
	return digits.slice(0, -DECIMALS) + (part === '' ? '' : `.${part}`);
}

const u8 = (n) => unsigned(n, 1);
const u16 = (n) => unsigned(n, 2);
const u32 = (n) => unsigned(n, 4);
const u64 = (n) => unsigned(n, 8);
const u128 = (n) => unsigned(n, 16);

/** Two's complement. */
const i16 = (n) => u16(n < 0 ? n + 0x1_0000 : n);

/** Of this many bytes, the lowest first. */
function unsigned(number, length) {
	let rest = BigInt(number);
	const encoded = new Uint8Array(length);
	for (let place = 0; place < length; place += 1) {
		encoded[place] = Number(rest & 0xffn);
		rest >>= 8n;
	}
	if (rest !== 0n) {
		throw new Error(`${number} does not fit into ${length} bytes`);
	}
	return encoded;
}

function option(value, encode) {
	return value === null ? u8(0) : concatBytes(u8(1), encode(value));
}

/** The length of a list is a compact number, which below 64 is one byte. */
function list(values, encode) {
	if (values.length >= 64) {
		throw new Error('one side of an order has at most 8 assets');
	}
	return concatBytes(u8(values.length << 2), ...values.map(encode));
}
