// SPDX-License-Identifier: Apache-2.0

//! Stories of real nodes and clients, over RPC and the network of this machine.
//!
//! They use two cores for themselves, so they take turns: `my_turn` makes each wait for the one
//! before. Nothing of them reaches beyond the loopback address.

mod bad_input;
mod commands;
mod commerce;
mod demo;
mod genesis_city;
mod javascript;
mod rpc_surface;
mod validators;
