// SPDX-License-Identifier: Apache-2.0
//! Royalties.

use super::signed;
use crate::{mock::*, Error};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::Class,
	fee::{item_royalty, BasisPoints, MAX_ROYALTY},
	ids::ItemId,
};

/// The part of a payment that the creators get for an item.
fn royalty_of(item: ItemId) -> Option<BasisPoints> {
	let class = Items::asset(item)?.class?;
	let terms = Items::terms(class.kind)?;
	Some(item_royalty(class.royalty, item.serial, terms.royalty, terms.raise))
}

#[test]
fn a_raised_royalty_does_not_touch_what_was_minted_before() {
	World::with_catalogue()
		.sword_royalty(&[(OPERATOR, 100)])
		.sword(ALICE)
		.execute(|| {
			let set = |rate| {
				assert_ok!(Items::set_royalty(
					signed(OPERATOR),
					SWORDS,
					shares(&[(OPERATOR, rate)])
				));
			};
			set(MAX_ROYALTY);
			assert_ok!(Items::mint_items(signed(OPERATOR), SWORDS, avatars(&[ALICE])));

			assert_eq!([item(0), item(1)].map(royalty_of), [Some(100), Some(MAX_ROYALTY)]);
			set(50);
			assert_eq!([item(0), item(1)].map(royalty_of), [Some(50), Some(50)]);
		});
}

/// Else an issuer would lower it, have the item bought, and raise it again.
#[test]
fn a_royalty_that_was_lowered_does_not_rise_again_for_what_was_there() {
	World::with_catalogue()
		.sword_royalty(&[(OPERATOR, 500)])
		.sword(ALICE)
		.execute(|| {
			for rate in [100, 500] {
				let royalty = shares(&[(OPERATOR, rate)]);
				assert_ok!(Items::set_royalty(signed(OPERATOR), SWORDS, royalty));
			}

			assert_eq!(royalty_of(item(0)), Some(100));
		});
}

#[test]
fn the_royalty_of_units_does_not_rise_in_their_holders_hands() {
	World::with_catalogue()
		.arrow_royalty(&[(OPERATOR, 100)])
		.arrows(ALICE, 5)
		.execute(|| {
			for royalty in [shares(&[(OPERATOR, 101)]), shares(&[(OPERATOR, 100), (BOB, 1)])] {
				assert_noop!(
					Items::set_royalty(signed(OPERATOR), ARROWS, royalty),
					Error::<Test>::RoyaltyRaised
				);
			}
		});
}

#[test]
fn an_item_sold_with_its_avatar_keeps_its_royalty() {
	World::with_catalogue()
		.sword_royalty(&[(OPERATOR, 300)])
		.sword(ALICE)
		.execute(|| {
			Pairs::offer(avatar(ALICE));
			Pairs::belongs_to(avatar(ALICE), BOB);

			assert_eq!(royalty_of(item(0)), Some(300));
			assert_ok!(Items::transfer_item(signed(BOB), item(0), avatar(BOB)));
			assert_eq!(royalty_of(item(0)), Some(300));
			assert_eq!(
				Items::asset(item(0)).and_then(|it| it.class),
				Some(Class { kind: SWORDS, royalty: 300 })
			);
		});
}

#[test]
fn a_holder_sets_no_royalty_and_nobody_sets_more_than_a_tenth() {
	World::with_catalogue().sword(ALICE).execute(|| {
		let most = |who| shares(&[(who, 9_999)]);

		assert_noop!(Items::set_royalty(signed(ALICE), SWORDS, most(ALICE)), NOT_OPERATOR);
		assert_noop!(Items::set_royalty(signed(SETTLER), SWORDS, most(SETTLER)), NOT_OPERATOR);
		assert_noop!(
			Items::set_royalty(signed(OPERATOR), SWORDS, most(OPERATOR)),
			Error::<Test>::RoyaltyTooHigh
		);
	});
}

#[test]
fn whoever_takes_over_a_royalty_gets_none_of_what_was_earned_before() {
	World::with_catalogue().sword_royalty(&[(ALICE, 100), (BOB, 100)]).execute(|| {
		assert_ok!(accrue(SWORDS, 101));
		TheWorld::belongs_to(SETTLER);

		let royalty = shares(&[(SETTLER, 200)]);
		assert_ok!(Items::set_royalty(signed(SETTLER), SWORDS, royalty));
		assert_ok!(accrue(SWORDS, 7));
		assert_ok!(Items::collect_royalty(signed(SETTLER), SWORDS));

		assert_eq!([ALICE, BOB, SETTLER].map(coins), [51, 50, 7]);
	});
}

/// A share that can't be paid would hold up all the others.
#[test]
fn one_who_shares_does_not_hold_up_the_others() {
	World::with_catalogue().sword_royalty(&[(ALICE, 1), (BOB, 999)]).execute(|| {
		assert_ok!(accrue(SWORDS, 10));
		Pairs::offer(avatar(ALICE));
		Pairs::offer(avatar(BOB));

		assert_ok!(Items::collect_royalty(signed(SETTLER), SWORDS));

		assert_eq!([ALICE, BOB].map(coins), [0, 9]);
		assert_eq!(Items::accrued(SWORDS), 1);
	});
}
