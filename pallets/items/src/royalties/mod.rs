// SPDX-License-Identifier: Apache-2.0
//! Royalties: who shares them, and how what trades leave is divided.

mod actions;
mod checks;
mod division;
mod try_state;
