// SPDX-License-Identifier: Apache-2.0
//! What can be crafted of what, and what chance decides.

mod actions;
mod checks;
mod draw;
mod rounds;
mod try_state;

pub(crate) use checks::Agreed;
