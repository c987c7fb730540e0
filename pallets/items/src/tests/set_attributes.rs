// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, AttributeDetails, Attributes, Changes, Error, Event,
	HoldReason, Value, WeightInfo, Writer,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{
	asset::Lock,
	ids::{AuctionId, OrderId},
	key::ItemKey,
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

/// What the issuer writes.
const POWER: u8 = 0;
/// What the holder writes.
const NAME: u8 = 1;
/// What the world's servers write.
const WEAR: u8 = 2;

/// With a sword of Alice's that may have an attribute of each writer's.
fn sword() -> World {
	World::with_catalogue()
		.attribute("power", Writer::Issuer)
		.attribute("name", Writer::Holder)
		.attribute("wear", Writer::Server(WORLD))
		.sword(ALICE)
}

fn changes(changes: &[(u8, Option<&str>)]) -> Changes {
	let changes: Vec<_> = changes.iter().map(|(key, new)| (*key, new.map(value))).collect();
	changes.try_into().expect("tests change a few")
}

fn set(who: AccountId, new: &[(u8, Option<&str>)]) -> DispatchResult {
	Items::set_attributes(RuntimeOrigin::signed(who), item(0), changes(new))
}

/// What the sword's attribute says.
fn said(key: u8) -> Option<Value> {
	Attributes::<Test>::get(ItemKey::from(item(0)), key).map(|it| it.value)
}

fn version() -> u32 {
	Items::item(item(0)).expect("there is a sword").holding.version
}

#[test]
fn works_for_the_issuer() {
	sword().execute(|| {
		assert_ok!(set(OPERATOR, &[(POWER, Some("7"))]));

		assert_eq!(
			Attributes::<Test>::get(ItemKey::from(item(0)), POWER),
			Some(AttributeDetails { value: value("7"), counter: 0, payer: OPERATOR })
		);
		assert_eq!(Items::item(item(0)).map(|it| it.attributes), Some(1));
		assert_eq!(Items::attributes(item(0)), [(attribute_name("power"), value("7"), 0)]);
		System::assert_last_event(Event::AttributesSet { item: item(0) }.into());
	});
}

#[test]
fn works_for_the_holder() {
	sword().execute(|| {
		assert_ok!(set(ALICE, &[(NAME, Some("Sting"))]));

		assert_eq!(said(NAME), Some(value("Sting")));
		System::assert_last_event(Event::AttributesSet { item: item(0) }.into());
	});
}

#[test]
fn works_for_who_is_both() {
	sword().sword(OPERATOR).execute(|| {
		let (origin, both) =
			(RuntimeOrigin::signed(OPERATOR), [(POWER, Some("7")), (NAME, Some("Sting"))]);

		assert_ok!(Items::set_attributes(origin, item(1), changes(&both)));

		let names = Items::attributes(item(1)).into_iter().map(|(name, ..)| name);
		assert_eq!(names.collect::<Vec<_>>(), ["power", "name"].map(attribute_name));
		assert_eq!(Items::item(item(1)).map(|it| it.attributes), Some(2));
	});
}

#[test]
fn replaces_what_was_said() {
	sword().execute(|| {
		assert_ok!(set(ALICE, &[(NAME, Some("Sting"))]));
		assert_ok!(set(ALICE, &[(NAME, Some(""))]));

		assert_eq!(said(NAME), Some(value("")));
		assert_eq!(Items::item(item(0)).map(|it| it.attributes), Some(1));
		assert_eq!(held(HoldReason::Attribute, ALICE), ATTRIBUTE_DEPOSIT);
	});
}

#[test]
fn removes_what_is_to_be_none() {
	sword().execute(|| {
		assert_ok!(set(ALICE, &[(NAME, Some("Sting"))]));
		assert_ok!(set(ALICE, &[(NAME, None)]));

		assert_eq!(said(NAME), None);
		assert_eq!(Items::item(item(0)).map(|it| it.attributes), Some(0));
		assert_eq!(held(HoldReason::Attribute, ALICE), 0);
		assert!(Items::attributes(item(0)).is_empty());
	});
}

#[test]
fn holds_a_deposit_of_who_writes_for_each() {
	sword().execute(|| {
		assert_ok!(set(OPERATOR, &[(POWER, Some("7"))]));
		assert_ok!(set(ALICE, &[(NAME, Some("Sting"))]));

		for who in [OPERATOR, ALICE] {
			assert_eq!(held(HoldReason::Attribute, who), ATTRIBUTE_DEPOSIT);
		}
	});
}

#[test]
fn a_later_writer_takes_over_the_deposit() {
	sword().execute(|| {
		assert_ok!(set(ALICE, &[(NAME, Some("Sting"))]));
		assert_ok!(Items::transfer_item(RuntimeOrigin::signed(ALICE), item(0), avatar(BOB)));
		assert_eq!(held(HoldReason::Attribute, ALICE), ATTRIBUTE_DEPOSIT);

		assert_ok!(set(BOB, &[(NAME, Some("Glamdring"))]));

		assert_eq!(held(HoldReason::Attribute, ALICE), 0);
		assert_eq!(held(HoldReason::Attribute, BOB), ATTRIBUTE_DEPOSIT);
	});
}

#[test]
fn a_deposit_goes_back_to_who_paid_whoever_removes_the_attribute() {
	sword().execute(|| {
		assert_ok!(set(ALICE, &[(NAME, Some("Sting"))]));
		assert_ok!(Items::transfer_item(RuntimeOrigin::signed(ALICE), item(0), avatar(BOB)));

		assert_ok!(set(BOB, &[(NAME, None)]));

		assert_eq!(held(HoldReason::Attribute, ALICE), 0);
		assert_eq!(Balances::free_balance(ALICE), MONEY);
		assert_eq!(Balances::free_balance(BOB), MONEY);
	});
}

#[test]
fn attributes_go_with_a_burned_item_and_deposits_back_to_who_paid() {
	sword().execute(|| {
		assert_ok!(set(OPERATOR, &[(POWER, Some("7"))]));
		assert_ok!(set(ALICE, &[(NAME, Some("Sting"))]));
		assert_ok!(Items::transfer_item(RuntimeOrigin::signed(ALICE), item(0), avatar(BOB)));

		assert_ok!(Items::burn_item(RuntimeOrigin::signed(BOB), item(0)));

		assert_eq!(Attributes::<Test>::iter().count(), 0);
		for who in [OPERATOR, ALICE, BOB] {
			assert_eq!(held(HoldReason::Attribute, who), 0);
		}
		assert_eq!(Balances::free_balance(ALICE), MONEY);
		assert!(Items::attributes(item(0)).is_empty());
	});
}

/// Whoever signed for the item has seen what was said of it.
#[test]
fn moves_the_version_once() {
	sword().execute(|| {
		let before = version();
		assert_ok!(set(OPERATOR, &[(POWER, Some("7"))]));
		assert_eq!(version(), before + 1);

		assert_ok!(set(ALICE, &[(NAME, Some("Sting"))]));
		assert_ok!(set(ALICE, &[(NAME, None)]));
		assert_eq!(version(), before + 3);
	});
}

/// Whoever signed for the item has seen that too.
#[test]
fn the_same_again_moves_no_version() {
	sword().sword(OPERATOR).execute(|| {
		let both = [(POWER, Some("7")), (NAME, Some("Sting"))];
		let set = |new: &[(u8, Option<&str>)]| {
			let operator = RuntimeOrigin::signed(OPERATOR);
			assert_ok!(Items::set_attributes(operator, item(1), changes(new)));
			Items::item(item(1)).expect("there is a sword").holding.version
		};
		let before = set(&both);

		assert_eq!(set(&both), before);
		assert_eq!(set(&[(POWER, Some("7")), (NAME, Some("Glamdring"))]), before + 1);
		assert_eq!(set(&[(NAME, None)]), before + 2);
	});
}

/// The deposit is taken over all the same.
#[test]
fn the_same_by_another_is_paid_for_by_that_one() {
	sword().execute(|| {
		assert_ok!(set(ALICE, &[(NAME, Some("Sting"))]));
		assert_ok!(Items::transfer_item(RuntimeOrigin::signed(ALICE), item(0), avatar(BOB)));
		let before = version();

		assert_ok!(set(BOB, &[(NAME, Some("Sting"))]));

		assert_eq!(version(), before);
		assert_eq!(
			[ALICE, BOB].map(|who| held(HoldReason::Attribute, who)),
			[0, ATTRIBUTE_DEPOSIT]
		);
	});
}

#[test]
fn a_version_wraps() {
	sword().execute(|| {
		change_item(item(0), |details| details.holding.version = u32::MAX);

		assert_ok!(set(ALICE, &[(NAME, Some("Sting"))]));

		assert_eq!(version(), 0);
	});
}

#[test]
fn a_worn_item_is_not_changed_by_its_holder() {
	sword().execute(|| {
		assert_ok!(set(ALICE, &[(NAME, Some("Sting"))]));
		assert_ok!(Items::equip(RuntimeOrigin::signed(ALICE), avatar(ALICE), 0, item(0)));

		for new in [None, Some("Glamdring")] {
			assert_noop!(set(ALICE, &[(NAME, new)]), Error::<Test>::Locked);
		}
	});
}

#[test]
fn an_item_that_is_listed_or_up_for_auction_is_not_changed_by_its_holder() {
	for keeper in [Lock::Order(OrderId(0)), Lock::Auction(AuctionId(0))] {
		sword().execute(|| {
			assert_ok!(set(ALICE, &[(NAME, Some("Sting"))]));
			lock(item(0), keeper);

			for new in [None, Some("Glamdring")] {
				assert_noop!(set(ALICE, &[(NAME, new)]), Error::<Test>::Locked);
			}
		});
	}
}

#[test]
fn an_item_in_custody_is_not_changed_by_its_holder() {
	sword().execute(|| {
		let alice = || RuntimeOrigin::signed(ALICE);
		assert_ok!(Items::place_in_custody(alice(), item(0), WORLD, 1, 20));

		go_to(20);
		assert_noop!(set(ALICE, &[(NAME, Some("Sting"))]), Error::<Test>::Locked);
		go_to(21);
		assert_ok!(set(ALICE, &[(NAME, Some("Sting"))]));
	});
}

#[test]
fn the_issuer_changes_a_locked_item_and_leaves_it_locked() {
	sword().execute(|| {
		assert_ok!(Items::equip(RuntimeOrigin::signed(ALICE), avatar(ALICE), 5, item(0)));
		let before = version();

		assert_ok!(set(OPERATOR, &[(POWER, Some("7"))]));

		let holding = Items::item(item(0)).expect("there is a sword").holding;
		assert_eq!(holding.lock, Some(Lock::Worn { slot: 5 }));
		assert_eq!(holding.version, before + 1);
	});
}

/// The bids are for the item as it is, and the seller may be the issuer.
#[test]
fn nobody_changes_an_item_that_is_up_for_auction() {
	sword().execute(|| {
		assert_ok!(set(OPERATOR, &[(POWER, Some("7"))]));
		lock(item(0), Lock::Auction(AuctionId(0)));

		for who in [OPERATOR, ALICE, SETTLER] {
			for key in [POWER, NAME, WEAR] {
				assert_noop!(set(who, &[(key, Some("9"))]), Error::<Test>::Locked);
			}
		}
		assert_noop!(set(OPERATOR, &[(POWER, None)]), Error::<Test>::Locked);
	});
}

#[test]
fn only_the_holder_changes_what_is_older_than_the_attribute() {
	World::with_catalogue().sword(ALICE).execute(|| {
		for (name, writer) in [("power", Writer::Issuer), ("name", Writer::Holder)] {
			let (operator, name) = (RuntimeOrigin::signed(OPERATOR), attribute_name(name));
			assert_ok!(Items::define_attribute(operator, SWORDS, name, writer));
		}
		let mint = Items::mint_items(RuntimeOrigin::signed(OPERATOR), SWORDS, avatars(&[ALICE]));
		assert_ok!(mint);

		assert_noop!(set(OPERATOR, &[(POWER, Some("7"))]), Error::<Test>::NotWriter);
		assert_ok!(set(ALICE, &[(NAME, Some("Sting"))]));
		let (operator, new) = (RuntimeOrigin::signed(OPERATOR), changes(&[(POWER, Some("7"))]));
		assert_ok!(Items::set_attributes(operator, item(1), new));
	});
}

#[test]
fn the_issuer_takes_nothing_from_the_holder() {
	sword().execute(|| {
		assert_noop!(set(OPERATOR, &[(NAME, Some("Sting"))]), NOT_YOURS);
		assert_noop!(set(ALICE, &[(POWER, Some("7"))]), NOT_OPERATOR);
	});
}

/// Their counters would start anew.
#[test]
fn nobody_sets_or_removes_what_servers_write() {
	sword().sword(OPERATOR).execute(|| {
		for who in [OPERATOR, ALICE, SETTLER] {
			for new in [None, Some("99")] {
				assert_noop!(set(who, &[(WEAR, new)]), Error::<Test>::NotWriter);
			}
		}
	});
}

#[test]
fn is_all_or_nothing() {
	sword().sword(OPERATOR).execute(|| {
		let all = changes(&[(POWER, Some("7")), (NAME, Some("Sting")), (WEAR, Some("99"))]);
		assert_noop!(
			Items::set_attributes(RuntimeOrigin::signed(OPERATOR), item(1), all),
			Error::<Test>::NotWriter
		);
	});
}

#[test]
fn fails_without_a_change() {
	sword().execute(|| {
		assert_noop!(set(ALICE, &[]), Error::<Test>::NothingToWrite);
	});
}

#[test]
fn fails_when_a_key_is_named_twice() {
	sword().execute(|| {
		let twice = [(NAME, Some("Sting")), (NAME, Some("Glamdring"))];

		assert_noop!(set(ALICE, &twice), Error::<Test>::DuplicateKey);
	});
}

#[test]
fn fails_for_an_unknown_key() {
	sword().execute(|| {
		assert_noop!(set(ALICE, &[(3, Some("7"))]), Error::<Test>::UnknownKey);
	});
}

#[test]
fn fails_to_remove_what_is_not_set() {
	sword().execute(|| {
		assert_noop!(set(ALICE, &[(NAME, None)]), Error::<Test>::UnknownAttribute);
		assert_noop!(set(OPERATOR, &[(POWER, None)]), Error::<Test>::UnknownAttribute);
	});
}

#[test]
fn fails_for_an_unknown_item() {
	sword().execute(|| {
		let new = changes(&[(NAME, Some("Sting"))]);

		assert_noop!(
			Items::set_attributes(RuntimeOrigin::signed(ALICE), item(1), new),
			Error::<Test>::UnknownItem
		);
	});
}

#[test]
fn fails_for_anyone_else() {
	sword().execute(|| {
		for stranger in [BOB, SETTLER] {
			assert_noop!(set(stranger, &[(NAME, Some("Sting"))]), NOT_YOURS);
			assert_noop!(set(stranger, &[(POWER, Some("7"))]), NOT_OPERATOR);
		}
	});
}

#[test]
fn fails_for_a_former_holder() {
	sword().execute(|| {
		assert_ok!(Items::transfer_item(RuntimeOrigin::signed(ALICE), item(0), avatar(BOB)));

		assert_noop!(set(ALICE, &[(NAME, Some("Sting"))]), NOT_YOURS);
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	sword().execute(|| {
		Pairs::offer(avatar(ALICE));

		assert_noop!(set(ALICE, &[(NAME, Some("Sting"))]), OFFERED);
	});
}

#[test]
fn a_frozen_collection_binds_its_issuer_and_not_the_holder() {
	sword().frozen().execute(|| {
		assert_noop!(set(OPERATOR, &[(POWER, Some("7"))]), Error::<Test>::Frozen);
		assert_ok!(set(ALICE, &[(NAME, Some("Sting"))]));
	});
}

#[test]
fn fails_without_money_for_the_deposits() {
	sword().execute(|| {
		let root = RuntimeOrigin::root();
		assert_ok!(Balances::force_set_balance(root, ALICE, ATTRIBUTE_DEPOSIT));

		assert_noop!(
			set(ALICE, &[(NAME, Some("Sting"))]),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn fails_unsigned() {
	sword().execute(|| {
		let new = changes(&[(NAME, Some("Sting"))]);

		assert_noop!(
			Items::set_attributes(RuntimeOrigin::none(), item(0), new),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_by_the_number_of_changes() {
	let weight = |new: &[(u8, Option<&str>)]| {
		let call = crate::Call::<Test>::set_attributes { item: item(0), changes: changes(new) };
		call.get_dispatch_info().call_weight
	};

	let one = weight(&[(NAME, None)]);
	assert_eq!(one, SubstrateWeight::<Test>::set_attributes(1));
	assert!(weight(&[(NAME, None), (POWER, None)]).ref_time() > one.ref_time());
}
