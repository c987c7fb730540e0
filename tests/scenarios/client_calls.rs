// SPDX-License-Identifier: Apache-2.0
//! Each call that the client makes is, by this runtime's metadata, the call it is meant to be.

use codec::{DecodeAll, Encode};
use frame_support::traits::GetCallMetadata;
use freehold_client::{calls, records, Call};
use freehold_primitives::{
	device::{Label, Limits},
	fee::Fee,
	ids::{
		AuctionId, AvatarId, CollectionId, DrawId, EstateId, ItemId, KindId, OrderId, RecipeId,
		WorldId,
	},
	land::{Site, Zone},
	order::Cancellation,
};
use freehold_runtime::{Runtime, RuntimeCall};
use freehold_tests::{
	chain::Chain,
	goods::{
		certain, craft_for, mint_items, mint_units, name, random, recipe as a_recipe, shares, value,
	},
	keyring::{BOB, CHARLIE},
	land::{places, plot, pointer, TERMS},
	market::side,
	names::*,
	stage::{coins, new_sword, parcel, Stage, BOUNDS},
	trade::batch,
};
use pallet_avatars::handle::Handle;
use pallet_items::{Form, Issuer, MetadataDetails, Recipe, Rules, Write, Writer};
use pallet_land::{Access, LeaseTerms};
use pallet_market::{Price, Wanted};
use subxt::Metadata;

/// A site of each kind.
const SITES: [Site; 2] = [plot(-1, 2), Site::Estate(EstateId(3))];

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
	let (world, settler, valid_until, cap) = (WorldId(1), CHARLIE.account(), 2, Some(3));
	let fee = Some(Fee { to: AvatarId(4), rate: 5 });

	let register = WorldsCall::register { bounds: BOUNDS, fee };
	runtime.reads(&calls::register_world(BOUNDS, fee), register);
	let add = WorldsCall::add_settler { world, settler: settler.clone(), valid_until, cap };
	runtime.reads(&calls::add_settler(world, &settler, valid_until, cap), add);
	let remove = WorldsCall::remove_settler { world, settler: settler.clone() };
	runtime.reads(&calls::remove_settler(world, &settler), remove);
	runtime.reads(&calls::set_fee(world, fee), WorldsCall::set_fee { world, fee });
	let extend = WorldsCall::extend { world, bounds: BOUNDS };
	runtime.reads(&calls::extend_world(world, BOUNDS), extend);
	let offer = WorldsCall::offer_ownership { world, to: Some(settler.clone()) };
	runtime.reads(&calls::offer_world(world, Some(&settler)), offer);
	let withdraw = WorldsCall::offer_ownership { world, to: None };
	runtime.reads(&calls::offer_world(world, None), withdraw);
	let max_deposits = 20;
	let accept = WorldsCall::accept_ownership { world, max_deposits };
	runtime.reads(&calls::accept_world(world, max_deposits), accept);
	runtime.reads(&calls::suspend_world(world), WorldsCall::suspend { world });
	runtime.reads(&calls::resume_world(world), WorldsCall::resume { world });
	runtime.reads(&calls::close_world(world), WorldsCall::close { world });
}

#[test]
fn recovery() {
	let runtime = Reader::new();
	let (lost, heir, group) = (BOB.account(), CHARLIE.account(), 1);
	let mirror = records::FriendGroup {
		friends: vec![heir.clone()],
		friends_needed: 1,
		inheritor: heir.clone(),
		inheritance_delay: 2,
		inheritance_priority: 3,
		cancel_delay: 4,
	};
	let friends = pallet_recovery::FriendGroupOf::<Runtime> {
		friends: vec![heir.clone()].try_into().expect("one fits"),
		friends_needed: 1,
		inheritor: heir,
		inheritance_delay: 2,
		inheritance_priority: 3,
		cancel_delay: 4,
	};
	let set = RecoveryCall::set_friend_groups { friend_groups: vec![friends] };
	runtime.reads(&calls::set_friend_groups(&[mirror]), set);
	let address = || lost.clone().into();
	let start = RecoveryCall::initiate_attempt { lost: address(), friend_group_index: group };
	runtime.reads(&calls::start_recovery(&lost, group), start);
	let approve = RecoveryCall::approve_attempt { lost: address(), friend_group_index: group };
	runtime.reads(&calls::approve_recovery(&lost, group), approve);
	let finish = RecoveryCall::finish_attempt { lost: address(), friend_group_index: group };
	runtime.reads(&calls::finish_recovery(&lost, group), finish);
	let cancel = RecoveryCall::cancel_attempt { lost: address(), friend_group_index: group };
	runtime.reads(&calls::cancel_recovery(&lost, group), cancel);
	runtime.reads(&calls::revoke_heir(), RecoveryCall::revoke_inheritor {});
	let call = Box::new(WorldsCall::close { world: WorldId(1) }.into());
	let act = RecoveryCall::control_inherited_account { recovered: address(), call };
	let inner = calls::close_world(WorldId(1));
	let mirror = calls::act_as(&runtime.0, &lost, &inner).expect("the runtime has this call");
	runtime.reads(&mirror, act);
}

