// SPDX-License-Identifier: Apache-2.0
//! The dearest case of each call: what it takes is what the call weighs.

use crate::{
	badge_key,
	glue::OWNER_LANE,
	handle::{canonical, Handle},
	Avatars, Badges, Call, Config, DeviceLabels, Devices, Fact, Fills, HandleOf, Handles,
	NextAvatarId, Offers, Pallet, Profiles,
};
use alloc::vec;
use frame_benchmarking::v2::*;
use frame_support::traits::{fungible::Mutate, Get};
use frame_system::{pallet_prelude::OriginFor, RawOrigin};
use freehold_primitives::{
	benchmarking::*,
	chain::{Balance, BlockNumber, Hash},
	device::{Label, Limits, PublicKey},
	ids::{AvatarId, WorldId},
	key::AvatarKey,
	order::{self, Fill, MAX_FILLS},
	pointer::Pointer,
	purse::LaneIndex,
};

/// More than all deposits together.
const MONEY: Balance = 1 << 80;

/// Coins that move.
const COINS: Balance = 1 << 50;

const KEY: PublicKey = PublicKey::Ed25519([1; 32]);
const LIMITS: Limits = Limits { coins: 1, units: 1, items: 1, land: 1, estates: 1 };
const SLOT: LaneIndex = 1;
const BADGE: u32 = 1;

/// Money for an account.
fn fund<T: Config>(who: &T::AccountId) {
	T::Currency::mint_into(who, MONEY).expect("an account may have as much");
}

/// The origin of an account.
fn signed<T: Config>(who: &T::AccountId) -> OriginFor<T> {
	RawOrigin::Signed(who.clone()).into()
}

/// An avatar of `owner`, who is given money.
fn new_avatar<T: Config>(owner: &T::AccountId) -> AvatarId {
	fund::<T>(owner);
	let avatar = NextAvatarId::<T>::get();
	Pallet::<T>::create(signed::<T>(owner)).expect("the owner has the deposit");
	avatar
}

/// Leaves as many orders of a lane filled in part as there may be.
fn fill_orders<T: Config>(avatar: AvatarId, lane: LaneIndex) {
	let mut purse = Pallet::<T>::purse(avatar).expect("there is such an avatar");
	let mut fills = order::Fills::default();
	for number in 0..MAX_FILLS {
		purse.spend(lane, number).expect("the number is new");
		let order = Hash::repeat_byte(1);
		let fill = Fill { number, order, left: 1, valid_until: BlockNumber::MAX };
		fills.try_push(fill).expect("there may be as many");
	}
	Pallet::<T>::set_purse(avatar, purse);
	Pallet::<T>::set_fills(avatar, lane, fills);
}

/// An avatar of `owner` with a key and a label in every slot, each of which has signed orders that
/// were filled in part.
fn new_avatar_with_devices<T: Config>(owner: &T::AccountId) -> AvatarId {
	let avatar = new_avatar::<T>(owner);
	for slot in 1..8 {
		let world = Some(WorldId(0));
		let until = BlockNumber::MAX;
		Pallet::<T>::add_device(
			signed::<T>(owner),
			avatar,
			slot,
			KEY,
			until,
			world,
			Some(LIMITS),
			label(),
		)
		.expect("the slot is free");
		fill_orders::<T>(avatar, slot);
	}
	avatar
}

/// An avatar of `owner` with the longest handle.
fn new_avatar_with_handle<T: Config>(owner: &T::AccountId) -> AvatarId {
	let avatar = new_avatar::<T>(owner);
	Pallet::<T>::claim_handle(signed::<T>(owner), avatar, handle()).expect("nobody has it");
	avatar
}

/// An avatar of `owner` with all that it may have but coins: keys, orders that were filled in part,
/// a handle, and a profile.
fn new_complete_avatar<T: Config>(owner: &T::AccountId) -> AvatarId {
	let avatar = new_avatar_with_devices::<T>(owner);
	fill_orders::<T>(avatar, OWNER_LANE);
	Pallet::<T>::claim_handle(signed::<T>(owner), avatar, handle()).expect("nobody has it");
	Pallet::<T>::set_profile(signed::<T>(owner), avatar, Some(pointer()))
		.expect("the owner has the deposit");
	avatar
}

/// A world of another account, and the account that settles for it, which is given money.
fn new_world<T: Config>(settler: &T::AccountId) -> WorldId {
	let world = T::BenchmarkHelper::new_world(&account("operator", 0, 0), None);
	T::BenchmarkHelper::new_settler(world, settler);
	fund::<T>(settler);
	world
}

