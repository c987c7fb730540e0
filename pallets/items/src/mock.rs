// SPDX-License-Identifier: Apache-2.0
use crate as pallet_items;
use crate::{
	AttributeName, CollectionDetails, CollectionName, Form, HoldReason, Ingredient, Inputs, Issuer,
	ItemDetails, KindDetails, MetadataDetails, Outcome, Recipe, Rules, Share, Shares, Value,
	Writer, Yield,
};
use frame_support::{
	derive_impl,
	dispatch::DispatchResultWithPostInfo,
	ensure,
	pallet_prelude::ValueQuery,
	storage_alias,
	traits::{fungible::InspectHold, ConstU128, ConstU32, Hooks, Randomness},
	weights::constants::RocksDbWeight,
	BoundedVec, Identity,
};
use freehold_primitives::{
	asset::{Holding, Lock, Stack},
	benchmarking::{NewAvatar, NewWorld},
	chain::{Balance, BlockNumber, Hash},
	fee::{BasisPoints, Fee},
	ids::{AvatarId, CollectionId, DrawId, ItemId, KindId, RecipeId, WorldId},
	key::{CollectionKey, ItemKey, KindKey},
	land::Coordinates,
	traits,
};
use sp_runtime::{
	traits::{BlakeTwo256, Hash as _},
	BuildStorage, DispatchError, DispatchResult,
};
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
	pub type Items = pallet_items;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Self>;
	type DbWeight = RocksDbWeight;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = System;
}

impl pallet_items::Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Worlds = TheWorld;
	type Avatars = Pairs;
	type Purses = Pairs;
	type Randomness = Told;
	type RoundLength = ConstU32<ROUND_LENGTH>;
	type CollectionDeposit = ConstU128<COLLECTION_DEPOSIT>;
	type MetadataDeposit = ConstU128<METADATA_DEPOSIT>;
	type KindDeposit = ConstU128<KIND_DEPOSIT>;
	type ItemDeposit = ConstU128<ITEM_DEPOSIT>;
	type AttributeKeyDeposit = ConstU128<ATTRIBUTE_KEY_DEPOSIT>;
	type AttributeDeposit = ConstU128<ATTRIBUTE_DEPOSIT>;
	type RecipeDeposit = ConstU128<RECIPE_DEPOSIT>;
	type DrawDeposit = ConstU128<DRAW_DEPOSIT>;
	type MaxMint = ConstU32<4>;
	type MaxTransfers = ConstU32<4>;
	type MaxWrites = ConstU32<4>;
	type MaxCustody = ConstU32<MAX_CUSTODY>;
	type WeightInfo = pallet_items::weights::SubstrateWeight<Test>;
	type BenchmarkHelper = Helper;
}

pub(crate) const COLLECTION_DEPOSIT: Balance = 30;
pub(crate) const METADATA_DEPOSIT: Balance = 15;
pub(crate) const KIND_DEPOSIT: Balance = 20;
pub(crate) const ITEM_DEPOSIT: Balance = 10;
pub(crate) const ATTRIBUTE_KEY_DEPOSIT: Balance = 4;
pub(crate) const ATTRIBUTE_DEPOSIT: Balance = 3;
pub(crate) const RECIPE_DEPOSIT: Balance = 12;
pub(crate) const DRAW_DEPOSIT: Balance = 16;
pub(crate) const MAX_CUSTODY: BlockNumber = 100;
pub(crate) const ROUND_LENGTH: u32 = 3;
pub(crate) const MONEY: Balance = 1_000;
/// Agrees to any deposits.
pub(crate) const ANY: Balance = Balance::MAX;

/// Operated by [`OPERATOR`]; [`SETTLER`] settles for it.
pub(crate) const WORLD: WorldId = WorldId(7);
/// Operated by [`BOB`]; nobody else settles for it.
pub(crate) const OTHER_WORLD: WorldId = WorldId(9);
pub(crate) const OPERATOR: AccountId = 1;
pub(crate) const ALICE: AccountId = 2;
pub(crate) const BOB: AccountId = 3;
pub(crate) const SETTLER: AccountId = 4;

