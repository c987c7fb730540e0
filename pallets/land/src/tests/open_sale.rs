// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Counters, Error, Event, HoldReason, SaleCounters, SaleDetails};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	chain::Balance,
	ids::{AvatarId, WorldId},
	key::WorldKey,
	land::{Area, Zone},
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

const PRICE: Balance = 40;

/// Of open land; the price goes to the operator's avatar.
fn open(who: AccountId, area: Area) -> DispatchResult {
	Land::open_sale(signed(who), WORLD, area, Zone::Open, PRICE, avatar(OPERATOR))
}

fn anywhere() -> Area {
	area((0, 0), (1, 1))
}

#[test]
fn works() {
	World::default().execute(|| {
		let (area, zone, price, to) = (anywhere(), Zone::Commercial, PRICE, avatar(OPERATOR));

		assert_ok!(Land::open_sale(signed(OPERATOR), WORLD, area, zone, price, to));

		assert_eq!(Land::sale(WORLD, 0), Some(SaleDetails { area, zone, price, to }));
		System::assert_last_event(
			Event::SaleOpened { world: WORLD, sale: 0, area, zone, price, to }.into(),
		);
	});
}

#[test]
fn holds_a_deposit_for_each_sale() {
	World::default().execute(|| {
		assert_ok!(open(OPERATOR, anywhere()));
		assert_ok!(open(OPERATOR, anywhere()));

		assert_eq!(held_for(HoldReason::Sale, OPERATOR), 2 * SALE_DEPOSIT);
		assert_eq!(held(OPERATOR), 0);
	});
}

#[test]
fn needs_the_world_and_who_is_paid() {
	World::default().execute(|| {
		assert_ok!(open(OPERATOR, anywhere()));

		assert_eq!(world_consumers(WORLD), 1);
		assert_eq!(avatar_consumers(avatar(OPERATOR)), 1);
	});
}

#[test]
fn never_gives_a_number_twice() {
	let world = World::default().sale(anywhere(), PRICE).after(|| {
		Land::close_sale(signed(OPERATOR), WORLD, 0).expect("it is open");
	});
	world.execute(|| {
		assert_ok!(open(OPERATOR, anywhere()));

		assert_eq!(Land::sale(WORLD, 0), None);
		assert!(Land::sale(WORLD, 1).is_some());
	});
}

#[test]
fn counts_the_sales_of_each_world_apart() {
	World::default().sale(anywhere(), PRICE).execute(|| {
		let (there, to) = (anywhere(), avatar(OPERATOR));

		assert_ok!(Land::open_sale(signed(OPERATOR), OTHER_WORLD, there, Zone::Open, PRICE, to));

		assert!(Land::sale(OTHER_WORLD, 0).is_some());
		assert_eq!(world_consumers(OTHER_WORLD), 1);
	});
}

#[test]
fn fails_for_public_land() {
	World::default().execute(|| {
		let to = avatar(OPERATOR);
		for public in [Zone::Road, Zone::Plaza] {
			assert_noop!(
				Land::open_sale(signed(OPERATOR), WORLD, anywhere(), public, PRICE, to),
				Error::<Test>::PublicLand
			);
		}
	});
}

#[test]
fn fails_for_an_area_without_a_place() {
	World::default().execute(|| {
		assert_noop!(open(OPERATOR, area((1, 0), (0, 1))), Error::<Test>::InvalidArea);
	});
}

#[test]
fn fails_outside_the_world() {
	World::default().execute(|| {
		for outside in [area((-3, -2), (0, 0)), area((0, 0), (2, 3))] {
			assert_noop!(open(OPERATOR, outside), DispatchError::Other("outside"));
		}
	});
}

#[test]
fn fails_for_anyone_but_the_operator() {
	World::default().execute(|| {
		assert_noop!(open(ALICE, anywhere()), DispatchError::Other("not owner"));
	});
}

#[test]
fn fails_in_an_unknown_world() {
	World::default().execute(|| {
		let (there, to) = (anywhere(), avatar(OPERATOR));

		assert_noop!(
			Land::open_sale(signed(OPERATOR), WorldId(8), there, Zone::Open, PRICE, to),
			DispatchError::Other("unknown world")
		);
	});
}

#[test]
fn fails_in_a_suspended_world() {
	World::default().after(|| suspend(WORLD)).execute(|| {
		assert_noop!(open(OPERATOR, anywhere()), DispatchError::Other("suspended"));
	});
}

#[test]
fn fails_when_it_would_pay_an_unknown_avatar() {
	World::default().execute(|| {
		let (there, nobody) = (anywhere(), AvatarId(10));

		assert_noop!(
			Land::open_sale(signed(OPERATOR), WORLD, there, Zone::Open, PRICE, nobody),
			DispatchError::Other("unknown avatar")
		);
	});
}

/// Whoever was named could not retire it.
#[test]
fn fails_when_it_would_pay_someone_elses_avatar() {
	World::default().execute(|| {
		let (there, to) = (anywhere(), avatar(CAROL));

		assert_noop!(
			Land::open_sale(signed(OPERATOR), WORLD, there, Zone::Open, PRICE, to),
			DispatchError::Other("not yours")
		);
	});
}

#[test]
fn fails_when_every_number_was_given_out() {
	World::default().execute(|| {
		let counters = SaleCounters { open: 0, next: u32::MAX };
		Counters::<Test>::insert(WorldKey::from(WORLD), counters);

		assert_noop!(open(OPERATOR, anywhere()), Error::<Test>::NoIdsLeft);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	World::default().execute(|| {
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), OPERATOR, SALE_DEPOSIT));

		assert_noop!(
			open(OPERATOR, anywhere()),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn fails_unsigned() {
	World::default().execute(|| {
		let (there, to) = (anywhere(), avatar(OPERATOR));

		assert_noop!(
			Land::open_sale(RuntimeOrigin::none(), WORLD, there, Zone::Open, PRICE, to),
			DispatchError::BadOrigin
		);
	});
}
