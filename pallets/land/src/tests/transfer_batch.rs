// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo, BoundedVec};
use freehold_primitives::{
	asset::Holding,
	ids::AvatarId,
	land::{Coordinates, Zone},
};
use sp_runtime::{DispatchError, DispatchResult};

type Transfers = BoundedVec<(Coordinates, AvatarId), frame_support::traits::ConstU32<MAX_PARCELS>>;

fn moves(moves: &[((i16, i16), AvatarId)]) -> Transfers {
	bounded(moves.iter().map(|&((x, y), to)| (Coordinates::new(x, y), to)))
}

fn transfer(who: AccountId, named: &[((i16, i16), AvatarId)]) -> DispatchResult {
	Land::transfer_batch(signed(who), WORLD, moves(named))
}

#[test]
fn works() {
	World::default().parcels(ALICE, &[(0, 0), (1, 0), (2, 0)]).execute(|| {
		assert_ok!(transfer(ALICE, &[((2, 0), avatar(BOB)), ((0, 0), avatar(CAROL))]));

		for (at, to) in [(parcel(2, 0), BOB), (parcel(0, 0), CAROL)] {
			let holding = Holding { owner: avatar(to), version: 1, lock: None };
			assert_eq!(Land::holding(at), Some(holding));
			System::assert_has_event(
				Event::ParcelTransferred { parcel: at, from: avatar(ALICE), to: avatar(to) }.into(),
			);
		}
		assert_eq!(Land::holding(parcel(1, 0)), Some(Holding::new(avatar(ALICE))));
	});
}

#[test]
fn gives_what_any_avatar_of_the_account_owns() {
	let world = World::default().parcels(ALICE, &[(0, 0), (1, 0)]).after(|| {
		Land::transfer(signed(ALICE), parcel(1, 0), SECOND).expect("it is hers");
	});
	world.execute(|| {
		assert_ok!(transfer(ALICE, &[((0, 0), avatar(BOB)), ((1, 0), avatar(BOB))]));

		assert_eq!(avatar_consumers(avatar(ALICE)), 0);
		assert_eq!(avatar_consumers(SECOND), 0);
		assert_eq!(avatar_consumers(avatar(BOB)), 2);
	});
}

#[test]
fn leaves_the_deposits_with_the_operator() {
	World::default().parcels(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		assert_ok!(transfer(ALICE, &[((0, 0), avatar(BOB)), ((1, 0), avatar(BOB))]));

		assert_eq!(held(OPERATOR), 2 * DEPOSIT);
		assert_eq!((held(ALICE), held(BOB)), (0, 0));
	});
}

#[test]
fn fails_when_nothing_is_named() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_noop!(transfer(ALICE, &[]), Error::<Test>::NothingNamed);
	});
}

#[test]
fn fails_when_a_parcel_is_named_twice() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_noop!(
			transfer(ALICE, &[((0, 0), avatar(BOB)), ((0, 0), avatar(CAROL))]),
			Error::<Test>::NamedTwice
		);
	});
}

#[test]
fn fails_for_an_unknown_parcel() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_noop!(
			transfer(ALICE, &[((0, 0), avatar(BOB)), ((1, 0), avatar(BOB))]),
			Error::<Test>::UnknownParcel
		);
		assert_noop!(
			Land::transfer_batch(signed(ALICE), OTHER_WORLD, moves(&[((0, 0), avatar(BOB))])),
			Error::<Test>::UnknownParcel
		);
	});
}

#[test]
fn fails_for_a_part_of_an_estate() {
	let world = World::default().parcels(ALICE, &[(0, 0)]).estate(ALICE, &[(1, 0), (2, 0)]);
	world.execute(|| {
		assert_noop!(
			transfer(ALICE, &[((0, 0), avatar(BOB)), ((1, 0), avatar(BOB))]),
			Error::<Test>::InEstate
		);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	World::default().parcels(ALICE, &[(0, 0)]).parcels(BOB, &[(1, 0)]).execute(|| {
		for stranger in [ALICE, OPERATOR] {
			assert_noop!(
				transfer(stranger, &[((0, 0), avatar(CAROL)), ((1, 0), avatar(CAROL))]),
				DispatchError::Other("not yours")
			);
		}
	});
}

#[test]
fn fails_to_an_unknown_avatar() {
	World::default().parcels(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		assert_noop!(
			transfer(ALICE, &[((0, 0), avatar(BOB)), ((1, 0), AvatarId(10))]),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_when_one_is_listed_or_public() {
	let world = World::default().parcels(ALICE, &[(0, 0), (1, 0)]);
	world.parcel(ALICE, (2, 0), Zone::Plaza).execute(|| {
		assert_ok!(list(site(1, 0)));

		for locked in [(1, 0), (2, 0)] {
			assert_noop!(
				transfer(ALICE, &[((0, 0), avatar(BOB)), (locked, avatar(BOB))]),
				Error::<Test>::Locked
			);
		}
	});
}

#[test]
fn fails_unsigned() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		let transfers = moves(&[((0, 0), avatar(BOB))]);

		assert_noop!(
			Land::transfer_batch(RuntimeOrigin::none(), WORLD, transfers),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_by_the_number_of_parcels() {
	let transfers = moves(&[((0, 0), avatar(BOB)), ((1, 0), avatar(BOB))]);
	let call = crate::Call::<Test>::transfer_batch { world: WORLD, transfers };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::transfer_batch(2));
	assert!(
		SubstrateWeight::<Test>::transfer_batch(2).ref_time()
			> SubstrateWeight::<Test>::transfer_batch(1).ref_time()
	);
}
