// SPDX-License-Identifier: Apache-2.0
//! What must hold before something is written. These only read.

use crate::{Config, Contents, Error, Pallet};
use frame_support::ensure;
use freehold_primitives::{ids::AvatarId, land::Site, pointer::Pointer};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Who paid for a record may remove it at any time: an owner who never does anything must not
	/// keep the deposit of a former tenant.
	pub(crate) fn ensure_can_set_content(
		who: &T::AccountId,
		site: Site,
		by: AvatarId,
		pointer: Option<&Pointer>,
	) -> DispatchResult {
		match pointer {
			Some(pointer) => ensure!(!pointer.is_empty(), Error::<T>::EmptyPointer),
			None => {
				let content = Contents::<T>::get(site).ok_or(Error::<T>::UnknownContent)?;
				if content.payer == *who {
					return Ok(());
				}
			},
		}
		Self::ensure_may_edit(who, by, site)
	}
}
