// SPDX-License-Identifier: Apache-2.0
use super::{by, Deed, Verb};
use crate::{
	dice::Dice,
	state::{holder, owner, payers, some_avatar, some_world, unlocked},
};
use freehold_primitives::{asset::UniqueId, chain::AccountId, ids::ItemId, land::Site};
use freehold_runtime::{constants::UNIT, Runtime};
use freehold_tests::{names::*, stage::SWORD};

pub(super) const VERBS: &[Verb] =
	&[Verb::new("list", 5, list), Verb::new("cancel", 2, cancel), Verb::new("buy", 6, buy)];

fn list(dice: &Dice) -> Option<Deed> {
	let items = pallet_items::Items::<Runtime>::iter_keys().map(ItemId::from);
	let land = unlocked().into_iter().map(|(site, _)| match site {
		Site::Parcel(parcel) => UniqueId::Parcel(parcel),
		Site::Estate(estate) => UniqueId::Estate(estate),
	});
	let asset = dice.of_or(items.map(UniqueId::Item).chain(land), || SWORD)?;
	let price = if dice.rarely() { 0 } else { 1 + dice.amount(200 * UNIT) };
	by(holder(asset), MarketCall::list { world: some_world(dice), asset, price })
}

fn cancel(dice: &Dice) -> Option<Deed> {
	let listed = pallet_market::Listings::<Runtime>::iter_keys();
	let asset = dice.of_or(listed, || SWORD)?;
	by(holder(asset), MarketCall::cancel { asset })
}

fn buy(dice: &Dice) -> Option<Deed> {
	let stands = |seller, payer: &AccountId| owner(seller).as_ref() == Some(payer);
	let listings = pallet_market::Listings::<Runtime>::iter();
	let listings = listings.filter(|(_, it)| dice.rarely() || stands(it.seller, &it.payer));
	let (asset, listing) = dice.of(listings)?;
	let others = payers(listing.price).into_iter().filter(|buyer| *buyer != listing.seller);
	let buyer = dice.of_or(others, || some_avatar(dice))?;
	let max_price = listing.price.saturating_sub(u128::from(dice.rarely()));
	by(owner(buyer), MarketCall::buy { asset, buyer, max_price })
}
