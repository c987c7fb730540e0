// SPDX-License-Identifier: Apache-2.0
use crate as pallet_avatars;
use crate::HoldReason;
use frame_support::{
	derive_impl, parameter_types,
	traits::{fungible::InspectHold, ConstU128},
	weights::constants::RocksDbWeight,
	PalletId,
};
use freehold_primitives::{
	chain::{Balance, BlockNumber},
	device::{DeviceKey, PublicKey},
	ids::AvatarId,
	purse::LaneIndex,
};
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchResult};

pub(crate) type AccountId = sp_runtime::AccountId32;

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
	pub type Avatars = pallet_avatars;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Self>;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type AccountData = pallet_balances::AccountData<Balance>;
	type DbWeight = RocksDbWeight;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
	type AccountStore = System;
}

parameter_types! {
	pub const PotId: PalletId = PalletId(*b"fh/purse");
}

impl pallet_avatars::Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type PalletId = PotId;
	type AvatarDeposit = ConstU128<AVATAR_DEPOSIT>;
	type DeviceDeposit = ConstU128<DEVICE_DEPOSIT>;
	type WeightInfo = pallet_avatars::weights::SubstrateWeight<Test>;
}

pub(crate) const EXISTENTIAL_DEPOSIT: Balance = 5;
pub(crate) const AVATAR_DEPOSIT: Balance = 100;
pub(crate) const DEVICE_DEPOSIT: Balance = 10;
pub(crate) const ENDOWMENT: Balance = 1_000;
/// The block in which tests begin.
pub(crate) const NOW: BlockNumber = 20;
pub(crate) const ALICE: AccountId = account(1);
pub(crate) const BOB: AccountId = account(2);
pub(crate) const CAROL: AccountId = account(3);
/// The first two avatars of a test's chain.
pub(crate) const FIRST: AvatarId = AvatarId(0);
pub(crate) const SECOND: AvatarId = AvatarId(1);
/// An avatar of no test's chain.
pub(crate) const NOBODY: AvatarId = AvatarId(99);

pub(crate) const fn account(number: u8) -> AccountId {
	AccountId::new([number; 32])
}

/// The key that tests put in a slot.
pub(crate) fn device(slot: LaneIndex) -> DeviceKey {
	DeviceKey { key: PublicKey::Ed25519([slot; 32]), valid_until: NOW, world: None }
}

/// Adds [`device`] in a slot.
pub(crate) fn add_device(who: AccountId, avatar: AvatarId, slot: LaneIndex) -> DispatchResult {
	let DeviceKey { key, valid_until, world } = device(slot);
	Avatars::add_device(RuntimeOrigin::signed(who), avatar, slot, key, valid_until, world)
}

pub(crate) fn held(reason: HoldReason, who: &AccountId) -> Balance {
	Balances::balance_on_hold(&reason.into(), who)
}

/// The coins in an avatar's purse.
pub(crate) fn coins(avatar: AvatarId) -> Balance {
	Avatars::purse(avatar)
		.expect("tests ask for the purses of avatars that exist")
		.balance
}

/// An avatar with device keys in some slots, and coins in its purse.
struct Start {
	owner: AccountId,
	slots: Vec<LaneIndex>,
	coins: Balance,
}

/// A chain on which nobody has an avatar unless the test says so.
#[derive(Default)]
pub(crate) struct Chain {
	avatars: Vec<Start>,
}

impl Chain {
	/// With an avatar of `owner`'s. The first is [`FIRST`], and so on.
	pub(crate) fn avatar(mut self, owner: AccountId) -> Self {
		self.avatars.push(Start { owner, slots: Vec::new(), coins: 0 });
		self
	}

	/// With [`device`] keys in these slots of the last avatar.
	pub(crate) fn devices(mut self, slots: &[LaneIndex]) -> Self {
		self.last().slots = slots.to_vec();
		self
	}

	/// With coins in the purse of the last avatar, from its owner's account.
	pub(crate) fn coins(mut self, coins: Balance) -> Self {
		self.last().coins = coins;
		self
	}

	fn last(&mut self) -> &mut Start {
		self.avatars.last_mut().expect("tests begin with an avatar")
	}

	/// Runs the test, and checks the invariants after it.
	pub(crate) fn execute(self, test: impl FnOnce()) {
		let mut genesis = frame_system::GenesisConfig::<Test>::default()
			.build_storage()
			.expect("the system's genesis has no input");
		pallet_balances::GenesisConfig::<Test> {
			balances: vec![(ALICE, ENDOWMENT), (BOB, ENDOWMENT), (CAROL, ENDOWMENT)],
			..Default::default()
		}
		.assimilate_storage(&mut genesis)
		.expect("balances are above the existential deposit");
		pallet_avatars::GenesisConfig::<Test>::default()
			.assimilate_storage(&mut genesis)
			.expect("the pot's genesis has no input");
		sp_io::TestExternalities::new(genesis).execute_with(|| {
			System::set_block_number(NOW.into());
			for (id, start) in (0..).map(AvatarId).zip(self.avatars) {
				start.build(id);
			}
			test();
			Avatars::do_try_state().expect("every invariant holds after every test");
		});
	}
}

impl Start {
	fn build(self, avatar: AvatarId) {
		let origin = RuntimeOrigin::signed(self.owner.clone());
		Avatars::create(origin.clone()).expect("the owners of a test's avatars can pay for them");
		for slot in self.slots {
			add_device(self.owner.clone(), avatar, slot)
				.expect("the device keys of a test's avatars can be added");
		}
		if self.coins > 0 {
			Avatars::deposit(origin, avatar, self.coins)
				.expect("the owners of a test's avatars have the coins");
		}
	}
}
