// SPDX-License-Identifier: Apache-2.0
//! What is said of each item, and who says it.

mod actions;
mod checks;
mod list;
mod try_state;
