// SPDX-License-Identifier: Apache-2.0
//! Parcels: how they come to be, change hands, and are given back.

mod actions;
mod checks;
