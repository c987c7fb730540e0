// SPDX-License-Identifier: Apache-2.0
use crate as pallet_market;
use frame_support::{
	derive_impl, ensure,
	pallet_prelude::ValueQuery,
	storage_alias,
	traits::{fungible::InspectHold, ConstU128, ConstU32},
	BoundedVec, Identity,
};
use freehold_primitives::{
	asset::{Asset, Assets, Holding, UniqueId},
	benchmarking::{NewAvatar, NewItems, NewWorld},
	chain::{AccountId, Balance, Hash},
	device::{DeviceKey, PublicKey, Signer},
	fee::Fee,
	ids::{AvatarId, CollectionId, EstateId, ItemId, KindId, WorldId},
	land::Coordinates,
	order::{Acceptance, Order, OrderSignature, Trade},
	purse::{LaneIndex, Purse},
	settlement::Store,
	traits,
};
use sp_core::{ed25519, Pair};
use sp_keystore::{testing::MemoryKeystore, KeystoreExt};
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchError, DispatchResult};

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
	type Store = Records;
	type ListingDeposit = ConstU128<DEPOSIT>;
	type MaxTrades = ConstU32<8>;
	type WeightInfo = pallet_market::weights::SubstrateWeight<Test>;
	type BenchmarkHelper = Helper;
}

pub(crate) const DEPOSIT: Balance = 10;
pub(crate) const WORLD: WorldId = WorldId(7);
pub(crate) const TREASURY: AvatarId = AvatarId(0);
pub(crate) const ALICE: AvatarId = AvatarId(1);
pub(crate) const BOB: AvatarId = AvatarId(2);
pub(crate) const CAROL: AvatarId = AvatarId(3);
pub(crate) const SWORD: UniqueId =
	UniqueId::Item(ItemId { collection: CollectionId(0), serial: 0 });
pub(crate) const ESTATE: UniqueId = UniqueId::Estate(EstateId(0));
/// Most coins that [`settler`] may move in all.
pub(crate) const CAP: Balance = 1_000;

/// The account of the world's operator.
pub(crate) fn operator() -> AccountId {
	AccountId::new([100; 32])
}

/// The account of a settler with a cap.
pub(crate) fn settler() -> AccountId {
	AccountId::new([101; 32])
}

/// The account that owns the avatar.
pub(crate) fn owner(avatar: AvatarId) -> AccountId {
	AccountId::new([u8::try_from(avatar.0).expect("tests have few avatars"); 32])
}

pub(crate) fn signed(avatar: AvatarId) -> RuntimeOrigin {
	RuntimeOrigin::signed(owner(avatar))
}

/// Whether the world is closed.
#[storage_alias]
type Closed = StorageValue<Mock, bool, ValueQuery>;

/// Whether the world is suspended.
#[storage_alias]
type Suspended = StorageValue<Mock, bool, ValueQuery>;

/// How many coins the settler was charged with.
#[storage_alias]
type Charged = StorageValue<Mock, Balance, ValueQuery>;

/// Who settles for the world, if not [`settler`].
#[storage_alias]
type Hired = StorageValue<Mock, AccountId>;

/// What the world keeps, if not a tenth for [`TREASURY`].
#[storage_alias]
type Kept = StorageValue<Mock, Fee>;

/// One world; its fee is a tenth, the highest there is.
pub struct TheWorld;

impl TheWorld {
	/// As if the operator had closed it.
	pub(crate) fn close() {
		Closed::put(true);
	}

	/// As if the operator had suspended it.
	pub(crate) fn suspend() {
		Suspended::put(true);
	}

	/// How many coins the settler was charged with.
	pub(crate) fn charged() -> Balance {
		Charged::get()
	}
}

impl traits::Worlds<AccountId> for TheWorld {
	fn owner(world: WorldId) -> Result<AccountId, DispatchError> {
		let exists = world == WORLD && !Closed::get();
		ensure!(exists, DispatchError::Other("unknown world"));
		Ok(operator())
	}
	fn ensure_owner(who: &AccountId, world: WorldId) -> DispatchResult {
		ensure!(*who == Self::owner(world)?, DispatchError::Other("not owner"));
		Ok(())
	}
	fn ensure_settler(who: &AccountId, world: WorldId) -> DispatchResult {
		Self::ensure_open(world)?;
		let settles = [operator(), Hired::get().unwrap_or_else(settler)].contains(who);
		ensure!(settles, DispatchError::Other("not settler"));
		Ok(())
	}
	fn ensure_open(world: WorldId) -> DispatchResult {
		Self::owner(world)?;
		ensure!(!Suspended::get(), DispatchError::Other("suspended"));
		Ok(())
	}
	fn ensure_contains(world: WorldId, _: Coordinates) -> DispatchResult {
		Self::owner(world).map(|_| ())
	}
	fn fee(world: WorldId) -> Result<Option<Fee>, DispatchError> {
		Self::owner(world)?;
		Ok(Some(Kept::get().unwrap_or(Fee { to: TREASURY, rate: 1_000 })))
	}
	fn charge(who: &AccountId, world: WorldId, value: Balance) -> DispatchResult {
		Self::ensure_settler(who, world)?;
		if *who == settler() {
			let charged = Charged::get().saturating_add(value);
			ensure!(charged <= CAP, DispatchError::Other("over the cap"));
			Charged::put(charged);
		}
		Ok(())
	}
	fn retain(_: WorldId) -> DispatchResult {
		unreachable!("listings need no world")
	}
	fn release(_: WorldId) {
		unreachable!("listings need no world")
	}
}

