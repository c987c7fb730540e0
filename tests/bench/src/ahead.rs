// SPDX-License-Identifier: Apache-2.0

//! What a node does with a batch that reaches it before the block does, from a client or from another
//! node: it verifies the signatures then, remembers them, and need not once they come in a block.

use crate::{store::FreeholdChain, timed::nanoseconds, Result};
use codec::{Decode, Encode};
use freehold_primitives::{
	chain::Hash,
	device::{DeviceKey, PublicKey},
	host::Requests,
	ids::AvatarId,
	key::AvatarKey,
	order::{OrderSignature, Trade},
	purse::LaneIndex,
};
use freehold_runtime::{opaque::Block, Runtime, RuntimeCall, UncheckedExtrinsic};
use sp_runtime::traits::Block as _;
use std::time::Instant;

/// Verifies the trades of a block that is not there yet, and returns how many nanoseconds that took.
pub fn verify(chain: &FreeholdChain, block: &Block) -> Result<u64> {
	let began = Instant::now();
	for trades in batches(block)? {
		if requests(chain, &trades)?.verify().contains(&false) {
			return Err("a signature of a trade is not valid".into());
		}
	}
	Ok(nanoseconds(began))
}

/// The trades of each call that settles some.
fn batches(block: &Block) -> Result<Vec<Vec<Trade>>> {
	let mut batches = Vec::new();
	for extrinsic in block.extrinsics() {
		let extrinsic = UncheckedExtrinsic::decode(&mut &extrinsic.encode()[..])
			.map_err(|error| format!("a block has an extrinsic that can't be read: {error}"))?;
		if let RuntimeCall::Market(pallet_market::Call::settle { trades, .. }) = extrinsic.function
		{
			batches.push(trades.into_inner());
		}
	}
	Ok(batches)
}

/// What the runtime asks of the host for these trades, in its order.
fn requests(chain: &FreeholdChain, trades: &[Trade]) -> Result<Requests> {
	let genesis: Hash = chain.genesis_hash();
	let mut requests = Requests::default();
	for Trade { order, order_signature, acceptance, acceptance_signature } in trades {
		let maker = device_key(chain, order.maker, order.lane)?;
		push(&mut requests, maker, order_signature, &order.signing_bytes(&genesis))?;
		let taker = device_key(chain, acceptance.taker, acceptance.lane)?;
		let accepted = acceptance.signing_bytes(&genesis, &order.hash(&genesis));
		push(&mut requests, taker, acceptance_signature, &accepted)?;
	}
	Ok(requests)
}

fn push(
	requests: &mut Requests,
	key: PublicKey,
	signature: &OrderSignature,
	message: &[u8],
) -> Result<()> {
	let (PublicKey::Ed25519(key), OrderSignature::Ed25519(signature)) = (key, signature) else {
		return Err("a player signed with another kind of key than players here have".into());
	};
	requests.push(&key, signature, message);
	Ok(())
}

/// The key of a device by the state after the best block.
fn device_key(chain: &FreeholdChain, avatar: AvatarId, lane: LaneIndex) -> Result<PublicKey> {
	let key = pallet_avatars::Devices::<Runtime>::hashed_key_for(AvatarKey::from(avatar), lane);
	let record = chain.storage(&key)?.ok_or_else(|| format!("avatar {avatar} has no device"))?;
	let device = DeviceKey::decode(&mut &record[..]).map_err(|error| error.to_string())?;
	Ok(device.key)
}
