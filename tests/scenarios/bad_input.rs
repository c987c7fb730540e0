// SPDX-License-Identifier: Apache-2.0
//! Whatever is wrong with a call or a trade has one name, and leaves the state as it was.

use freehold_primitives::{
	asset::{Asset, UniqueId},
	chain::Hash,
	fee::{Fee, MAX_WORLD_FEE},
	ids::{AuctionId, CollectionId, DrawId, KindId, OrderId, RecipeId, WorldId},
	land::{Area, Coordinates, Zone},
	purse::{MAX_STEP, WINDOW},
	settlement::Refusal,
};
use freehold_tests::{
	chain::Chain,
	goods::{craft, create_kind, mint_items, mint_units},
	keyring::{Hand, BOB, CHARLIE, DAVE, EVE, FERDIE},
	land::issue,
	market::{
		accept_barter, accept_offer, barter, bid, buy, cancel, close, list, list_lots, offer, side,
		sweep, ANY,
	},
	names::*,
	stage::*,
	trade::batch,
};
use pallet_items::{Form, Issuer, Rules};
use pallet_market::{Price, Wanted};

const NOWHERE: WorldId = WorldId(9);
const NO_COLLECTION: CollectionId = CollectionId(9);
const NO_KIND: KindId = KindId { collection: COLLECTION, index: 9 };
const NO_ORDER: OrderId = OrderId(9);

/// Tells a story on the stage, in its second block.
fn on_stage(story: impl FnOnce(&Chain, &Stage)) {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		chain.next_block();
		story(chain, &stage);
	});
}

#[test]
fn there_is_no_such_world() {
	on_stage(|chain, _| {
		let (world, settler, valid_until, cap) = (NOWHERE, EVE.account(), LATER, None);
		let parcels = vec![(Coordinates::new(0, 0), Zone::Open)].try_into().expect("one fits");
		let add_settler =
			WorldsCall::add_settler { world, settler: settler.clone(), valid_until, cap };
		let issuer = Issuer::World(world);
		let (lot, price) = (side(&[new_sword(0)]), Price::fixed(1));
		let (seller, lots, buyer, max_deduction, until) = (CHARLIES, 1, None, ANY, LATER);
		let list =
			MarketCall::list { world, seller, lot, price, lots, buyer, max_deduction, until };
		let settle = MarketCall::settle { world, seq: 1, trades: batch([]) };

		chain.refuses(BOB, add_settler, WorldsError::UnknownWorld);
		let remove_settler = WorldsCall::remove_settler { world, settler };
		chain.refuses(BOB, remove_settler, WorldsError::UnknownWorld);
		let issue = LandCall::issue { world, to: TREASURY, parcels };
		chain.refuses(BOB, issue, WorldsError::UnknownWorld);
		chain.refuses(BOB, ItemsCall::create_collection { issuer }, WorldsError::UnknownWorld);
		chain.refuses(CHARLIE, list, WorldsError::UnknownWorld);
		chain.refuses(BOB, settle, WorldsError::UnknownWorld);
	});
}

#[test]
fn there_is_no_such_avatar() {
	on_stage(|chain, _| {
		let (avatar, slot, to, amount) = (NOBODY, SLOT, NOBODY, 1);
		let fee = Some(Fee { to, rate: RATE });
		let add_device = add_device(&Hand::of_device(avatar, slot), LATER, None, None);
		let from_nobody = ItemsCall::transfer_units { kind: ARROWS, from: to, to: EVES, amount: 1 };
		let to_nobody = ItemsCall::transfer_units { kind: ARROWS, from: CHARLIES, to, amount: 1 };
		chain.must(CHARLIE, list(CHARLIES, SWORD, 1));

		let unknown = || AvatarsError::UnknownAvatar;
		chain.refuses(BOB, WorldsCall::register { bounds: BOUNDS, fee }, unknown());
		chain.refuses(BOB, add_device, unknown());
		chain.refuses(BOB, AvatarsCall::revoke_device { avatar, slot }, unknown());
		chain.refuses(BOB, AvatarsCall::revoke_all_devices { avatar }, unknown());
		chain.refuses(BOB, AvatarsCall::deposit { avatar, amount }, unknown());
		chain.refuses(BOB, AvatarsCall::withdraw { avatar, amount }, unknown());
		chain.refuses(BOB, issue(avatar, &[(5, 5)]), unknown());
		chain.refuses(CHARLIE, LandCall::transfer { parcel: parcel(0, 0), to }, unknown());
		let issuer = Issuer::Avatar(avatar);
		chain.refuses(BOB, ItemsCall::create_collection { issuer }, unknown());
		chain.refuses(FERDIE, mint_items(SWORDS, &[avatar]), unknown());
		chain.refuses(FERDIE, mint_units(ARROWS, &[(EVES, 1), (to, 1)]), unknown());
		chain.refuses(CHARLIE, ItemsCall::transfer_item { item: sword(1), to }, unknown());
		chain.refuses(CHARLIE, from_nobody, unknown());
		chain.refuses(CHARLIE, to_nobody, unknown());
		chain.refuses(BOB, buy(OrderId(0), avatar, 1), unknown());
		chain.refuses(CHARLIE, list(avatar, UniqueId::Item(sword(1)), 1), unknown());
	});
}

