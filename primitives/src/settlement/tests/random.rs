// SPDX-License-Identifier: Apache-2.0
//! Random trades, and random records to settle them in.

use super::*;
use crate::fee::MAX_ROYALTY;

fn any_asset() -> impl Strategy<Value = Asset> {
	prop_oneof![
		(1..600u128).prop_map(Asset::Coins),
		(1..8u64).prop_map(|amount| Asset::Units { kind: GOLD, amount }),
		(1..5u32, 0..3u32).prop_map(|(serial, version)| item(serial).at_version(version)),
		(1..5u32, 0..3u32).prop_map(|(number, version)| estate(number).at_version(version)),
	]
}

pub(super) fn any_limits() -> impl Strategy<Value = Limits> {
	(0..3_000u128, 0..40u64, 0..4u32, 0..4u32, 0..4u32).prop_map(
		|(coins, units, items, land, estates)| Limits { coins, units, items, land, estates },
	)
}

/// The players' records, with Alice's device limited or not and Carol offered for sale or not.
pub(super) fn any_memory() -> impl Strategy<Value = Memory> {
	let royalties = (0..=MAX_ROYALTY, 0..=MAX_ROYALTY);
	(prop::option::of(any_limits()), any::<bool>(), royalties).prop_map(
		|(limits, frozen, rates)| {
			let store = Memory::new()
				.with_limits(ALICE, limits)
				.with_terms(SWORDS, Terms { royalty: rates.0, ..FREE })
				.with_terms(GOLD, Terms { royalty: rates.1, ..FREE });
			if frozen {
				store.with_frozen(CAROL)
			} else {
				store
			}
		},
	)
}

pub(super) fn any_trade() -> impl Strategy<Value = Trade> {
	let assets = || prop::collection::vec(any_asset(), 1..4);
	let lots = (1..4u32, 1..4u32);
	(1..4u32, 1..4u32, assets(), assets(), 0..40u32, 0..40u32, lots, any::<bool>()).prop_map(
		|(maker, taker, give, want, maker_number, taker_number, (lots, filled), honest)| {
			let trade = signed(
				Order {
					maker: AvatarId(maker),
					give: Assets::truncate_from(give),
					want: Assets::truncate_from(want),
					number: maker_number,
					lots,
					max_deduction: MAX_WORLD_FEE + MAX_ROYALTY,
					..order()
				},
				Acceptance {
					taker: AvatarId(taker),
					number: taker_number,
					lots: filled.min(lots),
					max_deduction: MAX_WORLD_FEE + MAX_ROYALTY,
					..acceptance()
				},
			);
			if honest {
				trade
			} else {
				Trade { order: Order { valid_until: NOW + 1, ..trade.order }, ..trade }
			}
		},
	)
}
