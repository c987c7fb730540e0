// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Units};
use freehold_primitives::{
	asset::Holding,
	ids::{AvatarId, KindId},
	traits::Avatars,
};

/// Counts a record for another avatar, as the settlement kernel does in the purses.
fn record_moves(from: AvatarId, to: AvatarId) {
	Pairs::retain(to, 1).expect("tests name avatars that exist");
	Pairs::release(from, 1);
}

#[test]
fn writes_who_owns_an_item() {
	World::with_catalogue().sword(ALICE).execute(|| {
		let holding = Holding::new(avatar(ALICE)).moved_to(avatar(BOB));

		Items::set_holding(item(0), holding);
		record_moves(avatar(ALICE), avatar(BOB));

		assert_eq!(Items::holding(item(0)), Some(holding));
		assert_eq!(Items::item(item(0)).map(|it| it.kind), Some(SWORDS.index));
	});
}

#[test]
fn makes_no_item_by_writing_its_owner() {
	World::with_catalogue().execute(|| {
		Items::set_holding(item(0), Holding::new(avatar(ALICE)));

		assert_eq!(Items::holding(item(0)), None);
	});
}

#[test]
fn writes_units_and_keeps_no_record_of_zero() {
	World::with_catalogue().arrows(ALICE, 20).execute(|| {
		Items::set_units(ARROWS, avatar(BOB), 20);
		Items::set_units(ARROWS, avatar(ALICE), 0);
		record_moves(avatar(ALICE), avatar(BOB));

		assert_eq!(Items::units_of(ARROWS, avatar(BOB)), 20);
		assert_eq!(Items::units_of(ARROWS, avatar(ALICE)), 0);
		assert_eq!(Units::<Test>::iter().count(), 1);
	});
}

#[test]
fn has_no_units_of_an_unknown_kind() {
	World::default().execute(|| {
		assert_eq!(Items::units_of(KindId { collection: COLLECTION, index: 9 }, avatar(ALICE)), 0);
	});
}
