// SPDX-License-Identifier: Apache-2.0
//! What the call adds to the kernel, which has its own tests: who may settle, the sequence, the
//! event, and that what is refused changes nothing.

use crate::{mock::*, weights::SubstrateWeight, Error, Event, Settled, WeightInfo};
use frame_support::{
	assert_noop, assert_ok, dispatch::DispatchResultWithPostInfo, weights::Weight,
};
use freehold_primitives::{
	asset::{Asset, Assets, Holding},
	device::{DeviceKey, Limits, PublicKey},
	ids::WorldId,
	order::{Acceptance, Order, OrderSignature, Trade, MAX_LIFETIME},
	settlement::{Refusal, Store},
};
use sp_core::{sr25519, Pair};
use sp_runtime::DispatchError;

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
fn the_same_batch_again_weighs_little() {
	with_a_sword(|| {
		let first = settle(1, [sale(ALICE, BOB, 100, 0)]).expect("it is new");
		let again = settle(1, [sale(ALICE, BOB, 100, 0)]).expect("it is settled");

		let weight = SubstrateWeight::<Test>::settle_again(1);
		assert_eq!(again.actual_weight, Some(weight));
		let before = first.actual_weight.expect("it says what it did");
		assert!(weight.ref_time() < before.ref_time());
	});
}

/// What settling `trades` came to weigh.
fn weight_of<const N: usize>(trades: [Trade; N]) -> Weight {
	settle(1, trades)
		.expect("it is new")
		.actual_weight
		.expect("it says what it did")
}

/// Of a sale, no device is written, as none has limits, and nothing is owed to creators: two
/// purses and the item are.
#[test]
fn a_sale_weighs_what_it_reads_and_writes() {
	with_a_sword(|| {
		let most: Weight = SubstrateWeight::<Test>::settle_items(1);
		let (too_many_reads, too_many_writes) = (1, 3);
		let less = <Test as frame_system::Config>::DbWeight::get()
			.reads_writes(too_many_reads, too_many_writes);

		assert_eq!(weight_of([sale(ALICE, BOB, 100, 0)]), most.saturating_sub(less));
	});
}

/// The records that two trades have in common count once.
#[test]
fn the_second_trade_of_the_same_two_weighs_less() {
	with_a_sword(|| {
		let apart: Weight = SubstrateWeight::<Test>::settle_items(2);
		// Of two trades with nothing in common, two purses, two keys, the item and its kind would be
		// read once more, and three records written.
		let in_common = <Test as frame_system::Config>::DbWeight::get().reads_writes(6, 3);
		let (too_many_reads, too_many_writes) = (2, 6);
		let less = <Test as frame_system::Config>::DbWeight::get()
			.reads_writes(too_many_reads, too_many_writes);

		let weight = weight_of([sale(ALICE, BOB, 100, 0), sale(BOB, ALICE, 100, 1)]);

		assert_eq!(weight, apart.saturating_sub(less).saturating_sub(in_common));
	});
}

#[test]
fn a_batch_with_a_forged_signature_is_paid_for_in_full() {
	with_a_sword(|| {
		let good = sale(ALICE, BOB, 100, 0);
		let mut forged = good.clone();
		forged.order_signature = OrderSignature::Ed25519([0; 64]);
		let forgery: Weight = SubstrateWeight::<Test>::settle_forged(1);

		assert!(weight_of([forged]).ref_time() >= forgery.ref_time());
	});
}

/// Each such signature is verified by itself, good or bad.
#[test]
fn a_batch_with_a_signature_other_than_ed25519_is_paid_for_in_full() {
	let forgery: Weight = SubstrateWeight::<Test>::settle_forged(1);
	let mut cheap = Weight::zero();
	with_a_sword(|| cheap = weight_of([sale(ALICE, BOB, 100, 0)]));
	with_a_sword(|| {
		let pair = sr25519::Pair::from_seed(&[7; 32]);
		let key = PublicKey::Sr25519(pair.public().0);
		Records.set_device(ALICE, 1, DeviceKey { key, ..device_key(ALICE) });
		let trade = sale(ALICE, BOB, 100, 0);
		let message = trade.order.signing_bytes(&System::block_hash(0));
		let order_signature = OrderSignature::Sr25519(pair.sign(&message).0);

		let dear = weight_of([Trade { order_signature, ..trade }]);

		System::assert_last_event(settled(1, 1, &[]));
		assert_eq!(dear, cheap.saturating_add(forgery));
	});
}

