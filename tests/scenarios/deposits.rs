// SPDX-License-Identifier: Apache-2.0
//! What is held for each record, of whom, and that it comes back exactly. The calls are dispatched
//! without transactions, so that no fee blurs the sums.

use freehold_primitives::{asset::UniqueId, chain::Balance, ids::OrderId, land::Zone};
use freehold_runtime::{
	configs::virtual_world::{
		AuctionDeposit, AvatarDeposit, CollectionDeposit, DeviceDeposit, ItemDeposit, KindDeposit,
		MetadataDeposit, OrderDeposit, ParcelDeposit, SettlerDeposit, WorldBond,
	},
	constants::{SWEEP_REWARD, UNIT},
	RuntimeCall, RuntimeHoldReason,
};
use freehold_tests::{
	chain::{free, held, Chain},
	goods::{create_kind, mint_items, mint_units},
	keyring::{Hand, Player, BOB, CHARLIE, DAVE, EVE, FERDIE, PAUPER},
	market::{buy, cancel, close, last_auction, last_order, list, offer, side, sweep, ANY},
	names::*,
	stage::*,
};
use pallet_avatars::HoldReason as ForAvatars;
use pallet_items::{Form, HoldReason as ForItems, Issuer, MetadataDetails, Rules};
use pallet_land::HoldReason as ForLand;
use pallet_market::{HoldReason as ForMarket, Wanted};
use pallet_worlds::HoldReason as ForWorlds;
use sp_runtime::TokenError;

/// A call after which exactly this much more is held of an account, and nothing else was taken.
#[track_caller]
fn takes(
	chain: &Chain,
	(caller, payer): (Player, Player),
	call: impl Into<RuntimeCall>,
	reason: impl Into<RuntimeHoldReason>,
	deposit: Balance,
) {
	let reason = reason.into();
	let before = (free(payer), held(payer, reason));
	chain.must(caller, call);
	assert_eq!((free(payer), held(payer, reason)), (before.0 - deposit, before.1 + deposit));
}

/// A call after which exactly this much less is held of an account, which has it back.
#[track_caller]
fn gives_back(
	chain: &Chain,
	(caller, payer): (Player, Player),
	call: impl Into<RuntimeCall>,
	reason: impl Into<RuntimeHoldReason>,
	deposit: Balance,
) {
	let reason = reason.into();
	let before = (free(payer), held(payer, reason));
	chain.must(caller, call);
	assert_eq!((free(payer), held(payer, reason)), (before.0 + deposit, before.1 - deposit));
}

#[test]
fn each_record_that_stays_has_its_deposit() {
	Chain::run(|chain| {
		Stage::set(chain);
		let (bob, bobs_to_pay) = ((BOB, BOB), (FERDIE, BOB));
		let issuer = Issuer::World(WORLD);
		let places = [(5, 5), (5, 6), (5, 7)].map(|(x, y)| parcel(x, y).at);
		let parcels = places.map(|at| (at, Zone::Plaza));
		let parcels = parcels.to_vec().try_into().expect("three fit");
		let issue = LandCall::issue { world: WORLD, to: TREASURY, parcels };
		let mint = mint_items(SWORDS, &[EVES; 4]);
		let name = b"Swords".to_vec().try_into().expect("it is short");
		let metadata = Some(MetadataDetails { name, pointer: None });

		let register = WorldsCall::register { bounds: BOUNDS, fee: None };
		takes(chain, bob, register, ForWorlds::WorldBond, WorldBond::get());
		takes(chain, bob, AvatarsCall::create {}, ForAvatars::Avatar, AvatarDeposit::get());
		takes(chain, bob, issue, ForLand::Parcel, 3 * ParcelDeposit::get());
		let create = ItemsCall::create_collection { issuer };
		takes(chain, bob, create, ForItems::Collection, CollectionDeposit::get());
		let create = create_kind(COLLECTION, Form::Unique, Rules::LOOSEST, &[]);
		takes(chain, bob, create, ForItems::Kind, KindDeposit::get());
		let set = ItemsCall::set_metadata { collection: COLLECTION, metadata };
		takes(chain, bob, set, ForItems::Metadata, MetadataDeposit::get());
		// The settler mints, but the collection's creator pays.
		let server = free(FERDIE);
		takes(chain, bobs_to_pay, mint, ForItems::Item, 4 * ItemDeposit::get());
		assert_eq!(free(FERDIE), server);
	});
}

