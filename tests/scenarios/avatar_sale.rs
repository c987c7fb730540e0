// SPDX-License-Identifier: Apache-2.0
//! An avatar is sold with all that it owns, and nothing leaves it between the look and the deal.

use freehold_primitives::{
	asset::UniqueId,
	chain::{Balance, BlockNumber},
	ids::AvatarId,
	land::Site,
	order::Trade,
	settlement::Refusal,
};
use freehold_runtime::{
	configs::virtual_world::{
		AvatarDeposit, DeviceDeposit, HandleDeposit, OfferDeposit, ProfileDeposit,
	},
	constants::{SWEEP_REWARD, UNIT},
	Avatars, Land, RuntimeCall,
};
use freehold_tests::{
	chain::{free, held, Chain},
	keyring::{Hand, Player, BOB, CHARLIE, DAVE, EVE, FERDIE},
	land::{accept as accept_lease, found, issue, may, plot, pointer, ESTATE, TERMS},
	market::{buy, cancel, list, sweep, ORDER},
	names::*,
	stage::*,
};
use pallet_avatars::{handle::Handle, Fact, HoldReason as ForAvatars, Validity};

const PRICE: Balance = 500 * UNIT;
const PLOTS: [(i16, i16); 3] = [(4, 0), (5, 0), (5, 1)];

fn offer(price: Balance, to: Option<Player>) -> AvatarsCall {
	AvatarsCall::offer { avatar: CHARLIES, price, to: to.map(Player::account) }
}

fn accept(offered_at: BlockNumber, max_price: Balance) -> AvatarsCall {
	AvatarsCall::accept_offer { avatar: CHARLIES, offered_at, max_price }
}

fn owner(avatar: AvatarId) -> Option<Player> {
	let owner = Avatars::avatar(avatar)?.owner;
	[BOB, CHARLIE, DAVE, EVE, FERDIE].into_iter().find(|who| who.account() == owner)
}

/// What is held of an account for avatars.
fn deposits(who: Player) -> [Balance; 5] {
	use ForAvatars::{Avatar, Device, Handle, Offer, Profile};
	[Avatar, Device, Handle, Profile, Offer].map(|reason| held(who, reason))
}

/// Charlie's avatar has a name, a profile, a badge, an estate, and what it has on the stage.
fn with_riches(story: impl FnOnce(&Chain, &Stage)) {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let avatar = CHARLIES;
		let handle = Handle::truncate_from(b"charlie".to_vec());
		chain.must(CHARLIE, AvatarsCall::claim_handle { avatar, handle });
		let profile = Some(pointer("ipfs:charlie"));
		chain.must(CHARLIE, AvatarsCall::set_profile { avatar, pointer: profile });
		let (world, tenure, badge, valid_until) = (WORLD, 0, 7, None);
		let fact = Fact::truncate_from(b"citizen".to_vec());
		let attest = AvatarsCall::attest { world, avatar, tenure, badge, fact, valid_until };
		chain.must(FERDIE, attest);
		chain.must(BOB, issue(CHARLIES, &PLOTS));
		chain.must(CHARLIE, found(CHARLIES, &PLOTS));
		chain.next_block();
		story(chain, &stage);
	});
}

