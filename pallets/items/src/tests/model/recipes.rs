// SPDX-License-Identifier: Apache-2.0
//! Recipes and draws.

use super::Model;
use crate::{
	mock::*, tests::actions::now, DrawDetails, Form, Issuer, Outcome, Recipe, RecipeDetails, Yield,
	MAX_INGREDIENTS,
};
use freehold_primitives::{
	fee::BasisPoints,
	ids::{AvatarId, CollectionId, DrawId, ItemId, KindId, RecipeId},
};
use sp_runtime::traits::{BlakeTwo256, Hash as _};
use std::collections::{BTreeMap, BTreeSet};

impl Model {
	pub(super) fn is_recipe(&self, collection: CollectionId, recipe: &Recipe) -> bool {
		let lasts = recipe.until.is_none_or(|last| last >= now()) && recipe.limit != Some(0);
		let named: BTreeSet<_> = recipe.inputs.iter().map(|input| input.kind).collect();
		let mut items = 0u64;
		let takes = recipe.inputs.iter().all(|input| {
			let kind = self.kinds.get(&input.kind);
			if kind.is_some_and(|it| it.form == Form::Unique) {
				items += input.amount;
			}
			input.amount > 0 && kind.is_some_and(|it| it.rules.burnable)
		});
		let (mut some, mut makes) = (false, true);
		for (made, weight) in recipe.outcome.possible() {
			let form = self.kinds.get(&made.kind).map(|it| it.form);
			let amount = match form {
				Some(Form::Unique) => made.amount == 1,
				Some(Form::Stackable) => made.amount > 0,
				None => false,
			};
			some = true;
			makes &= amount && weight > 0 && made.kind.collection == collection;
		}
		let few = items <= MAX_INGREDIENTS.into() && named.len() == recipe.inputs.len();
		lasts && takes && few && some && makes
	}

	/// Succeeds if nothing that may be made has a higher royalty or more attributes.
	pub(super) fn agreed(&self, id: RecipeId, most: (BasisPoints, u8)) -> Option<()> {
		let mut possible = self.recipes.get(&id)?.recipe.outcome.possible();
		let within = possible.all(|(made, _)| {
			let kind = self.kinds.get(&made.kind);
			kind.is_some_and(|it| it.rate() <= most.0 && it.keys.len() <= usize::from(most.1))
		});
		within.then_some(())
	}

	pub(super) fn craft(
		&mut self,
		who: AccountId,
		avatar: AvatarId,
		id: RecipeId,
		items: Vec<ItemId>,
	) -> Option<()> {
		let RecipeDetails { collection, recipe, to, crafted } = self.recipes.get(&id)?.clone();
		let lasts = recipe.until.is_none_or(|last| last >= now());
		let left = recipe.limit.is_none_or(|limit| crafted < limit);
		let it = self.collections.get(&collection)?;
		let open = !self.suspended || it.issuer != Issuer::World(WORLD);
		let open = open && !it.frozen && self.is_adopted(it);
		(self.owns(who, avatar) && lasts && left && open).then_some(())?;
		let payer = it.payer;
		// What may be made has room beside what there was.
		for (made, _) in recipe.outcome.possible() {
			self.has_room(made.kind, made.amount)?;
		}
		let mut wanted = BTreeMap::<KindId, u64>::new();
		for input in &recipe.inputs {
			match self.kinds.get(&input.kind)?.form {
				Form::Unique => {
					wanted.insert(input.kind, input.amount);
				},
				Form::Stackable => self.burn_units(input.kind, avatar, input.amount)?,
			}
		}
		for item in items {
			let it = self.items.get(&item).filter(|it| it.owner == avatar)?;
			let left = wanted.get_mut(&it.kind)?;
			*left = left.checked_sub(1)?;
			self.burn_item(item)?;
		}
		wanted.values().all(|left| *left == 0).then_some(())?;
		if recipe.price > 0 {
			let purse = self.coins.entry(avatar).or_default();
			*purse = purse.checked_sub(recipe.price)?;
			*self.coins.entry(to).or_default() += recipe.price;
		}
		self.recipes.get_mut(&id)?.crafted += 1;
		match recipe.outcome {
			Outcome::Certain(made) => self.make(made, avatar, who, payer)?,
			Outcome::Random(outcomes) => {
				let round = self.round;
				let draw = DrawDetails { collection, outcomes, avatar, round, payer: who };
				self.draws.insert(DrawId(self.next_draw), draw);
				self.next_draw += 1;
			},
		}
		Some(())
	}

	/// Makes something for an avatar. `from` pays for the deposit of an item, which is held of `to`.
	fn make(
		&mut self,
		made: Yield,
		avatar: AvatarId,
		from: AccountId,
		to: AccountId,
	) -> Option<()> {
		match self.kinds.get(&made.kind)?.form {
			Form::Stackable => self.put_units(made.kind, avatar, made.amount),
			Form::Unique => {
				*self.wealth.get_mut(&from)? -= ITEM_DEPOSIT;
				*self.wealth.get_mut(&to)? += ITEM_DEPOSIT;
				self.put_item(made.kind, avatar).map(drop)
			},
		}
	}

	pub(super) fn settle(&mut self, id: DrawId) -> Option<()> {
		let draw = self.draws.remove(&id)?;
		let seed = self.seeds.get(&draw.round)?;
		let hash = BlakeTwo256::hash_of(&(seed, id));
		let (high, _) = hash.as_bytes().split_at(16);
		let number = u128::from_be_bytes(high.try_into().expect("it has 16 bytes"));
		let total: u128 = draw.outcomes.iter().map(|(_, weight)| u128::from(*weight)).sum();
		let mut tickets = draw
			.outcomes
			.iter()
			.flat_map(|(made, weight)| std::iter::repeat_n(*made, usize::from(*weight)));
		let made = tickets.nth(usize::try_from(number % total).ok()?)?;
		let payer = self.collections.get(&draw.collection)?.payer;
		self.make(made, draw.avatar, draw.payer, payer)
	}
}
