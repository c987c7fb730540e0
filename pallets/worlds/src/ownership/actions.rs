// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use crate::{Config, Event, HoldReason, Pallet, WorldDetails, Worlds};
use frame_support::traits::{fungible::MutateHold, tokens::Precision, Get};
use freehold_primitives::{ids::WorldId, key::WorldKey, traits::WorldDeposits};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_offer_ownership(
		world: WorldId,
		details: WorldDetails<T::AccountId>,
		to: Option<T::AccountId>,
	) {
		let details = WorldDetails { offered_to: to.clone(), ..details };
		Worlds::<T>::insert(WorldKey::from(world), details);
		Self::deposit_event(match to {
			Some(to) => Event::OwnershipOffered { world, to },
			None => Event::OwnershipOfferWithdrawn { world },
		});
	}

	pub(crate) fn do_accept_ownership(
		world: WorldId,
		details: WorldDetails<T::AccountId>,
		to: T::AccountId,
	) -> DispatchResult {
		let from = details.owner.clone();
		let deposits = T::SettlerDeposit::get().saturating_mul(details.settlers.into());
		let sums = [(HoldReason::WorldBond, T::WorldBond::get()), (HoldReason::Settler, deposits)];
		for (reason, sum) in sums {
			let reason = reason.into();
			T::Currency::hold(&reason, &to, sum)?;
			T::Currency::release(&reason, &from, sum, Precision::Exact)?;
		}
		// Before the others are told, who may count the world's records meanwhile.
		let details = WorldDetails { owner: to.clone(), offered_to: None, ..details };
		Worlds::<T>::insert(WorldKey::from(world), details);
		T::Deposits::hand_over(world, &from, &to)?;
		Self::deposit_event(Event::OwnershipAccepted { world, from, to });
		Ok(())
	}
}
