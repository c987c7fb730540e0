// SPDX-License-Identifier: Apache-2.0

//! Money: balances, and the fees that transactions pay.

#![warn(missing_docs)]

use crate::{
	constants::{
		EXISTENTIAL_DEPOSIT, FEE_PER_BYTE, FEE_PER_PICOSECOND, OPERATIONAL_FEE_MULTIPLIER,
	},
	AccountId, Authorship, Balance, Balances, Runtime, RuntimeEvent, RuntimeFreezeReason,
	RuntimeHoldReason, System,
};
use frame_support::{
	parameter_types,
	traits::{
		fungible::{Balanced, Credit},
		ConstU128, ConstU32, ConstU8, OnUnbalanced, VariantCountOf,
	},
	weights::ConstantMultiplier,
};
use pallet_transaction_payment::{FungibleAdapter, Multiplier, TargetedFeeAdjustment};
use sp_runtime::{FixedPointNumber, Perquintill};

impl pallet_balances::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type WeightInfo = pallet_balances::weights::SubstrateWeight<Runtime>;
	type Balance = Balance;
	/// Dust is burned.
	type DustRemoval = ();
	type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
	type AccountStore = System;
	type ReserveIdentifier = [u8; 8];
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxLocks = ConstU32<50>;
	type MaxReserves = ConstU32<50>;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
	type DoneSlashHandler = ();
}

/// Gives fees and tips to the author of the block: until validators are paid otherwise, fees are
/// all they earn. An author can fill a block with transactions of their own at no cost but the
/// fees of those left out, as anywhere where authors are paid by fees.
///
/// What has no author, or what the author's account can't receive, is burned.
pub struct FeesToAuthor;

impl OnUnbalanced<Credit<AccountId, Balances>> for FeesToAuthor {
	fn on_nonzero_unbalanced(fees: Credit<AccountId, Balances>) {
		if let Some(author) = Authorship::author() {
			// A refused credit is burned when it is dropped.
			drop(Balances::resolve(&author, fees));
		}
	}
}

parameter_types! {
	/// How full of normal calls blocks should be: above it fees rise, below it they fall.
	pub const TargetBlockFullness: Perquintill = Perquintill::from_percent(25);
	/// How fast fees move. With every block full they double in 2.6 hours; with every block
	/// empty they halve in 7.7: slow enough to sign a transaction by, fast enough to tire spam.
	pub FeeVariability: Multiplier = Multiplier::saturating_from_rational(1, 10_000);
	/// The least multiplier. From here a block just above the target still raises it.
	pub MinimumFeeMultiplier: Multiplier = Multiplier::saturating_from_rational(1, 10);
	/// The greatest multiplier: 26 hours of full blocks, after which honest users must not be
	/// priced out any further.
	pub MaximumFeeMultiplier: Multiplier = Multiplier::saturating_from_integer(1_000);
}

/// Moves the fee multiplier with the load of the chain.
pub type FeeAdjustment = TargetedFeeAdjustment<
	Runtime,
	TargetBlockFullness,
	FeeVariability,
	MinimumFeeMultiplier,
	MaximumFeeMultiplier,
>;

impl pallet_transaction_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type OnChargeTransaction = FungibleAdapter<Balances, FeesToAuthor>;
	type WeightToFee = ConstantMultiplier<Balance, ConstU128<FEE_PER_PICOSECOND>>;
	type LengthToFee = ConstantMultiplier<Balance, ConstU128<FEE_PER_BYTE>>;
	type FeeMultiplierUpdate = FeeAdjustment;
	type OperationalFeeMultiplier = ConstU8<OPERATIONAL_FEE_MULTIPLIER>;
	type WeightInfo = pallet_transaction_payment::weights::SubstrateWeight<Runtime>;
}
