// SPDX-License-Identifier: Apache-2.0
//! Each invariant notices the state that breaks it.

use crate::{mock::*, NextWorldId, Settlers, WorldDetails};
use freehold_primitives::{
	fee::{Fee, MAX_WORLD_FEE},
	ids::{AvatarId, WorldId},
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
	Settlers::<Test>::insert(WorldKey::from(world), settler, 10);
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
		let fee = Some(Fee { to: AvatarId(1), rate: MAX_WORLD_FEE + 1 });
		put(WORLD, WorldDetails { fee, ..sound() });
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
