// SPDX-License-Identifier: Apache-2.0

//! What all calls weigh in common; what each of ours weighs by itself is in its pallet.

#![warn(missing_docs)]

mod database;

pub use database::DatabaseWeight;
