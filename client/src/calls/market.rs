// SPDX-License-Identifier: Apache-2.0
use crate::Call;
use freehold_primitives::{
	asset::UniqueId,
	chain::Balance,
	ids::{AvatarId, WorldId},
	order::Trade,
};

/// Offers an asset for a price; it stays where it is, locked.
pub fn list(world: WorldId, asset: UniqueId, price: Balance) -> Call {
	Call::new("Market", "list", (world, asset, price))
}

/// Takes the offer back.
pub fn cancel(asset: UniqueId) -> Call {
	Call::new("Market", "cancel", (asset,))
}

/// Buys what is listed, from the buyer's purse.
pub fn buy(asset: UniqueId, buyer: AvatarId, max_price: Balance) -> Call {
	Call::new("Market", "buy", (asset, buyer, max_price))
}

/// Settles a batch of signed trades; `seq` is one more than that of the world's last batch.
pub fn settle(world: WorldId, seq: u64, trades: &[Trade]) -> Call {
	Call::new("Market", "settle", (world, seq, trades))
}
