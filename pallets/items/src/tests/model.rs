// SPDX-License-Identifier: Apache-2.0
//! Collections, items, royalties and recipes in plain maps: what the pallet's calls are to do.

use super::actions::{now, Actor, Of, What, MARKET};
use crate::{
	mock::*, AttributeDetails, AttributeKey, CollectionDetails, DrawDetails, Form, HoldReason,
	Issuer, ItemDetails, KindDetails, MetadataDetails, Outcome, Recipe, RecipeDetails,
	RoundDetails, Rules, Write, Writer, Yield, MAX_ATTRIBUTES, MAX_COUNTER_STEP, MAX_INGREDIENTS,
	SLOTS,
};
use freehold_primitives::{
	asset::{Custody, Holding, Lock, Stack, Version},
	chain::{Balance, Hash},
	fee::{BasisPoints, Raise, MAX_ROYALTY},
	ids::{AvatarId, CollectionId, DrawId, ItemId, KindId, RecipeId, WorldId},
	key::{AvatarKey, CollectionKey, DrawKey, ItemKey, KindKey, RecipeKey},
};
use sp_runtime::traits::{BlakeTwo256, Hash as _};
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

	/// Who does it, and with what.
	pub(super) fn cast(&self, by: Actor, what: What) -> (AccountId, What) {
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
			What::Craft { avatar, recipe, .. } => {
				What::Craft { avatar, recipe, items: self.ingredients(avatar, recipe) }
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
			What::Craft { avatar, recipe, items } => self.craft(who, avatar, recipe, items)?,
			What::SettleDraw { draw } => self.settle(draw)?,
			other => self.befall(other)?,
		}
		Some(())
	}

	/// What happens to a collection as a whole.
	fn own(&mut self, who: AccountId, what: What) -> Option<()> {
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

	/// What becomes of a kind.
	fn rule(&mut self, who: AccountId, what: What) -> Option<()> {
		match what {
			What::LoosenKind { kind, rules } => {
				let before = self.kinds.get(&kind)?.rules;
				let host = before.home.is_some_and(|it| self.acts(who, Issuer::World(it)));
				if !host || rules != (Rules { home: None, ..before }) {
					self.issuer(who, kind.collection)?;
				}
				let before = &mut self.kinds.get_mut(&kind)?.rules;
				let stays = rules.home.is_none() || rules.home == before.home;
				let allowed = (rules.transferable || !before.transferable)
					&& (rules.burnable || !before.burnable);
				(stays && allowed).then(|| *before = rules)?;
			},
			What::LowerCap { kind, cap } => {
				self.issuer(who, kind.collection)?;
				let reserved = self.reserved(kind);
				let it = self.kinds.get_mut(&kind)?;
				let lower = it.cap.is_none_or(|before| cap <= before);
				(lower && it.minted + reserved <= cap).then(|| it.cap = Some(cap))?;
			},
			What::SetRoyalty { kind, of } => {
				let collection = self.issuer(who, kind.collection)?.clone();
				self.sharable(&of).then_some(())?;
				let rate: BasisPoints = of.iter().map(|(_, rate)| rate).sum();
				let before = self.kinds.get(&kind)?;
				if rate > before.rate() {
					let units = before.form == Form::Stackable && before.minted > before.burned;
					let drawn = self.reserved(kind) > 0;
					(!collection.frozen && !units && !drawn).then_some(())?;
				}
				self.pay_all(kind)?;
				let it = self.kinds.get_mut(&kind)?;
				if rate > it.rate() {
					let lowest = it.raise.map_or(it.rate(), |raise| raise.rate.min(it.rate()));
					it.raise = Some(Raise { serial: collection.next_item, rate: lowest });
				}
				it.shares = of;
			},
			What::CollectRoyalty { kind } => {
				let parts = self.kinds.get(&kind)?.parts();
				(!parts.is_empty()).then_some(())?;
				self.pay(kind, parts)?;
			},
			What::RemoveKind { kind } => {
				self.issuer(who, kind.collection)?;
				let it = self.kinds.get(&kind)?;
				let gone = it.minted == it.burned && self.reserved(kind) == 0;
				(gone && it.parts().is_empty()).then_some(())?;
				self.pay_all(kind)?;
				self.kinds.remove(&kind);
			},
			other => unreachable!("{other:?} becomes of no kind"),
		}
		Some(())
	}

	/// What keeps an item where it is.
	fn keep(&mut self, who: AccountId, what: What) -> Option<()> {
		match what {
			What::Equip { avatar, slot, item } => {
				let free = u32::from(slot) < SLOTS && self.worn(avatar, slot).is_none();
				(free && self.owns(who, avatar)).then_some(())?;
				let it = self.items.get(&item)?;
				(it.owner == avatar && self.lock_of(it).is_none()).then_some(())?;
				self.items.get_mut(&item)?.lock = Some(Lock::Worn { slot });
			},
			What::Unequip { avatar, slot } => {
				self.owns(who, avatar).then_some(())?;
				let item = self.worn(avatar, slot)?;
				self.items.get_mut(&item)?.lock = None;
			},
			What::PlaceInCustody { item, world, until } => {
				let it = self.items.get(&item)?;
				let open = world == OTHER_WORLD || (world == WORLD && !self.suspended);
				let soon = (now()..=now() + MAX_CUSTODY).contains(&until);
				let free = self.owns(who, it.owner) && self.lock_of(it).is_none();
				(free && open && soon).then_some(())?;
				let custody = Custody { world, reason: 0, until };
				self.items.get_mut(&item)?.lock = Some(Lock::Custody(custody));
			},
			What::ReleaseFromCustody { item } => {
				let it = self.items.get(&item)?;
				let Lock::Custody(Custody { world, .. }) = self.lock_of(it)? else { return None };
				let stranded = world == WORLD && self.suspended;
				let allowed = self.settles(who, world)
					|| self.acts(who, Issuer::World(world))
					|| stranded && self.owns(who, it.owner);
				allowed.then_some(())?;
				self.items.get_mut(&item)?.lock = None;
			},
			other => unreachable!("{other:?} keeps no item"),
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

	/// The account that owns an issuer that exists.
	fn owner_of(&self, issuer: Issuer) -> Option<AccountId> {
		match issuer {
			Issuer::World(WORLD) => Some(self.operator),
			Issuer::World(OTHER_WORLD) => Some(BOB),
			Issuer::World(_) => None,
			Issuer::Avatar(avatar) => self.owners.get(&avatar).copied(),
		}
	}

	fn owns(&self, who: AccountId, avatar: AvatarId) -> bool {
		self.owners.get(&avatar) == Some(&who) && !self.offered.contains(&avatar)
	}

	fn acts(&self, who: AccountId, issuer: Issuer) -> bool {
		match issuer {
			Issuer::World(_) => self.owner_of(issuer) == Some(who),
			Issuer::Avatar(avatar) => self.owns(who, avatar),
		}
	}

	fn settles(&self, who: AccountId, world: WorldId) -> bool {
		let hired = world == WORLD && who == SETTLER;
		let open = world != WORLD || !self.suspended;
		open && (hired || self.acts(who, Issuer::World(world)))
	}

	/// The collection, if the account owns its issuer.
	fn issuer(&mut self, who: AccountId, collection: CollectionId) -> Option<&mut Collection> {
		let issuer = self.collections.get(&collection)?.issuer;
		self.acts(who, issuer).then_some(())?;
		self.collections.get_mut(&collection)
	}

	/// The collection, if the account may make something new in it.
	fn issued(&mut self, who: AccountId, collection: CollectionId) -> Option<&mut Collection> {
		let adopted = self.is_adopted(self.collections.get(&collection)?);
		self.issuer(who, collection).filter(|it| adopted && !it.frozen)
	}

	fn is_adopted(&self, collection: &Collection) -> bool {
		self.owner_of(collection.issuer) == Some(collection.payer)
	}

	/// Succeeds if so many may be minted for these.
	fn minted<'a>(
		&self,
		who: AccountId,
		kind: KindId,
		form: Form,
		amount: u64,
		mut to: impl Iterator<Item = &'a AvatarId>,
	) -> Option<()> {
		let collection = self.collections.get(&kind.collection)?;
		let mints = match collection.issuer {
			Issuer::World(world) => self.settles(who, world),
			Issuer::Avatar(avatar) => self.owns(who, avatar),
		};
		let allowed = mints && !collection.frozen && self.is_adopted(collection) && amount > 0;
		(allowed && self.kinds.get(&kind)?.form == form).then_some(())?;
		self.has_room(kind, amount)?;
		to.all(|avatar| exists(*avatar)).then_some(())
	}

	/// Succeeds if the kind has room for so many more.
	fn has_room(&self, kind: KindId, amount: u64) -> Option<()> {
		let it = self.kinds.get(&kind)?;
		let total = it.minted.checked_add(self.reserved(kind))?.checked_add(amount)?;
		(total <= it.cap.unwrap_or(u64::MAX)).then_some(())
	}

	/// How many may yet be drawn.
	fn reserved(&self, kind: KindId) -> u64 {
		let most = |draw: &DrawDetails<AccountId>| {
			let outcomes = draw.outcomes.iter().filter(|(made, _)| made.kind == kind);
			outcomes.map(|(made, _)| made.amount).max().unwrap_or_default()
		};
		self.draws.values().map(most).sum()
	}

	fn put_item(&mut self, kind: KindId, owner: AvatarId) -> Option<ItemId> {
		let it = self.kinds.get_mut(&kind)?;
		it.minted += 1;
		let royalty = it.rate();
		let collection = self.collections.get_mut(&kind.collection)?;
		let id = ItemId { collection: kind.collection, serial: collection.next_item };
		collection.next_item += 1;
		let attributes = BTreeMap::new();
		self.items
			.insert(id, Item { kind, owner, version: 0, lock: None, royalty, attributes });
		Some(id)
	}

	fn put_units(&mut self, kind: KindId, avatar: AvatarId, amount: u64) -> Option<()> {
		self.kinds.get_mut(&kind)?.minted += amount;
		self.add_units(kind, avatar, amount);
		Some(())
	}

	fn add_units(&mut self, kind: KindId, avatar: AvatarId, amount: u64) {
		self.units.entry((kind, avatar)).or_default().free += amount;
	}

	fn take_units(&mut self, kind: KindId, avatar: AvatarId, amount: u64) -> Option<()> {
		let stack = self.units.get_mut(&(kind, avatar)).filter(|_| amount > 0)?;
		stack.free = stack.free.checked_sub(amount)?;
		self.units.retain(|_, stack| *stack != Stack::default());
		Some(())
	}

	fn give(&mut self, who: AccountId, item: ItemId, to: AvatarId) -> Option<()> {
		let it = self.items.get(&item)?;
		let free = self.owns(who, it.owner) && self.lock_of(it).is_none();
		let allowed = self.kinds.get(&it.kind)?.rules.transferable;
		(free && allowed && exists(to)).then_some(())?;
		let it = self.items.get_mut(&item)?;
		(it.owner, it.version, it.lock) = (to, it.version + 1, None);
		Some(())
	}

	fn burn_item(&mut self, item: ItemId) -> Option<()> {
		self.lock_of(self.items.get(&item)?).is_none().then_some(())?;
		let it = self.items.remove(&item)?;
		let kind = self.kinds.get_mut(&it.kind).filter(|kind| kind.rules.burnable)?;
		kind.burned += 1;
		Some(())
	}

	fn burn_units(&mut self, kind: KindId, avatar: AvatarId, amount: u64) -> Option<()> {
		self.kinds.get(&kind).filter(|it| it.rules.burnable)?;
		self.take_units(kind, avatar, amount)?;
		self.kinds.get_mut(&kind)?.burned += amount;
		Some(())
	}

	/// What keeps the item where it is now.
	fn lock_of(&self, item: &Item) -> Option<Lock> {
		match item.lock {
			Some(Lock::Custody(custody)) if custody.until < now() => None,
			lock => lock,
		}
	}

	fn worn(&self, avatar: AvatarId, slot: u8) -> Option<ItemId> {
		let there = |it: &Item| it.owner == avatar && it.lock == Some(Lock::Worn { slot });
		self.items.iter().find(|(_, it)| there(it)).map(|(id, _)| *id)
	}

	fn sharable(&self, of: &Of) -> bool {
		let named: BTreeSet<_> = of.iter().map(|(to, _)| to).collect();
		let rate: u32 = of.iter().map(|(_, rate)| u32::from(*rate)).sum();
		let valid = of.iter().all(|(to, rate)| exists(*to) && *rate > 0);
		valid && named.len() == of.len() && rate <= MAX_ROYALTY.into()
	}

	/// Pays these out of what has accrued.
	fn pay(&mut self, kind: KindId, parts: Vec<(AvatarId, Balance)>) -> Option<()> {
		for (to, due) in parts {
			*self.coins.entry(to).or_default() += due;
			self.kinds.get_mut(&kind)?.accrued -= due;
		}
		Some(())
	}

	/// Pays all that has accrued, the rest of the division to the first.
	fn pay_all(&mut self, kind: KindId) -> Option<()> {
		let parts = self.kinds.get(&kind)?.parts();
		self.pay(kind, parts)?;
		let it = self.kinds.get(&kind)?;
		let (first, rest) = (it.shares.first().copied(), it.accrued);
		match first {
			Some((first, _)) => self.pay(kind, vec![(first, rest)]),
			None => Some(()),
		}
	}

	fn define(
		&mut self,
		who: AccountId,
		kind: KindId,
		name: &'static str,
		writer: Writer,
	) -> Option<()> {
		let next = self.issued(who, kind.collection)?.next_item;
		if let Writer::Server(world) = writer {
			self.owner_of(Issuer::World(world))?;
		}
		let from = if writer == Writer::Holder { 0 } else { next };
		(writer == Writer::Holder || self.reserved(kind) == 0).then_some(())?;
		let it = self.kinds.get_mut(&kind).filter(|it| it.form == Form::Unique)?;
		let new = !name.is_empty() && it.keys.iter().all(|(other, ..)| *other != name);
		let room = it.keys.len() < usize::try_from(MAX_ATTRIBUTES).ok()?;
		(new && room).then(|| it.keys.push((name, writer, from)))
	}

	fn describe(
		&mut self,
		who: AccountId,
		item: ItemId,
		changes: Vec<(u8, Option<&'static str>)>,
	) -> Option<()> {
		let named: BTreeSet<_> = changes.iter().map(|(key, _)| *key).collect();
		(!named.is_empty() && named.len() == changes.len()).then_some(())?;
		let mut news = false;
		for (key, new) in changes {
			let it = self.items.get(&item)?;
			let (_, writer, from) = *self.kinds.get(&it.kind)?.keys.get(usize::from(key))?;
			let collection = self.collections.get(&item.collection)?;
			let allowed = match writer {
				Writer::Issuer => self.acts(who, collection.issuer) && !collection.frozen,
				Writer::Holder => self.owns(who, it.owner) && self.lock_of(it).is_none(),
				Writer::Server(_) => false,
			};
			(allowed && item.serial >= from && !is_up_for_auction(it)).then_some(())?;
			let attributes = &mut self.items.get_mut(&item)?.attributes;
			let new = new.map(value);
			news |= attributes.get(&key).map(|it| &it.value) != new.as_ref();
			match new {
				Some(value) => {
					let set = AttributeDetails { value, counter: 0, payer: who };
					attributes.insert(key, set);
				},
				None => {
					attributes.remove(&key)?;
				},
			}
		}
		self.items.get_mut(&item)?.version += u32::from(news);
		Some(())
	}

	fn write(&mut self, who: AccountId, world: WorldId, write: Write) -> Option<()> {
		let Write { item, key, counter, value } = write;
		let it = self.items.get_mut(&item)?;
		let (_, writer, from) = *self.kinds.get(&it.kind)?.keys.get(usize::from(key))?;
		let later = it.attributes.get(&key).is_none_or(|before| counter > before.counter);
		let writes = writer == Writer::Server(world) && item.serial >= from;
		let before = it.attributes.get(&key).map_or(0, |before| before.counter);
		let near = counter.saturating_sub(before) <= MAX_COUNTER_STEP;
		(writes && later && near && !is_up_for_auction(it)).then_some(())?;
		let news = it.attributes.get(&key).is_none_or(|before| value != before.value);
		it.attributes.insert(key, AttributeDetails { value, counter, payer: who });
		it.version += u32::from(news);
		Some(())
	}

	fn is_recipe(&self, collection: CollectionId, recipe: &Recipe) -> bool {
		let lasts = recipe.until.is_none_or(|last| last >= now()) && recipe.limit != Some(0);
		let named: BTreeSet<_> = recipe.inputs.iter().map(|input| input.kind).collect();
		let mut items = 0u64;
		let takes = recipe.inputs.iter().all(|input| {
			let kind = self.kinds.get(&input.kind);
			if kind.is_some_and(|it| it.form == Form::Unique) {
				items += input.amount;
			}
			input.amount > 0 && kind.is_some_and(|it| it.rules.burnable)
		});
		let (mut some, mut makes) = (false, true);
		for (made, weight) in recipe.outcome.possible() {
			let form = self.kinds.get(&made.kind).map(|it| it.form);
			let amount = match form {
				Some(Form::Unique) => made.amount == 1,
				Some(Form::Stackable) => made.amount > 0,
				None => false,
			};
			some = true;
			makes &= amount && weight > 0 && made.kind.collection == collection;
		}
		let few = items <= MAX_INGREDIENTS.into() && named.len() == recipe.inputs.len();
		lasts && takes && few && some && makes
	}

	fn craft(
		&mut self,
		who: AccountId,
		avatar: AvatarId,
		id: RecipeId,
		items: Vec<ItemId>,
	) -> Option<()> {
		let RecipeDetails { collection, recipe, to, crafted } = self.recipes.get(&id)?.clone();
		let lasts = recipe.until.is_none_or(|last| last >= now());
		let left = recipe.limit.is_none_or(|limit| crafted < limit);
		let it = self.collections.get(&collection)?;
		let open = !self.suspended || it.issuer != Issuer::World(WORLD);
		let open = open && !it.frozen && self.is_adopted(it);
		(self.owns(who, avatar) && lasts && left && open).then_some(())?;
		let payer = it.payer;
		// What may be made has room beside what there was.
		for (made, _) in recipe.outcome.possible() {
			self.has_room(made.kind, made.amount)?;
		}
		let mut wanted = BTreeMap::<KindId, u64>::new();
		for input in &recipe.inputs {
			match self.kinds.get(&input.kind)?.form {
				Form::Unique => {
					wanted.insert(input.kind, input.amount);
				},
				Form::Stackable => self.burn_units(input.kind, avatar, input.amount)?,
			}
		}
		for item in items {
			let it = self.items.get(&item).filter(|it| it.owner == avatar)?;
			let left = wanted.get_mut(&it.kind)?;
			*left = left.checked_sub(1)?;
			self.burn_item(item)?;
		}
		wanted.values().all(|left| *left == 0).then_some(())?;
		if recipe.price > 0 {
			let purse = self.coins.entry(avatar).or_default();
			*purse = purse.checked_sub(recipe.price)?;
			*self.coins.entry(to).or_default() += recipe.price;
		}
		self.recipes.get_mut(&id)?.crafted += 1;
		match recipe.outcome {
			Outcome::Certain(made) => self.make(made, avatar, who, payer)?,
			Outcome::Random(outcomes) => {
				let round = self.round;
				let draw = DrawDetails { collection, outcomes, avatar, round, payer: who };
				self.draws.insert(DrawId(self.next_draw), draw);
				self.next_draw += 1;
			},
		}
		Some(())
	}

	/// Makes something for an avatar. `from` pays for the deposit of an item, which is held of `to`.
	fn make(
		&mut self,
		made: Yield,
		avatar: AvatarId,
		from: AccountId,
		to: AccountId,
	) -> Option<()> {
		match self.kinds.get(&made.kind)?.form {
			Form::Stackable => self.put_units(made.kind, avatar, made.amount),
			Form::Unique => {
				*self.wealth.get_mut(&from)? -= ITEM_DEPOSIT;
				*self.wealth.get_mut(&to)? += ITEM_DEPOSIT;
				self.put_item(made.kind, avatar).map(drop)
			},
		}
	}

	fn settle(&mut self, id: DrawId) -> Option<()> {
		let draw = self.draws.remove(&id)?;
		let seed = self.seeds.get(&draw.round)?;
		let hash = BlakeTwo256::hash_of(&(seed, id));
		let (high, _) = hash.as_bytes().split_at(16);
		let number = u128::from_be_bytes(high.try_into().expect("it has 16 bytes"));
		let total: u128 = draw.outcomes.iter().map(|(_, weight)| u128::from(*weight)).sum();
		let mut tickets = draw
			.outcomes
			.iter()
			.flat_map(|(made, weight)| std::iter::repeat_n(*made, usize::from(*weight)));
		let made = tickets.nth(usize::try_from(number % total).ok()?)?;
		let payer = self.collections.get(&draw.collection)?.payer;
		self.make(made, draw.avatar, draw.payer, payer)
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
	pub(super) fn assert_matches_chain(&self) {
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

/// So many times a deposit.
fn times(count: usize, deposit: Balance) -> Balance {
	deposit * Balance::try_from(count).expect("tests count little")
}

/// Whether others bid for the item as it is.
fn is_up_for_auction(item: &Item) -> bool {
	matches!(item.lock, Some(Lock::Auction(_)))
}

fn exists(avatar: AvatarId) -> bool {
	avatar.0 < 10
}
