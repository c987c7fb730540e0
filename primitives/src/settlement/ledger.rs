// SPDX-License-Identifier: Apache-2.0
use super::{
	proceeds::{distribute, royalty_rate, Proceeds, Rates, Receipt},
	Key, Refusal, Store, Terms,
};
use crate::{
	asset::{Asset, Holding, Lock, Owned, Stack, UniqueId, Version},
	chain::{Balance, BlockNumber, Hash},
	device::DeviceKey,
	fee::{item_royalty, BasisPoints, Fee},
	ids::{AvatarId, KindId, WorldId},
	order::{Cancellation, Fill, Fills, Order},
	purse::{LaneIndex, OrderNumber, Purse, LANES},
};
use alloc::{collections::BTreeMap, vec::Vec};
use sp_runtime::{DispatchError, SaturatedConversion};

/// An exchange between two avatars.
#[derive(Clone, Debug)]
pub struct Deal<'a> {
	/// The world that it happens in.
	pub world: WorldId,
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
	/// Most that may be taken off the coins that the maker gets, with royalties.
	pub maker_limit: BasisPoints,
	/// Most that may be taken off the coins that the taker gets, with royalties.
	pub taker_limit: BasisPoints,
	/// Whether it was promised before: then an avatar gives what it promised even while it is
	/// offered for sale.
	pub binding: bool,
}

/// What an avatar keeps ready for someone to take.
#[derive(Clone, Debug)]
pub struct Pledge<'a> {
	/// The world that it will change hands in.
	pub world: WorldId,
	/// Who keeps it ready.
	pub owner: AvatarId,
	/// Per lot. Coins are passed over: they are set aside from the purse instead.
	pub assets: &'a [Asset],
	/// How many lots.
	pub lots: u32,
	/// By what it is kept.
	pub lock: Lock,
}

/// How many records some work had to do with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Touched {
	/// Those that were read, each once, also those that were looked for and are not there.
	pub read: u32,
	/// Those that were written, each once.
	pub written: u32,
}

impl Touched {
	/// Adds what some more work had to do with.
	pub fn add(&mut self, more: Self) {
		self.read = self.read.saturating_add(more.read);
		self.written = self.written.saturating_add(more.written);
	}

	/// What so much work has to do with, all of it apart.
	pub fn times(self, count: u32) -> Self {
		Self { read: self.read.saturating_mul(count), written: self.written.saturating_mul(count) }
	}

	/// What of this is not in `less`.
	pub fn without(self, less: Self) -> Self {
		Self {
			read: self.read.saturating_sub(less.read),
			written: self.written.saturating_sub(less.written),
		}
	}
}

/// A record that was read before and is written.
const WRITTEN: Touched = Touched { read: 0, written: 1 };

/// A record as it was loaded and as it is now.
struct Record<V> {
	loaded: V,
	current: V,
}

impl<V: Clone> Record<V> {
	fn new(loaded: V) -> Self {
		Self { current: loaded.clone(), loaded }
	}
}

type Records<K, V> = BTreeMap<K, Record<V>>;

/// The value a record had before a change, to undo it with.
enum Before {
	Device(Key, DeviceKey),
	Purse(AvatarId, Option<Purse>),
	Asset(UniqueId, Option<Owned>),
	Units((KindId, AvatarId), Stack),
	Fills(Key, Fills),
	Accrued(KindId, Balance),
}

/// Records in memory over a [`Store`]. Nothing is written before [`Ledger::commit`]. What is not
/// there is remembered too, so that it is not looked for again.
pub struct Ledger<'s, S> {
	store: &'s mut S,
	devices: Records<Key, DeviceKey>,
	purses: Records<AvatarId, Option<Purse>>,
	assets: Records<UniqueId, Option<Owned>>,
	units: Records<(KindId, AvatarId), Stack>,
	fills: Records<Key, Fills>,
	terms: BTreeMap<KindId, Option<Terms>>,
	accrued: BTreeMap<KindId, Balance>,
	journal: Vec<Before>,
}

