// SPDX-License-Identifier: Apache-2.0
//! Sites that are let.

mod actions;
mod checks;
mod money;
mod try_state;
