// SPDX-License-Identifier: Apache-2.0
//! Who may do what at a site.

mod actions;
mod checks;
mod decision;
mod try_state;