impl<'s, S: Store> Ledger<'s, S> {
	/// A ledger that has loaded nothing yet.
	pub fn new(store: &'s mut S) -> Self {
		Self {
			store,
			devices: BTreeMap::new(),
			purses: BTreeMap::new(),
			assets: BTreeMap::new(),
			units: BTreeMap::new(),
			fills: BTreeMap::new(),
			terms: BTreeMap::new(),
			accrued: BTreeMap::new(),
			journal: Vec::new(),
		}
	}

	/// The same ledger, in which these devices have limits and no others.
	pub(super) fn with_limits(self, devices: impl IntoIterator<Item = (Key, DeviceKey)>) -> Self {
		let devices = devices.into_iter().map(|(key, device)| (key, Record::new(device)));
		Self { devices: devices.collect(), ..self }
	}

	/// Runs `change`, and undoes all it did if it fails.
	///
	/// # Errors
	/// That of `change`.
	pub fn atomically<R>(
		&mut self,
		change: impl FnOnce(&mut Self) -> Result<R, Refusal>,
	) -> Result<R, Refusal> {
		self.journal.clear();
		let outcome = change(self);
		if outcome.is_err() {
			self.undo();
		}
		outcome
	}

	/// Writes every record that differs from what was loaded, and says how many there were of both.
	///
	/// # Errors
	/// If royalties can't be kept for the creators; whatever was written has to be undone then.
	pub fn commit(self) -> Result<Touched, DispatchError> {
		let read = self.read();
		let Self { store, devices, purses, assets, units, fills, accrued, .. } = self;
		let mut touched = Touched { read, written: 0 };
		for ((avatar, lane), device) in changed(devices) {
			store.set_device(avatar, lane, device);
			touched.add(WRITTEN);
		}
		for (avatar, purse) in changed(purses).filter_map(present) {
			store.set_purse(avatar, purse);
			touched.add(WRITTEN);
		}
		for (asset, owned) in changed(assets).filter_map(present) {
			store.set_holding(asset, owned.holding);
			touched.add(WRITTEN);
		}
		for ((kind, avatar), stack) in changed(units) {
			store.set_units(kind, avatar, stack);
			touched.add(WRITTEN);
		}
		for ((avatar, lane), fills) in changed(fills) {
			store.set_fills(avatar, lane, fills);
			touched.add(WRITTEN);
		}
		let mut royalties: Balance = 0;
		for (kind, amount) in accrued {
			if amount > 0 {
				store.accrue(kind, amount)?;
				touched.add(Touched { read: 1, written: 1 });
				royalties = royalties.saturating_add(amount);
			}
		}
		if royalties > 0 {
			store.set_aside(royalties)?;
		}
		Ok(touched)
	}

	/// How many records were read. Whoever made this ledger read the devices.
	fn read(&self) -> u32 {
		let Self { purses, assets, units, fills, terms, .. } = self;
		let owners = assets.keys().map(records_of).fold(0, usize::saturating_add);
		let loaded = [purses.len(), owners, units.len(), fills.len(), terms.len()];
		loaded.into_iter().fold(0, usize::saturating_add).saturated_into()
	}

	/// Spends the number of an acceptance.
	///
	/// # Errors
	/// If there is no such avatar, or the number can't be spent.
	pub(super) fn spend(
		&mut self,
		avatar: AvatarId,
		lane: LaneIndex,
		number: OrderNumber,
	) -> Result<(), Refusal> {
		self.change_purse(avatar, |purse| Ok(purse.spend(lane, number)?))
	}

