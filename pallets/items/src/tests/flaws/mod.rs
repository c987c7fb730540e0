// SPDX-License-Identifier: Apache-2.0
//! What goes wrong with items, collections and royalties elsewhere, and can't here.

mod agreements;
mod burning;
mod deposits;
mod promises;
mod royalties;

use crate::{mock::*, Changes, Writer};
use frame_support::dispatch::DispatchResultWithPostInfo;
use sp_runtime::DispatchResult;

fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Sets one attribute.
fn change(key: u8, new: &str) -> Changes {
	vec![(key, Some(value(new)))].try_into().expect("one is few")
}

/// What came of a call, without what it weighed.
fn plain(outcome: DispatchResultWithPostInfo) -> DispatchResult {
	outcome.map(drop).map_err(|refusal| refusal.error)
}

/// Everything that the public may do to what its avatar has, without anyone else's consent.
fn every_deed_of_the_holder(who: AccountId) -> [DispatchResult; 9] {
	let (me, other, no_items) = (avatar(who), avatar(SETTLER), Default::default());
	let transfers = vec![(item(0), other)].try_into().expect("one is few");
	[
		Items::transfer_item(signed(who), item(0), other),
		Items::transfer_batch(signed(who), transfers),
		Items::transfer_units(signed(who), ARROWS, me, other, 1),
		plain(Items::burn_item(signed(who), item(0))),
		Items::burn_units(signed(who), ARROWS, me, 1),
		Items::equip(signed(who), me, 0, item(0)),
		Items::place_in_custody(signed(who), item(0), WORLD, 0, 9),
		Items::set_attributes(signed(who), item(0), change(0, "mine")),
		plain(craft_on_any_terms(who, me, RECIPE, no_items)),
	]
}

/// A sword, arrows, and all that [`every_deed_of_the_holder`] needs to be allowed.
fn belongings() -> World {
	World::with_catalogue()
		.attribute("name", Writer::Holder)
		.sword(ALICE)
		.arrows(ALICE, 5)
		.recipe(recipe(&[(ARROWS, 1)], certain(SWORDS, 1)), OPERATOR)
}