#[test]
fn there_is_no_such_avatar_to_trade_with() {
	on_stage(|chain, stage| {
		let from_nobody = stage.sale(chain).with(|it| it.order.maker = NOBODY).sign();
		let to_nobody = stage.sale(chain).with(|it| it.acceptance.taker = NOBODY).sign();
		let to_no_owner = stage.sale(chain).with(|it| {
			it.acceptance.taker = NOBODY;
			it.acceptance.lane = 0;
		});

		stage.refuses(chain, from_nobody, Refusal::UnknownKey);
		stage.refuses(chain, to_nobody, Refusal::UnknownKey);
		stage.refuses(chain, to_no_owner.sign(), Refusal::UnknownAvatar);
	});
}

#[test]
fn there_is_no_such_parcel() {
	on_stage(|chain, stage| {
		let (id, to) = (parcel(7, 7), DAVES);
		let asset = UniqueId::Parcel(id);
		let sale = (&stage.charlie, asset.at_version(0));
		let sale = stage.bargain(chain, sale, (&stage.dave, coins(1))).sign();

		chain.refuses(CHARLIE, LandCall::transfer { parcel: id, to }, LandError::UnknownParcel);
		chain.refuses(CHARLIE, list(CHARLIES, asset, 1), MarketError::UnknownAsset);
		stage.refuses(chain, sale, Refusal::UnknownAsset);
	});
}

#[test]
fn there_is_no_such_item() {
	on_stage(|chain, stage| {
		let (item, to) = (sword(9), DAVES);
		let asset = UniqueId::Item(item);
		let sale = (&stage.charlie, asset.at_version(0));
		let sale = stage.bargain(chain, sale, (&stage.dave, coins(1))).sign();

		chain.refuses(CHARLIE, ItemsCall::transfer_item { item, to }, ItemsError::UnknownItem);
		chain.refuses(CHARLIE, list(CHARLIES, asset, 1), MarketError::UnknownAsset);
		stage.refuses(chain, sale, Refusal::UnknownAsset);
	});
}

#[test]
fn there_is_no_such_kind() {
	on_stage(|chain, stage| {
		let (kind, from, to, amount) = (NO_KIND, CHARLIES, DAVES, 1);
		let units = Asset::Units { kind, amount };
		let sale = stage.bargain(chain, (&stage.charlie, units), (&stage.dave, coins(1))).sign();

		chain.refuses(FERDIE, mint_items(kind, &[to]), ItemsError::UnknownKind);
		chain.refuses(FERDIE, mint_units(kind, &[(to, amount)]), ItemsError::UnknownKind);
		let transfer = ItemsCall::transfer_units { kind, from, to, amount };
		chain.refuses(CHARLIE, transfer, ItemsError::UnknownKind);
		stage.refuses(chain, sale, Refusal::TooFewUnits);
	});
}

#[test]
fn a_kind_is_of_the_other_form() {
	on_stage(|chain, _| {
		let (kind, from, to, amount) = (SWORDS, CHARLIES, DAVES, 1);

		chain.refuses(FERDIE, mint_items(ARROWS, &[to]), ItemsError::WrongForm);
		chain.refuses(FERDIE, mint_units(kind, &[(to, amount)]), ItemsError::WrongForm);
		let transfer = ItemsCall::transfer_units { kind, from, to, amount };
		chain.refuses(CHARLIE, transfer, ItemsError::WrongForm);
	});
}

