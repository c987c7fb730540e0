// SPDX-License-Identifier: Apache-2.0
//! A world's record: how it begins, grows, stops and ends.

mod actions;
mod checks;
