// SPDX-License-Identifier: Apache-2.0
//! What someone may try to do with items.

use crate::{
	mock::*, CollectionName, Form, Issuer, MetadataDetails, Outcome, Recipe, Rules, Share, Write,
	Writer, Yield,
};
use frame_support::dispatch::DispatchResultWithPostInfo;
use freehold_primitives::{
	asset::{Holding, Lock, Stack},
	chain::{Balance, BlockNumber},
	fee::BasisPoints,
	ids::{AuctionId, AvatarId, CollectionId, DrawId, ItemId, KindId, OrderId, RecipeId, WorldId},
	pointer::Pointer,
};
use proptest::prelude::*;
use sp_runtime::{DispatchError, DispatchResult};

/// What is tried, and by whom.
#[derive(Clone, Debug)]
pub(super) struct Action {
	pub by: Actor,
	pub what: What,
}

/// Who tries it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Actor {
	/// Whoever may, if anyone, and with what is theirs.
	Entitled,
	/// This account.
	Account(AccountId),
}

/// A call, or what trades, other pallets and time do.
#[derive(Clone, Debug)]
pub(super) enum What {
	CreateCollection { issuer: Issuer },
	CreateKind { collection: CollectionId, form: Form, cap: Option<u64>, rules: Rules, of: Of },
	MintItems { kind: KindId, to: Vec<AvatarId> },
	MintUnits { kind: KindId, to: Vec<(AvatarId, u64)> },
	TransferItem { item: ItemId, to: AvatarId },
	TransferUnits { kind: KindId, from: AvatarId, to: AvatarId, amount: u64 },
	AdoptCollection { collection: CollectionId, most: Balance },
	SetMetadata { collection: CollectionId, metadata: Option<MetadataDetails> },
	FreezeCollection { collection: CollectionId },
	OfferCollection { collection: CollectionId, to: Option<Issuer> },
	AcceptCollection { collection: CollectionId, most: Balance },
	LoosenKind { kind: KindId, rules: Rules },
	LowerCap { kind: KindId, cap: u64 },
	SetRoyalty { kind: KindId, of: Of },
	CollectRoyalty { kind: KindId },
	BurnItem { item: ItemId },
	BurnUnits { kind: KindId, avatar: AvatarId, amount: u64 },
	TransferBatch { transfers: Vec<(ItemId, AvatarId)> },
	DefineAttribute { kind: KindId, name: &'static str, writer: Writer },
	SetAttributes { item: ItemId, changes: Vec<(u8, Option<&'static str>)> },
	WriteAttributes { world: WorldId, writes: Vec<Write> },
	Equip { avatar: AvatarId, slot: u8, item: ItemId },
	Unequip { avatar: AvatarId, slot: u8 },
	PlaceInCustody { item: ItemId, world: WorldId, until: BlockNumber },
	ReleaseFromCustody { item: ItemId },
	CreateRecipe { collection: CollectionId, recipe: Recipe, to: AvatarId },
	RemoveRecipe { recipe: RecipeId },
	Craft { avatar: AvatarId, recipe: RecipeId, items: Vec<ItemId>, most: (BasisPoints, u8) },
	SettleDraw { draw: DrawId },
	RemoveKind { kind: KindId },
	RemoveCollection { collection: CollectionId },
	Accrue { kind: KindId, amount: Balance },
	Lock { item: ItemId, by: Lock },
	Unlock { item: ItemId },
	LockUnits { kind: KindId, avatar: AvatarId, amount: u64 },
	UnlockUnits { kind: KindId, avatar: AvatarId, amount: u64 },
	OfferAvatar { avatar: AvatarId },
	SellAvatar { avatar: AvatarId, to: AccountId },
	HandOver { to: AccountId },
	Suspend,
	Wait { blocks: BlockNumber },
	NextRound { seed: u8 },
}

/// Shares of a royalty.
pub(super) type Of = Vec<(AvatarId, BasisPoints)>;

/// What the market of tests locks items for.
pub(super) const MARKET: [Lock; 2] = [Lock::Order(OrderId(0)), Lock::Auction(AuctionId(0))];

/// The name of each call.
pub(super) const CALLS: [&str; 31] = [
	"CreateCollection",
	"CreateKind",
	"MintItems",
	"MintUnits",
	"TransferItem",
	"TransferUnits",
	"AdoptCollection",
	"SetMetadata",
	"FreezeCollection",
	"OfferCollection",
	"AcceptCollection",
	"LoosenKind",
	"LowerCap",
	"SetRoyalty",
	"CollectRoyalty",
	"BurnItem",
	"BurnUnits",
	"TransferBatch",
	"DefineAttribute",
	"SetAttributes",
	"WriteAttributes",
	"Equip",
	"Unequip",
	"PlaceInCustody",
	"ReleaseFromCustody",
	"CreateRecipe",
	"RemoveRecipe",
	"Craft",
	"SettleDraw",
	"RemoveKind",
	"RemoveCollection",
];

impl What {
	/// Its name.
	pub(super) fn name(&self) -> String {
		format!("{self:?}").chars().take_while(char::is_ascii_alphanumeric).collect()
	}

	/// Has the chain do it.
	pub(super) fn perform(self, who: AccountId) -> DispatchResult {
		let origin = RuntimeOrigin::signed(who);
		match self {
			Self::CreateCollection { issuer } => Items::create_collection(origin, issuer),
			Self::CreateKind { collection, form, cap, rules, of } => {
				Items::create_kind(origin, collection, form, cap, rules, bounded(shared(of)))
			},
			Self::MintItems { kind, to } => Items::mint_items(origin, kind, bounded(to)),
			Self::MintUnits { kind, to } => Items::mint_units(origin, kind, bounded(to)),
			Self::TransferItem { item, to } => Items::transfer_item(origin, item, to),
			Self::TransferUnits { kind, from, to, amount } => {
				Items::transfer_units(origin, kind, from, to, amount)
			},
			Self::AdoptCollection { collection, most } => {
				Items::adopt_collection(origin, collection, most)
			},
			Self::SetMetadata { collection, metadata } => {
				Items::set_metadata(origin, collection, metadata)
			},
			Self::FreezeCollection { collection } => Items::freeze_collection(origin, collection),
			Self::OfferCollection { collection, to } => {
				Items::offer_collection(origin, collection, to)
			},
			Self::AcceptCollection { collection, most } => {
				Items::accept_collection(origin, collection, most)
			},
			Self::LoosenKind { kind, rules } => Items::loosen_kind(origin, kind, rules),
			Self::LowerCap { kind, cap } => Items::lower_cap(origin, kind, cap),
			Self::SetRoyalty { kind, of } => Items::set_royalty(origin, kind, bounded(shared(of))),
			Self::CollectRoyalty { kind } => Items::collect_royalty(origin, kind),
			Self::BurnItem { item } => plain(Items::burn_item(origin, item)),
			Self::BurnUnits { kind, avatar, amount } => {
				Items::burn_units(origin, kind, avatar, amount)
			},
			Self::TransferBatch { transfers } => Items::transfer_batch(origin, bounded(transfers)),
			Self::DefineAttribute { kind, name, writer } => {
				Items::define_attribute(origin, kind, attribute_name(name), writer)
			},
			Self::SetAttributes { item, changes } => {
				let changes: Vec<_> =
					changes.into_iter().map(|(key, new)| (key, new.map(value))).collect();
				Items::set_attributes(origin, item, bounded(changes))
			},
			Self::WriteAttributes { world, writes } => {
				plain(Items::write_attributes(origin, world, bounded(writes)))
			},
			Self::Equip { avatar, slot, item } => Items::equip(origin, avatar, slot, item),
			Self::Unequip { avatar, slot } => Items::unequip(origin, avatar, slot),
			Self::PlaceInCustody { item, world, until } => {
				Items::place_in_custody(origin, item, world, 0, until)
			},
			Self::ReleaseFromCustody { item } => Items::release_from_custody(origin, item),
			Self::CreateRecipe { collection, recipe, to } => {
				Items::create_recipe(origin, collection, recipe, to)
			},
			Self::RemoveRecipe { recipe } => Items::remove_recipe(origin, recipe),
			Self::Craft { avatar, recipe, items, most: (royalty, attributes) } => {
				plain(Items::craft(origin, avatar, recipe, bounded(items), royalty, attributes))
			},
			Self::SettleDraw { draw } => Items::settle_draw(origin, draw),
			Self::RemoveKind { kind } => plain(Items::remove_kind(origin, kind)),
			Self::RemoveCollection { collection } => Items::remove_collection(origin, collection),
			other => other.befall(),
		}
	}

	/// Has it happen, if it is no call.
	fn befall(self) -> DispatchResult {
		match self {
			Self::Accrue { kind, amount } => accrue(kind, amount),
			Self::Lock { item, by } => set_lock(item, &[None], Some(by)),
			Self::Unlock { item } => set_lock(item, &MARKET.map(Some), None),
			Self::LockUnits { kind, avatar, amount } => {
				let Stack { free, locked } = Items::stack(kind, avatar);
				let free = free.checked_sub(amount).ok_or(DispatchError::Other("too few"))?;
				Items::set_stack(kind, avatar, Stack { free, locked: locked + amount });
				Ok(())
			},
			Self::UnlockUnits { kind, avatar, amount } => {
				let Stack { free, locked } = Items::stack(kind, avatar);
				let locked = locked.checked_sub(amount).ok_or(DispatchError::Other("too few"))?;
				Items::set_stack(kind, avatar, Stack { free: free + amount, locked });
				Ok(())
			},
			Self::OfferAvatar { avatar } => {
				Pairs::offer(avatar);
				Ok(())
			},
			Self::SellAvatar { avatar, to } => {
				Pairs::belongs_to(avatar, to);
				Ok(())
			},
			Self::HandOver { to } => {
				TheWorld::belongs_to(to);
				Ok(())
			},
			Self::Suspend => {
				TheWorld::suspend();
				Ok(())
			},
			Self::Wait { blocks } => {
				go_to(now() + blocks);
				Ok(())
			},
			Self::NextRound { seed } => {
				next_round(seed);
				Ok(())
			},
			call => unreachable!("{call:?} is a call"),
		}
	}
}

/// This block's number.
pub(super) fn now() -> BlockNumber {
	u32::try_from(System::block_number()).expect("tests end before then")
}

/// Replaces the lock of an item, if it is one of these.
fn set_lock(item: ItemId, before: &[Option<Lock>], lock: Option<Lock>) -> DispatchResult {
	let owned = Items::asset(item).ok_or(DispatchError::Other("no such item"))?;
	if !before.contains(&owned.holding.lock) {
		return Err(DispatchError::Other("another lock"));
	}
	Items::set_holding(item, Holding { lock, ..owned.holding });
	Ok(())
}

/// Shares, as a call names them.
fn shared(of: Of) -> Vec<Share> {
	of.into_iter().map(|(to, rate)| Share { to, rate }).collect()
}

/// Whatever a call names.
fn bounded<Thing, Things: TryFrom<Vec<Thing>>>(things: Vec<Thing>) -> Things {
	Things::try_from(things).unwrap_or_else(|_| panic!("calls of tests name a few"))
}

fn plain(outcome: DispatchResultWithPostInfo) -> DispatchResult {
	outcome.map(drop).map_err(|refusal| refusal.error)
}

/// Kinds by collection and index, both of which are 0 or 1 at the beginning.
pub(super) const fn kind(collection: u32, index: u32) -> KindId {
	KindId { collection: CollectionId(collection), index }
}

/// What is done before anything is left to chance: a collection of the world and one of Alice's
/// avatar, each with items and units, and recipes for all that recipes can do.
pub(super) fn beginning() -> Vec<Action> {
	let (swords, arrows, shields, dust) = (kind(0, 0), kind(0, 1), kind(1, 0), kind(1, 1));
	let [operator, alice, bob, settler] = [OPERATOR, ALICE, BOB, SETTLER].map(avatar);
	let create = |collection, form, cap, of: &[(AvatarId, BasisPoints)]| What::CreateKind {
		collection: CollectionId(collection),
		form,
		cap,
		rules: Rules::LOOSEST,
		of: of.to_vec(),
	};
	let define = |name, writer| What::DefineAttribute { kind: swords, name, writer };
	let invent = |inputs: &[(KindId, u64)], outcome| What::CreateRecipe {
		collection: CollectionId(0),
		recipe: Recipe { price: 3, ..recipe(inputs, outcome) },
		to: settler,
	};
	[
		What::CreateCollection { issuer: Issuer::World(WORLD) },
		create(0, Form::Unique, Some(12), &[(alice, 200), (bob, 100)]),
		create(0, Form::Stackable, None, &[(settler, 50)]),
		What::CreateCollection { issuer: Issuer::Avatar(alice) },
		create(1, Form::Unique, None, &[]),
		create(1, Form::Stackable, Some(60), &[(operator, 7)]),
		define("power", Writer::Issuer),
		define("name", Writer::Holder),
		define("wins", Writer::Server(WORLD)),
		What::MintItems { kind: swords, to: vec![alice, bob, alice] },
		What::MintUnits { kind: arrows, to: vec![(alice, 20), (bob, 20), (settler, 20)] },
		What::MintItems { kind: shields, to: vec![settler, alice] },
		What::MintUnits { kind: dust, to: vec![(alice, 9), (bob, 9)] },
		invent(&[(arrows, 2)], certain(swords, 1)),
		invent(&[(arrows, 1), (dust, 1)], random(&[(swords, 1, 1), (arrows, 5, 3)])),
		invent(&[(swords, 1)], certain(arrows, 10)),
	]
	.map(|what| Action { by: Actor::Entitled, what })
	.to_vec()
}

/// Anything that anyone may try.
pub(super) fn action() -> impl Strategy<Value = Action> {
	let by = prop_oneof![
		4 => Just(Actor::Entitled),
		1 => account().prop_map(Actor::Account),
	];
	// Each in a box: the values of all together would not fit on a stack.
	let what = prop_oneof![
		5 => issuing().boxed(),
		8 => holding().boxed(),
		5 => owning().boxed(),
		4 => describing().boxed(),
		4 => keeping().boxed(),
		6 => crafting().boxed(),
		4 => befalling().boxed(),
	];
	(by, what).prop_map(|(by, what)| Action { by, what })
}

fn account() -> impl Strategy<Value = AccountId> {
	OPERATOR..=SETTLER
}

/// Now and then one that does not exist.
fn anyone() -> impl Strategy<Value = AvatarId> {
	prop_oneof![16 => (1..=4u32).prop_map(AvatarId), 1 => Just(AvatarId(10))]
}

/// Now and then one that does not exist yet.
fn collections() -> impl Strategy<Value = CollectionId> {
	prop_oneof![5 => Just(0u32), 4 => Just(1u32), 1 => Just(2u32)].prop_map(CollectionId)
}

fn kinds() -> impl Strategy<Value = KindId> {
	let index = prop_oneof![6 => Just(0u32), 6 => Just(1u32), 2 => Just(2u32), 1 => Just(3u32)];
	(collections(), index).prop_map(|(collection, index)| KindId { collection, index })
}

/// A unique kind, mostly.
fn unique() -> impl Strategy<Value = KindId> {
	prop_oneof![4 => (0..2u32).prop_map(|collection| kind(collection, 0)), 1 => kinds()]
}

/// A stackable kind, mostly.
fn stackable() -> impl Strategy<Value = KindId> {
	prop_oneof![4 => (0..2u32).prop_map(|collection| kind(collection, 1)), 1 => kinds()]
}

fn items() -> impl Strategy<Value = ItemId> {
	let serial = prop_oneof![3 => 0..4u32, 2 => 4..12u32];
	(collections(), serial).prop_map(|(collection, serial)| ItemId { collection, serial })
}

fn amounts() -> impl Strategy<Value = u64> {
	prop_oneof![20 => 0..=6u64, 1 => Just(u64::MAX)]
}

fn worlds() -> impl Strategy<Value = WorldId> {
	prop_oneof![6 => Just(WORLD), 2 => Just(OTHER_WORLD), 1 => Just(WorldId(8))]
}

fn issuers() -> impl Strategy<Value = Issuer> {
	prop_oneof![worlds().prop_map(Issuer::World), anyone().prop_map(Issuer::Avatar)]
}

fn forms() -> impl Strategy<Value = Form> {
	prop_oneof![Just(Form::Unique), Just(Form::Stackable)]
}

fn rules() -> impl Strategy<Value = Rules> {
	let home = prop_oneof![3 => Just(None), 1 => worlds().prop_map(Some)];
	let usually = || prop::bool::weighted(0.8);
	(usually(), usually(), home).prop_map(|(transferable, burnable, home)| Rules {
		transferable,
		burnable,
		home,
	})
}

fn royalties() -> impl Strategy<Value = Of> {
	let rate = prop_oneof![8 => 1..=300u16, 1 => Just(0u16), 1 => Just(900u16)];
	prop::collection::vec((anyone(), rate), 0..=3)
}

fn names() -> impl Strategy<Value = Option<MetadataDetails>> {
	let name = prop_oneof![4 => Just("Arms"), 2 => Just("Toys"), 1 => Just("")];
	let pointer = prop_oneof![3 => Just(None), 2 => Just(Some("ipfs://arms")), 1 => Just(Some(""))];
	let details = (name, pointer).prop_map(|(name, pointer)| MetadataDetails {
		name: bounded::<_, CollectionName>(name.as_bytes().to_vec()),
		pointer: pointer.map(|it| bounded::<_, Pointer>(it.as_bytes().to_vec())),
	});
	prop::option::weighted(0.8, details)
}

/// What whoever owns the issuer of a collection does.
fn issuing() -> impl Strategy<Value = What> {
	prop_oneof![
		2 => (collections(), forms(), prop::option::of(0..=20u64), rules(), royalties())
			.prop_map(|(collection, form, cap, rules, of)| {
				What::CreateKind { collection, form, cap, rules, of }
			})
			.boxed(),
		4 => (unique(), prop::collection::vec(anyone(), 0..=4))
			.prop_map(|(kind, to)| What::MintItems { kind, to })
			.boxed(),
		4 => (stackable(), prop::collection::vec((anyone(), amounts()), 0..=4))
			.prop_map(|(kind, to)| What::MintUnits { kind, to })
			.boxed(),
		1 => (kinds(), rules()).prop_map(|(kind, rules)| What::LoosenKind { kind, rules }).boxed(),
		1 => (kinds(), 0..=40u64).prop_map(|(kind, cap)| What::LowerCap { kind, cap }).boxed(),
		2 => (kinds(), royalties()).prop_map(|(kind, of)| What::SetRoyalty { kind, of }).boxed(),
		1 => kinds().prop_map(|kind| What::CollectRoyalty { kind }).boxed(),
		1 => kinds().prop_map(|kind| What::RemoveKind { kind }).boxed(),
	]
}

/// What whoever has items and units does.
fn holding() -> impl Strategy<Value = What> {
	let transfers = prop::collection::vec((items(), anyone()), 0..=3);
	prop_oneof![
		2 => (items(), anyone()).prop_map(|(item, to)| What::TransferItem { item, to }).boxed(),
		2 => (stackable(), anyone(), anyone(), amounts())
			.prop_map(|(kind, from, to, amount)| What::TransferUnits { kind, from, to, amount })
			.boxed(),
		1 => items().prop_map(|item| What::BurnItem { item }).boxed(),
		1 => (stackable(), anyone(), amounts())
			.prop_map(|(kind, avatar, amount)| What::BurnUnits { kind, avatar, amount })
			.boxed(),
		2 => transfers.prop_map(|transfers| What::TransferBatch { transfers }).boxed(),
	]
}

/// What someone agrees to pay for a collection: anything, mostly.
fn deposits() -> impl Strategy<Value = Balance> {
	prop_oneof![6 => Just(ANY), 1 => 0..=300u128]
}

/// What happens to collections as a whole.
fn owning() -> impl Strategy<Value = What> {
	prop_oneof![
		8 => issuers().prop_map(|issuer| What::CreateCollection { issuer }).boxed(),
		8 => (collections(), deposits())
			.prop_map(|(collection, most)| What::AdoptCollection { collection, most })
			.boxed(),
		8 => (collections(), names())
			.prop_map(|(collection, metadata)| What::SetMetadata { collection, metadata })
			.boxed(),
		8 => (collections(), prop::option::weighted(0.8, issuers()))
			.prop_map(|(collection, to)| What::OfferCollection { collection, to })
			.boxed(),
		8 => (collections(), deposits())
			.prop_map(|(collection, most)| What::AcceptCollection { collection, most })
			.boxed(),
		1 => collections().prop_map(|collection| What::FreezeCollection { collection }).boxed(),
		4 => (0..6u32)
			.prop_map(|id| What::RemoveCollection { collection: CollectionId(id) })
			.boxed(),
	]
}

/// What is said of items.
fn describing() -> impl Strategy<Value = What> {
	let name = prop::sample::select(vec!["power", "name", "wins", "age", ""]);
	let writer = prop_oneof![
		1 => Just(Writer::Issuer),
		1 => Just(Writer::Holder),
		2 => worlds().prop_map(Writer::Server),
	];
	let said = || prop::sample::select(vec!["", "a", "b"]);
	let change = (0..=4u8, prop::option::weighted(0.7, said()));
	let counter = prop_oneof![12 => 0..=9u64, 1 => Just(u64::MAX)];
	let write = (items(), 0..=4u8, counter, said()).prop_map(|(item, key, counter, new)| Write {
		item,
		key,
		counter,
		value: value(new),
	});
	prop_oneof![
		1 => (unique(), name, writer)
			.prop_map(|(kind, name, writer)| What::DefineAttribute { kind, name, writer })
			.boxed(),
		3 => (items(), prop::collection::vec(change, 0..=2))
			.prop_map(|(item, changes)| What::SetAttributes { item, changes })
			.boxed(),
		3 => (worlds(), prop::collection::vec(write, 0..=4))
			.prop_map(|(world, writes)| What::WriteAttributes { world, writes })
			.boxed(),
	]
}

/// What keeps items where they are.
fn keeping() -> impl Strategy<Value = What> {
	let slot = || prop_oneof![8 => 0..=2u8, 1 => Just(31u8), 1 => Just(32u8)];
	prop_oneof![
		4 => (anyone(), slot(), items())
			.prop_map(|(avatar, slot, item)| What::Equip { avatar, slot, item })
			.boxed(),
		3 => (anyone(), slot()).prop_map(|(avatar, slot)| What::Unequip { avatar, slot }).boxed(),
		3 => (items(), worlds(), 0..=80u32)
			.prop_map(|(item, world, until)| What::PlaceInCustody { item, world, until })
			.boxed(),
		2 => items().prop_map(|item| What::ReleaseFromCustody { item }).boxed(),
	]
}

/// A recipe for something of a collection, mostly.
fn recipes() -> impl Strategy<Value = (CollectionId, Recipe)> {
	let small = || 0..=2u64;
	let made = || (0..=2u32, prop_oneof![3 => Just(1u64), 1 => small()]);
	let outcome = prop_oneof![
		made().prop_map(|it| vec![(it, None::<u16>)]),
		prop::collection::vec((made(), (0..=2u16).prop_map(Some)), 0..=3),
	];
	let inputs = prop::collection::vec((kinds(), small()), 0..=2);
	let until = prop::option::weighted(0.3, 0..=60u32);
	let limit = prop::option::weighted(0.3, 0..=2u32);
	(collections(), inputs, 0..=400u128, outcome, until, limit).prop_map(
		|(collection, inputs, price, outcomes, until, limit)| {
			let of = |(index, amount)| Yield { kind: KindId { collection, index }, amount };
			let outcome = match outcomes[..] {
				[(made, None)] => Outcome::Certain(of(made)),
				_ => {
					let drawn = outcomes.iter().map(|(made, weight)| {
						let weight = weight.expect("those without are alone");
						(of(*made), weight)
					});
					Outcome::Random(bounded(drawn.collect::<Vec<_>>()))
				},
			};
			(collection, Recipe { price, until, limit, ..recipe(&inputs, outcome) })
		},
	)
}

/// The royalty and the attributes that who crafts agrees to: any, mostly.
fn agreed() -> impl Strategy<Value = (BasisPoints, u8)> {
	let royalty = prop_oneof![6 => Just(BasisPoints::MAX), 1 => 0..=400u16];
	let attributes = prop_oneof![6 => Just(u8::MAX), 1 => 0..=4u8];
	(royalty, attributes)
}

/// What is made of what.
fn crafting() -> impl Strategy<Value = What> {
	let named = prop::collection::vec(items(), 0..=2);
	prop_oneof![
		2 => (recipes(), anyone())
			.prop_map(|((collection, recipe), to)| What::CreateRecipe { collection, recipe, to })
			.boxed(),
		1 => (0..6u32).prop_map(|id| What::RemoveRecipe { recipe: RecipeId(id) }).boxed(),
		6 => (anyone(), 0..5u32, named, agreed())
			.prop_map(|(avatar, id, items, most)| {
				What::Craft { avatar, recipe: RecipeId(id), items, most }
			})
			.boxed(),
		3 => (0..6u32).prop_map(|id| What::SettleDraw { draw: DrawId(id) }).boxed(),
	]
}

/// What is none of the calls.
fn befalling() -> impl Strategy<Value = What> {
	prop_oneof![
		4 => (kinds(), 1..=40u128).prop_map(|(kind, amount)| What::Accrue { kind, amount }).boxed(),
		2 => (items(), prop::sample::select(&MARKET[..]))
			.prop_map(|(item, by)| What::Lock { item, by })
			.boxed(),
		3 => items().prop_map(|item| What::Unlock { item }).boxed(),
		1 => (stackable(), anyone(), 1..=6u64)
			.prop_map(|(kind, avatar, amount)| What::LockUnits { kind, avatar, amount })
			.boxed(),
		2 => (stackable(), anyone(), 1..=6u64)
			.prop_map(|(kind, avatar, amount)| What::UnlockUnits { kind, avatar, amount })
			.boxed(),
		1 => (1..=4u32).prop_map(|id| What::OfferAvatar { avatar: AvatarId(id) }).boxed(),
		3 => ((1..=4u32), account())
			.prop_map(|(id, to)| What::SellAvatar { avatar: AvatarId(id), to })
			.boxed(),
		1 => prop_oneof![
			20 => account().prop_map(|to| What::HandOver { to }),
			1 => Just(What::Suspend),
		].boxed(),
		6 => (1..=9u32).prop_map(|blocks| What::Wait { blocks }).boxed(),
		6 => any::<u8>().prop_map(|seed| What::NextRound { seed }).boxed(),
	]
}
