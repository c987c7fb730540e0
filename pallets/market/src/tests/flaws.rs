// SPDX-License-Identifier: Apache-2.0
//! What goes wrong with trade elsewhere, and can't here.

use super::royalties::assert_on_every_path;
use crate::{mock::*, Error, Event, Price, Wanted};
use codec::Encode;
use frame_support::{assert_noop, assert_ok, storage::with_transaction};
use freehold_primitives::{
	asset::{Asset, Holding},
	chain::{AccountId, Balance, Hash},
	device::{DeviceKey, PublicKey},
	ids::{AvatarId, CollectionId, OrderId, WorldId},
	land::{Area, Coordinates},
	order::{Acceptance, Cancellation, Order, OrderSignature, Trade},
	purse::{MAX_STEP, WINDOW},
	settlement::{Refusal, Store},
};
use sp_core::{ecdsa, sr25519, Pair};
use sp_runtime::{traits::IdentifyAccount, DispatchError, MultiSigner, TransactionOutcome};

/// Order of the group of ed25519, least significant byte first.
const ED25519_ORDER: [u8; 32] = [
	0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

/// Order of the group of secp256k1, most significant byte first.
const SECP256K1_ORDER: [u8; 32] = [
	0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe,
	0xba, 0xae, 0xdc, 0xe6, 0xaf, 0x48, 0xa0, 0x3b, 0xbf, 0xd2, 0x5e, 0x8c, 0xd0, 0x36, 0x41, 0x41,
];

fn genesis() -> Hash {
	System::block_hash(0)
}

/// Whether a trade is settled if it is sent now. Nothing comes of it.
fn would_settle(trade: &Trade) -> bool {
	let mut refusal = None;
	let _ = with_transaction(|| {
		refusal = settle_one(trade.clone());
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
	});
	refusal.is_none()
}

/// The other encoding of a scalar: with the group's order added to it.
fn with_the_order_added(signature: &OrderSignature) -> OrderSignature {
	let OrderSignature::Ed25519(mut bytes) = signature.clone() else {
		panic!("devices of tests sign so");
	};
	let mut carry = 0u16;
	for (byte, order) in bytes[32..].iter_mut().zip(ED25519_ORDER) {
		carry += u16::from(*byte) + u16::from(order);
		*byte = (carry & 0xff) as u8;
		carry >>= 8;
	}
	OrderSignature::Ed25519(bytes)
}

/// The same signature with the other of the two scalars that are valid.
fn with_the_other_scalar(mut signature: [u8; 65]) -> [u8; 65] {
	let mut borrow = 0i16;
	for (byte, order) in signature[32..64].iter_mut().zip(SECP256K1_ORDER).rev() {
		let difference = i16::from(order) - i16::from(*byte) - borrow;
		borrow = i16::from(difference < 0);
		*byte = difference.rem_euclid(256) as u8;
	}
	signature[64] ^= 1;
	signature
}

/// The same signature with its recovery id as Ethereum writes it.
fn with_the_other_id(mut signature: [u8; 65]) -> [u8; 65] {
	signature[64] += 27;
	signature
}

#[test]
fn a_listing_does_not_outlive_a_transfer() {
	with_a_sword(|| {
		let listing = Listing { price: Price::fixed(1), ..Listing::default() }.rest();
		let signed_before = sale(ALICE, BOB, 1, 0);
		assert_ok!(Market::cancel(signed(ALICE), listing));
		give_away(SWORD, CAROL);
		give_away(SWORD, ALICE);

		// It is where it was, and worth more now.
		assert_noop!(buy(listing, BOB, 1, 1), Error::<Test>::UnknownOrder);
		assert_eq!(settle_one(signed_before), Some(Refusal::Moved));
		assert_eq!(holding(SWORD).owner, ALICE);
	});
}

#[test]
fn a_new_owners_item_is_not_for_sale_at_the_old_owners_price() {
	with_a_sword(|| {
		let listing = Listing { price: Price::fixed(1), ..Listing::default() }.rest();
		Players::sell(ALICE, owner(CAROL));

		assert_noop!(buy(listing, BOB, 1, 1), Error::<Test>::OrderVoid);
		assert_ok!(Market::sweep(signed(BOB), listing));
		assert_eq!(holding(SWORD), Holding::new(ALICE));
	});
}

#[test]
fn an_order_of_a_former_owner_is_dead_though_it_buys_the_avatar_back() {
	with_goods(|| {
		let listing = Listing { lot: vec![arrows(1)], ..Listing::default() }.rest();
		let barter = Barter { give: vec![arrows(1)], ..Barter::default() }.rest();
		let trade = sale(ALICE, BOB, 1, 0);
		Players::sell(ALICE, owner(CAROL));
		Players::sell(ALICE, owner(ALICE));

		assert_noop!(buy(listing, BOB, 1, 50), Error::<Test>::OrderVoid);
		assert_noop!(Market::accept_barter(signed(BOB), barter, ALL), Error::<Test>::OrderVoid);
		assert_eq!(settle_one(trade), Some(Refusal::NumberVoid));
	});
}

#[test]
fn a_price_has_an_upper_bound_for_the_buyer() {
	with_a_sword(|| {
		let first = Listing::default().rest();
		// Before the purchase is in a block, the seller asks for more.
		assert_ok!(Market::cancel(signed(ALICE), first));
		let second = Listing { price: Price::fixed(900), ..Listing::default() }.rest();

		assert_noop!(buy(first, BOB, 1, 50), Error::<Test>::UnknownOrder);
		assert_noop!(buy(second, BOB, 1, 50), Error::<Test>::PriceTooHigh);
		assert_eq!(balance(BOB), WEALTH);
	});
}

#[test]
fn a_price_never_rises() {
	with_a_sword(|| {
		let price = Price { start: 90, end: 30, from: 10, to: 40 };
		let order = Listing { price, ..Listing::default() }.rest();
		let prices = (NOW..=UNTIL).map(|block| {
			go_to(block);
			Market::price(order).expect("it is listed")
		});

		assert!(prices.collect::<Vec<_>>().windows(2).all(|pair| pair[1] <= pair[0]));
		go_to(NOW);
	});
}

#[test]
fn a_second_valid_encoding_of_a_signature_replays_nothing() {
	with_a_sword(|| {
		let pair = ecdsa::Pair::from_seed(&[7; 32]);
		let account: AccountId = MultiSigner::from(pair.public()).into_account();
		Players::sell(ALICE, account);
		let Trade { order, acceptance, .. } = sale(ALICE, BOB, 100, 0);
		let order = Order {
			lane: 0,
			number: purse(ALICE).lanes[0].next,
			give: side(&[Asset::Coins(10)]),
			..order
		};
		let signature = pair.sign(&order.signing_bytes(&genesis())).0;
		let trade = |signature| Trade {
			order_signature: OrderSignature::Ecdsa(signature),
			..sign(order.clone(), acceptance.clone())
		};
		let next = |signature| Trade {
			order_signature: OrderSignature::Ecdsa(signature),
			..sign(order.clone(), Acceptance { number: 1, ..acceptance.clone() })
		};
		let others = [
			with_the_other_scalar(signature),
			with_the_other_id(signature),
			with_the_other_id(with_the_other_scalar(signature)),
		];

		// All are valid for the host, and another settlement of the same order.
		for other in others {
			assert_ne!(other, signature);
			assert!(would_settle(&trade(other)));
		}
		assert_eq!(settle_one(trade(signature)), None);
		for other in [signature, others[0], others[1], others[2]] {
			assert_eq!(settle_one(next(other)), Some(Refusal::AlreadySpent));
		}
		assert_eq!(balance(BOB), WEALTH - 100 + 9);
	});
}

#[test]
fn an_unreduced_scalar_is_no_signature() {
	with_a_sword(|| {
		let trade = sale(ALICE, BOB, 100, 0);
		let order_signature = with_the_order_added(&trade.order_signature);
		let acceptance_signature = with_the_order_added(&trade.acceptance_signature);
		let maker = Trade { order_signature, ..trade.clone() };
		let taker = Trade { acceptance_signature, ..trade.clone() };

		for _ in 0..2 {
			assert_eq!(settle_one(maker.clone()), Some(Refusal::BadOrderSignature));
			assert_eq!(settle_one(taker.clone()), Some(Refusal::BadAcceptanceSignature));
			let _ = settle_one(trade.clone());
		}
		assert_eq!(holding(SWORD), Holding { owner: BOB, version: 1, lock: None });
	});
}

#[test]
fn a_second_signature_of_the_same_key_replays_nothing() {
	with_a_sword(|| {
		let pair = sr25519::Pair::from_seed(&[7; 32]);
		let key = PublicKey::Sr25519(pair.public().0);
		Records.set_device(ALICE, 2, DeviceKey { key, ..device_key(ALICE) });
		let order = Order { lane: 2, ..order_of(ALICE) };
		let trade = |number| {
			let signature = pair.sign(&order.signing_bytes(&genesis())).0;
			Trade {
				order_signature: OrderSignature::Sr25519(signature),
				..sign(order.clone(), Acceptance { number, ..acceptance_of(BOB) })
			}
		};
		let (first, second) = (trade(0), trade(1));
		assert_ne!(first.order_signature, second.order_signature);
		assert!(would_settle(&second));

		assert_eq!(settle_one(first), None);
		assert_eq!(settle_one(second), Some(Refusal::AlreadySpent));
	});
}

#[test]
fn an_order_without_this_chains_domain_is_refused() {
	with_a_sword(|| {
		let trade = sale(ALICE, BOB, 100, 0);
		let Trade { order, acceptance, .. } = &trade;
		let here = order.signing_bytes(&genesis());
		let other_chain = order.signing_bytes(&Hash::repeat_byte(1));
		let bare = order.encode();
		let unframed = here[b"<Bytes>".len()..here.len() - b"</Bytes>".len()].to_vec();
		let text = String::from_utf8_lossy(&here[..25]).into_owned();
		assert_eq!(text, "<Bytes>Freehold order v2\n");
		let former = [&b"<Bytes>Freehold order v1\n"[..], &here[25..]].concat();
		let as_acceptance = acceptance.signing_bytes(&genesis(), &order.hash(&genesis()));

		for message in [other_chain, bare, unframed, former, as_acceptance] {
			let signature = OrderSignature::Ed25519(device(ALICE).sign(&message).0);
			let foreign = Trade { order_signature: signature, ..trade.clone() };
			assert_eq!(settle_one(foreign), Some(Refusal::BadOrderSignature));
		}
		let elsewhere =
			acceptance.signing_bytes(&Hash::repeat_byte(1), &order.hash(&Hash::repeat_byte(1)));
		let signature = OrderSignature::Ed25519(device(BOB).sign(&elsewhere).0);
		let foreign = Trade { acceptance_signature: signature, ..trade.clone() };
		assert_eq!(settle_one(foreign), Some(Refusal::BadAcceptanceSignature));
		assert_eq!(settle_one(trade), None);
	});
}

#[test]
fn every_field_of_an_order_is_signed() {
	with_goods(|| {
		let trade = sale(ALICE, BOB, 100, 0);
		let order = || trade.order.clone();
		for tampered in [
			Order { taker: Some(BOB), ..order() },
			Order { give: side(&[SWORD.at_version(0), arrows(1)]), ..order() },
			Order { want: side(&[Asset::Coins(99)]), ..order() },
			Order { max_deduction: ALL - 1, ..order() },
			Order { number: 1, ..order() },
			Order { valid_until: UNTIL + 1, ..order() },
			Order { give: side(&[arrows(1)]), lots: 2, ..order() },
		] {
			let forged = sign(tampered, trade.acceptance.clone());
			let forged = Trade { order_signature: trade.order_signature.clone(), ..forged };
			assert_eq!(settle_one(forged), Some(Refusal::BadOrderSignature));
		}
		let acceptance = || trade.acceptance.clone();
		for tampered in [
			Acceptance { max_deduction: 0, ..acceptance() },
			Acceptance { number: 1, ..acceptance() },
			Acceptance { valid_until: UNTIL + 1, ..acceptance() },
			Acceptance { taker: CAROL, ..acceptance() },
		] {
			let forged = Trade { acceptance: tampered, ..trade.clone() };
			assert_eq!(settle_one(forged), Some(Refusal::BadAcceptanceSignature));
		}
		assert_eq!(settle_one(trade), None);
	});
}

#[test]
fn an_acceptance_is_of_one_order_and_no_other() {
	with_a_sword(|| {
		let cheap = sale(ALICE, BOB, 1, 0);
		let dear = sale(ALICE, BOB, 900, 0);
		let swapped = Trade { acceptance_signature: cheap.acceptance_signature, ..dear };

		assert_eq!(settle_one(swapped), Some(Refusal::BadAcceptanceSignature));
	});
}

#[test]
fn the_fee_is_what_was_signed() {
	with_a_sword(|| {
		TheWorld::keep(200);
		let Trade { order, acceptance, .. } = sale(ALICE, BOB, 500, 0);
		let trade = sign(Order { max_deduction: 200, ..order }, acceptance);
		let lot = vec![ESTATE.at_version(0)];
		let listing = Listing { lot, max_deduction: 200, ..Listing::default() }.rest();

		TheWorld::keep(201);
		assert_eq!(settle_one(trade.clone()), Some(Refusal::DeductionTooHigh));
		assert_noop!(buy(listing, BOB, 1, 50), Error::<Test>::DeductionTooHigh);

		TheWorld::keep(200);
		assert_eq!(settle_one(trade), None);
		assert_ok!(buy(listing, BOB, 1, 50));
		assert_eq!(balance(ALICE), WEALTH + 490 + 49);
		assert_eq!(balance(TREASURY), WEALTH + 10 + 1);
	});
}

#[test]
fn an_operator_cannot_drain_a_seller() {
	with_goods(|| {
		// A puppet of the operator's answers with terms of its own.
		let Trade { order, order_signature, .. } = sale(ALICE, CAROL, 500, 0);
		let puppet = acceptance_of(CAROL);
		for cheaper in [
			Order { want: side(&[Asset::Coins(1)]), ..order.clone() },
			Order { give: side(&[SWORD.at_version(0), ESTATE.at_version(0)]), ..order.clone() },
			Order { give: side(&[SWORD.at_version(0), Asset::Coins(900)]), ..order.clone() },
			Order { max_deduction: u16::MAX, ..order.clone() },
		] {
			let forged = sign(cheaper, puppet.clone());
			let forged = Trade { order_signature: order_signature.clone(), ..forged };
			assert_eq!(settle_one(forged), Some(Refusal::BadOrderSignature));
		}
		// Nor does it get the sword without the seller, or take a cut that nobody signed.
		assert_noop!(
			Market::cancel_signed(RuntimeOrigin::signed(operator()), ALICE, Cancellation::All),
			Error::<Test>::NotOwner
		);
		assert_eq!(holding(SWORD).owner, ALICE);
		assert_eq!(balance(ALICE), WEALTH);

		assert_eq!(settle_one(sign(order, puppet)), None);
		assert_eq!(balance(ALICE), WEALTH + 450);
		assert_eq!(stack(ARROWS, ALICE), (100, 0));
	});
}

#[test]
fn a_cancel_cancels() {
	with_goods(|| {
		mint(DAGGER, ALICE);
		let listing = Listing::default().rest();
		let offer = Offer { wanted: Wanted::OfKind(BLADES), ..Offer::default() }.rest();
		let barter = Barter { give: vec![arrows(1)], ..Barter::default() }.rest();
		let auction = Opening { lot: vec![ESTATE.at_version(0)], ..Opening::default() }.open();
		let trade = sale_of(DAGGER, ALICE, BOB, 1, 0);

		assert_ok!(Market::cancel(signed(ALICE), listing));
		assert_ok!(Market::cancel(signed(BOB), offer));
		assert_ok!(Market::cancel(signed(ALICE), barter));
		assert_ok!(Market::cancel_auction(signed(ALICE), auction));
		let one = Cancellation::One { lane: 1, number: 0 };
		assert_ok!(Market::cancel_signed(signed(ALICE), ALICE, one));

		for block in [NOW, UNTIL, UNTIL + 1] {
			go_to(block);
			assert_noop!(buy(listing, BOB, 1, 50), Error::<Test>::UnknownOrder);
			assert_noop!(
				accept_offer(offer, ALICE, SWORD.at_version(0)),
				Error::<Test>::UnknownOrder
			);
			assert_noop!(
				Market::accept_barter(signed(BOB), barter, ALL),
				Error::<Test>::UnknownOrder
			);
			assert_noop!(bid(auction, BOB, 50), Error::<Test>::UnknownAuction);
			assert_noop!(
				Market::close_auction(signed(BOB), auction),
				Error::<Test>::UnknownAuction
			);
			assert!(settle_one(trade.clone()).is_some());
		}
		assert_eq!([ALICE, BOB].map(balance), [WEALTH; 2]);
		assert_eq!([SWORD, DAGGER, ESTATE].map(|it| holding(it).owner), [ALICE; 3]);
	});
}

#[test]
fn a_losing_bidder_has_the_money_back_at_once() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		for (bidder, amount) in [(BOB, 500), (CAROL, 600), (BOB, 700), (TREASURY, 800)] {
			assert_ok!(bid(auction, bidder, amount));
			let poorer = EVERYONE.into_iter().filter(|it| balance(*it) < WEALTH);
			assert_eq!(poorer.collect::<Vec<_>>(), [bidder]);
		}

		// It may be spent before the auction is over.
		let lot = vec![ESTATE.at_version(0)];
		let price = Price::fixed(WEALTH);
		let listing = Listing { lot, price, ..Listing::default() }.rest();
		assert_ok!(buy(listing, BOB, 1, WEALTH));
	});
}

