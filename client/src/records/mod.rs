// SPDX-License-Identifier: Apache-2.0
//! The chain's records as they are stored. The client does not depend on the pallets, so these
//! are mirrors of their types; a test of the workspace holds the two together.

mod account;
mod avatars;
mod items;
mod land;
mod leases;
mod market;
mod recovery;
mod rights;
mod worlds;

pub use account::*;
pub use avatars::*;
pub use items::*;
pub use land::*;
pub use leases::*;
pub use market::*;
pub use recovery::*;
pub use rights::*;
pub use worlds::*;