	/// Takes lots of an order, which has this hash. The first fill spends the number, for an order
	/// of several lots as for any other; what is left is remembered with the order's hash, and only
	/// that order is ever filled further under the number.
	///
	/// # Errors
	/// If the number can't be spent and is not that of this order, partly filled; if there are not
	/// as many lots, or more could be taken.
	pub(super) fn fill(
		&mut self,
		order: &Order,
		hash: Hash,
		lots: u32,
		now: BlockNumber,
	) -> Result<(), Refusal> {
		let Order { maker, lane, number, valid_until, .. } = *order;
		let first = self.spend(maker, lane, number);
		let left = match first {
			Ok(()) => order.lots,
			Err(Refusal::AlreadySpent) if order.lots > 1 => self
				.fills(maker, lane)
				.iter()
				.find(|fill| fill.number == number && fill.order == hash)
				.map(|fill| fill.left)
				.ok_or(Refusal::AlreadySpent)?,
			Err(refusal) => return Err(refusal),
		};
		if !(order.min_lots.min(left)..=left).contains(&lots) {
			return Err(Refusal::LotsOutOfRange);
		}
		let left = left.saturating_sub(lots);
		if first.is_err() || left > 0 {
			self.set_left(maker, lane, Fill { number, order: hash, left, valid_until }, now)?;
		}
		Ok(())
	}

	/// Remembers what is left of an order, and forgets those that are void or expired.
	fn set_left(
		&mut self,
		maker: AvatarId,
		lane: LaneIndex,
		fill: Fill,
		now: BlockNumber,
	) -> Result<(), Refusal> {
		let purse = self.purse(maker)?;
		let mut fills = self.fills(maker, lane);
		let counts = |it: &Fill| it.valid_until >= now && purse.remembers(lane, it.number);
		fills.retain(|it| it.number != fill.number && counts(it));
		if fill.left > 0 {
			fills.try_push(fill).map_err(|_| Refusal::TooManyFills)?;
		}
		self.set_fills((maker, lane), fills);
		Ok(())
	}

	/// Takes signed orders back. `jump` is as in [`Lane::voided`].
	///
	/// # Errors
	/// If there is no such avatar or lane, or what is named was spent or void before.
	///
	/// [`Lane::voided`]: crate::purse::Lane::voided
	pub fn cancel(
		&mut self,
		avatar: AvatarId,
		what: Cancellation,
		jump: u32,
	) -> Result<(), Refusal> {
		match what {
			Cancellation::One { lane, number } => match self.spend(avatar, lane, number) {
				Err(Refusal::AlreadySpent) => {
					let partly = self.fills(avatar, lane).iter().any(|it| it.number == number);
					if !partly {
						return Err(Refusal::AlreadySpent);
					}
					self.forget(avatar, lane, |it| it.number == number);
				},
				other => other?,
			},
			Cancellation::Below { lane, number } => {
				self.change_purse(avatar, |purse| Ok(purse.void_below(lane, number)?))?;
				self.forget(avatar, lane, |it| it.number < number);
			},
			Cancellation::All => {
				self.change_purse(avatar, |purse| {
					purse.void_orders(jump);
					Ok(())
				})?;
				for lane in (0..).take(LANES) {
					self.forget(avatar, lane, |_| true);
				}
			},
		}
		Ok(())
	}

