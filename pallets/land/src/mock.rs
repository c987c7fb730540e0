// SPDX-License-Identifier: Apache-2.0
use crate::{self as pallet_land, LeaseTerms, Title};
use frame_support::{
	derive_impl,
	dispatch::DispatchResultWithPostInfo,
	parameter_types,
	storage::with_transaction,
	storage_alias,
	traits::{fungible::InspectHold, ConstU128, ConstU32},
	BoundedVec, Identity,
};
use freehold_primitives::{
	asset::{Asset, Holding, Lock, Owned, Stack, UniqueId},
	benchmarking::{NewAvatar, NewWorld},
	chain::{Balance, BlockNumber},
	device::{DeviceKey, Signer},
	fee::Fee,
	ids::{AuctionId, AvatarId, EstateId, KindId, OrderId, WorldId},
	key::{AvatarKey, WorldKey},
	land::{Area, Coordinates, ParcelId, Site, Zone},
	order::Fills,
	pointer::Pointer,
	purse::{LaneIndex, Purse},
	settlement::{Deal, Ledger, Pledge, Refusal, Store, Terms},
	traits,
};
use sp_runtime::{BuildStorage, DispatchError, DispatchResult, TransactionOutcome};
use std::collections::BTreeMap;

pub(crate) type AccountId = u64;

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
	pub type Land = pallet_land;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Self>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = System;
}

impl pallet_land::Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Worlds = TwoWorlds;
	type Avatars = Pairs;
	type Purses = Coins;
	type ParcelDeposit = ConstU128<DEPOSIT>;
	type SaleDeposit = ConstU128<SALE_DEPOSIT>;
	type EstateDeposit = ConstU128<ESTATE_DEPOSIT>;
	type ContentDeposit = ConstU128<CONTENT_DEPOSIT>;
	type StandingDeposit = ConstU128<STANDING_DEPOSIT>;
	type LeaseOfferDeposit = ConstU128<LEASE_OFFER_DEPOSIT>;
	type LeaseDeposit = ConstU128<LEASE_DEPOSIT>;
	type SweepReward = ConstU128<SWEEP_REWARD>;
	type MaxParcels = ConstU32<MAX_PARCELS>;
	type MaxTransfers = ConstU32<MAX_PARCELS>;
	type MaxEstateParcels = ConstU32<MAX_ESTATE_PARCELS>;
	type WeightInfo = pallet_land::weights::SubstrateWeight<Test>;
	type BenchmarkHelper = Helper;
}

// All are different, so that no deposit is taken for another.
pub(crate) const DEPOSIT: Balance = 10;
pub(crate) const SALE_DEPOSIT: Balance = 3;
pub(crate) const ESTATE_DEPOSIT: Balance = 5;
pub(crate) const CONTENT_DEPOSIT: Balance = 7;
pub(crate) const STANDING_DEPOSIT: Balance = 11;
pub(crate) const LEASE_OFFER_DEPOSIT: Balance = 13;
pub(crate) const LEASE_DEPOSIT: Balance = 17;
pub(crate) const SWEEP_REWARD: Balance = 2;

/// By what a site is locked that is listed.
pub(crate) const LISTED: Lock = Lock::Order(OrderId(0));
/// By what a site is locked that is up for auction.
pub(crate) const UP_FOR_AUCTION: Lock = Lock::Auction(AuctionId(0));

pub(crate) const MAX_PARCELS: u32 = 6;
pub(crate) const MAX_ESTATE_PARCELS: u32 = 10;

pub(crate) const WORLD: WorldId = WorldId(7);
pub(crate) const OTHER_WORLD: WorldId = WorldId(6);
pub(crate) const OPERATOR: AccountId = 1;
pub(crate) const ALICE: AccountId = 2;
pub(crate) const BOB: AccountId = 3;
pub(crate) const CAROL: AccountId = 4;

/// The other avatar of [`ALICE`].
pub(crate) const SECOND: AvatarId = AvatarId(20);

/// What every account has, free or on hold, and every purse, when a test begins.
pub(crate) const WEALTH: Balance = 1_000;

parameter_types! {
	pub const Bounds: Area = Area { min: Coordinates::new(-2, -2), max: Coordinates::new(2, 2) };
}

/// Who operates a world, if not [`OPERATOR`].
#[storage_alias]
type Operators = StorageMap<Mock, Identity, WorldKey, AccountId>;

