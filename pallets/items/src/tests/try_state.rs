// SPDX-License-Identifier: Apache-2.0
//! Each invariant notices the state that breaks it. I9 is the runtime's to check.

use crate::{
	mock::*, Accrued, AttributeDetails, AttributeKey, AttributeKeys, Attributes, CollectionDetails,
	Collections, DrawDetails, Draws, Form, HoldReason, Issuer, ItemDetails, KindDetails, Kinds,
	Metadata, NextCollectionId, NextDrawId, NextRecipeId, Outcome, Outfit, Outfits, RecipeDetails,
	Recipes, RoundDetails, Rounds, Royalties, Rules, Shares, Units, Value, Writer,
};
use frame_support::{
	assert_ok,
	traits::{fungible::MutateHold, tokens::Precision},
};
use freehold_primitives::{
	asset::{Lock, Stack},
	chain::Hash,
	fee::MAX_ROYALTY,
	ids::{AvatarId, CollectionId, ItemId, KindId, WorldId},
	key::{AvatarKey, CollectionKey, DrawKey, ItemKey, KindKey, RecipeKey},
};

const UNKNOWN: AvatarId = AvatarId(99);
const NOWHERE: WorldId = WorldId(8);
/// A kind that the catalogue does not have.
const NOTHING: KindId = KindId { collection: COLLECTION, index: 9 };
/// Where Alice's avatar wears the sword.
const SLOT: u8 = 3;

/// A sound world with one of everything: a sword that is worn and has an attribute, arrows, a
/// royalty that was not collected, and an open draw of the round 0.
fn sound() -> World {
	let draw = recipe(&[(ARROWS, 1)], random(&[(SWORDS, 1, 1), (ARROWS, 2, 1)]));
	World::with_catalogue()
		.named("Arms")
		.sword_royalty(&[(OPERATOR, 100)])
		.attribute("power", Writer::Issuer)
		.attribute("wins", Writer::Server(WORLD))
		.sword(ALICE)
		.arrows(ALICE, 5)
		.recipe(draw, OPERATOR)
}

/// Breaks the state of a sound world and mends it again, so that the closing check passes.
fn assert_noticed(message: &'static str, breaking: impl FnOnce()) {
	sound().execute(|| {
		let (operator, alice) = (RuntimeOrigin::signed(OPERATOR), RuntimeOrigin::signed(ALICE));
		let changes = vec![(0, Some(Value::default()))].try_into().expect("one is few");
		assert_ok!(accrue(SWORDS, 5));
		assert_ok!(Items::set_attributes(operator, item(0), changes));
		assert_ok!(Items::equip(alice, avatar(ALICE), SLOT, item(0)));
		assert_ok!(craft_on_any_terms(ALICE, avatar(ALICE), RECIPE, Default::default()));
		let _ = frame_support::storage::with_transaction(|| {
			breaking();
			assert_eq!(Items::do_try_state(), Err(message.into()));
			sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(()))
		});
	});
}

fn put_item(item: ItemId, owner: AvatarId, kind: u32) {
	crate::Items::<Test>::insert(ItemKey::from(item), ItemDetails::new(owner, kind, 100));
}

fn put_kind(kind: KindId) {
	let details = KindDetails::new(Form::Unique, None, Rules::LOOSEST, 0);
	Kinds::<Test>::insert(KindKey::from(kind), details);
}

fn put_units(kind: KindId, avatar: AvatarId, stack: Stack) {
	Units::<Test>::insert(KindKey::from(kind), AvatarKey::from(avatar), stack);
}

fn put_royalty(kind: KindId, shares: Shares) {
	Royalties::<Test>::insert(KindKey::from(kind), shares);
}

fn put_metadata(collection: CollectionId, name: &[u8]) {
	let name = name.to_vec().try_into().expect("names of tests are short");
	let details = crate::MetadataDetails { name, pointer: None };
	Metadata::<Test>::insert(CollectionKey::from(collection), details);
}

fn put_attribute_key(kind: KindId, key: u8, name: &str, writer: Writer) {
	let defined = AttributeKey { name: attribute_name(name), writer, from: 0 };
	AttributeKeys::<Test>::insert(KindKey::from(kind), key, defined);
}

