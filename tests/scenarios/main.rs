// SPDX-License-Identifier: Apache-2.0
//! Stories on the true runtime, in this process: one file each.

mod avatar_sale;
mod bad_input;
mod client_calls;
mod client_records;
mod day_of_trade;
mod deposits;
mod device_keys;
mod estate_life;
mod flaws_of_peers;
mod genesis_city;
mod leases;
mod listing_life;
mod primary_sale;
mod recovery;
mod rights;
mod runtime_facts;
mod settlers;
mod world_life;
mod world_opens;