#[test]
fn what_a_world_says_of_itself() {
	let runtime = Reader::new();
	let (world, pointer) = (WorldId(1), pointer("ipfs:world"));
	let mirror = records::WorldMetadata { name: "Wörld".into(), pointer: pointer.clone() };
	let name = pallet_worlds::Name::truncate_from("Wörld".into());
	let metadata = Some(pallet_worlds::Metadata { name, pointer });

	let set = WorldsCall::set_metadata { world, metadata };
	runtime.reads(&calls::set_world_metadata(world, Some(&mirror)), set);
	let clear = WorldsCall::set_metadata { world, metadata: None };
	runtime.reads(&calls::set_world_metadata(world, None), clear);
}

#[test]
fn avatars() {
	let runtime = Reader::new();
	let (avatar, to, amount) = (AvatarId(1), AvatarId(2), 3);
	let handle = Handle::truncate_from(b"charlie".to_vec());
	let profile = pointer("ipfs:charlie");

	runtime.reads(&calls::create_avatar(), AvatarsCall::create {});
	let deposit = AvatarsCall::deposit { avatar, amount };
	runtime.reads(&calls::deposit(avatar, amount), deposit);
	let withdraw = AvatarsCall::withdraw { avatar, amount };
	runtime.reads(&calls::withdraw(avatar, amount), withdraw);
	let pay = AvatarsCall::pay { from: avatar, to, amount };
	runtime.reads(&calls::pay(avatar, to, amount), pay);
	let claim = AvatarsCall::claim_handle { avatar, handle: handle.clone() };
	runtime.reads(&calls::claim_handle(avatar, "charlie"), claim);
	let release = AvatarsCall::release_handle { avatar };
	runtime.reads(&calls::release_handle(avatar), release);
	runtime.reads(&calls::sweep_handle("charlie"), AvatarsCall::sweep_handle { handle });
	let set = AvatarsCall::set_profile { avatar, pointer: Some(profile.clone()) };
	runtime.reads(&calls::set_profile(avatar, Some(&profile)), set);
	let clear = AvatarsCall::set_profile { avatar, pointer: None };
	runtime.reads(&calls::set_profile(avatar, None), clear);
	runtime.reads(&calls::retire_avatar(avatar), AvatarsCall::retire { avatar });
}

#[test]
fn devices() {
	let runtime = Reader::new();
	let (avatar, slot, valid_until) = (AvatarId(1), 2, 3);
	let (key, world) = (BOB.wallet().public(), Some(WorldId(4)));
	let label = Label::truncate_from(b"a device".to_vec());

	for limits in [None, Some(Limits { coins: 5, units: 6, items: 7, land: 8, estates: 9 })] {
		let call = calls::add_device(avatar, slot, key, valid_until, world, limits, &label);
		let label = label.clone();
		let add = AvatarsCall::add_device { avatar, slot, key, valid_until, world, limits, label };
		runtime.reads(&call, add);
	}
	let revoke = AvatarsCall::revoke_device { avatar, slot };
	runtime.reads(&calls::revoke_device(avatar, slot), revoke);
	let revoke_all = AvatarsCall::revoke_all_devices { avatar };
	runtime.reads(&calls::revoke_all_devices(avatar), revoke_all);
}

