// SPDX-License-Identifier: Apache-2.0
//! Each invariant notices the state that breaks it.

use crate::{mock::*, NextWorldId, SettlerDetails, Settlers, WorldDetails, WorldMetadata};
use freehold_primitives::{
	fee::{Announcement, FeeSchedule, MAX_WORLD_FEE},
	ids::WorldId,
	key::WorldKey,
	land::{Area, Coordinates},
};

/// Breaks the state of a sound world and mends it again, so that the closing check passes.
fn assert_noticed(message: &'static str, breaking: impl FnOnce()) {
	Chain::default().world(OPERATOR, None).settler(SERVER, 10).execute(|| {
		let _ = frame_support::storage::with_transaction(|| {
			breaking();
			assert_eq!(Worlds::do_try_state(), Err(message.into()));
			sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(()))
		});
	});
}

/// The record of the sound world.
fn sound() -> WorldDetails<AccountId> {
	WorldDetails { settlers: 1, ..WorldDetails::new(OPERATOR, BOUNDS, None) }
}

fn put(world: WorldId, details: WorldDetails<AccountId>) {
	crate::Worlds::<Test>::insert(WorldKey::from(world), details);
}

fn settle(world: WorldId, settler: AccountId) {
	Settlers::<Test>::insert(WorldKey::from(world), settler, SettlerDetails::new(10, None));
}

#[test]
fn an_id_that_was_never_given_out_is_noticed() {
	assert_noticed("W1: a world's id was never given out", || {
		put(WorldId(1), WorldDetails::new(OPERATOR, BOUNDS, None));
	});
}

#[test]
fn a_world_without_places_is_noticed() {
	assert_noticed("W2: a world has no place", || {
		let bounds = Area { min: Coordinates::new(1, 0), max: Coordinates::new(0, 0) };
		put(WORLD, WorldDetails { bounds, ..sound() });
	});
}

#[test]
fn a_fee_above_the_limit_is_noticed() {
	assert_noticed("W2: a world's fee is too high", || {
		let fee = fee(1, MAX_WORLD_FEE + 1).into();
		put(WORLD, WorldDetails { fee, ..sound() });
	});
	assert_noticed("W2: a world's fee is too high", || {
		let announced = Some(Announcement { fee: fee(1, MAX_WORLD_FEE + 1), from: 9 });
		put(WORLD, WorldDetails { fee: FeeSchedule { current: None, announced }, ..sound() });
	});
}

#[test]
fn an_announcement_that_is_no_raise_is_noticed() {
	assert_noticed("W6: what was announced is no raise", || {
		let announced = Some(Announcement { fee: fee(1, 250), from: 9 });
		let fee = FeeSchedule { current: fee(1, 250), announced };
		put(WORLD, WorldDetails { fee, ..sound() });
	});
}

#[test]
fn metadata_of_no_world_is_noticed() {
	assert_noticed("W4: metadata of no world", || {
		WorldMetadata::<Test>::insert(WorldKey::from(NOWHERE), called(b"Nowhere"));
	});
}

#[test]
fn a_name_that_cannot_be_shown_is_noticed() {
	assert_noticed("W7: a world's name can't be shown", || {
		WorldMetadata::<Test>::insert(WorldKey::from(WORLD), called(b"\n"));
	});
}

#[test]
fn an_offer_to_the_owner_is_noticed() {
	assert_noticed("W8: a world is offered to its owner", || {
		put(WORLD, WorldDetails { offered_to: Some(OPERATOR), ..sound() });
	});
}

#[test]
fn a_settlement_in_a_block_to_come_is_noticed() {
	assert_noticed("W9: a settler settled in a block to come", || {
		let settler = SettlerDetails { spent_in: 2, ..SettlerDetails::new(10, None) };
		Settlers::<Test>::insert(WorldKey::from(WORLD), SERVER, settler);
	});
}

#[test]
fn a_wrong_count_is_noticed() {
	assert_noticed("W3: a world's settlers are miscounted", || {
		put(WORLD, WorldDetails { settlers: 2, ..sound() });
	});
}

#[test]
fn one_settler_too_many_is_noticed() {
	assert_noticed("W3: a world has too many settlers", || {
		settle(WORLD, BACKUP);
		settle(WORLD, RIVAL);
		put(WORLD, WorldDetails { settlers: MAX_SETTLERS + 1, ..sound() });
	});
}

#[test]
fn a_settler_of_no_world_is_noticed() {
	assert_noticed("W4: a settler's world does not exist", || {
		settle(NOWHERE, SERVER);
	});
}

#[test]
fn a_missing_bond_is_noticed() {
	assert_noticed("W5: an operator's bonds do not match its worlds", || {
		put(WorldId(1), WorldDetails::new(OPERATOR, BOUNDS, None));
		NextWorldId::<Test>::put(WorldId(2));
	});
}

#[test]
fn a_missing_deposit_is_noticed() {
	assert_noticed("W5: an operator's deposits do not match its settlers", || {
		settle(WORLD, BACKUP);
		put(WORLD, WorldDetails { settlers: 2, ..sound() });
	});
}

#[test]
fn a_deposit_that_was_kept_is_noticed() {
	assert_noticed("W5: an operator's deposits do not match its settlers", || {
		Settlers::<Test>::remove(WorldKey::from(WORLD), SERVER);
		put(WORLD, WorldDetails { settlers: 0, ..sound() });
	});
}
