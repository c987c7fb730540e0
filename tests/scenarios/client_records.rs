// SPDX-License-Identifier: Apache-2.0
//! The client does not depend on the pallets: it has mirrors of their records and events. Here
//! both sides meet. The fields of each sample differ, so that none can take another's place.

use codec::{Decode, DecodeAll, Encode};
use freehold_client::{events, records};
use freehold_primitives::{
	asset::{Asset, Holding, Lock},
	chain::Hash,
	fee::{Announcement, Fee, FeeSchedule, Raise},
	ids::{
		AuctionId, AvatarId, CollectionId, DrawId, EstateId, ItemId, KindId, LeaseId, OrderId,
		RecipeId, WorldId,
	},
	land::Zone,
	settlement::Refusal,
};
use freehold_runtime::Runtime;
use freehold_tests::{
	chain::{free, nonce, Chain},
	goods::{certain, name, random, recipe, value},
	keyring::{BOB, CHARLIE},
	land::pointer,
	market::side,
	names::*,
	stage::{coins, new_sword, Stage, BOUNDS},
};
use pallet_items::{Form, Issuer, WriteRefusal, Writer};
use pallet_land::{
	Access, ContentDetails, EstateDetails, Lease, LeaseOffer, LeaseTerms, ParcelDetails,
	Permission, Right, Rights, SaleDetails, Standing, Tenure, Title,
};
use pallet_market::{Price, Want, Wanted};
use pallet_worlds::SettlerDetails;

const HOLDING: Holding = Holding { owner: AvatarId(1), version: 2, lock: Some(Lock::PublicLand) };
const ISSUERS: [(Issuer, records::Issuer); 2] = [
	(Issuer::World(WorldId(3)), records::Issuer::World(WorldId(3))),
	(Issuer::Avatar(AvatarId(4)), records::Issuer::Avatar(AvatarId(4))),
];
const FORMS: [(Form, records::Form); 2] =
	[(Form::Unique, records::Form::Unique), (Form::Stackable, records::Form::Stackable)];

const RULES: (pallet_items::Rules, records::Rules) = (
	pallet_items::Rules { transferable: true, burnable: false, home: Some(WorldId(5)) },
	records::Rules { transferable: true, burnable: false, home: Some(WorldId(5)) },
);
const WRITERS: [(Writer, records::Writer); 3] = [
	(Writer::Issuer, records::Writer::Issuer),
	(Writer::Holder, records::Writer::Holder),
	(Writer::Server(WorldId(6)), records::Writer::Server(WorldId(6))),
];

/// What the client makes of a record as it is stored. It must know every byte.
#[track_caller]
fn read<M: Decode + Encode>(record: &impl Encode) -> M {
	let bytes = record.encode();
	let mirror = M::decode_all(&mut &bytes[..]).expect("the client decodes all of it");
	assert_eq!(mirror.encode(), bytes);
	mirror
}

/// What the client makes of an event, whose first byte is its index in the pallet.
#[track_caller]
fn read_event<M: Decode>(event: &impl Encode) -> M {
	M::decode(&mut &event.encode()[1..]).expect("the client decodes what it needs of it")
}

/// The same in the mirror's type: the two have the same bytes, of which each knows all.
#[track_caller]
fn mirrored<M: DecodeAll>(value: &impl Encode) -> M {
	M::decode_all(&mut &value.encode()[..]).expect("the mirror has the same bytes")
}

#[test]
fn a_world_reads_the_same() {
	let fee = Fee { to: AvatarId(5), rate: 6 };
	let announced = Some(Announcement { fee: None, from: 7 });
	let fee = FeeSchedule { current: Some(fee), announced };
	let mut stored = pallet_worlds::WorldDetails::new(BOB.account(), BOUNDS, None);
	(stored.fee, stored.settlers, stored.consumers) = (fee, 8, 9);
	(stored.suspended, stored.offered_to) = (true, Some(CHARLIE.account()));

	let expected = records::WorldDetails {
		owner: BOB.account(),
		bounds: BOUNDS,
		fee,
		settlers: 8,
		consumers: 9,
		suspended: true,
		offered_to: Some(CHARLIE.account()),
	};
	assert_eq!(read::<records::WorldDetails>(&stored), expected);
}