#[test]
fn offers_of_avatars() {
	let runtime = Reader::new();
	let (avatar, price, to) = (AvatarId(1), 2, CHARLIE.account());
	let (offered_at, max_price) = (3, 4);

	let offer = AvatarsCall::offer { avatar, price, to: Some(to.clone()) };
	runtime.reads(&calls::offer_avatar(avatar, price, Some(&to)), offer);
	let to_anyone = AvatarsCall::offer { avatar, price, to: None };
	runtime.reads(&calls::offer_avatar(avatar, price, None), to_anyone);
	let withdraw = AvatarsCall::withdraw_offer { avatar };
	runtime.reads(&calls::withdraw_avatar_offer(avatar), withdraw);
	let accept = AvatarsCall::accept_offer { avatar, offered_at, max_price };
	runtime.reads(&calls::accept_avatar(avatar, offered_at, max_price), accept);
}

#[test]
fn badges() {
	let runtime = Reader::new();
	let (world, avatar, tenure, badge) = (WorldId(1), AvatarId(2), 5, 3);
	let fact = pallet_avatars::Fact::truncate_from(b"citizen".to_vec());

	for valid_until in [None, Some(4)] {
		let call = calls::attest_badge(world, avatar, tenure, badge, b"citizen", valid_until);
		let fact = fact.clone();
		let attest = AvatarsCall::attest { world, avatar, tenure, badge, fact, valid_until };
		runtime.reads(&call, attest);
	}
	let remove = AvatarsCall::remove_badge { world, avatar, badge };
	runtime.reads(&calls::remove_badge(world, avatar, badge), remove);
}

#[test]
fn land() {
	let runtime = Reader::new();
	let (world, to) = (WorldId(1), AvatarId(2));
	let places = [(parcel(3, -4).at, Zone::Road), (parcel(5, 6).at, Zone::Commercial)];
	let transfers = [(parcel(3, -4).at, AvatarId(5)), (parcel(5, 6).at, AvatarId(6))];
	let (area, zone, content) = (BOUNDS, Zone::Residential, pointer("ipfs:home"));

	let parcels = places.to_vec().try_into().expect("two fit");
	let issue = LandCall::issue { world, to, parcels };
	runtime.reads(&calls::issue_land(world, to, &places), issue);
	let issue = LandCall::issue_area { world, to, area, zone };
	runtime.reads(&calls::issue_area(world, to, area, zone), issue);
	let transfer = LandCall::transfer { parcel: parcel(7, 8), to };
	runtime.reads(&calls::transfer_parcel(parcel(7, 8), to), transfer);
	let batch = transfers.to_vec().try_into().expect("two fit");
	let batch = LandCall::transfer_batch { world, transfers: batch };
	runtime.reads(&calls::transfer_parcels(world, &transfers), batch);
	let relinquish = LandCall::relinquish { parcel: parcel(7, 8) };
	runtime.reads(&calls::relinquish(parcel(7, 8)), relinquish);
	for site in SITES {
		let pointer = Some(content.clone());
		let set = LandCall::set_content { site, by: to, pointer };
		runtime.reads(&calls::set_content(site, to, Some(&content)), set);
		let clear = LandCall::set_content { site, by: to, pointer: None };
		runtime.reads(&calls::set_content(site, to, None), clear);
	}
}

#[test]
fn primary_sales() {
	let runtime = Reader::new();
	let (world, area, zone, price, to) = (WorldId(1), BOUNDS, Zone::Open, 2, AvatarId(3));
	let (sale, at, avatar, max_price) = (4, parcel(5, 6).at, AvatarId(7), 8);

	let open = LandCall::open_sale { world, area, zone, price, to };
	runtime.reads(&calls::open_sale(world, area, zone, price, to), open);
	let close = LandCall::close_sale { world, sale };
	runtime.reads(&calls::close_sale(world, sale), close);
	let claim = LandCall::claim { world, sale, at, avatar, max_price };
	runtime.reads(&calls::claim_land(world, sale, at, avatar, max_price), claim);
}

