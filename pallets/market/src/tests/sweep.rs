// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, Wanted};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::{Asset, Holding},
	ids::OrderId,
};
use sp_runtime::{DispatchError, DispatchResult};

/// Sweeps it as the owner of Carol's.
fn sweep(order: OrderId) -> DispatchResult {
	Market::sweep(signed(CAROL), order)
}

#[test]
fn works_after_the_last_block() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		go_to(UNTIL + 1);

		assert_ok!(sweep(order));

		assert_eq!(Market::order(order), None);
		assert_eq!(holding(SWORD), Holding::new(ALICE));
		System::assert_last_event(Event::OrderSwept { order, by: owner(CAROL) }.into());
	});
}

#[test]
fn pays_the_sweeper_of_the_deposit() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		go_to(UNTIL + 1);

		assert_ok!(sweep(order));

		assert_eq!(held(ALICE), 0);
		assert_eq!(money(ALICE), WEALTH - SWEEP_REWARD);
		assert_eq!(money(CAROL), WEALTH + SWEEP_REWARD);
	});
}

#[test]
fn who_paid_the_deposit_has_all_of_it_back() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		go_to(UNTIL + 1);

		assert_ok!(Market::sweep(signed(ALICE), order));

		assert_eq!(money(ALICE), WEALTH);
	});
}

#[test]
fn works_for_an_account_without_money() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		go_to(UNTIL + 1);

		assert_ok!(Market::sweep(RuntimeOrigin::signed(settler()), order));

		assert_eq!(Balances::free_balance(settler()), SWEEP_REWARD);
	});
}

#[test]
fn works_when_the_payer_has_nothing_else() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		let left = 1;
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), owner(ALICE), left));
		go_to(UNTIL + 1);

		assert_ok!(sweep(order));

		assert_eq!(money(ALICE), left + ORDER_DEPOSIT - SWEEP_REWARD);
	});
}

#[test]
fn coins_return_to_the_purse() {
	with_goods(|| {
		let wanted = Wanted::OfKind(BLADES);
		let offer = Offer { wanted, lots: 3, ..Offer::default() }.rest();
		let give = vec![arrows(10), Asset::Coins(70)];
		let barter = Barter { give, ..Barter::default() }.rest();
		go_to(UNTIL + 1);

		assert_ok!(sweep(offer));
		assert_ok!(sweep(barter));

		assert_eq!([ALICE, BOB].map(balance), [WEALTH; 2]);
		assert_eq!(stack(ARROWS, ALICE), (100, 0));
		assert_eq!(aside(), 0);
	});
}

#[test]
fn only_what_is_left_returns() {
	with_goods(|| {
		let lot = vec![arrows(10)];
		let order = Listing { lot, lots: 4, ..Listing::default() }.rest();
		assert_ok!(buy(order, BOB, 3, 150));
		go_to(UNTIL + 1);

		assert_ok!(sweep(order));

		assert_eq!(stack(ARROWS, ALICE), (70, 0));
	});
}

#[test]
fn is_no_longer_counted_for_the_maker() {
	with_a_sword(|| {
		let before = consumers(BOB);
		let order = Offer::default().rest();
		go_to(UNTIL + 1);

		assert_ok!(sweep(order));

		assert_eq!(consumers(BOB), before);
	});
}

#[test]
fn works_once_the_makers_avatar_is_sold() {
	with_a_sword(|| {
		let listing = Listing::default().rest();
		let offer = Offer::default().rest();
		Players::sell(ALICE, owner(CAROL));
		Players::sell(BOB, owner(CAROL));

		assert_ok!(Market::sweep(RuntimeOrigin::signed(settler()), listing));
		assert_ok!(Market::sweep(RuntimeOrigin::signed(settler()), offer));

		// What is in the avatar is its new owner's; the deposit is who paid it.
		assert_eq!(holding(SWORD), Holding::new(ALICE));
		assert_eq!(balance(BOB), WEALTH);
		assert_eq!([ALICE, BOB].map(money), [WEALTH - SWEEP_REWARD; 2]);
	});
}

#[test]
fn works_though_the_maker_bought_its_avatar_back() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		Players::sell(ALICE, owner(CAROL));
		Players::sell(ALICE, owner(ALICE));

		assert_ok!(sweep(order));
	});
}

