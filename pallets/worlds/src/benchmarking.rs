// SPDX-License-Identifier: Apache-2.0
//! The dearest case of each call: what it takes is what the call weighs.

use crate::{Call, Config, Metadata, Name, NextWorldId, Pallet, Settlers, WorldMetadata, Worlds};
use alloc::vec;
use frame_benchmarking::v2::*;
use frame_support::traits::{fungible::Unbalanced, tokens::Precision};
use frame_system::RawOrigin;
use freehold_primitives::{
	benchmarking::*,
	chain::{Balance, BlockNumber},
	fee::{BasisPoints, Fee},
	ids::WorldId,
	key::WorldKey,
	land::{Area, Coordinates},
	pointer::Pointer,
};

/// More than all deposits together.
const MONEY: Balance = 1 << 80;

const BOUNDS: Area = Area { min: Coordinates::new(-2, -2), max: Coordinates::new(2, 2) };
const WIDER: Area = Area { min: Coordinates::new(-3, -3), max: Coordinates::new(3, 3) };

/// Money for an account that has none.
fn fund<T: Config>(who: &T::AccountId) {
	T::Currency::increase_balance(who, MONEY, Precision::Exact)
		.expect("an account may have as much");
}

/// A fee, each for another avatar of the world's owner.
fn fee<T: Config>(owner: &T::AccountId, rate: BasisPoints) -> Option<Fee> {
	Some(Fee { to: T::BenchmarkHelper::new_avatar(owner, 0), rate })
}

/// A world of `owner`, who is given money, with a fee in force and a higher one announced, and
/// with all metadata that it may have.
fn new_world<T: Config>(owner: &T::AccountId) -> WorldId {
	fund::<T>(owner);
	let world = NextWorldId::<T>::get();
	let origin = || RawOrigin::Signed(owner.clone()).into();
	Pallet::<T>::register(origin(), BOUNDS, fee::<T>(owner, 1)).expect("the owner has the bond");
	Pallet::<T>::set_fee(origin(), world, fee::<T>(owner, 2)).expect("it may keep as much");
	Pallet::<T>::set_metadata(origin(), world, Some(metadata())).expect("the name is valid");
	world
}

/// The longest that there is.
fn metadata() -> Metadata {
	Metadata {
		name: Name::truncate_from(vec![b'a'; 64]),
		pointer: Pointer::truncate_from(vec![b'a'; 128]),
	}
}

/// Adds a settler with a cap.
fn new_settler<T: Config>(owner: &T::AccountId, world: WorldId) -> T::AccountId {
	let settler = account::<T::AccountId>("settler", 0, 0);
	let origin = RawOrigin::Signed(owner.clone()).into();
	Pallet::<T>::add_settler(origin, world, settler.clone(), BlockNumber::MAX, Some(1))
		.expect("the world has no other settler");
	settler
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// With a fee, whose payee has to be the owner's and is retained.
	#[benchmark]
	fn register() {
		let owner = whitelisted_caller();
		fund::<T>(&owner);
		let fee = fee::<T>(&owner, 1);
		let world = NextWorldId::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), BOUNDS, fee);

		assert!(Worlds::<T>::contains_key(WorldKey::from(world)));
	}

	/// One that is new, for which a deposit is held.
	#[benchmark]
	fn add_settler() {
		let owner = whitelisted_caller();
		let world = new_world::<T>(&owner);
		let settler = account::<T::AccountId>("settler", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), world, settler.clone(), BlockNumber::MAX, Some(1));

		assert!(Settlers::<T>::contains_key(WorldKey::from(world), &settler));
	}

	#[benchmark]
	fn remove_settler() {
		let owner = whitelisted_caller();
		let world = new_world::<T>(&owner);
		let settler = new_settler::<T>(&owner, world);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), world, settler.clone());

		assert!(!Settlers::<T>::contains_key(WorldKey::from(world), &settler));
	}

	/// A raise in place of another one that is announced: of three payees, one is retained, one
	/// released, and one both.
	#[benchmark]
	fn set_fee() {
		let owner = whitelisted_caller();
		let world = new_world::<T>(&owner);
		let fee = fee::<T>(&owner, 3);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), world, fee);

		let announced = Worlds::<T>::get(WorldKey::from(world)).and_then(|it| it.fee.announced);
		assert_eq!(announced.map(|it| it.fee), Some(fee));
	}

	/// In place of other metadata, and as long.
	#[benchmark]
	fn set_metadata() {
		let owner = whitelisted_caller();
		let world = new_world::<T>(&owner);
		let other = Metadata { name: Name::truncate_from(vec![b'b'; 64]), ..metadata() };

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), world, Some(other.clone()));

		assert_eq!(WorldMetadata::<T>::get(WorldKey::from(world)), Some(other));
	}

	#[benchmark]
	fn extend() {
		let owner = whitelisted_caller();
		let world = new_world::<T>(&owner);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), world, WIDER);

		assert_eq!(Worlds::<T>::get(WorldKey::from(world)).map(|it| it.bounds), Some(WIDER));
	}

	/// To an account: withdrawing stores less.
	#[benchmark]
	fn offer_ownership() {
		let owner = whitelisted_caller();
		let world = new_world::<T>(&owner);
		let to = account::<T::AccountId>("to", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), world, Some(to.clone()));

		let offered = Worlds::<T>::get(WorldKey::from(world)).and_then(|it| it.offered_to);
		assert_eq!(offered, Some(to));
	}

	/// With deposits of every kind that is kept elsewhere.
	#[benchmark]
	fn accept_ownership() {
		let former = account::<T::AccountId>("former", 0, 0);
		let world = new_world::<T>(&former);
		let avatar = T::BenchmarkHelper::new_avatar(&former, 0);
		T::BenchmarkHelper::new_land(world, BOUNDS.min, avatar);
		let to = whitelisted_caller::<T::AccountId>();
		fund::<T>(&to);
		let origin = RawOrigin::Signed(former).into();
		Pallet::<T>::offer_ownership(origin, world, Some(to.clone())).expect("it is not its own");

		#[extrinsic_call]
		_(RawOrigin::Signed(to.clone()), world, MONEY);

		assert_eq!(Worlds::<T>::get(WorldKey::from(world)).map(|it| it.owner), Some(to));
	}

	#[benchmark]
	fn suspend() {
		let owner = whitelisted_caller();
		let world = new_world::<T>(&owner);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), world);

		assert!(Worlds::<T>::get(WorldKey::from(world)).is_some_and(|it| it.suspended));
	}

	#[benchmark]
	fn resume() {
		let owner = whitelisted_caller::<T::AccountId>();
		let world = new_world::<T>(&owner);
		let origin = RawOrigin::Signed(owner.clone()).into();
		Pallet::<T>::suspend(origin, world).expect("it was not suspended");

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), world);

		assert!(Worlds::<T>::get(WorldKey::from(world)).is_some_and(|it| !it.suspended));
	}

	/// With metadata, and two payees to release.
	#[benchmark]
	fn close() {
		let owner = whitelisted_caller();
		let world = new_world::<T>(&owner);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), world);

		assert!(!Worlds::<T>::contains_key(WorldKey::from(world)));
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::Chain::default(),
		crate::mock::Test,
		exec_name = execute
	);
}
