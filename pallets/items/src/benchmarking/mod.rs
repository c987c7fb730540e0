// SPDX-License-Identifier: Apache-2.0
//! The dearest case of each call: what it takes is what the call weighs.
//!
//! Who pays for what is given back, and who gets items, units or coins, is another account or
//! avatar each time.

mod setup;

use crate::{
	Call, Chance, Collections, Config, Form, Issuer, Kinds, Metadata, Mixture, NextCollectionId,
	NextRecipeId, Outcome, Pallet, Round, Rounds, Rules, Write, Writer, Yield, MAX_ATTRIBUTES,
	MAX_INGREDIENTS, MAX_SHARES, SLOTS,
};
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{traits::Get, BoundedVec};
use frame_system::RawOrigin;
use freehold_primitives::{
	asset::Lock,
	benchmarking::*,
	chain::{Balance, Hash},
	fee::MAX_ROYALTY,
	ids::{AvatarId, ItemId, KindId, WorldId},
	key::{CollectionKey, KindKey},
	traits::Worlds,
};
use setup::*;

/// As many attributes as a kind may define.
const ALL_KEYS: u8 = MAX_ATTRIBUTES as u8;

/// The slot that is the last one.
const LAST_SLOT: u8 = SLOTS.saturating_sub(1) as u8;

