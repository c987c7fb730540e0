// SPDX-License-Identifier: Apache-2.0
//! The client does not depend on the pallets: it has mirrors of their records and events. Here
//! both sides meet. The fields of each sample differ, so that none can take another's place.

use codec::{Decode, DecodeAll, Encode};
use freehold_client::{events, records};
use freehold_primitives::{
	asset::{Holding, Lock},
	chain::Hash,
	fee::Fee,
	ids::{AvatarId, CollectionId, ItemId, KindId, WorldId},
	land::Zone,
	settlement::Refusal,
};
use freehold_runtime::Runtime;
use freehold_tests::{
	chain::{free, nonce, Chain},
	keyring::{BOB, CHARLIE},
	names::*,
	stage::{Stage, BOUNDS},
};
use pallet_items::{Form, Issuer};

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

#[test]
fn a_world_reads_the_same() {
	let fee = Some(Fee { to: AvatarId(5), rate: 6 });
	let mut stored = pallet_worlds::WorldDetails::new(BOB.account(), BOUNDS, fee);
	stored.settlers = 7;

	let expected = records::WorldDetails { owner: BOB.account(), bounds: BOUNDS, fee, settlers: 7 };
	assert_eq!(read::<records::WorldDetails>(&stored), expected);
}

#[test]
fn an_avatar_reads_the_same() {
	let mut stored = pallet_avatars::AvatarDetails::new(CHARLIE.account());
	stored.devices = 3;

	let expected = records::AvatarDetails { owner: CHARLIE.account(), devices: 3 };
	assert_eq!(read::<records::AvatarDetails>(&stored), expected);
}

#[test]
fn a_parcel_reads_the_same() {
	for zone in Zone::ALL {
		let stored = pallet_land::ParcelDetails { holding: HOLDING, zone };

		let expected = records::ParcelDetails { holding: HOLDING, zone };
		assert_eq!(read::<records::ParcelDetails>(&stored), expected);
	}
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
