// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error};
use frame_support::{assert_err, assert_ok};
use freehold_primitives::{
	fee::Fee,
	ids::{AvatarId, WorldId},
	land::Coordinates,
	traits::Worlds as _,
};
use sp_runtime::DispatchError;

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
	let fee = Some(Fee { to: AvatarId(3), rate: 250 });
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
		assert_err!(Worlds::fee(NOWHERE), error);
		assert!(!Worlds::may_settle(NOWHERE, OPERATOR));
	});
}
