// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, NextOrderId, Price, RestingOrder, Want};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::{Asset, Custody, Holding, Lock},
	chain::{AccountId, Balance},
	ids::{AuctionId, CollectionId, EstateId, KindId, OrderId, WorldId},
};
use sp_runtime::{DispatchError, TokenError};

/// The listing that [`Listing::default`] makes.
fn listing() -> RestingOrder<AccountId> {
	RestingOrder {
		world: WORLD,
		maker: ALICE,
		tenure: 0,
		payer: owner(ALICE),
		taker: None,
		give: side(&[SWORD.at_version(0)]),
		want: Want::Price(Price::fixed(50)),
		lots: 1,
		max_deduction: ALL,
		until: UNTIL,
	}
}

#[test]
fn works() {
	with_a_sword(|| {
		let order = Listing::default().rest();

		assert_eq!(Market::order(order), Some(listing()));
		System::assert_last_event(
			Event::Listed {
				order,
				world: WORLD,
				seller: ALICE,
				lot: side(&[SWORD.at_version(0)]),
				price: Price::fixed(50),
				lots: 1,
				buyer: None,
				until: UNTIL,
			}
			.into(),
		);
	});
}

#[test]
fn locks_the_asset_where_it_is() {
	with_a_sword(|| {
		let order = Listing::default().rest();

		let lock = Some(Lock::Order(order));
		assert_eq!(holding(SWORD), Holding { owner: ALICE, version: 0, lock });
	});
}

#[test]
fn holds_a_deposit() {
	with_a_sword(|| {
		Listing::default().rest();

		assert_eq!(held(ALICE), ORDER_DEPOSIT);
		assert_eq!(money(ALICE), WEALTH - ORDER_DEPOSIT);
	});
}

#[test]
fn takes_no_coins() {
	with_a_sword(|| {
		Listing::default().rest();

		assert_eq!(balance(ALICE), WEALTH);
		assert_eq!(aside(), 0);
	});
}

#[test]
fn is_counted_for_the_seller() {
	with_a_sword(|| {
		let before = consumers(ALICE);

		Listing::default().rest();

		assert_eq!(consumers(ALICE), before + 1);
	});
}

#[test]
fn ids_are_given_out_in_turn_and_never_twice() {
	with_goods(|| {
		assert_eq!(Listing::default().rest(), OrderId(0));
		assert_eq!(Listing { lot: vec![arrows(1)], ..Listing::default() }.rest(), OrderId(1));
		assert_ok!(Market::cancel(signed(ALICE), OrderId(1)));

		assert_eq!(Listing { lot: vec![arrows(1)], ..Listing::default() }.rest(), OrderId(2));
	});
}

#[test]
fn works_for_land() {
	with_goods(|| {
		let estate = Listing { lot: vec![ESTATE.at_version(0)], ..Listing::default() }.rest();
		let lot = vec![PARCEL.at_version(0)];
		let parcel = Listing { seller: CAROL, lot, ..Listing::default() }.rest();

		assert_eq!(holding(ESTATE).lock, Some(Lock::Order(estate)));
		assert_eq!(holding(PARCEL).lock, Some(Lock::Order(parcel)));
	});
}

#[test]
fn works_for_units_in_several_lots() {
	with_goods(|| {
		let order = Listing { lot: vec![arrows(10)], lots: 4, ..Listing::default() }.rest();

		assert_eq!(stack(ARROWS, ALICE), (60, 40));
		assert_eq!(Market::order(order).map(|it| it.lots), Some(4));
	});
}

#[test]
fn works_for_the_last_unit() {
	with_goods(|| {
		Listing { lot: vec![arrows(25)], lots: 4, ..Listing::default() }.rest();

		assert_eq!(stack(ARROWS, ALICE), (0, 100));
	});
}

#[test]
fn units_may_be_listed_in_several_orders() {
	with_goods(|| {
		for _ in 0..2 {
			Listing { lot: vec![arrows(30), arrows(20)], ..Listing::default() }.rest();
		}

		assert_eq!(stack(ARROWS, ALICE), (0, 100));
	});
}

