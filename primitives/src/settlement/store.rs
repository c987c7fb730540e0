// SPDX-License-Identifier: Apache-2.0
use crate::{
	asset::{Holding, UniqueId},
	device::{DeviceKey, Signer},
	ids::{AvatarId, KindId},
	purse::{LaneIndex, Purse},
};

/// The records that trades read and write. The kernel reads each at most once before it writes,
/// and writes only records that it has read and changed.
///
/// The kernel itself counts in the purses how many records name an avatar, as unique assets and
/// the last of an avatar's units come and go: what writes those must not count them again, nor
/// touch a purse.
pub trait Store {
	/// Who signs for the avatar in this lane: its owner in lane 0, else the device in that slot.
	fn signer(&self, avatar: AvatarId, lane: LaneIndex) -> Option<Signer>;

	/// The avatar's purse; none if there is no such avatar.
	fn purse(&self, avatar: AvatarId) -> Option<Purse>;

	/// Who owns the asset; none if there is no such asset.
	fn holding(&self, asset: UniqueId) -> Option<Holding>;

	/// How many units of the kind the avatar has; zero of a kind that does not exist.
	fn units(&self, kind: KindId, avatar: AvatarId) -> u64;

	/// Writes what the device in that slot may still give away. Only devices that have limits are
	/// ever written.
	fn set_device(&mut self, avatar: AvatarId, lane: LaneIndex, device: DeviceKey);

	/// Writes an avatar's purse.
	fn set_purse(&mut self, avatar: AvatarId, purse: Purse);

	/// Writes who owns an asset.
	fn set_holding(&mut self, asset: UniqueId, holding: Holding);

	/// Writes how many units an avatar has.
	fn set_units(&mut self, kind: KindId, avatar: AvatarId, amount: u64);
}
