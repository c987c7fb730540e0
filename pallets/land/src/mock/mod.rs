// SPDX-License-Identifier: Apache-2.0
//! A chain of this pallet alone, with as much of the others as it asks for.

mod benchmarks;
mod checks;
mod names;
mod owners;
mod start;
mod trade;
mod worlds;

pub(crate) use benchmarks::Helper;
pub(crate) use checks::*;
pub(crate) use names::*;
pub(crate) use owners::*;
pub(crate) use start::*;
pub(crate) use trade::*;
pub(crate) use worlds::*;

use crate as pallet_land;
use frame_support::{
	derive_impl,
	dispatch::DispatchResultWithPostInfo,
	storage::with_transaction,
	traits::{fungible::InspectHold, ConstU128, ConstU32},
};
use freehold_primitives::{
	asset::Lock,
	chain::{Balance, BlockNumber},
	ids::{AuctionId, AvatarId, OrderId, WorldId},
};
use sp_runtime::{DispatchError, TransactionOutcome};

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
	type Worlds = TwoWorlds;
	type Avatars = Pairs;
	type Purses = Coins;
	type ParcelDeposit = ConstU128<DEPOSIT>;
	type SaleDeposit = ConstU128<SALE_DEPOSIT>;
	type EstateDeposit = ConstU128<ESTATE_DEPOSIT>;
	type ContentDeposit = ConstU128<CONTENT_DEPOSIT>;
	type StandingDeposit = ConstU128<STANDING_DEPOSIT>;
	type LeaseOfferDeposit = ConstU128<LEASE_OFFER_DEPOSIT>;
	type LeaseDeposit = ConstU128<LEASE_DEPOSIT>;
	type SweepReward = ConstU128<SWEEP_REWARD>;
	type MaxParcels = ConstU32<MAX_PARCELS>;
	type MaxTransfers = ConstU32<MAX_PARCELS>;
	type MaxEstateParcels = ConstU32<MAX_ESTATE_PARCELS>;
	type WeightInfo = pallet_land::weights::SubstrateWeight<Test>;
	type BenchmarkHelper = Helper;
}

// All are different, so that no deposit is taken for another.
pub(crate) const DEPOSIT: Balance = 10;
pub(crate) const SALE_DEPOSIT: Balance = 3;
pub(crate) const ESTATE_DEPOSIT: Balance = 5;
pub(crate) const CONTENT_DEPOSIT: Balance = 7;
pub(crate) const STANDING_DEPOSIT: Balance = 11;
pub(crate) const LEASE_OFFER_DEPOSIT: Balance = 13;
pub(crate) const LEASE_DEPOSIT: Balance = 17;
pub(crate) const SWEEP_REWARD: Balance = 2;

/// By what a site is locked that is listed.
pub(crate) const LISTED: Lock = Lock::Order(OrderId(0));
/// By what a site is locked that is up for auction.
pub(crate) const UP_FOR_AUCTION: Lock = Lock::Auction(AuctionId(0));

pub(crate) const MAX_PARCELS: u32 = 6;
pub(crate) const MAX_ESTATE_PARCELS: u32 = 10;

pub(crate) const WORLD: WorldId = WorldId(7);
pub(crate) const OTHER_WORLD: WorldId = WorldId(6);
pub(crate) const OPERATOR: AccountId = 1;
pub(crate) const ALICE: AccountId = 2;
pub(crate) const BOB: AccountId = 3;
pub(crate) const CAROL: AccountId = 4;

/// The other avatar of [`ALICE`].
pub(crate) const SECOND: AvatarId = AvatarId(20);

/// What every account has, free or on hold, and every purse, when a test begins.
pub(crate) const WEALTH: Balance = 1_000;

/// Makes `number` the current block.
pub(crate) fn run_to(number: BlockNumber) {
	System::set_block_number(number.into());
}

/// What is held of the account for parcels.
pub(crate) fn held(who: AccountId) -> Balance {
	held_for(crate::HoldReason::Parcel, who)
}

/// What is held of the account for a reason.
pub(crate) fn held_for(reason: crate::HoldReason, who: AccountId) -> Balance {
	Balances::balance_on_hold(&reason.into(), &who)
}

/// Whether a call that is refused for this reason has read the ground of an estate before: without
/// any it would be refused for another.
pub(crate) fn reads_a_ground(
	call: impl FnOnce() -> DispatchResultWithPostInfo,
	refused: impl Into<DispatchError>,
) -> bool {
	let mut refusal = None;
	let _ = with_transaction(|| {
		let cleared = crate::Grounds::<Test>::clear(u32::MAX, None);
		assert!(cleared.maybe_cursor.is_none());
		refusal = call().err().map(|it| it.error);
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
	});
	refusal != Some(refused.into())
}
