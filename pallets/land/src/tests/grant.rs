// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, HoldReason, Permission, Right, Rights, Standing, Tenure};
use codec::Decode;
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	chain::BlockNumber,
	ids::{AvatarId, LeaseId},
	land::Site,
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

/// The account grants through its own avatar.
fn grant(
	who: AccountId,
	site: Site,
	to: AccountId,
	rights: Rights,
	until: BlockNumber,
) -> DispatchResult {
	Land::grant(signed(who), site, avatar(who), avatar(to), rights, until)
}

/// With a parcel of Alice's that Bob manages.
fn managed() -> World {
	World::default().parcels(ALICE, &[(0, 0)]).after(|| {
		grant(ALICE, site(0, 0), BOB, Rights::MANAGE, 9).expect("an owner may choose a manager");
	})
}

#[test]
fn works() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		let rights = Rights::BUILD.union(Rights::EDIT);
		assert_ok!(grant(ALICE, site(0, 0), BOB, rights, 9));

		assert_eq!(
			Land::standing(site(0, 0), avatar(BOB)),
			Some(Standing {
				permission: Permission::Granted { rights, until: 9 },
				tenure: Tenure::Title { site: 0, owner: 0 },
				payer: ALICE
			})
		);
		System::assert_last_event(
			Event::RightsGranted { site: site(0, 0), to: avatar(BOB), rights, until: 9 }.into(),
		);
	});
}

#[test]
fn is_void_for_good_once_the_owners_avatar_is_sold() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_ok!(grant(ALICE, site(0, 0), BOB, Rights::BUILD, 9));
		for owner in [CAROL, ALICE] {
			sell_avatar(avatar(ALICE), owner);

			assert!(!Land::may(avatar(BOB), Right::Build, parcel(0, 0)));
		}
		assert_ok!(Land::remove_standing(signed(OPERATOR), site(0, 0), avatar(BOB), None));
	});
}

#[test]
fn works_for_an_estate() {
	World::default().estate(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		assert_ok!(grant(ALICE, estate(0), BOB, Rights::BUILD, 9));

		assert!(Land::may(avatar(BOB), Right::Build, parcel(1, 0)));
	});
}

#[test]
fn works_for_a_tenant() {
	let leased = World::default().parcels(ALICE, &[(0, 0)]);
	leased.lease(ALICE, site(0, 0), terms(), BOB, 3).execute(|| {
		assert_ok!(grant(BOB, site(0, 0), CAROL, Rights::BUILD, 99));

		assert_eq!(
			Land::standing(site(0, 0), avatar(CAROL)).map(|it| it.tenure),
			Some(Tenure::Lease(LeaseId(0)))
		);
		assert_noop!(
			grant(ALICE, site(0, 0), CAROL, Rights::BUILD, 99),
			Error::<Test>::NotOccupier
		);
	});
}

#[test]
fn counts_in_this_very_block() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_ok!(grant(ALICE, site(0, 0), BOB, Rights::BUILD, 1));
		assert!(Land::may(avatar(BOB), Right::Build, parcel(0, 0)));

		run_to(2);
		assert!(!Land::may(avatar(BOB), Right::Build, parcel(0, 0)));
	});
}

#[test]
fn holds_a_deposit() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_ok!(grant(ALICE, site(0, 0), BOB, Rights::BUILD, 9));
		assert_ok!(grant(ALICE, site(0, 0), CAROL, Rights::BUILD, 9));

		assert_eq!(held_for(HoldReason::Standing, ALICE), 2 * STANDING_DEPOSIT);
	});
}

#[test]
fn gives_the_deposit_of_what_it_replaces_back_to_who_paid_it() {
	managed().execute(|| {
		assert_ok!(grant(BOB, site(0, 0), CAROL, Rights::BUILD, 9));
		assert_eq!(held_for(HoldReason::Standing, BOB), STANDING_DEPOSIT);

		assert_ok!(grant(ALICE, site(0, 0), CAROL, Rights::ENTER, 9));

		assert_eq!(held_for(HoldReason::Standing, BOB), 0);
		assert_eq!(held_for(HoldReason::Standing, ALICE), 2 * STANDING_DEPOSIT);
	});
}

