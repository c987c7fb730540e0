// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, SettlerDetails};
use frame_support::assert_ok;

#[test]
fn nothing_is_known_of_an_unknown_world() {
	Chain::default().execute(|| {
		assert_eq!(Worlds::world(NOWHERE), None);
		assert_eq!(Worlds::fee_now(NOWHERE), None);
		assert_eq!(Worlds::metadata(NOWHERE), None);
		assert_eq!(Worlds::settler(NOWHERE, SERVER), None);
		assert!(!Worlds::may_settle(NOWHERE, SERVER));
	});
}

#[test]
fn a_world_may_have_no_fee_and_no_name() {
	Chain::default().world(OPERATOR, None).execute(|| {
		assert_eq!(Worlds::fee_now(WORLD), None);
		assert_eq!(Worlds::metadata(WORLD), None);
	});
}

#[test]
fn the_fee_now_is_the_one_in_force() {
	Chain::default().world(OPERATOR, fee(3, 250)).execute(|| {
		assert_ok!(Worlds::set_fee(RuntimeOrigin::signed(OPERATOR), WORLD, fee(3, 500)));
		assert_eq!(Worlds::fee_now(WORLD), fee(3, 250));

		System::set_block_number((1 + NOTICE).into());
		assert_eq!(Worlds::fee_now(WORLD), fee(3, 500));
	});
}

#[test]
fn an_expired_settler_is_still_known() {
	Chain::default().world(OPERATOR, None).capped(SERVER, 10, 50).execute(|| {
		System::set_block_number(11);

		assert_eq!(Worlds::settler(WORLD, SERVER), Some(SettlerDetails::new(10, Some(50))));
		assert_eq!(Worlds::settler(WORLD, BACKUP), None);
		assert!(!Worlds::may_settle(WORLD, SERVER));
	});
}
