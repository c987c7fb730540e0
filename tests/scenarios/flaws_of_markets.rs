// SPDX-License-Identifier: Apache-2.0
//! What goes wrong elsewhere with orders, offers, auctions and items, by the findings of audits and
//! by reading the code of other markets: each test shows that it can't happen here. That no way to
//! sell is without a royalty is in `royalties`, that no rest of an order comes back in
//! `partial_fills`, and that nothing leaves an avatar before it is sold in `avatar_sale`.

use codec::{Decode, Encode};
use freehold_primitives::{
	asset::{Asset, Holding, UniqueId},
	chain::{AccountId, Balance},
	fee::MAX_ROYALTY,
	ids::{AvatarId, CollectionId, ItemId, KindId, OrderId, RecipeId, WorldId},
	land::{Area, Coordinates, ParcelId, Zone},
	order::{Cancellation, OrderSignature, Trade},
	purse::MAX_STEP,
	settlement::Refusal,
};
use freehold_runtime::{
	configs::virtual_world::{ItemDeposit, OrderDeposit},
	constants::{SWEEP_REWARD, UNIT},
	Avatars, Market, RuntimeCall,
};
use freehold_tests::{
	chain::{free, held, records, Chain},
	goods::{
		certain, craft, craft_for, create_kind, last_draw, last_recipe, mint_items, mint_units,
		name, random, recipe, shares,
	},
	keyring::{Hand, BOB, CHARLIE, DAVE, EVE, FERDIE, PAUPER},
	land::{accept as accept_lease, found, issue, places, plot, ESTATE, TERMS},
	market::*,
	names::*,
	stage::*,
	trade::{batch, Bargain, LIFETIME},
};
use pallet_items::{Form, Issuer, Rules, Writer};
use pallet_land::LeaseTerms;
use pallet_market::{HoldReason as ForMarket, Price, Wanted};
use sp_core::{ecdsa, Pair};
use sp_runtime::{traits::IdentifyAccount, DispatchError, MultiSigner};

const PRICE: Balance = 100 * UNIT;

fn arrows(amount: u64) -> Asset {
	Asset::Units { kind: ARROWS, amount }
}

fn on_stage(story: impl FnOnce(&Chain, &Stage)) {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		story(chain, &stage);
	});
}

fn give(serial: u32, to: AvatarId) -> ItemsCall {
	ItemsCall::transfer_item { item: sword(serial), to }
}

/// Charlie's first sword, for an FHD at least, for a few blocks.
fn auction(chain: &Chain) -> MarketCall {
	let ends = chain.now() + 3;
	MarketCall::open_auction {
		world: WORLD,
		seller: CHARLIES,
		lot: side(&[as_of_now(SWORD)]),
		reserve: UNIT,
		least_raise: UNIT,
		ends,
		extension: 0,
		latest: ends,
		max_deduction: ANY,
	}
}

/// Elsewhere the filled part of an order is a fraction that is cut off, and the order is filled
/// again and again.
#[test]
fn an_order_is_never_filled_beyond_its_lots() {
	on_stage(|chain, stage| {
		let terms = ((&stage.charlie, arrows(1)), (&stage.dave, Asset::Coins(1)));
		let whole = stage.bargain(chain, terms.0, terms.1);
		let whole = whole.with(|it| it.order.lots = u32::MAX);
		let part = |lots| {
			let part = whole.clone().with(|it| {
				it.acceptance.lots = lots;
				it.acceptance.number = stage.dave.number();
			});
			part.sign()
		};
		assert_eq!(stage.settle(chain, [part(1), part(60)]), []);

		// As many as the order has, but more than are left of it.
		stage.refuses(chain, part(u32::MAX), Refusal::LotsOutOfRange);
		stage.refuses(chain, part(u32::MAX - 60), Refusal::LotsOutOfRange);
		stage.refuses(chain, part(u32::MAX - 61), Refusal::TooFewUnits);
		assert_eq!(units(ARROWS, DAVES), 61);
	});
}

