// SPDX-License-Identifier: Apache-2.0

// A game in a browser, and its players. Their devices make keys with WebCrypto, as a browser does,
// that never leave it; their owners' wallets register the keys; then the devices sign a trade, for
// a world's server to settle.
// Usage: node game.mjs play <WebSocket address> <file for the trade>
//        node game.mjs look <WebSocket address> <item, as 0#1> <avatar>...

import { writeFileSync } from 'node:fs';
import { webcrypto } from 'node:crypto';
import { Keyring } from '@polkadot/api';
import { bigEndian, eventOf, finalised, withChain } from './chain.mjs';
import { acceptanceBytes, describe, encodeTrade, hash, hex, orderBytes } from './orders.mjs';

// In a browser it is there; so it is from version 20 of Node on.
const { subtle } = globalThis.crypto ?? webcrypto;

const FHD = 10n ** 12n;

/** The slot of a device in its avatar, and the lane of its signatures. */
const SLOT = 1;

/** What the world and the item's creator take of a payment, in basis points. */
const FEE = 250;
const ROYALTY = 500;

/** How long a device may sign, and a signature counts, in blocks. */
const DEVICE_LIFETIME = 3_600;
const ORDER_LIFETIME = 600;

const [verb, url, ...rest] = process.argv.slice(2);
if (verb === 'play' && rest.length === 1) {
	await withChain(url, (api) => play(api, rest[0]));
} else if (verb === 'look' && rest.length > 1) {
	await withChain(url, (api) => look(api, rest[0], rest.slice(1).map(Number)));
} else {
	console.error('usage: node game.mjs play <address> <file> | look <address> <item> <avatar>...');
	process.exit(2);
}

async function play(api, file) {
	const keyring = new Keyring({ type: 'sr25519', ss58Format: api.registry.chainSS58 });
	const [operator, seller, buyer] = ['//Bob', '//Charlie', '//Dave'].map((uri) =>
		keyring.addFromUri(uri),
	);
	const [treasury, sellers, buyers] = await Promise.all(
		[operator, seller, buyer].map((account) => createAvatar(api, account)),
	);
	const [world, [maker, taker]] = await Promise.all([
		openWorld(api, operator, treasury),
		Promise.all([addDevice(api, seller, sellers), addDevice(api, buyer, buyers)]),
	]);
	const [item] = await Promise.all([
		makeItem(api, operator, world, treasury, sellers),
		finalised(api, api.tx.avatars.deposit(buyers, 10n * FHD), buyer),
	]);

	const now = Number((await api.rpc.chain.getHeader(await api.rpc.chain.getFinalizedHead())).number);
	const order = {
		world,
		maker: sellers,
		lane: SLOT,
		taker: null,
		give: [{ item: { ...item, version: await versionOf(api, item) } }],
		want: [{ coins: (4n * FHD).toString() }],
		lots: 1,
		min_lots: 1,
		max_deduction: FEE + ROYALTY,
		number: await nextNumber(api, sellers),
		valid_until: now + ORDER_LIFETIME,
	};
	const genesis = api.genesisHash.toU8a();
	const signed = orderBytes(genesis, order);
	const acceptance = {
		taker: buyers,
		lane: SLOT,
		lots: 1,
		max_deduction: 0,
		number: await nextNumber(api, buyers),
		valid_until: now + ORDER_LIFETIME,
	};
	const accepted = acceptanceBytes(genesis, hash(signed), acceptance);
	const trade = encodeTrade({
		order,
		orderSignature: await sign(maker, signed),
		acceptance,
		acceptanceSignature: await sign(taker, accepted),
	});
	writeFileSync(file, `${JSON.stringify({ trade: hex(trade) })}\n`);
	return { world, item: `${item.collection}#${item.serial}`, sellers, buyers, text: describe(order) };
}

async function createAvatar(api, owner) {
	const created = await finalised(api, api.tx.avatars.create(), owner);
	return eventOf(created, api.events.avatars.AvatarCreated).avatar.toNumber();
}

/** A key that nobody can read, and its avatar's owner says what it may sign for. */
async function addDevice(api, owner, avatar) {
	const pair = await subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']);
	const key = new Uint8Array(await subtle.exportKey('raw', pair.publicKey));
	const { number } = await api.rpc.chain.getHeader();
	const until = number.toNumber() + DEVICE_LIFETIME;
	const [anyWorld, limits] = [null, { coins: 5n * FHD, units: 0, items: 1, land: 0, estates: 0 }];
	const public_ = { Ed25519: hex(key) };
	await finalised(
		api,
		api.tx.avatars.addDevice(avatar, SLOT, public_, until, anyWorld, limits, 'a browser'),
		owner,
	);
	return pair.privateKey;
}

async function sign(key, bytes) {
	const signature = new Uint8Array(await subtle.sign({ name: 'Ed25519' }, key, bytes));
	return { scheme: 'ed25519', signature: hex(signature) };
}

async function openWorld(api, operator, treasury) {
	const bounds = { min: { x: -5, y: -5 }, max: { x: 5, y: 5 } };
	const fee = { to: treasury, rate: FEE };
	const registered = await finalised(api, api.tx.worlds.register(bounds, fee), operator);
	return eventOf(registered, api.events.worlds.WorldRegistered).world.toNumber();
}

/** An item of a kind with a royalty, of the world's own collection. */
async function makeItem(api, operator, world, treasury, owner) {
	const collect = api.tx.items.createCollection({ World: world });
	const collected = await finalised(api, collect, operator);
	const { collection } = eventOf(collected, api.events.items.CollectionCreated);
	const rules = { transferable: true, burnable: true, home: null };
	const shares = [{ to: treasury, rate: ROYALTY }];
	const create = api.tx.items.createKind(collection, 'Unique', null, rules, shares);
	const { kind } = eventOf(await finalised(api, create, operator), api.events.items.KindCreated);
	const minted = await finalised(api, api.tx.items.mintItems(kind, [owner]), operator);
	const { first } = eventOf(minted, api.events.items.ItemsMinted);
	return { collection: first.collection.toNumber(), serial: first.serial.toNumber() };
}

async function versionOf(api, { collection, serial }) {
	const details = await api.query.items.items(bigEndian(collection, serial));
	return details.unwrap().holding.version.toNumber();
}

/** The number that the device's lane goes on with. */
async function nextNumber(api, avatar) {
	const purse = await api.query.avatars.purses(bigEndian(avatar));
	return purse.unwrap().lanes[SLOT].next.toNumber();
}

/** Whose the item is, and what is in purses, in the last block that is final. */
async function look(api, item, avatars) {
	const at = await api.at(await api.rpc.chain.getFinalizedHead());
	const [collection, serial] = item.split('#').map(Number);
	const { holding } = (await at.query.items.items(bigEndian(collection, serial))).unwrap();
	const purses = avatars.map(async (avatar) => {
		const purse = await at.query.avatars.purses(bigEndian(avatar));
		return purse.unwrap().balance.toString();
	});
	return {
		owner: holding.owner.toNumber(),
		version: holding.version.toNumber(),
		purses: await Promise.all(purses),
	};
}