/// The first collection.
pub(crate) const COLLECTION: CollectionId = CollectionId(0);
/// Unique, at most three.
pub(crate) const SWORDS: KindId = KindId { collection: COLLECTION, index: 0 };
/// Stackable, at most a hundred.
pub(crate) const ARROWS: KindId = KindId { collection: COLLECTION, index: 1 };
/// The first recipe.
pub(crate) const RECIPE: RecipeId = RecipeId(0);
/// The first draw.
pub(crate) const DRAW: DrawId = DrawId(0);

pub(crate) const UNKNOWN_WORLD: DispatchError = DispatchError::Other("unknown world");
pub(crate) const NOT_OPERATOR: DispatchError = DispatchError::Other("not owner");
pub(crate) const NOT_SETTLER: DispatchError = DispatchError::Other("not settler");
pub(crate) const OVER_CAP: DispatchError = DispatchError::Other("over the cap");
pub(crate) const SUSPENDED: DispatchError = DispatchError::Other("suspended");
pub(crate) const UNKNOWN_AVATAR: DispatchError = DispatchError::Other("unknown avatar");
pub(crate) const NOT_YOURS: DispatchError = DispatchError::Other("not yours");
pub(crate) const OFFERED: DispatchError = DispatchError::Other("offered");
pub(crate) const TOO_FEW_COINS: DispatchError = DispatchError::Other("too few coins");

/// Who operates a world, if not who did at first, or one that benchmarks made.
#[storage_alias]
type Operators = StorageMap<Mock, Identity, WorldId, AccountId>;

/// Who settles for a world that benchmarks made.
#[storage_alias]
type Hired = StorageMap<Mock, Identity, WorldId, AccountId>;

/// Whether a world is suspended.
#[storage_alias]
type Suspended = StorageMap<Mock, Identity, WorldId, bool, ValueQuery>;

/// How many records need a world.
#[storage_alias]
type WorldConsumers = StorageMap<Mock, Identity, WorldId, u32, ValueQuery>;

/// Who owns an avatar, if not the account of its number.
#[storage_alias]
type Owners = StorageMap<Mock, Identity, AvatarId, AccountId>;

/// How often an avatar was sold.
#[storage_alias]
type Tenures = StorageMap<Mock, Identity, AvatarId, u32, ValueQuery>;

/// Whether an avatar is offered for sale.
#[storage_alias]
type Offered = StorageMap<Mock, Identity, AvatarId, bool, ValueQuery>;

/// How many records name an avatar.
#[storage_alias]
type Consumers = StorageMap<Mock, Identity, AvatarId, u32, ValueQuery>;

/// The coins in an avatar's purse.
#[storage_alias]
type Coins = StorageMap<Mock, Identity, AvatarId, Balance, ValueQuery>;

/// The coins that are set aside.
#[storage_alias]
type Aside = StorageValue<Mock, Balance, ValueQuery>;

/// What the block before adds to chance.
#[storage_alias]
type Added = StorageValue<Mock, Hash>;

/// The most that settlers may move in a block, if there is a cap.
#[storage_alias]
type Cap = StorageValue<Mock, Balance>;

/// [`WORLD`] and [`OTHER_WORLD`]. Those that benchmarks make come after them.
pub struct TheWorld;

impl TheWorld {
	/// As if the operator of [`WORLD`] had handed it over.
	pub(crate) fn belongs_to(who: AccountId) {
		Operators::insert(WORLD, who);
	}

	/// As if the operator of [`WORLD`] had suspended it.
	pub(crate) fn suspend() {
		Suspended::insert(WORLD, true);
	}

	/// As if settlers might move so much in this block.
	pub(crate) fn cap(most: Balance) {
		Cap::put(most);
	}
}

