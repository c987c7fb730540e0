// SPDX-License-Identifier: Apache-2.0
use super::{Key, Refusal, Store};
use crate::{
	asset::{Asset, Holding, Lock, UniqueId},
	chain::Balance,
	device::DeviceKey,
	fee::{share, Fee},
	ids::{AvatarId, KindId},
	purse::{LaneIndex, OrderNumber, Purse},
};
use alloc::{collections::BTreeMap, vec::Vec};

/// An exchange between two avatars.
#[derive(Clone, Debug)]
pub struct Deal<'a> {
	/// Who gives `give` and gets `want`.
	pub maker: AvatarId,
	/// Who gives `want` and gets `give`.
	pub taker: AvatarId,
	/// Per lot, from maker to taker.
	pub give: &'a [Asset],
	/// Per lot, from taker to maker.
	pub want: &'a [Asset],
	/// How many lots.
	pub lots: u32,
	/// What is kept of each payment, by whom.
	pub fee: Option<Fee>,
}

/// A record as it was loaded and as it is now.
struct Record<V> {
	loaded: V,
	current: V,
}

type Records<K, V> = BTreeMap<K, Record<V>>;

/// The value a record had before a change, to undo it with.
enum Before {
	Device(Key, DeviceKey),
	Purse(AvatarId, Purse),
	Holding(UniqueId, Holding),
	Units((KindId, AvatarId), u64),
}

/// Records in memory over a [`Store`]. Nothing is written before [`Ledger::commit`].
pub struct Ledger<'s, S> {
	store: &'s mut S,
	devices: Records<Key, DeviceKey>,
	purses: Records<AvatarId, Purse>,
	holdings: Records<UniqueId, Holding>,
	units: Records<(KindId, AvatarId), u64>,
	journal: Vec<Before>,
}

impl<'s, S: Store> Ledger<'s, S> {
	/// A ledger that has loaded nothing yet.
	pub fn new(store: &'s mut S) -> Self {
		Self {
			store,
			devices: BTreeMap::new(),
			purses: BTreeMap::new(),
			holdings: BTreeMap::new(),
			units: BTreeMap::new(),
			journal: Vec::new(),
		}
	}

	/// The same ledger, in which these devices have limits and no others.
	pub(super) fn with_limits(self, devices: impl IntoIterator<Item = (Key, DeviceKey)>) -> Self {
		let record = |(key, loaded)| (key, Record { loaded, current: loaded });
		Self { devices: devices.into_iter().map(record).collect(), ..self }
	}

	/// Runs `change`, and undoes all it did if it fails.
	///
	/// # Errors
	/// That of `change`.
	pub fn atomically(
		&mut self,
		change: impl FnOnce(&mut Self) -> Result<(), Refusal>,
	) -> Result<(), Refusal> {
		self.journal.clear();
		let outcome = change(self);
		if outcome.is_err() {
			self.undo();
		}
		outcome
	}

	/// Writes every record that differs from what was loaded.
	pub fn commit(self) {
		let Self { store, devices, purses, holdings, units, .. } = self;
		for ((avatar, lane), record) in devices {
			if record.current != record.loaded {
				store.set_device(avatar, lane, record.current);
			}
		}
		for (avatar, record) in purses {
			if record.current != record.loaded {
				store.set_purse(avatar, record.current);
			}
		}
		for (asset, record) in holdings {
			if record.current != record.loaded {
				store.set_holding(asset, record.current);
			}
		}
		for ((kind, avatar), record) in units {
			if record.current != record.loaded {
				store.set_units(kind, avatar, record.current);
			}
		}
	}

	/// Spends the number of an order.
	///
	/// # Errors
	/// If there is no such avatar, or the number can't be spent.
	pub fn spend(
		&mut self,
		avatar: AvatarId,
		lane: LaneIndex,
		number: OrderNumber,
	) -> Result<(), Refusal> {
		self.change_purse(avatar, |purse| Ok(purse.spend(lane, number)?))
	}

