// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, HoldReason};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

/// With a sale of a part of the grid.
fn selling() -> World {
	World::default().sale(area((0, 0), (1, 1)), 40)
}

#[test]
fn works() {
	selling().execute(|| {
		assert_ok!(Land::close_sale(signed(OPERATOR), WORLD, 0));

		assert_eq!(Land::sale(WORLD, 0), None);
		System::assert_last_event(Event::SaleClosed { world: WORLD, sale: 0 }.into());
	});
}

#[test]
fn gives_the_deposit_back() {
	selling().execute(|| {
		assert_ok!(Land::close_sale(signed(OPERATOR), WORLD, 0));

		assert_eq!(held_for(HoldReason::Sale, OPERATOR), 0);
		assert_eq!(Balances::free_balance(OPERATOR), WEALTH);
	});
}

#[test]
fn lets_the_world_change_hands() {
	selling().execute(|| {
		assert_noop!(hand_over(WORLD, BOB), Error::<Test>::SalesOpen);

		assert_ok!(Land::close_sale(signed(OPERATOR), WORLD, 0));

		assert_ok!(hand_over(WORLD, BOB));
		assert_eq!(Balances::free_balance(OPERATOR), WEALTH);
		assert_eq!(Balances::free_balance(BOB), WEALTH);
	});
}

#[test]
fn releases_the_world_and_who_was_paid() {
	selling().execute(|| {
		assert_ok!(Land::close_sale(signed(OPERATOR), WORLD, 0));

		assert_eq!(world_consumers(WORLD), 0);
		assert_eq!(avatar_consumers(avatar(OPERATOR)), 0);
	});
}

#[test]
fn keeps_the_other_sales_and_what_was_claimed() {
	let world = selling().sale(area((0, 0), (0, 0)), 1).after(|| {
		let at = freehold_primitives::land::Coordinates::new(1, 1);
		Land::claim(signed(ALICE), WORLD, 0, at, avatar(ALICE), 40).expect("it is for sale");
	});
	world.execute(|| {
		assert_ok!(Land::close_sale(signed(OPERATOR), WORLD, 0));

		assert!(Land::sale(WORLD, 1).is_some());
		assert_eq!(Land::owner_of(site(1, 1)), Some(avatar(ALICE)));
		assert_eq!(held(OPERATOR), DEPOSIT);
	});
}

#[test]
fn works_in_a_suspended_world() {
	selling().after(|| suspend(WORLD)).execute(|| {
		assert_ok!(Land::close_sale(signed(OPERATOR), WORLD, 0));
	});
}

#[test]
fn fails_for_an_unknown_sale() {
	selling().execute(|| {
		assert_noop!(Land::close_sale(signed(OPERATOR), WORLD, 1), Error::<Test>::UnknownSale);
		assert_noop!(
			Land::close_sale(signed(OPERATOR), OTHER_WORLD, 0),
			Error::<Test>::UnknownSale
		);
	});
}

#[test]
fn fails_the_second_time() {
	selling().execute(|| {
		assert_ok!(Land::close_sale(signed(OPERATOR), WORLD, 0));

		assert_noop!(Land::close_sale(signed(OPERATOR), WORLD, 0), Error::<Test>::UnknownSale);
	});
}

#[test]
fn fails_for_anyone_but_the_operator() {
	selling().execute(|| {
		assert_noop!(Land::close_sale(signed(ALICE), WORLD, 0), DispatchError::Other("not owner"));
	});
}

#[test]
fn fails_unsigned() {
	selling().execute(|| {
		assert_noop!(Land::close_sale(RuntimeOrigin::none(), WORLD, 0), DispatchError::BadOrigin);
	});
}
