// SPDX-License-Identifier: Apache-2.0

//! What the database takes for a record. Written by `scripts/weights --database`: measure anew, do
//! not edit.
//!
//! - date: 2026-11-30
//! - machine: 2 cores of AMD EPYC
//! - measured: RocksDB on disk, 2000000 records in the trie's cache, 5000 of them read and
//!   written in a block, the median of 60 blocks and 10 percent
//! - the same in the minute after a start with that cache empty: 25.7 µs a read, 96.8 µs a write

use frame_support::{parameter_types, weights::RuntimeDbWeight};

parameter_types! {
	/// In picoseconds.
	pub const DatabaseWeight: RuntimeDbWeight = RuntimeDbWeight { read: 8853900, write: 99371800 };
}
