// SPDX-License-Identifier: Apache-2.0
use crate::{badge_key, mock::*, Badge, BadgeDetails, Badges, Validity};
use frame_support::assert_ok;
use freehold_primitives::{
	chain::BlockNumber,
	ids::{AvatarId, WorldId},
	key::AvatarKey,
};
use sp_runtime::{DispatchError, TransactionOutcome};

fn attest_for(world: WorldId, avatar: AvatarId, number: u32, valid_until: Option<BlockNumber>) {
	assert_ok!(attest_at(OPERATOR, world, avatar, number, valid_until));
}

/// Which badges of the first avatar are listed.
fn listed(after: Option<(WorldId, u32)>, limit: u32) -> Vec<(WorldId, u32)> {
	Avatars::badges(FIRST, after, limit)
		.into_iter()
		.map(|badge| (badge.world, badge.number))
		.collect()
}

/// What the badges of the first avatar are worth, in order.
fn validities() -> Vec<Validity> {
	Avatars::badges(FIRST, None, 64)
		.into_iter()
		.map(|badge| badge.validity)
		.collect()
}

#[test]
fn a_badge_is_listed_with_all_that_is_known_of_it() {
	Chain::default().avatar(ALICE).execute(|| {
		attest_for(WORLD, FIRST, 5, Some(NOW + 1));

		assert_eq!(
			Avatars::badges(FIRST, None, 64),
			[Badge {
				world: WORLD,
				number: 5,
				fact: fact(),
				issued_at: NOW,
				valid_until: Some(NOW + 1),
				validity: Validity::InForce,
			}]
		);
	});
}

#[test]
fn badges_are_listed_by_world_and_number() {
	Chain::default().avatar(ALICE).avatar(BOB).badges(&[7]).execute(|| {
		attest_for(OTHER_WORLD, FIRST, 0, None);
		attest_for(WORLD, FIRST, 256, None);
		attest_for(WORLD, FIRST, 1, None);

		assert_eq!(listed(None, 64), [(WORLD, 1), (WORLD, 256), (OTHER_WORLD, 0)]);
	});
}

#[test]
fn badges_are_listed_page_by_page() {
	Chain::default()
		.avatar(ALICE)
		.badges(&[1, 256])
		.avatar(BOB)
		.badges(&[7])
		.execute(|| {
			attest_for(OTHER_WORLD, FIRST, 0, None);

			assert_eq!(listed(None, 2), [(WORLD, 1), (WORLD, 256)]);
			assert_eq!(listed(Some((WORLD, 256)), 2), [(OTHER_WORLD, 0)]);
			assert!(listed(Some((OTHER_WORLD, 0)), 2).is_empty());
			assert!(listed(Some((WorldId(u32::MAX), u32::MAX)), 2).is_empty());
			assert!(listed(None, 0).is_empty());
		});
}

#[test]
fn a_page_goes_on_after_a_badge_that_is_gone() {
	Chain::default().avatar(ALICE).badges(&[1, 2, 3]).execute(|| {
		assert_ok!(Avatars::remove_badge(RuntimeOrigin::signed(ALICE), WORLD, FIRST, 2));

		assert_eq!(listed(Some((WORLD, 2)), 64), [(WORLD, 3)]);
		assert_eq!(listed(Some((WorldId(0), 9)), 64), [(WORLD, 1), (WORLD, 3)]);
	});
}

#[test]
fn at_most_64_badges_are_listed_at_once() {
	Chain::default().avatar(ALICE).execute(|| {
		let badge = BadgeDetails {
			fact: fact(),
			issued_at: NOW,
			valid_until: None,
			tenure: 0,
			payer: OPERATOR,
		};
		let _ = frame_support::storage::with_transaction(|| {
			for number in 0..70 {
				let key = badge_key(WORLD, number);
				Badges::<Test>::insert(AvatarKey::from(FIRST), key, badge.clone());
			}

			assert_eq!(listed(None, u32::MAX).len(), 64);
			assert_eq!(listed(Some((WORLD, 63)), u32::MAX).len(), 6);
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
		});
	});
}

#[test]
fn a_badge_expires_without_a_transaction() {
	Chain::default().avatar(ALICE).execute(|| {
		attest_for(WORLD, FIRST, 1, Some(NOW + 1));
		attest_for(WORLD, FIRST, 2, None);

		go_to(NOW + 1);
		assert_eq!(validities(), [Validity::InForce, Validity::InForce]);
		go_to(NOW + 2);
		assert_eq!(validities(), [Validity::Expired, Validity::InForce]);
	});
}

#[test]
fn an_expired_badge_of_a_former_owner_is_of_a_former_owner() {
	Chain::default().avatar(ALICE).offered_to(BOB, 0).execute(|| {
		attest_for(WORLD, FIRST, 1, Some(NOW));
		assert_ok!(Avatars::accept_offer(RuntimeOrigin::signed(BOB), FIRST, NOW, 0));

		go_to(NOW + 1);

		assert_eq!(validities(), [Validity::OfFormerOwner]);
	});
}

#[test]
fn an_avatar_is_found_by_every_way_to_write_its_handle() {
	Chain::default().avatar(ALICE).handle("Moo_Swirl").execute(|| {
		for name in ["Moo_Swirl", "mooswirl", "M00-5W1RL", "rnoosvvirl"] {
			assert_eq!(Avatars::avatar_by_handle(handle(name)), Some(FIRST), "{name}");
		}
		assert_eq!(Avatars::avatar_by_handle(handle("Moo_Whirl")), None);
		for name in ["", "-Moo_Swirl", "Moo_Swirl_"] {
			assert_eq!(Avatars::avatar_by_handle(handle(name)), None, "{name}");
		}
	});
}

#[test]
fn what_is_left_of_orders_is_shown_by_lane() {
	Chain::default().avatar(ALICE).devices(&[3]).filled(&[0, 3]).execute(|| {
		fill_in_part(FIRST, 3, 1);

		assert_eq!(Avatars::fills(FIRST, 0), fills(&[fill(0)]));
		assert_eq!(Avatars::fills(FIRST, 3), fills(&[fill(0), fill(1)]));
		for lane in [1, 8, u8::MAX] {
			assert!(Avatars::fills(FIRST, lane).is_empty());
		}
	});
}

#[test]
fn an_unknown_avatar_has_nothing_to_show() {
	Chain::default()
		.avatar(ALICE)
		.devices(&[1])
		.filled(&[0, 1])
		.handle("alice")
		.profile()
		.badges(&[1])
		.offered(1)
		.execute(|| {
			assert_eq!(Avatars::device_label(NOBODY, 1), None);
			assert!(Avatars::fills(NOBODY, 0).is_empty());
			assert_eq!(Avatars::handle(NOBODY), None);
			assert_eq!(Avatars::profile(NOBODY), None);
			assert_eq!(Avatars::offer_of(NOBODY), None);
			assert!(Avatars::badges(NOBODY, None, 64).is_empty());
		});
}
