// SPDX-License-Identifier: Apache-2.0

//! The chains on disk. One of each size is grown and kept; whatever is measured gets a copy.

use crate::{
	chain::{Chain, Database},
	state::{self, Size},
	Result,
};
use freehold_runtime::{opaque::Block, RuntimeApi};
use sp_core::storage::well_known_keys::CODE;
use std::{
	fs,
	io::{self, ErrorKind},
	path::{Path, PathBuf},
	time::Instant,
};
use tempfile::TempDir;

/// A chain of Freehold.
pub type FreeholdChain = Chain<Block, RuntimeApi>;

/// To be raised when a state grows in another way, so that no chain is used which was kept of before.
const GROWTH: u32 = 1;

/// What RocksDB writes once and never changes.
const TABLE: &str = "sst";

/// What a chain that has a state of this size and nothing else is kept as, by a hash of what makes
/// the state what it is.
pub fn name(kind: &str, size: Size, hash: [u8; 32]) -> String {
	let hash = hex::encode(&hash[..4]);
	format!("{kind}-{}-{}-{hash}-{GROWTH}", size.players, size.items)
}

/// A folder of chains.
pub struct Store {
	folder: PathBuf,
}

impl Store {
	/// That in this folder, which may be missing.
	pub fn new(folder: &Path) -> Self {
		Self { folder: folder.to_owned() }
	}

	/// The folder of a chain that has a state of this size and nothing else, and this runtime. Grows it
	/// if there is none whose state is the same but for the runtime. One that has another runtime gets
	/// this one by a block more: chains of the same state can differ, and so what was made on one is
	/// not for another.
	pub fn grown(&self, size: Size, database: Database) -> Result<PathBuf> {
		let genesis = state::genesis()?;
		let code = genesis.top.get(CODE).ok_or("a genesis has no runtime")?;
		let database_name = match database {
			Database::RocksDb => "",
			Database::ParityDb => "-paritydb",
		};
		let name = name("freehold", size, state::hash(&genesis, size)?) + database_name;
		let chain = self.keep(&name, |folder| {
			let growth = state::growth(&genesis, size)?;
			FreeholdChain::create(folder, database, genesis.clone(), growth)
		})?;
		FreeholdChain::install(&chain, code)?;
		Ok(chain)
	}

	/// The folder of this name. If it is missing, it is made by `create`, as a whole or not at all.
	pub fn keep(&self, name: &str, create: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
		let kept = self.folder.join(name);
		if !kept.exists() {
			eprintln!("growing {name}");
			let began = Instant::now();
			let folder = self.scratch()?;
			let unfinished = folder.path().join(name);
			create(&unfinished)?;
			fs::rename(&unfinished, &kept)
				.map_err(|error| format!("can't keep {}: {error}", kept.display()))?;
			eprintln!("grew {name} in {:.0} s", began.elapsed().as_secs_f64());
		}
		Ok(kept)
	}

	/// A copy that goes away with what is returned. It shares the tables on disk, which never
	/// change.
	pub fn copy(&self, chain: &Path) -> Result<TempDir> {
		let copy = self.scratch()?;
		copy_files(chain, copy.path())
			.map_err(|error| format!("can't copy {}: {error}", chain.display()))?;
		Ok(copy)
	}

	/// An empty folder that goes away with what is returned.
	pub fn scratch(&self) -> Result<TempDir> {
		let made = fs::create_dir_all(&self.folder)
			.and_then(|()| tempfile::Builder::new().prefix("copy-").tempdir_in(&self.folder));
		made.map_err(|error| format!("can't make a folder in {}: {error}", self.folder.display()))
	}
}

fn copy_files(from: &Path, to: &Path) -> io::Result<()> {
	for entry in fs::read_dir(from)? {
		let entry = entry?;
		let (source, target) = (entry.path(), to.join(entry.file_name()));
		if entry.file_type()?.is_dir() {
			fs::create_dir(&target)?;
			copy_files(&source, &target)?;
		} else if source.extension().is_some_and(|it| it == TABLE) {
			fs::hard_link(&source, &target)?;
		} else {
			fs::copy(&source, &target)?;
		}
	}
	Ok(())
}

/// How many bytes the files in a folder have.
pub fn size_of(folder: &Path) -> Result<u64> {
	fn sum(folder: &Path) -> io::Result<u64> {
		let mut bytes = 0;
		for entry in fs::read_dir(folder)? {
			let entry = entry?;
			bytes += match entry.metadata() {
				Ok(details) if details.is_dir() => sum(&entry.path())?,
				Ok(details) => details.len(),
				// An open database deletes files as it likes.
				Err(error) if error.kind() == ErrorKind::NotFound => 0,
				Err(error) => return Err(error),
			};
		}
		Ok(bytes)
	}
	sum(folder).map_err(|error| format!("can't list {}: {error}", folder.display()))
}

#[cfg(test)]
mod tests {
	use super::*;

	fn store() -> (TempDir, Store) {
		let folder = tempfile::tempdir().expect("there is room for a folder");
		let store = Store::new(folder.path());
		(folder, store)
	}

	fn write(folder: &Path) -> Result<()> {
		let tables = folder.join("tables");
		fs::create_dir_all(&tables).expect("it is new");
		fs::write(tables.join("1.sst"), "table").expect("it can be written");
		fs::write(folder.join("CURRENT"), "log").expect("it can be written");
		Ok(())
	}

	#[test]
	fn a_copy_is_whole_and_apart() {
		let (_folder, store) = store();
		let kept = store.keep("some", write).expect("it is made");

		let copy = store.copy(&kept).expect("it is copied");
		fs::write(copy.path().join("CURRENT"), "more").expect("it can be written");

		assert_eq!(fs::read_to_string(kept.join("CURRENT")).expect("it is there"), "log");
		assert_eq!(size_of(copy.path()), Ok(9));
		let path = copy.path().to_owned();
		drop(copy);
		assert!(!path.exists() && kept.join("tables/1.sst").exists());
	}

	#[test]
	fn what_failed_is_not_kept() {
		let (folder, store) = store();
		let failed = store.keep("some", |folder| write(folder).and(Err("no".into())));

		assert_eq!(failed, Err("no".into()));
		assert_eq!(size_of(folder.path()), Ok(0));
		let again = store.keep("some", write).expect("it is made");
		let known = store.keep("some", |_| Err("it is there".into()));
		assert_eq!(known, Ok(again));
	}
}
