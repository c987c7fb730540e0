// SPDX-License-Identifier: Apache-2.0
//! What players signed off chain: batches of trades, and orders that are taken back.

mod actions;
mod ahead;
mod checks;
mod weight;
