// SPDX-License-Identifier: Apache-2.0
use super::{amount, coordinates, estate, number, pair, parcel};
use freehold_primitives::{
	asset::{Asset, UniqueId, Version},
	ids::{CollectionId, ItemId, KindId, WorldId},
	land::Area,
};

/// A kind, such as `3/0`: the first of collection 3.
pub fn kind(text: &str) -> Result<KindId, String> {
	let (collection, index) = pair(text, '/')
		.ok_or_else(|| format!("`{text}` is not a kind: write it as COLLECTION/INDEX"))?;
	Ok(KindId { collection: CollectionId(collection), index })
}

/// An item, such as `3#17`; `item:3#17` is the same.
pub fn item(text: &str) -> Result<ItemId, String> {
	let (collection, serial) = pair(text.strip_prefix("item:").unwrap_or(text), '#')
		.ok_or_else(|| format!("`{text}` is not an item: write it as COLLECTION#SERIAL"))?;
	Ok(ItemId { collection: CollectionId(collection), serial })
}

/// A unique asset: `item:3#17`, `parcel:-3,4` in a world that is known, or `estate:7`.
fn unique(text: &str, world: Option<WorldId>) -> Result<UniqueId, String> {
	match text.split_once(':') {
		Some(("item", id)) => item(id).map(UniqueId::Item),
		Some(("parcel", at)) => {
			coordinates(at).and_then(|at| parcel(at, world)).map(UniqueId::Parcel)
		},
		Some(("estate", id)) => estate(id).map(UniqueId::Estate),
		_ => Err(not_an_asset(text)),
	}
}

fn not_an_asset(text: &str) -> String {
	format!(
		"`{text}` is not an asset: write coins:1.5, units:3/1*50, item:3#17, parcel:-3,4 or \
		 estate:7"
	)
}

/// An asset; a unique one may still need its version from the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
	Whole(Asset),
	Unversioned(UniqueId),
}

/// `coins:1.5`, `units:3/1*50`, `item:3#17`, `parcel:-3,4`, `estate:7`; the last three with
/// `@VERSION` to name another than the present one.
pub fn asset(text: &str, world: Option<WorldId>) -> Result<Named, String> {
	match text.split_once(':') {
		Some(("coins", value)) => amount(value).map(|value| Named::Whole(Asset::Coins(value))),
		Some(("units", value)) => {
			let parts = value.split_once('*').or_else(|| value.split_once(':'));
			let (id, count) = parts.ok_or_else(|| not_an_asset(text))?;
			let amount = number(count, "a number of units")?;
			Ok(Named::Whole(Asset::Units { kind: kind(id)?, amount }))
		},
		_ => match text.split_once('@') {
			Some((id, version)) => {
				let version: Version = number(version, "a version")?;
				Ok(Named::Whole(unique(id, world)?.at_version(version)))
			},
			None => unique(text, world).map(Named::Unversioned),
		},
	}
}

/// What an offer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sought {
	Asset(Named),
	OfKind(KindId),
	InCollection(CollectionId),
	ParcelIn(Area),
}

/// An asset, or one of several: `kind:3/0`, `collection:3` or `area:-3,-3..4,4`.
pub fn sought(text: &str, world: WorldId) -> Result<Sought, String> {
	match text.split_once(':') {
		Some(("kind", id)) => kind(id).map(Sought::OfKind),
		Some(("collection", id)) => {
			number(id, "a collection's number").map(|id| Sought::InCollection(CollectionId(id)))
		},
		Some(("area", corners)) => area(corners).map(Sought::ParcelIn),
		_ => {
			asset(text, Some(world)).map(Sought::Asset).map_err(|reason| {
				format!("{reason}; or what may be one of several: kind:3/0, collection:3, area:X,Y..X,Y")
			})
		},
	}
}

fn area(text: &str) -> Result<Area, String> {
	let (from, to) = text
		.split_once("..")
		.ok_or_else(|| format!("`{text}` is not an area: write it as -3,-3..4,4"))?;
	let (from, to) = (coordinates(from)?, coordinates(to)?);
	Area::new(from, to).ok_or_else(|| format!("{to} is not to the north-east of {from}"))
}

#[cfg(test)]
mod tests {
	use super::*;
	use freehold_primitives::{
		ids::EstateId,
		land::{Coordinates, ParcelId},
	};

	const WORLD: WorldId = WorldId(7);

	#[test]
	fn assets_are_written_by_kind_and_id() {
		let id = ItemId { collection: CollectionId(3), serial: 17 };
		let at = Coordinates::new(-3, 4);
		let parcel = UniqueId::Parcel(ParcelId { world: WORLD, at });
		let kind = KindId { collection: CollectionId(3), index: 0 };

		for (text, named) in [
			("coins:1.5", Named::Whole(Asset::Coins(1_500_000_000_000))),
			("units:3/0*25", Named::Whole(Asset::Units { kind, amount: 25 })),
			("units:3/0:25", Named::Whole(Asset::Units { kind, amount: 25 })),
			("item:3#17", Named::Unversioned(UniqueId::Item(id))),
			("item:3#17@2", Named::Whole(Asset::Item { id, version: 2 })),
			("parcel:-3,4", Named::Unversioned(parcel)),
			("estate:7", Named::Unversioned(UniqueId::Estate(EstateId(7)))),
			("estate:7@2", Named::Whole(Asset::Estate { id: EstateId(7), version: 2 })),
		] {
			assert_eq!(asset(text, Some(WORLD)), Ok(named));
		}
		for text in ["sword", "units:3/0", "3#17"] {
			assert_eq!(
				asset(text, Some(WORLD)),
				Err(format!(
					"`{text}` is not an asset: write coins:1.5, units:3/1*50, item:3#17, \
					 parcel:-3,4 or estate:7"
				))
			);
		}
		assert_eq!(
			asset("parcel:-3,4", None),
			Err("say with --world which world -3,4 is in".into())
		);
	}

	#[test]
	fn an_item_may_be_named_as_an_asset() {
		assert_eq!(item("item:3#17"), item("3#17"));
		assert!(item("3/17").is_err());
	}

	#[test]
	fn an_offer_may_be_for_one_of_several() {
		let kind = KindId { collection: CollectionId(3), index: 0 };
		let area = Area { min: Coordinates::new(-3, -3), max: Coordinates::new(4, 4) };

		for (text, wanted) in [
			("kind:3/0", Sought::OfKind(kind)),
			("collection:3", Sought::InCollection(CollectionId(3))),
			("area:-3,-3..4,4", Sought::ParcelIn(area)),
			("units:3/0*5", Sought::Asset(Named::Whole(Asset::Units { kind, amount: 5 }))),
		] {
			assert_eq!(sought(text, WORLD), Ok(wanted));
		}
		for text in ["kind:3", "collection:x", "area:1,1", "area:1,1..0,0", "sword"] {
			assert!(sought(text, WORLD).is_err(), "{text}");
		}
	}
}