fn put_attribute(item: ItemId, key: u8, counter: u64) {
	let details = AttributeDetails { value: Value::default(), counter, payer: OPERATOR };
	Attributes::<Test>::insert(ItemKey::from(item), key, details);
}

fn put_outfit(avatar: AvatarId, worn: &[(u8, ItemId)]) {
	let mut outfit = Outfit::default();
	for &(slot, item) in worn {
		outfit.try_insert(slot, item).expect("tests wear little");
	}
	Outfits::<Test>::insert(AvatarKey::from(avatar), outfit);
}

fn change_recipe(change: impl FnOnce(&mut RecipeDetails)) {
	Recipes::<Test>::mutate_extant(RecipeKey::from(RECIPE), change);
}

fn change_draw(change: impl FnOnce(&mut DrawDetails<AccountId>)) {
	Draws::<Test>::mutate_extant(DrawKey::from(DRAW), change);
}

/// Takes a unit of what is held of an account.
fn release(reason: HoldReason, who: AccountId) {
	assert_ok!(Balances::release(&reason.into(), &who, 1, Precision::Exact));
}

/// Holds a unit more of an account.
fn hold(reason: HoldReason, who: AccountId) {
	assert_ok!(Balances::hold(&reason.into(), &who, 1));
}

#[test]
fn a_collection_that_was_never_created_is_noticed() {
	assert_noticed("I1: a collection's id was never given out", || {
		NextCollectionId::<Test>::put(COLLECTION);
	});
}

#[test]
fn a_kind_that_was_never_created_is_noticed() {
	assert_noticed("I1: a kind's index was never given out", || {
		put_kind(KindId { collection: COLLECTION, index: 2 });
	});
}

#[test]
fn a_kind_without_a_collection_is_noticed() {
	assert_noticed("I1: a kind's index was never given out", || {
		put_kind(KindId { collection: CollectionId(1), index: 0 });
	});
}

#[test]
fn an_item_that_was_never_minted_is_noticed() {
	assert_noticed("I1: an item's serial was never given out", || {
		put_item(item(1), avatar(ALICE), SWORDS.index);
	});
}

#[test]
fn an_item_without_a_collection_is_noticed() {
	assert_noticed("I1: an item's serial was never given out", || {
		let item = ItemId { collection: CollectionId(1), serial: 0 };
		put_item(item, avatar(ALICE), SWORDS.index);
	});
}

#[test]
fn a_collection_of_an_unknown_world_is_noticed() {
	assert_noticed("I2: a collection's issuer does not exist", || {
		change_collection(|details| details.issuer = Issuer::World(NOWHERE));
	});
}

#[test]
fn a_collection_of_an_unknown_avatar_is_noticed() {
	assert_noticed("I2: a collection's issuer does not exist", || {
		change_collection(|details| details.issuer = Issuer::Avatar(UNKNOWN));
	});
}

#[test]
fn an_item_of_an_unknown_kind_is_noticed() {
	assert_noticed("I3: an item is not of a unique kind", || {
		change_item(item(0), |details| details.kind = NOTHING.index);
	});
}

#[test]
fn an_item_of_a_stackable_kind_is_noticed() {
	assert_noticed("I3: an item is not of a unique kind", || {
		change_item(item(0), |details| details.kind = ARROWS.index);
	});
}

#[test]
fn units_of_an_unknown_kind_are_noticed() {
	assert_noticed("I3: units are not of a stackable kind", || {
		put_units(NOTHING, avatar(ALICE), Stack::free(1));
	});
}

#[test]
fn units_of_a_unique_kind_are_noticed() {
	assert_noticed("I3: units are not of a stackable kind", || {
		put_units(SWORDS, avatar(ALICE), Stack::free(1));
	});
}

#[test]
fn an_item_without_an_owner_is_noticed() {
	assert_noticed("I4: an item belongs to an avatar that does not exist", || {
		change_item(item(0), |details| details.holding.owner = UNKNOWN);
	});
}

#[test]
fn units_without_an_owner_are_noticed() {
	assert_noticed("I4: units belong to an avatar that does not exist", || {
		put_units(ARROWS, UNKNOWN, Stack::free(1));
	});
}

#[test]
fn a_record_of_none_is_noticed() {
	assert_noticed("I5: there is a record of no units", || {
		put_units(ARROWS, avatar(BOB), Stack::default());
	});
}