	/// Counts what a key gives away, `lots` times `given`, against its limits if it has any.
	///
	/// # Errors
	/// If that is over a limit.
	pub(super) fn count(&mut self, key: Key, given: &[Asset], lots: u32) -> Result<(), Refusal> {
		let Some(device) = self.devices.get(&key).map(|record| record.current) else {
			return Ok(());
		};
		let device = device.after_giving(given, lots).ok_or(Refusal::OverLimit)?;
		self.set_device(key, device);
		Ok(())
	}

	/// Takes off a lock that the caller knows to be its own.
	///
	/// # Errors
	/// If there is no such asset, or it does not have this lock.
	pub fn unlock(&mut self, asset: UniqueId, lock: Lock) -> Result<(), Refusal> {
		let holding = self.holding(asset)?;
		if holding.lock != Some(lock) {
			return Err(Refusal::Locked);
		}
		self.set_holding(asset, Holding { lock: None, ..holding });
		Ok(())
	}

	/// Moves everything of a deal; nothing leaves an avatar that is offered for sale. Not undone if
	/// it fails half-way: call it within [`Ledger::atomically`].
	///
	/// # Errors
	/// The first reason why something can't move.
	pub fn exchange(&mut self, deal: &Deal<'_>) -> Result<(), Refusal> {
		for asset in deal.give {
			self.transfer(deal.maker, deal.taker, asset, deal)?;
		}
		for asset in deal.want {
			self.transfer(deal.taker, deal.maker, asset, deal)?;
		}
		Ok(())
	}

	fn transfer(
		&mut self,
		from: AvatarId,
		to: AvatarId,
		asset: &Asset,
		deal: &Deal<'_>,
	) -> Result<(), Refusal> {
		if self.purse(from)?.frozen {
			return Err(Refusal::Frozen);
		}
		match *asset {
			Asset::Coins(amount) => {
				let amount = amount.checked_mul(deal.lots.into()).ok_or(Refusal::Overflow)?;
				self.pay(from, to, amount, deal.fee)
			},
			Asset::Units { kind, amount } => {
				let amount = amount.checked_mul(deal.lots.into()).ok_or(Refusal::Overflow)?;
				self.transfer_units(from, to, kind, amount)
			},
			Asset::Item { id, version } => {
				self.transfer_unique(from, to, UniqueId::Item(id), version)
			},
			Asset::Parcel { id, version } => {
				self.transfer_unique(from, to, UniqueId::Parcel(id), version)
			},
			Asset::Estate { id, version } => {
				self.transfer_unique(from, to, UniqueId::Estate(id), version)
			},
		}
	}

	fn pay(
		&mut self,
		from: AvatarId,
		to: AvatarId,
		amount: Balance,
		fee: Option<Fee>,
	) -> Result<(), Refusal> {
		self.change_purse(from, |payer| {
			payer.balance = payer.balance.checked_sub(amount).ok_or(Refusal::TooFewCoins)?;
			Ok(())
		})?;
		let cut = fee.map_or(0, |fee| share(amount, fee.rate));
		self.credit(to, amount.saturating_sub(cut))?;
		match fee {
			Some(fee) if cut > 0 => self.credit(fee.to, cut),
			_ => Ok(()),
		}
	}

	fn credit(&mut self, to: AvatarId, amount: Balance) -> Result<(), Refusal> {
		self.change_purse(to, |payee| {
			payee.balance = payee.balance.checked_add(amount).ok_or(Refusal::Overflow)?;
			Ok(())
		})
	}

	fn transfer_units(
		&mut self,
		from: AvatarId,
		to: AvatarId,
		kind: KindId,
		amount: u64,
	) -> Result<(), Refusal> {
		let left = self.units(kind, from).checked_sub(amount).ok_or(Refusal::TooFewUnits)?;
		self.change_units(kind, from, left)?;
		let more = self.units(kind, to).checked_add(amount).ok_or(Refusal::Overflow)?;
		self.change_units(kind, to, more)
	}

	/// Sets how many units an avatar has: a record of its own while there are any.
	fn change_units(&mut self, kind: KindId, avatar: AvatarId, now: u64) -> Result<(), Refusal> {
		let before = self.units(kind, avatar);
		self.set_units(kind, avatar, now);
		match (before > 0, now > 0) {
			(false, true) => self.retain(avatar),
			(true, false) => self.release(avatar),
			_ => Ok(()),
		}
	}

