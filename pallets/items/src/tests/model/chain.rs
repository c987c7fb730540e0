// SPDX-License-Identifier: Apache-2.0
//! What the chain has to hold.

use super::{times, Item, Kind, Model, ACCOUNTS};
use crate::{
	mock::*, tests::actions::Of, AttributeKey, CollectionDetails, HoldReason, ItemDetails,
	KindDetails, RoundDetails,
};
use freehold_primitives::{
	asset::{Holding, Lock},
	chain::Balance,
	ids::{AvatarId, CollectionId, DrawId, ItemId, KindId, RecipeId},
	key::{AvatarKey, CollectionKey, DrawKey, ItemKey, KindKey, RecipeKey},
};
use std::collections::BTreeMap;

impl Model {
	/// What is held of an account for each reason.
	fn held(&self, who: AccountId) -> [(HoldReason, Balance); 8] {
		let pays = |id: &CollectionId| self.collections.get(id).is_some_and(|it| it.payer == who);
		let collections = self.collections.values().filter(|it| it.payer == who);
		let named = collections.clone().filter(|it| it.metadata.is_some()).count();
		let kinds = self.kinds.iter().filter(|(id, _)| pays(&id.collection));
		let keys: usize = kinds.clone().map(|(_, it)| it.keys.len()).sum();
		let items = self.items.keys().filter(|id| pays(&id.collection)).count();
		let attributes = self.items.values().flat_map(|it| it.attributes.values());
		let recipes = self.recipes.values().filter(|it| pays(&it.collection)).count();
		let draws = self.draws.values().filter(|it| it.payer == who).count();
		[
			(HoldReason::Collection, times(collections.count(), COLLECTION_DEPOSIT)),
			(HoldReason::Metadata, times(named, METADATA_DEPOSIT)),
			(HoldReason::Kind, times(kinds.count(), KIND_DEPOSIT)),
			(HoldReason::AttributeKey, times(keys, ATTRIBUTE_KEY_DEPOSIT)),
			(HoldReason::Item, times(items, ITEM_DEPOSIT)),
			(
				HoldReason::Attribute,
				times(attributes.filter(|it| it.payer == who).count(), ATTRIBUTE_DEPOSIT),
			),
			(HoldReason::Recipe, times(recipes, RECIPE_DEPOSIT)),
			(HoldReason::Draw, times(draws, DRAW_DEPOSIT)),
		]
	}

	/// The chain holds the same, to the last coin.
	pub(in crate::tests) fn assert_matches_chain(&self) {
		self.assert_collections_match();
		self.assert_kinds_match();
		self.assert_items_match();
		self.assert_recipes_match();
		for who in ACCOUNTS {
			let mut free = self.wealth[&who];
			for (reason, amount) in self.held(who) {
				assert_eq!(held(reason, who), amount, "deposits of account {who}");
				free -= amount;
			}
			assert_eq!(Balances::free_balance(who), free, "account {who}");
			let purse = self.coins.get(&avatar(who)).copied().unwrap_or_default();
			assert_eq!(coins(who), purse, "purse of account {who}");
		}
		let accrued: Balance = self.kinds.values().map(|it| it.accrued).sum();
		assert_eq!((Items::accrued_total(), aside()), (accrued, accrued));
	}

	fn assert_collections_match(&self) {
		let counted = |count: usize| u32::try_from(count).expect("tests count little");
		let collections: BTreeMap<_, _> = self
			.collections
			.iter()
			.map(|(id, it)| {
				let kinds = self.kinds.iter().filter(|(kind, _)| kind.collection == *id);
				let items = self.items.keys().filter(|item| item.collection == *id);
				let recipes = self.recipes.values().filter(|recipe| recipe.collection == *id);
				let details = CollectionDetails {
					issuer: it.issuer,
					payer: it.payer,
					kinds: it.next_kind,
					live_kinds: counted(kinds.clone().count()),
					items: it.next_item,
					live_items: counted(items.count()),
					attribute_keys: counted(kinds.map(|(_, kind)| kind.keys.len()).sum()),
					recipes: counted(recipes.count()),
					frozen: it.frozen,
					offered_to: it.offered_to,
				};
				(*id, details)
			})
			.collect();
		let chain: BTreeMap<_, _> = crate::Collections::<Test>::iter()
			.map(|(key, it)| (CollectionId::from(key), it))
			.collect();
		assert_eq!(chain, collections);
		let metadata: BTreeMap<_, _> = self
			.collections
			.iter()
			.filter_map(|(id, it)| Some((*id, it.metadata.clone()?)))
			.collect();
		let chain: BTreeMap<_, _> = crate::Metadata::<Test>::iter()
			.map(|(key, it): (CollectionKey, _)| (CollectionId::from(key), it))
			.collect();
		assert_eq!(chain, metadata);
		assert_eq!(crate::NextCollectionId::<Test>::get(), CollectionId(self.next_collection));
	}

