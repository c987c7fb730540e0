// SPDX-License-Identifier: Apache-2.0
//! Everything that rests on chain until somebody takes it: listings, offers, barters and auctions.

use freehold_primitives::{
	asset::{Asset, Holding, Lock, UniqueId},
	chain::{Balance, BlockNumber},
	fee::{BasisPoints, Fee},
	ids::{AvatarId, OrderId},
	land::{Area, Coordinates},
	settlement::{Proceeds, Receipt, Refusal},
};
use freehold_runtime::{
	constants::{MAX_AUCTION, MAX_ORDER_LIFETIME, SWEEP_REWARD, UNIT},
	Avatars, Market, Worlds,
};
use freehold_tests::{
	chain::{free, held, Chain},
	keyring::{Player, BOB, CHARLIE, DAVE, EVE, FERDIE},
	land::{found, issue, ESTATE},
	market::*,
	names::*,
	stage::*,
};
use pallet_market::{HoldReason as ForMarket, Price, Wanted};

const PRICE: Balance = 100 * UNIT;

fn arrows(amount: u64) -> Asset {
	Asset::Units { kind: ARROWS, amount }
}

fn home() -> UniqueId {
	UniqueId::Parcel(parcel(0, 0))
}

/// What arrives of a payment in this world.
fn net(gross: Balance) -> Balance {
	gross - gross / 40
}

/// How many of an avatar's arrows are free, and how many locked.
fn stack(avatar: AvatarId) -> (u64, u64) {
	let stack = freehold_runtime::Items::units(ARROWS, avatar);
	(stack.free, stack.locked)
}

fn buy_lots(order: OrderId, buyer: AvatarId, lots: u32, max_price: Balance) -> MarketCall {
	MarketCall::buy { order, buyer, lots, max_price }
}

fn consumers(avatar: AvatarId) -> u32 {
	Avatars::purse(avatar).map_or(0, |it| it.consumers)
}

#[test]
fn a_price_falls_from_block_to_block_and_the_buyer_pays_what_it_is_by_then() {
	Chain::run(|chain| {
		Stage::set(chain);
		let now = chain.now();
		let price = Price { start: 90 * UNIT, end: 30 * UNIT, from: now + 2, to: now + 12 };
		chain.must(CHARLIE, list_lots(CHARLIES, &[new_sword(0)], price, 1));
		let mut seen = Vec::new();
		for _ in 0..7 {
			seen.push(Market::price(ORDER).expect("it is listed") / UNIT);
			chain.next_block();
		}
		assert_eq!(seen, [90, 90, 90, 84, 78, 72, 66]);

		// Who names the price of a while ago pays no more than that of now.
		chain.refuses(DAVE, buy(ORDER, DAVES, 60 * UNIT - 1), MarketError::PriceTooHigh);
		chain.must(DAVE, buy(ORDER, DAVES, 90 * UNIT));

		assert_eq!(purse(DAVES), COINS - 60 * UNIT);
		assert_eq!(purse(CHARLIES), COINS + net(60 * UNIT));
		assert_eq!(Market::price(ORDER), None);
	});
}

#[test]
fn a_price_that_has_fallen_stays() {
	Chain::run(|chain| {
		Stage::set(chain);
		let now = chain.now();
		let price = Price { start: 90 * UNIT, end: 30 * UNIT, from: now, to: now + 3 };
		chain.must(CHARLIE, list_lots(CHARLIES, &[new_sword(0)], price, 1));
		let rising = Price { end: 91 * UNIT, ..price };
		let backwards = Price { to: now - 1, ..price };
		for wrong in [rising, backwards] {
			let list = list_lots(CHARLIES, &[new_sword(1)], wrong, 1);
			chain.refuses(CHARLIE, list, MarketError::PriceRises);
		}

		chain.wait(50);

		chain.must(DAVE, buy(ORDER, DAVES, 30 * UNIT));
		assert_eq!(purse(DAVES), COINS - 30 * UNIT);
	});
}