/// The worlds that are suspended.
#[storage_alias]
type Suspended = StorageMap<Mock, Identity, WorldKey, ()>;

/// How many records need a world.
#[storage_alias]
type WorldConsumers = StorageMap<Mock, Identity, WorldKey, u32>;

/// How many records name an avatar.
#[storage_alias]
type AvatarConsumers = StorageMap<Mock, Identity, AvatarKey, u32>;

/// The avatars that are offered for sale.
#[storage_alias]
type Offered = StorageMap<Mock, Identity, AvatarKey, ()>;

/// Who owns each avatar that was sold, or that a benchmark has made.
#[storage_alias]
type Made = StorageMap<Mock, Identity, AvatarKey, AccountId>;

/// How often an avatar was sold.
#[storage_alias]
type Sold = StorageMap<Mock, Identity, AvatarKey, u32>;

/// The coins of a purse, if they are no longer [`WEALTH`].
#[storage_alias]
type PurseCoins = StorageMap<Mock, Identity, AvatarKey, Balance>;

/// The coins that are set aside.
#[storage_alias]
type SetAside = StorageValue<Mock, Balance>;

/// Two worlds, each of 5 by 5 parcels, operated by [`OPERATOR`] at first. Those that benchmarks
/// make have no end.
pub struct TwoWorlds;

impl traits::Worlds<AccountId> for TwoWorlds {
	fn owner(world: WorldId) -> Result<AccountId, DispatchError> {
		let first = [WORLD, OTHER_WORLD].contains(&world).then_some(OPERATOR);
		let operator = Operators::get(WorldKey::from(world)).or(first);
		operator.ok_or(DispatchError::Other("unknown world"))
	}
	fn ensure_owner(who: &AccountId, world: WorldId) -> DispatchResult {
		if *who == Self::owner(world)? {
			Ok(())
		} else {
			Err(DispatchError::Other("not owner"))
		}
	}
	fn ensure_settler(who: &AccountId, world: WorldId) -> DispatchResult {
		Self::ensure_owner(who, world)?;
		Self::ensure_open(world)
	}
	fn ensure_open(world: WorldId) -> DispatchResult {
		Self::owner(world)?;
		if Suspended::contains_key(WorldKey::from(world)) {
			Err(DispatchError::Other("suspended"))
		} else {
			Ok(())
		}
	}
	fn ensure_contains(world: WorldId, at: Coordinates) -> DispatchResult {
		Self::owner(world)?;
		if ![WORLD, OTHER_WORLD].contains(&world) || Bounds::get().contains(at) {
			Ok(())
		} else {
			Err(DispatchError::Other("outside"))
		}
	}
	fn fee(world: WorldId) -> Result<Option<Fee>, DispatchError> {
		Self::owner(world).map(|_| None)
	}
	fn charge(who: &AccountId, world: WorldId, _: Balance) -> DispatchResult {
		Self::ensure_settler(who, world)
	}
	fn retain(world: WorldId) -> DispatchResult {
		Self::owner(world)?;
		WorldConsumers::set(WorldKey::from(world), Some(world_consumers(world) + 1));
		Ok(())
	}
	fn release(world: WorldId) {
		WorldConsumers::set(WorldKey::from(world), Some(world_consumers(world) - 1));
	}
}

/// Each account owns the avatar of its own number at first; there are ten, and [`SECOND`]. Those
/// that benchmarks make come after them.
pub struct Pairs;

impl traits::Avatars<AccountId> for Pairs {
	fn owner(avatar: AvatarId) -> Result<AccountId, DispatchError> {
		let first_owner = if avatar == SECOND { ALICE } else { avatar.0.into() };
		let first = avatars().any(|it| it == avatar).then_some(first_owner);
		let owner = Made::get(AvatarKey::from(avatar)).or(first);
		owner.ok_or(DispatchError::Other("unknown avatar"))
	}
	fn tenure(avatar: AvatarId) -> Result<u32, DispatchError> {
		Self::ensure_exists(avatar)?;
		Ok(Sold::get(AvatarKey::from(avatar)).unwrap_or_default())
	}
	fn ensure_exists(avatar: AvatarId) -> DispatchResult {
		Self::owner(avatar).map(drop)
	}
	fn ensure_owner(who: &AccountId, avatar: AvatarId) -> DispatchResult {
		if *who != Self::owner(avatar)? {
			Err(DispatchError::Other("not yours"))
		} else if is_offered(avatar) {
			Err(DispatchError::Other("offered"))
		} else {
			Ok(())
		}
	}
	fn retain(avatar: AvatarId, records: u32) -> DispatchResult {
		Self::ensure_exists(avatar)?;
		AvatarConsumers::set(AvatarKey::from(avatar), Some(avatar_consumers(avatar) + records));
		Ok(())
	}
	fn release(avatar: AvatarId, records: u32) {
		AvatarConsumers::set(AvatarKey::from(avatar), Some(avatar_consumers(avatar) - records));
	}
}

