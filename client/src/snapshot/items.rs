// SPDX-License-Identifier: Apache-2.0
use super::{exact, keyed, Snapshot};
use crate::{
	records::{CollectionDetails, ItemDetails, KindDetails},
	storage::{identity, prefix},
	Error,
};
use freehold_primitives::{
	ids::{AvatarId, CollectionId, ItemId, KindId},
	key::KeyBytes,
};

#[allow(clippy::missing_errors_doc, reason = "the errors of all are told at the type")]
impl Snapshot {
	/// A collection.
	pub async fn collection(
		&self,
		collection: CollectionId,
	) -> Result<Option<CollectionDetails>, Error> {
		let key = identity("Items", "Collections", &collection.to_key());
		self.value("a collection", &key).await
	}

	/// A kind.
	pub async fn kind(&self, kind: KindId) -> Result<Option<KindDetails>, Error> {
		self.value("a kind", &identity("Items", "Kinds", &kind.to_key())).await
	}

	/// The kinds of a collection.
	pub async fn kinds(
		&self,
		collection: CollectionId,
	) -> Result<Vec<(KindId, KindDetails)>, Error> {
		let prefix = identity("Items", "Kinds", &collection.to_key());
		let entries = self.entries("a kind", &prefix).await?;
		keyed(entries, |key| Ok(KindId { collection, index: u32::from_be_bytes(exact(key)?) }))
	}

	/// An item.
	pub async fn item(&self, item: ItemId) -> Result<Option<ItemDetails>, Error> {
		self.value("an item", &identity("Items", "Items", &item.to_key())).await
	}

	/// The items of a collection.
	pub async fn items(
		&self,
		collection: CollectionId,
	) -> Result<Vec<(ItemId, ItemDetails)>, Error> {
		let prefix = identity("Items", "Items", &collection.to_key());
		let entries = self.entries("an item", &prefix).await?;
		keyed(entries, |key| Ok(ItemId { collection, serial: u32::from_be_bytes(exact(key)?) }))
	}

	/// The items of an avatar. They are found by reading all there are.
	pub async fn items_of(&self, avatar: AvatarId) -> Result<Vec<(ItemId, ItemDetails)>, Error> {
		let entries = self.entries("an item", &prefix("Items", "Items")).await?;
		let all: Vec<(ItemId, ItemDetails)> =
			keyed(entries, |key| Ok(ItemId::from_key(exact(key)?)))?;
		Ok(all.into_iter().filter(|(_, item)| item.holding.owner == avatar).collect())
	}

	/// How many units of a kind an avatar has.
	pub async fn units(&self, kind: KindId, avatar: AvatarId) -> Result<u64, Error> {
		let key = [&kind.to_key()[..], &avatar.to_key()].concat();
		let units = self.value("a number of units", &identity("Items", "Units", &key)).await?;
		Ok(units.unwrap_or_default())
	}

	/// Who has units of a kind, and how many.
	pub async fn holders(&self, kind: KindId) -> Result<Vec<(AvatarId, u64)>, Error> {
		let prefix = identity("Items", "Units", &kind.to_key());
		let entries = self.entries("a number of units", &prefix).await?;
		keyed(entries, |key| Ok(AvatarId::from_key(exact(key)?)))
	}

	/// The units of an avatar. They are found by asking for each kind there is.
	pub async fn units_of(&self, avatar: AvatarId) -> Result<Vec<(KindId, u64)>, Error> {
		let entries = self.entries("a kind", &prefix("Items", "Kinds")).await?;
		let kinds: Vec<(KindId, KindDetails)> =
			keyed(entries, |key| Ok(KindId::from_key(exact(key)?)))?;
		let key = |kind: &KindId| {
			identity("Items", "Units", &[&kind.to_key()[..], &avatar.to_key()].concat())
		};
		let keys: Vec<Vec<u8>> = kinds.iter().map(|(kind, _)| key(kind)).collect();
		let units = self.values("a number of units", &keys).await?;
		let counted = kinds.into_iter().zip(units);
		Ok(counted.filter_map(|((kind, _), units)| Some((kind, units?))).collect())
	}
}
