// SPDX-License-Identifier: Apache-2.0
//! The true runtime in this process: real blocks on the development genesis, without a network.
//!
//! There is always an open block. Transactions and calls go into it, and the state that a test
//! reads is the one after them. [`Chain::next_block`] closes it and opens the next; each block
//! that closes must leave every invariant true.

use crate::keyring::{Player, ALICE};
use codec::{Compact, Decode, Encode};
use frame_support::{
	genesis_builder_helper::{build_state, get_preset},
	inherent::{InherentData, ProvideInherent},
	storage::storage_prefix,
	traits::fungible::InspectHold,
};
use freehold_primitives::chain::{AccountId, Balance, BlockNumber, Hash, Nonce};
use freehold_runtime::{
	constants::{DRAW_ROUND, EPOCH_DURATION_IN_SLOTS, SLOT_DURATION},
	genesis, invariants, Babe, Balances, Executive, Header, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeGenesisConfig, RuntimeHoldReason, RuntimeOrigin, SignedPayload, System, Timestamp,
	TxExtension, UncheckedExtrinsic,
};
use pallet_items::Chance;
use serde_json::Value;
use sp_core::{crypto::VrfSecret, sr25519::vrf::VrfTranscript, storage::StateVersion};
use sp_io::TestExternalities;
use sp_runtime::{
	generic::{Digest, DigestItem, Era},
	traits::{Dispatchable, Header as _},
	ApplyExtrinsicResult, DispatchError, DispatchResult,
};
use std::{cell::Cell, collections::BTreeMap};

/// The slot before that of the first block. Any will do but zero, which to BABE is no slot.
const SLOT_BEFORE_FIRST: u64 = 1_750_000_000;

/// The kind of BABE slot that anyone can claim without a proof. Nodes verify the claim, the
/// runtime does not.
const PLAIN_SECONDARY_SLOT: u8 = 2;
/// The kind of claim with a proof, whose output is a block's part in chance.
const SECONDARY_SLOT_WITH_OUTPUT: u8 = 3;

/// The only validator's place among the authorities.
const AUTHOR: u32 = 0;

/// A development chain. Alice is its only validator, and so the author of each block. Its state is
/// that of this thread, so there is one at a time.
pub struct Chain {
	genesis: Hash,
	slot: Cell<u64>,
}

impl Chain {
	/// Tells a story on a new chain, from its first block on.
	pub fn run<R>(story: impl FnOnce(&Self) -> R) -> R {
		TestExternalities::new_empty().execute_with(|| {
			let genesis = lay_genesis();
			let slot = Cell::new(SLOT_BEFORE_FIRST);
			let chain = Self { genesis: genesis.hash(), slot };
			chain.open(&genesis);
			let moral = story(&chain);
			chain.close();
			moral
		})
	}

	/// What orders for this chain are signed with.
	pub fn genesis(&self) -> Hash {
		self.genesis
	}

	/// Number of the open block.
	pub fn now(&self) -> BlockNumber {
		System::block_number()
	}

	/// Closes the open block and opens the next.
	///
	/// # Panics
	/// If an invariant does not hold.
	#[track_caller]
	pub fn next_block(&self) {
		let parent = self.close();
		self.open(&parent);
	}

	/// Lets a number of blocks pass.
	///
	/// # Panics
	/// If an invariant does not hold.
	#[track_caller]
	pub fn wait(&self, blocks: BlockNumber) {
		for _ in 0..blocks {
			self.next_block();
		}
	}

	/// Lets a number of blocks pass at once, of which only the last is made: for what takes weeks.
	/// The clock goes on by one slot only.
	///
	/// # Panics
	/// If an invariant does not hold.
	#[track_caller]
	pub fn leap(&self, blocks: BlockNumber) {
		let mut parent = self.close();
		parent.number += blocks.saturating_sub(1);
		System::set_block_number(parent.number);
		self.open(&parent);
	}

	/// Closes the open block and opens the first of the next round of draws, as if the others of
	/// this round had been made.
	///
	/// # Panics
	/// If an invariant does not hold.
	#[track_caller]
	pub fn next_round(&self) {
		Chance::<Runtime>::mutate(|chance| chance.blocks = DRAW_ROUND - 1);
		self.next_block();
	}