/// Who owns each avatar that was sold, or that a benchmark has made.
#[storage_alias]
type Made = StorageMap<Mock, Identity, AvatarId, AccountId>;

/// Four avatars, of an account and one device each. Those that benchmarks make come after them.
pub struct Players;

impl Players {
	/// As if the avatar's owner had offered it for sale.
	pub(crate) fn offer(avatar: AvatarId) {
		let purse = Records.purse(avatar).expect("tests offer avatars that exist");
		Records.set_purse(avatar, Purse { frozen: true, ..purse });
	}

	/// As if the account had bought the avatar.
	pub(crate) fn sell(avatar: AvatarId, to: AccountId) {
		Made::insert(avatar, to);
	}
}

impl traits::Avatars<AccountId> for Players {
	fn owner(avatar: AvatarId) -> Result<AccountId, DispatchError> {
		Self::ensure_exists(avatar)?;
		Ok(Made::get(avatar).unwrap_or_else(|| owner(avatar)))
	}
	fn tenure(_: AvatarId) -> Result<u32, DispatchError> {
		unreachable!("the market asks who owns an avatar, not how often that changed")
	}
	fn ensure_exists(avatar: AvatarId) -> DispatchResult {
		ensure!(Purses::contains_key(avatar), DispatchError::Other("unknown avatar"));
		Ok(())
	}
	fn ensure_owner(who: &AccountId, avatar: AvatarId) -> DispatchResult {
		ensure!(*who == Self::owner(avatar)?, DispatchError::Other("not yours"));
		let offered = Records.purse(avatar).is_some_and(|purse| purse.frozen);
		ensure!(!offered, DispatchError::Other("offered"));
		Ok(())
	}
	fn retain(_: AvatarId, _: u32) -> DispatchResult {
		unreachable!("the kernel counts in the purses")
	}
	fn release(_: AvatarId, _: u32) {
		unreachable!("the kernel counts in the purses")
	}
}

#[storage_alias]
type Purses = StorageMap<Mock, Identity, AvatarId, Purse>;

#[storage_alias]
type Holdings = StorageMap<Mock, Identity, UniqueId, Holding>;

/// The devices of avatars, if not as they are at first: without limits.
#[storage_alias]
type Devices = StorageMap<Mock, Identity, AvatarId, DeviceKey>;

/// Records of avatars, items and estates as the real pallets keep them: in storage.
#[derive(Default)]
pub struct Records;

impl Store for Records {
	fn signer(&self, avatar: AvatarId, lane: LaneIndex) -> Option<Signer> {
		<Players as traits::Avatars<_>>::ensure_exists(avatar).ok()?;
		match lane {
			0 => Some(Signer::Owner(owner(avatar))),
			1 => Some(Signer::Device(device_key(avatar))),
			_ => None,
		}
	}
	fn set_device(&mut self, avatar: AvatarId, _: LaneIndex, device: DeviceKey) {
		Devices::insert(avatar, device);
	}
	fn purse(&self, avatar: AvatarId) -> Option<Purse> {
		Purses::get(avatar)
	}
	fn holding(&self, asset: UniqueId) -> Option<Holding> {
		Holdings::get(asset)
	}
	fn units(&self, _: KindId, _: AvatarId) -> u64 {
		0
	}
	fn set_purse(&mut self, avatar: AvatarId, purse: Purse) {
		Purses::insert(avatar, purse);
	}
	fn set_holding(&mut self, asset: UniqueId, holding: Holding) {
		Holdings::insert(asset, holding);
	}
	fn set_units(&mut self, _: KindId, _: AvatarId, _: u64) {}
}

/// For benchmarks: there is one world, whose owner does not matter.
pub struct Helper;

impl NewAvatar<AccountId> for Helper {
	fn new_avatar(owner: &AccountId, coins: Balance) -> AvatarId {
		let mut avatars = (4..).map(AvatarId);
		let avatar = avatars.find(|it| !Purses::contains_key(it)).expect("a few");
		Purses::insert(avatar, Purse { balance: coins, ..Purse::default() });
		Made::insert(avatar, owner);
		avatar
	}
}

impl NewWorld<AccountId> for Helper {
	fn new_world(_owner: &AccountId, fee: Option<Fee>) -> WorldId {
		Kept::set(fee);
		WORLD
	}

	fn new_settler(_world: WorldId, who: &AccountId) {
		Hired::put(who);
	}
}

impl NewItems for Helper {
	fn new_items(owner: AvatarId, count: u32) -> Vec<ItemId> {
		let items = (0..count).map(|serial| ItemId { collection: CollectionId(0), serial });
		items
			.inspect(|item| Holdings::insert(UniqueId::Item(*item), Holding::new(owner)))
			.collect()
	}
}

