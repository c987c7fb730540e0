// SPDX-License-Identifier: Apache-2.0

//! The state that is measured on: a world full of players, each with an avatar, a purse and a device,
//! and with items.
//!
//! Millions of them are written as records, without the calls that would have made them. What the
//! records say is not thought up here: the world and the first player are made by the calls, and all
//! other players have that one's records, under their own names.

use crate::{
	chain::Entry,
	cores,
	players::{self, Player},
	Result,
};
use codec::Encode;
use frame_support::traits::fungible::{Mutate, MutateHold};
use freehold_primitives::{
	chain::{AccountId, Balance, BlockNumber, Hash},
	device::{DeviceKey, Label, PublicKey},
	fee::{BasisPoints, Fee},
	host::batch_verify,
	ids::{AvatarId, CollectionId, ItemId, KindId, WorldId},
	key::{AvatarKey, CollectionKey, ItemKey, KindKey},
	land::{Area, Coordinates},
	purse::{LaneIndex, Purse},
};
use freehold_runtime::{
	constants::UNIT, opaque, Avatars, Balances, Runtime, RuntimeCall, RuntimeOrigin, WASM_BINARY,
};
use pallet_avatars::AvatarDetails;
use pallet_items::{Form, Issuer, ItemDetails, Rules};
use sc_chain_spec::{
	construct_genesis_block, GenesisConfigBuilderRuntimeCaller, DEV_RUNTIME_PRESET,
};
use serde::{Deserialize, Serialize};
use sp_core::storage::well_known_keys::CODE;
use sp_io::hashing::blake2_256;
use sp_keyring::Sr25519Keyring;
use sp_runtime::{
	traits::{BlakeTwo256, Block as _, Dispatchable, Hash as _},
	StateVersion, Storage,
};
use sp_state_machine::BasicExternalities;
use std::iter::once;

/// The world in which all trades are settled. It keeps a fee of each payment.
pub const WORLD: WorldId = WorldId(0);
/// What the world keeps: a fortieth.
pub const FEE: BasisPoints = 250;
/// Operates the world, and pays for its items.
pub const OPERATOR: Sr25519Keyring = Sr25519Keyring::Bob;
/// Settles for the world.
pub const SETTLER: Sr25519Keyring = Sr25519Keyring::Ferdie;
/// The slot of each player's device, and so the lane of what it signs.
pub const SLOT: LaneIndex = 1;

/// Whose purse gets the fees.
const TREASURY: AvatarId = AvatarId(0);
const COLLECTION: CollectionId = CollectionId(0);
/// The only kind: unique, to be traded anywhere, without a royalty.
const KIND: KindId = KindId { collection: COLLECTION, index: 0 };
/// What is in each player's purse, but for some change.
const COINS: Balance = 1_000_000 * UNIT;
/// What a player's account keeps beside deposits, but for some change.
const ALLOWANCE: Balance = 10 * UNIT;
/// Players whose records are written at once, and items.
const PLAYERS_AT_ONCE: u32 = 20_000;
const ITEMS_AT_ONCE: u32 = 100_000;

type AccountInfo = frame_system::AccountInfo<
	<Runtime as frame_system::Config>::Nonce,
	<Runtime as frame_system::Config>::AccountData,
>;
type AvatarsCall = pallet_avatars::Call<Runtime>;
type ItemsCall = pallet_items::Call<Runtime>;
type WorldsCall = pallet_worlds::Call<Runtime>;

/// How large a state is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Size {
	/// Players, each with an avatar.
	pub players: u32,
	/// Unique items, dealt to the players one after the other.
	pub items: u32,
}

impl Size {
	/// As many items as players.
	pub const fn of(count: u32) -> Self {
		Self { players: count, items: count }
	}

	/// Who has an item at first.
	pub fn first_owner(self, item: u32) -> Player {
		item % self.players
	}

	/// How many items a player has at first.
	fn items_of(self, player: Player) -> u32 {
		self.items / self.players + u32::from(player < self.items % self.players)
	}
}

/// Names an item by its number.
pub fn item(number: u32) -> ItemId {
	ItemId { collection: COLLECTION, serial: number }
}

