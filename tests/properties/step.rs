// SPDX-License-Identifier: Apache-2.0
//! Everything that anybody can do to the five pallets, as random input. Ids are small, so that
//! many of them exist, and some do not.

use crate::plan::{asset, plan, Plan};
use freehold_primitives::{
	asset::UniqueId,
	chain::{AccountId, Balance, BlockNumber},
	fee::{Fee, MAX_WORLD_FEE},
	ids::{AvatarId, CollectionId, KindId, WorldId},
	land::{Area, Coordinates, Zone},
	settlement::Store,
};
use freehold_runtime::{constants::UNIT, ledger::Records, Avatars, Items, RuntimeCall, Worlds};
use freehold_tests::{
	keyring::{Key, Player, BOB, CHARLIE, DAVE, EVE, FERDIE},
	names::*,
	stage::{parcel, sword, CHARLIES, LATER},
};
use pallet_items::{Form, Issuer};
use proptest::{collection::vec, option, prelude::*, sample::select};

/// What is done next.
#[derive(Clone, Debug)]
pub(crate) enum Step {
	/// A call, by this player or by who may make it.
	Call(Option<Player>, RuntimeCall),
	/// Trades are settled for a world, by this player or its operator, under the batch number
	/// that follows or another so far from it.
	Settle(Option<Player>, WorldId, i64, Vec<Plan>),
	/// The block ends.
	NextBlock,
}

pub(crate) fn step() -> impl Strategy<Value = Step> {
	let by = option::weighted(0.2, select(vec![BOB, CHARLIE, DAVE, EVE, FERDIE]));
	let seq = prop_oneof![8 => Just(0i64), 1 => -2..3i64];
	prop_oneof![
		16 => (by.clone(), call()).prop_map(|(by, call)| Step::Call(by, call)),
		4 => (by, world(), seq, vec(plan(), 0..6))
			.prop_map(|(by, world, seq, plans)| Step::Settle(by, world, seq, plans)),
		1 => Just(Step::NextBlock),
	]
}

/// Who may make this call, as the state has it; Bob if anyone may, or nobody.
pub(crate) fn rightful(call: &RuntimeCall) -> AccountId {
	let caller = match call {
		RuntimeCall::Worlds(
			WorldsCall::add_settler { world, .. } | WorldsCall::remove_settler { world, .. },
		)
		| RuntimeCall::Land(LandCall::issue { world, .. })
		| RuntimeCall::Market(MarketCall::settle { world, .. }) => operator(*world),
		RuntimeCall::Avatars(
			AvatarsCall::add_device { avatar, .. }
			| AvatarsCall::revoke_device { avatar, .. }
			| AvatarsCall::revoke_all_devices { avatar }
			| AvatarsCall::withdraw { avatar, .. },
		)
		| RuntimeCall::Items(ItemsCall::transfer_units { from: avatar, .. })
		| RuntimeCall::Market(MarketCall::buy { buyer: avatar, .. }) => owner(*avatar),
		RuntimeCall::Items(ItemsCall::create_collection { issuer }) => creator(*issuer),
		RuntimeCall::Items(
			ItemsCall::create_kind { collection, .. }
			| ItemsCall::mint_items { kind: KindId { collection, .. }, .. }
			| ItemsCall::mint_units { kind: KindId { collection, .. }, .. },
		) => Items::collection(*collection).and_then(|details| creator(details.issuer)),
		RuntimeCall::Items(ItemsCall::transfer_item { item, .. }) => holder(UniqueId::Item(*item)),
		RuntimeCall::Land(LandCall::transfer { parcel, .. }) => holder(UniqueId::Parcel(*parcel)),
		RuntimeCall::Market(MarketCall::list { asset, .. } | MarketCall::cancel { asset }) => {
			holder(*asset)
		},
		_ => None,
	};
	caller.unwrap_or(BOB.account())
}

fn operator(world: WorldId) -> Option<AccountId> {
	Worlds::world(world).map(|details| details.owner)
}

fn owner(avatar: AvatarId) -> Option<AccountId> {
	Avatars::avatar(avatar).map(|details| details.owner)
}

fn holder(asset: UniqueId) -> Option<AccountId> {
	Records.holding(asset).and_then(|holding| owner(holding.owner))
}

fn creator(issuer: Issuer) -> Option<AccountId> {
	match issuer {
		Issuer::World(world) => operator(world),
		Issuer::Avatar(avatar) => owner(avatar),
	}
}

fn call() -> impl Strategy<Value = RuntimeCall> {
	prop_oneof![
		3 => worlds().prop_map(RuntimeCall::from),
		6 => avatars().prop_map(RuntimeCall::from),
		3 => land().prop_map(RuntimeCall::from),
		8 => items().prop_map(RuntimeCall::from),
		8 => market().prop_map(RuntimeCall::from),
	]
}

fn world() -> impl Strategy<Value = WorldId> {
	prop_oneof![6 => Just(0u32), 1 => 1..4u32].prop_map(WorldId)
}

fn avatar() -> impl Strategy<Value = AvatarId> {
	prop_oneof![6 => 0..4u32, 1 => 4..9u32].prop_map(AvatarId)
}

