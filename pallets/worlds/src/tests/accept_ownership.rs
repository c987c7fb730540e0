// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{ids::WorldId, traits::Worlds as _};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

fn accept(who: AccountId, world: WorldId) -> DispatchResult {
	Worlds::accept_ownership(RuntimeOrigin::signed(who), world, BOND)
}

#[test]
fn works() {
	Chain::default().world(OPERATOR, None).offered_to(RIVAL).execute(|| {
		assert_ok!(accept(RIVAL, WORLD));

		let details = Worlds::world(WORLD).expect("it is registered");
		assert_eq!((details.owner, details.offered_to), (RIVAL, None));
		assert_ok!(Worlds::ensure_owner(&RIVAL, WORLD));
		assert!(!Worlds::may_settle(WORLD, OPERATOR));
		System::assert_last_event(
			Event::<Test>::OwnershipAccepted { world: WORLD, from: OPERATOR, to: RIVAL }.into(),
		);
	});
}

#[test]
fn every_deposit_changes_sides() {
	Chain::default().world(OPERATOR, None).offered_to(RIVAL).execute(|| {
		assert_ok!(accept(RIVAL, WORLD));

		assert_eq!(Balances::free_balance(OPERATOR), MONEY);
		assert_eq!((bonds(OPERATOR), bonds(RIVAL)), (0, BOND));
		assert_eq!(Payer::get(WORLD), Some(RIVAL));
	});
}

#[test]
fn the_deposits_of_other_worlds_stay() {
	Chain::default()
		.world(OPERATOR, None)
		.world(OPERATOR, None)
		.offered_to(RIVAL)
		.execute(|| {
			assert_ok!(accept(RIVAL, WORLD));

			assert_eq!((bonds(OPERATOR), bonds(RIVAL)), (BOND, BOND));
			assert_eq!(Payer::get(WorldId(1)), None);
		});
}

#[test]
fn the_new_owner_gets_the_deposits_back() {
	Chain::default().world(OPERATOR, None).offered_to(RIVAL).execute(|| {
		assert_ok!(accept(RIVAL, WORLD));
		assert_ok!(Worlds::close(RuntimeOrigin::signed(RIVAL), WORLD));

		assert_eq!(Balances::free_balance(RIVAL), MONEY);
	});
}

#[test]
fn the_rest_of_the_world_stays_as_it_was() {
	Chain::default()
		.world(OPERATOR, fee(3, 250))
		.named(called(b"City"))
		.offered_to(RIVAL)
		.suspended()
		.execute(|| {
			assert_ok!(Worlds::retain(WORLD));
			let before = Worlds::world(WORLD).expect("it is registered");

			assert_ok!(accept(RIVAL, WORLD));

			let expected = crate::WorldDetails { owner: RIVAL, offered_to: None, ..before };
			assert_eq!(Worlds::world(WORLD), Some(expected));
			assert_eq!(Worlds::metadata(WORLD), Some(called(b"City")));
			assert_eq!(named(3), 1);
		});
}

#[test]
fn fails_when_it_is_offered_to_nobody_or_another() {
	Chain::default().world(OPERATOR, None).execute(|| {
		assert_noop!(accept(RIVAL, WORLD), Error::<Test>::NotOffered);
		assert_noop!(accept(OPERATOR, WORLD), Error::<Test>::NotOffered);
	});
	Chain::default().world(OPERATOR, None).offered_to(SERVER).execute(|| {
		assert_noop!(accept(RIVAL, WORLD), Error::<Test>::NotOffered);
		assert_noop!(accept(OPERATOR, WORLD), Error::<Test>::NotOffered);
	});
}

#[test]
fn an_offer_is_accepted_once() {
	Chain::default().world(OPERATOR, None).offered_to(RIVAL).execute(|| {
		assert_ok!(accept(RIVAL, WORLD));

		assert_noop!(accept(RIVAL, WORLD), Error::<Test>::NotOffered);
	});
}

#[test]
fn fails_without_money_for_the_bond() {
	Chain::default().world(OPERATOR, None).offered_to(BACKUP).execute(|| {
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), BACKUP, BOND));

		assert_noop!(accept(BACKUP, WORLD), DispatchError::Token(TokenError::FundsUnavailable));
	});
}

/// The former owner's servers would go on to act for the world. An expired one counts too.
#[test]
fn fails_while_the_world_has_settlers() {
	Chain::default()
		.world(OPERATOR, None)
		.settler(SERVER, 10)
		.offered_to(RIVAL)
		.execute(|| {
			assert_noop!(accept(RIVAL, WORLD), Error::<Test>::InUse);
			System::set_block_number(11);
			assert_noop!(accept(RIVAL, WORLD), Error::<Test>::InUse);

			assert_ok!(Worlds::remove_settler(RuntimeOrigin::signed(OPERATOR), WORLD, SERVER));
			assert_ok!(accept(RIVAL, WORLD));
		});
}

#[test]
fn fails_when_more_would_be_held_than_the_new_owner_agreed_to() {
	Chain::default().world(RIVAL, None).world(OPERATOR, None).execute(|| {
		let (world, origin) = (WorldId(1), || RuntimeOrigin::signed(RIVAL));
		let offer = Worlds::offer_ownership(RuntimeOrigin::signed(OPERATOR), world, Some(RIVAL));
		assert_ok!(offer);

		assert_noop!(
			Worlds::accept_ownership(origin(), world, BOND - 1),
			Error::<Test>::DepositsTooHigh
		);

		// What was held of it before does not count.
		assert_ok!(Worlds::accept_ownership(origin(), world, BOND));
		assert_eq!(bonds(RIVAL), 2 * BOND);
	});
}

#[test]
fn fails_when_other_deposits_cannot_move() {
	Chain::default().world(OPERATOR, None).offered_to(BARRED).execute(|| {
		assert_noop!(accept(BARRED, WORLD), DispatchError::Other("barred"));
	});
}

#[test]
fn fails_in_an_unknown_world() {
	Chain::default().execute(|| {
		assert_noop!(accept(OPERATOR, NOWHERE), Error::<Test>::UnknownWorld);
	});
}

#[test]
fn weighs_what_was_estimated() {
	let call = crate::Call::<Test>::accept_ownership { world: WORLD, max_deposits: BOND };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::accept_ownership());
}
