// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Form, HoldReason, Issuer, Kinds, Units};
use frame_support::BoundedVec;
use freehold_primitives::{
	asset::Version,
	chain::Balance,
	ids::{AvatarId, CollectionId, ItemId, KindId, WorldId},
};
use proptest::prelude::*;
use sp_runtime::DispatchResult;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Action {
	CreateCollection { who: AccountId, issuer: Issuer },
	CreateKind { who: AccountId, collection: CollectionId, form: Form, max_supply: Option<u64> },
	MintItems { who: AccountId, kind: KindId, to: Vec<AvatarId> },
	MintUnits { who: AccountId, kind: KindId, to: AvatarId, amount: u64 },
	TransferItem { who: AccountId, item: ItemId, to: AvatarId },
	TransferUnits { who: AccountId, kind: KindId, from: AvatarId, to: AvatarId, amount: u64 },
}

impl Action {
	fn call(self) -> DispatchResult {
		match self {
			Self::CreateCollection { who, issuer } => {
				Items::create_collection(RuntimeOrigin::signed(who), issuer)
			},
			Self::CreateKind { who, collection, form, max_supply } => {
				Items::create_kind(RuntimeOrigin::signed(who), collection, form, max_supply)
			},
			Self::MintItems { who, kind, to } => {
				let to = BoundedVec::try_from(to).expect("actions name at most four");
				Items::mint_items(RuntimeOrigin::signed(who), kind, to)
			},
			Self::MintUnits { who, kind, to, amount } => {
				Items::mint_units(RuntimeOrigin::signed(who), kind, to, amount)
			},
			Self::TransferItem { who, item, to } => {
				Items::transfer_item(RuntimeOrigin::signed(who), item, to)
			},
			Self::TransferUnits { who, kind, from, to, amount } => {
				Items::transfer_units(RuntimeOrigin::signed(who), kind, from, to, amount)
			},
		}
	}
}

/// What random actions find: a collection of the world and one of Alice's avatar, each with a
/// unique and a stackable kind, one of them without a limit.
fn beginning() -> Vec<Action> {
	let kind = |who, collection, form, max_supply| Action::CreateKind {
		who,
		collection: CollectionId(collection),
		form,
		max_supply,
	};
	vec![
		Action::CreateCollection { who: OPERATOR, issuer: Issuer::World(WORLD) },
		kind(OPERATOR, 0, Form::Unique, Some(8)),
		kind(OPERATOR, 0, Form::Stackable, None),
		Action::CreateCollection { who: ALICE, issuer: Issuer::Avatar(avatar(ALICE)) },
		kind(ALICE, 1, Form::Unique, None),
		kind(ALICE, 1, Form::Stackable, Some(20)),
	]
}

fn account() -> impl Strategy<Value = AccountId> {
	OPERATOR..=SETTLER
}

/// Now and then one that does not exist.
fn avatar_id() -> impl Strategy<Value = AvatarId> {
	prop_oneof![12 => (1..=4u32).prop_map(AvatarId), 1 => Just(AvatarId(10))]
}

/// Now and then one that does not exist yet.
fn collection_id() -> impl Strategy<Value = CollectionId> {
	prop_oneof![5 => Just(0u32), 4 => Just(1u32), 1 => Just(2u32)].prop_map(CollectionId)
}

fn kind_id() -> impl Strategy<Value = KindId> {
	let index = prop_oneof![5 => Just(0u32), 5 => Just(1u32), 1 => Just(2u32)];
	(collection_id(), index).prop_map(|(collection, index)| KindId { collection, index })
}

fn item_id() -> impl Strategy<Value = ItemId> {
	(collection_id(), 0..6u32).prop_map(|(collection, serial)| ItemId { collection, serial })
}

fn amount() -> impl Strategy<Value = u64> {
	prop_oneof![12 => 0..=6u64, 1 => Just(u64::MAX)]
}

fn issuer() -> impl Strategy<Value = Issuer> {
	prop_oneof![
		(7..=8u32).prop_map(|world| Issuer::World(WorldId(world))),
		avatar_id().prop_map(Issuer::Avatar),
	]
}