#[test]
fn a_wrong_supply_of_items_is_noticed() {
	assert_noticed("I6: a kind's supply is miscounted", || {
		change_kind(SWORDS, |details| details.minted += 1);
	});
}

#[test]
fn a_wrong_supply_of_units_is_noticed() {
	for stack in [Stack::free(1), Stack { free: 0, locked: 1 }] {
		assert_noticed("I6: a kind's supply is miscounted", || {
			put_units(ARROWS, avatar(BOB), stack);
		});
	}
}

#[test]
fn more_burned_than_minted_is_noticed() {
	assert_noticed("I6: a kind's supply is miscounted", || {
		change_kind(SWORDS, |details| details.burned = details.minted + 1);
	});
}

#[test]
fn more_units_than_can_be_counted_are_noticed() {
	let most = Stack { free: u64::MAX, locked: u64::MAX };
	for owner in [ALICE, BOB] {
		assert_noticed("I6: a kind's supply is miscounted", || {
			change_kind(ARROWS, |details| (details.minted, details.burned) = (u64::MAX, 0));
			put_units(ARROWS, avatar(owner), most);
		});
	}
}

#[test]
fn too_many_items_are_noticed() {
	assert_noticed("I7: a kind has more than its maximum supply", || {
		change_kind(SWORDS, |details| details.max_supply = Some(0));
	});
}

#[test]
fn too_many_units_are_noticed() {
	assert_noticed("I7: a kind has more than its maximum supply", || {
		// 5 were minted, and 2 may yet be drawn; that 1 was burned does not count.
		change_kind(ARROWS, |details| details.max_supply = Some(6));
	});
}

#[test]
fn more_than_can_be_counted_is_noticed() {
	assert_noticed("I7: a kind has more than its maximum supply", || {
		change_kind(ARROWS, |details| details.reserved = u64::MAX);
	});
}

/// Everything for which something is held of a collection's payer.
const OF_PAYERS: [HoldReason; 6] = [
	HoldReason::Collection,
	HoldReason::Metadata,
	HoldReason::Kind,
	HoldReason::AttributeKey,
	HoldReason::Item,
	HoldReason::Recipe,
];

#[test]
fn a_missing_deposit_of_a_payer_is_noticed() {
	for reason in OF_PAYERS {
		assert_noticed("I8: a payer's deposits do not match its collections", || {
			release(reason, OPERATOR);
		});
	}
}

#[test]
fn a_deposit_for_nothing_is_noticed() {
	for reason in OF_PAYERS {
		assert_noticed("I8: a payer's deposits do not match its collections", || {
			hold(reason, OPERATOR);
		});
	}
}

#[test]
fn a_collection_without_a_deposit_is_noticed() {
	assert_noticed("I8: a payer's deposits do not match its collections", || {
		let id = CollectionId(1);
		let details = CollectionDetails::new(Issuer::World(WORLD), BOB);
		Collections::<Test>::insert(CollectionKey::from(id), details);
		NextCollectionId::<Test>::put(CollectionId(2));
	});
}

#[test]
fn a_payer_of_what_another_has_deposits_for_is_noticed() {
	assert_noticed("I8: a payer's deposits do not match its collections", || {
		change_collection(|details| details.payer = BOB);
	});
}

#[test]
fn wrong_deposits_for_attributes_are_noticed() {
	let message = "I8: an account's deposits do not match its attributes";
	assert_noticed(message, || release(HoldReason::Attribute, OPERATOR));
	assert_noticed(message, || hold(HoldReason::Attribute, OPERATOR));
}

#[test]
fn wrong_deposits_for_draws_are_noticed() {
	let message = "I8: an account's deposits do not match its draws";
	assert_noticed(message, || release(HoldReason::Draw, ALICE));
	assert_noticed(message, || hold(HoldReason::Draw, ALICE));
}

#[test]
fn a_collection_that_miscounts_its_kinds_is_noticed() {
	assert_noticed("I10: a collection miscounts what is in it", || {
		change_collection(|details| details.live_kinds += 1);
	});
}

#[test]
fn a_collection_that_miscounts_its_items_is_noticed() {
	assert_noticed("I10: a collection miscounts what is in it", || {
		change_collection(|details| details.live_items = 0);
	});
}

