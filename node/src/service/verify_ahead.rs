// SPDX-License-Identifier: Apache-2.0

//! Has the signatures of batches verified while they wait in the pool, on a core that has little to
//! do then, so that the blocks that settle them, made here or by others, find them verified.
//!
//! Nothing depends on it: what is left out here is verified where it is executed. So it takes no
//! more than is good for the node, whoever sends what:
//!
//! - It looks at what the pool has found ready only: a signed extrinsic whose fee, that of the worst
//!   case, its account can pay.
//! - The runtime verifies for settlers of the world only, and batches whose turn is near.
//! - One batch is verified at a time, [`WAITING`] more wait, and the others are left out.
//! - After each it rests for as long as the work took, so that it never has more than half of the
//!   node's time.

use freehold_runtime::{opaque::Block, verify_ahead::VerifyAhead};
use futures::{channel::mpsc, StreamExt};
use futures_timer::Delay;
use sc_service::SpawnTaskHandle;
use sc_transaction_pool_api::{InPoolTransaction, TransactionPool, TxHash};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use std::{sync::Arc, time::Instant};

/// Batches that wait to be verified.
const WAITING: usize = 64;

/// Bytes of the shortest extrinsic that is looked at. One that is shorter is no batch, or one whose
/// few signatures are verified sooner than the runtime is asked.
const SHORTEST: usize = 4 * 1024;

/// Starts it. It ends with the node.
pub fn spawn<C, P>(client: Arc<C>, pool: Arc<P>, tasks: &SpawnTaskHandle)
where
	C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + Send + Sync + 'static,
	C::Api: VerifyAhead<Block>,
	P: TransactionPool<Block = Block> + 'static,
{
	let (sender, receiver) = mpsc::channel(WAITING);
	tasks.spawn("notice-batches", "transaction-pool", notice(pool.clone(), sender));
	tasks.spawn_blocking("verify-ahead", "transaction-pool", verify(client, pool, receiver));
}

/// Notices batches as they come in. Apart from the work, as the pool drops a listener for good
/// which falls behind.
async fn notice<P>(pool: Arc<P>, mut sender: mpsc::Sender<TxHash<P>>)
where
	P: TransactionPool<Block = Block>,
{
	let mut arrivals = pool.import_notification_stream();
	while let Some(hash) = arrivals.next().await {
		let transaction = pool.ready_transaction(&hash);
		let is_long = |it: &Arc<P::InPoolTransaction>| it.data().inner().len() >= SHORTEST;
		if transaction.as_ref().is_some_and(is_long) {
			// Too many wait: this one is left out.
			sender.try_send(hash).ok();
		}
	}
}

/// Has them verified, one after the other.
async fn verify<C, P>(client: Arc<C>, pool: Arc<P>, mut batches: mpsc::Receiver<TxHash<P>>)
where
	C: ProvideRuntimeApi<Block> + HeaderBackend<Block>,
	C::Api: VerifyAhead<Block>,
	P: TransactionPool<Block = Block>,
{
	while let Some(hash) = batches.next().await {
		let transaction = pool.ready_transaction(&hash);
		// None if a block has it by now, or if it was replaced.
		let Some(extrinsic) = transaction.map(|it| it.data().as_ref().clone()) else { continue };
		let began = Instant::now();
		if let Err(error) = client.runtime_api().verify_ahead(client.info().best_hash, extrinsic) {
			log::debug!("The signatures of {hash:?} were not verified ahead: {error}");
		}
		Delay::new(began.elapsed()).await;
	}
}
