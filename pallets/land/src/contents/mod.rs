// SPDX-License-Identifier: Apache-2.0
//! Contents: what stands on a site, kept elsewhere and pointed at from here.

mod actions;
mod checks;