#[test]
fn an_avatar_is_sold_with_all_that_it_owns() {
	with_riches(|chain, _| {
		chain.must(CHARLIE, offer(PRICE, None));
		let offered_at = chain.now();
		chain.next_block();
		let before = [CHARLIE, DAVE].map(free);
		let daves = deposits(DAVE);

		chain.must(DAVE, accept(offered_at, PRICE));

		let (from, to) = (CHARLIE.account(), DAVE.account());
		chain.saw(AvatarsEvent::AvatarTransferred { avatar: CHARLIES, from, to, price: PRICE });
		assert_eq!(owner(CHARLIES), Some(DAVE));
		assert_eq!(purse(CHARLIES), COINS);
		assert_eq!(
			[0, 1].map(|serial| holding(UniqueId::Item(sword(serial))).owner),
			[CHARLIES; 2]
		);
		assert_eq!(units(ARROWS, CHARLIES), ARROWS_AT_FIRST);
		assert_eq!(Land::owner_of(plot(0, 0)), Some(CHARLIES));
		assert_eq!(Land::owner_of(Site::Estate(ESTATE)), Some(CHARLIES));
		assert_eq!(may(CHARLIES, 5, 1), [true; 4]);
		let handle = Handle::truncate_from(b"Charlie".to_vec());
		assert_eq!(Avatars::avatar_by_handle(handle), Some(CHARLIES));

		// All of it is Dave's to use, and none of it Charlie's.
		let (avatar, amount) = (CHARLIES, COINS);
		let withdraw = AvatarsCall::withdraw { avatar, amount };
		chain.refuses(CHARLIE, withdraw.clone(), AvatarsError::NotOwner);
		chain.must(DAVE, withdraw);
		chain.must(DAVE, LandCall::transfer_estate { estate: ESTATE, to: DAVES });
		chain.must(DAVE, ItemsCall::transfer_item { item: sword(0), to: DAVES });

		// What hangs on the avatar is paid for by its owner; the devices are gone.
		let moved = [AvatarDeposit::get(), HandleDeposit::get(), ProfileDeposit::get()];
		let sum: Balance = moved.iter().sum();
		let back = sum + DeviceDeposit::get() + OfferDeposit::get();
		assert_eq!(deposits(CHARLIE), [0; 5]);
		let [avatars, devices, handles, profiles, offers] = daves;
		let now = [avatars + moved[0], devices, handles + moved[1], profiles + moved[2], offers];
		assert_eq!(deposits(DAVE), now);
		assert_eq!(free(CHARLIE), before[0] + back + PRICE);
		assert_eq!(free(DAVE), before[1] - sum - PRICE + COINS);
	});
}

#[test]
fn the_keys_of_a_former_owner_are_dead() {
	with_riches(|chain, stage| {
		let wallet = Hand::new(CHARLIES, 0, CHARLIE.wallet());
		let sale = |hand: &Hand| -> Trade {
			stage.bargain(chain, (hand, new_sword(0)), (&stage.eve, coins(1))).sign()
		};
		let (by_device, by_wallet) = (sale(&stage.charlie), sale(&wallet));
		chain.must(CHARLIE, offer(PRICE, None));
		chain.must(DAVE, accept(chain.now(), PRICE));

		assert!(Avatars::devices(CHARLIES).is_empty());
		assert_eq!(Avatars::device_label(CHARLIES, SLOT), None);
		stage.refuses(chain, by_device, Refusal::UnknownKey);
		stage.refuses(chain, by_wallet, Refusal::BadOrderSignature);

		// The new owner begins above every number that was good under the old one.
		let wallet = Hand::new(CHARLIES, 0, DAVE.wallet());
		let bargain = || stage.bargain(chain, (&wallet, new_sword(0)), (&stage.eve, coins(1)));
		stage.refuses(chain, bargain().sign(), Refusal::NumberVoid);
		let mut by_buyer = bargain();
		by_buyer.order.number = Avatars::purse(CHARLIES).expect("it is Dave's").lanes[0].next;
		assert_eq!(stage.settle(chain, [by_buyer.sign()]), []);
	});
}

