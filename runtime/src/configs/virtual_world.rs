// SPDX-License-Identifier: Apache-2.0

//! The virtual world: worlds, avatars, land, items and the market between them.

#![warn(missing_docs)]

use crate::{
	constants::{deposit, UNIT},
	ledger::Records,
	Avatars, Balance, Balances, Runtime, RuntimeHoldReason, Worlds,
};
use frame_support::{parameter_types, traits::ConstU32, PalletId};

parameter_types! {
	/// Held for a world: an operator has something to lose.
	pub const WorldBond: Balance = 100 * UNIT;
	/// For a settler's record: two keys and a block number.
	pub const SettlerDeposit: Balance = deposit(1, 100);
	/// For an avatar's records: its details and its purse.
	pub const AvatarDeposit: Balance = deposit(2, 190);
	/// For a device key's record.
	pub const DeviceDeposit: Balance = deposit(1, 82);
	/// For a parcel's record.
	pub const ParcelDeposit: Balance = deposit(1, 51);
	/// For a collection's record.
	pub const CollectionDeposit: Balance = deposit(1, 82);
	/// For a kind's record.
	pub const KindDeposit: Balance = deposit(1, 58);
	/// For an item's record.
	pub const ItemDeposit: Balance = deposit(1, 54);
	/// For a listing's record.
	pub const ListingDeposit: Balance = deposit(1, 114);
	/// Whose account holds the coins of all purses.
	pub const PursesPalletId: PalletId = PalletId(*b"fh/purse");
}

impl pallet_worlds::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Avatars = Avatars;
	type WorldBond = WorldBond;
	type SettlerDeposit = SettlerDeposit;
	type MaxSettlers = ConstU32<64>;
	type WeightInfo = pallet_worlds::weights::SubstrateWeight<Runtime>;
}

impl pallet_avatars::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type PalletId = PursesPalletId;
	type AvatarDeposit = AvatarDeposit;
	type DeviceDeposit = DeviceDeposit;
	type WeightInfo = pallet_avatars::weights::SubstrateWeight<Runtime>;
}

impl pallet_land::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Worlds = Worlds;
	type Avatars = Avatars;
	type ParcelDeposit = ParcelDeposit;
	type MaxIssue = ConstU32<2_048>;
	type WeightInfo = pallet_land::weights::SubstrateWeight<Runtime>;
}

impl pallet_items::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Worlds = Worlds;
	type Avatars = Avatars;
	type CollectionDeposit = CollectionDeposit;
	type KindDeposit = KindDeposit;
	type ItemDeposit = ItemDeposit;
	type MaxMint = ConstU32<1_024>;
	type WeightInfo = pallet_items::weights::SubstrateWeight<Runtime>;
}

impl pallet_market::Config for Runtime {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Worlds = Worlds;
	type Avatars = Avatars;
	type Store = Records;
	type ListingDeposit = ListingDeposit;
	/// A full batch of plain sales weighs about 280 ms, which fits a block's normal calls. One of
	/// wider trades does not, and must be cut.
	type MaxTrades = ConstU32<1_024>;
	type WeightInfo = pallet_market::weights::SubstrateWeight<Runtime>;
}
