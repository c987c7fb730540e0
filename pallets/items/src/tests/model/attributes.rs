// SPDX-License-Identifier: Apache-2.0
//! Attributes: who writes them, and when.

use super::{Item, Model};
use crate::{
	mock::*, AttributeDetails, Form, Issuer, Write, Writer, MAX_ATTRIBUTES, MAX_COUNTER_STEP,
};
use freehold_primitives::{
	asset::Lock,
	ids::{ItemId, KindId, WorldId},
};
use std::collections::BTreeSet;

impl Model {
	pub(super) fn define(
		&mut self,
		who: AccountId,
		kind: KindId,
		name: &'static str,
		writer: Writer,
	) -> Option<()> {
		let next = self.issued(who, kind.collection)?.next_item;
		if let Writer::Server(world) = writer {
			self.owner_of(Issuer::World(world))?;
			self.kinds.get(&kind)?.rules.burnable.then_some(())?;
		}
		let from = if writer == Writer::Holder { 0 } else { next };
		(writer == Writer::Holder || self.reserved(kind) == 0).then_some(())?;
		let it = self.kinds.get_mut(&kind).filter(|it| it.form == Form::Unique)?;
		let new = !name.is_empty() && it.keys.iter().all(|(other, ..)| *other != name);
		let room = it.keys.len() < usize::try_from(MAX_ATTRIBUTES).ok()?;
		(new && room).then(|| it.keys.push((name, writer, from)))
	}

	pub(super) fn describe(
		&mut self,
		who: AccountId,
		item: ItemId,
		changes: Vec<(u8, Option<&'static str>)>,
	) -> Option<()> {
		let named: BTreeSet<_> = changes.iter().map(|(key, _)| *key).collect();
		(!named.is_empty() && named.len() == changes.len()).then_some(())?;
		let mut news = false;
		for (key, new) in changes {
			let it = self.items.get(&item)?;
			let (_, writer, from) = *self.kinds.get(&it.kind)?.keys.get(usize::from(key))?;
			let collection = self.collections.get(&item.collection)?;
			let allowed = match writer {
				Writer::Issuer => self.acts(who, collection.issuer) && !collection.frozen,
				Writer::Holder => self.owns(who, it.owner) && self.lock_of(it).is_none(),
				Writer::Server(_) => false,
			};
			(allowed && item.serial >= from && !is_up_for_auction(it)).then_some(())?;
			let attributes = &mut self.items.get_mut(&item)?.attributes;
			let new = new.map(value);
			news |= attributes.get(&key).map(|it| &it.value) != new.as_ref();
			match new {
				Some(value) => {
					let set = AttributeDetails { value, counter: 0, payer: who };
					attributes.insert(key, set);
				},
				None => {
					attributes.remove(&key)?;
				},
			}
		}
		self.items.get_mut(&item)?.version += u32::from(news);
		Some(())
	}

	pub(super) fn write(&mut self, who: AccountId, world: WorldId, write: Write) -> Option<()> {
		let Write { item, key, counter, value } = write;
		let it = self.items.get_mut(&item)?;
		let (_, writer, from) = *self.kinds.get(&it.kind)?.keys.get(usize::from(key))?;
		let later = it.attributes.get(&key).is_none_or(|before| counter > before.counter);
		let writes = writer == Writer::Server(world) && item.serial >= from;
		let before = it.attributes.get(&key).map_or(0, |before| before.counter);
		let near = counter.saturating_sub(before) <= MAX_COUNTER_STEP;
		(writes && later && near && !is_up_for_auction(it)).then_some(())?;
		let news = it.attributes.get(&key).is_none_or(|before| value != before.value);
		it.attributes.insert(key, AttributeDetails { value, counter, payer: who });
		it.version += u32::from(news);
		Some(())
	}
}

/// Whether others bid for the item as it is.
fn is_up_for_auction(item: &Item) -> bool {
	matches!(item.lock, Some(Lock::Auction(_)))
}
