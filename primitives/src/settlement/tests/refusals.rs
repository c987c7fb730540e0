// SPDX-License-Identifier: Apache-2.0
//! What else is refused, and why.

use super::*;

#[test]
fn a_malformed_order_is_refused() {
	let empty = Order { want: Assets::default(), ..order() };

	assert_refused(signed(empty, acceptance()), Refusal::Malformed);
}

#[test]
fn an_order_for_another_world_is_refused() {
	let elsewhere = Order { world: WorldId(4), ..order() };

	assert_refused(signed(elsewhere, acceptance()), Refusal::WrongWorld);
}

#[test]
fn a_trade_with_oneself_is_refused() {
	let own = Acceptance { taker: ALICE, number: 1, ..acceptance() };

	assert_refused(signed(order(), own), Refusal::SelfTrade);
}

#[test]
fn a_taker_who_is_not_named_is_refused() {
	let for_carol = Order { taker: Some(CAROL), ..order() };

	assert_refused(signed(for_carol, acceptance()), Refusal::WrongTaker);
}

#[test]
fn lots_out_of_range_are_refused() {
	for lots in [0, 2] {
		let trade = signed(order(), Acceptance { lots, ..acceptance() });

		assert_refused(trade, Refusal::LotsOutOfRange);
	}
}

#[test]
fn what_has_expired_is_refused() {
	let past = NOW - 1;

	assert_refused(signed(Order { valid_until: past, ..order() }, acceptance()), Refusal::Expired);
	assert_refused(
		signed(order(), Acceptance { valid_until: past, ..acceptance() }),
		Refusal::Expired,
	);
}

#[test]
fn what_lives_too_long_is_refused() {
	let far = NOW + MAX_LIFETIME + 1;

	assert_refused(
		signed(Order { valid_until: far, ..order() }, acceptance()),
		Refusal::LivesTooLong,
	);
	assert_refused(
		signed(order(), Acceptance { valid_until: far, ..acceptance() }),
		Refusal::LivesTooLong,
	);
}

#[test]
fn a_fee_above_what_the_payee_agreed_to_is_refused() {
	let maker_is_paid = signed(Order { max_deduction: 249, ..order() }, acceptance());
	let taker_is_paid = signed(
		Order { give: side([Asset::Coins(100)]), want: side([item(2).at_version(0)]), ..order() },
		Acceptance { max_deduction: 249, ..acceptance() },
	);

	for trade in [maker_is_paid, taker_is_paid] {
		assert_refused_in(&with_fee(250), Memory::new(), trade, Refusal::DeductionTooHigh);
	}
}

#[test]
fn an_unknown_avatar_is_refused() {
	let nobody = Acceptance { taker: NOBODY, lane: 0, ..acceptance() };

	assert_refused(signed(order(), nobody), Refusal::UnknownAvatar);
}

#[test]
fn an_unknown_asset_is_refused() {
	let nothing = Order { give: side([item(9).at_version(0)]), ..order() };

	assert_refused(signed(nothing, acceptance()), Refusal::UnknownAsset);
}

#[test]
fn an_asset_that_moved_is_refused() {
	let mut store = Memory::new();
	let there_and_back = Holding::new(ALICE).moved_to(BOB).moved_to(ALICE);
	store.holdings.insert(item(1), there_and_back);

	assert_refused_in(&context(), store, good(), Refusal::Moved);
}

#[test]
fn anothers_asset_is_refused() {
	let stolen = Order { give: side([item(3).at_version(0)]), ..order() };

	assert_refused(signed(stolen, acceptance()), Refusal::NotOwner);
}

#[test]
fn a_locked_asset_is_refused() {
	for lock in [Lock::Order(OrderId(1)), Lock::PublicLand, Lock::Estate(EstateId(1))] {
		let mut store = Memory::new();
		let locked = Holding { lock: Some(lock), ..Holding::new(ALICE) };
		store.holdings.insert(item(1), locked);

		assert_refused_in(&context(), store, good(), Refusal::Locked);
	}
}

#[test]
fn nothing_leaves_a_frozen_avatar() {
	for frozen in [ALICE, BOB] {
		let store = Memory::new().with_frozen(frozen);

		assert_refused_in(&context(), store, good(), Refusal::Frozen);
	}
}

#[test]
fn too_few_coins_are_refused() {
	let dear = Order { want: side([Asset::Coins(1_001)]), ..order() };

	assert_refused(signed(dear, acceptance()), Refusal::TooFewCoins);
}

#[test]
fn too_few_units_are_refused() {
	let poor = Order { give: side([Asset::Units { kind: GOLD, amount: 11 }]), ..order() };

	assert_refused(signed(poor, acceptance()), Refusal::TooFewUnits);
}

#[test]
fn amounts_beyond_counting_are_refused() {
	let lots = Order { lots: 2, min_lots: 2, ..order() };
	for give in [Asset::Units { kind: GOLD, amount: u64::MAX }, Asset::Coins(Balance::MAX)] {
		let order = Order { give: side([give]), ..lots.clone() };
		let trade = signed(order, Acceptance { lots: 2, ..acceptance() });

		assert_refused(trade, Refusal::Overflow);
	}
}

#[test]
fn the_same_item_twice_in_an_order_is_refused() {
	let twice = Order { give: side([item(1).at_version(0); 2]), ..order() };

	assert_refused(signed(twice, acceptance()), Refusal::Malformed);
}

#[test]
fn the_same_item_on_both_sides_of_an_order_is_refused() {
	for version in [0, 1] {
		let back = Order { want: side([item(1).at_version(version)]), ..order() };

		assert_refused(signed(back, acceptance()), Refusal::Malformed);
	}
}

#[test]
fn every_refusal_keeps_its_number() {
	use codec::Encode;
	assert_eq!(Refusal::Malformed.encode(), [1]);
	assert_eq!(Refusal::BadOrderSignature.encode(), [13]);
	assert_eq!(Refusal::Moved.encode(), [19]);
	assert_eq!(Refusal::Overflow.encode(), [24]);
	assert_eq!(Refusal::Frozen.encode(), [25]);
	assert_eq!(Refusal::OverLimit.encode(), [26]);
	assert_eq!(Refusal::NotTradableHere.encode(), [27]);
	assert_eq!(Refusal::Soulbound.encode(), [28]);
	assert_eq!(Refusal::TooManyFills.encode(), [29]);
}
