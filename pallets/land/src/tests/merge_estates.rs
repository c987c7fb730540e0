// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, Access, Error, Event, HoldReason, Title, WeightInfo,
};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::{DispatchResultWithPostInfo, GetDispatchInfo},
};
use freehold_primitives::{
	ids::{EstateId, WorldId},
	land::Zone,
};
use sp_runtime::DispatchError;

/// Adds the second estate to the first.
fn merge(who: AccountId) -> DispatchResultWithPostInfo {
	Land::merge_estates(signed(who), EstateId(0), EstateId(1))
}

/// With two estates of Alice's, side by side.
fn neighbours() -> World {
	World::default()
		.estate(ALICE, &[(0, 0), (1, 0)])
		.estate(ALICE, &[(0, 1), (1, 1), (2, 1)])
}

#[test]
fn works() {
	neighbours().execute(|| {
		assert_ok!(merge(ALICE));

		assert_eq!(ground_of(0), [(0, 0), (0, 1), (1, 0), (1, 1), (2, 1)]);
		assert_eq!(Land::estate(EstateId(0)).map(|it| it.parcels), Some(5));
		let (into, from) = (EstateId(0), EstateId(1));
		System::assert_last_event(Event::EstatesMerged { into, from, parcels: 5 }.into());
	});
}

#[test]
fn one_of_them_is_no_more() {
	neighbours().execute(|| {
		assert_ok!(merge(ALICE));

		assert_eq!(Land::estate(EstateId(1)), None);
		assert!(ground_of(1).is_empty());
		assert_eq!(
			Land::parcel(parcel(2, 1)).map(|it| it.title),
			Some(Title::PartOf { estate: EstateId(0), version: 0 })
		);
	});
}

#[test]
fn moves_the_version_and_not_the_tenure() {
	neighbours().execute(|| {
		assert_ok!(merge(ALICE));

		let details = Land::estate(EstateId(0)).expect("it stays");
		assert_eq!((details.holding.version, details.tenure), (1, 0));
	});
}

#[test]
fn names_the_owner_once() {
	neighbours().execute(|| {
		assert_ok!(merge(ALICE));

		assert_eq!(avatar_consumers(avatar(ALICE)), 1);
	});
}

#[test]
fn gives_the_deposit_of_the_one_back_to_who_paid_it() {
	let world = World::default().estate(ALICE, &[(0, 0), (1, 0)]).estate(BOB, &[(0, 1), (1, 1)]);
	world.after(|| sell(estate(1), avatar(ALICE)).expect("it is free")).execute(|| {
		assert_ok!(merge(ALICE));

		assert_eq!(held_for(HoldReason::Estate, BOB), 0);
		assert_eq!(held_for(HoldReason::Estate, ALICE), ESTATE_DEPOSIT);
	});
}

#[test]
fn clears_what_hangs_on_the_one_and_keeps_what_hangs_on_the_other() {
	let set = |n| {
		let (by, house) = (avatar(ALICE), Some(pointer("ipfs://house")));
		Land::set_content(signed(ALICE), estate(n), by, house).expect("it is hers");
	};
	let world = neighbours().after(move || [0, 1].into_iter().for_each(set));
	let world = world.lease_offer(ALICE, estate(0), terms());
	world.lease_offer(ALICE, estate(1), terms()).execute(|| {
		assert_ok!(merge(ALICE));

		assert!(Land::content(estate(0)).is_some() && Land::lease_offer(estate(0)).is_some());
		assert_eq!((Land::content(estate(1)), Land::lease_offer(estate(1))), (None, None));
		assert_eq!(held_for(HoldReason::Content, ALICE), CONTENT_DEPOSIT);
		assert_eq!(held_for(HoldReason::LeaseOffer, ALICE), LEASE_OFFER_DEPOSIT);
		System::assert_has_event(Event::ContentCleared { site: estate(1) }.into());
		System::assert_has_event(Event::LeaseOfferWithdrawn { site: estate(1) }.into());
	});
}

#[test]
fn nothing_is_opened_by_joining() {
	for closed in [estate(0), estate(1)] {
		neighbours().execute(|| {
			let invited = Access::Invited;
			assert_ok!(Land::set_access(signed(ALICE), closed, avatar(ALICE), invited));
			assert_ok!(merge(ALICE));

			assert_eq!(Land::estate(EstateId(0)).map(|it| it.access), Some(invited));
		});
	}
}

#[test]
fn settles_a_lease_of_the_one_that_is_over() {
	neighbours().lease(ALICE, estate(1), terms(), BOB, 2).execute(|| {
		run_to(7);

		assert_ok!(merge(ALICE));

		assert_eq!(Land::lease(estate(1)), None);
		assert_eq!(coins(avatar(ALICE)), WEALTH + 20);
		assert_eq!(coins(avatar(BOB)), WEALTH - 20);
		assert_eq!(held_for(HoldReason::Lease, BOB), 0);
	});
}