#[test]
fn there_is_no_such_collection() {
	on_stage(|chain, _| {
		let kind = KindId { collection: NO_COLLECTION, index: 0 };
		let create_kind = create_kind(NO_COLLECTION, Form::Unique, Rules::LOOSEST, &[]);

		let unknown = || ItemsError::UnknownCollection;
		chain.refuses(BOB, create_kind, unknown());
		chain.refuses(FERDIE, mint_items(kind, &[DAVES]), unknown());
		chain.refuses(FERDIE, mint_units(kind, &[(DAVES, 1)]), unknown());
	});
}

#[test]
fn there_is_no_such_order_or_auction() {
	on_stage(|chain, _| {
		let unknown = || MarketError::UnknownOrder;
		chain.refuses(CHARLIE, cancel(NO_ORDER), unknown());
		chain.refuses(DAVE, buy(NO_ORDER, DAVES, 1), unknown());
		chain.refuses(DAVE, accept_offer(NO_ORDER, DAVES, new_sword(2)), unknown());
		chain.refuses(DAVE, accept_barter(NO_ORDER), unknown());
		chain.refuses(FERDIE, sweep(NO_ORDER), unknown());

		let (auction, unknown) = (AuctionId(9), || MarketError::UnknownAuction);
		chain.refuses(DAVE, bid(auction, DAVES, 1), unknown());
		chain.refuses(CHARLIE, MarketCall::cancel_auction { auction }, unknown());
		chain.refuses(FERDIE, close(auction), unknown());
	});
}

#[test]
fn there_is_no_such_recipe_or_draw() {
	on_stage(|chain, _| {
		let (recipe, draw) = (RecipeId(9), DrawId(9));

		chain.refuses(CHARLIE, craft(CHARLIES, recipe, &[]), ItemsError::UnknownRecipe);
		chain.refuses(BOB, ItemsCall::remove_recipe { recipe }, ItemsError::UnknownRecipe);
		chain.refuses(FERDIE, ItemsCall::settle_draw { draw }, ItemsError::UnknownDraw);
	});
}

#[test]
fn what_rests_in_the_book_is_taken_for_what_it_is() {
	on_stage(|chain, _| {
		chain.must(CHARLIE, list(CHARLIES, SWORD, 1));
		chain.must(EVE, offer(EVES, 1, Wanted::OfKind(SWORDS)));
		chain.must(CHARLIE, barter(CHARLIES, &[new_sword(1)], DAVES, &[new_sword(2)]));
		let [listing, offered, bartered] = [0, 1, 2].map(OrderId);

		let sword = new_sword(2);
		chain.refuses(DAVE, buy(offered, DAVES, 1), MarketError::NotListing);
		chain.refuses(DAVE, buy(bartered, DAVES, 1), MarketError::NotListing);
		chain.refuses(DAVE, accept_offer(listing, DAVES, sword), MarketError::NotOffer);
		chain.refuses(DAVE, accept_offer(bartered, DAVES, sword), MarketError::NotOffer);
		chain.refuses(DAVE, accept_barter(listing), MarketError::NotBarter);
		chain.refuses(DAVE, accept_barter(offered), MarketError::NotBarter);
		for order in [listing, offered, bartered] {
			chain.refuses(FERDIE, sweep(order), MarketError::OrderCounts);
			chain.refuses(DAVE, cancel(order), MarketError::NotOwner);
		}
	});
}

#[test]
fn there_is_no_such_device_or_settler() {
	on_stage(|chain, _| {
		let revoke = AvatarsCall::revoke_device { avatar: CHARLIES, slot: 5 };
		let remove = WorldsCall::remove_settler { world: WORLD, settler: EVE.account() };

		chain.refuses(CHARLIE, revoke, AvatarsError::UnknownDevice);
		chain.refuses(BOB, remove, WorldsError::UnknownSettler);
	});
}

