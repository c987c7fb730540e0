// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, Metadata, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::{ids::WorldId, pointer::Pointer};
use sp_runtime::DispatchResult;

fn set(who: AccountId, world: WorldId, metadata: Option<Metadata>) -> DispatchResult {
	Worlds::set_metadata(RuntimeOrigin::signed(who), world, metadata)
}

#[test]
fn works() {
	Chain::default().world(OPERATOR, None).execute(|| {
		let metadata = Some(called("東京".as_bytes()));

		assert_ok!(set(OPERATOR, WORLD, metadata.clone()));

		assert_eq!(Worlds::metadata(WORLD), metadata);
		System::assert_last_event(Event::<Test>::MetadataChanged { world: WORLD, metadata }.into());
	});
}

#[test]
fn replaces_what_was_said() {
	Chain::default().world(OPERATOR, None).named(called(b"Old")).execute(|| {
		let metadata = Metadata { pointer: Pointer::default(), ..called(b"New") };

		assert_ok!(set(OPERATOR, WORLD, Some(metadata.clone())));

		assert_eq!(Worlds::metadata(WORLD), Some(metadata));
	});
}

#[test]
fn takes_the_name_away() {
	Chain::default().world(OPERATOR, None).named(called(b"Old")).execute(|| {
		assert_ok!(set(OPERATOR, WORLD, None));

		assert_eq!(Worlds::metadata(WORLD), None);
		assert_eq!(crate::WorldMetadata::<Test>::iter().count(), 0);
		System::assert_last_event(
			Event::<Test>::MetadataChanged { world: WORLD, metadata: None }.into(),
		);
	});
}

#[test]
fn is_covered_by_the_bond() {
	Chain::default().world(OPERATOR, None).execute(|| {
		assert_ok!(set(OPERATOR, WORLD, Some(called(b"City"))));

		assert_eq!(Balances::free_balance(OPERATOR), MONEY - BOND);
	});
}

#[test]
fn fails_when_the_name_cannot_be_shown() {
	Chain::default().world(OPERATOR, None).named(called(b"Old")).execute(|| {
		for name in [&b""[..], b"\xff", b"two\nlines"] {
			assert_noop!(set(OPERATOR, WORLD, Some(called(name))), Error::<Test>::InvalidName);
		}
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	Chain::default().world(OPERATOR, None).settler(SERVER, 10).execute(|| {
		for stranger in [RIVAL, SERVER] {
			assert_noop!(set(stranger, WORLD, None), Error::<Test>::NotOwner);
		}
	});
}

#[test]
fn fails_in_an_unknown_world() {
	Chain::default().execute(|| {
		assert_noop!(set(OPERATOR, NOWHERE, None), Error::<Test>::UnknownWorld);
	});
}

#[test]
fn weighs_what_was_estimated() {
	let call = crate::Call::<Test>::set_metadata { world: WORLD, metadata: None };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::set_metadata());
}
