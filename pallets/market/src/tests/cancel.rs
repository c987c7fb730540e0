// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, Wanted};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::{Asset, Holding},
	ids::{AvatarId, OrderId},
};
use sp_runtime::{DispatchError, DispatchResult};

/// Cancels it as the owner of this avatar.
fn cancel(order: OrderId, who: AvatarId) -> DispatchResult {
	Market::cancel(signed(who), order)
}

#[test]
fn works_for_a_listing() {
	with_a_sword(|| {
		let order = Listing::default().rest();

		assert_ok!(cancel(order, ALICE));

		assert_eq!(Market::order(order), None);
		assert_eq!(holding(SWORD), Holding::new(ALICE));
		System::assert_last_event(Event::OrderCancelled { order }.into());
	});
}

#[test]
fn works_for_an_offer() {
	with_a_sword(|| {
		let order = Offer::default().rest();

		assert_ok!(cancel(order, BOB));

		assert_eq!(Market::order(order), None);
		assert_eq!(balance(BOB), WEALTH);
		System::assert_last_event(Event::OrderCancelled { order }.into());
	});
}

#[test]
fn works_for_a_barter() {
	with_goods(|| {
		let give = vec![SWORD.at_version(0), arrows(10), Asset::Coins(30)];
		let order = Barter { give, ..Barter::default() }.rest();

		assert_ok!(cancel(order, ALICE));

		assert_eq!(Market::order(order), None);
		assert_eq!(holding(SWORD), Holding::new(ALICE));
		assert_eq!(stack(ARROWS, ALICE), (100, 0));
		assert_eq!(balance(ALICE), WEALTH);
		System::assert_last_event(Event::OrderCancelled { order }.into());
	});
}

#[test]
fn gives_back_what_is_left() {
	with_goods(|| {
		let listing = Listing { lot: vec![arrows(10)], lots: 4, ..Listing::default() }.rest();
		let offer = Offer { wanted: Wanted::OfKind(BLADES), lots: 3, ..Offer::default() };
		let offer = offer.rest();
		assert_ok!(buy(listing, CAROL, 1, 50));
		assert_ok!(accept_offer(offer, ALICE, SWORD.at_version(0)));

		assert_ok!(cancel(listing, ALICE));
		assert_ok!(cancel(offer, BOB));

		assert_eq!(stack(ARROWS, ALICE), (90, 0));
		assert_eq!(balance(BOB), WEALTH - 50);
		assert_eq!(aside(), 0);
	});
}

#[test]
fn gives_the_deposit_back() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		assert_ok!(cancel(order, ALICE));

		assert_eq!(held(ALICE), 0);
		assert_eq!(money(ALICE), WEALTH);
	});
}

#[test]
fn is_no_longer_counted_for_the_maker() {
	with_a_sword(|| {
		let before = consumers(ALICE);
		let order = Listing::default().rest();
		assert_ok!(cancel(order, ALICE));

		assert_eq!(consumers(ALICE), before);
	});
}

#[test]
fn leaves_nothing_to_buy() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		assert_ok!(cancel(order, ALICE));

		assert_noop!(buy(order, BOB, 1, 50), Error::<Test>::UnknownOrder);
	});
}

#[test]
fn works_when_the_world_is_closed_or_suspended() {
	for end in [TheWorld::close, TheWorld::suspend] {
		with_a_sword(|| {
			let order = Listing::default().rest();
			end();

			assert_ok!(cancel(order, ALICE));

			assert_eq!(held(ALICE), 0);
		});
	}
}

#[test]
fn works_after_the_last_block() {
	with_a_sword(|| {
		let order = Offer::default().rest();
		go_to(UNTIL + 1);

		assert_ok!(cancel(order, BOB));

		assert_eq!(money(BOB), WEALTH);
	});
}

#[test]
fn works_while_the_maker_is_offered() {
	with_a_sword(|| {
		let listing = Listing::default().rest();
		let offer = Offer::default().rest();
		Players::offer(ALICE);
		Players::offer(BOB);

		assert_ok!(cancel(listing, ALICE));
		assert_ok!(cancel(offer, BOB));

		assert_eq!(holding(SWORD).lock, None);
		assert_eq!(balance(BOB), WEALTH);
	});
}

#[test]
fn works_when_land_is_no_longer_what_it_was() {
	with_a_sword(|| {
		let order = Listing { lot: vec![ESTATE.at_version(0)], ..Listing::default() }.rest();
		change(ESTATE);

		assert_ok!(cancel(order, ALICE));

		assert_eq!(holding(ESTATE), Holding { owner: ALICE, version: 1, lock: None });
	});
}

#[test]
fn works_when_the_items_became_soulbound() {
	with_goods(|| {
		let lot = vec![SWORD.at_version(0), arrows(5)];
		let order = Listing { lot, ..Listing::default() }.rest();
		bind(BLADES);
		bind(ARROWS);

		assert_ok!(cancel(order, ALICE));

		assert_eq!(holding(SWORD).lock, None);
		assert_eq!(stack(ARROWS, ALICE), (100, 0));
	});
}

#[test]
fn works_for_who_bought_the_makers_avatar() {
	with_a_sword(|| {
		let order = Offer::default().rest();
		Players::sell(BOB, owner(CAROL));

		assert_noop!(cancel(order, BOB), Error::<Test>::NotOwner);
		assert_ok!(cancel(order, CAROL));

		// The coins belong to the avatar, and the deposit to who paid it.
		assert_eq!(balance(BOB), WEALTH);
		assert_eq!(money(BOB), WEALTH);
		assert_eq!(money(CAROL), WEALTH);
	});
}

#[test]
fn fails_when_there_is_no_order() {
	with_a_sword(|| {
		assert_noop!(cancel(OrderId(0), ALICE), Error::<Test>::UnknownOrder);
	});
}

#[test]
fn fails_the_second_time() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		assert_ok!(cancel(order, ALICE));

		assert_noop!(cancel(order, ALICE), Error::<Test>::UnknownOrder);
	});
}

#[test]
fn fails_for_anyone_but_the_maker() {
	with_goods(|| {
		let listing = Listing { buyer: Some(BOB), ..Listing::default() }.rest();
		let barter = Barter { give: vec![arrows(1)], ..Barter::default() }.rest();

		for order in [listing, barter] {
			for who in [BOB, CAROL] {
				assert_noop!(cancel(order, who), Error::<Test>::NotOwner);
			}
		}
	});
}

#[test]
fn fails_without_an_account() {
	with_a_sword(|| {
		let order = Listing::default().rest();

		assert_noop!(Market::cancel(RuntimeOrigin::root(), order), DispatchError::BadOrigin);
	});
}
