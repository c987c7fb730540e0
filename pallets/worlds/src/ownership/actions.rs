// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use crate::{Config, Error, Event, HoldReason, Pallet, WorldDetails, Worlds};
use frame_support::{
	ensure,
	traits::{
		fungible::{InspectHold, MutateHold},
		tokens::Precision,
		Get,
	},
};
use freehold_primitives::{chain::Balance, ids::WorldId, key::WorldKey, traits::WorldDeposits};
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
		max_deposits: Balance,
	) -> DispatchResult {
		let from = details.owner.clone();
		let before = T::Currency::total_balance_on_hold(&to);
		let (reason, bond) = (HoldReason::WorldBond.into(), T::WorldBond::get());
		T::Currency::hold(&reason, &to, bond)?;
		T::Currency::release(&reason, &from, bond, Precision::Exact)?;
		// Before the others are told, who may count the world's records meanwhile.
		let details = WorldDetails { owner: to.clone(), offered_to: None, ..details };
		Worlds::<T>::insert(WorldKey::from(world), details);
		T::Deposits::hand_over(world, &from, &to)?;
		// Counted afterwards, as others know what they keep; the call is undone if it is too much.
		let held = T::Currency::total_balance_on_hold(&to).saturating_sub(before);
		ensure!(held <= max_deposits, Error::<T>::DepositsTooHigh);
		Self::deposit_event(Event::OwnershipAccepted { world, from, to });
		Ok(())
	}
}
