// SPDX-License-Identifier: Apache-2.0
//! What signs for an avatar beside its owner.

mod actions;
mod checks;
mod try_state;