/// The genesis of a development chain, with the runtime.
pub fn genesis() -> Result<Storage> {
	let code = WASM_BINARY.ok_or("the runtime was built without its wasm")?;
	let builder = GenesisConfigBuilderRuntimeCaller::<batch_verify::HostFunctions>::new(code);
	let mut storage =
		builder.get_storage_for_named_preset(Some(&DEV_RUNTIME_PRESET.to_string()))?;
	storage.top.insert(CODE.to_vec(), code.to_vec());
	Ok(storage)
}

/// The hash of the genesis block, which every signature names.
pub fn genesis_hash(genesis: &Storage) -> Hash {
	let records = genesis.top.iter().map(|(key, value)| (key.clone(), value.clone())).collect();
	let root = BlakeTwo256::trie_root(records, StateVersion::V1);
	construct_genesis_block::<opaque::Block>(root, StateVersion::V1).header().hash()
}

/// A hash of what makes a state of this size what it is, without the runtime.
pub fn hash(genesis: &Storage, size: Size) -> Result<[u8; 32]> {
	let (opening, _) = open(genesis, size)?;
	// The hash of the genesis, in which the runtime is.
	let first_block = frame_system::BlockHash::<Runtime>::hashed_key_for(0u32);
	let laid = genesis.top.iter().filter(|(key, _)| key[..] != CODE[..]);
	let written = opening.iter().filter(|(key, _)| *key != first_block);
	let all = laid.chain(written.map(|(key, value)| (key, value))).collect::<Vec<_>>();
	Ok(blake2_256(&all.encode()))
}

/// What a genesis lacks to be a state of this size, in parts that fit in memory.
pub fn growth(genesis: &Storage, size: Size) -> Result<impl Iterator<Item = Vec<Entry>>> {
	let (opening, model) = open(genesis, size)?;
	let players = parts(size.players, PLAYERS_AT_ONCE)
		.map(move |numbers| cores::map(&numbers, |player| model.records(*player, size)))
		.map(|records| records.into_iter().flatten().collect());
	let items = parts(size.items, ITEMS_AT_ONCE)
		.map(move |numbers| numbers.into_iter().map(|number| item_record(number, size)).collect());
	Ok(once(opening).chain(players).chain(items))
}

/// The numbers below `count`, in parts.
pub fn parts(count: u32, most: u32) -> impl Iterator<Item = Vec<u32>> {
	let end = move |start: u32| count.min(start.saturating_add(most));
	(0..count)
		.step_by(most as usize)
		.map(move |start| (start..end(start)).collect())
}

fn item_record(number: u32, size: Size) -> Entry {
	let key = ItemKey::from(item(number));
	let owner = players::avatar(size.first_owner(number));
	let details = ItemDetails::new(owner, KIND.index, 0);
	(pallet_items::Items::<Runtime>::hashed_key_for(key), details.encode())
}

/// Makes the world and the first player by calls, and counts all others and all items as if they
/// were there. Returns what that wrote, and what a player's records are like.
fn open(genesis: &Storage, size: Size) -> Result<(Vec<Entry>, Model)> {
	let hash = genesis_hash(genesis);
	let mut state = BasicExternalities::new(genesis.clone());
	let model = state.execute_with(|| {
		// The first block on the genesis writes this, and a grown state has another first block.
		frame_system::BlockHash::<Runtime>::insert(0u32, hash);
		build_world()?;
		let model = Model::make()?;
		count_players(size.players)?;
		count_items(size.items)?;
		Ok::<_, String>(model)
	})?;
	let written = state.into_storages().top.into_iter();
	Ok((written.filter(|(key, value)| genesis.top.get(key) != Some(value)).collect(), model))
}

fn build_world() -> Result<()> {
	let operator = OPERATOR.to_account_id();
	let fee = Some(Fee { to: TREASURY, rate: FEE });
	let bounds = Area { min: Coordinates::new(0, 0), max: Coordinates::new(0, 0) };
	call(&operator, AvatarsCall::create {})?;
	call(&operator, WorldsCall::register { bounds, fee })?;
	let settler = SETTLER.to_account_id();
	let add =
		WorldsCall::add_settler { world: WORLD, settler, valid_until: BlockNumber::MAX, cap: None };
	call(&operator, add)?;
	call(&operator, ItemsCall::create_collection { issuer: Issuer::World(WORLD) })?;
	let kind = ItemsCall::create_kind {
		collection: COLLECTION,
		form: Form::Unique,
		max_supply: None,
		rules: Rules::LOOSEST,
		royalty: Default::default(),
	};
	call(&operator, kind)
}

