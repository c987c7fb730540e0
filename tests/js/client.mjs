// SPDX-License-Identifier: Apache-2.0

// A client that shares no code with the chain: what it knows, it learns from the node's metadata.
// Usage: node client.mjs <WebSocket address>

import { randomBytes } from 'node:crypto';
import { Keyring } from '@polkadot/api';
import { bigEndian, eventOf, finalised, withChain } from './chain.mjs';

const AMOUNT = 1_234_567_890_123n;

const [url] = process.argv.slice(2);
if (url === undefined) {
	console.error('usage: node client.mjs <WebSocket address>');
	process.exit(2);
}
await withChain(url, useChain);

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
	const avatar = Number(eventOf(created, api.events.avatars.AvatarCreated).avatar);
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
