// SPDX-License-Identifier: Apache-2.0
use crate as pallet_land;
use frame_support::{
	derive_impl, parameter_types,
	traits::{fungible::InspectHold, ConstU128, ConstU32},
	BoundedVec,
};
use freehold_primitives::{
	chain::Balance,
	fee::Fee,
	ids::{AvatarId, WorldId},
	land::{Area, Coordinates, ParcelId, Zone},
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
	pub type Land = pallet_land;
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

impl pallet_land::Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Worlds = TheWorld;
	type Avatars = Pairs;
	type ParcelDeposit = ConstU128<DEPOSIT>;
	type MaxIssue = ConstU32<4>;
	type WeightInfo = pallet_land::weights::SubstrateWeight<Test>;
}

pub(crate) const DEPOSIT: Balance = 10;
pub(crate) const WORLD: WorldId = WorldId(7);
pub(crate) const OPERATOR: AccountId = 1;
pub(crate) const ALICE: AccountId = 2;
pub(crate) const BOB: AccountId = 3;

parameter_types! {
	pub const Bounds: Area = Area { min: Coordinates::new(-2, -2), max: Coordinates::new(2, 2) };
}

/// One world, of 5 by 5 parcels, operated by [`OPERATOR`].
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
		Self::ensure_owner(who, world)
	}
	fn ensure_contains(world: WorldId, at: Coordinates) -> DispatchResult {
		Self::owner(world)?;
		if Bounds::get().contains(at) {
			Ok(())
		} else {
			Err(DispatchError::Other("outside"))
		}
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

pub(crate) fn parcel(x: i16, y: i16) -> ParcelId {
	ParcelId { world: WORLD, at: Coordinates::new(x, y) }
}

/// Places, all in one zone.
pub(crate) fn places(
	zone: Zone,
	places: &[(i16, i16)],
) -> BoundedVec<(Coordinates, Zone), ConstU32<4>> {
	let places: Vec<_> = places.iter().map(|&(x, y)| (Coordinates::new(x, y), zone)).collect();
	places.try_into().expect("tests name at most four")
}

pub(crate) fn held(who: AccountId) -> Balance {
	Balances::balance_on_hold(&crate::HoldReason::Parcel.into(), &who)
}

/// A chain with one world, on which nothing was issued unless the test says so.
#[derive(Default)]
pub(crate) struct World {
	parcels: Vec<(AccountId, (i16, i16), Zone)>,
}

impl World {
	/// With a parcel of `owner`'s avatar.
	pub(crate) fn parcel(mut self, owner: AccountId, at: (i16, i16), zone: Zone) -> Self {
		self.parcels.push((owner, at, zone));
		self
	}

	/// Runs the test, and checks the invariants after it.
	pub(crate) fn execute(self, test: impl FnOnce()) {
		let mut genesis = frame_system::GenesisConfig::<Test>::default()
			.build_storage()
			.expect("the system's genesis has no input");
		pallet_balances::GenesisConfig::<Test> {
			balances: vec![(OPERATOR, 1_000), (ALICE, 1_000), (BOB, 1_000)],
			..Default::default()
		}
		.assimilate_storage(&mut genesis)
		.expect("balances are above the existential deposit");
		sp_io::TestExternalities::new(genesis).execute_with(|| {
			System::set_block_number(1);
			for (owner, at, zone) in self.parcels {
				let origin = RuntimeOrigin::signed(OPERATOR);
				Land::issue(origin, WORLD, avatar(owner), places(zone, &[at]))
					.expect("the parcels of a test's world can be issued");
			}
			test();
			Land::do_try_state().expect("every invariant holds after every test");
		});
	}
}
