// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use crate::{
	Config, Event, HoldReason, Metadata, NextWorldId, Pallet, WorldDetails, WorldMetadata, Worlds,
};
use frame_support::traits::{fungible::MutateHold, tokens::Precision, Get};
use freehold_primitives::{fee::Fee, ids::WorldId, key::WorldKey, land::Area};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_register(
		owner: T::AccountId,
		world: WorldId,
		next: WorldId,
		bounds: Area,
		fee: Option<Fee>,
	) -> DispatchResult {
		T::Currency::hold(&HoldReason::WorldBond.into(), &owner, T::WorldBond::get())?;
		let details = WorldDetails::new(owner.clone(), bounds, fee);
		Self::retain_payees(&details.fee)?;
		Worlds::<T>::insert(WorldKey::from(world), details);
		NextWorldId::<T>::put(next);
		Self::deposit_event(Event::WorldRegistered { world, owner, bounds, fee });
		Ok(())
	}

	pub(crate) fn do_set_metadata(world: WorldId, metadata: Option<Metadata>) {
		WorldMetadata::<T>::set(WorldKey::from(world), metadata.clone());
		Self::deposit_event(Event::MetadataChanged { world, metadata });
	}

	pub(crate) fn do_extend(world: WorldId, details: WorldDetails<T::AccountId>, bounds: Area) {
		Worlds::<T>::insert(WorldKey::from(world), WorldDetails { bounds, ..details });
		Self::deposit_event(Event::WorldExtended { world, bounds });
	}

	pub(crate) fn do_suspend(world: WorldId, details: WorldDetails<T::AccountId>) {
		let details = WorldDetails { suspended: true, ..details };
		Worlds::<T>::insert(WorldKey::from(world), details);
		Self::deposit_event(Event::WorldSuspended { world });
	}

	pub(crate) fn do_resume(world: WorldId, details: WorldDetails<T::AccountId>) {
		let details = WorldDetails { suspended: false, ..details };
		Worlds::<T>::insert(WorldKey::from(world), details);
		Self::deposit_event(Event::WorldResumed { world });
	}

	pub(crate) fn do_close(world: WorldId, details: WorldDetails<T::AccountId>) -> DispatchResult {
		let (reason, bond) = (HoldReason::WorldBond.into(), T::WorldBond::get());
		T::Currency::release(&reason, &details.owner, bond, Precision::Exact)?;
		Self::release_payees(&details.fee);
		let key = WorldKey::from(world);
		Worlds::<T>::remove(key);
		WorldMetadata::<T>::remove(key);
		Self::deposit_event(Event::WorldClosed { world });
		Ok(())
	}
}
