// SPDX-License-Identifier: Apache-2.0
//! Collections, items, royalties and recipes in plain maps: what the pallet's calls are to do.

mod actors;
mod attributes;
mod chain;
mod collections;
mod holdings;
mod kinds;
mod recipes;

use super::actions::{now, Of, What, MARKET};
use crate::{
	mock::*, AttributeDetails, DrawDetails, Form, Issuer, MetadataDetails, RecipeDetails, Rules,
	Writer,
};
use freehold_primitives::{
	asset::{Lock, Stack, Version},
	chain::{Balance, Hash},
	fee::{BasisPoints, Raise},
	ids::{AvatarId, CollectionId, DrawId, ItemId, KindId, RecipeId},
};
use std::collections::{BTreeMap, BTreeSet};

/// The accounts that act, and own the avatars of their numbers at first.
pub(super) const ACCOUNTS: [AccountId; 4] = [OPERATOR, ALICE, BOB, SETTLER];
/// What each of them has on its account at first: enough for every deposit.
pub(super) const WEALTH: Balance = 1_000_000;
/// What the purse of each of their avatars has at first: too little for every price.
pub(super) const COINS: Balance = 500;

#[derive(Clone)]
struct Collection {
	issuer: Issuer,
	payer: AccountId,
	metadata: Option<MetadataDetails>,
	next_kind: u32,
	next_item: u32,
	frozen: bool,
	offered_to: Option<Issuer>,
}

#[derive(Clone)]
struct Kind {
	form: Form,
	cap: Option<u64>,
	minted: u64,
	burned: u64,
	rules: Rules,
	shares: Of,
	raise: Option<Raise>,
	accrued: Balance,
	/// The name, the writer, and the first serial.
	keys: Vec<(&'static str, Writer, u32)>,
}

impl Kind {
	fn rate(&self) -> BasisPoints {
		self.shares.iter().map(|(_, rate)| rate).sum()
	}

	/// What each who shares gets of what has accrued.
	fn parts(&self) -> Vec<(AvatarId, Balance)> {
		let total = Balance::from(self.rate());
		let due = |(to, rate): &(AvatarId, BasisPoints)| {
			(*to, self.accrued * Balance::from(*rate) / total)
		};
		self.shares.iter().map(due).filter(|(_, due)| *due > 0).collect()
	}
}

#[derive(Clone)]
struct Item {
	kind: KindId,
	owner: AvatarId,
	version: Version,
	lock: Option<Lock>,
	royalty: BasisPoints,
	attributes: BTreeMap<u8, AttributeDetails<AccountId>>,
}

/// What there is.
#[derive(Clone)]
pub(super) struct Model {
	operator: AccountId,
	suspended: bool,
	owners: BTreeMap<AvatarId, AccountId>,
	offered: BTreeSet<AvatarId>,
	/// What each account has, free or on hold.
	wealth: BTreeMap<AccountId, Balance>,
	coins: BTreeMap<AvatarId, Balance>,
	collections: BTreeMap<CollectionId, Collection>,
	next_collection: u32,
	kinds: BTreeMap<KindId, Kind>,
	items: BTreeMap<ItemId, Item>,
	units: BTreeMap<(KindId, AvatarId), Stack>,
	recipes: BTreeMap<RecipeId, RecipeDetails>,
	next_recipe: u32,
	draws: BTreeMap<DrawId, DrawDetails<AccountId>>,
	next_draw: u32,
	round: u32,
	/// What each block added since the first.
	added: Vec<u8>,
	seeds: BTreeMap<u32, Hash>,
}

impl Model {
	pub(super) fn new() -> Self {
		Self {
			operator: OPERATOR,
			suspended: false,
			owners: (0..10).map(|id| (AvatarId(id), id.into())).collect(),
			offered: BTreeSet::new(),
			wealth: ACCOUNTS.map(|who| (who, WEALTH)).into(),
			coins: ACCOUNTS.map(|who| (avatar(who), COINS)).into(),
			collections: BTreeMap::new(),
			next_collection: 0,
			kinds: BTreeMap::new(),
			items: BTreeMap::new(),
			units: BTreeMap::new(),
			recipes: BTreeMap::new(),
			next_recipe: 0,
			draws: BTreeMap::new(),
			next_draw: 0,
			round: 0,
			added: Vec::new(),
			seeds: BTreeMap::new(),
		}
	}

	/// Does what is to be done; none, with nothing changed, if it is to be refused.
	pub(super) fn apply(&mut self, who: AccountId, what: What) -> Option<()> {
		let mut next = self.clone();
		next.attempt(who, what)?;
		*self = next;
		Some(())
	}

