// SPDX-License-Identifier: Apache-2.0
//! Short names for the calls, errors and events of our pallets in this runtime, and of the one that
//! recovers accounts.

use freehold_runtime::Runtime;

/// Calls of the registry of worlds.
pub type WorldsCall = pallet_worlds::Call<Runtime>;
/// Errors of the registry of worlds.
pub type WorldsError = pallet_worlds::Error<Runtime>;
/// Events of the registry of worlds.
pub type WorldsEvent = pallet_worlds::Event<Runtime>;

/// Calls about avatars.
pub type AvatarsCall = pallet_avatars::Call<Runtime>;
/// Errors about avatars.
pub type AvatarsError = pallet_avatars::Error<Runtime>;
/// Events about avatars.
pub type AvatarsEvent = pallet_avatars::Event<Runtime>;

/// Calls about land.
pub type LandCall = pallet_land::Call<Runtime>;
/// Errors about land.
pub type LandError = pallet_land::Error<Runtime>;
/// Events about land.
pub type LandEvent = pallet_land::Event<Runtime>;

/// Calls about items.
pub type ItemsCall = pallet_items::Call<Runtime>;
/// Errors about items.
pub type ItemsError = pallet_items::Error<Runtime>;
/// Events about items.
pub type ItemsEvent = pallet_items::Event<Runtime>;

/// Calls of the market.
pub type MarketCall = pallet_market::Call<Runtime>;
/// Errors of the market.
pub type MarketError = pallet_market::Error<Runtime>;
/// Events of the market.
pub type MarketEvent = pallet_market::Event<Runtime>;

/// Calls for the recovery of accounts.
pub type RecoveryCall = pallet_recovery::Call<Runtime>;
/// Errors of the recovery of accounts.
pub type RecoveryError = pallet_recovery::Error<Runtime>;