/// The longest label.
fn label() -> Label {
	Label::truncate_from(vec![b'a'; 32])
}

/// The longest handle, and the one whose canonical form is longest.
fn handle() -> Handle {
	Handle::truncate_from(vec![b'w'; 20])
}

/// The longest pointer.
fn pointer() -> Pointer {
	Pointer::truncate_from(vec![b'a'; 128])
}

/// The longest fact.
fn fact() -> Fact {
	Fact::truncate_from(vec![b'a'; 64])
}

/// Makes another account release the longest handle, and lets the time pass in which nobody else
/// may have it.
fn release_handle_and_wait<T: Config>() {
	let former = account("former", 0, 0);
	let avatar = new_avatar_with_handle::<T>(&former);
	Pallet::<T>::release_handle(signed::<T>(&former), avatar).expect("it has a handle");
	let cooled = Pallet::<T>::now().saturating_add(T::HandleCooldown::get());
	frame_system::Pallet::<T>::set_block_number(cooled.into());
}

/// The account that owns the avatar.
fn owner_of<T: Config>(avatar: AvatarId) -> Option<T::AccountId> {
	Avatars::<T>::get(AvatarKey::from(avatar)).map(|it| it.owner)
}

/// Whether the orders of a lane that [`fill_orders`] has used were voided.
fn is_voided<T: Config>(avatar: AvatarId, lane: LaneIndex) -> bool {
	Pallet::<T>::purse(avatar).is_some_and(|it| !it.remembers(lane, MAX_FILLS.saturating_sub(1)))
}