/// Suspends worlds.
pub trait SuspendWorld {
	/// Suspends a world that goes on.
	fn suspend(world: WorldId);
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// Of an avatar: it has two records, and a world one.
	#[benchmark]
	fn create_collection() {
		let owner = caller::<T>();
		let issuer = Issuer::Avatar(T::BenchmarkHelper::new_avatar(&owner, 0));
		let collection = NextCollectionId::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), issuer);

		assert!(Collections::<T>::contains_key(CollectionKey::from(collection)));
	}

	/// Of an avatar, at home in a world, with a royalty that so many share.
	#[benchmark]
	fn create_kind(n: Linear<0, { MAX_SHARES }>) {
		let owner = caller::<T>();
		let collection = own_collection::<T>(&owner);
		let rules = Rules { home: Some(own_world::<T>(&owner)), ..TIGHTEST };
		let royalty = shares::<T>(n);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), collection, Form::Stackable, None, rules, royalty);

		assert!(Kinds::<T>::contains_key(KindKey::from(KindId { collection, index: 0 })));
	}

	/// To so many avatars, each another, by a settler, while the deposits are held of the world's
	/// owner.
	#[benchmark]
	fn mint_items(n: Linear<1, { T::MaxMint::get() }>) {
		let settler = caller::<T>();
		let kind = new_kind_of_world::<T>(&settler, Form::Unique);
		let owner = rich::<T>("owner", 0);
		let to = named((0..n).map(|_| new_avatar::<T>(&owner)));

		#[extrinsic_call]
		_(RawOrigin::Signed(settler), kind, to);

		assert_eq!(Pallet::<T>::collection(kind.collection).map(|it| it.live_items), Some(n));
	}

	/// By a settler, to so many avatars that have none of the kind.
	#[benchmark]
	fn mint_units(n: Linear<1, { T::MaxMint::get() }>) {
		let settler = caller::<T>();
		let kind = new_kind_of_world::<T>(&settler, Form::Stackable);
		let owner = rich::<T>("owner", 0);
		let to = named((0..n).map(|_| (new_avatar::<T>(&owner), 1)));

		#[extrinsic_call]
		_(RawOrigin::Signed(settler), kind, to);

		assert_eq!(Pallet::<T>::kind(kind).map(|it| it.minted), Some(n.into()));
	}

	/// To another avatar.
	#[benchmark]
	fn transfer_item() {
		let owner = caller::<T>();
		let item = foreign_item::<T>(new_avatar::<T>(&owner));
		let to = stranger::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), item, to);

		assert_eq!(Pallet::<T>::item(item).map(|it| it.holding.owner), Some(to));
	}

	/// The last that the avatar has, to one that has none: both count their records anew.
	#[benchmark]
	fn transfer_units() {
		let owner = caller::<T>();
		let (from, to) = (new_avatar::<T>(&owner), stranger::<T>());
		let kind = foreign_kind::<T>(Form::Stackable);
		new_units::<T>(&rich::<T>("issuer", 0), kind, from, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), kind, from, to, 1);

		assert_eq!(Pallet::<T>::units(kind, to).free, 1);
	}

	/// Of an avatar, with deposits of every sort.
	#[benchmark]
	fn adopt_collection() {
		let owner = caller::<T>();
		let collection = full_collection::<T>(&owner);
		// As if the avatar had been someone else's.
		let details = Pallet::<T>::collection(collection).expect("it was created");
		Pallet::<T>::do_adopt_collection(rich::<T>("former", 0), collection, details)
			.expect("the account has the deposits");

		#[extrinsic_call]
		_(RawOrigin::Signed(owner.clone()), collection, Balance::MAX);

		assert_eq!(Pallet::<T>::collection(collection).map(|it| it.payer), Some(owner));
	}

	/// The first of a collection.
	#[benchmark]
	fn set_metadata() {
		let owner = caller::<T>();
		let collection = own_collection::<T>(&owner);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), collection, Some(metadata()));

		assert!(Metadata::<T>::contains_key(CollectionKey::from(collection)));
	}

	#[benchmark]
	fn freeze_collection() {
		let owner = caller::<T>();
		let collection = own_collection::<T>(&owner);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), collection);

		assert_eq!(Pallet::<T>::collection(collection).map(|it| it.frozen), Some(true));
	}

	/// To an avatar of another account.
	#[benchmark]
	fn offer_collection() {
		let owner = caller::<T>();
		let collection = own_collection::<T>(&owner);
		let to = Some(Issuer::Avatar(stranger::<T>()));

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), collection, to);

		assert_eq!(Pallet::<T>::collection(collection).map(|it| it.offered_to), Some(to));
	}

	/// From avatar to avatar, with deposits of every sort.
	#[benchmark]
	fn accept_collection() {
		let (giver, taker) = (rich::<T>("giver", 0), caller::<T>());
		let collection = full_collection::<T>(&giver);
		let to = Issuer::Avatar(new_avatar::<T>(&taker));
		Pallet::<T>::offer_collection(signed::<T>(&giver), collection, Some(to))
			.expect("the collection is the account's");

		#[extrinsic_call]
		_(RawOrigin::Signed(taker), collection, Balance::MAX);

		assert_eq!(Pallet::<T>::collection(collection).map(|it| it.issuer), Some(to));
	}

	/// At home in a world before.
	#[benchmark]
	fn loosen_kind() {
		let owner = caller::<T>();
		let kind = tight_kind::<T>(&owner, Form::Unique);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), kind, Rules::LOOSEST);

		assert_eq!(Pallet::<T>::kind(kind).map(|it| it.rules), Some(Rules::LOOSEST));
	}

	#[benchmark]
	fn lower_cap() {
		let owner = caller::<T>();
		let kind = new_kind::<T>(&owner, Form::Unique);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), kind, 1);

		assert_eq!(Pallet::<T>::kind(kind).map(|it| it.max_supply), Some(Some(1)));
	}

	/// So that so many share it, after as many as may had shared it and each got coins.
	#[benchmark]
	fn set_royalty(n: Linear<0, { MAX_SHARES }>) {
		let owner = caller::<T>();
		let kind = tight_kind::<T>(&owner, Form::Unique);
		// One more than can be divided.
		accrue::<T>(kind, 1_001);
		let royalty = shares::<T>(n);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), kind, royalty.clone());

		assert_eq!(Pallet::<T>::royalty(kind), royalty);
		assert_eq!(Pallet::<T>::accrued(kind), 0);
	}

	/// Between as many as may share it.
	#[benchmark]
	fn collect_royalty() {
		let anyone = caller::<T>();
		let kind = tight_kind::<T>(&rich::<T>("issuer", 0), Form::Unique);
		accrue::<T>(kind, 1_001);

		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), kind);

		assert_eq!(Pallet::<T>::accrued(kind), 1);
	}

	/// With so many attributes, each written by another account.
	#[benchmark]
	fn burn_item(a: Linear<0, { MAX_ATTRIBUTES }>) {
		let (owner, issuer) = (caller::<T>(), rich::<T>("issuer", 0));
		let kind = new_kind::<T>(&issuer, Form::Unique);
		define::<T>(&issuer, kind, ALL_KEYS, || Writer::Holder);
		let item = new_item::<T>(&issuer, kind, new_avatar::<T>(&owner));
		for (key, number) in (0..ALL_KEYS).zip(0..a) {
			write::<T>(item, key, number);
		}

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), item);

		assert!(Pallet::<T>::item(item).is_none());
	}

	/// The last that the avatar has.
	#[benchmark]
	fn burn_units() {
		let owner = caller::<T>();
		let avatar = new_avatar::<T>(&owner);
		let kind = foreign_kind::<T>(Form::Stackable);
		new_units::<T>(&rich::<T>("issuer", 0), kind, avatar, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), kind, avatar, 1);

		assert_eq!(Pallet::<T>::kind(kind).map(|it| it.burned), Some(1));
	}

	/// Each of a kind of its own and of an avatar of its own, to an avatar of its own of another
	/// account.
	#[benchmark]
	fn transfer_batch(n: Linear<1, { T::MaxTransfers::get() }>) {
		let owner = caller::<T>();
		let (issuer, other) = (rich::<T>("issuer", 0), rich::<T>("other", 0));
		let collection = own_collection::<T>(&issuer);
		let transfers: BoundedVec<(ItemId, AvatarId), T::MaxTransfers> = named((0..n).map(|_| {
			let kind = add_kind::<T>(&issuer, collection, Form::Unique);
			let item = new_item::<T>(&issuer, kind, new_avatar::<T>(&owner));
			(item, new_avatar::<T>(&other))
		}));

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), transfers.clone());

		for (item, to) in transfers {
			assert_eq!(Pallet::<T>::item(item).map(|it| it.holding.owner), Some(to));
		}
	}

	/// The last that the kind may define, for the servers of a world.
	#[benchmark]
	fn define_attribute() {
		let owner = caller::<T>();
		let kind = new_kind::<T>(&owner, Form::Unique);
		define::<T>(&owner, kind, ALL_KEYS.saturating_sub(1), || Writer::Holder);
		let writer = Writer::Server(new_world::<T>(&owner));

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), kind, name(ALL_KEYS), writer);

		assert_eq!(Pallet::<T>::kind(kind).map(|it| it.attributes), Some(ALL_KEYS));
	}

	/// By the issuer, in place of what others wrote.
	#[benchmark]
	fn set_attributes(n: Linear<1, { MAX_ATTRIBUTES }>) {
		let owner = caller::<T>();
		let kind = new_kind::<T>(&owner, Form::Unique);
		define::<T>(&owner, kind, ALL_KEYS, || Writer::Issuer);
		let item = new_item::<T>(&owner, kind, stranger::<T>());
		let keys: Vec<_> = (0..ALL_KEYS).zip(0..n).collect();
		for &(key, number) in &keys {
			write::<T>(item, key, number);
		}
		let changes = named(keys.into_iter().map(|(key, _)| (key, Some(value()))));

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), item, changes);

		assert_eq!(Pallet::<T>::item(item).map(|it| it.holding.version), Some(1));
	}

	/// Each of another item and another kind, in place of what another settler wrote.
	#[benchmark]
	fn write_attributes(n: Linear<1, { T::MaxWrites::get() }>) {
		let settler = caller::<T>();
		let world = new_world::<T>(&settler);
		let issuer = T::Worlds::owner(world).expect("there is such a world");
		let (collection, owner) = (own_collection::<T>(&issuer), stranger::<T>());
		let writes: BoundedVec<Write, T::MaxWrites> = named((0..n).map(|number| {
			let kind = add_kind::<T>(&issuer, collection, Form::Unique);
			define::<T>(&issuer, kind, 1, || Writer::Server(world));
			let item = new_item::<T>(&issuer, kind, owner);
			write::<T>(item, 0, number);
			Write { item, key: 0, counter: 1, value: value() }
		}));

		#[extrinsic_call]
		_(RawOrigin::Signed(settler), world, writes.clone());

		for Write { item, .. } in writes {
			assert_eq!(Pallet::<T>::item(item).map(|it| it.holding.version), Some(1));
		}
	}

	/// In the last slot that is free.
	#[benchmark]
	fn equip() {
		let (owner, issuer) = (caller::<T>(), rich::<T>("issuer", 0));
		let avatar = new_avatar::<T>(&owner);
		let kind = new_kind::<T>(&issuer, Form::Unique);
		let worn = new_items::<T>(&issuer, kind, avatar, LAST_SLOT.into());
		dress::<T>(&owner, avatar, &worn);
		let item = new_item::<T>(&issuer, kind, avatar);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), avatar, LAST_SLOT, item);

		let lock = Pallet::<T>::item(item).and_then(|it| it.holding.lock);
		assert_eq!(lock, Some(Lock::Worn { slot: LAST_SLOT }));
	}

	/// Where nothing else is free.
	#[benchmark]
	fn unequip() {
		let (owner, issuer) = (caller::<T>(), rich::<T>("issuer", 0));
		let avatar = new_avatar::<T>(&owner);
		let kind = new_kind::<T>(&issuer, Form::Unique);
		let worn = new_items::<T>(&issuer, kind, avatar, SLOTS);
		dress::<T>(&owner, avatar, &worn);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), avatar, LAST_SLOT);

		assert_eq!(Pallet::<T>::outfit(avatar).len(), usize::from(LAST_SLOT));
	}

	/// Of another account's world.
	#[benchmark]
	fn place_in_custody() {
		let owner = caller::<T>();
		let item = foreign_item::<T>(new_avatar::<T>(&owner));
		let world = new_world::<T>(&rich::<T>("settler", 0));
		// The call may be made a block after what it is given was.
		let until = Pallet::<T>::now().saturating_add(1);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), item, world, u16::MAX, until);

		assert!(Pallet::<T>::item(item).is_some_and(|it| it.holding.lock.is_some()));
	}

	/// By the holder, as the world is suspended.
	#[benchmark]
	fn release_from_custody() {
		let owner = caller::<T>();
		let item = foreign_item::<T>(new_avatar::<T>(&owner));
		let world = new_world::<T>(&rich::<T>("settler", 0));
		let until = Pallet::<T>::now().saturating_add(1);
		Pallet::<T>::place_in_custody(signed::<T>(&owner), item, world, u16::MAX, until)
			.expect("the item is the avatar's");
		T::BenchmarkHelper::suspend(world);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), item);

		assert!(Pallet::<T>::item(item).is_some_and(|it| it.holding.lock.is_none()));
	}

	/// With as many kinds as may be taken and made, each another.
	#[benchmark]
	fn create_recipe() {
		let owner = caller::<T>();
		let collection = own_collection::<T>(&owner);
		let inputs: Vec<_> =
			(0..MAX_INGREDIENTS).map(|_| foreign_kind::<T>(Form::Stackable)).collect();
		let outcome = outcomes::<T>(&owner, collection, Form::Stackable);
		let to = stranger::<T>();
		let id = NextRecipeId::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), collection, recipe(&inputs, outcome), to);

		assert!(Pallet::<T>::recipe(id).is_some());
	}

	/// By the issuer.
	#[benchmark]
	fn remove_recipe() {
		let owner = caller::<T>();
		let kind = new_kind::<T>(&owner, Form::Unique);
		let made = Outcome::Certain(Yield { kind, amount: 1 });
		let id = new_recipe::<T>(&owner, kind.collection, recipe(&[], made));

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), id);

		assert!(Pallet::<T>::recipe(id).is_none());
	}

	/// Of so many items and, for the rest of what may be taken, units, each of another account's
	/// collection, and the last that the avatar has. All attributes are the first item's, each
	/// written by another account. What is made is drawn, the first of its round, from as many
	/// kinds as may be. The price goes to another avatar.
	#[benchmark]
	fn craft(n: Linear<1, { MAX_INGREDIENTS }>, a: Linear<0, { MAX_ATTRIBUTES }>) {
		let (crafter, maker) = (caller::<T>(), rich::<T>("maker", 0));
		let avatar = new_avatar::<T>(&crafter);
		let (mut items, mut inputs) = (Vec::new(), Vec::new());
		for number in 0..MAX_INGREDIENTS {
			let issuer = rich::<T>("issuer", number);
			if number < n {
				let kind = new_kind::<T>(&issuer, Form::Unique);
				define::<T>(&issuer, kind, ALL_KEYS, || Writer::Holder);
				items.push(new_item::<T>(&issuer, kind, avatar));
				inputs.push(kind);
			} else {
				let kind = new_kind::<T>(&issuer, Form::Stackable);
				new_units::<T>(&issuer, kind, avatar, 1);
				inputs.push(kind);
			}
		}
		if let Some(&first) = items.first() {
			for (key, number) in (0..ALL_KEYS).zip(0..a) {
				write::<T>(first, key, number);
			}
		}
		let collection = own_collection::<T>(&maker);
		let outcome = outcomes::<T>(&maker, collection, Form::Stackable);
		let id = new_recipe::<T>(&maker, collection, recipe(&inputs, outcome));

		#[extrinsic_call]
		_(RawOrigin::Signed(crafter), avatar, id, named(items), MAX_ROYALTY, ALL_KEYS);

		assert_eq!(Pallet::<T>::recipe(id).map(|it| it.crafted), Some(1));
	}

	/// Of an item, for the crafter's deposit, of the last draw of its round.
	#[benchmark]
	fn settle_draw() {
		let anyone = caller::<T>();
		let draw = new_draw::<T>();
		tell::<T>(draw);

		#[extrinsic_call]
		_(RawOrigin::Signed(anyone), draw);

		assert!(Pallet::<T>::draw(draw).is_none());
	}

	/// With so many attributes, a home, and coins that can't be divided between as many as may share
	/// a royalty.
	#[benchmark]
	fn remove_kind(a: Linear<0, { MAX_ATTRIBUTES }>) {
		let owner = caller::<T>();
		let kind = tight_kind::<T>(&owner, Form::Unique);
		for (number, _) in (0..ALL_KEYS).zip(0..a) {
			let (owner, writer) = (signed::<T>(&owner), Writer::Holder);
			Pallet::<T>::define_attribute(owner, kind, name(number), writer)
				.expect("the collection is the account's");
		}
		accrue::<T>(kind, 1);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), kind);

		assert!(Pallet::<T>::kind(kind).is_none());
	}

	/// Of an avatar, with metadata.
	#[benchmark]
	fn remove_collection() {
		let owner = caller::<T>();
		let collection = own_collection::<T>(&owner);
		Pallet::<T>::set_metadata(signed::<T>(&owner), collection, Some(metadata()))
			.expect("the collection is the account's");

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), collection);

		assert!(Pallet::<T>::collection(collection).is_none());
	}

	/// When a round begins, and chance tells what the draws of one before it come to.
	#[benchmark]
	fn advance_round() {
		let draw = new_draw::<T>();
		let round = Pallet::<T>::draw(draw).map_or(0, |it| it.round);
		Round::<T>::put(round.saturating_add(1));
		let blocks = T::RoundLength::get().saturating_sub(1);
		Chance::<T>::put(Mixture { hash: Hash::repeat_byte(7), blocks });

		#[block]
		{
			// Nobody has made a block before.
			Pallet::<T>::advance_round();
			Pallet::<T>::mix_in(Hash::repeat_byte(7));
		}

		let known = Rounds::<T>::get(round.to_be_bytes()).is_some_and(|it| it.seed.is_some());
		assert!(known);
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::World::default(),
		crate::mock::Test,
		exec_name = execute
	);
}
