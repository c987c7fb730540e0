// SPDX-License-Identifier: Apache-2.0
use super::Refusal;
use crate::{
	asset::{Holding, Owned, Stack, UniqueId},
	chain::Balance,
	device::{DeviceKey, Signer},
	fee::{BasisPoints, Raise},
	ids::{AvatarId, KindId, WorldId},
	order::Fills,
	purse::{LaneIndex, Purse},
};
use sp_runtime::DispatchResult;

/// What items of a kind may do in trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
	/// Whether they are items, each with a record of its own, and not units.
	pub unique: bool,
	/// Whether they change hands at all.
	pub transferable: bool,
	/// The only world in which they change hands for something; any if none.
	pub home: Option<WorldId>,
	/// What its creators get of a payment.
	pub royalty: BasisPoints,
	/// The last time that this was raised, if ever: earlier items may pay less.
	pub raise: Option<Raise>,
}

impl Terms {
	/// Succeeds if they change hands in this world for something.
	///
	/// # Errors
	/// If they never do, or in another world only.
	pub fn ensure_tradable_in(&self, world: WorldId) -> Result<(), Refusal> {
		if !self.transferable {
			return Err(Refusal::Soulbound);
		}
		if self.home.is_some_and(|home| home != world) {
			return Err(Refusal::NotTradableHere);
		}
		Ok(())
	}
}

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

	/// Who owns the asset, and what it is; none if there is no such asset.
	fn asset(&self, asset: UniqueId) -> Option<Owned>;

	/// What items of the kind may do in trade; none if there is no such kind.
	fn terms(&self, kind: KindId) -> Option<Terms>;

	/// How many units of the kind the avatar has; none of a kind that does not exist.
	fn units(&self, kind: KindId, avatar: AvatarId) -> Stack;

	/// Which orders of the avatar's lane are partly filled.
	fn fills(&self, avatar: AvatarId, lane: LaneIndex) -> Fills;

	/// Writes what the device in that slot may still give away. Only devices that have limits are
	/// ever written.
	fn set_device(&mut self, avatar: AvatarId, lane: LaneIndex, device: DeviceKey);

	/// Writes an avatar's purse.
	fn set_purse(&mut self, avatar: AvatarId, purse: Purse);

	/// Writes who owns an asset.
	fn set_holding(&mut self, asset: UniqueId, holding: Holding);

	/// Writes how many units an avatar has.
	fn set_units(&mut self, kind: KindId, avatar: AvatarId, units: Stack);

	/// Writes which orders of the avatar's lane are partly filled.
	fn set_fills(&mut self, avatar: AvatarId, lane: LaneIndex, fills: Fills);

	/// Adds royalties to what the creators of a kind can collect.
	///
	/// # Errors
	/// If there are no creators. Whatever was written has to be undone then.
	fn accrue(&mut self, kind: KindId, amount: Balance) -> DispatchResult;

	/// Keeps coins that have left purses aside: those of all royalties, at once.
	///
	/// # Errors
	/// If they can't be kept. Whatever was written has to be undone then.
	fn set_aside(&mut self, amount: Balance) -> DispatchResult;
}
