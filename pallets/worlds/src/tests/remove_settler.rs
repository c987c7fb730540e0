// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, Settlers, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::key::WorldKey;

#[test]
fn works() {
	Chain::default()
		.world(OPERATOR, None)
		.settler(SERVER, 10)
		.settler(BACKUP, 10)
		.execute(|| {
			assert_ok!(Worlds::remove_settler(RuntimeOrigin::signed(OPERATOR), WORLD, SERVER));

			assert_eq!(Settlers::<Test>::get(WorldKey::from(WORLD), SERVER), None);
			assert_eq!(Worlds::world(WORLD).map(|it| it.settlers), Some(1));
			assert!(!Worlds::may_settle(WORLD, SERVER));
			assert!(Worlds::may_settle(WORLD, BACKUP));
			System::assert_last_event(
				Event::<Test>::SettlerRemoved { world: WORLD, settler: SERVER }.into(),
			);
		});
}

#[test]
fn gives_the_deposit_back() {
	Chain::default().world(OPERATOR, None).settler(SERVER, 10).execute(|| {
		assert_eq!(Balances::free_balance(OPERATOR), MONEY - BOND - DEPOSIT);

		assert_ok!(Worlds::remove_settler(RuntimeOrigin::signed(OPERATOR), WORLD, SERVER));

		assert_eq!(Balances::free_balance(OPERATOR), MONEY - BOND);
		assert_eq!(deposits(OPERATOR), 0);
		assert_eq!(bonds(OPERATOR), BOND);
	});
}

#[test]
fn removes_an_expired_settler() {
	Chain::default().world(OPERATOR, None).settler(SERVER, 10).execute(|| {
		System::set_block_number(11);

		assert_ok!(Worlds::remove_settler(RuntimeOrigin::signed(OPERATOR), WORLD, SERVER));

		assert_eq!(deposits(OPERATOR), 0);
	});
}

#[test]
fn makes_room_for_another() {
	Chain::default()
		.world(OPERATOR, None)
		.settler(SERVER, 10)
		.settler(BACKUP, 10)
		.execute(|| {
			assert_ok!(Worlds::remove_settler(RuntimeOrigin::signed(OPERATOR), WORLD, SERVER));

			assert_ok!(Worlds::add_settler(
				RuntimeOrigin::signed(OPERATOR),
				WORLD,
				RIVAL,
				10,
				None
			));
		});
}

#[test]
fn fails_for_an_unknown_settler() {
	Chain::default().world(OPERATOR, None).settler(SERVER, 10).execute(|| {
		assert_noop!(
			Worlds::remove_settler(RuntimeOrigin::signed(OPERATOR), WORLD, BACKUP),
			Error::<Test>::UnknownSettler
		);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	Chain::default().world(OPERATOR, None).settler(SERVER, 10).execute(|| {
		for stranger in [RIVAL, SERVER] {
			assert_noop!(
				Worlds::remove_settler(RuntimeOrigin::signed(stranger), WORLD, SERVER),
				Error::<Test>::NotOwner
			);
		}
	});
}

#[test]
fn fails_in_an_unknown_world() {
	Chain::default().execute(|| {
		assert_noop!(
			Worlds::remove_settler(RuntimeOrigin::signed(OPERATOR), NOWHERE, SERVER),
			Error::<Test>::UnknownWorld
		);
	});
}

#[test]
fn weighs_what_was_estimated() {
	let call = crate::Call::<Test>::remove_settler { world: WORLD, settler: SERVER };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::remove_settler());
}
