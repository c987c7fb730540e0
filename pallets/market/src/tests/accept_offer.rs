// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, Error, Event, Wanted};
use frame_support::{assert_noop, assert_ok};
use freehold_primitives::{
	asset::{Asset, Holding, Lock, UniqueId},
	ids::{CollectionId, EstateId, OrderId, WorldId},
	land::{Area, Coordinates, ParcelId},
};
use sp_runtime::{DispatchError, DispatchResult};

/// Gives the sword for an offer, as the owner of Alice's.
fn give_the_sword(order: OrderId) -> DispatchResult {
	accept_offer(order, ALICE, SWORD.at_version(0))
}

/// An offer of Bob's, at 50 coins.
fn offer_for(wanted: Wanted) -> OrderId {
	Offer { wanted, ..Offer::default() }.rest()
}

/// The area around [`PARCEL`], so far to each side.
fn around(distance: i16) -> Wanted {
	let area = Area {
		min: Coordinates::new(2 - distance, -3 - distance),
		max: Coordinates::new(2 + distance, -3 + distance),
	};
	Wanted::ParcelIn { world: WORLD, area }
}

#[test]
fn works() {
	with_a_sword(|| {
		let order = Offer::default().rest();

		assert_ok!(give_the_sword(order));

		assert_eq!(holding(SWORD), Holding { owner: BOB, version: 1, lock: None });
		assert_eq!(Market::order(order), None);
		System::assert_last_event(
			Event::OfferAccepted {
				order,
				bidder: BOB,
				seller: ALICE,
				asset: SWORD.at_version(0),
				price: 50,
				fee: 5,
				royalty: 0,
			}
			.into(),
		);
	});
}

#[test]
fn pays_the_seller_of_what_was_set_aside() {
	with_a_sword(|| {
		let order = Offer { price: WEALTH, ..Offer::default() }.rest();

		assert_ok!(give_the_sword(order));

		assert_eq!(balance(ALICE), WEALTH + 900);
		assert_eq!(balance(TREASURY), WEALTH + 100);
		assert_eq!(balance(BOB), 0);
		assert_eq!(aside(), 0);
	});
}

#[test]
fn pays_the_makers_of_the_item() {
	with_a_sword(|| {
		set_royalty(BLADES, 500);
		let order = Offer { price: 199, ..Offer::default() }.rest();

		assert_ok!(give_the_sword(order));

		assert_eq!(accrued(BLADES), 9);
		assert_eq!(balance(ALICE), WEALTH + 171);
		System::assert_last_event(
			Event::OfferAccepted {
				order,
				bidder: BOB,
				seller: ALICE,
				asset: SWORD.at_version(0),
				price: 199,
				fee: 19,
				royalty: 9,
			}
			.into(),
		);
	});
}

#[test]
fn gives_the_deposit_back_to_the_bidder() {
	with_a_sword(|| {
		let order = Offer::default().rest();
		assert_ok!(give_the_sword(order));

		assert_eq!(held(BOB), 0);
		assert_eq!(money(BOB), WEALTH);
	});
}

#[test]
fn is_counted_for_the_bidder() {
	with_a_sword(|| {
		let order = Offer::default().rest();
		assert_ok!(give_the_sword(order));

		assert_eq!(consumers(BOB), 1);
		assert_eq!(consumers(ALICE), 1);
	});
}

#[test]
fn works_for_any_item_of_a_kind() {
	with_goods(|| {
		mint(DAGGER, CAROL);
		let order = offer_for(Wanted::OfKind(BLADES));

		assert_ok!(accept_offer(order, CAROL, DAGGER.at_version(0)));

		assert_eq!(holding(DAGGER).owner, BOB);
	});
}

#[test]
fn works_for_any_item_of_a_collection() {
	with_a_sword(|| {
		let order = offer_for(Wanted::InCollection(CollectionId(0)));

		assert_ok!(give_the_sword(order));

		assert_eq!(holding(SWORD).owner, BOB);
	});
}

#[test]
fn works_for_any_parcel_of_an_area() {
	with_goods(|| {
		for distance in [0, 5] {
			let order = Offer { bidder: ALICE, wanted: around(distance), ..Offer::default() };
			let order = order.rest();
			let seller = holding(PARCEL).owner;

			assert_ok!(accept_offer(order, seller, as_it_is(PARCEL)));

			assert_eq!(holding(PARCEL).owner, ALICE);
			give_away(PARCEL, CAROL);
		}
	});
}

#[test]
fn works_for_an_estate() {
	with_a_sword(|| {
		let order = offer_for(Wanted::Asset(ESTATE.at_version(0)));

		assert_ok!(accept_offer(order, ALICE, ESTATE.at_version(0)));

		assert_eq!(holding(ESTATE).owner, BOB);
	});
}