	fn transfer_unique(
		&mut self,
		from: AvatarId,
		to: AvatarId,
		asset: UniqueId,
		version: u32,
	) -> Result<(), Refusal> {
		let holding = self.holding(asset)?;
		if holding.version != version {
			return Err(Refusal::Moved);
		}
		holding.ensure_movable_by(from)?;
		self.set_holding(asset, holding.moved_to(to));
		self.release(from)?;
		self.retain(to)
	}

	/// Counts one more record that names the avatar.
	fn retain(&mut self, avatar: AvatarId) -> Result<(), Refusal> {
		self.change_purse(avatar, |purse| {
			purse.consumers = purse.consumers.checked_add(1).ok_or(Refusal::Overflow)?;
			Ok(())
		})
	}

	/// Counts one record fewer. A count that is too low already must not keep an asset from its
	/// buyer.
	fn release(&mut self, avatar: AvatarId) -> Result<(), Refusal> {
		self.change_purse(avatar, |purse| {
			purse.consumers = purse.consumers.saturating_sub(1);
			Ok(())
		})
	}

	/// Changes a purse; nothing of it if `change` fails.
	fn change_purse(
		&mut self,
		avatar: AvatarId,
		change: impl FnOnce(&mut Purse) -> Result<(), Refusal>,
	) -> Result<(), Refusal> {
		let mut purse = self.purse(avatar)?;
		change(&mut purse)?;
		self.set_purse(avatar, purse);
		Ok(())
	}

	fn purse(&mut self, avatar: AvatarId) -> Result<Purse, Refusal> {
		if let Some(record) = self.purses.get(&avatar) {
			return Ok(record.current);
		}
		let loaded = self.store.purse(avatar).ok_or(Refusal::UnknownAvatar)?;
		self.purses.insert(avatar, Record { loaded, current: loaded });
		Ok(loaded)
	}

	fn holding(&mut self, asset: UniqueId) -> Result<Holding, Refusal> {
		if let Some(record) = self.holdings.get(&asset) {
			return Ok(record.current);
		}
		let loaded = self.store.holding(asset).ok_or(Refusal::UnknownAsset)?;
		self.holdings.insert(asset, Record { loaded, current: loaded });
		Ok(loaded)
	}

	fn units(&mut self, kind: KindId, avatar: AvatarId) -> u64 {
		let store = &self.store;
		self.units
			.entry((kind, avatar))
			.or_insert_with(|| {
				let loaded = store.units(kind, avatar);
				Record { loaded, current: loaded }
			})
			.current
	}

	// Each of these changes a record that was loaded before.

	fn set_device(&mut self, key: Key, device: DeviceKey) {
		if let Some(record) = self.devices.get_mut(&key) {
			self.journal.push(Before::Device(key, record.current));
			record.current = device;
		}
	}

	fn set_purse(&mut self, avatar: AvatarId, purse: Purse) {
		if let Some(record) = self.purses.get_mut(&avatar) {
			self.journal.push(Before::Purse(avatar, record.current));
			record.current = purse;
		}
	}

	fn set_holding(&mut self, asset: UniqueId, holding: Holding) {
		if let Some(record) = self.holdings.get_mut(&asset) {
			self.journal.push(Before::Holding(asset, record.current));
			record.current = holding;
		}
	}

	fn set_units(&mut self, kind: KindId, avatar: AvatarId, amount: u64) {
		if let Some(record) = self.units.get_mut(&(kind, avatar)) {
			self.journal.push(Before::Units((kind, avatar), record.current));
			record.current = amount;
		}
	}

	fn undo(&mut self) {
		while let Some(before) = self.journal.pop() {
			match before {
				Before::Device(key, value) => restore(&mut self.devices, key, value),
				Before::Purse(avatar, value) => restore(&mut self.purses, avatar, value),
				Before::Holding(asset, value) => restore(&mut self.holdings, asset, value),
				Before::Units(key, value) => restore(&mut self.units, key, value),
			}
		}
	}
}

fn restore<K: Ord, V>(records: &mut Records<K, V>, key: K, value: V) {
	if let Some(record) = records.get_mut(&key) {
		record.current = value;
	}
}
