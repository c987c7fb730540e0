// SPDX-License-Identifier: Apache-2.0

//! The world's server: it signs batches of trades in advance.

use super::record::BatchId;
use crate::{
	players::Activity,
	state::{Size, WORLD},
	trades::{signed, Terms, Traders},
	Result,
};
use codec::Encode;
use freehold_primitives::chain::{BlockNumber, Hash};
use freehold_runtime::Runtime;
use pallet_market::Call;
use std::collections::VecDeque;

/// A batch in its transaction, as a node takes it.
pub struct Batch {
	/// Which one.
	pub id: BatchId,
	/// How many trades are in it.
	pub trades: u32,
	/// The signed transaction.
	pub transaction: Vec<u8>,
}

/// Batches that are signed and not submitted yet, in their order.
pub type Batches = VecDeque<Batch>;

/// Signs batches one after the other; each is good once all before it are settled.
pub struct Server {
	genesis: Hash,
	traders: Traders,
	batches: u32,
}

impl Server {
	/// A server of a chain that has settled nothing yet.
	pub fn new(size: Size, genesis: Hash, valid_until: BlockNumber) -> Self {
		let terms = Terms { genesis, valid_until };
		Self { genesis, traders: Traders::new(size, Activity::Uniform, terms), batches: 0 }
	}

	/// Signs a batch for each of these numbers of trades.
	///
	/// # Errors
	/// If a number is above what one call settles.
	pub fn sign(&mut self, sizes: impl IntoIterator<Item = u32>) -> Result<Batches> {
		sizes.into_iter().map(|trades| self.sign_one(trades)).collect()
	}

	fn sign_one(&mut self, trades: u32) -> Result<Batch> {
		let nonce = self.batches;
		self.batches += 1;
		let seq = u64::from(self.batches);
		let batch = self.traders.batch(trades).try_into().ok();
		let batch = batch.ok_or_else(|| format!("no call settles as many as {trades} trades"))?;
		let settle = Call::<Runtime>::settle { world: WORLD, seq, trades: batch };
		let transaction = signed(settle.into(), nonce, self.genesis).encode();
		Ok(Batch { id: (WORLD, seq), trades, transaction })
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Decode;
	use freehold_runtime::{RuntimeCall, UncheckedExtrinsic};

	#[test]
	fn batches_are_numbered_on_and_on() {
		let mut server = Server::new(Size::of(10), Hash::zero(), 10);
		server.sign([1, 2]).expect("both are small");

		let batches = server.sign([3]).expect("it is small");

		assert_eq!((batches[0].id, batches[0].trades), ((WORLD, 3), 3));
		let decoded = UncheckedExtrinsic::decode(&mut &batches[0].transaction[..]);
		let call = decoded.expect("it was just encoded").function;
		let RuntimeCall::Market(Call::settle { world, seq, trades }) = call else {
			panic!("not a settlement: {call:?}");
		};
		assert_eq!((world, seq, trades.len()), (WORLD, 3, 3));
		assert!(server.sign([100_000]).is_err());
	}
}
