// SPDX-License-Identifier: Apache-2.0

//! What the database takes for a record. Written by `scripts/weights --database`: measure anew, do
//! not edit.
//!
//! - date: 2026-11-30
//! - machine: 2 cores of AMD EPYC
//! - measured: RocksDB on disk, 2000000 records in the trie's cache, 5000 of them read and
//!   written in a block, the median of 20 blocks and 10 percent
//! - the same with nothing in that cache: 27.5 µs a read, 84.8 µs a write

use frame_support::{parameter_types, weights::RuntimeDbWeight};

parameter_types! {
	/// In picoseconds.
	pub const DatabaseWeight: RuntimeDbWeight = RuntimeDbWeight { read: 10552300, write: 99473000 };
}
