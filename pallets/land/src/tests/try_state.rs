// SPDX-License-Identifier: Apache-2.0
//! Each invariant notices the state that breaks it.

use crate::{mock::*, ParcelCount, ParcelDetails, Parcels};
use freehold_primitives::{
	ids::AvatarId,
	key::{ParcelKey, WorldKey},
	land::Zone,
};

/// Breaks the state of a sound world and mends it again, so that the closing check passes.
fn assert_noticed(message: &'static str, breaking: impl FnOnce()) {
	World::default().parcel(ALICE, (0, 0), Zone::Open).execute(|| {
		let _ = frame_support::storage::with_transaction(|| {
			breaking();
			assert_eq!(Land::do_try_state(), Err(message.into()));
			sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(()))
		});
	});
}

fn put(x: i16, y: i16, details: ParcelDetails) {
	Parcels::<Test>::insert(ParcelKey::from(parcel(x, y)), details);
}

#[test]
fn a_parcel_outside_the_grid_is_noticed() {
	assert_noticed("L1: a parcel lies outside its world", || {
		put(3, 3, ParcelDetails::new(avatar(ALICE), Zone::Open));
	});
}

#[test]
fn a_parcel_without_an_owner_is_noticed() {
	assert_noticed("L2: a parcel belongs to an avatar that does not exist", || {
		put(0, 0, ParcelDetails::new(AvatarId(99), Zone::Open));
	});
}

#[test]
fn an_unlocked_road_is_noticed() {
	assert_noticed("L3: zone and lock disagree", || {
		let open = ParcelDetails::new(avatar(ALICE), Zone::Open);
		put(0, 0, ParcelDetails { zone: Zone::Road, ..open });
	});
}

#[test]
fn a_wrong_count_is_noticed() {
	assert_noticed("L4: a world's parcels are miscounted", || {
		ParcelCount::<Test>::insert(WorldKey::from(WORLD), 2);
	});
}

#[test]
fn a_missing_deposit_is_noticed() {
	assert_noticed("L5: an operator's deposits do not match its parcels", || {
		put(1, 1, ParcelDetails::new(avatar(ALICE), Zone::Open));
		ParcelCount::<Test>::insert(WorldKey::from(WORLD), 2);
	});
}
