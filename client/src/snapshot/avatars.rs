// SPDX-License-Identifier: Apache-2.0
use super::{exact, keyed, Snapshot};
use crate::{
	records::{AvatarDetails, BadgeDetails, BadgeId, HandleDetails, OfferDetails},
	storage::{blake2_concat, identity, prefix},
	transaction::decode,
	Error,
};
use codec::Encode;
use freehold_primitives::{
	device::{DeviceKey, Label},
	ids::{AvatarId, WorldId},
	key::KeyBytes,
	order::Fills,
	pointer::Pointer,
	purse::{LaneIndex, Purse},
};

#[allow(clippy::missing_errors_doc, reason = "the errors of all are told at the type")]
impl Snapshot {
	/// An avatar.
	pub async fn avatar(&self, avatar: AvatarId) -> Result<Option<AvatarDetails>, Error> {
		self.value("an avatar", &identity("Avatars", "Avatars", &avatar.to_key())).await
	}

	/// Those of some avatars that there are. No avatar is named twice.
	pub async fn avatars_named(
		&self,
		avatars: &[AvatarId],
	) -> Result<Vec<(AvatarId, AvatarDetails)>, Error> {
		let key = |avatar: &AvatarId| identity("Avatars", "Avatars", &avatar.to_key());
		let keys: Vec<Vec<u8>> = avatars.iter().map(key).collect();
		let details = self.values("an avatar", &keys).await?;
		let named = avatars.iter().zip(details);
		Ok(named.filter_map(|(avatar, it)| Some((*avatar, it?))).collect())
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

	/// The orders that were filled in part, of one of the keys that sign for an avatar.
	pub async fn fills(&self, avatar: AvatarId, lane: LaneIndex) -> Result<Fills, Error> {
		let key = [&avatar.to_key()[..], &[lane]].concat();
		let fills = self.value("fills", &identity("Avatars", "Fills", &key)).await?;
		Ok(fills.unwrap_or_default())
	}

	/// The device keys of an avatar, by their slots.
	pub async fn devices(&self, avatar: AvatarId) -> Result<Vec<(LaneIndex, DeviceKey)>, Error> {
		let prefix = identity("Avatars", "Devices", &avatar.to_key());
		let entries = self.entries("a device key", &prefix).await?;
		keyed(entries, |key| decode("a slot", key))
	}

	/// What the devices of an avatar are called, by their slots.
	pub async fn device_labels(&self, avatar: AvatarId) -> Result<Vec<(LaneIndex, Label)>, Error> {
		let prefix = identity("Avatars", "DeviceLabels", &avatar.to_key());
		let entries = self.entries("a device's label", &prefix).await?;
		keyed(entries, |key| decode("a slot", key))
	}

	/// An avatar's handle, as it was claimed.
	pub async fn handle(&self, avatar: AvatarId) -> Result<Option<String>, Error> {
		self.value("a handle", &identity("Avatars", "HandleOf", &avatar.to_key())).await
	}

	/// The handles of those of some avatars that have one. No avatar is named twice.
	pub async fn handles(&self, avatars: &[AvatarId]) -> Result<Vec<(AvatarId, String)>, Error> {
		let key = |avatar: &AvatarId| identity("Avatars", "HandleOf", &avatar.to_key());
		let keys: Vec<Vec<u8>> = avatars.iter().map(key).collect();
		let handles = self.values("a handle", &keys).await?;
		let named = avatars.iter().zip(handles);
		Ok(named.filter_map(|(avatar, handle)| Some((*avatar, handle?))).collect())
	}

	/// The record of a handle in its canonical form.
	pub async fn handle_details(&self, canonical: &str) -> Result<Option<HandleDetails>, Error> {
		let key = blake2_concat(&canonical.encode());
		self.value("a handle", &[prefix("Avatars", "Handles"), key].concat()).await
	}

	/// Where an avatar's profile is found.
	pub async fn profile(&self, avatar: AvatarId) -> Result<Option<Pointer>, Error> {
		self.value("a profile", &identity("Avatars", "Profiles", &avatar.to_key()))
			.await
	}

	/// The offer of an avatar, if there is one.
	pub async fn avatar_offer(&self, avatar: AvatarId) -> Result<Option<OfferDetails>, Error> {
		self.value("an offer", &identity("Avatars", "Offers", &avatar.to_key())).await
	}

	/// What worlds state about an avatar.
	pub async fn badges(&self, avatar: AvatarId) -> Result<Vec<(BadgeId, BadgeDetails)>, Error> {
		let prefix = identity("Avatars", "Badges", &avatar.to_key());
		let entries = self.entries("a badge", &prefix).await?;
		keyed(entries, |key| {
			let (world, badge): ([u8; 4], [u8; 4]) = decode("a badge's key", key)?;
			Ok(BadgeId { world: WorldId::from_key(world), badge: u32::from_be_bytes(badge) })
		})
	}
}