#[test]
fn the_badges_of_a_former_owner_say_so() {
	with_riches(|chain, _| {
		let validity = || Avatars::badges(CHARLIES, None, 10).first().map(|it| it.validity);
		assert_eq!(validity(), Some(Validity::InForce));

		chain.must(CHARLIE, offer(PRICE, None));
		chain.must(DAVE, accept(chain.now(), PRICE));

		assert_eq!(validity(), Some(Validity::OfFormerOwner));
		// The world may say it of the new owner, too.
		let (world, avatar, badge, valid_until) = (WORLD, CHARLIES, 7, Some(chain.now()));
		let attest = |tenure| {
			let fact = Fact::truncate_from(b"citizen".to_vec());
			AvatarsCall::attest { world, avatar, tenure, badge, fact, valid_until }
		};
		chain.refuses(FERDIE, attest(0), AvatarsError::OwnerChanged);
		chain.must(FERDIE, attest(1));
		assert_eq!(validity(), Some(Validity::InForce));
		chain.next_block();
		assert_eq!(validity(), Some(Validity::Expired));
	});
}

#[test]
fn nothing_leaves_an_avatar_while_it_is_offered() {
	with_riches(|chain, stage| {
		let (avatar, from, to, amount) = (CHARLIES, CHARLIES, DAVES, 1);
		let listed = UniqueId::Item(sword(1));
		chain.must(CHARLIE, list(CHARLIES, listed, 1));
		chain.must(CHARLIE, LandCall::offer_lease { site: plot(0, 0), terms: TERMS });
		let signed = stage.sale(chain).sign();
		chain.must(CHARLIE, offer(PRICE, None));

		let attempts: [RuntimeCall; 11] = [
			AvatarsCall::withdraw { avatar, amount }.into(),
			AvatarsCall::pay { from, to, amount }.into(),
			AvatarsCall::release_handle { avatar }.into(),
			AvatarsCall::set_profile { avatar, pointer: None }.into(),
			AvatarsCall::retire { avatar }.into(),
			offer(1, None).into(),
			ItemsCall::transfer_item { item: sword(0), to }.into(),
			ItemsCall::transfer_units { kind: ARROWS, from, to, amount: 1 }.into(),
			LandCall::transfer { parcel: parcel(0, 0), to }.into(),
			LandCall::dissolve_estate { estate: ESTATE }.into(),
			list(CHARLIES, SWORD, 1).into(),
		];
		for attempt in attempts {
			chain.refuses(CHARLIE, attempt, AvatarsError::Offered);
		}
		chain.refuses(DAVE, buy(ORDER, DAVES, 1), MarketError::AvatarOffered);
		stage.refuses(chain, signed, Refusal::Frozen);
		chain.refuses(EVE, accept_lease(plot(0, 0), EVES, 2), AvatarsError::Offered);

		// Nor does it pay for anything; but what comes to it, it keeps.
		let purchase =
			stage.bargain(chain, (&stage.dave, new_sword(2)), (&stage.charlie, coins(1)));
		stage.refuses(chain, purchase.sign(), Refusal::Frozen);
		chain.must(EVE, AvatarsCall::deposit { avatar, amount });
		chain.must(CHARLIE, AvatarsCall::withdraw_offer { avatar });
		chain.must(CHARLIE, AvatarsCall::withdraw { avatar, amount });
		assert_eq!(held(CHARLIE, ForAvatars::Offer), 0);
	});
}

#[test]
fn who_accepts_an_offer_gets_what_they_looked_at_or_nothing() {
	with_riches(|chain, _| {
		chain.must(CHARLIE, offer(PRICE, None));
		let seen = chain.now();
		chain.next_block();

		// Emptied, and offered again for the same price.
		let avatar = CHARLIES;
		chain.must(CHARLIE, AvatarsCall::withdraw_offer { avatar });
		chain.refuses(DAVE, accept(seen, PRICE), AvatarsError::NotOffered);
		chain.must(CHARLIE, AvatarsCall::withdraw { avatar, amount: COINS });
		chain.must(CHARLIE, offer(PRICE, None));

		chain.refuses(DAVE, accept(seen, PRICE), AvatarsError::OfferChanged);
		chain.refuses(DAVE, accept(chain.now(), PRICE - 1), AvatarsError::PriceTooHigh);
		chain.refuses(CHARLIE, accept(chain.now(), PRICE), AvatarsError::OwnAvatar);
		chain.must(DAVE, accept(chain.now(), PRICE));
		assert_eq!(owner(CHARLIES), Some(DAVE));
		chain.refuses(EVE, accept(chain.now(), PRICE), AvatarsError::NotOffered);
	});
}

