// SPDX-License-Identifier: Apache-2.0
//! A state in which a trade can happen: both sides have what they are to give.

use crate::cases::{GENESIS, KEYS, NOW, WORLD};
use freehold_primitives::{
	asset::{Asset, Holding, Owned, Stack, UniqueId},
	chain::Balance,
	device::{DeviceKey, Signer},
	ids::{AvatarId, KindId},
	order::{Fills, Trade},
	purse::{LaneIndex, Purse},
	settlement::{self, Context, Refusal, Store, Terms},
};
use sp_runtime::DispatchResult;
use std::collections::BTreeMap;

/// More than any vector pays.
const COINS: Balance = Balance::MAX / 4;

/// More than any vector gives.
const UNITS: u64 = u64::MAX / 4;

/// Settles a trade alone, where nothing but its signatures can be wrong.
pub fn settle(trade: Trade) -> Result<(), Refusal> {
	let context = Context { genesis: GENESIS, now: NOW, world: WORLD, fee: None };
	let mut books = Books::of(&trade);
	let settled = settlement::settle(&context, &[trade], &mut books).expect("books are written");
	settled.refused.first().map_or(Ok(()), |(_, refusal)| Err(*refusal))
}

struct Books {
	assets: BTreeMap<UniqueId, Owned>,
	purses: BTreeMap<AvatarId, Purse>,
	units: BTreeMap<(KindId, AvatarId), Stack>,
}

impl Books {
	fn of(trade: &Trade) -> Self {
		let (order, acceptance) = (&trade.order, &trade.acceptance);
		let given = order.give.iter().map(|asset| (order.maker, asset));
		let wanted = order.want.iter().map(|asset| (acceptance.taker, asset));
		let owned = |(owner, asset): (AvatarId, &Asset)| {
			let (id, version) = asset.unique()?;
			let holding = Holding { version, ..Holding::new(owner) };
			Some((id, Owned { holding, class: None }))
		};
		let purse = Purse { balance: COINS, ..Purse::default() };
		let mut purses: BTreeMap<_, _> = KEYS.iter().map(|key| (key.avatar, purse)).collect();
		for (avatar, lane, number) in [
			(order.maker, order.lane, order.number),
			(acceptance.taker, acceptance.lane, acceptance.number),
		] {
			// Whatever the numbers are, they are the next.
			let purse = purses.get_mut(&avatar).expect("a vector names avatars that have keys");
			purse.lanes[usize::from(lane)].next = number;
		}
		Self {
			assets: given.chain(wanted).filter_map(owned).collect(),
			purses,
			units: BTreeMap::new(),
		}
	}
}

impl Store for Books {
	fn signer(&self, avatar: AvatarId, lane: LaneIndex) -> Option<Signer> {
		let mut keys = KEYS.iter();
		keys.find(|key| (key.avatar, key.lane) == (avatar, lane))
			.map(|key| key.signer())
	}

	fn purse(&self, avatar: AvatarId) -> Option<Purse> {
		self.purses.get(&avatar).copied()
	}

	fn asset(&self, asset: UniqueId) -> Option<Owned> {
		self.assets.get(&asset).copied()
	}

	fn terms(&self, _: KindId) -> Option<Terms> {
		Some(Terms { unique: true, transferable: true, home: None, royalty: 0, raise: None })
	}

	fn units(&self, kind: KindId, avatar: AvatarId) -> Stack {
		self.units.get(&(kind, avatar)).copied().unwrap_or(Stack::free(UNITS))
	}

	fn fills(&self, _: AvatarId, _: LaneIndex) -> Fills {
		Fills::default()
	}

	fn set_device(&mut self, _: AvatarId, _: LaneIndex, _: DeviceKey) {}

	fn set_purse(&mut self, avatar: AvatarId, purse: Purse) {
		self.purses.insert(avatar, purse);
	}

	fn set_holding(&mut self, asset: UniqueId, holding: Holding) {
		self.assets.insert(asset, Owned { holding, class: None });
	}

	fn set_units(&mut self, kind: KindId, avatar: AvatarId, units: Stack) {
		self.units.insert((kind, avatar), units);
	}

	fn set_fills(&mut self, _: AvatarId, _: LaneIndex, _: Fills) {}

	fn accrue(&mut self, _: KindId, _: Balance) -> DispatchResult {
		Ok(())
	}

	fn set_aside(&mut self, _: Balance) -> DispatchResult {
		Ok(())
	}
}