/// Every avatar has [`WEALTH`] in its purse at first.
pub struct Coins;

impl traits::Purses for Coins {
	fn set_aside(from: AvatarId, amount: Balance) -> DispatchResult {
		if is_offered(from) {
			return Err(DispatchError::Other("offered"));
		}
		let rest = coins(from).checked_sub(amount).ok_or(DispatchError::Other("too few coins"))?;
		PurseCoins::insert(AvatarKey::from(from), rest);
		SetAside::put(set_aside() + amount);
		Ok(())
	}
	fn pay_out(to: AvatarId, amount: Balance) -> DispatchResult {
		let rest = set_aside().checked_sub(amount).ok_or(DispatchError::Other("not set aside"))?;
		SetAside::put(rest);
		PurseCoins::insert(AvatarKey::from(to), coins(to) + amount);
		Ok(())
	}
	fn pay(from: AvatarId, to: AvatarId, amount: Balance) -> DispatchResult {
		Self::set_aside(from, amount)?;
		Self::pay_out(to, amount)
	}
}

/// For benchmarks.
pub struct Helper;

impl NewAvatar<AccountId> for Helper {
	fn new_avatar(owner: &AccountId, coins: Balance) -> AvatarId {
		let is_free = |id: &u32| !Made::contains_key(AvatarKey::from(AvatarId(*id)));
		let avatar = AvatarId((100..).find(is_free).expect("a few are made"));
		Made::insert(AvatarKey::from(avatar), owner);
		PurseCoins::insert(AvatarKey::from(avatar), coins);
		avatar
	}
}

impl NewWorld<AccountId> for Helper {
	fn new_world(owner: &AccountId, _fee: Option<Fee>) -> WorldId {
		let is_free = |id: &u32| !Operators::contains_key(WorldKey::from(WorldId(*id)));
		let world = WorldId((100..).find(is_free).expect("a few are made"));
		Operators::insert(WorldKey::from(world), owner);
		world
	}

	fn new_settler(_world: WorldId, _who: &AccountId) {
		unreachable!("land has nothing to do with settlers");
	}
}

/// The records in which the settlement kernel moves land.
struct Records;

impl Store for Records {
	fn signer(&self, _: AvatarId, _: LaneIndex) -> Option<Signer> {
		None
	}
	fn purse(&self, avatar: AvatarId) -> Option<Purse> {
		let (consumers, frozen) = (avatar_consumers(avatar), is_offered(avatar));
		let purse = Purse { consumers, frozen, ..Purse::default() };
		avatars().any(|it| it == avatar).then_some(purse)
	}
	fn asset(&self, asset: UniqueId) -> Option<Owned> {
		let holding = match asset {
			UniqueId::Parcel(parcel) => Land::holding(parcel),
			UniqueId::Estate(estate) => Land::estate_holding(estate),
			UniqueId::Item(_) => None,
		};
		holding.map(|holding| Owned { holding, class: None })
	}
	fn terms(&self, _: KindId) -> Option<Terms> {
		None
	}
	fn units(&self, _: KindId, _: AvatarId) -> Stack {
		Stack::default()
	}
	fn fills(&self, _: AvatarId, _: LaneIndex) -> Fills {
		Fills::default()
	}
	fn set_device(&mut self, _: AvatarId, _: LaneIndex, _: DeviceKey) {}
	fn set_purse(&mut self, avatar: AvatarId, purse: Purse) {
		AvatarConsumers::insert(AvatarKey::from(avatar), purse.consumers);
	}
	fn set_holding(&mut self, asset: UniqueId, holding: Holding) {
		match asset {
			UniqueId::Parcel(parcel) => Land::set_holding(parcel, holding),
			UniqueId::Estate(estate) => Land::set_estate_holding(estate, holding),
			UniqueId::Item(_) => {},
		}
	}
	fn set_units(&mut self, _: KindId, _: AvatarId, _: Stack) {}
	fn set_fills(&mut self, _: AvatarId, _: LaneIndex, _: Fills) {}
	fn accrue(&mut self, _: KindId, _: Balance) -> DispatchResult {
		Ok(())
	}
	fn set_aside(&mut self, _: Balance) -> DispatchResult {
		Ok(())
	}
}