/// Elsewhere an error of a part was counted away by that of another, and somebody bought for
/// nothing.
#[test]
fn a_purchase_is_paid_in_full_or_does_not_happen() {
	on_stage(|chain, stage| {
		let lot = [new_sword(0), new_sword(1), arrows(10)];
		let both = |price: Asset| {
			let bundle = stage.bargain(chain, (&stage.charlie, new_sword(0)), (&stage.dave, price));
			bundle.with(|it| it.order.give = side(&lot))
		};
		chain.must(CHARLIE, ItemsCall::equip { avatar: CHARLIES, slot: 0, item: sword(1) });

		// The first of three could move; the coins are there, or not.
		stage.refuses(chain, both(coins(100)).sign(), Refusal::Locked);
		stage.refuses(chain, both(coins(1_001)).sign(), Refusal::Locked);
		chain.must(CHARLIE, ItemsCall::unequip { avatar: CHARLIES, slot: 0 });
		stage.refuses(chain, both(coins(1_001)).sign(), Refusal::TooFewCoins);
		assert_eq!(stage.settle(chain, [both(coins(100)).sign()]), []);
		assert_eq!((purse(DAVES), units(ARROWS, DAVES)), (COINS - PRICE, 10));
	});
}

/// Elsewhere a proof that something fits an offer could be made for what does not.
#[test]
fn an_offer_for_any_of_many_takes_none_but_those() {
	on_stage(|chain, _| {
		// The same serial and index in another collection, and the same place in another world.
		chain.must(CHARLIE, ItemsCall::create_collection { issuer: Issuer::Avatar(CHARLIES) });
		let collection = CollectionId(1);
		chain.must(CHARLIE, create_kind(collection, Form::Unique, Rules::LOOSEST, &[]));
		chain.must(CHARLIE, mint_items(KindId { collection, index: 0 }, &[CHARLIES]));
		let fake = Asset::Item { id: ItemId { collection, serial: 0 }, version: 0 };
		chain.must(CHARLIE, WorldsCall::register { bounds: BOUNDS, fee: None });
		let (world, at) = (WorldId(1), Coordinates::new(0, 0));
		let parcels = vec![(at, Zone::Residential)].try_into().expect("one fits");
		chain.must(CHARLIE, LandCall::issue { world, to: CHARLIES, parcels });
		let elsewhere = Asset::Parcel { id: ParcelId { world, at }, version: 0 };
		// Another kind of the collection.
		chain.must(BOB, create_kind(COLLECTION, Form::Unique, Rules::LOOSEST, &[]));
		let other = KindId { collection: COLLECTION, index: 2 };
		chain.must(FERDIE, mint_items(other, &[CHARLIES]));
		let of_another_kind = new_sword(3);
		let area = Area { min: at, max: at };

		for (wanted, wrong) in [
			(Wanted::OfKind(SWORDS), fake),
			(Wanted::OfKind(SWORDS), of_another_kind),
			(Wanted::OfKind(SWORDS), as_of_now(UniqueId::Parcel(parcel(0, 0)))),
			(Wanted::InCollection(COLLECTION), fake),
			(Wanted::InCollection(COLLECTION), arrows(100)),
			(Wanted::ParcelIn { world: WORLD, area }, elsewhere),
			(Wanted::ParcelIn { world: WORLD, area }, new_sword(0)),
			(Wanted::Asset(arrows(100)), arrows(99)),
			(Wanted::OfKind(SWORDS), coins(1)),
		] {
			chain.must(EVE, offer(EVES, UNIT, wanted));
			let accept = accept_offer(last_order(), CHARLIES, wrong);
			chain.refuses(CHARLIE, accept, MarketError::NotWanted);
		}
		// Units are wanted by their amount.
		chain.refuses(EVE, offer(EVES, UNIT, Wanted::OfKind(ARROWS)), MarketError::Malformed);
	});
}

/// Elsewhere what an offer gets that would take any of many is worth less than it was.
#[test]
fn an_offer_for_land_of_an_area_takes_none_that_is_let() {
	on_stage(|chain, _| {
		let (at, site) = (Coordinates::new(0, 0), plot(0, 0));
		let wanted = Wanted::ParcelIn { world: WORLD, area: Area { min: at, max: at } };
		chain.must(EVE, offer(EVES, PRICE, wanted));
		// Just before it is sold, it is let to a puppet, for nothing and for years.
		let (price, period, least, most, notice, deposit) = (0, 100_000_000, 1, 1, 0, 0);
		let terms = LeaseTerms { price, period, least, most, notice, deposit, ..TERMS };
		chain.must(CHARLIE, LandCall::offer_lease { site, terms });
		chain.must(DAVE, accept_lease(site, DAVES, 1));

		let accept = accept_offer(ORDER, CHARLIES, as_of_now(UniqueId::Parcel(parcel(0, 0))));
		chain.refuses(CHARLIE, accept, MarketError::NotWanted);
	});
}

