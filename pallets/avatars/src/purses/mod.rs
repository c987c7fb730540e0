// SPDX-License-Identifier: Apache-2.0
//! The coins of avatars, and those that other pallets keep aside for them.

mod actions;
mod checks;
mod try_state;
