// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, Price};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::{Asset, Holding},
	chain::Balance,
	ids::{AvatarId, OrderId, WorldId},
	settlement::Store,
};
use sp_runtime::DispatchError;

/// Four lots of ten arrows each of Alice's, at 50 coins a lot.
fn arrows_in_lots() -> Listing {
	Listing { lot: vec![arrows(10)], lots: 4, ..Listing::default() }
}

fn sold(order: OrderId, buyer: AvatarId, price: Balance) -> RuntimeEvent {
	let fee = price / 10;
	Event::Sold { order, seller: ALICE, buyer, lots: 1, price, fee, royalty: 0 }.into()
}

#[test]
fn works() {
	with_a_sword(|| {
		let order = Listing::default().rest();

		assert_ok!(buy(order, BOB, 1, 50));

		assert_eq!(holding(SWORD), Holding { owner: BOB, version: 1, lock: None });
		assert_eq!(Market::order(order), None);
		System::assert_last_event(sold(order, BOB, 50));
	});
}

#[test]
fn pays_the_seller_less_the_fee() {
	with_a_sword(|| {
		let order = Listing { price: Price::fixed(59), ..Listing::default() }.rest();

		assert_ok!(buy(order, BOB, 1, 59));

		assert_eq!(balance(BOB), WEALTH - 59);
		assert_eq!(balance(ALICE), WEALTH + 54);
		assert_eq!(balance(TREASURY), WEALTH + 5);
	});
}

#[test]
fn pays_the_makers_of_the_item() {
	with_a_sword(|| {
		set_royalty(BLADES, 500);
		let order = Listing { price: Price::fixed(199), ..Listing::default() }.rest();

		assert_ok!(buy(order, BOB, 1, 199));

		assert_eq!(accrued(BLADES), 9);
		assert_eq!(balance(TREASURY), WEALTH + 19);
		assert_eq!(balance(ALICE), WEALTH + 171);
		let (seller, buyer) = (ALICE, BOB);
		System::assert_last_event(
			Event::Sold { order, seller, buyer, lots: 1, price: 199, fee: 19, royalty: 9 }.into(),
		);
	});
}

#[test]
fn works_for_an_estate() {
	with_a_sword(|| {
		let order = Listing { lot: vec![ESTATE.at_version(0)], ..Listing::default() }.rest();

		assert_ok!(buy(order, BOB, 1, 50));

		assert_eq!(holding(ESTATE), Holding { owner: BOB, version: 1, lock: None });
		assert_eq!(holding(SWORD).owner, ALICE);
	});
}

#[test]
fn works_for_a_parcel() {
	with_goods(|| {
		let lot = vec![PARCEL.at_version(0)];
		let order = Listing { seller: CAROL, lot, ..Listing::default() }.rest();

		assert_ok!(buy(order, BOB, 1, 50));

		assert_eq!(holding(PARCEL), Holding { owner: BOB, version: 1, lock: None });
	});
}

#[test]
fn works_for_a_bundle() {
	with_goods(|| {
		let lot = vec![SWORD.at_version(0), arrows(7), ESTATE.at_version(0)];
		let order = Listing { lot, ..Listing::default() }.rest();

		assert_ok!(buy(order, BOB, 1, 50));

		assert_eq!([SWORD, ESTATE].map(|it| holding(it).owner), [BOB; 2]);
		assert_eq!(stack(ARROWS, BOB), (107, 0));
		assert_eq!(stack(ARROWS, ALICE), (93, 0));
		assert_eq!(balance(ALICE), WEALTH + 45);
	});
}

#[test]
fn works_for_some_of_the_lots() {
	with_goods(|| {
		let order = arrows_in_lots().rest();

		assert_ok!(buy(order, BOB, 3, 150));

		assert_eq!(Market::order(order).map(|it| it.lots), Some(1));
		assert_eq!(stack(ARROWS, ALICE), (60, 10));
		assert_eq!(stack(ARROWS, BOB), (130, 0));
		assert_eq!(balance(BOB), WEALTH - 150);
		assert_eq!(held(ALICE), ORDER_DEPOSIT);
		let (seller, buyer) = (ALICE, BOB);
		System::assert_last_event(
			Event::Sold { order, seller, buyer, lots: 3, price: 150, fee: 15, royalty: 0 }.into(),
		);
	});
}

#[test]
fn several_buyers_share_the_lots() {
	with_goods(|| {
		let order = arrows_in_lots().rest();

		assert_ok!(buy(order, BOB, 1, 50));
		assert_ok!(buy(order, CAROL, 2, 100));
		assert_ok!(buy(order, BOB, 1, 50));

		assert_eq!(Market::order(order), None);
		assert_eq!(stack(ARROWS, ALICE), (60, 0));
		assert_eq!(stack(ARROWS, BOB), (120, 0));
		assert_eq!(stack(ARROWS, CAROL), (20, 0));
		assert_eq!(balance(ALICE), WEALTH + 180);
	});
}

