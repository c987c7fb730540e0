// SPDX-License-Identifier: Apache-2.0
//! Who acts, and for whom they may.

use super::{Item, Model};
use crate::{
	mock::*,
	tests::actions::{Actor, What},
	Issuer, Writer,
};
use freehold_primitives::{
	asset::{Custody, Lock},
	ids::{AvatarId, CollectionId, ItemId, RecipeId, WorldId},
};

impl Model {
	/// Who does it, and with what.
	pub(in crate::tests) fn cast(&self, by: Actor, what: What) -> (AccountId, What) {
		match by {
			Actor::Account(who) => (who, what),
			Actor::Entitled => {
				let what = self.fitted(what);
				(self.entitled(&what).unwrap_or(OPERATOR), what)
			},
		}
	}

	/// The same with what belongs to the avatar that is to do it.
	fn fitted(&self, what: What) -> What {
		match what {
			What::Equip { avatar, slot, item } => {
				let avatar = self.items.get(&item).map_or(avatar, |it| it.owner);
				What::Equip { avatar, slot, item }
			},
			What::Craft { avatar, recipe, most, .. } => {
				let items = self.ingredients(avatar, recipe);
				What::Craft { avatar, recipe, items, most }
			},
			other => other,
		}
	}

	/// Unique items of the avatar's that a recipe takes, as far as there are any.
	fn ingredients(&self, avatar: AvatarId, recipe: RecipeId) -> Vec<ItemId> {
		let inputs = self.recipes.get(&recipe).map(|it| it.recipe.inputs.clone());
		let mut named = Vec::new();
		for input in inputs.into_iter().flatten() {
			let fit = |(_, it): &(&ItemId, &Item)| {
				it.kind == input.kind && it.owner == avatar && self.lock_of(it).is_none()
			};
			let fitting = self.items.iter().filter(fit).map(|(id, _)| *id);
			named.extend(fitting.take(usize::try_from(input.amount).unwrap_or(0)));
		}
		named
	}

	/// The account that is allowed to, if there is any.
	fn entitled(&self, what: &What) -> Option<AccountId> {
		let issuer = |id: &CollectionId| self.owner_of(self.collections.get(id)?.issuer);
		let holder = |id: &ItemId| self.owners.get(&self.items.get(id)?.owner).copied();
		match what {
			What::CreateCollection { issuer } => self.owner_of(*issuer),
			What::AcceptCollection { collection, .. } => {
				self.owner_of(self.collections.get(collection)?.offered_to?)
			},
			What::CreateKind { collection, .. }
			| What::AdoptCollection { collection, .. }
			| What::SetMetadata { collection, .. }
			| What::FreezeCollection { collection }
			| What::OfferCollection { collection, .. }
			| What::CreateRecipe { collection, .. }
			| What::RemoveCollection { collection } => issuer(collection),
			What::MintItems { kind, .. }
			| What::MintUnits { kind, .. }
			| What::LoosenKind { kind, .. }
			| What::LowerCap { kind, .. }
			| What::SetRoyalty { kind, .. }
			| What::DefineAttribute { kind, .. }
			| What::RemoveKind { kind } => issuer(&kind.collection),
			What::RemoveRecipe { recipe } => issuer(&self.recipes.get(recipe)?.collection),
			What::TransferItem { item, .. }
			| What::BurnItem { item }
			| What::PlaceInCustody { item, .. } => holder(item),
			What::SetAttributes { item, changes } => {
				let keys = &self.kinds.get(&self.items.get(item)?.kind)?.keys;
				match keys.get(usize::from(changes.first()?.0))?.1 {
					Writer::Issuer => issuer(&item.collection),
					Writer::Holder | Writer::Server(_) => holder(item),
				}
			},
			What::TransferBatch { transfers } => holder(&transfers.first()?.0),
			What::TransferUnits { from: avatar, .. }
			| What::BurnUnits { avatar, .. }
			| What::Equip { avatar, .. }
			| What::Unequip { avatar, .. }
			| What::Craft { avatar, .. } => self.owners.get(avatar).copied(),
			What::WriteAttributes { world, .. } => self.owner_of(Issuer::World(*world)),
			What::ReleaseFromCustody { item } => match self.items.get(item)?.lock? {
				Lock::Custody(Custody { world, .. }) => self.owner_of(Issuer::World(world)),
				_ => None,
			},
			_ => None,
		}
	}

	/// The account that owns an issuer that exists.
	pub(super) fn owner_of(&self, issuer: Issuer) -> Option<AccountId> {
		match issuer {
			Issuer::World(WORLD) => Some(self.operator),
			Issuer::World(OTHER_WORLD) => Some(BOB),
			Issuer::World(_) => None,
			Issuer::Avatar(avatar) => self.owners.get(&avatar).copied(),
		}
	}

	pub(super) fn owns(&self, who: AccountId, avatar: AvatarId) -> bool {
		self.owners.get(&avatar) == Some(&who) && !self.offered.contains(&avatar)
	}

	pub(super) fn acts(&self, who: AccountId, issuer: Issuer) -> bool {
		match issuer {
			Issuer::World(_) => self.owner_of(issuer) == Some(who),
			Issuer::Avatar(avatar) => self.owns(who, avatar),
		}
	}

	pub(super) fn settles(&self, who: AccountId, world: WorldId) -> bool {
		let hired = world == WORLD && who == SETTLER;
		let open = world != WORLD || !self.suspended;
		open && (hired || self.acts(who, Issuer::World(world)))
	}
}
