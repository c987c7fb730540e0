// SPDX-License-Identifier: Apache-2.0
//! What the calls find when they are made.

use crate::{
	AttributeDetails, AttributeName, Attributes, CollectionName, Config, DrawDetails, Form,
	HoldReason, Ingredient, Issuer, ItemDetails, MetadataDetails, NextCollectionId, NextDrawId,
	NextRecipeId, Outcome, Pallet, Recipe, Round, Rounds, Rules, Share, Shares, Value, Writer,
	Yield, MAX_OUTCOMES, MAX_SHARES,
};
use alloc::{vec, vec::Vec};
use frame_benchmarking::v2::{account, whitelisted_caller};
use frame_support::{
	traits::{fungible::Unbalanced, tokens::Precision, Get},
	BoundedVec,
};
use frame_system::{pallet_prelude::OriginFor, RawOrigin};
use freehold_primitives::{
	benchmarking::*,
	chain::{Balance, Hash},
	fee::{BasisPoints, MAX_ROYALTY},
	ids::{AvatarId, CollectionId, DrawId, ItemId, KindId, RecipeId, WorldId},
	key::ItemKey,
	pointer::Pointer,
	traits::Purses,
};

/// More than all deposits together.
const MONEY: Balance = 1 << 80;

/// More than a purse pays.
pub(super) const COINS: Balance = 10_000;

/// Nothing may be done with what is of a kind.
pub(super) const TIGHTEST: Rules = Rules { transferable: false, burnable: false, home: None };

/// The origin of an account.
pub(super) fn signed<T: Config>(who: &T::AccountId) -> OriginFor<T> {
	RawOrigin::Signed(who.clone()).into()
}

/// Things as a call names them.
pub(super) fn named<Thing, Most: Get<u32>>(
	things: impl IntoIterator<Item = Thing>,
) -> BoundedVec<Thing, Most> {
	BoundedVec::truncate_from(things.into_iter().collect())
}

fn fund<T: Config>(who: &T::AccountId) {
	T::Currency::increase_balance(who, MONEY, Precision::Exact)
		.expect("an account may have as much");
}

/// Who makes the call, with money.
pub(super) fn caller<T: Config>() -> T::AccountId {
	let who = whitelisted_caller();
	fund::<T>(&who);
	who
}

/// Another account, with money.
pub(super) fn rich<T: Config>(name: &'static str, index: u32) -> T::AccountId {
	let who = account(name, index, 0);
	fund::<T>(&who);
	who
}

/// A new avatar of the account, with coins.
pub(super) fn new_avatar<T: Config>(owner: &T::AccountId) -> AvatarId {
	T::BenchmarkHelper::new_avatar(owner, COINS)
}

/// A new avatar of another account, with coins.
pub(super) fn stranger<T: Config>() -> AvatarId {
	new_avatar::<T>(&rich::<T>("stranger", 0))
}

/// A new world of another account, for which `settler` acts.
pub(super) fn new_world<T: Config>(settler: &T::AccountId) -> WorldId {
	let world = T::BenchmarkHelper::new_world(&rich::<T>("operator", 0), None);
	T::BenchmarkHelper::new_settler(world, settler);
	world
}

/// A new world of the account.
pub(super) fn own_world<T: Config>(who: &T::AccountId) -> WorldId {
	T::BenchmarkHelper::new_world(who, None)
}

/// A new collection. The account must own the issuer.
pub(super) fn new_collection<T: Config>(who: &T::AccountId, issuer: Issuer) -> CollectionId {
	let collection = NextCollectionId::<T>::get();
	Pallet::<T>::create_collection(signed::<T>(who), issuer).expect("the issuer is the account's");
	collection
}

/// A new collection of a new avatar of the account.
pub(super) fn own_collection<T: Config>(who: &T::AccountId) -> CollectionId {
	new_collection::<T>(who, Issuer::Avatar(new_avatar::<T>(who)))
}

/// A new kind in a collection of the account's, without a royalty: everything may be done with it.
pub(super) fn add_kind<T: Config>(
	who: &T::AccountId,
	collection: CollectionId,
	form: Form,
) -> KindId {
	let index = Pallet::<T>::collection(collection).map_or(0, |it| it.kinds);
	let (rules, nobody) = (Rules::LOOSEST, Shares::new());
	Pallet::<T>::create_kind(signed::<T>(who), collection, form, None, rules, nobody)
		.expect("the collection is the account's");
	KindId { collection, index }
}

