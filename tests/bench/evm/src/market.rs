// SPDX-License-Identifier: Apache-2.0

//! Those who trade, and what they sign.

use crate::{planner::Purchase, seaport::Contracts, turns::Player, wallet::Wallet, Result};
use alloy_sol_types::{sol, SolEvent};
use revm::primitives::{Log, U256};

sol! {
	/// What an ERC-721 contract says when a token has a new owner.
	#[derive(PartialEq, Eq)]
	event Transfer(address indexed from, address indexed to, uint256 indexed id);
}

/// The players, and the contracts by which they trade.
pub struct Market {
	/// Where the contracts are.
	pub contracts: Contracts,
	/// The players' keys, by player.
	pub wallets: Vec<Wallet>,
}

impl Market {
	/// The signed transaction of a purchase, in bytes.
	pub fn sign(&self, purchase: &Purchase) -> Vec<u8> {
		let orders: Vec<_> = purchase
			.sales
			.iter()
			.map(|sale| {
				let seller = self.wallet(sale.seller);
				self.contracts.order(sale, seller.address, seller)
			})
			.collect();
		self.contracts.fill(purchase.nonce, &orders).sign(self.wallet(purchase.buyer))
	}

	/// The key of a player.
	pub fn wallet(&self, player: Player) -> &Wallet {
		&self.wallets[player as usize]
	}

	/// What must stand in the log of a purchase: a transfer for each sale, in any order.
	pub fn check_transfers(&self, purchase: &Purchase, log: &[Log]) -> Result<()> {
		let transfers: Vec<_> = log
			.iter()
			.filter(|entry| entry.address == self.contracts.token)
			.filter_map(|entry| Transfer::decode_log(entry).ok())
			.map(|entry| entry.data)
			.collect();
		let expected = purchase.sales.iter().map(|sale| Transfer {
			from: self.wallet(sale.seller).address,
			to: self.wallet(purchase.buyer).address,
			id: U256::from(sale.item),
		});
		for transfer in expected {
			if !transfers.contains(&transfer) {
				return Err(format!("token {} was not transferred by its sale", transfer.id));
			}
		}
		if transfers.len() != purchase.sales.len() {
			return Err("a purchase transferred tokens that it was not for".into());
		}
		Ok(())
	}
}
