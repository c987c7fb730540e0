// SPDX-License-Identifier: Apache-2.0

// Rebuilds every test vector from its plain fields, and every verdict, with cryptography of npm.
// Usage: node vectors.mjs <tests/vectors/orders.json>
// The last line of its output is JSON: how much was checked.

import assert from 'node:assert/strict';
import { createPublicKey, verify as verifyWithOpenSsl } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ed25519 } from '@noble/curves/ed25519';
import { secp256k1 } from '@noble/curves/secp256k1';
import * as sr25519 from '@scure/sr25519';
import {
	SCHEMES,
	acceptanceBytes,
	bytes,
	describe,
	encodeTrade,
	hash,
	hex,
	orderBytes,
} from './orders.mjs';

/** The head of an Ed25519 public key as X.509 has it. */
const SPKI = bytes('0x302a300506032b6570032100');

const [path] = process.argv.slice(2);
if (path === undefined) {
	console.error('usage: node vectors.mjs <orders.json>');
	process.exit(2);
}

const vectors = JSON.parse(readFileSync(path, 'utf8'));
const genesis = bytes(vectors.genesis);
const signers = new Map(vectors.keys.map((key) => [lane(key.avatar, key.lane), key]));
const checked = { keys: 0, cases: 0, settled: 0, refused: 0, edges: 0 };

for (const key of vectors.keys) {
	checkKey(key);
}
for (const vector of vectors.cases) {
	try {
		checkCase(vector);
	} catch (error) {
		error.message = `${vector.name}: ${error.message}`;
		throw error;
	}
}
console.log(JSON.stringify(checked));

/** A key that anybody can sign with is that of its secret; others are as they are. */
function checkKey({ avatar, scheme, secret, public: stored, account }) {
	if (secret !== null) {
		assert.equal(hex(publicKey(scheme, bytes(secret))), stored, `the key of avatar ${avatar}`);
	}
	if (account !== null) {
		const named = scheme === 'ecdsa' ? hash(bytes(stored)) : bytes(stored);
		assert.equal(hex(named), account, `the account of avatar ${avatar}`);
	}
	checked.keys += 1;
}

function publicKey(scheme, secret) {
	switch (scheme) {
		case 'ed25519':
			return ed25519.getPublicKey(secret);
		case 'sr25519':
			return sr25519.getPublicKey(sr25519.secretFromSeed(secret));
		case 'ecdsa':
			return secp256k1.getPublicKey(secret, true);
		default:
			throw new Error(`unknown scheme: ${scheme}`);
	}
}

function checkCase(vector) {
	const { order, acceptance } = vector;
	const message = orderBytes(genesis, order);
	assert.equal(hex(message), vector.order_bytes);
	const orderHash = hash(message);
	assert.equal(hex(orderHash), vector.order_hash);
	assert.equal(describe(order), vector.text);
	const answer = acceptanceBytes(genesis, orderHash, acceptance);
	assert.equal(hex(answer), vector.acceptance_bytes);
	assert.equal(hex(hash(answer)), vector.acceptance_hash);

	const signatures = {
		order,
		orderSignature: vector.order_signature,
		acceptance,
		acceptanceSignature: vector.acceptance_signature,
	};
	const trade = encodeTrade(signatures);
	checked.cases += 1;
	if (trade === undefined) {
		assert.equal(vector.outcome, 'unreadable');
		checked.refused += 1;
		return;
	}
	assert.equal(hex(trade), vector.trade);

	const maker = signers.get(lane(order.maker, order.lane));
	const taker = signers.get(lane(acceptance.taker, acceptance.lane));
	const valid = {
		order: isValid(maker, vector.order_signature, message),
		acceptance: isValid(taker, vector.acceptance_signature, answer),
	};
	assert.deepEqual(valid, vector.valid);
	assert.equal(vector.outcome === 'settled', valid.order && valid.acceptance);
	checked[vector.outcome === 'settled' ? 'settled' : 'refused'] += 1;

	// What is wrong with a signature is that it is of other bytes.
	if (vector.order_signed !== undefined) {
		assert(isValid(maker, vector.order_signature, bytes(vector.order_signed)));
	}
	if (vector.acceptance_signed !== undefined) {
		assert(isValid(taker, vector.acceptance_signature, bytes(vector.acceptance_signed)));
	}
	checkDeterministic(maker, vector.order_signature, vector.order_signed ?? vector.order_bytes);
	if (vector.without_cofactor !== undefined) {
		const raw = bytes(vector.order_signature.signature);
		assert.equal(isValidToOpenSsl(bytes(maker.public), raw, message), vector.without_cofactor);
		checked.edges += 1;
	}
}

/** Whether the chain takes it: as `valid` in the vectors. */
function isValid(signer, { scheme, signature }, message) {
	const raw = bytes(signature);
	// An owner is an account, which says nothing of the scheme; a device's key does.
	const key = signer.role === 'owner' ? bytes(signer.account) : bytes(signer.public);
	if (signer.role === 'device' && signer.scheme !== scheme) {
		return false;
	}
	switch (scheme) {
		case 'ed25519':
			return orFalse(() => ed25519.verify(raw, message, key, { zip215: true }));
		case 'sr25519':
			return orFalse(() => sr25519.verify(message, raw, key));
		case 'ecdsa':
			return orFalse(() => hex(hash(recover(raw, hash(message)))) === hex(key));
		default:
			throw new Error(`unknown scheme: ${scheme}`);
	}
}

/** The key of an ECDSA signature: r, s and the number of the key, which may have 27 added. */
function recover(raw, digest) {
	const bit = raw[64] > 26 ? raw[64] - 27 : raw[64];
	const signature = secp256k1.Signature.fromCompact(raw.slice(0, 64)).addRecoveryBit(bit);
	return signature.recoverPublicKey(digest).toRawBytes(true);
}

/** Ed25519 signs the same each time: if a signature is what it says it is, it is that. */
function checkDeterministic(signer, { scheme, signature }, signed) {
	if (scheme !== 'ed25519' || signer.secret === null || signer.scheme !== scheme) {
		return;
	}
	if (isValid(signer, { scheme, signature }, bytes(signed))) {
		assert.equal(hex(ed25519.sign(bytes(signed), bytes(signer.secret))), signature);
	}
}

/** What verification without the cofactor says, which is not what the chain goes by. */
function isValidToOpenSsl(key, signature, message) {
	const spki = Buffer.concat([SPKI, key]);
	const imported = createPublicKey({ key: spki, format: 'der', type: 'spki' });
	return orFalse(() => verifyWithOpenSsl(null, message, imported, signature));
}

/** Libraries throw at what can't be a key or a signature. */
function orFalse(check) {
	try {
		return check();
	} catch {
		return false;
	}
}

function lane(avatar, index) {
	return `${avatar}/${index}`;
}

assert.deepEqual(Object.keys(SCHEMES), vectors.schemes);