#[test]
fn every_losing_offer_can_be_taken_back() {
	with_a_sword(|| {
		let offers = [BOB, CAROL, TREASURY]
			.map(|bidder| (bidder, Offer { bidder, price: 400, ..Offer::default() }.rest()));
		assert_ok!(accept_offer(offers[0].1, ALICE, SWORD.at_version(0)));

		assert_ok!(Market::cancel(signed(CAROL), offers[1].1));
		go_to(UNTIL + 1);
		assert_ok!(Market::sweep(signed(BOB), offers[2].1));
		assert_eq!([CAROL, TREASURY].map(balance), [WEALTH, WEALTH + 40]);
		assert_eq!(aside(), 0);
	});
}

#[test]
fn an_offer_without_the_coins_is_none() {
	with_a_sword(|| {
		assert_noop!(
			Offer { price: WEALTH + 1, ..Offer::default() }.by(BOB),
			DispatchError::Other("too few coins")
		);
		// The same coins do not stand behind two.
		Offer { price: 600, ..Offer::default() }.rest();
		assert_noop!(
			Offer { price: 401, ..Offer::default() }.by(BOB),
			DispatchError::Other("too few coins")
		);
	});
}

#[test]
fn what_comes_back_is_what_was_set_aside_and_nothing_else() {
	with_a_sword(|| {
		let first = Offer { price: 300, ..Offer::default() }.rest();
		Offer { bidder: CAROL, price: 500, ..Offer::default() }.rest();

		assert_ok!(Market::cancel(signed(BOB), first));

		assert_eq!((balance(BOB), balance(CAROL)), (WEALTH, WEALTH - 500));
		assert_eq!(aside(), 500);
		assert_noop!(Market::cancel(signed(BOB), first), Error::<Test>::UnknownOrder);
	});
}