/// The estate that a parcel may be part of is read with it.
#[test]
fn a_parcel_weighs_as_two_records_that_are_read() {
	with_goods(|| {
		let most: Weight = SubstrateWeight::<Test>::settle_items(1);
		// Nobody has to be paid beside the seller, and no device is written.
		let (too_many_reads, too_many_writes) = (1, 3);
		let less = <Test as frame_system::Config>::DbWeight::get()
			.reads_writes(too_many_reads, too_many_writes);

		let weight = weight_of([sale_of(PARCEL, CAROL, BOB, 100, 0)]);

		System::assert_last_event(settled(1, 1, &[]));
		assert_eq!(weight, most.saturating_sub(less));
	});
}

/// What settling came to weigh, though it failed.
fn weight_of_failure(outcome: DispatchResultWithPostInfo) -> Option<Weight> {
	outcome.expect_err("it may not be settled").post_info.actual_weight
}

#[test]
fn a_batch_that_may_not_be_settled_weighs_little() {
	with_a_sword(|| {
		let trade = || sale(ALICE, BOB, 100, 0);
		let little: Weight = SubstrateWeight::<Test>::settle_again(1);
		let by_a_stranger = Market::settle(signed(ALICE), WORLD, 1, batch([trade()]));

		assert_eq!(weight_of_failure(by_a_stranger), Some(little));
		assert_eq!(weight_of_failure(settle(2, [trade()])), Some(little));
		assert_ok!(settle(1, []));
		assert_eq!(weight_of_failure(settle(1, [trade()])), Some(little));
		TheWorld::suspend();
		assert_eq!(weight_of_failure(settle(2, [trade()])), Some(little));
	});
}

#[test]
fn a_batch_over_the_settlers_cap_weighs_what_it_did() {
	with_a_sword(|| {
		let settle = |who| {
			let trades = batch([sale(ALICE, BOB, CAP, 0), sale(BOB, CAROL, 1, 1)]);
			Market::settle(RuntimeOrigin::signed(who), WORLD, 1, trades)
		};

		let undone = weight_of_failure(settle(settler()));

		assert_eq!(undone, settle(operator()).expect("it has no cap").actual_weight);
		assert!(undone.is_some());
	});
}

#[test]
fn fails_with_other_trades_under_the_last_number() {
	with_a_sword(|| {
		assert_ok!(settle(1, [sale(ALICE, BOB, 100, 0)]));

		assert_noop!(unweighed(settle(1, [sale(BOB, ALICE, 100, 1)])), Error::<Test>::OtherBatch);
	});
}

#[test]
fn fails_out_of_sequence() {
	with_a_sword(|| {
		for seq in [0, 2, u64::MAX] {
			assert_noop!(unweighed(settle(seq, [])), Error::<Test>::OutOfSequence);
		}
		assert_ok!(settle(1, []));
		for seq in [0, 3] {
			assert_noop!(unweighed(settle(seq, [])), Error::<Test>::OutOfSequence);
		}
	});
}

#[test]
fn fails_for_who_may_not_settle() {
	with_a_sword(|| {
		assert_noop!(
			unweighed(Market::settle(signed(ALICE), WORLD, 1, batch([]))),
			DispatchError::Other("not settler")
		);
	});
}

