// SPDX-License-Identifier: Apache-2.0
//! An operator opens a world, and players come to it: by transactions, in blocks.

use frame_support::assert_ok;
use freehold_primitives::{
	asset::{Lock, UniqueId},
	device::{DeviceKey, Limits},
	fee::Fee,
	ids::AvatarId,
	land::Zone,
};
use freehold_runtime::{constants::UNIT, Avatars, Balances, Land, Worlds};
use freehold_tests::{
	chain::{free, held, nonce, Chain},
	keyring::{Hand, Key, ALICE, BOB, CHARLIE},
	land::plot,
	names::*,
	stage::*,
};
use pallet_worlds::WorldDetails;
use sp_runtime::transaction_validity::InvalidTransaction;

const FEE: Fee = Fee { to: TREASURY, rate: RATE };

#[test]
fn an_operator_registers_a_world_and_gives_out_land() {
	Chain::run(|chain| {
		assert_ok!(chain.submit(BOB, AvatarsCall::create {}));
		chain.saw(AvatarsEvent::AvatarCreated { avatar: TREASURY, owner: BOB.account() });
		assert_ok!(chain.submit(BOB, WorldsCall::register { bounds: BOUNDS, fee: Some(FEE) }));
		chain.saw(WorldsEvent::WorldRegistered {
			world: WORLD,
			owner: BOB.account(),
			bounds: BOUNDS,
			fee: Some(FEE),
		});
		chain.next_block();

		let places = [(parcel(0, 0).at, Zone::Residential), (parcel(0, 1).at, Zone::Plaza)];
		let parcels = places.to_vec().try_into().expect("two fit in a call");
		assert_ok!(chain.submit(BOB, LandCall::issue { world: WORLD, to: TREASURY, parcels }));
		chain.saw(LandEvent::ParcelsIssued { world: WORLD, to: TREASURY, count: 2 });
		chain.next_block();

		let consumers = 1;
		let details =
			WorldDetails { consumers, ..WorldDetails::new(BOB.account(), BOUNDS, Some(FEE)) };
		assert_eq!(Worlds::world(WORLD), Some(details));
		let zone = |x, y| Land::parcel(parcel(x, y)).map(|parcel| parcel.zone);
		let lock = |x, y| holding(UniqueId::Parcel(parcel(x, y))).lock;
		assert_eq!((zone(0, 0), lock(0, 0)), (Some(Zone::Residential), None));
		assert_eq!((zone(0, 1), lock(0, 1)), (Some(Zone::Plaza), Some(Lock::PublicLand)));
		assert_eq!(zone(1, 0), None);
		assert_eq!(Land::owner_of(plot(0, 1)), Some(TREASURY));
	});
}

#[test]
fn a_player_comes_with_a_device_and_coins() {
	Chain::run(|chain| {
		let key = Key::of_device(CHARLIES, SLOT).public();
		let (avatar, slot, valid_until, world) = (CHARLIES, SLOT, LATER, Some(WORLD));
		let limits = Some(Limits { coins: UNIT, units: 2, items: 3, land: 4, estates: 5 });
		assert_eq!(
			chain.block([
				(BOB, AvatarsCall::create {}.into()),
				(CHARLIE, AvatarsCall::create {}.into()),
			]),
			[Ok(()), Ok(())]
		);
		let add_device = add_device(&Hand::of_device(avatar, slot), valid_until, world, limits);
		assert_ok!(chain.submit(CHARLIE, add_device));
		chain.saw(AvatarsEvent::DeviceAdded { avatar, slot, key, valid_until, world, limits });
		chain.next_block();
		assert_ok!(chain.submit(CHARLIE, AvatarsCall::deposit { avatar, amount: 50 * UNIT }));
		chain.saw(AvatarsEvent::Deposited { avatar, from: CHARLIE.account(), amount: 50 * UNIT });
		assert_ok!(chain.submit(CHARLIE, AvatarsCall::withdraw { avatar, amount: 20 * UNIT }));
		chain.saw(AvatarsEvent::Withdrawn { avatar, to: CHARLIE.account(), amount: 20 * UNIT });
		chain.next_block();

		assert_eq!(purse(CHARLIES), 30 * UNIT);
		let device = DeviceKey { key, valid_until, world, limits };
		assert_eq!(Avatars::devices(CHARLIES), [(SLOT, device)]);
		assert_eq!(purse(TREASURY), 0);
	});
}

#[test]
fn a_transaction_pays_its_fee_to_the_author_and_is_counted() {
	Chain::run(|chain| {
		chain.must(BOB, AvatarsCall::create {});
		let before = (free(BOB), free(ALICE), Balances::total_issuance());

		let deposit = AvatarsCall::deposit { avatar: TREASURY, amount: 5 * UNIT };
		assert_ok!(chain.submit(BOB, deposit));
		chain.next_block();

		let fee = before.0 - 5 * UNIT - free(BOB);
		assert!((1..UNIT / 10).contains(&fee), "a deposit cost {fee}");
		assert_eq!(free(ALICE), before.1 + fee);
		assert_eq!(Balances::total_issuance(), before.2);
		assert_eq!(nonce(BOB), 1);
	});
}

#[test]
fn a_transaction_that_fails_pays_its_fee_and_changes_nothing_else() {
	Chain::run(|chain| {
		let before = free(CHARLIE);
		let fee = Some(Fee { to: NOBODY, rate: RATE });
		let outcome = chain.submit(CHARLIE, WorldsCall::register { bounds: BOUNDS, fee });
		chain.next_block();

		assert_eq!(outcome, Err(AvatarsError::UnknownAvatar.into()));
		assert!((1..UNIT / 10).contains(&(before - free(CHARLIE))));
		assert_eq!(held(CHARLIE, pallet_worlds::HoldReason::WorldBond), 0);
		assert_eq!(Worlds::world(WORLD), None);
		assert_eq!(nonce(CHARLIE), 1);
	});
}

#[test]
fn a_transaction_is_not_included_twice() {
	Chain::run(|chain| {
		let create = AvatarsCall::create {};
		assert_eq!(chain.submit_numbered(BOB, 0, create.clone()), Ok(Ok(())));

		let again = chain.submit_numbered(BOB, 0, create);

		assert_eq!(again, Err(InvalidTransaction::Stale.into()));
		assert!(Avatars::avatar(AvatarId(0)).is_some());
		assert_eq!(Avatars::avatar(AvatarId(1)), None);
	});
}