#[test]
fn someone_else_owns_it() {
	on_stage(|chain, stage| {
		let (amount, to) = (1, EVES);
		let theft = stage.bargain(chain, (&stage.dave, new_sword(0)), (&stage.eve, coins(1)));
		let withdraw = AvatarsCall::withdraw { avatar: CHARLIES, amount };
		let units = ItemsCall::transfer_units { kind: ARROWS, from: CHARLIES, to, amount: 1 };
		let issuer = Issuer::World(WORLD);

		chain.refuses(CHARLIE, issue(CHARLIES, &[(5, 5)]), WorldsError::NotOwner);
		chain.refuses(CHARLIE, ItemsCall::create_collection { issuer }, WorldsError::NotOwner);
		chain.refuses(CHARLIE, mint_items(SWORDS, &[CHARLIES]), WorldsError::NotSettler);
		chain.refuses(EVE, withdraw, AvatarsError::NotOwner);
		let land = LandCall::transfer { parcel: parcel(0, 0), to };
		chain.refuses(EVE, land, AvatarsError::NotOwner);
		let item = ItemsCall::transfer_item { item: sword(0), to };
		chain.refuses(EVE, item, AvatarsError::NotOwner);
		chain.refuses(EVE, units, AvatarsError::NotOwner);
		chain.refuses(EVE, list(CHARLIES, SWORD, 1), AvatarsError::NotOwner);
		chain.refuses(EVE, list(EVES, SWORD, 1), MarketError::NotHolder);
		stage.refuses(chain, theft.sign(), Refusal::NotOwner);
	});
}

#[test]
fn a_place_lies_outside_the_world() {
	on_stage(|chain, _| {
		for place in [(11, 0), (-11, 0), (0, 11), (0, -11), (i16::MAX, i16::MIN)] {
			chain.refuses(BOB, issue(TREASURY, &[(5, 5), place]), WorldsError::OutOfBounds);
		}
	});
}

#[test]
fn a_parcel_was_issued_before() {
	on_stage(|chain, _| {
		chain.refuses(BOB, issue(TREASURY, &[(5, 5), (0, 0)]), LandError::AlreadyIssued);
	});
}

#[test]
fn a_parcel_is_named_twice() {
	on_stage(|chain, _| {
		let twice = issue(TREASURY, &[(5, 5), (5, 6), (5, 5)]);
		chain.refuses(BOB, twice, LandError::NamedTwice);
	});
}

#[test]
fn a_world_has_no_place_or_takes_too_much() {
	on_stage(|chain, _| {
		let bounds = Area { min: BOUNDS.max, max: BOUNDS.min };
		let fee = Some(Fee { to: TREASURY, rate: MAX_WORLD_FEE + 1 });

		let inside_out = WorldsCall::register { bounds, fee: None };
		chain.refuses(BOB, inside_out, WorldsError::InvalidBounds);
		let greedy = WorldsCall::register { bounds: BOUNDS, fee };
		chain.refuses(BOB, greedy, WorldsError::FeeTooHigh);
	});
}

#[test]
fn nothing_would_move() {
	on_stage(|chain, stage| {
		let (avatar, kind, from, to) = (CHARLIES, ARROWS, CHARLIES, DAVES);
		let gift = stage.sale(chain).with(|it| it.order.want.clear());
		let free = stage.sale(chain).with(|it| {
			it.order.want = vec![Asset::Coins(0)].try_into().expect("one fits");
		});

		chain.refuses(BOB, issue(TREASURY, &[]), LandError::NothingNamed);
		let deposit = AvatarsCall::deposit { avatar, amount: 0 };
		chain.refuses(CHARLIE, deposit, AvatarsError::ZeroAmount);
		let withdraw = AvatarsCall::withdraw { avatar, amount: 0 };
		chain.refuses(CHARLIE, withdraw, AvatarsError::ZeroAmount);
		chain.refuses(FERDIE, mint_items(SWORDS, &[]), ItemsError::NothingToMint);
		chain.refuses(FERDIE, mint_units(ARROWS, &[]), ItemsError::NothingToMint);
		chain.refuses(FERDIE, mint_units(ARROWS, &[(to, 0)]), ItemsError::ZeroAmount);
		let transfer = ItemsCall::transfer_units { kind, from, to, amount: 0 };
		chain.refuses(CHARLIE, transfer, ItemsError::ZeroAmount);
		chain.refuses(CHARLIE, list(CHARLIES, SWORD, 0), MarketError::ZeroPrice);
		let nothing = list_lots(CHARLIES, &[], Price::fixed(1), 1);
		chain.refuses(CHARLIE, nothing, MarketError::Malformed);
		stage.refuses(chain, gift.sign(), Refusal::Malformed);
		stage.refuses(chain, free.sign(), Refusal::Malformed);
	});
}