/// Elsewhere the same order could be written in two ways, of which one was not checked.
#[test]
fn a_trade_has_one_form() {
	on_stage(|chain, stage| {
		let trade = stage.sale(chain).sign();
		let bytes = trade.encode();
		assert_eq!(Trade::decode(&mut &bytes[..]), Ok(trade.clone()));
		for end in 0..bytes.len() {
			assert!(Trade::decode(&mut &bytes[..end]).is_err(), "{end} bytes are enough");
		}

		// Nine assets on a side are no side, and a call that is cut short is no call.
		let place = bytes.iter().position(|byte| *byte == 4).expect("a list of one begins so");
		let mut nine = bytes;
		nine[place] = 9 << 2;
		assert!(Trade::decode(&mut &nine[..]).is_err());
		let settle = MarketCall::settle { world: WORLD, seq: 1, trades: batch([trade]) };
		let mut call = RuntimeCall::from(settle).encode();
		assert!(RuntimeCall::decode(&mut &call[..]).is_ok());
		call.pop();
		assert!(RuntimeCall::decode(&mut &call[..]).is_err());
	});
}

/// Elsewhere a part is filled so that the rest is too small for anyone to take.
#[test]
fn no_rest_is_left_that_nobody_may_take() {
	on_stage(|chain, stage| {
		let sale = stage.bargain(chain, (&stage.charlie, arrows(1)), (&stage.dave, coins(1)));
		let sale = sale.with(|it| (it.order.lots, it.order.min_lots) = (100, 30));
		let part = |hand: &Hand, lots| {
			let part = sale.clone().with(|it| {
				it.acceptance.taker = hand.avatar;
				it.acceptance.lots = lots;
				it.acceptance.number = hand.number();
				it.taker = hand.key.clone();
			});
			part.sign()
		};

		let parts = [part(&stage.dave, 45), part(&stage.eve, 40), part(&stage.dave, 15)];
		assert_eq!(stage.settle(chain, parts), []);
		assert_eq!(units(ARROWS, CHARLIES), 0);
	});
}

/// Elsewhere whoever got hold of signatures in advance has orders that count after the maker has
/// cancelled all.
#[test]
fn numbers_that_were_signed_ahead_are_voided_too() {
	on_stage(|chain, stage| {
		let ahead = |number| stage.sale(chain).with(|it| it.order.number = number).sign();
		let (stolen, harmless) = ([0, 1, 500, MAX_STEP - 1], [MAX_STEP, 2 * MAX_STEP, 65_536]);
		for number in harmless {
			stage.refuses(chain, ahead(number), Refusal::NumberTooFar);
		}
		let (avatar, what) = (CHARLIES, Cancellation::All);
		chain.must(CHARLIE, MarketCall::cancel_signed { avatar, what });

		for number in stolen {
			stage.refuses(chain, ahead(number), Refusal::NumberVoid);
		}
		// What lay too far ahead stays dead: nobody knew where the numbers would go on.
		let purse = Avatars::purse(CHARLIES).expect("the stage has the avatar");
		let next = purse.lanes[usize::from(SLOT)].next;
		for number in harmless {
			let why = if number < next { Refusal::NumberVoid } else { Refusal::NumberTooFar };
			stage.refuses(chain, ahead(number), why);
		}
		assert_eq!(stage.settle(chain, [ahead(next)]), []);
	});
}

/// Elsewhere what was moved away and back again was bought at a price of long ago, and who wanted to
/// cancel was overtaken.
#[test]
fn what_comes_back_is_not_for_sale_at_the_old_price() {
	on_stage(|chain, stage| {
		let signed = stage.sale(chain).sign();
		chain.must(CHARLIE, list(CHARLIES, SWORD, UNIT));
		let listed = last_order();
		chain.refuses(CHARLIE, give(0, DAVES), ItemsError::Locked);
		chain.must(CHARLIE, cancel(listed));
		chain.must(CHARLIE, give(0, DAVES));
		chain.must(DAVE, give(0, CHARLIES));

		chain.refuses(EVE, buy(listed, EVES, PRICE), MarketError::UnknownOrder);
		stage.refuses(chain, signed, Refusal::Moved);
	});
}

