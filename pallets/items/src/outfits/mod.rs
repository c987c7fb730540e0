// SPDX-License-Identifier: Apache-2.0
//! Items that stay where they are: what avatars wear, and what is in custody of worlds.

mod actions;
mod checks;
mod try_state;
