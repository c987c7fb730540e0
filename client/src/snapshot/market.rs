// SPDX-License-Identifier: Apache-2.0
use super::{keyed, Snapshot};
use crate::{
	records::{LastBatch, ListingDetails},
	storage::{blake2_concat, identity, prefix, BLAKE2_LENGTH},
	transaction::decode,
	Error,
};
use codec::Encode;
use freehold_primitives::{asset::UniqueId, ids::WorldId, key::KeyBytes};

#[allow(clippy::missing_errors_doc, reason = "the errors of all are told at the type")]
impl Snapshot {
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
}
