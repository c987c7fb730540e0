// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Book, Error, Price, Wanted};
use frame_support::{assert_ok, storage::with_transaction};
use freehold_primitives::{
	asset::Asset,
	ids::{AuctionId, AvatarId, OrderId, WorldId},
	key::OrderKey,
	order::{Acceptance, Cancellation, Order},
	settlement::{Proceeds, Receipt, Refusal},
};
use sp_runtime::{DispatchError, StateVersion, TransactionOutcome};

/// So many lots of an arrow each of Alice's, each in an order of its own.
fn list_arrows(count: u32) {
	for _ in 0..count {
		Listing { lot: vec![arrows(1)], ..Listing::default() }.rest();
	}
}

/// The orders of a page.
fn listed(start: u32, limit: u32) -> Vec<u32> {
	Market::book(OrderId(start), limit).into_iter().map(|(id, _)| id.0).collect()
}

/// The state of the whole chain.
fn state() -> Vec<u8> {
	sp_io::storage::root(StateVersion::V1)
}

/// What comes of a view, which changes nothing.
fn look<R>(view: impl FnOnce() -> R) -> R {
	let before = state();
	let seen = view();
	assert_eq!(state(), before, "a look changes nothing");
	seen
}

/// Coins that are paid for blades at a royalty of a twentieth.
fn proceeds(gross: u128) -> Proceeds {
	let (fee, royalty) = (gross / 10, gross / 20);
	Proceeds { gross, fee, royalties: vec![(BLADES, royalty)], net: gross - fee - royalty }
}

fn to_the_maker(maker: Proceeds) -> Receipt {
	Receipt { maker, ..Receipt::default() }
}

fn to_the_taker(taker: Proceeds) -> Receipt {
	Receipt { taker, ..Receipt::default() }
}

#[test]
fn the_book_is_listed_in_order() {
	with_goods(|| {
		let listing = Listing::default().rest();
		let offer = Offer::default().rest();
		let barter = Barter { give: vec![arrows(1)], ..Barter::default() }.rest();

		let orders = [listing, offer, barter];
		let expected: Vec<_> =
			orders.map(|id| (id, Market::order(id).expect("it was made before"))).into();
		assert_eq!(look(|| Market::book(OrderId(0), 128)), expected);
	});
}

#[test]
fn the_book_is_listed_page_by_page() {
	with_goods(|| {
		list_arrows(5);
		for gone in [1, 3] {
			assert_ok!(Market::cancel(signed(ALICE), OrderId(gone)));
		}

		assert_eq!(listed(0, 2), [0, 2]);
		assert_eq!(listed(3, 2), [4]);
		assert_eq!(listed(1, 1), [2]);
		assert_eq!(listed(5, 2), [0; 0]);
		assert_eq!(listed(u32::MAX, 2), [0; 0]);
		assert_eq!(listed(0, 0), [0; 0]);
	});
}

#[test]
fn orders_past_the_first_byte_of_ids_are_in_order_too() {
	with_goods(|| {
		list_arrows(1);
		let order = Market::order(OrderId(0)).expect("it was listed");
		let _ = with_transaction(|| {
			for id in [256, 1, 255, 65_536] {
				Book::<Test>::insert(OrderKey::from(OrderId(id)), order.clone());
			}
			assert_eq!(listed(0, 128), [0, 1, 255, 256, 65_536]);
			assert_eq!(listed(2, 2), [255, 256]);
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
		});
	});
}

#[test]
fn a_page_is_bounded() {
	with_goods(|| {
		list_arrows(1);
		let order = Market::order(OrderId(0)).expect("it was listed");
		let _ = with_transaction(|| {
			for id in 1..200 {
				Book::<Test>::insert(OrderKey::from(OrderId(id)), order.clone());
			}
			assert_eq!(listed(0, u32::MAX), (0..128).collect::<Vec<_>>());
			assert_eq!(listed(128, u32::MAX), (128..200).collect::<Vec<_>>());
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
		});
	});
}

