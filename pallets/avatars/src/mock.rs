// SPDX-License-Identifier: Apache-2.0
use crate as pallet_avatars;
use crate::{badge_of, handle::Handle, Fact, HoldReason};
use frame_support::{
	derive_impl, ensure,
	pallet_prelude::{Identity, ValueQuery},
	parameter_types, storage_alias,
	traits::{fungible::InspectHold, ConstU128, ConstU32},
	weights::constants::RocksDbWeight,
	PalletId,
};
use freehold_primitives::{
	benchmarking::NewWorld,
	chain::{Balance, BlockNumber, Hash},
	device::{DeviceKey, Label, PublicKey},
	fee::Fee,
	ids::{AvatarId, WorldId},
	key::WorldKey,
	land::Coordinates,
	order::{Fill, Fills},
	pointer::Pointer,
	purse::{LaneIndex, OrderNumber},
	traits,
};
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchError, DispatchResult};

pub(crate) type AccountId = sp_runtime::AccountId32;

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
	pub type Avatars = pallet_avatars;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Self>;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type AccountData = pallet_balances::AccountData<Balance>;
	type DbWeight = RocksDbWeight;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
	type AccountStore = System;
}

parameter_types! {
	pub const PotId: PalletId = PalletId(*b"fh/purse");
}

impl pallet_avatars::Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Worlds = TwoWorlds;
	type PalletId = PotId;
	type AvatarDeposit = ConstU128<AVATAR_DEPOSIT>;
	type DeviceDeposit = ConstU128<DEVICE_DEPOSIT>;
	type HandleDeposit = ConstU128<HANDLE_DEPOSIT>;
	type ProfileDeposit = ConstU128<PROFILE_DEPOSIT>;
	type OfferDeposit = ConstU128<OFFER_DEPOSIT>;
	type BadgeDeposit = ConstU128<BADGE_DEPOSIT>;
	type SweepReward = ConstU128<SWEEP_REWARD>;
	type HandleCooldown = ConstU32<HANDLE_COOLDOWN>;
	type MaxBadges = ConstU32<MAX_BADGES>;
	type WeightInfo = pallet_avatars::weights::SubstrateWeight<Test>;
	type BenchmarkHelper = Helper;
}

pub(crate) const EXISTENTIAL_DEPOSIT: Balance = 5;
pub(crate) const AVATAR_DEPOSIT: Balance = 100;
pub(crate) const DEVICE_DEPOSIT: Balance = 10;
pub(crate) const HANDLE_DEPOSIT: Balance = 20;
pub(crate) const PROFILE_DEPOSIT: Balance = 30;
pub(crate) const OFFER_DEPOSIT: Balance = 40;
pub(crate) const BADGE_DEPOSIT: Balance = 15;
pub(crate) const SWEEP_REWARD: Balance = 7;
pub(crate) const HANDLE_COOLDOWN: BlockNumber = 10;
pub(crate) const MAX_BADGES: u32 = 3;
pub(crate) const ENDOWMENT: Balance = 1_000;
/// The block in which tests begin.
pub(crate) const NOW: BlockNumber = 20;
pub(crate) const ALICE: AccountId = account(1);
pub(crate) const BOB: AccountId = account(2);
pub(crate) const CAROL: AccountId = account(3);
/// The owner of both worlds.
pub(crate) const OPERATOR: AccountId = account(4);
/// A settler of both worlds.
pub(crate) const SETTLER: AccountId = account(5);
/// Every account that has money at first.
pub(crate) const ENDOWED: [AccountId; 5] = [ALICE, BOB, CAROL, OPERATOR, SETTLER];
/// The first two avatars of a test's chain.
pub(crate) const FIRST: AvatarId = AvatarId(0);
pub(crate) const SECOND: AvatarId = AvatarId(1);
/// An avatar of no test's chain.
pub(crate) const NOBODY: AvatarId = AvatarId(99);
pub(crate) const WORLD: WorldId = WorldId(7);
pub(crate) const OTHER_WORLD: WorldId = WorldId(8);
/// A world of no test's chain.
pub(crate) const NOWHERE: WorldId = WorldId(99);

pub(crate) const fn account(number: u8) -> AccountId {
	AccountId::new([number; 32])
}

/// How many records need a world.
#[storage_alias]
pub(crate) type WorldConsumers = StorageMap<Mock, Identity, WorldKey, u32, ValueQuery>;

/// Whether the worlds are suspended.
#[storage_alias]
pub(crate) type Suspended = StorageValue<Mock, bool, ValueQuery>;

