// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, Encode};
use freehold_primitives::{
	chain::{AccountId, Balance, BlockNumber, Hash},
	ids::{AvatarId, CollectionId, KindId},
};

/// What a recipe uses up of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Ingredient {
	/// The kind, of any collection.
	pub kind: KindId,
	/// How many items or units.
	pub amount: u64,
}

/// What is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Yield {
	/// The kind, of the recipe's collection.
	pub kind: KindId,
	/// How many; 1 of a unique kind.
	pub amount: u64,
}

/// What comes of a recipe.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Outcome {
	/// Always the same, at once.
	#[codec(index = 0)]
	Certain(Yield),
	/// One of these by chance, each in proportion to its weight.
	#[codec(index = 1)]
	Random(Vec<(Yield, u16)>),
}

impl Outcome {
	/// The kind of each thing that may be made.
	pub fn kinds(&self) -> Vec<KindId> {
		match self {
			Self::Certain(it) => vec![it.kind],
			Self::Random(outcomes) => outcomes.iter().map(|(it, _)| it.kind).collect(),
		}
	}
}

/// What is used up, and what is made of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Recipe {
	/// What is burned: each kind once.
	pub inputs: Vec<Ingredient>,
	/// Coins that it costs besides, in 10^-12 FHD.
	pub price: Balance,
	/// What comes of it.
	pub outcome: Outcome,
	/// Last block in which it may be used; for good if none.
	pub until: Option<BlockNumber>,
	/// How often it may be used in all; without end if none.
	pub limit: Option<u32>,
}

/// A recipe as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct RecipeDetails {
	/// The collection that it makes things of.
	pub collection: CollectionId,
	/// What it says.
	pub recipe: Recipe,
	/// The avatar whose purse the price goes to.
	pub to: AvatarId,
	/// How often it was used.
	pub crafted: u32,
}

/// A draw that is not settled.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct DrawDetails {
	/// The collection that the outcomes are of.
	pub collection: CollectionId,
	/// What may be drawn, each in proportion to its weight.
	pub outcomes: Vec<(Yield, u16)>,
	/// The avatar that gets it.
	pub avatar: AvatarId,
	/// The round in which it was opened, which says by which seed it is drawn.
	pub round: u32,
	/// Of whom the deposit is held.
	pub payer: AccountId,
}

/// A round with draws that are not settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct RoundDetails {
	/// How many.
	pub draws: u32,
	/// What they are drawn by, once it is known.
	pub seed: Option<Hash>,
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_kind_that_may_be_made_is_told() {
		let kind = |index| KindId { collection: CollectionId(3), index };
		let made = |index| Yield { kind: kind(index), amount: 1 };

		assert_eq!(Outcome::Certain(made(5)).kinds(), [kind(5)]);
		let drawn = Outcome::Random(vec![(made(1), 9), (made(0), 1)]);
		assert_eq!(drawn.kinds(), [kind(1), kind(0)]);
	}
}
