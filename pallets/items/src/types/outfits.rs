// SPDX-License-Identifier: Apache-2.0
use frame_support::{traits::ConstU32, BoundedBTreeMap};
use freehold_primitives::ids::ItemId;

/// How many slots an avatar has to wear items in: numbers 0 to 31. What each is for is the worlds'
/// affair.
pub const SLOTS: u32 = 32;

/// What an avatar wears, by slot.
pub type Outfit = BoundedBTreeMap<u8, ItemId, ConstU32<SLOTS>>;
