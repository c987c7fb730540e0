// SPDX-License-Identifier: Apache-2.0
//! The chain's records as they are stored. The client does not depend on the pallets, so these
//! are mirrors of their types; a test of the workspace holds the two together.

use codec::{Decode, Encode};
use freehold_primitives::{
	asset::Holding,
	chain::{AccountId, Balance, BlockNumber, Hash, Nonce},
	fee::Fee,
	ids::{AvatarId, WorldId},
	land::{Area, Zone},
};

/// A world.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct WorldDetails {
	/// Who operates it.
	pub owner: AccountId,
	/// Its grid.
	pub bounds: Area,
	/// What it keeps of payments.
	pub fee: Option<Fee>,
	/// How many settlers it has.
	pub settlers: u32,
}

/// An avatar.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct AvatarDetails {
	/// The account that owns it.
	pub owner: AccountId,
	/// How many device keys it has.
	pub devices: u8,
}

/// A parcel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ParcelDetails {
	/// Who owns it.
	pub holding: Holding,
	/// What it is for.
	pub zone: Zone,
}

/// Who makes the items of a collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Issuer {
	/// A world's operator and settlers.
	World(WorldId),
	/// An avatar's owner.
	Avatar(AvatarId),
}

/// A collection of items.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct CollectionDetails {
	/// Who mints.
	pub issuer: Issuer,
	/// Of whom the deposits are held.
	pub payer: AccountId,
	/// How many kinds it has.
	pub kinds: u32,
	/// How many items were minted.
	pub items: u32,
}

/// Whether the items of a kind can be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Form {
	/// Each has its own record.
	Unique,
	/// There are only amounts.
	Stackable,
}

/// A kind of item.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct KindDetails {
	/// Unique or stackable.
	pub form: Form,
	/// Most that there may be.
	pub max_supply: Option<u64>,
	/// How many there are.
	pub supply: u64,
}

/// A unique item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ItemDetails {
	/// Who owns it.
	pub holding: Holding,
	/// Its kind's place in the collection.
	pub kind: u32,
}

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

/// Until when an account may settle for a world.
pub type SettlerExpiry = BlockNumber;

/// An account of the currency: the standard record of FRAME.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct AccountInfo {
	/// How many transactions it has sent.
	pub nonce: Nonce,
	/// How many pallets rely on the account.
	pub consumers: u32,
	/// How many pallets let it exist.
	pub providers: u32,
	/// How many let it exist for their own sake.
	pub sufficients: u32,
	/// Its coins.
	pub data: AccountData,
}

/// The coins of an account, in 10^-12 FHD.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct AccountData {
	/// What it may spend, but for `frozen`.
	pub free: Balance,
	/// What is held: deposits, and in the pot's case the purses.
	pub reserved: Balance,
	/// How much of the whole must stay.
	pub frozen: Balance,
	/// Flags of the balances pallet.
	pub flags: u128,
}
