// SPDX-License-Identifier: Apache-2.0
//! What the tests of the whole stand on.
//!
//! Scenarios and properties run the true runtime in this process: [`chain`] makes its blocks,
//! [`keyring`] has its people and their keys, [`stage`] sets up the world that most stories begin
//! in, [`land`] adds ground, estates and leases to it, [`goods`] kinds and recipes, [`market`]
//! makes what rests in its book, [`trade`] drafts and settles what players sign, and [`city`] reads
//! a real land map.
//! End-to-end tests run the real binaries: [`node`] starts and stops them.

pub mod chain;
pub mod city;
pub mod goods;
pub mod keyring;
pub mod land;
pub mod market;
pub mod names;
pub mod node;
pub mod stage;
pub mod trade;