	fn forget(&mut self, avatar: AvatarId, lane: LaneIndex, gone: impl Fn(&Fill) -> bool) {
		let mut fills = self.fills(avatar, lane);
		fills.retain(|it| !gone(it));
		self.set_fills((avatar, lane), fills);
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

	/// Locks what an avatar keeps ready, where it is.
	///
	/// # Errors
	/// If there is no such asset, it has another owner or version or is locked, there are too few
	/// units, it can't be traded in that world, or the avatar is offered for sale.
	pub fn lock(&mut self, pledge: &Pledge<'_>) -> Result<(), Refusal> {
		let Pledge { owner, assets, .. } = *pledge;
		if self.purse(owner)?.frozen {
			return Err(Refusal::Frozen);
		}
		self.rates(assets, pledge.world)?;
		for asset in assets {
			if let Some((id, version)) = asset.unique() {
				let owned = self.movable(owner, id, version)?;
				let holding = Holding { lock: Some(pledge.lock), ..owned.holding };
				self.set_asset(id, Owned { holding, ..owned });
			}
			if let Asset::Units { kind, amount } = *asset {
				let amount = multiply(amount, pledge.lots)?;
				let stack = self.units(kind, owner);
				let free = stack.free.checked_sub(amount).ok_or(Refusal::TooFewUnits)?;
				let locked = stack.locked.checked_add(amount).ok_or(Refusal::Overflow)?;
				self.set_units(kind, owner, Stack { free, locked });
			}
		}
		Ok(())
	}

	/// Takes off the locks of what an avatar keeps ready, whatever has become of it since.
	///
	/// # Errors
	/// If there is no such asset, or it is not locked by this.
	pub fn unlock(&mut self, pledge: &Pledge<'_>) -> Result<(), Refusal> {
		for asset in pledge.assets {
			if let Some((id, _)) = asset.unique() {
				let owned = self.asset(id)?;
				if owned.holding.lock != Some(pledge.lock) {
					return Err(Refusal::Locked);
				}
				let holding = Holding { lock: None, ..owned.holding };
				self.set_asset(id, Owned { holding, ..owned });
			}
			if let Asset::Units { kind, amount } = *asset {
				let amount = multiply(amount, pledge.lots)?;
				let stack = self.units(kind, pledge.owner);
				let locked = stack.locked.checked_sub(amount).ok_or(Refusal::Locked)?;
				let free = stack.free.checked_add(amount).ok_or(Refusal::Overflow)?;
				self.set_units(kind, pledge.owner, Stack { free, locked });
			}
		}
		Ok(())
	}

	/// Moves everything of a deal, and says what became of the coins. Nothing leaves an avatar that
	/// is offered for sale, unless the deal is binding. Not undone if it fails half-way: call it
	/// within [`Ledger::atomically`].
	///
	/// # Errors
	/// The first reason why something can't move.
	pub fn exchange(&mut self, deal: &Deal<'_>) -> Result<Receipt, Refusal> {
		for (giver, side) in [(deal.maker, deal.give), (deal.taker, deal.want)] {
			if !side.is_empty() && self.purse(giver)?.frozen && !deal.binding {
				return Err(Refusal::Frozen);
			}
		}
		// What is paid for is looked at before it moves.
		let given = self.rates(deal.give, deal.world)?;
		let wanted = self.rates(deal.want, deal.world)?;
		let taker =
			self.transfer(deal, deal.maker, deal.taker, deal.give, &wanted, deal.taker_limit)?;
		let maker =
			self.transfer(deal, deal.taker, deal.maker, deal.want, &given, deal.maker_limit)?;
		Ok(Receipt { maker, taker })
	}

	/// The royalties of assets that are traded in a world.
	fn rates(&mut self, assets: &[Asset], world: WorldId) -> Result<Rates, Refusal> {
		let mut rates = Rates::new();
		for asset in assets {
			let (kind, item) = match *asset {
				Asset::Units { kind, .. } => (kind, None),
				Asset::Item { id, .. } => match self.asset(UniqueId::Item(id))?.class {
					Some(class) => (class.kind, Some((id.serial, class.royalty))),
					None => continue,
				},
				Asset::Coins(_) | Asset::Parcel { .. } | Asset::Estate { .. } => continue,
			};
			// Nobody has units of a kind that does not exist: that is found out where they move.
			let Some(terms) = self.terms(kind) else { continue };
			terms.ensure_tradable_in(world)?;
			let rate = match item {
				Some((serial, minted_at)) => {
					item_royalty(minted_at, serial, terms.royalty, terms.raise)
				},
				None => terms.royalty,
			};
			rates.push((kind, rate));
		}
		Ok(rates)
	}

	/// Moves one side of a deal. Its coins pay for what has these royalties.
	fn transfer(
		&mut self,
		deal: &Deal<'_>,
		from: AvatarId,
		to: AvatarId,
		side: &[Asset],
		rates: &Rates,
		limit: BasisPoints,
	) -> Result<Proceeds, Refusal> {
		let mut proceeds = Proceeds::default();
		for asset in side {
			match *asset {
				Asset::Coins(amount) => {
					let amount = amount.checked_mul(deal.lots.into()).ok_or(Refusal::Overflow)?;
					proceeds.add(&self.pay(from, to, amount, deal.fee, rates, limit)?);
				},
				Asset::Units { kind, amount } => {
					self.transfer_units(from, to, kind, multiply(amount, deal.lots)?)?;
				},
				_ => {
					if let Some((id, version)) = asset.unique() {
						self.transfer_unique(from, to, id, version)?;
					}
				},
			}
		}
		Ok(proceeds)
	}

	fn pay(
		&mut self,
		from: AvatarId,
		to: AvatarId,
		amount: Balance,
		fee: Option<Fee>,
		rates: &Rates,
		limit: BasisPoints,
	) -> Result<Proceeds, Refusal> {
		let fee_rate = fee.map_or(0, |fee| fee.rate);
		if fee_rate.saturating_add(royalty_rate(rates)) > limit {
			return Err(Refusal::DeductionTooHigh);
		}
		self.change_purse(from, |payer| {
			payer.balance = payer.balance.checked_sub(amount).ok_or(Refusal::TooFewCoins)?;
			Ok(())
		})?;
		let proceeds = distribute(amount, fee_rate, rates);
		self.credit(to, proceeds.net)?;
		if let Some(fee) = fee.filter(|_| proceeds.fee > 0) {
			self.credit(fee.to, proceeds.fee)?;
		}
		for (kind, royalty) in &proceeds.royalties {
			self.accrue(*kind, *royalty)?;
		}
		Ok(proceeds)
	}

	fn credit(&mut self, to: AvatarId, amount: Balance) -> Result<(), Refusal> {
		self.change_purse(to, |payee| {
			payee.balance = payee.balance.checked_add(amount).ok_or(Refusal::Overflow)?;
			Ok(())
		})
	}

	fn accrue(&mut self, kind: KindId, amount: Balance) -> Result<(), Refusal> {
		let before = self.accrued.get(&kind).copied().unwrap_or_default();
		let now = before.checked_add(amount).ok_or(Refusal::Overflow)?;
		self.journal.push(Before::Accrued(kind, before));
		self.accrued.insert(kind, now);
		Ok(())
	}

	fn transfer_units(
		&mut self,
		from: AvatarId,
		to: AvatarId,
		kind: KindId,
		amount: u64,
	) -> Result<(), Refusal> {
		let given = self.units(kind, from);
		let free = given.free.checked_sub(amount).ok_or(Refusal::TooFewUnits)?;
		self.change_units(kind, from, Stack { free, ..given })?;
		let got = self.units(kind, to);
		let free = got.free.checked_add(amount).ok_or(Refusal::Overflow)?;
		self.change_units(kind, to, Stack { free, ..got })
	}

	/// Sets how many units an avatar has: a record of its own while there are any.
	fn change_units(&mut self, kind: KindId, avatar: AvatarId, now: Stack) -> Result<(), Refusal> {
		let before = self.units(kind, avatar);
		self.set_units(kind, avatar, now);
		match (before.is_empty(), now.is_empty()) {
			(true, false) => self.retain(avatar),
			(false, true) => self.release(avatar),
			_ => Ok(()),
		}
	}

	fn transfer_unique(
		&mut self,
		from: AvatarId,
		to: AvatarId,
		asset: UniqueId,
		version: Version,
	) -> Result<(), Refusal> {
		let owned = self.movable(from, asset, version)?;
		self.set_asset(asset, Owned { holding: owned.holding.moved_to(to), ..owned });
		self.release(from)?;
		self.retain(to)
	}

	/// The asset, if its owner may give it away in this version.
	fn movable(
		&mut self,
		owner: AvatarId,
		asset: UniqueId,
		version: Version,
	) -> Result<Owned, Refusal> {
		let owned = self.asset(asset)?;
		if owned.holding.version != version {
			return Err(Refusal::Moved);
		}
		owned.holding.ensure_movable_by(owner)?;
		Ok(owned)
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
		let store = &self.store;
		let load = || Record::new(store.purse(avatar));
		let record = self.purses.entry(avatar).or_insert_with(load);
		record.current.ok_or(Refusal::UnknownAvatar)
	}

	fn asset(&mut self, asset: UniqueId) -> Result<Owned, Refusal> {
		let store = &self.store;
		let load = || Record::new(store.asset(asset));
		let record = self.assets.entry(asset).or_insert_with(load);
		record.current.ok_or(Refusal::UnknownAsset)
	}

	fn terms(&mut self, kind: KindId) -> Option<Terms> {
		let store = &self.store;
		*self.terms.entry(kind).or_insert_with(|| store.terms(kind))
	}

	fn units(&mut self, kind: KindId, avatar: AvatarId) -> Stack {
		let store = &self.store;
		let load = || Record::new(store.units(kind, avatar));
		self.units.entry((kind, avatar)).or_insert_with(load).current
	}

	fn fills(&mut self, avatar: AvatarId, lane: LaneIndex) -> Fills {
		let store = &self.store;
		let load = || Record::new(store.fills(avatar, lane));
		self.fills.entry((avatar, lane)).or_insert_with(load).current.clone()
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
			record.current = Some(purse);
		}
	}