fn collection() -> impl Strategy<Value = CollectionId> {
	prop_oneof![4 => Just(0u32), 1 => 1..4u32].prop_map(CollectionId)
}

fn kind() -> impl Strategy<Value = KindId> {
	let index = prop_oneof![4 => 0..2u32, 1 => 2..4u32];
	(collection(), index).prop_map(|(collection, index)| KindId { collection, index })
}

fn valid_until() -> impl Strategy<Value = BlockNumber> {
	prop_oneof![0..8u32, Just(LATER)]
}

fn place() -> impl Strategy<Value = Coordinates> {
	let near = prop_oneof![12 => -3..4i16, 1 => -11..12i16];
	(near.clone(), near).prop_map(|(x, y)| Coordinates { x, y })
}

fn worlds() -> impl Strategy<Value = WorldsCall> {
	let bounds = (place(), place()).prop_map(|(min, max)| Area { min, max });
	let fee = (avatar(), 0..MAX_WORLD_FEE + 100).prop_map(|(to, rate)| Fee { to, rate });
	let settler = select(vec![CHARLIE, EVE, FERDIE]).prop_map(Player::account).boxed();
	prop_oneof![
		(bounds, option::of(fee)).prop_map(|(bounds, fee)| WorldsCall::register { bounds, fee }),
		(world(), settler.clone(), valid_until()).prop_map(|(world, settler, valid_until)| {
			WorldsCall::add_settler { world, settler, valid_until }
		}),
		(world(), settler)
			.prop_map(|(world, settler)| WorldsCall::remove_settler { world, settler }),
	]
}

fn avatars() -> impl Strategy<Value = AvatarsCall> {
	let slot = || prop_oneof![3 => 1..3u8, 1 => 0..9u8];
	let amount = || 0..1_200 * UNIT;
	let world = || option::weighted(0.3, world());
	prop_oneof![
		Just(AvatarsCall::create {}),
		(avatar(), slot(), valid_until(), world()).prop_map(
			|(avatar, slot, valid_until, world)| {
				let key = Key::of_device(avatar, slot).public();
				AvatarsCall::add_device { avatar, slot, key, valid_until, world }
			}
		),
		(avatar(), slot()).prop_map(|(avatar, slot)| AvatarsCall::revoke_device { avatar, slot }),
		avatar().prop_map(|avatar| AvatarsCall::revoke_all_devices { avatar }),
		(avatar(), amount()).prop_map(|(avatar, amount)| AvatarsCall::deposit { avatar, amount }),
		(avatar(), amount()).prop_map(|(avatar, amount)| AvatarsCall::withdraw { avatar, amount }),
	]
}

fn land() -> impl Strategy<Value = LandCall> {
	let parcels = vec((place(), select(Zone::ALL.to_vec())), 0..3);
	prop_oneof![
		(world(), avatar(), parcels).prop_map(|(world, to, parcels)| {
			let parcels = parcels.try_into().expect("a call issues as many");
			LandCall::issue { world, to, parcels }
		}),
		(0..4i16, avatar()).prop_map(|(x, to)| LandCall::transfer { parcel: parcel(x, 0), to }),
	]
}

fn items() -> impl Strategy<Value = ItemsCall> {
	let issuer = prop_oneof![world().prop_map(Issuer::World), avatar().prop_map(Issuer::Avatar)];
	let form = select(vec![Form::Unique, Form::Stackable]);
	let max_supply = option::of(0..6u64);
	let archer = prop_oneof![3 => Just(CHARLIES), 1 => avatar()];
	// Near the end of what can be counted, too.
	let minted = prop_oneof![6 => 0..30u64, 1 => u64::MAX - 30..=u64::MAX];
	prop_oneof![
		issuer.prop_map(|issuer| ItemsCall::create_collection { issuer }),
		(collection(), form, max_supply).prop_map(|(collection, form, max_supply)| {
			ItemsCall::create_kind { collection, form, max_supply }
		}),
		(kind(), vec(avatar(), 0..4)).prop_map(|(kind, to)| {
			let to = to.try_into().expect("a call mints as many");
			ItemsCall::mint_items { kind, to }
		}),
		(kind(), avatar(), minted).prop_map(|(kind, to, amount)| ItemsCall::mint_units {
			kind,
			to,
			amount
		}),
		(0..5u32, avatar())
			.prop_map(|(serial, to)| ItemsCall::transfer_item { item: sword(serial), to }),
		(kind(), archer, avatar(), 0..30u64).prop_map(|(kind, from, to, amount)| {
			ItemsCall::transfer_units { kind, from, to, amount }
		}),
	]
}

fn market() -> impl Strategy<Value = MarketCall> {
	let price = || 0..300 * UNIT;
	let max_price = prop_oneof![3 => Just(Balance::MAX), 1 => price()];
	prop_oneof![
		3 => (world(), asset(), price())
			.prop_map(|(world, asset, price)| MarketCall::list { world, asset, price }),
		2 => asset().prop_map(|asset| MarketCall::cancel { asset }),
		4 => (asset(), avatar(), max_price).prop_map(|(asset, buyer, max_price)| {
			MarketCall::buy { asset, buyer, max_price }
		}),
	]
}
