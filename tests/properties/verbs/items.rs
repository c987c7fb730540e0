// SPDX-License-Identifier: Apache-2.0
use super::{by, Deed, Verb};
use crate::{
	dice::Dice,
	state::{holder, operator, owner, some_avatar, some_world},
};
use freehold_primitives::{
	asset::UniqueId,
	chain::AccountId,
	ids::{AvatarId, CollectionId, ItemId, KindId},
};
use freehold_runtime::{Items, Runtime};
use freehold_tests::{names::*, stage::sword};
use pallet_items::{Form, Issuer};

pub(super) const VERBS: &[Verb] = &[
	Verb::new("create_collection", 1, create_collection),
	Verb::new("create_kind", 2, create_kind),
	Verb::new("mint_items", 2, mint_items),
	Verb::new("mint_units", 2, mint_units),
	Verb::new("transfer_item", 2, transfer_item),
	Verb::new("transfer_units", 2, transfer_units),
	Verb::new("adopt_collection", 3, adopt_collection),
];

/// No collection.
const NONE: CollectionId = CollectionId(99);

fn creator(issuer: Issuer) -> Option<AccountId> {
	match issuer {
		Issuer::World(world) => operator(world),
		Issuer::Avatar(avatar) => owner(avatar),
	}
}

fn creator_of(collection: CollectionId) -> Option<AccountId> {
	Items::collection(collection).and_then(|details| creator(details.issuer))
}

/// Mostly a kind of this form.
fn some_kind(dice: &Dice, form: Form) -> Option<KindId> {
	let any = dice.rarely();
	let kinds = pallet_items::Kinds::<Runtime>::iter()
		.filter(|(_, details)| any || details.form == form)
		.map(|(kind, _)| KindId::from(kind));
	dice.of_or(kinds, || KindId { collection: NONE, index: 0 })
}

fn create_collection(dice: &Dice) -> Option<Deed> {
	let issuer = if dice.coin() {
		Issuer::World(some_world(dice))
	} else {
		Issuer::Avatar(some_avatar(dice))
	};
	by(creator(issuer), ItemsCall::create_collection { issuer })
}

fn create_kind(dice: &Dice) -> Option<Deed> {
	let collections = pallet_items::Collections::<Runtime>::iter_keys().map(CollectionId::from);
	let collection = dice.of_or(collections, || NONE)?;
	let form = if dice.coin() { Form::Unique } else { Form::Stackable };
	let max_supply = dice.maybe(|| dice.below(6).into());
	by(creator_of(collection), ItemsCall::create_kind { collection, form, max_supply })
}

fn mint_items(dice: &Dice) -> Option<Deed> {
	let kind = some_kind(dice, Form::Unique)?;
	let count = if dice.rarely() { 0 } else { 1 + dice.below(2) };
	let to: Vec<_> = (0..count).map(|_| some_avatar(dice)).collect();
	let to = to.try_into().expect("a call mints as many");
	by(creator_of(kind.collection), ItemsCall::mint_items { kind, to })
}

fn mint_units(dice: &Dice) -> Option<Deed> {
	let (kind, to) = (some_kind(dice, Form::Stackable)?, some_avatar(dice));
	let amount = u64::from(dice.below(30));
	// Near the end of what can be counted, too.
	let amount = if dice.rarely() { u64::MAX - amount } else { amount };
	by(creator_of(kind.collection), ItemsCall::mint_units { kind, to, amount })
}

fn transfer_item(dice: &Dice) -> Option<Deed> {
	let items = pallet_items::Items::<Runtime>::iter_keys().map(ItemId::from);
	let (item, to) = (dice.of_or(items, || sword(99))?, some_avatar(dice));
	by(holder(UniqueId::Item(item)), ItemsCall::transfer_item { item, to })
}

fn transfer_units(dice: &Dice) -> Option<Deed> {
	let (kind, from, amount) = dice.of(pallet_items::Units::<Runtime>::iter())?;
	let (kind, from, to) = (KindId::from(kind), AvatarId::from(from), some_avatar(dice));
	let amount = match dice.below(6) {
		0 => amount.saturating_add(1),
		1 => amount,
		_ => u64::from(dice.below(30)).min(amount),
	};
	by(owner(from), ItemsCall::transfer_units { kind, from, to, amount })
}

/// Of a collection whose world or avatar has changed hands.
fn adopt_collection(dice: &Dice) -> Option<Deed> {
	let collections = pallet_items::Collections::<Runtime>::iter();
	let orphans = collections.filter(|(_, it)| creator(it.issuer).as_ref() != Some(&it.payer));
	let orphans = orphans.map(|(collection, _)| CollectionId::from(collection));
	let collection = dice.of_or(orphans, || CollectionId(0))?;
	by(creator_of(collection), ItemsCall::adopt_collection { collection })
}
