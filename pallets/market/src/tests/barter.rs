// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, NextOrderId, RestingOrder, Want};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::{Asset, Lock},
	chain::{AccountId, Balance},
	ids::{OrderId, WorldId},
};
use sp_runtime::{DispatchError, TokenError};

/// The barter that [`Barter::default`] proposes.
fn barter() -> RestingOrder<AccountId> {
	RestingOrder {
		world: WORLD,
		maker: ALICE,
		tenure: 0,
		payer: owner(ALICE),
		taker: Some(BOB),
		give: side(&[SWORD.at_version(0)]),
		want: Want::Assets(side(&[arrows(10)])),
		lots: 1,
		max_deduction: ALL,
		until: UNTIL,
	}
}

#[test]
fn works() {
	with_goods(|| {
		let order = Barter::default().rest();

		assert_eq!(Market::order(order), Some(barter()));
		System::assert_last_event(
			Event::BarterProposed {
				order,
				world: WORLD,
				maker: ALICE,
				taker: BOB,
				give: side(&[SWORD.at_version(0)]),
				want: side(&[arrows(10)]),
				until: UNTIL,
			}
			.into(),
		);
	});
}

#[test]
fn locks_what_the_maker_gives_and_sets_its_coins_aside() {
	with_goods(|| {
		let give = vec![SWORD.at_version(0), arrows(30), Asset::Coins(40), Asset::Coins(2)];
		let order = Barter { give, ..Barter::default() }.rest();

		assert_eq!(holding(SWORD).lock, Some(Lock::Order(order)));
		assert_eq!(stack(ARROWS, ALICE), (70, 30));
		assert_eq!(balance(ALICE), WEALTH - 42);
		assert_eq!(aside(), 42);
	});
}

#[test]
fn leaves_what_it_wants_alone() {
	with_goods(|| {
		let want = vec![BUCKLER.at_version(0), arrows(10), Asset::Coins(5)];
		Barter { want, ..Barter::default() }.rest();

		assert_eq!(holding(BUCKLER).lock, None);
		assert_eq!(stack(ARROWS, BOB), (100, 0));
		assert_eq!(balance(BOB), WEALTH);
		assert_eq!(consumers(BOB), 2);
	});
}

#[test]
fn the_taker_need_not_have_what_is_wanted_yet() {
	with_goods(|| {
		let want = vec![PARCEL.at_version(0), arrows(1_000), Asset::Coins(2 * WEALTH)];

		assert_ok!(Barter { want, ..Barter::default() }.by(ALICE));
	});
}

#[test]
fn holds_a_deposit() {
	with_goods(|| {
		Barter::default().rest();

		assert_eq!(held(ALICE), ORDER_DEPOSIT);
		assert_eq!(money(ALICE), WEALTH - ORDER_DEPOSIT);
	});
}

#[test]
fn is_counted_for_the_maker() {
	with_goods(|| {
		let before = consumers(ALICE);

		Barter::default().rest();

		assert_eq!(consumers(ALICE), before + 1);
	});
}

#[test]
fn works_from_this_block_to_the_longest_there_may_be() {
	with_goods(|| {
		for until in [NOW, NOW + MAX_REST] {
			Barter { give: vec![arrows(1)], until, ..Barter::default() }.rest();
		}
	});
}

#[test]
fn fails_when_it_would_be_over() {
	with_goods(|| {
		go_to(10);

		assert_noop!(Barter { until: 9, ..Barter::default() }.by(ALICE), Error::<Test>::Expired);
	});
}

#[test]
fn fails_when_it_would_rest_too_long() {
	with_goods(|| {
		let until = NOW + MAX_REST + 1;

		assert_noop!(Barter { until, ..Barter::default() }.by(ALICE), Error::<Test>::LivesTooLong);
	});
}

#[test]
fn fails_for_what_can_not_be() {
	with_goods(|| {
		for malformed in [
			Barter { give: vec![], ..Barter::default() },
			Barter { want: vec![], ..Barter::default() },
			Barter { give: vec![arrows(0)], ..Barter::default() },
			Barter { want: vec![arrows(0)], ..Barter::default() },
			Barter { give: vec![SWORD.at_version(0), Asset::Coins(0)], ..Barter::default() },
			Barter { want: vec![Asset::Coins(0)], ..Barter::default() },
		] {
			assert_noop!(malformed.by(ALICE), Error::<Test>::Malformed);
		}
	});
}