	fn assert_kinds_match(&self) {
		let details = |id: &KindId, it: &Kind| KindDetails {
			form: it.form,
			max_supply: it.cap,
			minted: it.minted,
			burned: it.burned,
			reserved: self.reserved(*id),
			rules: it.rules,
			royalty: it.rate(),
			raise: it.raise,
			attributes: u8::try_from(it.keys.len()).expect("there are few"),
		};
		let kinds: BTreeMap<_, _> =
			self.kinds.iter().map(|(id, it)| (*id, details(id, it))).collect();
		let chain: BTreeMap<_, _> = crate::Kinds::<Test>::iter()
			.map(|(key, it): (KindKey, _)| (KindId::from(key), it))
			.collect();
		assert_eq!(chain, kinds);
		let shares: BTreeMap<_, _> = self
			.kinds
			.iter()
			.filter(|(_, it)| !it.shares.is_empty())
			.map(|(id, it)| (*id, it.shares.clone()))
			.collect();
		let chain: BTreeMap<_, Of> = crate::Royalties::<Test>::iter()
			.map(|(key, of)| {
				let of = of.into_iter().map(|share| (share.to, share.rate)).collect();
				(KindId::from(key), of)
			})
			.collect();
		assert_eq!(chain, shares);
		let keys: BTreeMap<_, _> = self
			.kinds
			.iter()
			.flat_map(|(id, it)| {
				(0u8..).zip(&it.keys).map(move |(key, defined)| ((*id, key), defined))
			})
			.map(|(at, (name, writer, from))| {
				(at, AttributeKey { name: attribute_name(name), writer: *writer, from: *from })
			})
			.collect();
		let chain: BTreeMap<_, _> = crate::AttributeKeys::<Test>::iter()
			.map(|(kind, key, it)| ((KindId::from(kind), key), it))
			.collect();
		assert_eq!(chain, keys);
		for (id, it) in &self.kinds {
			assert_eq!(Items::accrued(*id), it.accrued);
		}
	}

	fn assert_items_match(&self) {
		let details = |it: &Item| ItemDetails {
			holding: Holding { owner: it.owner, version: it.version, lock: self.lock_of(it) },
			kind: it.kind.index,
			royalty: it.royalty,
			attributes: u8::try_from(it.attributes.len()).expect("there are few"),
		};
		let items: BTreeMap<_, _> =
			self.items.iter().map(|(id, it)| (*id, Some(details(it)))).collect();
		let chain: BTreeMap<_, _> = crate::Items::<Test>::iter_keys()
			.map(ItemId::from)
			.map(|id: ItemId| (id, Items::item(id)))
			.collect();
		assert_eq!(chain, items);
		let attributes: BTreeMap<(ItemId, u8), _> = self
			.items
			.iter()
			.flat_map(|(id, it)| it.attributes.iter().map(|(key, set)| ((*id, *key), set.clone())))
			.collect();
		let chain: BTreeMap<(ItemId, u8), _> = crate::Attributes::<Test>::iter()
			.map(|(item, key, it): (ItemKey, _, _)| ((ItemId::from(item), key), it))
			.collect();
		assert_eq!(chain, attributes);
		let worn: BTreeMap<_, _> = self
			.items
			.iter()
			.filter_map(|(id, it)| match it.lock {
				Some(Lock::Worn { slot }) => Some(((it.owner, slot), *id)),
				_ => None,
			})
			.collect();
		let chain: BTreeMap<_, _> = crate::Outfits::<Test>::iter()
			.flat_map(|(key, outfit): (AvatarKey, _)| {
				let owner = AvatarId::from(key);
				outfit.into_inner().into_iter().map(move |(slot, item)| ((owner, slot), item))
			})
			.collect();
		assert_eq!(chain, worn);
		let units: BTreeMap<_, _> = crate::Units::<Test>::iter()
			.map(|(kind, avatar, stack)| ((KindId::from(kind), AvatarId::from(avatar)), stack))
			.collect();
		assert_eq!(units, self.units);
	}

	fn assert_recipes_match(&self) {
		let recipes: BTreeMap<_, _> = crate::Recipes::<Test>::iter()
			.map(|(key, it): (RecipeKey, _)| (RecipeId::from(key), it))
			.collect();
		assert_eq!(recipes, self.recipes);
		let draws: BTreeMap<_, _> = crate::Draws::<Test>::iter()
			.map(|(key, it): (DrawKey, _)| (DrawId::from(key), it))
			.collect();
		assert_eq!(draws, self.draws);
		let mut rounds = BTreeMap::<u32, RoundDetails>::new();
		for draw in self.draws.values() {
			let round = rounds.entry(draw.round).or_default();
			round.draws += 1;
			round.seed = self.seeds.get(&draw.round).copied();
		}
		let chain: BTreeMap<_, _> = crate::Rounds::<Test>::iter()
			.map(|(key, it)| (u32::from_be_bytes(key), it))
			.collect();
		assert_eq!(chain, rounds);
		assert_eq!(crate::Round::<Test>::get(), self.round);
	}
}
