// SPDX-License-Identifier: Apache-2.0
//! The client does not depend on the pallets: it has mirrors of their records and events. Here
//! both sides meet. The fields of each sample differ, so that none can take another's place.

use codec::{Decode, DecodeAll, Encode};
use freehold_client::{events, records};
use freehold_primitives::{
	asset::{Holding, Lock},
	chain::Hash,
	fee::{Announcement, Fee, FeeSchedule},
	ids::{AvatarId, CollectionId, EstateId, ItemId, KindId, LeaseId, WorldId},
	land::Zone,
	settlement::Refusal,
};
use freehold_runtime::Runtime;
use freehold_tests::{
	chain::{free, nonce, Chain},
	keyring::{BOB, CHARLIE},
	land::pointer,
	names::*,
	stage::{Stage, BOUNDS},
};
use pallet_items::{Form, Issuer};
use pallet_land::{
	Access, ContentDetails, EstateDetails, Lease, LeaseOffer, LeaseTerms, ParcelDetails,
	Permission, Right, Rights, SaleDetails, Standing, Tenure, Title,
};
use pallet_worlds::SettlerDetails;

const HOLDING: Holding = Holding { owner: AvatarId(1), version: 2, lock: Some(Lock::PublicLand) };
const ISSUERS: [(Issuer, records::Issuer); 2] = [
	(Issuer::World(WorldId(3)), records::Issuer::World(WorldId(3))),
	(Issuer::Avatar(AvatarId(4)), records::Issuer::Avatar(AvatarId(4))),
];
const FORMS: [(Form, records::Form); 2] =
	[(Form::Unique, records::Form::Unique), (Form::Stackable, records::Form::Stackable)];

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
		(stored.kinds, stored.items) = (8, 9);

		let expected =
			records::CollectionDetails { issuer: mirror, payer: BOB.account(), kinds: 8, items: 9 };
		assert_eq!(read::<records::CollectionDetails>(&stored), expected);
	}
}

#[test]
fn a_kind_reads_the_same() {
	for (form, mirror) in FORMS {
		let mut stored = pallet_items::KindDetails::new(form, Some(10));
		stored.supply = 11;

		let expected = records::KindDetails { form: mirror, max_supply: Some(10), supply: 11 };
		assert_eq!(read::<records::KindDetails>(&stored), expected);
	}
}

#[test]
fn an_item_reads_the_same() {
	let stored = pallet_items::ItemDetails { holding: HOLDING, kind: 12 };

	let expected = records::ItemDetails { holding: HOLDING, kind: 12 };
	assert_eq!(read::<records::ItemDetails>(&stored), expected);
}

#[test]
fn a_listing_reads_the_same() {
	let (world, seller, price) = (WorldId(13), AvatarId(14), 15);
	let payer = CHARLIE.account();
	let stored = pallet_market::ListingDetails { world, seller, payer: payer.clone(), price };

	let expected = records::ListingDetails { world, seller, payer, price };
	assert_eq!(read::<records::ListingDetails>(&stored), expected);
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
	let created = ItemsEvent::KindCreated { kind, form: Form::Unique, max_supply: None };
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
