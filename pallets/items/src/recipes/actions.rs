// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use super::{
	checks::{Crafting, Making, Product},
	draw::reserves,
};
use crate::{
	CollectionDetails, CollectionOf, Config, DrawDetails, DrawOf, Draws, Event, Form, HoldReason,
	Kinds, NextDrawId, NextRecipeId, Outcomes, Pallet, Recipe, RecipeDetails, Recipes, Yield,
};
use core::mem;
use frame_support::traits::{
	fungible::MutateHold,
	tokens::{Fortitude, Precision, Preservation},
	Get,
};
use freehold_primitives::{
	ids::{AvatarId, CollectionId, DrawId, ItemId, RecipeId},
	key::{DrawKey, KindKey, RecipeKey},
	traits::{Avatars, Purses},
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_create_recipe(
		collection: CollectionId,
		recipe: Recipe,
		to: AvatarId,
		(details, next): (CollectionOf<T>, RecipeId),
	) -> DispatchResult {
		Self::hold(HoldReason::Recipe, &details.payer, T::RecipeDeposit::get())?;
		T::Avatars::retain(to, 1)?;
		let id = NextRecipeId::<T>::mutate(|id| mem::replace(id, next));
		Self::set_recipe(id, RecipeDetails { collection, recipe, to, crafted: 0 });
		let recipes = details.recipes.saturating_add(1);
		Self::set_collection(collection, CollectionDetails { recipes, ..details });
		Self::deposit_event(Event::RecipeCreated { recipe: id, collection });
		Ok(())
	}

	pub(crate) fn do_remove_recipe(recipe: RecipeId, details: RecipeDetails) -> DispatchResult {
		let collection = Self::ensure_collection(details.collection)?;
		Self::give_back(HoldReason::Recipe, &collection.payer, T::RecipeDeposit::get())?;
		T::Avatars::release(details.to, 1);
		Recipes::<T>::remove(RecipeKey::from(recipe));
		let recipes = collection.recipes.saturating_sub(1);
		let collection = CollectionDetails { recipes, ..collection };
		Self::set_collection(details.collection, collection);
		Self::deposit_event(Event::RecipeRemoved { recipe });
		Ok(())
	}

	/// What is burned may be of the kind that is made: each record is read anew when its turn has
	/// come.
	pub(crate) fn do_craft(
		who: T::AccountId,
		avatar: AvatarId,
		recipe: RecipeId,
		crafting: Crafting<T::AccountId>,
	) -> DispatchResult {
		let Crafting { details, items, units, making } = crafting;
		for (item, burned) in items {
			Self::do_burn_item(item, burned)?;
		}
		for (kind, amount) in units {
			Self::do_burn_units(kind, avatar, amount)?;
		}
		let (price, collection) = (details.recipe.price, details.collection);
		if price > 0 {
			T::Purses::pay(avatar, details.to, price)?;
		}
		let crafted = details.crafted.saturating_add(1);
		Self::set_recipe(recipe, RecipeDetails { crafted, ..details });
		match making {
			Making::AtOnce(product) => {
				if product.form == Form::Unique {
					let deposit = T::ItemDeposit::get();
					Self::pass_on(HoldReason::Item, &who, &product.payer, deposit)?;
				}
				let item = Self::make(&product, avatar)?;
				Self::deposit_event(Event::Crafted { recipe, avatar, item });
			},
			Making::ByDraw { outcomes, draw, next } => {
				NextDrawId::<T>::put(next);
				Self::open_draw(who, collection, avatar, outcomes, draw)?;
				Self::deposit_event(Event::DrawOpened { draw, recipe, avatar });
			},
		}
		Ok(())
	}

	/// Keeps room for whatever may be drawn.
	fn open_draw(
		payer: T::AccountId,
		collection: CollectionId,
		avatar: AvatarId,
		outcomes: Outcomes,
		draw: DrawId,
	) -> DispatchResult {
		Self::hold(HoldReason::Draw, &payer, T::DrawDeposit::get())?;
		T::Avatars::retain(avatar, 1)?;
		for (kind, most) in reserves(&outcomes) {
			Kinds::<T>::mutate_extant(KindKey::from(kind), |kind| {
				kind.reserved = kind.reserved.saturating_add(most);
			});
		}
		let round = Self::enter_round();
		let details = DrawDetails { collection, outcomes, avatar, round, payer };
		Draws::<T>::insert(DrawKey::from(draw), details);
		Ok(())
	}

	pub(crate) fn do_settle_draw(
		draw: DrawId,
		(details, product): (DrawOf<T>, Product<T::AccountId>),
	) -> DispatchResult {
		let DrawDetails { outcomes, avatar, round, payer, .. } = details;
		Draws::<T>::remove(DrawKey::from(draw));
		Self::leave_round(round);
		for (kind, most) in reserves(&outcomes) {
			Kinds::<T>::mutate_extant(KindKey::from(kind), |kind| {
				kind.reserved = kind.reserved.saturating_sub(most);
			});
		}
		// Before what is made names the avatar: it never has more records than could be counted.
		T::Avatars::release(avatar, 1);
		Self::give_back(HoldReason::Draw, &payer, T::DrawDeposit::get())?;
		if product.form == Form::Unique {
			Self::pay_of_draw(&payer, &product.payer)?;
		}
		let item = Self::make(&product, avatar)?;
		let Yield { kind, amount } = product.made;
		Self::deposit_event(Event::DrawSettled { draw, avatar, kind, amount, item });
		Ok(())
	}

	/// Pays for the deposit of an item that was drawn, out of that of the draw. Whoever crafted has
	/// agreed to that, and can't hinder it by freezing what is on the account.
	fn pay_of_draw(from: &T::AccountId, to: &T::AccountId) -> DispatchResult {
		let deposit = T::ItemDeposit::get();
		if from == to {
			return Self::hold(HoldReason::Item, to, deposit);
		}
		T::Currency::transfer_and_hold(
			&HoldReason::Item.into(),
			from,
			to,
			deposit,
			Precision::Exact,
			Preservation::Preserve,
			Fortitude::Force,
		)?;
		Ok(())
	}

	/// Mints what is made; the item, if it is one. Its deposit is paid for.
	fn make(
		product: &Product<T::AccountId>,
		avatar: AvatarId,
	) -> Result<Option<ItemId>, DispatchError> {
		let Yield { kind, amount } = product.made;
		match product.form {
			Form::Unique => Self::put_item(kind, avatar).map(Some),
			Form::Stackable => Self::put_units(kind, avatar, amount).map(|()| None),
		}
	}

	fn set_recipe(recipe: RecipeId, details: RecipeDetails) {
		Recipes::<T>::insert(RecipeKey::from(recipe), details);
	}
}
