// SPDX-License-Identifier: Apache-2.0
//! How amounts, places and assets are written on the command line.

use freehold_primitives::{
	asset::{Asset, Coins, UniqueId, Version},
	chain::Balance,
	ids::{CollectionId, ItemId, KindId, WorldId},
	land::{Coordinates, ParcelId, Zone},
};
use std::str::FromStr;

/// An amount of FHD, such as `1.5`: exact, or refused.
pub fn amount(text: &str) -> Result<Balance, String> {
	let wrong = |why: &str| format!("`{text}` is not an amount of FHD: {why}");
	let (whole, part) = text.split_once('.').unwrap_or((text, ""));
	let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
	if whole.is_empty() || (text.contains('.') && part.is_empty()) {
		return Err(wrong("digits are needed on both sides of the point"));
	}
	if !is_number(whole) || !is_number(part) {
		return Err(wrong("write it as in 1.5"));
	}
	let decimals = Coins::DECIMALS as usize;
	if part.len() > decimals {
		return Err(wrong("it has more than 12 decimals"));
	}
	// Digits only, so that they fail to parse in one way: by being too many.
	let units = |digits: &str| digits.parse::<Balance>().map_err(|_| wrong("it is too large"));
	let part = units(&format!("{part:0<decimals$}"))?;
	let whole = units(whole)?.checked_mul(Coins::UNIT);
	whole
		.and_then(|whole| whole.checked_add(part))
		.ok_or_else(|| wrong("it is too large"))
}

/// A place, such as `-3,4`.
pub fn coordinates(text: &str) -> Result<Coordinates, String> {
	let wrong = || format!("`{text}` is not a place: write it as x,y with both in -32768..=32767");
	let (x, y) = text.split_once(',').ok_or_else(wrong)?;
	match (x.trim().parse(), y.trim().parse()) {
		(Ok(x), Ok(y)) => Ok(Coordinates { x, y }),
		_ => Err(wrong()),
	}
}

/// A zone by its name.
pub fn zone(text: &str) -> Result<Zone, String> {
	let found = Zone::ALL.into_iter().find(|zone| zone.name().eq_ignore_ascii_case(text));
	found.ok_or_else(|| {
		let names = Zone::ALL.map(Zone::name).join(", ");
		format!("`{text}` is not a zone: they are {names}")
	})
}

/// A kind, such as `3/0`: the first of collection 3.
pub fn kind(text: &str) -> Result<KindId, String> {
	let (collection, index) = pair(text, '/')
		.ok_or_else(|| format!("`{text}` is not a kind: write it as COLLECTION/INDEX"))?;
	Ok(KindId { collection: CollectionId(collection), index })
}

/// An item, such as `3#17`.
pub fn item(text: &str) -> Result<ItemId, String> {
	let (collection, serial) = pair(text, '#')
		.ok_or_else(|| format!("`{text}` is not an item: write it as COLLECTION#SERIAL"))?;
	Ok(ItemId { collection: CollectionId(collection), serial })
}

/// A unique asset: `item:3#17` or `parcel:-3,4`.
pub fn unique(text: &str, world: WorldId) -> Result<UniqueId, String> {
	match text.split_once(':') {
		Some(("item", id)) => item(id).map(UniqueId::Item),
		Some(("parcel", at)) => coordinates(at).map(|at| UniqueId::Parcel(ParcelId { world, at })),
		_ => Err(format!("`{text}` is not a unique asset: write item:3#17 or parcel:-3,4")),
	}
}

/// An asset in an order; a unique one may still need its version from the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
	Whole(Asset),
	Unversioned(UniqueId),
}

