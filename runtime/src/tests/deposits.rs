// SPDX-License-Identifier: Apache-2.0

//! The deposits of the virtual world against the types that they pay for.

use crate::{
	configs::virtual_world::*,
	constants::{deposit, EXISTENTIAL_DEPOSIT, UNIT},
	Balance, Runtime,
};
use frame_support::traits::{Get, StorageInfoTrait};

/// The longest record of a map: what names the map, a key and a value.
fn longest<Map: StorageInfoTrait>() -> u32 {
	let info = Map::storage_info();
	32 + info[0].max_size.expect("every value of ours has a longest form")
}

#[track_caller]
fn assert_pays<const N: usize>(held: Balance, records: [u32; N]) {
	assert_eq!(held, deposit(N as u32, records.iter().sum()));
}

#[test]
fn worlds_pay_for_the_longest_records() {
	use pallet_worlds::{Settlers, WorldMetadata, Worlds};

	assert_pays(SettlerDeposit::get(), [longest::<Settlers<Runtime>>()]);
	let records = [longest::<Worlds<Runtime>>(), longest::<WorldMetadata<Runtime>>()];
	assert!(WorldBond::get() > deposit(2, records.iter().sum()) + UNIT);
}

#[test]
fn avatars_pay_for_the_longest_records() {
	use pallet_avatars::{
		Avatars, BadgeCounts, Badges, DeviceLabels, Devices, Fills, HandleOf, Handles, Offers,
		Profiles, Purses,
	};

	assert_pays(
		AvatarDeposit::get(),
		[longest::<Avatars<Runtime>>(), longest::<Purses<Runtime>>(), longest::<Fills<Runtime>>()],
	);
	assert_pays(
		DeviceDeposit::get(),
		[
			longest::<Devices<Runtime>>(),
			longest::<DeviceLabels<Runtime>>(),
			longest::<Fills<Runtime>>(),
		],
	);
	assert_pays(
		HandleDeposit::get(),
		[longest::<Handles<Runtime>>(), longest::<HandleOf<Runtime>>()],
	);
	assert_pays(ProfileDeposit::get(), [longest::<Profiles<Runtime>>()]);
	assert_pays(
		BadgeDeposit::get(),
		[longest::<Badges<Runtime>>(), longest::<BadgeCounts<Runtime>>()],
	);
	assert_pays(OfferDeposit::get(), [longest::<Offers<Runtime>>()]);
}

#[test]
fn land_pays_for_the_longest_records() {
	use pallet_land::{Contents, Estates, Grounds, LeaseOffers, Leases, Parcels, Sales, Standings};
	type MaxEstateParcels = <Runtime as pallet_land::Config>::MaxEstateParcels;
	const PLACE: u32 = 4;

	let places = PLACE * <MaxEstateParcels as Get<u32>>::get();
	assert_pays(ParcelDeposit::get(), [longest::<Parcels<Runtime>>() + PLACE]);
	assert_pays(
		EstateDeposit::get(),
		[longest::<Estates<Runtime>>(), longest::<Grounds<Runtime>>() - places],
	);
	assert_pays(SaleDeposit::get(), [longest::<Sales<Runtime>>()]);
	assert_pays(ContentDeposit::get(), [longest::<Contents<Runtime>>()]);
	assert_pays(StandingDeposit::get(), [longest::<Standings<Runtime>>()]);
	assert_pays(LeaseOfferDeposit::get(), [longest::<LeaseOffers<Runtime>>()]);
	assert_pays(LeaseDeposit::get(), [longest::<Leases<Runtime>>()]);
}

#[test]
fn items_pay_for_the_longest_records() {
	use pallet_items::{
		Accrued, AttributeKeys, Attributes, Collections, Draws, Items, Kinds, Metadata, Recipes,
		Royalties,
	};

	assert_pays(CollectionDeposit::get(), [longest::<Collections<Runtime>>()]);
	assert_pays(MetadataDeposit::get(), [longest::<Metadata<Runtime>>()]);
	assert_pays(
		KindDeposit::get(),
		[
			longest::<Kinds<Runtime>>(),
			longest::<Royalties<Runtime>>(),
			longest::<Accrued<Runtime>>(),
		],
	);
	assert_pays(ItemDeposit::get(), [longest::<Items<Runtime>>()]);
	assert_pays(AttributeKeyDeposit::get(), [longest::<AttributeKeys<Runtime>>()]);
	assert_pays(AttributeDeposit::get(), [longest::<Attributes<Runtime>>()]);
	assert_pays(RecipeDeposit::get(), [longest::<Recipes<Runtime>>()]);
	assert_pays(DrawDeposit::get(), [longest::<Draws<Runtime>>()]);
}

#[test]
fn orders_and_auctions_pay_for_the_longest_records() {
	use pallet_market::{Auctions, Book};

	assert_pays(OrderDeposit::get(), [longest::<Book<Runtime>>()]);
	assert_pays(AuctionDeposit::get(), [longest::<Auctions<Runtime>>()]);
}

/// So that whoever was drawn an item has its deposit, and an account left.
#[test]
fn the_deposit_of_a_draw_pays_for_an_item() {
	assert!(DrawDeposit::get() >= ItemDeposit::get() + EXISTENTIAL_DEPOSIT);
}

#[test]
fn whoever_sweeps_gets_no_more_than_the_deposit() {
	for deposit in
		[OrderDeposit::get(), AuctionDeposit::get(), LeaseDeposit::get(), HandleDeposit::get()]
	{
		assert!(SweepReward::get() <= deposit);
	}
}
