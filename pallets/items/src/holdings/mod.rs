// SPDX-License-Identifier: Apache-2.0
//! Items and units: minted, given and burned.

mod actions;
mod checks;
mod try_state;