#[test]
fn no_item_without_payment_and_no_payment_without_item() {
	with_goods(|| {
		// The last of the lot can't move, or the last coin is missing: nothing moves.
		let lot = vec![SWORD.at_version(0), arrows(50), ESTATE.at_version(0)];
		let listing = Listing { lot, price: Price::fixed(600), ..Listing::default() }.rest();
		change(ESTATE);
		assert_noop!(buy(listing, BOB, 1, 600), Error::<Test>::Moved);
		assert_ok!(Market::cancel(signed(ALICE), listing));

		let give = side(&[SWORD.at_version(0), arrows(50)]);
		for (want, refusal) in [
			(side(&[Asset::Coins(WEALTH + 1)]), Refusal::TooFewCoins),
			(side(&[Asset::Coins(900), Asset::Coins(101)]), Refusal::TooFewCoins),
			(side(&[Asset::Coins(900), arrows(151)]), Refusal::TooFewUnits),
			(side(&[Asset::Coins(900), PARCEL.at_version(0)]), Refusal::NotOwner),
			(side(&[Asset::Coins(900), ESTATE.at_version(1)]), Refusal::NotOwner),
		] {
			let order = Order { give: give.clone(), want, ..order_of(ALICE) };
			assert_eq!(settle_one(sign(order, acceptance_of(BOB))), Some(refusal));
			assert_eq!(holding(SWORD), Holding::new(ALICE));
			assert_eq!((stack(ARROWS, ALICE), stack(ARROWS, BOB)), ((100, 0), (100, 0)));
			assert_eq!(EVERYONE.map(balance), [WEALTH; 4]);
		}
	});
}

