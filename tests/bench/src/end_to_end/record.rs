// SPDX-License-Identifier: Apache-2.0

//! What was sent, what the blocks say of it, and when each was heard. No I/O.

use crate::Result;
use freehold_primitives::{
	chain::{BlockNumber, Hash},
	ids::WorldId,
	settlement::Refusal,
};
use std::{
	collections::{HashMap, HashSet},
	ops::RangeInclusive,
	time::{Duration, Instant},
};

/// A batch: its world and its number there.
pub type BatchId = (WorldId, u64);

/// A batch that a block settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
	/// Which one.
	pub id: BatchId,
	/// How many trades were in it.
	pub trades: u32,
	/// Why some of them did not happen, trade by trade.
	pub refused: Vec<Refusal>,
}

impl Settled {
	/// How many of its trades happened.
	pub fn happened(&self) -> u64 {
		u64::from(self.trades).saturating_sub(self.refused.len() as u64)
	}
}

/// What matters here of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
	/// Its hash.
	pub hash: Hash,
	/// The hash of the one before.
	pub parent: Hash,
	/// Its number.
	pub number: BlockNumber,
	/// When it was begun, in milliseconds of Unix time, by its author's clock.
	pub made: u64,
	/// The batches that it settled.
	pub settled: Vec<Settled>,
	/// How many of its transactions failed.
	pub failed: u32,
}

impl Block {
	/// How many trades happened in it.
	pub fn happened(&self) -> u64 {
		self.settled.iter().map(Settled::happened).sum()
	}
}

/// A block that is final.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Final {
	/// The block.
	pub block: Block,
	/// When it was first heard of.
	pub seen: Instant,
	/// When it was heard to be final.
	pub at: Instant,
}

/// How long trades took that happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waits {
	/// From submission until a block that became final was heard of.
	pub inclusion: Vec<Duration>,
	/// From submission until that block was heard to be final.
	pub finality: Vec<Duration>,
}

/// All that happened under a load.
pub struct Record {
	/// The last final block before.
	base: Hash,
	/// When each batch was submitted, and of how many trades.
	sent: HashMap<BatchId, (Instant, u32)>,
	/// The batches that were in some block, final or not.
	included: HashSet<BatchId>,
	seen: HashMap<Hash, (Block, Instant)>,
	chain: Vec<Final>,
	/// The batches of those blocks.
	settled: HashSet<BatchId>,
}

impl Record {
	/// Nothing yet, after this final block.
	pub fn new(base: Hash) -> Self {
		Self {
			base,
			sent: HashMap::new(),
			included: HashSet::new(),
			seen: HashMap::new(),
			chain: Vec::new(),
			settled: HashSet::new(),
		}
	}

	/// A batch was submitted, or should have been, if the sender was late.
	pub fn sent(&mut self, id: BatchId, trades: u32, at: Instant) {
		self.sent.insert(id, (at, trades));
	}

	/// Whether nothing more needs to be asked about a block.
	pub fn knows(&self, block: &Hash) -> bool {
		*block == self.base || self.seen.contains_key(block)
	}

	/// A block was heard of. Returns how many batches are in a block for the first time.
	pub fn saw(&mut self, block: Block, at: Instant) -> usize {
		let fresh = block.settled.iter().filter(|batch| self.included.insert(batch.id)).count();
		self.seen.insert(block.hash, (block, at));
		fresh
	}

	/// A block was heard to be final, and so all before it.
	///
	/// # Errors
	/// If it is not known, or not after the last that is final.
	pub fn finalised(&mut self, block: Hash, at: Instant) -> Result<()> {
		let last = self.chain.last().map_or(self.base, |last| last.block.hash);
		let mut new = Vec::new();
		let mut next = block;
		while next != last {
			let (block, seen) = self.seen.get(&next).cloned().ok_or_else(|| {
				format!("block {next:?} is final, but not after the last one that was")
			})?;
			next = block.parent;
			new.push(Final { block, seen, at });
		}
		let batches = new.iter().flat_map(|it| &it.block.settled);
		self.settled.extend(batches.map(|batch| batch.id));
		self.chain.extend(new.into_iter().rev());
		Ok(())
	}

	/// Whether a final block settled it.
	pub fn is_final(&self, batch: &BatchId) -> bool {
		self.settled.contains(batch)
	}

	/// The final blocks, in their order.
	pub fn chain(&self) -> &[Final] {
		&self.chain
	}

	/// Those that were heard to be final in this time.
	pub fn final_in(&self, window: &RangeInclusive<Instant>) -> &[Final] {
		let from = self.chain.partition_point(|block| block.at < *window.start());
		let until = self.chain.partition_point(|block| block.at <= *window.end());
		&self.chain[from..until.max(from)]
	}

