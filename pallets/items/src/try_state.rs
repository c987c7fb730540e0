// SPDX-License-Identifier: Apache-2.0
//! The invariants of the README, checked against the whole state.

use crate::{
	CollectionDetails, Collections, Config, Form, HoldReason, Issuer, Items, KindDetails, Kinds,
	NextCollectionId, Pallet, Units,
};
use alloc::collections::BTreeMap;
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, Get},
};
use freehold_primitives::{
	chain::Balance,
	ids::{AvatarId, CollectionId, ItemId, KindId},
	traits::{Avatars, Worlds},
};
use sp_runtime::TryRuntimeError;

type AllCollections<T> =
	BTreeMap<CollectionId, CollectionDetails<<T as frame_system::Config>::AccountId>>;
type AllKinds = BTreeMap<KindId, KindDetails>;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of this pallet.
	///
	/// # Errors
	/// Names the first that does not hold.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let collections: AllCollections<T> = Collections::<T>::iter()
			.map(|(key, details)| (CollectionId::from(key), details))
			.collect();
		let kinds: AllKinds =
			Kinds::<T>::iter().map(|(key, details)| (KindId::from(key), details)).collect();
		Self::check_collections(&collections)?;
		Self::check_items(&collections, &kinds)?;
		Self::check_units(&kinds)?;
		Self::check_kinds(&collections, &kinds)?;
		Self::check_deposits(&collections, &kinds)
	}

	fn check_collections(collections: &AllCollections<T>) -> Result<(), TryRuntimeError> {
		let next = NextCollectionId::<T>::get();
		for (id, details) in collections {
			ensure!(*id < next, "I1: a collection's id was never given out");
			let issuer = match details.issuer {
				Issuer::World(world) => T::Worlds::owner(world).map(|_| ()),
				Issuer::Avatar(avatar) => T::Avatars::ensure_exists(avatar),
			};
			issuer.map_err(|_| "I2: a collection's issuer does not exist")?;
		}
		Ok(())
	}

	fn check_items(
		collections: &AllCollections<T>,
		kinds: &AllKinds,
	) -> Result<(), TryRuntimeError> {
		for (key, details) in Items::<T>::iter() {
			let item = ItemId::from(key);
			let collection = collections.get(&item.collection);
			ensure!(
				collection.is_some_and(|it| item.serial < it.items),
				"I1: an item's serial was never given out"
			);
			let kind = kinds.get(&KindId { collection: item.collection, index: details.kind });
			ensure!(
				kind.is_some_and(|it| it.form == Form::Unique),
				"I3: an item is not of a unique kind"
			);
			T::Avatars::ensure_exists(details.holding.owner)
				.map_err(|_| "I4: an item belongs to an avatar that does not exist")?;
		}
		Ok(())
	}

	fn check_units(kinds: &AllKinds) -> Result<(), TryRuntimeError> {
		for (kind, avatar, amount) in Units::<T>::iter() {
			let kind = kinds.get(&KindId::from(kind));
			ensure!(
				kind.is_some_and(|it| it.form == Form::Stackable),
				"I3: units are not of a stackable kind"
			);
			T::Avatars::ensure_exists(AvatarId::from(avatar))
				.map_err(|_| "I4: units belong to an avatar that does not exist")?;
			ensure!(amount > 0, "I5: there is a record of no units");
		}
		Ok(())
	}

	fn check_kinds(
		collections: &AllCollections<T>,
		kinds: &AllKinds,
	) -> Result<(), TryRuntimeError> {
		let minted = Self::minted();
		for (id, details) in kinds {
			let collection = collections.get(&id.collection);
			ensure!(
				collection.is_some_and(|it| id.index < it.kinds),
				"I1: a kind's index was never given out"
			);
			let counted = minted.get(id).copied().unwrap_or_default();
			ensure!(counted == u128::from(details.supply), "I6: a kind's supply is miscounted");
			ensure!(
				details.max_supply.is_none_or(|max| details.supply <= max),
				"I7: a kind has more than its maximum supply"
			);
		}
		Ok(())
	}

	/// How many items or units there are of each kind. Wide, as a broken state may have more
	/// units than a supply can count.
	fn minted() -> BTreeMap<KindId, u128> {
		let items = Items::<T>::iter().map(|(key, details)| {
			let collection = ItemId::from(key).collection;
			(KindId { collection, index: details.kind }, 1u128)
		});
		let units =
			Units::<T>::iter().map(|(kind, _, amount)| (KindId::from(kind), u128::from(amount)));
		let mut minted = BTreeMap::<KindId, u128>::new();
		for (kind, amount) in items.chain(units) {
			let total = minted.entry(kind).or_default();
			*total = total.saturating_add(amount);
		}
		minted
	}

	fn check_deposits(
		collections: &AllCollections<T>,
		kinds: &AllKinds,
	) -> Result<(), TryRuntimeError> {
		let items = Items::<T>::iter_keys().map(|key| ItemId::from(key).collection);
		Self::check_held(
			HoldReason::Collection,
			T::CollectionDeposit::get(),
			collections,
			collections.keys().copied(),
		)?;
		Self::check_held(
			HoldReason::Kind,
			T::KindDeposit::get(),
			collections,
			kinds.keys().map(|kind| kind.collection),
		)?;
		Self::check_held(HoldReason::Item, T::ItemDeposit::get(), collections, items)
	}

	/// Each of `records` is the collection of a record that has a deposit.
	fn check_held(
		reason: HoldReason,
		deposit: Balance,
		collections: &AllCollections<T>,
		records: impl Iterator<Item = CollectionId>,
	) -> Result<(), TryRuntimeError> {
		let mut owed: BTreeMap<&T::AccountId, Balance> =
			collections.values().map(|details| (&details.payer, 0)).collect();
		for collection in records {
			if let Some(details) = collections.get(&collection) {
				let total = owed.entry(&details.payer).or_default();
				*total = total.saturating_add(deposit);
			}
		}
		for (payer, total) in owed {
			let held = T::Currency::balance_on_hold(&reason.into(), payer);
			ensure!(held == total, "I8: a payer's deposits do not match its collections");
		}
		Ok(())
	}
}
