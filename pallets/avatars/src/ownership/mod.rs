// SPDX-License-Identifier: Apache-2.0
//! Who owns an avatar: from its creation, through offers, to its retirement.

mod actions;
mod checks;
mod try_state;
