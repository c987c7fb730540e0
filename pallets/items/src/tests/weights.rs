// SPDX-License-Identifier: Apache-2.0
//! Each call weighs what its own weight says, in the worst case before it is made.

use crate::{
	mock::*, weights::SubstrateWeight, Call, Form, Issuer, Rules, Value, WeightInfo, Write, Writer,
	MAX_ATTRIBUTES, MAX_INGREDIENTS, MAX_SHARES,
};
use frame_support::{
	dispatch::GetDispatchInfo,
	traits::Get,
	weights::{constants::WEIGHT_REF_TIME_PER_MILLIS, Weight},
};
use frame_system::limits::BlockWeights;

type W = SubstrateWeight<Test>;

/// What one call of the runtime's may take, in picoseconds: three quarters of the half second that a
/// block may, less the tenth that the SDK keeps for what a block begins with.
const MOST_TIME: u64 = 324 * WEIGHT_REF_TIME_PER_MILLIS;

/// What one call of the runtime's may name: more than one of the mock's, which tests can fill.
const MOST_MINTED: u32 = 1_024;
const MOST_TRANSFERS: u32 = 512;
const MOST_WRITES: u32 = 256;

/// Every call, in the order of their numbers, and what it weighs.
fn calls() -> [(Call<Test>, Weight); 31] {
	let (issuer, collection, kind, to) = (Issuer::World(WORLD), COLLECTION, SWORDS, avatar(ALICE));
	let (from, item, slot, world, reason, until) = (avatar(BOB), item(0), 0, WORLD, 0, 9);
	let (rules, royalty) = (Rules::LOOSEST, || shares(&[(ALICE, 1), (BOB, 1)]));
	let (form, amount, writer, recipe, draw) = (Form::Unique, 1, Writer::Issuer, RECIPE, DRAW);
	let (avatar, name, max_deposits) = (to, attribute_name("power"), ANY);
	let (max_royalty, max_attributes) = (0, 0);
	let made = crate::mock::recipe(&[(ARROWS, 1)], certain(SWORDS, 1));
	let transfers = vec![(item, to), (item, to)].try_into().expect("two are few");
	let changes = vec![(0, None), (1, None)].try_into().expect("two are few");
	let write = Write { item, key: 0, counter: 0, value: Value::default() };
	let writes = vec![write.clone(), write].try_into().expect("two are few");
	let items: crate::Inputs = vec![item, item].try_into().expect("two are few");
	[
		(Call::create_collection { issuer }, W::create_collection()),
		(
			Call::create_kind { collection, form, max_supply: None, rules, royalty: royalty() },
			W::create_kind(2),
		),
		(Call::mint_items { kind, to: avatars(&[ALICE, BOB]) }, W::mint_items(2)),
		(Call::mint_units { kind, to: amounts(&[(ALICE, 1), (BOB, 1)]) }, W::mint_units(2)),
		(Call::transfer_item { item, to }, W::transfer_item()),
		(Call::transfer_units { kind, from, to, amount }, W::transfer_units()),
		(Call::adopt_collection { collection, max_deposits }, W::adopt_collection()),
		(Call::set_metadata { collection, metadata: None }, W::set_metadata()),
		(Call::freeze_collection { collection }, W::freeze_collection()),
		(Call::offer_collection { collection, to: Some(issuer) }, W::offer_collection()),
		(Call::accept_collection { collection, max_deposits }, W::accept_collection()),
		(Call::loosen_kind { kind, rules }, W::loosen_kind()),
		(Call::lower_cap { kind, max_supply: 1 }, W::lower_cap()),
		(Call::set_royalty { kind, royalty: royalty() }, W::set_royalty(2)),
		(Call::collect_royalty { kind }, W::collect_royalty()),
		(Call::burn_item { item }, W::burn_item(MAX_ATTRIBUTES)),
		(Call::burn_units { kind, avatar, amount }, W::burn_units()),
		(Call::transfer_batch { transfers }, W::transfer_batch(2)),
		(Call::define_attribute { kind, name, writer }, W::define_attribute()),
		(Call::set_attributes { item, changes }, W::set_attributes(2)),
		(Call::write_attributes { world, writes }, W::write_attributes(2)),
		(Call::equip { avatar, slot, item }, W::equip()),
		(Call::unequip { avatar, slot }, W::unequip()),
		(Call::place_in_custody { item, world, reason, until }, W::place_in_custody()),
		(Call::release_from_custody { item }, W::release_from_custody()),
		(Call::create_recipe { collection, recipe: made, to }, W::create_recipe()),
		(Call::remove_recipe { recipe }, W::remove_recipe()),
		(
			Call::craft { avatar, recipe, items, max_royalty, max_attributes },
			W::craft(2, 2 * MAX_ATTRIBUTES),
		),
		(Call::settle_draw { draw }, W::settle_draw()),
		(Call::remove_kind { kind }, W::remove_kind(MAX_ATTRIBUTES)),
		(Call::remove_collection { collection }, W::remove_collection()),
	]
}

