// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, HoldReason};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::{Holding, Lock},
	ids::{AvatarId, EstateId},
};
use sp_runtime::{DispatchError, DispatchResult};

/// The first estate, to Bob's avatar.
fn transfer(who: AccountId) -> DispatchResult {
	Land::transfer_estate(signed(who), EstateId(0), avatar(BOB))
}

/// With an estate of Alice's.
fn owned() -> World {
	World::default().estate(ALICE, &[(0, 0), (1, 0)])
}

#[test]
fn works() {
	owned().execute(|| {
		assert_ok!(transfer(ALICE));

		assert_eq!(
			Land::estate_holding(EstateId(0)),
			Some(Holding { owner: avatar(BOB), version: 1, lock: None })
		);
		let (from, to) = (avatar(ALICE), avatar(BOB));
		System::assert_last_event(
			Event::EstateTransferred { estate: EstateId(0), from, to }.into(),
		);
	});
}

#[test]
fn all_its_parcels_go_with_it() {
	owned().execute(|| {
		assert_ok!(transfer(ALICE));

		let lock = Some(Lock::Estate(EstateId(0)));
		for at in [parcel(0, 0), parcel(1, 0)] {
			let holding = Holding { owner: avatar(BOB), version: 0, lock };
			assert_eq!(Land::holding(at), Some(holding));
		}
		assert_eq!(ground_of(0), [(0, 0), (1, 0)]);
	});
}

#[test]
fn begins_another_tenure() {
	owned().execute(|| {
		assert_ok!(transfer(ALICE));
		assert_ok!(Land::transfer_estate(signed(BOB), EstateId(0), avatar(ALICE)));

		assert_eq!(Land::estate(EstateId(0)).map(|it| it.tenure), Some(2));
	});
}

#[test]
fn leaves_the_deposit_with_who_founded_it() {
	owned().execute(|| {
		assert_ok!(transfer(ALICE));

		assert_eq!(held_for(HoldReason::Estate, ALICE), ESTATE_DEPOSIT);
		assert_eq!(held_for(HoldReason::Estate, BOB), 0);
	});
}

#[test]
fn names_the_new_owner_instead_of_the_old_one() {
	owned().execute(|| {
		assert_ok!(transfer(ALICE));

		assert_eq!(avatar_consumers(avatar(ALICE)), 0);
		assert_eq!(avatar_consumers(avatar(BOB)), 1);
	});
}

#[test]
fn an_estate_that_is_let_goes_with_its_tenant() {
	owned().lease(ALICE, estate(0), terms(), CAROL, 2).execute(|| {
		assert_ok!(transfer(ALICE));

		assert_eq!(Land::owner_of(estate(0)), Some(avatar(BOB)));
		assert_eq!(Land::occupier(site(1, 0)), Some(avatar(CAROL)));
	});
}

#[test]
fn works_in_a_suspended_world() {
	owned().after(|| suspend(WORLD)).execute(|| {
		assert_ok!(transfer(ALICE));
	});
}

#[test]
fn fails_for_an_unknown_estate() {
	World::default().execute(|| {
		assert_noop!(transfer(ALICE), Error::<Test>::UnknownEstate);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	owned().lease(ALICE, estate(0), terms(), CAROL, 2).execute(|| {
		for stranger in [BOB, CAROL, OPERATOR] {
			assert_noop!(transfer(stranger), DispatchError::Other("not yours"));
		}
	});
}

#[test]
fn fails_to_an_unknown_avatar() {
	owned().execute(|| {
		assert_noop!(
			Land::transfer_estate(signed(ALICE), EstateId(0), AvatarId(10)),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_when_it_is_listed() {
	owned().execute(|| {
		assert_ok!(list(estate(0)));

		assert_noop!(transfer(ALICE), Error::<Test>::Locked);
	});
}

#[test]
fn fails_unsigned() {
	owned().execute(|| {
		assert_noop!(
			Land::transfer_estate(RuntimeOrigin::none(), EstateId(0), avatar(BOB)),
			DispatchError::BadOrigin
		);
	});
}
