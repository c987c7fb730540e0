// SPDX-License-Identifier: Apache-2.0
#![cfg_attr(not(feature = "std"), no_std)]
#![doc = include_str!("../README.md")]
#![forbid(unsafe_op_in_unsafe_fn)]

extern crate alloc;

pub mod asset;
pub mod benchmarking;
pub mod chain;
pub mod device;
pub mod fee;
pub mod ground;
pub mod host;
pub mod ids;
pub mod key;
pub mod land;
pub mod order;
pub mod pointer;
pub mod purse;
pub mod settlement;
pub mod traits;