#[test]
fn a_listing_may_be_for_one_buyer_only() {
	Chain::run(|chain| {
		Stage::set(chain);
		let sword = [new_sword(0)];
		let price = Price::fixed(PRICE);
		let nobody = list_to(Some(NOBODY), CHARLIES, &sword, price, 1);
		chain.refuses(CHARLIE, nobody, AvatarsError::UnknownAvatar);
		let itself = list_to(Some(CHARLIES), CHARLIES, &sword, price, 1);
		chain.refuses(CHARLIE, itself, MarketError::SelfTrade);
		chain.must(CHARLIE, list_to(Some(EVES), CHARLIES, &sword, price, 1));

		chain.refuses(DAVE, buy(ORDER, DAVES, PRICE), MarketError::WrongTaker);
		chain.must(EVE, buy(ORDER, EVES, PRICE));

		assert_eq!(holding(SWORD).owner, EVES);
	});
}

#[test]
fn a_bundle_is_sold_as_one() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(BOB, issue(CHARLIES, &[(4, 0), (5, 0)]));
		chain.must(CHARLIE, found(CHARLIES, &[(4, 0), (5, 0)]));
		let estate = UniqueId::Estate(ESTATE);
		let lot = [as_of_now(SWORD), as_of_now(home()), as_of_now(estate), arrows(30)];
		let before = consumers(CHARLIES);
		chain.must(CHARLIE, list_lots(CHARLIES, &lot, Price::fixed(PRICE), 1));
		assert_eq!(stack(CHARLIES), (ARROWS_AT_FIRST - 30, 30));
		for asset in [SWORD, home(), estate] {
			assert_eq!(holding(asset).lock, Some(Lock::Order(ORDER)));
		}
		// What is locked for one order is in no other, nor is what there is not.
		let more = list_lots(CHARLIES, &[arrows(71)], Price::fixed(1), 1);
		chain.refuses(CHARLIE, more, MarketError::TooFewUnits);

		chain.must(DAVE, buy(ORDER, DAVES, PRICE));

		for asset in [SWORD, home(), estate] {
			assert_eq!(holding(asset), Holding { owner: DAVES, version: 1, lock: None });
		}
		assert_eq!((stack(CHARLIES), stack(DAVES)), ((ARROWS_AT_FIRST - 30, 0), (30, 0)));
		assert_eq!(purse(CHARLIES), COINS + net(PRICE));
		assert_eq!(consumers(CHARLIES), before - 3);
	});
}

#[test]
fn a_listing_of_units_is_bought_lot_by_lot() {
	Chain::run(|chain| {
		Stage::set(chain);
		let (deposit, price) = (held(CHARLIE, ForMarket::Order), Price::fixed(2 * UNIT));
		chain.must(CHARLIE, list_lots(CHARLIES, &[arrows(10)], price, 9));
		assert_eq!(stack(CHARLIES), (10, 90));
		let unique = list_lots(CHARLIES, &[new_sword(0)], price, 2);
		chain.refuses(CHARLIE, unique, MarketError::Malformed);

		chain.must(DAVE, buy_lots(ORDER, DAVES, 4, 8 * UNIT));
		chain.refuses(EVE, buy_lots(ORDER, EVES, 6, 12 * UNIT), MarketError::LotsOutOfRange);
		chain.refuses(EVE, buy_lots(ORDER, EVES, 0, 12 * UNIT), MarketError::LotsOutOfRange);
		chain.refuses(EVE, buy_lots(ORDER, EVES, 5, 10 * UNIT - 1), MarketError::PriceTooHigh);
		assert_eq!(Market::order(ORDER).map(|it| it.lots), Some(5));
		chain.must(EVE, buy_lots(ORDER, EVES, 3, 6 * UNIT));
		assert_eq!(stack(CHARLIES), (10, 20));

		// The rest is taken back, with the deposit.
		chain.must(CHARLIE, cancel(ORDER));

		assert_eq!([CHARLIES, DAVES, EVES].map(stack), [(30, 0), (40, 0), (30, 0)]);
		assert_eq!(purse(CHARLIES), COINS + net(14 * UNIT));
		assert_eq!(held(CHARLIE, ForMarket::Order), deposit);
	});
}

