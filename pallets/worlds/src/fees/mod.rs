// SPDX-License-Identifier: Apache-2.0
//! What a world keeps of payments.

mod actions;
mod checks;