#[test]
fn estates() {
	let runtime = Reader::new();
	let (world, owner, estate, other) = (WorldId(1), AvatarId(2), EstateId(3), EstateId(4));
	let at = [parcel(5, 6).at, parcel(5, 7).at];
	let parcels = places(&[(5, 6), (5, 7)]);

	let found = LandCall::found_estate { world, owner, parcels: parcels.clone() };
	runtime.reads(&calls::found_estate(world, owner, &at), found);
	let extend = LandCall::extend_estate { estate, parcels: parcels.clone() };
	runtime.reads(&calls::extend_estate(estate, &at), extend);
	let reduce = LandCall::reduce_estate { estate, parcels: parcels.clone() };
	runtime.reads(&calls::reduce_estate(estate, &at), reduce);
	let split = LandCall::split_estate { estate, parcels };
	runtime.reads(&calls::split_estate(estate, &at), split);
	let merge = LandCall::merge_estates { into: estate, from: other };
	runtime.reads(&calls::merge_estates(estate, other), merge);
	let dissolve = LandCall::dissolve_estate { estate };
	runtime.reads(&calls::dissolve_estate(estate), dissolve);
	let transfer = LandCall::transfer_estate { estate, to: owner };
	runtime.reads(&calls::transfer_estate(estate, owner), transfer);
}

#[test]
fn rights() {
	let runtime = Reader::new();
	let (by, to, until) = (AvatarId(1), AvatarId(2), 3);

	for site in SITES {
		for (access, mirror) in
			[(Access::Open, records::Access::Open), (Access::Invited, records::Access::Invited)]
		{
			let set = LandCall::set_access { site, by, access };
			runtime.reads(&calls::set_access(site, by, mirror), set);
		}
		for right in records::Right::ALL {
			let mirror: records::Rights = [right].into_iter().collect();
			let rights = DecodeAll::decode_all(&mut &mirror.encode()[..]).expect("it is a byte");
			let grant = LandCall::grant { site, by, to, rights, until };
			runtime.reads(&calls::grant(site, by, to, mirror, until), grant);
		}
		let ban = LandCall::ban { site, by, avatar: to, until };
		runtime.reads(&calls::ban(site, by, to, until), ban);
		for by in [None, Some(by)] {
			let remove = LandCall::remove_standing { site, avatar: to, by };
			runtime.reads(&calls::remove_standing(site, to, by), remove);
		}
	}
}

#[test]
fn leases() {
	let runtime = Reader::new();
	let (tenant, to, periods, version) = (AvatarId(1), AvatarId(2), 3, 4);

	for (site, tenant_of_terms) in SITES.into_iter().zip([None, Some(AvatarId(5))]) {
		let terms = LeaseTerms { tenant: tenant_of_terms, ..TERMS };
		let mirror = records::LeaseTerms::decode_all(&mut &terms.encode()[..])
			.expect("the client knows all terms");
		assert_eq!(mirror.notice, terms.notice);
		runtime.reads(&calls::offer_lease(site, mirror), LandCall::offer_lease { site, terms });
		let accept = LandCall::accept_lease { site, tenant, periods, terms, version };
		runtime.reads(&calls::accept_lease(site, tenant, periods, mirror, version), accept);
		let withdraw = LandCall::withdraw_lease_offer { site };
		runtime.reads(&calls::withdraw_lease_offer(site), withdraw);
		let extend = LandCall::extend_lease { site, periods };
		runtime.reads(&calls::extend_lease(site, periods), extend);
		runtime.reads(&calls::end_lease(site), LandCall::end_lease { site });
		let assign = LandCall::assign_lease { site, to };
		runtime.reads(&calls::assign_lease(site, to), assign);
		runtime.reads(&calls::collect_rent(site), LandCall::collect_rent { site });
	}
}

#[test]
fn collections() {
	let runtime = Reader::new();
	let collection = CollectionId(1);
	let world = (Issuer::World(WorldId(2)), records::Issuer::World(WorldId(2)));
	let avatar = (Issuer::Avatar(AvatarId(3)), records::Issuer::Avatar(AvatarId(3)));

	for (issuer, mirror) in [world, avatar] {
		let create = ItemsCall::create_collection { issuer };
		runtime.reads(&calls::create_collection(mirror), create);
		let offer = ItemsCall::offer_collection { collection, to: Some(issuer) };
		runtime.reads(&calls::offer_collection(collection, Some(mirror)), offer);
	}
	let withdraw = ItemsCall::offer_collection { collection, to: None };
	runtime.reads(&calls::offer_collection(collection, None), withdraw);
	let max_deposits = 4;
	let accept = ItemsCall::accept_collection { collection, max_deposits };
	runtime.reads(&calls::accept_collection(collection, max_deposits), accept);
	let adopt = ItemsCall::adopt_collection { collection, max_deposits };
	runtime.reads(&calls::adopt_collection(collection, max_deposits), adopt);
	let freeze = ItemsCall::freeze_collection { collection };
	runtime.reads(&calls::freeze_collection(collection), freeze);
	let remove = ItemsCall::remove_collection { collection };
	runtime.reads(&calls::remove_collection(collection), remove);
	for pointer in [None, Some(pointer("ipfs:things"))] {
		let mirror =
			records::CollectionMetadata { name: "Dïnge".into(), pointer: pointer.clone() };
		let name = "Dïnge".as_bytes().to_vec().try_into().expect("it is short");
		let metadata = Some(MetadataDetails { name, pointer });
		let set = ItemsCall::set_metadata { collection, metadata };
		runtime.reads(&calls::set_collection_metadata(collection, Some(&mirror)), set);
	}
	let clear = ItemsCall::set_metadata { collection, metadata: None };
	runtime.reads(&calls::set_collection_metadata(collection, None), clear);
}