#[test]
fn auctions_are_listed_page_by_page() {
	with_goods(|| {
		for _ in 0..4 {
			Opening { lot: vec![arrows(1)], ..Opening::default() }.open();
		}
		assert_ok!(Market::cancel_auction(signed(ALICE), AuctionId(1)));
		let listed = |start, limit| -> Vec<_> {
			let page = look(|| Market::auctions(AuctionId(start), limit));
			page.into_iter().map(|(id, _)| id.0).collect()
		};

		assert_eq!(listed(0, 2), [0, 2]);
		assert_eq!(listed(1, 128), [2, 3]);
		assert_eq!(listed(4, 128), [0; 0]);
		assert_eq!(listed(0, 0), [0; 0]);
		let (id, first) = Market::auctions(AuctionId(0), 1).remove(0);
		assert_eq!(Market::auction(id), Some(first));
	});
}

#[test]
fn what_there_is_not_is_none() {
	with_a_sword(|| {
		assert_eq!(Market::order(OrderId(0)), None);
		assert_eq!(Market::auction(AuctionId(0)), None);
		assert_eq!(Market::price(OrderId(0)), None);
		assert_eq!(Market::last_batch(WORLD), None);
	});
}

#[test]
fn a_price_is_that_of_this_block() {
	with_a_sword(|| {
		let price = Price { start: 90, end: 30, from: 10, to: 40 };
		let order = Listing { price, ..Listing::default() }.rest();

		for (block, expected) in [(10, 90), (11, 88), (25, 60), (40, 30), (UNTIL, 30)] {
			go_to(block);
			assert_eq!(Market::price(order), Some(expected), "in block {block}");
		}
	});
}

#[test]
fn only_a_listing_has_a_price() {
	with_goods(|| {
		for order in [Offer::default().rest(), Barter::default().rest()] {
			assert_eq!(Market::price(order), None);
		}
	});
}

#[test]
fn a_purchase_is_previewed_as_it_comes() {
	with_a_sword(|| {
		set_royalty(BLADES, 500);
		let order = Listing { price: Price::fixed(400), ..Listing::default() }.rest();

		assert_eq!(look(|| Market::preview_buy(order, BOB, 1)), Ok(to_the_maker(proceeds(400))));

		assert_ok!(buy(order, BOB, 1, 400));
		assert_eq!(balance(ALICE), WEALTH + proceeds(400).net);
		assert_eq!(accrued(BLADES), 20);
	});
}

#[test]
fn a_purchase_of_several_lots_is_previewed() {
	with_goods(|| {
		let lot = vec![arrows(10)];
		let order = Listing { lot, lots: 4, ..Listing::default() }.rest();

		let expected = Proceeds { gross: 150, fee: 15, royalties: vec![], net: 135 };
		assert_eq!(look(|| Market::preview_buy(order, BOB, 3)), Ok(to_the_maker(expected)));
	});
}

#[test]
fn an_offer_is_previewed_as_it_comes() {
	with_a_sword(|| {
		set_royalty(BLADES, 500);
		let order = Offer { price: 400, ..Offer::default() }.rest();
		let sword = SWORD.at_version(0);

		assert_eq!(
			look(|| Market::preview_accept_offer(order, ALICE, sword)),
			Ok(to_the_taker(proceeds(400)))
		);

		assert_ok!(accept_offer(order, ALICE, sword));
		assert_eq!(balance(ALICE), WEALTH + proceeds(400).net);
	});
}

#[test]
fn a_barter_is_previewed_as_it_comes() {
	with_goods(|| {
		set_royalty(BLADES, 500);
		let give = vec![SWORD.at_version(0), Asset::Coins(100)];
		let want = vec![arrows(10), Asset::Coins(400)];
		let order = Barter { give, want, ..Barter::default() }.rest();

		let taker = Proceeds { gross: 100, fee: 10, royalties: vec![], net: 90 };
		assert_eq!(
			look(|| Market::preview_accept_barter(order)),
			Ok(Receipt { maker: proceeds(400), taker })
		);

		assert_ok!(Market::accept_barter(signed(BOB), order, ALL));
		assert_eq!(balance(ALICE), WEALTH - 100 + 340);
		assert_eq!(balance(BOB), WEALTH - 400 + 90);
	});
}