#[test]
fn units_and_what_changes_hands_take_no_deposit() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let before = [BOB, CHARLIE, DAVE, FERDIE].map(free);

		chain.must(FERDIE, mint_units(ARROWS, &[(EVES, 5)]));
		chain.must(CHARLIE, ItemsCall::transfer_item { item: sword(0), to: DAVES });
		chain.must(CHARLIE, LandCall::transfer { parcel: parcel(0, 0), to: DAVES });
		let sale = stage.bargain(chain, (&stage.charlie, new_sword(1)), (&stage.dave, coins(1)));
		assert_eq!(stage.settle(chain, [sale.sign()]), []);

		assert_eq!([BOB, CHARLIE, DAVE, FERDIE].map(free), before);
	});
}

#[test]
fn a_settlers_deposit_comes_back() {
	Chain::run(|chain| {
		Stage::set(chain);
		let (bob, deposit) = ((BOB, BOB), SettlerDeposit::get());
		let (world, settler) = (WORLD, EVE.account());

		takes(chain, bob, add_settler(EVE, 3, None), ForWorlds::Settler, deposit);
		// It comes back after the expiry, too.
		chain.wait(5);
		let remove = WorldsCall::remove_settler { world, settler };
		gives_back(chain, bob, remove, ForWorlds::Settler, deposit);
	});
}

#[test]
fn a_devices_deposit_comes_back() {
	Chain::run(|chain| {
		Stage::set(chain);
		let (charlie, deposit) = ((CHARLIE, CHARLIE), DeviceDeposit::get());
		let avatar = CHARLIES;
		for slot in 2..=7 {
			let add = add_device(&Hand::of_device(avatar, slot), LATER, None, None);
			takes(chain, charlie, add, ForAvatars::Device, deposit);
		}

		let revoke = AvatarsCall::revoke_device { avatar, slot: 4 };
		gives_back(chain, charlie, revoke, ForAvatars::Device, deposit);
		let revoke = AvatarsCall::revoke_all_devices { avatar };
		gives_back(chain, charlie, revoke.clone(), ForAvatars::Device, 6 * deposit);
		assert_eq!(held(CHARLIE, ForAvatars::Device), 0);
		gives_back(chain, charlie, revoke, ForAvatars::Device, 0);
	});
}

#[test]
fn a_listings_deposit_comes_back_when_it_is_cancelled() {
	Chain::run(|chain| {
		Stage::set(chain);
		let (charlie, deposit) = ((CHARLIE, CHARLIE), OrderDeposit::get());
		for asset in [SWORD, UniqueId::Parcel(parcel(0, 0))] {
			let list = list(CHARLIES, asset, UNIT);
			takes(chain, charlie, list, ForMarket::Order, deposit);
			let cancel = cancel(last_order());
			gives_back(chain, charlie, cancel, ForMarket::Order, deposit);
		}
	});
}

#[test]
fn a_listings_deposit_comes_back_to_the_seller_when_it_is_sold() {
	Chain::run(|chain| {
		Stage::set(chain);
		let deposit = OrderDeposit::get();
		let list = list(CHARLIES, SWORD, UNIT);
		let buyer = free(DAVE);

		takes(chain, (CHARLIE, CHARLIE), list, ForMarket::Order, deposit);
		let buy = buy(last_order(), DAVES, UNIT);
		gives_back(chain, (DAVE, CHARLIE), buy, ForMarket::Order, deposit);
		assert_eq!(free(DAVE), buyer, "the price came from the purse");
	});
}

