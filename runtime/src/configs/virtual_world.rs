// SPDX-License-Identifier: Apache-2.0

//! The virtual world: worlds, avatars, land, items and the market between them.
//!
//! A deposit pays for the longest form of its records, with their keys and the 32 bytes that name
//! their map. Records that come and go together have one deposit. A test compares the numbers
//! with the types: where a type changes, a deposit changes only on purpose, as what is held already
//! has to be given back exactly.

#![warn(missing_docs)]

use crate::{
	constants::{
		deposit, DRAW_ROUND, HANDLE_COOLDOWN, MAX_AUCTION, MAX_CUSTODY, MAX_ORDER_LIFETIME,
		SWEEP_REWARD, UNIT,
	},
	ledger::Records,
	Avatars, Balance, Balances, Land, Runtime, RuntimeHoldReason, Worlds,
};
use frame_support::{parameter_types, traits::ConstU32, PalletId};
use freehold_primitives::order::MAX_LIFETIME;

parameter_types! {
	/// Held for a world: an operator has something to lose. It pays for the metadata too.
	pub const WorldBond: Balance = 100 * UNIT;
	/// For a settler's record.
	pub const SettlerDeposit: Balance = deposit(1, 125);
	/// For an avatar's records: its details, its purse, and the orders of its owner that are partly
	/// filled.
	pub const AvatarDeposit: Balance = deposit(3, 584);
	/// For a device key's record, its label, and the orders it signed that are partly filled.
	pub const DeviceDeposit: Balance = deposit(3, 576);
	/// For a handle's records: the one that others find it by, and the one as it is written.
	pub const HandleDeposit: Balance = deposit(2, 187);
	/// For a profile's record.
	pub const ProfileDeposit: Balance = deposit(1, 166);
	/// For a badge's record, and the count of a world's badges that begins with the first.
	pub const BadgeDeposit: Balance = deposit(2, 199);
	/// For the record of an avatar's offer.
	pub const OfferDeposit: Balance = deposit(1, 89);
	/// For a parcel's record, and the four bytes of its place in the ground of an estate.
	pub const ParcelDeposit: Balance = deposit(1, 67);
	/// For a sale's record.
	pub const SaleDeposit: Balance = deposit(1, 69);
	/// For an estate's records: its details and its ground, without the places in it.
	pub const EstateDeposit: Balance = deposit(2, 141);
	/// For a content's record.
	pub const ContentDeposit: Balance = deposit(1, 227);
	/// For the record of a right or a ban.
	pub const StandingDeposit: Balance = deposit(1, 108);
	/// For the record of a lease that is offered.
	pub const LeaseOfferDeposit: Balance = deposit(1, 147);
	/// For a lease's record.
	pub const LeaseDeposit: Balance = deposit(1, 208);
	/// For a collection's record.
	pub const CollectionDeposit: Balance = deposit(1, 104);
	/// For a collection's name and pointer.
	pub const MetadataDeposit: Balance = deposit(1, 233);
	/// For a kind's records: its details, its royalties, and what has accrued of them.
	pub const KindDeposit: Balance = deposit(3, 236);
	/// For an item's record.
	pub const ItemDeposit: Balance = deposit(1, 67);
	/// For the record of a key of attributes.
	pub const AttributeKeyDeposit: Balance = deposit(1, 83);
	/// For an attribute's record.
	pub const AttributeDeposit: Balance = deposit(1, 147);
	/// For a recipe's record.
	pub const RecipeDeposit: Balance = deposit(1, 349);
	/// For a draw's record.
	pub const DrawDeposit: Balance = deposit(1, 225);
	/// For the record of a resting order.
	pub const OrderDeposit: Balance = deposit(1, 370);
	/// For an auction's record.
	pub const AuctionDeposit: Balance = deposit(1, 282);
	/// What whoever clears away a record that is over gets of its deposit.
	pub const SweepReward: Balance = SWEEP_REWARD;
	/// Whose account holds the coins of all purses.
	pub const PursesPalletId: PalletId = PalletId(*b"fh/purse");
}

impl pallet_worlds::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Avatars = Avatars;
	type Deposits = Land;
	type WorldBond = WorldBond;
	type SettlerDeposit = SettlerDeposit;
	type MaxSettlers = ConstU32<64>;
	/// No order that could have been settled before a higher fee was announced is alive when it takes
	/// effect.
	type FeeNotice = ConstU32<{ MAX_LIFETIME + 1 }>;
	type WeightInfo = pallet_worlds::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_avatars::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Worlds = Worlds;
	type PalletId = PursesPalletId;
	type AvatarDeposit = AvatarDeposit;
	type DeviceDeposit = DeviceDeposit;
	type HandleDeposit = HandleDeposit;
	type ProfileDeposit = ProfileDeposit;
	type OfferDeposit = OfferDeposit;
	type BadgeDeposit = BadgeDeposit;
	type SweepReward = SweepReward;
	type HandleCooldown = ConstU32<HANDLE_COOLDOWN>;
	type MaxBadges = ConstU32<64>;
	type WeightInfo = pallet_avatars::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_land::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Worlds = Worlds;
	type Avatars = Avatars;
	type Purses = Avatars;
	type ParcelDeposit = ParcelDeposit;
	type SaleDeposit = SaleDeposit;
	type EstateDeposit = EstateDeposit;
	type ContentDeposit = ContentDeposit;
	type StandingDeposit = StandingDeposit;
	type LeaseOfferDeposit = LeaseOfferDeposit;
	type LeaseDeposit = LeaseDeposit;
	type SweepReward = SweepReward;
	type MaxParcels = ConstU32<1_024>;
	type MaxTransfers = ConstU32<512>;
	type MaxEstateParcels = ConstU32<16_384>;
	type WeightInfo = pallet_land::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_items::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Worlds = Worlds;
	type Avatars = Avatars;
	type CollectionDeposit = CollectionDeposit;
	type KindDeposit = KindDeposit;
	type Purses = Avatars;
	type MetadataDeposit = MetadataDeposit;
	type ItemDeposit = ItemDeposit;
	type AttributeKeyDeposit = AttributeKeyDeposit;
	type AttributeDeposit = AttributeDeposit;
	type RecipeDeposit = RecipeDeposit;
	type DrawDeposit = DrawDeposit;
	type MaxMint = ConstU32<1_024>;
	type MaxTransfers = ConstU32<512>;
	type MaxWrites = ConstU32<256>;
	type MaxCustody = ConstU32<MAX_CUSTODY>;
	/// What each block adds, with or without a primary slot. BABE's own randomness of an epoch is of
	/// no use here: primary blocks alone add to it, and by hundreds, so that most epochs add nothing.
	type Randomness = pallet_babe::ParentBlockRandomness<Runtime>;
	type RoundLength = ConstU32<DRAW_ROUND>;
	type WeightInfo = pallet_items::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_market::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Worlds = Worlds;
	type Avatars = Avatars;
	type Land = Land;
	type Purses = Avatars;
	type Store = Records;
	type OrderDeposit = OrderDeposit;
	type AuctionDeposit = AuctionDeposit;
	type SweepReward = SweepReward;
	type MaxLifetime = ConstU32<MAX_ORDER_LIFETIME>;
	type MaxAuction = ConstU32<MAX_AUCTION>;
	/// A full batch of items sold for coins is charged for two thirds of what one normal call may
	/// weigh, before it is looked at. One of much wider trades does not fit, and must be cut.
	type MaxTrades = ConstU32<256>;
	type WeightInfo = pallet_market::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}