#[test]
fn no_fraction_is_truncated_in_a_partial_fill() {
	with_goods(|| {
		mint_units(ARROWS, ALICE, u64::from(u32::MAX));
		// So many lots that a fraction of them could not be counted in less than all bits.
		let order = Order { give: side(&[arrows(1)]), lots: u32::MAX, ..order_of(ALICE) };
		let (mut left, mut number) = (u32::MAX, 0);
		for lots in [1, 2, 255, 3] {
			let acceptance = Acceptance { lots, number, ..acceptance_of(BOB) };
			assert_eq!(settle_one(sign(order.clone(), acceptance)), None);
			left -= lots;
			number += 1;
			assert_eq!(Records.fills(ALICE, 1).first().map(|fill| fill.left), Some(left));
		}
		let acceptance = Acceptance { lots: left + 1, number, ..acceptance_of(BOB) };
		let refusal = settle_one(sign(order, acceptance));
		assert_eq!(refusal, Some(Refusal::LotsOutOfRange));
		assert_eq!(stack(ARROWS, BOB).0, 100 + 261);
		assert_eq!(balance(BOB), WEALTH - 261);
	});
}

#[test]
fn what_is_bought_in_parts_costs_as_much_in_all() {
	with_goods(|| {
		let lot = vec![arrows(3)];
		let price = Price::fixed(7);
		let order = Listing { lot, price, lots: 30, ..Listing::default() }.rest();
		for lots in [1, 13, 2, 11, 3] {
			assert_ok!(buy(order, BOB, lots, Balance::MAX));
		}

		assert_eq!(Market::order(order), None);
		assert_eq!(stack(ARROWS, BOB).0, 100 + 90);
		assert_eq!(balance(BOB), WEALTH - 210);
	});
}

