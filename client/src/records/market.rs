// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, Encode};
use freehold_primitives::{
	chain::{AccountId, Balance, Hash},
	ids::{AvatarId, WorldId},
};

/// An asset listed for sale.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ListingDetails {
	/// The world whose market it is on.
	pub world: WorldId,
	/// The avatar that sells.
	pub seller: AvatarId,
	/// Of whom the deposit is held.
	pub payer: AccountId,
	/// The price, in 10^-12 FHD.
	pub price: Balance,
}

/// The last batch of trades that a world settled.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct LastBatch {
	/// Its number.
	pub seq: u64,
	/// Hash of its trades.
	pub hash: Hash,
}
