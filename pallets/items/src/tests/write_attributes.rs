// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*,
	weights::SubstrateWeight,
	AttributeDetails, Attributes, Changes, Error, Event, HoldReason, WeightInfo, Write,
	WriteRefusal::{self, NotWriter, Stale, TooFarAhead, UnknownItem, UnknownKey, UpForAuction},
	Writer, MAX_COUNTER_STEP,
};
use frame_support::{
	assert_noop, assert_ok, dispatch::GetDispatchInfo, storage::with_storage_layer,
	traits::ConstU32, BoundedVec,
};
use freehold_primitives::{
	asset::Lock,
	ids::{AuctionId, CollectionId, ItemId, OrderId, WorldId},
	key::ItemKey,
};
use proptest::prelude::*;
use sp_runtime::{DispatchError, DispatchResult, TokenError};
use std::collections::BTreeMap;

/// What the world's servers write.
const WEAR: u8 = 0;
/// What they write besides.
const KILLS: u8 = 1;
/// What the holder writes.
const NAME: u8 = 2;

/// With a sword of Alice's and one of Bob's.
fn swords() -> World {
	World::with_catalogue()
		.attribute("wear", Writer::Server(WORLD))
		.attribute("kills", Writer::Server(WORLD))
		.attribute("name", Writer::Holder)
		.sword(ALICE)
		.sword(BOB)
}

fn write(serial: u32, key: u8, counter: u64, new: &str) -> Write {
	Write { item: item(serial), key, counter, value: value(new) }
}

fn bounded(writes: &[Write]) -> BoundedVec<Write, ConstU32<4>> {
	writes.to_vec().try_into().expect("tests write at most four")
}

/// As a call is executed: in whole or not at all.
fn send(who: AccountId, writes: &[Write]) -> DispatchResult {
	let origin = RuntimeOrigin::signed(who);
	with_storage_layer(|| {
		let written = Items::write_attributes(origin, WORLD, bounded(writes));
		written.map(drop).map_err(|failure| failure.error)
	})
}

/// Sends the writes; those at these places are passed over for these reasons, and no others.
#[track_caller]
fn assert_sent(who: AccountId, writes: &[Write], refused: &[(u32, WriteRefusal)]) {
	assert_ok!(send(who, writes));
	let (done, refused) = (writes.len() - refused.len(), refused.to_vec());
	let writes = u32::try_from(done).expect("tests write a few");
	System::assert_last_event(Event::AttributesWritten { world: WORLD, writes, refused }.into());
}

/// What an attribute says, and the counter that it was written at.
fn state(serial: u32, key: u8) -> Option<(Vec<u8>, u64)> {
	let attribute = Attributes::<Test>::get(ItemKey::from(item(serial)), key)?;
	Some((attribute.value.into_inner(), attribute.counter))
}

fn version(serial: u32) -> u32 {
	Items::item(item(serial)).expect("there is such a sword").holding.version
}

#[test]
fn works() {
	swords().execute(|| {
		assert_sent(SETTLER, &[write(0, WEAR, 5, "90%"), write(1, KILLS, 9, "3")], &[]);

		assert_eq!(
			Attributes::<Test>::get(ItemKey::from(item(0)), WEAR),
			Some(AttributeDetails { value: value("90%"), counter: 5, payer: SETTLER })
		);
		assert_eq!(Items::attributes(item(1)), [(attribute_name("kills"), value("3"), 9)]);
		for serial in [0, 1] {
			assert_eq!(Items::item(item(serial)).map(|it| it.attributes), Some(1));
		}
	});
}

#[test]
fn works_for_the_worlds_owner() {
	swords().execute(|| {
		assert_sent(OPERATOR, &[write(0, WEAR, 0, "90%")], &[]);

		assert_eq!(state(0, WEAR), Some((b"90%".to_vec(), 0)));
	});
}

