// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::{Asset, Holding, Lock},
	ids::{OrderId, WorldId},
};
use sp_runtime::{DispatchError, DispatchResult};

/// Accepts it as the owner of Bob's.
fn accept(order: OrderId) -> DispatchResult {
	Market::accept_barter(signed(BOB), order, ALL)
}

#[test]
fn works() {
	with_goods(|| {
		let order = Barter::default().rest();

		assert_ok!(accept(order));

		assert_eq!(holding(SWORD), Holding { owner: BOB, version: 1, lock: None });
		assert_eq!(stack(ARROWS, ALICE), (110, 0));
		assert_eq!(stack(ARROWS, BOB), (90, 0));
		assert_eq!(Market::order(order), None);
		System::assert_last_event(
			Event::Bartered { order, maker: ALICE, taker: BOB, fee: 0, royalty: 0 }.into(),
		);
	});
}

#[test]
fn everything_of_both_sides_changes_hands() {
	with_goods(|| {
		let give = vec![SWORD.at_version(0), ESTATE.at_version(0), arrows(30)];
		let want = vec![BUCKLER.at_version(0), arrows(20)];
		let order = Barter { give, want, ..Barter::default() }.rest();

		assert_ok!(accept(order));

		assert_eq!([SWORD, ESTATE].map(|it| holding(it).owner), [BOB; 2]);
		assert_eq!(holding(BUCKLER), Holding { owner: ALICE, version: 1, lock: None });
		assert_eq!(stack(ARROWS, ALICE), (90, 0));
		assert_eq!(stack(ARROWS, BOB), (110, 0));
	});
}

#[test]
fn without_coins_nothing_is_taken() {
	with_goods(|| {
		set_royalty(BLADES, 1_000);
		set_royalty(ARROWS, 1_000);
		let order = Barter { max_deduction: 0, ..Barter::default() }.rest();

		assert_ok!(Market::accept_barter(signed(BOB), order, 0));

		assert_eq!(EVERYONE.map(balance), [WEALTH; 4]);
		assert_eq!([BLADES, ARROWS].map(accrued), [0; 2]);
	});
}

#[test]
fn coins_pay_for_what_flows_the_other_way() {
	with_goods(|| {
		set_royalty(BLADES, 500);
		set_royalty(SHIELDS, 200);
		let give = vec![SWORD.at_version(0), Asset::Coins(100)];
		let want = vec![BUCKLER.at_version(0), Asset::Coins(300)];
		let order = Barter { give, want, ..Barter::default() }.rest();

		assert_ok!(accept(order));

		// Of Alice's hundred for the buckler, and of Bob's three hundred for the sword.
		assert_eq!((accrued(SHIELDS), accrued(BLADES)), (2, 15));
		assert_eq!(balance(TREASURY), WEALTH + 10 + 30);
		assert_eq!(balance(BOB), WEALTH - 300 + 100 - 10 - 2);
		assert_eq!(balance(ALICE), WEALTH - 100 + 300 - 30 - 15);
		System::assert_last_event(
			Event::Bartered { order, maker: ALICE, taker: BOB, fee: 40, royalty: 17 }.into(),
		);
	});
}

#[test]
fn gives_the_deposit_back_to_the_maker() {
	with_goods(|| {
		let order = Barter::default().rest();
		assert_ok!(accept(order));

		assert_eq!(held(ALICE), 0);
		assert_eq!(money(ALICE), WEALTH);
	});
}

#[test]
fn is_counted_for_both() {
	with_goods(|| {
		let (alice, bob) = (consumers(ALICE), consumers(BOB));
		let order = Barter::default().rest();
		assert_ok!(accept(order));

		assert_eq!((consumers(ALICE), consumers(BOB)), (alice - 1, bob + 1));
	});
}

#[test]
fn works_in_the_last_block() {
	with_goods(|| {
		let order = Barter::default().rest();
		go_to(UNTIL);

		assert_ok!(accept(order));
	});
}

#[test]
fn fails_after_the_last_block() {
	with_goods(|| {
		let order = Barter::default().rest();
		go_to(UNTIL + 1);

		assert_noop!(accept(order), Error::<Test>::Expired);
	});
}

#[test]
fn a_suspended_world_keeps_its_fee_and_a_closed_one_nothing() {
	for (end, fee) in [(TheWorld::suspend as fn(), 10), (TheWorld::close as fn(), 0)] {
		with_goods(|| {
			let order = Barter { want: vec![Asset::Coins(100)], ..Barter::default() }.rest();
			end();

			assert_ok!(accept(order));

			assert_eq!(balance(TREASURY), WEALTH + fee);
			assert_eq!(balance(ALICE), WEALTH + 100 - fee);
		});
	}
}

#[test]
fn fails_when_more_is_kept_than_the_maker_agreed_to() {
	with_goods(|| {
		set_royalty(BLADES, 500);
		let want = vec![Asset::Coins(100)];
		let order = Barter { want, max_deduction: 1_499, ..Barter::default() }.rest();

		assert_noop!(accept(order), Error::<Test>::DeductionTooHigh);
		set_royalty(BLADES, 499);
		assert_ok!(Market::accept_barter(signed(BOB), order, 0));
	});
}

