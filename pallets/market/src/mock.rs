// SPDX-License-Identifier: Apache-2.0
use crate::{
	self as pallet_market, Auctions, Book, Event, NextAuctionId, NextOrderId, Price, Wanted,
};
use frame_support::{
	assert_ok, derive_impl,
	dispatch::DispatchResultWithPostInfo,
	ensure,
	pallet_prelude::ValueQuery,
	storage_alias,
	traits::{fungible::InspectHold, ConstU128, ConstU32},
	BoundedVec, Identity,
};
use freehold_primitives::{
	asset::{Asset, Assets, Class, Holding, Lock, Owned, Stack, UniqueId},
	benchmarking::{NewAvatar, NewItems, NewWorld},
	chain::{AccountId, Balance, BlockNumber, Hash},
	device::{DeviceKey, PublicKey, Signer},
	fee::{BasisPoints, Fee, Raise, MAX_ROYALTY},
	ids::{AuctionId, AvatarId, CollectionId, EstateId, ItemId, KindId, OrderId, WorldId},
	land::{Coordinates, ParcelId},
	order::{Acceptance, Fills, Order, OrderSignature, Trade},
	purse::{jump_after, LaneIndex, Purse},
	settlement::{Refusal, Store, Terms},
	traits,
};
use sp_core::{ed25519, Pair};
use sp_keystore::{testing::MemoryKeystore, KeystoreExt};
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchError, DispatchResult};
use std::collections::BTreeMap;

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

/// Makes `block` the current one.
pub(crate) fn go_to(block: BlockNumber) {
	System::set_block_number(block.into());
}

/// Begins the next block, after one with this hash.
pub(crate) fn begin_after(parent: Hash) {
	System::initialize(&(System::block_number() + 1), &parent, &Default::default());
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

	/// As if the operator had opened it again.
	pub(crate) fn resume() {
		Suspended::put(false);
	}

	/// As if the operator had set another fee, for the same avatar.
	pub(crate) fn keep(rate: BasisPoints) {
		Self::keep_for(TREASURY, rate);
	}

	/// As if the operator had set another fee, and for whom.
	pub(crate) fn keep_for(to: AvatarId, rate: BasisPoints) {
		Kept::put(Fee { to, rate });
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
		unreachable!("what is on the market needs no world")
	}
	fn release(_: WorldId) {
		unreachable!("what is on the market needs no world")
	}
}

/// Who owns each avatar that was sold, or that a benchmark has made.
#[storage_alias]
type Made = StorageMap<Mock, Identity, AvatarId, AccountId>;

/// How often an avatar was sold.
#[storage_alias]
type Tenures = StorageMap<Mock, Identity, AvatarId, u32, ValueQuery>;

#[storage_alias]
type Purses = StorageMap<Mock, Identity, AvatarId, Purse>;

/// The coins that are set aside from all purses.
#[storage_alias]
type Aside = StorageValue<Mock, Balance, ValueQuery>;

/// Four avatars, of an account and one device each. Those that benchmarks make come after them.
pub struct Players;

impl Players {
	/// As if the avatar's owner had offered it for sale.
	pub(crate) fn offer(avatar: AvatarId) {
		Records.set_purse(avatar, Purse { frozen: true, ..purse(avatar) });
	}

	/// As if the avatar's owner had withdrawn the offer.
	pub(crate) fn withdraw_offer(avatar: AvatarId) {
		Records.set_purse(avatar, Purse { frozen: false, ..purse(avatar) });
	}

	/// As if the account had bought the avatar: with all that is in it, but no order signed before
	/// counts.
	pub(crate) fn sell(avatar: AvatarId, to: AccountId) {
		let mut purse = Purse { frozen: false, ..purse(avatar) };
		purse.void_orders(jump_after(&System::parent_hash()));
		Records.set_purse(avatar, purse);
		let _ = PartlyFilled::clear_prefix(avatar, u32::MAX, None);
		Made::insert(avatar, to);
		Tenures::mutate(avatar, |tenure| *tenure += 1);
	}
}

