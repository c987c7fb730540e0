// SPDX-License-Identifier: Apache-2.0
//! Storage keys that keep neighbours together.
//!
//! SCALE writes integers with the least significant byte first, which scatters consecutive ids
//! over a trie. The keys here are big-endian instead, for maps under the `Identity`
//! hasher: one world's records then share most of their path to the root.
//!
//! `Identity` is only safe where nobody can choose keys that deepen a branch at will: here all
//! are dense ids given out by the runtime, or places of a bounded grid.

use crate::{
	ids::{
		AuctionId, AvatarId, CollectionId, DrawId, EstateId, ItemId, KindId, OrderId, RecipeId,
		WorldId,
	},
	land::{Coordinates, ParcelId},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A type with an order-preserving key of exactly `N` bytes.
pub trait KeyBytes<const N: usize>: Sized {
	/// The key of this value.
	fn to_key(&self) -> [u8; N];
	/// The value of a key; every key has exactly one.
	fn from_key(key: [u8; N]) -> Self;
}

macro_rules! key {
	($(#[$doc:meta])* $name:ident, $value:ty, $len:literal) => {
		$(#[$doc])*
		#[derive(
			Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode,
			DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
		)]
		pub struct $name([u8; $len]);

		impl From<$value> for $name {
			fn from(value: $value) -> Self {
				Self(value.to_key())
			}
		}

		impl From<$name> for $value {
			fn from(key: $name) -> Self {
				Self::from_key(key.0)
			}
		}
	};
}

key!(
	/// Key of a world's records.
	WorldKey,
	WorldId,
	4
);
key!(
	/// Key of an avatar's records.
	AvatarKey,
	AvatarId,
	4
);
key!(
	/// Key of a collection's records.
	CollectionKey,
	CollectionId,
	4
);
key!(
	/// Key of an estate's records.
	EstateKey,
	EstateId,
	4
);
key!(
	/// Key of a resting order's record.
	OrderKey,
	OrderId,
	4
);
key!(
	/// Key of an auction's record.
	AuctionKey,
	AuctionId,
	4
);
key!(
	/// Key of a recipe's record.
	RecipeKey,
	RecipeId,
	4
);
key!(
	/// Key of a draw's record.
	DrawKey,
	DrawId,
	4
);
key!(
	/// Key of a kind's records.
	KindKey,
	KindId,
	8
);
key!(
	/// Key of an item's records.
	ItemKey,
	ItemId,
	8
);
key!(
	/// Key of a parcel's records: its world, then its place in z-order.
	ParcelKey,
	ParcelId,
	8
);

macro_rules! dense {
	($($id:ident),*) => {$(
		impl KeyBytes<4> for $id {
			fn to_key(&self) -> [u8; 4] {
				self.0.to_be_bytes()
			}
			fn from_key(key: [u8; 4]) -> Self {
				Self(u32::from_be_bytes(key))
			}
		}
	)*};
}
dense!(WorldId, AvatarId, CollectionId, EstateId, OrderId, AuctionId, RecipeId, DrawId);

/// Two big-endian words, one after the other.
fn join(high: u32, low: u32) -> [u8; 8] {
	(u64::from(high) << 32 | u64::from(low)).to_be_bytes()
}

/// What [`join`] joined.
fn split(key: [u8; 8]) -> (u32, u32) {
	let [a, b, c, d, e, f, g, h] = key;
	(u32::from_be_bytes([a, b, c, d]), u32::from_be_bytes([e, f, g, h]))
}

impl KeyBytes<8> for KindId {
	fn to_key(&self) -> [u8; 8] {
		join(self.collection.0, self.index)
	}
	fn from_key(key: [u8; 8]) -> Self {
		let (collection, index) = split(key);
		Self { collection: CollectionId(collection), index }
	}
}

impl KeyBytes<8> for ItemId {
	fn to_key(&self) -> [u8; 8] {
		join(self.collection.0, self.serial)
	}
	fn from_key(key: [u8; 8]) -> Self {
		let (collection, serial) = split(key);
		Self { collection: CollectionId(collection), serial }
	}
}

impl KeyBytes<8> for ParcelId {
	fn to_key(&self) -> [u8; 8] {
		join(self.world.0, self.at.morton())
	}
	fn from_key(key: [u8; 8]) -> Self {
		let (world, place) = split(key);
		Self { world: WorldId(world), at: Coordinates::from_morton(place) }
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	#[test]
	fn consecutive_ids_are_neighbours() {
		let keys: alloc::vec::Vec<_> =
			[0, 1, 255, 256, u32::MAX].map(|n| AvatarKey::from(AvatarId(n)).encode()).into();

		assert!(keys.windows(2).all(|pair| pair[0] < pair[1]));
		assert_eq!(keys[2], [0, 0, 0, 255]);
	}

	proptest! {
		#[test]
		fn every_key_gives_its_value_back(a: u32, b: u32, x: i16, y: i16) {
			let collection = CollectionId(a);
			let kind = KindId { collection, index: b };
			let item = ItemId { collection, serial: b };
			let parcel = ParcelId { world: WorldId(a), at: Coordinates { x, y } };

			prop_assert_eq!(WorldId::from(WorldKey::from(WorldId(a))), WorldId(a));
			prop_assert_eq!(EstateId::from(EstateKey::from(EstateId(a))), EstateId(a));
			prop_assert_eq!(OrderId::from(OrderKey::from(OrderId(a))), OrderId(a));
			prop_assert_eq!(AuctionId::from(AuctionKey::from(AuctionId(a))), AuctionId(a));
			prop_assert_eq!(RecipeId::from(RecipeKey::from(RecipeId(a))), RecipeId(a));
			prop_assert_eq!(DrawId::from(DrawKey::from(DrawId(a))), DrawId(a));
			prop_assert_eq!(KindId::from(KindKey::from(kind)), kind);
			prop_assert_eq!(ItemId::from(ItemKey::from(item)), item);
			prop_assert_eq!(ParcelId::from(ParcelKey::from(parcel)), parcel);
		}
	}
}
