// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, ListingDetails, Listings};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::{Holding, Lock, UniqueId},
	ids::{CollectionId, EstateId, ItemId, WorldId},
	settlement::Store,
};
use sp_runtime::{DispatchError, TokenError};

#[test]
fn works() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));

		let listing =
			ListingDetails { world: WORLD, seller: ALICE, payer: owner(ALICE), price: 50 };
		assert_eq!(Market::listing(SWORD), Some(listing));
		System::assert_last_event(
			Event::Listed { asset: SWORD, world: WORLD, seller: ALICE, price: 50 }.into(),
		);
	});
}

#[test]
fn locks_the_asset_where_it_is() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));

		assert_eq!(holding(SWORD).owner, ALICE);
		assert_eq!(holding(SWORD).lock, Some(Lock::Listing));
	});
}

#[test]
fn works_for_an_estate() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, ESTATE, 50));

		assert_eq!(Market::listing(ESTATE).map(|it| it.seller), Some(ALICE));
		assert_eq!(holding(ESTATE).lock, Some(Lock::Listing));
	});
}

#[test]
fn holds_a_deposit() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));

		assert_eq!(held(ALICE), DEPOSIT);
	});
}

#[test]
fn fails_when_the_asset_is_listed() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));

		assert_noop!(Market::list(signed(ALICE), WORLD, SWORD, 40), Error::<Test>::Locked);
	});
}

#[test]
fn fails_for_part_of_an_estate() {
	with_a_sword(|| {
		let lock = Some(Lock::Estate(EstateId(0)));
		Records.set_holding(SWORD, Holding { lock, ..Holding::new(ALICE) });

		assert_noop!(Market::list(signed(ALICE), WORLD, SWORD, 50), Error::<Test>::Locked);
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	with_a_sword(|| {
		Players::offer(ALICE);

		assert_noop!(
			Market::list(signed(ALICE), WORLD, SWORD, 50),
			DispatchError::Other("offered")
		);
	});
}

#[test]
fn fails_in_a_suspended_world() {
	with_a_sword(|| {
		TheWorld::suspend();

		assert_noop!(
			Market::list(signed(ALICE), WORLD, SWORD, 50),
			DispatchError::Other("suspended")
		);
	});
}

#[test]
fn fails_for_an_unknown_asset() {
	with_a_sword(|| {
		let nothing = UniqueId::Item(ItemId { collection: CollectionId(0), serial: 1 });

		assert_noop!(Market::list(signed(ALICE), WORLD, nothing, 50), Error::<Test>::UnknownAsset);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	with_a_sword(|| {
		assert_noop!(
			Market::list(signed(BOB), WORLD, SWORD, 50),
			DispatchError::Other("not yours")
		);
	});
}

#[test]
fn fails_for_nothing() {
	with_a_sword(|| {
		assert_noop!(Market::list(signed(ALICE), WORLD, SWORD, 0), Error::<Test>::ZeroPrice);
	});
}

#[test]
fn fails_in_an_unknown_world() {
	with_a_sword(|| {
		assert_noop!(
			Market::list(signed(ALICE), WorldId(8), SWORD, 50),
			DispatchError::Other("unknown world")
		);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	with_a_sword(|| {
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), owner(ALICE), DEPOSIT));

		assert_noop!(
			Market::list(signed(ALICE), WORLD, SWORD, 50),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
		assert_eq!(Listings::<Test>::iter().count(), 0);
	});
}
