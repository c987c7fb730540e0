// SPDX-License-Identifier: Apache-2.0

//! The import of blocks from the network. It is the SDK's, of which one thing doesn't hold here: a
//! block on a branch that was abandoned, as another one got final, fails like a broken one, and the
//! synchronisation starts anew with all peers. It then asks them for blocks that they have not got
//! any more, takes that as a fault, drops them, and asks them for nothing for a minute or more. Where
//! blocks get final within a second and two authors share a slot now and then, a node falls out of
//! the network that way. So such a block is reported as what it is: its parent's state is gone.

use async_trait::async_trait;
use freehold_primitives::chain::BlockNumber;
use freehold_runtime::{opaque::Block, Hash};
use sc_client_api::utils::is_descendent_of;
use sc_consensus::{BlockCheckParams, BlockImport, BlockImportParams, ImportResult};
use sp_blockchain::{HeaderBackend, HeaderMetadata};
use sp_runtime::traits::Header;
use std::sync::Arc;

/// Imports blocks, and tells those on abandoned branches from broken ones.
#[derive(Clone)]
pub struct Import<Inner, Chain> {
	inner: Inner,
	chain: Arc<Chain>,
}

impl<Inner, Chain> Import<Inner, Chain>
where
	Chain: HeaderBackend<Block> + HeaderMetadata<Block, Error = sp_blockchain::Error>,
{
	/// By `inner` into `chain`.
	pub fn new(inner: Inner, chain: Arc<Chain>) -> Self {
		Self { inner, chain }
	}

	/// Whether another block is final at this height. Looks no further.
	fn is_replaced(&self, hash: Hash, number: BlockNumber) -> bool {
		number <= self.chain.info().finalized_number
			&& matches!(self.chain.hash(number), Ok(Some(other)) if other != hash)
	}

	/// Whether a block of this number on this parent can never be final, which is not known if the
	/// parent is not.
	fn is_abandoned(&self, number: BlockNumber, parent: Hash) -> bool {
		let last = self.chain.info();
		if number <= last.finalized_number {
			// The final one was there before, and its import does not fail.
			return true;
		}
		let is_descendent_of = is_descendent_of(&*self.chain, None);
		parent != last.finalized_hash
			&& matches!(is_descendent_of(&last.finalized_hash, &parent), Ok(false))
	}
}

#[async_trait]
impl<Inner, Chain> BlockImport<Block> for Import<Inner, Chain>
where
	Inner: BlockImport<Block> + Send + Sync,
	Chain: HeaderBackend<Block> + HeaderMetadata<Block, Error = sp_blockchain::Error>,
{
	type Error = Inner::Error;

	async fn check_block(
		&self,
		block: BlockCheckParams<Block>,
	) -> Result<ImportResult, Self::Error> {
		let parent_number = block.number.saturating_sub(1);
		if self.is_replaced(block.hash, block.number)
			|| self.is_replaced(block.parent_hash, parent_number)
		{
			return Ok(ImportResult::MissingState);
		}
		self.inner.check_block(block).await
	}

	async fn import_block(
		&self,
		block: BlockImportParams<Block>,
	) -> Result<ImportResult, Self::Error> {
		let (number, parent) = (*block.header.number(), *block.header.parent_hash());
		match self.inner.import_block(block).await {
			Err(error) if self.is_abandoned(number, parent) => {
				log::debug!("block {number} on {parent} is on an abandoned branch: {error}");
				Ok(ImportResult::MissingState)
			},
			result => result,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use futures::executor::block_on;
	use sc_client_api::{
		in_mem::Blockchain,
		NewBlockState::{self, Best, Final, Normal},
	};
	use sp_consensus::BlockOrigin;
	use sp_runtime::{generic::Digest, OpaqueExtrinsic};
	use std::fmt;

	type Headers = Blockchain<Block>;
	type BlockHeader = <Block as sp_runtime::traits::Block>::Header;

	/// What every import ends with.
	struct Fails;

	#[async_trait]
	impl BlockImport<Block> for Fails {
		type Error = fmt::Error;

		async fn check_block(
			&self,
			_: BlockCheckParams<Block>,
		) -> Result<ImportResult, fmt::Error> {
			Ok(ImportResult::imported(false))
		}

		async fn import_block(
			&self,
			_: BlockImportParams<Block>,
		) -> Result<ImportResult, fmt::Error> {
			Err(fmt::Error)
		}
	}

	fn header(parent: Hash, number: BlockNumber, branch: u64) -> BlockHeader {
		let root = Hash::from_low_u64_be(branch);
		BlockHeader::new(number, root, root, parent, Digest::default())
	}

	/// Block 1 has two children, of which the second is final; both have children.
	struct Fork {
		import: Import<Fails, Headers>,
		first: Hash,
		abandoned: [Hash; 2],
		last_final: Hash,
		best: Hash,
	}

	fn fork() -> Fork {
		let chain = Headers::new();
		let insert = |parent, number, branch, state: NewBlockState| {
			let header = header(parent, number, branch);
			let hash = header.hash();
			let body: Option<Vec<OpaqueExtrinsic>> = None;
			chain.insert(hash, header, None, body, state, true).expect("it can be inserted");
			hash
		};
		let genesis = insert(Hash::zero(), 0, 0, Final);
		let first = insert(genesis, 1, 0, Best);
		let one = insert(first, 2, 1, Normal);
		let two = insert(one, 3, 1, Normal);
		let last_final = insert(first, 2, 2, Final);
		chain.set_head(last_final).expect("it is there");
		let best = insert(last_final, 3, 2, Best);
		let import = Import::new(Fails, Arc::new(chain));
		Fork { import, first, abandoned: [one, two], last_final, best }
	}

	impl Fork {
		fn check(&self, parent: Hash, number: BlockNumber) -> Result<ImportResult, fmt::Error> {
			let block = BlockCheckParams {
				hash: Hash::repeat_byte(7),
				number,
				parent_hash: parent,
				allow_missing_state: true,
				allow_missing_parent: false,
				import_existing: false,
			};
			block_on(self.import.check_block(block))
		}

		fn import(&self, parent: Hash, number: BlockNumber) -> Result<ImportResult, fmt::Error> {
			let header = header(parent, number, 3);
			let block = BlockImportParams::new(BlockOrigin::NetworkBroadcast, header);
			block_on(self.import.import_block(block))
		}
	}

	#[test]
	fn a_block_on_an_abandoned_branch_has_no_state_to_stand_on() {
		let fork = fork();
		let [one, two] = fork.abandoned;

		for (parent, number) in [(fork.first, 2), (one, 3), (two, 4)] {
			assert_eq!(fork.import(parent, number), Ok(ImportResult::MissingState), "{number}");
		}
	}

	#[test]
	fn a_block_beside_a_final_one_is_not_even_looked_at() {
		let fork = fork();
		let unknown = Hash::repeat_byte(9);

		for (parent, number) in [(fork.first, 2), (fork.abandoned[0], 3), (unknown, 3)] {
			assert_eq!(fork.check(parent, number), Ok(ImportResult::MissingState), "{number}");
		}
		for (parent, number) in [(fork.last_final, 3), (fork.best, 4), (unknown, 4)] {
			assert_eq!(fork.check(parent, number), Ok(ImportResult::imported(false)), "{number}");
		}
	}

	#[test]
	fn what_is_broken_on_the_final_branch_or_an_unknown_one_stays_an_error() {
		let fork = fork();
		for (parent, number) in [(fork.last_final, 3), (fork.best, 4), (Hash::repeat_byte(9), 4)] {
			assert_eq!(fork.import(parent, number), Err(fmt::Error), "{number}");
		}
	}
}