impl traits::Worlds<AccountId> for TheWorld {
	fn owner(world: WorldId) -> Result<AccountId, DispatchError> {
		match (Operators::get(world), world) {
			(Some(operator), _) => Ok(operator),
			(None, WORLD) => Ok(OPERATOR),
			(None, OTHER_WORLD) => Ok(BOB),
			_ => Err(UNKNOWN_WORLD),
		}
	}
	fn ensure_owner(who: &AccountId, world: WorldId) -> DispatchResult {
		ensure!(*who == Self::owner(world)?, NOT_OPERATOR);
		Ok(())
	}
	fn ensure_settler(who: &AccountId, world: WorldId) -> DispatchResult {
		Self::ensure_open(world)?;
		let hired = Hired::get(world).or((world == WORLD).then_some(SETTLER));
		ensure!(*who == Self::owner(world)? || Some(*who) == hired, NOT_SETTLER);
		Ok(())
	}
	fn ensure_open(world: WorldId) -> DispatchResult {
		Self::owner(world)?;
		ensure!(!Suspended::get(world), SUSPENDED);
		Ok(())
	}
	fn ensure_contains(world: WorldId, _: Coordinates) -> DispatchResult {
		Self::owner(world).map(|_| ())
	}
	fn fee(world: WorldId) -> Result<Option<Fee>, DispatchError> {
		Self::owner(world).map(|_| None)
	}
	fn charge(who: &AccountId, world: WorldId, value: Balance) -> DispatchResult {
		Self::ensure_settler(who, world)?;
		match Cap::get() {
			Some(most) if *who != Self::owner(world)? => {
				Cap::put(most.checked_sub(value).ok_or(OVER_CAP)?);
			},
			_ => {},
		}
		Ok(())
	}
	fn retain(world: WorldId) -> DispatchResult {
		Self::owner(world)?;
		WorldConsumers::mutate(world, |consumers| *consumers += 1);
		Ok(())
	}
	fn release(world: WorldId) {
		WorldConsumers::mutate(world, |consumers| *consumers -= 1);
	}
}

/// Each account owns the avatar of its own number; there are ten. Those that benchmarks make come
/// after them. Each has a purse.
pub struct Pairs;

impl Pairs {
	/// As if the avatar had been sold.
	pub(crate) fn belongs_to(avatar: AvatarId, who: AccountId) {
		Owners::insert(avatar, who);
		Tenures::mutate(avatar, |tenure| *tenure += 1);
		Offered::remove(avatar);
	}

	/// As if the avatar were offered for sale.
	pub(crate) fn offer(avatar: AvatarId) {
		Offered::insert(avatar, true);
	}
}

impl traits::Avatars<AccountId> for Pairs {
	fn owner(avatar: AvatarId) -> Result<AccountId, DispatchError> {
		Self::ensure_exists(avatar)?;
		Ok(Owners::get(avatar).unwrap_or(avatar.0.into()))
	}
	fn tenure(avatar: AvatarId) -> Result<u32, DispatchError> {
		Self::ensure_exists(avatar)?;
		Ok(Tenures::get(avatar))
	}
	fn ensure_exists(avatar: AvatarId) -> DispatchResult {
		ensure!(avatar.0 < 10 || Owners::contains_key(avatar), UNKNOWN_AVATAR);
		Ok(())
	}
	fn ensure_owner(who: &AccountId, avatar: AvatarId) -> DispatchResult {
		ensure!(*who == Self::owner(avatar)?, NOT_YOURS);
		ensure!(!Offered::get(avatar), OFFERED);
		Ok(())
	}
	fn retain(avatar: AvatarId, records: u32) -> DispatchResult {
		Self::ensure_exists(avatar)?;
		Consumers::mutate(avatar, |consumers| *consumers += records);
		Ok(())
	}
	fn release(avatar: AvatarId, records: u32) {
		Consumers::mutate(avatar, |consumers| *consumers -= records);
	}
}

impl Pairs {
	/// Takes coins out of the purse of an avatar that is not offered.
	fn spend(from: AvatarId, amount: Balance) -> DispatchResult {
		<Self as traits::Avatars<AccountId>>::ensure_exists(from)?;
		ensure!(!Offered::get(from), OFFERED);
		let left = Coins::get(from).checked_sub(amount).ok_or(TOO_FEW_COINS)?;
		Coins::insert(from, left);
		Ok(())
	}
}

