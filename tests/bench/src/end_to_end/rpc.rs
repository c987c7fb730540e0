// SPDX-License-Identifier: Apache-2.0

//! What is asked of a node, over WebSocket.

use super::record::{Block, Settled};
use crate::Result;
use codec::DecodeAll;
use frame_support::storage::storage_prefix;
use frame_system::EventRecord;
use freehold_primitives::chain::{BlockNumber, Hash};
use freehold_runtime::{Header, RuntimeEvent, VERSION};
use pallet_market::Event as MarketEvent;
use serde::{de::DeserializeOwned, Deserialize};
use serde_json::{json, Value};
use sp_core::Bytes;
use std::time::Duration;
use subxt::rpcs::{
	client::{RpcParams, RpcSubscription},
	Error, RpcClient,
};
use tokio::time::sleep;

/// Between two looks at what is final.
const PAUSE: Duration = Duration::from_millis(100);

/// By this code, a node says that its pool has no room now.
const POOL_IS_FULL: i32 = 1016;

/// A connection to a node. Clones share it.
#[derive(Clone)]
pub struct Connection {
	rpc: RpcClient,
}

/// Heads of a chain, as a node tells them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heads {
	/// Of the best chain.
	Best,
	/// Of the final chain; those between two may be left out.
	Final,
}

/// Whether a node took a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
	/// It did.
	Yes,
	/// Its pool is full; there may be room later.
	NotNow,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Version {
	spec_version: u32,
	transaction_version: u32,
}

#[derive(Deserialize)]
struct Health {
	peers: usize,
}

impl Connection {
	/// Connects to a node.
	///
	/// # Errors
	/// If none answers at this address.
	pub async fn open(url: &str) -> Result<Self> {
		let rpc = RpcClient::from_insecure_url(url).await;
		Ok(Self { rpc: rpc.map_err(|error| format!("no node answers at {url}: {error}"))? })
	}

	/// Makes sure that the node runs the runtime that this program knows.
	pub async fn ensure_same_runtime(&self) -> Result<()> {
		let Version { spec_version, transaction_version } =
			self.ask("state_getRuntimeVersion", &[]).await?;
		let known = (VERSION.spec_version, VERSION.transaction_version);
		if (spec_version, transaction_version) != known {
			return Err(format!(
				"the node has version {spec_version} of the runtime, this program knows {}: \
				 build both with scripts/build",
				VERSION.spec_version
			));
		}
		Ok(())
	}

	/// The name by which other nodes know this one.
	pub async fn peer(&self) -> Result<String> {
		self.ask("system_localPeerId", &[]).await
	}

	/// How many other nodes it is connected to.
	pub async fn peers(&self) -> Result<usize> {
		let health: Health = self.ask("system_health", &[]).await?;
		Ok(health.peers)
	}

	/// The hash of the best chain's block of this number.
	pub async fn hash(&self, number: BlockNumber) -> Result<Hash> {
		self.ask("chain_getBlockHash", &[json!(number)]).await
	}

	/// The last final block.
	pub async fn last_final(&self) -> Result<Header> {
		let hash: Hash = self.ask("chain_getFinalizedHead", &[]).await?;
		self.header(hash).await
	}

	/// A block's header.
	pub async fn header(&self, block: Hash) -> Result<Header> {
		self.ask("chain_getHeader", &[json!(block)]).await
	}

	/// Heads from now on, the present one first.
	pub async fn heads(&self, which: Heads) -> Result<RpcSubscription<Header>> {
		let (subscribe, unsubscribe) = match which {
			Heads::Best => ("chain_subscribeNewHeads", "chain_unsubscribeNewHeads"),
			Heads::Final => ("chain_subscribeFinalizedHeads", "chain_unsubscribeFinalizedHeads"),
		};
		let heads = self.rpc.subscribe(subscribe, RpcParams::new(), unsubscribe).await;
		heads.map_err(|error| format!("{subscribe}: {}", explain(&error)))
	}

	/// What matters here of a block.
	pub async fn block(&self, header: &Header) -> Result<Block> {
		let hash = header.hash();
		let (events, made) = futures::try_join!(
			self.record(b"System", b"Events", hash),
			self.record(b"Timestamp", b"Now", hash),
		)?;
		let unreadable = |error| format!("block {hash:?} can't be read: {error}");
		let made = u64::decode_all(&mut &made[..]).map_err(unreadable)?;
		let (settled, failed) = read_events(&events).map_err(unreadable)?;
		let Header { number, parent_hash, .. } = *header;
		Ok(Block { hash, parent: parent_hash, number, made, settled, failed })
	}

