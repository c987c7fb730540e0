// SPDX-License-Identifier: Apache-2.0
//! What changes hands, and the one record of who owns it.

use crate::{
	chain::{Balance, BlockNumber},
	fee::BasisPoints,
	ids::{AuctionId, AvatarId, EstateId, ItemId, KindId, OrderId, WorldId},
	land::ParcelId,
};
use alloc::collections::BTreeSet;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

/// Most assets on one side of a trade.
pub const MAX_ASSETS: u32 = 8;

/// One side of a trade.
pub type Assets = BoundedVec<Asset, ConstU32<MAX_ASSETS>>;

/// Grows at each transfer of a unique asset, and whenever it is no longer what it was: an item at
/// each change of its attributes, an estate at each change of its set of parcels, a parcel when it
/// leaves an estate, and either when it is let and when its lease ends early. So an order signed
/// before is dead.
pub type Version = u32;

/// Anything that can change hands. Index 5 is kept for avatars.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Asset {
	/// Native currency, from purse to purse.
	#[codec(index = 0)]
	Coins(Balance),
	/// A unique item, in the state that had this version.
	#[codec(index = 1)]
	Item {
		/// Which item.
		id: ItemId,
		/// Its version when the order was signed.
		version: Version,
	},
	/// An amount of a stackable kind.
	#[codec(index = 2)]
	Units {
		/// Which kind.
		kind: KindId,
		/// How many.
		amount: u64,
	},
	/// A parcel, in the state that had this version.
	#[codec(index = 3)]
	Parcel {
		/// Which parcel.
		id: ParcelId,
		/// Its version when the order was signed.
		version: Version,
	},
	/// An estate with all its parcels, in the state that had this version.
	#[codec(index = 4)]
	Estate {
		/// Which estate.
		id: EstateId,
		/// Its version when the order was signed.
		version: Version,
	},
}

impl Asset {
	/// The unique asset and its version; none for what comes in amounts.
	pub fn unique(&self) -> Option<(UniqueId, Version)> {
		match *self {
			Self::Item { id, version } => Some((UniqueId::Item(id), version)),
			Self::Parcel { id, version } => Some((UniqueId::Parcel(id), version)),
			Self::Estate { id, version } => Some((UniqueId::Estate(id), version)),
			Self::Coins(_) | Self::Units { .. } => None,
		}
	}
}

impl fmt::Display for Asset {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Coins(amount) => write!(f, "{} FHD", Coins(*amount)),
			Self::Item { id, version } => write!(f, "item {id} (version {version})"),
			Self::Units { kind, amount } => write!(f, "{amount} of kind {kind}"),
			Self::Parcel { id, version } => write!(f, "parcel {id} (version {version})"),
			Self::Estate { id, version } => write!(f, "estate {id} (version {version})"),
		}
	}
}

/// Shows an amount in FHD: `Coins(1_500_000_000_000)` is `1.5`. Exact, never rounded.
pub struct Coins(pub Balance);

impl Coins {
	/// Decimals of the currency.
	pub const DECIMALS: u32 = 12;
	/// One FHD.
	pub const UNIT: Balance = 1_000_000_000_000;
}

impl fmt::Display for Coins {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let (whole, mut part) = (self.0 / Self::UNIT, self.0 % Self::UNIT);
		if part == 0 {
			return write!(f, "{whole}");
		}
		let mut digits = 12;
		while part % 10 == 0 {
			part /= 10;
			digits -= 1;
		}
		write!(f, "{whole}.{part:0digits$}")
	}
}

/// An asset of which there is one.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum UniqueId {
	/// An item.
	#[codec(index = 1)]
	Item(ItemId),
	/// A parcel.
	#[codec(index = 3)]
	Parcel(ParcelId),
	/// An estate.
	#[codec(index = 4)]
	Estate(EstateId),
}

impl UniqueId {
	/// The asset in the state that has this version.
	pub fn at_version(self, version: Version) -> Asset {
		match self {
			Self::Item(id) => Asset::Item { id, version },
			Self::Parcel(id) => Asset::Parcel { id, version },
			Self::Estate(id) => Asset::Estate { id, version },
		}
	}
}