#[test]
fn a_listing_is_over_after_its_last_block_and_rests_for_a_season_at_most() {
	Chain::run(|chain| {
		Stage::set(chain);
		let list_until = |until: BlockNumber| MarketCall::list {
			world: WORLD,
			seller: CHARLIES,
			lot: side(&[new_sword(0)]),
			price: Price::fixed(PRICE),
			lots: 1,
			buyer: None,
			max_deduction: ANY,
			until,
		};
		chain.wait(2);
		let now = chain.now();
		chain.refuses(CHARLIE, list_until(now - 1), MarketError::Expired);
		let longest = now + MAX_ORDER_LIFETIME;
		chain.refuses(CHARLIE, list_until(longest + 1), MarketError::LivesTooLong);
		chain.must(CHARLIE, list_until(now + 2));

		chain.wait(3);

		chain.refuses(DAVE, buy(ORDER, DAVES, PRICE), MarketError::Expired);
		// It goes on keeping the sword until somebody clears it away, who is paid for that.
		assert_eq!(holding(SWORD).lock, Some(Lock::Order(ORDER)));
		let ferdie = free(FERDIE);
		chain.must(FERDIE, sweep(ORDER));
		chain.saw(MarketEvent::OrderSwept { order: ORDER, by: FERDIE.account() });
		assert_eq!(free(FERDIE), ferdie + SWEEP_REWARD);
		assert_eq!(holding(SWORD), Holding::new(CHARLIES));
	});
}

/// An offer of Eve's, what fits it, whose that is, and what does not.
fn offers() -> [(Wanted, Asset, (Player, AvatarId), Asset); 5] {
	let here = Area { min: Coordinates::new(-2, -2), max: Coordinates::new(0, 2) };
	let (charlie, dave) = ((CHARLIE, CHARLIES), (DAVE, DAVES));
	[
		(Wanted::Asset(new_sword(0)), new_sword(0), charlie, new_sword(1)),
		(Wanted::Asset(arrows(7)), arrows(7), charlie, arrows(6)),
		(Wanted::OfKind(SWORDS), new_sword(2), dave, arrows(1)),
		(Wanted::InCollection(COLLECTION), new_sword(1), charlie, as_of_now(home())),
		(
			Wanted::ParcelIn { world: WORLD, area: here },
			as_of_now(home()),
			charlie,
			as_of_now(UniqueId::Parcel(parcel(1, 0))),
		),
	]
}

#[test]
fn an_offer_is_for_one_asset_or_any_of_many() {
	Chain::run(|chain| {
		Stage::set(chain);
		for (wanted, fits, (who, seller), other) in offers() {
			let before = [purse(EVES), purse(seller)];
			chain.must(EVE, offer(EVES, PRICE, wanted));
			let order = last_order();
			assert_eq!(purse(EVES), before[0] - PRICE, "the coins are set aside");
			assert_eq!(Avatars::aside(), PRICE);
			let wrong = accept_offer(order, seller, other);
			chain.refuses(who, wrong, MarketError::NotWanted);

			chain.must(who, accept_offer(order, seller, fits));

			assert_eq!([purse(EVES), purse(seller)], [before[0] - PRICE, before[1] + net(PRICE)]);
			assert_eq!((Market::order(order), Avatars::aside()), (None, 0));
			match fits.unique() {
				Some((id, _)) => assert_eq!(holding(id).owner, EVES),
				None => assert_eq!(stack(EVES), (7, 0)),
			}
		}
	});
}

#[test]
fn an_offer_of_several_lots_is_accepted_by_several_sellers() {
	Chain::run(|chain| {
		Stage::set(chain);
		let (world, bidder, price, lots, until) = (WORLD, EVES, PRICE, 3, LATER);
		let wanted = Wanted::OfKind(SWORDS);
		chain.must(EVE, MarketCall::offer { world, bidder, price, wanted, lots, until });
		assert_eq!(purse(EVES), COINS - 3 * PRICE);

		chain.must(CHARLIE, accept_offer(ORDER, CHARLIES, new_sword(1)));
		chain.must(DAVE, accept_offer(ORDER, DAVES, new_sword(2)));
		assert_eq!(Avatars::aside(), PRICE);
		chain.refuses(EVE, accept_offer(ORDER, EVES, new_sword(0)), MarketError::SelfTrade);
		chain.must(EVE, cancel(ORDER));

		assert_eq!((purse(EVES), Avatars::aside()), (COINS - 2 * PRICE, 0));
		let swords = [1, 2].map(|serial| holding(UniqueId::Item(sword(serial))).owner);
		assert_eq!(swords, [EVES; 2]);
	});
}

