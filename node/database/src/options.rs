// SPDX-License-Identifier: Apache-2.0

//! What RocksDB is told, and why. The measurements are in ADR 0035 to 0037.

use rocksdb::{BlockBasedOptions, Cache, ColumnFamilyDescriptor, Env, Error, Options, ReadOptions};

/// Columns of the SDK's client: how many, and the numbers of those that blocks fill.
const COLUMNS: u32 = 13;
/// Nodes of the state's trie, by their hashes.
pub const STATE: u32 = 1;
/// What each block changed in the state, until that is put there or let go.
pub const JOURNAL: u32 = 2;

const MIB: usize = 1 << 20;

/// Of the cache, the part that nodes of the trie have: one of so many.
const NODES_SHARE: usize = 4;
/// Tables in memory of the state. A read looks into them first, and a write puts its record in its
/// place: both take longer the more records there are. A small one is also soon on the disk, so that
/// validators of one machine, which all fill theirs at the same time, are not held up for long.
const STATE_TABLE: usize = 32 * MIB;
/// Those of the journal: megabytes a block, most of which the next blocks delete. With room for
/// several blocks, what came and went is never written out.
const JOURNAL_TABLE: usize = 64 * MIB;
/// How many of them are written out as one.
const JOURNAL_TABLES: i32 = 2;
/// Those of all others, whose records are small and few.
const OTHER_TABLE: usize = 2 * MIB;
/// Tables in memory of one column, full ones that wait for the disk included, before writes wait.
const TABLES: i32 = 6;
/// Files of one column that have not been sorted into the others, before they are.
const UNSORTED_FILES: i32 = 2;
/// Files, and all of the first sorted level, in bytes.
const FILE: u64 = 64 << 20;
const FIRST_LEVEL: u64 = 256 << 20;
/// What is read from a file at once. A node of the trie has some hundred bytes, and its neighbours in
/// the file, being ordered by hashes, are of no use to who reads it.
const BLOCK: usize = 4 << 10;
/// Bits a key in the filter of a file, which tells 99 of 100 keys that are not in it.
const FILTER_BITS: f64 = 10.0;
/// Files that are open at a time.
const OPEN_FILES: i32 = 512;
/// Threads that write tables out and sort files.
const JOBS: i32 = 2;

/// Of all columns.
pub fn database() -> Result<Options, Error> {
	let mut environment = Env::new()?;
	// Files are sorted in what time blocks leave: nothing waits for that until there are many.
	environment.lower_thread_pool_cpu_priority();
	let mut options = Options::default();
	options.set_env(&environment);
	options.create_if_missing(true);
	options.create_missing_column_families(true);
	options.set_max_open_files(OPEN_FILES);
	options.set_max_background_jobs(JOBS);
	// What is written in the background reaches the disk bit by bit, and not all at the end.
	options.set_bytes_per_sync(1 << 20);
	options.set_keep_log_file_num(1);
	Ok(options)
}

/// The columns' names, by their numbers.
pub fn names() -> impl Iterator<Item = String> {
	(0..COLUMNS).map(|number| format!("col{number}"))
}

/// How a cache of so many MiB is shared out, in bytes: to nodes of the trie, and to files.
pub fn shares(cache_size: usize) -> (usize, usize) {
	let cache = cache_size * MIB;
	let nodes = cache / NODES_SHARE;
	(nodes, cache - nodes)
}

/// Each of them, with one cache of so many bytes for the files of all.
pub fn columns(cache: usize) -> Vec<ColumnFamilyDescriptor> {
	let files = files(&Cache::new_lru_cache(cache));
	let column = |(number, name)| ColumnFamilyDescriptor::new(name, column(number, &files));
	(0..).zip(names()).map(column).collect()
}

/// How files are written and read.
fn files(cache: &Cache) -> BlockBasedOptions {
	let mut options = BlockBasedOptions::default();
	options.set_block_size(BLOCK);
	options.set_format_version(5);
	options.set_bloom_filter(FILTER_BITS, false);
	options.set_block_cache(cache);
	// Within the cache's limit, so that the memory of a node does not grow with its database.
	options.set_cache_index_and_filter_blocks(true);
	options.set_pin_l0_filter_and_index_blocks_in_cache(true);
	options
}

fn column(number: u32, files: &BlockBasedOptions) -> Options {
	let mut options = Options::default();
	options.set_block_based_table_factory(files);
	options.set_write_buffer_size(match number {
		STATE => STATE_TABLE,
		JOURNAL => JOURNAL_TABLE,
		_ => OTHER_TABLE,
	});
	options.set_max_write_buffer_number(TABLES);
	if number == JOURNAL {
		options.set_min_write_buffer_number_to_merge(JOURNAL_TABLES);
	}
	options.set_level_zero_file_num_compaction_trigger(UNSORTED_FILES);
	options.set_level_compaction_dynamic_level_bytes(true);
	options.set_max_bytes_for_level_base(FIRST_LEVEL);
	options.set_target_file_size_base(FILE);
	options
}

/// Of a read.
pub fn reading() -> ReadOptions {
	let mut options = ReadOptions::default();
	// As in the SDK: a root that comes out wrong is seen with the next block.
	options.set_verify_checksums(false);
	options
}
