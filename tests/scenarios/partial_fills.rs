// SPDX-License-Identifier: Apache-2.0
//! An order of several lots is filled in parts, by several takers and over days, and never beyond
//! what its maker signed.

use freehold_primitives::{
	asset::Asset,
	device::Limits,
	order::{Cancellation, Trade, MAX_FILLS},
	purse::{OrderNumber, WINDOW},
	settlement::Refusal,
};
use freehold_runtime::{constants::MILLIUNIT, Avatars};
use freehold_tests::{
	chain::Chain,
	keyring::{Hand, CHARLIE, DAVE},
	names::*,
	stage::*,
	trade::{Bargain, LIFETIME},
};

fn arrows(amount: u64) -> Asset {
	Asset::Units { kind: ARROWS, amount }
}

/// Charlie sells ten lots of five arrows, at one FHD each, and at least three at a time.
fn sale(chain: &Chain, stage: &Stage) -> Bargain {
	let terms = ((&stage.charlie, arrows(5)), (&stage.dave, coins(1)));
	let sale = stage.bargain(chain, terms.0, terms.1);
	sale.with(|it| (it.order.lots, it.order.min_lots) = (10, 3))
}

/// So many lots of an order, accepted under a number of its own.
fn take(sale: &Bargain, taker: &Hand, lots: u32) -> Trade {
	let taking = sale.clone().with(|it| {
		it.acceptance.taker = taker.avatar;
		it.acceptance.lane = taker.lane;
		it.acceptance.number = taker.number();
		it.acceptance.lots = lots;
		it.taker = taker.key.clone();
	});
	taking.sign()
}

/// How many lots are left of Charlie's order of this number.
fn left(number: OrderNumber) -> Option<u32> {
	let fills = Avatars::fills(CHARLIES, SLOT);
	fills.iter().find(|fill| fill.number == number).map(|fill| fill.left)
}

#[test]
fn an_order_is_filled_by_several_takers_over_several_blocks() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let sale = sale(chain, &stage);
		let number = sale.order.number;

		// Two of one batch, of which the second rests on the first.
		let both = [take(&sale, &stage.dave, 3), take(&sale, &stage.eve, 4)];
		assert_eq!(stage.settle(chain, both), []);
		assert_eq!(left(number), Some(3));
		chain.wait(5);
		assert_eq!(stage.settle(chain, [take(&sale, &stage.dave, 3)]), []);

		assert_eq!(left(number), None);
		let have = [CHARLIES, DAVES, EVES].map(|who| units(ARROWS, who));
		assert_eq!(have, [ARROWS_AT_FIRST - 50, 30, 20]);
		// A fortieth of ten FHD is the world's.
		assert_eq!(purse(CHARLIES), COINS + 9_750 * MILLIUNIT);
		stage.refuses(chain, take(&sale, &stage.dave, 3), Refusal::AlreadySpent);
	});
}

#[test]
fn a_taker_takes_no_fewer_than_the_maker_said_and_no_more_than_there_are() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let sale = sale(chain, &stage);
		for lots in [0, 2, 11] {
			stage.refuses(chain, take(&sale, &stage.dave, lots), Refusal::LotsOutOfRange);
		}

		assert_eq!(stage.settle(chain, [take(&sale, &stage.dave, 5)]), []);

		for lots in [2, 6, 10] {
			stage.refuses(chain, take(&sale, &stage.eve, lots), Refusal::LotsOutOfRange);
		}
	});
}

#[test]
fn what_is_left_can_be_taken_whole_however_little_it_is() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let sale = sale(chain, &stage);
		assert_eq!(stage.settle(chain, [take(&sale, &stage.dave, 8)]), []);

		stage.refuses(chain, take(&sale, &stage.eve, 1), Refusal::LotsOutOfRange);
		stage.refuses(chain, take(&sale, &stage.eve, 3), Refusal::LotsOutOfRange);
		assert_eq!(stage.settle(chain, [take(&sale, &stage.eve, 2)]), []);

		assert_eq!(left(sale.order.number), None);
	});
}

