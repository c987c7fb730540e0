// SPDX-License-Identifier: Apache-2.0
//! What who crafts agrees to.

use super::*;
use freehold_primitives::fee::BasisPoints;

/// A sword, or thirty arrows: of the one a royalty of 300 is paid, and of the other one of 200. A
/// sword has two attributes.
fn smithy(outcome: Outcome) -> World {
	World::with_catalogue()
		.sword_royalty(&[(BOB, 300)])
		.arrow_royalty(&[(BOB, 200)])
		.attribute("power", Writer::Issuer)
		.attribute("name", Writer::Holder)
		.recipe(recipe(&[], outcome), BOB)
}

/// Every outcome of which one is a sword.
fn outcomes() -> [Outcome; 3] {
	[
		certain(SWORDS, 1),
		random(&[(SWORDS, 1, 1), (ARROWS, 30, 3)]),
		random(&[(ARROWS, 30, 3), (SWORDS, 1, 1)]),
	]
}

fn agree(max_royalty: BasisPoints, max_attributes: u8) -> DispatchResult {
	let (alice, none) = (RuntimeOrigin::signed(ALICE), Inputs::default());
	let crafted = Items::craft(alice, avatar(ALICE), RECIPE, none, max_royalty, max_attributes);
	crafted.map(drop).map_err(|failure| failure.error)
}

#[test]
fn works_for_no_more_than_there_is() {
	for outcome in outcomes() {
		smithy(outcome).execute(|| {
			assert_ok!(agree(300, 2));
		});
	}
	smithy(certain(ARROWS, 1)).execute(|| {
		assert_ok!(agree(200, 0));
	});
}

#[test]
fn fails_for_a_higher_royalty_of_any_outcome() {
	for outcome in outcomes() {
		smithy(outcome).execute(|| {
			assert_noop!(agree(299, u8::MAX), Error::<Test>::RoyaltyNotAgreed);
			assert_noop!(agree(0, u8::MAX), Error::<Test>::RoyaltyNotAgreed);
		});
	}
	smithy(certain(ARROWS, 1)).execute(|| {
		assert_noop!(agree(199, 0), Error::<Test>::RoyaltyNotAgreed);
	});
}

#[test]
fn fails_for_more_attributes_of_any_outcome() {
	for outcome in outcomes() {
		smithy(outcome).execute(|| {
			assert_noop!(agree(BasisPoints::MAX, 1), Error::<Test>::AttributesNotAgreed);
			assert_noop!(agree(BasisPoints::MAX, 0), Error::<Test>::AttributesNotAgreed);
		});
	}
}

#[test]
fn what_is_burned_is_not_what_is_agreed_to() {
	let breaking = recipe(&[(SWORDS, 1)], certain(ARROWS, 30));
	World::with_catalogue()
		.sword_royalty(&[(BOB, 300)])
		.attribute("power", Writer::Issuer)
		.sword(ALICE)
		.recipe(breaking, BOB)
		.execute(|| {
			let (alice, sword) = (RuntimeOrigin::signed(ALICE), super::inputs(&[0]));

			assert_ok!(Items::craft(alice, avatar(ALICE), RECIPE, sword, 0, 0));
		});
}