/// Who owns each world that a benchmark has made.
#[storage_alias]
type Made = StorageMap<Mock, Identity, WorldKey, AccountId>;

/// Who settles for each world that a benchmark has made.
#[storage_alias]
type Hired = StorageMap<Mock, Identity, WorldKey, AccountId>;

/// [`WORLD`] and [`OTHER_WORLD`], both of [`OPERATOR`], with [`SETTLER`] for good. Those that
/// benchmarks make come after [`NOWHERE`].
pub struct TwoWorlds;

pub(crate) const UNKNOWN_WORLD: DispatchError = DispatchError::Other("unknown world");
pub(crate) const NOT_OPERATOR: DispatchError = DispatchError::Other("not operator");
pub(crate) const NOT_SETTLER: DispatchError = DispatchError::Other("not settler");
pub(crate) const SUSPENDED: DispatchError = DispatchError::Other("suspended");
pub(crate) const WORLD_TOO_NEEDED: DispatchError = DispatchError::Other("world too needed");

impl traits::Worlds<AccountId> for TwoWorlds {
	fn owner(world: WorldId) -> Result<AccountId, DispatchError> {
		match world {
			WORLD | OTHER_WORLD => Ok(OPERATOR),
			_ => Made::get(WorldKey::from(world)).ok_or(UNKNOWN_WORLD),
		}
	}
	fn ensure_owner(who: &AccountId, world: WorldId) -> DispatchResult {
		ensure!(*who == Self::owner(world)?, NOT_OPERATOR);
		Ok(())
	}
	fn ensure_settler(who: &AccountId, world: WorldId) -> DispatchResult {
		Self::ensure_open(world)?;
		let settler = Hired::get(WorldKey::from(world)).unwrap_or(SETTLER);
		ensure!(*who == settler || *who == Self::owner(world)?, NOT_SETTLER);
		Ok(())
	}
	fn ensure_open(world: WorldId) -> DispatchResult {
		Self::owner(world)?;
		ensure!(!Suspended::get(), SUSPENDED);
		Ok(())
	}
	fn ensure_contains(world: WorldId, _: Coordinates) -> DispatchResult {
		Self::owner(world).map(drop)
	}
	fn fee(world: WorldId) -> Result<Option<Fee>, DispatchError> {
		Self::owner(world).map(|_| None)
	}
	fn charge(who: &AccountId, world: WorldId, _: Balance) -> DispatchResult {
		Self::ensure_settler(who, world)
	}
	fn retain(world: WorldId) -> DispatchResult {
		Self::owner(world)?;
		let key = WorldKey::from(world);
		let consumers = WorldConsumers::get(key).checked_add(1).ok_or(WORLD_TOO_NEEDED)?;
		WorldConsumers::insert(key, consumers);
		Ok(())
	}
	fn release(world: WorldId) {
		WorldConsumers::mutate(WorldKey::from(world), |consumers| *consumers -= 1);
	}
}

/// For benchmarks: worlds without a fee, of one settler.
pub struct Helper;

impl NewWorld<AccountId> for Helper {
	fn new_world(owner: &AccountId, _fee: Option<Fee>) -> WorldId {
		let mut worlds = (NOWHERE.0..).skip(1).map(WorldId);
		let world = worlds.find(|it| !Made::contains_key(WorldKey::from(*it))).expect("a few");
		Made::insert(WorldKey::from(world), owner);
		world
	}

	fn new_settler(world: WorldId, who: &AccountId) {
		Hired::insert(WorldKey::from(world), who);
	}
}

/// The key that tests put in a slot.
pub(crate) fn device(slot: LaneIndex) -> DeviceKey {
	DeviceKey { key: PublicKey::Ed25519([slot; 32]), valid_until: NOW, world: None, limits: None }
}

/// Adds [`device`] in a slot, without a label.
pub(crate) fn add_device(who: AccountId, avatar: AvatarId, slot: LaneIndex) -> DispatchResult {
	add_labelled_device(who, avatar, slot, "")
}

/// Adds [`device`] in a slot.
pub(crate) fn add_labelled_device(
	who: AccountId,
	avatar: AvatarId,
	slot: LaneIndex,
	name: &str,
) -> DispatchResult {
	let DeviceKey { key, valid_until, world, limits } = device(slot);
	let origin = RuntimeOrigin::signed(who);
	Avatars::add_device(origin, avatar, slot, key, valid_until, world, limits, label(name))
}

/// An order of which something is left, until [`NOW`].
pub(crate) fn fill(number: OrderNumber) -> Fill {
	Fill { number, order: Hash::repeat_byte(7), left: 3, valid_until: NOW }
}

