// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Auction, Error, Event, NextAuctionId};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::{Asset, Holding, Lock},
	chain::AccountId,
	ids::{AuctionId, WorldId},
};
use sp_runtime::{DispatchError, TokenError};

/// The auction that [`Opening::default`] opens.
fn auction() -> Auction<AccountId> {
	Auction {
		world: WORLD,
		seller: ALICE,
		payer: owner(ALICE),
		lot: side(&[SWORD.at_version(0)]),
		reserve: 50,
		least_raise: 10,
		ends: ENDS,
		extension: 5,
		latest: LATEST,
		max_deduction: ALL,
		fee: 1_000,
		best: None,
	}
}

#[test]
fn works() {
	with_a_sword(|| {
		let id = Opening::default().open();

		assert_eq!(Market::auction(id), Some(auction()));
		System::assert_last_event(
			Event::AuctionOpened {
				auction: id,
				world: WORLD,
				seller: ALICE,
				lot: side(&[SWORD.at_version(0)]),
				reserve: 50,
				least_raise: 10,
				ends: ENDS,
				extension: 5,
				latest: LATEST,
			}
			.into(),
		);
	});
}

#[test]
fn locks_the_lot_where_it_is() {
	with_goods(|| {
		let lot = vec![SWORD.at_version(0), ESTATE.at_version(0), arrows(40)];
		let id = Opening { lot, ..Opening::default() }.open();

		let lock = Some(Lock::Auction(id));
		assert_eq!(holding(SWORD), Holding { owner: ALICE, version: 0, lock });
		assert_eq!(holding(ESTATE), Holding { owner: ALICE, version: 0, lock });
		assert_eq!(stack(ARROWS, ALICE), (60, 40));
	});
}

#[test]
fn holds_a_deposit() {
	with_a_sword(|| {
		Opening::default().open();

		assert_eq!(held_for_auctions(ALICE), AUCTION_DEPOSIT);
		assert_eq!(held(ALICE), 0);
		assert_eq!(money(ALICE), WEALTH - AUCTION_DEPOSIT);
	});
}

#[test]
fn takes_no_coins() {
	with_a_sword(|| {
		Opening::default().open();

		assert_eq!(EVERYONE.map(balance), [WEALTH; 4]);
	});
}

#[test]
fn ids_are_given_out_in_turn_and_never_twice() {
	with_goods(|| {
		let arrow = || Opening { lot: vec![arrows(1)], ..Opening::default() };
		assert_eq!(arrow().open(), AuctionId(0));
		assert_eq!(arrow().open(), AuctionId(1));
		assert_ok!(Market::cancel_auction(signed(ALICE), AuctionId(1)));

		assert_eq!(arrow().open(), AuctionId(2));
	});
}

#[test]
fn works_for_a_parcel() {
	with_goods(|| {
		let lot = vec![PARCEL.at_version(0)];
		let id = Opening { seller: CAROL, lot, ..Opening::default() }.open();

		assert_eq!(holding(PARCEL).lock, Some(Lock::Auction(id)));
	});
}

#[test]
fn works_from_this_block_to_the_longest_there_may_be() {
	with_goods(|| {
		let lot = || vec![arrows(1)];
		for (ends, latest) in
			[(NOW, NOW), (NOW, NOW + MAX_AUCTION), (NOW + MAX_AUCTION, NOW + MAX_AUCTION)]
		{
			Opening { lot: lot(), ends, latest, ..Opening::default() }.open();
		}
	});
}

#[test]
fn fails_when_it_would_be_over() {
	with_a_sword(|| {
		go_to(10);

		assert_noop!(Opening { ends: 9, ..Opening::default() }.by(ALICE), Error::<Test>::Expired);
	});
}

#[test]
fn fails_when_it_could_last_too_long() {
	with_a_sword(|| {
		let latest = NOW + MAX_AUCTION + 1;
		for ends in [ENDS, latest] {
			assert_noop!(
				Opening { ends, latest, ..Opening::default() }.by(ALICE),
				Error::<Test>::LivesTooLong
			);
		}
	});
}

#[test]
fn fails_when_it_ends_after_the_latest_block() {
	with_a_sword(|| {
		assert_noop!(
			Opening { latest: ENDS - 1, ..Opening::default() }.by(ALICE),
			Error::<Test>::EndsAfterLatest
		);
	});
}

#[test]
fn fails_for_nothing() {
	with_a_sword(|| {
		assert_noop!(
			Opening { reserve: 0, ..Opening::default() }.by(ALICE),
			Error::<Test>::ZeroPrice
		);
	});
}

