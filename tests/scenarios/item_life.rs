// SPDX-License-Identifier: Apache-2.0
//! Items from the first idea of a creator to the last one burned, and all that is done with them in
//! between.

use freehold_primitives::{
	asset::{Asset, Custody, Holding, Lock, UniqueId},
	chain::Balance,
	ids::{AvatarId, CollectionId, DrawId, ItemId, KindId, WorldId},
	settlement::Refusal,
};
use freehold_runtime::{
	configs::virtual_world::{
		AttributeDeposit, CollectionDeposit, DrawDeposit, ItemDeposit, KindDeposit,
	},
	constants::{MAX_CUSTODY, UNIT},
	Items, RuntimeEvent, Worlds,
};
use freehold_tests::{
	chain::{free, held, Chain},
	goods::*,
	keyring::{Player, BOB, CHARLIE, DAVE, EVE, FERDIE},
	market::{bid, buy, close, last_auction, last_order, list, list_lots, side, ANY},
	names::*,
	stage::*,
	trade::{settle, Bargain},
};
use pallet_items::{
	Form, HoldReason as ForItems, Issuer, MetadataDetails, Rules, Write, WriteRefusal, Writer,
};
use pallet_market::Price;
use std::slice;

/// The collection of Eve, who makes things.
const CRAFTS: CollectionId = CollectionId(1);
const ORE: KindId = KindId { collection: CRAFTS, index: 0 };
const BLADES: KindId = KindId { collection: CRAFTS, index: 1 };
const SUNS: KindId = KindId { collection: CRAFTS, index: 2 };
const MOONS: KindId = KindId { collection: CRAFTS, index: 3 };

/// What an account has to pay for of items, by reason.
const REASONS: [ForItems; 8] = [
	ForItems::Collection,
	ForItems::Kind,
	ForItems::Item,
	ForItems::Metadata,
	ForItems::AttributeKey,
	ForItems::Attribute,
	ForItems::Recipe,
	ForItems::Draw,
];

fn deposits(who: Player) -> Balance {
	REASONS.into_iter().map(|reason| held(who, reason)).sum()
}

fn craft_item(serial: u32) -> ItemId {
	ItemId { collection: CRAFTS, serial }
}

fn create_collection(issuer: Issuer) -> ItemsCall {
	ItemsCall::create_collection { issuer }
}

/// Eve's collection with its four kinds: ore, and three of unique items.
fn with_crafts(story: impl FnOnce(&Chain, &Stage)) {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		chain.must(EVE, create_collection(Issuer::Avatar(EVES)));
		for form in [Form::Stackable, Form::Unique, Form::Unique, Form::Unique] {
			chain.must(EVE, create_kind(CRAFTS, form, Rules::LOOSEST, &[]));
		}
		story(chain, &stage);
	});
}

fn create_recipe(recipe: pallet_items::Recipe) -> ItemsCall {
	ItemsCall::create_recipe { collection: CRAFTS, recipe, to: EVES }
}