impl traits::Purses for Pairs {
	fn set_aside(from: AvatarId, amount: Balance) -> DispatchResult {
		Self::spend(from, amount)?;
		Aside::mutate(|aside| *aside += amount);
		Ok(())
	}
	fn pay_out(to: AvatarId, amount: Balance) -> DispatchResult {
		<Self as traits::Avatars<AccountId>>::ensure_exists(to)?;
		let left = Aside::get().checked_sub(amount).ok_or(TOO_FEW_COINS)?;
		Aside::put(left);
		Coins::mutate(to, |coins| *coins += amount);
		Ok(())
	}
	fn pay(from: AvatarId, to: AvatarId, amount: Balance) -> DispatchResult {
		<Self as traits::Avatars<AccountId>>::ensure_exists(to)?;
		Self::spend(from, amount)?;
		Coins::mutate(to, |coins| *coins += amount);
		Ok(())
	}
}

/// What a test has the block before add.
pub struct Told;

impl Randomness<Option<Hash>, u64> for Told {
	fn random(_: &[u8]) -> (Option<Hash>, u64) {
		(Added::get(), System::block_number().saturating_sub(1))
	}
}

/// For benchmarks.
pub struct Helper;

impl NewAvatar<AccountId> for Helper {
	fn new_avatar(owner: &AccountId, coins: Balance) -> AvatarId {
		let mut avatars = (10..).map(AvatarId);
		let avatar = avatars.find(|it| !Owners::contains_key(*it)).expect("a few");
		Pairs::belongs_to(avatar, *owner);
		Coins::insert(avatar, coins);
		avatar
	}
}

impl NewWorld<AccountId> for Helper {
	fn new_world(owner: &AccountId, _fee: Option<Fee>) -> WorldId {
		let mut worlds = (10..).map(WorldId);
		let world = worlds.find(|it| !Operators::contains_key(*it)).expect("a few");
		Operators::insert(world, *owner);
		world
	}

	fn new_settler(world: WorldId, who: &AccountId) {
		Hired::insert(world, *who);
	}
}

impl pallet_items::SuspendWorld for Helper {
	fn suspend(world: WorldId) {
		Suspended::insert(world, true);
	}
}

/// How many records name the avatar.
pub(crate) fn consumers(avatar: AvatarId) -> u32 {
	Consumers::get(avatar)
}

/// How many records need [`WORLD`].
pub(crate) fn world_consumers() -> u32 {
	WorldConsumers::get(WORLD)
}

/// The coins in the purse of the account's avatar.
pub(crate) fn coins(who: AccountId) -> Balance {
	Coins::get(avatar(who))
}

/// The coins that are set aside.
pub(crate) fn aside() -> Balance {
	Aside::get()
}

/// As if a trade had left coins for those who share a kind's royalty.
pub(crate) fn accrue(kind: KindId, amount: Balance) -> DispatchResult {
	Items::accrue(kind, amount)?;
	Aside::mutate(|aside| *aside += amount);
	Ok(())
}

/// Every record is counted for the avatar or the world that it names.
fn assert_consumers_are_counted() {
	let mut avatars = BTreeMap::<AvatarId, u32>::new();
	let mut worlds = BTreeMap::<WorldId, u32>::new();
	for details in crate::Collections::<Test>::iter_values() {
		match details.issuer {
			Issuer::Avatar(avatar) => *avatars.entry(avatar).or_default() += 1,
			Issuer::World(world) => *worlds.entry(world).or_default() += 1,
		}
	}
	for world in crate::Kinds::<Test>::iter_values().filter_map(|it| it.rules.home) {
		*worlds.entry(world).or_default() += 1;
	}
	let owners = crate::Items::<Test>::iter_values().map(|it| it.holding.owner);
	let holders = crate::Units::<Test>::iter_keys().map(|(_, avatar)| AvatarId::from(avatar));
	let sharers = crate::Royalties::<Test>::iter_values().flatten().map(|share| share.to);
	let payees = crate::Recipes::<Test>::iter_values().map(|it| it.to);
	let crafters = crate::Draws::<Test>::iter_values().map(|it| it.avatar);
	for avatar in owners.chain(holders).chain(sharers).chain(payees).chain(crafters) {
		*avatars.entry(avatar).or_default() += 1;
	}
	for avatar in (0..10).map(AvatarId) {
		let records = avatars.get(&avatar).copied().unwrap_or(0);
		assert_eq!(consumers(avatar), records, "records of avatar {avatar}");
	}
	for world in [WORLD, OTHER_WORLD] {
		let records = worlds.get(&world).copied().unwrap_or(0);
		assert_eq!(WorldConsumers::get(world), records, "records of world {world}");
	}
}

