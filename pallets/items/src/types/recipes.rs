// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use freehold_primitives::{
	chain::{Balance, BlockNumber, Hash},
	ids::{AvatarId, CollectionId, ItemId, KindId},
};
use scale_info::TypeInfo;

/// Most kinds that a recipe uses up, and most unique items.
pub const MAX_INGREDIENTS: u32 = 8;

/// Most outcomes that a recipe has.
pub const MAX_OUTCOMES: u32 = 8;

/// What a recipe uses up.
pub type Ingredients = BoundedVec<Ingredient, ConstU32<MAX_INGREDIENTS>>;

/// The unique items that are used up, in any order.
pub type Inputs = BoundedVec<ItemId, ConstU32<MAX_INGREDIENTS>>;

/// What a draw may come out at, each with its weight: its chance is in proportion to it.
pub type Outcomes = BoundedVec<(Yield, u16), ConstU32<MAX_OUTCOMES>>;

/// What is used up of one kind.
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
pub struct Ingredient {
	/// The kind, of any collection.
	pub kind: KindId,
	/// How many items or units.
	pub amount: u64,
}

/// What is made.
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
pub struct Yield {
	/// The kind, of the recipe's collection.
	pub kind: KindId,
	/// How many units; 1 of a unique kind.
	pub amount: u64,
}

/// What comes of a recipe.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Outcome {
	/// Always the same, at once.
	#[codec(index = 0)]
	Certain(Yield),
	/// One of these, drawn by a seed that nobody knows yet.
	#[codec(index = 1)]
	Random(Outcomes),
}

impl Outcome {
	/// Everything that may be made, with its weight if it is drawn.
	pub fn possible(&self) -> impl Iterator<Item = (Yield, u16)> + '_ {
		let (certain, drawn) = match self {
			Self::Certain(certain) => (Some((*certain, 1)), None),
			Self::Random(outcomes) => (None, Some(outcomes.iter().copied())),
		};
		certain.into_iter().chain(drawn.into_iter().flatten())
	}
}

/// What is used up and what is made of it.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Recipe {
	/// What is burned: each kind once.
	pub inputs: Ingredients,
	/// Coins that it costs besides, from purse to purse.
	pub price: Balance,
	/// What comes of it.
	pub outcome: Outcome,
	/// Last block in which it may be used; for good if none.
	pub until: Option<BlockNumber>,
	/// How often it may be used in all; without end if none.
	pub limit: Option<u32>,
}

impl Recipe {
	/// Whether its last block is past.
	pub fn is_expired(&self, now: BlockNumber) -> bool {
		self.until.is_some_and(|last| last < now)
	}
}

/// The record of a recipe.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct RecipeDetails {
	/// The collection that it makes items and units of.
	pub collection: CollectionId,
	/// What it uses up and makes.
	pub recipe: Recipe,
	/// The avatar whose purse the price goes to.
	pub to: AvatarId,
	/// How often it was used.
	pub crafted: u32,
}

impl RecipeDetails {
	/// Whether it was used as often as it may be.
	pub fn is_exhausted(&self) -> bool {
		self.recipe.limit.is_some_and(|limit| self.crafted >= limit)
	}
}

/// The record of a draw whose outcome is not made yet.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct DrawDetails<AccountId> {
	/// The collection that the outcomes are kinds of.
	pub collection: CollectionId,
	/// What it may come out at.
	pub outcomes: Outcomes,
	/// The avatar that gets it.
	pub avatar: AvatarId,
	/// The round in which it was opened, which says by which seed it is drawn.
	pub round: u32,
	/// Who opened it, and whose deposit is held for the record and for what is made.
	pub payer: AccountId,
}

/// What the blocks have added to chance.
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
pub struct Mixture {
	/// The hash of what was here before and of what the last block added.
	pub hash: Hash,
	/// How many blocks of this round have added something.
	pub blocks: u32,
}

/// The record of a round that has draws which are not settled.
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
pub struct RoundDetails {
	/// How many.
	pub draws: u32,
	/// What they are drawn by, once it is known.
	pub seed: Option<Hash>,
}