#[test]
fn there_is_less_than_was_promised() {
	on_stage(|chain, stage| {
		let (avatar, amount) = (CHARLIES, COINS + 1);
		let (kind, from, to) = (ARROWS, CHARLIES, DAVES);
		let arrows = Asset::Units { kind, amount: ARROWS_AT_FIRST + 1 };
		let arrows = stage.bargain(chain, (&stage.charlie, arrows), (&stage.dave, coins(1)));
		let dear =
			stage.bargain(chain, (&stage.charlie, new_sword(0)), (&stage.dave, coins(1_001)));

		let withdraw = AvatarsCall::withdraw { avatar, amount };
		chain.refuses(CHARLIE, withdraw, AvatarsError::TooFewCoins);
		let units = ItemsCall::transfer_units { kind, from, to, amount: ARROWS_AT_FIRST + 1 };
		chain.refuses(CHARLIE, units, ItemsError::TooFewUnits);
		stage.refuses(chain, arrows.sign(), Refusal::TooFewUnits);
		stage.refuses(chain, dear.sign(), Refusal::TooFewCoins);
	});
}

#[test]
fn public_land_stays() {
	on_stage(|chain, _| {
		let (road, to) = (parcel(2, 0), CHARLIES);
		let list = list(TREASURY, UniqueId::Parcel(road), 1);

		chain.refuses(BOB, LandCall::transfer { parcel: road, to }, LandError::Locked);
		chain.refuses(BOB, list, MarketError::Locked);
	});
}

#[test]
fn the_maker_did_not_sign() {
	on_stage(|chain, stage| {
		let by_another = stage.sale(chain).with(|it| it.maker = stage.eve.key.clone()).sign();
		let mut of_another_order = stage.sale(chain).sign();
		of_another_order.order_signature = stage.sale(chain).sign().order_signature;
		let of_another_kind = stage.sale(chain).with(|it| it.maker = CHARLIE.wallet()).sign();
		let mut changed_since = stage.sale(chain).sign();
		changed_since.order.want = vec![coins(1)].try_into().expect("one fits");

		for trade in [by_another, of_another_order, of_another_kind, changed_since] {
			stage.refuses(chain, trade, Refusal::BadOrderSignature);
		}
	});
}

#[test]
fn the_taker_did_not_sign() {
	on_stage(|chain, stage| {
		let by_another = stage.sale(chain).with(|it| it.taker = stage.eve.key.clone()).sign();
		let mut of_another_order = stage.sale(chain).sign();
		let other = stage.sale(chain);
		of_another_order.acceptance = other.acceptance.clone();
		of_another_order.acceptance_signature = other.sign().acceptance_signature;
		let mut changed_since = stage.sale(chain).sign();
		changed_since.acceptance.max_deduction = RATE;

		for trade in [by_another, of_another_order, changed_since] {
			stage.refuses(chain, trade, Refusal::BadAcceptanceSignature);
		}
	});
}

#[test]
fn both_signed_for_another_chain() {
	on_stage(|chain, stage| {
		let elsewhere = stage.sale(chain).with(|it| it.genesis = Hash::repeat_byte(7));

		stage.refuses(chain, elsewhere.sign(), Refusal::BadOrderSignature);
	});
}

#[test]
fn the_order_or_the_acceptance_has_expired() {
	on_stage(|chain, stage| {
		let past = chain.now() - 1;
		let order = stage.sale(chain).with(|it| it.order.valid_until = past);
		let acceptance = stage.sale(chain).with(|it| it.acceptance.valid_until = past);
		let just_in_time = stage.sale(chain).with(|it| {
			it.order.valid_until = past + 1;
			it.acceptance.valid_until = past + 1;
		});

		stage.refuses(chain, order.sign(), Refusal::Expired);
		stage.refuses(chain, acceptance.sign(), Refusal::Expired);
		assert_eq!(stage.settle(chain, [just_in_time.sign()]), []);
	});
}

