// SPDX-License-Identifier: Apache-2.0
use super::{by, kinds::some_kind, Deed, Verb};
use crate::{
	dice::Dice,
	state::{holder, issuer, items, now, operator, owner, some_avatar, some_world, stacks},
};
use freehold_primitives::{
	asset::{Custody, Lock, UniqueId},
	ids::{AvatarId, ItemId, KindId, WorldId},
	key::{ItemKey, KindKey},
};
use freehold_runtime::{constants::MAX_CUSTODY, Items, Runtime};
use freehold_tests::{
	goods::{mint_items as mint, mint_units as mint_amounts, value},
	names::*,
	stage::sword,
};
use pallet_items::{AttributeKeys, Attributes, Form, ItemDetails, KindDetails, Write, Writer};

pub(super) const VERBS: &[Verb] = &[
	Verb::new("mint_items", 4, mint_items),
	Verb::new("mint_units", 3, mint_units),
	Verb::new("transfer_item", 3, transfer_item),
	Verb::new("transfer_batch", 3, transfer_batch),
	Verb::new("transfer_units", 2, transfer_units),
	Verb::new("burn_item", 2, burn_item),
	Verb::new("burn_units", 2, burn_units),
	Verb::new("set_attributes", 4, set_attributes),
	Verb::new("write_attributes", 4, write_attributes),
	Verb::new("equip", 4, equip),
	Verb::new("unequip", 3, unequip),
	Verb::new("place_in_custody", 3, place_in_custody),
	Verb::new("release_from_custody", 3, release_from_custody),
];

/// No item.
const NO_ITEM: ItemId = sword(9_999);

/// Mostly an item that nothing keeps where it is.
fn some_free_item(dice: &Dice) -> Option<(ItemId, Option<ItemDetails>)> {
	let any = dice.rarely();
	let free = items().into_iter().filter(|(_, it)| any || it.holding.lock.is_none());
	let item = dice.of_or(free.map(|(item, _)| item), || NO_ITEM)?;
	Some((item, Items::item(item)))
}

fn by_holder(item: ItemId, call: ItemsCall) -> Option<Deed> {
	by(holder(UniqueId::Item(item)), call)
}

/// Whether so many more may be minted.
fn has_room(kind: &KindDetails, more: u64) -> bool {
	let committed = kind.committed(more);
	committed.is_some_and(|committed| kind.max_supply.is_none_or(|most| committed <= most))
}

fn mint_items(dice: &Dice) -> Option<Deed> {
	let kind = some_kind(dice, |it| it.form == Form::Unique && has_room(it, 2))?;
	let count = if dice.rarely() { 0 } else { 1 + dice.below(2) };
	let to: Vec<_> = (0..count).map(|_| some_avatar(dice)).collect();
	by(issuer(kind.collection), mint(kind, &to))
}

fn mint_units(dice: &Dice) -> Option<Deed> {
	let kind = some_kind(dice, |it| it.form == Form::Stackable && has_room(it, 30))?;
	let some = |_| {
		let amount = u64::from(dice.below(30));
		// Near the end of what can be counted, too.
		let amount = if dice.rarely() && dice.rarely() { u64::MAX - amount } else { amount };
		(some_avatar(dice), amount)
	};
	let to: Vec<_> = (0..1 + dice.below(2)).map(some).collect();
	by(issuer(kind.collection), mint_amounts(kind, &to))
}

fn transfer_item(dice: &Dice) -> Option<Deed> {
	let (item, _) = some_free_item(dice)?;
	by_holder(item, ItemsCall::transfer_item { item, to: some_avatar(dice) })
}

/// Items of all avatars that one account owns.
fn transfer_batch(dice: &Dice) -> Option<Deed> {
	let free: Vec<_> = items().into_iter().filter(|(_, it)| it.holding.lock.is_none()).collect();
	let (_, first) = dice.of(free.clone())?;
	let who = owner(first.holding.owner);
	let count = 1 + dice.below(3) as usize;
	let own = free.into_iter().filter(|(_, it)| owner(it.holding.owner) == who).take(count);
	let transfers: Vec<_> = own.map(|(item, _)| (item, some_avatar(dice))).collect();
	let transfers = transfers.try_into().expect("a call transfers as many");
	by(who, ItemsCall::transfer_batch { transfers })
}

/// Mostly no more of somebody's units than are free.
fn some_units(dice: &Dice) -> Option<(KindId, AvatarId, u64)> {
	let (kind, avatar, stack) = dice.of(stacks())?;
	let amount = match dice.below(8) {
		0 => stack.free.saturating_add(1),
		1 => stack.free,
		_ => u64::from(1 + dice.below(30)).min(stack.free),
	};
	Some((kind, avatar, amount))
}

