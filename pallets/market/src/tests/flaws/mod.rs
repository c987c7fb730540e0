// SPDX-License-Identifier: Apache-2.0
//! What goes wrong with trade elsewhere, and can't here.

mod auctions;
mod goods;
mod leftovers;
mod numbers;
mod prices;
mod signatures;