fn form() -> impl Strategy<Value = Form> {
	prop_oneof![Just(Form::Unique), Just(Form::Stackable)]
}

fn action() -> impl Strategy<Value = Action> {
	prop_oneof![
		1 => (account(), issuer())
			.prop_map(|(who, issuer)| Action::CreateCollection { who, issuer }),
		1 => (account(), collection_id(), form(), prop::option::of(0..=9u64)).prop_map(
			|(who, collection, form, max_supply)| {
				Action::CreateKind { who, collection, form, max_supply }
			}
		),
		3 => (account(), kind_id(), prop::collection::vec(avatar_id(), 0..=4))
			.prop_map(|(who, kind, to)| Action::MintItems { who, kind, to }),
		3 => (account(), kind_id(), avatar_id(), amount())
			.prop_map(|(who, kind, to, amount)| Action::MintUnits { who, kind, to, amount }),
		4 => (account(), item_id(), avatar_id())
			.prop_map(|(who, item, to)| Action::TransferItem { who, item, to }),
		4 => (account(), kind_id(), avatar_id(), avatar_id(), amount()).prop_map(
			|(who, kind, from, to, amount)| Action::TransferUnits { who, kind, from, to, amount }
		),
		// By who may, as strangers would mostly be refused.
		4 => (account(), kind_id(), avatar_id(), amount()).prop_map(|(who, kind, to, amount)| {
			Action::TransferUnits { who, kind, from: avatar(who), to, amount }
		}),
	]
}

fn exists(avatar: AvatarId) -> bool {
	avatar.0 < 10
}

fn owns(who: AccountId, avatar: AvatarId) -> bool {
	exists(avatar) && u64::from(avatar.0) == who
}

fn may_create(who: AccountId, issuer: Issuer) -> bool {
	match issuer {
		Issuer::World(world) => world == WORLD && who == OPERATOR,
		Issuer::Avatar(avatar) => owns(who, avatar),
	}
}