#[test]
fn no_other_order_is_filled_under_the_number() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let sale = sale(chain, &stage);
		assert_eq!(stage.settle(chain, [take(&sale, &stage.dave, 5)]), []);

		let cheaper = sale.clone().with(|it| it.order.want[0] = Asset::Coins(1));
		stage.refuses(chain, take(&cheaper, &stage.eve, 5), Refusal::AlreadySpent);
		let larger = sale.clone().with(|it| it.order.lots = 20);
		stage.refuses(chain, take(&larger, &stage.eve, 5), Refusal::AlreadySpent);
		let alone = sale.clone().with(|it| (it.order.lots, it.order.min_lots) = (1, 1));
		stage.refuses(chain, take(&alone, &stage.eve, 1), Refusal::AlreadySpent);

		assert_eq!(left(sale.order.number), Some(5));
	});
}

#[test]
fn a_part_that_is_refused_uses_up_nothing() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let dear = sale(chain, &stage).with(|it| it.order.want[0] = coins(300));

		stage.refuses(chain, take(&dear, &stage.dave, 4), Refusal::TooFewCoins);

		assert_eq!(left(dear.order.number), None);
		assert_eq!(stage.settle(chain, [take(&dear, &stage.dave, 3)]), []);
		stage.refuses(chain, take(&dear, &stage.dave, 3), Refusal::TooFewCoins);
		assert_eq!(left(dear.order.number), Some(7));
		assert_eq!(stage.settle(chain, [take(&dear, &stage.eve, 3)]), []);
	});
}

#[test]
fn what_is_left_expires_with_the_order() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let sale = sale(chain, &stage);
		assert_eq!(stage.settle(chain, [take(&sale, &stage.dave, 5)]), []);
		chain.leap(LIFETIME + 1);

		let valid_until = chain.now() + LIFETIME;
		let late = sale.with(|it| it.acceptance.valid_until = valid_until);

		stage.refuses(chain, take(&late, &stage.eve, 5), Refusal::Expired);
	});
}

#[test]
fn a_maker_takes_back_what_is_left() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let lane = SLOT;
		let partly_filled = || {
			let sale = sale(chain, &stage);
			assert_eq!(stage.settle(chain, [take(&sale, &stage.dave, 3)]), []);
			sale
		};
		let cancel = |what| MarketCall::cancel_signed { avatar: CHARLIES, what };

		let [one, below, kept] = [partly_filled(), partly_filled(), partly_filled()];
		let number = one.order.number;
		chain.refuses(DAVE, cancel(Cancellation::All), MarketError::NotOwner);
		chain.must(CHARLIE, cancel(Cancellation::One { lane, number }));
		let avatar = CHARLIES;
		let what = Cancellation::One { lane, number };
		chain.saw(MarketEvent::SignedOrdersCancelled { avatar, what });
		stage.refuses(chain, take(&one, &stage.eve, 3), Refusal::AlreadySpent);
		chain.refuses(CHARLIE, cancel(what), MarketError::AlreadySpent);

		let number = kept.order.number;
		chain.must(CHARLIE, cancel(Cancellation::Below { lane, number }));
		stage.refuses(chain, take(&below, &stage.eve, 3), Refusal::AlreadySpent);
		assert_eq!(stage.settle(chain, [take(&kept, &stage.eve, 3)]), []);

		chain.must(CHARLIE, cancel(Cancellation::All));
		let refused = stage.settle(chain, [take(&kept, &stage.eve, 3)]);
		assert_eq!(refused, [(0, Refusal::NumberVoid)]);
		assert!(Avatars::fills(CHARLIES, SLOT).is_empty());
	});
}

#[test]
fn an_order_is_taken_back_before_anyone_takes_a_part() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let sale = sale(chain, &stage);
		let what = Cancellation::One { lane: SLOT, number: sale.order.number };

		chain.must(CHARLIE, MarketCall::cancel_signed { avatar: CHARLIES, what });

		stage.refuses(chain, take(&sale, &stage.dave, 3), Refusal::AlreadySpent);
	});
}

