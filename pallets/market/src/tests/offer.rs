// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, NextOrderId, RestingOrder, Want, Wanted};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::Asset,
	chain::{AccountId, Balance},
	ids::{CollectionId, KindId, OrderId, WorldId},
	land::{Area, Coordinates},
};
use sp_runtime::{DispatchError, TokenError};

/// The offer that [`Offer::default`] makes.
fn offer() -> RestingOrder<AccountId> {
	RestingOrder {
		world: WORLD,
		maker: BOB,
		tenure: 0,
		payer: owner(BOB),
		taker: None,
		give: side(&[Asset::Coins(50)]),
		want: Want::Any(Wanted::Asset(SWORD.at_version(0))),
		lots: 1,
		max_deduction: 0,
		until: UNTIL,
	}
}

fn area(min: (i16, i16), max: (i16, i16)) -> Area {
	Area { min: Coordinates::new(min.0, min.1), max: Coordinates::new(max.0, max.1) }
}

#[test]
fn works() {
	with_a_sword(|| {
		let order = Offer::default().rest();

		assert_eq!(Market::order(order), Some(offer()));
		System::assert_last_event(
			Event::Offered {
				order,
				world: WORLD,
				bidder: BOB,
				price: 50,
				wanted: Wanted::Asset(SWORD.at_version(0)),
				lots: 1,
				until: UNTIL,
			}
			.into(),
		);
	});
}

#[test]
fn sets_the_coins_of_all_lots_aside() {
	with_a_sword(|| {
		Offer { wanted: Wanted::OfKind(BLADES), lots: 3, ..Offer::default() }.rest();

		assert_eq!(balance(BOB), WEALTH - 150);
		assert_eq!(aside(), 150);
		assert_eq!(Market::escrowed(), 150);
	});
}

#[test]
fn works_for_all_coins_of_the_purse() {
	with_a_sword(|| {
		Offer { price: WEALTH, ..Offer::default() }.rest();

		assert_eq!(balance(BOB), 0);
	});
}

#[test]
fn holds_a_deposit() {
	with_a_sword(|| {
		Offer::default().rest();

		assert_eq!(held(BOB), ORDER_DEPOSIT);
		assert_eq!(money(BOB), WEALTH - ORDER_DEPOSIT);
	});
}

#[test]
fn is_counted_for_the_bidder() {
	with_a_sword(|| {
		Offer::default().rest();

		assert_eq!(consumers(BOB), 1);
		assert_eq!(consumers(ALICE), 2);
	});
}

#[test]
fn leaves_what_it_wants_alone() {
	with_a_sword(|| {
		Offer::default().rest();

		assert_eq!(holding(SWORD).lock, None);
	});
}

#[test]
fn works_for_whatever_may_be_wanted() {
	with_goods(|| {
		for wanted in [
			Wanted::Asset(SWORD.at_version(0)),
			Wanted::Asset(ESTATE.at_version(0)),
			Wanted::Asset(PARCEL.at_version(0)),
			Wanted::Asset(arrows(10)),
			Wanted::OfKind(BLADES),
			Wanted::InCollection(CollectionId(0)),
			Wanted::ParcelIn { world: WORLD, area: area((0, 0), (0, 0)) },
			Wanted::ParcelIn { world: WorldId(8), area: area((i16::MIN, 0), (i16::MAX, 9)) },
		] {
			let order = Offer { wanted, ..Offer::default() }.rest();

			let expected = RestingOrder { want: Want::Any(wanted), ..offer() };
			assert_eq!(Market::order(order), Some(expected));
		}
	});
}

#[test]
fn works_for_several_lots_of_units() {
	with_goods(|| {
		let order = Offer { wanted: Wanted::Asset(arrows(10)), lots: 3, ..Offer::default() };

		let order = order.rest();

		assert_eq!(Market::order(order).map(|it| it.lots), Some(3));
	});
}

#[test]
fn works_from_this_block_to_the_longest_there_may_be() {
	with_a_sword(|| {
		for until in [NOW, NOW + MAX_REST] {
			Offer { until, ..Offer::default() }.rest();
		}
	});
}

#[test]
fn fails_when_it_would_be_over() {
	with_a_sword(|| {
		go_to(10);

		assert_noop!(Offer { until: 9, ..Offer::default() }.by(BOB), Error::<Test>::Expired);
	});
}

#[test]
fn fails_when_it_would_rest_too_long() {
	with_a_sword(|| {
		let until = NOW + MAX_REST + 1;

		assert_noop!(Offer { until, ..Offer::default() }.by(BOB), Error::<Test>::LivesTooLong);
	});
}

#[test]
fn fails_for_what_can_not_be() {
	with_goods(|| {
		let of_kind = Wanted::OfKind(BLADES);
		for malformed in [
			Offer { wanted: of_kind, lots: 0, ..Offer::default() },
			Offer { wanted: Wanted::Asset(arrows(0)), ..Offer::default() },
			Offer { wanted: Wanted::Asset(Asset::Coins(60)), ..Offer::default() },
			Offer { lots: 2, ..Offer::default() },
			Offer {
				wanted: Wanted::ParcelIn { world: WORLD, area: area((1, 0), (0, 0)) },
				..Offer::default()
			},
		] {
			assert_noop!(malformed.by(BOB), Error::<Test>::Malformed);
		}
	});
}