/// Elsewhere there are listings of what the seller has no longer, and two of the same item.
#[test]
fn whatever_is_listed_is_there_and_once() {
	on_stage(|chain, _| {
		chain.must(CHARLIE, list(CHARLIES, SWORD, PRICE));
		let locked = || MarketError::Locked;
		chain.refuses(CHARLIE, list(CHARLIES, SWORD, 1), locked());
		chain.refuses(CHARLIE, auction(chain), locked());
		let swap = barter(CHARLIES, &[new_sword(0)], DAVES, &[new_sword(2)]);
		chain.refuses(CHARLIE, swap, locked());
		let twice = list_lots(CHARLIES, &[new_sword(1), new_sword(1)], Price::fixed(1), 1);
		chain.refuses(CHARLIE, twice, MarketError::Malformed);
		let more = list_lots(CHARLIES, &[arrows(60), arrows(60)], Price::fixed(1), 1);
		chain.refuses(CHARLIE, more, MarketError::TooFewUnits);
	});
}

/// Elsewhere what an estate consists of is a sum of hashes, so that other land with the same sum is
/// sold for it.
#[test]
fn an_offer_for_an_estate_is_for_the_land_that_it_had() {
	on_stage(|chain, _| {
		let plots = [(4, 0), (5, 0), (6, 0)];
		chain.must(BOB, issue(CHARLIES, &plots));
		chain.must(CHARLIE, found(CHARLIES, &plots));
		let seen = as_of_now(UniqueId::Estate(ESTATE));
		chain.must(EVE, offer(EVES, PRICE, Wanted::Asset(seen)));
		let (estate, parcels) = (ESTATE, places(&[(6, 0)]));
		chain.must(CHARLIE, LandCall::reduce_estate { estate, parcels: parcels.clone() });

		let accept = |asset| accept_offer(last_order(), CHARLIES, asset);
		chain.refuses(CHARLIE, accept(seen), MarketError::Moved);
		// Nor with the same land as before.
		chain.must(CHARLIE, LandCall::extend_estate { estate, parcels });
		chain.refuses(CHARLIE, accept(seen), MarketError::Moved);
		let now = as_of_now(UniqueId::Estate(ESTATE));
		chain.refuses(CHARLIE, accept(now), MarketError::NotWanted);
	});
}

/// The order of the group of secp256k1.
const SECP256K1: [u8; 32] = [
	0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe,
	0xba, 0xae, 0xdc, 0xe6, 0xaf, 0x48, 0xa0, 0x3b, 0xbf, 0xd2, 0x5e, 0x8c, 0xd0, 0x36, 0x41, 0x41,
];

/// The other signature of the same key under the same bytes: with what is left of the group's order
/// in place of its second half.
fn other_form(mut signature: [u8; 65]) -> [u8; 65] {
	let mut borrow = 0;
	for (byte, order) in signature[32..64].iter_mut().zip(SECP256K1).rev() {
		let difference = i16::from(order) - i16::from(*byte) - borrow;
		borrow = i16::from(difference < 0);
		*byte = difference.to_le_bytes()[0];
	}
	signature[64] ^= 1;
	signature
}

/// Elsewhere what was spent is known by the signature, of which the holder of a key, or anybody,
/// makes a second one.
#[test]
fn another_form_of_a_signature_replays_nothing() {
	on_stage(|chain, stage| {
		let pair = ecdsa::Pair::from_seed(&[7; 32]);
		let account: AccountId = MultiSigner::from(pair.public()).into_account();
		let (dest, value) = (account.clone().into(), 100 * UNIT);
		let fund = pallet_balances::Call::transfer_keep_alive { dest, value };
		chain.must(BOB, RuntimeCall::Balances(fund));
		assert_eq!(chain.call(account, AvatarsCall::create {}), Ok(()));
		let avatar = AvatarId(4);
		chain.must(BOB, AvatarsCall::deposit { avatar, amount: PRICE });

		// The owner of the key buys arrows; its hand has another's key, which signs nothing.
		let owner = Hand::new(avatar, 0, PAUPER.wallet());
		let bargain = stage.bargain(chain, (&owner, coins(1)), (&stage.charlie, arrows(5)));
		let again = bargain.clone().with(|it| it.acceptance.number = stage.charlie.number());
		let bytes = bargain.order.signing_bytes(&chain.genesis());
		let signature = pair.sign(&bytes).0;
		let signed = |bargain: Bargain, signature| {
			let order_signature = OrderSignature::Ecdsa(signature);
			Trade { order_signature, ..bargain.sign() }
		};
		let mut with_27 = signature;
		with_27[64] += 27;
		assert_ne!(other_form(signature), signature);

		// Each is valid, and only one counts.
		assert_eq!(stage.settle(chain, [signed(bargain, other_form(signature))]), []);
		for form in [signature, with_27, other_form(signature)] {
			stage.refuses(chain, signed(again.clone(), form), Refusal::AlreadySpent);
		}
		assert_eq!((units(ARROWS, avatar), purse(avatar)), (5, PRICE - UNIT));
	});
}

