// SPDX-License-Identifier: Apache-2.0
//! What must hold before anyone's standing changes. These only read.

use super::decision::Situation;
use crate::{
	sites::Premises, Access, Config, Error, Pallet, Permission, Right, Rights, Standing,
	StandingOf, Standings, Tenure,
};
use frame_support::ensure;
use freehold_primitives::{
	chain::BlockNumber,
	ids::AvatarId,
	key::AvatarKey,
	land::{ParcelId, Site},
	traits::Avatars,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	fn situation(premises: Premises) -> Result<Situation, DispatchError> {
		let owner = premises.holding.owner;
		let (occupier, tenure) = match Self::lease_in_force(premises.site) {
			Some(lease) => (lease.tenant, Tenure::Lease(lease.id)),
			None => {
				let title =
					Tenure::Title { site: premises.tenure, owner: T::Avatars::tenure(owner)? };
				(owner, title)
			},
		};
		Ok(Situation { now: Self::now(), owner, occupier, tenure, access: premises.access })
	}

	/// Who has the site, or what it is part of, and under which possession.
	pub(crate) fn occupier_of(site: Site) -> Result<(AvatarId, Tenure), DispatchError> {
		let Situation { occupier, tenure, .. } = Self::situation(Self::premises(site)?)?;
		Ok((occupier, tenure))
	}

	/// Whether the avatar may do something on the parcel now. False if there is no such parcel.
	pub(crate) fn decide(avatar: AvatarId, right: Right, parcel: ParcelId) -> bool {
		Self::premises(Site::Parcel(parcel)).is_ok_and(|premises| {
			let standing = Standings::<T>::get(premises.site, AvatarKey::from(avatar));
			Self::situation(premises)
				.is_ok_and(|situation| situation.allows(avatar, right, standing.as_ref()))
		})
	}

	/// Succeeds if `who` may change what stands on the site through the avatar `by`: it has the
	/// site, manages it, or may edit it.
	pub(crate) fn ensure_may_edit(who: &T::AccountId, by: AvatarId, site: Site) -> DispatchResult {
		let premises = Self::premises(site)?;
		T::Avatars::ensure_owner(who, by)?;
		let standing = Standings::<T>::get(premises.site, AvatarKey::from(by));
		let situation = Self::situation(premises)?;
		let mut rights = [Right::Edit, Right::Manage].into_iter();
		let may = rights.any(|right| situation.allows(by, right, standing.as_ref()));
		ensure!(may, Error::<T>::NotOccupier);
		Ok(())
	}

	fn ensure_authority(
		who: &T::AccountId,
		by: AvatarId,
		premises: Premises,
	) -> Result<Situation, DispatchError> {
		T::Avatars::ensure_owner(who, by)?;
		let standing = Standings::<T>::get(premises.site, AvatarKey::from(by));
		let situation = Self::situation(premises)?;
		let manages = situation.allows(by, Right::Manage, standing.as_ref());
		ensure!(manages, Error::<T>::NotOccupier);
		Ok(situation)
	}

	/// Succeeds unless `avatar` manages the site as `by` does: managers can't turn each other out.
	fn ensure_outranks(
		situation: &Situation,
		by: AvatarId,
		site: Site,
		avatar: AvatarId,
	) -> DispatchResult {
		let standing = Standings::<T>::get(site, AvatarKey::from(avatar));
		let manages = situation.allows(avatar, Right::Manage, standing.as_ref());
		ensure!(by == situation.occupier || !manages, Error::<T>::OnlyOccupier);
		Ok(())
	}

	pub(crate) fn ensure_can_set_access(
		who: &T::AccountId,
		site: Site,
		by: AvatarId,
		access: Access,
	) -> DispatchResult {
		let premises = Self::ensure_whole(site)?;
		Self::ensure_authority(who, by, premises)?;
		ensure!(!premises.is_public() || access == Access::Open, Error::<T>::PublicLand);
		Ok(())
	}

	pub(crate) fn ensure_can_grant(
		who: &T::AccountId,
		site: Site,
		by: AvatarId,
		to: AvatarId,
		rights: Rights,
		until: BlockNumber,
	) -> Result<StandingOf<T>, DispatchError> {
		ensure!(rights.is_valid() && !rights.is_empty(), Error::<T>::InvalidRights);
		let situation = Self::ensure_can_set_standing(who, site, by, to, until)?;
		let chooses_manager = rights.contains(Right::Manage);
		ensure!(by == situation.occupier || !chooses_manager, Error::<T>::OnlyOccupier);
		let permission = Permission::Granted { rights, until };
		Ok(Standing { permission, tenure: situation.tenure, payer: who.clone() })
	}

	pub(crate) fn ensure_can_ban(
		who: &T::AccountId,
		site: Site,
		by: AvatarId,
		avatar: AvatarId,
		until: BlockNumber,
	) -> Result<StandingOf<T>, DispatchError> {
		let situation = Self::ensure_can_set_standing(who, site, by, avatar, until)?;
		ensure!(!Self::ensure_whole(site)?.is_public(), Error::<T>::PublicLand);
		let permission = Permission::Banned { until };
		Ok(Standing { permission, tenure: situation.tenure, payer: who.clone() })
	}

	/// What has to hold whether an avatar is let in or kept out.
	fn ensure_can_set_standing(
		who: &T::AccountId,
		site: Site,
		by: AvatarId,
		avatar: AvatarId,
		until: BlockNumber,
	) -> Result<Situation, DispatchError> {
		let situation = Self::ensure_authority(who, by, Self::ensure_whole(site)?)?;
		T::Avatars::ensure_exists(avatar)?;
		ensure!(until >= situation.now, Error::<T>::InvalidExpiry);
		Self::ensure_outranks(&situation, by, site, avatar)?;
		Ok(situation)
	}

	pub(crate) fn ensure_can_remove_standing(
		who: &T::AccountId,
		site: Site,
		avatar: AvatarId,
		by: Option<AvatarId>,
	) -> Result<StandingOf<T>, DispatchError> {
		let standing = Standings::<T>::get(site, AvatarKey::from(avatar))
			.ok_or(Error::<T>::UnknownStanding)?;
		// A site that is no more, or has become part of an estate, has no standings that count.
		let Ok(premises) = Self::ensure_whole(site) else { return Ok(standing) };
		let situation = Self::situation(premises)?;
		let in_force = standing.in_force(situation.tenure, situation.now);
		if in_force.is_none() || standing.payer == *who {
			return Ok(standing);
		}
		let by = by.ok_or(Error::<T>::NotOccupier)?;
		if by == avatar && matches!(standing.permission, Permission::Granted { .. }) {
			T::Avatars::ensure_owner(who, avatar)?;
			return Ok(standing);
		}
		Self::ensure_authority(who, by, premises)?;
		Self::ensure_outranks(&situation, by, site, avatar)?;
		Ok(standing)
	}
}