#[test]
fn an_offer_for_a_state_of_something_dies_with_that_state() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(EVE, offer(EVES, PRICE, Wanted::Asset(new_sword(0))));
		chain.must(CHARLIE, ItemsCall::transfer_item { item: sword(0), to: DAVES });

		let as_it_was = accept_offer(ORDER, DAVES, new_sword(0));
		chain.refuses(DAVE, as_it_was, MarketError::Moved);
		let as_it_is = accept_offer(ORDER, DAVES, as_of_now(SWORD));
		chain.refuses(DAVE, as_it_is, MarketError::NotWanted);
		// It is no more to be swept than before: else who has the sword would move it for that.
		chain.refuses(DAVE, sweep(ORDER), MarketError::OrderCounts);
		let late = offer(EVES, PRICE, Wanted::Asset(new_sword(0)));
		chain.refuses(EVE, late, MarketError::Moved);
	});
}

#[test]
fn nobody_offers_coins_that_they_do_not_have() {
	Chain::run(|chain| {
		Stage::set(chain);
		let wanted = Wanted::OfKind(SWORDS);
		let (world, bidder, price, lots, until) = (WORLD, EVES, COINS / 2 + 1, 2, LATER);
		let twice = MarketCall::offer { world, bidder, price, wanted, lots, until };

		chain.refuses(EVE, twice, AvatarsError::TooFewCoins);
		chain.refuses(EVE, offer(EVES, 0, wanted), MarketError::ZeroPrice);
		chain.refuses(EVE, offer(EVES, 1, Wanted::Asset(coins(1))), MarketError::Malformed);
		assert_eq!(held(EVE, ForMarket::Order), 0);
	});
}

#[test]
fn two_avatars_exchange_all_kinds_of_assets() {
	Chain::run(|chain| {
		Stage::set(chain);
		let give = [as_of_now(home()), new_sword(0), arrows(25), coins(40)];
		let want = [as_of_now(UniqueId::Parcel(parcel(1, 0))), new_sword(2), coins(8)];
		chain.must(CHARLIE, barter(CHARLIES, &give, DAVES, &want));
		assert_eq!((purse(CHARLIES), Avatars::aside()), (COINS - 40 * UNIT, 40 * UNIT));
		assert_eq!(stack(CHARLIES), (75, 25));
		chain.refuses(EVE, accept_barter(ORDER), AvatarsError::NotOwner);

		chain.must(DAVE, accept_barter(ORDER));

		let (order, maker, taker) = (ORDER, CHARLIES, DAVES);
		let (fee, royalty) = (48 * UNIT / 40, 0);
		chain.saw(MarketEvent::Bartered { order, maker, taker, fee, royalty });
		assert_eq!(purse(CHARLIES), COINS - 40 * UNIT + net(8 * UNIT));
		assert_eq!(purse(DAVES), COINS - 8 * UNIT + net(40 * UNIT));
		assert_eq!((stack(CHARLIES), stack(DAVES)), ((75, 0), (25, 0)));
		let of_dave = [home(), SWORD].map(|asset| holding(asset).owner);
		let of_charlie = [UniqueId::Parcel(parcel(1, 0)), UniqueId::Item(sword(2))];
		assert_eq!(of_dave, [DAVES; 2]);
		assert_eq!(of_charlie.map(|asset| holding(asset).owner), [CHARLIES; 2]);
	});
}

#[test]
fn a_barter_that_is_taken_back_returns_everything() {
	Chain::run(|chain| {
		Stage::set(chain);
		let give = [new_sword(0), arrows(25), coins(40)];
		chain.must(CHARLIE, barter(CHARLIES, &give, DAVES, &[new_sword(2)]));

		chain.must(CHARLIE, cancel(ORDER));

		assert_eq!((purse(CHARLIES), Avatars::aside()), (COINS, 0));
		assert_eq!((stack(CHARLIES), holding(SWORD)), ((100, 0), Holding::new(CHARLIES)));
		chain.refuses(DAVE, accept_barter(ORDER), MarketError::UnknownOrder);
	});
}

/// Charlie's sword, for 10 FHD at least and 1 FHD more with each bid; a bid in the last four blocks
/// puts the end off.
fn open_until(ends: BlockNumber, latest: BlockNumber, max_deduction: BasisPoints) -> MarketCall {
	MarketCall::open_auction {
		world: WORLD,
		seller: CHARLIES,
		lot: side(&[new_sword(0)]),
		reserve: 10 * UNIT,
		least_raise: UNIT,
		ends,
		extension: 4,
		latest,
		max_deduction,
	}
}

