// SPDX-License-Identifier: Apache-2.0
//! Random batches against the laws of conservation.

use super::*;

/// The trades of a batch that were not refused.
fn done(trades: Vec<Trade>, refused: &[(u32, Refusal)]) -> Vec<Trade> {
	(0u32..)
		.zip(trades)
		.filter(|(place, _)| !refused.iter().any(|(it, _)| it == place))
		.map(|(_, trade)| trade)
		.collect()
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(128))]

	#[test]
	fn a_batch_conserves_everything(
		trades in prop::collection::vec(any_trade(), 0..40),
		rate in 0..=MAX_WORLD_FEE,
		mut store in any_memory(),
	) {
		let before = store.clone();

		settle(&with_fee(rate), &trades, &mut store);

		prop_assert_eq!(store.coins(), before.coins());
		prop_assert_eq!(store.gold(), before.gold());
		prop_assert_eq!(store.holdings.len(), before.holdings.len());
		for (avatar, purse) in &store.purses {
			prop_assert_eq!(usize::try_from(purse.consumers), Ok(store.records(*avatar)));
		}
	}

	#[test]
	fn a_device_gives_away_no_more_than_its_limits(
		trades in prop::collection::vec(any_trade(), 0..40),
		limits in any_limits(),
	) {
		let mut store = Memory::new().with_limits(ALICE, Some(limits));

		let refused = settle(&context(), &trades, &mut store);

		let mut left = limits;
		for Trade { order, acceptance, .. } in done(trades, &refused) {
			let sides = [(order.maker, order.give), (acceptance.taker, order.want)];
			let given = sides.into_iter().filter(|(giver, _)| *giver == ALICE);
			for asset in given.flat_map(|(_, assets)| assets) {
				let lots = acceptance.lots;
				match asset {
					Asset::Coins(amount) => left.coins -= amount * Balance::from(lots),
					Asset::Units { amount, .. } => left.units -= amount * u64::from(lots),
					Asset::Item { .. } => left.items -= lots,
					Asset::Parcel { .. } => left.land -= lots,
					Asset::Estate { .. } => left.estates -= lots,
				}
			}
		}
		prop_assert_eq!(store.limits(ALICE), Some(left));
	}

	#[test]
	fn nothing_of_a_frozen_avatar_is_lost(
		trades in prop::collection::vec(any_trade(), 0..40),
		rate in 0..=MAX_WORLD_FEE,
	) {
		let mut store = Memory::new().with_frozen(CAROL);
		let before = store.clone();

		settle(&with_fee(rate), &trades, &mut store);

		prop_assert_eq!(store.purses[&CAROL], before.purses[&CAROL]);
		prop_assert_eq!(store.records(CAROL), before.records(CAROL));
	}

	/// Cutting a batch in two, at any place, changes nothing: what is kept in memory during a
	/// batch is what would have been written and read again.
	#[test]
	fn a_batch_is_its_parts_one_after_the_other(
		trades in prop::collection::vec(any_trade(), 1..30),
		cut in any::<prop::sample::Index>(),
		mut whole in any_memory(),
	) {
		let mut parts = whole.clone();
		let context = with_fee(100);
		let (first, second) = trades.split_at(cut.index(trades.len()));

		let refused = settle(&context, &trades, &mut whole);
		let mut refused_in_parts = settle(&context, first, &mut parts);
		let offset = u32::try_from(first.len()).expect("few trades");
		refused_in_parts.extend(
			settle(&context, second, &mut parts).into_iter().map(|(n, why)| (n + offset, why)),
		);
		(whole.writes, parts.writes) = (0, 0);

		prop_assert_eq!(refused, refused_in_parts);
		prop_assert_eq!(whole, parts);
	}

	#[test]
	fn a_batch_settled_again_moves_nothing(
		trades in prop::collection::vec(any_trade(), 0..30),
	) {
		let mut store = Memory::new();
		let refused = settle(&context(), &trades, &mut store);
		let done = done(trades, &refused);
		let before = store.clone();

		let again = settle(&context(), &done, &mut store);

		prop_assert_eq!(again.len(), done.len());
		prop_assert_eq!(store, before);
	}
}
