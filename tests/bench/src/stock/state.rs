// SPDX-License-Identifier: Apache-2.0

//! The state of the stock chain: accounts with coins, and items of a collection, all for sale.
//!
//! As in Freehold's own, most records are written without the calls that would have made them. What
//! they say is taken from those of the first account and the first item, which the calls made.

use super::runs::StockChain;
use crate::{
	chain::{Database, Entry},
	cores,
	players::Player,
	state::{change, genesis_hash, parts, Size},
	store::{self, Store},
	Result,
};
use codec::Encode;
use frame_support::traits::{fungible::Mutate, Get};
use freehold_bench_stock::{
	AccountId, Balance, Balances, Id, Runtime, RuntimeCall, RuntimeGenesisConfig, RuntimeOrigin,
	UNIT, WASM_BINARY,
};
use pallet_nfts::{CollectionConfig, ItemConfig, ItemDetailsFor};
use sp_core::{sr25519, storage::well_known_keys::CODE, Pair as _};
use sp_io::hashing::blake2_256;
use sp_runtime::{traits::Dispatchable, BuildStorage, Storage};
use sp_state_machine::BasicExternalities;
use std::{iter::once, path::PathBuf};

/// The only collection.
pub const COLLECTION: Id = 0;
/// What each item is for sale for.
pub const PRICE: Balance = UNIT;

/// What each account has, but for some change.
const COINS: Balance = 1_000_000 * UNIT;
/// Accounts whose records are written at once, and items, each of which has four.
const PLAYERS_AT_ONCE: u32 = 100_000;
const ITEMS_AT_ONCE: u32 = 25_000;

type AccountInfo = frame_system::AccountInfo<
	<Runtime as frame_system::Config>::Nonce,
	<Runtime as frame_system::Config>::AccountData,
>;
type NftsCall = pallet_nfts::Call<Runtime>;

/// What a player signs with.
pub fn key(player: Player) -> sr25519::Pair {
	sr25519::Pair::from_seed(&blake2_256(&(b"freehold bench", b"stock", player).encode()))
}

/// A player's account.
pub fn account(player: Player) -> AccountId {
	key(player).public().into()
}

/// The folder of a chain that has a state of this size and nothing else. Grows it if there is none.
pub fn grown(store: &Store, size: Size) -> Result<PathBuf> {
	let code = WASM_BINARY.ok_or(
		"the runtime of stock pallets was built without its wasm: build with the feature \
		 freehold-bench-stock/wasm, as scripts/bench does",
	)?;
	let genesis = genesis(code)?;
	store.keep(&store::name("stock", size, blake2_256(code)), |folder| {
		StockChain::create(folder, Database::RocksDb, genesis.clone(), growth(&genesis, size)?)
	})
}

/// A genesis with this runtime, and without an account.
fn genesis(code: &[u8]) -> Result<Storage> {
	let mut storage = RuntimeGenesisConfig::default().build_storage()?;
	storage.top.insert(CODE.to_vec(), code.to_vec());
	Ok(storage)
}

/// What a genesis lacks to be a state of this size, in parts that fit in memory.
fn growth(genesis: &Storage, size: Size) -> Result<impl Iterator<Item = Vec<Entry>>> {
	let (opening, model) = open(genesis, size)?;
	let first = model.account.clone();
	let players = parts(size.players, PLAYERS_AT_ONCE).map(move |numbers| {
		cores::map(&numbers, |player| {
			let mut record = first.clone();
			record.data.free = COINS + change(*player);
			let key = frame_system::Account::<Runtime>::hashed_key_for(account(*player));
			(key, record.encode())
		})
	});
	let items = parts(size.items, ITEMS_AT_ONCE).map(move |numbers| {
		let records = cores::map(&numbers, |item| model.item(*item, size));
		records.into_iter().flatten().collect::<Vec<_>>()
	});
	Ok(once(opening).chain(players).chain(items))
}

/// Makes the collection, the first account and the first item by calls, and counts all others as
/// if they were there. Returns what that wrote, and what the records of an account and an item say.
fn open(genesis: &Storage, size: Size) -> Result<(Vec<Entry>, Model)> {
	let mut state = BasicExternalities::new(genesis.clone());
	let hash = genesis_hash(genesis);
	let model = state.execute_with(|| {
		// The first block on the genesis writes this, and a grown state has another first block.
		frame_system::BlockHash::<Runtime>::insert(0, hash);
		found_collection(1)?;
		let first = account(0);
		endow(0)?;
		offer(0, &first)?;
		let missing = "the first item lacks a record";
		let model = Model {
			account: frame_system::Account::<Runtime>::get(&first),
			details: pallet_nfts::Item::<Runtime>::get(COLLECTION, 0).ok_or(missing)?,
			config: pallet_nfts::ItemConfigOf::<Runtime>::get(COLLECTION, 0).ok_or(missing)?,
			price: pallet_nfts::ItemPriceOf::<Runtime>::get(COLLECTION, 0).ok_or(missing)?,
		};
		count(size);
		Ok::<_, String>(model)
	})?;
	let written = state.into_storages().top.into_iter();
	Ok((written.filter(|(key, value)| genesis.top.get(key) != Some(value)).collect(), model))
}