impl traits::Avatars<AccountId> for Players {
	fn owner(avatar: AvatarId) -> Result<AccountId, DispatchError> {
		Self::ensure_exists(avatar)?;
		Ok(Made::get(avatar).unwrap_or_else(|| owner(avatar)))
	}
	fn tenure(avatar: AvatarId) -> Result<u32, DispatchError> {
		Self::ensure_exists(avatar)?;
		Ok(Tenures::get(avatar))
	}
	fn ensure_exists(avatar: AvatarId) -> DispatchResult {
		ensure!(Purses::contains_key(avatar), DispatchError::Other("unknown avatar"));
		Ok(())
	}
	fn ensure_owner(who: &AccountId, avatar: AvatarId) -> DispatchResult {
		ensure!(*who == Self::owner(avatar)?, DispatchError::Other("not yours"));
		ensure!(!purse(avatar).frozen, DispatchError::Other("offered"));
		Ok(())
	}
	fn retain(avatar: AvatarId, records: u32) -> DispatchResult {
		Self::ensure_exists(avatar)?;
		let purse = purse(avatar);
		let consumers = purse.consumers.checked_add(records);
		let consumers = consumers.ok_or(DispatchError::Other("too many records"))?;
		Records.set_purse(avatar, Purse { consumers, ..purse });
		Ok(())
	}
	fn release(avatar: AvatarId, records: u32) {
		let purse = purse(avatar);
		let consumers =
			purse.consumers.checked_sub(records).expect("what is released was retained");
		Records.set_purse(avatar, Purse { consumers, ..purse });
	}
}

impl traits::Purses for Players {
	fn set_aside(from: AvatarId, amount: Balance) -> DispatchResult {
		<Self as traits::Avatars<_>>::ensure_exists(from)?;
		let purse = purse(from);
		ensure!(!purse.frozen, DispatchError::Other("offered"));
		let balance = purse.balance.checked_sub(amount);
		let balance = balance.ok_or(DispatchError::Other("too few coins"))?;
		Records.set_purse(from, Purse { balance, ..purse });
		Aside::mutate(|aside| *aside += amount);
		Ok(())
	}
	fn pay_out(to: AvatarId, amount: Balance) -> DispatchResult {
		<Self as traits::Avatars<_>>::ensure_exists(to)?;
		let aside = Aside::get().checked_sub(amount);
		Aside::put(aside.ok_or(DispatchError::Other("not set aside"))?);
		let purse = purse(to);
		Records.set_purse(to, Purse { balance: purse.balance + amount, ..purse });
		Ok(())
	}
	fn pay(from: AvatarId, to: AvatarId, amount: Balance) -> DispatchResult {
		<Self as traits::Avatars<_>>::ensure_exists(to)?;
		Self::set_aside(from, amount)?;
		Self::pay_out(to, amount)
	}
}

/// The parcels that somebody rents.
#[storage_alias]
type Rented = StorageMap<Mock, Identity, ParcelId, ()>;

/// Knows what is let.
pub struct Ground;

impl Ground {
	/// As if the parcel had been let, which moves its version.
	pub(crate) fn let_out(parcel: UniqueId) {
		Rented::insert(parcel_id(parcel), ());
		change(parcel);
	}

	/// As if the tenant had left, which moves its version too.
	pub(crate) fn end_lease(parcel: UniqueId) {
		Rented::remove(parcel_id(parcel));
		change(parcel);
	}
}

fn parcel_id(parcel: UniqueId) -> ParcelId {
	match parcel {
		UniqueId::Parcel(id) => id,
		other => panic!("tests let parcels, not {other}"),
	}
}

impl traits::Land for Ground {
	fn is_let(parcel: ParcelId) -> bool {
		Rented::contains_key(parcel)
	}
}

#[storage_alias]
type Holdings = StorageMap<Mock, Identity, UniqueId, Holding>;

/// What each item is.
#[storage_alias]
type Classes = StorageMap<Mock, Identity, UniqueId, Class>;

/// Whether each kind may change hands, the only world in which it may, and its royalty.
#[storage_alias]
type Kinds = StorageMap<Mock, Identity, KindId, (bool, Option<WorldId>, BasisPoints)>;

