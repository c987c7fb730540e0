// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use crate::{Config, Event, HoldReason, Pallet, SettlerDetails, Settlers, WorldDetails, Worlds};
use frame_support::traits::{fungible::MutateHold, tokens::Precision, Get};
use freehold_primitives::{
	chain::{Balance, BlockNumber},
	ids::WorldId,
	key::WorldKey,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_add_settler(
		world: WorldId,
		mut details: WorldDetails<T::AccountId>,
		settler: T::AccountId,
		valid_until: BlockNumber,
		cap: Option<Balance>,
	) -> DispatchResult {
		let key = WorldKey::from(world);
		let terms = match Settlers::<T>::get(key, &settler) {
			Some(known) => known.renewed(valid_until, cap),
			None => {
				let deposit = T::SettlerDeposit::get();
				T::Currency::hold(&HoldReason::Settler.into(), &details.owner, deposit)?;
				details.settlers = details.settlers.saturating_add(1);
				Worlds::<T>::insert(key, details);
				SettlerDetails::new(valid_until, cap)
			},
		};
		Settlers::<T>::insert(key, &settler, terms);
		Self::deposit_event(Event::SettlerAdded { world, settler, valid_until, cap });
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
