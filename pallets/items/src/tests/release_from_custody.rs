// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{
	asset::{Custody, Holding, Lock},
	ids::{OrderId, WorldId},
};
use sp_runtime::{DispatchError, DispatchResult};

fn release(who: AccountId) -> DispatchResult {
	Items::release_from_custody(RuntimeOrigin::signed(who), item(0))
}

/// Runs a test in which a sword of Alice's is in custody of the world up to block 20.
fn kept(test: impl FnOnce()) {
	World::with_catalogue().sword(ALICE).execute(|| {
		let alice = RuntimeOrigin::signed(ALICE);
		assert_ok!(Items::place_in_custody(alice, item(0), WORLD, 7, 20));
		test();
	});
}

#[test]
fn works() {
	kept(|| {
		assert_ok!(release(SETTLER));

		assert_eq!(Items::item(item(0)).map(|it| it.holding), Some(Holding::new(avatar(ALICE))));
		System::assert_last_event(
			Event::ReleasedFromCustody { item: item(0), world: WORLD }.into(),
		);
	});
}

#[test]
fn works_for_the_worlds_owner() {
	kept(|| {
		assert_ok!(release(OPERATOR));
	});
}

#[test]
fn lets_the_item_go() {
	kept(|| {
		assert_ok!(release(SETTLER));

		let alice = RuntimeOrigin::signed(ALICE);
		assert_ok!(Items::transfer_item(alice, item(0), avatar(BOB)));
	});
}

#[test]
fn works_while_the_avatar_is_offered() {
	kept(|| {
		Pairs::offer(avatar(ALICE));

		assert_ok!(release(SETTLER));
	});
}

#[test]
fn works_up_to_its_last_block() {
	kept(|| {
		go_to(20);
		assert_ok!(release(SETTLER));
	});
	kept(|| {
		go_to(21);
		assert_noop!(release(SETTLER), Error::<Test>::NotInCustody);
	});
}

/// The holder has agreed to the end.
#[test]
fn fails_for_the_holder() {
	kept(|| {
		assert_noop!(release(ALICE), NOT_SETTLER);
	});
}

#[test]
fn fails_for_anyone_but_a_settler_of_that_world() {
	kept(|| {
		// Who operates another world.
		assert_noop!(release(BOB), NOT_SETTLER);
	});
}

#[test]
fn works_for_the_owner_of_a_suspended_world() {
	kept(|| {
		TheWorld::suspend();

		assert_ok!(release(OPERATOR));
	});
}

/// Nobody settles for it, perhaps for good.
#[test]
fn works_for_the_holder_while_the_world_is_suspended() {
	kept(|| {
		TheWorld::suspend();

		for stranger in [SETTLER, BOB] {
			assert_noop!(release(stranger), NOT_YOURS);
		}
		assert_ok!(release(ALICE));
	});
	kept(|| {
		TheWorld::suspend();
		Pairs::offer(avatar(ALICE));

		assert_noop!(release(ALICE), OFFERED);
	});
}

#[test]
fn works_for_the_holder_once_the_world_is_closed() {
	World::with_catalogue().sword(ALICE).execute(|| {
		let custody = Custody { world: WorldId(8), reason: 0, until: 20 };
		lock(item(0), Lock::Custody(custody));

		for stranger in [SETTLER, BOB, OPERATOR] {
			assert_noop!(release(stranger), NOT_YOURS);
		}
		assert_ok!(release(ALICE));
	});
}

#[test]
fn fails_for_an_item_that_is_not_in_custody() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_noop!(release(SETTLER), Error::<Test>::NotInCustody);
		lock(item(0), Lock::Order(OrderId(0)));
		assert_noop!(release(SETTLER), Error::<Test>::NotInCustody);
	});
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_ok!(Items::equip(RuntimeOrigin::signed(ALICE), avatar(ALICE), 0, item(0)));
		assert_noop!(release(SETTLER), Error::<Test>::NotInCustody);
	});
}

#[test]
fn fails_for_an_unknown_item() {
	World::with_catalogue().execute(|| {
		assert_noop!(release(SETTLER), Error::<Test>::UnknownItem);
	});
}

#[test]
fn fails_unsigned() {
	kept(|| {
		assert_noop!(
			Items::release_from_custody(RuntimeOrigin::none(), item(0)),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_what_the_weights_say() {
	let call = crate::Call::<Test>::release_from_custody { item: item(0) };
	let expected = SubstrateWeight::<Test>::release_from_custody();

	assert_eq!(call.get_dispatch_info().call_weight, expected);
}