	/// Closes a block with these transactions, and returns how each went.
	///
	/// # Panics
	/// If one is not valid, or an invariant does not hold.
	#[track_caller]
	pub fn block<const N: usize>(
		&self,
		transactions: [(Player, RuntimeCall); N],
	) -> [DispatchResult; N] {
		let outcomes = transactions.map(|(who, call)| self.submit(who, call));
		self.next_block();
		outcomes
	}

	/// Puts a transaction into the open block, signed as a wallet signs. It pays a fee.
	///
	/// # Panics
	/// If it is not valid.
	#[track_caller]
	pub fn submit(&self, who: Player, call: impl Into<RuntimeCall>) -> DispatchResult {
		self.submit_numbered(who, nonce(who), call).expect("the transaction is valid")
	}

	/// The same with a number of the caller's choice, valid or not.
	pub fn submit_numbered(
		&self,
		who: Player,
		nonce: Nonce,
		call: impl Into<RuntimeCall>,
	) -> ApplyExtrinsicResult {
		Executive::apply_extrinsic(transaction(who, nonce, call.into()))
	}

	/// Dispatches a call for an account without a transaction, so that nobody pays for it.
	///
	/// # Errors
	/// That of the call.
	pub fn call(&self, who: impl Into<AccountId>, call: impl Into<RuntimeCall>) -> DispatchResult {
		let call: RuntimeCall = call.into();
		match call.dispatch(RuntimeOrigin::signed(who.into())) {
			Ok(_) => Ok(()),
			Err(failed) => Err(failed.error),
		}
	}

	/// Dispatches a call that has to succeed.
	///
	/// # Panics
	/// If it does not.
	#[track_caller]
	pub fn must(&self, who: Player, call: impl Into<RuntimeCall>) {
		let call: RuntimeCall = call.into();
		if let Err(error) = self.call(who, call.clone()) {
			panic!("{who:?} was refused {call:?}: {error:?}");
		}
	}

	/// Dispatches a call that has to fail with this error and change nothing at all.
	///
	/// # Panics
	/// If it does not.
	#[track_caller]
	pub fn refuses(
		&self,
		who: Player,
		call: impl Into<RuntimeCall>,
		error: impl Into<DispatchError>,
	) {
		let (call, error): (RuntimeCall, DispatchError) = (call.into(), error.into());
		let before = root();
		assert_eq!(self.call(who, call.clone()), Err(error), "{who:?}: {call:?}");
		assert_eq!(root(), before, "it was refused, yet it changed the state: {call:?}");
	}

	/// Requires an event of the open block.
	///
	/// # Panics
	/// If there was none.
	#[track_caller]
	pub fn saw(&self, event: impl Into<RuntimeEvent>) {
		System::assert_has_event(event.into());
	}

	/// The last event of the open block.
	///
	/// # Panics
	/// If there was none.
	#[track_caller]
	pub fn last_event(&self) -> RuntimeEvent {
		System::events()
			.pop()
			.expect("each block begins with an event: its timestamp's")
			.event
	}

	fn open(&self, parent: &Header) {
		let slot = self.slot.get() + 1;
		self.slot.set(slot);
		Executive::initialize_block(&Header::new(
			parent.number + 1,
			Hash::default(),
			Hash::default(),
			parent.hash(),
			Digest { logs: vec![DigestItem::PreRuntime(*b"BABE", claim(slot))] },
		));

		let mut inherents = InherentData::new();
		inherents
			.put_data(Timestamp::INHERENT_IDENTIFIER, &(slot * SLOT_DURATION))
			.expect("nothing else was put there");
		let set = Timestamp::create_inherent(&inherents).expect("each block has a timestamp");
		Executive::apply_extrinsic(UncheckedExtrinsic::new_bare(set.into()))
			.expect("an inherent is valid")
			.expect("the slot is later than that of the parent");
	}

	/// The header says nothing of the state, which has the proof of the author's claim, another
	/// each time: so blocks have the same hashes in each run.
	#[track_caller]
	fn close(&self) -> Header {
		let header = Executive::finalize_block();
		if let Err(broken) = invariants::check() {
			panic!("after block {}: {broken:?}", header.number);
		}
		let (none, digest) = (Hash::default(), Digest::default());
		Header::new(header.number, none, none, header.parent_hash, digest)
	}
}

