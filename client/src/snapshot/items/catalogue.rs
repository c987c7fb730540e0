// SPDX-License-Identifier: Apache-2.0
use crate::{
	records::{AttributeKey, CollectionDetails, CollectionMetadata, KindDetails, Share},
	snapshot::{exact, keyed, Snapshot},
	storage::{identity, prefix},
	transaction::decode,
	Error,
};
use freehold_primitives::{
	chain::Balance,
	ids::{CollectionId, KindId},
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

	/// What a collection is called.
	pub async fn collection_metadata(
		&self,
		collection: CollectionId,
	) -> Result<Option<CollectionMetadata>, Error> {
		let key = identity("Items", "Metadata", &collection.to_key());
		self.value("a collection's metadata", &key).await
	}

	/// What comes on hold, in 10^-12 FHD, of whoever adopts a collection or accepts it.
	pub async fn collection_deposits(
		&self,
		collection: CollectionId,
	) -> Result<Option<Balance>, Error> {
		let Some(details) = self.collection(collection).await? else {
			return Ok(None);
		};
		let named = self.collection_metadata(collection).await?.is_some();
		let mut total: Balance = 0;
		for (name, records) in [
			("CollectionDeposit", 1),
			("MetadataDeposit", u32::from(named)),
			("KindDeposit", details.live_kinds),
			("AttributeKeyDeposit", details.attribute_keys),
			("ItemDeposit", details.live_items),
			("RecipeDeposit", details.recipes),
		] {
			let each: Balance = self.constant("Items", name)?;
			total = total.saturating_add(each.saturating_mul(records.into()));
		}
		Ok(Some(total))
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

	/// Every kind.
	pub(super) async fn all_kinds(&self) -> Result<Vec<(KindId, KindDetails)>, Error> {
		let entries = self.entries("a kind", &prefix("Items", "Kinds")).await?;
		keyed(entries, |key| Ok(KindId::from_key(exact(key)?)))
	}

	/// Who shares the royalty of a kind.
	pub async fn royalty(&self, kind: KindId) -> Result<Vec<Share>, Error> {
		let key = identity("Items", "Royalties", &kind.to_key());
		Ok(self.value("a royalty", &key).await?.unwrap_or_default())
	}

	/// The coins, in 10^-12 FHD, that trades left for those who share a kind's royalty.
	pub async fn accrued(&self, kind: KindId) -> Result<Balance, Error> {
		let key = identity("Items", "Accrued", &kind.to_key());
		Ok(self.value("coins that accrued", &key).await?.unwrap_or_default())
	}

	/// The coins that trades left for creators, by their kinds: all that nobody has collected.
	pub async fn all_accrued(&self) -> Result<Vec<(KindId, Balance)>, Error> {
		let entries = self.entries("coins that accrued", &prefix("Items", "Accrued")).await?;
		keyed(entries, |key| Ok(KindId::from_key(exact(key)?)))
	}

	/// The attributes that a kind defines, by their numbers.
	pub async fn attribute_keys(&self, kind: KindId) -> Result<Vec<(u8, AttributeKey)>, Error> {
		let prefix = identity("Items", "AttributeKeys", &kind.to_key());
		let entries = self.entries("an attribute's key", &prefix).await?;
		keyed(entries, |key| decode("an attribute's number", key))
	}
}
