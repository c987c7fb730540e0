// SPDX-License-Identifier: Apache-2.0
//! Each call weighs what its own weight says, in the worst case before it is made.

use crate::{mock::*, weights::SubstrateWeight, Call, Price, Wanted, WeightInfo};
use frame_support::{dispatch::GetDispatchInfo, weights::Weight};
use freehold_primitives::{
	asset::Asset,
	ids::{AuctionId, OrderId},
	order::{Cancellation, Order},
};

type W = SubstrateWeight<Test>;

/// Every call, in the order of their numbers, and what it weighs.
fn calls() -> [(Call<Test>, Weight); 14] {
	let (world, seller, bidder, buyer, avatar) = (WORLD, ALICE, BOB, BOB, ALICE);
	let (maker, taker) = (ALICE, BOB);
	let (order, auction) = (OrderId(0), AuctionId(0));
	let (price, lots, max_price, amount) = (Price::fixed(50), 1, 50, 50);
	let (until, max_deduction) = (UNTIL, ALL);
	let lot = || side(&[SWORD.at_version(0)]);
	let (give, want, asset) = (lot(), side(&[arrows(1)]), arrows(1));
	let (reserve, least_raise, ends, extension, latest) = (50, 10, ENDS, 5, LATEST);
	let wanted = Wanted::OfKind(BLADES);
	let list =
		Call::list { world, seller, lot: lot(), price, lots, buyer: None, max_deduction, until };
	let open_auction = Call::open_auction {
		world,
		seller,
		lot: lot(),
		reserve,
		least_raise,
		ends,
		extension,
		latest,
		max_deduction,
	};
	[
		(list, W::list()),
		(Call::cancel { order }, W::cancel()),
		(Call::buy { order, buyer, lots, max_price }, W::buy()),
		(Call::settle { world, seq: 1, trades: batch([]) }, at_most(0, 0)),
		(Call::offer { world, bidder, price: 50, wanted, lots, until }, W::offer()),
		(Call::accept_offer { order, seller, asset, max_deduction }, W::accept_offer()),
		(Call::barter { world, maker, taker, give, want, max_deduction, until }, W::barter()),
		(Call::accept_barter { order, max_deduction }, W::accept_barter()),
		(Call::sweep { order }, W::sweep()),
		(open_auction, W::open_auction()),
		(Call::bid { auction, bidder, amount }, W::bid()),
		(Call::cancel_auction { auction }, W::cancel_auction()),
		(Call::close_auction { auction }, W::close_auction()),
		(Call::cancel_signed { avatar, what: Cancellation::All }, W::cancel_signed()),
	]
}

#[test]
fn each_call_weighs_what_its_own_weight_says() {
	for (number, (call, weight)) in calls().into_iter().enumerate() {
		assert_eq!(call.get_dispatch_info().call_weight, weight, "{call:?}");
		assert_eq!(codec::Encode::encode(&call).first().copied(), u8::try_from(number).ok());
		assert!(weight.ref_time() > 0, "{call:?}");
	}
}

/// What a batch weighs before it is looked at: as if every signature in it were bad.
fn at_most(trades: u32, assets: u32) -> Weight {
	W::settle(trades)
		.saturating_add(W::settle_items(assets))
		.saturating_sub(W::settle(assets))
		.saturating_add(W::settle_forged(trades))
}

/// The same of a batch of one trade, whose assets have records that items have not.
fn with_more(assets: u32, reads: u64, writes: u64) -> Weight {
	let more = <Test as frame_system::Config>::DbWeight::get().reads_writes(reads, writes);
	at_most(1, assets).saturating_add(more)
}

/// What a batch of one order weighs.
fn weight(order: Order) -> Weight {
	let trades = batch([sign(order, acceptance_of(BOB))]);
	Call::<Test>::settle { world: WORLD, seq: 1, trades }
		.get_dispatch_info()
		.call_weight
}

/// What it weighs to settle assets for others.
fn weight_of(give: &[Asset], want: &[Asset]) -> Weight {
	weight(Order { give: side(give), want: side(want), ..order_of(ALICE) })
}

#[test]
fn a_batch_weighs_by_the_number_of_its_trades() {
	let trades = || sign(order_of(ALICE), acceptance_of(BOB));
	let call = |trades| Call::<Test>::settle { world: WORLD, seq: 1, trades };
	with_a_sword(|| {
		for (trades, count) in [(batch([trades()]), 1), (batch([trades(), trades()]), 2)] {
			assert_eq!(call(trades).get_dispatch_info().call_weight, at_most(count, 0));
		}
	});
}

#[test]
fn a_batch_weighs_by_its_assets_beside_coins() {
	with_a_sword(|| {
		let (sword, estate, coin) = (SWORD.at_version(0), ESTATE.at_version(0), Asset::Coins(1));
		let batches: [(&[Asset], &[Asset], u32); 7] = [
			(&[coin], &[coin], 0),
			(&[sword], &[coin], 1),
			(&[coin], &[sword], 1),
			(&[sword], &[estate], 2),
			(&[sword; 8], &[estate], 9),
			(&[estate], &[coin], 1),
			(&[PARCEL.at_version(0)], &[estate], 2),
		];
		for (give, want, assets) in batches {
			assert_eq!(weight_of(give, want), at_most(1, assets));
		}
	});
}

/// Both sides have a record of units, and if coins pay for them, so have their creators.
#[test]
fn units_weigh_more_than_items() {
	with_a_sword(|| {
		let (sword, coin) = (SWORD.at_version(0), Asset::Coins(1));
		let batches: [(&[Asset], &[Asset], Weight); 4] = [
			(&[arrows(1)], &[coin], with_more(1, 1, 1)),
			(&[coin, sword], &[coin, arrows(1)], with_more(2, 1, 1)),
			(&[arrows(1); 2], &[coin], with_more(2, 2, 2)),
			// Of an item that no coins pay for, two records are left for others.
			(&[sword], &[arrows(1); 2], with_more(3, 0, 0)),
		];
		for (give, want, weight) in batches {
			assert_eq!(weight_of(give, want), weight);
		}
	});
}

#[test]
fn what_is_left_of_an_order_weighs_too() {
	with_a_sword(|| {
		assert_eq!(weight(Order { lots: 2, ..order_of(ALICE) }), with_more(0, 1, 1));
	});
}

#[test]
fn what_handles_more_weighs_more() {
	for (more, less) in [
		(W::settle(2), W::settle(1)),
		(W::settle_items(1), W::settle(1)),
		(W::settle_items(2), W::settle_items(1)),
		(W::settle_forged(2), W::settle_forged(1)),
		(W::settle_again(2), W::settle_again(1)),
		(W::settle(1), W::settle_again(1)),
	] {
		assert!(more.ref_time() > less.ref_time());
	}
}
