// SPDX-License-Identifier: Apache-2.0
use crate::{
	client::Methods,
	records::{
		AccountInfo, AvatarDetails, CollectionDetails, ItemDetails, KindDetails, LastBatch,
		ListingDetails, ParcelDetails, SettlerExpiry, WorldDetails,
	},
	storage::{blake2_concat, identity, prefix, BLAKE2_LENGTH},
	transaction::decode,
	Error,
};
use codec::{Decode, Encode};
use freehold_primitives::{
	asset::{Holding, UniqueId},
	chain::{AccountId, BlockNumber, Hash},
	device::DeviceKey,
	ids::{AvatarId, CollectionId, ItemId, KindId, WorldId},
	key::KeyBytes,
	land::{Coordinates, ParcelId},
	purse::{LaneIndex, Purse},
};

/// How many records are asked for at once.
const PAGE: u32 = 512;

/// The state after one block. All that it reads belongs together, whatever happens meanwhile.
///
/// Every method errs if the node does not answer, no longer has the block's state, or stores
/// something that this version does not know.
#[derive(Clone)]
pub struct Snapshot {
	methods: Methods,
	hash: Hash,
	number: BlockNumber,
}

#[allow(clippy::missing_errors_doc, reason = "the errors of all are told at the type")]
impl Snapshot {
	pub(crate) fn new(methods: Methods, hash: Hash, number: BlockNumber) -> Self {
		Self { methods, hash, number }
	}

	/// The block.
	pub fn block(&self) -> Hash {
		self.hash
	}

	/// The block's number.
	pub fn number(&self) -> BlockNumber {
		self.number
	}

	/// An account of the currency; empty if it does not exist.
	pub async fn account(&self, who: &AccountId) -> Result<AccountInfo, Error> {
		let key = [prefix("System", "Account"), blake2_concat(&who.encode())].concat();
		Ok(self.value("an account", &key).await?.unwrap_or_default())
	}

	/// A world.
	pub async fn world(&self, world: WorldId) -> Result<Option<WorldDetails>, Error> {
		self.value("a world", &identity("Worlds", "Worlds", &world.to_key())).await
	}

	/// Every world.
	pub async fn worlds(&self) -> Result<Vec<(WorldId, WorldDetails)>, Error> {
		let entries = self.entries("a world", &prefix("Worlds", "Worlds")).await?;
		keyed(entries, |key| Ok(WorldId::from_key(exact(key)?)))
	}

	/// The settlers of a world, and until when each may settle.
	pub async fn settlers(&self, world: WorldId) -> Result<Vec<(AccountId, BlockNumber)>, Error> {
		let prefix = identity("Worlds", "Settlers", &world.to_key());
		let entries: Vec<(_, SettlerExpiry)> = self.entries("a settler", &prefix).await?;
		keyed(entries, |key| decode("a settler", key.get(BLAKE2_LENGTH..).unwrap_or_default()))
	}

	/// An avatar.
	pub async fn avatar(&self, avatar: AvatarId) -> Result<Option<AvatarDetails>, Error> {
		self.value("an avatar", &identity("Avatars", "Avatars", &avatar.to_key())).await
	}

	/// An avatar's purse.
	pub async fn purse(&self, avatar: AvatarId) -> Result<Option<Purse>, Error> {
		self.value("a purse", &identity("Avatars", "Purses", &avatar.to_key())).await
	}

	/// Every purse.
	pub async fn purses(&self) -> Result<Vec<(AvatarId, Purse)>, Error> {
		let entries = self.entries("a purse", &prefix("Avatars", "Purses")).await?;
		keyed(entries, |key| Ok(AvatarId::from_key(exact(key)?)))
	}

	/// The device keys of an avatar, by their slots.
	pub async fn devices(&self, avatar: AvatarId) -> Result<Vec<(LaneIndex, DeviceKey)>, Error> {
		let prefix = identity("Avatars", "Devices", &avatar.to_key());
		let entries = self.entries("a device key", &prefix).await?;
		keyed(entries, |key| decode("a slot", key))
	}

