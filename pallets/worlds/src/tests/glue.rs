// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, WorldDetails};
use frame_support::{assert_err, assert_noop, assert_ok};
use freehold_primitives::{
	chain::Balance, ids::WorldId, key::WorldKey, land::Coordinates, traits::Worlds as _,
};
use sp_runtime::{ArithmeticError, DispatchError};

#[test]
fn the_owner_is_known() {
	Chain::default().world(OPERATOR, None).world(RIVAL, None).execute(|| {
		assert_eq!(Worlds::owner(WORLD), Ok(OPERATOR));
		assert_ok!(Worlds::ensure_owner(&OPERATOR, WORLD));
		assert_err!(Worlds::ensure_owner(&RIVAL, WORLD), Error::<Test>::NotOwner);
	});
}

#[test]
fn a_settler_is_no_owner() {
	Chain::default().world(OPERATOR, None).settler(SERVER, 10).execute(|| {
		assert_err!(Worlds::ensure_owner(&SERVER, WORLD), Error::<Test>::NotOwner);
	});
}

#[test]
fn the_owner_may_settle() {
	Chain::default().world(OPERATOR, None).execute(|| {
		assert_ok!(Worlds::ensure_settler(&OPERATOR, WORLD));
		assert!(Worlds::may_settle(WORLD, OPERATOR));
	});
}

#[test]
fn a_settler_may_settle_until_it_expires() {
	Chain::default().world(OPERATOR, None).settler(SERVER, 10).execute(|| {
		System::set_block_number(10);
		assert_ok!(Worlds::ensure_settler(&SERVER, WORLD));

		System::set_block_number(11);
		assert_err!(Worlds::ensure_settler(&SERVER, WORLD), Error::<Test>::NotSettler);
		assert!(!Worlds::may_settle(WORLD, SERVER));
	});
}

#[test]
fn a_settler_settles_for_its_own_world_only() {
	Chain::default()
		.world(OPERATOR, None)
		.world(OPERATOR, None)
		.settler(SERVER, 10)
		.execute(|| {
			assert_err!(Worlds::ensure_settler(&SERVER, WorldId(1)), Error::<Test>::NotSettler);
		});
}

#[test]
fn the_grid_ends_at_its_corners() {
	Chain::default().world(OPERATOR, None).execute(|| {
		for (x, y) in [(-2, -2), (0, 0), (2, 2), (-2, 2)] {
			assert_ok!(Worlds::ensure_contains(WORLD, Coordinates::new(x, y)));
		}
		for (x, y) in [(-3, 0), (3, 0), (0, -3), (0, 3)] {
			assert_err!(
				Worlds::ensure_contains(WORLD, Coordinates::new(x, y)),
				Error::<Test>::OutOfBounds
			);
		}
	});
}

#[test]
fn the_fee_is_known() {
	let fee = fee(3, 250);
	Chain::default().world(OPERATOR, fee).world(RIVAL, None).execute(|| {
		assert_eq!(Worlds::fee(WORLD), Ok(fee));
		assert_eq!(Worlds::fee(WorldId(1)), Ok(None));
	});
}

#[test]
fn an_unknown_world_is_an_error() {
	Chain::default().world(OPERATOR, None).execute(|| {
		let error = DispatchError::from(Error::<Test>::UnknownWorld);
		let at = Coordinates::new(0, 0);

		assert_err!(Worlds::owner(NOWHERE), error);
		assert_err!(Worlds::ensure_owner(&OPERATOR, NOWHERE), error);
		assert_err!(Worlds::ensure_settler(&OPERATOR, NOWHERE), error);
		assert_err!(Worlds::ensure_contains(NOWHERE, at), error);
		assert_err!(Worlds::ensure_open(NOWHERE), error);
		assert_err!(Worlds::fee(NOWHERE), error);
		assert_err!(Worlds::charge(&OPERATOR, NOWHERE, 1), error);
		assert_err!(Worlds::retain(NOWHERE), error);
		Worlds::release(NOWHERE);
		assert!(!Worlds::may_settle(NOWHERE, OPERATOR));
	});
}

