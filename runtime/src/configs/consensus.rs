// SPDX-License-Identifier: Apache-2.0

//! Who makes blocks, who finalises them, and what happens to those who cheat.

#![warn(missing_docs)]

use crate::{
	constants::{
		deposit, EPOCH_DURATION_IN_SLOTS, MAX_AUTHORITIES, PRIMARY_PROBABILITY, REPORTING_SESSIONS,
		SLOT_DURATION,
	},
	weights::DatabaseWeight,
	AccountId, AuthorityDiscovery, Babe, Balance, Balances, Grandpa, Historical, Offences, Runtime,
	RuntimeCall, RuntimeEvent, Session, UncheckedExtrinsic,
};
use alloc::vec::Vec;
use frame_support::{
	pallet_prelude::ValueQuery,
	parameter_types, storage_alias,
	traits::{ConstU32, ConstU64, Contains},
	weights::Weight,
	BoundedVec,
};
use pallet_session::{disabling::UpToLimitDisablingStrategy, historical};
use sp_consensus_babe::{AllowedSlots, BabeEpochConfiguration};
use sp_runtime::{
	traits::{Convert, ConvertInto, OpaqueKeys},
	Perbill,
};
use sp_staking::{
	offence::{OffenceDetails, OffenceSeverity, OnOffenceHandler},
	SessionIndex,
};

/// The BABE parameters of the first epoch. Secondary slots with a VRF fill each slot that has no
/// primary author, so a block comes every slot. Primary ones alone add to the randomness of epochs;
/// each has a VRF output of its own, which draws are decided by.
pub const BABE_GENESIS_EPOCH_CONFIG: BabeEpochConfiguration = BabeEpochConfiguration {
	c: PRIMARY_PROBABILITY,
	allowed_slots: AllowedSlots::PrimaryAndSecondaryVRFSlots,
};

sp_runtime::impl_opaque_keys! {
	/// The keys a validator signs with. A node makes and keeps them; the account that owns them
	/// stays offline.
	pub struct SessionKeys {
		/// Signs votes on finality.
		pub grandpa: Grandpa,
		/// Signs blocks.
		pub babe: Babe,
		/// Signs the network addresses that validators find each other by.
		pub authority_discovery: AuthorityDiscovery,
	}
}

parameter_types! {
	/// The deposit for session keys: the keys under their validator, and an owner for each key.
	pub const KeyDeposit: Balance = deposit(4, 335);
	/// For how many blocks the report of an offence stays valid.
	pub const ReportLongevity: u64 = REPORTING_SESSIONS as u64 * EPOCH_DURATION_IN_SLOTS;
}

impl pallet_timestamp::Config for Runtime {
	type Moment = u64;
	type OnTimestampSet = Babe;
	/// BABE takes twice this as its slot duration.
	type MinimumPeriod = ConstU64<{ SLOT_DURATION / 2 }>;
	type WeightInfo = pallet_timestamp::weights::SubstrateWeight<Runtime>;
}

impl pallet_babe::Config for Runtime {
	type EpochDuration = ConstU64<EPOCH_DURATION_IN_SLOTS>;
	type ExpectedBlockTime = ConstU64<SLOT_DURATION>;
	type EpochChangeTrigger = pallet_babe::ExternalTrigger;
	type DisabledValidators = Session;
	/// The pallet has its figures here and nowhere else.
	type WeightInfo = ();
	type MaxAuthorities = ConstU32<MAX_AUTHORITIES>;
	type MaxNominators = ConstU32<0>;
	type KeyOwnerProof = sp_session::MembershipProof;
	type EquivocationReportSystem =
		pallet_babe::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
}

impl pallet_grandpa::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	/// The pallet has its figures here and nowhere else.
	type WeightInfo = ();
	type MaxAuthorities = ConstU32<MAX_AUTHORITIES>;
	type MaxNominators = ConstU32<0>;
	type MaxSetIdSessionEntries = ConstU64<{ REPORTING_SESSIONS as u64 }>;
	type KeyOwnerProof = sp_session::MembershipProof;
	type EquivocationReportSystem =
		pallet_grandpa::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
}

impl pallet_authority_discovery::Config for Runtime {
	type MaxAuthorities = ConstU32<MAX_AUTHORITIES>;
}

impl pallet_authorship::Config for Runtime {
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Babe>;
	type EventHandler = ();
}

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = ConvertInto;
	type ShouldEndSession = Babe;
	type NextSessionRotation = Babe;
	type SessionManager = historical::NoteHistoricalRoot<Self, GenesisValidators>;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type Keys = SessionKeys;
	/// Disables fewer than a third: finality must go on without the disabled. None is enabled again
	/// for another, who could be an accomplice.
	type DisablingStrategy = UpToLimitDisablingStrategy;
	type WeightInfo = pallet_session::weights::SubstrateWeight<Runtime>;
	type Currency = Balances;
	type KeyDeposit = KeyDeposit;
}

impl historical::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = ();
	type FullIdentificationOf = NoIdentification;
}

impl pallet_offences::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = historical::IdentificationTuple<Self>;
	type OnOffenceHandler = DisableOffenders;
}

/// A validator is identified by its account alone: there is no stake to remember.
pub struct NoIdentification;

impl Convert<AccountId, Option<()>> for NoIdentification {
	fn convert(_: AccountId) -> Option<()> {
		Some(())
	}
}

/// Those who are proven to have cheated and are still in the set: in each session that starts they
/// are disabled anew, in this order, as many as may be at once.
#[storage_alias]
pub(crate) type Offenders =
	StorageValue<GenesisValidators, BoundedVec<AccountId, ConstU32<MAX_AUTHORITIES>>, ValueQuery>;