#[test]
fn kinds() {
	let runtime = Reader::new();
	let collection = CollectionId(1);
	let (kind, max_supply) = (KindId { collection, index: 2 }, 3);
	let (transferable, burnable, home) = (true, false, Some(WorldId(4)));
	let rules = Rules { transferable, burnable, home };
	let mirror = records::Rules { transferable, burnable, home };
	let mirrors =
		[(AvatarId(5), 6), (AvatarId(7), 8)].map(|(to, rate)| records::Share { to, rate });
	let royalty = || shares(&[(AvatarId(5), 6), (AvatarId(7), 8)]);

	for (form, of_form) in
		[(Form::Unique, records::Form::Unique), (Form::Stackable, records::Form::Stackable)]
	{
		let (max_supply, royalty) = (Some(max_supply), royalty());
		let create = ItemsCall::create_kind { collection, form, max_supply, rules, royalty };
		let call = calls::create_kind(collection, of_form, max_supply, mirror, &mirrors);
		runtime.reads(&call, create);
	}
	let loosen = ItemsCall::loosen_kind { kind, rules };
	runtime.reads(&calls::loosen_kind(kind, mirror), loosen);
	let lower = ItemsCall::lower_cap { kind, max_supply };
	runtime.reads(&calls::lower_cap(kind, max_supply), lower);
	let set = ItemsCall::set_royalty { kind, royalty: royalty() };
	runtime.reads(&calls::set_royalty(kind, &mirrors), set);
	runtime.reads(&calls::collect_royalty(kind), ItemsCall::collect_royalty { kind });
	runtime.reads(&calls::remove_kind(kind), ItemsCall::remove_kind { kind });
}

#[test]
fn items() {
	let runtime = Reader::new();
	let collection = CollectionId(1);
	let kind = KindId { collection, index: 2 };
	let item = ItemId { collection, serial: 3 };
	let (from, to, amount) = (AvatarId(4), AvatarId(5), 6);

	let owners = [from, to, to];
	runtime.reads(&calls::mint_items(kind, &owners), mint_items(kind, &owners));
	let amounts = [(from, 7), (to, 8)];
	runtime.reads(&calls::mint_units(kind, &amounts), mint_units(kind, &amounts));
	let transfer = ItemsCall::transfer_item { item, to };
	runtime.reads(&calls::transfer_item(item, to), transfer);
	let transfers = vec![(item, to), (ItemId { collection, serial: 9 }, from)];
	let call = calls::transfer_items(&transfers);
	let transfers = transfers.try_into().expect("two fit");
	runtime.reads(&call, ItemsCall::transfer_batch { transfers });
	let transfer = ItemsCall::transfer_units { kind, from, to, amount };
	runtime.reads(&calls::transfer_units(kind, from, to, amount), transfer);
	runtime.reads(&calls::burn_item(item), ItemsCall::burn_item { item });
	let burn = ItemsCall::burn_units { kind, avatar: from, amount };
	runtime.reads(&calls::burn_units(kind, from, amount), burn);
}

