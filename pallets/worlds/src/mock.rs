// SPDX-License-Identifier: Apache-2.0
use crate as pallet_worlds;
use frame_support::{
	derive_impl, ensure,
	traits::{fungible::InspectHold, ConstU128, ConstU32},
};
use freehold_primitives::{
	chain::{Balance, BlockNumber},
	fee::Fee,
	ids::{AvatarId, WorldId},
	land::{Area, Coordinates},
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
	type WorldBond = ConstU128<BOND>;
	type SettlerDeposit = ConstU128<DEPOSIT>;
	type MaxSettlers = ConstU32<MAX_SETTLERS>;
	type WeightInfo = pallet_worlds::weights::SubstrateWeight<Test>;
}

pub(crate) const MONEY: Balance = 1_000;
pub(crate) const BOND: Balance = 100;
pub(crate) const DEPOSIT: Balance = 10;
pub(crate) const MAX_SETTLERS: u32 = 2;
pub(crate) const OPERATOR: AccountId = 1;
pub(crate) const RIVAL: AccountId = 2;
pub(crate) const SERVER: AccountId = 3;
pub(crate) const BACKUP: AccountId = 4;
/// The first world that is registered.
pub(crate) const WORLD: WorldId = WorldId(0);
/// A world that no test registers.
pub(crate) const NOWHERE: WorldId = WorldId(99);
/// The grid of the tests' worlds: 5 by 5 parcels.
pub(crate) const BOUNDS: Area = Area { min: Coordinates::new(-2, -2), max: Coordinates::new(2, 2) };

/// There are ten avatars; each account owns that of its own number.
pub struct Ten;

impl traits::Avatars<AccountId> for Ten {
	fn ensure_exists(avatar: AvatarId) -> DispatchResult {
		ensure!(avatar.0 < 10, DispatchError::Other("unknown avatar"));
		Ok(())
	}
	fn ensure_owner(who: &AccountId, avatar: AvatarId) -> DispatchResult {
		Self::ensure_exists(avatar)?;
		ensure!(*who == u64::from(avatar.0), DispatchError::Other("not yours"));
		Ok(())
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

/// A chain without worlds unless the test says so.
#[derive(Default)]
pub(crate) struct Chain {
	worlds: Vec<(AccountId, Option<Fee>)>,
	settlers: Vec<(AccountId, BlockNumber)>,
}

impl Chain {
	/// With a world that `owner` operates; the first is [`WORLD`].
	pub(crate) fn world(mut self, owner: AccountId, fee: Option<Fee>) -> Self {
		self.worlds.push((owner, fee));
		self
	}

	/// With a settler of [`WORLD`], which [`OPERATOR`] must operate.
	pub(crate) fn settler(mut self, settler: AccountId, valid_until: BlockNumber) -> Self {
		self.settlers.push((settler, valid_until));
		self
	}

	/// Runs the test in block 1, and checks the invariants after it.
	pub(crate) fn execute(self, test: impl FnOnce()) {
		let mut genesis = frame_system::GenesisConfig::<Test>::default()
			.build_storage()
			.expect("the system's genesis has no input");
		pallet_balances::GenesisConfig::<Test> {
			balances: vec![(OPERATOR, MONEY), (RIVAL, MONEY), (SERVER, MONEY)],
			..Default::default()
		}
		.assimilate_storage(&mut genesis)
		.expect("balances are above the existential deposit");
		sp_io::TestExternalities::new(genesis).execute_with(|| {
			System::set_block_number(1);
			for (owner, fee) in self.worlds {
				Worlds::register(RuntimeOrigin::signed(owner), BOUNDS, fee)
					.expect("the worlds of a test can be registered");
			}
			for (settler, valid_until) in self.settlers {
				let origin = RuntimeOrigin::signed(OPERATOR);
				Worlds::add_settler(origin, WORLD, settler, valid_until)
					.expect("the settlers of a test can be added");
			}
			test();
			Worlds::do_try_state().expect("every invariant holds after every test");
		});
	}
}
