// SPDX-License-Identifier: Apache-2.0
mod adopt_collection;
mod create_collection;
mod create_kind;
mod glue;
mod mint_items;
mod mint_units;
mod properties;
mod transfer_item;
mod transfer_units;
mod try_state;