#[test]
fn a_partial_fill_leaves_no_unfillable_rest() {
	with_goods(|| {
		let order = Order { give: side(&[arrows(1)]), lots: 10, min_lots: 4, ..order_of(ALICE) };
		let take =
			|lots, number| sign(order.clone(), Acceptance { lots, number, ..acceptance_of(BOB) });
		assert_eq!(settle_one(take(8, 0)), None);

		assert_eq!(settle_one(take(1, 1)), Some(Refusal::LotsOutOfRange));
		assert_eq!(settle_one(take(2, 1)), None);
		assert!(Records.fills(ALICE, 1).is_empty());
	});
}

#[test]
fn a_bundle_is_what_was_signed() {
	with_goods(|| {
		mint(DAGGER, ALICE);
		let bundle = [SWORD.at_version(0), DAGGER.at_version(0), ESTATE.at_version(0)];
		let order =
			Order { give: side(&bundle), want: side(&[Asset::Coins(500)]), ..order_of(ALICE) };
		let trade = sign(order, acceptance_of(BOB));

		// A part of it is gone, came back, or is not what it was.
		give_away(DAGGER, CAROL);
		assert_eq!(settle_one(trade.clone()), Some(Refusal::Moved));
		give_away(DAGGER, ALICE);
		assert_eq!(settle_one(trade.clone()), Some(Refusal::Moved));
		let less = Order { give: side(&bundle[..1]), ..trade.order.clone() };
		let less = sign(less, trade.acceptance.clone());
		let less = Trade { order_signature: trade.order_signature.clone(), ..less };
		assert_eq!(settle_one(less), Some(Refusal::BadOrderSignature));

		let land = Order {
			give: side(&[ESTATE.at_version(0)]),
			want: side(&[Asset::Coins(500)]),
			..order_of(ALICE)
		};
		change(ESTATE);
		assert_eq!(settle_one(sign(land, acceptance_of(BOB))), Some(Refusal::Moved));
		assert_eq!(balance(BOB), WEALTH);
	});
}

#[test]
fn a_royalty_is_not_skipped_by_another_path() {
	for junk in [vec![], vec![arrows(1)], vec![ESTATE.at_version(0), arrows(9)]] {
		assert_on_every_path(10, &junk, || set_royalty(BLADES, 500));
	}
}

/// Else a seller would add something of its own, at the highest royalty, and have most of it back.
#[test]
fn a_royalty_is_not_won_back_with_junk_of_ones_own() {
	for junk in 0..=7 {
		with_goods(|| {
			set_royalty(BLADES, 500);
			set_royalty(POTIONS, 1_000);
			mint_units(POTIONS, ALICE, 10);
			let potion = Asset::Units { kind: POTIONS, amount: 1 };
			let lot = [vec![SWORD.at_version(0)], vec![potion; junk]].concat();
			let order = Listing { lot, price: Price::fixed(200), ..Listing::default() }.rest();

			assert_ok!(buy(order, BOB, 1, 200));

			assert_eq!(accrued(BLADES), 10);
		});
	}
}

#[test]
fn a_seller_who_will_not_have_the_royalty_taken_off_sells_nothing() {
	with_a_sword(|| {
		TheWorld::keep(0);
		set_royalty(BLADES, 500);
		let listing = Listing { max_deduction: 499, ..Listing::default() };
		let auction = Opening { max_deduction: 499, ..Opening::default() };
		let trade = sale(ALICE, BOB, 50, 0);
		let mean = Order { max_deduction: 499, ..trade.order };

		assert_noop!(listing.by(ALICE), Error::<Test>::DeductionTooHigh);
		assert_noop!(auction.by(ALICE), Error::<Test>::DeductionTooHigh);
		let refusal = settle_one(sign(mean, trade.acceptance));
		assert_eq!(refusal, Some(Refusal::DeductionTooHigh));
	});
}

#[test]
fn a_raised_royalty_is_not_taken_of_items_made_before() {
	with_a_sword(|| {
		mint_at(DAGGER, ALICE, 100);
		set_royalty(BLADES, 1_000);
		let lot = vec![DAGGER.at_version(0)];
		let price = Price::fixed(500);
		let order = Listing { lot, price, max_deduction: 1_100, ..Listing::default() }.rest();

		assert_ok!(buy(order, BOB, 1, 500));

		assert_eq!(accrued(BLADES), 5);
	});
}

#[test]
fn an_expired_offer_is_not_accepted() {
	with_goods(|| {
		let offer = Offer::default().rest();
		let barter = Barter { give: vec![arrows(1)], ..Barter::default() }.rest();
		let listing = Listing { lot: vec![arrows(1)], ..Listing::default() }.rest();
		let trade = sale(ALICE, BOB, 50, 0);
		go_to(UNTIL + 1);

		assert_noop!(accept_offer(offer, ALICE, SWORD.at_version(0)), Error::<Test>::Expired);
		assert_noop!(Market::accept_barter(signed(BOB), barter, ALL), Error::<Test>::Expired);
		assert_noop!(buy(listing, BOB, 1, 50), Error::<Test>::Expired);
		assert_eq!(settle_one(trade), Some(Refusal::Expired));
	});
}

#[test]
fn an_expired_order_locks_nothing_for_ever() {
	with_goods(|| {
		let orders = [
			Listing::default().rest(),
			Offer { price: WEALTH, ..Offer::default() }.rest(),
			Barter { give: vec![arrows(100)], ..Barter::default() }.rest(),
		];
		Players::offer(ALICE);
		TheWorld::close();
		go_to(UNTIL + 1);

		for order in orders {
			assert_ok!(Market::sweep(RuntimeOrigin::signed(settler()), order));
		}
		assert_eq!(holding(SWORD), Holding::new(ALICE));
		assert_eq!(stack(ARROWS, ALICE), (100, 0));
		assert_eq!(balance(BOB), WEALTH);
		assert_eq!(held(ALICE) + held(BOB), 0);
	});
}