/// Elsewhere a server tells what can be bought, and is wrong about it.
#[test]
fn what_would_be_refused_is_told_before_and_by_the_same_error() {
	on_stage(|chain, _| {
		chain.must(CHARLIE, list(CHARLIES, SWORD, COINS + 1));
		chain.must(CHARLIE, list_to(Some(EVES), CHARLIES, &[arrows(5)], Price::fixed(1), 2));
		chain.must(EVE, offer(EVES, UNIT, Wanted::OfKind(SWORDS)));
		chain.must(CHARLIE, barter(CHARLIES, &[arrows(5)], DAVES, &[coins(1_001)]));
		let [dear, private, offered, bartered] = [0, 1, 2, 3].map(OrderId);

		for (order, buyer) in [(dear, DAVES), (private, DAVES), (offered, DAVES)] {
			let foretold: DispatchError =
				Market::preview_buy(order, buyer, 1).expect_err("it can't be bought");
			chain.refuses(DAVE, buy(order, buyer, Balance::MAX), foretold);
		}
		for asset in [new_sword(0), new_sword(1), arrows(1)] {
			let foretold =
				Market::preview_accept_offer(offered, DAVES, asset).expect_err("it can't be sold");
			chain.refuses(DAVE, accept_offer(offered, DAVES, asset), foretold);
		}
		let foretold = Market::preview_accept_barter(bartered).expect_err("Dave has too little");
		chain.refuses(DAVE, accept_barter(bartered), foretold);
	});
}

/// Elsewhere orders that differ in price or amount count as one, or one as many.
#[test]
fn orders_are_one_only_if_they_are_the_same_in_everything() {
	on_stage(|chain, stage| {
		let sale = stage.bargain(chain, (&stage.charlie, arrows(2)), (&stage.dave, coins(2)));
		let sale = sale.with(|it| it.order.lots = 10);
		let part = |sale: &Bargain| {
			let part = sale.clone().with(|it| it.acceptance.number = stage.dave.number());
			part.sign()
		};
		assert_eq!(stage.settle(chain, [part(&sale)]), []);

		let other: [fn(&mut Bargain); 6] = [
			|it| it.order.give[0] = arrows(3),
			|it| it.order.want[0] = coins(1),
			|it| it.order.lots = 11,
			|it| it.order.valid_until += 1,
			|it| it.order.max_deduction = RATE,
			|it| it.order.taker = Some(DAVES),
		];
		for change in other {
			let changed = part(&sale.clone().with(change));
			stage.refuses(chain, changed, Refusal::AlreadySpent);
		}
		assert_eq!(stage.settle(chain, [part(&sale)]), []);
	});
}

/// Elsewhere two bidders of equal terms are one, and who sells again at the same price is blocked.
#[test]
fn equal_terms_stand_side_by_side() {
	on_stage(|chain, stage| {
		let wanted = Wanted::OfKind(SWORDS);
		chain.must(DAVE, offer(DAVES, PRICE, wanted));
		chain.must(EVE, offer(EVES, PRICE, wanted));
		chain.must(EVE, offer(EVES, PRICE, wanted));
		for (order, serial) in [(0, 0), (2, 1)] {
			let order = OrderId(order);
			chain.must(CHARLIE, accept_offer(order, CHARLIES, new_sword(serial)));
		}
		assert_eq!((purse(DAVES), purse(EVES)), (COINS - PRICE, COINS - 2 * PRICE));

		// Two makers sign the same under the same number, and one the same twice.
		let (number, valid_until) = (9, chain.now() + LIFETIME);
		let alike = |maker: &Hand| {
			let terms = ((maker, coins(1)), (&stage.charlie, arrows(3)));
			let alike = stage.bargain(chain, terms.0, terms.1);
			alike.with(|it| (it.order.number, it.order.valid_until) = (number, valid_until))
		};
		let next = alike(&stage.dave).with(|it| it.order.number = number + 1);
		let trades = [alike(&stage.dave).sign(), alike(&stage.eve).sign(), next.sign()];
		assert_eq!(stage.settle(chain, trades), []);
		assert_eq!((units(ARROWS, DAVES), units(ARROWS, EVES)), (6, 3));
	});
}

