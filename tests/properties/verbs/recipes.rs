// SPDX-License-Identifier: Apache-2.0
use super::{
	by, by_anyone,
	collections::some_open_collection,
	kinds::{some_kind, NO_KIND},
	Deed, Verb,
};
use crate::{
	dice::Dice,
	state::{issuer, items, kinds, owner, payers, some_avatar, some_expiry},
};
use freehold_primitives::{
	asset::Stack,
	fee::BasisPoints,
	ids::{AvatarId, DrawId, ItemId, KindId, RecipeId},
};
use freehold_runtime::{constants::UNIT, Items, Runtime};
use freehold_tests::{
	goods::{certain, craft_for, random, recipe},
	names::*,
};
use pallet_items::{Form, Ingredient, Outcome, Recipe};

pub(super) const VERBS: &[Verb] = &[
	Verb::new("create_recipe", 3, create_recipe),
	Verb::new("remove_recipe", 1, remove_recipe),
	Verb::new("craft", 10, craft),
	Verb::new("settle_draw", 6, settle_draw),
];

fn recipes() -> Vec<RecipeId> {
	pallet_items::Recipes::<Runtime>::iter_keys().map(RecipeId::from).collect()
}

/// A little of one or two kinds, or nothing but a price, for something of a collection.
fn create_recipe(dice: &Dice) -> Option<Deed> {
	let collection = some_open_collection(dice)?;
	let input = |_| {
		let kind = some_kind(dice, |it| it.rules.burnable)?;
		Some((kind, u64::from(1 + dice.below(2))))
	};
	let inputs: Vec<_> = (0..dice.below(3)).filter_map(input).collect();
	let own: Vec<_> =
		kinds().into_iter().filter(|(kind, _)| kind.collection == collection).collect();
	let output = |_| {
		let (kind, details) = dice.of(own.clone())?;
		let amount = match details.form {
			Form::Unique => 1,
			Form::Stackable => u64::from(1 + dice.below(9)),
		};
		Some((kind, amount, u16::try_from(1 + dice.below(9)).unwrap_or(1)))
	};
	let outputs: Vec<_> = (0..1 + dice.below(3)).filter_map(output).collect();
	let outcome = match outputs[..] {
		[] => certain(NO_KIND, 1),
		[(kind, amount, _)] => certain(kind, amount),
		_ => random(&outputs),
	};
	let recipe = Recipe {
		until: dice.maybe(|| some_expiry(dice)),
		limit: dice.maybe(|| 1 + dice.below(4)),
		..recipe(&inputs, dice.amount(5 * UNIT), outcome)
	};
	let call = ItemsCall::create_recipe { collection, recipe, to: some_avatar(dice) };
	by(issuer(collection), call)
}

fn remove_recipe(dice: &Dice) -> Option<Deed> {
	let recipe = dice.of_or(recipes(), || RecipeId(99))?;
	let who = Items::recipe(recipe).and_then(|details| issuer(details.collection));
	by(who, ItemsCall::remove_recipe { recipe })
}

/// The avatar's items that the recipe takes, if it has all that the recipe takes.
fn inputs(avatar: AvatarId, recipe: &Recipe) -> Option<Vec<ItemId>> {
	let own: Vec<(ItemId, KindId)> = items()
		.into_iter()
		.filter(|(_, it)| it.holding.owner == avatar && it.holding.lock.is_none())
		.map(|(item, it)| (item, it.kind_in(item.collection)))
		.collect();
	let mut taken = Vec::new();
	for Ingredient { kind, amount } in &recipe.inputs {
		match Items::kind(*kind)?.form {
			Form::Unique => {
				let of_kind = own.iter().filter(|(_, it)| it == kind).map(|(item, _)| *item);
				let some: Vec<_> = of_kind.take(usize::try_from(*amount).ok()?).collect();
				if some.len() < usize::try_from(*amount).ok()? {
					return None;
				}
				taken.extend(some);
			},
			Form::Stackable => {
				let Stack { free, .. } = Items::units(*kind, avatar);
				if free < *amount {
					return None;
				}
			},
		}
	}
	Some(taken)
}

/// The royalty and the attributes that are signed for: mostly those of what the recipe may make.
fn agreed(dice: &Dice, recipe: RecipeId) -> (BasisPoints, u8) {
	let outcome = Items::recipe(recipe).map(|details| details.recipe.outcome);
	let (mut royalty, mut attributes) = (0, 0);
	for (made, _) in outcome.iter().flat_map(Outcome::possible) {
		if let Some(kind) = Items::kind(made.kind) {
			royalty = kind.royalty.max(royalty);
			attributes = kind.attributes.max(attributes);
		}
	}
	if dice.rarely() {
		(royalty.saturating_sub(1), attributes.saturating_sub(1))
	} else {
		(royalty, attributes)
	}
}

fn craft(dice: &Dice) -> Option<Deed> {
	let mut possible = Vec::new();
	for recipe in recipes() {
		let Some(details) = Items::recipe(recipe) else { continue };
		for avatar in payers(details.recipe.price) {
			if let Some(items) = inputs(avatar, &details.recipe) {
				possible.push((recipe, avatar, items));
			}
		}
	}
	let any = || (RecipeId(0), some_avatar(dice), Vec::new());
	let (recipe, avatar, mut items) = dice.of_or(possible, any)?;
	if dice.rarely() {
		items.pop();
	}
	let (max_royalty, max_attributes) = agreed(dice, recipe);
	by(owner(avatar), craft_for(avatar, recipe, &items, max_royalty, max_attributes))
}

fn settle_draw(dice: &Dice) -> Option<Deed> {
	let draws = pallet_items::Draws::<Runtime>::iter_keys().map(DrawId::from);
	let draw = dice.of_or(draws, || DrawId(999))?;
	by_anyone(dice, ItemsCall::settle_draw { draw })
}
