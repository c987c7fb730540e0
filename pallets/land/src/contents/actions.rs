// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed.

use crate::{Config, ContentDetails, Contents, Event, HoldReason, NextContentVersion, Pallet};
use frame_support::traits::Get;
use freehold_primitives::{land::Site, pointer::Pointer};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_content(
		who: T::AccountId,
		site: Site,
		pointer: Option<Pointer>,
	) -> DispatchResult {
		let Some(pointer) = pointer else {
			return Self::clear_content(site);
		};
		if let Some(before) = Contents::<T>::get(site) {
			Self::pay_back(HoldReason::Content, &before.payer, T::ContentDeposit::get())?;
		}
		Self::hold(HoldReason::Content, &who, T::ContentDeposit::get())?;
		let version = NextContentVersion::<T>::get();
		NextContentVersion::<T>::put(version.saturating_add(1));
		let content = ContentDetails { pointer: pointer.clone(), version, payer: who };
		Contents::<T>::insert(site, content);
		Self::deposit_event(Event::ContentSet { site, pointer, version });
		Ok(())
	}

	/// Removes the content of a site, if there is any.
	pub(crate) fn clear_content(site: Site) -> DispatchResult {
		if let Some(content) = Contents::<T>::take(site) {
			Self::pay_back(HoldReason::Content, &content.payer, T::ContentDeposit::get())?;
			Self::deposit_event(Event::ContentCleared { site });
		}
		Ok(())
	}
}