/// Elsewhere whoever mints, mints at the cost of who owns the collection.
#[test]
fn crafting_spends_no_money_of_the_issuers() {
	on_stage(|chain, _| {
		let cost = [(ARROWS, 10)];
		let sword = recipe(&cost, 0, certain(SWORDS, 1));
		chain.must(
			BOB,
			ItemsCall::create_recipe { collection: COLLECTION, recipe: sword, to: TREASURY },
		);
		let items = pallet_items::HoldReason::Item;
		let before = (free(BOB), held(BOB, items), free(CHARLIE));

		for _ in 0..10 {
			chain.must(CHARLIE, craft(CHARLIES, last_recipe(), &[]));
		}

		let paid = 10 * ItemDeposit::get();
		let after = (before.0, before.1 + paid, before.2 - paid);
		assert_eq!((free(BOB), held(BOB, items), free(CHARLIE)), after);
		let none_left = craft(CHARLIES, last_recipe(), &[]);
		chain.refuses(CHARLIE, none_left, ItemsError::TooFewUnits);
	});
}

/// Elsewhere what is made is what its creator says by then: something with a higher share of every
/// sale, or that somebody else changes.
#[test]
fn what_is_crafted_is_what_was_seen_when_it_was_signed_for() {
	on_stage(|chain, _| {
		let (collection, to) = (COLLECTION, TREASURY);
		let rare = |outcome| recipe(&[(ARROWS, 1)], 0, outcome);
		for outcome in [certain(SWORDS, 1), random(&[(ARROWS, 2, 9), (SWORDS, 1, 1)])] {
			chain.must(BOB, ItemsCall::create_recipe { collection, recipe: rare(outcome), to });
		}
		let define = |text, writer| {
			let name = name(text);
			ItemsCall::define_attribute { kind: SWORDS, name, writer }
		};
		let set_royalty = |rate| {
			let royalty = shares(&[(TREASURY, rate)]);
			ItemsCall::set_royalty { kind: SWORDS, royalty }
		};
		chain.must(BOB, set_royalty(100));
		chain.must(BOB, define("origin", Writer::Issuer));
		let seen = [0, 1].map(|id| craft_for(CHARLIES, RecipeId(id), &[], 100, 1));

		chain.must(BOB, set_royalty(MAX_ROYALTY));
		for craft in seen.clone() {
			chain.refuses(CHARLIE, craft, ItemsError::RoyaltyNotAgreed);
		}
		chain.must(BOB, set_royalty(100));
		for craft in seen.clone() {
			chain.must(CHARLIE, craft);
		}
		for _ in 0..2 {
			chain.next_round();
		}
		chain.must(FERDIE, ItemsCall::settle_draw { draw: last_draw() });
		chain.must(BOB, define("wear", Writer::Server(WORLD)));
		for craft in seen {
			chain.refuses(CHARLIE, craft, ItemsError::AttributesNotAgreed);
		}
	});
}

/// Elsewhere a signature does not say who signed: another account of the same key takes it for its
/// own.
#[test]
fn a_key_of_two_avatars_signs_for_the_one_that_it_names() {
	on_stage(|chain, stage| {
		// Dave's avatar has a device with the key of Charlie's.
		let shared = Hand::new(DAVES, 2, stage.charlie.key.clone());
		chain.must(DAVE, add_device(&shared, LATER, None, None));
		let sale = stage.bargain(chain, (&stage.charlie, arrows(5)), (&stage.eve, coins(5)));
		chain.must(FERDIE, mint_units(ARROWS, &[(DAVES, 50)]));
		let mut moved = sale.clone().sign();
		(moved.order.maker, moved.order.lane) = (DAVES, 2);
		stage.refuses(chain, moved, Refusal::BadOrderSignature);
		assert_eq!(stage.settle(chain, [sale.sign()]), []);
	});
}