#[test]
fn a_collection_lives_from_its_first_kind_to_its_end() {
	Chain::run(|chain| {
		Stage::set(chain);
		let before = [EVE, CHARLIE].map(free);
		chain.must(EVE, create_collection(Issuer::Avatar(EVES)));
		let name = "Crafts".as_bytes().to_vec().try_into().expect("it is short");
		let metadata = Some(MetadataDetails { name, pointer: None });
		chain.must(EVE, ItemsCall::set_metadata { collection: CRAFTS, metadata });
		for form in [Form::Stackable, Form::Unique, Form::Unique, Form::Unique] {
			chain.must(EVE, create_kind(CRAFTS, form, Rules::LOOSEST, &[]));
		}
		chain.must(EVE, mint_units(ORE, &[(CHARLIES, 10)]));

		// Four ore and a coin make a blade.
		chain.must(EVE, create_recipe(recipe(&[(ORE, 4)], UNIT, certain(BLADES, 1))));
		let (smithy, avatar, item) = (last_recipe(), CHARLIES, Some(craft_item(0)));
		chain.must(CHARLIE, craft(CHARLIES, smithy, &[]));
		chain.saw(ItemsEvent::Crafted { recipe: smithy, avatar, item });
		let blade = UniqueId::Item(craft_item(0));
		assert_eq!(holding(blade), Holding::new(CHARLIES));
		assert_eq!((units(ORE, CHARLIES), purse(CHARLIES)), (6, COINS - UNIT));
		assert_eq!(purse(EVES), COINS + UNIT);
		// Who crafts pays for the deposit, which is then the creator's.
		assert_eq!(free(CHARLIE), before[1] - ItemDeposit::get());
		assert_eq!(held(EVE, ForItems::Item), ItemDeposit::get());

		// A blade becomes a sun, or more often a moon.
		let chances = random(&[(SUNS, 1, 1), (MOONS, 1, 3)]);
		chain.must(EVE, create_recipe(recipe(&[(BLADES, 1)], 0, chances)));
		let (altar, items) = (last_recipe(), [craft_item(0)]);
		chain.must(CHARLIE, craft(CHARLIES, altar, &items));
		let draw = last_draw();
		chain.saw(ItemsEvent::DrawOpened { draw, recipe: altar, avatar });
		assert_eq!(Items::item(craft_item(0)), None);
		assert_eq!(held(CHARLIE, ForItems::Draw), DrawDeposit::get());
		chain.next_round();
		chain.next_round();
		chain.must(FERDIE, ItemsCall::settle_draw { draw });
		let drawn = craft_item(1);
		let kind = Items::item(drawn).expect("it was drawn").kind_in(CRAFTS);
		let (amount, item) = (1, Some(drawn));
		chain.saw(ItemsEvent::DrawSettled { draw, avatar, kind, amount, item });
		assert!([SUNS, MOONS].contains(&kind));
		assert_eq!(holding(UniqueId::Item(drawn)), Holding::new(CHARLIES));

		// The end: whatever there is, is burned, and what is empty is removed.
		let remove_kind = |kind| ItemsCall::remove_kind { kind };
		chain.refuses(EVE, remove_kind(kind), ItemsError::InUse);
		chain.must(CHARLIE, ItemsCall::burn_item { item: drawn });
		let (kind, amount) = (ORE, 6);
		chain.must(CHARLIE, ItemsCall::burn_units { kind, avatar, amount });
		let remove = ItemsCall::remove_collection { collection: CRAFTS };
		chain.refuses(EVE, remove.clone(), ItemsError::NotEmpty);
		for recipe in [smithy, altar] {
			chain.must(EVE, ItemsCall::remove_recipe { recipe });
		}
		for kind in [ORE, BLADES, SUNS, MOONS] {
			chain.must(EVE, remove_kind(kind));
		}
		chain.must(EVE, remove);
		assert_eq!(Items::collection(CRAFTS), None);

		// Two items were crafted: for those Charlie has paid, and Eve was paid.
		assert_eq!([EVE, CHARLIE].map(deposits), [0, 0]);
		let paid = 2 * ItemDeposit::get();
		assert_eq!([EVE, CHARLIE].map(free), [before[0] + paid, before[1] - paid]);
		chain.must(EVE, create_collection(Issuer::Avatar(EVES)));
		assert_eq!(Items::collection(CRAFTS), None, "no id is given out twice");
	});
}

#[test]
fn nobody_knows_what_is_drawn_before_all_of_another_round_has_gone_by() {
	with_crafts(|chain, _| {
		chain.must(EVE, mint_units(ORE, &[(CHARLIES, 8), (DAVES, 8)]));
		let chances = random(&[(SUNS, 1, 1), (MOONS, 1, 1)]);
		chain.must(EVE, create_recipe(recipe(&[(ORE, 1)], 0, chances)));
		let settle = |draw| ItemsCall::settle_draw { draw };
		for (who, avatar) in [(CHARLIE, CHARLIES), (DAVE, DAVES)] {
			for _ in 0..8 {
				chain.must(who, craft(avatar, last_recipe(), &[]));
			}
		}
		let draws: Vec<_> = (0..=last_draw().0).map(DrawId).collect();
		assert_eq!(draws.len(), 16);

		chain.wait(3);
		chain.refuses(FERDIE, settle(draws[0]), ItemsError::NotDrawn);
		chain.next_round();
		chain.refuses(FERDIE, settle(draws[0]), ItemsError::NotDrawn);
		chain.next_round();
		// In whatever order, and however late.
		chain.next_round();
		for draw in draws.iter().rev() {
			chain.must(FERDIE, settle(*draw));
		}

		let made = [SUNS, MOONS].map(|kind| Items::kind(kind).map_or(0, |it| it.supply()));
		assert_eq!(made[0] + made[1], 16);
		assert!(made[0] > 0 && made[1] > 0, "{made:?}: chance is no chance");
		chain.refuses(FERDIE, settle(draws[0]), ItemsError::UnknownDraw);
		assert_eq!([CHARLIE, DAVE].map(|who| held(who, ForItems::Draw)), [0, 0]);
	});
}