#[test]
fn works_when_land_is_no_longer_what_it_was() {
	with_a_sword(|| {
		let order = Listing { lot: vec![ESTATE.at_version(0)], ..Listing::default() }.rest();
		change(ESTATE);

		assert_ok!(sweep(order));

		assert_eq!(holding(ESTATE), Holding { owner: ALICE, version: 1, lock: None });
	});
}

/// Else whoever may change what is on the market could do so for the reward.
#[test]
fn what_has_only_changed_is_swept_for_nothing() {
	with_a_sword(|| {
		let order = Listing { lot: vec![ESTATE.at_version(0)], ..Listing::default() }.rest();
		change(ESTATE);

		assert_ok!(sweep(order));

		assert_eq!(held(ALICE), 0);
		assert_eq!([ALICE, CAROL].map(money), [WEALTH; 2]);
		System::assert_last_event(Event::OrderSwept { order, by: owner(CAROL) }.into());
	});
}

#[test]
fn what_has_changed_is_swept_for_the_reward_once_it_is_over() {
	let ends: [fn(); 2] = [|| go_to(UNTIL + 1), || Players::sell(ALICE, owner(BOB))];
	for end in ends {
		with_a_sword(|| {
			let order = Listing { lot: vec![ESTATE.at_version(0)], ..Listing::default() }.rest();
			change(ESTATE);
			end();

			assert_ok!(sweep(order));

			assert_eq!(money(ALICE), WEALTH - SWEEP_REWARD);
			assert_eq!(money(CAROL), WEALTH + SWEEP_REWARD);
		});
	}
}

#[test]
fn works_when_the_world_is_closed_or_suspended() {
	for end in [TheWorld::close, TheWorld::suspend] {
		with_a_sword(|| {
			let order = Listing::default().rest();
			go_to(UNTIL + 1);
			end();

			assert_ok!(sweep(order));
		});
	}
}

#[test]
fn works_while_the_maker_is_offered() {
	with_a_sword(|| {
		let order = Offer::default().rest();
		Players::offer(BOB);
		go_to(UNTIL + 1);

		assert_ok!(sweep(order));

		assert_eq!(balance(BOB), WEALTH);
	});
}

#[test]
fn works_when_the_items_became_soulbound() {
	with_goods(|| {
		let lot = vec![SWORD.at_version(0), arrows(5)];
		let order = Listing { lot, ..Listing::default() }.rest();
		bind(BLADES);
		bind(ARROWS);
		go_to(UNTIL + 1);

		assert_ok!(sweep(order));
	});
}

#[test]
fn fails_while_it_counts() {
	with_goods(|| {
		let wanted = Wanted::Asset(arrows(1));
		let orders = [
			Listing::default().rest(),
			Offer { wanted, ..Offer::default() }.rest(),
			Barter { give: vec![arrows(1)], ..Barter::default() }.rest(),
		];
		for block in [NOW, UNTIL] {
			go_to(block);

			for order in orders {
				for who in [ALICE, BOB, CAROL] {
					assert_noop!(Market::sweep(signed(who), order), Error::<Test>::OrderCounts);
				}
			}
		}
	});
}

/// Else whoever has what is wanted could change it, to clear the order away.
#[test]
fn fails_though_what_is_wanted_has_changed() {
	with_goods(|| {
		mint(DAGGER, CAROL);
		let wanted = Wanted::Asset(DAGGER.at_version(0));
		let offer = Offer { wanted, ..Offer::default() }.rest();
		let want = vec![BUCKLER.at_version(0)];
		let barter = Barter { want, ..Barter::default() }.rest();
		burn(DAGGER);
		give_away(BUCKLER, CAROL);

		for order in [offer, barter] {
			assert_noop!(sweep(order), Error::<Test>::OrderCounts);
		}
	});
}

#[test]
fn fails_while_the_maker_is_offered_and_it_counts() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		Players::offer(ALICE);

		assert_noop!(sweep(order), Error::<Test>::OrderCounts);
	});
}

#[test]
fn fails_when_there_is_no_order() {
	with_a_sword(|| {
		assert_noop!(sweep(OrderId(0)), Error::<Test>::UnknownOrder);
	});
}

#[test]
fn fails_the_second_time() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		go_to(UNTIL + 1);
		assert_ok!(sweep(order));

		assert_noop!(sweep(order), Error::<Test>::UnknownOrder);
	});
}

#[test]
fn fails_without_an_account() {
	with_a_sword(|| {
		let order = Listing::default().rest();
		go_to(UNTIL + 1);

		assert_noop!(Market::sweep(RuntimeOrigin::root(), order), DispatchError::BadOrigin);
	});
}
