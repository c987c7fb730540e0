// SPDX-License-Identifier: Apache-2.0
//! The invariants of the README, checked against the whole state.

use crate::{
	estates::MIN_PARCELS, Config, Contents, Counters, EstateOf, Estates, Grounds, HoldReason,
	NextContentVersion, NextEstateId, Pallet, ParcelCount, Parcels, SaleCounters, Sales, Title,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, Get},
};
use freehold_primitives::{
	asset::Lock,
	chain::Balance,
	ground::is_connected,
	ids::{EstateId, WorldId},
	land::{ParcelId, Zone},
	traits::{Avatars, Worlds},
};
use sp_runtime::{SaturatedConversion, TryRuntimeError};

/// The parcels that name each estate.
type Parts = BTreeMap<EstateId, BTreeSet<ParcelId>>;

impl<T: Config> Pallet<T> {
	/// Checks every invariant of this pallet.
	///
	/// # Errors
	/// Names the first that does not hold.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let parts = Self::parcels_try_state()?;
		Self::sales_try_state()?;
		Self::world_deposits_try_state()?;
		Self::estates_try_state(&parts)?;
		Self::contents_try_state()?;
		Self::rights_try_state()?;
		Self::lease_try_state()
	}

	fn parcels_try_state() -> Result<Parts, TryRuntimeError> {
		let (mut parts, mut counted) = (Parts::new(), BTreeMap::<WorldId, u32>::new());
		for (key, details) in Parcels::<T>::iter() {
			let parcel = ParcelId::from(key);
			T::Worlds::ensure_contains(parcel.world, parcel.at)
				.map_err(|_| "L1: a parcel lies outside its world")?;
			match details.title {
				Title::Own(holding) => {
					T::Avatars::ensure_exists(holding.owner)
						.map_err(|_| "L2: a parcel belongs to an avatar that does not exist")?;
					ensure!(is_right(details.zone, holding.lock), "L3: zone and lock disagree");
				},
				Title::PartOf { estate, .. } => {
					ensure!(!details.zone.is_public(), "L3: public land is part of an estate");
					parts.entry(estate).or_default().insert(parcel);
				},
			}
			let count = counted.entry(parcel.world).or_default();
			*count = count.saturating_add(1);
		}
		let stored: BTreeMap<_, _> =
			ParcelCount::<T>::iter().map(|(key, it)| (WorldId::from(key), it)).collect();
		ensure!(stored == counted, "L4: a world's parcels are miscounted");
		Ok(parts)
	}

	fn sales_try_state() -> Result<(), TryRuntimeError> {
		let mut counted = BTreeMap::<WorldId, u32>::new();
		for (key, number, sale) in Sales::<T>::iter() {
			let world = WorldId::from(key);
			Self::ensure_area(world, sale.area).map_err(|_| "L9: a sale lies outside its world")?;
			T::Avatars::ensure_exists(sale.to)
				.map_err(|_| "L9: a sale pays an avatar that does not exist")?;
			ensure!(!sale.zone.is_public(), "L9: public land is for sale");
			let SaleCounters { next, .. } = Counters::<T>::get(key);
			ensure!(number < next, "L9: a sale's number was not given out");
			let count = counted.entry(world).or_default();
			*count = count.saturating_add(1);
		}
		let stored: BTreeMap<_, _> = Counters::<T>::iter()
			.filter(|(_, it)| it.open > 0)
			.map(|(key, it)| (WorldId::from(key), it.open))
			.collect();
		ensure!(stored == counted, "L9: a world's open sales are miscounted");
		Ok(())
	}

	fn world_deposits_try_state() -> Result<(), TryRuntimeError> {
		let worlds: BTreeSet<WorldId> = ParcelCount::<T>::iter_keys()
			.chain(Counters::<T>::iter_keys())
			.map(WorldId::from)
			.collect();
		let (mut for_parcels, mut for_sales) = (Vec::new(), Vec::new());
		for world in worlds {
			let [(_, parcels), (_, sales)] = Self::deposits_of(world);
			// A world that was closed leaves the number of its next sale behind.
			if (parcels, sales) != (0, 0) {
				let owner = T::Worlds::owner(world)?;
				for_parcels.push((owner.clone(), parcels));
				for_sales.push((owner, sales));
			}
		}
		Self::ensure_held(
			HoldReason::Parcel,
			for_parcels,
			"L5: an operator's deposits do not match its parcels",
		)?;
		Self::ensure_held(
			HoldReason::Sale,
			for_sales,
			"L5: an operator's deposits do not match its sales",
		)
	}

	fn estates_try_state(parts: &Parts) -> Result<(), TryRuntimeError> {
		let estates: BTreeMap<EstateId, EstateOf<T>> =
			Estates::<T>::iter().map(|(key, details)| (key.into(), details)).collect();
		let mut grounds = Parts::new();
		for (key, ground) in Grounds::<T>::iter() {
			let estate = EstateId::from(key);
			let details = estates.get(&estate).ok_or("L6: a ground is no estate's")?;
			let world = details.world;
			grounds.insert(estate, ground.iter().map(|at| ParcelId { world, at: *at }).collect());
			ensure!(ground.len() >= MIN_PARCELS, "L7: an estate has too few parcels");
			ensure!(is_connected(&ground), "L7: an estate does not hang together");
			let count: u32 = ground.len().saturated_into();
			ensure!(details.parcels == count, "L8: an estate's parcels are miscounted");
		}
		ensure!(*parts == grounds, "L6: parcels and the ground of their estate disagree");
		ensure!(estates.keys().eq(grounds.keys()), "L6: an estate has no ground");

		for (estate, details) in &estates {
			T::Avatars::ensure_exists(details.holding.owner)
				.map_err(|_| "L2: an estate belongs to an avatar that does not exist")?;
			let lock = details.holding.lock;
			ensure!(is_right(Zone::Open, lock), "L3: an estate is locked as no estate can be");
			ensure!(*estate < NextEstateId::<T>::get(), "L8: an estate's id was not given out");
		}
		let deposit = T::EstateDeposit::get();
		let owed = estates.into_values().map(|it| (it.payer, deposit));
		Self::ensure_held(
			HoldReason::Estate,
			owed,
			"L11: a founder's deposits do not match its estates",
		)
	}

	fn contents_try_state() -> Result<(), TryRuntimeError> {
		let mut owed = Vec::new();
		for (site, content) in Contents::<T>::iter() {
			Self::premises(site).map_err(|_| "L10: a content stands on no site")?;
			let next = NextContentVersion::<T>::get();
			ensure!(content.version < next, "L10: a content's version was not given out");
			owed.push((content.payer, T::ContentDeposit::get()));
		}
		Self::ensure_held(
			HoldReason::Content,
			owed,
			"L12: an account's deposits do not match its contents",
		)
	}

	/// Succeeds if of each account is held what it owes, summed up.
	pub(crate) fn ensure_held(
		reason: HoldReason,
		owed: impl IntoIterator<Item = (T::AccountId, Balance)>,
		otherwise: &'static str,
	) -> Result<(), TryRuntimeError> {
		let mut sums = BTreeMap::<T::AccountId, Balance>::new();
		for (payer, deposit) in owed {
			let sum = sums.entry(payer).or_default();
			*sum = sum.saturating_add(deposit);
		}
		for (payer, sum) in sums {
			ensure!(T::Currency::balance_on_hold(&reason.into(), &payer) == sum, otherwise);
		}
		Ok(())
	}
}

/// Whether land of this zone can be locked like this. No record is locked by an estate: that lock
/// is seen from outside, in parcels that are part of one. What is worn or in custody are items.
fn is_right(zone: Zone, lock: Option<Lock>) -> bool {
	match lock {
		Some(Lock::PublicLand) => zone.is_public(),
		Some(Lock::Order(_) | Lock::Auction(_)) | None => !zone.is_public(),
		Some(Lock::Estate(_) | Lock::Worn { .. } | Lock::Custody(_)) => false,
	}
}
