// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use crate::{
	handle::{canonical, Canonical, Handle},
	Config, Event, HandleDetails, HandleOf, Handles, HoldReason, Pallet, Profiles,
};
use frame_support::traits::Get;
use freehold_primitives::{ids::AvatarId, key::AvatarKey, pointer::Pointer};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Gives the deposit for the old record back before it holds the new one, for both may be of
	/// one account that has no more money.
	pub(crate) fn do_claim_handle(
		who: T::AccountId,
		avatar: AvatarId,
		handle: Handle,
		released: Option<HandleDetails<T::AccountId>>,
	) -> DispatchResult {
		if let Some(HandleDetails { payer, .. }) = released {
			Self::give_back(HoldReason::Handle, &payer, T::HandleDeposit::get())?;
		}
		Self::hold(HoldReason::Handle, &who, T::HandleDeposit::get())?;
		let details = HandleDetails { avatar, released_at: None, payer: who };
		Handles::<T>::insert(canonical(&handle), details);
		HandleOf::<T>::insert(AvatarKey::from(avatar), &handle);
		Self::deposit_event(Event::HandleClaimed { avatar, handle });
		Ok(())
	}

	pub(crate) fn do_release_handle(avatar: AvatarId, handle: Handle) {
		let released_at = Some(Self::now());
		Handles::<T>::mutate_extant(canonical(&handle), |details| {
			details.released_at = released_at;
		});
		HandleOf::<T>::remove(AvatarKey::from(avatar));
		Self::deposit_event(Event::HandleReleased { avatar, handle });
	}

	pub(crate) fn do_sweep_handle(
		who: &T::AccountId,
		handle: Canonical,
		details: HandleDetails<T::AccountId>,
	) -> DispatchResult {
		let HandleDetails { avatar, payer, .. } = details;
		Self::give_back_swept(HoldReason::Handle, &payer, who, T::HandleDeposit::get())?;
		Handles::<T>::remove(&handle);
		Self::deposit_event(Event::HandleSwept { avatar, handle });
		Ok(())
	}

	/// Makes the new owner of an avatar pay for its handle, if it has one.
	pub(crate) fn hand_over_handle(
		avatar: AvatarId,
		from: &T::AccountId,
		to: &T::AccountId,
	) -> DispatchResult {
		if let Some(handle) = Self::handle(avatar) {
			Self::hand_over(HoldReason::Handle, from, to, T::HandleDeposit::get())?;
			Handles::<T>::mutate_extant(canonical(&handle), |details| details.payer = to.clone());
		}
		Ok(())
	}

	pub(crate) fn do_set_profile(
		who: &T::AccountId,
		avatar: AvatarId,
		pointer: Option<Pointer>,
	) -> DispatchResult {
		let key = AvatarKey::from(avatar);
		match (Profiles::<T>::contains_key(key), pointer.is_some()) {
			(false, true) => Self::hold(HoldReason::Profile, who, T::ProfileDeposit::get())?,
			(true, false) => Self::give_back(HoldReason::Profile, who, T::ProfileDeposit::get())?,
			(true, true) | (false, false) => {},
		}
		Profiles::<T>::set(key, pointer.clone());
		Self::deposit_event(Event::ProfileSet { avatar, pointer });
		Ok(())
	}
}
