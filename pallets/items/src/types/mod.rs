// SPDX-License-Identifier: Apache-2.0
//! What is stored.

mod attributes;
mod collections;
mod items;
mod kinds;
mod outfits;
mod recipes;

pub use attributes::*;
pub use collections::*;
pub use items::*;
pub use kinds::*;
pub use outfits::*;
pub use recipes::*;
