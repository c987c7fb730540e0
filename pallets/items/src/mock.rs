// SPDX-License-Identifier: Apache-2.0
use crate as pallet_items;
use crate::{CollectionDetails, Form, HoldReason, Issuer};
use frame_support::{
	derive_impl, ensure,
	pallet_prelude::ValueQuery,
	storage_alias,
	traits::{fungible::InspectHold, ConstU128, ConstU32},
	BoundedVec, Identity,
};
use freehold_primitives::{
	benchmarking::{NewAvatar, NewWorld},
	chain::Balance,
	fee::Fee,
	ids::{AvatarId, CollectionId, ItemId, KindId, WorldId},
	key::CollectionKey,
	land::Coordinates,
	traits,
};
use sp_runtime::{BuildStorage, DispatchError, DispatchResult};
use std::collections::BTreeMap;

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
	type BenchmarkHelper = Helper;
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

/// Who operates the world, if not [`OPERATOR`].
#[storage_alias]
type Operator = StorageValue<Mock, AccountId>;

/// Who settles for the world, if not [`SETTLER`].
#[storage_alias]
type Hired = StorageValue<Mock, AccountId>;

/// Whether the world is suspended.
#[storage_alias]
type Suspended = StorageValue<Mock, bool, ValueQuery>;

/// How many records need the world.
#[storage_alias]
type WorldConsumers = StorageValue<Mock, u32, ValueQuery>;

/// Who owns an avatar, if not the account of its number.
#[storage_alias]
type Owners = StorageMap<Mock, Identity, AvatarId, AccountId>;

/// How many records name an avatar.
#[storage_alias]
type Consumers = StorageMap<Mock, Identity, AvatarId, u32, ValueQuery>;

/// One world, operated by [`OPERATOR`], for which [`SETTLER`] settles too.
pub struct TheWorld;

impl TheWorld {
	/// As if the operator had handed it over.
	pub(crate) fn belongs_to(who: AccountId) {
		Operator::put(who);
	}

	/// As if the operator had suspended it.
	pub(crate) fn suspend() {
		Suspended::put(true);
	}
}

impl traits::Worlds<AccountId> for TheWorld {
	fn owner(world: WorldId) -> Result<AccountId, DispatchError> {
		ensure!(world == WORLD, DispatchError::Other("unknown world"));
		Ok(Operator::get().unwrap_or(OPERATOR))
	}
	fn ensure_owner(who: &AccountId, world: WorldId) -> DispatchResult {
		ensure!(*who == Self::owner(world)?, DispatchError::Other("not owner"));
		Ok(())
	}
	fn ensure_settler(who: &AccountId, world: WorldId) -> DispatchResult {
		Self::ensure_open(world)?;
		let settles = [Self::owner(world)?, Hired::get().unwrap_or(SETTLER)].contains(who);
		ensure!(settles, DispatchError::Other("not settler"));
		Ok(())
	}
	fn ensure_open(world: WorldId) -> DispatchResult {
		Self::owner(world)?;
		ensure!(!Suspended::get(), DispatchError::Other("suspended"));
		Ok(())
	}
	fn ensure_contains(world: WorldId, _: Coordinates) -> DispatchResult {
		Self::owner(world).map(|_| ())
	}
	fn fee(world: WorldId) -> Result<Option<Fee>, DispatchError> {
		Self::owner(world).map(|_| None)
	}
	fn charge(who: &AccountId, world: WorldId, _: Balance) -> DispatchResult {
		Self::ensure_settler(who, world)
	}
	fn retain(world: WorldId) -> DispatchResult {
		Self::owner(world)?;
		WorldConsumers::mutate(|consumers| *consumers += 1);
		Ok(())
	}
	fn release(_: WorldId) {
		WorldConsumers::mutate(|consumers| *consumers -= 1);
	}
}

/// Each account owns the avatar of its own number; there are ten. Those that benchmarks make come
/// after them.
pub struct Pairs;

impl Pairs {
	/// As if the avatar had been sold.
	pub(crate) fn belongs_to(avatar: AvatarId, who: AccountId) {
		Owners::insert(avatar, who);
	}
}

impl traits::Avatars<AccountId> for Pairs {
	fn owner(avatar: AvatarId) -> Result<AccountId, DispatchError> {
		Self::ensure_exists(avatar)?;
		Ok(Owners::get(avatar).unwrap_or(avatar.0.into()))
	}
	fn tenure(_: AvatarId) -> Result<u32, DispatchError> {
		unreachable!("items do not ask who owned an avatar before")
	}
	fn ensure_exists(avatar: AvatarId) -> DispatchResult {
		ensure!(
			avatar.0 < 10 || Owners::contains_key(avatar),
			DispatchError::Other("unknown avatar")
		);
		Ok(())
	}
	fn ensure_owner(who: &AccountId, avatar: AvatarId) -> DispatchResult {
		ensure!(*who == Self::owner(avatar)?, DispatchError::Other("not yours"));
		Ok(())
	}
	fn retain(avatar: AvatarId, records: u32) -> DispatchResult {
		Self::ensure_exists(avatar)?;
		Consumers::mutate(avatar, |consumers| *consumers += records);
		Ok(())
	}
	fn release(avatar: AvatarId, records: u32) {
		Consumers::mutate(avatar, |consumers| *consumers -= records);
	}
}

/// For benchmarks: there is one world, which changes hands.
pub struct Helper;

impl NewAvatar<AccountId> for Helper {
	fn new_avatar(owner: &AccountId, _coins: Balance) -> AvatarId {
		let mut avatars = (10..).map(AvatarId);
		let avatar = avatars.find(|it| !Owners::contains_key(*it)).expect("a few");
		Pairs::belongs_to(avatar, *owner);
		avatar
	}
}

impl NewWorld<AccountId> for Helper {
	fn new_world(owner: &AccountId, _fee: Option<Fee>) -> WorldId {
		TheWorld::belongs_to(*owner);
		WORLD
	}

	fn new_settler(_world: WorldId, who: &AccountId) {
		Hired::put(who);
	}
}

/// How many records name the avatar.
pub(crate) fn consumers(avatar: AvatarId) -> u32 {
	Consumers::get(avatar)
}

/// How many records need the world.
pub(crate) fn world_consumers() -> u32 {
	WorldConsumers::get()
}

/// Every record is counted for the avatar or the world that it names.
fn assert_consumers_are_counted() {
	let mut counted = BTreeMap::<AvatarId, u32>::new();
	let issuers: Vec<_> = crate::Collections::<Test>::iter_values().map(|it| it.issuer).collect();
	let owners = crate::Items::<Test>::iter_values().map(|it| it.holding.owner);
	let holders = crate::Units::<Test>::iter_keys().map(|(_, avatar)| AvatarId::from(avatar));
	let avatars = issuers.iter().filter_map(|issuer| match issuer {
		Issuer::Avatar(avatar) => Some(*avatar),
		Issuer::World(_) => None,
	});
	for avatar in owners.chain(holders).chain(avatars) {
		*counted.entry(avatar).or_default() += 1;
	}
	for avatar in (0..10).map(AvatarId) {
		let records = counted.get(&avatar).copied().unwrap_or(0);
		assert_eq!(consumers(avatar), records, "records of avatar {avatar}");
	}
	let worlds = issuers.iter().filter(|issuer| matches!(issuer, Issuer::World(_))).count();
	assert_eq!(world_consumers() as usize, worlds, "records of the world");
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

	/// Runs the test, and checks the invariants and the counts of consumers after it.
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
			assert_consumers_are_counted();
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