#[test]
fn works_for_units_lot_by_lot() {
	with_goods(|| {
		let order = Offer { wanted: Wanted::Asset(arrows(10)), lots: 3, ..Offer::default() };
		let order = order.rest();

		for left in [Some(2), Some(1), None] {
			assert_ok!(accept_offer(order, ALICE, arrows(10)));
			assert_eq!(Market::order(order).map(|it| it.lots), left);
		}

		assert_eq!(stack(ARROWS, ALICE), (70, 0));
		assert_eq!(stack(ARROWS, BOB), (130, 0));
		assert_eq!(balance(BOB), WEALTH - 150);
		assert_eq!(balance(ALICE), WEALTH + 135);
	});
}

#[test]
fn several_sellers_fill_an_offer() {
	with_goods(|| {
		mint(DAGGER, CAROL);
		let order = Offer { wanted: Wanted::OfKind(BLADES), lots: 2, ..Offer::default() }.rest();

		assert_ok!(give_the_sword(order));
		assert_eq!(held(BOB), ORDER_DEPOSIT);
		assert_eq!(aside(), 50);
		assert_ok!(accept_offer(order, CAROL, DAGGER.at_version(0)));

		assert_eq!([SWORD, DAGGER].map(|it| holding(it).owner), [BOB; 2]);
		assert_eq!(held(BOB), 0);
		assert_eq!([ALICE, CAROL].map(balance), [WEALTH + 45; 2]);
	});
}

#[test]
fn works_in_the_last_block() {
	with_a_sword(|| {
		let order = Offer::default().rest();
		go_to(UNTIL);

		assert_ok!(give_the_sword(order));
	});
}

#[test]
fn fails_after_the_last_block() {
	with_a_sword(|| {
		let order = Offer::default().rest();
		go_to(UNTIL + 1);

		assert_noop!(give_the_sword(order), Error::<Test>::Expired);
	});
}

#[test]
fn a_suspended_world_keeps_its_fee() {
	with_a_sword(|| {
		let order = Offer::default().rest();
		TheWorld::suspend();

		assert_ok!(give_the_sword(order));

		assert_eq!(balance(TREASURY), WEALTH + 5);
	});
}

#[test]
fn a_closed_world_keeps_nothing() {
	with_a_sword(|| {
		let order = Offer::default().rest();
		TheWorld::close();

		assert_ok!(give_the_sword(order));

		assert_eq!(balance(ALICE), WEALTH + 50);
	});
}

#[test]
fn fails_for_what_is_not_wanted() {
	with_goods(|| {
		mint(DAGGER, ALICE);
		let other_place = UniqueId::Parcel(ParcelId { world: WORLD, at: Coordinates::new(9, 9) });
		let other_world =
			UniqueId::Parcel(ParcelId { world: WorldId(8), at: Coordinates::new(2, -3) });
		mint(other_place, ALICE);
		mint(other_world, ALICE);
		mint_units(POTIONS, ALICE, 10);
		let potions = Asset::Units { kind: POTIONS, amount: 10 };
		for (wanted, others) in [
			(
				Wanted::Asset(SWORD.at_version(0)),
				vec![DAGGER.at_version(0), SWORD.at_version(1), arrows(1), Asset::Coins(1)],
			),
			(Wanted::Asset(arrows(10)), vec![arrows(9), arrows(11), potions]),
			(
				Wanted::OfKind(BLADES),
				vec![ESTATE.at_version(0), arrows(1), Asset::Coins(1), as_it_is(other_place)],
			),
			(Wanted::OfKind(SHIELDS), vec![SWORD.at_version(0)]),
			(
				Wanted::InCollection(CollectionId(1)),
				vec![SWORD.at_version(0), potions, ESTATE.at_version(0)],
			),
			(around(1), vec![as_it_is(other_place), as_it_is(other_world), ESTATE.at_version(0)]),
		] {
			let order = offer_for(wanted);
			for asset in others {
				assert_noop!(accept_offer(order, ALICE, asset), Error::<Test>::NotWanted);
			}
		}
	});
}

#[test]
fn fails_for_a_parcel_of_the_area_while_it_is_let() {
	with_goods(|| {
		let order = offer_for(around(1));
		Ground::let_out(PARCEL);

		assert_noop!(accept_offer(order, CAROL, as_it_is(PARCEL)), Error::<Test>::NotWanted);

		Ground::end_lease(PARCEL);
		assert_ok!(accept_offer(order, CAROL, as_it_is(PARCEL)));
	});
}

#[test]
fn fails_for_an_unknown_item() {
	with_a_sword(|| {
		for (wanted, reason) in [
			// What does not exist is of no kind.
			(Wanted::OfKind(BLADES), Error::<Test>::NotWanted),
			(Wanted::InCollection(CollectionId(0)), Error::<Test>::UnknownAsset),
		] {
			let order = offer_for(wanted);

			assert_noop!(accept_offer(order, ALICE, DAGGER.at_version(0)), reason);
		}
	});
}

#[test]
fn fails_for_another_version() {
	with_a_sword(|| {
		let order = offer_for(Wanted::OfKind(BLADES));

		assert_noop!(accept_offer(order, ALICE, SWORD.at_version(1)), Error::<Test>::Moved);
	});
}

