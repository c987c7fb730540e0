// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, SettlerDetails, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::traits::Worlds as _;
use sp_runtime::{DispatchError, DispatchResult, TokenError};

/// Adds an account without a cap to [`WORLD`].
fn add(who: AccountId, settler: AccountId, valid_until: u32) -> DispatchResult {
	Worlds::add_settler(RuntimeOrigin::signed(who), WORLD, settler, valid_until, None)
}

#[test]
fn works() {
	Chain::default().world(OPERATOR, None).execute(|| {
		assert_ok!(add(OPERATOR, SERVER, 10));

		assert_eq!(Worlds::settler(WORLD, SERVER), Some(SettlerDetails::new(10, None)));
		assert_eq!(Worlds::world(WORLD).map(|it| it.settlers), Some(1));
		assert!(Worlds::may_settle(WORLD, SERVER));
		assert!(!Worlds::may_settle(WORLD, BACKUP));
		System::assert_last_event(
			Event::<Test>::SettlerAdded {
				world: WORLD,
				settler: SERVER,
				valid_until: 10,
				cap: None,
			}
			.into(),
		);
	});
}

#[test]
fn holds_a_deposit_for_each_settler() {
	Chain::default().world(OPERATOR, None).settler(SERVER, 10).execute(|| {
		assert_ok!(add(OPERATOR, BACKUP, 10));

		assert_eq!(deposits(OPERATOR), 2 * DEPOSIT);
		assert_eq!(deposits(SERVER), 0);
		assert_eq!(bonds(OPERATOR), BOND);
	});
}

#[test]
fn changes_the_expiry_of_a_settler() {
	Chain::default().world(OPERATOR, None).settler(SERVER, 10).execute(|| {
		for valid_until in [20, 5] {
			assert_ok!(add(OPERATOR, SERVER, valid_until));

			let expected = SettlerDetails::new(valid_until, None);
			assert_eq!(Worlds::settler(WORLD, SERVER), Some(expected));
			System::assert_last_event(
				Event::<Test>::SettlerAdded {
					world: WORLD,
					settler: SERVER,
					valid_until,
					cap: None,
				}
				.into(),
			);
		}
		assert_eq!(Worlds::world(WORLD).map(|it| it.settlers), Some(1));
		assert_eq!(deposits(OPERATOR), DEPOSIT);
	});
}

#[test]
fn sets_a_cap() {
	Chain::default().world(OPERATOR, None).execute(|| {
		let origin = RuntimeOrigin::signed(OPERATOR);
		assert_ok!(Worlds::add_settler(origin, WORLD, SERVER, 10, Some(0)));

		assert_eq!(Worlds::settler(WORLD, SERVER), Some(SettlerDetails::new(10, Some(0))));
		System::assert_last_event(
			Event::<Test>::SettlerAdded {
				world: WORLD,
				settler: SERVER,
				valid_until: 10,
				cap: Some(0),
			}
			.into(),
		);
	});
}

#[test]
fn a_changed_cap_is_no_second_one() {
	Chain::default().world(OPERATOR, None).capped(SERVER, 10, 50).execute(|| {
		assert_ok!(Worlds::charge(&SERVER, WORLD, 50));

		let origin = RuntimeOrigin::signed(OPERATOR);
		assert_ok!(Worlds::add_settler(origin, WORLD, SERVER, 20, Some(60)));

		let expected = SettlerDetails { valid_until: 20, cap: Some(60), spent: 50, spent_in: 1 };
		assert_eq!(Worlds::settler(WORLD, SERVER), Some(expected));
		assert_noop!(Worlds::charge(&SERVER, WORLD, 11), Error::<Test>::CapExceeded);
		assert_ok!(Worlds::charge(&SERVER, WORLD, 10));
	});
}

#[test]
fn works_in_a_suspended_world() {
	Chain::default().world(OPERATOR, None).suspended().execute(|| {
		assert_ok!(add(OPERATOR, SERVER, 10));

		assert!(!Worlds::may_settle(WORLD, SERVER));
	});
}

#[test]
fn renews_an_expired_settler() {
	Chain::default().world(OPERATOR, None).settler(SERVER, 10).execute(|| {
		System::set_block_number(11);
		assert!(!Worlds::may_settle(WORLD, SERVER));

		assert_ok!(add(OPERATOR, SERVER, 20));

		assert!(Worlds::may_settle(WORLD, SERVER));
	});
}

#[test]
fn takes_this_block_as_the_last() {
	Chain::default().world(OPERATOR, None).execute(|| {
		System::set_block_number(7);

		assert_ok!(add(OPERATOR, SERVER, 7));

		assert!(Worlds::may_settle(WORLD, SERVER));
	});
}

#[test]
fn fails_when_the_expiry_is_in_the_past() {
	Chain::default().world(OPERATOR, None).execute(|| {
		System::set_block_number(7);

		assert_noop!(add(OPERATOR, SERVER, 6), Error::<Test>::InvalidExpiry);
	});
}

#[test]
fn fails_when_the_world_has_as_many_as_it_may() {
	Chain::default()
		.world(OPERATOR, None)
		.settler(SERVER, 10)
		.settler(BACKUP, 10)
		.execute(|| {
			assert_noop!(add(OPERATOR, RIVAL, 10), Error::<Test>::TooManySettlers);
			assert_ok!(add(OPERATOR, SERVER, 20));
		});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	Chain::default().world(OPERATOR, None).settler(SERVER, 10).execute(|| {
		for stranger in [RIVAL, SERVER] {
			assert_noop!(add(stranger, BACKUP, 10), Error::<Test>::NotOwner);
		}
	});
}

#[test]
fn fails_in_an_unknown_world() {
	Chain::default().execute(|| {
		assert_noop!(
			Worlds::add_settler(RuntimeOrigin::signed(OPERATOR), NOWHERE, SERVER, 10, None),
			Error::<Test>::UnknownWorld
		);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	Chain::default().world(OPERATOR, None).execute(|| {
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), OPERATOR, DEPOSIT));

		assert_noop!(add(OPERATOR, SERVER, 10), DispatchError::Token(TokenError::FundsUnavailable));
		assert_eq!(crate::Settlers::<Test>::iter().count(), 0);
	});
}

#[test]
fn weighs_what_was_estimated() {
	let call = crate::Call::<Test>::add_settler {
		world: WORLD,
		settler: SERVER,
		valid_until: 10,
		cap: None,
	};

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::add_settler());
}