impl fmt::Display for UniqueId {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Item(id) => write!(f, "item {id}"),
			Self::Parcel(id) => write!(f, "parcel {id}"),
			Self::Estate(id) => write!(f, "estate {id}"),
		}
	}
}

/// Who keeps an asset where it is, and for what. Each has its counterpart where it was set.
///
/// Index 0 was a listing without its id; it is not used again.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Lock {
	/// Its zone: it is public land.
	#[codec(index = 1)]
	PublicLand,
	/// The estate that the parcel is part of. Never stored: only seen in a holding that is derived
	/// from the estate's.
	#[codec(index = 2)]
	Estate(EstateId),
	/// A resting order of the market gives it.
	#[codec(index = 3)]
	Order(OrderId),
	/// It is up for auction.
	#[codec(index = 4)]
	Auction(AuctionId),
	/// Its owner wears it.
	#[codec(index = 5)]
	Worn {
		/// Where.
		slot: u8,
	},
	/// Its owner has placed it in the custody of a world.
	#[codec(index = 6)]
	Custody(Custody),
}

impl fmt::Display for Lock {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::PublicLand => f.write_str("public land"),
			Self::Estate(id) => write!(f, "part of estate {id}"),
			Self::Order(id) => write!(f, "given by order {id}"),
			Self::Auction(id) => write!(f, "in auction {id}"),
			Self::Worn { slot } => write!(f, "worn in slot {slot}"),
			Self::Custody(Custody { world, reason, until }) => {
				write!(f, "in custody of world {world} for reason {reason} until block {until}")
			},
		}
	}
}

/// What an owner has agreed to: that an item stays where it is while a world needs it to.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Custody {
	/// The world whose servers may let it go before.
	pub world: WorldId,
	/// Why, by a number that the world gives a meaning.
	pub reason: u16,
	/// Last block in which it counts.
	pub until: BlockNumber,
}

/// How many units of a kind an avatar has.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Stack {
	/// Those it may give away.
	pub free: u64,
	/// Those that resting orders and auctions keep where they are.
	pub locked: u64,
}

impl Stack {
	/// Free units alone.
	pub fn free(amount: u64) -> Self {
		Self { free: amount, locked: 0 }
	}

	/// All units, free and locked: never more than the kind's supply, which can be counted.
	pub fn total(self) -> u64 {
		self.free.saturating_add(self.locked)
	}

	/// Whether there are none.
	pub fn is_empty(self) -> bool {
		self == Self::default()
	}
}

/// What a unique item is.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Class {
	/// Its kind.
	pub kind: KindId,
	/// The royalty of its kind when it was minted: the most that is ever taken.
	pub royalty: BasisPoints,
}

/// What a trade has to know of a unique asset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owned {
	/// Who owns it.
	pub holding: Holding,
	/// What it is, if it is an item; none for land.
	pub class: Option<Class>,
}

/// Whether one side of a trade says something that could be done `lots` times: it has assets, no
/// amount is zero, and what exists once comes in one lot and is named once.
pub fn is_well_formed(side: &[Asset], lots: u32) -> bool {
	is_possible(side, lots) && are_distinct(side)
}

/// Whether both sides of a trade together say something that could be done `lots` times: each does,
/// and what exists once is not given and wanted too.
pub fn is_exchange(give: &[Asset], want: &[Asset], lots: u32) -> bool {
	let both = give.iter().chain(want);
	is_possible(give, lots) && is_possible(want, lots) && are_distinct(both)
}

/// Whether each of the assets could change hands `lots` times, and there are any.
fn is_possible(side: &[Asset], lots: u32) -> bool {
	let possible = |asset: &Asset| match *asset {
		Asset::Coins(amount) => amount > 0,
		Asset::Units { amount, .. } => amount > 0,
		Asset::Item { .. } | Asset::Parcel { .. } | Asset::Estate { .. } => lots == 1,
	};
	lots > 0 && !side.is_empty() && side.iter().all(possible)
}

/// Whether nothing that exists once is among the assets twice, whatever its versions.
fn are_distinct<'a>(assets: impl IntoIterator<Item = &'a Asset>) -> bool {
	let mut named = BTreeSet::new();
	assets.into_iter().filter_map(Asset::unique).all(|(id, _)| named.insert(id))
}

