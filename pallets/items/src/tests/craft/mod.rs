// SPDX-License-Identifier: Apache-2.0
//! Crafting.

mod agreement;
mod by_draw;
mod certain_outcome;
mod inputs;
mod permission;
mod weight;

use crate::{
	mock::*, weights::SubstrateWeight, DrawDetails, Error, Event, Form, HoldReason, Inputs, Issuer,
	ItemDetails, NextDrawId, Outcome, Recipe, Rules, Shares, WeightInfo, Writer,
};
use frame_support::{
	assert_noop, assert_ok, dispatch::GetDispatchInfo, storage::with_storage_layer,
	traits::fungible::Inspect,
};
use freehold_primitives::{
	asset::{Lock, Stack},
	chain::Balance,
	ids::{AuctionId, AvatarId, CollectionId, DrawId, ItemId, KindId, OrderId, RecipeId},
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

/// A sword of ten arrows, for five coins that go to Bob.
fn smithing() -> World {
	let smithing = recipe(&[(ARROWS, 10)], certain(SWORDS, 1));
	World::with_catalogue()
		.recipe(Recipe { price: 5, ..smithing }, BOB)
		.arrows(ALICE, 15)
		.coins(ALICE, 8)
}

/// Twenty arrows of a sword.
fn breaking() -> World {
	World::with_catalogue()
		.recipe(recipe(&[(SWORDS, 1)], certain(ARROWS, 20)), BOB)
		.sword(ALICE)
		.sword(ALICE)
		.sword(BOB)
}

/// A sword or thirty arrows for five coins that go to Bob.
fn lottery() -> World {
	let lottery = recipe(&[], random(&[(SWORDS, 1, 1), (ARROWS, 30, 3)]));
	World::with_catalogue()
		.recipe(Recipe { price: 5, ..lottery }, BOB)
		.coins(ALICE, 100)
}

fn inputs(serials: &[u32]) -> Inputs {
	let inputs: Vec<_> = serials.iter().copied().map(item).collect();
	inputs.try_into().expect("tests name a few")
}

/// Crafts by the first recipe.
fn craft(who: AccountId, serials: &[u32]) -> DispatchResult {
	craft_by(who, RECIPE, inputs(serials))
}

/// As a call is executed: in whole or not at all.
fn craft_by(who: AccountId, recipe: RecipeId, items: Inputs) -> DispatchResult {
	with_storage_layer(|| {
		let crafted = craft_on_any_terms(who, avatar(who), recipe, items);
		crafted.map(drop).map_err(|failure| failure.error)
	})
}

/// Crafts the first recipe, of no items, for this avatar.
fn craft_for(who: AccountId, avatar: AvatarId) -> DispatchResult {
	let crafted = craft_on_any_terms(who, avatar, RECIPE, Inputs::default());
	crafted.map(drop).map_err(|failure| failure.error)
}

fn arrows_of(who: AccountId) -> u64 {
	Items::stack(ARROWS, avatar(who)).total()
}

fn reserved(kind: KindId) -> u64 {
	Items::kind(kind).expect("it is in the catalogue").reserved
}

/// All money of an account, on hold or not.
fn money(who: AccountId) -> Balance {
	Balances::total_balance(&who)
}