#[test]
fn nothing_is_gained_by_sweeping_ones_own() {
	with_a_sword(|| {
		for number in 0..3 {
			let order = Listing { until: number + 1, ..Listing::default() };
			go_to(number + 1);
			let order = order.rest();
			go_to(number + 2);
			assert_ok!(Market::sweep(signed(ALICE), order));
		}

		assert_eq!(money(ALICE), WEALTH);
	});
}

#[test]
fn the_nonce_window_cannot_be_abused() {
	with_a_sword(|| {
		let under = |number| sign(Order { number, ..order_of(ALICE) }, acceptance_of(BOB));
		let answered = |number, answer| {
			let order = Order { number, ..order_of(ALICE) };
			sign(order, Acceptance { number: answer, ..acceptance_of(BOB) })
		};

		// A stolen key can't use up its lane with one signature, nor with many.
		for number in [MAX_STEP, u32::MAX - 1, u32::MAX] {
			assert_eq!(settle_one(under(number)), Some(Refusal::NumberTooFar));
		}
		assert_eq!(settle_one(answered(MAX_STEP - 1, 0)), None);
		assert_eq!(settle_one(answered(MAX_STEP, 1)), None);
		// What lies behind the window is void for good, and within it counts once.
		assert_eq!(settle_one(under(MAX_STEP - WINDOW)), Some(Refusal::NumberVoid));
		assert_eq!(settle_one(answered(MAX_STEP - WINDOW + 1, 2)), None);
		assert_eq!(settle_one(answered(MAX_STEP - WINDOW + 1, 3)), Some(Refusal::AlreadySpent));
		// The owner's own lane has not moved, nor have others' numbers.
		assert_eq!(purse(ALICE).lanes[0].next, 0);
		assert_eq!(purse(BOB).lanes[1].next, 3);
	});
}

#[test]
fn a_number_of_a_refused_trade_is_not_spent() {
	with_a_sword(|| {
		let too_dear = sale(ALICE, BOB, WEALTH + 1, 0);
		assert_eq!(settle_one(too_dear), Some(Refusal::TooFewCoins));

		assert_eq!(settle_one(sale(ALICE, BOB, WEALTH, 0)), None);
	});
}

#[test]
fn two_orders_of_one_number_are_not_both_filled() {
	with_goods(|| {
		// One or the other, as its maker said: the sword or the estate.
		let either = [SWORD, ESTATE].map(|asset| sale_of(asset, ALICE, BOB, 100, 0));
		let other = Acceptance { number: 1, ..acceptance_of(BOB) };
		let second = sign(either[1].order.clone(), other.clone());

		assert_ok!(settle(1, [either[0].clone(), second]));

		let refused = vec![(1, Refusal::AlreadySpent)];
		System::assert_last_event(
			Event::<Test>::BatchSettled { world: WORLD, seq: 1, trades: 2, refused }.into(),
		);
		// Nor when the first is filled in part only.
		let parts = |amount| {
			let give = side(&[arrows(amount)]);
			Order { give, lots: 5, number: 1, ..order_of(ALICE) }
		};
		assert_eq!(settle_one(sign(parts(1), other)), None);
		let third = Acceptance { number: 2, ..acceptance_of(BOB) };
		assert_eq!(settle_one(sign(parts(2), third)), Some(Refusal::AlreadySpent));
	});
}

#[test]
fn two_with_the_same_terms_do_not_get_in_each_others_way() {
	with_goods(|| {
		mint(DAGGER, ALICE);
		let wanted = Wanted::OfKind(BLADES);
		let offers = [BOB, CAROL].map(|bidder| Offer { bidder, wanted, ..Offer::default() }.rest());
		assert_ok!(accept_offer(offers[0], ALICE, SWORD.at_version(0)));
		assert_ok!(accept_offer(offers[1], ALICE, DAGGER.at_version(0)));

		// And what was sold once is sold again at the same price and until the same block.
		let resold = Listing { seller: BOB, lot: vec![as_it_is(SWORD)], ..Listing::default() };
		assert_ok!(buy(resold.rest(), ALICE, 1, 50));
		assert_eq!(settle_one(sale_of(SWORD, ALICE, BOB, 50, 2)), None);
		assert_eq!(settle_one(sale_of(SWORD, BOB, ALICE, 50, 3)), None);
	});
}

#[test]
fn auction_cannot_be_cancelled_after_a_bid() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		assert_ok!(bid(auction, BOB, 50));

		assert_noop!(Market::cancel_auction(signed(ALICE), auction), Error::<Test>::HasBid);
		go_to(LATEST + 1);
		assert_noop!(Market::cancel_auction(signed(ALICE), auction), Error::<Test>::HasBid);
		assert_ok!(Market::close_auction(signed(CAROL), auction));
		assert_eq!(holding(SWORD).owner, BOB);
	});
}

#[test]
fn what_is_auctioned_does_not_leave_by_another_path() {
	with_goods(|| {
		let lot = vec![SWORD.at_version(0), arrows(100)];
		let auction = Opening { lot, ..Opening::default() }.open();
		assert_ok!(bid(auction, BOB, 50));
		let offer = Offer { bidder: CAROL, ..Offer::default() }.rest();

		assert_noop!(Listing::default().by(ALICE), Error::<Test>::Locked);
		assert_noop!(Opening::default().by(ALICE), Error::<Test>::Locked);
		assert_noop!(Barter::default().by(ALICE), Error::<Test>::Locked);
		assert_noop!(accept_offer(offer, ALICE, SWORD.at_version(0)), Error::<Test>::Locked);
		assert_eq!(settle_one(sale(ALICE, CAROL, 900, 0)), Some(Refusal::Locked));
		let order = Order { give: side(&[arrows(1)]), ..order_of(ALICE) };
		assert_eq!(settle_one(sign(order, acceptance_of(CAROL))), Some(Refusal::TooFewUnits));
	});
}

