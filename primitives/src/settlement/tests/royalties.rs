// SPDX-License-Identifier: Apache-2.0
//! What creators get, and what items may not do.

use super::*;
use crate::fee::Raise;

/// A tenth for the creators of swords, a twentieth for those of gold.
fn with_royalties() -> Memory {
	Memory::new()
		.with_terms(SWORDS, Terms { royalty: 1_000, ..FREE })
		.with_terms(GOLD, Terms { royalty: 500, ..FREE })
}

fn gold(amount: u64) -> Asset {
	Asset::Units { kind: GOLD, amount }
}

/// Alice gives these for 100 coins.
fn sale(give: Assets) -> Trade {
	signed(Order { give, max_deduction: 2_000, ..order() }, acceptance())
}

#[test]
fn a_sale_pays_the_creators() {
	let mut store = with_royalties();

	assert_eq!(outcome(&with_fee(250), sale(order().give), &mut store), None);

	assert_eq!(store.accrued, [(SWORDS, 10)].into());
	assert_eq!((store.balance(ALICE), store.balance(BOB)), (1_088, 900));
	assert_eq!(store.balance(TREASURY), 2);
}

#[test]
fn a_purchase_order_pays_the_creators_as_a_sale_does() {
	let mut store = with_royalties();
	let bid =
		Order { give: side([Asset::Coins(100)]), want: side([item(2).at_version(0)]), ..order() };

	assert_eq!(outcome(&context(), signed(bid, acceptance()), &mut store), None);

	assert_eq!(store.accrued, [(SWORDS, 10)].into());
	assert_eq!(store.balance(BOB), 1_090);
}

#[test]
fn an_item_pays_no_more_than_when_it_was_minted() {
	let mut store = Memory { minted_at: 300, ..with_royalties() };

	assert_eq!(outcome(&context(), sale(order().give), &mut store), None);

	assert_eq!(store.accrued, [(SWORDS, 3)].into());
}

#[test]
fn a_lower_royalty_is_for_all_items() {
	let mut store = Memory::new().with_terms(SWORDS, Terms { royalty: 200, ..FREE });

	assert_eq!(outcome(&context(), sale(order().give), &mut store), None);

	assert_eq!(store.accrued, [(SWORDS, 2)].into());
}

#[test]
fn a_raise_does_not_touch_what_was_minted_before() {
	for (serial, royalty) in [(2, 1), (1, 10)] {
		let raised = Terms { royalty: 1_000, raise: Some(Raise { serial, rate: 100 }), ..FREE };
		let mut store = Memory::new().with_terms(SWORDS, raised);

		assert_eq!(outcome(&context(), sale(order().give), &mut store), None);

		assert_eq!(store.accrued, [(SWORDS, royalty)].into());
	}
}

#[test]
fn a_bundle_with_junk_pays_as_much() {
	let mut store = with_royalties();
	let bundle = side([item(1).at_version(0), estate(1).at_version(0), gold(1)]);

	assert_eq!(outcome(&context(), sale(bundle), &mut store), None);

	assert_eq!(store.accrued, [(SWORDS, 6), (GOLD, 3)].into());
	assert_eq!(store.balance(ALICE), 1_091);
}

/// Else the seller's own junk would bring most of the royalty back to the seller.
#[test]
fn junk_of_another_collection_takes_nothing_from_the_creators() {
	let junk = KindId { collection: CollectionId(1), index: 0 };
	let mut store = with_royalties().with_terms(junk, Terms { royalty: 1_000, ..FREE });
	store.set_units(junk, ALICE, Stack::free(1));
	store.purses.get_mut(&ALICE).expect("Alice has one").consumers = 4;
	let bundle = side([item(1).at_version(0), Asset::Units { kind: junk, amount: 1 }]);

	assert_eq!(outcome(&context(), sale(bundle), &mut store), None);

	assert_eq!(store.accrued, [(SWORDS, 10), (junk, 10)].into());
	assert_eq!(store.balance(ALICE), 1_080);
}

#[test]
fn what_is_not_paid_for_has_no_royalty() {
	let mut store = with_royalties();
	let barter = Order { want: side([item(2).at_version(0)]), ..order() };

	assert_eq!(outcome(&context(), signed(barter, acceptance()), &mut store), None);

	assert!(store.accrued.is_empty());
}

