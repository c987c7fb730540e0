// SPDX-License-Identifier: Apache-2.0
//! Identifiers. The runtime counts them up from zero and never gives one out twice.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

macro_rules! id {
	($(#[$doc:meta])* $name:ident) => {
		$(#[$doc])*
		#[derive(
			Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode,
			DecodeWithMemTracking, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
		)]
		#[serde(transparent)]
		pub struct $name(pub u32);

		impl $name {
			/// The id given out after this one; none is left after `u32::MAX`.
			pub fn next(self) -> Option<Self> {
				self.0.checked_add(1).map(Self)
			}
		}

		impl fmt::Display for $name {
			fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
				self.0.fmt(f)
			}
		}
	};
}

id!(
	/// A world: a place with an operator.
	WorldId
);
id!(
	/// An avatar: what an account owns, and what owns everything else.
	AvatarId
);
id!(
	/// A collection of items.
	CollectionId
);
id!(
	/// An estate: parcels that are held, traded and let as one.
	EstateId
);
id!(
	/// A lease of a parcel or an estate.
	LeaseId
);
id!(
	/// A resting order: a listing, an offer or a barter that stands in the market's book.
	OrderId
);
id!(
	/// An auction.
	AuctionId
);
id!(
	/// A recipe, by which items are made of others.
	RecipeId
);
id!(
	/// A draw: what a recipe with a random outcome will have made.
	DrawId
);

/// A kind of item: `index` counts from zero within its collection.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct KindId {
	/// Collection that the kind is in.
	pub collection: CollectionId,
	/// Place of the kind in its collection.
	pub index: u32,
}

impl fmt::Display for KindId {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{}/{}", self.collection, self.index)
	}
}

/// A unique item: `serial` counts from zero within its collection, over all its kinds.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
pub struct ItemId {
	/// Collection that the item is in.
	pub collection: CollectionId,
	/// Place of the item in its collection.
	pub serial: u32,
}

impl fmt::Display for ItemId {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{}#{}", self.collection, self.serial)
	}
}