#[test]
fn an_avatar_is_handed_over_for_nothing_to_one_account_in_two_steps() {
	with_riches(|chain, _| {
		chain.refuses(CHARLIE, offer(0, None), AvatarsError::ZeroPrice);
		chain.refuses(CHARLIE, offer(0, Some(CHARLIE)), AvatarsError::OwnAvatar);
		chain.must(CHARLIE, offer(0, Some(EVE)));

		chain.refuses(DAVE, accept(chain.now(), PRICE), AvatarsError::OfferedToAnother);
		assert_eq!(owner(CHARLIES), Some(CHARLIE));
		chain.must(EVE, accept(chain.now(), 0));

		assert_eq!(owner(CHARLIES), Some(EVE));
	});
}

#[test]
fn neither_a_listing_nor_an_offer_to_let_nor_a_right_outlives_the_sale() {
	with_riches(|chain, _| {
		let (asset, site) = (UniqueId::Item(sword(1)), plot(0, 0));
		chain.must(CHARLIE, list(CHARLIES, asset, 1));
		chain.must(CHARLIE, LandCall::offer_lease { site, terms: TERMS });
		let (by, to, rights, until) = (CHARLIES, EVES, pallet_land::Rights::BUILD, u32::MAX);
		chain.must(CHARLIE, LandCall::grant { site, by, to, rights, until });
		assert!(may(EVES, 0, 0)[1]);
		chain.must(CHARLIE, offer(PRICE, None));
		chain.must(DAVE, accept(chain.now(), PRICE));

		chain.refuses(EVE, buy(ORDER, EVES, 1), MarketError::OrderVoid);
		chain.refuses(EVE, accept_lease(site, EVES, 2), LandError::OfferVoid);
		assert!(!may(EVES, 0, 0)[1]);

		// Anyone clears what is void, and who paid for it has the deposit back; but for a part of
		// it, for what the market keeps locked.
		let before = free(FERDIE);
		chain.refuses(CHARLIE, cancel(ORDER), MarketError::NotOwner);
		chain.must(FERDIE, sweep(ORDER));
		assert_eq!(free(FERDIE), before + SWEEP_REWARD);
		chain.must(FERDIE, LandCall::withdraw_lease_offer { site });
		chain.must(FERDIE, LandCall::remove_standing { site, avatar: EVES, by: None });
		assert_eq!(held(CHARLIE, pallet_market::HoldReason::Order), 0);
		assert_eq!(held(CHARLIE, pallet_land::HoldReason::LeaseOffer), 0);
		assert_eq!(held(CHARLIE, pallet_land::HoldReason::Standing), 0);
		assert_eq!(holding(asset).lock, None);
	});
}

#[test]
fn a_lease_and_an_estate_go_on_under_the_new_owner() {
	with_riches(|chain, _| {
		let estate = Site::Estate(ESTATE);
		chain.must(CHARLIE, LandCall::offer_lease { site: estate, terms: TERMS });
		chain.must(EVE, accept_lease(estate, EVES, 2));
		chain.must(CHARLIE, offer(PRICE, None));
		chain.must(DAVE, accept(chain.now(), PRICE));

		assert_eq!(may(EVES, 4, 0), [true; 4]);
		chain.wait(20);
		chain.must(FERDIE, LandCall::collect_rent { site: estate });
		assert_eq!(purse(CHARLIES), COINS + 20 * UNIT);
		chain.must(DAVE, LandCall::dissolve_estate { estate: ESTATE });
		assert_eq!(held(CHARLIE, pallet_land::HoldReason::Estate), 0);
		assert_eq!(Land::owner_of(plot(4, 0)), Some(CHARLIES));
	});
}
