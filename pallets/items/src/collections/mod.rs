// SPDX-License-Identifier: Apache-2.0
//! Collections: who they belong to, who pays for them, what they are called.

mod actions;
mod checks;
mod try_state;