#[test]
fn a_seller_who_offers_its_avatar_is_held_to_the_highest_bid() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		assert_ok!(bid(auction, BOB, 50));
		Players::offer(ALICE);
		go_to(ENDS + 1);

		assert_ok!(Market::close_auction(signed(BOB), auction));

		assert_eq!(holding(SWORD).owner, BOB);
		assert!(purse(ALICE).frozen);
	});
}

#[test]
fn a_bidder_who_offers_its_avatar_is_held_to_its_bid() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		assert_ok!(bid(auction, BOB, WEALTH));
		Players::offer(BOB);
		go_to(ENDS + 1);

		assert_ok!(Market::close_auction(signed(ALICE), auction));

		assert_eq!(balance(ALICE), WEALTH + 900);
		assert_eq!(balance(BOB), 0);
	});
}

#[test]
fn nobody_wins_by_bidding_last_or_bids_for_ever() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		go_to(ENDS);
		assert_ok!(bid(auction, BOB, 50));
		// There is time to answer.
		go_to(ENDS + 1);
		assert_ok!(bid(auction, CAROL, 60));
		for (block, amount) in (ENDS + 2..=LATEST).zip((70..).step_by(10)) {
			go_to(block);
			assert_ok!(bid(auction, BOB, amount));
		}

		go_to(LATEST + 1);
		assert_noop!(bid(auction, CAROL, WEALTH), Error::<Test>::AuctionOver);
		assert_ok!(Market::close_auction(signed(CAROL), auction));
	});
}

#[test]
fn a_failed_sale_keeps_nobodys_coins_and_no_lot() {
	with_a_sword(|| {
		let auction = Opening::default().open();
		assert_ok!(bid(auction, BOB, WEALTH));
		change(SWORD);
		go_to(ENDS + 1);

		assert_ok!(Market::close_auction(signed(CAROL), auction));

		let reason = Refusal::Moved;
		System::assert_last_event(Event::<Test>::AuctionFailed { auction, reason }.into());
		assert_eq!(balance(BOB), WEALTH);
		assert_eq!(holding(SWORD), Holding { owner: ALICE, version: 1, lock: None });
		// Both are free to trade again.
		assert_eq!(settle_one(sale(ALICE, BOB, WEALTH, 1)), None);
	});
}

/// The operator of the world sells in it, and would take the raise back if it liked the bids.
#[test]
fn a_seller_does_not_get_out_of_its_auction_by_raising_the_fee() {
	with_a_sword(|| {
		TheWorld::keep(300);
		let auction = Opening { max_deduction: 300, ..Opening::default() }.open();
		assert_ok!(bid(auction, BOB, 100));
		TheWorld::keep(301);
		go_to(ENDS + 1);

		assert_ok!(Market::close_auction(signed(BOB), auction));

		assert_eq!(holding(SWORD).owner, BOB);
		assert_eq!((balance(ALICE), balance(TREASURY)), (WEALTH + 97, WEALTH + 3));
	});
}

/// Else a seller would let its parcel to a puppet for years, in the same block as it is paid.
#[test]
fn an_offer_for_land_of_an_area_is_not_filled_with_what_is_let() {
	with_goods(|| {
		let (min, max) = (Coordinates::new(-9, -9), Coordinates::new(9, 9));
		let wanted = Wanted::ParcelIn { world: WORLD, area: Area { min, max } };
		let order = Offer { wanted, ..Offer::default() }.rest();
		Ground::let_out(PARCEL);

		assert_noop!(accept_offer(order, CAROL, as_it_is(PARCEL)), Error::<Test>::NotWanted);
		assert_eq!(balance(CAROL), WEALTH);

		// Who offers coins for this very parcel, let as it is, has seen it.
		let wanted = Wanted::Asset(as_it_is(PARCEL));
		let seen = Offer { wanted, ..Offer::default() }.rest();
		assert_ok!(accept_offer(seen, CAROL, as_it_is(PARCEL)));
	});
}

/// An issuer, or a world's server, writes what others have for sale.
#[test]
fn nothing_is_earned_by_changing_what_others_have_for_sale() {
	with_goods(|| {
		let orders = [
			Listing::default().rest(),
			Barter { give: vec![ESTATE.at_version(0), Asset::Coins(5)], ..Barter::default() }
				.rest(),
		];
		change(SWORD);
		change(ESTATE);

		for order in orders {
			assert_ok!(Market::sweep(signed(CAROL), order));
		}

		assert_eq!([ALICE, CAROL].map(money), [WEALTH; 2]);
		assert_eq!(held(ALICE), 0);
	});
}

/// What lies too far ahead to be settled looks harmless to who signs it.
#[test]
fn what_was_signed_far_ahead_stays_dead_when_all_is_cancelled() {
	with_a_sword(|| {
		let under = |number| sign(Order { number, ..order_of(ALICE) }, acceptance_of(BOB));
		let ahead = [MAX_STEP, 2 * MAX_STEP - 1, 2 * MAX_STEP, 1 << 16];
		for number in ahead {
			assert_eq!(settle_one(under(number)), Some(Refusal::NumberTooFar));
		}
		begin_after(Hash::repeat_byte(1));

		assert_ok!(Market::cancel_signed(signed(ALICE), ALICE, Cancellation::All));

		for number in [0].into_iter().chain(ahead) {
			assert_eq!(settle_one(under(number)), Some(Refusal::NumberVoid));
		}
		// Nor does the sale of the avatar make them good.
		Players::sell(ALICE, owner(CAROL));
		for number in ahead {
			assert_eq!(settle_one(under(number)), Some(Refusal::NumberVoid));
		}
	});
}

