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
mod flaws_of_markets;
mod flaws_of_peers;
mod genesis_city;
mod item_life;
mod leases;
mod listing_life;
mod market_life;
mod partial_fills;
mod primary_sale;
mod recovery;
mod rights;
mod royalties;
mod runtime_facts;
mod settlers;
mod world_life;
mod world_opens;
