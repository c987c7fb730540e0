// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use super::draw::{drawn, reserves};
use crate::{
	CollectionOf, Config, DrawOf, Draws, Error, Form, Ingredient, Inputs, Issuer, ItemDetails,
	NextDrawId, NextRecipeId, Outcome, Outcomes, Pallet, Recipe, RecipeDetails, Yield,
	MAX_INGREDIENTS,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use frame_support::ensure;
use freehold_primitives::{
	fee::BasisPoints,
	ids::{AvatarId, CollectionId, DrawId, ItemId, KindId, RecipeId},
	key::DrawKey,
	traits::{Avatars, Worlds},
};
use sp_runtime::{DispatchError, DispatchResult};

/// The most that whatever may be made is subject to, as the crafter has signed.
#[derive(Clone, Copy)]
pub(crate) struct Agreed {
	/// The royalty of its kind.
	pub max_royalty: BasisPoints,
	/// How many attributes its kind defines.
	pub max_attributes: u8,
}

/// What one use of a recipe burns and makes.
pub(crate) struct Crafting<AccountId> {
	/// The recipe as it is.
	pub details: RecipeDetails,
	/// The unique items that are burned.
	pub items: Vec<(ItemId, ItemDetails)>,
	/// The units that are burned.
	pub units: Vec<(KindId, u64)>,
	/// What is made of them.
	pub making: Making<AccountId>,
}

/// How something is made.
pub(crate) enum Making<AccountId> {
	/// At once.
	AtOnce(Product<AccountId>),
	/// By chance.
	ByDraw {
		/// What it may be.
		outcomes: Outcomes,
		/// The draw that is opened.
		draw: DrawId,
		/// The id of the next.
		next: DrawId,
	},
}

/// Something that is made.
pub(crate) struct Product<AccountId> {
	/// What, and how many.
	pub made: Yield,
	/// Whether it is an item, which has a deposit.
	pub form: Form,
	/// The account that the deposit is held of: the collection's payer.
	pub payer: AccountId,
}

impl<AccountId> Crafting<AccountId> {
	/// How many attributes are burned with the items.
	pub(crate) fn attributes(&self) -> u32 {
		let attributes = self.items.iter().map(|(_, details)| u32::from(details.attributes));
		attributes.fold(0, u32::saturating_add)
	}
}

impl<T: Config> Pallet<T> {
	/// The collection as it is, and the id after the one given out now.
	pub(crate) fn ensure_can_create_recipe(
		who: &T::AccountId,
		collection: CollectionId,
		recipe: &Recipe,
		to: AvatarId,
	) -> Result<(CollectionOf<T>, RecipeId), DispatchError> {
		let details = Self::ensure_issues(who, collection)?;
		T::Avatars::ensure_exists(to)?;
		ensure!(!recipe.is_expired(Self::now()), Error::<T>::InvalidExpiry);
		ensure!(recipe.limit != Some(0), Error::<T>::InvalidRecipe);
		Self::ensure_valid_inputs(&recipe.inputs)?;
		Self::ensure_valid_outcome(collection, &recipe.outcome)?;
		let next = NextRecipeId::<T>::get().next().ok_or(Error::<T>::NoIdsLeft)?;
		Ok((details, next))
	}

	/// Each kind once, and no more unique items than one call can name. Burnable they stay.
	fn ensure_valid_inputs(inputs: &[Ingredient]) -> DispatchResult {
		let (mut kinds, mut items) = (BTreeSet::new(), 0u64);
		for Ingredient { kind, amount } in inputs {
			let details = Self::ensure_kind(*kind)?;
			ensure!(details.rules.burnable, Error::<T>::NotBurnable);
			ensure!(kinds.insert(*kind) && *amount > 0, Error::<T>::InvalidRecipe);
			if details.form == Form::Unique {
				items = items.saturating_add(*amount);
			}
		}
		ensure!(items <= MAX_INGREDIENTS.into(), Error::<T>::InvalidRecipe);
		Ok(())
	}

	/// Something of the collection, and each with a chance.
	fn ensure_valid_outcome(collection: CollectionId, outcome: &Outcome) -> DispatchResult {
		ensure!(outcome.possible().next().is_some(), Error::<T>::InvalidRecipe);
		for (Yield { kind, amount }, weight) in outcome.possible() {
			ensure!(kind.collection == collection, Error::<T>::InvalidRecipe);
			let countable = match Self::ensure_kind(kind)?.form {
				Form::Unique => amount == 1,
				Form::Stackable => amount > 0,
			};
			ensure!(countable && weight > 0, Error::<T>::InvalidRecipe);
		}
		Ok(())
	}

	/// The recipe as it is.
	pub(crate) fn ensure_can_remove_recipe(
		who: &T::AccountId,
		recipe: RecipeId,
	) -> Result<RecipeDetails, DispatchError> {
		let details = Self::ensure_recipe(recipe)?;
		if !details.recipe.is_expired(Self::now()) {
			Self::ensure_issuer(who, details.collection)?;
		}
		Ok(details)
	}

	pub(crate) fn ensure_can_craft(
		who: &T::AccountId,
		avatar: AvatarId,
		recipe: RecipeId,
		items: &Inputs,
		agreed: Agreed,
	) -> Result<Crafting<T::AccountId>, DispatchError> {
		T::Avatars::ensure_owner(who, avatar)?;
		let details = Self::ensure_recipe(recipe)?;
		ensure!(!details.recipe.is_expired(Self::now()), Error::<T>::RecipeExpired);
		ensure!(!details.is_exhausted(), Error::<T>::RecipeExhausted);
		let collection = Self::ensure_crafts(details.collection)?;
		let items = Self::ensure_named_items(avatar, items)?;
		let units = Self::ensure_inputs(avatar, &details.recipe.inputs, &items)?;
		let making = match &details.recipe.outcome {
			Outcome::Certain(made) => {
				Self::ensure_makes(made.kind, made.amount, agreed)?;
				Making::AtOnce(Self::product(*made, collection)?)
			},
			Outcome::Random(outcomes) => {
				for (kind, most) in reserves(outcomes) {
					Self::ensure_makes(kind, most, agreed)?;
				}
				let draw = NextDrawId::<T>::get();
				let next = draw.next().ok_or(Error::<T>::NoIdsLeft)?;
				Making::ByDraw { outcomes: outcomes.clone(), draw, next }
			},
		};
		Ok(Crafting { details, items, units, making })
	}

	/// Succeeds if so many may be made of a kind, which is still what the crafter has agreed to.
	fn ensure_makes(kind: KindId, amount: u64, agreed: Agreed) -> DispatchResult {
		let details = Self::ensure_kind(kind)?;
		ensure!(details.royalty <= agreed.max_royalty, Error::<T>::RoyaltyNotAgreed);
		ensure!(details.attributes <= agreed.max_attributes, Error::<T>::AttributesNotAgreed);
		Self::ensure_mintable(&details, amount)
	}

	/// Something that is made in a collection.
	fn product(
		made: Yield,
		collection: CollectionOf<T>,
	) -> Result<Product<T::AccountId>, DispatchError> {
		let form = Self::ensure_kind(made.kind)?.form;
		Ok(Product { made, form, payer: collection.payer })
	}

	/// A collection in which something may be made by anyone now, as its issuer has said.
	fn ensure_crafts(collection: CollectionId) -> Result<CollectionOf<T>, DispatchError> {
		let details = Self::ensure_collection(collection)?;
		Self::ensure_not_frozen(&details)?;
		Self::ensure_adopted(&details)?;
		if let Issuer::World(world) = details.issuer {
			T::Worlds::ensure_open(world)?;
		}
		Ok(details)
	}

	/// Items of the avatar's, none twice, that nothing keeps where they are.
	fn ensure_named_items(
		avatar: AvatarId,
		items: &Inputs,
	) -> Result<Vec<(ItemId, ItemDetails)>, DispatchError> {
		let (mut named, mut own) = (BTreeSet::new(), Vec::new());
		for item in items {
			ensure!(named.insert(*item), Error::<T>::NamedTwice);
			let details = Self::ensure_item(*item)?;
			ensure!(details.holding.owner == avatar, Error::<T>::NotOwner);
			Self::ensure_unlocked(&details.holding)?;
			own.push((*item, details));
		}
		Ok(own)
	}

	/// Succeeds if the items are those that a recipe takes, no more and no fewer, and the avatar
	/// has the units that it takes: these are returned.
	fn ensure_inputs(
		avatar: AvatarId,
		inputs: &[Ingredient],
		items: &[(ItemId, ItemDetails)],
	) -> Result<Vec<(KindId, u64)>, DispatchError> {
		let mut counts = BTreeMap::<KindId, u64>::new();
		for (item, details) in items {
			let count = counts.entry(details.kind_in(item.collection)).or_default();
			*count = count.saturating_add(1);
		}
		let mut units = Vec::new();
		for Ingredient { kind, amount } in inputs {
			let details = Self::ensure_kind(*kind)?;
			ensure!(details.rules.burnable, Error::<T>::NotBurnable);
			match details.form {
				Form::Unique => {
					ensure!(counts.remove(kind) == Some(*amount), Error::<T>::WrongInputs);
				},
				Form::Stackable => {
					Self::ensure_burnable_units(*kind, avatar, *amount)?;
					units.push((*kind, *amount));
				},
			}
		}
		ensure!(counts.is_empty(), Error::<T>::WrongInputs);
		Ok(units)
	}

	/// The draw as it is, and what it comes out at. Nothing that the issuer or the avatar's owner
	/// has done since keeps it from being settled.
	pub(crate) fn ensure_can_settle_draw(
		draw: DrawId,
	) -> Result<(DrawOf<T>, Product<T::AccountId>), DispatchError> {
		let details = Draws::<T>::get(DrawKey::from(draw)).ok_or(Error::<T>::UnknownDraw)?;
		let seed = Self::seed_of(details.round).ok_or(Error::<T>::NotDrawn)?;
		let made = drawn(seed, draw, &details.outcomes).ok_or(Error::<T>::NotDrawn)?;
		let product = Self::product(made, Self::ensure_collection(details.collection)?)?;
		Ok((details, product))
	}

	fn ensure_recipe(recipe: RecipeId) -> Result<RecipeDetails, DispatchError> {
		Self::recipe(recipe).ok_or(Error::<T>::UnknownRecipe.into())
	}
}
