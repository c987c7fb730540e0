// SPDX-License-Identifier: Apache-2.0
//! How many records a batch has to do with.

use super::*;
use crate::land::{Coordinates, ParcelId};

/// What it had to do with to settle these trades.
fn touched(trades: &[Trade], store: &mut Memory) -> Touched {
	let settled = crate::settlement::settle(&context(), trades, store);
	settled.expect("memory takes everything").touched
}

/// Alice gives this under this number, and Bob accepts under the same.
fn gives(asset: UniqueId, number: u32) -> Trade {
	let give = side([asset.at_version(0)]);
	signed(Order { give, number, ..order() }, Acceptance { number, ..acceptance() })
}

#[test]
fn keys_purses_the_item_and_its_kind_are_read() {
	let touched = touched(&[good()], &mut Memory::new());

	assert_eq!(touched, Touched { read: 2 + 2 + 1 + 1, written: 3 });
}

#[test]
fn an_asset_that_is_not_there_is_looked_for_once_and_counted() {
	let mut store = Memory::new();

	let touched = touched(&[0, 1, 2].map(|number| gives(item(9), number)), &mut store);

	assert_eq!(touched, Touched { read: 2 + 2 + 1, written: 0 });
	assert_eq!(store.looks.count(), 1);
}

#[test]
fn a_parcel_is_read_with_the_estate_that_it_may_be_part_of() {
	let parcel = UniqueId::Parcel(ParcelId { world: WORLD, at: Coordinates::new(1, 2) });
	let mut store = Memory::new();
	store.holdings.insert(parcel, Holding::new(ALICE));

	let touched = touched(&[gives(parcel, 0)], &mut store);

	assert_eq!(touched, Touched { read: 2 + 2 + 2, written: 3 });
}