	fn set_asset(&mut self, asset: UniqueId, owned: Owned) {
		if let Some(record) = self.assets.get_mut(&asset) {
			self.journal.push(Before::Asset(asset, record.current));
			record.current = Some(owned);
		}
	}

	fn set_units(&mut self, kind: KindId, avatar: AvatarId, units: Stack) {
		if let Some(record) = self.units.get_mut(&(kind, avatar)) {
			self.journal.push(Before::Units((kind, avatar), record.current));
			record.current = units;
		}
	}

	fn set_fills(&mut self, key: Key, fills: Fills) {
		if let Some(record) = self.fills.get_mut(&key) {
			let before = core::mem::replace(&mut record.current, fills);
			self.journal.push(Before::Fills(key, before));
		}
	}

	fn undo(&mut self) {
		while let Some(before) = self.journal.pop() {
			match before {
				Before::Device(key, value) => restore(&mut self.devices, key, value),
				Before::Purse(avatar, value) => restore(&mut self.purses, avatar, value),
				Before::Asset(asset, value) => restore(&mut self.assets, asset, value),
				Before::Units(key, value) => restore(&mut self.units, key, value),
				Before::Fills(key, value) => restore(&mut self.fills, key, value),
				Before::Accrued(kind, value) => {
					self.accrued.insert(kind, value);
				},
			}
		}
	}
}

/// Most records that say who owns an asset: a parcel's own, and that of the estate that it may be
/// part of.
fn records_of(asset: &UniqueId) -> usize {
	match asset {
		UniqueId::Item(_) | UniqueId::Estate(_) => 1,
		UniqueId::Parcel(_) => 2,
	}
}

fn multiply(amount: u64, lots: u32) -> Result<u64, Refusal> {
	amount.checked_mul(lots.into()).ok_or(Refusal::Overflow)
}

/// The records that are no longer as they were loaded.
fn changed<K: Ord, V: PartialEq>(records: Records<K, V>) -> impl Iterator<Item = (K, V)> {
	let changed = |(key, record): (K, Record<V>)| {
		(record.current != record.loaded).then_some((key, record.current))
	};
	records.into_iter().filter_map(changed)
}

/// What is there; what is not never changes.
fn present<K, V>((key, value): (K, Option<V>)) -> Option<(K, V)> {
	Some((key, value?))
}

fn restore<K: Ord, V>(records: &mut Records<K, V>, key: K, value: V) {
	if let Some(record) = records.get_mut(&key) {
		record.current = value;
	}
}