#[test]
fn a_settler_and_what_a_world_is_called_read_the_same() {
	let stored = SettlerDetails { valid_until: 1, cap: Some(2), spent: 3, spent_in: 4 };
	let expected = records::SettlerDetails { valid_until: 1, cap: Some(2), spent: 3, spent_in: 4 };
	assert_eq!(read::<records::SettlerDetails>(&stored), expected);

	let name = pallet_worlds::Name::truncate_from("Wörld".into());
	let stored = pallet_worlds::Metadata { name, pointer: pointer("ipfs:world") };
	let expected = records::WorldMetadata { name: "Wörld".into(), pointer: pointer("ipfs:world") };
	assert_eq!(read::<records::WorldMetadata>(&stored), expected);
}

#[test]
fn an_avatar_reads_the_same() {
	let mut stored = pallet_avatars::AvatarDetails::new(CHARLIE.account());
	(stored.devices, stored.tenure) = (3, 4);

	let expected = records::AvatarDetails { owner: CHARLIE.account(), devices: 3, tenure: 4 };
	assert_eq!(read::<records::AvatarDetails>(&stored), expected);
}

#[test]
fn what_hangs_on_an_avatar_reads_the_same() {
	let payer = BOB.account();
	let (avatar, released_at) = (AvatarId(1), Some(2));
	let stored = pallet_avatars::HandleDetails { avatar, released_at, payer: payer.clone() };
	let expected = records::HandleDetails { avatar, released_at, payer: payer.clone() };
	assert_eq!(read::<records::HandleDetails>(&stored), expected);

	let (price, to, offered_at) = (3, Some(CHARLIE.account()), 4);
	let stored = pallet_avatars::OfferDetails { price, to: to.clone(), offered_at };
	let expected = records::OfferDetails { price, to, offered_at };
	assert_eq!(read::<records::OfferDetails>(&stored), expected);

	let (issued_at, valid_until, tenure) = (5, Some(6), 7);
	let fact = pallet_avatars::Fact::truncate_from(b"citizen".to_vec());
	let stored =
		pallet_avatars::BadgeDetails { fact, issued_at, valid_until, tenure, payer: payer.clone() };
	let fact = b"citizen".to_vec();
	let expected = records::BadgeDetails { fact, issued_at, valid_until, tenure, payer };
	assert_eq!(read::<records::BadgeDetails>(&stored), expected);
}

#[test]
fn a_parcel_reads_the_same() {
	let (estate, version) = (EstateId(3), 4);
	let own = (Title::Own(HOLDING), records::Title::Own(HOLDING));
	let part = (Title::PartOf { estate, version }, records::Title::PartOf { estate, version });
	for zone in Zone::ALL {
		for (title, mirror) in [own, part] {
			let stored = ParcelDetails { title, zone, access: Access::Invited };

			let access = records::Access::Invited;
			let expected = records::ParcelDetails { title: mirror, zone, access };
			assert_eq!(read::<records::ParcelDetails>(&stored), expected);
		}
	}
}

#[test]
fn an_estate_reads_the_same() {
	let (world, parcels, tenure, payer) = (WorldId(1), 2, 3, BOB.account());
	let access = Access::Open;
	let holding = HOLDING;
	let stored = EstateDetails { world, holding, parcels, tenure, access, payer: payer.clone() };

	let access = records::Access::Open;
	let expected = records::EstateDetails { world, holding, parcels, tenure, access, payer };
	assert_eq!(read::<records::EstateDetails>(&stored), expected);
}

#[test]
fn a_sale_and_content_read_the_same() {
	let (area, zone, price, to) = (BOUNDS, Zone::Commercial, 1, AvatarId(2));
	let stored = SaleDetails { area, zone, price, to };
	let expected = records::SaleDetails { area, zone, price, to };
	assert_eq!(read::<records::SaleDetails>(&stored), expected);

	let (version, payer) = (3, BOB.account());
	let stored = ContentDetails { pointer: pointer("ipfs:home"), version, payer: payer.clone() };
	let expected = records::ContentDetails { pointer: pointer("ipfs:home"), version, payer };
	assert_eq!(read::<records::ContentDetails>(&stored), expected);
}