#[test]
fn nobody_buys_of_itself() {
	with_a_sword(|| {
		let listing = Listing { lot: vec![ESTATE.at_version(0)], ..Listing::default() }.rest();
		let offer = Offer { bidder: ALICE, ..Offer::default() }.rest();
		let auction = Opening::default().open();

		assert_noop!(buy(listing, ALICE, 1, 50), Error::<Test>::SelfTrade);
		assert_noop!(accept_offer(offer, ALICE, SWORD.at_version(0)), Error::<Test>::SelfTrade);
		assert_noop!(bid(auction, ALICE, 50), Error::<Test>::SelfTrade);
		assert_eq!(settle_one(sale(ALICE, ALICE, 1, 0)), Some(Refusal::SelfTrade));
	});
}

#[test]
fn what_is_soulbound_does_not_leave_by_any_path() {
	with_a_sword(|| {
		let offers = [
			Offer::default().rest(),
			Offer { wanted: Wanted::OfKind(BLADES), ..Offer::default() }.rest(),
			Offer { wanted: Wanted::InCollection(CollectionId(0)), ..Offer::default() }.rest(),
		];
		bind(BLADES);

		assert_noop!(Listing::default().by(ALICE), Error::<Test>::Soulbound);
		assert_noop!(Opening::default().by(ALICE), Error::<Test>::Soulbound);
		assert_noop!(Barter::default().by(ALICE), Error::<Test>::Soulbound);
		for offer in offers {
			assert_noop!(accept_offer(offer, ALICE, SWORD.at_version(0)), Error::<Test>::Soulbound);
		}
		assert_eq!(settle_one(sale(ALICE, BOB, 1, 0)), Some(Refusal::Soulbound));
	});
}

/// Else a world would trade the items of another without its rules.
#[test]
fn what_is_at_home_in_another_world_does_not_leave_by_any_path() {
	with_goods(|| {
		let offer = Offer::default().rest();
		set_home(BLADES, WorldId(8));

		assert_noop!(Listing::default().by(ALICE), Error::<Test>::NotTradableHere);
		assert_noop!(Opening::default().by(ALICE), Error::<Test>::NotTradableHere);
		assert_noop!(Barter::default().by(ALICE), Error::<Test>::NotTradableHere);
		assert_noop!(
			accept_offer(offer, ALICE, SWORD.at_version(0)),
			Error::<Test>::NotTradableHere
		);
		assert_eq!(settle_one(sale(ALICE, BOB, 1, 0)), Some(Refusal::NotTradableHere));
	});
}

#[test]
fn a_world_that_is_closed_keeps_nothing_of_anyones() {
	with_goods(|| {
		let listing = Listing::default().rest();
		let offer = Offer::default().rest();
		let barter = Barter { give: vec![arrows(1)], ..Barter::default() }.rest();
		let lot = vec![ESTATE.at_version(0)];
		let auction = Opening { lot, ..Opening::default() }.open();
		assert_ok!(bid(auction, CAROL, 50));
		TheWorld::close();

		assert_ok!(Market::cancel(signed(ALICE), listing));
		assert_ok!(Market::cancel(signed(BOB), offer));
		assert_ok!(Market::cancel(signed(ALICE), barter));
		go_to(ENDS + 1);
		assert_ok!(Market::close_auction(signed(ALICE), auction));
		assert_eq!(EVERYONE.map(money), [WEALTH; 4]);
		assert_eq!(aside(), 0);
	});
}

#[test]
fn a_suspended_world_stops_what_is_new_and_binds_nobody() {
	with_a_sword(|| {
		let listing = Listing::default().rest();
		TheWorld::suspend();

		assert_noop!(Offer::default().by(BOB), DispatchError::Other("suspended"));
		assert_noop!(settle(1, [sale(ALICE, BOB, 1, 0)]), DispatchError::Other("suspended"));
		assert_ok!(Market::cancel(signed(ALICE), listing));
		TheWorld::resume();
		assert_ok!(Offer::default().by(BOB));
	});
}

#[test]
fn a_bad_trade_takes_no_other_with_it() {
	with_goods(|| {
		mint(DAGGER, ALICE);
		let gone = sale_of(BUCKLER, ALICE, BOB, 10, 0);
		let order = Order { number: 1, ..sale_of(SWORD, ALICE, BOB, 10, 0).order };
		let first = sign(order, Acceptance { number: 1, ..acceptance_of(BOB) });
		let order = Order { number: 2, ..sale_of(DAGGER, ALICE, CAROL, 10, 0).order };
		let last = sign(order, acceptance_of(CAROL));

		assert_ok!(settle(1, [first, gone, last]));

		let refused = vec![(1, Refusal::NotOwner)];
		System::assert_last_event(
			Event::<Test>::BatchSettled { world: WORLD, seq: 1, trades: 3, refused }.into(),
		);
		assert_eq!([SWORD, DAGGER].map(|it| holding(it).owner), [BOB, CAROL]);
	});
}

#[test]
fn everything_comes_back_in_the_end() {
	with_goods(|| {
		let orders: Vec<(AvatarId, OrderId)> = vec![
			(ALICE, Listing { lot: vec![arrows(10)], lots: 3, ..Listing::default() }.rest()),
			(BOB, Offer { wanted: Wanted::OfKind(BLADES), lots: 2, ..Offer::default() }.rest()),
			(
				CAROL,
				Barter { maker: CAROL, give: vec![Asset::Coins(9)], ..Barter::default() }.rest(),
			),
		];
		let auction = Opening::default().open();
		assert_ok!(bid(auction, CAROL, 50));
		assert_ok!(bid(auction, BOB, 60));
		go_to(UNTIL + 1);

		for (maker, order) in orders {
			assert_ok!(Market::sweep(signed(maker), order));
		}
		assert_ok!(Market::close_auction(signed(ALICE), auction));

		assert_eq!(EVERYONE.map(money), [WEALTH; 4]);
		assert_eq!(aside(), 0);
		assert_eq!(EVERYONE.map(balance), [WEALTH + 6, WEALTH + 54, WEALTH - 60, WEALTH]);
		assert_eq!(EVERYONE.map(consumers), [0, 2, 3, 1]);
	});
}
