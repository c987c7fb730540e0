// SPDX-License-Identifier: Apache-2.0

//! What the database takes for a record. Written by `scripts/weights --database`: measure anew, do
//! not edit.
//!
//! - date: 2026-12-01
//! - machine: 2 cores of Intel(R) Xeon(R) Processor, 24 GiB of memory
//! - measured: RocksDB on disk, as a node has it, 1000000 items and as many avatars; 5000 of the
//!   items and purses read and written in a block; the median of 60 blocks and 25 percent

use frame_support::{parameter_types, weights::RuntimeDbWeight};

parameter_types! {
	/// In picoseconds.
	pub const DatabaseWeight: RuntimeDbWeight = RuntimeDbWeight { read: 26071180, write: 61975853 };
}