/// The last raise of each kind's royalty.
#[storage_alias]
type Raises = StorageMap<Mock, Identity, KindId, Raise>;

#[storage_alias]
type Stacks = StorageMap<Mock, Identity, (KindId, AvatarId), Stack>;

/// What the beneficiaries of each kind can collect.
#[storage_alias]
type Accrued = StorageMap<Mock, Identity, KindId, Balance, ValueQuery>;

/// The coins that are kept aside for all of them.
#[storage_alias]
type Royalties = StorageValue<Mock, Balance, ValueQuery>;

/// The orders that are partly filled.
#[storage_alias]
type PartlyFilled = StorageDoubleMap<Mock, Identity, AvatarId, Identity, LaneIndex, Fills>;

/// The devices of avatars, if not as they are at first: one in slot 1, without limits.
#[storage_alias]
type Devices = StorageDoubleMap<Mock, Identity, AvatarId, Identity, LaneIndex, DeviceKey>;

/// Records of avatars, items and land as the real pallets keep them: in storage.
#[derive(Default)]
pub struct Records;

impl Store for Records {
	fn signer(&self, avatar: AvatarId, lane: LaneIndex) -> Option<Signer> {
		<Players as traits::Avatars<_>>::ensure_exists(avatar).ok()?;
		match lane {
			0 => <Players as traits::Avatars<_>>::owner(avatar).ok().map(Signer::Owner),
			1 => Some(Signer::Device(device_key(avatar))),
			_ => Devices::get(avatar, lane).map(Signer::Device),
		}
	}
	fn purse(&self, avatar: AvatarId) -> Option<Purse> {
		Purses::get(avatar)
	}
	fn asset(&self, asset: UniqueId) -> Option<Owned> {
		let holding = Holdings::get(asset)?;
		Some(Owned { holding, class: Classes::get(asset) })
	}
	fn terms(&self, kind: KindId) -> Option<Terms> {
		let (transferable, home, royalty) = Kinds::get(kind)?;
		Some(Terms { transferable, home, royalty, raise: Raises::get(kind) })
	}
	fn units(&self, kind: KindId, avatar: AvatarId) -> Stack {
		Stacks::get((kind, avatar)).unwrap_or_default()
	}
	fn fills(&self, avatar: AvatarId, lane: LaneIndex) -> Fills {
		PartlyFilled::get(avatar, lane).unwrap_or_default()
	}
	fn set_device(&mut self, avatar: AvatarId, lane: LaneIndex, device: DeviceKey) {
		Devices::insert(avatar, lane, device);
	}
	fn set_purse(&mut self, avatar: AvatarId, purse: Purse) {
		Purses::insert(avatar, purse);
	}
	fn set_holding(&mut self, asset: UniqueId, holding: Holding) {
		Holdings::insert(asset, holding);
	}
	fn set_units(&mut self, kind: KindId, avatar: AvatarId, stack: Stack) {
		Stacks::set((kind, avatar), (!stack.is_empty()).then_some(stack));
	}
	fn set_fills(&mut self, avatar: AvatarId, lane: LaneIndex, fills: Fills) {
		PartlyFilled::set(avatar, lane, (!fills.is_empty()).then_some(fills));
	}
	fn accrue(&mut self, kind: KindId, amount: Balance) -> DispatchResult {
		Accrued::mutate(kind, |accrued| *accrued += amount);
		Ok(())
	}
	fn set_aside(&mut self, amount: Balance) -> DispatchResult {
		Royalties::mutate(|royalties| *royalties += amount);
		Ok(())
	}
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
		let mut collections = (100..).map(CollectionId);
		let is_free =
			|it: &CollectionId| !Kinds::contains_key(KindId { collection: *it, index: 0 });
		let collection = collections.find(is_free).expect("a few");
		Kinds::insert(KindId { collection, index: 0 }, (true, None::<WorldId>, MAX_ROYALTY));
		let items = (0..count).map(|serial| ItemId { collection, serial });
		items.inspect(|item| mint(UniqueId::Item(*item), owner)).collect()
	}
}

