// SPDX-License-Identifier: Apache-2.0

//! Opens the database, and refuses one that another chain was stored in: the stock start takes any
//! database and would go on with the chain in it, whatever the chain spec says.

use super::{Executor, FullBackend};
use freehold_runtime::{opaque::Block, Hash};
use sc_client_api::{Backend, HeaderBackend};
use sc_consensus_grandpa::GrandpaPruningFilter;
use sc_service::{BuildGenesisBlock, Configuration, GenesisBlockBuilder};
use sp_blockchain::Error;
use sp_runtime::traits::Block as _;
use std::{fmt::Display, path::Path, sync::Arc};

/// Builds block 0 of the chain spec.
pub type Genesis = GenesisBlockBuilder<Block, FullBackend, Executor>;

/// Opens the database of `config`, which is empty or holds the chain that its spec describes.
pub fn open(
	config: &Configuration,
	executor: &Executor,
) -> Result<(Arc<FullBackend>, Genesis), Error> {
	let path = config.database.path().unwrap_or(&config.data_path);

	let mut settings = config.db_config();
	settings.source = freehold_database::tuned(settings.source)
		.map_err(|error| refusal(cannot_open(path, &error)))?;
	// Without the blocks that prove a change of validators, a pruned node can't serve warp sync.
	settings.pruning_filters = vec![Arc::new(GrandpaPruningFilter)];
	let backend = sc_service::new_db_backend::<Block>(settings)
		.map_err(|error| refusal(cannot_open(path, &error)))?;

	let storage = config.chain_spec.as_storage_builder().build_storage().map_err(Error::Storage)?;
	let genesis = |storage| {
		Genesis::new_with_storage(storage, !config.no_genesis(), backend.clone(), executor.clone())
	};
	let stored = backend.blockchain().info().genesis_hash;
	if stored != Hash::default() {
		let (described, _) = genesis(storage.clone())?.build_genesis_block()?;
		if stored != described.hash() {
			let chain = config.chain_spec.id();
			return Err(refusal(other_chain(path, chain, stored, described.hash())));
		}
	}
	let genesis = genesis(storage)?;
	Ok((backend, genesis))
}

fn cannot_open(path: &Path, error: &dyn Display) -> String {
	format!(
		"can't open the database at {}: {error}.\n\
		 If another node uses it, stop that one or give this one its own --base-path. If the disk \
		 is full or read-only, mend that. If the database is damaged, delete it with \
		 `freehold-node purge-chain`, same --chain and --base-path (keys stay), and sync again.",
		path.display()
	)
}

fn other_chain(path: &Path, chain: &str, stored: Hash, described: Hash) -> String {
	format!(
		"the database at {} belongs to another chain.\n  \
		 its genesis:                     {stored:?}\n  \
		 genesis of chain spec `{chain}`: {described:?}\n\
		 Give the chain this database was made for with --chain, or keep both by choosing another \
		 --base-path, or delete the stored chain with `freehold-node purge-chain`, same --chain \
		 and --base-path (keys stay). The genesis of `dev` and `local` holds the runtime of this \
		 binary, so a new build of it is a new chain.",
		path.display()
	)
}

/// An error that is printed as it stands.
fn refusal(message: String) -> Error {
	Error::Application(message.into())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn refusal_is_printed_as_it_stands() {
		let service_error = sc_service::Error::from(refusal("what to do".into()));

		assert_eq!(sc_cli::Error::from(service_error).to_string(), "what to do");
	}

	#[test]
	fn other_chain_names_the_path_both_genesis_hashes_and_the_remedies() {
		let (stored, described) = (Hash::repeat_byte(1), Hash::repeat_byte(2));
		let message = other_chain(Path::new("/data/db/full"), "local", stored, described);

		for needed in ["/data/db/full", "`local`", "--base-path", "purge-chain"] {
			assert!(message.contains(needed), "{needed} is missing in {message}");
		}
		assert!(message.contains(&format!("{stored:?}")));
		assert!(message.contains(&format!("{described:?}")));
	}
}