#[test]
fn a_standing_reads_the_same() {
	let (until, payer) = (1, BOB.account());
	let rights = Rights::BUILD.union(Rights::MANAGE);
	let mirror: records::Rights =
		[records::Right::Manage, records::Right::Build].into_iter().collect();
	assert_eq!(mirrored::<records::Rights>(&rights), mirror);
	for (permission, expected) in [
		(
			Permission::Granted { rights, until },
			records::Permission::Granted { rights: mirror, until },
		),
		(Permission::Banned { until }, records::Permission::Banned { until }),
	] {
		for (tenure, mirror) in [
			(Tenure::Title { site: 2, owner: 4 }, records::Tenure::Title { site: 2, owner: 4 }),
			(Tenure::Lease(LeaseId(3)), records::Tenure::Lease(LeaseId(3))),
		] {
			let stored = Standing { permission, tenure, payer: payer.clone() };
			let (permission, payer) = (expected, payer.clone());
			let expected = records::Standing { permission, tenure: mirror, payer };
			assert_eq!(read::<records::Standing>(&stored), expected);
		}
	}
	for (right, mirror) in Right::ALL.into_iter().zip(records::Right::ALL) {
		assert_eq!(mirrored::<records::Right>(&right), mirror);
		assert!(mirrored::<records::Rights>(&Rights::from(right)).contains(mirror));
	}
}

#[test]
fn a_lease_and_its_offer_read_the_same() {
	let terms = LeaseTerms {
		price: 1,
		period: 2,
		least: 3,
		most: 4,
		notice: 5,
		deposit: 6,
		sublet: true,
		tenant: Some(AvatarId(7)),
	};
	let mirror = records::LeaseTerms {
		price: 1,
		period: 2,
		least: 3,
		most: 4,
		notice: 5,
		deposit: 6,
		sublet: true,
		tenant: Some(AvatarId(7)),
	};
	let (tenure, payer) = (8, BOB.account());
	let stored = LeaseOffer { terms, tenure, payer: payer.clone() };
	let expected = records::LeaseOffer { terms: mirror, tenure, payer: payer.clone() };
	assert_eq!(read::<records::LeaseOffer>(&stored), expected);

	let (id, tenant, ending) = (LeaseId(9), AvatarId(10), true);
	let (start, end, paid, collected, deposit) = (11, 12, 13, 14, 15);
	let stored = Lease {
		id,
		tenant,
		terms,
		start,
		end,
		paid,
		collected,
		deposit,
		ending,
		payer: payer.clone(),
	};
	let expected = records::Lease {
		id,
		tenant,
		terms: mirror,
		start,
		end,
		paid,
		collected,
		deposit,
		ending,
		payer,
	};
	assert_eq!(read::<records::Lease>(&stored), expected);
}

#[test]
fn a_collection_reads_the_same() {
	for (issuer, mirror) in ISSUERS {
		let mut stored = pallet_items::CollectionDetails::new(issuer, BOB.account());
		(stored.kinds, stored.live_kinds, stored.items, stored.live_items) = (8, 9, 10, 11);
		(stored.attribute_keys, stored.recipes, stored.frozen) = (12, 13, true);
		stored.offered_to = Some(issuer);

		let expected = records::CollectionDetails {
			issuer: mirror,
			payer: BOB.account(),
			kinds: 8,
			live_kinds: 9,
			items: 10,
			live_items: 11,
			attribute_keys: 12,
			recipes: 13,
			frozen: true,
			offered_to: Some(mirror),
		};
		assert_eq!(read::<records::CollectionDetails>(&stored), expected);
	}
}

#[test]
fn what_a_collection_is_called_reads_the_same() {
	for pointer in [None, Some(pointer("ipfs:things"))] {
		let name = "Dïnge".as_bytes().to_vec().try_into().expect("it is short");
		let stored = pallet_items::MetadataDetails { name, pointer: pointer.clone() };

		let expected = records::CollectionMetadata { name: "Dïnge".into(), pointer };
		assert_eq!(read::<records::CollectionMetadata>(&stored), expected);
	}
}

