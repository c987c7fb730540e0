// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{ids::WorldId, traits::Worlds as _};
use sp_runtime::DispatchResult;

fn suspend(who: AccountId, world: WorldId) -> DispatchResult {
	Worlds::suspend(RuntimeOrigin::signed(who), world)
}

#[test]
fn works() {
	Chain::default().world(OPERATOR, None).settler(SERVER, 10).execute(|| {
		assert_ok!(suspend(OPERATOR, WORLD));

		assert_eq!(Worlds::world(WORLD).map(|it| it.suspended), Some(true));
		assert!(!Worlds::may_settle(WORLD, OPERATOR));
		assert!(!Worlds::may_settle(WORLD, SERVER));
		System::assert_last_event(Event::<Test>::WorldSuspended { world: WORLD }.into());
	});
}

#[test]
fn leaves_other_worlds_open() {
	Chain::default().world(OPERATOR, None).world(OPERATOR, None).execute(|| {
		assert_ok!(suspend(OPERATOR, WORLD));

		assert_ok!(Worlds::ensure_open(WorldId(1)));
	});
}

#[test]
fn fails_when_it_is_suspended_already() {
	Chain::default().world(OPERATOR, None).suspended().execute(|| {
		assert_noop!(suspend(OPERATOR, WORLD), Error::<Test>::Suspended);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	Chain::default().world(OPERATOR, None).settler(SERVER, 10).execute(|| {
		for stranger in [RIVAL, SERVER] {
			assert_noop!(suspend(stranger, WORLD), Error::<Test>::NotOwner);
		}
	});
}

#[test]
fn fails_in_an_unknown_world() {
	Chain::default().execute(|| {
		assert_noop!(suspend(OPERATOR, NOWHERE), Error::<Test>::UnknownWorld);
	});
}

#[test]
fn weighs_what_was_estimated() {
	let call = crate::Call::<Test>::suspend { world: WORLD };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::suspend());
}