	/// Whether another block is final in this one's place. Waits until one of the two is.
	pub async fn abandoned(&self, header: &Header) -> Result<bool> {
		while self.last_final().await?.number < header.number {
			sleep(PAUSE).await;
		}
		Ok(self.hash(header.number).await? != header.hash())
	}

	/// Hands a transaction over.
	///
	/// # Errors
	/// If the node refuses it for good.
	pub async fn submit(&self, transaction: &[u8]) -> Result<Taken> {
		match self.hand_over(transaction).await? {
			Ok(_) => Ok(Taken::Yes),
			Err(Error::User(refusal)) if refusal.code == POOL_IS_FULL => Ok(Taken::NotNow),
			Err(error) => Err(format!("the node takes no batch: {}", explain(&error))),
		}
	}

	/// Hands a transaction over that the node may have, or that may be in a block: then it is refused,
	/// which is as good.
	pub async fn submit_again(&self, transaction: &[u8]) -> Result<()> {
		match self.hand_over(transaction).await? {
			Ok(_) | Err(Error::User(_)) => Ok(()),
			Err(error) => Err(format!("the node takes no batch: {}", explain(&error))),
		}
	}

	/// What the node says to a transaction.
	async fn hand_over(&self, transaction: &[u8]) -> Result<std::result::Result<Hash, Error>> {
		let mut params = RpcParams::new();
		let pushed = params.push(format!("0x{}", hex::encode(transaction)));
		pushed.map_err(|error| error.to_string())?;
		Ok(self.rpc.request("author_submitExtrinsic", params).await)
	}

	/// A pallet's record after this block; empty if there is none.
	async fn record(&self, pallet: &[u8], name: &[u8], at: Hash) -> Result<Vec<u8>> {
		let key = Bytes(storage_prefix(pallet, name).to_vec());
		let found: Option<Bytes> = self.ask("state_getStorage", &[json!(key), json!(at)]).await?;
		Ok(found.map(|value| value.0).unwrap_or_default())
	}

	async fn ask<Answer: DeserializeOwned>(&self, method: &str, with: &[Value]) -> Result<Answer> {
		let mut params = RpcParams::new();
		for param in with {
			params.push(param).map_err(|error| error.to_string())?;
		}
		let answer = self.rpc.request(method, params).await;
		answer.map_err(|error| format!("{method}: {}", explain(&error)))
	}
}

/// The batches that a block's events tell of, and how many of its transactions failed.
fn read_events(mut events: &[u8]) -> std::result::Result<(Vec<Settled>, u32), codec::Error> {
	let (mut settled, mut failed) = (Vec::new(), 0);
	for record in Vec::<EventRecord<RuntimeEvent, Hash>>::decode_all(&mut events)? {
		match record.event {
			RuntimeEvent::Market(MarketEvent::BatchSettled { world, seq, trades, refused }) => {
				let refused = refused.into_iter().map(|(_, reason)| reason).collect();
				settled.push(Settled { id: (world, seq), trades, refused });
			},
			RuntimeEvent::System(frame_system::Event::ExtrinsicFailed { .. }) => failed += 1,
			_ => {},
		}
	}
	Ok((settled, failed))
}

/// An error in words; a node's reasons stand in what comes along.
fn explain(error: &Error) -> String {
	match error {
		Error::User(refusal) => match &refusal.data {
			Some(reason) => format!("{}: {}", refusal.message, reason.get()),
			None => refusal.message.clone(),
		},
		other => other.to_string(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;
	use frame_system::Phase;
	use freehold_primitives::{ids::WorldId, settlement::Refusal};
	use freehold_runtime::Runtime;
	use sp_runtime::DispatchError;

	fn record(event: impl Into<RuntimeEvent>) -> EventRecord<RuntimeEvent, Hash> {
		EventRecord { phase: Phase::ApplyExtrinsic(1), event: event.into(), topics: Vec::new() }
	}

	#[test]
	fn events_tell_what_was_settled_and_what_failed() {
		let world = WorldId(3);
		let refused = vec![(1, Refusal::Moved)];
		let events = vec![
			record(MarketEvent::<Runtime>::BatchSettled { world, seq: 7, trades: 5, refused }),
			record(MarketEvent::<Runtime>::AlreadySettled { world, seq: 6 }),
			record(frame_system::Event::<Runtime>::ExtrinsicFailed {
				dispatch_error: DispatchError::BadOrigin,
				dispatch_info: Default::default(),
			}),
		];

		let (settled, failed) = read_events(&events.encode()).expect("they were just encoded");

		let batch = Settled { id: (world, 7), trades: 5, refused: vec![Refusal::Moved] };
		assert_eq!((settled, failed), (vec![batch], 1));
		assert!(read_events(&[4, 0]).is_err());
	}
}
