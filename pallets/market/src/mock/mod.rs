// SPDX-License-Identifier: Apache-2.0
//! A chain of this pallet alone, with as much of the others as it asks for.

mod benchmarks;
mod checks;
mod goods;
mod ground;
mod players;
mod records;
mod start;
mod steps;
mod trades;
mod world;

pub(crate) use benchmarks::Helper;
pub(crate) use checks::*;
pub(crate) use goods::*;
pub(crate) use ground::*;
pub(crate) use players::*;
pub(crate) use records::*;
pub(crate) use start::*;
pub(crate) use steps::*;
pub(crate) use trades::*;
pub(crate) use world::*;

use crate as pallet_market;
use crate::Event;
use frame_support::{
	derive_impl,
	traits::{fungible::InspectHold, ConstU128, ConstU32},
	weights::constants::RocksDbWeight,
};
use freehold_primitives::{
	asset::UniqueId,
	chain::{AccountId, Balance, BlockNumber, Hash},
	fee::BasisPoints,
	ids::{AvatarId, CollectionId, EstateId, ItemId, KindId, WorldId},
	land::{Coordinates, ParcelId},
};
use sp_runtime::traits::IdentityLookup;

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
	pub type Market = pallet_market;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Self>;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type AccountData = pallet_balances::AccountData<Balance>;
	// So that it shows in weights how many records a call has to do with.
	type DbWeight = RocksDbWeight;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = System;
}

impl pallet_market::Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Worlds = TheWorld;
	type Avatars = Players;
	type Land = Ground;
	type Purses = Players;
	type Store = Records;
	type OrderDeposit = ConstU128<ORDER_DEPOSIT>;
	type AuctionDeposit = ConstU128<AUCTION_DEPOSIT>;
	type SweepReward = ConstU128<SWEEP_REWARD>;
	type MaxTrades = ConstU32<8>;
	type MaxLifetime = ConstU32<MAX_REST>;
	type MaxAuction = ConstU32<MAX_AUCTION>;
	type WeightInfo = pallet_market::weights::SubstrateWeight<Test>;
	type BenchmarkHelper = Helper;
}

// All are different, so that none is taken for another.
pub(crate) const ORDER_DEPOSIT: Balance = 10;
pub(crate) const AUCTION_DEPOSIT: Balance = 17;
pub(crate) const SWEEP_REWARD: Balance = 3;

/// Longest that an order may rest, in blocks.
pub(crate) const MAX_REST: BlockNumber = 500;
/// Longest that an auction may last, in blocks.
pub(crate) const MAX_AUCTION: BlockNumber = 200;

/// The block in which a test begins.
pub(crate) const NOW: BlockNumber = 1;
/// Last block of what tests put on the market, if they do not say otherwise.
pub(crate) const UNTIL: BlockNumber = 100;
/// Last block for bids in auctions of tests, if they do not say otherwise.
pub(crate) const ENDS: BlockNumber = 50;
/// Last block for late bids in auctions of tests, if they do not say otherwise.
pub(crate) const LATEST: BlockNumber = 70;

/// All of a payment, in basis points: who is paid agrees to whatever is taken off.
pub(crate) const ALL: BasisPoints = 10_000;

pub(crate) const WORLD: WorldId = WorldId(7);
pub(crate) const TREASURY: AvatarId = AvatarId(0);
pub(crate) const ALICE: AvatarId = AvatarId(1);
pub(crate) const BOB: AvatarId = AvatarId(2);
pub(crate) const CAROL: AvatarId = AvatarId(3);
/// There is no such avatar.
pub(crate) const NOBODY: AvatarId = AvatarId(9);

/// Every avatar that has an owner when a test begins.
pub(crate) const EVERYONE: [AvatarId; 4] = [TREASURY, ALICE, BOB, CAROL];

/// What everyone has in the account, and in the purse, when a test begins.
pub(crate) const WEALTH: Balance = 1_000;

/// Of unique items, in the collection 0.
pub(crate) const BLADES: KindId = KindId { collection: CollectionId(0), index: 0 };
/// Of unique items, in the collection 1.
pub(crate) const SHIELDS: KindId = KindId { collection: CollectionId(1), index: 0 };
/// Stackable.
pub(crate) const ARROWS: KindId = KindId { collection: CollectionId(0), index: 1 };
/// Stackable.
pub(crate) const POTIONS: KindId = KindId { collection: CollectionId(1), index: 1 };

/// A blade; Alice has it.
pub(crate) const SWORD: UniqueId = item(0, 0);
/// Another blade; nobody has it unless a test says so.
pub(crate) const DAGGER: UniqueId = item(0, 1);
/// A shield; nobody has it unless a test says so.
pub(crate) const BUCKLER: UniqueId = item(1, 0);
/// Alice has it.
pub(crate) const ESTATE: UniqueId = UniqueId::Estate(EstateId(0));
/// Nobody has it unless a test says so.
pub(crate) const PARCEL: UniqueId =
	UniqueId::Parcel(ParcelId { world: WORLD, at: Coordinates::new(2, -3) });

/// Most coins that [`settler`] may move in all.
pub(crate) const CAP: Balance = 1_000;

const fn item(collection: u32, serial: u32) -> UniqueId {
	UniqueId::Item(ItemId { collection: CollectionId(collection), serial })
}

/// The account of the world's operator.
pub(crate) fn operator() -> AccountId {
	AccountId::new([100; 32])
}

/// The account of a settler with a cap.
pub(crate) fn settler() -> AccountId {
	AccountId::new([101; 32])
}

/// The account that owns the avatar when a test begins.
pub(crate) fn owner(avatar: AvatarId) -> AccountId {
	AccountId::new([u8::try_from(avatar.0).expect("tests have few avatars"); 32])
}

pub(crate) fn signed(avatar: AvatarId) -> RuntimeOrigin {
	RuntimeOrigin::signed(owner(avatar))
}

/// What is held of the owner for orders.
pub(crate) fn held(who: AvatarId) -> Balance {
	Balances::balance_on_hold(&crate::HoldReason::Order.into(), &owner(who))
}

/// What is held of the owner for auctions.
pub(crate) fn held_for_auctions(who: AvatarId) -> Balance {
	Balances::balance_on_hold(&crate::HoldReason::Auction.into(), &owner(who))
}

/// The money of the owner that is not held.
pub(crate) fn money(who: AvatarId) -> Balance {
	Balances::free_balance(owner(who))
}

/// The market's last event.
pub(crate) fn last_event() -> Event<Test> {
	match System::events().pop().map(|record| record.event) {
		Some(RuntimeEvent::Market(event)) => event,
		other => panic!("the market did something last, not {other:?}"),
	}
}

/// Makes `block` the current one.
pub(crate) fn go_to(block: BlockNumber) {
	System::set_block_number(block.into());
}

/// Begins the next block, after one with this hash.
pub(crate) fn begin_after(parent: Hash) {
	System::initialize(&(System::block_number() + 1), &parent, &Default::default());
}
