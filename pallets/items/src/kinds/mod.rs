// SPDX-License-Identifier: Apache-2.0
//! Kinds: what there may be of them, and what may be done with it.

mod actions;
mod checks;
mod try_state;