#[test]
fn nobody_acts_for_a_suspended_world() {
	Chain::default()
		.world(OPERATOR, None)
		.settler(SERVER, 10)
		.suspended()
		.execute(|| {
			assert_err!(Worlds::ensure_open(WORLD), Error::<Test>::Suspended);
			for who in [OPERATOR, SERVER] {
				assert_err!(Worlds::ensure_settler(&who, WORLD), Error::<Test>::Suspended);
				assert_noop!(Worlds::charge(&who, WORLD, 1), Error::<Test>::Suspended);
				assert!(!Worlds::may_settle(WORLD, who));
			}
		});
}

#[test]
fn a_suspended_world_is_still_operated() {
	Chain::default().world(OPERATOR, fee(3, 250)).suspended().execute(|| {
		assert_ok!(Worlds::ensure_owner(&OPERATOR, WORLD));
		assert_ok!(Worlds::ensure_contains(WORLD, Coordinates::new(0, 0)));
		assert_eq!(Worlds::owner(WORLD), Ok(OPERATOR));
		assert_eq!(Worlds::fee(WORLD), Ok(fee(3, 250)));
	});
}

#[test]
fn a_world_is_open_unless_suspended() {
	Chain::default().world(OPERATOR, None).execute(|| {
		assert_ok!(Worlds::ensure_open(WORLD));
	});
}

#[test]
fn a_settler_settles_its_cap_in_each_block() {
	Chain::default().world(OPERATOR, None).capped(SERVER, 10, 50).execute(|| {
		for block in [1, 2, 10] {
			System::set_block_number(block);
			assert_ok!(Worlds::charge(&SERVER, WORLD, 30));
			assert_noop!(Worlds::charge(&SERVER, WORLD, 21), Error::<Test>::CapExceeded);
			assert_ok!(Worlds::charge(&SERVER, WORLD, 20));
			assert_noop!(Worlds::charge(&SERVER, WORLD, 1), Error::<Test>::CapExceeded);
			assert_ok!(Worlds::charge(&SERVER, WORLD, 0));
		}
	});
}

#[test]
fn each_settler_has_a_cap_of_its_own() {
	Chain::default()
		.world(OPERATOR, None)
		.capped(SERVER, 10, 50)
		.capped(BACKUP, 10, 50)
		.execute(|| {
			assert_ok!(Worlds::charge(&SERVER, WORLD, 50));
			assert_ok!(Worlds::charge(&BACKUP, WORLD, 50));
		});
}

#[test]
fn the_owner_and_a_settler_without_a_cap_settle_any_value() {
	Chain::default().world(OPERATOR, None).settler(SERVER, 10).execute(|| {
		for who in [OPERATOR, SERVER] {
			assert_ok!(Worlds::charge(&who, WORLD, Balance::MAX));
			assert_ok!(Worlds::charge(&who, WORLD, Balance::MAX));
		}
	});
}

#[test]
fn the_owner_has_no_cap_even_as_a_settler() {
	Chain::default().world(OPERATOR, None).capped(OPERATOR, 10, 1).execute(|| {
		assert_ok!(Worlds::charge(&OPERATOR, WORLD, 2));
	});
}

#[test]
fn nobody_else_is_charged() {
	Chain::default().world(OPERATOR, None).settler(SERVER, 10).execute(|| {
		assert_noop!(Worlds::charge(&RIVAL, WORLD, 0), Error::<Test>::NotSettler);

		System::set_block_number(11);
		assert_noop!(Worlds::charge(&SERVER, WORLD, 0), Error::<Test>::NotSettler);
	});
}

#[test]
fn records_that_need_the_world_are_counted() {
	Chain::default().world(OPERATOR, None).execute(|| {
		assert_ok!(Worlds::retain(WORLD));
		assert_ok!(Worlds::retain(WORLD));
		assert_eq!(Worlds::world(WORLD).map(|it| it.consumers), Some(2));

		Worlds::release(WORLD);
		assert_eq!(Worlds::world(WORLD).map(|it| it.consumers), Some(1));
	});
}

#[test]
fn no_more_records_are_counted_than_can_be() {
	Chain::default().world(OPERATOR, None).execute(|| {
		let full =
			WorldDetails { consumers: u32::MAX, ..WorldDetails::new(OPERATOR, BOUNDS, None) };
		crate::Worlds::<Test>::insert(WorldKey::from(WORLD), full);

		assert_noop!(Worlds::retain(WORLD), ArithmeticError::Overflow);
	});
}