#[test]
fn a_collection_that_miscounts_its_attributes_is_noticed() {
	assert_noticed("I10: a collection miscounts what is in it", || {
		change_collection(|details| details.attribute_keys -= 1);
	});
}

#[test]
fn a_collection_that_miscounts_its_recipes_is_noticed() {
	assert_noticed("I10: a collection miscounts what is in it", || {
		change_collection(|details| details.recipes += 1);
	});
}

#[test]
fn a_royalty_that_is_not_the_sum_of_its_shares_is_noticed() {
	for rate in [99, 101] {
		assert_noticed("I11: a kind's royalty is not what its shares come to", || {
			change_kind(SWORDS, |details| details.royalty = rate);
		});
	}
}

#[test]
fn a_royalty_that_nobody_shares_is_noticed() {
	assert_noticed("I11: a kind's royalty is not what its shares come to", || {
		Royalties::<Test>::remove(KindKey::from(SWORDS));
	});
}

#[test]
fn a_royalty_that_is_too_high_is_noticed() {
	assert_noticed("I11: a kind's royalty is too high", || {
		put_royalty(SWORDS, shares(&[(OPERATOR, MAX_ROYALTY), (ALICE, 1)]));
		change_kind(SWORDS, |details| details.royalty = MAX_ROYALTY + 1);
	});
}

#[test]
fn a_royalty_of_no_kind_is_noticed() {
	assert_noticed("I11: a royalty is of a kind that does not exist", || {
		put_royalty(NOTHING, shares(&[(OPERATOR, 1)]));
	});
}

#[test]
fn an_empty_record_of_shares_is_noticed() {
	assert_noticed("I11: there is a record of a royalty that nobody shares", || {
		put_royalty(ARROWS, Shares::default());
	});
}

#[test]
fn a_share_of_nothing_is_noticed() {
	assert_noticed("I11: a share of a royalty is nothing", || {
		put_royalty(SWORDS, shares(&[(OPERATOR, 100), (ALICE, 0)]));
	});
}

#[test]
fn two_shares_of_an_avatar_are_noticed() {
	assert_noticed("I11: an avatar has two shares of a royalty", || {
		put_royalty(SWORDS, shares(&[(OPERATOR, 40), (ALICE, 20), (OPERATOR, 40)]));
	});
}

#[test]
fn a_share_of_an_unknown_avatar_is_noticed() {
	assert_noticed("I11: an avatar that does not exist shares a royalty", || {
		put_royalty(SWORDS, shares(&[(UNKNOWN.0.into(), 100)]));
	});
}

#[test]
fn a_record_of_no_royalties_is_noticed() {
	assert_noticed("I12: there is a record of no royalties", || {
		Accrued::<Test>::insert(KindKey::from(SWORDS), 0);
	});
}

#[test]
fn royalties_that_nobody_can_collect_are_noticed() {
	for kind in [ARROWS, NOTHING] {
		assert_noticed("I12: nobody can collect some royalties", || {
			Accrued::<Test>::insert(KindKey::from(kind), 1);
		});
	}
}

#[test]
fn a_name_without_a_collection_is_noticed() {
	assert_noticed("I13: metadata is of a collection that does not exist", || {
		put_metadata(CollectionId(1), b"Arms");
	});
}

#[test]
fn a_name_that_is_none_is_noticed() {
	for name in [&b""[..], &[0xff]] {
		assert_noticed("I13: a collection's name is not one", || {
			put_metadata(COLLECTION, name);
		});
	}
}

#[test]
fn a_home_in_an_unknown_world_is_noticed() {
	assert_noticed("I14: a kind's home is a world that does not exist", || {
		change_kind(ARROWS, |details| details.rules.home = Some(NOWHERE));
	});
}

#[test]
fn an_attribute_that_no_kind_defines_is_noticed() {
	assert_noticed("I15: an attribute is defined for no kind", || {
		put_attribute_key(NOTHING, 0, "age", Writer::Issuer);
	});
}

#[test]
fn an_attribute_with_a_number_out_of_turn_is_noticed() {
	assert_noticed("I15: the number of an attribute was not given out", || {
		put_attribute_key(SWORDS, 2, "age", Writer::Issuer);
	});
}