/// What the first player's records say, apart from the name.
struct Model {
	account: AccountInfo,
	/// As it is stored: nothing in it is the player's own.
	holds: Vec<u8>,
	avatar: AvatarDetails<AccountId>,
	purse: Purse,
	device: DeviceKey,
}

impl Model {
	fn make() -> Result<Self> {
		let (owner, avatar) = (players::owner(0), players::avatar(0));
		let change = change(0);
		mint(&owner, deposits() + ALLOWANCE + COINS + 2 * change)?;
		call(&owner, AvatarsCall::create {})?;
		let device = AvatarsCall::add_device {
			avatar,
			slot: SLOT,
			key: public_key(0),
			valid_until: BlockNumber::MAX,
			world: None,
			limits: None,
			label: Label::default(),
		};
		call(&owner, device)?;
		call(&owner, AvatarsCall::deposit { avatar, amount: COINS + change })?;

		let key = AvatarKey::from(avatar);
		let missing = "the first player lacks a record";
		Ok(Self {
			account: frame_system::Account::<Runtime>::get(&owner),
			holds: pallet_balances::Holds::<Runtime>::get(&owner).encode(),
			avatar: pallet_avatars::Avatars::<Runtime>::get(key).ok_or(missing)?,
			purse: pallet_avatars::Purses::<Runtime>::get(key).ok_or(missing)?,
			device: pallet_avatars::Devices::<Runtime>::get(key, SLOT).ok_or(missing)?,
		})
	}

	/// The records of a player.
	fn records(&self, player: Player, size: Size) -> Vec<Entry> {
		let owner = players::owner(player);
		let key = AvatarKey::from(players::avatar(player));
		let change = change(player);
		let mut account = self.account.clone();
		account.data.free = ALLOWANCE + change;
		let consumers = size.items_of(player);
		let purse = Purse { balance: COINS + change, consumers, ..self.purse };
		let device = DeviceKey { key: public_key(player), ..self.device };
		let account_key = frame_system::Account::<Runtime>::hashed_key_for(&owner);
		let holds_key = pallet_balances::Holds::<Runtime>::hashed_key_for(&owner);
		let avatar = AvatarDetails { owner, ..self.avatar.clone() };
		vec![
			(account_key, account.encode()),
			(holds_key, self.holds.clone()),
			(pallet_avatars::Avatars::<Runtime>::hashed_key_for(key), avatar.encode()),
			(pallet_avatars::Purses::<Runtime>::hashed_key_for(key), purse.encode()),
			(pallet_avatars::Devices::<Runtime>::hashed_key_for(key, SLOT), device.encode()),
		]
	}
}

/// Counts the players beside the first, and what they own in coins.
fn count_players(players: u32) -> Result<()> {
	pallet_avatars::NextAvatarId::<Runtime>::put(players::avatar(players));
	let others = Balance::from(players - 1);
	let change: Balance = (1..players).map(change).sum();
	let coins = others * COINS + change;
	let pot = Avatars::pot();
	mint(&pot, coins)?;
	hold(pallet_avatars::HoldReason::Purse, &pot, coins)?;
	pallet_balances::TotalIssuance::<Runtime>::mutate(|issuance| {
		*issuance += others * (deposits() + ALLOWANCE) + change;
	});
	Ok(())
}

/// Counts the items, and holds their deposits.
fn count_items(items: u32) -> Result<()> {
	let deposit = Balance::from(items) * <Runtime as pallet_items::Config>::ItemDeposit::get();
	let operator = OPERATOR.to_account_id();
	mint(&operator, deposit)?;
	hold(pallet_items::HoldReason::Item, &operator, deposit)?;
	let collection = CollectionKey::from(COLLECTION);
	pallet_items::Collections::<Runtime>::mutate_extant(collection, |collection| {
		collection.items = items;
		collection.live_items = items;
	});
	pallet_items::Kinds::<Runtime>::mutate_extant(KindKey::from(KIND), |kind| {
		kind.minted = items.into();
	});
	Ok(())
}

/// What is held of a player's account.
fn deposits() -> Balance {
	<Runtime as pallet_avatars::Config>::AvatarDeposit::get()
		+ <Runtime as pallet_avatars::Config>::DeviceDeposit::get()
}

/// The change that a player has, below a coin. Without it all would have the same records, of which a
/// database and a cache keep hardly more than one.
pub fn change(player: Player) -> Balance {
	let hash = blake2_256(&(b"change", player).encode());
	hash.iter().take(5).fold(0, |number, byte| number << 8 | Balance::from(*byte)) % UNIT
}

