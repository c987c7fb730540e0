// SPDX-License-Identifier: Apache-2.0
//! Auctions: one lot to whoever bids most until the end.

mod actions;
mod checks;
mod try_state;

pub(crate) use checks::AuctionOf;
