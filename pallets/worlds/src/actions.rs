// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use crate::{Config, Event, HoldReason, NextWorldId, Pallet, Settlers, WorldDetails, Worlds};
use frame_support::traits::{fungible::MutateHold, tokens::Precision, Get};
use freehold_primitives::{chain::BlockNumber, fee::Fee, ids::WorldId, key::WorldKey, land::Area};
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
		Worlds::<T>::insert(WorldKey::from(world), details);
		NextWorldId::<T>::put(next);
		Self::deposit_event(Event::WorldRegistered { world, owner, bounds, fee });
		Ok(())
	}

	pub(crate) fn do_add_settler(
		world: WorldId,
		mut details: WorldDetails<T::AccountId>,
		settler: T::AccountId,
		valid_until: BlockNumber,
	) -> DispatchResult {
		let key = WorldKey::from(world);
		if !Settlers::<T>::contains_key(key, &settler) {
			let deposit = T::SettlerDeposit::get();
			T::Currency::hold(&HoldReason::Settler.into(), &details.owner, deposit)?;
			details.settlers = details.settlers.saturating_add(1);
			Worlds::<T>::insert(key, details);
		}
		Settlers::<T>::insert(key, &settler, valid_until);
		Self::deposit_event(Event::SettlerAdded { world, settler, valid_until });
		Ok(())
	}

	pub(crate) fn do_remove_settler(
		world: WorldId,
		mut details: WorldDetails<T::AccountId>,
		settler: T::AccountId,
	) -> DispatchResult {
		let deposit = T::SettlerDeposit::get();
		let reason = HoldReason::Settler.into();
		T::Currency::release(&reason, &details.owner, deposit, Precision::Exact)?;
		let key = WorldKey::from(world);
		details.settlers = details.settlers.saturating_sub(1);
		Worlds::<T>::insert(key, details);
		Settlers::<T>::remove(key, &settler);
		Self::deposit_event(Event::SettlerRemoved { world, settler });
		Ok(())
	}
}