/// The avatar that the account owns.
pub(crate) fn avatar(who: AccountId) -> AvatarId {
	AvatarId(u32::try_from(who).expect("accounts of tests are small"))
}

/// The avatars that the accounts own.
pub(crate) fn avatars(owners: &[AccountId]) -> BoundedVec<AvatarId, ConstU32<4>> {
	let avatars: Vec<_> = owners.iter().map(|&who| avatar(who)).collect();
	avatars.try_into().expect("tests name at most four")
}

/// So many units for the avatars of the accounts.
pub(crate) fn amounts(of: &[(AccountId, u64)]) -> BoundedVec<(AvatarId, u64), ConstU32<4>> {
	let amounts: Vec<_> = of.iter().map(|&(who, amount)| (avatar(who), amount)).collect();
	amounts.try_into().expect("tests name at most four")
}

/// So much of a royalty for the avatars of the accounts.
pub(crate) fn shares(of: &[(AccountId, BasisPoints)]) -> Shares {
	let shares: Vec<_> = of.iter().map(|&(who, rate)| Share { to: avatar(who), rate }).collect();
	shares.try_into().expect("tests name at most eight")
}

/// An item of the first collection.
pub(crate) fn item(serial: u32) -> ItemId {
	ItemId { collection: COLLECTION, serial }
}

/// What a collection of a test is called.
pub(crate) fn metadata(name: &str) -> MetadataDetails {
	let name = CollectionName::try_from(name.as_bytes().to_vec()).expect("names are short");
	MetadataDetails { name, pointer: None }
}

pub(crate) fn attribute_name(name: &str) -> AttributeName {
	AttributeName::try_from(name.as_bytes().to_vec()).expect("names of tests are short")
}

pub(crate) fn value(value: &str) -> Value {
	Value::try_from(value.as_bytes().to_vec()).expect("values of tests are short")
}

/// Always so many of a kind.
pub(crate) fn certain(kind: KindId, amount: u64) -> Outcome {
	Outcome::Certain(Yield { kind, amount })
}

/// So many of a kind, by weight.
pub(crate) fn random(outcomes: &[(KindId, u64, u16)]) -> Outcome {
	let outcome = |&(kind, amount, weight)| (Yield { kind, amount }, weight);
	let outcomes: Vec<_> = outcomes.iter().map(outcome).collect();
	Outcome::Random(outcomes.try_into().expect("tests name at most eight"))
}

/// A recipe that takes so many of these kinds and no coins, for good.
pub(crate) fn recipe(inputs: &[(KindId, u64)], outcome: Outcome) -> Recipe {
	let input = |&(kind, amount)| Ingredient { kind, amount };
	let inputs: Vec<_> = inputs.iter().map(input).collect();
	let inputs = inputs.try_into().expect("tests name at most eight");
	Recipe { inputs, price: 0, outcome, until: None, limit: None }
}

/// Crafts, whatever the royalty and the attributes of what is made.
pub(crate) fn craft_on_any_terms(
	who: AccountId,
	avatar: AvatarId,
	recipe: RecipeId,
	items: Inputs,
) -> DispatchResultWithPostInfo {
	let origin = RuntimeOrigin::signed(who);
	Items::craft(origin, avatar, recipe, items, BasisPoints::MAX, u8::MAX)
}

pub(crate) fn held(reason: HoldReason, who: AccountId) -> Balance {
	Balances::balance_on_hold(&reason.into(), &who)
}

/// Makes this the block in which calls are executed.
pub(crate) fn go_to(block: BlockNumber) {
	System::set_block_number(block.into());
}