#[test]
fn a_kind_reads_the_same() {
	for (form, mirror) in FORMS {
		let rules = RULES.0;
		let mut stored = pallet_items::KindDetails::new(form, Some(10), rules, 11);
		(stored.minted, stored.burned, stored.reserved, stored.attributes) = (12, 13, 14, 15);
		stored.raise = Some(Raise { serial: 16, rate: 17 });

		let expected = records::KindDetails {
			form: mirror,
			max_supply: Some(10),
			minted: 12,
			burned: 13,
			reserved: 14,
			rules: RULES.1,
			royalty: 11,
			raise: Some(Raise { serial: 16, rate: 17 }),
			attributes: 15,
		};
		assert_eq!(read::<records::KindDetails>(&stored), expected);
	}
}

#[test]
fn a_share_reads_the_same() {
	let stored = pallet_items::Share { to: AvatarId(1), rate: 2 };

	let expected = records::Share { to: AvatarId(1), rate: 2 };
	assert_eq!(read::<records::Share>(&stored), expected);
}

#[test]
fn an_item_and_what_it_says_read_the_same() {
	let mut stored = pallet_items::ItemDetails::new(AvatarId(1), 12, 13);
	(stored.holding, stored.attributes) = (HOLDING, 14);
	let expected = records::ItemDetails { holding: HOLDING, kind: 12, royalty: 13, attributes: 14 };
	assert_eq!(read::<records::ItemDetails>(&stored), expected);

	for (writer, mirror) in WRITERS {
		let stored = pallet_items::AttributeKey { name: name("kills"), writer, from: 9 };
		let expected = records::AttributeKey { name: "kills".into(), writer: mirror, from: 9 };
		assert_eq!(read::<records::AttributeKey>(&stored), expected);
	}
	let (counter, payer) = (15, BOB.account());
	let stored =
		pallet_items::AttributeDetails { value: value("7"), counter, payer: payer.clone() };
	let expected = records::AttributeDetails { value: b"7".to_vec(), counter, payer };
	assert_eq!(read::<records::AttributeDetails>(&stored), expected);
}

#[test]
fn an_outfit_reads_the_same() {
	let item = |serial| ItemId { collection: CollectionId(1), serial };
	let mut stored = pallet_items::Outfit::new();
	for (slot, serial) in [(3, 2), (31, 5)] {
		stored.try_insert(slot, item(serial)).expect("there are as many slots");
	}

	let expected: records::Outfit = [(3, item(2)), (31, item(5))].into_iter().collect();
	assert_eq!(read::<records::Outfit>(&stored), expected);
}

#[test]
fn a_recipe_reads_the_same() {
	let kind = |index| KindId { collection: CollectionId(1), index };
	let amount = |index, amount| records::Ingredient { kind: kind(index), amount };
	let made = |index, amount| records::Yield { kind: kind(index), amount };
	let (until, limit) = (Some(2), Some(3));
	let inputs = [(kind(4), 5), (kind(6), 7)];
	let drawn = random(&[(kind(8), 9, 10), (kind(11), 12, 13)]);
	for (outcome, mirror) in [
		(certain(kind(8), 9), records::Outcome::Certain(made(8, 9))),
		(drawn, records::Outcome::Random(vec![(made(8, 9), 10), (made(11, 12), 13)])),
	] {
		let recipe = pallet_items::Recipe { until, limit, ..recipe(&inputs, 14, outcome) };
		let (collection, to, crafted) = (CollectionId(15), AvatarId(16), 17);
		let stored = pallet_items::RecipeDetails { collection, recipe, to, crafted };

		let inputs = vec![amount(4, 5), amount(6, 7)];
		let recipe = records::Recipe { inputs, price: 14, outcome: mirror, until, limit };
		let expected = records::RecipeDetails { collection, recipe, to, crafted };
		assert_eq!(read::<records::RecipeDetails>(&stored), expected);
	}
}

#[test]
fn a_draw_and_its_round_read_the_same() {
	let kind = KindId { collection: CollectionId(1), index: 2 };
	let pallet_items::Outcome::Random(outcomes) = random(&[(kind, 3, 4)]) else {
		panic!("it is what it was made as");
	};
	let (collection, avatar, round, payer) = (CollectionId(5), AvatarId(6), 7, BOB.account());
	let stored =
		pallet_items::DrawDetails { collection, outcomes, avatar, round, payer: payer.clone() };
	let outcomes = vec![(records::Yield { kind, amount: 3 }, 4)];
	let expected = records::DrawDetails { collection, outcomes, avatar, round, payer };
	assert_eq!(read::<records::DrawDetails>(&stored), expected);

	let (draws, seed) = (8, Some(Hash::repeat_byte(9)));
	let stored = pallet_items::RoundDetails { draws, seed };
	let expected = records::RoundDetails { draws, seed };
	assert_eq!(read::<records::RoundDetails>(&stored), expected);
}