#[test]
fn what_may_be_drawn_is_kept_for_it() {
	with_crafts(|chain, _| {
		let cap = |max_supply| ItemsCall::lower_cap { kind: SUNS, max_supply };
		chain.must(EVE, cap(2));
		chain.must(EVE, mint_units(ORE, &[(CHARLIES, 5)]));
		let chances = random(&[(SUNS, 1, 1), (ORE, 1, 1)]);
		chain.must(EVE, create_recipe(recipe(&[(ORE, 1)], 0, chances)));
		chain.must(CHARLIE, craft(CHARLIES, last_recipe(), &[]));

		chain.refuses(EVE, cap(0), ItemsError::CapTooLow);
		chain.refuses(EVE, ItemsCall::remove_kind { kind: SUNS }, ItemsError::InUse);
		chain.must(EVE, mint_items(SUNS, &[EVES]));
		chain.refuses(EVE, mint_items(SUNS, &[EVES]), ItemsError::SupplyExceeded);
		let again = craft(CHARLIES, last_recipe(), &[]);
		chain.refuses(CHARLIE, again, ItemsError::SupplyExceeded);

		// Neither a frozen collection nor a recipe that is gone keeps it from being settled.
		chain.must(EVE, ItemsCall::remove_recipe { recipe: last_recipe() });
		chain.must(EVE, ItemsCall::freeze_collection { collection: CRAFTS });
		chain.next_round();
		chain.next_round();
		chain.must(FERDIE, ItemsCall::settle_draw { draw: last_draw() });
		assert_eq!(Items::kind(SUNS).map(|it| it.reserved), Some(0));
	});
}