/// The coins in the avatar's purse.
fn coins_of<T: Config>(avatar: AvatarId) -> Option<Balance> {
	Pallet::<T>::purse(avatar).map(|it| it.balance)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn create() {
		let owner = whitelisted_caller();
		fund::<T>(&owner);
		let avatar = NextAvatarId::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(owner));

		assert!(Avatars::<T>::contains_key(AvatarKey::from(avatar)));
	}

	/// With a label.
	#[benchmark]
	fn add_device() {
		let owner = whitelisted_caller();
		let avatar = new_avatar::<T>(&owner);
		let (until, world) = (BlockNumber::MAX, Some(WorldId(0)));

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), avatar, SLOT, KEY, until, world, Some(LIMITS), label());

		assert!(DeviceLabels::<T>::contains_key(AvatarKey::from(avatar), SLOT));
	}

	/// Of a device with a label, which has signed orders that were filled in part.
	#[benchmark]
	fn revoke_device() {
		let owner = whitelisted_caller();
		let avatar = new_avatar_with_devices::<T>(&owner);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), avatar, SLOT);

		assert!(!Devices::<T>::contains_key(AvatarKey::from(avatar), SLOT));
		assert!(!Fills::<T>::contains_key(AvatarKey::from(avatar), SLOT));
		assert!(is_voided::<T>(avatar, SLOT));
	}

	/// With a key and a label in every slot, and orders of each that were filled in part.
	#[benchmark]
	fn revoke_all_devices() {
		let owner = whitelisted_caller();
		let avatar = new_avatar_with_devices::<T>(&owner);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), avatar);

		assert!(!Devices::<T>::contains_key(AvatarKey::from(avatar), SLOT));
		assert!(is_voided::<T>(avatar, SLOT));
	}

	/// Whose avatar it is makes no difference.
	#[benchmark]
	fn deposit() {
		let owner = whitelisted_caller();
		let avatar = new_avatar::<T>(&owner);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), avatar, COINS);

		assert_eq!(coins_of::<T>(avatar), Some(COINS));
	}

	#[benchmark]
	fn withdraw() {
		let owner = whitelisted_caller();
		let avatar = new_avatar::<T>(&owner);
		Pallet::<T>::deposit(signed::<T>(&owner), avatar, COINS).expect("the owner has the coins");

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), avatar, COINS);

		assert_eq!(coins_of::<T>(avatar), Some(0));
	}

	/// To another avatar.
	#[benchmark]
	fn pay() {
		let owner = whitelisted_caller();
		let from = new_avatar::<T>(&owner);
		let to = new_avatar::<T>(&owner);
		Pallet::<T>::deposit(signed::<T>(&owner), from, COINS).expect("the owner has the coins");

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), from, to, COINS);

		assert_eq!(coins_of::<T>(to), Some(COINS));
	}

	/// Of a handle that another account released, whose deposit is given back.
	#[benchmark]
	fn claim_handle() {
		release_handle_and_wait::<T>();
		let owner = whitelisted_caller();
		let avatar = new_avatar::<T>(&owner);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), avatar, handle());

		assert!(HandleOf::<T>::contains_key(AvatarKey::from(avatar)));
	}

	#[benchmark]
	fn release_handle() {
		let owner = whitelisted_caller();
		let avatar = new_avatar_with_handle::<T>(&owner);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), avatar);

		assert!(!HandleOf::<T>::contains_key(AvatarKey::from(avatar)));
	}

	/// The first, for which a deposit is held.
	#[benchmark]
	fn set_profile() {
		let owner = whitelisted_caller();
		let avatar = new_avatar::<T>(&owner);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), avatar, Some(pointer()));

		assert!(Profiles::<T>::contains_key(AvatarKey::from(avatar)));
	}

	/// To one account, which is stored.
	#[benchmark]
	fn offer() {
		let owner = whitelisted_caller();
		let avatar = new_avatar::<T>(&owner);
		let to = account::<T::AccountId>("to", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), avatar, COINS, Some(to));

		assert!(Offers::<T>::contains_key(AvatarKey::from(avatar)));
	}

	#[benchmark]
	fn withdraw_offer() {
		let owner = whitelisted_caller();
		let avatar = new_avatar::<T>(&owner);
		let to = account::<T::AccountId>("to", 0, 0);
		Pallet::<T>::offer(signed::<T>(&owner), avatar, COINS, Some(to))
			.expect("it was not offered");

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), avatar);

		assert!(!Offers::<T>::contains_key(AvatarKey::from(avatar)));
	}

	/// For a price, with a handle, a profile, a key and a label in every slot, and orders of every
	/// lane that were filled in part.
	#[benchmark]
	fn accept_offer() {
		let seller = account("seller", 0, 0);
		let avatar = new_complete_avatar::<T>(&seller);
		let buyer = whitelisted_caller::<T::AccountId>();
		fund::<T>(&buyer);
		Pallet::<T>::offer(signed::<T>(&seller), avatar, COINS, Some(buyer.clone()))
			.expect("it was not offered");
		let offered_at = Pallet::<T>::now();

		#[extrinsic_call]
		_(RawOrigin::Signed(buyer.clone()), avatar, offered_at, COINS);

		assert_eq!(owner_of::<T>(avatar), Some(buyer));
		assert_eq!(Fills::<T>::iter_prefix(AvatarKey::from(avatar)).count(), 0);
	}

	/// With a handle, a profile, a key and a label in every slot, and orders of every lane that
	/// were filled in part.
	#[benchmark]
	fn retire() {
		let owner = whitelisted_caller();
		let avatar = new_complete_avatar::<T>(&owner);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), avatar);

		assert_eq!(owner_of::<T>(avatar), None);
		assert_eq!(Fills::<T>::iter_prefix(AvatarKey::from(avatar)).count(), 0);
	}

	/// A new badge, by a settler.
	#[benchmark]
	fn attest() {
		let avatar = new_avatar::<T>(&account("owner", 0, 0));
		let settler = whitelisted_caller();
		let world = new_world::<T>(&settler);

		#[extrinsic_call]
		_(RawOrigin::Signed(settler), world, avatar, 0, BADGE, fact(), Some(BlockNumber::MAX));

		assert!(Badges::<T>::contains_key(AvatarKey::from(avatar), badge_key(world, BADGE)));
	}

	/// By the avatar's owner, who is found out last, of a badge that a settler attested, to whom
	/// the deposit is given back.
	#[benchmark]
	fn remove_badge() {
		let owner = whitelisted_caller();
		let avatar = new_avatar::<T>(&owner);
		let settler = account("settler", 0, 0);
		let world = new_world::<T>(&settler);
		let until = Some(BlockNumber::MAX);
		Pallet::<T>::attest(signed::<T>(&settler), world, avatar, 0, BADGE, fact(), until)
			.expect("the settler has the deposit");

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), world, avatar, BADGE);

		assert!(!Badges::<T>::contains_key(AvatarKey::from(avatar), badge_key(world, BADGE)));
	}

	/// Of a handle that another account released, whose deposit is given back but for the reward.
	#[benchmark]
	fn sweep_handle() {
		release_handle_and_wait::<T>();
		let caller = whitelisted_caller::<T::AccountId>();
		fund::<T>(&caller);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), handle());

		assert!(!Handles::<T>::contains_key(canonical(&handle())));
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::Chain::default(),
		crate::mock::Test,
		exec_name = execute
	);
}
