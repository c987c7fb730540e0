// SPDX-License-Identifier: Apache-2.0
//! What the calls find when they are made. Whatever there may be thousands of goes straight into
//! storage: it is made anew for each run.

use crate::{
	Access, Config, EstateDetails, Estates, GroundOf, Grounds, HoldReason, Lease, LeaseOf,
	LeaseOffer, LeaseTerms, NextEstateId, NextLeaseId, Pallet, ParcelDetails, Parcels, Rights,
	Title,
};
use alloc::{collections::BTreeSet, vec};
use core::ops::Range;
use frame_benchmarking::v2::{account, whitelisted_caller};
use frame_support::{
	traits::{fungible::Unbalanced, tokens::Precision, Get},
	BoundedVec,
};
use frame_system::RawOrigin;
use freehold_primitives::{
	benchmarking::*,
	chain::{Balance, BlockNumber},
	ids::{AvatarId, EstateId, WorldId},
	key::{EstateKey, ParcelKey},
	land::{Area, Coordinates, ParcelId, Site, Zone},
	pointer::Pointer,
	traits::{Avatars, Worlds},
};
use sp_runtime::SaturatedConversion;

/// More than all deposits together.
const MONEY: Balance = 1 << 80;

/// More than a purse pays.
pub(super) const COINS: Balance = 1_000;

/// What a parcel is sold for.
pub(super) const PRICE: Balance = 10;

/// The terms of leases. A tenant who leaves at once has rent to get back, and loses a deposit.
pub(super) const TERMS: LeaseTerms = LeaseTerms {
	price: 10,
	period: 10,
	least: 2,
	most: 9,
	notice: 1,
	deposit: 5,
	sublet: true,
	tenant: None,
};

/// For how many periods sites are let.
pub(super) const PERIODS: u32 = 3;

/// How wide the ground of estates is.
const WIDTH: i16 = 128;

/// Where the path begins.
pub(super) const START: Coordinates = Coordinates::new(0, 0);

/// A stretch of a path that winds over the ground row by row: any stretch of it hangs together.
pub(super) fn path(stretch: Range<u32>) -> impl Iterator<Item = Coordinates> {
	let row = |y: i16| {
		let is_eastward = y % 2 == 0;
		(0..WIDTH).map(move |along| {
			let x = if is_eastward { along } else { (WIDTH - 1).saturating_sub(along) };
			Coordinates::new(x, y)
		})
	};
	(0..i16::MAX)
		.flat_map(row)
		.take(stretch.end as usize)
		.skip(stretch.start as usize)
}

/// Things as a call names them.
pub(super) fn named<Thing, Most: Get<u32>>(
	things: impl Iterator<Item = Thing>,
) -> BoundedVec<Thing, Most> {
	BoundedVec::truncate_from(things.collect())
}

/// The longest pointer, made of one byte.
pub(super) fn pointer(byte: u8) -> Pointer {
	Pointer::truncate_from(vec![byte; 128])
}

fn fund<T: Config>(who: &T::AccountId) {
	T::Currency::increase_balance(who, MONEY, Precision::Exact)
		.expect("an account may have as much");
}

/// Who makes the call, with money.
pub(super) fn caller<T: Config>() -> T::AccountId {
	let who = whitelisted_caller();
	fund::<T>(&who);
	who
}

/// Another account, with money.
pub(super) fn rich<T: Config>(name: &'static str) -> T::AccountId {
	let who = account(name, 0, 0);
	fund::<T>(&who);
	who
}

/// A new avatar of another account, with coins.
pub(super) fn stranger<T: Config>() -> AvatarId {
	T::BenchmarkHelper::new_avatar(&rich::<T>("stranger"), COINS)
}

/// The account that owns the avatar.
fn owner_of<T: Config>(avatar: AvatarId) -> T::AccountId {
	T::Avatars::owner(avatar).expect("there is such an avatar")
}

/// A new world of another account.
pub(super) fn foreign_world<T: Config>() -> WorldId {
	T::BenchmarkHelper::new_world(&rich::<T>("operator"), None)
}

/// Opens a sale of the first place of the path. The number is 0 in a new world.
pub(super) fn new_sale<T: Config>(world: WorldId) {
	let operator = T::Worlds::owner(world).expect("there is such a world");
	let payee = T::BenchmarkHelper::new_avatar(&operator, 0);
	let area = Area { min: START, max: START };
	let origin = RawOrigin::Signed(operator).into();
	Pallet::<T>::open_sale(origin, world, area, Zone::Open, PRICE, payee)
		.expect("the area lies in the world");
}

/// Issues parcels, however many.
pub(super) fn new_parcels<T: Config>(
	world: WorldId,
	owner: AvatarId,
	places: impl Iterator<Item = Coordinates>,
) {
	let operator = T::Worlds::owner(world).expect("there is such a world");
	let parcels = places.map(|at| (at, Zone::Open));
	Pallet::<T>::create_parcels(&operator, world, owner, parcels)
		.expect("the operator has the deposits");
}

