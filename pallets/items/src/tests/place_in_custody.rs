// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, Rules, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{
	asset::{Custody, Holding, Lock},
	chain::BlockNumber,
	ids::{AuctionId, OrderId, WorldId},
};
use sp_runtime::{DispatchError, DispatchResult};

/// Why the tests' world keeps things.
const QUEST: u16 = 7;

/// With a sword of Alice's.
fn sword() -> World {
	World::with_catalogue().sword(ALICE)
}

/// Places the sword in custody of [`WORLD`].
fn place(who: AccountId, until: BlockNumber) -> DispatchResult {
	Items::place_in_custody(RuntimeOrigin::signed(who), item(0), WORLD, QUEST, until)
}

#[test]
fn works() {
	sword().execute(|| {
		let needed = world_consumers();

		assert_ok!(place(ALICE, 20));

		let custody = Custody { world: WORLD, reason: QUEST, until: 20 };
		let lock = Some(Lock::Custody(custody));
		let holding = Holding { owner: avatar(ALICE), version: 0, lock };
		assert_eq!(Items::item(item(0)).map(|it| it.holding), Some(holding));
		assert_eq!(Items::asset(item(0)).map(|it| it.holding), Some(holding));
		assert_eq!(world_consumers(), needed);
		System::assert_last_event(Event::PlacedInCustody { item: item(0), custody }.into());
	});
}

#[test]
fn an_item_in_custody_stays_where_it_is() {
	sword().execute(|| {
		assert_ok!(place(ALICE, 20));
		let alice = || RuntimeOrigin::signed(ALICE);

		assert_noop!(Items::transfer_item(alice(), item(0), avatar(BOB)), Error::<Test>::Locked);
		assert_noop!(Items::burn_item(alice(), item(0)), Error::<Test>::Locked);
		assert_noop!(Items::equip(alice(), avatar(ALICE), 0, item(0)), Error::<Test>::Locked);
	});
}

#[test]
fn is_over_by_itself_after_its_last_block() {
	sword().execute(|| {
		assert_ok!(place(ALICE, 20));
		let transfer = || Items::transfer_item(RuntimeOrigin::signed(ALICE), item(0), avatar(BOB));

		go_to(20);
		assert_noop!(transfer(), Error::<Test>::Locked);
		go_to(21);
		assert_eq!(Items::asset(item(0)).map(|it| it.holding.lock), Some(None));
		assert_eq!(Items::item(item(0)).map(|it| it.holding.lock), Some(None));
		assert_ok!(transfer());
	});
}

#[test]
fn works_again_once_it_is_over() {
	sword().execute(|| {
		assert_ok!(place(ALICE, 20));
		go_to(21);

		assert_ok!(place(ALICE, 30));

		assert_noop!(place(ALICE, 40), Error::<Test>::Locked);
	});
}

#[test]
fn goes_with_the_avatar() {
	sword().execute(|| {
		assert_ok!(place(ALICE, 20));
		Pairs::belongs_to(avatar(ALICE), BOB);

		assert_noop!(
			Items::transfer_item(RuntimeOrigin::signed(BOB), item(0), avatar(BOB)),
			Error::<Test>::Locked
		);
	});
}

#[test]
fn works_for_what_can_not_be_transferred() {
	let soulbound = Rules { transferable: false, burnable: false, home: None };
	sword().sword_rules(soulbound).execute(|| {
		assert_ok!(place(ALICE, 20));
	});
}

#[test]
fn works_for_any_world() {
	sword().execute(|| {
		let alice = RuntimeOrigin::signed(ALICE);

		assert_ok!(Items::place_in_custody(alice, item(0), OTHER_WORLD, QUEST, 20));
	});
}

#[test]
fn lasts_from_this_block_to_the_longest() {
	for until in [1, 1 + MAX_CUSTODY] {
		sword().execute(|| {
			assert_ok!(place(ALICE, until));
		});
	}
}

#[test]
fn fails_for_a_block_that_is_past() {
	sword().execute(|| {
		go_to(5);

		assert_noop!(place(ALICE, 4), Error::<Test>::InvalidExpiry);
	});
}

#[test]
fn fails_for_too_long() {
	sword().execute(|| {
		for until in [2 + MAX_CUSTODY, BlockNumber::MAX] {
			assert_noop!(place(ALICE, until), Error::<Test>::TooLong);
		}
	});
}

#[test]
fn fails_for_an_item_that_is_locked() {
	sword().execute(|| {
		assert_ok!(Items::equip(RuntimeOrigin::signed(ALICE), avatar(ALICE), 0, item(0)));

		assert_noop!(place(ALICE, 20), Error::<Test>::Locked);
	});
	for keeper in [Lock::Order(OrderId(0)), Lock::Auction(AuctionId(0))] {
		sword().execute(|| {
			lock(item(0), keeper);

			assert_noop!(place(ALICE, 20), Error::<Test>::Locked);
		});
	}
}

#[test]
fn fails_for_an_unknown_item() {
	World::with_catalogue().execute(|| {
		assert_noop!(place(ALICE, 20), Error::<Test>::UnknownItem);
	});
}

#[test]
fn fails_for_an_unknown_world() {
	sword().execute(|| {
		let alice = RuntimeOrigin::signed(ALICE);

		assert_noop!(Items::place_in_custody(alice, item(0), WorldId(8), QUEST, 20), UNKNOWN_WORLD);
	});
}

#[test]
fn fails_for_a_suspended_world() {
	sword().execute(|| {
		TheWorld::suspend();

		assert_noop!(place(ALICE, 20), SUSPENDED);
	});
}

/// No server takes hold of what players own.
#[test]
fn fails_for_anyone_but_the_holder() {
	sword().execute(|| {
		for stranger in [OPERATOR, BOB, SETTLER] {
			assert_noop!(place(stranger, 20), NOT_YOURS);
		}
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	sword().execute(|| {
		Pairs::offer(avatar(ALICE));

		assert_noop!(place(ALICE, 20), OFFERED);
	});
}

#[test]
fn fails_unsigned() {
	sword().execute(|| {
		assert_noop!(
			Items::place_in_custody(RuntimeOrigin::none(), item(0), WORLD, QUEST, 20),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_what_the_weights_say() {
	let (item, world, reason, until) = (item(0), WORLD, QUEST, 20);
	let call = crate::Call::<Test>::place_in_custody { item, world, reason, until };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::place_in_custody());
}
