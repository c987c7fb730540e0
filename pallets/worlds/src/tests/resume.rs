// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::ids::WorldId;
use sp_runtime::DispatchResult;

fn resume(who: AccountId, world: WorldId) -> DispatchResult {
	Worlds::resume(RuntimeOrigin::signed(who), world)
}

#[test]
fn works() {
	Chain::default()
		.world(OPERATOR, None)
		.settler(SERVER, 10)
		.suspended()
		.execute(|| {
			assert_ok!(resume(OPERATOR, WORLD));

			assert_eq!(Worlds::world(WORLD).map(|it| it.suspended), Some(false));
			assert!(Worlds::may_settle(WORLD, OPERATOR));
			assert!(Worlds::may_settle(WORLD, SERVER));
			System::assert_last_event(Event::<Test>::WorldResumed { world: WORLD }.into());
		});
}

#[test]
fn fails_when_it_is_not_suspended() {
	Chain::default().world(OPERATOR, None).execute(|| {
		assert_noop!(resume(OPERATOR, WORLD), Error::<Test>::NotSuspended);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	Chain::default()
		.world(OPERATOR, None)
		.settler(SERVER, 10)
		.suspended()
		.execute(|| {
			for stranger in [RIVAL, SERVER] {
				assert_noop!(resume(stranger, WORLD), Error::<Test>::NotOwner);
			}
		});
}

#[test]
fn fails_in_an_unknown_world() {
	Chain::default().execute(|| {
		assert_noop!(resume(OPERATOR, NOWHERE), Error::<Test>::UnknownWorld);
	});
}

#[test]
fn weighs_what_was_estimated() {
	let call = crate::Call::<Test>::resume { world: WORLD };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::resume());
}
