// SPDX-License-Identifier: Apache-2.0
//! Orders that rest on chain: listings, offers and barters. They differ in what their maker gets;
//! how they are made, taken and cleared away is one.

mod actions;
mod checks;
mod try_state;

pub(crate) use checks::{OrderOf, Taking};