#[test]
fn an_attribute_of_items_that_are_to_come_is_noticed() {
	assert_noticed("I15: an attribute begins with an item that is to come", || {
		let (name, writer) = (attribute_name("wins"), Writer::Server(WORLD));
		let defined = AttributeKey { name, writer, from: 2 };
		AttributeKeys::<Test>::insert(KindKey::from(SWORDS), 1, defined);
	});
}

#[test]
fn an_attribute_of_an_item_that_is_older_is_noticed() {
	assert_noticed("I16: an attribute is of an item that is older than it", || {
		let (name, writer) = (attribute_name("power"), Writer::Issuer);
		let defined = AttributeKey { name, writer, from: 1 };
		AttributeKeys::<Test>::insert(KindKey::from(SWORDS), 0, defined);
	});
}

/// It writes nothing any more, and nobody is kept from closing it.
#[test]
fn an_attribute_may_be_written_by_a_world_that_is_closed() {
	sound().execute(|| {
		put_attribute_key(SWORDS, 1, "wins", Writer::Server(NOWHERE));

		assert_eq!(Items::do_try_state(), Ok(()));
	});
}

#[test]
fn a_server_that_writes_of_what_can_not_be_burned_is_noticed() {
	assert_noticed("I15: servers write of what can't be burned", || {
		change_kind(SWORDS, |details| details.rules.burnable = false);
	});
}

#[test]
fn two_attributes_of_one_name_are_noticed() {
	assert_noticed("I15: two attributes have one name", || {
		put_attribute_key(SWORDS, 1, "power", Writer::Holder);
	});
}

#[test]
fn a_kind_that_miscounts_its_attributes_is_noticed() {
	assert_noticed("I15: a kind's attributes are miscounted", || {
		AttributeKeys::<Test>::remove(KindKey::from(SWORDS), 1);
	});
}

#[test]
fn an_attribute_without_an_item_is_noticed() {
	assert_noticed("I16: an attribute is of no item", || put_attribute(item(9), 0, 0));
}

#[test]
fn an_attribute_that_is_not_defined_is_noticed() {
	assert_noticed("I16: an attribute's kind does not define it", || {
		put_attribute(item(0), 2, 0);
	});
}

#[test]
fn a_counter_where_no_server_writes_is_noticed() {
	assert_noticed("I16: an attribute has a counter that no server gave it", || {
		put_attribute(item(0), 0, 1);
	});
}

#[test]
fn an_item_that_miscounts_its_attributes_is_noticed() {
	assert_noticed("I16: an item's attributes are miscounted", || put_attribute(item(0), 1, 7));
	assert_noticed("I16: an item's attributes are miscounted", || {
		change_item(item(0), |details| details.attributes = 0);
	});
}

#[test]
fn an_empty_outfit_is_noticed() {
	assert_noticed("I17: there is a record of nothing worn", || put_outfit(avatar(BOB), &[]));
}

#[test]
fn something_worn_past_the_last_slot_is_noticed() {
	assert_noticed("I17: something is worn in no slot", || {
		put_outfit(avatar(ALICE), &[(32, item(0))]);
	});
}

#[test]
fn something_worn_that_is_nothing_is_noticed() {
	assert_noticed("I17: what is worn is no item", || {
		put_outfit(avatar(ALICE), &[(SLOT, item(9))]);
	});
}

#[test]
fn anothers_item_that_is_worn_is_noticed() {
	assert_noticed("I17: an avatar wears another's item", || {
		put_outfit(avatar(BOB), &[(SLOT, item(0))]);
	});
}

#[test]
fn something_worn_that_is_not_locked_is_noticed() {
	for lock in [None, Some(Lock::Worn { slot: SLOT + 1 })] {
		assert_noticed("I17: what is worn is not locked there", || {
			change_item(item(0), |details| details.holding.lock = lock);
		});
	}
}

#[test]
fn something_worn_twice_is_noticed() {
	assert_noticed("I17: what is worn is not locked there", || {
		put_outfit(avatar(ALICE), &[(SLOT, item(0)), (SLOT + 1, item(0))]);
	});
}

