// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, HoldReason, Rules};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::{Custody, Holding, Lock},
	ids::{AuctionId, AvatarId, OrderId},
};
use sp_runtime::DispatchResult;

/// No gift and no trade moves it.
const SOULBOUND: Rules = Rules { transferable: false, burnable: true, home: None };

/// Gives the first sword to the avatar of an account.
fn transfer(who: AccountId, to: AccountId) -> DispatchResult {
	Items::transfer_item(RuntimeOrigin::signed(who), item(0), avatar(to))
}

#[test]
fn works() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_ok!(transfer(ALICE, BOB));

		assert_eq!(
			Items::item(item(0)).map(|it| it.holding),
			Some(Holding { owner: avatar(BOB), version: 1, lock: None })
		);
		System::assert_last_event(
			Event::ItemTransferred { item: item(0), from: avatar(ALICE), to: avatar(BOB) }.into(),
		);
	});
}

#[test]
fn moves_the_version_when_an_avatar_gives_to_itself() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_ok!(transfer(ALICE, ALICE));

		assert_eq!(
			Items::item(item(0)).map(|it| it.holding),
			Some(Holding { owner: avatar(ALICE), version: 1, lock: None })
		);
		assert_eq!(consumers(avatar(ALICE)), 1);
	});
}

#[test]
fn keeps_the_kind_the_royalty_and_the_supply() {
	World::with_catalogue()
		.sword_royalty(&[(OPERATOR, 300)])
		.sword(ALICE)
		.execute(|| {
			let before = Items::item(item(0)).map(|it| (it.kind, it.royalty, it.attributes));

			assert_ok!(transfer(ALICE, BOB));

			assert_eq!(Items::item(item(0)).map(|it| (it.kind, it.royalty, it.attributes)), before);
			assert_eq!(Items::kind(SWORDS).map(|it| it.supply()), Some(1));
		});
}

#[test]
fn pays_no_royalty() {
	World::with_catalogue()
		.sword_royalty(&[(OPERATOR, 300)])
		.sword(ALICE)
		.execute(|| {
			assert_ok!(transfer(ALICE, BOB));

			assert_eq!(Items::accrued(SWORDS), 0);
		});
}

#[test]
fn is_counted_for_its_owner() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_ok!(transfer(ALICE, BOB));

		assert_eq!(consumers(avatar(ALICE)), 0);
		assert_eq!(consumers(avatar(BOB)), 1);
	});
}

#[test]
fn works_in_a_suspended_world() {
	World::with_catalogue().sword(ALICE).execute(|| {
		TheWorld::suspend();

		assert_ok!(transfer(ALICE, BOB));
	});
}

#[test]
fn works_in_a_frozen_collection() {
	World::with_catalogue().sword(ALICE).frozen().execute(|| {
		assert_ok!(transfer(ALICE, BOB));
	});
}

/// A gift is not a trade.
#[test]
fn works_far_from_home() {
	let rules = Rules { home: Some(WORLD), ..Rules::LOOSEST };
	World::with_catalogue().sword_rules(rules).sword(ALICE).execute(|| {
		assert_ok!(transfer(ALICE, BOB));
	});
}

#[test]
fn works_to_an_avatar_that_is_offered() {
	World::with_catalogue().sword(ALICE).execute(|| {
		Pairs::offer(avatar(BOB));

		assert_ok!(transfer(ALICE, BOB));
	});
}

#[test]
fn works_for_who_has_bought_the_avatar() {
	World::with_catalogue().sword(ALICE).execute(|| {
		Pairs::belongs_to(avatar(ALICE), BOB);

		assert_noop!(transfer(ALICE, SETTLER), NOT_YOURS);
		assert_ok!(transfer(BOB, SETTLER));
	});
}

#[test]
fn leaves_the_deposit_with_the_operator() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_ok!(transfer(ALICE, BOB));

		assert_eq!(held(HoldReason::Item, OPERATOR), ITEM_DEPOSIT);
	});
}

#[test]
fn works_from_the_block_after_a_custody() {
	World::with_catalogue().sword(ALICE).execute(|| {
		let alice = RuntimeOrigin::signed(ALICE);
		assert_ok!(Items::place_in_custody(alice, item(0), WORLD, 7, 5));

		go_to(5);
		assert_noop!(transfer(ALICE, BOB), Error::<Test>::Locked);
		go_to(6);
		assert_ok!(transfer(ALICE, BOB));

		assert_eq!(
			Items::item(item(0)).map(|it| it.holding),
			Some(Holding { owner: avatar(BOB), version: 1, lock: None })
		);
	});
}

#[test]
fn fails_for_an_unknown_item() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_noop!(
			Items::transfer_item(RuntimeOrigin::signed(ALICE), item(1), avatar(BOB)),
			Error::<Test>::UnknownItem
		);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	World::with_catalogue().sword(ALICE).execute(|| {
		for stranger in [BOB, OPERATOR, SETTLER] {
			assert_noop!(transfer(stranger, BOB), NOT_YOURS);
		}
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	World::with_catalogue().sword(ALICE).execute(|| {
		Pairs::offer(avatar(ALICE));

		assert_noop!(transfer(ALICE, BOB), OFFERED);
	});
}

#[test]
fn fails_to_an_unknown_avatar() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_noop!(
			Items::transfer_item(RuntimeOrigin::signed(ALICE), item(0), AvatarId(10)),
			UNKNOWN_AVATAR
		);
	});
}

#[test]
fn fails_for_what_is_soulbound() {
	World::with_catalogue().sword_rules(SOULBOUND).sword(ALICE).execute(|| {
		for to in [ALICE, BOB] {
			assert_noop!(transfer(ALICE, to), Error::<Test>::Soulbound);
		}
	});
}

#[test]
fn fails_for_what_the_market_has_locked() {
	for held in [Lock::Order(OrderId(0)), Lock::Auction(AuctionId(0))] {
		World::with_catalogue().sword(ALICE).execute(|| {
			lock(item(0), held);

			for to in [ALICE, BOB] {
				assert_noop!(transfer(ALICE, to), Error::<Test>::Locked);
			}
		});
	}
}

#[test]
fn fails_for_what_is_in_custody() {
	World::with_catalogue().sword(ALICE).execute(|| {
		lock(item(0), Lock::Custody(Custody { world: WORLD, reason: 0, until: 1 }));

		assert_noop!(transfer(ALICE, BOB), Error::<Test>::Locked);
	});
}

#[test]
fn fails_for_what_is_worn() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_ok!(Items::equip(RuntimeOrigin::signed(ALICE), avatar(ALICE), 0, item(0)));

		assert_noop!(transfer(ALICE, BOB), Error::<Test>::Locked);
	});
}
