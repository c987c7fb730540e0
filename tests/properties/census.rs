// SPDX-License-Identifier: Apache-2.0
//! How much there is of everything, and what a call may change of it.

use freehold_primitives::{
	chain::Balance,
	ids::{KindId, RecipeId},
};
use freehold_runtime::{
	Avatars, Balances, Items, Land, Market, Runtime, RuntimeCall, RuntimeEvent,
};
use freehold_tests::names::*;
use pallet_items::{Form, Ingredient, Outcome, Yield};
use std::collections::BTreeMap;

/// How much there is of everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Census {
	issuance: Balance,
	/// Coins in purses; those that leases, orders and bids have set aside; and those that trades
	/// left for creators.
	coins: Balance,
	worlds: usize,
	avatars: usize,
	parcels: usize,
	estates: usize,
	collections: usize,
	kinds: usize,
	items: usize,
	/// Free and locked.
	units: BTreeMap<KindId, u64>,
	recipes: usize,
	draws: usize,
	auctions: usize,
}

impl Census {
	/// As it is now.
	///
	/// # Panics
	/// If the coins that are set aside are not those of leases, orders, bids and creators.
	pub(crate) fn take() -> Self {
		let mut units = BTreeMap::<KindId, u64>::new();
		for (kind, _, stack) in pallet_items::Units::<Runtime>::iter() {
			*units.entry(kind.into()).or_default() += stack.free + stack.locked;
		}
		let purses = pallet_avatars::Purses::<Runtime>::iter_values().map(|it| it.balance);
		let aside = Land::escrowed() + Market::escrowed() + Items::accrued_total();
		assert_eq!(Avatars::aside(), aside);
		Self {
			issuance: Balances::total_issuance(),
			coins: purses.sum::<Balance>() + aside,
			worlds: pallet_worlds::Worlds::<Runtime>::iter_keys().count(),
			avatars: pallet_avatars::Avatars::<Runtime>::iter_keys().count(),
			parcels: pallet_land::Parcels::<Runtime>::iter_keys().count(),
			estates: pallet_land::Estates::<Runtime>::iter_keys().count(),
			collections: pallet_items::Collections::<Runtime>::iter_keys().count(),
			kinds: pallet_items::Kinds::<Runtime>::iter_keys().count(),
			items: pallet_items::Items::<Runtime>::iter_keys().count(),
			units,
			recipes: pallet_items::Recipes::<Runtime>::iter_keys().count(),
			draws: pallet_items::Draws::<Runtime>::iter_keys().count(),
			auctions: pallet_market::Auctions::<Runtime>::iter_keys().count(),
		}
	}

	/// As it has to be after this call, whose last event was this. Only what makes or ends something,
	/// or moves coins between accounts and purses, changes anything: neither a lease nor its end
	/// does, nor any sale.
	pub(crate) fn after(mut self, call: &RuntimeCall, event: &RuntimeEvent) -> Self {
		match call {
			RuntimeCall::Worlds(call) => self.after_worlds(call),
			RuntimeCall::Avatars(call) => self.after_avatars(call),
			RuntimeCall::Land(call) => self.after_land(call),
			RuntimeCall::Items(call) => self.after_items(call, event),
			RuntimeCall::Market(call) => self.after_market(call),
			_ => (),
		}
		self.units.retain(|_, amount| *amount > 0);
		self
	}

	fn after_worlds(&mut self, call: &WorldsCall) {
		match call {
			WorldsCall::register { .. } => self.worlds += 1,
			WorldsCall::close { .. } => self.worlds -= 1,
			_ => (),
		}
	}

	fn after_avatars(&mut self, call: &AvatarsCall) {
		match call {
			AvatarsCall::create {} => self.avatars += 1,
			AvatarsCall::retire { .. } => self.avatars -= 1,
			AvatarsCall::deposit { amount, .. } => self.coins += amount,
			AvatarsCall::withdraw { amount, .. } => self.coins -= amount,
			_ => (),
		}
	}

	fn after_land(&mut self, call: &LandCall) {
		match call {
			LandCall::issue { parcels, .. } => self.parcels += parcels.len(),
			LandCall::issue_area { area, .. } => {
				self.parcels += usize::try_from(area.size()).expect("a call issues few");
			},
			LandCall::claim { .. } => self.parcels += 1,
			LandCall::relinquish { .. } => self.parcels -= 1,
			LandCall::found_estate { .. } | LandCall::split_estate { .. } => self.estates += 1,
			LandCall::merge_estates { .. } | LandCall::dissolve_estate { .. } => self.estates -= 1,
			_ => (),
		}
	}

	fn after_items(&mut self, call: &ItemsCall, event: &RuntimeEvent) {
		match call {
			ItemsCall::create_collection { .. } => self.collections += 1,
			ItemsCall::remove_collection { .. } => self.collections -= 1,
			ItemsCall::create_kind { .. } => self.kinds += 1,
			ItemsCall::remove_kind { .. } => self.kinds -= 1,
			ItemsCall::mint_items { to, .. } => self.items += to.len(),
			ItemsCall::mint_units { kind, to } => {
				let amount: u64 = to.iter().map(|(_, amount)| amount).sum();
				*self.units.entry(*kind).or_default() += amount;
			},
			ItemsCall::burn_item { .. } => self.items -= 1,
			ItemsCall::burn_units { kind, amount, .. } => self.burn(*kind, *amount),
			ItemsCall::create_recipe { .. } => self.recipes += 1,
			ItemsCall::remove_recipe { .. } => self.recipes -= 1,
			ItemsCall::craft { recipe, .. } => self.after_craft(*recipe),
			ItemsCall::settle_draw { .. } => {
				let RuntimeEvent::Items(ItemsEvent::DrawSettled { kind, amount, .. }) = event
				else {
					panic!("a draw was settled with this event: {event:?}");
				};
				self.draws -= 1;
				self.make(*kind, *amount);
			},
			_ => (),
		}
	}

	fn after_craft(&mut self, recipe: RecipeId) {
		let recipe = Items::recipe(recipe).expect("it was just used").recipe;
		for Ingredient { kind, amount } in recipe.inputs {
			match form(kind) {
				Form::Unique => self.items -= usize::try_from(amount).expect("a few are burned"),
				Form::Stackable => self.burn(kind, amount),
			}
		}
		match recipe.outcome {
			Outcome::Certain(Yield { kind, amount }) => self.make(kind, amount),
			Outcome::Random(_) => self.draws += 1,
		}
	}

	fn make(&mut self, kind: KindId, amount: u64) {
		match form(kind) {
			Form::Unique => self.items += 1,
			Form::Stackable => *self.units.entry(kind).or_default() += amount,
		}
	}

	fn burn(&mut self, kind: KindId, amount: u64) {
		let left = self.units.get_mut(&kind).expect("nobody burns what there is not");
		*left -= amount;
	}

	fn after_market(&mut self, call: &MarketCall) {
		match call {
			MarketCall::open_auction { .. } => self.auctions += 1,
			MarketCall::cancel_auction { .. } | MarketCall::close_auction { .. } => {
				self.auctions -= 1;
			},
			_ => (),
		}
	}
}

fn form(kind: KindId) -> Form {
	Items::kind(kind).expect("what is made or burned is of some kind").form
}
