// SPDX-License-Identifier: Apache-2.0

//! The numbers of the chain. Most of them are consensus: a change needs a runtime upgrade, and
//! the slot and epoch durations can never change after genesis.

#![warn(missing_docs)]

use frame_support::weights::constants::WEIGHT_REF_TIME_PER_MILLIS;
use freehold_primitives::chain::{Balance, BlockNumber};

/// A millionth of a [`UNIT`].
pub const MICROUNIT: Balance = 1_000_000;
/// A thousandth of a [`UNIT`].
pub const MILLIUNIT: Balance = 1_000 * MICROUNIT;
/// One FHD: 12 decimals.
pub const UNIT: Balance = 1_000 * MILLIUNIT;

/// The least an account may hold: below it the account is removed and the rest burned.
pub const EXISTENTIAL_DEPOSIT: Balance = 10 * MILLIUNIT;

/// The deposit for a storage record.
pub const DEPOSIT_PER_ITEM: Balance = 100 * MILLIUNIT;
/// The deposit for a stored byte, of key or value: about one FHD per KiB.
pub const DEPOSIT_PER_BYTE: Balance = MILLIUNIT;

/// The deposit for `items` storage records that hold `bytes` bytes of keys and values together.
pub const fn deposit(items: u32, bytes: u32) -> Balance {
	items as Balance * DEPOSIT_PER_ITEM + bytes as Balance * DEPOSIT_PER_BYTE
}

/// What whoever clears away a record that is over gets of its deposit: more than the call costs
/// when blocks are not full.
pub const SWEEP_REWARD: Balance = 50 * MILLIUNIT;

/// What a friend stakes on an attempt to recover an account, and loses if the owner is not lost.
pub const RECOVERY_STAKE: Balance = 10 * UNIT;

/// The fee for a picosecond of reference time, in 10^-12 FHD: 10 FHD per second. A transfer
/// weighs about 0.4 ms and so pays about 0.004 FHD, a block full of calls 4.5 FHD.
pub const FEE_PER_PICOSECOND: Balance = 10;
/// The fee for a byte of extrinsic: a block full of bytes costs about as much as one full of work.
pub const FEE_PER_BYTE: Balance = MICROUNIT;
/// How many times its fee an operational extrinsic adds to its priority.
pub const OPERATIONAL_FEE_MULTIPLIER: u8 = 5;

/// The prefix of addresses. It makes them start with the same letters on this chain alone.
pub const SS58_PREFIX: u16 = 6410;

/// Milliseconds in a slot. Every slot has a block, so this is the block time.
pub const SLOT_DURATION: u64 = 1_000;
/// Blocks in a minute.
pub const MINUTES: BlockNumber = 60;
/// Blocks in an hour.
pub const HOURS: BlockNumber = 60 * MINUTES;
/// Blocks in a day.
pub const DAYS: BlockNumber = 24 * HOURS;

/// How long an order may rest in the market's book.
pub const MAX_ORDER_LIFETIME: BlockNumber = 90 * DAYS;
/// How long an auction may last, with all its extensions.
pub const MAX_AUCTION: BlockNumber = 7 * DAYS;
/// How long an item may be in a world's custody.
pub const MAX_CUSTODY: BlockNumber = 7 * DAYS;

/// How many blocks decide a draw, which is known one to two times as many blocks after it was opened:
/// so many that some of their authors are honest, and few enough to wait for.
pub const DRAW_ROUND: BlockNumber = MINUTES;

/// How long a handle that was released is kept for the avatar that had it: long enough for people
/// to notice, before someone else speaks under the name.
pub const HANDLE_COOLDOWN: BlockNumber = 30 * DAYS;

/// Slots in an epoch, which is also a session: ten minutes.
pub const EPOCH_DURATION_IN_SLOTS: u64 = 600;
/// The probability that a slot has a primary author. Every slot has a secondary one, who does not
/// know and makes a block as well: so often the chain forks, but for slots in which both are one.
pub const PRIMARY_PROBABILITY: (u64, u64) = (1, 20);
/// The most validators there can be.
pub const MAX_AUTHORITIES: u32 = 100;
/// For how many sessions an offence can be reported: a day.
pub const REPORTING_SESSIONS: u32 = 144;

/// How many block hashes are kept. A mortal extrinsic can be valid for this many blocks.
pub const BLOCK_HASH_COUNT: BlockNumber = 4_096;

/// The reference time of a full block, in picoseconds: six tenths of a slot.
///
/// Calls weigh what they take to import: to execute, with the state root and the commit to the
/// database, and a tenth more. To author takes about two thirds of that, as the commit comes when the
/// block has left. Who makes the next block must have imported this one first, so both, and the way
/// between them, must fit into a slot.
pub const MAX_BLOCK_REF_TIME: u64 = 600 * WEIGHT_REF_TIME_PER_MILLIS;
/// How much of a block's weight normal calls may take, in percent. The rest is for the chain's
/// own work and for operational calls.
pub const NORMAL_DISPATCH_PERCENT: u32 = 75;
/// The most bytes of normal extrinsics in a block.
pub const MAX_NORMAL_LENGTH: u32 = 5 * 1024 * 1024;
/// The most bytes of extrinsics in a block.
pub const MAX_BLOCK_LENGTH: u32 = 6 * 1024 * 1024;
/// How much of a block's weight a multi-block migration may take, in percent.
pub const MIGRATION_PERCENT: u32 = 80;

/// How long root puts the chain in safe mode by one call.
pub const SAFE_MODE_DURATION: BlockNumber = DAYS;
