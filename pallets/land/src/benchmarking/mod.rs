// SPDX-License-Identifier: Apache-2.0
//! The dearest case of each call: what it takes is what the call weighs.
//!
//! Sites are estates wherever they may be, as their records are the larger ones; who pays for what
//! is given back, and who gets coins, is another account or avatar each time.

mod setup;

use crate::{
	Access, Call, Config, LeaseTerms, NextEstateId, Pallet, ParcelCount, Permission, Rights,
};
use core::iter::once;
use frame_benchmarking::v2::*;
use frame_support::{traits::Get, BoundedVec};
use frame_system::RawOrigin;
use freehold_primitives::{
	benchmarking::*,
	chain::BlockNumber,
	ids::EstateId,
	key::WorldKey,
	land::{Area, Coordinates, ParcelId, Site, Zone},
};
use setup::*;

/// How many parcels an estate has.
fn parcels_of<T: Config>(estate: EstateId) -> Option<u32> {
	Pallet::<T>::estate(estate).map(|it| it.parcels)
}

/// The size of the smallest estate that has two parcels besides those that a call may name.
fn least_size<T: Config>() -> u32 {
	T::MaxParcels::get().saturating_add(2)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// The world's first, for an avatar of another account.
	#[benchmark]
	fn issue(n: Linear<1, { T::MaxParcels::get() }>) {
		let operator = caller::<T>();
		let world = T::BenchmarkHelper::new_world(&operator, None);
		let to = stranger::<T>();
		let parcels = named(path(0..n).map(|at| (at, Zone::Open)));

		#[extrinsic_call]
		_(RawOrigin::Signed(operator), world, to, parcels);

		assert_eq!(ParcelCount::<T>::get(WorldKey::from(world)), n);
	}

	/// To an avatar of another account.
	#[benchmark]
	fn transfer() {
		let owner = caller::<T>();
		let parcel = ParcelId { world: foreign_world::<T>(), at: START };
		let from = T::BenchmarkHelper::new_avatar(&owner, 0);
		new_parcels::<T>(parcel.world, from, once(START));
		let to = stranger::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), parcel, to);

		assert_eq!(Pallet::<T>::owner_of(Site::Parcel(parcel)), Some(to));
	}

	/// Each of an avatar of its own, to an avatar of its own of another account.
	#[benchmark]
	fn transfer_batch(n: Linear<1, { T::MaxTransfers::get() }>) {
		let owner = caller::<T>();
		let other = rich::<T>("other");
		let world = foreign_world::<T>();
		let transfers: BoundedVec<_, T::MaxTransfers> = named(path(0..n).map(|at| {
			let from = T::BenchmarkHelper::new_avatar(&owner, 0);
			new_parcels::<T>(world, from, once(at));
			(at, T::BenchmarkHelper::new_avatar(&other, 0))
		}));

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), world, transfers.clone());

		for (at, to) in transfers {
			assert_eq!(Pallet::<T>::owner_of(Site::Parcel(ParcelId { world, at })), Some(to));
		}
	}

	/// The world's first.
	#[benchmark]
	fn open_sale() {
		let operator = caller::<T>();
		let world = T::BenchmarkHelper::new_world(&operator, None);
		let payee = T::BenchmarkHelper::new_avatar(&operator, 0);
		let area = Area { min: START, max: START };

		#[extrinsic_call]
		_(RawOrigin::Signed(operator), world, area, Zone::Open, PRICE, payee);

		assert!(Pallet::<T>::sale(world, 0).is_some());
	}

	#[benchmark]
	fn close_sale() {
		let operator = caller::<T>();
		let world = T::BenchmarkHelper::new_world(&operator, None);
		new_sale::<T>(world);

		#[extrinsic_call]
		_(RawOrigin::Signed(operator), world, 0);

		assert!(Pallet::<T>::sale(world, 0).is_none());
	}

	/// The world's first parcel, in a world of another account.
	#[benchmark]
	fn claim() {
		let buyer = caller::<T>();
		let world = foreign_world::<T>();
		new_sale::<T>(world);
		let avatar = T::BenchmarkHelper::new_avatar(&buyer, COINS);

		#[extrinsic_call]
		_(RawOrigin::Signed(buyer), world, 0, START, avatar, PRICE);

		let parcel = ParcelId { world, at: START };
		assert_eq!(Pallet::<T>::owner_of(Site::Parcel(parcel)), Some(avatar));
	}

	/// The world's last parcel, with all that goes with it.
	#[benchmark]
	fn relinquish() {
		let owner = caller::<T>();
		let parcel = ParcelId { world: foreign_world::<T>(), at: START };
		let avatar = T::BenchmarkHelper::new_avatar(&owner, 0);
		new_parcels::<T>(parcel.world, avatar, once(START));
		clutter::<T>(Site::Parcel(parcel));

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), parcel);

		assert!(Pallet::<T>::parcel(parcel).is_none());
	}

	/// Of a parcel in an estate, by its owner's manager, in place of other content. To clear it
	/// holds nothing.
	#[benchmark]
	fn set_content() {
		let manager = caller::<T>();
		let (world, estate, by) = managed_estate::<T>(&manager);
		write_parts::<T>(world, estate, 0..1);
		let site = Site::Parcel(ParcelId { world, at: START });
		new_content::<T>(site);
		let content = pointer(b'b');

		#[extrinsic_call]
		_(RawOrigin::Signed(manager), site, by, Some(content.clone()));

		assert_eq!(Pallet::<T>::content(site).map(|it| it.pointer), Some(content));
	}

	#[benchmark]
	fn found_estate(n: Linear<2, { T::MaxParcels::get() }>) {
		let owner = caller::<T>();
		let avatar = T::BenchmarkHelper::new_avatar(&owner, 0);
		let world = foreign_world::<T>();
		new_parcels::<T>(world, avatar, path(0..n));
		let parcels = named(path(0..n));
		let estate = NextEstateId::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), world, avatar, parcels);

		assert_eq!(parcels_of::<T>(estate), Some(n));
	}

	/// By `n` parcels, so that it has `s`.
	#[benchmark]
	fn extend_estate(
		n: Linear<1, { T::MaxParcels::get() }>,
		s: Linear<{ least_size::<T>() }, { T::MaxEstateParcels::get() }>,
	) {
		let owner = caller::<T>();
		let avatar = T::BenchmarkHelper::new_avatar(&owner, 0);
		let world = foreign_world::<T>();
		let before = s.saturating_sub(n);
		let estate = new_estate::<T>(world, avatar, 0..before);
		new_parcels::<T>(world, avatar, path(before..s));
		let parcels = named(path(before..s));

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), estate, parcels);

		assert_eq!(parcels_of::<T>(estate), Some(s));
	}

	/// By `n` of `s` parcels.
	#[benchmark]
	fn reduce_estate(
		n: Linear<1, { T::MaxParcels::get() }>,
		s: Linear<{ least_size::<T>() }, { T::MaxEstateParcels::get() }>,
	) {
		let owner = caller::<T>();
		let avatar = T::BenchmarkHelper::new_avatar(&owner, 0);
		let world = foreign_world::<T>();
		let left = s.saturating_sub(n);
		let estate = new_estate::<T>(world, avatar, 0..s);
		write_parts::<T>(world, estate, left..s);
		let parcels = named(path(left..s));

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), estate, parcels);

		assert_eq!(parcels_of::<T>(estate), Some(left));
	}

	/// With one of `n` parcels, and all that goes with it, so that it has `s`.
	#[benchmark]
	fn merge_estates(
		n: Linear<2, { T::MaxParcels::get() }>,
		s: Linear<{ least_size::<T>() }, { T::MaxEstateParcels::get() }>,
	) {
		let owner = caller::<T>();
		let avatar = T::BenchmarkHelper::new_avatar(&owner, 0);
		let world = foreign_world::<T>();
		let before = s.saturating_sub(n);
		let into = new_estate::<T>(world, avatar, 0..before);
		let from = new_estate::<T>(world, avatar, before..s);
		write_parts::<T>(world, from, before..s);
		clutter::<T>(Site::Estate(from));

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), into, from);

		assert_eq!(parcels_of::<T>(into), Some(s));
	}

	/// `n` parcels off one of `s`.
	#[benchmark]
	fn split_estate(
		n: Linear<2, { T::MaxParcels::get() }>,
		s: Linear<{ least_size::<T>() }, { T::MaxEstateParcels::get() }>,
	) {
		let owner = caller::<T>();
		let avatar = T::BenchmarkHelper::new_avatar(&owner, 0);
		let world = foreign_world::<T>();
		let left = s.saturating_sub(n);
		let estate = new_estate::<T>(world, avatar, 0..s);
		write_parts::<T>(world, estate, left..s);
		let parcels = named(path(left..s));

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), estate, parcels);

		assert_eq!(parcels_of::<T>(estate), Some(left));
	}

	/// With all that goes with it.
	#[benchmark]
	fn dissolve_estate(n: Linear<2, { T::MaxParcels::get() }>) {
		let owner = caller::<T>();
		let avatar = T::BenchmarkHelper::new_avatar(&owner, 0);
		let world = foreign_world::<T>();
		let estate = new_estate::<T>(world, avatar, 0..n);
		write_parts::<T>(world, estate, 0..n);
		clutter::<T>(Site::Estate(estate));

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), estate);

		assert_eq!(parcels_of::<T>(estate), None);
	}

	/// To an avatar of another account.
	#[benchmark]
	fn transfer_estate() {
		let owner = caller::<T>();
		let from = T::BenchmarkHelper::new_avatar(&owner, 0);
		let estate = small_estate::<T>(from);
		let to = stranger::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), estate, to);

		assert_eq!(Pallet::<T>::owner_of(Site::Estate(estate)), Some(to));
	}

	/// By an owner's manager.
	#[benchmark]
	fn set_access() {
		let manager = caller::<T>();
		let (_, estate, by) = managed_estate::<T>(&manager);

		#[extrinsic_call]
		_(RawOrigin::Signed(manager), Site::Estate(estate), by, Access::Invited);

		let access = Pallet::<T>::estate(estate).map(|it| it.access);
		assert_eq!(access, Some(Access::Invited));
	}

	/// By an owner's manager, in place of what the owner granted.
	#[benchmark]
	fn grant() {
		let manager = caller::<T>();
		let (_, estate, by) = managed_estate::<T>(&manager);
		let (site, to) = (Site::Estate(estate), stranger::<T>());
		new_standing::<T>(site, to, Rights::ENTER);
		let (rights, until) = (Rights::BUILD, BlockNumber::MAX);

		#[extrinsic_call]
		_(RawOrigin::Signed(manager), site, by, to, rights, until);

		let permission = Pallet::<T>::standing(site, to).map(|it| it.permission);
		assert_eq!(permission, Some(Permission::Granted { rights, until }));
	}

	/// By an owner's manager, in place of what the owner granted.
	#[benchmark]
	fn ban() {
		let manager = caller::<T>();
		let (_, estate, by) = managed_estate::<T>(&manager);
		let (site, avatar) = (Site::Estate(estate), stranger::<T>());
		new_standing::<T>(site, avatar, Rights::ENTER);
		let until = BlockNumber::MAX;

		#[extrinsic_call]
		_(RawOrigin::Signed(manager), site, by, avatar, until);

		let permission = Pallet::<T>::standing(site, avatar).map(|it| it.permission);
		assert_eq!(permission, Some(Permission::Banned { until }));
	}

	/// By an owner's manager, who takes back what the owner granted.
	#[benchmark]
	fn remove_standing() {
		let manager = caller::<T>();
		let (_, estate, by) = managed_estate::<T>(&manager);
		let (site, avatar) = (Site::Estate(estate), stranger::<T>());
		new_standing::<T>(site, avatar, Rights::ENTER);

		#[extrinsic_call]
		_(RawOrigin::Signed(manager), site, avatar, Some(by));

		assert!(Pallet::<T>::standing(site, avatar).is_none());
	}

	/// To one avatar, in place of another offer.
	#[benchmark]
	fn offer_lease() {
		let owner = caller::<T>();
		let avatar = T::BenchmarkHelper::new_avatar(&owner, 0);
		let site = Site::Estate(small_estate::<T>(avatar));
		new_offer::<T>(site, TERMS);
		let terms = LeaseTerms { tenant: Some(stranger::<T>()), ..TERMS };

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), site, terms);

		assert_eq!(Pallet::<T>::lease_offer(site).map(|it| it.terms), Some(terms));
	}

	/// Of an offer that another account made, which owned the avatar before.
	#[benchmark]
	fn withdraw_lease_offer() {
		let owner = caller::<T>();
		let avatar = T::BenchmarkHelper::new_avatar(&owner, 0);
		let site = Site::Estate(small_estate::<T>(avatar));
		new_offer::<T>(site, TERMS);

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), site);

		assert!(Pallet::<T>::lease_offer(site).is_none());
	}

	/// Of a site whose last lease was not settled.
	#[benchmark]
	fn accept_lease() {
		let who = caller::<T>();
		let site = Site::Estate(small_estate::<T>(stranger::<T>()));
		let_to::<T>(site, stranger::<T>());
		let_lapse::<T>();
		let tenant = T::BenchmarkHelper::new_avatar(&who, COINS);
		let terms = LeaseTerms { tenant: Some(tenant), ..TERMS };
		new_standing_offer::<T>(site, terms);
		let version = Pallet::<T>::premises(site).expect("it was founded").holding.version;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), site, tenant, PERIODS, terms, version);

		assert_eq!(Pallet::<T>::occupier(site), Some(tenant));
	}

	#[benchmark]
	fn extend_lease() {
		let who = caller::<T>();
		let site = Site::Estate(small_estate::<T>(stranger::<T>()));
		let_to::<T>(site, T::BenchmarkHelper::new_avatar(&who, COINS));

		#[extrinsic_call]
		_(RawOrigin::Signed(who), site, 1);

		let paid = Pallet::<T>::lease(site).map(|it| it.paid);
		assert_eq!(paid, Some(TERMS.rent(PERIODS + 1)));
	}

	/// By the tenant, who gets rent back and loses its deposit.
	#[benchmark]
	fn end_lease() {
		let who = caller::<T>();
		let site = Site::Estate(small_estate::<T>(stranger::<T>()));
		let_to::<T>(site, T::BenchmarkHelper::new_avatar(&who, COINS));

		#[extrinsic_call]
		_(RawOrigin::Signed(who), site);

		assert_eq!(Pallet::<T>::lease(site).map(|it| (it.ending, it.deposit)), Some((true, 0)));
	}

	/// To an avatar of another account.
	#[benchmark]
	fn assign_lease() {
		let who = caller::<T>();
		let site = Site::Estate(small_estate::<T>(stranger::<T>()));
		let_to::<T>(site, T::BenchmarkHelper::new_avatar(&who, COINS));
		let to = stranger::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), site, to);

		assert_eq!(Pallet::<T>::occupier(site), Some(to));
	}

	/// Of a lease that is over, by someone else, who gets the reward.
	#[benchmark]
	fn collect_rent() {
		let who = caller::<T>();
		let site = Site::Estate(small_estate::<T>(stranger::<T>()));
		let_to::<T>(site, stranger::<T>());
		let_lapse::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(who), site);

		assert!(Pallet::<T>::lease(site).is_none());
	}

	/// The world's first, for an avatar of another account.
	#[benchmark]
	fn issue_area(n: Linear<1, { T::MaxParcels::get() }>) {
		let operator = caller::<T>();
		let world = T::BenchmarkHelper::new_world(&operator, None);
		let to = stranger::<T>();
		let east = i16::try_from(n.saturating_sub(1)).expect("a grid is wider");
		let area = Area { min: START, max: Coordinates::new(east, START.y) };

		#[extrinsic_call]
		_(RawOrigin::Signed(operator), world, to, area, Zone::Open);

		assert_eq!(ParcelCount::<T>::get(WorldKey::from(world)), n);
	}

	impl_benchmark_test_suite!(
		Pallet,
		crate::mock::World::default(),
		crate::mock::Test,
		exec_name = execute
	);
}