pub(crate) fn device(avatar: AvatarId) -> ed25519::Pair {
	ed25519::Pair::from_seed(&[u8::try_from(avatar.0).expect("tests have few avatars"); 32])
}

/// The record of the avatar's device.
pub(crate) fn device_key(avatar: AvatarId) -> DeviceKey {
	Devices::get(avatar).unwrap_or_else(|| DeviceKey {
		key: PublicKey::Ed25519(device(avatar).public().0),
		valid_until: 1_000,
		world: None,
		limits: None,
	})
}

pub(crate) fn balance(avatar: AvatarId) -> Balance {
	Records.purse(avatar).expect("tests ask for avatars that exist").balance
}

pub(crate) fn holding(asset: UniqueId) -> Holding {
	Records.holding(asset).expect("tests ask for assets that exist")
}

pub(crate) fn held(who: AvatarId) -> Balance {
	Balances::balance_on_hold(&crate::HoldReason::Listing.into(), &owner(who))
}

/// The seller sells the sword for a price, both signed by devices.
pub(crate) fn sale(seller: AvatarId, buyer: AvatarId, price: Balance, number: u32) -> Trade {
	sale_of(SWORD, seller, buyer, price, number)
}

/// The seller sells an asset that has changed hands `number` times.
pub(crate) fn sale_of(
	asset: UniqueId,
	seller: AvatarId,
	buyer: AvatarId,
	price: Balance,
	number: u32,
) -> Trade {
	let side = |asset| Assets::truncate_from(vec![asset]);
	let order = Order {
		world: WORLD,
		maker: seller,
		lane: 1,
		taker: None,
		give: side(asset.at_version(number)),
		want: side(Asset::Coins(price)),
		lots: 1,
		min_lots: 1,
		max_deduction: 1_000,
		number,
		valid_until: 100,
	};
	let acceptance =
		Acceptance { taker: buyer, lane: 1, lots: 1, max_deduction: 0, number, valid_until: 100 };
	sign(order, Acceptance { max_deduction: 1_000, ..acceptance })
}

pub(crate) fn sign(order: Order, acceptance: Acceptance) -> Trade {
	let genesis: Hash = System::block_hash(0);
	let ed25519 = |who, message: &[u8]| OrderSignature::Ed25519(device(who).sign(message).0);
	let order_signature = ed25519(order.maker, &order.signing_bytes(&genesis));
	let message = acceptance.signing_bytes(&genesis, &order.hash(&genesis));
	let acceptance_signature = ed25519(acceptance.taker, &message);
	Trade { order, order_signature, acceptance, acceptance_signature }
}

pub(crate) fn batch<const N: usize>(trades: [Trade; N]) -> BoundedVec<Trade, ConstU32<8>> {
	trades.to_vec().try_into().expect("tests settle at most eight")
}

/// Every avatar's purse counts what the avatar owns.
fn assert_consumers_are_counted() {
	for (avatar, purse) in Purses::iter() {
		let owned = Holdings::iter_values().filter(|it| it.owner == avatar).count();
		assert_eq!(purse.consumers as usize, owned, "what avatar {avatar} owns");
	}
}

/// A chain with nothing on it, whose host signs: for benchmarks.
pub(crate) fn empty_chain() -> sp_io::TestExternalities {
	let genesis = frame_system::GenesisConfig::<Test>::default()
		.build_storage()
		.expect("the system's genesis has no input");
	let mut chain = sp_io::TestExternalities::new(genesis);
	chain.register_extension(KeystoreExt::new(MemoryKeystore::new()));
	chain
}

/// Runs a test in a world where Alice has a sword and an estate, and everyone 1,000 coins in the
/// purse and in the account, and checks the invariants after it.
pub(crate) fn with_a_sword(test: impl FnOnce()) {
	let mut genesis = frame_system::GenesisConfig::<Test>::default()
		.build_storage()
		.expect("the system's genesis has no input");
	let accounts = [TREASURY, ALICE, BOB, CAROL].map(owner);
	pallet_balances::GenesisConfig::<Test> {
		balances: accounts.map(|who| (who, 1_000)).to_vec(),
		..Default::default()
	}
	.assimilate_storage(&mut genesis)
	.expect("balances are above the existential deposit");
	sp_io::TestExternalities::new(genesis).execute_with(|| {
		System::set_block_number(1);
		for avatar in [TREASURY, ALICE, BOB, CAROL] {
			let consumers = if avatar == ALICE { 2 } else { 0 };
			Records.set_purse(avatar, Purse { balance: 1_000, consumers, ..Purse::default() });
		}
		for asset in [SWORD, ESTATE] {
			Records.set_holding(asset, Holding::new(ALICE));
		}
		test();
		Market::do_try_state().expect("every invariant holds after every test");
		assert_consumers_are_counted();
		let coins: Balance = Purses::iter_values().map(|purse| purse.balance).sum();
		assert_eq!(coins, 4_000, "coins moved and none came or went");
	});
}