#[test]
fn fails_with_an_asset_twice() {
	with_goods(|| {
		let (sword, buckler) = (SWORD.at_version(0), BUCKLER.at_version(0));
		for twice in [
			Barter { give: vec![sword, sword], ..Barter::default() },
			Barter { want: vec![buckler, buckler], ..Barter::default() },
			Barter { give: vec![sword], want: vec![arrows(1), sword], ..Barter::default() },
		] {
			assert_noop!(twice.by(ALICE), Error::<Test>::Malformed);
		}
		assert_ok!(Barter { want: vec![arrows(1), arrows(1)], ..Barter::default() }.by(ALICE));
	});
}

#[test]
fn fails_beyond_what_can_be_counted() {
	with_goods(|| {
		let give = vec![Asset::Coins(Balance::MAX), Asset::Coins(1)];

		assert_noop!(Barter { give, ..Barter::default() }.by(ALICE), Error::<Test>::Overflow);
	});
}

#[test]
fn fails_with_the_maker_as_taker() {
	with_goods(|| {
		assert_noop!(
			Barter { taker: ALICE, ..Barter::default() }.by(ALICE),
			Error::<Test>::SelfTrade
		);
	});
}

#[test]
fn fails_for_an_unknown_taker() {
	with_goods(|| {
		assert_noop!(
			Barter { taker: NOBODY, ..Barter::default() }.by(ALICE),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_for_what_the_maker_can_not_give() {
	with_goods(|| {
		give_away(ESTATE, CAROL);
		lock(SWORD, Lock::Worn { slot: 0 });
		for (asset, reason) in [
			(DAGGER.at_version(0), Error::<Test>::UnknownAsset),
			(BUCKLER.at_version(0), Error::<Test>::NotHolder),
			(ESTATE.at_version(0), Error::<Test>::Moved),
			(SWORD.at_version(0), Error::<Test>::Locked),
			(arrows(101), Error::<Test>::TooFewUnits),
		] {
			assert_noop!(Barter { give: vec![asset], ..Barter::default() }.by(ALICE), reason);
		}
	});
}

#[test]
fn fails_with_too_few_coins() {
	with_goods(|| {
		let give = vec![Asset::Coins(WEALTH + 1)];

		assert_noop!(
			Barter { give, ..Barter::default() }.by(ALICE),
			DispatchError::Other("too few coins")
		);
	});
}

#[test]
fn fails_for_what_can_not_be_wanted() {
	with_goods(|| {
		for (asset, reason) in [
			(DAGGER.at_version(0), Error::<Test>::UnknownAsset),
			(BUCKLER.at_version(1), Error::<Test>::Moved),
		] {
			assert_noop!(Barter { want: vec![asset], ..Barter::default() }.by(ALICE), reason);
		}
	});
}

#[test]
fn fails_for_what_is_soulbound() {
	with_goods(|| {
		bind(BLADES);

		assert_noop!(Barter::default().by(ALICE), Error::<Test>::Soulbound);
	});
}

#[test]
fn fails_for_what_is_traded_elsewhere() {
	with_goods(|| {
		set_home(BLADES, WorldId(8));

		assert_noop!(Barter::default().by(ALICE), Error::<Test>::NotTradableHere);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	with_goods(|| {
		assert_noop!(Barter::default().by(BOB), DispatchError::Other("not yours"));
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	with_goods(|| {
		Players::offer(ALICE);

		assert_noop!(Barter::default().by(ALICE), DispatchError::Other("offered"));
	});
}

#[test]
fn fails_in_a_suspended_world() {
	with_goods(|| {
		TheWorld::suspend();

		assert_noop!(Barter::default().by(ALICE), DispatchError::Other("suspended"));
	});
}

#[test]
fn fails_in_an_unknown_world() {
	with_goods(|| {
		assert_noop!(
			Barter { world: WorldId(8), ..Barter::default() }.by(ALICE),
			DispatchError::Other("unknown world")
		);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	with_goods(|| {
		let root = RuntimeOrigin::root();
		assert_ok!(Balances::force_set_balance(root, owner(ALICE), ORDER_DEPOSIT));

		assert_noop!(
			Barter::default().by(ALICE),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn fails_when_no_ids_are_left() {
	with_goods(|| {
		NextOrderId::<Test>::put(OrderId(u32::MAX));

		assert_noop!(Barter::default().by(ALICE), Error::<Test>::NoIdsLeft);
	});
}

#[test]
fn fails_without_an_account() {
	with_goods(|| {
		let (give, want) = (side(&[arrows(1)]), side(&[arrows(2)]));

		assert_noop!(
			Market::barter(RuntimeOrigin::root(), WORLD, ALICE, BOB, give, want, ALL, UNTIL),
			DispatchError::BadOrigin
		);
	});
}
