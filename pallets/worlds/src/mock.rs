// SPDX-License-Identifier: Apache-2.0
use crate as pallet_worlds;
use crate::{Metadata, Name};
use frame_support::{
	derive_impl, ensure,
	pallet_prelude::ValueQuery,
	storage_alias,
	traits::{fungible::InspectHold, ConstU128, ConstU32},
	Identity,
};
use freehold_primitives::{
	benchmarking::{NewAvatar, NewLand},
	chain::{Balance, BlockNumber},
	fee::{BasisPoints, Fee},
	ids::{AvatarId, WorldId},
	land::{Area, Coordinates, ParcelId},
	pointer::Pointer,
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
	pub type Worlds = pallet_worlds;
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

impl pallet_worlds::Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Avatars = Ten;
	type Deposits = Land;
	type WorldBond = ConstU128<BOND>;
	type SettlerDeposit = ConstU128<DEPOSIT>;
	type MaxSettlers = ConstU32<MAX_SETTLERS>;
	type FeeNotice = ConstU32<NOTICE>;
	type WeightInfo = pallet_worlds::weights::SubstrateWeight<Test>;
	type BenchmarkHelper = Helper;
}

pub(crate) const MONEY: Balance = 1_000;
pub(crate) const BOND: Balance = 100;
pub(crate) const DEPOSIT: Balance = 10;
pub(crate) const MAX_SETTLERS: u32 = 2;
pub(crate) const NOTICE: BlockNumber = 5;
pub(crate) const OPERATOR: AccountId = 1;
pub(crate) const RIVAL: AccountId = 2;
pub(crate) const SERVER: AccountId = 3;
/// Has no money.
pub(crate) const BACKUP: AccountId = 4;
/// Whom the land's deposits can't be handed over to.
pub(crate) const BARRED: AccountId = 5;
/// The first world that is registered.
pub(crate) const WORLD: WorldId = WorldId(0);
/// A world that no test registers.
pub(crate) const NOWHERE: WorldId = WorldId(99);
/// The grid of the tests' worlds: 5 by 5 parcels.
pub(crate) const BOUNDS: Area = Area { min: Coordinates::new(-2, -2), max: Coordinates::new(2, 2) };

/// There are ten avatars: those below 6 are [`OPERATOR`]'s, the others [`RIVAL`]'s. Those that
/// benchmarks make come after them.
pub struct Ten;

/// Who owns each avatar that a benchmark has made.
#[storage_alias]
type Made = StorageMap<Ten, Identity, AvatarId, AccountId>;

/// How many records name each avatar, as [`Ten`] was told.
#[storage_alias]
pub(crate) type Named = StorageMap<Ten, Identity, AvatarId, u32, ValueQuery>;

impl traits::Avatars<AccountId> for Ten {
	fn owner(avatar: AvatarId) -> Result<AccountId, DispatchError> {
		let owner = match avatar.0 {
			0..6 => Some(OPERATOR),
			6..10 => Some(RIVAL),
			_ => Made::get(avatar),
		};
		owner.ok_or(DispatchError::Other("unknown avatar"))
	}
	fn tenure(_: AvatarId) -> Result<u32, DispatchError> {
		unreachable!("worlds do not ask who owned an avatar before")
	}
	fn ensure_exists(avatar: AvatarId) -> DispatchResult {
		Self::owner(avatar).map(drop)
	}
	fn ensure_owner(who: &AccountId, avatar: AvatarId) -> DispatchResult {
		ensure!(*who == Self::owner(avatar)?, DispatchError::Other("not yours"));
		Ok(())
	}
	fn retain(avatar: AvatarId, records: u32) -> DispatchResult {
		Self::ensure_exists(avatar)?;
		Named::mutate(avatar, |count| *count += records);
		Ok(())
	}
	fn release(avatar: AvatarId, records: u32) {
		Named::mutate(avatar, |count| {
			*count = count.checked_sub(records).expect("only what was retained is released");
		});
	}
}

/// Keeps deposits beside the registry.
pub struct Land;

/// Of whom [`Land`] holds the deposits of a world that was handed over.
#[storage_alias]
pub(crate) type Payer = StorageMap<Land, Identity, WorldId, AccountId>;

impl traits::WorldDeposits<AccountId> for Land {
	fn hand_over(world: WorldId, from: &AccountId, to: &AccountId) -> DispatchResult {
		ensure!(*to != BARRED, DispatchError::Other("barred"));
		let payer = Payer::get(world).unwrap_or(*from);
		ensure!(payer == *from, DispatchError::Other("not the payer"));
		Payer::insert(world, to);
		Ok(())
	}
}

/// For benchmarks: land needs nothing.
pub struct Helper;

impl NewAvatar<AccountId> for Helper {
	fn new_avatar(owner: &AccountId, _coins: Balance) -> AvatarId {
		let avatar = AvatarId((10..).find(|id| !Made::contains_key(AvatarId(*id))).expect("a few"));
		Made::insert(avatar, owner);
		avatar
	}
}

