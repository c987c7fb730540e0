// SPDX-License-Identifier: Apache-2.0
//! Stories on the true runtime, in this process: one file each.

mod bad_input;
mod client_calls;
mod client_records;
mod day_of_trade;
mod deposits;
mod device_keys;
mod genesis_city;
mod listing_life;
mod runtime_facts;
mod settlers;
mod world_opens;
