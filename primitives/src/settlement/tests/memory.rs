// SPDX-License-Identifier: Apache-2.0
//! The records that trades are settled in.

use super::*;
use crate::{
	asset::{Class, Owned},
	device::Signer,
	order::Fills,
	purse::{LaneIndex, Purse},
};
use alloc::collections::BTreeMap;
use core::cell::Cell;
use sp_runtime::DispatchResult;

/// Records in maps. Alice, Bob and Carol each have 1,000 coins, 10 gold, the item and the estate
/// of their number, and a device key without limits in slot 1.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Memory {
	pub(super) signers: BTreeMap<(AvatarId, LaneIndex), Signer>,
	pub(super) purses: BTreeMap<AvatarId, Purse>,
	pub(super) holdings: BTreeMap<UniqueId, Holding>,
	pub(super) units: BTreeMap<(KindId, AvatarId), Stack>,
	pub(super) fills: BTreeMap<(AvatarId, LaneIndex), Fills>,
	/// The kinds that have terms of their own.
	pub(super) terms: BTreeMap<KindId, Terms>,
	/// The royalty of every item when it was minted.
	pub(super) minted_at: u16,
	pub(super) accrued: BTreeMap<KindId, Balance>,
	/// What is kept for all creators together.
	pub(super) aside: Balance,
	pub(super) writes: usize,
	pub(super) looks: Looks,
}

/// How often assets were looked for. That changes nothing: whatever it is, it is the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Looks(Cell<usize>);

impl Looks {
	pub(super) fn count(&self) -> usize {
		self.0.get()
	}
}

impl PartialEq for Looks {
	fn eq(&self, _: &Self) -> bool {
		true
	}
}

impl Memory {
	pub(super) fn new() -> Self {
		let players = [ALICE, BOB, CAROL];
		let purse = Purse { balance: 1_000, consumers: 3, ..Purse::default() };
		let mut purses: BTreeMap<_, _> = players.map(|who| (who, purse)).into();
		purses.insert(TREASURY, Purse::default());
		let holdings =
			players.into_iter().flat_map(|who| [(item(who.0), who), (estate(who.0), who)]);
		Self {
			signers: players.map(|who| ((who, 1), Signer::Device(device_key(who)))).into(),
			purses,
			holdings: holdings.map(|(asset, who)| (asset, Holding::new(who))).collect(),
			units: players.map(|who| ((GOLD, who), Stack::free(10))).into(),
			fills: BTreeMap::new(),
			terms: BTreeMap::new(),
			minted_at: 1_000,
			accrued: BTreeMap::new(),
			aside: 0,
			writes: 0,
			looks: Looks::default(),
		}
	}

	pub(super) fn with_limits(mut self, avatar: AvatarId, limits: Option<Limits>) -> Self {
		self.set_device(avatar, 1, DeviceKey { limits, ..device_key(avatar) });
		self.writes = 0;
		self
	}

	pub(super) fn with_frozen(mut self, avatar: AvatarId) -> Self {
		self.purses.get_mut(&avatar).expect("there is such an avatar").frozen = true;
		self
	}

	pub(super) fn balance(&self, avatar: AvatarId) -> Balance {
		self.purses[&avatar].balance
	}

	pub(super) fn consumers(&self, avatar: AvatarId) -> u32 {
		self.purses[&avatar].consumers
	}

	/// What the avatar's device may still give away.
	pub(super) fn limits(&self, avatar: AvatarId) -> Option<Limits> {
		match self.signers[&(avatar, 1)] {
			Signer::Device(device) => device.limits,
			Signer::Owner(_) => None,
		}
	}

	/// How many records name the avatar, counted one by one.
	pub(super) fn records(&self, avatar: AvatarId) -> usize {
		let holdings = self.holdings.values().filter(|holding| holding.owner == avatar).count();
		let units = self
			.units
			.iter()
			.filter(|((_, who), stack)| *who == avatar && !stack.is_empty());
		holdings + units.count()
	}

	/// All coins: in purses, and due to creators.
	pub(super) fn coins(&self) -> Balance {
		let purses: Balance = self.purses.values().map(|purse| purse.balance).sum();
		assert_eq!(self.aside, self.accrued.values().sum());
		purses + self.aside
	}

	pub(super) fn gold(&self) -> u64 {
		self.units.values().map(|stack| stack.total()).sum()
	}

	/// How many units of gold the avatar may give away.
	pub(super) fn free_gold(&self, avatar: AvatarId) -> u64 {
		self.units(GOLD, avatar).free
	}

	pub(super) fn with_terms(mut self, kind: KindId, terms: Terms) -> Self {
		self.terms.insert(kind, terms);
		self
	}
}

impl Store for Memory {
	fn signer(&self, avatar: AvatarId, lane: LaneIndex) -> Option<Signer> {
		self.signers.get(&(avatar, lane)).cloned()
	}
	fn purse(&self, avatar: AvatarId) -> Option<Purse> {
		self.purses.get(&avatar).copied()
	}
	fn asset(&self, asset: UniqueId) -> Option<Owned> {
		self.looks.0.set(self.looks.count() + 1);
		let class = Class { kind: SWORDS, royalty: self.minted_at };
		let class = matches!(asset, UniqueId::Item(_)).then_some(class);
		self.holdings.get(&asset).map(|holding| Owned { holding: *holding, class })
	}
	fn terms(&self, kind: KindId) -> Option<Terms> {
		Some(self.terms.get(&kind).copied().unwrap_or(FREE))
	}
	fn units(&self, kind: KindId, avatar: AvatarId) -> Stack {
		self.units.get(&(kind, avatar)).copied().unwrap_or_default()
	}
	fn fills(&self, avatar: AvatarId, lane: LaneIndex) -> Fills {
		self.fills.get(&(avatar, lane)).cloned().unwrap_or_default()
	}
	fn set_device(&mut self, avatar: AvatarId, lane: LaneIndex, device: DeviceKey) {
		self.writes += 1;
		self.signers.insert((avatar, lane), Signer::Device(device));
	}
	fn set_purse(&mut self, avatar: AvatarId, purse: Purse) {
		self.writes += 1;
		self.purses.insert(avatar, purse);
	}
	fn set_holding(&mut self, asset: UniqueId, holding: Holding) {
		self.writes += 1;
		self.holdings.insert(asset, holding);
	}
	fn set_units(&mut self, kind: KindId, avatar: AvatarId, units: Stack) {
		self.writes += 1;
		self.units.insert((kind, avatar), units);
	}
	fn set_fills(&mut self, avatar: AvatarId, lane: LaneIndex, fills: Fills) {
		self.writes += 1;
		self.fills.insert((avatar, lane), fills);
	}
	fn accrue(&mut self, kind: KindId, amount: Balance) -> DispatchResult {
		self.writes += 1;
		*self.accrued.entry(kind).or_default() += amount;
		Ok(())
	}
	fn set_aside(&mut self, amount: Balance) -> DispatchResult {
		self.writes += 1;
		self.aside += amount;
		Ok(())
	}
}