pub(crate) fn purse(avatar: AvatarId) -> Purse {
	Records.purse(avatar).expect("tests ask for avatars that exist")
}

pub(crate) fn balance(avatar: AvatarId) -> Balance {
	purse(avatar).balance
}

/// How many records name the avatar.
pub(crate) fn consumers(avatar: AvatarId) -> u32 {
	purse(avatar).consumers
}

/// The coins that are set aside.
pub(crate) fn aside() -> Balance {
	Aside::get()
}

/// What the beneficiaries of the kind can collect.
pub(crate) fn accrued(kind: KindId) -> Balance {
	Accrued::get(kind)
}

pub(crate) fn holding(asset: UniqueId) -> Holding {
	Holdings::get(asset).expect("tests ask for assets that exist")
}

/// The units that the avatar may give away, and those it may not.
pub(crate) fn stack(kind: KindId, avatar: AvatarId) -> (u64, u64) {
	let Stack { free, locked } = Records.units(kind, avatar);
	(free, locked)
}

/// The asset in the state that it has now.
pub(crate) fn as_it_is(asset: UniqueId) -> Asset {
	asset.at_version(holding(asset).version)
}

/// So many arrows.
pub(crate) fn arrows(amount: u64) -> Asset {
	Asset::Units { kind: ARROWS, amount }
}

/// One side of a trade.
pub(crate) fn side(assets: &[Asset]) -> Assets {
	assets.to_vec().try_into().expect("tests trade at most eight assets")
}

/// The kind of an item: the first of its collection. Land has none.
fn kind_of(asset: UniqueId) -> Option<KindId> {
	match asset {
		UniqueId::Item(item) => Some(KindId { collection: item.collection, index: 0 }),
		UniqueId::Parcel(_) | UniqueId::Estate(_) => None,
	}
}

/// As if the asset had been made for the avatar. An item is made under the highest royalty, so that
/// of its kind is what counts.
pub(crate) fn mint(asset: UniqueId, to: AvatarId) {
	mint_at(asset, to, MAX_ROYALTY);
}

/// As if the item had been made for the avatar when its kind had this royalty.
pub(crate) fn mint_at(asset: UniqueId, to: AvatarId, royalty: BasisPoints) {
	assert!(!Holdings::contains_key(asset), "it is made once");
	Holdings::insert(asset, Holding::new(to));
	if let Some(kind) = kind_of(asset) {
		Classes::insert(asset, Class { kind, royalty });
	}
	retain(to);
}

/// As if the units had been made for the avatar.
pub(crate) fn mint_units(kind: KindId, to: AvatarId, amount: u64) {
	let stack = Records.units(kind, to);
	if stack.is_empty() {
		retain(to);
	}
	Records.set_units(kind, to, Stack { free: stack.free + amount, ..stack });
}

fn retain(avatar: AvatarId) {
	<Players as traits::Avatars<_>>::retain(avatar, 1).expect("tests have few records");
}

/// As if the item had been burned.
pub(crate) fn burn(asset: UniqueId) {
	let holding = holding(asset);
	assert_eq!(holding.lock, None, "what is locked is not burned");
	Holdings::remove(asset);
	Classes::remove(asset);
	<Players as traits::Avatars<_>>::release(holding.owner, 1);
}

/// As if the issuer had removed a kind of which there is nothing.
pub(crate) fn remove_kind(kind: KindId) {
	Kinds::remove(kind);
}

/// As if land had been let: its version moves, whoever locks it.
pub(crate) fn change(asset: UniqueId) {
	let holding = holding(asset);
	Holdings::insert(asset, Holding { version: holding.version + 1, ..holding });
}

/// As if the asset were locked elsewhere.
pub(crate) fn lock(asset: UniqueId, lock: Lock) {
	Holdings::insert(asset, Holding { lock: Some(lock), ..holding(asset) });
}

