// SPDX-License-Identifier: Apache-2.0

//! What the database takes for a record: what the SDK says of RocksDB.

use frame_support::{parameter_types, weights::RuntimeDbWeight};

parameter_types! {
	/// In picoseconds.
	pub const DatabaseWeight: RuntimeDbWeight =
		RuntimeDbWeight { read: 25_000_000, write: 100_000_000 };
}
