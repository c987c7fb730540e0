// SPDX-License-Identifier: Apache-2.0
//! How a world changes hands: in two steps, so that nobody is given one unasked.

mod actions;
mod checks;