	fn attempt(&mut self, who: AccountId, what: What) -> Option<()> {
		match what {
			What::CreateCollection { issuer } => {
				self.acts(who, issuer).then_some(())?;
				let collection = Collection {
					issuer,
					payer: who,
					metadata: None,
					next_kind: 0,
					next_item: 0,
					frozen: false,
					offered_to: None,
				};
				self.collections.insert(CollectionId(self.next_collection), collection);
				self.next_collection += 1;
			},
			What::CreateKind { collection, form, cap, rules, of } => {
				let index = self.issued(who, collection)?.next_kind;
				let own = |home| self.acts(who, Issuer::World(home));
				let welcome = rules.home.is_none_or(own);
				(welcome && self.sharable(&of)).then_some(())?;
				let kind = Kind {
					form,
					cap,
					minted: 0,
					burned: 0,
					rules,
					shares: of,
					raise: None,
					accrued: 0,
					keys: Vec::new(),
				};
				self.kinds.insert(KindId { collection, index }, kind);
				self.collections.get_mut(&collection)?.next_kind += 1;
			},
			What::MintItems { kind, to } => {
				let count = u64::try_from(to.len()).ok()?;
				self.minted(who, kind, Form::Unique, count, to.iter())?;
				to.into_iter().try_for_each(|owner| self.put_item(kind, owner).map(drop))?;
			},
			What::MintUnits { kind, to } => {
				to.iter().all(|(_, amount)| *amount > 0).then_some(())?;
				let add = |sum: u64, (_, amount): &(AvatarId, u64)| sum.checked_add(*amount);
				let total = to.iter().try_fold(0u64, add)?;
				self.minted(who, kind, Form::Stackable, total, to.iter().map(|(it, _)| it))?;
				to.into_iter()
					.try_for_each(|(avatar, amount)| self.put_units(kind, avatar, amount))?;
			},
			What::TransferItem { item, to } => self.give(who, item, to)?,
			What::TransferBatch { transfers } => {
				let named: BTreeSet<_> = transfers.iter().map(|(item, _)| *item).collect();
				(!named.is_empty() && named.len() == transfers.len()).then_some(())?;
				transfers.into_iter().try_for_each(|(item, to)| self.give(who, item, to))?;
			},
			What::TransferUnits { kind, from, to, amount } => {
				let rules = self.kinds.get(&kind)?.rules;
				(self.owns(who, from) && exists(to) && rules.transferable).then_some(())?;
				self.take_units(kind, from, amount)?;
				self.add_units(kind, to, amount);
			},
			What::BurnItem { item } => {
				let owner = self.items.get(&item)?.owner;
				self.owns(who, owner).then_some(())?;
				self.burn_item(item)?;
			},
			What::BurnUnits { kind, avatar, amount } => {
				self.owns(who, avatar).then_some(())?;
				self.burn_units(kind, avatar, amount)?;
			},
			What::AdoptCollection { .. }
			| What::SetMetadata { .. }
			| What::FreezeCollection { .. }
			| What::OfferCollection { .. }
			| What::AcceptCollection { .. }
			| What::RemoveCollection { .. } => self.own(who, what)?,
			What::LoosenKind { .. }
			| What::LowerCap { .. }
			| What::SetRoyalty { .. }
			| What::CollectRoyalty { .. }
			| What::RemoveKind { .. } => self.rule(who, what)?,
			What::DefineAttribute { kind, name, writer } => {
				self.define(who, kind, name, writer)?;
			},
			What::SetAttributes { item, changes } => self.describe(who, item, changes)?,
			What::WriteAttributes { world, writes } => {
				self.settles(who, world).then_some(())?;
				for write in writes {
					// One that is passed over hinders none of the others.
					let _ = self.write(who, world, write);
				}
			},
			What::Equip { .. }
			| What::Unequip { .. }
			| What::PlaceInCustody { .. }
			| What::ReleaseFromCustody { .. } => self.keep(who, what)?,
			What::CreateRecipe { collection, recipe, to } => {
				self.issued(who, collection)?;
				(exists(to) && self.is_recipe(collection, &recipe)).then_some(())?;
				let details = RecipeDetails { collection, recipe, to, crafted: 0 };
				self.recipes.insert(RecipeId(self.next_recipe), details);
				self.next_recipe += 1;
			},
			What::RemoveRecipe { recipe } => {
				let details = self.recipes.remove(&recipe)?;
				let over = details.recipe.until.is_some_and(|last| last < now());
				(over || self.issuer(who, details.collection).is_some()).then_some(())?;
			},
			What::Craft { avatar, recipe, items, most } => {
				self.agreed(recipe, most)?;
				self.craft(who, avatar, recipe, items)?;
			},
			What::SettleDraw { draw } => self.settle(draw)?,
			other => self.befall(other)?,
		}
		Some(())
	}

	/// What is no call.
	fn befall(&mut self, what: What) -> Option<()> {
		match what {
			What::Accrue { kind, amount } => {
				let it = self.kinds.get_mut(&kind).filter(|it| it.rate() > 0)?;
				it.accrued += amount;
			},
			What::Lock { item, by } => {
				self.lock_of(self.items.get(&item)?).is_none().then_some(())?;
				self.items.get_mut(&item)?.lock = Some(by);
			},
			What::Unlock { item } => {
				let listed = |it: &&mut Item| MARKET.map(Some).contains(&it.lock);
				self.items.get_mut(&item).filter(listed)?.lock = None;
			},
			What::LockUnits { kind, avatar, amount } => {
				let stack = self.units.get_mut(&(kind, avatar))?;
				stack.free = stack.free.checked_sub(amount)?;
				stack.locked += amount;
			},
			What::UnlockUnits { kind, avatar, amount } => {
				let stack = self.units.get_mut(&(kind, avatar))?;
				stack.locked = stack.locked.checked_sub(amount)?;
				stack.free += amount;
			},
			What::OfferAvatar { avatar } => {
				self.offered.insert(avatar);
			},
			What::SellAvatar { avatar, to } => {
				self.offered.remove(&avatar);
				self.owners.insert(avatar, to);
			},
			What::HandOver { to } => self.operator = to,
			What::Suspend => self.suspended = true,
			What::Wait { .. } => {},
			What::NextRound { seed } => {
				self.round += 1;
				self.added.push(seed);
				if self.round >= 2 {
					self.seeds.insert(self.round - 2, seed_after(&self.added));
				}
			},
			call => unreachable!("{call:?} is a call"),
		}
		Some(())
	}
}

/// So many times a deposit.
fn times(count: usize, deposit: Balance) -> Balance {
	deposit * Balance::try_from(count).expect("tests count little")
}

fn exists(avatar: AvatarId) -> bool {
	avatar.0 < 10
}