/// What the records of an account and of an item say.
struct Model {
	account: AccountInfo,
	details: ItemDetailsFor<Runtime, ()>,
	config: ItemConfig,
	price: (Balance, Option<AccountId>),
}

impl Model {
	/// The records of an item.
	fn item(&self, item: Id, size: Size) -> [Entry; 4] {
		let owner = account(size.first_owner(item));
		let owned = pallet_nfts::Account::<Runtime>::hashed_key_for((&owner, COLLECTION, item));
		let mut details = self.details.clone();
		details.owner = owner;
		[
			(owned, ().encode()),
			(pallet_nfts::Item::<Runtime>::hashed_key_for(COLLECTION, item), details.encode()),
			(
				pallet_nfts::ItemConfigOf::<Runtime>::hashed_key_for(COLLECTION, item),
				self.config.encode(),
			),
			(
				pallet_nfts::ItemPriceOf::<Runtime>::hashed_key_for(COLLECTION, item),
				self.price.encode(),
			),
		]
	}
}

/// Who made the collection and its items. Signs nothing that is measured.
fn issuer() -> AccountId {
	AccountId::new(blake2_256(b"freehold bench stock issuer"))
}

/// Makes the collection, of someone who can pay the deposits of so many items.
fn found_collection(items: u32) -> Result<()> {
	let deposit: Balance = <Runtime as pallet_nfts::Config>::CollectionDeposit::get();
	mint(&issuer(), COINS + deposit + deposits(items))?;
	let create = NftsCall::create { admin: issuer().into(), config: CollectionConfig::default() };
	call(&issuer(), create)
}

/// Gives an account its coins.
fn endow(player: Player) -> Result<()> {
	mint(&account(player), COINS + change(player))
}

/// Makes an item, whose owner puts it up for sale.
fn offer(item: Id, owner: &AccountId) -> Result<()> {
	let (collection, mint_to) = (COLLECTION, owner.clone().into());
	call(&issuer(), NftsCall::mint { collection, item, mint_to, witness_data: None })?;
	let (price, whitelisted_buyer) = (Some(PRICE), None);
	call(owner, NftsCall::set_price { collection, item, price, whitelisted_buyer })
}

/// Counts the accounts and the items beside the first, and what they have in coins.
fn count(size: Size) {
	let deposits = deposits(size.items - 1);
	frame_system::Account::<Runtime>::mutate(issuer(), |issuer| issuer.data.reserved += deposits);
	pallet_balances::TotalIssuance::<Runtime>::mutate(|issuance| {
		let change: Balance = (1..size.players).map(change).sum();
		*issuance += Balance::from(size.players - 1) * COINS + change + deposits;
	});
	pallet_nfts::Collection::<Runtime>::mutate_extant(COLLECTION, |collection| {
		collection.items = size.items;
		collection.item_configs = size.items;
	});
}

/// What is held for so many items.
fn deposits(items: u32) -> Balance {
	let one: Balance = <Runtime as pallet_nfts::Config>::ItemDeposit::get();
	Balance::from(items) * one
}

fn mint(who: &AccountId, amount: Balance) -> Result<()> {
	Balances::mint_into(who, amount)
		.map(drop)
		.map_err(|error| format!("coins can't be issued: {error:?}"))
}

fn call(who: &AccountId, call: impl Into<RuntimeCall>) -> Result<()> {
	let call: RuntimeCall = call.into();
	let shown = format!("{call:?}");
	call.dispatch(RuntimeOrigin::signed(who.clone()))
		.map(drop)
		.map_err(|failed| format!("the runtime refused {shown}: {:?}", failed.error))
}

#[cfg(test)]
pub mod tests {
	use super::*;
	use sp_io::TestExternalities;

	pub const SIZE: Size = Size { players: 10, items: 25 };

	/// A state of that size, with no runtime in it but the one in this process.
	pub fn state() -> TestExternalities {
		let genesis = genesis(b"none").expect("there is one");
		let mut storage = genesis.clone();
		storage.top.extend(growth(&genesis, SIZE).expect("it grows").flatten());
		TestExternalities::new(storage)
	}

	#[test]
	fn records_are_those_that_calls_make() {
		let genesis = genesis(b"none").expect("there is one");
		let mut called = BasicExternalities::new(genesis.clone());
		called.execute_with(|| {
			frame_system::BlockHash::<Runtime>::insert(0, genesis_hash(&genesis));
			found_collection(SIZE.items).expect("the issuer can pay");
			for player in 0..SIZE.players {
				endow(player).expect("it is below the limit");
			}
			for item in 0..SIZE.items {
				offer(item, &account(SIZE.first_owner(item))).expect("the issuer can pay");
			}
		});

		let mut grown = genesis.clone();
		grown.top.extend(growth(&genesis, SIZE).expect("it grows").flatten());
		assert_eq!(grown.top, called.into_storages().top);
	}
}