#[test]
fn a_resting_order_reads_the_same() {
	let (world, maker, tenure, taker) = (WorldId(1), AvatarId(2), 3, Some(AvatarId(4)));
	let (lots, max_deduction, until, payer) = (5, 6, 7, CHARLIE.account());
	let (kind, area) = (KindId { collection: CollectionId(8), index: 9 }, BOUNDS);
	let asset = Asset::Units { kind, amount: 10 };
	let (start, end, from, to) = (11, 12, 13, 14);
	let of_kind = (Wanted::OfKind(kind), records::Wanted::OfKind(kind));
	let collection = CollectionId(15);
	let in_collection =
		(Wanted::InCollection(collection), records::Wanted::InCollection(collection));
	let in_area = (Wanted::ParcelIn { world, area }, records::Wanted::ParcelIn { world, area });
	let wanted =
		[(Wanted::Asset(asset), records::Wanted::Asset(asset)), of_kind, in_collection, in_area];
	let mut wants = vec![
		(
			Want::Price(Price { start, end, from, to }),
			records::Want::Price(records::Price { start, end, from, to }),
		),
		(Want::Assets(side(&[asset])), records::Want::Assets(side(&[asset]))),
	];
	wants.extend(wanted.map(|(it, mirror)| (Want::Any(it), records::Want::Any(mirror))));
	for (want, mirror) in wants {
		let give = side(&[new_sword(16), coins(17)]);
		let stored = pallet_market::RestingOrder {
			world,
			maker,
			tenure,
			payer: payer.clone(),
			taker,
			give: give.clone(),
			want,
			lots,
			max_deduction,
			until,
		};

		let expected = records::RestingOrder {
			world,
			maker,
			tenure,
			payer: payer.clone(),
			taker,
			give,
			want: mirror,
			lots,
			max_deduction,
			until,
		};
		assert_eq!(read::<records::RestingOrder>(&stored), expected);
		assert_eq!(Some(expected.escrow()), stored.escrow());
	}
}

#[test]
fn an_auction_reads_the_same() {
	let (world, seller, payer, lot) = (WorldId(1), AvatarId(2), BOB.account(), new_sword(3));
	let (reserve, least_raise, ends, extension, latest) = (4, 5, 6, 7, 8);
	let (max_deduction, fee, bidder, amount) = (9, 10, AvatarId(11), 12);
	for best in [false, true] {
		let stored = pallet_market::Auction {
			world,
			seller,
			payer: payer.clone(),
			lot: side(&[lot]),
			reserve,
			least_raise,
			ends,
			extension,
			latest,
			max_deduction,
			fee,
			best: best.then_some(pallet_market::Bid { bidder, amount }),
		};

		let expected = records::Auction {
			world,
			seller,
			payer: payer.clone(),
			lot: side(&[lot]),
			reserve,
			least_raise,
			ends,
			extension,
			latest,
			max_deduction,
			fee,
			best: best.then_some(records::Bid { bidder, amount }),
		};
		assert_eq!(read::<records::Auction>(&stored), expected);
		assert_eq!(Some(expected.least_bid()), stored.least_bid());
	}
}

#[test]
fn a_last_batch_reads_the_same() {
	let (seq, hash) = (16, Hash::repeat_byte(17));
	let stored = pallet_market::LastBatch { seq, hash };

	assert_eq!(read::<records::LastBatch>(&stored), records::LastBatch { seq, hash });
}

#[test]
fn an_account_reads_the_same() {
	Chain::run(|chain| {
		Stage::set(chain);
		assert_eq!(chain.submit(CHARLIE, AvatarsCall::create {}), Ok(()));
		let stored = frame_system::Account::<Runtime>::get(CHARLIE.account());

		let account: records::AccountInfo = read(&stored);

		assert_eq!((account.nonce, account.data.free), (nonce(CHARLIE), free(CHARLIE)));
		assert_eq!(account.data.reserved, stored.data.reserved);
		assert!(account.data.reserved > 0 && account.data.reserved != account.data.free);
		assert_eq!((account.consumers, account.providers), (stored.consumers, stored.providers));
	});
}

