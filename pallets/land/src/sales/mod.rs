// SPDX-License-Identifier: Apache-2.0
//! Sales: a world's land for whoever pays the price.

mod actions;
mod checks;
