// SPDX-License-Identifier: Apache-2.0
//! What is kept ready for someone to take.

use super::*;

const LOCK: Lock = Lock::Order(OrderId(4));

fn pledge(assets: &[Asset]) -> Pledge<'_> {
	Pledge { world: WORLD, owner: ALICE, assets, lots: 1, lock: LOCK }
}

fn gold(amount: u64) -> Asset {
	Asset::Units { kind: GOLD, amount }
}

#[test]
fn what_is_locked_stays_with_its_owner() {
	let mut store = Memory::new();
	let assets = [item(1).at_version(0), gold(3), Asset::Coins(5)];

	assert_eq!(with_ledger(&mut store, |it| it.lock(&pledge(&assets))), Ok(()));

	assert_eq!(store.holdings[&item(1)], Holding { lock: Some(LOCK), ..Holding::new(ALICE) });
	assert_eq!(store.units[&(GOLD, ALICE)], Stack { free: 7, locked: 3 });
	assert_eq!((store.balance(ALICE), store.consumers(ALICE)), (1_000, 3));
	assert_refused_in(&context(), store, good(), Refusal::Locked);
}

#[test]
fn locked_units_are_not_given_away() {
	let mut store = Memory::new();
	assert_eq!(with_ledger(&mut store, |it| it.lock(&pledge(&[gold(3)]))), Ok(()));

	let eight = Order { give: side([gold(8)]), ..order() };
	assert_refused_in(&context(), store, signed(eight, acceptance()), Refusal::TooFewUnits);
}

#[test]
fn a_record_of_locked_units_alone_is_still_counted() {
	let mut store = Memory::new();
	assert_eq!(with_ledger(&mut store, |it| it.lock(&pledge(&[gold(3)]))), Ok(()));
	let seven = Order { give: side([gold(7)]), ..order() };

	assert_eq!(outcome(&context(), signed(seven, acceptance()), &mut store), None);

	assert_eq!(store.units[&(GOLD, ALICE)], Stack { free: 0, locked: 3 });
	assert_eq!(store.consumers(ALICE), 3);
}

#[test]
fn lots_multiply_what_is_locked() {
	let mut store = Memory::new();
	let (assets, lots) = ([gold(2)], 4);

	let outcome = with_ledger(&mut store, |it| it.lock(&Pledge { lots, ..pledge(&assets) }));

	assert_eq!(outcome, Ok(()));
	assert_eq!(store.units[&(GOLD, ALICE)], Stack { free: 2, locked: 8 });
}

#[test]
fn what_cannot_be_given_cannot_be_locked() {
	let moved = Memory::new().with_terms(SWORDS, FREE);
	let frozen = Memory::new().with_frozen(ALICE);
	let bound = Memory::new().with_terms(SWORDS, Terms { transferable: false, ..FREE });
	let away = Memory::new().with_terms(SWORDS, Terms { home: Some(WorldId(4)), ..FREE });
	let sword = item(1).at_version(0);
	for (mut store, assets, reason) in [
		(moved.clone(), vec![item(1).at_version(1)], Refusal::Moved),
		(moved.clone(), vec![item(2).at_version(0)], Refusal::NotOwner),
		(moved.clone(), vec![item(9).at_version(0)], Refusal::UnknownAsset),
		(moved.clone(), vec![sword, sword], Refusal::Locked),
		(moved.clone(), vec![gold(6), gold(5)], Refusal::TooFewUnits),
		(frozen, vec![sword], Refusal::Frozen),
		(bound, vec![sword], Refusal::Soulbound),
		(away, vec![sword], Refusal::NotTradableHere),
	] {
		let before = store.clone();

		let outcome = with_ledger(&mut store, |it| it.lock(&pledge(&assets)));

		assert_eq!(outcome, Err(reason));
		assert_eq!(store, before);
	}
}

#[test]
fn unlocking_gives_back_what_was_locked() {
	let mut store = Memory::new();
	let before = store.clone();
	let assets = [item(1).at_version(0), estate(1).at_version(0), gold(3)];
	assert_eq!(with_ledger(&mut store, |it| it.lock(&pledge(&assets))), Ok(()));

	assert_eq!(with_ledger(&mut store, |it| it.unlock(&pledge(&assets))), Ok(()));

	store.writes = 0;
	assert_eq!(store, before);
}

#[test]
fn a_lock_is_taken_off_whatever_has_become_of_the_asset() {
	let holding = Holding { version: 5, lock: Some(LOCK), ..Holding::new(ALICE) };
	let mut store = Memory::new().with_terms(SWORDS, Terms { transferable: false, ..FREE });
	store.holdings.insert(item(1), holding);
	let assets = [item(1).at_version(0)];

	assert_eq!(with_ledger(&mut store, |it| it.unlock(&pledge(&assets))), Ok(()));

	assert_eq!(store.holdings[&item(1)], Holding { lock: None, ..holding });
}

#[test]
fn a_lock_of_another_is_not_taken_off() {
	let others = Holding { lock: Some(Lock::Order(OrderId(5))), ..Holding::new(ALICE) };
	let mut store = Memory::new();
	store.holdings.insert(item(1), others);

	for asset in [item(1).at_version(0), estate(1).at_version(0), gold(1)] {
		let outcome = with_ledger(&mut store, |it| it.unlock(&pledge(&[asset])));
		assert_eq!(outcome, Err(Refusal::Locked));
	}
}

#[test]
fn a_binding_deal_is_kept_by_an_avatar_that_is_offered() {
	let give = [item(1).at_version(0)];
	let deal = gift(ALICE, BOB, &give);
	let mut store = Memory::new().with_frozen(ALICE);

	let free = with_ledger(&mut store, |it| it.exchange(&deal));
	assert_eq!(free, Err(Refusal::Frozen));
	let bound = with_ledger(&mut store, |it| it.exchange(&Deal { binding: true, ..deal }));
	assert_eq!(bound, Ok(Receipt::default()));
	assert_eq!(store.holdings[&item(1)].owner, BOB);
}