/// Elsewhere a seller cancels after somebody has bid, and the bid's money stays reserved; and the
/// money of all who were outbid does.
#[test]
fn a_bid_binds_the_seller_and_frees_who_was_outbid() {
	on_stage(|chain, _| {
		chain.must(CHARLIE, auction(chain));
		chain.must(DAVE, bid(AUCTION, DAVES, UNIT));
		let cancel = MarketCall::cancel_auction { auction: AUCTION };
		chain.refuses(CHARLIE, cancel, MarketError::HasBid);
		chain.must(EVE, bid(AUCTION, EVES, PRICE));
		assert_eq!(purse(DAVES), COINS);
		// Who raises an own bid needs no more than the difference at hand.
		chain.must(EVE, bid(AUCTION, EVES, COINS));
		assert_eq!((purse(EVES), Avatars::aside()), (0, COINS));

		chain.wait(4);
		chain.must(EVE, close(AUCTION));

		assert_eq!((holding(SWORD).owner, Avatars::aside()), (EVES, 0));
		assert_eq!(held(CHARLIE, ForMarket::Auction), 0);
	});
}

/// Elsewhere an item is burned with bids on it, and units with a buyer.
#[test]
fn what_is_for_sale_is_neither_burned_nor_worn_nor_crafted_with() {
	on_stage(|chain, _| {
		chain.must(CHARLIE, auction(chain));
		chain.must(CHARLIE, list(CHARLIES, UniqueId::Item(sword(1)), UNIT));
		chain.must(CHARLIE, list_lots(CHARLIES, &[arrows(10)], Price::fixed(1), 9));
		let burning = recipe(&[(SWORDS, 1)], 0, certain(ARROWS, 1));
		let (collection, to) = (COLLECTION, TREASURY);
		chain.must(BOB, ItemsCall::create_recipe { collection, recipe: burning, to });

		for serial in [0, 1] {
			let item = sword(serial);
			let locked = || ItemsError::Locked;
			chain.refuses(CHARLIE, ItemsCall::burn_item { item }, locked());
			chain.refuses(CHARLIE, ItemsCall::equip { avatar: CHARLIES, slot: 0, item }, locked());
			chain.refuses(CHARLIE, craft(CHARLIES, last_recipe(), &[item]), locked());
			let (world, reason, until) = (WORLD, 0, LATER);
			let custody = ItemsCall::place_in_custody { item, world, reason, until };
			chain.refuses(CHARLIE, custody, locked());
		}
		let (kind, avatar, amount) = (ARROWS, CHARLIES, 11);
		let burn = ItemsCall::burn_units { kind, avatar, amount };
		chain.refuses(CHARLIE, burn, ItemsError::TooFewUnits);
		let (from, to) = (CHARLIES, DAVES);
		let units = ItemsCall::transfer_units { kind, from, to, amount };
		chain.refuses(CHARLIE, units, ItemsError::TooFewUnits);
	});
}

/// Elsewhere what a seller signed is used as what a buyer did.
#[test]
fn an_order_is_no_acceptance() {
	on_stage(|chain, stage| {
		let trade = stage.sale(chain).sign();
		let mut turned = trade.clone();
		std::mem::swap(&mut turned.order_signature, &mut turned.acceptance_signature);
		stage.refuses(chain, turned, Refusal::BadOrderSignature);
		let mut twice = trade;
		twice.acceptance_signature = twice.order_signature.clone();
		stage.refuses(chain, twice, Refusal::BadAcceptanceSignature);
	});
}

/// Elsewhere an offer that has expired keeps others from the same price, and its maker from the
/// coins, until somebody with the right to it cancels.
#[test]
fn what_has_expired_is_in_nobodys_way() {
	on_stage(|chain, _| {
		let (world, bidder, price, lots) = (WORLD, EVES, PRICE, 1);
		let (wanted, until) = (Wanted::OfKind(SWORDS), chain.now() + 1);
		chain.must(EVE, MarketCall::offer { world, bidder, price, wanted, lots, until });
		chain.wait(2);
		let late = accept_offer(ORDER, CHARLIES, new_sword(0));
		chain.refuses(CHARLIE, late, MarketError::Expired);

		chain.must(DAVE, offer(DAVES, PRICE, wanted));
		chain.must(CHARLIE, accept_offer(last_order(), CHARLIES, new_sword(0)));
		let before = (purse(EVES), free(EVE), free(FERDIE));
		chain.must(FERDIE, sweep(ORDER));

		let back = OrderDeposit::get() - SWEEP_REWARD;
		let after = (before.0 + PRICE, before.1 + back, before.2 + SWEEP_REWARD);
		assert_eq!((purse(EVES), free(EVE), free(FERDIE)), after);
	});
}

