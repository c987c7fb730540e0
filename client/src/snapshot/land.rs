// SPDX-License-Identifier: Apache-2.0
use super::{exact, keyed, Snapshot, PAGE};
use crate::{
	records::{ContentDetails, EstateDetails, ParcelDetails, SaleDetails, Standing, Title},
	storage::{blake2_concat, identity, prefix},
	transaction::decode,
	Error,
};
use codec::Encode;
use freehold_primitives::{
	asset::{Holding, Lock},
	ids::{AvatarId, EstateId, WorldId},
	key::KeyBytes,
	land::{Area, Coordinates, ParcelId, Site},
};
use std::collections::BTreeSet;

#[allow(clippy::missing_errors_doc, reason = "the errors of all are told at the type")]
impl Snapshot {
	/// A parcel.
	pub async fn parcel(&self, parcel: ParcelId) -> Result<Option<ParcelDetails>, Error> {
		self.value("a parcel", &identity("Land", "Parcels", &parcel.to_key())).await
	}

	/// Who owns a parcel. That of one in an estate follows from its estate's.
	pub async fn parcel_holding(&self, parcel: ParcelId) -> Result<Option<Holding>, Error> {
		match self.parcel(parcel).await?.map(|details| details.title) {
			None => Ok(None),
			Some(Title::Own(holding)) => Ok(Some(holding)),
			Some(Title::PartOf { estate, version }) => {
				let details = self.estate(estate).await?;
				let lock = Some(Lock::Estate(estate));
				Ok(details.map(|it| Holding { owner: it.holding.owner, version, lock }))
			},
		}
	}

	/// The parcels of a world, in z-order.
	pub async fn parcels(
		&self,
		world: WorldId,
	) -> Result<Vec<(Coordinates, ParcelDetails)>, Error> {
		let prefix = identity("Land", "Parcels", &world.to_key());
		let entries = self.entries("a parcel", &prefix).await?;
		keyed(entries, place)
	}

	/// The parcels of an area of a world, in z-order. What lies between is mostly skipped.
	pub async fn parcels_in(
		&self,
		world: WorldId,
		area: Area,
	) -> Result<Vec<(Coordinates, ParcelDetails)>, Error> {
		let prefix = identity("Land", "Parcels", &world.to_key());
		let mut parcels = Vec::new();
		let mut next = area.next_in_z_order(0);
		while let Some(code) = next {
			// Keys are asked for by the one before them.
			let after = code.checked_sub(1).map(|code| [&prefix[..], &code.to_be_bytes()].concat());
			let keys = self.keys(&prefix, after.as_deref()).await?;
			let place_of = |key: &Vec<u8>| place(key.strip_prefix(&prefix[..]).unwrap_or_default());
			let mut inside = Vec::with_capacity(keys.len());
			for key in &keys {
				let at = place_of(key)?;
				if area.contains(at) {
					inside.push((at, key.clone()));
				}
			}
			let asked: Vec<Vec<u8>> = inside.iter().map(|(_, key)| key.clone()).collect();
			let found = self.values("a parcel", &asked).await?;
			let both = inside.into_iter().zip(found);
			parcels.extend(both.filter_map(|((at, _), details)| Some((at, details?))));
			next = match keys.last() {
				Some(last) if keys.len() == PAGE as usize => place_of(last)?
					.morton()
					.checked_add(1)
					.and_then(|code| area.next_in_z_order(code)),
				_ => None,
			};
		}
		Ok(parcels)
	}

	/// How many parcels a world has.
	pub async fn parcel_count(&self, world: WorldId) -> Result<u32, Error> {
		let key = identity("Land", "ParcelCount", &world.to_key());
		Ok(self.value("a number of parcels", &key).await?.unwrap_or_default())
	}

	/// An estate.
	pub async fn estate(&self, estate: EstateId) -> Result<Option<EstateDetails>, Error> {
		self.value("an estate", &identity("Land", "Estates", &estate.to_key())).await
	}

	/// Every estate.
	pub async fn estates(&self) -> Result<Vec<(EstateId, EstateDetails)>, Error> {
		let entries = self.entries("an estate", &prefix("Land", "Estates")).await?;
		keyed(entries, |key| Ok(EstateId::from_key(exact(key)?)))
	}

	/// The places of an estate's parcels.
	pub async fn ground(&self, estate: EstateId) -> Result<BTreeSet<Coordinates>, Error> {
		let key = identity("Land", "Grounds", &estate.to_key());
		Ok(self.value("an estate's ground", &key).await?.unwrap_or_default())
	}

	/// A primary sale of a world.
	pub async fn sale(&self, world: WorldId, sale: u32) -> Result<Option<SaleDetails>, Error> {
		let key = [&world.to_key()[..], &sale.encode()].concat();
		self.value("a sale", &identity("Land", "Sales", &key)).await
	}

	/// The open primary sales of a world, by their numbers.
	pub async fn sales(&self, world: WorldId) -> Result<Vec<(u32, SaleDetails)>, Error> {
		let prefix = identity("Land", "Sales", &world.to_key());
		let entries = self.entries("a sale", &prefix).await?;
		let mut sales = keyed(entries, |key| decode("a sale's number", key))?;
		sales.sort_unstable_by_key(|(sale, _)| *sale);
		Ok(sales)
	}

	/// What is to be seen on a site.
	pub async fn content(&self, site: Site) -> Result<Option<ContentDetails>, Error> {
		self.value("content", &of_site("Contents", site)).await
	}

	/// What was said of an avatar on a site, void or not.
	pub async fn standing(&self, site: Site, who: AvatarId) -> Result<Option<Standing>, Error> {
		let key = [&of_site("Standings", site)[..], &who.to_key()].concat();
		self.value("a standing", &key).await
	}

	/// What was said of avatars on a site, void or not.
	pub async fn standings(&self, site: Site) -> Result<Vec<(AvatarId, Standing)>, Error> {
		let entries = self.entries("a standing", &of_site("Standings", site)).await?;
		keyed(entries, |key| Ok(AvatarId::from_key(exact(key)?)))
	}
}

/// The key of a site's record in one of the land pallet's maps.
pub(super) fn of_site(item: &str, site: Site) -> Vec<u8> {
	[prefix("Land", item), blake2_concat(&site.encode())].concat()
}

fn place(key: &[u8]) -> Result<Coordinates, Error> {
	Ok(Coordinates::from_morton(u32::from_be_bytes(exact(key)?)))
}
