// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, Attributes, Error, Event, HoldReason, Rules, Value,
	WeightInfo, Write, Writer,
};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::{DispatchResultWithPostInfo, GetDispatchInfo},
};
use freehold_primitives::{
	asset::{Custody, Lock},
	ids::{AuctionId, OrderId},
	key::ItemKey,
};

/// Burns the first sword.
fn burn(who: AccountId) -> DispatchResultWithPostInfo {
	Items::burn_item(RuntimeOrigin::signed(who), item(0))
}

/// Sets an attribute of the first sword.
fn set_attribute(who: AccountId, key: u8) {
	let changes = vec![(key, Some(Value::default()))].try_into().expect("one is few");
	assert_ok!(Items::set_attributes(RuntimeOrigin::signed(who), item(0), changes));
}

#[test]
fn works() {
	World::with_catalogue().sword(ALICE).sword(BOB).execute(|| {
		assert_ok!(burn(ALICE));

		assert_eq!(Items::item(item(0)), None);
		assert!(Items::item(item(1)).is_some());
		assert_eq!(Items::kind(SWORDS).map(|it| (it.minted, it.burned)), Some((2, 1)));
		assert_eq!(Items::collection(COLLECTION).map(|it| (it.items, it.live_items)), Some((2, 1)));
		System::assert_last_event(
			Event::ItemBurned { item: item(0), kind: SWORDS, owner: avatar(ALICE) }.into(),
		);
	});
}

#[test]
fn its_owner_is_named_no_longer() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_ok!(burn(ALICE));

		assert_eq!(consumers(avatar(ALICE)), 0);
	});
}

#[test]
fn gives_the_deposit_back_to_who_pays_for_the_collection() {
	World::with_catalogue().sword(ALICE).execute(|| {
		let alice = Balances::free_balance(ALICE);

		assert_ok!(burn(ALICE));

		assert_eq!(held(HoldReason::Item, OPERATOR), 0);
		assert_eq!(Balances::free_balance(ALICE), alice);
	});
}

#[test]
fn gives_the_deposit_back_to_a_former_owner_that_still_pays() {
	World::with_catalogue().sword(ALICE).execute(|| {
		TheWorld::belongs_to(BOB);

		assert_ok!(burn(ALICE));

		assert_eq!(held(HoldReason::Item, OPERATOR), 0);
		assert_eq!(Balances::free_balance(BOB), MONEY);
	});
}

#[test]
fn takes_the_attributes_along_and_gives_their_deposits_back() {
	World::with_catalogue()
		.attribute("power", Writer::Issuer)
		.attribute("name", Writer::Holder)
		.attribute("wins", Writer::Server(WORLD))
		.sword(ALICE)
		.execute(|| {
			let settler = RuntimeOrigin::signed(SETTLER);
			let write = Write { item: item(0), key: 2, counter: 1, value: Value::default() };
			set_attribute(OPERATOR, 0);
			set_attribute(ALICE, 1);
			let writes = vec![write].try_into().expect("one is few");
			assert_ok!(Items::write_attributes(settler, WORLD, writes));
			let who = [OPERATOR, ALICE, SETTLER];
			assert_eq!(who.map(|it| held(HoldReason::Attribute, it)), [ATTRIBUTE_DEPOSIT; 3]);

			assert_ok!(burn(ALICE));

			assert_eq!(who.map(|it| held(HoldReason::Attribute, it)), [0; 3]);
			assert_eq!([ALICE, SETTLER].map(Balances::free_balance), [MONEY; 2]);
			assert_eq!(Attributes::<Test>::iter_prefix(ItemKey::from(item(0))).count(), 0);
			assert!(Items::attributes(item(0)).is_empty());
		});
}

#[test]
fn leaves_the_attributes_of_other_items() {
	World::with_catalogue()
		.attribute("power", Writer::Issuer)
		.sword(ALICE)
		.sword(ALICE)
		.execute(|| {
			let changes = vec![(0, Some(value("7")))].try_into().expect("one is few");
			let operator = RuntimeOrigin::signed(OPERATOR);
			set_attribute(OPERATOR, 0);
			assert_ok!(Items::set_attributes(operator, item(1), changes));

			assert_ok!(burn(ALICE));

			assert_eq!(Items::attributes(item(1)), [(attribute_name("power"), value("7"), 0)]);
			assert_eq!(held(HoldReason::Attribute, OPERATOR), ATTRIBUTE_DEPOSIT);
		});
}

