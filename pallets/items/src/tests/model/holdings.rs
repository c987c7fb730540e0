// SPDX-License-Identifier: Apache-2.0
//! Items and units: who has them, and what keeps them there.

use super::{exists, Item, Model};
use crate::{
	mock::*,
	tests::actions::{now, What},
	Issuer, SLOTS,
};
use freehold_primitives::{
	asset::{Custody, Lock, Stack},
	ids::{AvatarId, ItemId, KindId},
};
use std::collections::BTreeMap;

impl Model {
	/// What keeps an item where it is.
	pub(super) fn keep(&mut self, who: AccountId, what: What) -> Option<()> {
		match what {
			What::Equip { avatar, slot, item } => {
				let free = u32::from(slot) < SLOTS && self.worn(avatar, slot).is_none();
				(free && self.owns(who, avatar)).then_some(())?;
				let it = self.items.get(&item)?;
				(it.owner == avatar && self.lock_of(it).is_none()).then_some(())?;
				self.items.get_mut(&item)?.lock = Some(Lock::Worn { slot });
			},
			What::Unequip { avatar, slot } => {
				self.owns(who, avatar).then_some(())?;
				let item = self.worn(avatar, slot)?;
				self.items.get_mut(&item)?.lock = None;
			},
			What::PlaceInCustody { item, world, until } => {
				let it = self.items.get(&item)?;
				let open = world == OTHER_WORLD || (world == WORLD && !self.suspended);
				let soon = (now()..=now() + MAX_CUSTODY).contains(&until);
				let free = self.owns(who, it.owner) && self.lock_of(it).is_none();
				(free && open && soon).then_some(())?;
				let custody = Custody { world, reason: 0, until };
				self.items.get_mut(&item)?.lock = Some(Lock::Custody(custody));
			},
			What::ReleaseFromCustody { item } => {
				let it = self.items.get(&item)?;
				let Lock::Custody(Custody { world, .. }) = self.lock_of(it)? else { return None };
				let stranded = world == WORLD && self.suspended;
				let allowed = self.settles(who, world)
					|| self.acts(who, Issuer::World(world))
					|| stranded && self.owns(who, it.owner);
				allowed.then_some(())?;
				self.items.get_mut(&item)?.lock = None;
			},
			other => unreachable!("{other:?} keeps no item"),
		}
		Some(())
	}

	pub(super) fn put_item(&mut self, kind: KindId, owner: AvatarId) -> Option<ItemId> {
		let it = self.kinds.get_mut(&kind)?;
		it.minted += 1;
		let royalty = it.rate();
		let collection = self.collections.get_mut(&kind.collection)?;
		let id = ItemId { collection: kind.collection, serial: collection.next_item };
		collection.next_item += 1;
		let attributes = BTreeMap::new();
		self.items
			.insert(id, Item { kind, owner, version: 0, lock: None, royalty, attributes });
		Some(id)
	}

	pub(super) fn put_units(&mut self, kind: KindId, avatar: AvatarId, amount: u64) -> Option<()> {
		self.kinds.get_mut(&kind)?.minted += amount;
		self.add_units(kind, avatar, amount);
		Some(())
	}

	pub(super) fn add_units(&mut self, kind: KindId, avatar: AvatarId, amount: u64) {
		self.units.entry((kind, avatar)).or_default().free += amount;
	}

	pub(super) fn take_units(&mut self, kind: KindId, avatar: AvatarId, amount: u64) -> Option<()> {
		let stack = self.units.get_mut(&(kind, avatar)).filter(|_| amount > 0)?;
		stack.free = stack.free.checked_sub(amount)?;
		self.units.retain(|_, stack| *stack != Stack::default());
		Some(())
	}

	pub(super) fn give(&mut self, who: AccountId, item: ItemId, to: AvatarId) -> Option<()> {
		let it = self.items.get(&item)?;
		let free = self.owns(who, it.owner) && self.lock_of(it).is_none();
		let allowed = self.kinds.get(&it.kind)?.rules.transferable;
		(free && allowed && exists(to)).then_some(())?;
		let it = self.items.get_mut(&item)?;
		(it.owner, it.version, it.lock) = (to, it.version + 1, None);
		Some(())
	}

	pub(super) fn burn_item(&mut self, item: ItemId) -> Option<()> {
		self.lock_of(self.items.get(&item)?).is_none().then_some(())?;
		let it = self.items.remove(&item)?;
		let kind = self.kinds.get_mut(&it.kind).filter(|kind| kind.rules.burnable)?;
		kind.burned += 1;
		Some(())
	}

	pub(super) fn burn_units(&mut self, kind: KindId, avatar: AvatarId, amount: u64) -> Option<()> {
		self.kinds.get(&kind).filter(|it| it.rules.burnable)?;
		self.take_units(kind, avatar, amount)?;
		self.kinds.get_mut(&kind)?.burned += amount;
		Some(())
	}

	/// What keeps the item where it is now.
	pub(super) fn lock_of(&self, item: &Item) -> Option<Lock> {
		match item.lock {
			Some(Lock::Custody(custody)) if custody.until < now() => None,
			lock => lock,
		}
	}

	fn worn(&self, avatar: AvatarId, slot: u8) -> Option<ItemId> {
		let there = |it: &Item| it.owner == avatar && it.lock == Some(Lock::Worn { slot });
		self.items.iter().find(|(_, it)| there(it)).map(|(id, _)| *id)
	}
}
