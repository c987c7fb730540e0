// SPDX-License-Identifier: Apache-2.0

//! The benchmarks of our pallets, for `scripts/weights`, and what they need of each other.

#![warn(missing_docs)]

use crate::{
	genesis::ENDOWMENT, AccountId, AllPalletsWithSystem, Avatars, Balance, Balances, BlockNumber,
	Items, Land, Market, Runtime, RuntimeOrigin, Worlds,
};
use alloc::{string::String, vec, vec::Vec};
use frame_benchmarking::{BenchmarkBatch, BenchmarkConfig, BenchmarkList};
use frame_support::{
	traits::{fungible::Mutate, Get, StorageInfo, StorageInfoTrait, WhitelistedStorageKeys},
	BoundedVec,
};
use freehold_primitives::{
	benchmarking::{NewAvatar, NewItems, NewLand, NewWorld},
	fee::{Fee, MAX_ROYALTY},
	ids::{AvatarId, ItemId, KindId, WorldId},
	land::{Area, Coordinates, ParcelId, Zone},
	traits::{Avatars as _, Worlds as _},
};
use pallet_items::{Form, Issuer, Rules, Share, SuspendWorld};

frame_benchmarking::define_benchmarks!(
	[pallet_worlds, Worlds]
	[pallet_avatars, Avatars]
	[pallet_land, Land]
	[pallet_items, Items]
	[pallet_market, Market]
);

/// Which benchmarks there are, and which maps the runtime has.
pub fn list(extra: bool) -> (Vec<BenchmarkList>, Vec<StorageInfo>) {
	let mut list = Vec::new();
	list_benchmarks!(list, extra);
	(list, AllPalletsWithSystem::storage_info())
}

/// Runs a benchmark. What every block reads and writes anyway is not counted.
///
/// # Errors
/// If the benchmark has one.
pub fn run(config: BenchmarkConfig) -> Result<Vec<BenchmarkBatch>, String> {
	let whitelist = AllPalletsWithSystem::whitelisted_storage_keys();
	let mut batches = Vec::new();
	let params = (&config, &whitelist);
	add_benchmarks!(params, batches);
	Ok(batches)
}

/// Makes what the benchmarks of one pallet need of others, with their calls.
pub struct Helper;

const WIDEST: Area =
	Area { min: Coordinates::new(i16::MIN, i16::MIN), max: Coordinates::new(i16::MAX, i16::MAX) };

/// The origin of an account, which is given money for deposits and more.
fn rich(who: &AccountId) -> RuntimeOrigin {
	Balances::mint_into(who, ENDOWMENT).expect("there can be as much money");
	RuntimeOrigin::signed(who.clone())
}

/// The origin of who owns the avatar.
fn owner_of(avatar: AvatarId) -> RuntimeOrigin {
	rich(&Avatars::owner(avatar).expect("there is such an avatar"))
}

/// The origin of who operates the world.
fn operator_of(world: WorldId) -> RuntimeOrigin {
	rich(&Worlds::owner(world).expect("there is such a world"))
}

impl NewAvatar<AccountId> for Helper {
	fn new_avatar(owner: &AccountId, coins: Balance) -> AvatarId {
		let avatar = pallet_avatars::NextAvatarId::<Runtime>::get();
		Avatars::create(rich(owner)).expect("the owner has the deposit");
		if coins > 0 {
			Balances::mint_into(owner, coins).expect("there can be as much money");
			Avatars::deposit(rich(owner), avatar, coins).expect("the owner has the coins");
		}
		avatar
	}
}

impl NewWorld<AccountId> for Helper {
	fn new_world(owner: &AccountId, fee: Option<Fee>) -> WorldId {
		let world = pallet_worlds::NextWorldId::<Runtime>::get();
		Worlds::register(rich(owner), WIDEST, fee).expect("the owner has the bond");
		world
	}

	fn new_settler(world: WorldId, who: &AccountId) {
		let cap = Some(Balance::MAX);
		Worlds::add_settler(operator_of(world), world, who.clone(), BlockNumber::MAX, cap)
			.expect("the world may have another settler");
	}
}

impl SuspendWorld for Helper {
	fn suspend(world: WorldId) {
		Worlds::suspend(operator_of(world), world).expect("it goes on");
	}
}

impl NewLand for Helper {
	fn new_land(world: WorldId, at: Coordinates, owner: AvatarId) -> ParcelId {
		let parcel = BoundedVec::truncate_from(vec![(at, Zone::Open)]);
		Land::issue(operator_of(world), world, owner, parcel).expect("it was not issued");
		ParcelId { world, at }
	}
}

impl NewItems for Helper {
	fn new_items(owner: AvatarId, count: u32) -> Vec<ItemId> {
		let collection = pallet_items::NextCollectionId::<Runtime>::get();
		Items::create_collection(owner_of(owner), Issuer::Avatar(owner))
			.expect("the avatar is its owner's");
		let rules = Rules::LOOSEST;
		let royalty = BoundedVec::truncate_from(vec![Share { to: owner, rate: MAX_ROYALTY }]);
		Items::create_kind(owner_of(owner), collection, Form::Unique, None, rules, royalty)
			.expect("the avatar is its owner's");
		let kind = KindId { collection, index: 0 };
		let most: u32 = <Runtime as pallet_items::Config>::MaxMint::get();
		let mut left = count;
		while left > 0 {
			let batch = left.min(most);
			let to = BoundedVec::truncate_from(vec![owner; batch as usize]);
			Items::mint_items(owner_of(owner), kind, to).expect("the avatar may mint");
			left -= batch;
		}
		let item = |serial| ItemId { collection, serial };
		(0..count).map(item).collect()
	}
}
