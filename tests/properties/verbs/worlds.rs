// SPDX-License-Identifier: Apache-2.0
use super::{by, by_anyone, Deed, Verb};
use crate::{
	dice::Dice,
	state::{operator, some_area, some_avatar, some_expiry, some_world, worlds, NOWHERE, PLAYERS},
};
use freehold_primitives::{
	chain::{AccountId, Balance},
	fee::{Fee, MAX_WORLD_FEE},
	ids::WorldId,
	key::WorldKey,
	land::{Area, Coordinates},
	pointer::Pointer,
};
use freehold_runtime::{constants::UNIT, Runtime, Worlds};
use freehold_tests::{
	keyring::{Player, CHARLIE, EVE, FERDIE},
	names::*,
	stage::BOUNDS,
};
use pallet_worlds::{Metadata, Name, WorldDetails};

pub(super) const VERBS: &[Verb] = &[
	Verb::new("register", 2, register),
	Verb::new("add_settler", 2, add_settler),
	Verb::new("remove_settler", 2, remove_settler),
	Verb::new("set_fee", 2, set_fee),
	Verb::new("set_metadata", 1, set_metadata),
	Verb::new("extend", 1, extend),
	Verb::new("offer_ownership", 2, offer_ownership),
	Verb::new("accept_ownership", 2, accept_ownership),
	Verb::new("suspend", 1, suspend),
	Verb::new("resume", 8, resume),
	Verb::new("close", 2, close),
];

type Details = WorldDetails<AccountId>;

/// The worlds of which this is true.
fn such(is: impl Fn(&Details) -> bool) -> Vec<WorldId> {
	let all = worlds().into_iter();
	all.filter(|world| Worlds::world(*world).is_some_and(|details| is(&details)))
		.collect()
}

fn some_fee(dice: &Dice) -> Option<Fee> {
	dice.maybe(|| {
		let rate = dice.below(u32::from(MAX_WORLD_FEE) + 50);
		Fee { to: some_avatar(dice), rate: u16::try_from(rate).unwrap_or(u16::MAX) }
	})
}

fn register(dice: &Dice) -> Option<Deed> {
	let mut bounds = some_area(dice, BOUNDS, 6);
	if dice.rarely() {
		bounds.max.x = bounds.min.x - 1;
	}
	by_anyone(dice, WorldsCall::register { bounds, fee: some_fee(dice) })
}

fn add_settler(dice: &Dice) -> Option<Deed> {
	let (world, valid_until) = (some_world(dice), some_expiry(dice));
	let settler = dice.of([CHARLIE, EVE, FERDIE].map(Player::account))?;
	let cap = dice.maybe(|| dice.amount(400 * UNIT));
	by(operator(world), WorldsCall::add_settler { world, settler, valid_until, cap })
}

fn remove_settler(dice: &Dice) -> Option<Deed> {
	let settlers = pallet_worlds::Settlers::<Runtime>::iter_keys();
	let settlers = settlers.map(|(world, settler)| (WorldId::from(world), settler));
	let (world, settler) = dice.of_or(settlers, || (NOWHERE, EVE.account()))?;
	by(operator(world), WorldsCall::remove_settler { world, settler })
}

fn set_fee(dice: &Dice) -> Option<Deed> {
	let world = some_world(dice);
	by(operator(world), WorldsCall::set_fee { world, fee: some_fee(dice) })
}

fn set_metadata(dice: &Dice) -> Option<Deed> {
	let world = some_world(dice);
	let metadata = dice.maybe(|| Metadata {
		name: Name::truncate_from(if dice.rarely() { Vec::new() } else { b"a world".to_vec() }),
		pointer: Pointer::default(),
	});
	by(operator(world), WorldsCall::set_metadata { world, metadata })
}

fn extend(dice: &Dice) -> Option<Deed> {
	let world = some_world(dice);
	let Area { min, max } = Worlds::world(world)?.bounds;
	// Rarely smaller than before.
	let more = || i16::from(!dice.rarely());
	let min = Coordinates { x: min.x - more(), y: min.y - more() };
	let max = Coordinates { x: max.x + more(), y: max.y - i16::from(dice.rarely()) };
	by(operator(world), WorldsCall::extend { world, bounds: Area { min, max } })
}

fn offer_ownership(dice: &Dice) -> Option<Deed> {
	// Mostly one that can be accepted as it is.
	let bare = such(|it| it.settlers == 0 || dice.rarely());
	let world = dice.of_or(bare, || some_world(dice))?;
	let to = if dice.below(4) == 0 { None } else { dice.of(PLAYERS).map(Player::account) };
	by(operator(world), WorldsCall::offer_ownership { world, to })
}

fn accept_ownership(dice: &Dice) -> Option<Deed> {
	let offered = such(|it| it.offered_to.is_some() && (it.settlers == 0 || dice.rarely()));
	let sells = |world: WorldId| {
		pallet_land::Counters::<Runtime>::get(WorldKey::from(world)).open > 0 && !dice.rarely()
	};
	let takeable = offered.into_iter().filter(|world| !sells(*world));
	let world = dice.of_or(takeable, || NOWHERE)?;
	let who = Worlds::world(world).and_then(|details| details.offered_to);
	let max_deposits = if dice.rarely() { UNIT } else { Balance::MAX };
	by(who, WorldsCall::accept_ownership { world, max_deposits })
}

fn suspend(dice: &Dice) -> Option<Deed> {
	let world = dice.of_or(such(|it| !it.suspended), || NOWHERE)?;
	by(operator(world), WorldsCall::suspend { world })
}

fn resume(dice: &Dice) -> Option<Deed> {
	let world = dice.of(such(|it| it.suspended))?;
	by(operator(world), WorldsCall::resume { world })
}

fn close(dice: &Dice) -> Option<Deed> {
	let unused = such(|it| it.settlers == 0 && it.consumers == 0);
	let world = dice.of_or(unused, || some_world(dice))?;
	by(operator(world), WorldsCall::close { world })
}
