// SPDX-License-Identifier: Apache-2.0
//! Collections: whose they are, and what is held for them.

use super::{times, Collection, Model};
use crate::{mock::*, tests::actions::What};
use freehold_primitives::{chain::Balance, ids::CollectionId};

impl Model {
	/// What happens to a collection as a whole.
	pub(super) fn own(&mut self, who: AccountId, what: What) -> Option<()> {
		match what {
			What::AdoptCollection { collection, most } => {
				let agreed = self.deposits_of(collection) <= most;
				let it = self.issuer(who, collection).filter(|_| agreed)?;
				(it.payer != who).then_some(())?;
				(it.payer, it.offered_to) = (who, None);
			},
			What::SetMetadata { collection, metadata } => {
				let it = self.issued(who, collection)?;
				let named = metadata.as_ref().is_none_or(|new| {
					!new.name.is_empty() && new.pointer.as_ref().is_none_or(|it| !it.is_empty())
				});
				named.then(|| it.metadata = metadata)?;
			},
			What::FreezeCollection { collection } => {
				let it = self.issuer(who, collection)?;
				(!std::mem::replace(&mut it.frozen, true)).then_some(())?;
			},
			What::OfferCollection { collection, to: None } => {
				self.issuer(who, collection)?.offered_to.take()?;
			},
			What::OfferCollection { collection, to: Some(to) } => {
				let adopted = self.is_adopted(self.collections.get(&collection)?);
				self.owner_of(to)?;
				let it = self.issuer(who, collection)?;
				(adopted && it.issuer != to).then_some(())?;
				it.offered_to = Some(to);
			},
			What::AcceptCollection { collection, most } => {
				(self.deposits_of(collection) <= most).then_some(())?;
				let Collection { issuer, payer, offered_to, .. } =
					self.collections.get(&collection)?.clone();
				let to = offered_to?;
				(self.acts(who, to) && self.acts(payer, issuer)).then_some(())?;
				let it = self.collections.get_mut(&collection)?;
				(it.issuer, it.payer, it.offered_to) = (to, who, None);
			},
			What::RemoveCollection { collection } => {
				self.issuer(who, collection)?;
				let used = self.kinds.keys().any(|kind| kind.collection == collection)
					|| self.recipes.values().any(|recipe| recipe.collection == collection);
				(!used).then(|| self.collections.remove(&collection))?;
			},
			other => unreachable!("{other:?} happens to no collection as a whole"),
		}
		Some(())
	}

	/// The collection, if the account owns its issuer.
	pub(super) fn issuer(
		&mut self,
		who: AccountId,
		collection: CollectionId,
	) -> Option<&mut Collection> {
		let issuer = self.collections.get(&collection)?.issuer;
		self.acts(who, issuer).then_some(())?;
		self.collections.get_mut(&collection)
	}

	/// The collection, if the account may make something new in it.
	pub(super) fn issued(
		&mut self,
		who: AccountId,
		collection: CollectionId,
	) -> Option<&mut Collection> {
		let adopted = self.is_adopted(self.collections.get(&collection)?);
		self.issuer(who, collection).filter(|it| adopted && !it.frozen)
	}

	pub(super) fn is_adopted(&self, collection: &Collection) -> bool {
		self.owner_of(collection.issuer) == Some(collection.payer)
	}

	/// What is held for a collection and for all that is in it.
	fn deposits_of(&self, id: CollectionId) -> Balance {
		let named = self.collections.get(&id).is_some_and(|it| it.metadata.is_some());
		let kinds = self.kinds.iter().filter(|(kind, _)| kind.collection == id);
		let keys: usize = kinds.clone().map(|(_, it)| it.keys.len()).sum();
		let items = self.items.keys().filter(|item| item.collection == id).count();
		let recipes = self.recipes.values().filter(|it| it.collection == id).count();
		COLLECTION_DEPOSIT
			+ times(usize::from(named), METADATA_DEPOSIT)
			+ times(kinds.count(), KIND_DEPOSIT)
			+ times(keys, ATTRIBUTE_KEY_DEPOSIT)
			+ times(items, ITEM_DEPOSIT)
			+ times(recipes, RECIPE_DEPOSIT)
	}
}
