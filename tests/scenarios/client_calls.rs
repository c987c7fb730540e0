// SPDX-License-Identifier: Apache-2.0
//! Each call that the client makes is, by this runtime's metadata, the call it is meant to be.

use codec::{DecodeAll, Encode};
use freehold_client::{calls, records, Call};
use freehold_primitives::{
	asset::UniqueId,
	device::{Label, Limits},
	fee::Fee,
	ids::{AvatarId, CollectionId, EstateId, ItemId, KindId, WorldId},
	land::{Site, Zone},
};
use freehold_runtime::{Runtime, RuntimeCall};
use freehold_tests::{
	chain::Chain,
	keyring::{BOB, CHARLIE},
	land::{places, plot, pointer, TERMS},
	names::*,
	stage::{parcel, sword, Stage, BOUNDS},
	trade::batch,
};
use pallet_avatars::handle::Handle;
use pallet_items::{Form, Issuer};
use pallet_land::{Access, LeaseTerms};
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
fn items() {
	let runtime = Reader::new();
	let collection = CollectionId(1);
	let kind = KindId { collection, index: 2 };
	let item = ItemId { collection, serial: 3 };
	let (from, to, amount, max_supply) = (AvatarId(4), AvatarId(5), 6, Some(7));

	let create = ItemsCall::create_collection { issuer: Issuer::World(WorldId(8)) };
	runtime.reads(&calls::create_collection(records::Issuer::World(WorldId(8))), create);
	let adopt = ItemsCall::adopt_collection { collection };
	runtime.reads(&calls::adopt_collection(collection), adopt);
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

	let estate = UniqueId::Estate(EstateId(9));
	for asset in [UniqueId::Item(sword(6)), UniqueId::Parcel(parcel(7, 8)), estate] {
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
