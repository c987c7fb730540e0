// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Access, Error, Event, HoldReason, ParcelDetails, Title};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::Holding,
	chain::Balance,
	ids::{AvatarId, WorldId},
	land::{Coordinates, Zone},
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

const PRICE: Balance = 40;

/// With a sale of a part of the grid.
fn selling() -> World {
	World::default().sale(area((0, 0), (1, 1)), PRICE)
}

/// For the account's avatar, at the price that is asked.
fn claim(who: AccountId, (x, y): (i16, i16)) -> DispatchResult {
	Land::claim(signed(who), WORLD, 0, Coordinates::new(x, y), avatar(who), PRICE)
}

#[test]
fn works() {
	let world = World::default().after(|| {
		let (there, to) = (area((0, 0), (1, 1)), avatar(OPERATOR));
		Land::open_sale(signed(OPERATOR), WORLD, there, Zone::Commercial, PRICE, to)
			.expect("it is its world");
	});
	world.execute(|| {
		assert_ok!(claim(ALICE, (1, 0)));

		assert_eq!(
			Land::parcel(parcel(1, 0)),
			Some(ParcelDetails {
				title: Title::Own(Holding::new(avatar(ALICE))),
				zone: Zone::Commercial,
				access: Access::Open,
			})
		);
		let (parcel, to) = (parcel(1, 0), avatar(ALICE));
		System::assert_last_event(
			Event::ParcelClaimed { parcel, sale: 0, to, price: PRICE }.into(),
		);
	});
}

#[test]
fn pays_the_price_to_the_purse_that_the_sale_names() {
	selling().execute(|| {
		assert_ok!(claim(ALICE, (0, 0)));

		assert_eq!(coins(avatar(ALICE)), WEALTH - PRICE);
		assert_eq!(coins(avatar(OPERATOR)), WEALTH + PRICE);
	});
}

#[test]
fn holds_the_deposit_of_who_operates_the_world() {
	let world = World::default().after(|| {
		hand_over(WORLD, BOB).expect("he can pay");
		let (there, to) = (area((0, 0), (1, 1)), avatar(BOB));
		Land::open_sale(signed(BOB), WORLD, there, Zone::Open, PRICE, to).expect("it is his world");
	});
	world.execute(|| {
		assert_ok!(claim(ALICE, (0, 0)));

		assert_eq!(held(BOB), DEPOSIT);
		assert_eq!((held(ALICE), held(OPERATOR)), (0, 0));
	});
}

#[test]
fn may_cost_less_than_the_buyer_would_pay() {
	selling().execute(|| {
		let at = Coordinates::new(0, 0);

		assert_ok!(Land::claim(signed(ALICE), WORLD, 0, at, avatar(ALICE), Balance::MAX));

		assert_eq!(coins(avatar(ALICE)), WEALTH - PRICE);
	});
}

#[test]
fn may_cost_nothing() {
	World::default().sale(area((0, 0), (0, 0)), 0).execute(|| {
		let at = Coordinates::new(0, 0);

		assert_ok!(Land::claim(signed(ALICE), WORLD, 0, at, avatar(ALICE), 0));

		assert_eq!(coins(avatar(ALICE)), WEALTH);
	});
}

#[test]
fn leaves_the_rest_of_the_area_for_sale() {
	selling().execute(|| {
		assert_ok!(claim(ALICE, (0, 0)));
		assert_ok!(claim(BOB, (0, 1)));

		assert!(Land::sale(WORLD, 0).is_some());
		assert_eq!(held_for(HoldReason::Sale, OPERATOR), SALE_DEPOSIT);
	});
}

#[test]
fn fails_through_someone_elses_avatar() {
	selling().execute(|| {
		let at = Coordinates::new(0, 0);

		assert_noop!(
			Land::claim(signed(BOB), WORLD, 0, at, avatar(ALICE), PRICE),
			DispatchError::Other("not yours")
		);
		assert_noop!(
			Land::claim(signed(BOB), WORLD, 0, at, AvatarId(10), PRICE),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_in_a_suspended_world() {
	selling().after(|| suspend(WORLD)).execute(|| {
		assert_noop!(claim(ALICE, (0, 0)), DispatchError::Other("suspended"));
	});
}

#[test]
fn fails_in_an_unknown_world() {
	selling().execute(|| {
		let at = Coordinates::new(0, 0);

		assert_noop!(
			Land::claim(signed(ALICE), WorldId(8), 0, at, avatar(ALICE), PRICE),
			DispatchError::Other("unknown world")
		);
	});
}

#[test]
fn fails_for_an_unknown_sale() {
	selling().execute(|| {
		let (at, to) = (Coordinates::new(0, 0), avatar(ALICE));

		assert_noop!(
			Land::claim(signed(ALICE), WORLD, 1, at, to, PRICE),
			Error::<Test>::UnknownSale
		);
		assert_noop!(
			Land::claim(signed(ALICE), OTHER_WORLD, 0, at, to, PRICE),
			Error::<Test>::UnknownSale
		);
	});
}

#[test]
fn fails_when_the_sale_is_closed() {
	selling().execute(|| {
		assert_ok!(Land::close_sale(signed(OPERATOR), WORLD, 0));

		assert_noop!(claim(ALICE, (0, 0)), Error::<Test>::UnknownSale);
	});
}

#[test]
fn fails_outside_what_is_sold() {
	selling().execute(|| {
		assert_noop!(claim(ALICE, (2, 0)), Error::<Test>::OutsideSale);
	});
}

#[test]
fn fails_when_the_parcel_was_issued() {
	selling().estate(CAROL, &[(1, 0), (1, 1)]).execute(|| {
		assert_ok!(claim(BOB, (0, 0)));

		for taken in [(0, 0), (1, 0)] {
			assert_noop!(claim(ALICE, taken), Error::<Test>::AlreadyIssued);
		}
	});
}

#[test]
fn fails_when_it_costs_more_than_the_buyer_would_pay() {
	selling().execute(|| {
		let at = Coordinates::new(0, 0);

		assert_noop!(
			Land::claim(signed(ALICE), WORLD, 0, at, avatar(ALICE), PRICE - 1),
			Error::<Test>::PriceTooHigh
		);
	});
}

#[test]
fn fails_without_the_coins() {
	World::default().sale(area((0, 0), (0, 0)), WEALTH + 1).execute(|| {
		let at = Coordinates::new(0, 0);

		assert_noop!(
			Land::claim(signed(ALICE), WORLD, 0, at, avatar(ALICE), Balance::MAX),
			DispatchError::Other("too few coins")
		);
	});
}

#[test]
fn costs_nothing_when_the_operator_has_no_money_for_the_deposit() {
	selling().execute(|| {
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), OPERATOR, DEPOSIT));

		assert_noop!(claim(ALICE, (0, 0)), DispatchError::Token(TokenError::FundsUnavailable));
		assert_eq!(coins(avatar(ALICE)), WEALTH);
	});
}

#[test]
fn fails_unsigned() {
	selling().execute(|| {
		let at = Coordinates::new(0, 0);

		assert_noop!(
			Land::claim(RuntimeOrigin::none(), WORLD, 0, at, avatar(ALICE), PRICE),
			DispatchError::BadOrigin
		);
	});
}
