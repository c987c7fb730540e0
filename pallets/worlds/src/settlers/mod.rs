// SPDX-License-Identifier: Apache-2.0
//! The accounts that act for a world.

mod actions;
mod checks;
