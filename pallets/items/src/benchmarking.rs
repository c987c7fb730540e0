// SPDX-License-Identifier: Apache-2.0
//! The dearest case of each call: what it takes is what the call weighs.

use crate::{Call, Collections, Config, Form, Issuer, Kinds, NextCollectionId, Pallet};
use alloc::vec;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{fungible::Unbalanced, tokens::Precision, Get},
	BoundedVec,
};
use frame_system::{pallet_prelude::OriginFor, RawOrigin};
use freehold_primitives::{
	benchmarking::*,
	chain::Balance,
	ids::{AvatarId, ItemId, KindId},
	key::{CollectionKey, KindKey},
};

/// More than all deposits together.
const MONEY: Balance = 1 << 80;

/// Most of every kind.
const SUPPLY: Option<u64> = Some(u64::MAX);

/// The origin of an account.
fn signed<T: Config>(who: &T::AccountId) -> OriginFor<T> {
	RawOrigin::Signed(who.clone()).into()
}

/// Money for an account.
fn fund<T: Config>(who: &T::AccountId) {
	T::Currency::increase_balance(who, MONEY, Precision::Exact)
		.expect("an account may have as much");
}

/// A new avatar of the account.
fn new_avatar<T: Config>(owner: &T::AccountId) -> AvatarId {
	T::BenchmarkHelper::new_avatar(owner, 0)
}

/// A kind in a collection of its own. The account must own the issuer, and is given money.
fn new_kind<T: Config>(who: &T::AccountId, issuer: Issuer, form: Form) -> KindId {
	fund::<T>(who);
	let collection = NextCollectionId::<T>::get();
	Pallet::<T>::create_collection(signed::<T>(who), issuer).expect("the issuer is the account's");
	Pallet::<T>::create_kind(signed::<T>(who), collection, form, SUPPLY)
		.expect("the issuer is the account's");
	KindId { collection, index: 0 }
}

/// A kind of a world for which `settler` acts, and which another account operates.
fn new_kind_of_world<T: Config>(settler: &T::AccountId, form: Form) -> KindId {
	let operator = account("operator", 0, 0);
	let world = T::BenchmarkHelper::new_world(&operator, None);
	T::BenchmarkHelper::new_settler(world, settler);
	new_kind::<T>(&operator, Issuer::World(world), form)
}

/// An item of the avatar, which the account must own.
fn new_item<T: Config>(who: &T::AccountId, owner: AvatarId) -> ItemId {
	let kind = new_kind::<T>(who, Issuer::Avatar(owner), Form::Unique);
	let to = BoundedVec::truncate_from(vec![owner]);
	Pallet::<T>::mint_items(signed::<T>(who), kind, to).expect("the issuer is the account's");
	ItemId { collection: kind.collection, serial: 0 }
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// Of an avatar: it has two records, and a world one.
	#[benchmark]
	fn create_collection() {
		let owner = whitelisted_caller();
		fund::<T>(&owner);
		let issuer = Issuer::Avatar(new_avatar::<T>(&owner));
		let collection = NextCollectionId::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), issuer);

		assert!(Collections::<T>::contains_key(CollectionKey::from(collection)));
	}

	/// Of an avatar: it has two records, and a world one.
	#[benchmark]
	fn create_kind() {
		let owner = whitelisted_caller();
		let issuer = Issuer::Avatar(new_avatar::<T>(&owner));
		let KindId { collection, .. } = new_kind::<T>(&owner, issuer, Form::Unique);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), collection, Form::Stackable, SUPPLY);

		assert!(Kinds::<T>::contains_key(KindKey::from(KindId { collection, index: 1 })));
	}

	/// To so many avatars, each another, by a settler, while the deposits are held of the world's
	/// owner.
	#[benchmark]
	fn mint_items(n: Linear<1, { T::MaxMint::get() }>) {
		let settler = whitelisted_caller();
		let kind = new_kind_of_world::<T>(&settler, Form::Unique);
		let owner = account("owner", 0, 0);
		let to = BoundedVec::truncate_from((0..n).map(|_| new_avatar::<T>(&owner)).collect());

		#[extrinsic_call]
		_(RawOrigin::Signed(settler), kind, to);

		assert_eq!(Pallet::<T>::collection(kind.collection).map(|it| it.items), Some(n));
	}

	/// By a settler, to an avatar that has none of the kind.
	#[benchmark]
	fn mint_units() {
		let settler = whitelisted_caller();
		let kind = new_kind_of_world::<T>(&settler, Form::Stackable);
		let to = new_avatar::<T>(&account("owner", 0, 0));

		#[extrinsic_call]
		_(RawOrigin::Signed(settler), kind, to, 1);

		assert_eq!(Pallet::<T>::units_of(kind, to), 1);
	}

	/// To another avatar.
	#[benchmark]
	fn transfer_item() {
		let owner = whitelisted_caller();
		let item = new_item::<T>(&owner, new_avatar::<T>(&owner));
		let to = new_avatar::<T>(&account("other", 0, 0));

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), item, to);

		assert_eq!(Pallet::<T>::item(item).map(|it| it.holding.owner), Some(to));
	}

	/// The last that the avatar has, to one that has none: both count their records anew.
	#[benchmark]
	fn transfer_units() {
		let owner = whitelisted_caller();
		let from = new_avatar::<T>(&owner);
		let kind = new_kind::<T>(&owner, Issuer::Avatar(from), Form::Stackable);
		Pallet::<T>::mint_units(signed::<T>(&owner), kind, from, 1)
			.expect("the issuer is the account's");
		let to = new_avatar::<T>(&account("other", 0, 0));

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), kind, from, to, 1);

		assert_eq!(Pallet::<T>::units_of(kind, to), 1);
	}

	/// Of an avatar, with a kind and an item, so that there are deposits of every sort.
	#[benchmark]
	fn adopt_collection() {
		let owner = whitelisted_caller::<T::AccountId>();
		let ItemId { collection, .. } = new_item::<T>(&owner, new_avatar::<T>(&owner));
		// As if the avatar had been someone else's.
		let former = account("former", 0, 0);
		fund::<T>(&former);
		let details = Pallet::<T>::collection(collection).expect("it was created");
		Pallet::<T>::do_adopt_collection(former, collection, details)
			.expect("the account has the deposits");

		#[extrinsic_call]
		_(RawOrigin::Signed(owner.clone()), collection);

		assert_eq!(Pallet::<T>::collection(collection).map(|it| it.payer), Some(owner));
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::World::default(),
		crate::mock::Test,
		exec_name = execute
	);
}