#[test]
fn something_locked_that_nobody_wears_is_noticed() {
	assert_noticed("I17: an item is locked as worn and nobody wears it", || {
		Outfits::<Test>::remove(AvatarKey::from(avatar(ALICE)));
	});
}

#[test]
fn a_recipe_that_was_never_created_is_noticed() {
	assert_noticed("I18: a recipe's id was never given out", || {
		NextRecipeId::<Test>::put(RECIPE);
	});
}

#[test]
fn a_recipe_without_a_collection_is_noticed() {
	assert_noticed("I18: a recipe is of no collection", || {
		change_recipe(|details| details.collection = CollectionId(1));
	});
}

#[test]
fn a_price_for_an_unknown_avatar_is_noticed() {
	assert_noticed("I18: a recipe's price goes to an avatar that does not exist", || {
		change_recipe(|details| details.to = UNKNOWN);
	});
}

#[test]
fn a_recipe_used_too_often_is_noticed() {
	assert_noticed("I18: a recipe was used more often than it may be", || {
		change_recipe(|details| details.recipe.limit = Some(0));
	});
}

#[test]
fn a_draw_that_was_never_opened_is_noticed() {
	assert_noticed("I19: a draw's id was never given out", || NextDrawId::<Test>::put(DRAW));
}

#[test]
fn a_draw_of_an_unknown_avatar_is_noticed() {
	assert_noticed("I19: a draw is of an avatar that does not exist", || {
		change_draw(|details| details.avatar = UNKNOWN);
	});
}

/// Replaces what the draw may come out at.
fn change_outcomes(outcomes: &[(KindId, u64, u16)]) {
	let Outcome::Random(outcomes) = random(outcomes) else {
		unreachable!("chance decides what is random");
	};
	change_draw(|details| details.outcomes = outcomes);
}

#[test]
fn a_draw_of_nothing_is_noticed() {
	for outcomes in [&[][..], &[(SWORDS, 1, 0)]] {
		assert_noticed("I19: a draw can't come out at anything", || change_outcomes(outcomes));
	}
}

#[test]
fn a_draw_of_no_kind_is_noticed() {
	let elsewhere = KindId { collection: CollectionId(1), index: 0 };
	for kind in [NOTHING, elsewhere] {
		assert_noticed("I19: what may be drawn is of no kind in the collection", || {
			change_outcomes(&[(SWORDS, 1, 1), (kind, 1, 1)]);
		});
	}
}

#[test]
fn a_kind_that_miscounts_what_may_be_drawn_is_noticed() {
	for reserved in [0, 2] {
		assert_noticed("I19: what is kept for draws is miscounted", || {
			change_kind(SWORDS, |details| details.reserved = reserved);
		});
	}
}

#[test]
fn a_draw_that_is_gone_is_noticed() {
	assert_noticed("I19: what is kept for draws is miscounted", || {
		Draws::<Test>::remove(DrawKey::from(DRAW));
	});
}

/// Writes the record of a round.
fn put_round(round: u32, draws: u32, seed: Option<Hash>) {
	Rounds::<Test>::insert(round.to_be_bytes(), RoundDetails { draws, seed });
}

#[test]
fn a_round_that_miscounts_its_draws_is_noticed() {
	for draws in [0, 2] {
		assert_noticed("I20: a round miscounts its draws", || put_round(0, draws, None));
	}
	assert_noticed("I20: a round miscounts its draws", || put_round(1, 0, None));
}

#[test]
fn a_draw_without_a_round_is_noticed() {
	assert_noticed("I20: a round miscounts its draws", || {
		Rounds::<Test>::remove(0u32.to_be_bytes());
	});
}

#[test]
fn a_round_that_is_to_come_is_noticed() {
	assert_noticed("I20: draws were opened in a round that is to come", || {
		Rounds::<Test>::remove(0u32.to_be_bytes());
		put_round(1, 1, None);
		change_draw(|details| details.round = 1);
	});
}

#[test]
fn a_seed_known_too_early_is_noticed() {
	assert_noticed("I20: a seed is known at a wrong time", || {
		put_round(0, 1, Some(Hash::repeat_byte(1)));
	});
}

#[test]
fn a_seed_that_was_not_kept_is_noticed() {
	assert_noticed("I20: a seed is known at a wrong time", || crate::Round::<Test>::put(2));
}