/// A server that comes back from a copy of yesterday's state writes nothing.
#[test]
fn an_old_state_can_not_be_replayed() {
	swords().execute(|| {
		let old = write(0, WEAR, 5, "90%");
		assert_sent(SETTLER, std::slice::from_ref(&old), &[]);
		assert_sent(SETTLER, &[write(0, WEAR, 6, "80%")], &[]);
		let moved = version(0);

		assert_sent(SETTLER, &[old, write(0, WEAR, 6, "100%")], &[(0, Stale), (1, Stale)]);

		assert_eq!(state(0, WEAR), Some((b"80%".to_vec(), 6)));
		assert_eq!(version(0), moved);
	});
}

#[test]
fn an_old_state_can_not_be_replayed_under_another_owner() {
	swords().execute(|| {
		assert_sent(SETTLER, &[write(0, WEAR, 5, "90%")], &[]);
		assert_ok!(Items::transfer_item(RuntimeOrigin::signed(ALICE), item(0), avatar(BOB)));
		TheWorld::belongs_to(BOB);

		assert_sent(BOB, &[write(0, WEAR, 5, "100%")], &[(0, Stale)]);
		assert_sent(BOB, &[write(0, WEAR, 6, "80%")], &[]);
	});
}

/// The record stays as long as the item, and its counter with it.
#[test]
fn no_call_removes_what_servers_wrote_so_no_counter_starts_anew() {
	swords().execute(|| {
		assert_sent(SETTLER, &[write(0, WEAR, 5, "90%")], &[]);
		let removal: Changes = vec![(WEAR, None)].try_into().expect("it is one");

		for who in [OPERATOR, ALICE, SETTLER] {
			let origin = RuntimeOrigin::signed(who);
			assert_noop!(
				Items::set_attributes(origin, item(0), removal.clone()),
				Error::<Test>::NotWriter
			);
		}
		assert_sent(SETTLER, &[write(0, WEAR, 6, "")], &[]);
		assert_eq!(state(0, WEAR), Some((vec![], 6)));
		assert_sent(SETTLER, &[write(0, WEAR, 5, "90%")], &[(0, Stale)]);
	});
}

#[test]
fn a_counter_is_not_too_far_above_the_one_before() {
	swords().execute(|| {
		let far = [u64::MAX, MAX_COUNTER_STEP + 1].map(|counter| write(0, WEAR, counter, "90%"));
		assert_sent(SETTLER, &far, &[(0, TooFarAhead), (1, TooFarAhead)]);
		assert_sent(SETTLER, &[write(0, WEAR, MAX_COUNTER_STEP, "90%")], &[]);

		let far = write(0, WEAR, 2 * MAX_COUNTER_STEP + 1, "80%");
		assert_sent(SETTLER, &[far], &[(0, TooFarAhead)]);
		assert_sent(SETTLER, &[write(0, WEAR, 2 * MAX_COUNTER_STEP, "80%")], &[]);
	});
}

#[test]
fn the_last_counter_there_is_ends_an_attribute() {
	swords().execute(|| {
		let last = AttributeDetails { value: value("old"), counter: u64::MAX - 1, payer: SETTLER };
		assert_sent(SETTLER, &[write(0, WEAR, 1, "90%")], &[]);
		Attributes::<Test>::insert(ItemKey::from(item(0)), WEAR, last);
		assert_sent(SETTLER, &[write(0, WEAR, u64::MAX, "broken")], &[]);

		let again = [write(0, WEAR, u64::MAX, "new"), write(0, WEAR, 0, "new")];
		assert_sent(SETTLER, &again, &[(0, Stale), (1, Stale)]);
	});
}

#[test]
fn each_attribute_of_each_item_has_a_counter_of_its_own() {
	swords().execute(|| {
		assert_sent(SETTLER, &[write(0, WEAR, 9, "90%")], &[]);

		assert_sent(SETTLER, &[write(0, KILLS, 1, "1"), write(1, WEAR, 1, "100%")], &[]);
	});
}