/// The same for ten blocks, or 20 more.
fn open(chain: &Chain) -> MarketCall {
	let ends = chain.now() + 10;
	open_until(ends, ends + 20, ANY)
}

fn ends() -> Option<BlockNumber> {
	Market::auction(AUCTION).map(|it| it.ends)
}

#[test]
fn the_highest_bidder_gets_the_lot_and_all_others_their_coins_at_once() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(CHARLIE, open(chain));
		assert_eq!(holding(SWORD).lock, Some(Lock::Auction(AUCTION)));
		chain.refuses(CHARLIE, bid(AUCTION, CHARLIES, PRICE), MarketError::SelfTrade);
		chain.refuses(DAVE, bid(AUCTION, DAVES, 10 * UNIT - 1), MarketError::BidTooLow);

		chain.must(DAVE, bid(AUCTION, DAVES, 10 * UNIT));
		assert_eq!((purse(DAVES), Avatars::aside()), (COINS - 10 * UNIT, 10 * UNIT));
		chain.refuses(EVE, bid(AUCTION, EVES, 11 * UNIT - 1), MarketError::BidTooLow);
		chain.must(EVE, bid(AUCTION, EVES, 30 * UNIT));
		assert_eq!((purse(DAVES), purse(EVES)), (COINS, COINS - 30 * UNIT));
		assert_eq!(Avatars::aside(), 30 * UNIT);
		chain.refuses(FERDIE, close(AUCTION), MarketError::AuctionRuns);

		chain.wait(11);
		chain.refuses(DAVE, bid(AUCTION, DAVES, PRICE), MarketError::AuctionOver);
		chain.must(FERDIE, close(AUCTION));

		let (auction, winner, price) = (AUCTION, Some(EVES), 30 * UNIT);
		let (fee, royalty) = (price / 40, 0);
		chain.saw(MarketEvent::AuctionClosed { auction, winner, price, fee, royalty });
		assert_eq!(holding(SWORD), Holding { owner: EVES, version: 1, lock: None });
		assert_eq!(purse(CHARLIES), COINS + net(30 * UNIT));
		assert_eq!((Avatars::aside(), ends()), (0, None));
	});
}

#[test]
fn a_late_bid_puts_the_end_off_and_only_so_often() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(CHARLIE, open(chain));
		let first_end = chain.now() + 10;
		chain.must(DAVE, bid(AUCTION, DAVES, 10 * UNIT));
		assert_eq!(ends(), Some(first_end), "it is early");

		let (mut amount, mut by) = (10 * UNIT, (EVE, EVES));
		chain.wait(8);
		for expected in [2, 6, 10, 14, 18, 20, 20] {
			amount += UNIT;
			chain.must(by.0, bid(AUCTION, by.1, amount));
			assert_eq!(ends(), Some(first_end + expected));
			by = if by.1 == EVES { (DAVE, DAVES) } else { (EVE, EVES) };
			let left = ends().unwrap_or_default() - chain.now();
			chain.wait(left.min(4));
		}

		assert_eq!(chain.now(), first_end + 20);
		chain.next_block();
		chain.refuses(by.0, bid(AUCTION, by.1, PRICE), MarketError::AuctionOver);
		chain.must(FERDIE, close(AUCTION));
		assert_eq!(holding(SWORD).owner, EVES);
		assert_eq!((purse(DAVES), purse(EVES)), (COINS, COINS - 17 * UNIT));
	});
}

#[test]
fn an_auction_without_a_bid_gives_the_lot_back() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(CHARLIE, open(chain));
		chain.refuses(DAVE, MarketCall::cancel_auction { auction: AUCTION }, MarketError::NotOwner);
		chain.must(CHARLIE, MarketCall::cancel_auction { auction: AUCTION });
		assert_eq!(holding(SWORD), Holding::new(CHARLIES));

		chain.must(CHARLIE, open(chain));
		chain.wait(11);
		chain.must(FERDIE, close(last_auction()));

		let (auction, winner, price, fee, royalty) = (last_auction(), None, 0, 0, 0);
		chain.saw(MarketEvent::AuctionClosed { auction, winner, price, fee, royalty });
		assert_eq!((holding(SWORD), purse(CHARLIES)), (Holding::new(CHARLIES), COINS));
	});
}