/// The asset that a site is in the settlement kernel.
fn unique(site: Site) -> UniqueId {
	match site {
		Site::Parcel(parcel) => UniqueId::Parcel(parcel),
		Site::Estate(estate) => UniqueId::Estate(estate),
	}
}

/// Who owns a site, as the settlement kernel sees it.
fn holding(site: Site) -> Result<Holding, Refusal> {
	let owned = Records.asset(unique(site)).ok_or(Refusal::UnknownAsset)?;
	Ok(owned.holding)
}

/// What an order of now names, by which the site changes hands.
pub(crate) fn order(site: Site) -> Asset {
	let holding = holding(site).expect("orders of tests are for sites that exist");
	unique(site).at_version(holding.version)
}

/// What a listing of a site keeps ready.
fn pledge(owner: AvatarId, assets: &[Asset]) -> Pledge<'_> {
	Pledge { world: WORLD, owner, assets, lots: 1, lock: LISTED }
}

/// Lists a site, as the market does.
pub(crate) fn list(site: Site) -> Result<(), Refusal> {
	let owner = holding(site)?.owner;
	change(|ledger| ledger.lock(&pledge(owner, &[order(site)])))
}

/// Puts a site up for auction, as the market does.
pub(crate) fn auction(site: Site) -> Result<(), Refusal> {
	let owner = holding(site)?.owner;
	let lot = [order(site)];
	let lot = Pledge { lock: UP_FOR_AUCTION, ..pledge(owner, &lot) };
	change(|ledger| ledger.lock(&lot))
}

/// Sells a site to whoever buys it, as the market does if it is listed.
pub(crate) fn sell(site: Site, to: AvatarId) -> Result<(), Refusal> {
	let Holding { owner, lock, .. } = holding(site)?;
	let give = [order(site)];
	change(|ledger| {
		if lock == Some(LISTED) {
			ledger.unlock(&pledge(owner, &give))?;
		}
		exchange(ledger, owner, to, &give)
	})
}

/// Settles an order by which `from` gives the asset to `to`.
pub(crate) fn settle(from: AvatarId, to: AvatarId, asset: Asset) -> Result<(), Refusal> {
	change(|ledger| exchange(ledger, from, to, &[asset]))
}

fn exchange(
	ledger: &mut Ledger<'_, Records>,
	maker: AvatarId,
	taker: AvatarId,
	give: &[Asset],
) -> Result<(), Refusal> {
	let deal = Deal {
		world: WORLD,
		maker,
		taker,
		give,
		want: &[],
		lots: 1,
		fee: None,
		maker_limit: 0,
		taker_limit: 0,
		binding: false,
	};
	ledger.exchange(&deal).map(drop)
}