/// As if its owner had given the unlocked asset away.
pub(crate) fn give_away(asset: UniqueId, to: AvatarId) {
	let holding = holding(asset);
	assert_eq!(holding.lock, None, "what is locked is not given away");
	Holdings::insert(asset, holding.moved_to(to));
	<Players as traits::Avatars<_>>::release(holding.owner, 1);
	retain(to);
}

/// As if the issuer had set the royalty of the kind.
pub(crate) fn set_royalty(kind: KindId, rate: BasisPoints) {
	Kinds::insert(kind, (true, None::<WorldId>, rate));
}

/// As if the issuer had raised the royalty of the kind: items with a lower serial pay no more than
/// `before`.
pub(crate) fn raise_royalty(kind: KindId, before: BasisPoints, rate: BasisPoints, serial: u32) {
	set_royalty(kind, rate);
	Raises::insert(kind, Raise { serial, rate: before });
}

/// As if the kind had been made soulbound.
pub(crate) fn bind(kind: KindId) {
	Kinds::insert(kind, (false, None::<WorldId>, 0));
}

/// As if the kind had been made for trade in one world only.
pub(crate) fn set_home(kind: KindId, home: WorldId) {
	Kinds::insert(kind, (true, Some(home), 0));
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

/// What a test lists: Alice's sword for 50 coins, if it does not say otherwise.
#[derive(Clone, Debug)]
pub(crate) struct Listing {
	pub(crate) world: WorldId,
	pub(crate) seller: AvatarId,
	pub(crate) lot: Vec<Asset>,
	pub(crate) price: Price,
	pub(crate) lots: u32,
	pub(crate) buyer: Option<AvatarId>,
	pub(crate) max_deduction: BasisPoints,
	pub(crate) until: BlockNumber,
}

impl Default for Listing {
	fn default() -> Self {
		Self {
			world: WORLD,
			seller: ALICE,
			lot: vec![SWORD.at_version(0)],
			price: Price::fixed(50),
			lots: 1,
			buyer: None,
			max_deduction: ALL,
			until: UNTIL,
		}
	}
}

impl Listing {
	/// Lists it as the owner of this avatar.
	pub(crate) fn by(self, who: AvatarId) -> DispatchResult {
		let Self { world, seller, lot, price, lots, buyer, max_deduction, until } = self;
		let origin = signed(who);
		Market::list(origin, world, seller, side(&lot), price, lots, buyer, max_deduction, until)
	}

	/// Lists it as the owner of the seller, which works.
	pub(crate) fn rest(self) -> OrderId {
		let seller = self.seller;
		rested(|| self.by(seller))
	}
}

/// What a test offers: 50 coins of Bob's for the sword, if it does not say otherwise.
#[derive(Clone, Debug)]
pub(crate) struct Offer {
	pub(crate) world: WorldId,
	pub(crate) bidder: AvatarId,
	pub(crate) price: Balance,
	pub(crate) wanted: Wanted,
	pub(crate) lots: u32,
	pub(crate) until: BlockNumber,
}

impl Default for Offer {
	fn default() -> Self {
		let wanted = Wanted::Asset(SWORD.at_version(0));
		Self { world: WORLD, bidder: BOB, price: 50, wanted, lots: 1, until: UNTIL }
	}
}

impl Offer {
	/// Offers it as the owner of this avatar.
	pub(crate) fn by(self, who: AvatarId) -> DispatchResult {
		let Self { world, bidder, price, wanted, lots, until } = self;
		Market::offer(signed(who), world, bidder, price, wanted, lots, until)
	}

	/// Offers it as the owner of the bidder, which works.
	pub(crate) fn rest(self) -> OrderId {
		let bidder = self.bidder;
		rested(|| self.by(bidder))
	}
}

/// What a test proposes: Alice's sword for ten of Bob's arrows, if it does not say otherwise.
#[derive(Clone, Debug)]
pub(crate) struct Barter {
	pub(crate) world: WorldId,
	pub(crate) maker: AvatarId,
	pub(crate) taker: AvatarId,
	pub(crate) give: Vec<Asset>,
	pub(crate) want: Vec<Asset>,
	pub(crate) max_deduction: BasisPoints,
	pub(crate) until: BlockNumber,
}

impl Default for Barter {
	fn default() -> Self {
		Self {
			world: WORLD,
			maker: ALICE,
			taker: BOB,
			give: vec![SWORD.at_version(0)],
			want: vec![arrows(10)],
			max_deduction: ALL,
			until: UNTIL,
		}
	}
}

impl Barter {
	/// Proposes it as the owner of this avatar.
	pub(crate) fn by(self, who: AvatarId) -> DispatchResult {
		let Self { world, maker, taker, give, want, max_deduction, until } = self;
		let (give, want) = (side(&give), side(&want));
		Market::barter(signed(who), world, maker, taker, give, want, max_deduction, until)
	}

	/// Proposes it as the owner of the maker, which works.
	pub(crate) fn rest(self) -> OrderId {
		let maker = self.maker;
		rested(|| self.by(maker))
	}
}

/// What a test puts up for auction: Alice's sword for at least 50 coins, if it does not say
/// otherwise. Bids in the last 5 blocks before 50 make it last longer, up to 70.
#[derive(Clone, Debug)]
pub(crate) struct Opening {
	pub(crate) world: WorldId,
	pub(crate) seller: AvatarId,
	pub(crate) lot: Vec<Asset>,
	pub(crate) reserve: Balance,
	pub(crate) least_raise: Balance,
	pub(crate) ends: BlockNumber,
	pub(crate) extension: BlockNumber,
	pub(crate) latest: BlockNumber,
	pub(crate) max_deduction: BasisPoints,
}

impl Default for Opening {
	fn default() -> Self {
		Self {
			world: WORLD,
			seller: ALICE,
			lot: vec![SWORD.at_version(0)],
			reserve: 50,
			least_raise: 10,
			ends: ENDS,
			extension: 5,
			latest: LATEST,
			max_deduction: ALL,
		}
	}
}

impl Opening {
	/// Opens it as the owner of this avatar.
	pub(crate) fn by(self, who: AvatarId) -> DispatchResult {
		let Self {
			world,
			seller,
			lot,
			reserve,
			least_raise,
			ends,
			extension,
			latest,
			max_deduction,
		} = self;
		Market::open_auction(
			signed(who),
			world,
			seller,
			side(&lot),
			reserve,
			least_raise,
			ends,
			extension,
			latest,
			max_deduction,
		)
	}

	/// Opens it as the owner of the seller, which works.
	pub(crate) fn open(self) -> AuctionId {
		let auction = NextAuctionId::<Test>::get();
		let seller = self.seller;
		assert_ok!(self.by(seller));
		auction
	}
}

/// The order that this puts on the market.
fn rested(call: impl FnOnce() -> DispatchResult) -> OrderId {
	let order = NextOrderId::<Test>::get();
	assert_ok!(call());
	order
}

/// Buys of an order as the owner of the buyer.
pub(crate) fn buy(
	order: OrderId,
	buyer: AvatarId,
	lots: u32,
	max_price: Balance,
) -> DispatchResult {
	Market::buy(signed(buyer), order, buyer, lots, max_price)
}

/// Accepts an offer as the owner of the seller.
pub(crate) fn accept_offer(order: OrderId, seller: AvatarId, asset: Asset) -> DispatchResult {
	Market::accept_offer(signed(seller), order, seller, asset, ALL)
}

/// Bids as the owner of the bidder.
pub(crate) fn bid(auction: AuctionId, bidder: AvatarId, amount: Balance) -> DispatchResult {
	Market::bid(signed(bidder), auction, bidder, amount)
}

pub(crate) fn device(avatar: AvatarId) -> ed25519::Pair {
	ed25519::Pair::from_seed(&[u8::try_from(avatar.0).expect("tests have few avatars"); 32])
}

/// The record of the avatar's device in slot 1.
pub(crate) fn device_key(avatar: AvatarId) -> DeviceKey {
	Devices::get(avatar, 1).unwrap_or_else(|| DeviceKey {
		key: PublicKey::Ed25519(device(avatar).public().0),
		valid_until: 1_000,
		world: None,
		limits: None,
	})
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
	let order = Order {
		give: side(&[asset.at_version(number)]),
		want: side(&[Asset::Coins(price)]),
		number,
		..order_of(seller)
	};
	sign(order, Acceptance { number, ..acceptance_of(buyer) })
}

/// An order of the avatar's device, of one coin for one coin.
pub(crate) fn order_of(maker: AvatarId) -> Order {
	Order {
		world: WORLD,
		maker,
		lane: 1,
		taker: None,
		give: side(&[Asset::Coins(1)]),
		want: side(&[Asset::Coins(1)]),
		lots: 1,
		min_lots: 1,
		max_deduction: ALL,
		number: 0,
		valid_until: UNTIL,
	}
}

/// An acceptance of the avatar's device, of one lot.
pub(crate) fn acceptance_of(taker: AvatarId) -> Acceptance {
	Acceptance { taker, lane: 1, lots: 1, max_deduction: ALL, number: 0, valid_until: UNTIL }
}

/// Signed by the device of either.
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

/// Settles trades under a number as the operator.
pub(crate) fn settle<const N: usize>(seq: u64, trades: [Trade; N]) -> DispatchResultWithPostInfo {
	Market::settle(RuntimeOrigin::signed(operator()), WORLD, seq, batch(trades))
}

/// Settles a trade alone, under the next number, and tells why it was refused if it was.
pub(crate) fn settle_one(trade: Trade) -> Option<Refusal> {
	let seq = Market::last_batch(WORLD).map_or(1, |last| last.seq + 1);
	assert_ok!(settle(seq, [trade]));
	match last_event() {
		Event::BatchSettled { refused, .. } => refused.first().map(|(_, reason)| *reason),
		other => panic!("a batch was settled last, not {other:?}"),
	}
}

/// The market's last event.
pub(crate) fn last_event() -> Event<Test> {
	match System::events().pop().map(|record| record.event) {
		Some(RuntimeEvent::Market(event)) => event,
		other => panic!("the market did something last, not {other:?}"),
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
/// purse and in the account, and checks the invariants after it. All kinds may be traded, without
/// a royalty.
pub(crate) fn with_a_sword(test: impl FnOnce()) {
	let mut genesis = frame_system::GenesisConfig::<Test>::default()
		.build_storage()
		.expect("the system's genesis has no input");
	pallet_balances::GenesisConfig::<Test> {
		balances: EVERYONE.map(|who| (owner(who), WEALTH)).to_vec(),
		..Default::default()
	}
	.assimilate_storage(&mut genesis)
	.expect("balances are above the existential deposit");
	sp_io::TestExternalities::new(genesis).execute_with(|| {
		go_to(NOW);
		for avatar in EVERYONE {
			Records.set_purse(avatar, Purse { balance: WEALTH, ..Purse::default() });
		}
		for kind in [BLADES, SHIELDS, ARROWS, POTIONS] {
			set_royalty(kind, 0);
		}
		mint(SWORD, ALICE);
		mint(ESTATE, ALICE);
		test();
		check();
	});
}

/// As [`with_a_sword`], where Alice and Bob also have a hundred arrows each, Bob a buckler, and
/// Carol a parcel.
pub(crate) fn with_goods(test: impl FnOnce()) {
	with_a_sword(|| {
		mint_units(ARROWS, ALICE, 100);
		mint_units(ARROWS, BOB, 100);
		mint(BUCKLER, BOB);
		mint(PARCEL, CAROL);
		test();
	});
}

/// Checks the invariants of the pallet, and what it told the others.
pub(crate) fn check() {
	Market::do_try_state().expect("every invariant holds after every test");
	check_coins();
	check_consumers();
	check_locks();
	check_deposits();
}

/// Coins move, and none comes or goes. Those set aside are what orders and bids say.
fn check_coins() {
	let purses: Balance = Purses::iter_values().map(|purse| purse.balance).sum();
	let royalties: Balance = Accrued::iter_values().sum();
	let all = WEALTH * EVERYONE.len() as Balance;
	assert_eq!(purses + royalties + Aside::get(), all, "coins moved and none came or went");
	assert_eq!(Royalties::get(), royalties, "what the kinds' creators can collect is there");

	let coins = |asset: &Asset| match asset {
		Asset::Coins(amount) => *amount,
		_ => 0,
	};
	let given = Book::<Test>::iter_values().map(|order| {
		let lot: Balance = order.give.iter().map(coins).sum();
		lot * Balance::from(order.lots)
	});
	let bid = Auctions::<Test>::iter_values().filter_map(|it| Some(it.best?.amount));
	let expected: Balance = given.chain(bid).sum();
	assert_eq!(Aside::get(), expected, "what is set aside is for orders and bids");
	assert_eq!(Market::escrowed(), expected, "the market knows what it has set aside");
}

/// Every purse counts the records that name its avatar.
fn check_consumers() {
	let owners = Holdings::iter_values().map(|holding| holding.owner);
	let stocked = Stacks::iter_keys().map(|(_, avatar)| avatar);
	let makers = Book::<Test>::iter_values().map(|order| order.maker);
	let bidders = Auctions::<Test>::iter_values().filter_map(|it| Some(it.best?.bidder));
	let mut counted = BTreeMap::<AvatarId, u32>::new();
	for avatar in owners.chain(stocked).chain(makers).chain(bidders) {
		*counted.entry(avatar).or_default() += 1;
	}
	for (avatar, purse) in Purses::iter() {
		let expected = counted.get(&avatar).copied().unwrap_or_default();
		assert_eq!(purse.consumers, expected, "records that name avatar {avatar}");
	}
}

/// What the market locks, and nothing else, is in an order or an auction.
fn check_locks() {
	let mut unique = BTreeMap::<UniqueId, (AvatarId, String)>::new();
	let mut units = BTreeMap::<(KindId, AvatarId), u64>::new();
	let mut pledge = |owner: AvatarId, assets: &Assets, lots: u32, lock: Lock| {
		for asset in assets {
			match (*asset, asset.unique()) {
				(_, Some((id, _))) => {
					let before = unique.insert(id, (owner, lock.to_string()));
					assert_eq!(before, None, "{id} is given once");
				},
				(Asset::Units { kind, amount }, _) => {
					*units.entry((kind, owner)).or_default() += amount * u64::from(lots);
				},
				_ => {},
			}
		}
	};
	for (key, order) in Book::<Test>::iter() {
		pledge(order.maker, &order.give, order.lots, Lock::Order(key.into()));
	}
	for (key, auction) in Auctions::<Test>::iter() {
		pledge(auction.seller, &auction.lot, 1, Lock::Auction(key.into()));
	}
	for (asset, holding) in Holdings::iter() {
		let locked = holding.lock.filter(|it| matches!(it, Lock::Order(_) | Lock::Auction(_)));
		let found = locked.map(|lock| (holding.owner, lock.to_string()));
		assert_eq!(found, unique.remove(&asset), "who keeps {asset}");
	}
	assert!(unique.is_empty(), "what is given exists: {unique:?}");
	for (key, stack) in Stacks::iter() {
		assert_eq!(stack.locked, units.remove(&key).unwrap_or_default(), "units of {key:?}");
	}
	assert!(units.is_empty(), "units that are given exist: {units:?}");
}

/// Nothing is held of anyone for what is no more.
fn check_deposits() {
	let orders: Vec<_> = Book::<Test>::iter_values().map(|it| it.payer).collect();
	let auctions: Vec<_> = Auctions::<Test>::iter_values().map(|it| it.payer).collect();
	let times = |payers: &[AccountId], who: &AccountId| -> Balance {
		payers.iter().filter(|payer| *payer == who).map(|_| 1).sum()
	};
	for avatar in EVERYONE {
		let who = owner(avatar);
		assert_eq!(held(avatar), ORDER_DEPOSIT * times(&orders, &who), "for orders of {who}");
		let expected = AUCTION_DEPOSIT * times(&auctions, &who);
		assert_eq!(held_for_auctions(avatar), expected, "for auctions of {who}");
	}
}
