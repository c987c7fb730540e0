// SPDX-License-Identifier: Apache-2.0
use crate::{Config, HoldReason, NextLeaseId, Pallet, Permission, Standings, Tenure};
use alloc::vec::Vec;
use frame_support::{ensure, traits::Get};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn rights_try_state() -> Result<(), TryRuntimeError> {
		let mut owed = Vec::new();
		for standing in Standings::<T>::iter_values() {
			if let Permission::Granted { rights, .. } = standing.permission {
				let sound = rights.is_valid() && !rights.is_empty();
				ensure!(sound, "S1: a grant is of no right, or of one that does not exist");
			}
			if let Tenure::Lease(id) = standing.tenure {
				let given_out = id < NextLeaseId::<T>::get();
				ensure!(given_out, "S1: a standing is of a lease whose id was not given out");
			}
			owed.push((standing.payer, T::StandingDeposit::get()));
		}
		Self::ensure_held(
			HoldReason::Standing,
			owed,
			"S2: an account's deposits do not match its standings",
		)
	}
}