#[test]
fn works_for_a_bundle() {
	with_goods(|| {
		mint(DAGGER, ALICE);
		let assets = [SWORD, DAGGER, ESTATE];
		let lot = [assets.map(|it| it.at_version(0)).to_vec(), vec![arrows(5)]].concat();
		let order = Listing { lot, ..Listing::default() }.rest();

		assert_eq!(assets.map(|it| holding(it).lock), [Some(Lock::Order(order)); 3]);
		assert_eq!(stack(ARROWS, ALICE), (95, 5));
		assert_eq!(held(ALICE), ORDER_DEPOSIT);
	});
}

#[test]
fn works_for_one_buyer() {
	with_a_sword(|| {
		let order = Listing { buyer: Some(BOB), ..Listing::default() }.rest();

		let expected = RestingOrder { taker: Some(BOB), ..listing() };
		assert_eq!(Market::order(order), Some(expected));
	});
}

#[test]
fn works_for_a_falling_price() {
	with_a_sword(|| {
		let price = Price { start: 90, end: 30, from: 10, to: 40 };
		let order = Listing { price, ..Listing::default() }.rest();

		let expected = RestingOrder { want: Want::Price(price), ..listing() };
		assert_eq!(Market::order(order), Some(expected));
	});
}

#[test]
fn works_for_an_avatar_that_was_sold() {
	with_a_sword(|| {
		Players::sell(ALICE, owner(CAROL));

		assert_ok!(Listing::default().by(CAROL));

		let expected = RestingOrder { tenure: 1, payer: owner(CAROL), ..listing() };
		assert_eq!(Market::order(OrderId(0)), Some(expected));
	});
}

#[test]
fn works_from_this_block_to_the_longest_there_may_be() {
	with_goods(|| {
		for until in [NOW, NOW + MAX_REST] {
			Listing { lot: vec![arrows(1)], until, ..Listing::default() }.rest();
		}
	});
}

#[test]
fn fails_when_it_would_be_over() {
	with_a_sword(|| {
		go_to(10);

		assert_noop!(Listing { until: 9, ..Listing::default() }.by(ALICE), Error::<Test>::Expired);
	});
}

#[test]
fn fails_when_it_would_rest_too_long() {
	with_a_sword(|| {
		let until = NOW + MAX_REST + 1;

		assert_noop!(
			Listing { until, ..Listing::default() }.by(ALICE),
			Error::<Test>::LivesTooLong
		);
	});
}

#[test]
fn fails_when_the_asset_is_listed() {
	with_a_sword(|| {
		Listing::default().rest();

		assert_noop!(Listing::default().by(ALICE), Error::<Test>::Locked);
	});
}

#[test]
fn fails_when_the_asset_is_locked_for_whatever_reason() {
	let custody = Custody { world: WORLD, reason: 0, until: UNTIL };
	for reason in [
		Lock::PublicLand,
		Lock::Estate(EstateId(0)),
		Lock::Worn { slot: 0 },
		Lock::Custody(custody),
	] {
		with_a_sword(|| {
			lock(SWORD, reason);

			assert_noop!(Listing::default().by(ALICE), Error::<Test>::Locked);
		});
	}
}

#[test]
fn fails_when_the_asset_is_auctioned() {
	with_a_sword(|| {
		assert_eq!(Opening::default().open(), AuctionId(0));

		assert_noop!(Listing::default().by(ALICE), Error::<Test>::Locked);
	});
}

#[test]
fn fails_with_an_asset_twice() {
	with_a_sword(|| {
		let lot = vec![SWORD.at_version(0); 2];

		assert_noop!(Listing { lot, ..Listing::default() }.by(ALICE), Error::<Test>::Malformed);
	});
}

#[test]
fn fails_for_anothers_asset() {
	with_a_sword(|| {
		assert_noop!(
			Listing { seller: BOB, ..Listing::default() }.by(BOB),
			Error::<Test>::NotHolder
		);
	});
}

#[test]
fn fails_for_an_unknown_asset() {
	with_a_sword(|| {
		let lot = vec![DAGGER.at_version(0)];

		assert_noop!(Listing { lot, ..Listing::default() }.by(ALICE), Error::<Test>::UnknownAsset);
	});
}

#[test]
fn fails_for_another_version() {
	with_a_sword(|| {
		let lot = vec![SWORD.at_version(1)];

		assert_noop!(Listing { lot, ..Listing::default() }.by(ALICE), Error::<Test>::Moved);
	});
}

