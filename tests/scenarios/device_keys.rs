// SPDX-License-Identifier: Apache-2.0
//! What an avatar's owner lets a device do, and how it ends.

use freehold_primitives::{
	asset::{Asset, UniqueId},
	chain::BlockNumber,
	device::{Label, Limits},
	ids::WorldId,
	order::Trade,
	purse::{OrderNumber, MAX_STEP},
	settlement::Refusal,
};
use freehold_runtime::{constants::UNIT, Avatars};
use freehold_tests::{
	chain::Chain,
	keyring::{Hand, Key, Player, BOB, CHARLIE, EVE},
	land::{found, issue, ESTATE},
	names::*,
	stage::*,
	trade::{settle, Bargain},
};

const OTHER_WORLD: WorldId = WorldId(1);
/// A slot that is free on the stage.
const SECOND: u8 = 2;

fn add(hand: &Hand, valid_until: BlockNumber, world: Option<WorldId>) -> AvatarsCall {
	add_device(hand, valid_until, world, None)
}

fn revoke(hand: &Hand) -> AvatarsCall {
	AvatarsCall::revoke_device { avatar: hand.avatar, slot: hand.lane }
}

/// Another device of Charlie's, up to a block and for a world.
fn second_device(chain: &Chain, valid_until: BlockNumber, world: Option<WorldId>) -> Hand {
	let hand = Hand::of_device(CHARLIES, SECOND);
	chain.must(CHARLIE, add(&hand, valid_until, world));
	hand
}

/// The number from which the lane of Charlie's device goes on.
fn next_number() -> OrderNumber {
	let purse = Avatars::purse(CHARLIES).expect("the stage has the avatar");
	purse.lanes[usize::from(SLOT)].next
}

#[test]
fn a_revoked_key_signs_nothing_more() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let signed_before = stage.sale(chain).sign();

		chain.must(CHARLIE, revoke(&stage.charlie));

		chain.saw(AvatarsEvent::DeviceRevoked { avatar: CHARLIES, slot: SLOT });
		stage.refuses(chain, signed_before, Refusal::UnknownKey);
	});
}

#[test]
fn one_call_revokes_every_key() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let second = second_device(chain, LATER, None);
		let trades = [&stage.charlie, &second]
			.map(|hand| stage.bargain(chain, (hand, new_sword(0)), (&stage.dave, coins(1))).sign());

		chain.must(CHARLIE, AvatarsCall::revoke_all_devices { avatar: CHARLIES });

		chain.saw(AvatarsEvent::DevicesRevoked { avatar: CHARLIES, devices: 2 });
		for trade in trades {
			stage.refuses(chain, trade, Refusal::UnknownKey);
		}
		let wallet = Hand::new(CHARLIES, 0, CHARLIE.wallet());
		let by_owner = stage.bargain(chain, (&wallet, new_sword(0)), (&stage.dave, coins(1)));
		assert_eq!(stage.settle(chain, [by_owner.sign()]), []);
	});
}

#[test]
fn a_key_counts_up_to_its_last_block() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let hand = second_device(chain, chain.now() + 2, None);
		let trade = |serial| {
			stage.bargain(chain, (&hand, new_sword(serial)), (&stage.dave, coins(1))).sign()
		};
		let (in_time, late) = (trade(0), trade(1));

		chain.wait(2);
		assert_eq!(stage.settle(chain, [in_time]), []);

		chain.wait(1);
		stage.refuses(chain, late, Refusal::KeyExpired);
	});
}

#[test]
fn a_key_for_another_world_does_not_count_here() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		chain.must(BOB, WorldsCall::register { bounds: BOUNDS, fee: None });
		let hand = second_device(chain, LATER, Some(OTHER_WORLD));
		let sale = |world| {
			let (maker, taker) = ((&hand, new_sword(0)), (&stage.dave, coins(1)));
			Bargain::new(chain, world, maker, taker).sign()
		};

		stage.refuses(chain, sale(WORLD), Refusal::KeyForOtherWorld);

		assert_eq!(settle(chain, BOB, OTHER_WORLD, [sale(OTHER_WORLD)]), []);
	});
}