#[test]
fn a_server_writes_what_happens_to_an_item_and_an_order_for_what_it_was_is_dead() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let define = |name: &str, writer| {
			let name = freehold_tests::goods::name(name);
			ItemsCall::define_attribute { kind: SWORDS, name, writer }
		};
		chain.must(BOB, define("kills", Writer::Server(WORLD)));
		chain.must(BOB, define("origin", Writer::Issuer));
		chain.must(BOB, define("motto", Writer::Holder));
		chain.refuses(BOB, define("kills", Writer::Issuer), ItemsError::NameTaken);
		// Of the swords that were there nobody but the holder writes.
		chain.must(FERDIE, mint_items(SWORDS, &[CHARLIES, CHARLIES]));
		let (new, other, old) = (3, 4, 0);
		let asset = UniqueId::Item(sword(new));
		let sale = || {
			let terms = ((&stage.charlie, as_of_now(asset)), (&stage.dave, coins(1)));
			stage.bargain(chain, terms.0, terms.1).sign()
		};
		let signed_before = sale();

		let write = |serial, key, counter, text: &str| {
			let value = value(text);
			Write { item: sword(serial), key, counter, value }
		};
		let send = |writes: Vec<Write>| {
			let writes = writes.try_into().expect("a test writes little");
			ItemsCall::write_attributes { world: WORLD, writes }
		};
		let writes = vec![
			write(new, 0, 5, "1"),
			write(new, 0, 6, "2"),
			// The same again, an older one, someone else's, and what there is not.
			write(new, 0, 6, "7"),
			write(new, 0, 4, "9"),
			write(new, 1, 7, "mine"),
			write(new, 9, 7, "?"),
			write(99, 0, 7, "?"),
			write(other, 0, 1, "0"),
			write(old, 0, 1, "0"),
			write(new, 0, u64::MAX, "?"),
		];
		chain.must(FERDIE, send(writes.clone()));

		use WriteRefusal::{NotWriter, Stale, TooFarAhead, UnknownItem, UnknownKey};
		let refused = vec![
			(2, Stale),
			(3, Stale),
			(4, NotWriter),
			(5, UnknownKey),
			(6, UnknownItem),
			(8, NotWriter),
			(9, TooFarAhead),
		];
		chain.saw(ItemsEvent::AttributesWritten { world: WORLD, writes: 3, refused });
		let kills = (name("kills"), value("2"), 6);
		assert_eq!(Items::attributes(sword(new)), slice::from_ref(&kills));
		assert_eq!(held(FERDIE, ForItems::Attribute), 2 * AttributeDeposit::get());
		// A server that does not know whether it was heard sends it all again.
		chain.must(FERDIE, send(writes));
		assert_eq!(Items::attributes(sword(new)), [kills]);

		let version = holding(asset).version;
		assert!(version > 0);
		stage.refuses(chain, signed_before, Refusal::Moved);
		assert_eq!(stage.settle(chain, [sale()]), []);

		// The others write theirs by themselves, and nobody the server's.
		let (origin, motto, kills) = (1, 2, 0);
		let set = |key, text: &str| set_attribute(sword(new), key, Some(value(text)));
		chain.must(BOB, set(origin, "the old smithy"));
		chain.must(DAVE, set(motto, "first in"));
		chain.refuses(DAVE, set(origin, "mine"), WorldsError::NotOwner);
		chain.refuses(CHARLIE, set(motto, "mine"), AvatarsError::NotOwner);
		for who in [BOB, DAVE, FERDIE] {
			chain.refuses(who, set(kills, "100"), ItemsError::NotWriter);
		}
		assert_eq!(Items::attributes(sword(new)).len(), 3);
		let of_old = |key| set_attribute(sword(old), key, Some(value("?")));
		chain.refuses(BOB, of_old(origin), ItemsError::NotWriter);
		chain.must(CHARLIE, of_old(motto));

		// With the item, its attributes go, and who paid for them has the deposits back.
		chain.must(DAVE, ItemsCall::burn_item { item: sword(new) });
		assert_eq!(held(DAVE, ForItems::Attribute), 0);
		assert_eq!(held(BOB, ForItems::Attribute), 0);
		assert_eq!(held(FERDIE, ForItems::Attribute), AttributeDeposit::get());
		assert_eq!(Items::attributes(sword(new)), []);
	});
}

/// Else a seller who is the issuer, or runs the server, voids the auction if the bids are poor.
#[test]
fn nobody_writes_what_others_bid_for() {
	Chain::run(|chain| {
		Stage::set(chain);
		for (text, writer) in [("kills", Writer::Server(WORLD)), ("origin", Writer::Issuer)] {
			let (kind, name) = (SWORDS, name(text));
			chain.must(BOB, ItemsCall::define_attribute { kind, name, writer });
		}
		chain.must(FERDIE, mint_items(SWORDS, &[CHARLIES]));
		let (item, ends) = (sword(3), chain.now() + 3);
		let open = MarketCall::open_auction {
			world: WORLD,
			seller: CHARLIES,
			lot: side(&[new_sword(3)]),
			reserve: UNIT,
			least_raise: UNIT,
			ends,
			extension: 0,
			latest: ends,
			max_deduction: ANY,
		};
		chain.must(CHARLIE, open);
		chain.must(DAVE, bid(last_auction(), DAVES, UNIT));

		let origin = set_attribute(item, 1, Some(value("the old smithy")));
		chain.refuses(BOB, origin.clone(), ItemsError::Locked);
		let write = Write { item, key: 0, counter: 1, value: value("1") };
		let writes = vec![write].try_into().expect("one fits");
		chain.must(FERDIE, ItemsCall::write_attributes { world: WORLD, writes });
		let refused = vec![(0, WriteRefusal::UpForAuction)];
		chain.saw(ItemsEvent::AttributesWritten { world: WORLD, writes: 0, refused });

		chain.wait(4);
		chain.must(FERDIE, close(last_auction()));
		assert_eq!(holding(UniqueId::Item(item)).owner, DAVES);
		chain.must(BOB, origin);
	});
}

