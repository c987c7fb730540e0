// SPDX-License-Identifier: Apache-2.0

//! Submits again what is not final for long, as a world's server does: when another branch of the
//! chain wins, a node may lose what waits in its pool, and then all that comes after it waits for
//! good. A batch that was settled meanwhile is refused.

use super::{
	record::{BatchId, Record},
	rpc::Connection,
	server::Batch,
	watch::{open, Shared},
};
use crate::Result;
use std::{
	collections::BTreeMap,
	convert::Infallible,
	sync::{Mutex, MutexGuard, PoisonError},
	time::{Duration, Instant},
};
use tokio::time::sleep;

/// How long a server waits for finality before it submits a batch again: longer than all but the
/// slowest take.
const PATIENCE: Duration = Duration::from_secs(6);
/// Between two looks.
const PAUSE: Duration = Duration::from_secs(1);

/// Batches that a node took and that are not known to be final.
#[derive(Default)]
pub struct Kept(Mutex<Inner>);

#[derive(Default)]
struct Inner {
	/// In the order in which they have to be settled, each with when it was handed over.
	batches: BTreeMap<BatchId, (Instant, Batch)>,
	again: u32,
}

impl Kept {
	/// The node took this batch.
	pub fn add(&self, batch: Batch, at: Instant) {
		self.lock().batches.insert(batch.id, (at, batch));
	}

	/// How many batches were handed over again.
	pub fn again(&self) -> u32 {
		self.lock().again
	}

	/// The transactions to hand over again now, in their order.
	fn late(&self, record: &Record, now: Instant) -> Vec<Vec<u8>> {
		let mut inner = self.lock();
		inner.batches.retain(|id, _| !record.is_final(id));
		let mut late = Vec::new();
		for (at, batch) in inner.batches.values_mut() {
			if now.saturating_duration_since(*at) >= PATIENCE {
				*at = now;
				late.push(batch.transaction.clone());
			}
		}
		inner.again += late.len() as u32;
		late
	}

	fn lock(&self) -> MutexGuard<'_, Inner> {
		// Nothing that holds it can leave it half written.
		self.0.lock().unwrap_or_else(PoisonError::into_inner)
	}
}

/// Looks after the batches until this is dropped.
///
/// # Errors
/// If the node does not answer.
pub async fn insist(node: &Connection, record: &Shared, kept: &Kept) -> Result<Infallible> {
	loop {
		sleep(PAUSE).await;
		let late = kept.late(&open(record), Instant::now());
		for transaction in late {
			node.submit_again(&transaction).await?;
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use freehold_primitives::{chain::Hash, ids::WorldId};

	fn batch(seq: u64) -> Batch {
		Batch { id: (WorldId(0), seq), trades: 1, transaction: vec![seq as u8] }
	}

	#[test]
	fn what_is_not_final_for_long_is_late_once_in_a_while() {
		let (record, kept, start) = (Record::new(Hash::zero()), Kept::default(), Instant::now());
		kept.add(batch(2), start);
		kept.add(batch(1), start);
		kept.add(batch(3), start + PATIENCE);

		assert!(kept.late(&record, start).is_empty());
		assert_eq!(kept.late(&record, start + PATIENCE), [[1], [2]]);
		assert!(kept.late(&record, start + PATIENCE).is_empty());
		assert_eq!(kept.again(), 2);
	}
}
