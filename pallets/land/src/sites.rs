// SPDX-License-Identifier: Apache-2.0
//! What parcels and estates have in common: each can be held, let and shared as one.

use crate::{Access, Config, Error, Estates, Pallet, Parcels, Title};
use frame_support::ensure;
use freehold_primitives::{
	asset::{Holding, Lock},
	chain::BlockNumber,
	key::{EstateKey, ParcelKey},
	land::Site,
};
use sp_runtime::{DispatchError, DispatchResult, SaturatedConversion};

/// A site as it is held: for a parcel in an estate, the estate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Premises {
	/// The parcel that is held on its own, or the estate.
	pub site: Site,
	/// Who owns it.
	pub holding: Holding,
	/// Under which title: the number is another after each change of hands, once it is let, and
	/// once a side has ended the lease.
	pub tenure: u32,
	/// Who may enter.
	pub access: Access,
}

impl Premises {
	/// Whether it is a road or a plaza, which nobody is kept out of.
	pub(crate) fn is_public(&self) -> bool {
		self.holding.lock == Some(Lock::PublicLand)
	}
}

impl<T: Config> Pallet<T> {
	/// The number of the current block.
	pub(crate) fn now() -> BlockNumber {
		frame_system::Pallet::<T>::block_number().saturated_into()
	}

	/// The site as it is held.
	///
	/// # Errors
	/// If there is no such parcel or estate.
	pub(crate) fn premises(site: Site) -> Result<Premises, DispatchError> {
		let estate = match site {
			Site::Estate(estate) => estate,
			Site::Parcel(parcel) => {
				let details =
					Parcels::<T>::get(ParcelKey::from(parcel)).ok_or(Error::<T>::UnknownParcel)?;
				match details.title {
					Title::PartOf { estate, .. } => estate,
					Title::Own(holding) => {
						let (tenure, access) = (holding.version, details.access);
						return Ok(Premises { site, holding, tenure, access });
					},
				}
			},
		};
		let details =
			Estates::<T>::get(EstateKey::from(estate)).ok_or(Error::<T>::UnknownEstate)?;
		Ok(Premises {
			site: Site::Estate(estate),
			holding: details.holding,
			tenure: details.tenure,
			access: details.access,
		})
	}

	/// The site as it is held, unless it is a part of one that is held as a whole.
	///
	/// # Errors
	/// `UnknownParcel`, `UnknownEstate`, `InEstate`.
	pub(crate) fn ensure_whole(site: Site) -> Result<Premises, DispatchError> {
		let premises = Self::premises(site)?;
		ensure!(premises.site == site, Error::<T>::InEstate);
		Ok(premises)
	}

	/// Moves the version and the tenure of a site that is held as a whole, so that nothing that was
	/// signed, granted or offered for it before counts: who has it, or for how long, is another
	/// matter now.
	pub(crate) fn end_tenure(site: Site) -> DispatchResult {
		let holding = Self::premises(site)?.holding;
		let moved = Holding { version: holding.version.wrapping_add(1), ..holding };
		match site {
			Site::Parcel(parcel) => Self::set_holding(parcel, moved),
			Site::Estate(estate) => Self::set_estate_holding(estate, moved),
		}
		Ok(())
	}

	/// Removes whatever hangs on a site that is about to be no more, while its owner is still
	/// known: a lease that is over, an offer to let it, its content. Standings are left; they are
	/// void, and whoever wants to may remove them.
	pub(crate) fn vacate(site: Site) -> DispatchResult {
		Self::settle_lapsed_lease(site)?;
		Self::clear_lease_offer(site)?;
		Self::clear_content(site)
	}
}