/// Goes on to the next block, in which another round begins: as if each of the blocks that a round
/// has had added this to chance.
pub(crate) fn next_round(added: u8) {
	System::set_block_number(System::block_number() + 1);
	for _ in 0..ROUND_LENGTH {
		add_to_chance(added);
	}
}

/// As if the block before had added this to chance.
pub(crate) fn add_to_chance(added: u8) {
	Added::put(Hash::repeat_byte(added));
	Items::on_initialize(System::block_number());
	Added::kill();
}

/// The seed that is known once rounds have gone by whose blocks have added these, told from the
/// description and not from the code.
pub(crate) fn seed_after(rounds: &[u8]) -> Hash {
	let blocks = rounds.iter().flat_map(|added| [added; ROUND_LENGTH as usize]);
	blocks.fold(Hash::zero(), |before, added| {
		BlakeTwo256::hash(&[before.as_bytes(), &[*added; 32][..]].concat())
	})
}

/// Changes the record of the first collection behind the pallet's back.
pub(crate) fn change_collection(change: impl FnOnce(&mut CollectionDetails<AccountId>)) {
	crate::Collections::<Test>::mutate(CollectionKey::from(COLLECTION), |details| {
		change(details.as_mut().expect("the world has a catalogue"));
	});
}

/// Changes the record of a kind behind the pallet's back.
pub(crate) fn change_kind(kind: KindId, change: impl FnOnce(&mut KindDetails)) {
	crate::Kinds::<Test>::mutate(KindKey::from(kind), |details| {
		change(details.as_mut().expect("tests change kinds that exist"));
	});
}

/// Changes the record of an item behind the pallet's back.
pub(crate) fn change_item(item: ItemId, change: impl FnOnce(&mut ItemDetails)) {
	crate::Items::<Test>::mutate(ItemKey::from(item), |details| {
		change(details.as_mut().expect("tests change items that exist"));
	});
}

/// Locks an item, as the market does.
pub(crate) fn lock(item: ItemId, lock: Lock) {
	let Holding { owner, version, .. } = Items::asset(item).expect("tests lock items").holding;
	Items::set_holding(item, Holding { owner, version, lock: Some(lock) });
}

/// Locks units of an account's avatar, as the market does.
pub(crate) fn lock_units(kind: KindId, who: AccountId, amount: u64) {
	let Stack { free, locked } = Items::stack(kind, avatar(who));
	let stack = Stack { free: free - amount, locked: locked + amount };
	Items::set_stack(kind, avatar(who), stack);
}

/// A chain with two worlds, on which nothing was created unless the test says so.
#[derive(Default)]
pub(crate) struct World {
	catalogue: bool,
	sword_rules: Option<Rules>,
	arrow_rules: Option<Rules>,
	sword_royalty: Shares,
	arrow_royalty: Shares,
	metadata: Option<MetadataDetails>,
	attributes: Vec<(AttributeName, Writer)>,
	swords: Vec<AccountId>,
	arrows: Vec<(AccountId, u64)>,
	recipes: Vec<(Recipe, AccountId)>,
	coins: Vec<(AccountId, Balance)>,
	frozen: bool,
}

impl World {
	/// With a collection of the world, which has [`SWORDS`] and [`ARROWS`]. Everything may be done
	/// with both, and no royalty is on them, unless the test says so.
	pub(crate) fn with_catalogue() -> Self {
		Self { catalogue: true, ..Self::default() }
	}

	/// With these rules for swords.
	pub(crate) fn sword_rules(mut self, rules: Rules) -> Self {
		self.sword_rules = Some(rules);
		self
	}

	/// With these rules for arrows.
	pub(crate) fn arrow_rules(mut self, rules: Rules) -> Self {
		self.arrow_rules = Some(rules);
		self
	}

	/// With a royalty on swords for the avatars of these accounts.
	pub(crate) fn sword_royalty(mut self, of: &[(AccountId, BasisPoints)]) -> Self {
		self.sword_royalty = shares(of);
		self
	}