fn transfer_units(dice: &Dice) -> Option<Deed> {
	let (kind, from, amount) = some_units(dice)?;
	let to = some_avatar(dice);
	by(owner(from), ItemsCall::transfer_units { kind, from, to, amount })
}

fn burn_item(dice: &Dice) -> Option<Deed> {
	let (item, _) = some_free_item(dice)?;
	by_holder(item, ItemsCall::burn_item { item })
}

fn burn_units(dice: &Dice) -> Option<Deed> {
	let (kind, avatar, amount) = some_units(dice)?;
	by(owner(avatar), ItemsCall::burn_units { kind, avatar, amount })
}

/// The keys of the item's kind that are written of it, and who writes each.
fn writers(item: ItemId, details: &ItemDetails) -> Vec<(u8, Writer)> {
	let kind = KindKey::from(details.kind_in(item.collection));
	let keys = AttributeKeys::<Runtime>::iter_prefix(kind);
	keys.filter(|(_, defined)| item.serial >= defined.from)
		.map(|(key, defined)| (key, defined.writer))
		.collect()
}

fn set_attributes(dice: &Dice) -> Option<Deed> {
	let mine = |(item, details): (ItemId, ItemDetails)| {
		let written = writers(item, &details).into_iter();
		written.filter_map(move |(key, writer)| match writer {
			Writer::Issuer => Some((item, key, issuer(item.collection))),
			Writer::Holder => Some((item, key, owner(details.holding.owner))),
			Writer::Server(_) => None,
		})
	};
	let (item, key, who) = dice.of(items().into_iter().flat_map(mine))?;
	let exists = Attributes::<Runtime>::contains_key(ItemKey::from(item), key);
	let remove = if exists { dice.coin() } else { dice.rarely() };
	let value = (!remove).then(|| value(&dice.below(1_000).to_string()));
	let key = if dice.rarely() { 31 } else { key };
	let changes = vec![(key, value)].try_into().expect("one fits");
	by(who, ItemsCall::set_attributes { item, changes })
}

fn write_attributes(dice: &Dice) -> Option<Deed> {
	let world = some_world(dice);
	let of_world = |(item, details): (ItemId, ItemDetails)| {
		let written = writers(item, &details).into_iter();
		written
			.filter(move |(_, writer)| *writer == Writer::Server(world))
			.map(move |(key, _)| (item, key))
	};
	let targets: Vec<_> = items().into_iter().flat_map(of_world).collect();
	let write = |_| {
		let (item, key) = dice.of_or(targets.clone(), || (NO_ITEM, 0))?;
		// Some come too late.
		let counter = u64::from(now()) * 4 + u64::from(dice.below(8));
		Some(Write { item, key, counter, value: value(&dice.below(1_000).to_string()) })
	};
	let writes: Vec<_> = (0..1 + dice.below(4)).filter_map(write).collect();
	let writes = writes.try_into().expect("a call writes as many");
	by(operator(world), ItemsCall::write_attributes { world, writes })
}

fn equip(dice: &Dice) -> Option<Deed> {
	let (item, details) = some_free_item(dice)?;
	let avatar = details.map_or_else(|| some_avatar(dice), |it| it.holding.owner);
	let avatar = if dice.rarely() { some_avatar(dice) } else { avatar };
	let slot = u8::try_from(dice.below(36)).unwrap_or(u8::MAX);
	by(owner(avatar), ItemsCall::equip { avatar, slot, item })
}

fn unequip(dice: &Dice) -> Option<Deed> {
	let worn = items().into_iter().filter_map(|(_, it)| match it.holding.lock {
		Some(Lock::Worn { slot }) => Some((it.holding.owner, slot)),
		_ => None,
	});
	let (avatar, slot) = dice.of_or(worn, || (some_avatar(dice), 3))?;
	by(owner(avatar), ItemsCall::unequip { avatar, slot })
}

fn place_in_custody(dice: &Dice) -> Option<Deed> {
	let (item, _) = some_free_item(dice)?;
	let ahead = if dice.rarely() { MAX_CUSTODY + 1 } else { dice.below(60) };
	let (world, reason, until) = (some_world(dice), 1, now() + ahead);
	by_holder(item, ItemsCall::place_in_custody { item, world, reason, until })
}

fn release_from_custody(dice: &Dice) -> Option<Deed> {
	let kept = items().into_iter().filter_map(|(item, it)| match it.holding.lock {
		Some(Lock::Custody(Custody { world, .. })) => Some((item, world)),
		_ => None,
	});
	let (item, world) = dice.of_or(kept, || (NO_ITEM, WorldId(0)))?;
	by(operator(world), ItemsCall::release_from_custody { item })
}