#[test]
fn fails_with_too_few_units() {
	with_goods(|| {
		let lot = vec![arrows(10)];

		assert_noop!(
			Listing { lot, lots: 11, ..Listing::default() }.by(ALICE),
			Error::<Test>::TooFewUnits
		);
	});
}

#[test]
fn fails_with_units_that_are_locked() {
	with_goods(|| {
		Listing { lot: vec![arrows(60)], ..Listing::default() }.rest();

		assert_noop!(
			Listing { lot: vec![arrows(41)], ..Listing::default() }.by(ALICE),
			Error::<Test>::TooFewUnits
		);
	});
}

#[test]
fn fails_for_units_of_an_unknown_kind() {
	with_a_sword(|| {
		let kind = KindId { collection: CollectionId(9), index: 0 };
		let lot = vec![Asset::Units { kind, amount: 1 }];

		assert_noop!(Listing { lot, ..Listing::default() }.by(ALICE), Error::<Test>::TooFewUnits);
	});
}

#[test]
fn fails_for_what_is_soulbound() {
	with_goods(|| {
		for (kind, lot) in [(BLADES, SWORD.at_version(0)), (ARROWS, arrows(1))] {
			bind(kind);
			let lot = vec![lot];

			assert_noop!(Listing { lot, ..Listing::default() }.by(ALICE), Error::<Test>::Soulbound);
		}
	});
}

#[test]
fn fails_for_what_is_traded_elsewhere() {
	with_goods(|| {
		for (kind, lot) in [(BLADES, SWORD.at_version(0)), (ARROWS, arrows(1))] {
			set_home(kind, WorldId(8));
			let lot = vec![lot];

			assert_noop!(
				Listing { lot, ..Listing::default() }.by(ALICE),
				Error::<Test>::NotTradableHere
			);
		}
	});
}

#[test]
fn works_for_what_is_traded_here_only() {
	with_a_sword(|| {
		set_home(BLADES, WORLD);

		assert_ok!(Listing::default().by(ALICE));
	});
}

#[test]
fn fails_for_what_can_not_be() {
	with_goods(|| {
		for malformed in [
			Listing { lot: vec![], ..Listing::default() },
			Listing { lot: vec![arrows(0)], ..Listing::default() },
			Listing { lot: vec![arrows(1)], lots: 0, ..Listing::default() },
			Listing { lot: vec![SWORD.at_version(0)], lots: 2, ..Listing::default() },
			Listing { lot: vec![ESTATE.at_version(0)], lots: 2, ..Listing::default() },
			Listing { lot: vec![arrows(1), SWORD.at_version(0)], lots: 2, ..Listing::default() },
		] {
			assert_noop!(malformed.by(ALICE), Error::<Test>::Malformed);
		}
	});
}

#[test]
fn fails_with_coins_in_the_lot() {
	with_a_sword(|| {
		let lot = vec![SWORD.at_version(0), Asset::Coins(1)];

		assert_noop!(Listing { lot, ..Listing::default() }.by(ALICE), Error::<Test>::CoinsInLot);
	});
}

#[test]
fn fails_for_nothing() {
	with_a_sword(|| {
		for price in [Price::fixed(0), Price { start: 50, end: 0, from: 10, to: 20 }] {
			assert_noop!(
				Listing { price, ..Listing::default() }.by(ALICE),
				Error::<Test>::ZeroPrice
			);
		}
	});
}

#[test]
fn fails_when_the_price_rises() {
	with_a_sword(|| {
		for price in [
			Price { start: 50, end: 51, from: 10, to: 20 },
			Price { start: 50, end: 40, from: 20, to: 10 },
		] {
			assert_noop!(
				Listing { price, ..Listing::default() }.by(ALICE),
				Error::<Test>::PriceRises
			);
		}
	});
}

#[test]
fn fails_beyond_what_can_be_counted() {
	with_goods(|| {
		let lot = || vec![arrows(1)];
		for too_much in [
			Listing {
				lot: lot(),
				price: Price::fixed(Balance::MAX),
				lots: 2,
				..Listing::default()
			},
			Listing { lot: vec![arrows(u64::MAX)], lots: 2, ..Listing::default() },
		] {
			assert_noop!(too_much.by(ALICE), Error::<Test>::Overflow);
		}
	});
}

