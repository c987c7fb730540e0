// SPDX-License-Identifier: Apache-2.0
//! What changes hands, and what is kept ready for that.

use super::{Model, FEE};
use crate::{mock::*, tests::properties::actions::THINGS};
use freehold_primitives::{
	asset::{Asset, Assets, Holding, Lock},
	chain::Balance,
	fee::BasisPoints,
	ids::{AvatarId, CollectionId, KindId},
};
use std::collections::BTreeMap;

/// A lot of each item's kind and its royalty.
type Rates = Vec<(KindId, Balance)>;

impl Model {
	pub(super) fn set_aside(&mut self, from: AvatarId, amount: Balance) -> Option<()> {
		let player = self.player(from)?;
		player.coins = player.coins.checked_sub(amount)?;
		self.aside += amount;
		Some(())
	}

	pub(super) fn pay_out(&mut self, to: AvatarId, amount: Balance) {
		self.player(to).expect("who set it aside is there").coins += amount;
		self.aside -= amount;
	}

	/// The place of what is unique.
	pub(super) fn place(&self, asset: &Asset) -> Option<usize> {
		let (id, _) = asset.unique()?;
		THINGS.iter().position(|it| *it == id)
	}

	/// The place of what is unique, if the avatar may give it away.
	fn movable(&self, owner: AvatarId, asset: &Asset) -> Option<usize> {
		let (place, (_, version)) = (self.place(asset)?, asset.unique()?);
		(self.things[place] == Holding { owner, version, lock: None }).then_some(place)
	}

	pub(super) fn lock(
		&mut self,
		owner: AvatarId,
		assets: &Assets,
		lots: u32,
		lock: Lock,
	) -> Option<()> {
		for asset in assets {
			match *asset {
				Asset::Coins(_) => {},
				Asset::Units { amount, .. } => {
					let amount = amount * u64::from(lots);
					let (free, locked) = &mut self.player(owner)?.arrows;
					*free = free.checked_sub(amount)?;
					*locked += amount;
				},
				_ => {
					let place = self.movable(owner, asset)?;
					self.things[place].lock = Some(lock);
				},
			}
		}
		Some(())
	}

	pub(super) fn unlock(&mut self, owner: AvatarId, assets: &Assets, lots: u32) {
		for asset in assets {
			if let Asset::Units { amount, .. } = *asset {
				let amount = amount * u64::from(lots);
				let (free, locked) = &mut self.player(owner).expect("it is there").arrows;
				*free += amount;
				*locked -= amount;
			}
			if let Some(place) = self.place(asset) {
				self.things[place].lock = None;
			}
		}
	}

	/// All of both sides changes hands.
	pub(super) fn exchange(
		&mut self,
		(maker, taker): (AvatarId, AvatarId),
		(give, want): (&[Asset], &[Asset]),
		lots: u32,
		(maker_limit, taker_limit): (BasisPoints, BasisPoints),
		binding: bool,
	) -> Option<()> {
		for giver in [maker, taker] {
			(binding || !self.players.get(&giver)?.offered).then_some(())?;
		}
		let (given, wanted) = (self.rates(give), self.rates(want));
		self.hand_over(maker, taker, give, lots, &wanted, taker_limit)?;
		self.hand_over(taker, maker, want, lots, &given, maker_limit)
	}

	fn rates(&self, assets: &[Asset]) -> Rates {
		let kind = |asset: &Asset| match asset.unique() {
			Some((SWORD, _)) => Some(BLADES),
			Some((BUCKLER, _)) => Some(SHIELDS),
			Some(_) => None,
			None => matches!(asset, Asset::Units { .. }).then_some(ARROWS),
		};
		let kinds = assets.iter().filter_map(kind);
		kinds.map(|kind| (kind, Balance::from(self.royalties[&kind]))).collect()
	}

	/// Whether a seller with this limit would sell it now.
	pub(super) fn agrees(&self, lot: &[Asset], limit: BasisPoints) -> Option<()> {
		let taken: Balance = highest(&self.rates(lot)).values().sum();
		(Balance::from(FEE) + taken <= Balance::from(limit)).then_some(())
	}

	fn hand_over(
		&mut self,
		from: AvatarId,
		to: AvatarId,
		assets: &[Asset],
		lots: u32,
		rates: &Rates,
		limit: BasisPoints,
	) -> Option<()> {
		for asset in assets {
			match *asset {
				Asset::Coins(amount) => {
					self.pay(from, to, amount * Balance::from(lots), rates, limit)?;
				},
				Asset::Units { amount, .. } => {
					let amount = amount * u64::from(lots);
					let given = &mut self.player(from)?.arrows.0;
					*given = given.checked_sub(amount)?;
					self.player(to)?.arrows.0 += amount;
				},
				_ => {
					let place = self.movable(from, asset)?;
					let version = self.things[place].version + 1;
					self.things[place] = Holding { owner: to, version, lock: None };
				},
			}
		}
		Some(())
	}

	fn pay(
		&mut self,
		from: AvatarId,
		to: AvatarId,
		amount: Balance,
		rates: &Rates,
		limit: BasisPoints,
	) -> Option<()> {
		let highest = highest(rates);
		let taken: Balance = highest.values().sum();
		(Balance::from(FEE) + taken <= Balance::from(limit)).then_some(())?;
		let payer = self.player(from)?;
		payer.coins = payer.coins.checked_sub(amount)?;
		let fee = amount * Balance::from(FEE) / 10_000;
		let mut rest = amount - fee;
		for (kind, rate) in rates.iter().filter(|(_, rate)| *rate > 0) {
			let of_it = rates.iter().filter(|(it, _)| it.collection == kind.collection);
			let sum: Balance = of_it.map(|(_, rate)| *rate).sum();
			let royalty = amount * highest[&kind.collection] / 10_000;
			let part = royalty * rate / sum;
			*self.accrued.get_mut(kind)? += part;
			rest -= part;
		}
		self.player(to)?.coins += rest;
		self.player(TREASURY)?.coins += fee;
		Some(())
	}
}

/// The highest rate of each collection.
fn highest(rates: &Rates) -> BTreeMap<CollectionId, Balance> {
	let mut highest = BTreeMap::<CollectionId, Balance>::new();
	for (kind, rate) in rates {
		let most = highest.entry(kind.collection).or_default();
		*most = (*rate).max(*most);
	}
	highest
}

/// Whether one side says something that could be done so many times.
pub(super) fn sensible(assets: &[Asset], lots: u32) -> bool {
	let possible = |asset: &Asset| match *asset {
		Asset::Coins(amount) => amount > 0,
		Asset::Units { amount, .. } => amount > 0,
		_ => lots == 1,
	};
	lots > 0 && assets.iter().all(possible)
}

/// The coins among so many lots.
pub(super) fn coins(assets: &[Asset], lots: u32) -> Balance {
	let coins = assets.iter().filter_map(|asset| match asset {
		Asset::Coins(amount) => Some(*amount),
		_ => None,
	});
	coins.sum::<Balance>() * Balance::from(lots)
}
