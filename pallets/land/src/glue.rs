// SPDX-License-Identifier: Apache-2.0
//! What other pallets and the settlement kernel use of this one, joined in the runtime.

use crate::{
	Config, Counters, Error, Estates, HoldReason, Leases, Pallet, ParcelCount, Parcels, Title,
};
use frame_support::{ensure, traits::Get};
use freehold_primitives::{
	asset::{Holding, Lock},
	chain::Balance,
	ids::{EstateId, WorldId},
	key::{EstateKey, ParcelKey, WorldKey},
	land::{ParcelId, Site},
	traits,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Who owns the parcel, for the settlement kernel. One that is part of an estate belongs to
	/// the estate's owner, and is locked.
	pub fn holding(parcel: ParcelId) -> Option<Holding> {
		match Parcels::<T>::get(ParcelKey::from(parcel))?.title {
			Title::Own(holding) => Some(holding),
			Title::PartOf { estate, version } => {
				let owner = Self::estate_holding(estate)?.owner;
				Some(Holding { owner, version, lock: Some(Lock::Estate(estate)) })
			},
		}
	}

	/// Writes who owns a parcel that exists, for the settlement kernel. Nothing is written for one
	/// that is part of an estate: its lock keeps it where it is.
	pub fn set_holding(parcel: ParcelId, holding: Holding) {
		Parcels::<T>::mutate_extant(ParcelKey::from(parcel), |details| {
			if let Title::Own(held) = &mut details.title {
				*held = holding;
			}
		});
	}

	/// Who owns the estate, for the settlement kernel.
	pub fn estate_holding(estate: EstateId) -> Option<Holding> {
		Estates::<T>::get(EstateKey::from(estate)).map(|details| details.holding)
	}

	/// Writes who owns an estate that exists, for the settlement kernel: each step of its version
	/// is one of its tenure.
	pub fn set_estate_holding(estate: EstateId, holding: Holding) {
		Estates::<T>::mutate_exists(EstateKey::from(estate), |details| {
			*details = details.take().map(|it| it.held_as(holding));
		});
	}

	/// The coins that are set aside for all leases. Reads them all: for checks only.
	pub fn escrowed() -> Balance {
		Leases::<T>::iter_values().fold(0, |sum: Balance, lease| sum.saturating_add(lease.escrow()))
	}

	/// What is held of a world's owner for its parcels and for its sales.
	pub(crate) fn deposits_of(world: WorldId) -> [(HoldReason, Balance); 2] {
		let key = WorldKey::from(world);
		let times = |deposit: Balance, count: u32| deposit.saturating_mul(count.into());
		let parcels = times(T::ParcelDeposit::get(), ParcelCount::<T>::get(key));
		let sales = times(T::SaleDeposit::get(), Counters::<T>::get(key).open);
		[(HoldReason::Parcel, parcels), (HoldReason::Sale, sales)]
	}
}

impl<T: Config> traits::Land for Pallet<T> {
	fn is_let(parcel: ParcelId) -> bool {
		let premises = Self::premises(Site::Parcel(parcel));
		premises.is_ok_and(|it| Self::lease_in_force(it.site).is_some())
	}
}

impl<T: Config> traits::WorldDeposits<T::AccountId> for Pallet<T> {
	/// A sale's price and payee are those of who opened it, so none goes on under another.
	fn hand_over(world: WorldId, from: &T::AccountId, to: &T::AccountId) -> DispatchResult {
		let open = Counters::<T>::get(WorldKey::from(world)).open;
		ensure!(open == 0, Error::<T>::SalesOpen);
		let [(reason, deposit), _] = Self::deposits_of(world);
		Self::hold(reason, to, deposit)?;
		Self::pay_back(reason, from, deposit)
	}
}
