// SPDX-License-Identifier: Apache-2.0
//! What is burned.

use super::{belongings, change, every_deed_of_the_holder, signed};
use crate::{mock::*, Attributes, Error, Form, HoldReason, Rules, Writer};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::Lock,
	ids::{AuctionId, KindId, OrderId},
	key::ItemKey,
};
use sp_runtime::DispatchResult;

#[test]
fn burn_leaves_no_attribute_and_no_deposit_behind() {
	World::with_catalogue()
		.attribute("power", Writer::Issuer)
		.attribute("name", Writer::Holder)
		.sword(ALICE)
		.execute(|| {
			let accounts = [OPERATOR, ALICE];
			assert_ok!(Items::set_attributes(signed(OPERATOR), item(0), change(0, "7")));
			assert_ok!(Items::set_attributes(signed(ALICE), item(0), change(1, "Excalibur")));

			assert_ok!(Items::burn_item(signed(ALICE), item(0)));

			assert_eq!(Attributes::<Test>::iter_prefix(ItemKey::from(item(0))).count(), 0);
			for reason in [HoldReason::Attribute, HoldReason::Item] {
				assert_eq!(accounts.map(|who| held(reason, who)), [0, 0]);
			}
		});
}

#[test]
fn a_burned_id_is_never_given_out_again() {
	World::with_catalogue().sword(ALICE).execute(|| {
		assert_ok!(Items::burn_item(signed(ALICE), item(0)));
		assert_ok!(Items::mint_items(signed(OPERATOR), SWORDS, avatars(&[ALICE])));
		assert_eq!(Items::item(item(0)), None);
		assert_ok!(Items::burn_item(signed(ALICE), item(1)));

		for kind in [SWORDS, ARROWS] {
			assert_ok!(Items::remove_kind(signed(OPERATOR), kind));
		}
		let (form, rules) = (Form::Unique, Rules::LOOSEST);
		assert_ok!(Items::create_kind(
			signed(OPERATOR),
			COLLECTION,
			form,
			None,
			rules,
			shares(&[])
		));
		let third = KindId { collection: COLLECTION, index: 2 };
		assert_ok!(Items::mint_items(signed(OPERATOR), third, avatars(&[ALICE])));
		assert_eq!([SWORDS, ARROWS].map(Items::kind), [None, None]);
		assert_eq!([item(0), item(1)].map(Items::item), [None, None]);
		assert!(Items::item(item(2)).is_some());
	});
}

#[test]
fn burning_makes_no_room_for_more() {
	World::with_catalogue().sword(ALICE).sword(ALICE).sword(ALICE).execute(|| {
		for serial in 0..3 {
			assert_ok!(Items::burn_item(signed(ALICE), item(serial)));
		}

		assert_noop!(
			Items::mint_items(signed(OPERATOR), SWORDS, avatars(&[ALICE])),
			Error::<Test>::SupplyExceeded
		);
	});
}

#[test]
fn what_is_for_sale_is_not_burned_under_its_buyers() {
	for market in [Lock::Order(OrderId(0)), Lock::Auction(AuctionId(0))] {
		belongings().execute(|| {
			lock(item(0), market);
			lock_units(ARROWS, ALICE, 5);

			let deeds = every_deed_of_the_holder(ALICE);
			let locked: DispatchResult = Err(Error::<Test>::Locked.into());
			let too_few: DispatchResult = Err(Error::<Test>::TooFewUnits.into());
			assert_eq!(
				deeds,
				[locked, locked, too_few, locked, too_few, locked, locked, locked, too_few]
			);
		});
	}
}