/// Some orders of a lane.
pub(crate) fn fills(fills: &[Fill]) -> Fills {
	Fills::try_from(fills.to_vec()).expect("tests fill few orders")
}

/// Fills the order of this number in part, as the settlement kernel does.
pub(crate) fn fill_in_part(avatar: AvatarId, lane: LaneIndex, number: OrderNumber) {
	let mut purse = Avatars::purse(avatar).expect("tests fill the orders of avatars that exist");
	purse.spend(lane, number).expect("tests fill orders that can be filled");
	Avatars::set_purse(avatar, purse);
	let mut filled = Avatars::fills(avatar, lane);
	filled.try_push(fill(number)).expect("tests fill few orders");
	Avatars::set_fills(avatar, lane, filled);
}

pub(crate) fn label(name: &str) -> Label {
	Label::try_from(name.as_bytes().to_vec()).expect("labels of tests are short")
}

pub(crate) fn handle(handle: &str) -> Handle {
	Handle::try_from(handle.as_bytes().to_vec()).expect("handles of tests are short")
}

pub(crate) fn claim_handle(who: AccountId, avatar: AvatarId, name: &str) -> DispatchResult {
	Avatars::claim_handle(RuntimeOrigin::signed(who), avatar, handle(name))
}

/// Where the profiles of tests are found.
pub(crate) fn pointer() -> Pointer {
	Pointer::try_from(b"bafkreigh2akiscaildc".to_vec()).expect("it is short")
}

/// What the badges of tests say.
pub(crate) fn fact() -> Fact {
	Fact::try_from(b"went to the opening".to_vec()).expect("it is short")
}

/// How often the avatar has changed owners.
pub(crate) fn tenure(avatar: AvatarId) -> u32 {
	Avatars::avatar(avatar).map_or(0, |details| details.tenure)
}

/// Attests [`fact`] for [`WORLD`], for good.
pub(crate) fn attest(who: AccountId, avatar: AvatarId, badge: u32) -> DispatchResult {
	attest_at(who, WORLD, avatar, badge, None)
}

/// Attests [`fact`] for [`WORLD`], up to and including a block.
pub(crate) fn attest_until(
	who: AccountId,
	avatar: AvatarId,
	badge: u32,
	block: BlockNumber,
) -> DispatchResult {
	attest_at(who, WORLD, avatar, badge, Some(block))
}

/// Attests [`fact`] of the avatar's owner by now.
pub(crate) fn attest_at(
	who: AccountId,
	world: WorldId,
	avatar: AvatarId,
	badge: u32,
	valid_until: Option<BlockNumber>,
) -> DispatchResult {
	let (origin, tenure) = (RuntimeOrigin::signed(who), tenure(avatar));
	Avatars::attest(origin, world, avatar, tenure, badge, fact(), valid_until)
}

/// Makes this the block in which calls are executed.
pub(crate) fn go_to(block: BlockNumber) {
	System::set_block_number(block.into());
}

pub(crate) fn held(reason: HoldReason, who: &AccountId) -> Balance {
	Balances::balance_on_hold(&reason.into(), who)
}

/// The coins in an avatar's purse.
pub(crate) fn coins(avatar: AvatarId) -> Balance {
	Avatars::purse(avatar)
		.expect("tests ask for the purses of avatars that exist")
		.balance
}

/// How many records name an avatar.
pub(crate) fn consumers(avatar: AvatarId) -> u32 {
	Avatars::purse(avatar)
		.expect("tests ask for the purses of avatars that exist")
		.consumers
}

/// Whether an avatar is offered for sale, as its purse has it.
pub(crate) fn frozen(avatar: AvatarId) -> bool {
	Avatars::purse(avatar)
		.expect("tests ask for the purses of avatars that exist")
		.frozen
}

/// How many records need a world.
pub(crate) fn world_consumers(world: WorldId) -> u32 {
	WorldConsumers::get(WorldKey::from(world))
}

/// An avatar, and what it begins a test with.
struct Start {
	owner: AccountId,
	slots: Vec<LaneIndex>,
	filled: Vec<LaneIndex>,
	coins: Balance,
	handle: Option<Handle>,
	profile: bool,
	badges: Vec<u32>,
	offer: Option<(Balance, Option<AccountId>)>,
}

/// A chain on which nobody has an avatar unless the test says so.
#[derive(Default)]
pub(crate) struct Chain {
	avatars: Vec<Start>,
}