#[test]
fn the_last_unit_leaves_no_record() {
	with_goods(|| {
		let before = consumers(ALICE);
		let order = Listing { lot: vec![arrows(100)], ..Listing::default() }.rest();

		assert_ok!(buy(order, CAROL, 1, 50));

		assert_eq!(stack(ARROWS, ALICE), (0, 0));
		assert_eq!(consumers(ALICE), before - 1);
	});
}

#[test]
fn gives_the_deposit_back_to_the_seller_with_the_last_lot() {
	with_goods(|| {
		let order = arrows_in_lots().rest();
		assert_ok!(buy(order, BOB, 3, 150));
		assert_eq!(money(ALICE), WEALTH - ORDER_DEPOSIT);

		assert_ok!(buy(order, BOB, 1, 50));

		assert_eq!(held(ALICE), 0);
		assert_eq!(money(ALICE), WEALTH);
	});
}

#[test]
fn is_counted_for_the_buyer() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		assert_ok!(buy(order, BOB, 1, 50));

		assert_eq!(consumers(ALICE), 1);
		assert_eq!(consumers(BOB), 1);
	});
}

#[test]
fn costs_what_it_does_now() {
	with_a_sword(|| {
		let price = Price { start: 90, end: 30, from: 10, to: 40 };
		let order = Listing { price, ..Listing::default() }.rest();
		go_to(20);

		assert_noop!(buy(order, BOB, 1, 69), Error::<Test>::PriceTooHigh);
		assert_ok!(buy(order, BOB, 1, 90));

		assert_eq!(balance(BOB), WEALTH - 70);
		System::assert_last_event(sold(order, BOB, 70));
	});
}

#[test]
fn each_lot_costs_what_it_does_now() {
	with_goods(|| {
		let price = Price { start: 90, end: 30, from: 10, to: 40 };
		let order = Listing { price, ..arrows_in_lots() }.rest();

		assert_ok!(buy(order, BOB, 1, 90));
		go_to(40);
		assert_ok!(buy(order, CAROL, 3, 90));

		assert_eq!(balance(BOB), WEALTH - 90);
		assert_eq!(balance(CAROL), WEALTH - 90);
	});
}

#[test]
fn works_for_the_one_buyer() {
	with_a_sword(|| {
		let order = Listing { buyer: Some(BOB), ..Listing::default() }.rest();

		assert_noop!(buy(order, CAROL, 1, 50), Error::<Test>::WrongTaker);
		assert_ok!(buy(order, BOB, 1, 50));
	});
}

#[test]
fn works_in_the_last_block() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		go_to(UNTIL);

		assert_ok!(buy(order, BOB, 1, 50));
	});
}

#[test]
fn fails_after_the_last_block() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		go_to(UNTIL + 1);

		assert_noop!(buy(order, BOB, 1, 50), Error::<Test>::Expired);
	});
}

#[test]
fn a_suspended_world_keeps_its_fee() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		TheWorld::suspend();

		assert_ok!(buy(order, BOB, 1, 50));

		assert_eq!(balance(TREASURY), WEALTH + 5);
	});
}

#[test]
fn a_closed_world_keeps_nothing() {
	with_a_sword(|| {
		set_royalty(BLADES, 500);
		let order = Listing { price: Price::fixed(100), ..Listing::default() }.rest();
		TheWorld::close();

		assert_ok!(buy(order, BOB, 1, 100));

		assert_eq!(balance(ALICE), WEALTH + 95);
		assert_eq!(balance(TREASURY), WEALTH);
		assert_eq!(accrued(BLADES), 5);
	});
}

#[test]
fn the_fee_is_what_it_is_when_it_is_sold() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		TheWorld::keep(200);

		assert_ok!(buy(order, BOB, 1, 50));

		assert_eq!(balance(TREASURY), WEALTH + 1);
	});
}

#[test]
fn fails_when_more_is_kept_than_the_seller_agreed_to() {
	with_a_sword(|| {
		TheWorld::keep(300);
		set_royalty(BLADES, 200);
		let order = Listing { max_deduction: 500, ..Listing::default() }.rest();

		set_royalty(BLADES, 201);
		assert_noop!(buy(order, BOB, 1, 50), Error::<Test>::DeductionTooHigh);
		set_royalty(BLADES, 200);
		TheWorld::keep(301);
		assert_noop!(buy(order, BOB, 1, 50), Error::<Test>::DeductionTooHigh);

		TheWorld::keep(300);
		assert_ok!(buy(order, BOB, 1, 50));
	});
}

#[test]
fn fails_while_the_seller_is_offered() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		Players::offer(ALICE);

		assert_noop!(buy(order, BOB, 1, 50), Error::<Test>::AvatarOffered);
		Players::withdraw_offer(ALICE);
		assert_ok!(buy(order, BOB, 1, 50));
	});
}

#[test]
fn fails_while_the_buyer_is_offered() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		Players::offer(BOB);

		assert_noop!(buy(order, BOB, 1, 50), DispatchError::Other("offered"));
	});
}

/// Else the seller could take what it listed for next to nothing back out of the avatar it sold.
#[test]
fn fails_once_the_sellers_avatar_is_sold() {
	with_a_sword(|| {
		let order = Listing { price: Price::fixed(1), ..Listing::default() }.rest();
		Players::sell(ALICE, owner(CAROL));

		assert_noop!(buy(order, BOB, 1, 1), Error::<Test>::OrderVoid);
	});
}

