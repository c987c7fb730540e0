// SPDX-License-Identifier: Apache-2.0
//! A world server's day: it mints, its players sign on their devices, it settles. Exactly what it
//! is told happened, happened.

use frame_support::{assert_ok, traits::Get};
use freehold_primitives::{
	asset::{Asset, Holding, UniqueId},
	chain::Balance,
	ids::WorldId,
	settlement::Refusal,
};
use freehold_runtime::{
	constants::{MILLIUNIT, UNIT},
	Market, Runtime, RuntimeEvent,
};
use freehold_tests::{
	chain::{free, nonce, records, Chain},
	keyring::{Hand, BOB, CHARLIE, DAVE, EVE, FERDIE},
	names::*,
	stage::*,
	trade::{batch, next_seq},
};

type MaxTrades = <Runtime as pallet_market::Config>::MaxTrades;

fn purses() -> [Balance; 4] {
	[TREASURY, CHARLIES, DAVES, EVES].map(purse)
}

fn arrows(amount: u64) -> Asset {
	Asset::Units { kind: ARROWS, amount }
}

fn parcel_asset(x: i16, y: i16) -> Asset {
	Asset::Parcel { id: parcel(x, y), version: 0 }
}

#[test]
fn a_batch_does_exactly_what_its_event_says() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		chain.next_block();
		let Stage { charlie, dave, eve } = &stage;
		let treasurer = Hand::new(TREASURY, 0, BOB.wallet());
		let fresh = Asset::Item { id: sword(0), version: 0 };
		let once_moved = Asset::Item { id: sword(0), version: 1 };

		let sale = stage.bargain(chain, (charlie, fresh), (dave, coins(100))).sign();
		let trades = [
			sale.clone(),
			// Rests on the trade before.
			stage.bargain(chain, (dave, once_moved), (eve, coins(150))).sign(),
			// Signed by the wrong player.
			stage
				.bargain(chain, (charlie, new_sword(1)), (eve, coins(1)))
				.with(|it| it.maker = eve.key.clone())
				.sign(),
			// More than is in the purse.
			stage.bargain(chain, (charlie, new_sword(1)), (eve, coins(10_000))).sign(),
			// Three of up to five lots.
			stage
				.bargain(chain, (charlie, arrows(10)), (dave, coins(1)))
				.with(|it| {
					it.order.lots = 5;
					it.acceptance.lots = 3;
				})
				.sign(),
			// The first again.
			sale,
			// A swap without coins.
			stage.bargain(chain, (dave, parcel_asset(1, 0)), (charlie, new_sword(1))).sign(),
			// A road.
			stage.bargain(chain, (&treasurer, parcel_asset(2, 0)), (eve, coins(1))).sign(),
			// For another world.
			stage
				.bargain(chain, (dave, new_sword(2)), (eve, coins(1)))
				.with(|it| it.order.world = WorldId(7))
				.sign(),
			// For another player.
			stage
				.bargain(chain, (dave, new_sword(2)), (eve, coins(1)))
				.with(|it| it.order.taker = Some(CHARLIES))
				.sign(),
			// For less of a fee than the world takes.
			stage
				.bargain(chain, (dave, new_sword(2)), (eve, coins(1)))
				.with(|it| it.order.max_deduction = RATE - 1)
				.sign(),
		];
		let unpaid = [CHARLIE, DAVE, EVE].map(|who| (free(who), nonce(who)));
		let server = free(FERDIE);

		let settle = MarketCall::settle { world: WORLD, seq: 1, trades: batch(trades) };
		assert_ok!(chain.submit(FERDIE, settle));

		chain.saw(MarketEvent::BatchSettled {
			world: WORLD,
			seq: 1,
			trades: 11,
			refused: vec![
				(2, Refusal::BadOrderSignature),
				(3, Refusal::TooFewCoins),
				(5, Refusal::AlreadySpent),
				(7, Refusal::Locked),
				(8, Refusal::WrongWorld),
				(9, Refusal::WrongTaker),
				(10, Refusal::DeductionTooHigh),
			],
		});
		// A fortieth of 100, 150 and 3 FHD went to the treasury, each from the payee's part.
		assert_eq!(purses(), [6_325, 1_100_425, 1_043_250, 850_000].map(|it| it * MILLIUNIT));
		assert_eq!(holding(SWORD), Holding { owner: EVES, version: 2, lock: None });
		let swapped = Holding { owner: DAVES, version: 1, lock: None };
		assert_eq!(holding(UniqueId::Item(sword(1))), swapped);
		assert_eq!(holding(UniqueId::Item(sword(2))), Holding::new(DAVES));
		assert_eq!(holding(UniqueId::Parcel(parcel(1, 0))).owner, CHARLIES);
		assert_eq!(holding(UniqueId::Parcel(parcel(2, 0))).owner, TREASURY);
		let counted = [CHARLIES, DAVES, EVES].map(|who| units(ARROWS, who));
		assert_eq!(counted, [70, 30, 0]);

		assert_eq!([CHARLIE, DAVE, EVE].map(|who| (free(who), nonce(who))), unpaid);
		assert!(free(FERDIE) < server, "the server pays for the players");
	});
}

#[test]
fn a_batch_that_is_sent_again_changes_nothing() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let trades = batch([stage.sale(chain).sign()]);
		let settle = MarketCall::settle { world: WORLD, seq: 1, trades };
		chain.must(FERDIE, settle.clone());
		chain.next_block();
		let before = records();

		chain.must(FERDIE, settle);

		let again = MarketEvent::AlreadySettled { world: WORLD, seq: 1 };
		assert_eq!(chain.last_event(), RuntimeEvent::from(again));
		assert!(records() == before);
		assert_eq!(next_seq(WORLD), 2);
	});
}

#[test]
fn batches_come_in_order_and_each_number_is_for_one() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		assert_eq!(stage.settle(chain, [stage.sale(chain).sign()]), []);
		let settle = |seq| MarketCall::settle { world: WORLD, seq, trades: batch([]) };

		chain.refuses(FERDIE, settle(3), MarketError::OutOfSequence);
		chain.refuses(FERDIE, settle(1), MarketError::OtherBatch);
		assert_eq!(Market::last_batch(WORLD).map(|last| last.seq), Some(1));
		chain.must(FERDIE, settle(2));
	});
}

#[test]
fn an_owner_signs_with_the_wallet() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let wallet = Hand::new(CHARLIES, 0, CHARLIE.wallet());
		let trade = stage.bargain(chain, (&wallet, new_sword(0)), (&stage.dave, coins(40)));

		assert_eq!(stage.settle(chain, [trade.sign()]), []);

		assert_eq!(purse(CHARLIES), COINS + 39 * UNIT);
		assert_eq!(holding(SWORD).owner, DAVES);
	});
}

#[test]
fn a_full_batch_fits_in_a_block() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		chain.next_block();
		let Stage { charlie, dave, .. } = &stage;
		let limit = MaxTrades::get();
		let trade = |_: u32| {
			let terms = ((dave, Asset::Coins(UNIT / 100)), (charlie, Asset::Coins(UNIT / 50)));
			stage.bargain(chain, terms.0, terms.1).sign()
		};
		let trades = batch((0..limit).map(trade));

		let settle = MarketCall::settle { world: WORLD, seq: 1, trades };
		assert_ok!(chain.submit(FERDIE, settle));

		chain.saw(MarketEvent::BatchSettled {
			world: WORLD,
			seq: 1,
			trades: limit,
			refused: Vec::new(),
		});
	});
}