/// A new kind in a new collection of a new avatar of the account.
pub(super) fn new_kind<T: Config>(who: &T::AccountId, form: Form) -> KindId {
	add_kind::<T>(who, own_collection::<T>(who), form)
}

/// A new kind of a world of another account, for which `settler` acts.
pub(super) fn new_kind_of_world<T: Config>(settler: &T::AccountId, form: Form) -> KindId {
	let world = new_world::<T>(settler);
	let operator = rich::<T>("operator", 0);
	let collection = new_collection::<T>(&operator, Issuer::World(world));
	add_kind::<T>(&operator, collection, form)
}

/// A new kind of another account.
pub(super) fn foreign_kind<T: Config>(form: Form) -> KindId {
	new_kind::<T>(&rich::<T>("issuer", 0), form)
}

/// A new kind of the account's, which can be neither given nor burned, is at home in a world, and
/// has as many to share its royalty as there may be.
pub(super) fn tight_kind<T: Config>(who: &T::AccountId, form: Form) -> KindId {
	let collection = own_collection::<T>(who);
	let rules = Rules { home: Some(own_world::<T>(who)), ..TIGHTEST };
	let royalty = shares::<T>(MAX_SHARES);
	Pallet::<T>::create_kind(signed::<T>(who), collection, form, None, rules, royalty)
		.expect("the collection is the account's");
	KindId { collection, index: 0 }
}

/// New items of a kind of the account's, one for the avatar each time.
pub(super) fn new_items<T: Config>(
	who: &T::AccountId,
	kind: KindId,
	owner: AvatarId,
	count: u32,
) -> Vec<ItemId> {
	let mint = |_| {
		let serial = Pallet::<T>::collection(kind.collection).map_or(0, |it| it.items);
		Pallet::<T>::mint_items(signed::<T>(who), kind, named([owner]))
			.expect("the collection is the account's");
		ItemId { collection: kind.collection, serial }
	};
	(0..count).map(mint).collect()
}

/// A new item of a kind of the account's, for the avatar.
pub(super) fn new_item<T: Config>(who: &T::AccountId, kind: KindId, owner: AvatarId) -> ItemId {
	let collection = kind.collection;
	let first = || ItemId { collection, serial: 0 };
	new_items::<T>(who, kind, owner, 1).pop().unwrap_or_else(first)
}

/// A new item of another account's kind, for the avatar.
pub(super) fn foreign_item<T: Config>(owner: AvatarId) -> ItemId {
	let issuer = rich::<T>("issuer", 0);
	let kind = new_kind::<T>(&issuer, Form::Unique);
	new_item::<T>(&issuer, kind, owner)
}

/// Units of a kind of the account's, for the avatar.
pub(super) fn new_units<T: Config>(who: &T::AccountId, kind: KindId, owner: AvatarId, amount: u64) {
	Pallet::<T>::mint_units(signed::<T>(who), kind, named([(owner, amount)]))
		.expect("the collection is the account's");
}

/// So many avatars of other accounts share a royalty, all alike.
pub(super) fn shares<T: Config>(count: u32) -> Shares {
	let other = rich::<T>("sharer", 0);
	let most = BasisPoints::try_from(MAX_SHARES).unwrap_or(BasisPoints::MAX);
	let rate = MAX_ROYALTY.checked_div(most).unwrap_or(1);
	named((0..count).map(|_| Share { to: new_avatar::<T>(&other), rate }))
}

/// As if trades had left coins for those who share the kind's royalty.
pub(super) fn accrue<T: Config>(kind: KindId, amount: Balance) {
	T::Purses::set_aside(stranger::<T>(), amount).expect("the avatar has the coins");
	Pallet::<T>::accrue(kind, amount).expect("the kind has a royalty");
}

/// The longest name and pointer.
pub(super) fn metadata() -> MetadataDetails {
	let name = CollectionName::truncate_from(vec![b'n'; 64]);
	MetadataDetails { name, pointer: Some(Pointer::truncate_from(vec![b'p'; 128])) }
}

/// The longest names of attributes, each another.
pub(super) fn name(number: u8) -> AttributeName {
	AttributeName::truncate_from(vec![b'0'.saturating_add(number); 32])
}

/// The longest value.
pub(super) fn value() -> Value {
	Value::truncate_from(vec![b'v'; 64])
}