#[test]
fn whoever_clears_away_what_is_over_gets_a_part_of_its_deposit() {
	Chain::run(|chain| {
		Stage::set(chain);
		let wanted = Wanted::OfKind(SWORDS);
		let (world, bidder, price, lots) = (WORLD, EVES, UNIT, 1);
		let until = chain.now() + 1;
		let briefly = || MarketCall::offer { world, bidder, price, wanted, lots, until };
		chain.must(EVE, briefly());
		chain.must(EVE, briefly());
		chain.must(EVE, offer(EVES, UNIT, wanted));
		let kept = last_order();
		chain.wait(2);
		let before = free(FERDIE);

		chain.refuses(FERDIE, sweep(kept), MarketError::OrderCounts);
		let theirs = (free(EVE), held(EVE, ForMarket::Order));
		chain.must(FERDIE, sweep(OrderId(0)));
		let rest = OrderDeposit::get() - SWEEP_REWARD;
		assert_eq!(free(FERDIE), before + SWEEP_REWARD);
		let now = (theirs.0 + rest, theirs.1 - OrderDeposit::get());
		assert_eq!((free(EVE), held(EVE, ForMarket::Order)), now);

		// Who paid it and clears it away has all of it back.
		let own = sweep(OrderId(1));
		gives_back(chain, (EVE, EVE), own, ForMarket::Order, OrderDeposit::get());
	});
}

#[test]
fn an_auctions_deposit_comes_back_less_what_its_end_was_worth() {
	Chain::run(|chain| {
		Stage::set(chain);
		let (world, seller, lot) = (WORLD, CHARLIES, side(&[new_sword(0)]));
		let (reserve, least_raise, extension, max_deduction) = (UNIT, UNIT, 0, ANY);
		let ends = chain.now() + 1;
		let latest = ends;
		let open = MarketCall::open_auction {
			world,
			seller,
			lot,
			reserve,
			least_raise,
			ends,
			extension,
			latest,
			max_deduction,
		};
		let deposit = AuctionDeposit::get();
		takes(chain, (CHARLIE, CHARLIE), open, ForMarket::Auction, deposit);
		chain.wait(2);
		let before = (free(CHARLIE), free(FERDIE));

		chain.must(FERDIE, close(last_auction()));

		let after = (before.0 + deposit - SWEEP_REWARD, before.1 + SWEEP_REWARD);
		assert_eq!((free(CHARLIE), free(FERDIE)), after);
		assert_eq!(held(CHARLIE, ForMarket::Auction), 0);
	});
}

#[test]
fn coins_go_into_a_purse_and_come_back() {
	Chain::run(|chain| {
		Stage::set(chain);
		let (avatar, amount) = (CHARLIES, 7 * UNIT);
		let before = (free(CHARLIE), purse(avatar));

		chain.must(CHARLIE, AvatarsCall::deposit { avatar, amount });
		assert_eq!((free(CHARLIE), purse(avatar)), (before.0 - amount, before.1 + amount));
		chain.must(CHARLIE, AvatarsCall::withdraw { avatar, amount });
		assert_eq!((free(CHARLIE), purse(avatar)), before);
		// Down to the last coin.
		chain.must(CHARLIE, AvatarsCall::withdraw { avatar, amount: COINS });
		assert_eq!((free(CHARLIE), purse(avatar)), (before.0 + COINS, 0));
	});
}

#[test]
fn who_cannot_pay_the_deposit_gets_no_record() {
	Chain::run(|chain| {
		Stage::set(chain);
		let register = WorldsCall::register { bounds: BOUNDS, fee: None };

		chain.refuses(PAUPER, AvatarsCall::create {}, TokenError::FundsUnavailable);
		chain.refuses(PAUPER, register, TokenError::FundsUnavailable);
	});
}