#[test]
fn a_bid_binds_both_whoever_owns_the_two_by_then() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(CHARLIE, open(chain));
		chain.must(DAVE, bid(AUCTION, DAVES, 30 * UNIT));
		let cancel = MarketCall::cancel_auction { auction: AUCTION };
		chain.refuses(CHARLIE, cancel, MarketError::HasBid);
		let give_away = ItemsCall::transfer_item { item: sword(0), to: EVES };
		chain.refuses(CHARLIE, give_away, ItemsError::Locked);
		// One of the two avatars is for sale by the end, and the other has been sold.
		for (who, avatar) in [(CHARLIE, CHARLIES), (DAVE, DAVES)] {
			chain.must(who, AvatarsCall::offer { avatar, price: UNIT, to: None });
		}
		let (avatar, offered_at, max_price) = (DAVES, chain.now(), UNIT);
		chain.must(EVE, AvatarsCall::accept_offer { avatar, offered_at, max_price });
		chain.wait(11);

		chain.must(FERDIE, close(AUCTION));

		assert_eq!(holding(SWORD).owner, DAVES);
		assert_eq!(purse(CHARLIES), COINS + net(30 * UNIT));
		assert_eq!(purse(DAVES), COINS - 30 * UNIT);
	});
}

#[test]
fn a_fee_that_is_raised_meanwhile_is_not_taken_of_what_is_auctioned() {
	Chain::run(|chain| {
		Stage::set(chain);
		let ends = chain.now() + MAX_AUCTION;
		chain.must(CHARLIE, open_until(ends, ends, RATE));
		chain.must(DAVE, bid(AUCTION, DAVES, 30 * UNIT));
		// The world announces a fee that the seller has not agreed to: its operator may be the
		// seller, who dislikes the bids.
		let raised = Some(Fee { to: TREASURY, rate: RATE + 1 });
		chain.must(BOB, WorldsCall::set_fee { world: WORLD, fee: raised });
		chain.leap(MAX_AUCTION + 1);
		assert_eq!(Worlds::fee_now(WORLD), raised);

		chain.must(FERDIE, close(AUCTION));

		let (auction, winner, price) = (AUCTION, Some(DAVES), 30 * UNIT);
		let (fee, royalty) = (price / 40, 0);
		chain.saw(MarketEvent::AuctionClosed { auction, winner, price, fee, royalty });
		assert_eq!((holding(SWORD).owner, purse(CHARLIES)), (DAVES, COINS + net(price)));
		assert_eq!((purse(DAVES), Avatars::aside()), (COINS - price, 0));
	});
}

#[test]
fn an_auction_makes_sense_or_is_not_opened() {
	Chain::run(|chain| {
		Stage::set(chain);
		let now = chain.now();
		let open = |lot: &[Asset], reserve, least_raise, ends, latest| MarketCall::open_auction {
			world: WORLD,
			seller: CHARLIES,
			lot: side(lot),
			reserve,
			least_raise,
			ends,
			extension: 4,
			latest,
			max_deduction: ANY,
		};
		let sword = [new_sword(0)];
		let last = now + MAX_AUCTION;
		for (wrong, error) in [
			(open(&[], 1, 1, now + 1, now + 1), MarketError::Malformed),
			(open(&[coins(1)], 1, 1, now + 1, now + 1), MarketError::CoinsInLot),
			(open(&sword, 0, 1, now + 1, now + 1), MarketError::ZeroPrice),
			(open(&sword, 1, 0, now + 1, now + 1), MarketError::ZeroRaise),
			(open(&sword, 1, 1, now + 1, last + 1), MarketError::LivesTooLong),
			(open(&sword, 1, 1, now + 2, now + 1), MarketError::EndsAfterLatest),
			(open(&[new_sword(2)], 1, 1, now + 1, now + 1), MarketError::NotHolder),
			(open(&[arrows(101)], 1, 1, now + 1, now + 1), MarketError::TooFewUnits),
		] {
			chain.refuses(CHARLIE, wrong, error);
		}
		chain.must(CHARLIE, open(&[new_sword(0), arrows(100)], 1, 1, now + 1, last));
		assert_eq!(stack(CHARLIES), (0, 100));
	});
}

