// SPDX-License-Identifier: Apache-2.0
//! Who may act for a world, and until when.

use frame_support::traits::Get;
use freehold_primitives::{
	chain::{AccountId, BlockNumber},
	land::Zone,
};
use freehold_runtime::{configs::virtual_world::SettlerDeposit, Runtime, Worlds};
use freehold_tests::{
	chain::{held, Chain},
	goods::{create_kind, mint_units},
	keyring::{Player, BOB, CHARLIE, EVE, FERDIE},
	names::*,
	stage::*,
	trade::{batch, next_seq},
};
use pallet_items::{Form, Rules};

type MaxSettlers = <Runtime as pallet_worlds::Config>::MaxSettlers;

fn add(who: Player, valid_until: BlockNumber) -> WorldsCall {
	add_settler(who, valid_until, None)
}

fn remove(who: Player) -> WorldsCall {
	WorldsCall::remove_settler { world: WORLD, settler: who.account() }
}

/// An empty batch, the next in order.
fn settle() -> MarketCall {
	MarketCall::settle { world: WORLD, seq: next_seq(WORLD), trades: batch([]) }
}

fn mint() -> ItemsCall {
	mint_units(ARROWS, &[(CHARLIES, 1)])
}

#[test]
fn the_owner_settles_and_a_stranger_does_not() {
	Chain::run(|chain| {
		Stage::set(chain);

		chain.refuses(EVE, settle(), WorldsError::NotSettler);
		chain.must(BOB, settle());
		chain.must(FERDIE, settle());
	});
}

#[test]
fn a_settler_acts_up_to_its_last_block() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(BOB, add(EVE, chain.now() + 2));
		chain.wait(2);
		chain.must(EVE, settle());
		chain.must(EVE, mint());

		chain.wait(1);

		chain.refuses(EVE, settle(), WorldsError::NotSettler);
		chain.refuses(EVE, mint(), WorldsError::NotSettler);
		assert!(!Worlds::may_settle(WORLD, EVE.account()));
	});
}

#[test]
fn a_settler_is_prolonged_for_no_second_deposit() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(BOB, add(EVE, chain.now() + 1));
		let deposits = held(BOB, pallet_worlds::HoldReason::Settler);
		assert_eq!(deposits, 2 * SettlerDeposit::get());

		chain.must(BOB, add(EVE, chain.now() + 3));
		chain.wait(3);

		chain.must(EVE, settle());
		assert_eq!(held(BOB, pallet_worlds::HoldReason::Settler), deposits);
	});
}

#[test]
fn a_removed_settler_acts_no_more() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(BOB, remove(FERDIE));
		chain.saw(WorldsEvent::SettlerRemoved { world: WORLD, settler: FERDIE.account() });

		chain.refuses(FERDIE, settle(), WorldsError::NotSettler);
		chain.refuses(FERDIE, mint(), WorldsError::NotSettler);
		chain.refuses(BOB, remove(FERDIE), WorldsError::UnknownSettler);
	});
}

#[test]
fn a_settler_settles_and_mints_but_does_not_rule() {
	Chain::run(|chain| {
		Stage::set(chain);
		let create_kind = create_kind(COLLECTION, Form::Unique, Rules::LOOSEST, &[]);
		let parcels = vec![(parcel(5, 5).at, Zone::Open)];
		let parcels = parcels.try_into().expect("one fits");
		let issue = LandCall::issue { world: WORLD, to: EVES, parcels };

		chain.refuses(FERDIE, add(EVE, LATER), WorldsError::NotOwner);
		chain.refuses(FERDIE, remove(FERDIE), WorldsError::NotOwner);
		chain.refuses(FERDIE, create_kind, WorldsError::NotOwner);
		chain.refuses(FERDIE, issue, WorldsError::NotOwner);
	});
}

#[test]
fn a_settler_is_not_added_for_the_past() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.wait(2);

		let past = chain.now() - 1;
		chain.refuses(BOB, add(CHARLIE, past), WorldsError::InvalidExpiry);
		chain.must(BOB, add(CHARLIE, past + 1));
	});
}

#[test]
fn a_world_has_only_so_many_settlers() {
	Chain::run(|chain| {
		Stage::set(chain);
		let nth = |n: u32| {
			let mut account = [0; 32];
			account[..4].copy_from_slice(&n.to_le_bytes());
			let settler = AccountId::new(account);
			WorldsCall::add_settler { world: WORLD, settler, valid_until: LATER, cap: None }
		};
		// Ferdie is the first.
		for n in 1..MaxSettlers::get() {
			chain.must(BOB, nth(n));
		}

		chain.refuses(BOB, nth(MaxSettlers::get()), WorldsError::TooManySettlers);
		chain.must(BOB, remove(FERDIE));
		chain.must(BOB, nth(MaxSettlers::get()));
	});
}