impl Chain {
	/// With an avatar of `owner`'s. The first is [`FIRST`], and so on.
	pub(crate) fn avatar(mut self, owner: AccountId) -> Self {
		self.avatars.push(Start {
			owner,
			slots: Vec::new(),
			filled: Vec::new(),
			coins: 0,
			handle: None,
			profile: false,
			badges: Vec::new(),
			offer: None,
		});
		self
	}

	/// With [`device`] keys in these slots of the last avatar, each with a label.
	pub(crate) fn devices(mut self, slots: &[LaneIndex]) -> Self {
		self.last().slots = slots.to_vec();
		self
	}

	/// With the first order of each of these lanes of the last avatar filled in part.
	pub(crate) fn filled(mut self, lanes: &[LaneIndex]) -> Self {
		self.last().filled = lanes.to_vec();
		self
	}

	/// With coins in the purse of the last avatar, from its owner's account.
	pub(crate) fn coins(mut self, coins: Balance) -> Self {
		self.last().coins = coins;
		self
	}

	/// With a handle for the last avatar.
	pub(crate) fn handle(mut self, name: &str) -> Self {
		self.last().handle = Some(handle(name));
		self
	}

	/// With a profile of the last avatar at [`pointer`].
	pub(crate) fn profile(mut self) -> Self {
		self.last().profile = true;
		self
	}

	/// With badges of these numbers that [`OPERATOR`] has attested of the last avatar, as
	/// [`attest`] does.
	pub(crate) fn badges(mut self, numbers: &[u32]) -> Self {
		self.last().badges = numbers.to_vec();
		self
	}

	/// With the last avatar offered to anyone for a price.
	pub(crate) fn offered(mut self, price: Balance) -> Self {
		self.last().offer = Some((price, None));
		self
	}

	/// With the last avatar offered to one account for a price, or for nothing.
	pub(crate) fn offered_to(mut self, to: AccountId, price: Balance) -> Self {
		self.last().offer = Some((price, Some(to)));
		self
	}

	fn last(&mut self) -> &mut Start {
		self.avatars.last_mut().expect("tests begin with an avatar")
	}

	/// Runs the test, and checks the invariants after it.
	pub(crate) fn execute(self, test: impl FnOnce()) {
		let mut genesis = frame_system::GenesisConfig::<Test>::default()
			.build_storage()
			.expect("the system's genesis has no input");
		pallet_balances::GenesisConfig::<Test> {
			balances: ENDOWED.map(|who| (who, ENDOWMENT)).to_vec(),
			..Default::default()
		}
		.assimilate_storage(&mut genesis)
		.expect("balances are above the existential deposit");
		pallet_avatars::GenesisConfig::<Test>::default()
			.assimilate_storage(&mut genesis)
			.expect("the pot's genesis has no input");
		sp_io::TestExternalities::new(genesis).execute_with(|| {
			go_to(NOW);
			for (id, start) in (0..).map(AvatarId).zip(self.avatars) {
				start.build(id);
			}
			test();
			Avatars::do_try_state().expect("every invariant holds after every test");
			assert_worlds_are_retained();
		});
	}
}

/// A world is needed once by each of its badges.
fn assert_worlds_are_retained() {
	for world in [WORLD, OTHER_WORLD] {
		let of_world = |key| badge_of(key).0 == world;
		let badges = crate::Badges::<Test>::iter_keys().filter(|(_, key)| of_world(*key)).count();
		assert_eq!(usize::try_from(world_consumers(world)), Ok(badges));
	}
}

impl Start {
	fn build(self, avatar: AvatarId) {
		let owner = self.owner;
		let origin = RuntimeOrigin::signed(owner.clone());
		Avatars::create(origin.clone()).expect("the owners of a test's avatars can pay for them");
		for slot in self.slots {
			add_labelled_device(owner.clone(), avatar, slot, "phone")
				.expect("the device keys of a test's avatars can be added");
		}
		for lane in self.filled {
			fill_in_part(avatar, lane, 0);
		}
		if self.coins > 0 {
			Avatars::deposit(origin.clone(), avatar, self.coins)
				.expect("the owners of a test's avatars have the coins");
		}
		if let Some(handle) = self.handle {
			Avatars::claim_handle(origin.clone(), avatar, handle)
				.expect("the handles of a test's avatars can be claimed");
		}
		if self.profile {
			Avatars::set_profile(origin.clone(), avatar, Some(pointer()))
				.expect("the owners of a test's avatars can pay for their profiles");
		}
		for badge in self.badges {
			attest(OPERATOR, avatar, badge).expect("the badges of a test can be attested");
		}
		if let Some((price, to)) = self.offer {
			Avatars::offer(origin, avatar, price, to)
				.expect("the avatars of a test can be offered");
		}
	}
}