#[test]
fn fails_without_an_account() {
	with_a_sword(|| {
		assert_noop!(
			Market::settle(RuntimeOrigin::root(), WORLD, 1, batch([])),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn works_for_everything_at_once() {
	with_goods(|| {
		let give = side(&[SWORD.at_version(0), arrows(30), Asset::Coins(100)]);
		let want = side(&[BUCKLER.at_version(0), Asset::Coins(300)]);
		let order = Order { give, want, ..order_of(ALICE) };

		assert_ok!(settle(1, [sign(order, acceptance_of(BOB))]));

		assert_eq!(holding(SWORD).owner, BOB);
		assert_eq!(holding(BUCKLER).owner, ALICE);
		assert_eq!((stack(ARROWS, ALICE), stack(ARROWS, BOB)), ((70, 0), (130, 0)));
		assert_eq!(balance(ALICE), WEALTH - 100 + 270);
		assert_eq!(balance(BOB), WEALTH - 300 + 90);
	});
}

#[test]
fn pays_royalties() {
	with_a_sword(|| {
		set_royalty(BLADES, 500);

		assert_ok!(settle(1, [sale(ALICE, BOB, 100, 0)]));

		assert_eq!(accrued(BLADES), 5);
		assert_eq!(balance(ALICE), WEALTH + 85);
	});
}

#[test]
fn the_owner_signs_in_a_lane_of_its_own() {
	with_a_sword(|| {
		Players::sell(ALICE, device(ALICE).public().0.into());
		let trade = sale(ALICE, BOB, 100, 0);
		let number = purse(ALICE).lanes[0].next;

		let signed = sign(Order { lane: 0, number, ..trade.order }, trade.acceptance);

		assert_eq!(settle_one(signed), None);
		assert_eq!(holding(SWORD).owner, BOB);
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

/// Every reason that a trade alone can be refused for, through the call.
#[test]
fn each_refusal_is_told_by_its_name() {
	with_goods(|| {
		set_royalty(ARROWS, 1);
		let sold = sale(ALICE, BOB, 100, 0);
		let (order, accept) = (|| sold.order.clone(), || sold.acceptance.clone());
		let give = |asset| side(&[asset]);
		for (order, acceptance, refusal) in [
			(Order { give: side(&[]), ..order() }, accept(), Refusal::Malformed),
			(Order { min_lots: 0, ..order() }, accept(), Refusal::Malformed),
			(Order { lots: 2, ..order() }, accept(), Refusal::Malformed),
			(
				Order { give: side(&[SWORD.at_version(0); 2]), ..order() },
				accept(),
				Refusal::Malformed,
			),
			(Order { world: WorldId(8), ..order() }, accept(), Refusal::WrongWorld),
			(order(), Acceptance { taker: ALICE, ..accept() }, Refusal::SelfTrade),
			(Order { taker: Some(CAROL), ..order() }, accept(), Refusal::WrongTaker),
			(order(), Acceptance { lots: 0, ..accept() }, Refusal::LotsOutOfRange),
			(order(), Acceptance { lots: 2, ..accept() }, Refusal::LotsOutOfRange),
			(Order { valid_until: NOW - 1, ..order() }, accept(), Refusal::Expired),
			(order(), Acceptance { valid_until: NOW - 1, ..accept() }, Refusal::Expired),
			(
				Order { valid_until: NOW + MAX_LIFETIME + 1, ..order() },
				accept(),
				Refusal::LivesTooLong,
			),
			(
				order(),
				Acceptance { valid_until: NOW + MAX_LIFETIME + 1, ..accept() },
				Refusal::LivesTooLong,
			),
			(Order { max_deduction: 999, ..order() }, accept(), Refusal::DeductionTooHigh),
			(
				Order { give: give(arrows(1)), max_deduction: 1_000, ..order() },
				accept(),
				Refusal::DeductionTooHigh,
			),
			(Order { maker: NOBODY, lane: 0, ..order() }, accept(), Refusal::UnknownAvatar),
			(Order { lane: 2, ..order() }, accept(), Refusal::UnknownKey),
			(order(), Acceptance { lane: 2, ..accept() }, Refusal::UnknownKey),
			(Order { number: 1 << 16, ..order() }, accept(), Refusal::NumberTooFar),
			(order(), Acceptance { number: 1 << 16, ..accept() }, Refusal::NumberTooFar),
			(
				Order { give: give(DAGGER.at_version(0)), ..order() },
				accept(),
				Refusal::UnknownAsset,
			),
			(Order { give: give(SWORD.at_version(1)), ..order() }, accept(), Refusal::Moved),
			(Order { give: give(BUCKLER.at_version(0)), ..order() }, accept(), Refusal::NotOwner),
			(Order { give: give(arrows(101)), ..order() }, accept(), Refusal::TooFewUnits),
			(
				Order { want: give(Asset::Coins(WEALTH + 1)), ..order() },
				accept(),
				Refusal::TooFewCoins,
			),
			(
				Order { give: give(arrows(u64::MAX)), lots: 2, min_lots: 2, ..order() },
				Acceptance { lots: 2, ..accept() },
				Refusal::Overflow,
			),
		] {
			let trade = sign(order.clone(), acceptance);
			assert_eq!(settle_one(trade), Some(refusal), "{order:?}");
		}
		assert_eq!(settle_one(sold), None);
	});
}

/// What becomes of a device, and what that is refused with.
type Change = (fn(DeviceKey) -> DeviceKey, Refusal);

#[test]
fn a_device_is_held_to_what_its_owner_allowed() {
	let changes: [Change; 2] = [
		(|key| DeviceKey { valid_until: NOW - 1, ..key }, Refusal::KeyExpired),
		(|key| DeviceKey { world: Some(WorldId(8)), ..key }, Refusal::KeyForOtherWorld),
	];
	for (change, refusal) in changes {
		for avatar in [ALICE, BOB] {
			with_a_sword(|| {
				Records.set_device(avatar, 1, change(device_key(avatar)));

				assert_eq!(settle_one(sale(ALICE, BOB, 100, 0)), Some(refusal));
			});
		}
	}
}

#[test]
fn what_may_not_be_traded_is_not() {
	with_a_sword(|| {
		bind(BLADES);
		assert_eq!(settle_one(sale(ALICE, BOB, 100, 0)), Some(Refusal::Soulbound));
		set_home(BLADES, WorldId(8));
		assert_eq!(settle_one(sale(ALICE, BOB, 100, 0)), Some(Refusal::NotTradableHere));
		set_home(BLADES, WORLD);
		assert_eq!(settle_one(sale(ALICE, BOB, 100, 0)), None);
	});
}

#[test]
fn locked_units_are_not_traded() {
	with_goods(|| {
		Listing { lot: vec![arrows(60)], ..Listing::default() }.rest();
		let order = |amount, number| {
			let order = Order { give: side(&[arrows(amount)]), number, ..order_of(ALICE) };
			sign(order, acceptance_of(BOB))
		};

		assert_eq!(settle_one(order(41, 0)), Some(Refusal::TooFewUnits));
		assert_eq!(settle_one(order(40, 0)), None);
		assert_eq!(stack(ARROWS, ALICE), (0, 60));
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
			unweighed(Market::settle(origin(), WORLD, 1, trades)),
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

		assert_noop!(unweighed(settle(1, [])), DispatchError::Other("suspended"));
	});
}

#[test]
fn fails_in_an_unknown_world() {
	with_a_sword(|| {
		let origin = RuntimeOrigin::signed(operator());

		assert_noop!(
			unweighed(Market::settle(origin, WorldId(8), 1, batch([]))),
			DispatchError::Other("unknown world")
		);
	});
}

#[test]
fn a_listed_asset_is_not_traded() {
	with_a_sword(|| {
		Listing::default().rest();

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
fn an_auctioned_asset_is_not_traded() {
	with_a_sword(|| {
		Opening::default().open();

		assert_eq!(settle_one(sale(ALICE, BOB, 100, 0)), Some(Refusal::Locked));
	});
}

#[test]
fn coins_that_are_set_aside_are_not_traded() {
	with_a_sword(|| {
		Offer { price: 901, ..Offer::default() }.rest();

		assert_eq!(settle_one(sale(ALICE, BOB, 100, 0)), Some(Refusal::TooFewCoins));
	});
}
