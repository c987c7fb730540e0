// SPDX-License-Identifier: Apache-2.0
//! What must be true after every test.

use super::*;
use crate::Title;
use freehold_primitives::{chain::Balance, ids::AvatarId, key::WorldKey, traits};
use std::collections::BTreeMap;

/// Checks the invariants of the pallet, and what it told the others.
pub(crate) fn check() {
	Land::do_try_state().expect("every invariant holds after every test");
	assert_eq!(set_aside(), Land::escrowed(), "what is set aside is for leases");
	check_purses();
	check_avatar_consumers();
	check_world_consumers();
	check_deposits();
}

fn check_purses() {
	let filled: Balance = avatars().map(coins).sum();
	let wealth: Balance = avatars().map(|_| WEALTH).sum();
	assert_eq!(filled + set_aside(), wealth, "no coin is lost or made");
}

fn check_avatar_consumers() {
	let mut counted = BTreeMap::<AvatarId, u32>::new();
	let parcels = crate::Parcels::<Test>::iter_values().filter_map(|it| match it.title {
		Title::Own(holding) => Some(holding.owner),
		Title::PartOf { .. } => None,
	});
	let estates = crate::Estates::<Test>::iter_values().map(|it| it.holding.owner);
	let tenants = crate::Leases::<Test>::iter_values().map(|it| it.tenant);
	let payees = crate::Sales::<Test>::iter_values().map(|it| it.to);
	for avatar in parcels.chain(estates).chain(tenants).chain(payees) {
		*counted.entry(avatar).or_default() += 1;
	}
	for avatar in avatars() {
		let expected = counted.get(&avatar).copied().unwrap_or_default();
		assert_eq!(avatar_consumers(avatar), expected, "records that name avatar {avatar}");
	}
}

fn check_world_consumers() {
	for world in [WORLD, OTHER_WORLD] {
		let key = WorldKey::from(world);
		let inhabited = u32::from(crate::ParcelCount::<Test>::contains_key(key));
		let expected = inhabited + crate::Counters::<Test>::get(key).open;
		assert_eq!(world_consumers(world), expected, "records that need world {world}");
	}
}

/// Nothing is held of anyone for what is no more.
fn check_deposits() {
	use crate::HoldReason::*;

	for who in [OPERATOR, ALICE, BOB, CAROL] {
		for reason in [Parcel, Sale, Estate, Content, Standing, LeaseOffer, Lease] {
			assert_eq!(held_for(reason, who), owed(reason, who), "{reason:?} of {who}");
		}
	}
}

/// What has to be held of the account for a reason, counted from the records.
fn owed(reason: crate::HoldReason, who: AccountId) -> Balance {
	use crate::{Contents, Counters, Estates, HoldReason, LeaseOffers, Leases, Standings};

	let of_worlds = |count: fn(WorldKey) -> u32| -> Balance {
		let worlds = [WORLD, OTHER_WORLD].into_iter();
		let operated = worlds.filter(|it| <TwoWorlds as traits::Worlds<_>>::owner(*it) == Ok(who));
		operated.map(|world| Balance::from(count(WorldKey::from(world)))).sum()
	};
	let paid = |payers: &mut dyn Iterator<Item = AccountId>| -> Balance {
		payers.filter(|payer| *payer == who).map(|_| 1).sum()
	};
	match reason {
		HoldReason::Parcel => DEPOSIT * of_worlds(crate::ParcelCount::<Test>::get),
		HoldReason::Sale => SALE_DEPOSIT * of_worlds(|key| Counters::<Test>::get(key).open),
		HoldReason::Estate => {
			ESTATE_DEPOSIT * paid(&mut Estates::<Test>::iter_values().map(|it| it.payer))
		},
		HoldReason::Content => {
			CONTENT_DEPOSIT * paid(&mut Contents::<Test>::iter_values().map(|it| it.payer))
		},
		HoldReason::Standing => {
			STANDING_DEPOSIT * paid(&mut Standings::<Test>::iter_values().map(|it| it.payer))
		},
		HoldReason::LeaseOffer => {
			LEASE_OFFER_DEPOSIT * paid(&mut LeaseOffers::<Test>::iter_values().map(|it| it.payer))
		},
		HoldReason::Lease => {
			LEASE_DEPOSIT * paid(&mut Leases::<Test>::iter_values().map(|it| it.payer))
		},
	}
}