/// `coins:1.5`, `units:3/0:25`, `item:3#17`, `parcel:-3,4`; the last two with `@VERSION` to name
/// another than the present one.
pub fn asset(text: &str, world: WorldId) -> Result<Named, String> {
	let wrong = || {
		format!("`{text}` is not an asset: write coins:1.5, units:3/0:25, item:3#17 or parcel:-3,4")
	};
	match text.split_once(':') {
		Some(("coins", value)) => amount(value).map(|value| Named::Whole(Asset::Coins(value))),
		Some(("units", value)) => {
			let (id, count) = value.split_once(':').ok_or_else(wrong)?;
			let amount = number(count, "a number of units")?;
			Ok(Named::Whole(Asset::Units { kind: kind(id)?, amount }))
		},
		_ => match text.split_once('@') {
			Some((id, version)) => {
				let version: Version = number(version, "a version")?;
				Ok(Named::Whole(unique(id, world)?.at_version(version)))
			},
			None => unique(text, world).map(Named::Unversioned).map_err(|_| wrong()),
		},
	}
}

fn number<N: FromStr>(text: &str, what: &str) -> Result<N, String> {
	text.parse().map_err(|_| format!("`{text}` is not {what}"))
}

fn pair(text: &str, separator: char) -> Option<(u32, u32)> {
	let (left, right) = text.split_once(separator)?;
	Some((left.parse().ok()?, right.parse().ok()?))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn amounts_are_exact() {
		assert_eq!(amount("1.5"), Ok(1_500_000_000_000));
		assert_eq!(amount("0.000000000001"), Ok(1));
		assert_eq!(amount("20"), Ok(20 * Coins::UNIT));
		assert_eq!(amount("0"), Ok(0));
	}

	#[test]
	fn what_is_shown_can_be_read_again() {
		for value in [0, 1, 999, Coins::UNIT, 20_000_000_000_030, u128::MAX] {
			assert_eq!(amount(&Coins(value).to_string()), Ok(value));
		}
	}

	#[test]
	fn amounts_that_are_not_exact_are_refused() {
		for (text, why) in [
			("", "digits are needed on both sides of the point"),
			(".5", "digits are needed on both sides of the point"),
			("1.", "digits are needed on both sides of the point"),
			("-1", "write it as in 1.5"),
			("1,5", "write it as in 1.5"),
			("1e3", "write it as in 1.5"),
			("1.2.3", "write it as in 1.5"),
			("0.0000000000001", "it has more than 12 decimals"),
			("340282366920938463463374607.5", "it is too large"),
		] {
			assert_eq!(amount(text), Err(format!("`{text}` is not an amount of FHD: {why}")));
		}
	}

	#[test]
	fn places_are_two_numbers() {
		assert_eq!(coordinates("-3,4"), Ok(Coordinates::new(-3, 4)));
		for text in ["3", "3,", "3;4", "40000,0", "1.5,0"] {
			assert_eq!(
				coordinates(text),
				Err(format!(
					"`{text}` is not a place: write it as x,y with both in -32768..=32767"
				))
			);
		}
	}

	#[test]
	fn zones_go_by_their_names() {
		assert_eq!(zone("Plaza"), Ok(Zone::Plaza));
		assert_eq!(
			zone("sea"),
			Err("`sea` is not a zone: they are open, residential, commercial, plaza, road".into())
		);
	}

	#[test]
	fn assets_are_written_as_they_are_shown() {
		let world = WorldId(7);
		let id = ItemId { collection: CollectionId(3), serial: 17 };
		let parcel = UniqueId::Parcel(ParcelId { world, at: Coordinates::new(-3, 4) });
		let kind = KindId { collection: CollectionId(3), index: 0 };

		for (text, named) in [
			("coins:1.5", Named::Whole(Asset::Coins(1_500_000_000_000))),
			("units:3/0:25", Named::Whole(Asset::Units { kind, amount: 25 })),
			("item:3#17", Named::Unversioned(UniqueId::Item(id))),
			("item:3#17@2", Named::Whole(Asset::Item { id, version: 2 })),
			("parcel:-3,4", Named::Unversioned(parcel)),
		] {
			assert_eq!(asset(text, world), Ok(named));
		}
		for text in ["sword", "units:3/0"] {
			assert_eq!(
				asset(text, world),
				Err(format!(
					"`{text}` is not an asset: write coins:1.5, units:3/0:25, item:3#17 or \
					 parcel:-3,4"
				))
			);
		}
	}
}