/// What is minted holds deposits of the world's owner.
#[test]
fn a_settler_mints_no_more_than_its_cap_in_a_block() {
	Chain::run(|chain| {
		Stage::set(chain);
		chain.must(BOB, add_settler(EVE, LATER, Some(2 * ItemDeposit::get())));
		chain.must(EVE, mint_items(SWORDS, &[EVES, EVES]));

		chain.refuses(EVE, mint_items(SWORDS, &[EVES]), WorldsError::CapExceeded);

		chain.must(BOB, mint_items(SWORDS, &[EVES]));
		chain.must(EVE, mint_units(ARROWS, &[(EVES, 1_000)]));
		chain.next_block();
		chain.must(EVE, mint_items(SWORDS, &[EVES]));
	});
}

#[test]
fn what_is_worn_stays_on() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let (avatar, slot, item) = (CHARLIES, 7, sword(0));
		let equip = |slot, item| ItemsCall::equip { avatar, slot, item };
		let unequip = |slot| ItemsCall::unequip { avatar, slot };
		chain.must(CHARLIE, equip(slot, item));
		assert_eq!(Items::outfit(CHARLIES), [(slot, item, SWORDS)]);
		assert_eq!(holding(SWORD).lock, Some(Lock::Worn { slot }));

		chain.refuses(CHARLIE, equip(slot, sword(1)), ItemsError::SlotTaken);
		chain.refuses(CHARLIE, equip(8, item), ItemsError::Locked);
		chain.refuses(CHARLIE, equip(8, sword(2)), ItemsError::NotOwner);
		chain.refuses(CHARLIE, equip(32, sword(1)), ItemsError::InvalidSlot);
		chain.refuses(DAVE, equip(8, sword(1)), AvatarsError::NotOwner);
		let locked = || ItemsError::Locked;
		chain.refuses(CHARLIE, ItemsCall::transfer_item { item, to: DAVES }, locked());
		chain.refuses(CHARLIE, ItemsCall::burn_item { item }, locked());
		chain.refuses(CHARLIE, list(CHARLIES, SWORD, UNIT), MarketError::Locked);
		stage.refuses(chain, stage.sale(chain).sign(), Refusal::Locked);

		// It goes where the avatar goes.
		chain.must(CHARLIE, AvatarsCall::offer { avatar, price: UNIT, to: None });
		chain.refuses(CHARLIE, unequip(slot), AvatarsError::Offered);
		let (offered_at, max_price) = (chain.now(), UNIT);
		chain.must(DAVE, AvatarsCall::accept_offer { avatar, offered_at, max_price });
		chain.refuses(CHARLIE, unequip(slot), AvatarsError::NotOwner);
		chain.must(DAVE, unequip(slot));

		assert_eq!(Items::outfit(CHARLIES), []);
		chain.refuses(DAVE, unequip(slot), ItemsError::SlotEmpty);
		chain.must(DAVE, ItemsCall::transfer_item { item, to: DAVES });
	});
}

#[test]
fn a_world_keeps_an_item_no_longer_than_its_owner_said() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let (item, world, reason) = (sword(0), WORLD, 3);
		let place = |until| ItemsCall::place_in_custody { item, world, reason, until };
		let release = ItemsCall::release_from_custody { item };
		let now = chain.now();
		chain.refuses(CHARLIE, place(now + MAX_CUSTODY + 1), ItemsError::TooLong);
		chain.refuses(FERDIE, place(now + 5), AvatarsError::NotOwner);
		let until = now + 5;
		chain.must(CHARLIE, place(until));
		let custody = Custody { world, reason, until };
		assert_eq!(holding(SWORD).lock, Some(Lock::Custody(custody)));
		let transfer = ItemsCall::transfer_item { item, to: EVES };
		chain.refuses(CHARLIE, transfer.clone(), ItemsError::Locked);
		chain.refuses(CHARLIE, release.clone(), WorldsError::NotSettler);

		// The world lets it go.
		chain.must(FERDIE, release.clone());
		assert_eq!(holding(SWORD), Holding::new(CHARLIES));
		chain.refuses(FERDIE, release.clone(), ItemsError::NotInCustody);

		// Or time does, without a call.
		chain.must(CHARLIE, place(until));
		let sale = stage.sale(chain).sign();
		chain.wait(5);
		stage.refuses(chain, sale.clone(), Refusal::Locked);
		chain.next_block();
		assert_eq!(holding(SWORD).lock, None);
		chain.refuses(FERDIE, release, ItemsError::NotInCustody);
		assert_eq!(stage.settle(chain, [sale]), []);
		chain.must(DAVE, transfer);
	});
}

