// SPDX-License-Identifier: Apache-2.0
use super::{exact, keyed, Snapshot};
use crate::{
	records::{SettlerDetails, WorldDetails, WorldMetadata},
	storage::{identity, prefix, BLAKE2_LENGTH},
	transaction::decode,
	Error,
};
use freehold_primitives::{
	chain::{AccountId, Balance},
	ids::WorldId,
	key::KeyBytes,
};

#[allow(clippy::missing_errors_doc, reason = "the errors of all are told at the type")]
impl Snapshot {
	/// A world.
	pub async fn world(&self, world: WorldId) -> Result<Option<WorldDetails>, Error> {
		self.value("a world", &identity("Worlds", "Worlds", &world.to_key())).await
	}

	/// Every world.
	pub async fn worlds(&self) -> Result<Vec<(WorldId, WorldDetails)>, Error> {
		let entries = self.entries("a world", &prefix("Worlds", "Worlds")).await?;
		keyed(entries, |key| Ok(WorldId::from_key(exact(key)?)))
	}

	/// What a world is called.
	pub async fn world_metadata(&self, world: WorldId) -> Result<Option<WorldMetadata>, Error> {
		let key = identity("Worlds", "WorldMetadata", &world.to_key());
		self.value("a world's metadata", &key).await
	}

	/// What comes on hold, in 10^-12 FHD, of whoever takes a world over: its bond, and the deposits
	/// for its parcels. With open sales it can't be taken over.
	pub async fn world_deposits(&self, world: WorldId) -> Result<Balance, Error> {
		let parcels = Balance::from(self.parcel_count(world).await?);
		let each = |pallet, name| self.constant::<Balance>(pallet, name);
		let parcels = each("Land", "ParcelDeposit")?.saturating_mul(parcels);
		Ok(each("Worlds", "WorldBond")?.saturating_add(parcels))
	}

	/// The settlers of a world.
	pub async fn settlers(
		&self,
		world: WorldId,
	) -> Result<Vec<(AccountId, SettlerDetails)>, Error> {
		let prefix = identity("Worlds", "Settlers", &world.to_key());
		let entries = self.entries("a settler", &prefix).await?;
		keyed(entries, |key| decode("a settler", key.get(BLAKE2_LENGTH..).unwrap_or_default()))
	}
}
