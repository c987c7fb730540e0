// SPDX-License-Identifier: Apache-2.0
mod catalogue;
mod crafting;
mod holdings;
