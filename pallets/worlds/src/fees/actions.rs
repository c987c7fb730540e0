// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use crate::{Config, Event, Pallet, WorldDetails, Worlds};
use frame_support::traits::Get;
use freehold_primitives::{
	fee::{Fee, FeeSchedule},
	ids::{AvatarId, WorldId},
	key::WorldKey,
	traits::Avatars,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_fee(
		world: WorldId,
		details: WorldDetails<T::AccountId>,
		fee: Option<Fee>,
	) -> DispatchResult {
		let before = details.fee;
		let fee = before.changed(fee, Self::now(), T::FeeNotice::get());
		Self::retain_payees(&fee)?;
		Self::release_payees(&before);
		Worlds::<T>::insert(WorldKey::from(world), WorldDetails { fee, ..details });
		Self::deposit_event(Event::FeeChanged { world, fee });
		Ok(())
	}

	/// Keeps the avatars that the schedule pays from being retired: once for each of its fees.
	pub(crate) fn retain_payees(schedule: &FeeSchedule) -> DispatchResult {
		payees(schedule).try_for_each(|avatar| T::Avatars::retain(avatar, 1))
	}

	/// Undoes [`Self::retain_payees`].
	pub(crate) fn release_payees(schedule: &FeeSchedule) {
		payees(schedule).for_each(|avatar| T::Avatars::release(avatar, 1));
	}
}

/// Whom the fees of the schedule go to: those of the one it began with, even once the announced
/// one is in force, and of the announced one.
fn payees(schedule: &FeeSchedule) -> impl Iterator<Item = AvatarId> {
	let announced = schedule.announced.and_then(|it| it.fee);
	schedule.current.into_iter().chain(announced).map(|fee| fee.to)
}
