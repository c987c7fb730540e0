// SPDX-License-Identifier: Apache-2.0

//! What is always true of the whole state: each pallet's invariants, and those between pallets.
//! Tests check it after every step and on the state of running chains.

mod consumers;
mod locks;
mod money;

use crate::{Avatars, Items, Land, Market, Worlds};
use sp_runtime::TryRuntimeError;

/// Checks every invariant.
///
/// # Errors
/// Names the first that does not hold.
pub fn check() -> Result<(), TryRuntimeError> {
	Worlds::do_try_state()?;
	Avatars::do_try_state()?;
	Land::do_try_state()?;
	Items::do_try_state()?;
	Market::do_try_state()?;
	consumers::check()?;
	locks::check()?;
	money::check()
}
