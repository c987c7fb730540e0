// SPDX-License-Identifier: Apache-2.0
use crate::{
	mock::*, weights::SubstrateWeight, AttributeKey, AttributeKeys, AttributeName, Error, Event,
	Form, HoldReason, Issuer, Rules, Shares, WeightInfo, Writer, MAX_ATTRIBUTES,
};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo, storage::with_transaction};
use freehold_primitives::{
	ids::{CollectionId, KindId, WorldId},
	key::KindKey,
};
use sp_runtime::{DispatchError, DispatchResult, TokenError, TransactionOutcome};

fn define(who: AccountId, kind: KindId, name: &str, writer: Writer) -> DispatchResult {
	Items::define_attribute(RuntimeOrigin::signed(who), kind, attribute_name(name), writer)
}

fn key(number: u8) -> Option<AttributeKey> {
	AttributeKeys::<Test>::get(KindKey::from(SWORDS), number)
}

/// A collection of the account's avatar, with a unique kind: as [`SWORDS`], but not the world's.
fn avatars_collection(who: AccountId) {
	let origin = || RuntimeOrigin::signed(who);
	assert_ok!(Items::create_collection(origin(), Issuer::Avatar(avatar(who))));
	let (form, rules) = (Form::Unique, Rules::LOOSEST);
	assert_ok!(Items::create_kind(origin(), COLLECTION, form, None, rules, Shares::default()));
}

#[test]
fn works() {
	World::with_catalogue().execute(|| {
		assert_ok!(define(OPERATOR, SWORDS, "power", Writer::Issuer));

		let (name, writer) = (attribute_name("power"), Writer::Issuer);
		assert_eq!(key(0), Some(AttributeKey { name, writer, from: 0 }));
		assert_eq!(Items::kind(SWORDS).map(|it| it.attributes), Some(1));
		assert_eq!(Items::collection(COLLECTION).map(|it| it.attribute_keys), Some(1));
		System::assert_last_event(
			Event::AttributeDefined { kind: SWORDS, key: 0, writer: Writer::Issuer }.into(),
		);
	});
}

#[test]
fn works_for_the_owner_of_an_avatar() {
	World::default().execute(|| {
		avatars_collection(ALICE);

		assert_ok!(define(ALICE, SWORDS, "power", Writer::Holder));

		assert_eq!(key(0).map(|it| it.writer), Some(Writer::Holder));
		assert_eq!(held(HoldReason::AttributeKey, ALICE), ATTRIBUTE_KEY_DEPOSIT);
	});
}

#[test]
fn numbers_them_one_after_the_other() {
	World::with_catalogue().execute(|| {
		for (name, writer) in
			[("power", Writer::Issuer), ("name", Writer::Holder), ("wear", Writer::Server(WORLD))]
		{
			assert_ok!(define(OPERATOR, SWORDS, name, writer));
		}

		let names = [0, 1, 2].map(|number| key(number).map(|it| it.name));
		assert_eq!(names, ["power", "name", "wear"].map(|name| Some(attribute_name(name))));
		assert_eq!(Items::collection(COLLECTION).map(|it| it.attribute_keys), Some(3));
	});
}

#[test]
fn holds_a_deposit_of_the_collections_payer() {
	World::with_catalogue().execute(|| {
		assert_ok!(define(OPERATOR, SWORDS, "power", Writer::Issuer));
		assert_ok!(define(OPERATOR, SWORDS, "wear", Writer::Server(WORLD)));

		assert_eq!(held(HoldReason::AttributeKey, OPERATOR), 2 * ATTRIBUTE_KEY_DEPOSIT);
	});
}

/// Else whoever names its servers could keep it from being closed. They write nothing unless they
/// want to.
#[test]
fn works_for_the_servers_of_any_world_and_binds_none() {
	World::default().execute(|| {
		avatars_collection(ALICE);
		TheWorld::suspend();

		assert_ok!(define(ALICE, SWORDS, "wear", Writer::Server(WORLD)));
		assert_ok!(define(ALICE, SWORDS, "wins", Writer::Server(OTHER_WORLD)));

		let writers = [0, 1].map(|number| key(number).map(|it| it.writer));
		assert_eq!(writers, [WORLD, OTHER_WORLD].map(|world| Some(Writer::Server(world))));
		assert_eq!(world_consumers(), 0);
	});
}