#[test]
fn fails_without_a_least_raise() {
	with_a_sword(|| {
		assert_noop!(
			Opening { least_raise: 0, ..Opening::default() }.by(ALICE),
			Error::<Test>::ZeroRaise
		);
	});
}

#[test]
fn fails_for_what_can_not_be() {
	with_goods(|| {
		for lot in [vec![], vec![arrows(0)], vec![SWORD.at_version(0), arrows(0)]] {
			assert_noop!(Opening { lot, ..Opening::default() }.by(ALICE), Error::<Test>::Malformed);
		}
	});
}

#[test]
fn fails_with_coins_in_the_lot() {
	with_a_sword(|| {
		let lot = vec![Asset::Coins(1), SWORD.at_version(0)];

		assert_noop!(Opening { lot, ..Opening::default() }.by(ALICE), Error::<Test>::CoinsInLot);
	});
}

#[test]
fn fails_for_what_the_seller_can_not_give() {
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
			assert_noop!(Opening { lot: vec![asset], ..Opening::default() }.by(ALICE), reason);
		}
	});
}

#[test]
fn fails_for_what_is_listed_or_auctioned() {
	with_a_sword(|| {
		Listing { lot: vec![ESTATE.at_version(0)], ..Listing::default() }.rest();
		Opening::default().open();

		for asset in [ESTATE, SWORD] {
			let lot = vec![asset.at_version(0)];
			assert_noop!(Opening { lot, ..Opening::default() }.by(ALICE), Error::<Test>::Locked);
		}
	});
}

#[test]
fn fails_for_what_is_soulbound() {
	with_a_sword(|| {
		bind(BLADES);

		assert_noop!(Opening::default().by(ALICE), Error::<Test>::Soulbound);
	});
}

#[test]
fn fails_for_what_is_traded_elsewhere() {
	with_a_sword(|| {
		set_home(BLADES, WorldId(8));

		assert_noop!(Opening::default().by(ALICE), Error::<Test>::NotTradableHere);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	with_a_sword(|| {
		assert_noop!(Opening::default().by(BOB), DispatchError::Other("not yours"));
	});
}

#[test]
fn fails_for_an_unknown_seller() {
	with_a_sword(|| {
		assert_noop!(
			Opening { seller: NOBODY, ..Opening::default() }.by(ALICE),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	with_a_sword(|| {
		Players::offer(ALICE);

		assert_noop!(Opening::default().by(ALICE), DispatchError::Other("offered"));
	});
}

#[test]
fn fails_in_a_suspended_world() {
	with_a_sword(|| {
		TheWorld::suspend();

		assert_noop!(Opening::default().by(ALICE), DispatchError::Other("suspended"));
	});
}

#[test]
fn fails_in_an_unknown_world() {
	with_a_sword(|| {
		assert_noop!(
			Opening { world: WorldId(8), ..Opening::default() }.by(ALICE),
			DispatchError::Other("unknown world")
		);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	with_a_sword(|| {
		let root = RuntimeOrigin::root();
		assert_ok!(Balances::force_set_balance(root, owner(ALICE), AUCTION_DEPOSIT));

		assert_noop!(
			Opening::default().by(ALICE),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

/// Else all bids would be refused, or be for nothing.
#[test]
fn fails_when_more_would_be_taken_off_than_the_seller_agrees_to() {
	with_a_sword(|| {
		TheWorld::keep(300);
		set_royalty(BLADES, 200);
		let limited = |max_deduction| Opening { max_deduction, ..Opening::default() };

		assert_noop!(limited(499).by(ALICE), Error::<Test>::DeductionTooHigh);

		assert_ok!(limited(500).by(ALICE));
	});
}

#[test]
fn remembers_the_fee() {
	with_goods(|| {
		let fee = |lot| {
			let auction = Opening { lot: vec![lot], ..Opening::default() }.open();
			Market::auction(auction).expect("it was opened").fee
		};
		TheWorld::keep(300);
		assert_eq!(fee(SWORD.at_version(0)), 300);
		TheWorld::keep(0);
		assert_eq!(fee(ESTATE.at_version(0)), 0);
	});
}

#[test]
fn fails_when_no_ids_are_left() {
	with_a_sword(|| {
		NextAuctionId::<Test>::put(AuctionId(u32::MAX));

		assert_noop!(Opening::default().by(ALICE), Error::<Test>::NoIdsLeft);
	});
}

#[test]
fn fails_without_an_account() {
	with_a_sword(|| {
		let (root, lot) = (RuntimeOrigin::root(), side(&[SWORD.at_version(0)]));

		assert_noop!(
			Market::open_auction(root, WORLD, ALICE, lot, 50, 10, ENDS, 5, LATEST, ALL),
			DispatchError::BadOrigin
		);
	});
}
