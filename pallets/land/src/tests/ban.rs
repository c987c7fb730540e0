// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, HoldReason, Permission, Right, Rights, Standing, Tenure};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	chain::BlockNumber,
	ids::AvatarId,
	land::{Site, Zone},
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

/// The account bans through its own avatar.
fn ban(who: AccountId, site: Site, other: AccountId, until: BlockNumber) -> DispatchResult {
	Land::ban(signed(who), site, avatar(who), avatar(other), until)
}

/// With a parcel of Alice's that Bob manages.
fn managed() -> World {
	World::default().parcels(ALICE, &[(0, 0)]).after(|| {
		let (by, to) = (avatar(ALICE), avatar(BOB));
		Land::grant(signed(ALICE), site(0, 0), by, to, Rights::MANAGE, 9)
			.expect("an owner may choose a manager");
	})
}

#[test]
fn works() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_ok!(ban(ALICE, site(0, 0), BOB, 9));

		assert_eq!(
			Land::standing(site(0, 0), avatar(BOB)),
			Some(Standing {
				permission: Permission::Banned { until: 9 },
				tenure: Tenure::Title { site: 0, owner: 0 },
				payer: ALICE
			})
		);
		assert!(!Land::may(avatar(BOB), Right::Enter, parcel(0, 0)));
		System::assert_last_event(
			Event::AvatarBanned { site: site(0, 0), avatar: avatar(BOB), until: 9 }.into(),
		);
	});
}

#[test]
fn ends_by_itself() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_ok!(ban(ALICE, site(0, 0), BOB, 9));

		run_to(9);
		assert!(!Land::may(avatar(BOB), Right::Enter, parcel(0, 0)));
		run_to(10);
		assert!(Land::may(avatar(BOB), Right::Enter, parcel(0, 0)));
	});
}

#[test]
fn works_for_an_estate() {
	World::default().estate(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		assert_ok!(ban(ALICE, estate(0), BOB, 9));

		assert!(!Land::may(avatar(BOB), Right::Enter, parcel(1, 0)));
	});
}

#[test]
fn holds_a_deposit() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_ok!(ban(ALICE, site(0, 0), BOB, 9));
		assert_ok!(ban(ALICE, site(0, 0), BOB, 99));

		assert_eq!(held_for(HoldReason::Standing, ALICE), STANDING_DEPOSIT);
	});
}

#[test]
fn takes_every_right_away() {
	managed().execute(|| {
		assert_ok!(ban(ALICE, site(0, 0), BOB, 9));

		for right in Right::ALL {
			assert!(!Land::may(avatar(BOB), right, parcel(0, 0)));
		}
	});
}

#[test]
fn works_for_a_manager() {
	managed().execute(|| {
		assert_ok!(ban(BOB, site(0, 0), CAROL, 9));

		assert_eq!(held_for(HoldReason::Standing, BOB), STANDING_DEPOSIT);
	});
}

#[test]
fn a_manager_bans_neither_a_manager_nor_the_occupier() {
	managed().execute(|| {
		let (by, to) = (avatar(ALICE), avatar(CAROL));
		assert_ok!(Land::grant(signed(ALICE), site(0, 0), by, to, Rights::MANAGE, 9));

		for other in [ALICE, BOB, CAROL] {
			assert_noop!(ban(BOB, site(0, 0), other, 9), Error::<Test>::OnlyOccupier);
		}
	});
}

#[test]
fn a_tenant_does_not_ban_the_landlord_in_effect() {
	let leased = World::default().parcels(ALICE, &[(0, 0)]);
	leased.lease(ALICE, site(0, 0), terms(), BOB, 3).execute(|| {
		assert_ok!(ban(BOB, site(0, 0), ALICE, 9));

		assert!(Land::may(avatar(ALICE), Right::Enter, parcel(0, 0)));
	});
}

#[test]
fn nobody_is_banned_from_public_land() {
	for public in [Zone::Road, Zone::Plaza] {
		World::default().parcel(ALICE, (0, 0), public).execute(|| {
			assert_noop!(ban(ALICE, site(0, 0), BOB, 9), Error::<Test>::PublicLand);
		});
	}
}

#[test]
fn fails_for_a_stranger() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_noop!(ban(BOB, site(0, 0), CAROL, 9), Error::<Test>::NotOccupier);
	});
}

#[test]
fn fails_through_someone_elses_avatar() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_noop!(
			Land::ban(signed(BOB), site(0, 0), avatar(ALICE), avatar(CAROL), 9),
			DispatchError::Other("not yours")
		);
	});
}

#[test]
fn fails_for_an_unknown_avatar() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_noop!(
			Land::ban(signed(ALICE), site(0, 0), avatar(ALICE), AvatarId(10), 9),
			DispatchError::Other("unknown avatar")
		);
	});
}

#[test]
fn fails_when_it_is_past() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		run_to(10);

		assert_noop!(ban(ALICE, site(0, 0), BOB, 9), Error::<Test>::InvalidExpiry);
	});
}

#[test]
fn fails_for_an_unknown_site() {
	World::default().execute(|| {
		assert_noop!(ban(ALICE, site(0, 0), BOB, 9), Error::<Test>::UnknownParcel);
		assert_noop!(ban(ALICE, estate(0), BOB, 9), Error::<Test>::UnknownEstate);
	});
}

#[test]
fn fails_for_a_part_of_an_estate() {
	World::default().estate(ALICE, &[(0, 0), (1, 0)]).execute(|| {
		assert_noop!(ban(ALICE, site(0, 0), BOB, 9), Error::<Test>::InEstate);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), ALICE, STANDING_DEPOSIT - 1));

		assert_noop!(
			ban(ALICE, site(0, 0), BOB, 9),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn fails_unsigned() {
	World::default().parcels(ALICE, &[(0, 0)]).execute(|| {
		assert_noop!(
			Land::ban(RuntimeOrigin::none(), site(0, 0), avatar(ALICE), avatar(BOB), 9),
			DispatchError::BadOrigin
		);
	});
}
