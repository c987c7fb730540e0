// SPDX-License-Identifier: Apache-2.0
//! What worlds attest of an avatar.

mod actions;
mod checks;
mod list;
mod try_state;
