// SPDX-License-Identifier: Apache-2.0
use super::{Refusal, Store};
use crate::{
	asset::{Asset, Holding, Lock, UniqueId},
	chain::Balance,
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
	Purse(AvatarId, Purse),
	Holding(UniqueId, Holding),
	Units((KindId, AvatarId), u64),
}

/// Records in memory over a [`Store`]. Nothing is written before [`Ledger::commit`].
pub struct Ledger<'s, S> {
	store: &'s mut S,
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
			purses: BTreeMap::new(),
			holdings: BTreeMap::new(),
			units: BTreeMap::new(),
			journal: Vec::new(),
		}
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
		let Self { store, purses, holdings, units, .. } = self;
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
		let mut purse = self.purse(avatar)?;
		purse.spend(lane, number)?;
		self.set_purse(avatar, purse);
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

	/// Moves everything of a deal. Not undone if it fails half-way: call it within
	/// [`Ledger::atomically`].
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
		}
	}

	fn pay(
		&mut self,
		from: AvatarId,
		to: AvatarId,
		amount: Balance,
		fee: Option<Fee>,
	) -> Result<(), Refusal> {
		let mut payer = self.purse(from)?;
		payer.balance = payer.balance.checked_sub(amount).ok_or(Refusal::TooFewCoins)?;
		self.set_purse(from, payer);

		let cut = fee.map_or(0, |fee| share(amount, fee.rate));
		self.credit(to, amount.saturating_sub(cut))?;
		match fee {
			Some(fee) if cut > 0 => self.credit(fee.to, cut),
			_ => Ok(()),
		}
	}

	fn credit(&mut self, to: AvatarId, amount: Balance) -> Result<(), Refusal> {
		let mut purse = self.purse(to)?;
		purse.balance = purse.balance.checked_add(amount).ok_or(Refusal::Overflow)?;
		self.set_purse(to, purse);
		Ok(())
	}

	fn transfer_units(
		&mut self,
		from: AvatarId,
		to: AvatarId,
		kind: KindId,
		amount: u64,
	) -> Result<(), Refusal> {
		let left = self.units(kind, from).checked_sub(amount).ok_or(Refusal::TooFewUnits)?;
		self.set_units(kind, from, left);
		let more = self.units(kind, to).checked_add(amount).ok_or(Refusal::Overflow)?;
		self.set_units(kind, to, more);
		Ok(())
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

	// Each of these changes a record that its getter has loaded.

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