#[test]
fn a_preview_fails_as_the_call_does() {
	with_goods(|| {
		let listing =
			Listing { buyer: Some(BOB), price: Price::fixed(WEALTH), ..Listing::default() };
		let listing = listing.rest();
		let offer = Offer { bidder: CAROL, ..Offer::default() }.rest();
		let barter = Barter { give: vec![arrows(1)], want: vec![arrows(102)], ..Barter::default() };
		let barter = barter.rest();
		let sword = SWORD.at_version(0);
		let unknown = OrderId(9);

		for (preview, reason) in [
			(Market::preview_buy(unknown, BOB, 1), Error::<Test>::UnknownOrder),
			(Market::preview_buy(offer, BOB, 1), Error::<Test>::NotListing),
			(Market::preview_buy(listing, CAROL, 1), Error::<Test>::WrongTaker),
			(Market::preview_buy(listing, ALICE, 1), Error::<Test>::SelfTrade),
			(Market::preview_buy(listing, BOB, 2), Error::<Test>::LotsOutOfRange),
			(Market::preview_accept_offer(unknown, ALICE, sword), Error::<Test>::UnknownOrder),
			(Market::preview_accept_offer(listing, ALICE, sword), Error::<Test>::NotOffer),
			(Market::preview_accept_offer(offer, ALICE, sword), Error::<Test>::Locked),
			(Market::preview_accept_offer(offer, ALICE, arrows(1)), Error::<Test>::NotWanted),
			(Market::preview_accept_barter(unknown), Error::<Test>::UnknownOrder),
			(Market::preview_accept_barter(offer), Error::<Test>::NotBarter),
			(Market::preview_accept_barter(barter), Error::<Test>::TooFewUnits),
		] {
			assert_eq!(preview, Err(reason.into()));
		}
		let stranger = Market::preview_accept_offer(offer, NOBODY, sword);
		assert_eq!(stranger, Err(DispatchError::Other("unknown avatar")));
		assert_ok!(look(|| Market::preview_buy(listing, BOB, 1)));
		Offer { price: 1, wanted: Wanted::OfKind(SHIELDS), ..Offer::default() }.rest();
		assert_eq!(
			look(|| Market::preview_buy(listing, BOB, 1)),
			Err(Error::<Test>::TooFewCoins.into())
		);
		go_to(UNTIL + 1);
		assert_eq!(Market::preview_buy(listing, BOB, 1), Err(Error::<Test>::Expired.into()));
	});
}

#[test]
fn a_preview_tells_the_same_of_several_reasons() {
	with_goods(|| {
		let wanted = Wanted::Asset(arrows(1));
		let listing = Listing::default().rest();
		let offer = Offer { bidder: CAROL, wanted, ..Offer::default() }.rest();
		let barter = Barter { give: vec![arrows(1)], ..Barter::default() }.rest();
		Players::offer(BOB);
		let (offered, expired) = (DispatchError::Other("offered"), Error::<Test>::Expired.into());

		for (block, of_barters) in [(NOW, offered), (UNTIL + 1, expired)] {
			go_to(block);
			for (preview, call, reason) in [
				(Market::preview_buy(listing, BOB, 1), buy(listing, BOB, 1, 50), offered),
				(
					Market::preview_accept_offer(offer, BOB, arrows(1)),
					accept_offer(offer, BOB, arrows(1)),
					offered,
				),
				(
					Market::preview_accept_barter(barter),
					Market::accept_barter(signed(BOB), barter, ALL),
					of_barters,
				),
			] {
				assert_eq!((preview, call), (Err(reason), Err(reason)));
			}
		}
	});
}

/// It is what a client asks before its owner signs, whoever that is.
#[test]
fn a_preview_does_not_ask_who_owns_the_taker() {
	with_goods(|| {
		let listing = Listing::default().rest();
		let barter = Barter { give: vec![arrows(1)], ..Barter::default() }.rest();
		Players::sell(BOB, operator());

		assert_ok!(Market::preview_buy(listing, BOB, 1));
		assert_ok!(Market::preview_accept_barter(barter));
	});
}

/// Numbers of errors are what clients of other languages know them by.
#[test]
fn a_preview_tells_the_reason_by_its_number() {
	with_a_sword(|| {
		let Err(DispatchError::Module(error)) = Market::preview_buy(OrderId(0), BOB, 1) else {
			panic!("there is no such order");
		};

		assert_eq!(error.index, 2);
		assert_eq!(error.error, [0; 4]);
	});
}

