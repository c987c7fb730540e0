// SPDX-License-Identifier: Apache-2.0

//! Who buys what from whom: all players are as active, the same in each run.

use crate::turns::{Activity, Player, Turns};
use std::collections::HashSet;

/// One token to be sold.
pub struct Sale {
	/// The token.
	pub item: u32,
	/// Its owner when it is sold.
	pub seller: Player,
	/// A number that no other order has.
	pub salt: u64,
}

/// One transaction to be made.
pub struct Purchase {
	/// Who signs it and pays.
	pub buyer: Player,
	/// How many transactions the buyer made before.
	pub nonce: u64,
	/// What is bought with it.
	pub sales: Vec<Sale>,
}

/// Plans purchases, and knows who owns what once all that was planned has happened.
pub struct Planner {
	turns: Turns,
	/// By token.
	owners: Vec<Player>,
	/// By player.
	nonces: Vec<u64>,
	/// How many sales were planned.
	sales: u64,
}

impl Planner {
	/// Every player owns the token with the player's number, and has made `nonce` transactions.
	pub fn new(players: u32, nonce: u64) -> Self {
		Self {
			turns: Turns::new(players, Activity::Uniform),
			owners: (0..players).collect(),
			nonces: vec![nonce; players as usize],
			sales: 0,
		}
	}

	/// Plans a block of purchases of `sales` tokens each. No token is sold twice in a block, so
	/// that the order of purchases of different buyers does not matter.
	pub fn block(&mut self, purchases: usize, sales: usize) -> Vec<Purchase> {
		let mut sold = HashSet::new();
		(0..purchases).map(|_| self.purchase(sales, &mut sold)).collect()
	}

	/// Any token.
	pub fn any_item(&mut self) -> u32 {
		self.turns.below(self.owners.len() as u32)
	}

	/// The owner of a token.
	pub fn owner(&self, item: u32) -> Player {
		self.owners[item as usize]
	}

	fn purchase(&mut self, sales: usize, sold: &mut HashSet<u32>) -> Purchase {
		let buyer = self.turns.turn();
		let nonce = self.nonces[buyer as usize];
		self.nonces[buyer as usize] += 1;
		let sales = (0..sales).map(|_| self.sale(buyer, sold)).collect();
		Purchase { buyer, nonce, sales }
	}

	fn sale(&mut self, buyer: Player, sold: &mut HashSet<u32>) -> Sale {
		loop {
			let item = self.any_item();
			let seller = self.owner(item);
			if seller != buyer && sold.insert(item) {
				self.owners[item as usize] = buyer;
				self.sales += 1;
				return Sale { item, seller, salt: self.sales };
			}
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_sale_is_by_the_owner_and_every_nonce_is_the_next() {
		let mut planner = Planner::new(50, 2);
		let mut owners: Vec<Player> = (0..50).collect();
		let mut nonces = [2; 50];
		for _ in 0..20 {
			let mut sold = HashSet::new();
			for purchase in planner.block(10, 3) {
				assert_eq!(purchase.nonce, nonces[purchase.buyer as usize]);
				nonces[purchase.buyer as usize] += 1;
				assert_eq!(purchase.sales.len(), 3);
				for sale in purchase.sales {
					assert!(sold.insert(sale.item));
					assert_ne!(sale.seller, purchase.buyer);
					assert_eq!(sale.seller, owners[sale.item as usize]);
					owners[sale.item as usize] = purchase.buyer;
				}
			}
		}
		assert!((0..50).all(|item| planner.owner(item) == owners[item as usize]));
	}
}
