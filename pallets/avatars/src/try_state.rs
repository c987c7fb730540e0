// SPDX-License-Identifier: Apache-2.0
//! The invariants of the README, checked against the whole state.

use crate::{Config, Pallet};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of this pallet.
	///
	/// # Errors
	/// Names the first that does not hold.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_devices()?;
		Self::check_avatars()?;
		Self::check_purses()?;
		Self::check_fills()?;
		Self::check_handles()?;
		Self::check_profiles()?;
		Self::check_offers()?;
		Self::check_badges()
	}
}