fn public_key(player: Player) -> PublicKey {
	PublicKey::Ed25519(players::key(player).verifying_key().to_bytes())
}

fn mint(who: &AccountId, amount: Balance) -> Result<()> {
	Balances::mint_into(who, amount)
		.map(drop)
		.map_err(|error| format!("coins can't be issued: {error:?}"))
}

fn hold(
	reason: impl Into<freehold_runtime::RuntimeHoldReason>,
	who: &AccountId,
	amount: Balance,
) -> Result<()> {
	Balances::hold(&reason.into(), who, amount)
		.map_err(|error| format!("coins can't be held: {error:?}"))
}

fn call(who: &AccountId, call: impl Into<RuntimeCall>) -> Result<()> {
	let call: RuntimeCall = call.into();
	let shown = format!("{call:?}");
	call.dispatch(RuntimeOrigin::signed(who.clone()))
		.map(drop)
		.map_err(|failed| format!("the runtime refused {shown}: {:?}", failed.error))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		players::Activity,
		trades::{Terms, Traders},
	};
	use freehold_runtime::{invariants, Market, System};
	use sp_io::TestExternalities;

	const SIZE: Size = Size { players: 1_000, items: 1_500 };

	fn grown() -> (TestExternalities, Hash) {
		let genesis = genesis().expect("there is one");
		let hash = genesis_hash(&genesis);
		let mut storage = genesis.clone();
		storage.top.extend(growth(&genesis, SIZE).expect("it grows").flatten());
		(TestExternalities::new(storage), hash)
	}

	#[test]
	fn every_invariant_holds() {
		let (mut state, hash) = grown();

		state.execute_with(|| {
			assert_eq!(invariants::check(), Ok(()));
			assert_eq!(System::block_hash(0u32), hash);
			assert_eq!(pallet_items::Items::<Runtime>::iter_keys().count(), 1_500);
			assert_eq!(pallet_avatars::Devices::<Runtime>::iter_keys().count(), 1_000);
		});
	}

	#[test]
	fn its_hash_is_of_all_but_the_runtime() {
		let genesis = genesis().expect("there is one");
		let mut other = genesis.clone();
		other.top.insert(CODE.to_vec(), b"another".to_vec());

		assert_eq!(hash(&genesis, SIZE), hash(&other, SIZE));
		assert_ne!(hash(&genesis, SIZE), hash(&genesis, Size::of(1_000)));
		other.top.insert(b"more".to_vec(), Vec::new());
		assert_ne!(hash(&genesis, SIZE), hash(&other, SIZE));
	}

	/// Whoever trades, each trade is good when its turn comes.
	#[test]
	fn all_trades_are_settled() {
		let (mut state, genesis) = grown();

		state.execute_with(|| {
			System::set_block_number(1);
			for activity in [Activity::Uniform, Activity::Zipf, Activity::Crowd] {
				let before = Market::last_batch(WORLD).map_or(0, |last| last.seq);
				// Signed numbers are spent, so the second pass needs a state that has seen nothing.
				frame_support::storage::with_transaction(|| {
					let terms = Terms { genesis, valid_until: 100 };
					let mut traders = Traders::new(SIZE, activity, terms);
					for seq in before + 1..before + 4 {
						let trades = traders.batch(200).try_into().expect("it is a small batch");
						let settle =
							pallet_market::Call::<Runtime>::settle { world: WORLD, seq, trades };
						call(&SETTLER.to_account_id(), settle).expect("it is a good batch");
						let event = System::events().pop().expect("there is one").event;
						let freehold_runtime::RuntimeEvent::Market(
							pallet_market::Event::BatchSettled { refused, .. },
						) = event
						else {
							panic!("{event:?}");
						};
						assert!(refused.is_empty(), "{refused:?}");
					}
					assert_eq!(invariants::check(), Ok(()));
					sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(()))
				})
				.expect("the closure returns no error");
			}
		});
	}

	#[test]
	fn items_are_dealt_out_completely() {
		let dealt: u32 = (0..SIZE.players).map(|player| SIZE.items_of(player)).sum();

		assert_eq!(dealt, SIZE.items);
		assert_eq!(parts(5, 2).collect::<Vec<_>>(), [vec![0, 1], vec![2, 3], vec![4]]);
	}
}
