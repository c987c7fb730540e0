// SPDX-License-Identifier: Apache-2.0
//! What the call adds to the kernel, which has its own tests: who may settle, the sequence, the
//! event, and that what is refused changes nothing.

use crate::{mock::*, weights::SubstrateWeight, Error, Event, Settled, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{
	asset::{Asset, Assets, Holding},
	device::{DeviceKey, Limits},
	ids::{CollectionId, KindId, WorldId},
	order::{Acceptance, Order, OrderSignature, Trade},
	settlement::{Refusal, Store},
};
use sp_runtime::DispatchError;

fn settle<const N: usize>(seq: u64, trades: [Trade; N]) -> sp_runtime::DispatchResult {
	Market::settle(RuntimeOrigin::signed(operator()), WORLD, seq, batch(trades))
}

fn settled(seq: u64, trades: u32, refused: &[(u32, Refusal)]) -> RuntimeEvent {
	Event::BatchSettled { world: WORLD, seq, trades, refused: refused.to_vec() }.into()
}

#[test]
fn works() {
	with_a_sword(|| {
		assert_ok!(settle(1, [sale(ALICE, BOB, 100, 0)]));

		assert_eq!(holding(SWORD), Holding { owner: BOB, version: 1, lock: None });
		assert_eq!(balance(BOB), 900);
		assert_eq!(balance(ALICE), 1_090);
		assert_eq!(balance(TREASURY), 1_010);
		System::assert_last_event(settled(1, 1, &[]));
	});
}

#[test]
fn a_trade_may_rest_on_the_one_before() {
	with_a_sword(|| {
		assert_ok!(settle(1, [sale(ALICE, BOB, 100, 0), sale(BOB, CAROL, 100, 1)]));

		assert_eq!(holding(SWORD).owner, CAROL);
		System::assert_last_event(settled(1, 2, &[]));
	});
}

#[test]
fn a_bad_trade_reverts_no_other() {
	with_a_sword(|| {
		let mut forged = sale(ALICE, CAROL, 1, 0);
		forged.order_signature = OrderSignature::Ed25519([0; 64]);

		assert_ok!(settle(1, [forged, sale(ALICE, BOB, 100, 0), sale(ALICE, CAROL, 100, 0)]));

		assert_eq!(holding(SWORD).owner, BOB);
		System::assert_last_event(settled(
			1,
			3,
			&[(0, Refusal::BadOrderSignature), (2, Refusal::AlreadySpent)],
		));
	});
}

#[test]
fn an_order_is_not_settled_again_in_a_later_batch() {
	with_a_sword(|| {
		assert_ok!(settle(1, [sale(ALICE, BOB, 100, 0)]));

		assert_ok!(settle(2, [sale(ALICE, BOB, 100, 0)]));

		System::assert_last_event(settled(2, 1, &[(0, Refusal::AlreadySpent)]));
	});
}

#[test]
fn the_same_batch_again_changes_nothing() {
	with_a_sword(|| {
		assert_ok!(settle(1, [sale(ALICE, BOB, 100, 0)]));
		let before = (holding(SWORD), balance(ALICE), balance(BOB));

		assert_ok!(settle(1, [sale(ALICE, BOB, 100, 0)]));

		assert_eq!((holding(SWORD), balance(ALICE), balance(BOB)), before);
		System::assert_last_event(Event::AlreadySettled { world: WORLD, seq: 1 }.into());
	});
}

#[test]
fn an_old_batch_changes_nothing() {
	with_a_sword(|| {
		assert_ok!(settle(1, []));
		assert_ok!(settle(2, []));

		assert_ok!(settle(1, [sale(ALICE, BOB, 100, 0)]));

		assert_eq!(holding(SWORD).owner, ALICE);
		System::assert_last_event(Event::AlreadySettled { world: WORLD, seq: 1 }.into());
	});
}

#[test]
fn fails_with_other_trades_under_the_last_number() {
	with_a_sword(|| {
		assert_ok!(settle(1, [sale(ALICE, BOB, 100, 0)]));

		assert_noop!(settle(1, [sale(BOB, ALICE, 100, 1)]), Error::<Test>::OtherBatch);
	});
}

#[test]
fn fails_out_of_sequence() {
	with_a_sword(|| {
		for seq in [0, 2, u64::MAX] {
			assert_noop!(settle(seq, []), Error::<Test>::OutOfSequence);
		}
		assert_ok!(settle(1, []));
		for seq in [0, 3] {
			assert_noop!(settle(seq, []), Error::<Test>::OutOfSequence);
		}
	});
}

#[test]
fn fails_for_who_may_not_settle() {
	with_a_sword(|| {
		assert_noop!(
			Market::settle(signed(ALICE), WORLD, 1, batch([])),
			DispatchError::Other("not settler")
		);
	});
}

#[test]
fn works_for_an_estate() {
	with_a_sword(|| {
		assert_ok!(settle(1, [sale_of(ESTATE, ALICE, BOB, 100, 0)]));

		assert_eq!(holding(ESTATE), Holding { owner: BOB, version: 1, lock: None });
		System::assert_last_event(settled(1, 1, &[]));
	});
}

#[test]
fn counts_what_a_device_with_limits_gives_away() {
	with_a_sword(|| {
		let limits = Limits { coins: 150, units: 0, items: 0, land: 0, estates: 0 };
		let limited = DeviceKey { limits: Some(limits), ..device_key(BOB) };
		Records.set_device(BOB, 1, limited);

		assert_ok!(settle(1, [sale(ALICE, BOB, 100, 0), sale(BOB, CAROL, 100, 1)]));

		let left = Limits { coins: 50, ..limits };
		assert_eq!(device_key(BOB).limits, Some(left));
		assert_eq!(device_key(ALICE).limits, None);
		System::assert_last_event(settled(1, 2, &[(1, Refusal::OverLimit)]));
	});
}

#[test]
fn an_avatar_that_is_offered_gives_nothing() {
	with_a_sword(|| {
		Players::offer(ALICE);

		assert_ok!(settle(1, [sale(ALICE, BOB, 100, 0)]));

		assert_eq!(holding(SWORD).owner, ALICE);
		System::assert_last_event(settled(1, 1, &[(0, Refusal::Frozen)]));
	});
}

#[test]
fn counts_the_coins_of_what_is_settled_against_the_settlers_cap() {
	with_a_sword(|| {
		let Trade { order, acceptance, .. } = sale(ALICE, BOB, 7, 0);
		let lots = Order {
			give: Assets::truncate_from(vec![Asset::Coins(20), Asset::Coins(1)]),
			lots: 3,
			..order
		};
		let acceptance = Acceptance { lots: 3, ..acceptance };
		let trades = batch([sign(lots, acceptance), sale(ALICE, BOB, 100, 1)]);

		assert_ok!(Market::settle(RuntimeOrigin::signed(settler()), WORLD, 1, trades));

		// Three lots of 28, and nothing of the trade that was refused.
		assert_eq!(TheWorld::charged(), 84);
		System::assert_last_event(settled(1, 2, &[(1, Refusal::Moved)]));
	});
}

#[test]
fn the_same_batch_again_counts_for_nothing() {
	with_a_sword(|| {
		for _ in 0..2 {
			let trades = batch([sale(ALICE, BOB, 100, 0)]);
			assert_ok!(Market::settle(RuntimeOrigin::signed(settler()), WORLD, 1, trades));
		}

		assert_eq!(TheWorld::charged(), 100);
	});
}

#[test]
fn fails_over_the_settlers_cap() {
	with_a_sword(|| {
		let origin = || RuntimeOrigin::signed(settler());

		let trades = batch([sale(ALICE, BOB, CAP, 0), sale(BOB, CAROL, 1, 1)]);
		assert_noop!(
			Market::settle(origin(), WORLD, 1, trades),
			DispatchError::Other("over the cap")
		);
		assert_ok!(Market::settle(origin(), WORLD, 1, batch([sale(ALICE, BOB, CAP, 0)])));
	});
}

#[test]
fn a_trade_that_nobody_can_pay_does_not_use_up_the_cap() {
	with_a_sword(|| {
		let trades = batch([sale(ALICE, BOB, u128::MAX, 0), sale(ALICE, BOB, CAP, 0)]);

		assert_ok!(Market::settle(RuntimeOrigin::signed(settler()), WORLD, 1, trades));

		assert_eq!(TheWorld::charged(), CAP);
		assert_eq!(holding(SWORD).owner, BOB);
	});
}

#[test]
fn fails_in_a_suspended_world() {
	with_a_sword(|| {
		TheWorld::suspend();

		assert_noop!(settle(1, []), DispatchError::Other("suspended"));
	});
}

#[test]
fn fails_in_an_unknown_world() {
	with_a_sword(|| {
		let origin = RuntimeOrigin::signed(operator());

		assert_noop!(
			Market::settle(origin, WorldId(8), 1, batch([])),
			DispatchError::Other("unknown world")
		);
	});
}

#[test]
fn a_listed_asset_is_not_traded() {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));

		assert_ok!(settle(1, [sale(ALICE, BOB, 100, 0)]));

		assert_eq!(holding(SWORD).owner, ALICE);
		System::assert_last_event(settled(1, 1, &[(0, Refusal::Locked)]));
	});
}