#[test]
fn weighs_by_the_attributes_that_there_are() {
	World::with_catalogue()
		.attribute("name", Writer::Holder)
		.sword(ALICE)
		.sword(ALICE)
		.execute(|| {
			type W = SubstrateWeight<Test>;
			set_attribute(ALICE, 0);
			let weight = |serial| {
				let outcome = Items::burn_item(RuntimeOrigin::signed(ALICE), item(serial));
				outcome.expect("Alice may").actual_weight
			};

			assert_eq!(weight(0), Some(W::burn_item(1)));
			assert_eq!(weight(1), Some(W::burn_item(0)));
			let call = crate::Call::<Test>::burn_item { item: item(0) };
			assert_eq!(call.get_dispatch_info().call_weight, W::burn_item(32));
		});
}

#[test]
fn works_for_what_is_soulbound() {
	let rules = Rules { transferable: false, ..Rules::LOOSEST };
	World::with_catalogue().sword_rules(rules).sword(ALICE).execute(|| {
		assert_ok!(burn(ALICE));
	});
}

#[test]
fn works_in_a_frozen_collection_of_a_suspended_world() {
	World::with_catalogue().sword(ALICE).frozen().execute(|| {
		TheWorld::suspend();

		assert_ok!(burn(ALICE));
	});
}

#[test]
fn works_for_who_has_bought_the_avatar() {
	World::with_catalogue().sword(ALICE).execute(|| {
		Pairs::belongs_to(avatar(ALICE), BOB);

		assert_noop!(burn(ALICE), NOT_YOURS);
		assert_ok!(burn(BOB));
	});
}

#[test]
fn works_from_the_block_after_a_custody() {
	World::with_catalogue().sword(ALICE).execute(|| {
		let alice = RuntimeOrigin::signed(ALICE);
		assert_ok!(Items::place_in_custody(alice, item(0), WORLD, 7, 5));

		go_to(5);
		assert_noop!(burn(ALICE), Error::<Test>::Locked);
		go_to(6);
		assert_ok!(burn(ALICE));
	});
}

#[test]
fn fails_for_an_unknown_item() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_noop!(
			Items::burn_item(RuntimeOrigin::signed(ALICE), item(1)),
			Error::<Test>::UnknownItem
		);
	});
}

#[test]
fn fails_for_what_is_burned_already() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_ok!(burn(ALICE));

		assert_noop!(burn(ALICE), Error::<Test>::UnknownItem);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	World::with_catalogue().sword(ALICE).execute(|| {
		for stranger in [BOB, OPERATOR, SETTLER] {
			assert_noop!(burn(stranger), NOT_YOURS);
		}
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	World::with_catalogue().sword(ALICE).execute(|| {
		Pairs::offer(avatar(ALICE));

		assert_noop!(burn(ALICE), OFFERED);
	});
}

#[test]
fn fails_for_a_kind_that_is_not_burnable() {
	let rules = Rules { burnable: false, ..Rules::LOOSEST };
	World::with_catalogue().sword_rules(rules).sword(ALICE).execute(|| {
		assert_noop!(burn(ALICE), Error::<Test>::NotBurnable);
	});
}

#[test]
fn fails_for_what_is_locked() {
	for held in [
		Lock::Order(OrderId(0)),
		Lock::Auction(AuctionId(0)),
		Lock::Custody(Custody { world: WORLD, reason: 0, until: 1 }),
	] {
		World::with_catalogue().sword(ALICE).execute(|| {
			lock(item(0), held);

			assert_noop!(burn(ALICE), Error::<Test>::Locked);
		});
	}
}

#[test]
fn fails_for_what_is_worn() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_ok!(Items::equip(RuntimeOrigin::signed(ALICE), avatar(ALICE), 0, item(0)));

		assert_noop!(burn(ALICE), Error::<Test>::Locked);
	});
}