#[test]
fn what_a_world_keeps_is_not_lost_with_it() {
	Chain::run(|chain| {
		Stage::set(chain);
		for item in [sword(0), sword(1)] {
			let (world, reason, until) = (WORLD, 3, LATER);
			chain.must(CHARLIE, ItemsCall::place_in_custody { item, world, reason, until });
		}
		let release = |serial| ItemsCall::release_from_custody { item: sword(serial) };

		chain.must(BOB, WorldsCall::suspend { world: WORLD });

		// Nobody settles for it any more. Its owner may let go, and so may theirs.
		chain.refuses(FERDIE, release(0), AvatarsError::NotOwner);
		chain.must(BOB, release(0));
		chain.must(CHARLIE, release(1));
		for item in [sword(0), sword(1)] {
			chain.must(CHARLIE, ItemsCall::transfer_item { item, to: DAVES });
		}
	});
}

#[test]
fn a_collection_changes_hands_with_its_deposits() {
	with_crafts(|chain, _| {
		chain.must(EVE, mint_items(BLADES, &[CHARLIES, DAVES]));
		let collection = CRAFTS;
		let offer = |to| ItemsCall::offer_collection { collection, to };
		let accept_at_most =
			|max_deposits| ItemsCall::accept_collection { collection, max_deposits };
		let accept = accept_at_most(Balance::MAX);
		let whole = CollectionDeposit::get() + 4 * KindDeposit::get() + 2 * ItemDeposit::get();
		assert_eq!((deposits(EVE), deposits(CHARLIE)), (whole, 0));

		chain.refuses(DAVE, offer(Some(Issuer::Avatar(DAVES))), AvatarsError::NotOwner);
		chain.refuses(EVE, offer(Some(Issuer::Avatar(EVES))), ItemsError::SameIssuer);
		chain.must(EVE, offer(Some(Issuer::Avatar(CHARLIES))));
		chain.refuses(DAVE, accept.clone(), AvatarsError::NotOwner);
		chain.must(EVE, offer(None));
		chain.refuses(CHARLIE, accept.clone(), ItemsError::NotOffered);
		chain.must(EVE, offer(Some(Issuer::Avatar(CHARLIES))));
		chain.refuses(CHARLIE, accept_at_most(whole - 1), ItemsError::DepositsTooHigh);
		chain.must(CHARLIE, accept_at_most(whole));

		let (from, to) = (Issuer::Avatar(EVES), Issuer::Avatar(CHARLIES));
		let payer = CHARLIE.account();
		chain.saw(ItemsEvent::CollectionHandedOver { collection, from, to, payer });
		assert_eq!((deposits(EVE), deposits(CHARLIE)), (0, whole));
		chain.refuses(EVE, mint_items(BLADES, &[EVES]), AvatarsError::NotOwner);
		chain.must(CHARLIE, mint_items(BLADES, &[EVES]));

		// A world may have it as well: then its servers mint.
		chain.must(CHARLIE, offer(Some(Issuer::World(WORLD))));
		chain.must(BOB, accept);
		chain.must(FERDIE, mint_items(BLADES, &[EVES]));
		assert_eq!(deposits(CHARLIE), 0);
	});
}