#[test]
fn fails_when_more_is_kept_than_the_taker_agrees_to() {
	with_goods(|| {
		set_royalty(ARROWS, 500);
		let give = vec![Asset::Coins(100)];
		let order = Barter { give, max_deduction: 0, ..Barter::default() }.rest();
		let accept = |limit| Market::accept_barter(signed(BOB), order, limit);

		assert_noop!(accept(1_499), Error::<Test>::DeductionTooHigh);
		assert_ok!(accept(1_500));
	});
}

#[test]
fn fails_when_the_taker_does_not_have_what_is_wanted() {
	with_goods(|| {
		for (want, reason) in [
			(PARCEL.at_version(0), Error::<Test>::NotHolder),
			// A hundred and the one that it gets are not enough.
			(arrows(102), Error::<Test>::TooFewUnits),
			(Asset::Coins(WEALTH + 1), Error::<Test>::TooFewCoins),
		] {
			let give = vec![arrows(1)];
			let order = Barter { give, want: vec![want], ..Barter::default() }.rest();

			assert_noop!(accept(order), reason);
		}
	});
}

#[test]
fn fails_when_what_is_wanted_is_locked() {
	with_goods(|| {
		let want = vec![BUCKLER.at_version(0)];
		let order = Barter { want, ..Barter::default() }.rest();
		lock(BUCKLER, Lock::Worn { slot: 1 });

		assert_noop!(accept(order), Error::<Test>::Locked);
	});
}

#[test]
fn fails_when_what_is_wanted_is_no_longer_what_it_was() {
	with_goods(|| {
		let want = vec![BUCKLER.at_version(0)];
		let order = Barter { want, ..Barter::default() }.rest();
		give_away(BUCKLER, CAROL);
		give_away(BUCKLER, BOB);

		assert_noop!(accept(order), Error::<Test>::Moved);
	});
}

#[test]
fn fails_when_what_is_given_is_no_longer_what_it_was() {
	with_goods(|| {
		let order = Barter { give: vec![ESTATE.at_version(0)], ..Barter::default() }.rest();
		change(ESTATE);

		assert_noop!(accept(order), Error::<Test>::Moved);
	});
}

#[test]
fn fails_for_what_may_not_be_traded() {
	for kind in [BLADES, ARROWS] {
		with_goods(|| {
			let order = Barter::default().rest();

			bind(kind);
			assert_noop!(accept(order), Error::<Test>::Soulbound);
			set_home(kind, WorldId(8));
			assert_noop!(accept(order), Error::<Test>::NotTradableHere);
		});
	}
}

#[test]
fn fails_while_the_maker_is_offered() {
	with_goods(|| {
		let order = Barter::default().rest();
		Players::offer(ALICE);

		assert_noop!(accept(order), Error::<Test>::AvatarOffered);
		Players::withdraw_offer(ALICE);
		assert_ok!(accept(order));
	});
}

#[test]
fn fails_while_the_taker_is_offered() {
	with_goods(|| {
		let order = Barter::default().rest();
		Players::offer(BOB);

		assert_noop!(accept(order), DispatchError::Other("offered"));
	});
}

#[test]
fn fails_once_the_makers_avatar_is_sold() {
	with_goods(|| {
		let order = Barter::default().rest();
		Players::sell(ALICE, owner(CAROL));

		assert_noop!(accept(order), Error::<Test>::OrderVoid);
		Players::sell(ALICE, owner(ALICE));
		assert_noop!(accept(order), Error::<Test>::OrderVoid);
	});
}

#[test]
fn works_for_who_bought_the_takers_avatar() {
	with_goods(|| {
		let order = Barter::default().rest();
		Players::sell(BOB, owner(CAROL));

		assert_noop!(accept(order), DispatchError::Other("not yours"));
		assert_ok!(Market::accept_barter(signed(CAROL), order, ALL));
	});
}

#[test]
fn fails_for_anyone_but_the_taker() {
	with_goods(|| {
		let order = Barter::default().rest();

		for who in [ALICE, CAROL] {
			assert_noop!(
				Market::accept_barter(signed(who), order, ALL),
				DispatchError::Other("not yours")
			);
		}
	});
}

#[test]
fn fails_when_there_is_no_order() {
	with_goods(|| {
		assert_noop!(accept(OrderId(0)), Error::<Test>::UnknownOrder);
	});
}

#[test]
fn fails_when_it_was_accepted() {
	with_goods(|| {
		let order = Barter::default().rest();
		assert_ok!(accept(order));

		assert_noop!(accept(order), Error::<Test>::UnknownOrder);
	});
}

#[test]
fn fails_for_a_listing_and_for_an_offer() {
	with_goods(|| {
		let listing = Listing { buyer: Some(BOB), ..Listing::default() }.rest();
		let offer = Offer::default().rest();

		for order in [listing, offer] {
			assert_noop!(accept(order), Error::<Test>::NotBarter);
		}
	});
}

#[test]
fn fails_without_an_account() {
	with_goods(|| {
		let order = Barter::default().rest();

		assert_noop!(
			Market::accept_barter(RuntimeOrigin::root(), order, ALL),
			DispatchError::BadOrigin
		);
	});
}