	/// How many trades were submitted in this time.
	pub fn trades_sent_in(&self, window: &RangeInclusive<Instant>) -> u64 {
		let sent = self.sent.values().filter(|(at, _)| window.contains(at));
		sent.map(|(_, trades)| u64::from(*trades)).sum()
	}

	/// How many submitted trades are in no final block, whenever they were submitted.
	pub fn trades_open(&self) -> u64 {
		let open = self.sent.iter().filter(|(id, _)| !self.is_final(id));
		open.map(|(_, (_, trades))| u64::from(*trades)).sum()
	}

	/// How long the trades took that were submitted in this time and happened.
	pub fn waits(&self, window: &RangeInclusive<Instant>) -> Waits {
		let mut waits = Waits::default();
		for (batch, block) in self.settled() {
			let Some((sent, _)) = self.sent.get(&batch.id).filter(|(at, _)| window.contains(at))
			else {
				continue;
			};
			for _ in 0..batch.happened() {
				waits.inclusion.push(block.seen.saturating_duration_since(*sent));
				waits.finality.push(block.at.saturating_duration_since(*sent));
			}
		}
		waits
	}

	/// The batches of final blocks, each with its block.
	fn settled(&self) -> impl Iterator<Item = (&Settled, &Final)> {
		self.chain
			.iter()
			.flat_map(|block| block.block.settled.iter().map(move |batch| (batch, block)))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const WORLD: WorldId = WorldId(0);
	const BASE: Hash = Hash::zero();

	fn hash(number: u8) -> Hash {
		Hash::repeat_byte(number)
	}

	fn block(number: u8, parent: Hash, settled: &[(u64, u32, usize)]) -> Block {
		let settled = settled.iter().map(|&(seq, trades, refused)| Settled {
			id: (WORLD, seq),
			trades,
			refused: vec![Refusal::Moved; refused],
		});
		Block {
			hash: hash(number),
			parent,
			number: number.into(),
			made: u64::from(number) * 1_000,
			settled: settled.collect(),
			failed: 0,
		}
	}

	fn seconds(seconds: u64) -> Duration {
		Duration::from_secs(seconds)
	}

	#[test]
	fn a_trade_waits_for_the_block_that_becomes_final() {
		let start = Instant::now();
		let mut record = Record::new(BASE);
		record.sent((WORLD, 1), 2, start);
		// In a block that is replaced by another.
		assert_eq!(record.saw(block(1, BASE, &[(1, 2, 0)]), start + seconds(1)), 1);
		assert_eq!(record.saw(block(2, BASE, &[(1, 2, 0)]), start + seconds(2)), 0);

		assert!(!record.is_final(&(WORLD, 1)));
		record.finalised(hash(2), start + seconds(3)).expect("it is after the base");
		assert!(record.is_final(&(WORLD, 1)));

		let waits = record.waits(&(start..=start));
		assert_eq!(waits.inclusion, [seconds(2); 2]);
		assert_eq!(waits.finality, [seconds(3); 2]);
		assert_eq!(record.trades_open(), 0);
	}

	#[test]
	fn all_before_a_final_block_are_final_in_their_order() {
		let start = Instant::now();
		let mut record = Record::new(BASE);
		record.saw(block(1, BASE, &[]), start);
		record.saw(block(2, hash(1), &[]), start);
		record.saw(block(3, hash(2), &[]), start);

		record.finalised(hash(1), start + seconds(1)).expect("it is after the base");
		record.finalised(hash(3), start + seconds(2)).expect("it is after the first");

		let numbers = record.chain().iter().map(|block| block.block.number);
		assert_eq!(numbers.collect::<Vec<_>>(), [1, 2, 3]);
		assert_eq!(record.final_in(&(start + seconds(2)..=start + seconds(3))).len(), 2);
		assert!(record.finalised(hash(9), start).is_err());
	}

	#[test]
	fn refused_trades_did_not_happen() {
		let start = Instant::now();
		let mut record = Record::new(BASE);
		record.sent((WORLD, 1), 5, start);
		record.sent((WORLD, 2), 3, start + seconds(9));
		record.saw(block(1, BASE, &[(1, 5, 2)]), start);
		record.finalised(hash(1), start).expect("it is after the base");

		assert_eq!(record.chain()[0].block.happened(), 3);
		assert_eq!(record.waits(&(start..=start)).finality.len(), 3);
		assert_eq!(record.trades_sent_in(&(start..=start)), 5);
		assert_eq!(record.trades_open(), 3);
	}
}
