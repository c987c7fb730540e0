// SPDX-License-Identifier: Apache-2.0
#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

pub mod address;
pub mod calls;
pub mod events;
pub mod order;
pub mod records;

mod account;
mod call;
mod client;
mod error;
mod settler;
mod snapshot;
mod storage;
mod transaction;

pub use account::{AccountKey, Sender};
pub use call::Call;
pub use client::Client;
pub use error::{DispatchFailure, Error};
pub use settler::{Outcome, Settlement, Settler};
pub use snapshot::{Preview, Snapshot};
pub use transaction::{RawEvent, Receipt, Submitted};