/// What the author says to be allowed to make the next block: a proof of its output for this slot.
/// In the first block of an epoch it goes without, as nobody here knows that epoch's randomness.
fn claim(slot: u64) -> Vec<u8> {
	let epoch = Babe::current_epoch();
	let is_first = System::block_number() == 0;
	if !is_first && slot >= *epoch.start_slot + EPOCH_DURATION_IN_SLOTS {
		return (PLAIN_SECONDARY_SLOT, AUTHOR, slot).encode();
	}
	let transcript = VrfTranscript::new(
		b"BABE",
		&[
			(b"slot number", &slot.to_le_bytes()),
			(b"current epoch", &epoch.epoch_index.to_le_bytes()),
			(b"chain randomness", &epoch.randomness),
		],
	);
	let output = ALICE.0.pair().vrf_sign(&transcript.into_sign_data());
	(SECONDARY_SLOT_WITH_OUTPUT, AUTHOR, slot, output).encode()
}

/// The root of the state as it is now.
pub fn root() -> Vec<u8> {
	sp_io::storage::root(StateVersion::V1)
}

/// All that is stored, but for what any batch of trades changes even if all are refused, which is
/// events and the number of the world's last batch, and for the author's claim.
pub fn records() -> BTreeMap<Vec<u8>, Vec<u8>> {
	let passing = [
		("System", "Events"),
		("System", "EventCount"),
		("System", "Digest"),
		("Babe", "Initialized"),
		("Market", "Settled"),
	]
	.map(|(pallet, item)| storage_prefix(pallet.as_bytes(), item.as_bytes()));
	let mut records = BTreeMap::new();
	let mut key = Vec::new();
	while let Some(next) = sp_io::storage::next_key(&key) {
		if !passing.iter().any(|prefix| next.starts_with(prefix)) {
			let value = sp_io::storage::get(&next).expect("the key was just found");
			records.insert(next.clone(), value.to_vec());
		}
		key = next;
	}
	records
}

/// Writes the development genesis, and returns the header of block 0.
fn lay_genesis() -> Header {
	let json = |preset: Option<Vec<u8>>| -> Value {
		let preset = preset.expect("the runtime has this preset");
		serde_json::from_slice(&preset).expect("presets are JSON")
	};
	let mut config = json(get_preset::<RuntimeGenesisConfig>(&None, |_| None));
	patch(&mut config, json(genesis::get_preset(&"development".into())));
	build_state::<RuntimeGenesisConfig>(config.to_string().into_bytes())
		.expect("a patched default is a whole genesis");

	let state_root = Hash::decode(&mut &root()[..]).expect("a root is a hash");
	Header::new(0, Hash::default(), state_root, Hash::default(), Digest::default())
}

/// Lays a preset over the default genesis: objects field by field, all else as a whole.
fn patch(value: &mut Value, with: Value) {
	match (value, with) {
		(Value::Object(fields), Value::Object(with)) => {
			for (name, with) in with {
				patch(fields.entry(name).or_insert(Value::Null), with);
			}
		},
		(value, with) => *value = with,
	}
}

/// A transaction that never expires, without a tip and without a metadata hash.
fn transaction(who: Player, nonce: Nonce, call: RuntimeCall) -> UncheckedExtrinsic {
	const WITHOUT_METADATA_HASH: u8 = 0;
	let tip = 0u128;
	let extension = (Era::Immortal, Compact(nonce), Compact(tip), WITHOUT_METADATA_HASH).encode();
	let extension = TxExtension::decode(&mut &extension[..])
		.expect("these are the fields that the runtime's extensions have");
	let payload = SignedPayload::new(call, extension).expect("an open block knows the genesis");
	let signature = payload.using_encoded(|bytes| who.0.sign(bytes));
	let (call, extension, _) = payload.deconstruct();
	UncheckedExtrinsic::new_signed(call, who.account().into(), signature.into(), extension)
}

/// The account's coins that are free, in 10^-12 FHD.
pub fn free(who: Player) -> Balance {
	Balances::free_balance(who.account())
}

/// The account's coins that are held for a reason, in 10^-12 FHD.
pub fn held(who: Player, reason: impl Into<RuntimeHoldReason>) -> Balance {
	Balances::balance_on_hold(&reason.into(), &who.account())
}

/// How many transactions the account has sent.
pub fn nonce(who: Player) -> Nonce {
	System::account_nonce(who.account())
}