#[test]
fn a_new_key_in_the_slot_replays_nothing() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let trade = stage.sale(chain);
		let number = trade.order.number;
		let trade = trade.sign();
		assert_eq!(stage.settle(chain, [trade.clone()]), []);
		chain.must(CHARLIE, revoke(&stage.charlie));

		let successor = Hand::new(CHARLIES, SLOT, Key::from_seed([77; 32]));
		chain.must(CHARLIE, add(&successor, LATER, None));

		// The old signature is not the new key's, and the old numbers are void.
		stage.refuses(chain, trade, Refusal::BadOrderSignature);
		let sale = stage.bargain(chain, (&successor, new_sword(1)), (&stage.eve, coins(1)));
		for void in [number, number + 1] {
			let again = sale.clone().with(|it| it.order.number = void);
			stage.refuses(chain, again.sign(), Refusal::NumberVoid);
		}
		let next = sale.with(|it| it.order.number = next_number());
		assert_eq!(stage.settle(chain, [next.sign()]), []);
	});
}

#[test]
fn a_key_that_comes_back_replays_nothing() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let trade = stage.sale(chain).sign();
		assert_eq!(stage.settle(chain, [trade.clone()]), []);

		chain.must(CHARLIE, revoke(&stage.charlie));
		chain.must(CHARLIE, add(&stage.charlie, LATER, None));

		stage.refuses(chain, trade, Refusal::NumberVoid);
	});
}

/// To add the same key again is the only way to change what it may do.
#[test]
fn orders_of_a_revoked_key_do_not_come_back_with_it() {
	let revoke_all = |_: &Hand| AvatarsCall::revoke_all_devices { avatar: CHARLIES };
	for revoke in [&revoke as &dyn Fn(&Hand) -> AvatarsCall, &revoke_all] {
		Chain::run(|chain| {
			let stage = Stage::set(chain);
			let signed = |number| stage.sale(chain).with(|it| it.order.number = number).sign();
			let unsettled = [0, 1, MAX_STEP - 1].map(signed);

			chain.must(CHARLIE, revoke(&stage.charlie));
			chain.must(CHARLIE, add(&stage.charlie, LATER, None));

			for trade in unsettled {
				stage.refuses(chain, trade, Refusal::NumberVoid);
			}
			assert_eq!(stage.settle(chain, [signed(next_number())]), []);
		});
	}
}

#[test]
fn two_devices_do_not_spoil_each_others_numbers() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let second = second_device(chain, LATER, None);
		let far_ahead = stage.bargain(chain, (&second, new_sword(0)), (&stage.dave, coins(1)));
		let far_ahead = far_ahead.with(|it| it.order.number = MAX_STEP - 1);
		let first = stage.bargain(chain, (&stage.charlie, new_sword(1)), (&stage.dave, coins(1)));

		assert_eq!(stage.settle(chain, [far_ahead.sign(), first.sign()]), []);
	});
}

#[test]
fn a_device_may_have_the_key_of_a_wallet() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let hand = Hand::new(CHARLIES, SECOND, EVE.wallet());
		chain.must(CHARLIE, add(&hand, LATER, None));
		let sale = stage.bargain(chain, (&hand, new_sword(0)), (&stage.dave, coins(1)));

		assert_eq!(stage.settle(chain, [sale.sign()]), []);
	});
}

#[test]
fn a_device_signs_for_its_own_avatar_only() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let thief = Hand::new(CHARLIES, SLOT, stage.dave.key.clone());
		let theft = stage.bargain(chain, (&thief, new_sword(0)), (&stage.dave, coins(1)));

		stage.refuses(chain, theft.sign(), Refusal::BadOrderSignature);
	});
}

#[test]
fn keys_are_added_by_the_owner_to_free_slots_for_blocks_to_come() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		chain.wait(2);
		let refused = |who: Player, hand: &Hand, valid_until, error: AvatarsError| {
			chain.refuses(who, add(hand, valid_until, None), error);
		};
		let free = Hand::of_device(CHARLIES, SECOND);

		refused(EVE, &free, LATER, AvatarsError::NotOwner);
		refused(CHARLIE, &stage.charlie, LATER, AvatarsError::SlotTaken);
		refused(CHARLIE, &free, chain.now() - 1, AvatarsError::InvalidExpiry);
		for slot in [0, 8, u8::MAX] {
			let outside = Hand::of_device(CHARLIES, slot);
			refused(CHARLIE, &outside, LATER, AvatarsError::InvalidSlot);
		}
		chain.refuses(EVE, revoke(&stage.charlie), AvatarsError::NotOwner);
		let revoke_all = AvatarsCall::revoke_all_devices { avatar: CHARLIES };
		chain.refuses(EVE, revoke_all, AvatarsError::NotOwner);
	});
}

/// Another device of Charlie's, which may give away no more than this.
fn limited_device(chain: &Chain, limits: Limits) -> Hand {
	let hand = Hand::of_device(CHARLIES, SECOND);
	chain.must(CHARLIE, add_device(&hand, LATER, None, Some(limits)));
	hand
}

