// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, Error, Event, Outfits, Rules, WeightInfo, Writer, SLOTS,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{
	asset::{Holding, Lock},
	ids::{AuctionId, AvatarId, ItemId, OrderId},
	key::AvatarKey,
};
use proptest::prelude::*;
use sp_runtime::{DispatchError, DispatchResult};
use std::collections::BTreeMap;

fn equip(who: AccountId, slot: u8, item: ItemId) -> DispatchResult {
	Items::equip(RuntimeOrigin::signed(who), avatar(who), slot, item)
}

fn lock_of(item: ItemId) -> Option<Lock> {
	Items::item(item).expect("there is such an item").holding.lock
}

/// With a sword of Alice's.
fn sword() -> World {
	World::with_catalogue().sword(ALICE)
}

#[test]
fn works() {
	sword().execute(|| {
		assert_ok!(equip(ALICE, 5, item(0)));

		assert_eq!(Items::outfit(avatar(ALICE)), [(5, item(0), SWORDS)]);
		assert_eq!(
			Items::item(item(0)).map(|it| it.holding),
			Some(Holding { owner: avatar(ALICE), version: 0, lock: Some(Lock::Worn { slot: 5 }) })
		);
		System::assert_last_event(
			Event::Equipped { avatar: avatar(ALICE), slot: 5, item: item(0) }.into(),
		);
	});
}

#[test]
fn fills_every_slot_and_no_other() {
	World::with_catalogue().execute(|| {
		change_kind(SWORDS, |details| details.max_supply = None);
		let slots = u8::try_from(SLOTS).expect("slots are numbered by bytes");
		for slot in 0..=slots {
			let to = avatars(&[ALICE]);
			assert_ok!(Items::mint_items(RuntimeOrigin::signed(OPERATOR), SWORDS, to));
			if slot < slots {
				assert_ok!(equip(ALICE, slot, item(slot.into())));
			}
		}

		for slot in [slots, u8::MAX] {
			assert_noop!(equip(ALICE, slot, item(SLOTS)), Error::<Test>::InvalidSlot);
		}
		assert_eq!(Items::outfit(avatar(ALICE)).len(), usize::from(slots));
	});
}

#[test]
fn a_worn_item_stays_where_it_is() {
	sword().attribute("name", Writer::Holder).execute(|| {
		assert_ok!(equip(ALICE, 5, item(0)));
		let alice = || RuntimeOrigin::signed(ALICE);

		assert_noop!(Items::transfer_item(alice(), item(0), avatar(BOB)), Error::<Test>::Locked);
		assert_noop!(Items::burn_item(alice(), item(0)), Error::<Test>::Locked);
		assert_noop!(
			Items::place_in_custody(alice(), item(0), WORLD, 1, 20),
			Error::<Test>::Locked
		);
		assert_noop!(equip(ALICE, 6, item(0)), Error::<Test>::Locked);
		let asset = Items::asset(item(0)).expect("trades know of it");
		assert_eq!(asset.holding.lock, Some(Lock::Worn { slot: 5 }));
	});
}

#[test]
fn what_is_worn_goes_where_the_avatar_goes() {
	sword().execute(|| {
		assert_ok!(equip(ALICE, 5, item(0)));
		Pairs::belongs_to(avatar(ALICE), BOB);

		assert_eq!(Items::outfit(avatar(ALICE)), [(5, item(0), SWORDS)]);
		let bob = RuntimeOrigin::signed(BOB);
		assert_ok!(Items::unequip(bob, avatar(ALICE), 5));
	});
}

#[test]
fn works_for_what_can_not_be_transferred() {
	let soulbound = Rules { transferable: false, burnable: false, home: None };
	sword().sword_rules(soulbound).execute(|| {
		assert_ok!(equip(ALICE, 5, item(0)));
	});
}

#[test]
fn works_in_a_frozen_collection_of_a_suspended_world() {
	sword().frozen().execute(|| {
		TheWorld::suspend();

		assert_ok!(equip(ALICE, 5, item(0)));
	});
}

#[test]
fn works_when_a_custody_is_over() {
	sword().execute(|| {
		let alice = RuntimeOrigin::signed(ALICE);
		assert_ok!(Items::place_in_custody(alice, item(0), WORLD, 1, 20));

		go_to(20);
		assert_noop!(equip(ALICE, 5, item(0)), Error::<Test>::Locked);
		go_to(21);
		assert_ok!(equip(ALICE, 5, item(0)));
		assert_eq!(lock_of(item(0)), Some(Lock::Worn { slot: 5 }));
	});
}

#[test]
fn fails_for_a_slot_that_is_taken() {
	sword().sword(ALICE).execute(|| {
		assert_ok!(equip(ALICE, 5, item(0)));

		assert_noop!(equip(ALICE, 5, item(1)), Error::<Test>::SlotTaken);
	});
}

