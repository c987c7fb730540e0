// SPDX-License-Identifier: Apache-2.0
//! What it weighs.

use super::*;
use crate::{Changes, MAX_ATTRIBUTES};

#[test]
fn is_that_of_items_full_of_attributes() {
	let call = crate::Call::<Test>::craft {
		avatar: avatar(ALICE),
		recipe: RECIPE,
		items: super::inputs(&[0, 1]),
		max_royalty: 0,
		max_attributes: 0,
	};

	let expected = SubstrateWeight::<Test>::craft(2, 2 * MAX_ATTRIBUTES);
	assert_eq!(call.get_dispatch_info().call_weight, expected);
}

#[test]
fn is_less_afterwards_for_what_was_not_there() {
	breaking().attribute("name", Writer::Holder).execute(|| {
		let alice = RuntimeOrigin::signed(ALICE);
		let name: Changes = vec![(0, Some(value("Sting")))].try_into().expect("it is one");
		assert_ok!(Items::set_attributes(alice, item(0), name));

		let crafted = craft_on_any_terms(ALICE, avatar(ALICE), RECIPE, super::inputs(&[0]));

		let weight = crafted.expect("it can be crafted").actual_weight;
		assert_eq!(weight, Some(SubstrateWeight::<Test>::craft(1, 1)));
	});
}

#[test]
fn is_that_of_no_attributes_for_whoever_comes_too_late() {
	breaking().execute(|| {
		assert_ok!(Items::freeze_collection(RuntimeOrigin::signed(OPERATOR), COLLECTION));

		let crafted = craft_on_any_terms(ALICE, avatar(ALICE), RECIPE, super::inputs(&[0]));

		let refused = crafted.expect_err("nothing is crafted any more").post_info;
		assert_eq!(refused.actual_weight, Some(SubstrateWeight::<Test>::craft(1, 0)));
	});
}