/// What it may still give away.
fn left() -> Option<Limits> {
	let devices = Avatars::devices(CHARLIES).into_iter();
	devices
		.filter(|(slot, _)| *slot == SECOND)
		.find_map(|(_, device)| device.limits)
}

const LIMITS: Limits = Limits { coins: 100 * UNIT, units: 30, items: 1, land: 0, estates: 1 };

#[test]
fn a_device_gives_away_no_more_than_its_limits() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let hand = limited_device(chain, LIMITS);
		let gives = |asset| -> Trade {
			let other = (&stage.dave, Asset::Coins(1));
			stage.bargain(chain, (&hand, asset), other).sign()
		};
		let pays = |fhd| stage.bargain(chain, (&stage.dave, new_sword(2)), (&hand, coins(fhd)));
		let arrows = |amount| Asset::Units { kind: ARROWS, amount };

		stage.refuses(chain, pays(101).sign(), Refusal::OverLimit);
		assert_eq!(stage.settle(chain, [pays(60).sign()]), []);
		assert_eq!(left(), Some(Limits { coins: 40 * UNIT, ..LIMITS }));

		let three_lots = stage.bargain(chain, (&hand, arrows(11)), (&stage.dave, Asset::Coins(1)));
		let three_lots = three_lots.with(|it| (it.order.lots, it.acceptance.lots) = (3, 3));
		stage.refuses(chain, three_lots.sign(), Refusal::OverLimit);
		assert_eq!(stage.settle(chain, [gives(arrows(30))]), []);
		stage.refuses(chain, gives(arrows(1)), Refusal::OverLimit);

		// The second of one batch is over the limit, as it would be alone.
		let both = [gives(new_sword(0)), gives(new_sword(1))];
		assert_eq!(stage.settle(chain, both), [(1, Refusal::OverLimit)]);
		assert_eq!(left(), Some(Limits { coins: 40 * UNIT, units: 0, items: 0, ..LIMITS }));
	});
}

#[test]
fn estates_have_a_limit_of_their_own() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		chain.must(BOB, issue(CHARLIES, &[(4, 0), (5, 0)]));
		chain.must(CHARLIE, found(CHARLIES, &[(4, 0), (5, 0)]));
		let hand = limited_device(chain, LIMITS);
		let gives = |asset: UniqueId| -> Trade {
			let other = (&stage.dave, Asset::Coins(1));
			stage.bargain(chain, (&hand, asset.at_version(0)), other).sign()
		};

		let refused = stage.settle(
			chain,
			[gives(UniqueId::Estate(ESTATE)), gives(UniqueId::Parcel(parcel(0, 0)))],
		);

		assert_eq!(refused, [(1, Refusal::OverLimit)]);
		assert_eq!(holding(UniqueId::Estate(ESTATE)).owner, DAVES);
		assert_eq!(left(), Some(Limits { estates: 0, ..LIMITS }));
	});
}

#[test]
fn a_refused_trade_uses_up_no_limit() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		let hand = limited_device(chain, LIMITS);
		let too_dear = (&stage.dave, coins(10_000));

		let trade = stage.bargain(chain, (&hand, new_sword(0)), too_dear).sign();
		stage.refuses(chain, trade, Refusal::TooFewCoins);

		assert_eq!(left(), Some(LIMITS));
	});
}

#[test]
fn other_devices_and_the_owner_have_limits_of_their_own_or_none() {
	Chain::run(|chain| {
		let stage = Stage::set(chain);
		limited_device(chain, Limits { coins: 0, units: 0, items: 0, land: 0, estates: 0 });
		let wallet = Hand::new(CHARLIES, 0, CHARLIE.wallet());

		let sale = |hand: &Hand, serial| {
			stage.bargain(chain, (hand, new_sword(serial)), (&stage.dave, coins(1))).sign()
		};

		assert_eq!(stage.settle(chain, [sale(&stage.charlie, 0), sale(&wallet, 1)]), []);
	});
}

#[test]
fn an_owner_calls_a_device_something_and_the_name_goes_with_it() {
	Chain::run(|chain| {
		Stage::set(chain);
		let avatar = CHARLIES;
		let label = Label::truncate_from(b"a device".to_vec());
		assert_eq!(Avatars::device_label(avatar, SLOT), Some(label));

		chain.must(CHARLIE, AvatarsCall::revoke_device { avatar, slot: SLOT });

		assert_eq!(Avatars::device_label(avatar, SLOT), None);
	});
}
