// SPDX-License-Identifier: Apache-2.0
//! What is written once the checks have passed. No sum here can overflow: the checks saw to ids.

use crate::{
	CollectionDetails, CollectionOf, Config, Event, HoldReason, KindDetails, Kinds, Pallet,
	Royalties, Rules, Shares,
};
use frame_support::traits::Get;
use freehold_primitives::{
	ids::{CollectionId, KindId},
	key::KindKey,
	traits::Worlds,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_create_kind(
		collection: CollectionId,
		details: CollectionOf<T>,
		kind: KindDetails,
		royalty: Shares,
	) -> DispatchResult {
		Self::hold(HoldReason::Kind, &details.payer, T::KindDeposit::get())?;
		if let Some(home) = kind.rules.home {
			T::Worlds::retain(home)?;
		}
		let KindDetails { form, max_supply, rules, royalty: rate, .. } = kind;
		let id = KindId { collection, index: details.kinds };
		Self::set_kind(id, kind);
		Self::put_shares(id, royalty)?;
		let details = CollectionDetails {
			kinds: details.kinds.saturating_add(1),
			live_kinds: details.live_kinds.saturating_add(1),
			..details
		};
		Self::set_collection(collection, details);
		let created = Event::KindCreated { kind: id, form, max_supply, rules, royalty: rate };
		Self::deposit_event(created);
		Ok(())
	}

	pub(crate) fn do_loosen_kind(
		kind: KindId,
		details: KindDetails,
		rules: Rules,
	) -> DispatchResult {
		if let (Some(home), None) = (details.rules.home, rules.home) {
			T::Worlds::release(home);
		}
		Self::set_kind(kind, KindDetails { rules, ..details });
		Self::deposit_event(Event::KindLoosened { kind, rules });
		Ok(())
	}

	pub(crate) fn do_lower_cap(
		kind: KindId,
		details: KindDetails,
		max_supply: u64,
	) -> DispatchResult {
		Self::set_kind(kind, KindDetails { max_supply: Some(max_supply), ..details });
		Self::deposit_event(Event::CapLowered { kind, max_supply });
		Ok(())
	}

	pub(crate) fn do_remove_kind(
		kind: KindId,
		collection: CollectionOf<T>,
		details: KindDetails,
	) -> DispatchResult {
		Self::pay_all(kind)?;
		Self::release_shares(&Royalties::<T>::take(KindKey::from(kind)));
		Self::remove_attribute_keys(kind, &details, &collection.payer)?;
		if let Some(home) = details.rules.home {
			T::Worlds::release(home);
		}
		Kinds::<T>::remove(KindKey::from(kind));
		Self::give_back(HoldReason::Kind, &collection.payer, T::KindDeposit::get())?;
		let keys = collection.attribute_keys.saturating_sub(details.attributes.into());
		let collection = CollectionDetails {
			live_kinds: collection.live_kinds.saturating_sub(1),
			attribute_keys: keys,
			..collection
		};
		Self::set_collection(kind.collection, collection);
		Self::deposit_event(Event::KindRemoved { kind });
		Ok(())
	}

	/// Writes the record of a kind.
	pub(crate) fn set_kind(kind: KindId, details: KindDetails) {
		Kinds::<T>::insert(KindKey::from(kind), details);
	}
}