#[test]
fn replaces_a_ban() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_ok!(Land::ban(signed(ALICE), site(0, 0), avatar(ALICE), avatar(BOB), 99));
		assert_ok!(grant(ALICE, site(0, 0), BOB, Rights::ENTER, 9));

		assert!(Land::may(avatar(BOB), Right::Enter, parcel(0, 0)));
		assert_eq!(held_for(HoldReason::Standing, ALICE), STANDING_DEPOSIT);
	});
}

#[test]
fn a_manager_grants_what_is_not_management() {
	managed().execute(|| {
		assert_ok!(grant(BOB, site(0, 0), CAROL, Rights::EDIT, 9));
		assert_noop!(grant(BOB, site(0, 0), CAROL, Rights::ALL, 9), Error::<Test>::OnlyOccupier);
	});
}

#[test]
fn a_manager_demotes_neither_a_manager_nor_the_occupier() {
	managed().execute(|| {
		assert_ok!(grant(ALICE, site(0, 0), CAROL, Rights::MANAGE, 9));

		for other in [ALICE, BOB, CAROL] {
			assert_noop!(
				grant(BOB, site(0, 0), other, Rights::ENTER, 9),
				Error::<Test>::OnlyOccupier
			);
		}
		assert_ok!(grant(ALICE, site(0, 0), CAROL, Rights::ENTER, 9));
	});
}

#[test]
fn a_manager_whose_time_is_over_grants_nothing() {
	managed().execute(|| {
		run_to(10);

		assert_noop!(grant(BOB, site(0, 0), CAROL, Rights::ENTER, 20), Error::<Test>::NotOccupier);
	});
}

#[test]
fn fails_for_a_stranger() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		for stranger in [BOB, OPERATOR] {
			assert_noop!(
				grant(stranger, site(0, 0), CAROL, Rights::ENTER, 9),
				Error::<Test>::NotOccupier
			);
		}
	});
}

#[test]
fn fails_through_someone_elses_avatar() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		let (by, to) = (avatar(ALICE), avatar(BOB));

		assert_noop!(
			Land::grant(signed(BOB), site(0, 0), by, to, Rights::ALL, 9),
			DispatchError::Other("not yours")
		);
	});
}

#[test]
fn fails_to_an_unknown_avatar() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_noop!(
			Land::grant(signed(ALICE), site(0, 0), avatar(ALICE), AvatarId(10), Rights::ALL, 9),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_for_no_right_and_for_unknown_rights() {
	let unknown = Rights::decode(&mut &[16u8][..]).expect("a set of rights is any byte");

	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		for rights in [Rights::default(), unknown, unknown.union(Rights::ENTER)] {
			assert_noop!(grant(ALICE, site(0, 0), BOB, rights, 9), Error::<Test>::InvalidRights);
		}
	});
}

#[test]
fn fails_when_it_is_past() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		run_to(10);

		assert_noop!(grant(ALICE, site(0, 0), BOB, Rights::ENTER, 9), Error::<Test>::InvalidExpiry);
	});
}

#[test]
fn fails_for_an_unknown_site() {
	World::default().execute(|| {
		assert_noop!(grant(ALICE, site(0, 0), BOB, Rights::ENTER, 9), Error::<Test>::UnknownParcel);
		assert_noop!(grant(ALICE, estate(0), BOB, Rights::ENTER, 9), Error::<Test>::UnknownEstate);
	});
}

#[test]
fn fails_for_a_part_of_an_estate() {
	World::default().estate(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		assert_noop!(grant(ALICE, site(0, 0), BOB, Rights::ENTER, 9), Error::<Test>::InEstate);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), ALICE, STANDING_DEPOSIT - 1));

		assert_noop!(
			grant(ALICE, site(0, 0), BOB, Rights::ENTER, 9),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn fails_unsigned() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		let (by, to) = (avatar(ALICE), avatar(BOB));

		assert_noop!(
			Land::grant(RuntimeOrigin::none(), site(0, 0), by, to, Rights::ENTER, 9),
			DispatchError::BadOrigin
		);
	});
}
