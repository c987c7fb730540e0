// SPDX-License-Identifier: Apache-2.0
//! Each call that the client makes is, by this runtime's metadata, the call it is meant to be.

use codec::DecodeAll;
use freehold_client::{calls, records, Call};
use freehold_primitives::{
	asset::UniqueId,
	fee::Fee,
	ids::{AvatarId, CollectionId, ItemId, KindId, WorldId},
	land::Zone,
};
use freehold_runtime::{Runtime, RuntimeCall};
use freehold_tests::{
	chain::Chain,
	keyring::{BOB, CHARLIE},
	names::*,
	stage::{parcel, sword, Stage, BOUNDS},
	trade::batch,
};
use pallet_items::{Form, Issuer};
use subxt::Metadata;

/// The metadata version that the client reads.
const VERSION: u32 = 16;

/// Says of each call of the client whether the runtime reads this in it.
struct Reader(Metadata);

impl Reader {
	fn new() -> Self {
		let metadata = Runtime::metadata_at_version(VERSION).expect("the runtime has this version");
		Self(Metadata::decode_from(&metadata).expect("the client reads this version"))
	}

	#[track_caller]
	fn reads(&self, call: &Call, expected: impl Into<RuntimeCall>) {
		let bytes = call.encode(&self.0).expect("the runtime has this call");
		assert_eq!(RuntimeCall::decode_all(&mut &bytes[..]), Ok(expected.into()));
	}
}

#[test]
fn worlds() {
	let runtime = Reader::new();
	let (world, settler, valid_until) = (WorldId(1), CHARLIE.account(), 2);
	let fee = Some(Fee { to: AvatarId(3), rate: 4 });

	let register = WorldsCall::register { bounds: BOUNDS, fee };
	runtime.reads(&calls::register_world(BOUNDS, fee), register);
	let add = WorldsCall::add_settler { world, settler: settler.clone(), valid_until };
	runtime.reads(&calls::add_settler(world, &settler, valid_until), add);
	let remove = WorldsCall::remove_settler { world, settler: settler.clone() };
	runtime.reads(&calls::remove_settler(world, &settler), remove);
}

#[test]
fn avatars() {
	let runtime = Reader::new();
	let (avatar, slot, valid_until, amount) = (AvatarId(1), 2, 3, 4);
	let (key, world) = (BOB.wallet().public(), Some(WorldId(5)));

	runtime.reads(&calls::create_avatar(), AvatarsCall::create {});
	let add = AvatarsCall::add_device { avatar, slot, key, valid_until, world };
	runtime.reads(&calls::add_device(avatar, slot, key, valid_until, world), add);
	let revoke = AvatarsCall::revoke_device { avatar, slot };
	runtime.reads(&calls::revoke_device(avatar, slot), revoke);
	let revoke_all = AvatarsCall::revoke_all_devices { avatar };
	runtime.reads(&calls::revoke_all_devices(avatar), revoke_all);
	let deposit = AvatarsCall::deposit { avatar, amount };
	runtime.reads(&calls::deposit(avatar, amount), deposit);
	let withdraw = AvatarsCall::withdraw { avatar, amount };
	runtime.reads(&calls::withdraw(avatar, amount), withdraw);
}

#[test]
fn land() {
	let runtime = Reader::new();
	let (world, to) = (WorldId(1), AvatarId(2));
	let places = [(parcel(3, -4).at, Zone::Road), (parcel(5, 6).at, Zone::Commercial)];

	let parcels = places.to_vec().try_into().expect("two fit");
	let issue = LandCall::issue { world, to, parcels };
	runtime.reads(&calls::issue_land(world, to, &places), issue);
	let transfer = LandCall::transfer { parcel: parcel(7, 8), to };
	runtime.reads(&calls::transfer_parcel(parcel(7, 8), to), transfer);
}

#[test]
fn items() {
	let runtime = Reader::new();
	let collection = CollectionId(1);
	let kind = KindId { collection, index: 2 };
	let item = ItemId { collection, serial: 3 };
	let (from, to, amount, max_supply) = (AvatarId(4), AvatarId(5), 6, Some(7));

	let create = ItemsCall::create_collection { issuer: Issuer::World(WorldId(8)) };
	runtime.reads(&calls::create_collection(records::Issuer::World(WorldId(8))), create);
	let create = ItemsCall::create_collection { issuer: Issuer::Avatar(to) };
	runtime.reads(&calls::create_collection(records::Issuer::Avatar(to)), create);
	for (form, mirror) in
		[(Form::Unique, records::Form::Unique), (Form::Stackable, records::Form::Stackable)]
	{
		let create = ItemsCall::create_kind { collection, form, max_supply };
		runtime.reads(&calls::create_kind(collection, mirror, max_supply), create);
	}
	let owners = [from, to, to];
	let mint = ItemsCall::mint_items { kind, to: owners.to_vec().try_into().expect("three fit") };
	runtime.reads(&calls::mint_items(kind, &owners), mint);
	let mint = ItemsCall::mint_units { kind, to, amount };
	runtime.reads(&calls::mint_units(kind, to, amount), mint);
	let transfer = ItemsCall::transfer_item { item, to };
	runtime.reads(&calls::transfer_item(item, to), transfer);
	let transfer = ItemsCall::transfer_units { kind, from, to, amount };
	runtime.reads(&calls::transfer_units(kind, from, to, amount), transfer);
}

#[test]
fn market() {
	let runtime = Reader::new();
	let (world, seq, buyer, price, max_price) = (WorldId(1), 2, AvatarId(3), 4, 5);

	for asset in [UniqueId::Item(sword(6)), UniqueId::Parcel(parcel(7, 8))] {
		let list = MarketCall::list { world, asset, price };
		runtime.reads(&calls::list(world, asset, price), list);
		runtime.reads(&calls::cancel(asset), MarketCall::cancel { asset });
		let buy = MarketCall::buy { asset, buyer, max_price };
		runtime.reads(&calls::buy(asset, buyer, max_price), buy);
	}
	let trades = Chain::run(|chain| {
		let stage = Stage::set(chain);
		[stage.sale(chain).sign(), stage.sale(chain).sign()]
	});
	let settle = MarketCall::settle { world, seq, trades: batch(trades.clone()) };
	runtime.reads(&calls::settle(world, seq, &trades), settle);
}

#[test]
fn transfers() {
	let runtime = Reader::new();
	let (to, value) = (CHARLIE.account(), 1);

	let dest = to.clone().into();
	let call = RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive { dest, value });
	runtime.reads(&calls::transfer(&to, value), call);
}