#[test]
fn the_order_would_live_too_long() {
	on_stage(|chain, stage| {
		let longest = chain.now() + freehold_primitives::order::MAX_LIFETIME;
		let too_long = stage.sale(chain).with(|it| it.order.valid_until = longest + 1);
		let longest = stage.sale(chain).with(|it| it.order.valid_until = longest);

		stage.refuses(chain, too_long.sign(), Refusal::LivesTooLong);
		assert_eq!(stage.settle(chain, [longest.sign()]), []);
	});
}

#[test]
fn the_order_was_spent() {
	on_stage(|chain, stage| {
		let trade = stage.sale(chain).sign();
		assert_eq!(stage.settle(chain, [trade.clone()]), []);
		chain.next_block();

		stage.refuses(chain, trade, Refusal::AlreadySpent);
	});
}

#[test]
fn the_number_of_another_order_was_spent() {
	on_stage(|chain, stage| {
		let number = 0;
		let first = stage.sale(chain).with(|it| it.order.number = number).sign();
		let second = stage.bargain(chain, (&stage.charlie, new_sword(1)), (&stage.eve, coins(1)));
		let second = second.with(|it| it.order.number = number).sign();
		assert_eq!(stage.settle(chain, [first]), []);

		stage.refuses(chain, second, Refusal::AlreadySpent);
	});
}

#[test]
fn the_number_is_void_or_too_far() {
	on_stage(|chain, stage| {
		let numbered = |serial, number| {
			let sale = (&stage.charlie, new_sword(serial));
			let sale = stage.bargain(chain, sale, (&stage.dave, coins(1)));
			sale.with(|it| it.order.number = number).sign()
		};
		stage.refuses(chain, numbered(0, MAX_STEP), Refusal::NumberTooFar);
		assert_eq!(stage.settle(chain, [numbered(0, WINDOW)]), []);

		stage.refuses(chain, numbered(1, 0), Refusal::NumberVoid);
		assert_eq!(stage.settle(chain, [numbered(1, 1)]), []);
	});
}

#[test]
fn the_item_has_moved_since() {
	on_stage(|chain, stage| {
		let sale = stage.sale(chain).sign();
		chain.must(CHARLIE, ItemsCall::transfer_item { item: sword(0), to: EVES });
		stage.refuses(chain, sale.clone(), Refusal::Moved);

		// Its being back does not revive the order.
		chain.must(EVE, ItemsCall::transfer_item { item: sword(0), to: CHARLIES });
		stage.refuses(chain, sale, Refusal::Moved);
	});
}

#[test]
fn the_parcel_has_moved_since() {
	on_stage(|chain, stage| {
		let home = Asset::Parcel { id: parcel(0, 0), version: 0 };
		let sale = stage.bargain(chain, (&stage.charlie, home), (&stage.dave, coins(1))).sign();
		chain.must(CHARLIE, LandCall::transfer { parcel: parcel(0, 0), to: EVES });
		chain.must(EVE, LandCall::transfer { parcel: parcel(0, 0), to: CHARLIES });

		stage.refuses(chain, sale, Refusal::Moved);
	});
}

#[test]
fn nobody_trades_with_themself() {
	on_stage(|chain, stage| {
		let alone =
			stage.bargain(chain, (&stage.charlie, new_sword(0)), (&stage.charlie, coins(1)));

		stage.refuses(chain, alone.sign(), Refusal::SelfTrade);
	});
}

#[test]
fn the_order_does_not_have_so_many_lots() {
	on_stage(|chain, stage| {
		let arrows = Asset::Units { kind: ARROWS, amount: 1 };
		let bargain = stage.bargain(chain, (&stage.charlie, arrows), (&stage.dave, coins(1)));
		let bargain = bargain.with(|it| (it.order.min_lots, it.order.lots) = (2, 4));

		for lots in [0, 1, 5, u32::MAX] {
			let trade = bargain.clone().with(|it| it.acceptance.lots = lots);
			stage.refuses(chain, trade.sign(), Refusal::LotsOutOfRange);
		}
	});
}

#[test]
fn the_amounts_cannot_be_counted() {
	on_stage(|chain, stage| {
		let all = Asset::Units { kind: ARROWS, amount: u64::MAX };
		let bargain = stage.bargain(chain, (&stage.charlie, all), (&stage.dave, coins(1)));
		let twice = bargain.with(|it| (it.order.lots, it.acceptance.lots) = (2, 2));

		stage.refuses(chain, twice.sign(), Refusal::Overflow);
	});
}