#[test]
fn what_was_created_reads_the_same() {
	let (world, avatar, collection) = (WorldId(18), AvatarId(19), CollectionId(20));
	let kind = KindId { collection, index: 21 };
	let first = ItemId { collection, serial: 22 };
	let owner = BOB.account();

	let registered =
		WorldsEvent::WorldRegistered { world, owner: owner.clone(), bounds: BOUNDS, fee: None };
	assert_eq!(read_event::<events::WorldRegistered>(&registered).world, world);
	let created = AvatarsEvent::AvatarCreated { avatar, owner: owner.clone() };
	let expected = events::AvatarCreated { avatar, owner: owner.clone() };
	assert_eq!(read_event::<events::AvatarCreated>(&created), expected);
	let issuer = Issuer::World(world);
	let created = ItemsEvent::CollectionCreated { collection, issuer, payer: owner };
	assert_eq!(read_event::<events::CollectionCreated>(&created).collection, collection);
	let (form, max_supply, rules, royalty) = (Form::Unique, None, RULES.0, 36);
	let created = ItemsEvent::KindCreated { kind, form, max_supply, rules, royalty };
	assert_eq!(read_event::<events::KindCreated>(&created).kind, kind);
	let (sale, estate, part, parcels) = (30, EstateId(31), EstateId(32), 33);
	let (area, zone, price, to) = (BOUNDS, Zone::Open, 34, AvatarId(35));
	let opened = LandEvent::SaleOpened { world, sale, area, zone, price, to };
	assert_eq!(read_event::<events::SaleOpened>(&opened), events::SaleOpened { world, sale });
	let founded = LandEvent::EstateFounded { estate, world, owner: avatar, parcels };
	assert_eq!(read_event::<events::EstateFounded>(&founded).estate, estate);
	let split = LandEvent::EstateSplit { estate, part, parcels };
	assert_eq!(read_event::<events::EstateSplit>(&split), events::EstateSplit { estate, part });
	let minted = ItemsEvent::ItemsMinted { kind, first, count: 23 };
	let expected = events::ItemsMinted { kind, first, count: 23 };
	assert_eq!(read_event::<events::ItemsMinted>(&minted), expected);
}

#[test]
fn what_was_made_of_items_reads_the_same() {
	let kind = KindId { collection: CollectionId(1), index: 2 };
	let item = Some(ItemId { collection: CollectionId(1), serial: 3 });
	let (avatar, recipe, draw) = (AvatarId(4), RecipeId(5), DrawId(6));
	let (world, amount, rate, key) = (WorldId(7), 8, 9, 10);

	let set = ItemsEvent::RoyaltySet { kind, rate };
	assert_eq!(read_event::<events::RoyaltySet>(&set), events::RoyaltySet { kind, rate });
	let paid = ItemsEvent::RoyaltyPaid { kind, amount };
	let expected = events::RoyaltyPaid { kind, amount };
	assert_eq!(read_event::<events::RoyaltyPaid>(&paid), expected);
	let defined = ItemsEvent::AttributeDefined { kind, key, writer: Writer::Holder };
	let expected = events::AttributeDefined { kind, key };
	assert_eq!(read_event::<events::AttributeDefined>(&defined), expected);
	let refused = vec![(11, WriteRefusal::Stale), (12, WriteRefusal::NotWriter)];
	let written = ItemsEvent::AttributesWritten { world, writes: 13, refused };
	let refused = vec![(11, records::WriteRefusal::Stale), (12, records::WriteRefusal::NotWriter)];
	let expected = events::AttributesWritten { world, writes: 13, refused };
	assert_eq!(read_event::<events::AttributesWritten>(&written), expected);
	let created = ItemsEvent::RecipeCreated { recipe, collection: CollectionId(14) };
	assert_eq!(read_event::<events::RecipeCreated>(&created).recipe, recipe);
	let crafted = ItemsEvent::Crafted { recipe, avatar, item };
	let expected = events::Crafted { recipe, avatar, item };
	assert_eq!(read_event::<events::Crafted>(&crafted), expected);
	let opened = ItemsEvent::DrawOpened { draw, recipe, avatar };
	assert_eq!(read_event::<events::DrawOpened>(&opened).draw, draw);
	let amount = 15;
	let settled = ItemsEvent::DrawSettled { draw, avatar, kind, amount, item };
	let expected = events::DrawSettled { draw, avatar, kind, amount, item };
	assert_eq!(read_event::<events::DrawSettled>(&settled), expected);
}

