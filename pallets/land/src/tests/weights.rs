// SPDX-License-Identifier: Apache-2.0
//! Each call weighs what its own weight says, in the worst case before it is made.

use crate::{mock::*, weights::SubstrateWeight, Access, Call, Rights, WeightInfo};
use frame_support::{dispatch::GetDispatchInfo, weights::Weight};
use freehold_primitives::{
	ids::{AvatarId, EstateId},
	land::{Coordinates, Zone},
};

type W = SubstrateWeight<Test>;

/// Every call, in the order of their numbers, and what it weighs.
fn calls() -> [(Call<Test>, Weight); 27] {
	let (world, to, owner, by, tenant) =
		(WORLD, AvatarId(1), AvatarId(2), AvatarId(2), AvatarId(3));
	let (parcel, at, area) = (parcel(0, 0), Coordinates::new(0, 0), area((0, 0), (1, 1)));
	let (estate, into, from, part) = (EstateId(0), EstateId(0), EstateId(1), || ground(&[(0, 0)]));
	let (site, avatar, zone, sale, price) = (site(0, 0), AvatarId(1), Zone::Open, 0, 1);
	let (terms, periods, version, until, rights) = (terms(), 2, 0, 9, Rights::ENTER);
	let (most, largest) = (MAX_PARCELS, MAX_ESTATE_PARCELS);
	let zoned = places(zone, &[(0, 0), (1, 0)]);
	let transfers = bounded([(at, to)].into_iter());
	[
		(Call::issue { world, to, parcels: zoned }, W::issue(2)),
		(Call::transfer { parcel, to }, W::transfer()),
		(Call::transfer_batch { world, transfers }, W::transfer_batch(1)),
		(Call::open_sale { world, area, zone, price, to }, W::open_sale()),
		(Call::close_sale { world, sale }, W::close_sale()),
		(Call::claim { world, sale, at, avatar, max_price: price }, W::claim()),
		(Call::relinquish { parcel }, W::relinquish()),
		(Call::set_content { site, by, pointer: None }, W::set_content()),
		(Call::found_estate { world, owner, parcels: part() }, W::found_estate(1)),
		(Call::extend_estate { estate, parcels: part() }, W::extend_estate(1, largest)),
		(Call::reduce_estate { estate, parcels: part() }, W::reduce_estate(1, largest)),
		(Call::merge_estates { into, from }, W::merge_estates(most, largest)),
		(Call::split_estate { estate, parcels: part() }, W::split_estate(1, largest)),
		(Call::dissolve_estate { estate }, W::dissolve_estate(most)),
		(Call::transfer_estate { estate, to }, W::transfer_estate()),
		(Call::set_access { site, by, access: Access::Open }, W::set_access()),
		(Call::grant { site, by, to, rights, until }, W::grant()),
		(Call::ban { site, by, avatar, until }, W::ban()),
		(Call::remove_standing { site, avatar, by: None }, W::remove_standing()),
		(Call::offer_lease { site, terms }, W::offer_lease()),
		(Call::withdraw_lease_offer { site }, W::withdraw_lease_offer()),
		(Call::accept_lease { site, tenant, periods, terms, version }, W::accept_lease()),
		(Call::extend_lease { site, periods }, W::extend_lease()),
		(Call::end_lease { site }, W::end_lease()),
		(Call::assign_lease { site, to }, W::assign_lease()),
		(Call::collect_rent { site }, W::collect_rent()),
		(Call::issue_area { world, to, area, zone }, W::issue_area(4)),
	]
}

#[test]
fn each_call_weighs_what_its_own_weight_says() {
	for (number, (call, weight)) in calls().into_iter().enumerate() {
		assert_eq!(call.get_dispatch_info().call_weight, weight, "{call:?}");
		assert_eq!(codec::Encode::encode(&call).first().copied(), u8::try_from(number).ok());
		assert!(weight.ref_time() > 0, "{call:?}");
	}
}

#[test]
fn what_handles_more_weighs_more() {
	for (more, less) in [
		(W::issue(2), W::issue(1)),
		(W::issue_area(2), W::issue_area(1)),
		(W::transfer_batch(2), W::transfer_batch(1)),
		(W::found_estate(2), W::found_estate(1)),
		(W::extend_estate(2, 5), W::extend_estate(1, 5)),
		(W::extend_estate(1, 6), W::extend_estate(1, 5)),
		(W::reduce_estate(2, 5), W::reduce_estate(1, 5)),
		(W::reduce_estate(1, 6), W::reduce_estate(1, 5)),
		(W::merge_estates(2, 5), W::merge_estates(1, 5)),
		(W::merge_estates(1, 6), W::merge_estates(1, 5)),
		(W::split_estate(2, 5), W::split_estate(1, 5)),
		(W::split_estate(1, 6), W::split_estate(1, 5)),
		(W::dissolve_estate(2), W::dissolve_estate(1)),
	] {
		assert!(more.ref_time() > less.ref_time());
	}
}
