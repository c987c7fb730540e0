// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use crate::{
	Access, Config, Estates, Event, HoldReason, Pallet, Parcels, Permission, StandingOf, Standings,
};
use frame_support::traits::Get;
use freehold_primitives::{
	ids::AvatarId,
	key::{AvatarKey, EstateKey, ParcelKey},
	land::Site,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_access(site: Site, access: Access) {
		match site {
			Site::Parcel(parcel) => Parcels::<T>::mutate_extant(ParcelKey::from(parcel), |it| {
				it.access = access;
			}),
			Site::Estate(estate) => Estates::<T>::mutate_extant(EstateKey::from(estate), |it| {
				it.access = access;
			}),
		}
		Self::deposit_event(Event::AccessSet { site, access });
	}

	/// Grants or bans.
	pub(crate) fn do_set_standing(
		site: Site,
		avatar: AvatarId,
		standing: StandingOf<T>,
	) -> DispatchResult {
		let key = AvatarKey::from(avatar);
		let deposit = T::StandingDeposit::get();
		if let Some(before) = Standings::<T>::get(site, key) {
			Self::pay_back(HoldReason::Standing, &before.payer, deposit)?;
		}
		Self::hold(HoldReason::Standing, &standing.payer, deposit)?;
		Self::deposit_event(match standing.permission {
			Permission::Granted { rights, until } => {
				Event::RightsGranted { site, to: avatar, rights, until }
			},
			Permission::Banned { until } => Event::AvatarBanned { site, avatar, until },
		});
		Standings::<T>::insert(site, key, standing);
		Ok(())
	}

	pub(crate) fn do_remove_standing(
		site: Site,
		avatar: AvatarId,
		standing: StandingOf<T>,
	) -> DispatchResult {
		Self::pay_back(HoldReason::Standing, &standing.payer, T::StandingDeposit::get())?;
		Standings::<T>::remove(site, AvatarKey::from(avatar));
		Self::deposit_event(Event::StandingRemoved { site, avatar });
		Ok(())
	}
}