#[test]
fn only_the_holder_writes_it_of_items_that_are_older() {
	World::with_catalogue().sword(ALICE).sword(BOB).execute(|| {
		for (name, writer) in
			[("power", Writer::Issuer), ("name", Writer::Holder), ("wear", Writer::Server(WORLD))]
		{
			assert_ok!(define(OPERATOR, SWORDS, name, writer));
		}

		let from = [0, 1, 2].map(|number| key(number).map(|it| it.from));
		assert_eq!(from, [2, 0, 2].map(Some));
	});
}

/// Who has paid for a draw has seen who writes what may come of it.
#[test]
fn fails_while_something_of_the_kind_may_yet_be_drawn() {
	let chest = recipe(&[(ARROWS, 1)], random(&[(SWORDS, 1, 1)]));
	World::with_catalogue().arrows(ALICE, 5).recipe(chest, OPERATOR).execute(|| {
		assert_ok!(craft_on_any_terms(ALICE, avatar(ALICE), RECIPE, Default::default()));

		for writer in [Writer::Issuer, Writer::Server(WORLD)] {
			assert_noop!(define(OPERATOR, SWORDS, "power", writer), Error::<Test>::InUse);
		}
		assert_ok!(define(OPERATOR, SWORDS, "name", Writer::Holder));
		next_round(1);
		next_round(2);
		assert_ok!(Items::settle_draw(RuntimeOrigin::signed(BOB), DRAW));
		assert_ok!(define(OPERATOR, SWORDS, "power", Writer::Issuer));
	});
}

#[test]
fn fails_for_the_servers_of_an_unknown_world() {
	World::with_catalogue().execute(|| {
		let writer = Writer::Server(WorldId(8));

		assert_noop!(define(OPERATOR, SWORDS, "wear", writer), UNKNOWN_WORLD);
	});
}

/// No call removes what servers wrote: its deposit comes back with the item's end.
#[test]
fn fails_for_servers_of_what_can_not_be_burned() {
	let lasting = Rules { burnable: false, ..Rules::LOOSEST };
	World::with_catalogue().sword_rules(lasting).execute(|| {
		let writer = Writer::Server(WORLD);

		assert_noop!(define(OPERATOR, SWORDS, "wear", writer), Error::<Test>::NotBurnable);
		assert_ok!(define(OPERATOR, SWORDS, "power", Writer::Issuer));
		assert_ok!(define(OPERATOR, SWORDS, "name", Writer::Holder));

		assert_ok!(Items::loosen_kind(RuntimeOrigin::signed(OPERATOR), SWORDS, Rules::LOOSEST));
		assert_ok!(define(OPERATOR, SWORDS, "wear", writer));
	});
}

#[test]
fn goes_with_the_kind() {
	World::with_catalogue().execute(|| {
		assert_ok!(define(OPERATOR, SWORDS, "power", Writer::Issuer));
		assert_ok!(define(OPERATOR, SWORDS, "wear", Writer::Server(WORLD)));

		assert_ok!(Items::remove_kind(RuntimeOrigin::signed(OPERATOR), SWORDS));

		assert_eq!((key(0), key(1)), (None, None));
		assert_eq!(held(HoldReason::AttributeKey, OPERATOR), 0);
		assert_eq!(Items::collection(COLLECTION).map(|it| it.attribute_keys), Some(0));
	});
}

#[test]
fn moves_to_whoever_adopts_the_collection() {
	World::with_catalogue().attribute("power", Writer::Issuer).execute(|| {
		TheWorld::belongs_to(BOB);
		assert_ok!(Items::adopt_collection(RuntimeOrigin::signed(BOB), COLLECTION, ANY));

		assert_eq!(held(HoldReason::AttributeKey, OPERATOR), 0);
		assert_eq!(held(HoldReason::AttributeKey, BOB), ATTRIBUTE_KEY_DEPOSIT);
	});
}

#[test]
fn fails_when_the_name_is_taken() {
	World::with_catalogue().attribute("power", Writer::Issuer).execute(|| {
		assert_noop!(define(OPERATOR, SWORDS, "power", Writer::Holder), Error::<Test>::NameTaken);
	});
}

#[test]
fn works_for_a_name_of_another_kind() {
	World::with_catalogue().attribute("power", Writer::Issuer).execute(|| {
		let (form, rules) = (Form::Unique, Rules::LOOSEST);
		let operator = RuntimeOrigin::signed(OPERATOR);
		assert_ok!(Items::create_kind(operator, COLLECTION, form, None, rules, Shares::default()));

		let shields = KindId { collection: COLLECTION, index: 2 };
		assert_ok!(define(OPERATOR, shields, "power", Writer::Issuer));
	});
}

