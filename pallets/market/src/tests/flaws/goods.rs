// SPDX-License-Identifier: Apache-2.0
//! What changes hands: all that was agreed on, and nothing that may not.

use crate::{mock::*, Error, Price, Wanted};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::{Asset, Holding},
	chain::Balance,
	ids::{CollectionId, WorldId},
	land::{Area, Coordinates},
	order::{Acceptance, Order, Trade},
	settlement::{Refusal, Store},
};

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