#[test]
fn fails_for_nothing() {
	with_a_sword(|| {
		assert_noop!(Offer { price: 0, ..Offer::default() }.by(BOB), Error::<Test>::ZeroPrice);
	});
}

#[test]
fn fails_beyond_what_can_be_counted() {
	with_a_sword(|| {
		let wanted = Wanted::OfKind(BLADES);

		assert_noop!(
			Offer { price: Balance::MAX, wanted, lots: 2, ..Offer::default() }.by(BOB),
			Error::<Test>::Overflow
		);
	});
}

#[test]
fn fails_for_an_unknown_asset() {
	with_a_sword(|| {
		let wanted = Wanted::Asset(DAGGER.at_version(0));

		assert_noop!(Offer { wanted, ..Offer::default() }.by(BOB), Error::<Test>::UnknownAsset);
	});
}

#[test]
fn fails_for_an_unknown_kind() {
	with_a_sword(|| {
		let wanted = Wanted::OfKind(KindId { collection: CollectionId(9), index: 0 });

		assert_noop!(Offer { wanted, ..Offer::default() }.by(BOB), Error::<Test>::UnknownAsset);
	});
}

/// Units are wanted by their amount.
#[test]
fn fails_for_any_of_a_kind_that_has_units() {
	with_goods(|| {
		let wanted = Wanted::OfKind(ARROWS);

		assert_noop!(Offer { wanted, ..Offer::default() }.by(BOB), Error::<Test>::Malformed);
	});
}

#[test]
fn fails_for_a_kind_that_is_soulbound() {
	with_a_sword(|| {
		bind(BLADES);
		let wanted = Wanted::OfKind(BLADES);

		assert_noop!(Offer { wanted, ..Offer::default() }.by(BOB), Error::<Test>::Soulbound);
	});
}

#[test]
fn fails_for_a_kind_that_is_traded_elsewhere() {
	with_a_sword(|| {
		let offer = Offer { wanted: Wanted::OfKind(BLADES), ..Offer::default() };

		set_home(BLADES, WorldId(8));
		assert_noop!(offer.clone().by(BOB), Error::<Test>::NotTradableHere);
		set_home(BLADES, WORLD);
		assert_ok!(offer.by(BOB));
	});
}

#[test]
fn the_kind_may_be_removed_afterwards() {
	with_a_sword(|| {
		let order = Offer { wanted: Wanted::OfKind(SHIELDS), ..Offer::default() }.rest();
		remove_kind(SHIELDS);

		check();
		assert_ok!(Market::cancel(signed(BOB), order));
	});
}

#[test]
fn fails_for_another_version() {
	with_a_sword(|| {
		let wanted = Wanted::Asset(SWORD.at_version(1));

		assert_noop!(Offer { wanted, ..Offer::default() }.by(BOB), Error::<Test>::Moved);
	});
}

#[test]
fn fails_with_too_few_coins() {
	with_a_sword(|| {
		let wanted = Wanted::OfKind(BLADES);

		assert_noop!(
			Offer { price: WEALTH / 2 + 1, wanted, lots: 2, ..Offer::default() }.by(BOB),
			DispatchError::Other("too few coins")
		);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	with_a_sword(|| {
		assert_noop!(Offer::default().by(CAROL), DispatchError::Other("not yours"));
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	with_a_sword(|| {
		assert_noop!(
			Offer { bidder: NOBODY, ..Offer::default() }.by(BOB),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	with_a_sword(|| {
		Players::offer(BOB);

		assert_noop!(Offer::default().by(BOB), DispatchError::Other("offered"));
	});
}

#[test]
fn fails_in_a_suspended_world() {
	with_a_sword(|| {
		TheWorld::suspend();

		assert_noop!(Offer::default().by(BOB), DispatchError::Other("suspended"));
	});
}

#[test]
fn fails_in_an_unknown_world() {
	with_a_sword(|| {
		assert_noop!(
			Offer { world: WorldId(8), ..Offer::default() }.by(BOB),
			DispatchError::Other("unknown world")
		);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	with_a_sword(|| {
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), owner(BOB), ORDER_DEPOSIT));

		assert_noop!(Offer::default().by(BOB), DispatchError::Token(TokenError::FundsUnavailable));
	});
}

#[test]
fn fails_when_no_ids_are_left() {
	with_a_sword(|| {
		NextOrderId::<Test>::put(OrderId(u32::MAX));

		assert_noop!(Offer::default().by(BOB), Error::<Test>::NoIdsLeft);
	});
}

#[test]
fn fails_without_an_account() {
	with_a_sword(|| {
		let wanted = Wanted::OfKind(BLADES);

		assert_noop!(
			Market::offer(RuntimeOrigin::root(), WORLD, BOB, 50, wanted, 1, UNTIL),
			DispatchError::BadOrigin
		);
	});
}