#[test]
fn what_is_left_lapses_with_the_key_and_with_the_owner() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let by_device = sale(chain, &stage);
		let wallet = Hand::new(CHARLIES, 0, CHARLIE.wallet());
		let by_owner = stage.bargain(chain, (&wallet, arrows(5)), (&stage.dave, coins(1)));
		let by_owner = by_owner.with(|it| it.order.lots = 4);
		let parts = [take(&by_device, &stage.dave, 3), take(&by_owner, &stage.dave, 2)];
		assert_eq!(stage.settle(chain, parts), []);
		let avatar = CHARLIES;

		chain.must(CHARLIE, AvatarsCall::revoke_device { avatar, slot: SLOT });
		chain.must(CHARLIE, add_device(&stage.charlie, LATER, None, None));
		stage.refuses(chain, take(&by_device, &stage.eve, 3), Refusal::NumberVoid);

		chain.must(CHARLIE, AvatarsCall::offer { avatar, price: 1, to: None });
		stage.refuses(chain, take(&by_owner, &stage.eve, 1), Refusal::Frozen);
		let (offered_at, max_price) = (chain.now(), 1);
		chain.must(DAVE, AvatarsCall::accept_offer { avatar, offered_at, max_price });
		chain.must(DAVE, AvatarsCall::offer { avatar, price: 1, to: None });
		chain.must(CHARLIE, AvatarsCall::accept_offer { avatar, offered_at, max_price });
		// Not even with the former owner back.
		stage.refuses(chain, take(&by_owner, &stage.eve, 1), Refusal::NumberVoid);
	});
}

#[test]
fn what_is_left_is_void_once_its_number_left_the_window() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let sale = sale(chain, &stage);
		assert_eq!(stage.settle(chain, [take(&sale, &stage.dave, 3)]), []);
		let number = sale.order.number + WINDOW;
		let later = sale.clone().with(|it| it.order.number = number);

		assert_eq!(stage.settle(chain, [take(&later, &stage.dave, 3)]), []);

		stage.refuses(chain, take(&sale, &stage.eve, 3), Refusal::NumberVoid);
		assert_eq!((left(sale.order.number), left(number)), (None, Some(7)));
	});
}

#[test]
fn only_so_many_orders_of_a_key_are_partly_filled_at_once() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let small = || {
			let terms = ((&stage.charlie, arrows(1)), (&stage.dave, Asset::Coins(1)));
			let sale = stage.bargain(chain, terms.0, terms.1);
			sale.with(|it| it.order.lots = 2)
		};
		let sales: Vec<_> = (0..=MAX_FILLS).map(|_| small()).collect();
		let (last, others) = sales.split_last().expect("there are some");
		let parts = others.iter().map(|sale| take(sale, &stage.dave, 1));
		assert_eq!(stage.settle(chain, parts), []);

		stage.refuses(chain, take(last, &stage.dave, 1), Refusal::TooManyFills);
		// As a whole, it leaves nothing to be remembered.
		assert_eq!(stage.settle(chain, [take(last, &stage.dave, 2)]), []);
		assert_eq!(stage.settle(chain, [take(&others[0], &stage.eve, 1)]), []);
		assert_eq!(stage.settle(chain, [take(&small(), &stage.dave, 1)]), []);
	});
}

#[test]
fn each_part_counts_against_the_limits_of_the_device() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let limited = Hand::of_device(CHARLIES, 2);
		let limits = Limits { coins: 0, units: 30, items: 0, land: 0, estates: 0 };
		chain.must(CHARLIE, add_device(&limited, LATER, None, Some(limits)));
		let sale = stage.bargain(chain, (&limited, arrows(5)), (&stage.dave, coins(1)));
		let sale = sale.with(|it| it.order.lots = 10);

		assert_eq!(stage.settle(chain, [take(&sale, &stage.dave, 4)]), []);
		stage.refuses(chain, take(&sale, &stage.dave, 3), Refusal::OverLimit);
		assert_eq!(stage.settle(chain, [take(&sale, &stage.eve, 2)]), []);
		stage.refuses(chain, take(&sale, &stage.eve, 1), Refusal::OverLimit);
	});
}