#[test]
fn writes_of_one_attribute_follow_each_other_in_one_call() {
	swords().execute(|| {
		let writes = [
			write(0, WEAR, 2, "90%"),
			write(0, WEAR, 3, "80%"),
			write(0, WEAR, 3, "70%"),
			write(0, WEAR, 1, "100%"),
		];
		assert_sent(SETTLER, &writes, &[(2, Stale), (3, Stale)]);

		assert_eq!(state(0, WEAR), Some((b"80%".to_vec(), 3)));
		assert_eq!(held(HoldReason::Attribute, SETTLER), ATTRIBUTE_DEPOSIT);
		assert_eq!(version(0), 2);
	});
}

#[test]
fn what_is_refused_is_told_by_its_place_and_keeps_nothing_back() {
	swords().execute(|| {
		let writes = [
			write(2, WEAR, 1, "90%"),
			write(0, 3, 1, "90%"),
			write(0, NAME, 1, "Sting"),
			write(0, WEAR, 1, "90%"),
		];
		assert_sent(SETTLER, &writes, &[(0, UnknownItem), (1, UnknownKey), (2, NotWriter)]);

		assert_eq!(state(0, WEAR), Some((b"90%".to_vec(), 1)));
		assert_eq!(Items::item(item(0)).map(|it| it.attributes), Some(1));
	});
}

#[test]
fn an_item_of_no_collection_is_refused() {
	swords().execute(|| {
		let elsewhere = ItemId { collection: CollectionId(1), serial: 0 };

		let writes = [Write { item: elsewhere, ..write(0, WEAR, 1, "90%") }];
		assert_sent(SETTLER, &writes, &[(0, UnknownItem)]);
	});
}

#[test]
fn a_burned_item_is_refused() {
	swords().execute(|| {
		assert_sent(SETTLER, &[write(0, WEAR, 1, "90%")], &[]);
		assert_ok!(Items::burn_item(RuntimeOrigin::signed(ALICE), item(0)));

		assert_sent(SETTLER, &[write(0, WEAR, 2, "80%")], &[(0, UnknownItem)]);
		assert_eq!(held(HoldReason::Attribute, SETTLER), 0);
	});
}

#[test]
fn another_worlds_servers_write_nothing_here() {
	swords().execute(|| {
		let writes = bounded(&[write(0, WEAR, 1, "90%")]);
		assert_ok!(Items::write_attributes(RuntimeOrigin::signed(BOB), OTHER_WORLD, writes));

		let (writes, refused) = (0, vec![(0, NotWriter)]);
		System::assert_last_event(
			Event::AttributesWritten { world: OTHER_WORLD, writes, refused }.into(),
		);
		assert_eq!(state(0, WEAR), None);
	});
}

#[test]
fn every_refusal_keeps_its_number() {
	use codec::Encode;

	let refusals = [UnknownItem, UnknownKey, NotWriter, Stale, UpForAuction, TooFarAhead];
	assert_eq!(refusals.map(|it| it.encode()), [[0], [1], [2], [3], [4], [5]].map(Vec::from));
}

#[test]
fn moves_the_version_with_each_write() {
	swords().execute(|| {
		assert_sent(SETTLER, &[write(0, WEAR, 1, "90%"), write(0, KILLS, 1, "1")], &[]);

		assert_eq!(version(0), 2);
		assert_eq!(version(1), 0);
	});
}

/// What happens to a sword in a fight does not wait for it to be taken off.
#[test]
fn a_locked_item_is_written_and_stays_locked() {
	swords().execute(|| {
		assert_ok!(Items::equip(RuntimeOrigin::signed(ALICE), avatar(ALICE), 4, item(0)));
		lock(item(1), Lock::Order(OrderId(0)));

		assert_sent(SETTLER, &[write(0, WEAR, 1, "90%"), write(1, WEAR, 1, "90%")], &[]);

		let locks = [0, 1].map(|serial| Items::item(item(serial)).and_then(|it| it.holding.lock));
		assert_eq!(locks, [Some(Lock::Worn { slot: 4 }), Some(Lock::Order(OrderId(0)))]);
		assert_eq!(version(1), 1);
	});
}

