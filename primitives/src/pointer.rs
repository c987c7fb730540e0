// SPDX-License-Identifier: Apache-2.0
//! Pointers to what is kept elsewhere.

use frame_support::{traits::ConstU32, BoundedVec};

/// Where content is found: a CID, a hash or an address, as bytes that the chain does not read.
pub type Pointer = BoundedVec<u8, ConstU32<128>>;