/// Elsewhere a sale fails if the seller's account is empty, or the price too small to keep one.
#[test]
fn a_single_coin_reaches_who_has_none() {
	on_stage(|chain, stage| {
		let (avatar, amount) = (CHARLIES, COINS);
		chain.must(CHARLIE, AvatarsCall::withdraw { avatar, amount });
		chain.must(CHARLIE, list(CHARLIES, SWORD, 1));
		chain.must(DAVE, buy(ORDER, DAVES, 1));
		let terms = ((&stage.charlie, new_sword(1)), (&stage.eve, Asset::Coins(1)));
		assert_eq!(stage.settle(chain, [stage.bargain(chain, terms.0, terms.1).sign()]), []);

		assert_eq!((purse(CHARLIES), purse(TREASURY)), (2, 0));
	});
}

/// Elsewhere the fee is no part of what the seller signed, and whoever settles takes what there is.
#[test]
fn nobody_takes_off_more_than_was_agreed() {
	on_stage(|chain, stage| {
		let careful = |limit| {
			let careful = stage.sale(chain).with(|it| it.order.max_deduction = limit);
			careful.sign()
		};
		stage.refuses(chain, careful(RATE - 1), Refusal::DeductionTooHigh);
		// The buyer's limit is of the coins that the buyer gets: none.
		let buyer = stage.sale(chain).with(|it| it.acceptance.max_deduction = 0);
		assert_eq!(stage.settle(chain, [buyer.sign()]), []);
		assert_eq!(purse(CHARLIES), COINS + PRICE - PRICE / 40);
	});
}

/// Elsewhere there is no way to take back what was signed.
#[test]
fn whoever_signed_takes_it_back() {
	on_stage(|chain, stage| {
		let sale = stage.sale(chain);
		let (avatar, lane) = (CHARLIES, SLOT);
		let what = Cancellation::One { lane, number: sale.order.number };
		chain.must(CHARLIE, MarketCall::cancel_signed { avatar, what });
		stage.refuses(chain, sale.sign(), Refusal::AlreadySpent);
		// An acceptance as well.
		let sale = stage.sale(chain);
		let (avatar, number) = (DAVES, sale.acceptance.number);
		let what = Cancellation::One { lane, number };
		chain.must(DAVE, MarketCall::cancel_signed { avatar, what });
		stage.refuses(chain, sale.sign(), Refusal::AlreadySpent);
	});
}

/// Elsewhere what was settled is remembered for ever.
#[test]
fn what_is_settled_leaves_no_record_behind() {
	on_stage(|chain, stage| {
		let trade = || {
			let sale = stage.bargain(chain, (&stage.charlie, arrows(2)), (&stage.dave, coins(1)));
			let sale = sale.with(|it| (it.order.lots, it.acceptance.lots) = (2, 1));
			let rest = sale.clone().with(|it| it.acceptance.number = stage.dave.number());
			[sale.sign(), rest.sign()]
		};
		assert_eq!(stage.settle(chain, trade()), []);
		let before = records().len();
		for _ in 0..5 {
			assert_eq!(stage.settle(chain, trade()), []);
			chain.must(CHARLIE, list_lots(CHARLIES, &[arrows(1)], Price::fixed(1), 1));
			chain.must(DAVE, buy(last_order(), DAVES, 1));
		}

		// The id of the next order is one more than there was.
		assert_eq!(records().len(), before + 1);
	});
}

/// Elsewhere who made an item can lock it in the hands of who holds it.
#[test]
fn nobody_but_its_holder_locks_an_item() {
	on_stage(|chain, _| {
		let (item, world, reason, until) = (sword(0), WORLD, 0, LATER);
		for stranger in [BOB, FERDIE, DAVE] {
			let custody = ItemsCall::place_in_custody { item, world, reason, until };
			chain.refuses(stranger, custody, AvatarsError::NotOwner);
			let equip = ItemsCall::equip { avatar: CHARLIES, slot: 0, item };
			chain.refuses(stranger, equip, AvatarsError::NotOwner);
			chain.refuses(stranger, ItemsCall::burn_item { item }, AvatarsError::NotOwner);
		}
		chain.must(BOB, ItemsCall::freeze_collection { collection: COLLECTION });
		chain.must(BOB, WorldsCall::suspend { world: WORLD });
		chain.must(CHARLIE, give(0, EVES));
		assert_eq!(holding(SWORD), Holding { owner: EVES, version: 1, lock: None });
	});
}
