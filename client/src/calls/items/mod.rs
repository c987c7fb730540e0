// SPDX-License-Identifier: Apache-2.0
mod attributes;
mod collections;
mod holdings;
mod kinds;
mod recipes;

pub use attributes::*;
pub use collections::*;
pub use holdings::*;
pub use kinds::*;
pub use recipes::*;
