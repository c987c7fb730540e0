// SPDX-License-Identifier: Apache-2.0
//! The invariants of recipes, draws and rounds.

use super::{
	draw::{drawn, reserves},
	rounds::ROUNDS_AHEAD,
};
use crate::{
	Config, Draws, HoldReason, Kinds, NextDrawId, NextRecipeId, Pallet, Recipes, Round, Rounds,
};
use alloc::collections::BTreeMap;
use frame_support::{ensure, traits::Get};
use freehold_primitives::{
	ids::{DrawId, KindId, RecipeId},
	traits::Avatars,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn check_recipes() -> Result<(), TryRuntimeError> {
		let next = NextRecipeId::<T>::get();
		for (key, details) in Recipes::<T>::iter() {
			ensure!(RecipeId::from(key) < next, "I18: a recipe's id was never given out");
			Self::ensure_collection(details.collection)
				.map_err(|_| "I18: a recipe is of no collection")?;
			let mut made = details.recipe.outcome.possible();
			let own = made.all(|(made, _)| made.kind.collection == details.collection);
			ensure!(own, "I18: a recipe makes something of another collection");
			T::Avatars::ensure_exists(details.to)
				.map_err(|_| "I18: a recipe's price goes to an avatar that does not exist")?;
			let within = details.recipe.limit.is_none_or(|limit| details.crafted <= limit);
			ensure!(within, "I18: a recipe was used more often than it may be");
		}
		Self::check_draws()?;
		Self::check_rounds()
	}

	fn check_draws() -> Result<(), TryRuntimeError> {
		let next = NextDrawId::<T>::get();
		let mut reserved = BTreeMap::<KindId, u128>::new();
		for (key, details) in Draws::<T>::iter() {
			ensure!(DrawId::from(key) < next, "I19: a draw's id was never given out");
			T::Avatars::ensure_exists(details.avatar)
				.map_err(|_| "I19: a draw is of an avatar that does not exist")?;
			let possible = drawn(Default::default(), key.into(), &details.outcomes);
			ensure!(possible.is_some(), "I19: a draw can't come out at anything");
			for (kind, most) in reserves(&details.outcomes) {
				ensure!(
					kind.collection == details.collection && Self::kind(kind).is_some(),
					"I19: what may be drawn is of no kind in the collection"
				);
				let total = reserved.entry(kind).or_default();
				*total = total.saturating_add(most.into());
			}
		}
		for (key, details) in Kinds::<T>::iter() {
			let most = reserved.get(&KindId::from(key)).copied().unwrap_or_default();
			ensure!(
				most == u128::from(details.reserved),
				"I19: what is kept for draws is miscounted"
			);
		}
		Self::check_deposits(
			HoldReason::Draw,
			T::DrawDeposit::get(),
			Draws::<T>::iter_values().map(|details| details.payer),
			"I8: an account's deposits do not match its draws",
		)
	}

	fn check_rounds() -> Result<(), TryRuntimeError> {
		let now = Round::<T>::get();
		let mut draws = BTreeMap::<u32, u32>::new();
		for details in Draws::<T>::iter_values() {
			let count = draws.entry(details.round).or_default();
			*count = count.saturating_add(1);
		}
		let counted: BTreeMap<u32, u32> = Rounds::<T>::iter()
			.map(|(key, details)| (u32::from_be_bytes(key), details.draws))
			.collect();
		ensure!(counted == draws, "I20: a round miscounts its draws");
		for (key, details) in Rounds::<T>::iter() {
			let round = u32::from_be_bytes(key);
			ensure!(round <= now, "I20: draws were opened in a round that is to come");
			let known = round.saturating_add(ROUNDS_AHEAD) <= now;
			ensure!(details.seed.is_some() == known, "I20: a seed is known at a wrong time");
		}
		Ok(())
	}
}