/// Defines the attributes of these numbers for a kind of the account's.
pub(super) fn define<T: Config>(
	who: &T::AccountId,
	kind: KindId,
	count: u8,
	writer: impl Fn() -> Writer,
) {
	for number in 0..count {
		Pallet::<T>::define_attribute(signed::<T>(who), kind, name(number), writer())
			.expect("the collection is the account's");
	}
}

/// As if another account had written something else of an attribute before, for each number another.
pub(super) fn write<T: Config>(item: ItemId, key: u8, number: u32) {
	let payer = rich::<T>("writer", number);
	Pallet::<T>::hold(HoldReason::Attribute, &payer, T::AttributeDeposit::get())
		.expect("the account has the deposit");
	let value = Value::truncate_from(vec![b'w'; 64]);
	let attribute = AttributeDetails { value, counter: 0, payer };
	Attributes::<T>::insert(ItemKey::from(item), key, attribute);
	let details = Pallet::<T>::item(item).expect("the item was minted");
	let attributes = details.attributes.saturating_add(1);
	Pallet::<T>::set_item(item, ItemDetails { attributes, ..details });
}

/// Puts so many items on an avatar, from slot 0 on.
pub(super) fn dress<T: Config>(wearer: &T::AccountId, avatar: AvatarId, items: &[ItemId]) {
	for (slot, item) in (0u8..).zip(items) {
		Pallet::<T>::equip(signed::<T>(wearer), avatar, slot, *item)
			.expect("the item is the avatar's");
	}
}

/// As many outcomes as there may be, each of a kind of its own.
pub(super) fn outcomes<T: Config>(
	who: &T::AccountId,
	collection: CollectionId,
	form: Form,
) -> Outcome {
	let outcome = |_| (Yield { kind: add_kind::<T>(who, collection, form), amount: 1 }, u16::MAX);
	Outcome::Random(named((0..MAX_OUTCOMES).map(outcome)))
}

/// A recipe that takes one of each of these kinds, and coins.
pub(super) fn recipe(inputs: &[KindId], outcome: Outcome) -> Recipe {
	let inputs = named(inputs.iter().map(|&kind| Ingredient { kind, amount: 1 }));
	Recipe { inputs, price: 1, outcome, until: Some(u32::MAX), limit: Some(u32::MAX) }
}

/// A new recipe in a collection of the account's, whose price goes to another avatar.
pub(super) fn new_recipe<T: Config>(
	who: &T::AccountId,
	collection: CollectionId,
	recipe: Recipe,
) -> RecipeId {
	let id = NextRecipeId::<T>::get();
	Pallet::<T>::create_recipe(signed::<T>(who), collection, recipe, stranger::<T>())
		.expect("the collection is the account's");
	id
}

/// A new draw of another account, of items in a collection of a third, and the only one of its
/// round.
pub(super) fn new_draw<T: Config>() -> DrawId {
	let (issuer, crafter) = (rich::<T>("issuer", 0), rich::<T>("crafter", 0));
	let collection = own_collection::<T>(&issuer);
	let outcome = outcomes::<T>(&issuer, collection, Form::Unique);
	let recipe = new_recipe::<T>(&issuer, collection, recipe(&[], outcome));
	let (draw, avatar) = (NextDrawId::<T>::get(), new_avatar::<T>(&crafter));
	Pallet::<T>::craft(signed::<T>(&crafter), avatar, recipe, named([]), MAX_ROYALTY, u8::MAX)
		.expect("the recipe takes nothing but coins");
	draw
}

/// Has chance tell what a draw comes to.
pub(super) fn tell<T: Config>(draw: DrawId) {
	let round = Pallet::<T>::draw(draw).map_or(0, |DrawDetails { round, .. }| round);
	Rounds::<T>::mutate_extant(round.to_be_bytes(), |it| it.seed = Some(Hash::repeat_byte(7)));
	Round::<T>::put(round.saturating_add(2));
}

/// A new collection of a new avatar of the account, with everything in it that has a deposit.
pub(super) fn full_collection<T: Config>(who: &T::AccountId) -> CollectionId {
	let kind = new_kind::<T>(who, Form::Unique);
	let collection = kind.collection;
	Pallet::<T>::set_metadata(signed::<T>(who), collection, Some(metadata()))
		.expect("the collection is the account's");
	define::<T>(who, kind, 1, || Writer::Issuer);
	new_item::<T>(who, kind, stranger::<T>());
	let made = Outcome::Certain(Yield { kind, amount: 1 });
	new_recipe::<T>(who, collection, recipe(&[], made));
	collection
}