/// The record of who owns a unique asset; nothing else stores ownership.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Holding {
	/// The owner.
	pub owner: AvatarId,
	/// Moves whenever it changes hands or is no longer what it was: see [`Version`].
	pub version: Version,
	/// Who keeps it from changing hands, if anyone.
	pub lock: Option<Lock>,
}

/// Why a unique asset can't change hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmovable {
	/// Someone else owns it.
	NotOwner,
	/// It is locked.
	Locked,
}

impl Holding {
	/// First ownership.
	pub fn new(owner: AvatarId) -> Self {
		Self { owner, version: 0, lock: None }
	}

	/// Whether `owner` may give it away now.
	pub fn ensure_movable_by(&self, owner: AvatarId) -> Result<(), Unmovable> {
		if self.owner != owner {
			return Err(Unmovable::NotOwner);
		}
		if self.lock.is_some() {
			return Err(Unmovable::Locked);
		}
		Ok(())
	}

	/// The record after a change of hands. The version wraps: an order would have to outlive
	/// 2^32 changes to meet its version again, and orders live a week.
	#[must_use]
	pub fn moved_to(self, owner: AvatarId) -> Self {
		Self { owner, version: self.version.wrapping_add(1), lock: None }
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{ids::CollectionId, land::Coordinates};
	use alloc::string::ToString;

	const ITEM: UniqueId = UniqueId::Item(ItemId { collection: CollectionId(1), serial: 2 });
	const PARCEL: UniqueId =
		UniqueId::Parcel(ParcelId { world: WorldId(1), at: Coordinates::new(2, 3) });
	const ESTATE: UniqueId = UniqueId::Estate(EstateId(7));

	#[test]
	fn a_unique_asset_is_named_by_id_and_version() {
		for id in [ITEM, PARCEL, ESTATE] {
			assert_eq!(id.at_version(5).unique(), Some((id, 5)));
		}
		assert_eq!(Asset::Coins(1).unique(), None);
	}

	#[test]
	fn a_unique_asset_reads_as_words() {
		for (id, shown) in
			[(ITEM, "item 1#2"), (PARCEL, "parcel 2,3 in world 1"), (ESTATE, "estate 7")]
		{
			assert_eq!(id.to_string(), shown);
			assert_eq!(id.at_version(5).to_string(), alloc::format!("{shown} (version 5)"));
		}
	}

	/// A change here breaks every wallet that signs.
	#[test]
	fn every_kind_of_asset_keeps_its_number() {
		let kind = KindId { collection: CollectionId(1), index: 0 };
		let number = |asset: Asset| asset.encode()[0];

		assert_eq!(number(Asset::Coins(1)), 0);
		assert_eq!(number(ITEM.at_version(0)), 1);
		assert_eq!(number(Asset::Units { kind, amount: 1 }), 2);
		assert_eq!(number(PARCEL.at_version(0)), 3);
		assert_eq!(number(ESTATE.at_version(0)), 4);
		assert_eq!([ITEM, PARCEL, ESTATE].map(|id| id.encode()[0]), [1, 3, 4]);
		assert_eq!(ESTATE.at_version(3).encode(), [4, 7, 0, 0, 0, 3, 0, 0, 0]);
	}

	#[test]
	fn every_lock_keeps_its_number() {
		let custody = Custody { world: WorldId(1), reason: 2, until: 3 };

		assert_eq!(Lock::PublicLand.encode(), [1]);
		assert_eq!(Lock::Estate(EstateId(7)).encode(), [2, 7, 0, 0, 0]);
		assert_eq!(Lock::Order(OrderId(7)).encode(), [3, 7, 0, 0, 0]);
		assert_eq!(Lock::Auction(AuctionId(7)).encode(), [4, 7, 0, 0, 0]);
		assert_eq!(Lock::Worn { slot: 9 }.encode(), [5, 9]);
		assert_eq!(Lock::Custody(custody).encode(), [6, 1, 0, 0, 0, 2, 0, 3, 0, 0, 0]);
	}

	#[test]
	fn a_lock_reads_as_words() {
		let custody = Custody { world: WorldId(1), reason: 2, until: 3 };

		for (lock, shown) in [
			(Lock::PublicLand, "public land"),
			(Lock::Estate(EstateId(7)), "part of estate 7"),
			(Lock::Order(OrderId(7)), "given by order 7"),
			(Lock::Auction(AuctionId(7)), "in auction 7"),
			(Lock::Worn { slot: 9 }, "worn in slot 9"),
			(Lock::Custody(custody), "in custody of world 1 for reason 2 until block 3"),
		] {
			assert_eq!(lock.to_string(), shown);
		}
	}

	#[test]
	fn a_stack_counts_what_is_locked_too() {
		let stack = Stack { free: 2, locked: 3 };

		assert_eq!(stack.total(), 5);
		assert!(!Stack { free: 0, locked: 1 }.is_empty());
		assert!(Stack::free(0).is_empty());
	}

	#[test]
	fn what_exists_once_comes_in_one_lot() {
		for unique in [ITEM, PARCEL, ESTATE] {
			assert!(is_well_formed(&[unique.at_version(0)], 1));
			assert!(!is_well_formed(&[Asset::Coins(1), unique.at_version(0)], 2));
		}
		assert!(is_well_formed(&[Asset::Coins(1)], u32::MAX));
	}

	#[test]
	fn what_exists_once_is_named_once() {
		let (first, later) = (ITEM.at_version(0), ITEM.at_version(1));
		let kind = KindId { collection: CollectionId(1), index: 0 };
		let units = Asset::Units { kind, amount: 1 };

		assert!(!is_well_formed(&[first, Asset::Coins(1), first], 1));
		assert!(!is_well_formed(&[first, later], 1));
		assert!(is_well_formed(&[first, PARCEL.at_version(0), ESTATE.at_version(0)], 1));
		assert!(is_well_formed(&[units, units, Asset::Coins(1), Asset::Coins(1)], 2));
	}

	#[test]
	fn what_is_given_is_not_wanted_too() {
		let (first, later) = (ITEM.at_version(0), ITEM.at_version(1));

		assert!(is_exchange(&[first], &[PARCEL.at_version(0)], 1));
		assert!(is_exchange(&[Asset::Coins(1)], &[Asset::Coins(1)], 2));
		for (give, want) in [(first, first), (first, later)] {
			assert!(!is_exchange(&[give], &[want], 1));
		}
		assert!(!is_exchange(&[first, first], &[PARCEL.at_version(0)], 1));
		assert!(!is_exchange(&[first], &[], 1));
		assert!(!is_exchange(&[first], &[Asset::Coins(1)], 2));
	}

	#[test]
	fn a_side_without_anything_is_not_well_formed() {
		let kind = KindId { collection: CollectionId(1), index: 0 };

		for side in [&[][..], &[Asset::Coins(0)], &[Asset::Units { kind, amount: 0 }]] {
			assert!(!is_well_formed(side, 1));
		}
		assert!(!is_well_formed(&[Asset::Coins(1)], 0));
	}

	#[test]
	fn amounts_are_shown_exactly() {
		for (amount, shown) in [
			(0, "0"),
			(1, "0.000000000001"),
			(Coins::UNIT, "1"),
			(1_500_000_000_000, "1.5"),
			(20_000_000_000_030, "20.00000000003"),
		] {
			assert_eq!(Coins(amount).to_string(), shown);
		}
	}

	#[test]
	fn a_locked_holding_stays() {
		for lock in [
			Lock::PublicLand,
			Lock::Estate(EstateId(7)),
			Lock::Order(OrderId(7)),
			Lock::Worn { slot: 9 },
		] {
			let holding = Holding { lock: Some(lock), ..Holding::new(AvatarId(1)) };

			assert_eq!(holding.ensure_movable_by(AvatarId(1)), Err(Unmovable::Locked));
			assert_eq!(holding.ensure_movable_by(AvatarId(2)), Err(Unmovable::NotOwner));
		}
	}

	#[test]
	fn a_transfer_moves_the_version() {
		let moved = Holding::new(AvatarId(1)).moved_to(AvatarId(2));

		assert_eq!(moved, Holding { owner: AvatarId(2), version: 1, lock: None });
	}
}