#[test]
fn a_trade_is_previewed_as_it_comes() {
	with_a_sword(|| {
		set_royalty(BLADES, 500);
		let trade = sale(ALICE, BOB, 400, 0);

		assert_eq!(
			look(|| Market::preview_trade(trade.order.clone(), BOB, 1)),
			Ok(to_the_maker(proceeds(400)))
		);

		assert_eq!(settle_one(trade), None);
		assert_eq!(balance(ALICE), WEALTH + proceeds(400).net);
	});
}

#[test]
fn a_trade_is_previewed_with_what_is_left_of_the_order() {
	with_goods(|| {
		let (give, want) = (side(&[arrows(10)]), side(&[Asset::Coins(100)]));
		let order = Order { give, want, lots: 4, min_lots: 2, ..order_of(ALICE) };
		let first = Acceptance { lots: 3, ..acceptance_of(CAROL) };
		assert_eq!(settle_one(sign(order.clone(), first)), None);
		let preview = |lots| look(|| Market::preview_trade(order.clone(), BOB, lots));

		assert_eq!(preview(1).map(|it| it.maker.net), Ok(90));
		assert_eq!(preview(2), Err(Refusal::LotsOutOfRange));
	});
}

#[test]
fn a_trade_that_would_be_refused_is_previewed_with_the_reason() {
	with_goods(|| {
		let (give, want) = (side(&[SWORD.at_version(0)]), side(&[Asset::Coins(100)]));
		let order = || Order { give: give.clone(), want: want.clone(), ..order_of(ALICE) };
		let preview = |order, taker: AvatarId, lots| {
			look(|| Market::preview_trade(order, taker, lots)).map(drop)
		};

		for (order, refusal) in [
			(Order { give: side(&[]), ..order() }, Refusal::Malformed),
			(Order { world: WorldId(8), ..order() }, Refusal::WrongWorld),
			(Order { maker: BOB, ..order() }, Refusal::SelfTrade),
			(Order { taker: Some(CAROL), ..order() }, Refusal::WrongTaker),
			(Order { valid_until: 0, ..order() }, Refusal::Expired),
			(Order { valid_until: u32::MAX, ..order() }, Refusal::LivesTooLong),
			(Order { lane: 3, ..order() }, Refusal::UnknownKey),
			(Order { maker: NOBODY, ..order() }, Refusal::UnknownKey),
			(Order { number: 1 << 16, ..order() }, Refusal::NumberTooFar),
			(Order { max_deduction: 999, ..order() }, Refusal::DeductionTooHigh),
			(Order { give: side(&[SWORD.at_version(1)]), ..order() }, Refusal::Moved),
			(Order { give: side(&[BUCKLER.at_version(0)]), ..order() }, Refusal::NotOwner),
			(Order { want: side(&[Asset::Coins(WEALTH + 1)]), ..order() }, Refusal::TooFewCoins),
			(Order { want: side(&[arrows(101)]), ..order() }, Refusal::TooFewUnits),
		] {
			assert_eq!(preview(order, BOB, 1), Err(refusal));
		}
		assert_eq!(preview(order(), BOB, 2), Err(Refusal::LotsOutOfRange));
		assert_eq!(preview(order(), NOBODY, 1), Err(Refusal::UnknownAvatar));
		assert_ok!(preview(order(), BOB, 1));
		let all = Cancellation::Below { lane: 1, number: 1 };
		assert_ok!(Market::cancel_signed(signed(ALICE), ALICE, all));
		assert_eq!(preview(order(), BOB, 1), Err(Refusal::AlreadySpent));
	});
}

#[test]
fn no_trade_is_previewed_as_settled_in_a_suspended_world() {
	with_a_sword(|| {
		let order = sale(ALICE, BOB, 100, 0).order;
		TheWorld::suspend();

		assert_eq!(Market::preview_trade(order.clone(), BOB, 1), Err(Refusal::WrongWorld));

		TheWorld::resume();
		assert_ok!(Market::preview_trade(order, BOB, 1).map(drop));
	});
}

#[test]
fn what_is_escrowed_is_counted_over_all() {
	with_goods(|| {
		assert_eq!(Market::escrowed(), 0);
		Offer { wanted: Wanted::OfKind(BLADES), lots: 3, ..Offer::default() }.rest();
		Barter { give: vec![Asset::Coins(7)], ..Barter::default() }.rest();
		let auction = Opening::default().open();
		assert_ok!(bid(auction, CAROL, 60));

		assert_eq!(Market::escrowed(), 150 + 7 + 60);
	});
}
