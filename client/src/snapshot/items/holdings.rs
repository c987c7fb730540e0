// SPDX-License-Identifier: Apache-2.0
use crate::{
	records::{AttributeDetails, ItemDetails, Outfit},
	snapshot::{exact, keyed, Snapshot},
	storage::{identity, prefix},
	transaction::decode,
	Error,
};
use freehold_primitives::{
	asset::Stack,
	ids::{AvatarId, CollectionId, ItemId, KindId},
	key::KeyBytes,
};

/// In these, the lock of an item in a custody that is over is gone.
#[allow(clippy::missing_errors_doc, reason = "the errors of all are told at the type")]
impl Snapshot {
	/// An item.
	pub async fn item(&self, item: ItemId) -> Result<Option<ItemDetails>, Error> {
		let details = self.value("an item", &identity("Items", "Items", &item.to_key())).await?;
		Ok(details.map(|details: ItemDetails| details.at(self.number())))
	}

	/// Those of some items that there are. No item is named twice.
	pub async fn items_named(&self, items: &[ItemId]) -> Result<Vec<(ItemId, ItemDetails)>, Error> {
		let key = |item: &ItemId| identity("Items", "Items", &item.to_key());
		let keys: Vec<Vec<u8>> = items.iter().map(key).collect();
		let details: Vec<Option<ItemDetails>> = self.values("an item", &keys).await?;
		let named = items.iter().zip(details);
		Ok(named.filter_map(|(item, it)| Some((*item, it?.at(self.number())))).collect())
	}

	/// The items of a collection.
	pub async fn items(
		&self,
		collection: CollectionId,
	) -> Result<Vec<(ItemId, ItemDetails)>, Error> {
		let prefix = identity("Items", "Items", &collection.to_key());
		let entries = self.present(&prefix).await?;
		keyed(entries, |key| Ok(ItemId { collection, serial: u32::from_be_bytes(exact(key)?) }))
	}

	/// The items of an avatar. They are found by reading all there are.
	pub async fn items_of(&self, avatar: AvatarId) -> Result<Vec<(ItemId, ItemDetails)>, Error> {
		let mut entries = self.present(&prefix("Items", "Items")).await?;
		entries.retain(|(_, item)| item.holding.owner == avatar);
		keyed(entries, |key| Ok(ItemId::from_key(exact(key)?)))
	}

	async fn present(&self, prefix: &[u8]) -> Result<Vec<(Vec<u8>, ItemDetails)>, Error> {
		let entries: Vec<(Vec<u8>, ItemDetails)> = self.entries("an item", prefix).await?;
		let now = self.number();
		Ok(entries.into_iter().map(|(key, item)| (key, item.at(now))).collect())
	}

	/// The attributes that an item has, by their numbers in its kind.
	pub async fn attributes(&self, item: ItemId) -> Result<Vec<(u8, AttributeDetails)>, Error> {
		let prefix = identity("Items", "Attributes", &item.to_key());
		let entries = self.entries("an attribute", &prefix).await?;
		keyed(entries, |key| decode("an attribute's number", key))
	}

	/// What an avatar wears.
	pub async fn outfit(&self, avatar: AvatarId) -> Result<Outfit, Error> {
		let key = identity("Items", "Outfits", &avatar.to_key());
		Ok(self.value("an outfit", &key).await?.unwrap_or_default())
	}

	/// How many units of a kind an avatar has.
	pub async fn units(&self, kind: KindId, avatar: AvatarId) -> Result<Stack, Error> {
		let units = self.value("a number of units", &of_units(kind, avatar)).await?;
		Ok(units.unwrap_or_default())
	}

	/// Who has units of a kind, and how many.
	pub async fn holders(&self, kind: KindId) -> Result<Vec<(AvatarId, Stack)>, Error> {
		let prefix = identity("Items", "Units", &kind.to_key());
		let entries = self.entries("a number of units", &prefix).await?;
		keyed(entries, |key| Ok(AvatarId::from_key(exact(key)?)))
	}

	/// The units of an avatar. They are found by asking for each kind there is.
	pub async fn units_of(&self, avatar: AvatarId) -> Result<Vec<(KindId, Stack)>, Error> {
		let kinds = self.all_kinds().await?;
		let keys: Vec<Vec<u8>> = kinds.iter().map(|(kind, _)| of_units(*kind, avatar)).collect();
		let units = self.values("a number of units", &keys).await?;
		let counted = kinds.into_iter().zip(units);
		Ok(counted.filter_map(|((kind, _), units)| Some((kind, units?))).collect())
	}

	/// How many items, or avatars that get units, one call mints at most.
	pub fn max_mint(&self) -> Result<usize, Error> {
		self.most("Items", "MaxMint")
	}

	/// How many items one call transfers at most.
	pub fn max_transfers(&self) -> Result<usize, Error> {
		self.most("Items", "MaxTransfers")
	}

	/// How many attributes one call of a world's server writes at most.
	pub fn max_writes(&self) -> Result<usize, Error> {
		self.most("Items", "MaxWrites")
	}

	/// A constant that says how many things one call takes: at least one.
	fn most(&self, pallet: &str, name: &str) -> Result<usize, Error> {
		let most: u32 = self.constant(pallet, name)?;
		Ok(usize::try_from(most).unwrap_or(usize::MAX).max(1))
	}
}

fn of_units(kind: KindId, avatar: AvatarId) -> Vec<u8> {
	identity("Items", "Units", &[&kind.to_key()[..], &avatar.to_key()].concat())
}
