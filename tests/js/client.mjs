// SPDX-License-Identifier: Apache-2.0

// A client that shares no code with the chain: what it knows, it learns from the node's metadata.
// Usage: node client.mjs <WebSocket address>
// The last line of its output is JSON; amounts are texts, as they don't fit a number.

import { randomBytes } from 'node:crypto';
import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';

const DEADLINE_MS = 120_000;
const AMOUNT = 1_234_567_890_123n;

const [url] = process.argv.slice(2);
if (url === undefined) {
	console.error('usage: node client.mjs <WebSocket address>');
	process.exit(2);
}
setTimeout(() => fail(new Error(`not done after ${DEADLINE_MS} ms`)), DEADLINE_MS).unref();

try {
	const api = await ApiPromise.create({ provider: new WsProvider(url), throwOnConnect: true });
	const report = await useChain(api);
	await api.disconnect();
	console.log(JSON.stringify(report));
} catch (error) {
	fail(error);
}

async function useChain(api) {
	const ss58Format = api.registry.chainSS58;
	const keyring = new Keyring({ type: 'sr25519', ss58Format });
	const alice = keyring.addFromUri('//Alice');
	// Not from Alice: she makes the blocks of a development chain, so that fees come back to her.
	const bob = keyring.addFromUri('//Bob');
	const fresh = keyring.addFromSeed(new Uint8Array(randomBytes(32)));
	const genesis = await api.at(api.genesisHash);
	const before = await free(api, bob.address);

	const transfer = api.tx.balances.transferKeepAlive(fresh.address, AMOUNT);
	const { partialFee } = await transfer.paymentInfo(bob);
	const transferred = await finalised(api, transfer, bob);
	const afterTransfer = await api.at(transferred.status.asFinalized);

	const created = await finalised(api, api.tx.avatars.create(), bob);
	const afterCreation = await api.at(created.status.asFinalized);
	const { event } = created.events.find(({ event }) => api.events.avatars.AvatarCreated.is(event));
	const avatar = Number(event.data.avatar);
	const details = await afterCreation.query.avatars.avatars(bigEndian(avatar));

	return {
		chain: api.runtimeChain.toString(),
		spec: api.runtimeVersion.specName.toString(),
		ss58Format,
		symbol: api.registry.chainTokens[0],
		decimals: api.registry.chainDecimals[0],
		alice: alice.address,
		endowment: (await free(genesis, alice.address)).toString(),
		bob: bob.address,
		before: before.toString(),
		after: (await free(afterTransfer, bob.address)).toString(),
		fee: partialFee.toString(),
		sent: AMOUNT.toString(),
		received: (await free(afterTransfer, fresh.address)).toString(),
		block: transferred.status.asFinalized.toHex(),
		avatar,
		owner: details.unwrap().owner.toString(),
	};
}

async function free(api, address) {
	const { data } = await api.query.system.account(address);
	return data.free.toBigInt();
}

/** Sends a call and waits until it is final; fails if the chain refuses it. */
function finalised(api, call, signer) {
	return new Promise((resolve, reject) => {
		call
			.signAndSend(signer, (result) => {
				if (result.dispatchError !== undefined) {
					reject(new Error(`the chain refused: ${explain(api, result.dispatchError)}`));
				} else if (result.isError) {
					reject(new Error(`the transaction was lost: ${result.status.type}`));
				} else if (result.isFinalized) {
					resolve(result);
				}
			})
			.catch(reject);
	});
}

function explain(api, error) {
	if (!error.isModule) {
		return error.toString();
	}
	const { section, name } = api.registry.findMetaError(error.asModule);
	return `${section}.${name}`;
}

/** The key under which records of this id are stored. */
function bigEndian(id) {
	const key = new Uint8Array(4);
	new DataView(key.buffer).setUint32(0, id);
	return key;
}

function fail(error) {
	console.error(error);
	process.exit(1);
}