#[test]
fn attributes() {
	let runtime = Reader::new();
	let collection = CollectionId(1);
	let (kind, world) = (KindId { collection, index: 2 }, WorldId(3));
	let item = ItemId { collection, serial: 4 };

	for (writer, mirror) in [
		(Writer::Issuer, records::Writer::Issuer),
		(Writer::Holder, records::Writer::Holder),
		(Writer::Server(world), records::Writer::Server(world)),
	] {
		let define = ItemsCall::define_attribute { kind, name: name("kills"), writer };
		runtime.reads(&calls::define_attribute(kind, "kills", mirror), define);
	}
	let call = calls::set_attributes(item, &[(5, Some(b"x".to_vec())), (6, None)]);
	let changes = vec![(5, Some(value("x"))), (6, None)].try_into().expect("two fit");
	runtime.reads(&call, ItemsCall::set_attributes { item, changes });
	let (key, counter) = (7, 8);
	let mirror = records::Write { item, key, counter, value: b"y".to_vec() };
	let write = Write { item, key, counter, value: value("y") };
	let writes = vec![write].try_into().expect("one fits");
	let write = ItemsCall::write_attributes { world, writes };
	runtime.reads(&calls::write_attributes(world, &[mirror]), write);
}

#[test]
fn what_items_are_used_for() {
	let runtime = Reader::new();
	let (avatar, slot, world, reason, until) = (AvatarId(1), 2, WorldId(3), 4, 5);
	let item = ItemId { collection: CollectionId(6), serial: 7 };

	let equip = ItemsCall::equip { avatar, slot, item };
	runtime.reads(&calls::equip(avatar, slot, item), equip);
	runtime.reads(&calls::unequip(avatar, slot), ItemsCall::unequip { avatar, slot });
	let place = ItemsCall::place_in_custody { item, world, reason, until };
	runtime.reads(&calls::place_in_custody(item, world, reason, until), place);
	let release = ItemsCall::release_from_custody { item };
	runtime.reads(&calls::release_from_custody(item), release);
}

#[test]
fn recipes() {
	let runtime = Reader::new();
	let (collection, recipe, draw, avatar) = (CollectionId(1), RecipeId(2), DrawId(3), AvatarId(4));
	let kind = |index| KindId { collection, index };
	let made = |index, amount| records::Yield { kind: kind(index), amount };
	let item = ItemId { collection, serial: 5 };

	let drawn = random(&[(kind(6), 7, 8), (kind(9), 10, 11)]);
	for (outcome, mirror) in [
		(certain(kind(6), 7), records::Outcome::Certain(made(6, 7))),
		(drawn, records::Outcome::Random(vec![(made(6, 7), 8), (made(9, 10), 11)])),
	] {
		let (until, limit, price) = (Some(12), Some(13), 14);
		let stored = Recipe { until, limit, ..a_recipe(&[(kind(15), 16)], price, outcome) };
		let inputs = vec![records::Ingredient { kind: kind(15), amount: 16 }];
		let mirror = records::Recipe { inputs, price, outcome: mirror, until, limit };
		let create = ItemsCall::create_recipe { collection, recipe: stored, to: avatar };
		runtime.reads(&calls::create_recipe(collection, &mirror, avatar), create);
	}
	runtime.reads(&calls::remove_recipe(recipe), ItemsCall::remove_recipe { recipe });
	let (items, royalty, attributes) = ([item], 17, 18);
	let craft = craft_for(avatar, recipe, &items, royalty, attributes);
	runtime.reads(&calls::craft(avatar, recipe, &items, royalty, attributes), craft);
	runtime.reads(&calls::settle_draw(draw), ItemsCall::settle_draw { draw });
}