#[test]
fn fails_for_an_item_in_the_market() {
	for keeper in [Lock::Order(OrderId(0)), Lock::Auction(AuctionId(0))] {
		sword().execute(|| {
			lock(item(0), keeper);

			assert_noop!(equip(ALICE, 5, item(0)), Error::<Test>::Locked);
		});
	}
}

#[test]
fn fails_for_another_avatars_item() {
	sword().execute(|| {
		assert_noop!(equip(BOB, 5, item(0)), Error::<Test>::NotOwner);

		// Not even if one account owns both.
		Pairs::belongs_to(avatar(BOB), ALICE);
		let alice = RuntimeOrigin::signed(ALICE);
		assert_noop!(Items::equip(alice, avatar(BOB), 5, item(0)), Error::<Test>::NotOwner);
	});
}

#[test]
fn fails_for_an_unknown_item() {
	sword().execute(|| {
		assert_noop!(equip(ALICE, 5, item(1)), Error::<Test>::UnknownItem);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	sword().execute(|| {
		let alice = RuntimeOrigin::signed(ALICE);

		assert_noop!(Items::equip(alice, AvatarId(10), 5, item(0)), UNKNOWN_AVATAR);
	});
}

#[test]
fn fails_for_anyone_but_the_avatars_owner() {
	sword().execute(|| {
		for stranger in [OPERATOR, BOB, SETTLER] {
			let origin = RuntimeOrigin::signed(stranger);
			assert_noop!(Items::equip(origin, avatar(ALICE), 5, item(0)), NOT_YOURS);
		}
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	sword().execute(|| {
		Pairs::offer(avatar(ALICE));

		assert_noop!(equip(ALICE, 5, item(0)), OFFERED);
	});
}

#[test]
fn fails_unsigned() {
	sword().execute(|| {
		assert_noop!(
			Items::equip(RuntimeOrigin::none(), avatar(ALICE), 5, item(0)),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_what_the_weights_say() {
	let call = crate::Call::<Test>::equip { avatar: avatar(ALICE), slot: 5, item: item(0) };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::equip());
}

/// What a test does with a sword: puts it on, takes off what is in a slot, or gives it away.
#[derive(Clone, Debug)]
enum Step {
	Equip { who: AccountId, slot: u8, serial: u32 },
	Unequip { who: AccountId, slot: u8 },
	Transfer { who: AccountId, serial: u32, to: AccountId },
}

fn step() -> impl Strategy<Value = Step> {
	let who = || prop_oneof![Just(ALICE), Just(BOB)];
	// Slots around the last, of which two do not exist.
	let slot = || 29..34u8;
	prop_oneof![
		(who(), slot(), 0..4u32).prop_map(|(who, slot, serial)| Step::Equip { who, slot, serial }),
		(who(), slot()).prop_map(|(who, slot)| Step::Unequip { who, slot }),
		(who(), 0..4u32, who()).prop_map(|(who, serial, to)| Step::Transfer { who, serial, to }),
	]
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Against plain maps: who has each sword, and what is worn where.
	#[test]
	fn outfits_are_as_plain_maps_would_have_them(steps in prop::collection::vec(step(), 1..80)) {
		sword().sword(ALICE).sword(BOB).execute(|| {
			let mut owners = BTreeMap::from([(0, ALICE), (1, ALICE), (2, BOB)]);
			let mut worn = BTreeMap::<(AccountId, u8), u32>::new();
			for step in steps {
				let free = |serial: u32| worn.values().all(|it| *it != serial);
				let outcome = match step {
					Step::Equip { who, slot, serial } => {
						let own = owners.get(&serial) == Some(&who) && free(serial);
						let expected = own && slot < 32 && !worn.contains_key(&(who, slot));
						if expected {
							worn.insert((who, slot), serial);
						}
						(equip(who, slot, item(serial)), expected)
					},
					Step::Unequip { who, slot } => {
						let expected = worn.remove(&(who, slot)).is_some();
						let origin = RuntimeOrigin::signed(who);
						(Items::unequip(origin, avatar(who), slot), expected)
					},
					Step::Transfer { who, serial, to } => {
						let expected = owners.get(&serial) == Some(&who) && free(serial);
						if expected {
							owners.insert(serial, to);
						}
						let origin = RuntimeOrigin::signed(who);
						(Items::transfer_item(origin, item(serial), avatar(to)), expected)
					},
				};
				assert_eq!(outcome.0.is_ok(), outcome.1, "{step:?}: {:?}", outcome.0);
				Items::do_try_state().expect("every invariant holds after every call");
			}
			for who in [ALICE, BOB] {
				let expected: Vec<_> = worn
					.range((who, 0)..=(who, u8::MAX))
					.map(|((_, slot), serial)| (*slot, item(*serial), SWORDS))
					.collect();
				assert_eq!(Items::outfit(avatar(who)), expected);
				let recorded = Outfits::<Test>::contains_key(AvatarKey::from(avatar(who)));
				assert_eq!(recorded, !expected.is_empty());
			}
		});
	}
}