/// Does something in the settlement kernel, and writes what came of it.
fn change(
	deed: impl FnOnce(&mut Ledger<'_, Records>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
	let mut records = Records;
	let mut ledger = Ledger::new(&mut records);
	let outcome = ledger.atomically(deed);
	ledger.commit().expect("land has no creators whom a royalty would be kept for");
	outcome
}

/// Every avatar that there is.
pub(crate) fn avatars() -> impl Iterator<Item = AvatarId> {
	(0..10).map(AvatarId).chain([SECOND])
}

/// How many records need the world.
pub(crate) fn world_consumers(world: WorldId) -> u32 {
	WorldConsumers::get(WorldKey::from(world)).unwrap_or_default()
}

/// How many records name the avatar.
pub(crate) fn avatar_consumers(avatar: AvatarId) -> u32 {
	AvatarConsumers::get(AvatarKey::from(avatar)).unwrap_or_default()
}

/// The coins in the avatar's purse.
pub(crate) fn coins(avatar: AvatarId) -> Balance {
	PurseCoins::get(AvatarKey::from(avatar)).unwrap_or(WEALTH)
}

/// The coins that are set aside from all purses.
pub(crate) fn set_aside() -> Balance {
	SetAside::get().unwrap_or_default()
}

/// Whether the avatar is offered for sale.
fn is_offered(avatar: AvatarId) -> bool {
	Offered::contains_key(AvatarKey::from(avatar))
}

/// Offers an avatar for sale: nothing leaves it.
pub(crate) fn offer(avatar: AvatarId) {
	Offered::insert(AvatarKey::from(avatar), ());
}

/// Sells an avatar with all that it owns.
pub(crate) fn sell_avatar(avatar: AvatarId, to: AccountId) {
	let key = AvatarKey::from(avatar);
	Made::insert(key, to);
	Sold::insert(key, Sold::get(key).unwrap_or_default() + 1);
}

/// Suspends a world.
pub(crate) fn suspend(world: WorldId) {
	Suspended::insert(WorldKey::from(world), ());
}

/// Gives a world to another operator, as the registry of worlds does.
pub(crate) fn hand_over(world: WorldId, to: AccountId) -> DispatchResult {
	use traits::{WorldDeposits, Worlds};

	Land::hand_over(world, &TwoWorlds::owner(world)?, &to)?;
	Operators::insert(WorldKey::from(world), to);
	Ok(())
}

/// Makes `number` the current block.
pub(crate) fn run_to(number: BlockNumber) {
	System::set_block_number(number.into());
}

/// The avatar that the account owns.
pub(crate) fn avatar(who: AccountId) -> AvatarId {
	AvatarId(u32::try_from(who).expect("accounts of tests are small"))
}

pub(crate) fn signed(who: AccountId) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub(crate) fn parcel(x: i16, y: i16) -> ParcelId {
	ParcelId { world: WORLD, at: Coordinates::new(x, y) }
}

/// The parcel as a site.
pub(crate) fn site(x: i16, y: i16) -> Site {
	Site::Parcel(parcel(x, y))
}

/// The `n`th estate that a test founded, as a site.
pub(crate) fn estate(n: u32) -> Site {
	Site::Estate(EstateId(n))
}

/// The area between two corners.
pub(crate) fn area(min: (i16, i16), max: (i16, i16)) -> Area {
	Area { min: Coordinates::new(min.0, min.1), max: Coordinates::new(max.0, max.1) }
}

/// Places, all in one zone.
pub(crate) fn places(
	zone: Zone,
	places: &[(i16, i16)],
) -> BoundedVec<(Coordinates, Zone), ConstU32<MAX_PARCELS>> {
	bounded(places.iter().map(|&(x, y)| (Coordinates::new(x, y), zone)))
}

/// Places, as a call names them.
pub(crate) fn ground(places: &[(i16, i16)]) -> BoundedVec<Coordinates, ConstU32<MAX_PARCELS>> {
	bounded(places.iter().map(|&(x, y)| Coordinates::new(x, y)))
}

/// The places of the `n`th estate that a test founded.
pub(crate) fn ground_of(n: u32) -> Vec<(i16, i16)> {
	let places = Land::estate_parcels(EstateId(n), 0, MAX_ESTATE_PARCELS);
	places.into_iter().map(|at| (at.x, at.y)).collect()
}

/// Whether a call that is refused for this reason has read the ground of an estate before: without
/// any it would be refused for another.
pub(crate) fn reads_a_ground(
	call: impl FnOnce() -> DispatchResultWithPostInfo,
	refused: impl Into<DispatchError>,
) -> bool {
	let mut refusal = None;
	let _ = with_transaction(|| {
		let cleared = crate::Grounds::<Test>::clear(u32::MAX, None);
		assert!(cleared.maybe_cursor.is_none());
		refusal = call().err().map(|it| it.error);
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
	});
	refusal != Some(refused.into())
}

/// Whatever a call names.
pub(crate) fn bounded<Thing>(
	things: impl Iterator<Item = Thing>,
) -> BoundedVec<Thing, ConstU32<MAX_PARCELS>> {
	things
		.collect::<Vec<_>>()
		.try_into()
		.unwrap_or_else(|_| panic!("calls of tests name at most {MAX_PARCELS}"))
}

pub(crate) fn pointer(text: &str) -> Pointer {
	text.as_bytes().to_vec().try_into().expect("pointers of tests are short")
}

/// 10 a period of 3 blocks, for 2 to 5 periods, with 4 blocks of notice and a deposit of 8.
pub(crate) fn terms() -> LeaseTerms {
	LeaseTerms {
		price: 10,
		period: 3,
		least: 2,
		most: 5,
		notice: 4,
		deposit: 8,
		sublet: false,
		tenant: None,
	}
}

/// What is held of the account for parcels.
pub(crate) fn held(who: AccountId) -> Balance {
	held_for(crate::HoldReason::Parcel, who)
}

/// What is held of the account for a reason.
pub(crate) fn held_for(reason: crate::HoldReason, who: AccountId) -> Balance {
	Balances::balance_on_hold(&reason.into(), &who)
}

/// A chain with two worlds, in which nothing was done unless the test says so. What it says is done
/// in that order, in the first block.
#[derive(Default)]
pub(crate) struct World {
	history: Vec<Box<dyn FnOnce()>>,
}

impl World {
	/// With a parcel of `owner`'s avatar. Who has public land operated the world when it was issued.
	pub(crate) fn parcel(self, owner: AccountId, at: (i16, i16), zone: Zone) -> Self {
		self.after(move || {
			let issue = |operator| {
				Land::issue(signed(operator), WORLD, avatar(owner), places(zone, &[at]))
					.expect("the parcels of a test's world can be issued");
			};
			if zone.is_public() {
				hand_over(WORLD, owner).expect("everyone has the deposits");
				issue(owner);
				hand_over(WORLD, OPERATOR).expect("everyone has the deposits");
			} else {
				issue(OPERATOR);
			}
		})
	}

	/// With some open parcels of `owner`'s avatar.
	pub(crate) fn parcels(self, owner: AccountId, at: &[(i16, i16)]) -> Self {
		at.iter().fold(self, |world, at| world.parcel(owner, *at, Zone::Open))
	}

	/// With an estate of `owner`'s avatar, of open parcels that were not issued before. The first
	/// has the id 0.
	pub(crate) fn estate(self, owner: AccountId, at: &[(i16, i16)]) -> Self {
		let parcels = ground(at);
		self.parcels(owner, at).after(move || {
			Land::found_estate(signed(owner), WORLD, avatar(owner), parcels)
				.expect("the parcels of a test's estate hang together");
		})
	}

	/// With open land for sale in an area; the price goes to the operator's avatar. The first sale
	/// has the number 0.
	pub(crate) fn sale(self, area: Area, price: Balance) -> Self {
		self.after(move || {
			Land::open_sale(signed(OPERATOR), WORLD, area, Zone::Open, price, avatar(OPERATOR))
				.expect("the sale of a test's world can be opened");
		})
	}

	/// With a site that its owner offers to let.
	pub(crate) fn lease_offer(self, owner: AccountId, site: Site, terms: LeaseTerms) -> Self {
		self.after(move || {
			Land::offer_lease(signed(owner), site, terms)
				.expect("the owner of a test's site can offer to let it");
		})
	}

	/// With a site that `tenant`'s avatar has leased of its owner for so many periods.
	pub(crate) fn lease(
		self,
		owner: AccountId,
		site: Site,
		terms: LeaseTerms,
		tenant: AccountId,
		periods: u32,
	) -> Self {
		self.lease_offer(owner, site, terms).after(move || {
			let version = Land::premises(site).expect("it was offered").holding.version;
			Land::accept_lease(signed(tenant), site, avatar(tenant), periods, terms, version)
				.expect("the tenant of a test's site can pay");
		})
	}

	/// After this was done.
	pub(crate) fn after(mut self, deed: impl FnOnce() + 'static) -> Self {
		self.history.push(Box::new(deed));
		self
	}

	/// Runs the test, and checks the invariants after it.
	pub(crate) fn execute(self, test: impl FnOnce()) {
		let mut genesis = frame_system::GenesisConfig::<Test>::default()
			.build_storage()
			.expect("the system's genesis has no input");
		pallet_balances::GenesisConfig::<Test> {
			balances: [OPERATOR, ALICE, BOB, CAROL].map(|who| (who, WEALTH)).to_vec(),
			..Default::default()
		}
		.assimilate_storage(&mut genesis)
		.expect("balances are above the existential deposit");
		sp_io::TestExternalities::new(genesis).execute_with(|| {
			run_to(1);
			self.history.into_iter().for_each(|deed| deed());
			test();
			check();
		});
	}
}

/// Checks the invariants of the pallet, and what it told the others.
pub(crate) fn check() {
	Land::do_try_state().expect("every invariant holds after every test");
	assert_eq!(set_aside(), Land::escrowed(), "what is set aside is for leases");
	check_purses();
	check_avatar_consumers();
	check_world_consumers();
	check_deposits();
}

fn check_purses() {
	let filled: Balance = avatars().map(coins).sum();
	let wealth: Balance = avatars().map(|_| WEALTH).sum();
	assert_eq!(filled + set_aside(), wealth, "no coin is lost or made");
}

fn check_avatar_consumers() {
	let mut counted = BTreeMap::<AvatarId, u32>::new();
	let parcels = crate::Parcels::<Test>::iter_values().filter_map(|it| match it.title {
		Title::Own(holding) => Some(holding.owner),
		Title::PartOf { .. } => None,
	});
	let estates = crate::Estates::<Test>::iter_values().map(|it| it.holding.owner);
	let tenants = crate::Leases::<Test>::iter_values().map(|it| it.tenant);
	let payees = crate::Sales::<Test>::iter_values().map(|it| it.to);
	for avatar in parcels.chain(estates).chain(tenants).chain(payees) {
		*counted.entry(avatar).or_default() += 1;
	}
	for avatar in avatars() {
		let expected = counted.get(&avatar).copied().unwrap_or_default();
		assert_eq!(avatar_consumers(avatar), expected, "records that name avatar {avatar}");
	}
}

fn check_world_consumers() {
	for world in [WORLD, OTHER_WORLD] {
		let key = WorldKey::from(world);
		let inhabited = u32::from(crate::ParcelCount::<Test>::contains_key(key));
		let expected = inhabited + crate::Counters::<Test>::get(key).open;
		assert_eq!(world_consumers(world), expected, "records that need world {world}");
	}
}

/// Nothing is held of anyone for what is no more.
fn check_deposits() {
	use crate::HoldReason::*;

	for who in [OPERATOR, ALICE, BOB, CAROL] {
		for reason in [Parcel, Sale, Estate, Content, Standing, LeaseOffer, Lease] {
			assert_eq!(held_for(reason, who), owed(reason, who), "{reason:?} of {who}");
		}
	}
}

/// What has to be held of the account for a reason, counted from the records.
fn owed(reason: crate::HoldReason, who: AccountId) -> Balance {
	use crate::{Contents, Counters, Estates, HoldReason, LeaseOffers, Leases, Standings};

	let of_worlds = |count: fn(WorldKey) -> u32| -> Balance {
		let worlds = [WORLD, OTHER_WORLD].into_iter();
		let operated = worlds.filter(|it| <TwoWorlds as traits::Worlds<_>>::owner(*it) == Ok(who));
		operated.map(|world| Balance::from(count(WorldKey::from(world)))).sum()
	};
	let paid = |payers: &mut dyn Iterator<Item = AccountId>| -> Balance {
		payers.filter(|payer| *payer == who).map(|_| 1).sum()
	};
	match reason {
		HoldReason::Parcel => DEPOSIT * of_worlds(crate::ParcelCount::<Test>::get),
		HoldReason::Sale => SALE_DEPOSIT * of_worlds(|key| Counters::<Test>::get(key).open),
		HoldReason::Estate => {
			ESTATE_DEPOSIT * paid(&mut Estates::<Test>::iter_values().map(|it| it.payer))
		},
		HoldReason::Content => {
			CONTENT_DEPOSIT * paid(&mut Contents::<Test>::iter_values().map(|it| it.payer))
		},
		HoldReason::Standing => {
			STANDING_DEPOSIT * paid(&mut Standings::<Test>::iter_values().map(|it| it.payer))
		},
		HoldReason::LeaseOffer => {
			LEASE_OFFER_DEPOSIT * paid(&mut LeaseOffers::<Test>::iter_values().map(|it| it.payer))
		},
		HoldReason::Lease => {
			LEASE_DEPOSIT * paid(&mut Leases::<Test>::iter_values().map(|it| it.payer))
		},
	}
}
