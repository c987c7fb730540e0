// SPDX-License-Identifier: Apache-2.0
//! A world changes hands, changes its fee, stops, goes on, and ends.

use frame_support::traits::Get;
use freehold_primitives::{
	asset::{Holding, UniqueId},
	chain::Balance,
	fee::Fee,
	ids::WorldId,
	land::{Area, Coordinates, ParcelId, Zone},
	order::{Trade, MAX_LIFETIME},
	settlement::Refusal,
};
use freehold_runtime::{
	configs::virtual_world::{ParcelDeposit, SaleDeposit, SettlerDeposit, WorldBond},
	constants::UNIT,
	Avatars, Runtime, Worlds,
};
use freehold_tests::{
	chain::{free, held, Chain},
	goods::{create_kind, mint_units},
	keyring::{Hand, Player, BOB, CHARLIE, DAVE, EVE, FERDIE},
	land::issue,
	market::{buy, list, ORDER},
	names::*,
	stage::*,
	trade::{batch, next_seq, settle},
};
use pallet_items::{Form, Rules};
use pallet_land::HoldReason as ForLand;
use pallet_worlds::{HoldReason as ForWorlds, Metadata};

type FeeNotice = <Runtime as pallet_worlds::Config>::FeeNotice;

/// What is held of an account for its worlds.
fn deposits(who: Player) -> [Balance; 4] {
	[
		held(who, ForWorlds::WorldBond),
		held(who, ForWorlds::Settler),
		held(who, ForLand::Parcel),
		held(who, ForLand::Sale),
	]
}

fn offer(to: Option<Player>) -> WorldsCall {
	WorldsCall::offer_ownership { world: WORLD, to: to.map(Player::account) }
}

fn accept() -> WorldsCall {
	accept_at_most(Balance::MAX)
}

fn accept_at_most(max_deposits: Balance) -> WorldsCall {
	WorldsCall::accept_ownership { world: WORLD, max_deposits }
}

/// The stage has one settler, and a world is taken over without any.
fn dismiss(settler: Player) -> WorldsCall {
	WorldsCall::remove_settler { world: WORLD, settler: settler.account() }
}

fn close(world: WorldId) -> WorldsCall {
	WorldsCall::close { world }
}

fn fee(rate: u16) -> Option<Fee> {
	Some(Fee { to: TREASURY, rate })
}

fn set_fee(rate: u16) -> WorldsCall {
	WorldsCall::set_fee { world: WORLD, fee: fee(rate) }
}

#[test]
fn a_world_changes_hands_in_two_steps_with_its_deposits() {
	Chain::run(|chain| {
		Stage::set(chain);
		let area = Area { min: BOUNDS.min, max: Coordinates::new(-8, -8) };
		let (zone, price, to) = (Zone::Residential, UNIT, TREASURY);
		chain.must(BOB, LandCall::open_sale { world: WORLD, area, zone, price, to });
		let parcels = 3 * ParcelDeposit::get();
		let whole = [WorldBond::get(), 0, parcels, 0];
		let sum: Balance = whole.iter().sum();
		assert_eq!(held(BOB, ForWorlds::Settler), SettlerDeposit::get());
		chain.must(BOB, offer(Some(EVE)));
		chain.refuses(EVE, accept(), WorldsError::InUse);
		chain.must(BOB, offer(None));
		chain.must(BOB, dismiss(FERDIE));
		assert_eq!(held(BOB, ForLand::Sale), SaleDeposit::get());
		chain.must(BOB, offer(Some(EVE)));
		chain.refuses(EVE, accept(), LandError::SalesOpen);
		chain.must(BOB, offer(None));
		chain.must(BOB, LandCall::close_sale { world: WORLD, sale: 0 });
		assert_eq!((deposits(BOB), deposits(EVE)), (whole, [0; 4]));
		let before = (free(BOB), free(EVE));

		chain.refuses(EVE, accept(), WorldsError::NotOffered);
		chain.must(BOB, offer(Some(EVE)));
		chain.refuses(DAVE, accept(), WorldsError::NotOffered);
		assert_eq!(Worlds::world(WORLD).map(|it| it.owner), Some(BOB.account()));
		chain.refuses(EVE, accept_at_most(sum - 1), WorldsError::DepositsTooHigh);
		chain.must(EVE, accept_at_most(sum));

		let (world, from, to) = (WORLD, BOB.account(), EVE.account());
		chain.saw(WorldsEvent::OwnershipAccepted { world, from, to });
		assert_eq!((deposits(BOB), deposits(EVE)), ([0; 4], whole));
		assert_eq!((free(BOB), free(EVE)), (before.0 + sum, before.1 - sum));
		chain.refuses(BOB, issue(EVES, &[(5, 5)]), WorldsError::NotOwner);
		chain.refuses(EVE, accept(), WorldsError::NotOffered);
		chain.must(EVE, issue(EVES, &[(5, 5)]));
		assert!(!Worlds::may_settle(WORLD, FERDIE.account()));
		assert!(!Worlds::may_settle(WORLD, BOB.account()));
	});
}

