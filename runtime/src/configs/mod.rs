// SPDX-License-Identifier: Apache-2.0

//! How each pallet is set up, by domain.

pub mod consensus;
pub mod currency;
pub mod governance;
pub mod system;
pub mod virtual_world;