#[test]
fn an_offer_of_a_collection_dies_with_the_sale_of_its_issuer() {
	with_crafts(|chain, _| {
		let to = Some(Issuer::Avatar(CHARLIES));
		chain.must(EVE, ItemsCall::offer_collection { collection: CRAFTS, to });
		let avatar = EVES;
		chain.must(EVE, AvatarsCall::offer { avatar, price: UNIT, to: None });
		let (collection, max_deposits) = (CRAFTS, Balance::MAX);
		let accept = ItemsCall::accept_collection { collection, max_deposits };
		chain.refuses(CHARLIE, accept.clone(), ItemsError::NotOffered);
		let (offered_at, max_price) = (chain.now(), UNIT);
		chain.must(DAVE, AvatarsCall::accept_offer { avatar, offered_at, max_price });

		chain.refuses(CHARLIE, accept, ItemsError::NotOffered);
	});
}

#[test]
fn what_is_soulbound_goes_where_its_avatar_goes_and_nowhere_else() {
	with_crafts(|chain, stage| {
		chain.must(EVE, create_kind(CRAFTS, Form::Unique, SOULBOUND, &[]));
		chain.must(EVE, create_kind(CRAFTS, Form::Stackable, SOULBOUND, &[]));
		let [medals, honour] = [4, 5].map(|index| KindId { collection: CRAFTS, index });
		chain.must(EVE, mint_items(medals, &[CHARLIES]));
		chain.must(EVE, mint_units(honour, &[(CHARLIES, 5)]));
		let medal = UniqueId::Item(craft_item(0));
		let (from, to, amount) = (CHARLIES, DAVES, 1);
		let some_honour = Asset::Units { kind: honour, amount };

		let soulbound = || ItemsError::Soulbound;
		let transfer = ItemsCall::transfer_item { item: craft_item(0), to };
		chain.refuses(CHARLIE, transfer.clone(), soulbound());
		let gift = ItemsCall::transfer_units { kind: honour, from, to, amount };
		chain.refuses(CHARLIE, gift, soulbound());
		chain.refuses(CHARLIE, list(CHARLIES, medal, UNIT), MarketError::Soulbound);
		let listing = list_lots(CHARLIES, &[some_honour], Price::fixed(UNIT), 1);
		chain.refuses(CHARLIE, listing, MarketError::Soulbound);
		for asset in [as_of_now(medal), some_honour] {
			let trade = stage.bargain(chain, (&stage.charlie, asset), (&stage.dave, coins(1)));
			stage.refuses(chain, trade.sign(), Refusal::Soulbound);
		}

		let avatar = CHARLIES;
		chain.must(CHARLIE, AvatarsCall::offer { avatar, price: UNIT, to: None });
		let (offered_at, max_price) = (chain.now(), UNIT);
		chain.must(DAVE, AvatarsCall::accept_offer { avatar, offered_at, max_price });
		assert_eq!((holding(medal).owner, units(honour, CHARLIES)), (CHARLIES, 5));
		// The creator may let it go one day, but never bind it again.
		let loosen = |rules| ItemsCall::loosen_kind { kind: medals, rules };
		chain.must(EVE, loosen(Rules::LOOSEST));
		chain.refuses(EVE, loosen(SOULBOUND), ItemsError::Tightened);
		chain.must(DAVE, transfer);
	});
}

#[test]
fn what_has_a_home_is_sold_there_only_and_given_anywhere() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		chain.must(BOB, WorldsCall::register { bounds: BOUNDS, fee: None });
		let elsewhere = WorldId(1);
		let rules = Rules { home: Some(elsewhere), ..Rules::LOOSEST };
		chain.must(BOB, create_kind(COLLECTION, Form::Unique, rules, &[]));
		let relics = KindId { collection: COLLECTION, index: 2 };
		chain.must(FERDIE, mint_items(relics, &[CHARLIES, CHARLIES]));
		let [relic, other] = [3, 4].map(|serial| UniqueId::Item(sword(serial)));

		chain.refuses(CHARLIE, list(CHARLIES, relic, UNIT), MarketError::NotTradableHere);
		let trade = |world| {
			let terms = ((&stage.charlie, as_of_now(relic)), (&stage.dave, coins(1)));
			Bargain::new(chain, world, terms.0, terms.1).sign()
		};
		stage.refuses(chain, trade(WORLD), Refusal::NotTradableHere);
		assert_eq!(settle(chain, BOB, elsewhere, [trade(elsewhere)]), []);
		chain.must(CHARLIE, ItemsCall::transfer_item { item: sword(4), to: EVES });
		assert_eq!(holding(other).owner, EVES);

		// A world that is a home is not closed. A stranger makes it no home.
		chain.refuses(BOB, WorldsCall::close { world: elsewhere }, WorldsError::InUse);
		chain.must(EVE, create_collection(Issuer::Avatar(EVES)));
		let trap = create_kind(CRAFTS, Form::Unique, rules, &[]);
		chain.refuses(EVE, trap, WorldsError::NotOwner);
		let loosen = ItemsCall::loosen_kind { kind: relics, rules: Rules::LOOSEST };
		chain.must(BOB, loosen);
		chain.must(EVE, list(EVES, other, UNIT));
		chain.must(DAVE, buy(last_order(), DAVES, UNIT));
		chain.must(BOB, WorldsCall::close { world: elsewhere });
		assert_eq!(Worlds::world(elsewhere), None);
	});
}

