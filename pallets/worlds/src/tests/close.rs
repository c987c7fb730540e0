// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, Error, Event, NextWorldId, WeightInfo, WorldMetadata,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{ids::WorldId, traits::Worlds as _};
use sp_runtime::DispatchResult;

fn close(who: AccountId, world: WorldId) -> DispatchResult {
	Worlds::close(RuntimeOrigin::signed(who), world)
}

#[test]
fn works() {
	Chain::default()
		.world(OPERATOR, None)
		.named(called(b"City"))
		.offered_to(RIVAL)
		.execute(|| {
			assert_ok!(close(OPERATOR, WORLD));

			assert_eq!(Worlds::world(WORLD), None);
			assert_eq!(Worlds::metadata(WORLD), None);
			assert_eq!(WorldMetadata::<Test>::iter().count(), 0);
			assert_noop!(
				Worlds::accept_ownership(RuntimeOrigin::signed(RIVAL), WORLD, BOND),
				Error::<Test>::UnknownWorld
			);
			System::assert_has_event(Event::<Test>::WorldClosed { world: WORLD }.into());
		});
}

#[test]
fn gives_the_bond_back() {
	Chain::default().world(OPERATOR, None).world(OPERATOR, None).execute(|| {
		assert_ok!(close(OPERATOR, WORLD));
		assert_eq!(bonds(OPERATOR), BOND);

		assert_ok!(close(OPERATOR, WorldId(1)));
		assert_eq!(Balances::free_balance(OPERATOR), MONEY);
	});
}

#[test]
fn releases_the_avatars_of_the_fees() {
	Chain::default().world(OPERATOR, fee(3, 250)).execute(|| {
		let origin = RuntimeOrigin::signed(OPERATOR);
		assert_ok!(Worlds::set_fee(origin, WORLD, fee(4, 500)));

		assert_ok!(close(OPERATOR, WORLD));

		assert_eq!((named(3), named(4)), (0, 0));
	});
}

#[test]
fn never_gives_the_id_out_again() {
	Chain::default().world(OPERATOR, None).execute(|| {
		assert_ok!(close(OPERATOR, WORLD));

		assert_ok!(Worlds::register(RuntimeOrigin::signed(OPERATOR), BOUNDS, None));

		assert_eq!(Worlds::world(WORLD), None);
		assert_eq!(NextWorldId::<Test>::get(), WorldId(2));
	});
}

#[test]
fn closes_a_suspended_world() {
	Chain::default().world(OPERATOR, None).suspended().execute(|| {
		assert_ok!(close(OPERATOR, WORLD));
	});
}

#[test]
fn closes_a_world_that_nothing_needs_any_more() {
	Chain::default().world(OPERATOR, None).settler(SERVER, 10).execute(|| {
		assert_ok!(Worlds::retain(WORLD));
		Worlds::release(WORLD);
		assert_ok!(Worlds::remove_settler(RuntimeOrigin::signed(OPERATOR), WORLD, SERVER));

		assert_ok!(close(OPERATOR, WORLD));

		assert_eq!(Balances::free_balance(OPERATOR), MONEY);
	});
}

#[test]
fn fails_while_it_has_settlers() {
	Chain::default().world(OPERATOR, None).settler(SERVER, 10).execute(|| {
		assert_noop!(close(OPERATOR, WORLD), Error::<Test>::InUse);

		System::set_block_number(11);
		assert_noop!(close(OPERATOR, WORLD), Error::<Test>::InUse);
	});
}

#[test]
fn fails_while_a_record_needs_it() {
	Chain::default().world(OPERATOR, None).execute(|| {
		assert_ok!(Worlds::retain(WORLD));

		assert_noop!(close(OPERATOR, WORLD), Error::<Test>::InUse);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	Chain::default().world(OPERATOR, None).offered_to(RIVAL).execute(|| {
		for stranger in [RIVAL, SERVER] {
			assert_noop!(close(stranger, WORLD), Error::<Test>::NotOwner);
		}
	});
}

#[test]
fn fails_in_an_unknown_world() {
	Chain::default().world(OPERATOR, None).execute(|| {
		assert_noop!(close(OPERATOR, NOWHERE), Error::<Test>::UnknownWorld);
		assert_ok!(close(OPERATOR, WORLD));
		assert_noop!(close(OPERATOR, WORLD), Error::<Test>::UnknownWorld);
	});
}

#[test]
fn weighs_what_was_estimated() {
	let call = crate::Call::<Test>::close { world: WORLD };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::close());
}