fn may_mint(who: AccountId, issuer: Issuer) -> bool {
	may_create(who, issuer) || (issuer == Issuer::World(WORLD) && who == SETTLER)
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Kind {
	form: Form,
	max_supply: Option<u64>,
	supply: u64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Item {
	kind: KindId,
	owner: AvatarId,
	version: Version,
}

/// The same in plain maps.
#[derive(Default)]
struct Model {
	collections: Vec<(Issuer, AccountId)>,
	kinds: BTreeMap<KindId, Kind>,
	items: BTreeMap<ItemId, Item>,
	units: BTreeMap<(KindId, AvatarId), u64>,
	held: BTreeMap<AccountId, Balance>,
}

impl Model {
	/// Does what the call is to do; none, and nothing done, if it is to fail.
	fn apply(&mut self, action: Action) -> Option<()> {
		match action {
			Action::CreateCollection { who, issuer } => {
				may_create(who, issuer).then_some(())?;
				self.hold(who, COLLECTION_DEPOSIT)?;
				self.collections.push((issuer, who));
			},
			Action::CreateKind { who, collection, form, max_supply } => {
				let (issuer, payer) = self.collection(collection)?;
				may_create(who, issuer).then_some(())?;
				self.hold(payer, KIND_DEPOSIT)?;
				let before = self.kinds.keys().filter(|it| it.collection == collection).count();
				let index = u32::try_from(before).ok()?;
				let kind = Kind { form, max_supply, supply: 0 };
				self.kinds.insert(KindId { collection, index }, kind);
			},
			Action::MintItems { who, kind, to } => {
				let count = u64::try_from(to.len()).ok()?;
				let (payer, supply) = self.minted(who, kind, Form::Unique, count)?;
				to.iter().all(|&avatar| exists(avatar)).then_some(())?;
				self.hold(payer, ITEM_DEPOSIT * Balance::from(count))?;
				self.kinds.get_mut(&kind)?.supply = supply;
				let collection = kind.collection;
				let before = self.items.keys().filter(|it| it.collection == collection).count();
				for (owner, serial) in to.into_iter().zip(u32::try_from(before).ok()?..) {
					let item = Item { kind, owner, version: 0 };
					self.items.insert(ItemId { collection, serial }, item);
				}
			},
			Action::MintUnits { who, kind, to, amount } => {
				let (_, supply) = self.minted(who, kind, Form::Stackable, amount)?;
				exists(to).then_some(())?;
				self.kinds.get_mut(&kind)?.supply = supply;
				*self.units.entry((kind, to)).or_default() += amount;
			},
			Action::TransferItem { who, item, to } => {
				let item = self.items.get_mut(&item)?;
				(owns(who, item.owner) && exists(to)).then_some(())?;
				item.owner = to;
				item.version += 1;
			},
			Action::TransferUnits { who, kind, from, to, amount } => {
				let known = self.kinds.get(&kind)?;
				let allowed = known.form == Form::Stackable && amount > 0;
				(allowed && owns(who, from) && exists(to)).then_some(())?;
				let units = self.units.get_mut(&(kind, from))?;
				*units = units.checked_sub(amount)?;
				*self.units.entry((kind, to)).or_default() += amount;
				self.units.retain(|_, units| *units > 0);
			},
		}
		Some(())
	}

	fn collection(&self, id: CollectionId) -> Option<(Issuer, AccountId)> {
		self.collections.get(usize::try_from(id.0).ok()?).copied()
	}

	/// Who pays, and the supply after `amount` more, if they can be minted.
	fn minted(
		&self,
		who: AccountId,
		kind: KindId,
		form: Form,
		amount: u64,
	) -> Option<(AccountId, u64)> {
		let (issuer, payer) = self.collection(kind.collection)?;
		let kind = self.kinds.get(&kind)?;
		let supply = kind.supply.checked_add(amount)?;
		let within = supply <= kind.max_supply.unwrap_or(u64::MAX);
		let allowed = may_mint(who, issuer) && kind.form == form && amount > 0 && within;
		allowed.then_some((payer, supply))
	}

	/// An account keeps one unit, the existential deposit.
	fn hold(&mut self, who: AccountId, amount: Balance) -> Option<()> {
		let money = if who == SETTLER { 0 } else { MONEY };
		let held = self.held.entry(who).or_default();
		(*held + amount < money).then(|| *held += amount)
	}

	fn assert_matches_chain(&self) {
		let kinds: BTreeMap<_, _> = Kinds::<Test>::iter()
			.map(|(key, it)| {
				let kind = Kind { form: it.form, max_supply: it.max_supply, supply: it.supply };
				(KindId::from(key), kind)
			})
			.collect();
		let items: BTreeMap<_, _> = crate::Items::<Test>::iter()
			.map(|(key, it)| {
				let id = ItemId::from(key);
				let kind = KindId { collection: id.collection, index: it.kind };
				let (owner, version) = (it.holding.owner, it.holding.version);
				(id, Item { kind, owner, version })
			})
			.collect();
		let units: BTreeMap<_, _> = Units::<Test>::iter()
			.map(|(kind, avatar, amount)| ((KindId::from(kind), AvatarId::from(avatar)), amount))
			.collect();
		assert_eq!(kinds, self.kinds);
		assert_eq!(items, self.items);
		assert_eq!(units, self.units);
		for (who, amount) in &self.held {
			let reasons = [HoldReason::Collection, HoldReason::Kind, HoldReason::Item];
			assert_eq!(reasons.map(|reason| held(reason, *who)).iter().sum::<Balance>(), *amount);
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Every call against plain maps; the invariants hold after each.
	#[test]
	fn all_is_as_plain_maps_would_have_it(
		actions in prop::collection::vec(action(), 1..150),
	) {
		World::default().execute(|| {
			let mut model = Model::default();
			for action in beginning().into_iter().chain(actions) {
				let expected = model.apply(action.clone()).is_some();
				let outcome = action.clone().call();
				assert_eq!(outcome.is_ok(), expected, "{action:?}: {outcome:?}");
				Items::do_try_state().expect("every invariant holds after every call");
			}
			model.assert_matches_chain();
		});
	}
}