#[test]
fn fails_for_the_seller_as_buyer() {
	with_a_sword(|| {
		assert_noop!(
			Listing { buyer: Some(ALICE), ..Listing::default() }.by(ALICE),
			Error::<Test>::SelfTrade
		);
	});
}

#[test]
fn fails_for_an_unknown_buyer() {
	with_a_sword(|| {
		assert_noop!(
			Listing { buyer: Some(NOBODY), ..Listing::default() }.by(ALICE),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	with_a_sword(|| {
		assert_noop!(Listing::default().by(BOB), DispatchError::Other("not yours"));
	});
}

#[test]
fn fails_for_an_unknown_seller() {
	with_a_sword(|| {
		assert_noop!(
			Listing { seller: NOBODY, ..Listing::default() }.by(ALICE),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	with_a_sword(|| {
		Players::offer(ALICE);

		assert_noop!(Listing::default().by(ALICE), DispatchError::Other("offered"));
	});
}

#[test]
fn fails_in_a_suspended_world() {
	with_a_sword(|| {
		TheWorld::suspend();

		assert_noop!(Listing::default().by(ALICE), DispatchError::Other("suspended"));
	});
}

#[test]
fn fails_in_an_unknown_world() {
	with_a_sword(|| {
		assert_noop!(
			Listing { world: WorldId(8), ..Listing::default() }.by(ALICE),
			DispatchError::Other("unknown world")
		);
	});
}

#[test]
fn fails_in_a_closed_world() {
	with_a_sword(|| {
		TheWorld::close();

		assert_noop!(Listing::default().by(ALICE), DispatchError::Other("unknown world"));
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	with_a_sword(|| {
		let root = RuntimeOrigin::root();
		assert_ok!(Balances::force_set_balance(root, owner(ALICE), ORDER_DEPOSIT));

		assert_noop!(
			Listing::default().by(ALICE),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

/// Nobody could buy it.
#[test]
fn fails_when_more_would_be_taken_off_than_the_seller_agrees_to() {
	with_goods(|| {
		TheWorld::keep(300);
		set_royalty(BLADES, 200);
		set_royalty(ARROWS, 400);
		let give = |lot: &[Asset], max_deduction| Listing {
			lot: lot.to_vec(),
			max_deduction,
			..Listing::default()
		};
		let (sword, estate) = (SWORD.at_version(0), ESTATE.at_version(0));
		let limits: [(&[Asset], u16); 4] = [
			(&[estate], 300),
			(&[sword], 500),
			(&[arrows(1)], 700),
			// Of one collection, so that they pay its highest rate.
			(&[sword, arrows(1), estate], 700),
		];

		for (lot, limit) in limits {
			assert_noop!(give(lot, limit - 1).by(ALICE), Error::<Test>::DeductionTooHigh);
			let order = give(lot, limit).rest();
			assert_ok!(Market::cancel(signed(ALICE), order));
		}
	});
}

#[test]
fn an_item_that_was_made_under_a_lower_royalty_needs_no_more() {
	with_a_sword(|| {
		mint_at(DAGGER, ALICE, 100);
		set_royalty(BLADES, 900);
		let lot = vec![DAGGER.at_version(0)];
		let limited =
			|max_deduction| Listing { lot: lot.clone(), max_deduction, ..Listing::default() };

		assert_noop!(limited(1_099).by(ALICE), Error::<Test>::DeductionTooHigh);
		assert_ok!(limited(1_100).by(ALICE));
	});
}

#[test]
fn fails_when_no_ids_are_left() {
	with_a_sword(|| {
		NextOrderId::<Test>::put(OrderId(u32::MAX));

		assert_noop!(Listing::default().by(ALICE), Error::<Test>::NoIdsLeft);
	});
}

#[test]
fn fails_without_an_account() {
	with_a_sword(|| {
		let (lot, price) = (side(&[SWORD.at_version(0)]), Price::fixed(50));

		assert_noop!(
			Market::list(RuntimeOrigin::root(), WORLD, ALICE, lot, price, 1, None, ALL, UNTIL),
			DispatchError::BadOrigin
		);
	});
}