#[test]
fn fails_without_a_readable_name() {
	World::with_catalogue().execute(|| {
		for name in [vec![], vec![0xff, 0xfe]] {
			let name = AttributeName::try_from(name).expect("it is short");
			let origin = RuntimeOrigin::signed(OPERATOR);
			assert_noop!(
				Items::define_attribute(origin, SWORDS, name, Writer::Issuer),
				Error::<Test>::InvalidName
			);
		}
	});
}

#[test]
fn fails_beyond_the_most_that_a_kind_may_define() {
	World::with_catalogue().execute(|| {
		for number in 0..MAX_ATTRIBUTES {
			assert_ok!(define(OPERATOR, SWORDS, &number.to_string(), Writer::Holder));
		}

		assert_noop!(
			define(OPERATOR, SWORDS, "one more", Writer::Holder),
			Error::<Test>::TooManyAttributes
		);
	});
}

#[test]
fn fails_for_units() {
	World::with_catalogue().execute(|| {
		assert_noop!(define(OPERATOR, ARROWS, "power", Writer::Issuer), Error::<Test>::WrongForm);
	});
}

#[test]
fn fails_for_an_unknown_kind() {
	World::with_catalogue().execute(|| {
		let kind = KindId { collection: COLLECTION, index: 2 };
		assert_noop!(define(OPERATOR, kind, "power", Writer::Issuer), Error::<Test>::UnknownKind);

		let kind = KindId { collection: CollectionId(1), index: 0 };
		assert_noop!(
			define(OPERATOR, kind, "power", Writer::Issuer),
			Error::<Test>::UnknownCollection
		);
	});
}

#[test]
fn fails_in_a_frozen_collection() {
	World::with_catalogue().frozen().execute(|| {
		assert_noop!(define(OPERATOR, SWORDS, "power", Writer::Issuer), Error::<Test>::Frozen);
	});
}

#[test]
fn fails_while_the_worlds_former_owner_pays() {
	World::with_catalogue().execute(|| {
		TheWorld::belongs_to(BOB);

		assert_noop!(define(BOB, SWORDS, "power", Writer::Issuer), Error::<Test>::NotAdopted);
		assert_noop!(define(OPERATOR, SWORDS, "power", Writer::Issuer), NOT_OPERATOR);
	});
}

#[test]
fn fails_for_anyone_but_the_issuers_owner() {
	World::with_catalogue().execute(|| {
		for stranger in [ALICE, SETTLER] {
			assert_noop!(define(stranger, SWORDS, "power", Writer::Issuer), NOT_OPERATOR);
		}
	});
}

#[test]
fn fails_while_the_avatar_is_offered() {
	World::default().execute(|| {
		avatars_collection(ALICE);
		Pairs::offer(avatar(ALICE));

		assert_noop!(define(ALICE, SWORDS, "power", Writer::Issuer), OFFERED);
	});
}

#[test]
fn fails_without_money_for_the_deposit() {
	World::with_catalogue().execute(|| {
		let root = RuntimeOrigin::root();
		assert_ok!(Balances::force_set_balance(root, OPERATOR, ATTRIBUTE_KEY_DEPOSIT));

		assert_noop!(
			define(OPERATOR, SWORDS, "power", Writer::Issuer),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn fails_unsigned() {
	World::with_catalogue().execute(|| {
		let name = attribute_name("power");

		assert_noop!(
			Items::define_attribute(RuntimeOrigin::none(), SWORDS, name, Writer::Issuer),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn weighs_what_the_weights_say() {
	let (name, writer) = (attribute_name("power"), Writer::Issuer);
	let call = crate::Call::<Test>::define_attribute { kind: SWORDS, name, writer };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::define_attribute());
}

/// Breaks the state, and mends it again so that the closing check passes.
fn assert_noticed(message: &'static str, breaking: impl FnOnce()) {
	World::with_catalogue().attribute("power", Writer::Issuer).execute(|| {
		let _ = with_transaction(|| {
			breaking();
			assert_eq!(Items::do_try_state(), Err(message.into()));
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
		});
	});
}

#[test]
fn an_attribute_without_a_name_is_noticed() {
	assert_noticed("I15: an attribute has no name", || {
		let (name, writer) = (AttributeName::default(), Writer::Issuer);
		let unnamed = AttributeKey { name, writer, from: 0 };
		AttributeKeys::<Test>::insert(KindKey::from(SWORDS), 0, unnamed);
	});
}

#[test]
fn an_attribute_of_units_is_noticed() {
	assert_noticed("I15: units have an attribute", || {
		change_kind(SWORDS, |details| details.form = Form::Stackable);
	});
}