#[test]
fn fails_with_itself() {
	neighbours().execute(|| {
		assert_noop!(
			Land::merge_estates(signed(ALICE), EstateId(0), EstateId(0)),
			Error::<Test>::SelfMerge
		);
	});
}

#[test]
fn fails_for_an_unknown_estate() {
	neighbours().execute(|| {
		for (into, from) in [(0, 2), (2, 0)] {
			assert_noop!(
				Land::merge_estates(signed(ALICE), EstateId(into), EstateId(from)),
				Error::<Test>::UnknownEstate
			);
		}
	});
}

#[test]
fn fails_for_anyone_but_the_owner_of_both() {
	let world = World::default().estate(ALICE, &[(0, 0), (1, 0)]).estate(BOB, &[(0, 1), (1, 1)]);
	world.execute(|| {
		for who in [ALICE, BOB, OPERATOR] {
			assert_noop!(merge(who), DispatchError::Other("not yours"));
		}
	});
}

#[test]
fn fails_when_two_avatars_of_one_account_own_them() {
	neighbours().execute(|| {
		assert_ok!(Land::transfer_estate(signed(ALICE), EstateId(1), SECOND));

		assert_noop!(merge(ALICE), Error::<Test>::OwnersDiffer);
	});
}

#[test]
fn fails_across_worlds() {
	World::default().estate(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		let found = |world: WorldId, at: &[(i16, i16)]| {
			let to = avatar(ALICE);
			assert_ok!(Land::issue(signed(OPERATOR), world, to, places(Zone::Open, at)));
			assert_ok!(Land::found_estate(signed(ALICE), world, to, ground(at)));
		};
		found(OTHER_WORLD, &[(0, 1), (1, 1)]);

		assert_noop!(merge(ALICE), Error::<Test>::WorldsDiffer);
	});
}

#[test]
fn fails_when_either_is_listed() {
	for listed in [estate(0), estate(1)] {
		neighbours().execute(|| {
			assert_ok!(list(listed));

			assert_noop!(merge(ALICE), Error::<Test>::Locked);
		});
	}
}

#[test]
fn fails_while_either_is_let() {
	for let_out in [estate(0), estate(1)] {
		neighbours().lease(ALICE, let_out, terms(), BOB, 2).execute(|| {
			assert_noop!(merge(ALICE), Error::<Test>::Leased);
		});
	}
}

#[test]
fn fails_when_they_do_not_touch() {
	let world = World::default().estate(ALICE, &[(0, 0), (1, 0)]);
	world.estate(ALICE, &[(-1, 1), (-1, 2)]).execute(|| {
		assert_noop!(merge(ALICE), Error::<Test>::NotConnected);
	});
}

/// The row at this height.
fn row(y: i16) -> [(i16, i16); 5] {
	[-2, -1, 0, 1, 2].map(|x| (x, y))
}

#[test]
fn fails_when_more_would_join_than_one_call_handles() {
	let world = World::default().estate(ALICE, &[(0, -1), (1, -1)]).estate(ALICE, &row(0));
	world.parcels(ALICE, &[(0, 1), (1, 1)]).execute(|| {
		let more = ground(&[(0, 1), (1, 1)]);
		assert_ok!(Land::extend_estate(signed(ALICE), EstateId(1), more));

		assert_noop!(merge(ALICE), Error::<Test>::TooManyParcels);
		assert!(!reads_a_ground(|| merge(ALICE), Error::<Test>::TooManyParcels));
		assert_ok!(Land::merge_estates(signed(ALICE), EstateId(1), EstateId(0)));
	});
}

#[test]
fn fails_when_it_would_have_too_many_parcels() {
	let world = World::default().estate(ALICE, &row(0)).estate(ALICE, &row(1));
	world.parcels(ALICE, &[(0, 2)]).execute(|| {
		assert_ok!(Land::extend_estate(signed(ALICE), EstateId(1), ground(&[(0, 2)])));

		assert_noop!(merge(ALICE), Error::<Test>::TooManyParcels);
		assert_ok!(Land::reduce_estate(signed(ALICE), EstateId(1), ground(&[(0, 2)])));
		assert_ok!(merge(ALICE));
	});
}

#[test]
fn fails_unsigned() {
	neighbours().execute(|| {
		assert_noop!(
			Land::merge_estates(RuntimeOrigin::none(), EstateId(0), EstateId(1)),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_by_what_joins_and_by_the_estate_as_it_becomes() {
	neighbours().execute(|| {
		let (into, from) = (EstateId(0), EstateId(1));
		let call = crate::Call::<Test>::merge_estates { into, from };
		assert_eq!(
			call.get_dispatch_info().call_weight,
			SubstrateWeight::<Test>::merge_estates(MAX_PARCELS, MAX_ESTATE_PARCELS)
		);

		let done = merge(ALICE).expect("both are hers");
		assert_eq!(done.actual_weight, Some(SubstrateWeight::<Test>::merge_estates(3, 5)));
	});
}
