// SPDX-License-Identifier: Apache-2.0

//! Blocks that write records of the state, and have nothing else in them.

use crate::chain::{Entry, Number, Operation};
use codec::Encode;
use frame_support::storage::storage_prefix;
use sc_chain_spec::construct_genesis_block;
use sc_client_api::{
	Backend as _, BlockImportOperation, HeaderBackend as _, NewBlockState, StateBackend,
	TrieCacheContext,
};
use sc_service::TFullBackend;
use sp_blockchain::Error;
use sp_core::storage::StateVersion;
use sp_runtime::{
	traits::{Block as BlockT, Header as HeaderT, One},
	Digest, Storage,
};
use std::{result::Result, sync::Arc};

/// The state after a block.
pub type State<Block> = <TFullBackend<Block> as sc_client_api::Backend<Block>>::State;

/// A chain of such blocks, each of which is final at once.
pub struct Bare<Block: BlockT> {
	backend: Arc<TFullBackend<Block>>,
	head: Block::Header,
}

impl<Block: BlockT> Bare<Block> {
	/// Lays the first block, which has all of this state.
	pub fn begin(backend: Arc<TFullBackend<Block>>, genesis: Storage) -> Result<Self, Error> {
		let mut operation = backend.begin_operation()?;
		let root = operation.set_genesis_state(genesis, true, StateVersion::V1)?;
		let (head, _) = construct_genesis_block::<Block>(root, StateVersion::V1).deconstruct();
		commit::<Block>(&backend, operation, head.clone())?;
		Ok(Self { backend, head })
	}

	/// Goes on from the best block that there is.
	pub fn resume(backend: Arc<TFullBackend<Block>>) -> Result<Self, Error> {
		let best = backend.blockchain().info().best_hash;
		let head = backend.blockchain().expect_header(best)?;
		Ok(Self { backend, head })
	}

	/// The state after the last block.
	pub fn state(&self) -> Result<State<Block>, Error> {
		self.backend.state_at(self.head.hash(), TrieCacheContext::Trusted)
	}

	/// Appends a block that writes these records and its number, after which a runtime takes only the
	/// next.
	pub fn append(&mut self, records: Vec<Entry>) -> Result<(), Error> {
		let state = self.state()?;
		self.append_to(state, records)
	}

	/// The same on the state after the last block, from which something may have been read.
	pub fn append_to(&mut self, state: State<Block>, mut records: Vec<Entry>) -> Result<(), Error> {
		let (backend, parent) = (&self.backend, &self.head);
		let number: Number<Block> = *parent.number() + One::one();
		records.push((storage_prefix(b"System", b"Number").to_vec(), number.encode()));
		let delta = records.iter().map(|(key, value)| (&key[..], Some(&value[..])));
		let (root, transaction) = state.storage_root(delta, StateVersion::V1);

		let mut operation = backend.begin_operation()?;
		backend.begin_state_operation(&mut operation, parent.hash())?;
		operation.update_db_storage(transaction)?;
		let records = records.into_iter().map(|(key, value)| (key, Some(value))).collect();
		operation.update_storage(records, Vec::new())?;
		let header =
			Block::Header::new(number, Default::default(), root, parent.hash(), Digest::default());
		commit::<Block>(backend, operation, header.clone())?;
		self.head = header;
		Ok(())
	}
}

/// Commits a block without a body, which is final at once.
fn commit<Block: BlockT>(
	backend: &TFullBackend<Block>,
	mut operation: Operation<Block>,
	header: Block::Header,
) -> Result<(), Error> {
	operation.set_block_data(header, Some(Vec::new()), None, None, NewBlockState::Final, true)?;
	backend.commit_operation(operation)
}