#[test]
fn an_order_for_another_world_is_refused() {
	with_a_sword(|| {
		let Trade { order, acceptance, .. } = sale(ALICE, BOB, 100, 0);
		let elsewhere = sign(Order { world: WorldId(8), ..order }, acceptance);

		assert_ok!(settle(1, [elsewhere]));

		System::assert_last_event(settled(1, 1, &[(0, Refusal::WrongWorld)]));
	});
}

#[test]
fn remembers_only_the_last_batch() {
	with_a_sword(|| {
		for seq in 1..5 {
			assert_ok!(settle(seq, []));
		}

		assert_eq!(Settled::<Test>::iter().count(), 1);
		assert_eq!(Market::last_batch(WORLD).map(|last| last.seq), Some(4));
	});
}

#[test]
fn weighs_by_the_number_of_trades() {
	with_a_sword(|| {
		let trades = batch([sale(ALICE, BOB, 100, 0), sale(ALICE, BOB, 100, 1)]);
		let call = crate::Call::<Test>::settle { world: WORLD, seq: 1, trades };

		// Each sale has the record of an item beside the purses.
		assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::settle(2, 2));
	});
}

#[test]
fn weighs_by_the_records_of_its_assets() {
	with_a_sword(|| {
		let weight = |want: &[Asset]| {
			let Trade { order, acceptance, .. } = sale(ALICE, BOB, 100, 0);
			let want = Assets::truncate_from(want.to_vec());
			let trades = batch([sign(Order { want, ..order }, acceptance)]);
			let call = crate::Call::<Test>::settle { world: WORLD, seq: 1, trades };
			call.get_dispatch_info().call_weight
		};
		let kind = KindId { collection: CollectionId(0), index: 0 };
		let units = Asset::Units { kind, amount: 1 };

		assert_eq!(weight(&[Asset::Coins(1)]), SubstrateWeight::<Test>::settle(1, 1));
		assert_eq!(weight(&[units, units]), SubstrateWeight::<Test>::settle(1, 5));
		assert_eq!(weight(&[SWORD.at_version(0); 8]), SubstrateWeight::<Test>::settle(1, 9));
		assert_eq!(weight(&[ESTATE.at_version(0)]), SubstrateWeight::<Test>::settle(1, 2));
	});
}

#[test]
fn weighs_more_with_more_of_either() {
	let weight = |n, records| SubstrateWeight::<Test>::settle(n, records).ref_time();

	assert!(weight(2, 1) > weight(1, 1));
	assert!(weight(1, 2) > weight(1, 1));
}
