// SPDX-License-Identifier: Apache-2.0
//! What the demo believes to be true of the chain, kept by plain bookkeeping of its own.

use freehold_client::order::DeviceSigner;
use freehold_primitives::{
	asset::{Asset, UniqueId},
	chain::Balance,
	ids::{AvatarId, CollectionId, KindId, WorldId},
	purse::OrderNumber,
};

/// What the world keeps of payments, in basis points.
pub const FEE_RATE: u16 = 250;

/// The operator's avatar, by its place among the players; it gets the fees and owns the roads.
pub const TREASURY: usize = 0;

/// Someone who trades.
pub struct Player {
	pub avatar: AvatarId,
	pub device: DeviceSigner,
	pub coins: Balance,
	pub units: u64,
	/// The number of its next order.
	pub next: OrderNumber,
	/// The highest number that was spent.
	pub spent: Option<OrderNumber>,
}

impl Player {
	pub fn new(avatar: AvatarId) -> Self {
		Self { avatar, device: DeviceSigner::generate(), coins: 0, units: 0, next: 0, spent: None }
	}

	pub fn take_number(&mut self) -> OrderNumber {
		let number = self.next;
		self.next += 1;
		number
	}
}

/// An item or parcel, and which player owns it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unique {
	pub id: UniqueId,
	pub owner: usize,
	pub version: u32,
}

impl Unique {
	pub fn new(id: UniqueId, owner: usize) -> Self {
		Self { id, owner, version: 0 }
	}

	pub fn asset(&self) -> Asset {
		self.id.at_version(self.version)
	}
}

/// Everything the demo made.
pub struct Model {
	pub world: WorldId,
	pub collection: CollectionId,
	/// The stackable kind.
	pub kind: KindId,
	/// The treasury first.
	pub players: Vec<Player>,
	pub items: Vec<Unique>,
	/// Parcels that can change hands.
	pub plots: Vec<Unique>,
	/// Parcels that can't.
	pub roads: Vec<Unique>,
}

/// What goes from one player to another, per lot.
#[derive(Clone, Copy, Debug)]
pub enum Goods {
	Coins(Balance),
	Units(u64),
	/// By its place among the model's items.
	Item(usize),
	/// By its place among the model's plots.
	Plot(usize),
	/// By its place among the model's roads.
	Road(usize),
}

/// What two players agree on.
#[derive(Clone, Copy, Debug)]
pub struct Deal {
	pub maker: usize,
	pub taker: usize,
	pub give: Goods,
	pub want: Goods,
	pub lots: u32,
}

impl Model {
	/// How it is called in an order.
	pub fn asset(&self, goods: Goods) -> Asset {
		match goods {
			Goods::Coins(amount) => Asset::Coins(amount),
			Goods::Units(amount) => Asset::Units { kind: self.kind, amount },
			Goods::Item(place) => self.items[place].asset(),
			Goods::Plot(place) => self.plots[place].asset(),
			Goods::Road(place) => self.roads[place].asset(),
		}
	}

	/// Books a deal that happens.
	pub fn book(&mut self, deal: &Deal) {
		self.hand_over(deal.maker, deal.taker, deal.give, deal.lots);
		self.hand_over(deal.taker, deal.maker, deal.want, deal.lots);
	}

	fn hand_over(&mut self, from: usize, to: usize, goods: Goods, lots: u32) {
		let place = match goods {
			Goods::Coins(amount) => {
				let amount = amount * Balance::from(lots);
				let fee = amount * Balance::from(FEE_RATE) / 10_000;
				self.players[from].coins -= amount;
				self.players[to].coins += amount - fee;
				self.players[TREASURY].coins += fee;
				return;
			},
			Goods::Units(amount) => {
				let amount = amount * u64::from(lots);
				self.players[from].units -= amount;
				self.players[to].units += amount;
				return;
			},
			Goods::Item(place) => &mut self.items[place],
			Goods::Plot(place) => &mut self.plots[place],
			Goods::Road(place) => &mut self.roads[place],
		};
		place.owner = to;
		place.version += 1;
	}

	/// All coins in the players' purses.
	pub fn coins(&self) -> Balance {
		self.players.iter().map(|player| player.coins).sum()
	}
}

#[cfg(test)]
pub mod tests {
	use super::*;
	use freehold_primitives::{
		asset::Coins,
		ids::ItemId,
		land::{Coordinates, ParcelId},
	};

	/// A treasury and four players, each with coins, units, an item and a plot.
	pub fn model() -> Model {
		let (world, collection) = (WorldId(1), CollectionId(2));
		let item = |serial| UniqueId::Item(ItemId { collection, serial });
		let parcel = |x, y| UniqueId::Parcel(ParcelId { world, at: Coordinates { x, y } });
		let mut players: Vec<Player> = (0..5).map(|n| Player::new(AvatarId(n))).collect();
		for player in &mut players[1..] {
			(player.coins, player.units) = (100 * Coins::UNIT, 10_000);
		}
		Model {
			world,
			collection,
			kind: KindId { collection, index: 1 },
			players,
			items: (1..5).map(|n| Unique::new(item(n), n as usize)).collect(),
			plots: (1..5).map(|n| Unique::new(parcel(n, 1), n as usize)).collect(),
			roads: vec![Unique::new(parcel(0, 0), TREASURY)],
		}
	}

	#[test]
	fn a_sale_moves_the_item_one_way_and_the_coins_the_other() {
		let mut model = model();
		let before = model.coins();

		let want = Goods::Coins(10_000);
		model.book(&Deal { maker: 1, taker: 2, give: Goods::Item(0), want, lots: 1 });

		assert_eq!((model.items[0].owner, model.items[0].version), (2, 1));
		assert_eq!(model.players[1].coins, 100 * Coins::UNIT + 9_750);
		assert_eq!(model.players[TREASURY].coins, 250);
		assert_eq!(model.coins(), before);
	}

	#[test]
	fn lots_multiply_both_sides() {
		let mut model = model();

		let (give, want) = (Goods::Units(3), Goods::Coins(100));
		model.book(&Deal { maker: 1, taker: 2, give, want, lots: 4 });

		assert_eq!((model.players[1].units, model.players[2].units), (9_988, 10_012));
		assert_eq!(model.players[2].coins, 100 * Coins::UNIT - 400);
	}
}