#[test]
fn a_preview_says_what_a_call_will_do() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let paid = |gross: Balance| Proceeds {
			gross,
			fee: gross / 40,
			royalties: Vec::new(),
			net: net(gross),
		};
		chain.must(CHARLIE, list(CHARLIES, SWORD, PRICE));
		chain.must(EVE, offer(EVES, PRICE, Wanted::OfKind(SWORDS)));
		let give = [arrows(5), coins(20)];
		chain.must(CHARLIE, barter(CHARLIES, &give, DAVES, &[coins(60)]));
		let [listing, offered, bartered] = [0, 1, 2].map(OrderId);

		let sale = Receipt { maker: paid(PRICE), taker: Proceeds::default() };
		assert_eq!(Market::preview_buy(listing, DAVES, 1), Ok(sale));
		let too_many = Market::preview_buy(listing, DAVES, 2);
		assert_eq!(too_many, Err(MarketError::LotsOutOfRange.into()));
		let sale = Receipt { maker: Proceeds::default(), taker: paid(PRICE) };
		assert_eq!(Market::preview_accept_offer(offered, DAVES, new_sword(2)), Ok(sale));
		let listed = Market::preview_accept_offer(offered, CHARLIES, new_sword(0));
		assert_eq!(listed, Err(MarketError::Locked.into()));
		let both = Receipt { maker: paid(60 * UNIT), taker: paid(20 * UNIT) };
		assert_eq!(Market::preview_accept_barter(bartered), Ok(both));

		let order = stage
			.bargain(chain, (&stage.charlie, arrows(10)), (&stage.dave, coins(1)))
			.with(|it| it.order.lots = 10)
			.order;
		let sale = Receipt { maker: paid(3 * UNIT), taker: Proceeds::default() };
		assert_eq!(Market::preview_trade(order.clone(), EVES, 3), Ok(sale));
		// Five arrows are locked.
		let too_many = Market::preview_trade(order.clone(), EVES, 10);
		assert_eq!(too_many, Err(Refusal::TooFewUnits));
		let stranger = Market::preview_trade(order, NOBODY, 1);
		assert_eq!(stranger, Err(Refusal::UnknownAvatar));

		// Nothing of it has happened.
		assert_eq!(holding(SWORD).lock, Some(Lock::Order(listing)));
		assert_eq!([CHARLIES, DAVES].map(purse), [COINS - 20 * UNIT, COINS]);
		assert_eq!(stack(CHARLIES), (95, 5));
	});
}

#[test]
fn the_book_is_read_in_pages() {
	Chain::run(|chain| {
		Stage::set(chain);
		for _ in 0..5 {
			chain.must(CHARLIE, list_lots(CHARLIES, &[arrows(1)], Price::fixed(1), 1));
		}
		chain.must(CHARLIE, open(chain));
		chain.must(CHARLIE, cancel(OrderId(2)));
		let ids = |start, limit| -> Vec<u32> {
			Market::book(OrderId(start), limit).into_iter().map(|(id, _)| id.0).collect()
		};

		assert_eq!(ids(0, 2), [0, 1]);
		assert_eq!(ids(2, 10), [3, 4]);
		assert!(ids(5, 10).is_empty());
		let auctions = Market::auctions(AUCTION, 10);
		assert_eq!(auctions.into_iter().map(|(id, _)| id).collect::<Vec<_>>(), [AUCTION]);
	});
}

#[test]
fn whoever_has_something_in_the_book_stays() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(EVE, AvatarsCall::create {});
		let avatar = AvatarId(4);
		chain.must(EVE, AvatarsCall::deposit { avatar, amount: 2 * PRICE });
		chain.must(EVE, offer(avatar, PRICE, Wanted::OfKind(SWORDS)));
		chain.must(CHARLIE, open(chain));
		chain.must(EVE, bid(AUCTION, avatar, PRICE));
		let retire = AvatarsCall::retire { avatar };
		chain.refuses(EVE, retire.clone(), AvatarsError::InUse);

		chain.must(EVE, cancel(ORDER));
		chain.must(EVE, AvatarsCall::withdraw { avatar, amount: PRICE });
		chain.refuses(EVE, retire.clone(), AvatarsError::InUse);
		chain.must(DAVE, bid(AUCTION, DAVES, 2 * PRICE));
		chain.must(EVE, AvatarsCall::withdraw { avatar, amount: PRICE });
		chain.must(EVE, retire);
	});
}