	/// With a royalty on arrows for the avatars of these accounts.
	pub(crate) fn arrow_royalty(mut self, of: &[(AccountId, BasisPoints)]) -> Self {
		self.arrow_royalty = shares(of);
		self
	}

	/// With a name for the collection.
	pub(crate) fn named(mut self, name: &str) -> Self {
		self.metadata = Some(metadata(name));
		self
	}

	/// With an attribute of swords. The first has the key 0, and so on.
	pub(crate) fn attribute(mut self, name: &str, writer: Writer) -> Self {
		self.attributes.push((attribute_name(name), writer));
		self
	}

	/// With a sword of `owner`'s avatar.
	pub(crate) fn sword(mut self, owner: AccountId) -> Self {
		self.swords.push(owner);
		self
	}

	/// With arrows of `owner`'s avatar.
	pub(crate) fn arrows(mut self, owner: AccountId, amount: u64) -> Self {
		self.arrows.push((owner, amount));
		self
	}

	/// With a recipe of the collection, whose price goes to the avatar of `to`. The first is
	/// [`RECIPE`], and so on.
	pub(crate) fn recipe(mut self, recipe: Recipe, to: AccountId) -> Self {
		self.recipes.push((recipe, to));
		self
	}

	/// With coins in the purse of `owner`'s avatar.
	pub(crate) fn coins(mut self, owner: AccountId, amount: Balance) -> Self {
		self.coins.push((owner, amount));
		self
	}

	/// With the collection frozen, after all the rest was made.
	pub(crate) fn frozen(mut self) -> Self {
		self.frozen = true;
		self
	}

	/// Runs the test, and checks the invariants, the counts of consumers and what is set aside
	/// after it.
	pub(crate) fn execute(self, test: impl FnOnce()) {
		let mut genesis = frame_system::GenesisConfig::<Test>::default()
			.build_storage()
			.expect("the system's genesis has no input");
		pallet_balances::GenesisConfig::<Test> {
			balances: [OPERATOR, ALICE, BOB, SETTLER].map(|who| (who, MONEY)).to_vec(),
			..Default::default()
		}
		.assimilate_storage(&mut genesis)
		.expect("balances are above the existential deposit");
		sp_io::TestExternalities::new(genesis).execute_with(|| {
			System::set_block_number(1);
			self.build().expect("what a test's world has can be created");
			test();
			Items::do_try_state().expect("every invariant holds after every test");
			assert_consumers_are_counted();
			assert_eq!(aside(), Items::accrued_total(), "only royalties are set aside");
		});
	}

	fn build(self) -> DispatchResult {
		let operator = || RuntimeOrigin::signed(OPERATOR);
		for (owner, amount) in self.coins {
			Coins::mutate(avatar(owner), |coins| *coins += amount);
		}
		if self.catalogue {
			let sword_rules = self.sword_rules.unwrap_or(Rules::LOOSEST);
			let arrow_rules = self.arrow_rules.unwrap_or(Rules::LOOSEST);
			let (sword, arrow) = (self.sword_royalty, self.arrow_royalty);
			Items::create_collection(operator(), Issuer::World(WORLD))?;
			Items::create_kind(operator(), COLLECTION, Form::Unique, Some(3), sword_rules, sword)?;
			let (form, most) = (Form::Stackable, Some(100));
			Items::create_kind(operator(), COLLECTION, form, most, arrow_rules, arrow)?;
		}
		if self.metadata.is_some() {
			Items::set_metadata(operator(), COLLECTION, self.metadata)?;
		}
		for (name, writer) in self.attributes {
			Items::define_attribute(operator(), SWORDS, name, writer)?;
		}
		for owner in self.swords {
			Items::mint_items(operator(), SWORDS, avatars(&[owner]))?;
		}
		for (owner, amount) in self.arrows {
			Items::mint_units(operator(), ARROWS, amounts(&[(owner, amount)]))?;
		}
		for (recipe, to) in self.recipes {
			Items::create_recipe(operator(), COLLECTION, recipe, avatar(to))?;
		}
		if self.frozen {
			Items::freeze_collection(operator(), COLLECTION)?;
		}
		Ok(())
	}
}
