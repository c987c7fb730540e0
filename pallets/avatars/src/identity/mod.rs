// SPDX-License-Identifier: Apache-2.0
//! What an avatar is known by: its handle and its profile.

mod actions;
mod checks;
mod try_state;
