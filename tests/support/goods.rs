// SPDX-License-Identifier: Apache-2.0
//! Kinds of items with royalties and rules, what is minted of them, and recipes.

use crate::names::ItemsCall;
use freehold_primitives::{
	chain::Balance,
	fee::BasisPoints,
	ids::{AvatarId, CollectionId, DrawId, ItemId, KindId, RecipeId},
};
use freehold_runtime::Runtime;
use pallet_items::{
	AttributeName, Form, Ingredient, NextDrawId, NextRecipeId, Outcome, Recipe, Rules, Share,
	Shares, Value, Yield,
};

/// Neither given nor traded, but burned and crafted with.
pub const SOULBOUND: Rules = Rules { transferable: false, ..Rules::LOOSEST };

/// Who shares a royalty, and how much each gets of a payment.
///
/// # Panics
/// If they are more than may.
pub fn shares(shares: &[(AvatarId, BasisPoints)]) -> Shares {
	let shares: Vec<_> = shares.iter().map(|&(to, rate)| Share { to, rate }).collect();
	shares.try_into().expect("a test divides a royalty between few")
}

/// A new kind, of which there may be as many as anyone likes.
///
/// # Panics
/// If more share the royalty than may.
pub fn create_kind(
	collection: CollectionId,
	form: Form,
	rules: Rules,
	royalty: &[(AvatarId, BasisPoints)],
) -> ItemsCall {
	let (max_supply, royalty) = (None, shares(royalty));
	ItemsCall::create_kind { collection, form, max_supply, rules, royalty }
}

/// An item for each of these.
///
/// # Panics
/// If they are more than a call mints.
pub fn mint_items(kind: KindId, to: &[AvatarId]) -> ItemsCall {
	let to = to.to_vec().try_into().expect("a test mints few items");
	ItemsCall::mint_items { kind, to }
}

/// Units for each of these.
///
/// # Panics
/// If they are more than a call mints for.
pub fn mint_units(kind: KindId, to: &[(AvatarId, u64)]) -> ItemsCall {
	let to = to.to_vec().try_into().expect("a test mints for few avatars");
	ItemsCall::mint_units { kind, to }
}

/// The name of an attribute.
pub fn name(text: &str) -> AttributeName {
	AttributeName::truncate_from(text.into())
}

/// What an attribute says.
pub fn value(text: &str) -> Value {
	Value::truncate_from(text.into())
}

/// One attribute of an item, set or removed.
///
/// # Panics
/// Never: one fits.
pub fn set_attribute(item: ItemId, key: u8, value: Option<Value>) -> ItemsCall {
	let changes = vec![(key, value)].try_into().expect("one fits");
	ItemsCall::set_attributes { item, changes }
}

/// A recipe that any number of avatars may use, for good.
///
/// # Panics
/// If it uses up more kinds than any may.
pub fn recipe(inputs: &[(KindId, u64)], price: Balance, outcome: Outcome) -> Recipe {
	let inputs: Vec<_> = inputs.iter().map(|&(kind, amount)| Ingredient { kind, amount }).collect();
	let inputs = inputs.try_into().expect("a test uses few ingredients");
	Recipe { inputs, price, outcome, until: None, limit: None }
}

/// Always the same.
pub fn certain(kind: KindId, amount: u64) -> Outcome {
	Outcome::Certain(Yield { kind, amount })
}

/// One of these, by their weights.
///
/// # Panics
/// If they are more than may be.
pub fn random(outcomes: &[(KindId, u64, u16)]) -> Outcome {
	let outcomes: Vec<_> = outcomes
		.iter()
		.map(|&(kind, amount, weight)| (Yield { kind, amount }, weight))
		.collect();
	Outcome::Random(outcomes.try_into().expect("a test has few outcomes"))
}

/// An avatar crafts something of these items, and of whatever units the recipe takes, whatever its
/// royalty and its attributes.
///
/// # Panics
/// If they are more than any recipe takes.
pub fn craft(avatar: AvatarId, recipe: RecipeId, items: &[ItemId]) -> ItemsCall {
	craft_for(avatar, recipe, items, BasisPoints::MAX, u8::MAX)
}

/// The same, for a royalty and for attributes of no more than that.
///
/// # Panics
/// If they are more than any recipe takes.
pub fn craft_for(
	avatar: AvatarId,
	recipe: RecipeId,
	items: &[ItemId],
	max_royalty: BasisPoints,
	max_attributes: u8,
) -> ItemsCall {
	let items = items.to_vec().try_into().expect("a test crafts of few items");
	ItemsCall::craft { avatar, recipe, items, max_royalty, max_attributes }
}

/// The recipe that was created last.
pub fn last_recipe() -> RecipeId {
	RecipeId(NextRecipeId::<Runtime>::get().0 - 1)
}

/// The draw that was opened last.
pub fn last_draw() -> DrawId {
	DrawId(NextDrawId::<Runtime>::get().0 - 1)
}