#[test]
fn resting_orders() {
	let runtime = Reader::new();
	let (world, seller, lots, max_deduction, until) = (WorldId(1), AvatarId(2), 3, 4, 5);
	let (order, buyer, taker) = (OrderId(6), Some(AvatarId(7)), AvatarId(8));
	let (start, end, from, to) = (9, 10, 11, 12);
	let (asset, max_price, price) = (new_sword(13), 14, 15);
	let kind = KindId { collection: CollectionId(16), index: 17 };

	let (falling, lot) = (Price { start, end, from, to }, side(&[asset, coins(18)]));
	let mirror = records::Price { start, end, from, to };
	let listing = calls::Listing {
		world,
		seller,
		lot: lot.clone(),
		price: mirror,
		lots,
		buyer,
		max_deduction,
		until,
	};
	let list = MarketCall::list {
		world,
		seller,
		lot: lot.clone(),
		price: falling,
		lots,
		buyer,
		max_deduction,
		until,
	};
	runtime.reads(&calls::list(&listing), list);
	runtime.reads(&calls::cancel(order), MarketCall::cancel { order });
	let buy = MarketCall::buy { order, buyer: taker, lots, max_price };
	runtime.reads(&calls::buy(order, taker, lots, max_price), buy);
	runtime.reads(&calls::sweep(order), MarketCall::sweep { order });
	for (wanted, mirror) in [
		(Wanted::Asset(asset), records::Wanted::Asset(asset)),
		(Wanted::OfKind(kind), records::Wanted::OfKind(kind)),
		(Wanted::InCollection(kind.collection), records::Wanted::InCollection(kind.collection)),
		(
			Wanted::ParcelIn { world, area: BOUNDS },
			records::Wanted::ParcelIn { world, area: BOUNDS },
		),
	] {
		let bidder = seller;
		let offer = MarketCall::offer { world, bidder, price, wanted, lots, until };
		runtime.reads(&calls::offer(world, bidder, price, mirror, lots, until), offer);
	}
	let accept = MarketCall::accept_offer { order, seller, asset, max_deduction };
	runtime.reads(&calls::accept_offer(order, seller, asset, max_deduction), accept);
	let (maker, give, want) = (seller, lot, side(&[coins(19)]));
	let barter = calls::Barter {
		world,
		maker,
		taker,
		give: give.clone(),
		want: want.clone(),
		max_deduction,
		until,
	};
	let propose = MarketCall::barter { world, maker, taker, give, want, max_deduction, until };
	runtime.reads(&calls::barter(&barter), propose);
	let accept = MarketCall::accept_barter { order, max_deduction };
	runtime.reads(&calls::accept_barter(order, max_deduction), accept);
}

#[test]
fn auctions() {
	let runtime = Reader::new();
	let (world, seller, auction, amount) = (WorldId(1), AvatarId(2), AuctionId(3), 4);
	let (reserve, least_raise, ends, extension, latest, max_deduction) = (5, 6, 7, 8, 9, 10);
	let (bidder, lot) = (AvatarId(11), side(&[new_sword(12)]));

	let opening = calls::Opening {
		world,
		seller,
		lot: lot.clone(),
		reserve,
		least_raise,
		ends,
		extension,
		latest,
		max_deduction,
	};
	let open = MarketCall::open_auction {
		world,
		seller,
		lot,
		reserve,
		least_raise,
		ends,
		extension,
		latest,
		max_deduction,
	};
	runtime.reads(&calls::open_auction(&opening), open);
	let bid = MarketCall::bid { auction, bidder, amount };
	runtime.reads(&calls::bid(auction, bidder, amount), bid);
	let cancel = MarketCall::cancel_auction { auction };
	runtime.reads(&calls::cancel_auction(auction), cancel);
	let close = MarketCall::close_auction { auction };
	runtime.reads(&calls::close_auction(auction), close);
}

#[test]
fn what_players_sign() {
	let runtime = Reader::new();
	let (world, seq, avatar, lane, number) = (WorldId(1), 2, AvatarId(3), 4, 5);

	let trades = Chain::run(|chain| {
		let stage = Stage::set(chain);
		[stage.sale(chain).sign(), stage.sale(chain).sign()]
	});
	let settle = MarketCall::settle { world, seq, trades: batch(trades.clone()) };
	runtime.reads(&calls::settle(world, seq, &trades), settle);
	for what in [
		Cancellation::One { lane, number },
		Cancellation::Below { lane, number },
		Cancellation::All,
	] {
		let cancel = MarketCall::cancel_signed { avatar, what };
		runtime.reads(&calls::cancel_signed(avatar, what), cancel);
	}
}

/// One of the client's for each of the two pallets' calls: none is forgotten.
#[test]
fn the_client_makes_every_call_of_items_and_the_market() {
	let source = include_str!("client_calls.rs");
	for (pallet, calls) in [
		("ItemsCall", RuntimeCall::get_call_names("Items")),
		("MarketCall", RuntimeCall::get_call_names("Market")),
	] {
		for call in calls {
			let made = source.contains(&format!("{pallet}::{call} "))
				|| source.contains(&format!("runtime.reads(&calls::{call}("));
			assert!(made, "{pallet}::{call} is in no test here");
		}
	}
}

#[test]
fn transfers() {
	let runtime = Reader::new();
	let (to, value) = (CHARLIE.account(), 1);

	let dest = to.clone().into();
	let call = RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive { dest, value });
	runtime.reads(&calls::transfer(&to, value), call);
}