#[test]
fn items_are_given_to_many_at_once_or_to_none() {
	Chain::run(|chain| {
		Stage::set(chain);
		let batch = |transfers: &[(ItemId, AvatarId)]| {
			let transfers = transfers.to_vec().try_into().expect("a test gives little");
			ItemsCall::transfer_batch { transfers }
		};
		chain.must(CHARLIE, ItemsCall::equip { avatar: CHARLIES, slot: 0, item: sword(1) });
		let both = batch(&[(sword(0), EVES), (sword(1), DAVES)]);
		chain.refuses(CHARLIE, both.clone(), ItemsError::Locked);
		let of_another = batch(&[(sword(0), EVES), (sword(2), EVES)]);
		chain.refuses(CHARLIE, of_another, AvatarsError::NotOwner);
		let twice = batch(&[(sword(0), EVES), (sword(0), DAVES)]);
		chain.refuses(CHARLIE, twice, ItemsError::NamedTwice);
		chain.refuses(CHARLIE, batch(&[]), ItemsError::NothingNamed);

		chain.must(CHARLIE, ItemsCall::unequip { avatar: CHARLIES, slot: 0 });
		chain.must(CHARLIE, both);

		let owners = [0, 1].map(|serial| holding(UniqueId::Item(sword(serial))).owner);
		assert_eq!(owners, [EVES, DAVES]);
		let (item, from, to) = (sword(1), CHARLIES, DAVES);
		let last = ItemsEvent::ItemTransferred { item, from, to };
		assert_eq!(chain.last_event(), RuntimeEvent::from(last));
	});
}

#[test]
fn what_the_issuer_froze_binds_the_issuer_and_nobody_else() {
	with_crafts(|chain, _| {
		chain.must(EVE, mint_items(BLADES, &[CHARLIES]));
		chain.must(EVE, mint_units(ORE, &[(CHARLIES, 5)]));
		chain.must(EVE, create_recipe(recipe(&[(ORE, 1)], 0, certain(BLADES, 1))));
		chain.must(EVE, ItemsCall::freeze_collection { collection: CRAFTS });

		let frozen = || ItemsError::Frozen;
		chain.refuses(EVE, create_kind(CRAFTS, Form::Unique, Rules::LOOSEST, &[]), frozen());
		chain.refuses(EVE, mint_items(BLADES, &[EVES]), frozen());
		chain.refuses(EVE, mint_units(ORE, &[(EVES, 1)]), frozen());
		let set = ItemsCall::set_metadata { collection: CRAFTS, metadata: None };
		chain.refuses(EVE, set, frozen());
		let royalty = shares(&[(EVES, 1)]);
		chain.refuses(EVE, ItemsCall::set_royalty { kind: BLADES, royalty }, frozen());
		chain.refuses(CHARLIE, craft(CHARLIES, last_recipe(), &[]), frozen());
		let again = ItemsCall::freeze_collection { collection: CRAFTS };
		chain.refuses(EVE, again, frozen());

		let blade = UniqueId::Item(craft_item(0));
		chain.must(CHARLIE, list(CHARLIES, blade, UNIT));
		chain.must(DAVE, buy(last_order(), DAVES, UNIT));
		chain.must(DAVE, ItemsCall::burn_item { item: craft_item(0) });
		assert_eq!(Items::kind(BLADES).map(|it| it.supply()), Some(0));
	});
}