impl NewLand for Helper {
	fn new_land(world: WorldId, at: Coordinates, _owner: AvatarId) -> ParcelId {
		ParcelId { world, at }
	}
}

/// A fee of `rate` for an avatar.
pub(crate) fn fee(to: u32, rate: BasisPoints) -> Option<Fee> {
	Some(Fee { to: AvatarId(to), rate })
}

/// How many records name the avatar.
pub(crate) fn named(avatar: u32) -> u32 {
	Named::get(AvatarId(avatar))
}

/// Metadata with this name, and a pointer.
pub(crate) fn called(name: &[u8]) -> Metadata {
	Metadata {
		name: Name::try_from(name.to_vec()).expect("the names of the tests are short"),
		pointer: Pointer::truncate_from(b"ipfs://more".to_vec()),
	}
}

/// The bonds held of the account.
pub(crate) fn bonds(who: AccountId) -> Balance {
	Balances::balance_on_hold(&crate::HoldReason::WorldBond.into(), &who)
}

/// The deposits held of the account.
pub(crate) fn deposits(who: AccountId) -> Balance {
	Balances::balance_on_hold(&crate::HoldReason::Settler.into(), &who)
}

/// Every fee of a stored schedule retains its payee once.
pub(crate) fn assert_payees_retained() {
	let mut payees = BTreeMap::<AvatarId, u32>::new();
	for details in crate::Worlds::<Test>::iter_values() {
		let announced = details.fee.announced.and_then(|it| it.fee);
		for fee in [details.fee.current, announced].into_iter().flatten() {
			*payees.entry(fee.to).or_default() += 1;
		}
	}
	let retained: BTreeMap<_, _> = Named::iter().filter(|(_, count)| *count > 0).collect();
	assert_eq!(retained, payees);
}

/// A chain without worlds unless the test says so.
#[derive(Default)]
pub(crate) struct Chain {
	worlds: Vec<(AccountId, Option<Fee>)>,
	settlers: Vec<(AccountId, BlockNumber, Option<Balance>)>,
	named: Option<Metadata>,
	offered_to: Option<AccountId>,
	suspended: bool,
}

impl Chain {
	/// With a world that `owner` operates; the first is [`WORLD`].
	pub(crate) fn world(mut self, owner: AccountId, fee: Option<Fee>) -> Self {
		self.worlds.push((owner, fee));
		self
	}

	/// With a settler of [`WORLD`], which [`OPERATOR`] must operate, here and below.
	pub(crate) fn settler(mut self, settler: AccountId, valid_until: BlockNumber) -> Self {
		self.settlers.push((settler, valid_until, None));
		self
	}

	/// With a settler that may settle `cap` coins in a block.
	pub(crate) fn capped(
		mut self,
		settler: AccountId,
		valid_until: BlockNumber,
		cap: Balance,
	) -> Self {
		self.settlers.push((settler, valid_until, Some(cap)));
		self
	}

	/// Where [`WORLD`] says this of itself.
	pub(crate) fn named(mut self, metadata: Metadata) -> Self {
		self.named = Some(metadata);
		self
	}

	/// Where [`WORLD`] is offered to an account.
	pub(crate) fn offered_to(mut self, to: AccountId) -> Self {
		self.offered_to = Some(to);
		self
	}

	/// Where [`WORLD`] is suspended.
	pub(crate) fn suspended(mut self) -> Self {
		self.suspended = true;
		self
	}

	/// Runs the test in block 1, and checks the invariants after it.
	pub(crate) fn execute(self, test: impl FnOnce()) {
		let mut genesis = frame_system::GenesisConfig::<Test>::default()
			.build_storage()
			.expect("the system's genesis has no input");
		pallet_balances::GenesisConfig::<Test> {
			balances: [OPERATOR, RIVAL, SERVER, BARRED].map(|who| (who, MONEY)).into(),
			..Default::default()
		}
		.assimilate_storage(&mut genesis)
		.expect("balances are above the existential deposit");
		sp_io::TestExternalities::new(genesis).execute_with(|| {
			System::set_block_number(1);
			self.set_the_scene();
			test();
			Worlds::do_try_state().expect("every invariant holds after every test");
			assert_payees_retained();
		});
	}

	fn set_the_scene(self) {
		for (owner, fee) in self.worlds {
			Worlds::register(RuntimeOrigin::signed(owner), BOUNDS, fee)
				.expect("the worlds of a test can be registered");
		}
		let operator = || RuntimeOrigin::signed(OPERATOR);
		for (settler, valid_until, cap) in self.settlers {
			Worlds::add_settler(operator(), WORLD, settler, valid_until, cap)
				.expect("the settlers of a test can be added");
		}
		if self.named.is_some() {
			Worlds::set_metadata(operator(), WORLD, self.named).expect("the name is valid");
		}
		if self.offered_to.is_some() {
			Worlds::offer_ownership(operator(), WORLD, self.offered_to)
				.expect("the world is offered to another account");
		}
		if self.suspended {
			Worlds::suspend(operator(), WORLD).expect("the world was open");
		}
	}
}
