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
		Self::check_holdings()?;
		Self::check_kinds()?;
		Self::check_royalties()?;
		Self::check_attributes()?;
		Self::check_outfits()?;
		Self::check_recipes()?;
		Self::check_collections()?;
		Self::check_payers()
	}
}