/// Who has signed for the item has seen it. Else whoever writes could void what is for sale, for
/// nothing.
#[test]
fn the_same_again_moves_the_counter_and_no_version() {
	swords().execute(|| {
		assert_sent(SETTLER, &[write(0, WEAR, 1, "90%")], &[]);
		let before = version(0);

		assert_sent(OPERATOR, &[write(0, WEAR, 2, "90%")], &[]);

		assert_eq!(state(0, WEAR), Some((b"90%".to_vec(), 2)));
		assert_eq!(version(0), before);
		assert_eq!(held(HoldReason::Attribute, OPERATOR), ATTRIBUTE_DEPOSIT);
		assert_sent(SETTLER, &[write(0, WEAR, 2, "80%")], &[(0, Stale)]);
	});
}

#[test]
fn an_item_that_is_up_for_auction_is_not_written() {
	swords().execute(|| {
		lock(item(0), Lock::Auction(AuctionId(0)));

		let writes = [write(0, WEAR, 1, "90%"), write(1, WEAR, 1, "90%")];
		assert_sent(SETTLER, &writes, &[(0, UpForAuction)]);

		assert_eq!((version(0), state(0, WEAR)), (0, None));
	});
}

#[test]
fn an_item_that_is_older_than_the_attribute_is_refused() {
	World::with_catalogue().sword(ALICE).execute(|| {
		let (operator, writer) = (|| RuntimeOrigin::signed(OPERATOR), Writer::Server(WORLD));
		let name = attribute_name("wear");
		assert_ok!(Items::define_attribute(operator(), SWORDS, name, writer));
		assert_ok!(Items::mint_items(operator(), SWORDS, avatars(&[BOB])));

		let writes = [write(0, WEAR, 1, "90%"), write(1, WEAR, 1, "90%")];
		assert_sent(SETTLER, &writes, &[(0, NotWriter)]);
	});
}

#[test]
fn works_in_a_frozen_collection() {
	swords().frozen().execute(|| {
		assert_sent(SETTLER, &[write(0, WEAR, 1, "90%")], &[]);
	});
}

#[test]
fn works_while_the_avatar_is_offered() {
	swords().execute(|| {
		Pairs::offer(avatar(ALICE));

		assert_sent(SETTLER, &[write(0, WEAR, 1, "90%")], &[]);
	});
}

#[test]
fn a_later_writer_takes_over_the_deposit() {
	swords().execute(|| {
		assert_sent(SETTLER, &[write(0, WEAR, 1, "90%")], &[]);
		assert_eq!(held(HoldReason::Attribute, SETTLER), ATTRIBUTE_DEPOSIT);

		assert_sent(OPERATOR, &[write(0, WEAR, 2, "80%")], &[]);

		assert_eq!(held(HoldReason::Attribute, SETTLER), 0);
		assert_eq!(held(HoldReason::Attribute, OPERATOR), ATTRIBUTE_DEPOSIT);
	});
}

#[test]
fn an_empty_call_writes_nothing() {
	swords().execute(|| {
		assert_sent(SETTLER, &[], &[]);
	});
}

#[test]
fn fails_for_anyone_but_a_settler() {
	swords().execute(|| {
		for stranger in [ALICE, BOB] {
			assert_noop!(send(stranger, &[write(0, WEAR, 1, "90%")]), NOT_SETTLER);
		}
	});
}

#[test]
fn fails_in_a_suspended_world() {
	swords().execute(|| {
		TheWorld::suspend();

		assert_noop!(send(SETTLER, &[write(0, WEAR, 1, "90%")]), SUSPENDED);
	});
}

#[test]
fn fails_in_an_unknown_world() {
	swords().execute(|| {
		let origin = RuntimeOrigin::signed(SETTLER);

		assert_noop!(Items::write_attributes(origin, WorldId(8), bounded(&[])), UNKNOWN_WORLD);
	});
}