#[test]
fn fails_for_anothers_asset() {
	with_a_sword(|| {
		let order = Offer::default().rest();

		assert_noop!(accept_offer(order, CAROL, SWORD.at_version(0)), Error::<Test>::NotHolder);
	});
}

#[test]
fn fails_for_a_locked_asset() {
	with_a_sword(|| {
		let order = Offer::default().rest();
		for reason in [Lock::PublicLand, Lock::Estate(EstateId(0)), Lock::Worn { slot: 3 }] {
			lock(SWORD, reason);

			assert_noop!(give_the_sword(order), Error::<Test>::Locked);
		}
	});
}

#[test]
fn fails_for_a_listed_asset() {
	with_a_sword(|| {
		let order = Offer::default().rest();
		Listing::default().rest();

		assert_noop!(give_the_sword(order), Error::<Test>::Locked);
	});
}

#[test]
fn fails_with_too_few_units() {
	with_goods(|| {
		let order = offer_for(Wanted::Asset(arrows(30)));
		Listing { lot: vec![arrows(71)], ..Listing::default() }.rest();

		assert_noop!(accept_offer(order, ALICE, arrows(30)), Error::<Test>::TooFewUnits);
	});
}

#[test]
fn fails_when_more_is_kept_than_the_seller_agrees_to() {
	with_a_sword(|| {
		TheWorld::keep(300);
		set_royalty(BLADES, 200);
		let order = Offer::default().rest();
		let accept =
			|limit| Market::accept_offer(signed(ALICE), order, ALICE, SWORD.at_version(0), limit);

		assert_noop!(accept(499), Error::<Test>::DeductionTooHigh);
		assert_ok!(accept(500));
	});
}

#[test]
fn fails_for_what_is_soulbound() {
	with_a_sword(|| {
		let order = Offer::default().rest();
		bind(BLADES);

		assert_noop!(give_the_sword(order), Error::<Test>::Soulbound);
	});
}

#[test]
fn fails_for_what_is_traded_elsewhere() {
	with_a_sword(|| {
		let order = Offer::default().rest();
		set_home(BLADES, WorldId(8));

		assert_noop!(give_the_sword(order), Error::<Test>::NotTradableHere);
	});
}

/// The coins are the avatar's, so nothing leaves it.
#[test]
fn fails_while_the_bidder_is_offered() {
	with_a_sword(|| {
		let order = Offer::default().rest();
		Players::offer(BOB);

		assert_noop!(give_the_sword(order), Error::<Test>::AvatarOffered);
		Players::withdraw_offer(BOB);
		assert_ok!(give_the_sword(order));
	});
}

#[test]
fn fails_while_the_seller_is_offered() {
	with_a_sword(|| {
		let order = Offer::default().rest();
		Players::offer(ALICE);

		assert_noop!(give_the_sword(order), DispatchError::Other("offered"));
	});
}

#[test]
fn fails_once_the_bidders_avatar_is_sold() {
	with_a_sword(|| {
		let order = Offer::default().rest();
		Players::sell(BOB, owner(CAROL));

		assert_noop!(give_the_sword(order), Error::<Test>::OrderVoid);
		Players::sell(BOB, owner(BOB));
		assert_noop!(give_the_sword(order), Error::<Test>::OrderVoid);
	});
}

#[test]
fn fails_for_the_bidder() {
	with_a_sword(|| {
		let order = Offer { bidder: ALICE, ..Offer::default() }.rest();

		assert_noop!(give_the_sword(order), Error::<Test>::SelfTrade);
	});
}

#[test]
fn fails_for_another_accounts_avatar() {
	with_a_sword(|| {
		let order = Offer::default().rest();

		assert_noop!(
			Market::accept_offer(signed(CAROL), order, ALICE, SWORD.at_version(0), ALL),
			DispatchError::Other("not yours")
		);
	});
}

#[test]
fn fails_when_there_is_no_order() {
	with_a_sword(|| {
		assert_noop!(give_the_sword(OrderId(0)), Error::<Test>::UnknownOrder);
	});
}

#[test]
fn fails_when_it_was_accepted() {
	with_a_sword(|| {
		let order = Offer::default().rest();
		assert_ok!(give_the_sword(order));

		assert_noop!(give_the_sword(order), Error::<Test>::UnknownOrder);
	});
}

#[test]
fn fails_for_a_listing_and_for_a_barter() {
	with_goods(|| {
		let listing = Listing { lot: vec![arrows(1)], ..Listing::default() }.rest();
		let barter = Barter { give: vec![arrows(1)], ..Barter::default() }.rest();

		for order in [listing, barter] {
			assert_noop!(accept_offer(order, BOB, arrows(10)), Error::<Test>::NotOffer);
		}
	});
}

#[test]
fn fails_without_an_account() {
	with_a_sword(|| {
		let order = Offer::default().rest();

		assert_noop!(
			Market::accept_offer(RuntimeOrigin::root(), order, ALICE, SWORD.at_version(0), ALL),
			DispatchError::BadOrigin
		);
	});
}
