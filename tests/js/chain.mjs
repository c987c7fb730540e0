// SPDX-License-Identifier: Apache-2.0

// How the clients here reach a chain: what they know, they learn from the node's metadata.

import { ApiPromise, WsProvider } from '@polkadot/api';

const DEADLINE_MS = 120_000;

/**
 * Connects to a node, does something, and writes what came of it as JSON, the last line of the
 * output. Amounts are texts, as they don't fit a number.
 */
export async function withChain(url, use) {
	setTimeout(() => fail(new Error(`not done after ${DEADLINE_MS} ms`)), DEADLINE_MS).unref();
	try {
		const api = await ApiPromise.create({ provider: new WsProvider(url), throwOnConnect: true });
		const report = await use(api);
		await api.disconnect();
		console.log(JSON.stringify(report));
	} catch (error) {
		fail(error);
	}
}

/** Sends a call and waits until it is final; fails if the chain refuses it. */
export function finalised(api, call, signer) {
	return new Promise((resolve, reject) => {
		call
			.signAndSend(signer, { nonce: -1 }, (result) => {
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

/** The fields of the event of this type that a call has made. */
export function eventOf({ events }, type) {
	return events.find(({ event }) => type.is(event)).event.data;
}

/** The key under which records of these ids are stored. */
export function bigEndian(...ids) {
	const key = new Uint8Array(4 * ids.length);
	const view = new DataView(key.buffer);
	ids.forEach((id, place) => view.setUint32(4 * place, id));
	return key;
}

function explain(api, error) {
	if (!error.isModule) {
		return error.toString();
	}
	const { section, name } = api.registry.findMetaError(error.asModule);
	return `${section}.${name}`;
}

/** Ends with an error, and an exit code that says so. */
export function fail(error) {
	console.error(error);
	process.exit(1);
}