/// Makes an estate of a stretch of the path, however long, for which another account has paid. Its
/// parcels have no records yet: a call reads only those of the parcels that it moves.
pub(super) fn new_estate<T: Config>(
	world: WorldId,
	owner: AvatarId,
	stretch: Range<u32>,
) -> EstateId {
	let payer = rich::<T>("founder");
	Pallet::<T>::hold(HoldReason::Estate, &payer, T::EstateDeposit::get())
		.expect("the founder has the deposit");
	T::Avatars::retain(owner, 1).expect("there is such an avatar");
	let estate = NextEstateId::<T>::get();
	NextEstateId::<T>::put(estate.next().expect("there are few"));
	let places = path(stretch).collect::<BTreeSet<_>>();
	let count = places.len().saturated_into();
	let details = EstateDetails::new(world, owner, count, Access::Open, payer);
	let ground = GroundOf::<T>::try_from(places).expect("an estate may have as many");
	let key = EstateKey::from(estate);
	Estates::<T>::insert(key, details);
	Grounds::<T>::insert(key, ground);
	estate
}

/// The smallest estate that there may be, in a world of another account.
pub(super) fn small_estate<T: Config>(owner: AvatarId) -> EstateId {
	new_estate::<T>(foreign_world::<T>(), owner, 0..2)
}

/// Writes the records of parcels of an estate.
pub(super) fn write_parts<T: Config>(world: WorldId, estate: EstateId, stretch: Range<u32>) {
	let title = Title::PartOf { estate, version: 0 };
	let details = ParcelDetails { title, zone: Zone::Open, access: Access::Open };
	for at in path(stretch) {
		Parcels::<T>::insert(ParcelKey::from(ParcelId { world, at }), details);
	}
}

/// A lease that begins now.
fn lease_from_now<T: Config>(tenant: AvatarId) -> LeaseOf<T> {
	let start = Pallet::<T>::now();
	Lease {
		id: NextLeaseId::<T>::get(),
		tenant,
		terms: TERMS,
		start,
		end: start.saturating_add(TERMS.blocks(PERIODS)),
		paid: TERMS.rent(PERIODS),
		collected: 0,
		deposit: TERMS.deposit,
		ending: false,
		payer: owner_of::<T>(tenant),
	}
}

/// Lets a site.
pub(super) fn let_to<T: Config>(site: Site, tenant: AvatarId) {
	let lease = lease_from_now::<T>(tenant);
	let next = lease.id.next().expect("there are few");
	Pallet::<T>::do_accept_lease(site, lease, next).expect("the tenant can pay");
}

/// Goes on to a block in which every lease is over.
pub(super) fn let_lapse<T: Config>() {
	frame_system::Pallet::<T>::set_block_number(1_000u32.into());
}

/// Offers a site to be let, for which another account pays: who had the site's owner before.
pub(super) fn new_offer<T: Config>(site: Site, terms: LeaseTerms) {
	new_offer_of::<T>(site, terms, rich::<T>("landlord"));
}

/// Offers a site to be let in the name of the account that owns its owner.
pub(super) fn new_standing_offer<T: Config>(site: Site, terms: LeaseTerms) {
	let owner = Pallet::<T>::owner_of(site).expect("there is such a site");
	let payer = owner_of::<T>(owner);
	fund::<T>(&payer);
	new_offer_of::<T>(site, terms, payer);
}

fn new_offer_of<T: Config>(site: Site, terms: LeaseTerms, payer: T::AccountId) {
	let tenure = Pallet::<T>::premises(site).expect("there is such a site").tenure;
	let offer = LeaseOffer { terms, tenure, payer };
	Pallet::<T>::do_offer_lease(site, offer).expect("the payer has the deposit");
}

/// Sets the content of a site, for which another account pays.
pub(super) fn new_content<T: Config>(site: Site) {
	Pallet::<T>::do_set_content(rich::<T>("builder"), site, Some(pointer(b'a')))
		.expect("the builder has the deposit");
}

/// Whatever goes with a site: a lease that is over, an offer and content, each paid for by another
/// account, and none by the caller.
pub(super) fn clutter<T: Config>(site: Site) {
	let_to::<T>(site, stranger::<T>());
	new_offer::<T>(site, TERMS);
	new_content::<T>(site);
	let_lapse::<T>();
}

/// Grants a right in the name of who has the site, who pays for it.
pub(super) fn new_standing<T: Config>(site: Site, to: AvatarId, rights: Rights) {
	let occupier = Pallet::<T>::occupier(site).expect("there is such a site");
	let origin = RawOrigin::Signed(owner_of::<T>(occupier)).into();
	Pallet::<T>::grant(origin, site, occupier, to, rights, BlockNumber::MAX)
		.expect("the occupier may grant any right");
}

/// An estate whose lease is over, and an avatar of `manager`'s that its owner has made its manager:
/// whoever asks who has it reads the lease, and the tenure of the owner.
pub(super) fn managed_estate<T: Config>(manager: &T::AccountId) -> (WorldId, EstateId, AvatarId) {
	let world = foreign_world::<T>();
	let estate = new_estate::<T>(world, stranger::<T>(), 0..2);
	let site = Site::Estate(estate);
	let_to::<T>(site, stranger::<T>());
	let_lapse::<T>();
	let by = T::BenchmarkHelper::new_avatar(manager, 0);
	new_standing::<T>(site, by, Rights::MANAGE);
	(world, estate, by)
}