#[test]
fn what_happened_on_the_market_reads_the_same() {
	let (order, auction, world) = (OrderId(1), AuctionId(2), WorldId(3));
	let (seller, buyer, lots, until) = (AvatarId(4), AvatarId(5), 6, 7);
	let (price, fee, royalty, asset) = (8, 9, 10, new_sword(11));
	let lot = || side(&[asset]);

	let (fixed, nobody) = (Price::fixed(price), None);
	let listed = MarketEvent::Listed {
		order,
		world,
		seller,
		lot: lot(),
		price: fixed,
		lots,
		buyer: nobody,
		until,
	};
	assert_eq!(read_event::<events::Listed>(&listed).order, order);
	let wanted = Wanted::Asset(asset);
	let offered = MarketEvent::Offered { order, world, bidder: buyer, price, wanted, lots, until };
	assert_eq!(read_event::<events::Offered>(&offered).order, order);
	let (maker, taker) = (seller, buyer);
	let (give, want) = (lot(), lot());
	let proposed = MarketEvent::BarterProposed { order, world, maker, taker, give, want, until };
	assert_eq!(read_event::<events::BarterProposed>(&proposed).order, order);
	let sold = MarketEvent::Sold { order, seller, buyer, lots, price, fee, royalty };
	let expected = events::Sold { order, seller, buyer, lots, price, fee, royalty };
	assert_eq!(read_event::<events::Sold>(&sold), expected);
	let bidder = buyer;
	let accepted = MarketEvent::OfferAccepted { order, bidder, seller, asset, price, fee, royalty };
	let expected = events::OfferAccepted { order, bidder, seller, asset, price, fee, royalty };
	assert_eq!(read_event::<events::OfferAccepted>(&accepted), expected);
	let bartered = MarketEvent::Bartered { order, maker, taker, fee, royalty };
	let expected = events::Bartered { order, maker, taker, fee, royalty };
	assert_eq!(read_event::<events::Bartered>(&bartered), expected);

	let (reserve, least_raise, ends, extension, latest) = (12, 13, 14, 15, 16);
	let opened = MarketEvent::AuctionOpened {
		auction,
		world,
		seller,
		lot: lot(),
		reserve,
		least_raise,
		ends,
		extension,
		latest,
	};
	assert_eq!(read_event::<events::AuctionOpened>(&opened).auction, auction);
	let amount = price;
	let placed = MarketEvent::BidPlaced { auction, bidder, amount, ends };
	let expected = events::BidPlaced { auction, bidder, amount, ends };
	assert_eq!(read_event::<events::BidPlaced>(&placed), expected);
	let winner = Some(buyer);
	let closed = MarketEvent::AuctionClosed { auction, winner, price, fee, royalty };
	let expected = events::AuctionClosed { auction, winner, price, fee, royalty };
	assert_eq!(read_event::<events::AuctionClosed>(&closed), expected);
	let reason = Refusal::DeductionTooHigh;
	let failed = MarketEvent::AuctionFailed { auction, reason };
	let expected = events::AuctionFailed { auction, reason };
	assert_eq!(read_event::<events::AuctionFailed>(&failed), expected);
}

#[test]
fn what_was_settled_reads_the_same() {
	let (world, seq, trades) = (WorldId(24), 25, 26);
	let refused = vec![(27, Refusal::Moved), (28, Refusal::Locked)];

	let settled = MarketEvent::BatchSettled { world, seq, trades, refused: refused.clone() };
	let expected = events::BatchSettled { world, seq, trades, refused };
	assert_eq!(read_event::<events::BatchSettled>(&settled), expected);
	let again = MarketEvent::AlreadySettled { world, seq };
	let expected = events::AlreadySettled { world, seq };
	assert_eq!(read_event::<events::AlreadySettled>(&again), expected);
}