#[test]
fn fails_as_a_whole_without_money_for_the_deposits() {
	swords().execute(|| {
		let root = RuntimeOrigin::root();
		assert_ok!(Balances::force_set_balance(root, SETTLER, ATTRIBUTE_DEPOSIT + 1));

		assert_noop!(
			send(SETTLER, &[write(0, WEAR, 1, "90%"), write(1, WEAR, 1, "90%")]),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
		assert_sent(SETTLER, &[write(0, WEAR, 1, "90%")], &[]);
	});
}

#[test]
fn fails_unsigned() {
	swords().execute(|| {
		assert_noop!(
			Items::write_attributes(RuntimeOrigin::none(), WORLD, bounded(&[])),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_by_the_number_of_writes() {
	let weight = |writes: &[Write]| {
		let call = crate::Call::<Test>::write_attributes { world: WORLD, writes: bounded(writes) };
		call.get_dispatch_info().call_weight
	};

	let one = weight(&[write(0, WEAR, 1, "90%")]);
	assert_eq!(one, SubstrateWeight::<Test>::write_attributes(1));
	let two = weight(&[write(0, WEAR, 1, "90%"), write(1, WEAR, 1, "90%")]);
	assert!(two.ref_time() > one.ref_time());
}

#[test]
fn what_is_passed_over_weighs_less_than_what_is_written() {
	swords().execute(|| {
		let weight = |writes: &[Write]| {
			let settler = RuntimeOrigin::signed(SETTLER);
			let sent = Items::write_attributes(settler, WORLD, bounded(writes));
			sent.expect("the settler has the deposits").actual_weight.expect("it is told")
		};
		let both = [write(0, WEAR, 1, "90%"), write(1, WEAR, 1, "90%")];

		let written = weight(&both);
		assert_eq!(written, SubstrateWeight::<Test>::write_attributes(2));
		let stale = weight(&both);
		assert!(stale.ref_time() < SubstrateWeight::<Test>::write_attributes(1).ref_time());
		assert!(stale.ref_time() > SubstrateWeight::<Test>::write_attributes(0).ref_time());
	});
}

/// What a test sends: who, and item, key, counter and value of each write.
type Sent = (AccountId, Vec<(u32, u8, u64, u8)>);

fn sent() -> impl Strategy<Value = Sent> {
	// Of three items one does not exist, and of four keys one is the holder's and one unknown.
	let write = (0..3u32, 0..4u8, 0..8u64, any::<u8>());
	(prop_oneof![Just(SETTLER), Just(OPERATOR)], prop::collection::vec(write, 0..=4))
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Whatever is sent, in whatever order and however often: each attribute says what was sent
	/// first with the highest counter so far, and its counter never falls.
	#[test]
	fn counters_only_grow(calls in prop::collection::vec(sent(), 1..30)) {
		swords().execute(|| {
			let mut model = BTreeMap::<(u32, u8), (Vec<u8>, u64, AccountId)>::new();
			for (who, writes) in calls {
				let mut refused = Vec::new();
				for (place, &(serial, key, counter, new)) in (0..).zip(&writes) {
					let reason = match (serial, key) {
						(2, _) => Some(UnknownItem),
						(_, 3) => Some(UnknownKey),
						(_, NAME) => Some(NotWriter),
						id => {
							let before = model.get(&id).map(|(_, counter, _)| *counter);
							before.is_some_and(|before| counter <= before).then_some(Stale)
						},
					};
					match reason {
						Some(reason) => refused.push((place, reason)),
						None => {
							model.insert((serial, key), (vec![new], counter, who));
						},
					}
				}
				let writes: Vec<_> = writes
					.into_iter()
					.map(|(serial, key, counter, new)| {
						let value = vec![new].try_into().expect("one byte is not too long");
						Write { item: item(serial), key, counter, value }
					})
					.collect();
				assert_sent(who, &writes, &refused);
				Items::do_try_state().expect("every invariant holds after every call");
			}
			for serial in [0, 1] {
				for key in [WEAR, KILLS] {
					let expected = model.get(&(serial, key)).cloned();
					let expected = expected.map(|(value, counter, _)| (value, counter));
					assert_eq!(state(serial, key), expected);
				}
			}
			for who in [SETTLER, OPERATOR] {
				let paid = model.values().filter(|(_, _, payer)| *payer == who).count();
				assert_eq!(held(HoldReason::Attribute, who), ATTRIBUTE_DEPOSIT * paid as u128);
			}
		});
	}
}
