// SPDX-License-Identifier: Apache-2.0
//! The invariants of royalties.

use crate::{Accrued, Config, Kinds, Pallet, Royalties};
use frame_support::ensure;
use freehold_primitives::{fee::MAX_ROYALTY, ids::KindId, traits::Avatars};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	pub(crate) fn check_royalties() -> Result<(), TryRuntimeError> {
		for (key, details) in Kinds::<T>::iter() {
			let shares = Royalties::<T>::get(key);
			let total: u32 = shares.iter().map(|share| u32::from(share.rate)).sum();
			ensure!(
				total == u32::from(details.royalty),
				"I11: a kind's royalty is not what its shares come to"
			);
			ensure!(details.royalty <= MAX_ROYALTY, "I11: a kind's royalty is too high");
		}
		for (key, shares) in Royalties::<T>::iter() {
			ensure!(
				Kinds::<T>::contains_key(key),
				"I11: a royalty is of a kind that does not exist"
			);
			ensure!(!shares.is_empty(), "I11: there is a record of a royalty that nobody shares");
			for (place, share) in shares.iter().enumerate() {
				ensure!(share.rate > 0, "I11: a share of a royalty is nothing");
				let before = shares.iter().take(place);
				ensure!(
					before.into_iter().all(|other| other.to != share.to),
					"I11: an avatar has two shares of a royalty"
				);
				T::Avatars::ensure_exists(share.to)
					.map_err(|_| "I11: an avatar that does not exist shares a royalty")?;
			}
		}
		for (key, amount) in Accrued::<T>::iter() {
			ensure!(amount > 0, "I12: there is a record of no royalties");
			ensure!(
				Self::kind(KindId::from(key)).is_some_and(|details| details.royalty > 0),
				"I12: nobody can collect some royalties"
			);
		}
		Ok(())
	}
}