#[test]
fn the_offer_of_a_world_is_taken_back() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(BOB, offer(Some(EVE)));

		chain.must(BOB, offer(None));

		chain.refuses(EVE, accept(), WorldsError::NotOffered);
		chain.refuses(BOB, offer(None), WorldsError::NotOffered);
	});
}

/// Nothing more is held of a former owner, whatever the new one mints.
#[test]
fn the_new_owner_of_a_world_pays_for_what_its_collections_hold() {
	Chain::run(|chain| {
		Stage::set(chain);
		let create_kind = create_kind(COLLECTION, Form::Unique, Rules::LOOSEST, &[]);
		let (collection, max_deposits) = (COLLECTION, Balance::MAX);
		let adopt = ItemsCall::adopt_collection { collection, max_deposits };
		chain.must(BOB, dismiss(FERDIE));
		chain.must(BOB, offer(Some(EVE)));
		chain.must(EVE, accept());
		let bobs = held(BOB, pallet_items::HoldReason::Item);
		assert!(bobs > 0);

		chain.refuses(EVE, create_kind.clone(), ItemsError::NotAdopted);
		chain.must(EVE, adopt);

		assert_eq!(held(BOB, pallet_items::HoldReason::Item), 0);
		assert_eq!(held(EVE, pallet_items::HoldReason::Item), bobs);
		chain.must(EVE, create_kind);
	});
}

#[test]
fn a_raise_of_the_fee_is_announced_and_no_order_signed_before_is_charged_it() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		// By the wallets, as the devices' keys do not live so long.
		let charlie = Hand::new(CHARLIES, 0, CHARLIE.wallet());
		let dave = Hand::new(DAVES, 0, DAVE.wallet());
		let long_lived = |serial| -> Trade {
			let sale = stage.bargain(chain, (&charlie, new_sword(serial)), (&dave, coins(100)));
			let last = chain.now() + MAX_LIFETIME;
			sale.with(|it| (it.order.valid_until, it.acceptance.valid_until) = (last, last))
				.sign()
		};
		let (in_time, late) = (long_lived(0), long_lived(1));

		chain.must(BOB, set_fee(2 * RATE));

		assert_eq!(Worlds::fee_now(WORLD), fee(RATE));
		chain.leap(MAX_LIFETIME);
		assert_eq!(Worlds::fee_now(WORLD), fee(RATE));
		assert_eq!(settle(chain, BOB, WORLD, [in_time]), []);
		assert_eq!(purse(TREASURY), 100 * UNIT / 40);

		assert_eq!(<FeeNotice as Get<u32>>::get(), MAX_LIFETIME + 1);
		chain.next_block();
		assert_eq!(Worlds::fee_now(WORLD), fee(2 * RATE));
		assert_eq!(settle(chain, BOB, WORLD, [late]), [(0, Refusal::Expired)]);
		let next = stage.bargain(chain, (&charlie, new_sword(1)), (&dave, coins(100))).sign();
		assert_eq!(settle(chain, BOB, WORLD, [next]), []);
		assert_eq!(purse(TREASURY), 100 * UNIT / 40 + 100 * UNIT / 20);
	});
}

#[test]
fn a_fee_falls_at_once_and_its_announcement_is_forgotten() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(BOB, set_fee(2 * RATE));

		chain.must(BOB, set_fee(RATE / 2));

		assert_eq!(Worlds::fee_now(WORLD), fee(RATE / 2));
		chain.leap(FeeNotice::get());
		assert_eq!(Worlds::fee_now(WORLD), fee(RATE / 2));
		chain.must(BOB, WorldsCall::set_fee { world: WORLD, fee: None });
		assert_eq!(Worlds::fee_now(WORLD), None);
	});
}

#[test]
fn a_settler_moves_no_more_than_its_cap_in_a_block() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		chain.must(BOB, add_settler(EVE, LATER, Some(150 * UNIT)));
		let sale = |serial| {
			let maker = (&stage.charlie, new_sword(serial));
			stage.bargain(chain, maker, (&stage.dave, coins(100))).sign()
		};
		assert_eq!(settle(chain, EVE, WORLD, [sale(0)]), []);
		let (world, seq) = (WORLD, next_seq(WORLD));
		let second = MarketCall::settle { world, seq, trades: batch([sale(1)]) };

		chain.refuses(EVE, second.clone(), WorldsError::CapExceeded);

		// Other settlers have caps of their own, and in the next block it has its own again.
		chain.next_block();
		chain.must(EVE, second);
		assert_eq!(holding(UniqueId::Item(sword(1))).owner, DAVES);
	});
}