#[test]
fn each_call_weighs_what_its_own_weight_says() {
	for (number, (call, weight)) in calls().into_iter().enumerate() {
		assert_eq!(call.get_dispatch_info().call_weight, weight, "{call:?}");
		assert_eq!(codec::Encode::encode(&call).first().copied(), u8::try_from(number).ok());
		assert!(weight.ref_time() > 0, "{call:?}");
	}
}

#[test]
fn what_handles_more_weighs_more() {
	for (more, less) in [
		(W::create_kind(2), W::create_kind(1)),
		(W::mint_items(2), W::mint_items(1)),
		(W::mint_units(2), W::mint_units(1)),
		(W::set_royalty(2), W::set_royalty(1)),
		(W::burn_item(2), W::burn_item(1)),
		(W::transfer_batch(2), W::transfer_batch(1)),
		(W::set_attributes(2), W::set_attributes(1)),
		(W::write_attributes(2), W::write_attributes(1)),
		(W::craft(2, 5), W::craft(1, 5)),
		(W::craft(1, 6), W::craft(1, 5)),
		(W::remove_kind(2), W::remove_kind(1)),
	] {
		assert!(more.ref_time() > less.ref_time());
	}
}

/// What nothing is named in weighs something all the same: it is read and refused.
#[test]
fn what_handles_nothing_weighs_something() {
	for nothing in [
		Call::<Test>::mint_items { kind: SWORDS, to: avatars(&[]) },
		Call::mint_units { kind: ARROWS, to: amounts(&[]) },
		Call::transfer_batch { transfers: Default::default() },
		Call::set_attributes { item: item(0), changes: Default::default() },
		Call::write_attributes { world: WORLD, writes: Default::default() },
		Call::craft {
			avatar: avatar(ALICE),
			recipe: RECIPE,
			items: Default::default(),
			max_royalty: 0,
			max_attributes: 0,
		},
	] {
		assert!(nothing.get_dispatch_info().call_weight.ref_time() > 0, "{nothing:?}");
	}
}

#[test]
fn a_full_call_fits_a_block() {
	let most = Weight::from_parts(MOST_TIME, u64::MAX);
	for full in [
		W::create_kind(MAX_SHARES),
		W::mint_items(MOST_MINTED),
		W::mint_units(MOST_MINTED),
		W::set_royalty(MAX_SHARES),
		W::collect_royalty(),
		W::burn_item(MAX_ATTRIBUTES),
		W::transfer_batch(MOST_TRANSFERS),
		W::set_attributes(MAX_ATTRIBUTES),
		W::write_attributes(MOST_WRITES),
		W::craft(MAX_INGREDIENTS, MAX_INGREDIENTS * MAX_ATTRIBUTES),
		W::remove_kind(MAX_ATTRIBUTES),
	] {
		assert!(full.all_lte(most), "{full:?}");
	}
}

/// Rounds begin in every block, before anything else is done there.
#[test]
fn a_round_begins_at_no_cost_to_speak_of() {
	let block: BlockWeights = <Test as frame_system::Config>::BlockWeights::get();

	assert!(W::advance_round().ref_time() > 0);
	assert!(W::advance_round().ref_time() < block.max_block.ref_time() / 100);
}