/// Keeps the validators of genesis, less those who were disabled for cheating, until there is a
/// bonded validator set.
///
/// Sessions still note who owned which key, so that an offence of a past session can be proven.
/// A session whose keys are those of the one before is the same set and takes over its root; a
/// new key makes a new set, as a proof against the old root would not hold for it.
pub struct GenesisValidators;

impl GenesisValidators {
	/// Everyone to whom the genesis gave keys. The session pallet has stored the keys by the time
	/// it asks, but not yet the set.
	fn first_set() -> Vec<AccountId> {
		pallet_session::NextKeys::<Runtime>::iter_keys().collect()
	}

	/// The set after the one that just started, if it differs from it in members or keys.
	fn next_set() -> Option<Vec<AccountId>> {
		let current = Session::queued_keys();
		let disabled = Self::disabled();
		let unchanged = current.iter().all(|(who, keys)| {
			!disabled.contains(who) && Session::load_keys(who).as_ref() == Some(keys)
		});
		if unchanged {
			return None;
		}
		let next = current.into_iter().map(|(who, _)| who);
		Some(next.filter(|who| !disabled.contains(who)).collect())
	}

	/// Who is disabled in the session that runs. A set that changes lifts it, so they must not be
	/// in that set.
	fn disabled() -> Vec<AccountId> {
		let validators = Session::validators();
		let disabled = Session::disabled_validators().into_iter();
		disabled.filter_map(|index| validators.get(index as usize).cloned()).collect()
	}

	fn identified(validators: Vec<AccountId>) -> Vec<(AccountId, ())> {
		validators.into_iter().map(|who| (who, ())).collect()
	}
}

impl pallet_session::SessionManager<AccountId> for GenesisValidators {
	fn new_session(_: SessionIndex) -> Option<Vec<AccountId>> {
		Self::next_set()
	}

	fn new_session_genesis(_: SessionIndex) -> Option<Vec<AccountId>> {
		Some(Self::first_set())
	}

	/// Nobody is disabled any more if the set has changed, though it may have been queued before
	/// somebody cheated. Who is not in it is forgotten.
	fn start_session(_: SessionIndex) {
		let validators = Session::validators();
		let mut offenders = Offenders::take();
		offenders.retain(|who| validators.contains(who));
		if offenders.is_empty() {
			return;
		}
		offenders.iter().for_each(disable);
		Offenders::put(offenders);
	}

	fn end_session(ended: SessionIndex) {
		if let Some(oldest) = ended.checked_sub(REPORTING_SESSIONS) {
			Historical::prune_up_to(oldest);
		}
	}
}

impl historical::SessionManager<AccountId, ()> for GenesisValidators {
	fn new_session(_: SessionIndex) -> Option<Vec<(AccountId, ())>> {
		Self::next_set().map(Self::identified)
	}

	fn new_session_genesis(_: SessionIndex) -> Option<Vec<(AccountId, ())>> {
		Some(Self::identified(Self::first_set()))
	}

	fn start_session(started: SessionIndex) {
		<Self as pallet_session::SessionManager<AccountId>>::start_session(started);
	}

	fn end_session(ended: SessionIndex) {
		<Self as pallet_session::SessionManager<AccountId>>::end_session(ended);
	}
}

/// A validator's session keys can change and not go: a set that loses its last keys is the end of
/// the chain.
pub struct KeepsSessionKeys;

impl Contains<RuntimeCall> for KeepsSessionKeys {
	fn contains(call: &RuntimeCall) -> bool {
		!matches!(call, RuntimeCall::Session(pallet_session::Call::purge_keys { .. }))
	}
}

/// Disables who is proven to have signed two blocks for one slot, or two votes for one round.
///
/// There are no bonds to slash before there is a bonded validator set, so this is the whole
/// punishment: the offender makes no more blocks and earns no more fees, and is not in the sets
/// that follow. Fewer than a third can be disabled at once, so that finality goes on: of three
/// validators or fewer, none. Who is proven to have cheated beside them is disabled when they have
/// left.
pub struct DisableOffenders;

impl OnOffenceHandler<AccountId, historical::IdentificationTuple<Runtime>, Weight>
	for DisableOffenders
{
	fn on_offence(
		offenders: &[OffenceDetails<AccountId, historical::IdentificationTuple<Runtime>>],
		_: &[Perbill],
		_: SessionIndex,
	) -> Weight {
		for details in offenders {
			let (validator, ()) = &details.offender;
			Offenders::mutate(|known| {
				if !known.contains(validator) {
					// There is room for every validator.
					let _ = known.try_push(validator.clone());
				}
			});
			disable(validator);
		}
		let count = offenders.len() as u64;
		DatabaseWeight::get().reads_writes(3 * count, 2 * count)
	}
}

/// Disables a validator of the present set, if there is room. All offences are alike.
fn disable(validator: &AccountId) {
	Session::report_offence(validator.clone(), OffenceSeverity::max_severity());
}

impl<LocalCall> frame_system::offchain::CreateTransactionBase<LocalCall> for Runtime
where
	RuntimeCall: From<LocalCall>,
{
	type Extrinsic = UncheckedExtrinsic;
	type RuntimeCall = RuntimeCall;
}

/// Reports of equivocations are unsigned: a node makes them for the block it is about to author.
impl<LocalCall> frame_system::offchain::CreateBare<LocalCall> for Runtime
where
	RuntimeCall: From<LocalCall>,
{
	fn create_bare(call: RuntimeCall) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_bare(call)
	}
}
