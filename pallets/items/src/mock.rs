// SPDX-License-Identifier: Apache-2.0
use crate as pallet_items;
use crate::{CollectionDetails, Form, HoldReason, Issuer};
use frame_support::{
	derive_impl,
	traits::{fungible::InspectHold, ConstU128, ConstU32},
	BoundedVec,
};
use freehold_primitives::{
	chain::Balance,
	fee::Fee,
	ids::{AvatarId, CollectionId, ItemId, KindId, WorldId},
	key::CollectionKey,
	land::Coordinates,
	traits,
};
use sp_runtime::{BuildStorage, DispatchError, DispatchResult};

pub(crate) type AccountId = u64;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(2)]
	pub type Items = pallet_items;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Self>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = System;
}

impl pallet_items::Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Worlds = TheWorld;
	type Avatars = Pairs;
	type CollectionDeposit = ConstU128<COLLECTION_DEPOSIT>;
	type KindDeposit = ConstU128<KIND_DEPOSIT>;
	type ItemDeposit = ConstU128<ITEM_DEPOSIT>;
	type MaxMint = ConstU32<4>;
	type WeightInfo = pallet_items::weights::SubstrateWeight<Test>;
}

pub(crate) const COLLECTION_DEPOSIT: Balance = 30;
pub(crate) const KIND_DEPOSIT: Balance = 20;
pub(crate) const ITEM_DEPOSIT: Balance = 10;
pub(crate) const MONEY: Balance = 1_000;

pub(crate) const WORLD: WorldId = WorldId(7);
pub(crate) const OPERATOR: AccountId = 1;
pub(crate) const ALICE: AccountId = 2;
pub(crate) const BOB: AccountId = 3;
pub(crate) const SETTLER: AccountId = 4;

/// The first collection.
pub(crate) const COLLECTION: CollectionId = CollectionId(0);
/// Unique, at most three.
pub(crate) const SWORDS: KindId = KindId { collection: COLLECTION, index: 0 };
/// Stackable, at most a hundred.
pub(crate) const ARROWS: KindId = KindId { collection: COLLECTION, index: 1 };

/// One world, operated by [`OPERATOR`], for which [`SETTLER`] settles too.
pub struct TheWorld;

impl traits::Worlds<AccountId> for TheWorld {
	fn owner(world: WorldId) -> Result<AccountId, DispatchError> {
		if world == WORLD {
			Ok(OPERATOR)
		} else {
			Err(DispatchError::Other("unknown world"))
		}
	}
	fn ensure_owner(who: &AccountId, world: WorldId) -> DispatchResult {
		if *who == Self::owner(world)? {
			Ok(())
		} else {
			Err(DispatchError::Other("not owner"))
		}
	}
	fn ensure_settler(who: &AccountId, world: WorldId) -> DispatchResult {
		if [Self::owner(world)?, SETTLER].contains(who) {
			Ok(())
		} else {
			Err(DispatchError::Other("not settler"))
		}
	}
	fn ensure_contains(world: WorldId, _: Coordinates) -> DispatchResult {
		Self::owner(world).map(|_| ())
	}
	fn fee(world: WorldId) -> Result<Option<Fee>, DispatchError> {
		Self::owner(world).map(|_| None)
	}
}

/// Each account owns the avatar of its own number; there are ten.
pub struct Pairs;

impl traits::Avatars<AccountId> for Pairs {
	fn ensure_exists(avatar: AvatarId) -> DispatchResult {
		if avatar.0 < 10 {
			Ok(())
		} else {
			Err(DispatchError::Other("unknown avatar"))
		}
	}
	fn ensure_owner(who: &AccountId, avatar: AvatarId) -> DispatchResult {
		Self::ensure_exists(avatar)?;
		if *who == u64::from(avatar.0) {
			Ok(())
		} else {
			Err(DispatchError::Other("not yours"))
		}
	}
}

/// The avatar that the account owns.
pub(crate) fn avatar(who: AccountId) -> AvatarId {
	AvatarId(u32::try_from(who).expect("accounts of tests are small"))
}

/// The avatars that the accounts own.
pub(crate) fn avatars(owners: &[AccountId]) -> BoundedVec<AvatarId, ConstU32<4>> {
	let avatars: Vec<_> = owners.iter().map(|&who| avatar(who)).collect();
	avatars.try_into().expect("tests name at most four")
}

/// An item of the first collection.
pub(crate) fn item(serial: u32) -> ItemId {
	ItemId { collection: COLLECTION, serial }
}

pub(crate) fn held(reason: HoldReason, who: AccountId) -> Balance {
	Balances::balance_on_hold(&reason.into(), &who)
}

/// Changes the record of the first collection behind the pallet's back.
pub(crate) fn change_collection(change: impl FnOnce(&mut CollectionDetails<AccountId>)) {
	crate::Collections::<Test>::mutate(CollectionKey::from(COLLECTION), |details| {
		change(details.as_mut().expect("the world has a catalogue"));
	});
}

/// A chain with one world, on which nothing was created unless the test says so.
#[derive(Default)]
pub(crate) struct World {
	catalogue: bool,
	swords: Vec<AccountId>,
	arrows: Vec<(AccountId, u64)>,
}

impl World {
	/// With a collection of the world, which has [`SWORDS`] and [`ARROWS`].
	pub(crate) fn with_catalogue() -> Self {
		Self { catalogue: true, ..Self::default() }
	}

	/// With a sword of `owner`'s avatar.
	pub(crate) fn sword(mut self, owner: AccountId) -> Self {
		self.swords.push(owner);
		self
	}

	/// With arrows of `owner`'s avatar.
	pub(crate) fn arrows(mut self, owner: AccountId, amount: u64) -> Self {
		self.arrows.push((owner, amount));
		self
	}

	/// Runs the test, and checks the invariants after it.
	pub(crate) fn execute(self, test: impl FnOnce()) {
		let mut genesis = frame_system::GenesisConfig::<Test>::default()
			.build_storage()
			.expect("the system's genesis has no input");
		pallet_balances::GenesisConfig::<Test> {
			balances: vec![(OPERATOR, MONEY), (ALICE, MONEY), (BOB, MONEY)],
			..Default::default()
		}
		.assimilate_storage(&mut genesis)
		.expect("balances are above the existential deposit");
		sp_io::TestExternalities::new(genesis).execute_with(|| {
			System::set_block_number(1);
			self.build().expect("what a test's world has can be created");
			test();
			Items::do_try_state().expect("every invariant holds after every test");
		});
	}

	fn build(self) -> DispatchResult {
		let operator = || RuntimeOrigin::signed(OPERATOR);
		if self.catalogue {
			Items::create_collection(operator(), Issuer::World(WORLD))?;
			Items::create_kind(operator(), COLLECTION, Form::Unique, Some(3))?;
			Items::create_kind(operator(), COLLECTION, Form::Stackable, Some(100))?;
		}
		for owner in self.swords {
			Items::mint_items(operator(), SWORDS, avatars(&[owner]))?;
		}
		for (owner, amount) in self.arrows {
			Items::mint_units(operator(), ARROWS, avatar(owner), amount)?;
		}
		Ok(())
	}
}