#[test]
fn a_suspended_world_stands_still_and_its_players_keep_what_they_own() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let asset = UniqueId::Parcel(parcel(1, 0));
		let mint = mint_units(ARROWS, &[(EVES, 1)]);
		let sale = stage.sale(chain).sign();
		let settle = MarketCall::settle { world: WORLD, seq: 1, trades: batch([sale]) };
		chain.must(DAVE, list(DAVES, asset, UNIT));

		chain.must(BOB, WorldsCall::suspend { world: WORLD });

		let suspended = || WorldsError::Suspended;
		chain.refuses(BOB, issue(EVES, &[(5, 5)]), suspended());
		chain.refuses(FERDIE, mint.clone(), suspended());
		chain.refuses(FERDIE, settle.clone(), suspended());
		chain.refuses(CHARLIE, list(CHARLIES, SWORD, UNIT), suspended());
		chain.refuses(BOB, WorldsCall::suspend { world: WORLD }, suspended());
		chain.must(CHARLIE, LandCall::transfer { parcel: parcel(0, 0), to: EVES });
		chain.must(EVE, buy(ORDER, EVES, UNIT));

		chain.must(BOB, WorldsCall::resume { world: WORLD });
		chain.must(BOB, issue(EVES, &[(5, 5)]));
		chain.must(FERDIE, mint);
		chain.must(FERDIE, settle);
		assert_eq!(holding(SWORD), Holding { owner: DAVES, version: 1, lock: None });
	});
}

#[test]
fn a_world_ends_when_nothing_needs_it_and_its_bond_comes_back() {
	Chain::run(|chain| {
		Stage::set(chain);
		let (before, consumers) = (free(DAVE), Avatars::purse(DAVES).map(|it| it.consumers));
		let world = WorldId(1);
		let fee = Some(Fee { to: DAVES, rate: RATE });
		chain.must(DAVE, WorldsCall::register { bounds: BOUNDS, fee });
		let (settler, valid_until, cap) = (EVE.account(), LATER, None);
		let add = WorldsCall::add_settler { world, settler: settler.clone(), valid_until, cap };
		chain.must(DAVE, add);
		let at = Coordinates::new(3, 3);
		let parcels = vec![(at, Zone::Open)].try_into().expect("one fits");
		chain.must(DAVE, LandCall::issue { world, to: DAVES, parcels });

		chain.refuses(DAVE, close(world), WorldsError::InUse);
		chain.must(DAVE, WorldsCall::remove_settler { world, settler });
		chain.refuses(DAVE, close(world), WorldsError::InUse);
		let parcel = ParcelId { world, at };
		chain.must(DAVE, LandCall::relinquish { parcel });
		chain.refuses(BOB, close(world), WorldsError::NotOwner);
		chain.must(DAVE, close(world));

		chain.saw(WorldsEvent::WorldClosed { world });
		assert_eq!((free(DAVE), deposits(DAVE)), (before, [0; 4]));
		assert_eq!(Avatars::purse(DAVES).map(|it| it.consumers), consumers);
		chain.refuses(DAVE, close(world), WorldsError::UnknownWorld);
		// Its id is never given out again.
		chain.must(DAVE, WorldsCall::register { bounds: BOUNDS, fee: None });
		assert_eq!(Worlds::world(world), None);
		assert!(Worlds::world(WorldId(2)).is_some());
	});
}

#[test]
fn a_world_says_what_it_is_called_and_grows() {
	Chain::run(|chain| {
		Stage::set(chain);
		let called = |name: &str| {
			let name = pallet_worlds::Name::truncate_from(name.into());
			let metadata = Some(Metadata { name, pointer: Default::default() });
			WorldsCall::set_metadata { world: WORLD, metadata }
		};
		let larger = Area { min: BOUNDS.min, max: Coordinates::new(11, 10) };
		let extend = |bounds| WorldsCall::extend { world: WORLD, bounds };

		chain.refuses(BOB, called(""), WorldsError::InvalidName);
		chain.must(BOB, called("Genesis"));
		chain.refuses(BOB, issue(EVES, &[(11, 0)]), WorldsError::OutOfBounds);
		chain.must(BOB, extend(larger));

		chain.must(BOB, issue(EVES, &[(11, 0)]));
		chain.refuses(BOB, extend(BOUNDS), WorldsError::InvalidBounds);
		let name = Worlds::metadata(WORLD).map(|it| it.name.into_inner());
		assert_eq!(name.as_deref(), Some(&b"Genesis"[..]));
	});
}