	/// A parcel.
	pub async fn parcel(&self, parcel: ParcelId) -> Result<Option<ParcelDetails>, Error> {
		self.value("a parcel", &identity("Land", "Parcels", &parcel.to_key())).await
	}

	/// The parcels of a world, in z-order.
	pub async fn parcels(
		&self,
		world: WorldId,
	) -> Result<Vec<(Coordinates, ParcelDetails)>, Error> {
		let prefix = identity("Land", "Parcels", &world.to_key());
		let entries = self.entries("a parcel", &prefix).await?;
		keyed(entries, |key| Ok(Coordinates::from_morton(u32::from_be_bytes(exact(key)?))))
	}

	/// How many parcels a world has.
	pub async fn parcel_count(&self, world: WorldId) -> Result<u32, Error> {
		let key = identity("Land", "ParcelCount", &world.to_key());
		Ok(self.value("a number of parcels", &key).await?.unwrap_or_default())
	}

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

	/// Who owns a unique asset.
	pub async fn holding(&self, asset: UniqueId) -> Result<Option<Holding>, Error> {
		Ok(match asset {
			UniqueId::Item(item) => self.item(item).await?.map(|details| details.holding),
			UniqueId::Parcel(parcel) => self.parcel(parcel).await?.map(|details| details.holding),
		})
	}

	/// The offer of an asset, if it is listed.
	pub async fn listing(&self, asset: UniqueId) -> Result<Option<ListingDetails>, Error> {
		let key = [prefix("Market", "Listings"), blake2_concat(&asset.encode())].concat();
		self.value("a listing", &key).await
	}

	/// Everything that is listed.
	pub async fn listings(&self) -> Result<Vec<(UniqueId, ListingDetails)>, Error> {
		let entries = self.entries("a listing", &prefix("Market", "Listings")).await?;
		keyed(entries, |key| decode("an asset", key.get(BLAKE2_LENGTH..).unwrap_or_default()))
	}

	/// The last batch that a world settled; none before the first.
	pub async fn last_batch(&self, world: WorldId) -> Result<Option<LastBatch>, Error> {
		self.value("a batch", &identity("Market", "Settled", &world.to_key())).await
	}

	/// The record under a key; `what` names it in errors.
	async fn value<T: Decode>(&self, what: &str, key: &[u8]) -> Result<Option<T>, Error> {
		let bytes = self.methods.state_get_storage(key, Some(self.hash)).await?;
		bytes.map(|bytes| decode(what, &bytes)).transpose()
	}

	/// All records under a prefix in the order of their keys, each with the rest of its key.
	async fn entries<T: Decode>(
		&self,
		what: &str,
		prefix: &[u8],
	) -> Result<Vec<(Vec<u8>, T)>, Error> {
		let mut entries = Vec::new();
		let mut last: Option<Vec<u8>> = None;
		loop {
			let at = Some(self.hash);
			let keys = self.methods.state_get_keys_paged(prefix, PAGE, last.as_deref(), at).await?;
			let Some(end) = keys.last().cloned() else { return Ok(entries) };
			let borrowed: Vec<&[u8]> = keys.iter().map(Vec::as_slice).collect();
			let sets = self.methods.state_query_storage_at(borrowed, at).await?;
			for (key, value) in sets.into_iter().flat_map(|set| set.changes) {
				if let (Some(rest), Some(value)) = (key.strip_prefix(prefix), value) {
					entries.push((rest.to_vec(), decode(what, &value)?));
				}
			}
			last = Some(end);
		}
	}
}

/// The records with their keys read.
fn keyed<K, V>(
	entries: Vec<(Vec<u8>, V)>,
	read: impl Fn(&[u8]) -> Result<K, Error>,
) -> Result<Vec<(K, V)>, Error> {
	entries.into_iter().map(|(key, value)| Ok((read(&key)?, value))).collect()
}

/// A key of exactly `N` bytes.
fn exact<const N: usize>(key: &[u8]) -> Result<[u8; N], Error> {
	key.try_into().map_err(|reason| Error::undecodable("a storage key", reason))
}