#[test]
fn fails_though_the_seller_bought_its_avatar_back() {
	with_a_sword(|| {
		let order = Listing { price: Price::fixed(1), ..Listing::default() }.rest();
		Players::sell(ALICE, owner(CAROL));
		Players::sell(ALICE, owner(ALICE));

		assert_noop!(buy(order, BOB, 1, 1), Error::<Test>::OrderVoid);
	});
}

#[test]
fn fails_once_land_is_no_longer_what_it_was() {
	with_a_sword(|| {
		let order = Listing { lot: vec![ESTATE.at_version(0)], ..Listing::default() }.rest();
		change(ESTATE);

		assert_noop!(buy(order, BOB, 1, 50), Error::<Test>::Moved);
	});
}

#[test]
fn fails_when_the_items_became_soulbound() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		bind(BLADES);

		assert_noop!(buy(order, BOB, 1, 50), Error::<Test>::Soulbound);
	});
}

#[test]
fn fails_when_the_items_got_another_home() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		set_home(BLADES, WorldId(8));

		assert_noop!(buy(order, BOB, 1, 50), Error::<Test>::NotTradableHere);
	});
}

#[test]
fn fails_for_more_lots_than_are_left_and_for_none() {
	with_goods(|| {
		let order = arrows_in_lots().rest();
		assert_ok!(buy(order, BOB, 1, 50));

		for lots in [0, 4, u32::MAX] {
			assert_noop!(buy(order, BOB, lots, Balance::MAX), Error::<Test>::LotsOutOfRange);
		}
	});
}

#[test]
fn fails_when_nothing_is_listed() {
	with_a_sword(|| {
		assert_noop!(buy(OrderId(0), BOB, 1, 50), Error::<Test>::UnknownOrder);
	});
}

#[test]
fn fails_when_it_was_bought() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		assert_ok!(buy(order, BOB, 1, 50));

		assert_noop!(buy(order, CAROL, 1, 50), Error::<Test>::UnknownOrder);
	});
}

#[test]
fn fails_for_an_offer_and_for_a_barter() {
	with_goods(|| {
		for order in [Offer::default().rest(), Barter::default().rest()] {
			assert_noop!(buy(order, CAROL, 1, 50), Error::<Test>::NotListing);
		}
	});
}

#[test]
fn fails_above_the_buyers_highest_price() {
	with_a_sword(|| {
		let order = Listing::default().rest();

		assert_noop!(buy(order, BOB, 1, 49), Error::<Test>::PriceTooHigh);
	});
}

#[test]
fn the_highest_price_is_for_all_lots_together() {
	with_goods(|| {
		let order = arrows_in_lots().rest();

		assert_noop!(buy(order, BOB, 3, 149), Error::<Test>::PriceTooHigh);
	});
}

#[test]
fn fails_for_another_accounts_avatar() {
	with_a_sword(|| {
		let order = Listing::default().rest();

		assert_noop!(
			Market::buy(signed(CAROL), order, BOB, 1, 50),
			DispatchError::Other("not yours")
		);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	with_a_sword(|| {
		let order = Listing::default().rest();

		assert_noop!(buy(order, NOBODY, 1, 50), DispatchError::Other("unknown avatar"));
	});
}

#[test]
fn fails_for_the_seller() {
	with_a_sword(|| {
		let order = Listing::default().rest();

		assert_noop!(buy(order, ALICE, 1, 50), Error::<Test>::SelfTrade);
	});
}

#[test]
fn fails_with_too_few_coins() {
	with_a_sword(|| {
		let price = Price::fixed(WEALTH + 1);
		let order = Listing { price, ..Listing::default() }.rest();

		assert_noop!(buy(order, BOB, 1, WEALTH + 1), Error::<Test>::TooFewCoins);
	});
}

#[test]
fn fails_when_the_buyer_can_not_count_more_units() {
	with_goods(|| {
		let order = arrows_in_lots().rest();
		mint_units(ARROWS, CAROL, u64::MAX - 9);

		assert_noop!(buy(order, CAROL, 1, 50), Error::<Test>::Overflow);
	});
}

#[test]
fn fails_without_an_account() {
	with_a_sword(|| {
		let order = Listing::default().rest();

		assert_noop!(
			Market::buy(RuntimeOrigin::root(), order, BOB, 1, 50),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn leaves_other_units_of_the_kind_locked() {
	with_goods(|| {
		let first = arrows_in_lots().rest();
		let second = arrows_in_lots().rest();

		assert_ok!(buy(first, BOB, 4, 200));

		assert_eq!(stack(ARROWS, ALICE), (20, 40));
		assert_ok!(buy(second, BOB, 4, 200));
		assert_eq!(Records.units(ARROWS, ALICE).total(), 20);
		assert_noop!(
			Listing { lot: vec![Asset::Units { kind: ARROWS, amount: 21 }], ..Listing::default() }
				.by(ALICE),
			Error::<Test>::TooFewUnits
		);
	});
}