#[test]
fn coins_on_either_side_pay_for_what_comes_back() {
	let mut store = with_royalties();
	let mixed = Order {
		give: side([item(1).at_version(0), Asset::Coins(40)]),
		want: side([gold(2), Asset::Coins(100)]),
		..order()
	};
	let trade = signed(mixed, acceptance());

	assert_eq!(outcome(&context(), trade, &mut store), None);

	assert_eq!(store.accrued, [(SWORDS, 10), (GOLD, 2)].into());
	assert_eq!(store.coins(), 3_000);
}

#[test]
fn fee_and_royalty_together_are_within_what_the_payee_agreed_to() {
	let trade = |max_deduction| signed(Order { max_deduction, ..order() }, acceptance());
	let mut store = with_royalties();

	let low = trade(1_249);
	assert_refused_in(&with_fee(250), store.clone(), low, Refusal::DeductionTooHigh);
	assert_eq!(outcome(&with_fee(250), trade(1_250), &mut store), None);
}

#[test]
fn a_soulbound_item_stays() {
	let bound = Terms { transferable: false, ..FREE };
	let items = Memory::new().with_terms(SWORDS, bound);
	let units = Memory::new().with_terms(GOLD, bound);

	assert_refused_in(&context(), items, good(), Refusal::Soulbound);
	assert_refused_in(&context(), units, sale(side([gold(1)])), Refusal::Soulbound);
}

#[test]
fn an_item_with_a_home_is_traded_there_only() {
	let home = |world| Memory::new().with_terms(SWORDS, Terms { home: Some(world), ..FREE });

	assert_refused_in(&context(), home(WorldId(4)), good(), Refusal::NotTradableHere);
	assert_eq!(outcome(&context(), good(), &mut home(WORLD)), None);
}

#[test]
fn a_refused_trade_pays_no_royalty() {
	let mut store = with_royalties();
	let want = side([Asset::Coins(100), Asset::Coins(901)]);
	let dear = signed(Order { want, ..order() }, acceptance());

	let refused = settle(&context(), &[dear, good()], &mut store);

	assert_eq!(refused, [(0, Refusal::TooFewCoins)]);
	assert_eq!(store.accrued, [(SWORDS, 10)].into());
}

#[test]
fn a_preview_tells_what_each_side_gets() {
	let mut store = with_royalties();
	let before = store.clone();
	let order = Order { max_deduction: 1_250, ..order() };

	let receipt = preview(&with_fee(250), &order, &acceptance(), &mut store);

	let maker = Proceeds { gross: 100, fee: 2, royalties: vec![(SWORDS, 10)], net: 88 };
	assert_eq!(receipt, Ok(Receipt { maker, taker: Proceeds::default() }));
	assert_eq!(store, before);
}

#[test]
fn a_preview_tells_why_a_trade_would_be_refused() {
	for (order, reason) in [
		(Order { world: WorldId(4), ..order() }, Refusal::WrongWorld),
		(Order { lane: 2, ..order() }, Refusal::UnknownKey),
		(Order { want: side([Asset::Coins(1_001)]), ..order() }, Refusal::TooFewCoins),
		(Order { give: side([item(1).at_version(1)]), ..order() }, Refusal::Moved),
	] {
		assert_eq!(preview(&context(), &order, &acceptance(), &mut Memory::new()), Err(reason));
	}
}

proptest! {
	/// What a preview says is what happens.
	#[test]
	fn a_preview_is_true(trade in any_trade(), rate in 0..=MAX_WORLD_FEE, store in any_memory()) {
		let Trade { order, acceptance, .. } = &trade;
		let foretold = preview(&with_fee(rate), order, acceptance, &mut store.clone());
		let mut after = store.clone();

		match outcome(&with_fee(rate), trade.clone(), &mut after) {
			Some(Refusal::BadOrderSignature) => (),
			Some(refusal) => prop_assert_eq!(foretold, Err(refusal)),
			None => {
				let receipt = foretold.expect("it happened");
				let royalty = receipt.maker.royalty() + receipt.taker.royalty();
				prop_assert_eq!(after.accrued.values().sum::<Balance>(), royalty);
				let fee = receipt.maker.fee + receipt.taker.fee;
				prop_assert_eq!(after.balance(TREASURY), fee);
			},
		}
	}
}
