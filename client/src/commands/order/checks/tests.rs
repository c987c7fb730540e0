// SPDX-License-Identifier: Apache-2.0
use super::*;
use freehold_client::order::OrderBuilder;
use freehold_primitives::{
	chain::Hash,
	device::Limits,
	fee::{Announcement, Fee},
	order::Fill,
};

const NOW: BlockNumber = 1_000;
const KEY: PublicKey = PublicKey::Ed25519([7; 32]);
const COINS: [Asset; 1] = [Asset::Coins(5)];

fn device() -> DeviceKey {
	DeviceKey { key: KEY, valid_until: NOW + 100, world: None, limits: None }
}

/// A device's side that pays 5 for 5, and nothing is wrong with it.
fn side() -> Side<'static> {
	let party = Party { avatar: AvatarId(3), lane: 1, number: 0, valid_until: NOW + 100 };
	let records = Records {
		now: NOW,
		fee: FeeSchedule::default(),
		suspended: false,
		owner: [9; 32].into(),
		purse: Purse { balance: 5, ..Purse::default() },
		fills: Fills::default(),
		devices: vec![(1, device())],
	};
	Side {
		party,
		key: Some(KEY),
		numbered: Numbered::New { in_parts: false },
		given: &COINS,
		wanted: &COINS,
		lots: 1,
		max_deduction: 0,
		royalty: 0,
		world: WorldId(0),
		records,
	}
}

fn wrong(side: &Side<'_>) -> Vec<String> {
	let findings = side.examine();
	assert_eq!(findings.doubtful, Vec::<String>::new());
	findings.wrong
}

fn doubtful(side: &Side<'_>) -> Vec<String> {
	let findings = side.examine();
	assert_eq!(findings.wrong, Vec::<String>::new());
	findings.doubtful
}

#[test]
fn nothing_is_wrong_with_a_good_signature() {
	assert_eq!(side().examine(), Findings::default());
}

#[test]
fn only_the_owner_signs_in_lane_0() {
	let mut side = side();
	side.party.lane = 0;
	let owner = address::encode(&side.records.owner);
	let told = format!(
		"lane 0 is for the owner of avatar 3, {owner}, whose key this is not: it is that of \
		 --lane 1"
	);
	assert_eq!(wrong(&side), [told]);

	side.key = Some(PublicKey::Sr25519([9; 32]));
	assert_eq!(side.examine(), Findings::default());
}

#[test]
fn the_key_is_that_of_the_slot() {
	let mut empty = side();
	empty.records.devices.clear();
	assert_eq!(wrong(&empty), ["avatar 3 has no device key in slot 1"]);

	let mut other = side();
	other.key = Some(PublicKey::Ed25519([8; 32]));
	assert_eq!(wrong(&other), ["the device in slot 1 of avatar 3 has another key"]);

	let mut owner = side();
	owner.key = Some(PublicKey::Sr25519([9; 32]));
	assert_eq!(
		wrong(&owner),
		["the device in slot 1 of avatar 3 has another key: it is the owner's, of --lane 0"]
	);

	let mut signed = side();
	signed.key = None;
	assert_eq!(signed.examine(), Findings::default());
}

#[test]
fn the_key_counts_then_and_there() {
	let with = |device| {
		let mut side = side();
		side.records.devices = vec![(1, device)];
		side
	};
	let expired = DeviceKey { valid_until: NOW - 1, ..device() };
	assert_eq!(wrong(&with(expired)), ["the device key counted until block 999 only"]);
	let shorter = DeviceKey { valid_until: NOW, ..device() };
	assert_eq!(doubtful(&with(shorter)), ["the device key counts until block 1000 only"]);
	let elsewhere = DeviceKey { world: Some(WorldId(7)), ..device() };
	assert_eq!(wrong(&with(elsewhere)), ["the device key counts in world 7 only"]);
	let limits = Some(Limits { coins: 4, units: 0, items: 0, land: 0, estates: 0 });
	let poor = DeviceKey { limits, ..device() };
	assert_eq!(wrong(&with(poor)), ["the device may not give away as much"]);
}

#[test]
fn an_expiry_lies_ahead_and_not_too_far() {
	let with = |valid_until| {
		let mut side = side();
		side.party.valid_until = valid_until;
		let lasting = DeviceKey { valid_until: BlockNumber::MAX, ..device() };
		side.records.devices = vec![(1, lasting)];
		side
	};
	assert_eq!(
		wrong(&with(NOW - 1)),
		["it would have expired: block 999 is past, and 1000 is now"]
	);
	assert_eq!(wrong(&with(NOW + MAX_LIFETIME)), Vec::<String>::new());
	assert_eq!(
		wrong(&with(NOW + MAX_LIFETIME + 1)),
		[format!(
			"it would be valid for too long: block {} is the last that counts now",
			NOW + MAX_LIFETIME
		)]
	);
}

#[test]
fn a_number_can_be_spent() {
	let mut side = side();
	side.records.purse.spend(1, 0).expect("it is the first");
	assert_eq!(wrong(&side), ["number 0 of lane 1 was spent before"]);
	side.party.number = 1;
	assert_eq!(wrong(&side), Vec::<String>::new());
	side.party.number = 1 << 20;
	assert_eq!(wrong(&side), ["number 1048576 of lane 1 lies too far ahead"]);
}

#[test]
fn the_worlds_fee_is_agreed_to() {
	let fee = |rate| Some(Fee { to: AvatarId(0), rate });
	let mut now = side();
	now.records.fee = FeeSchedule { current: fee(250), announced: None };
	assert_eq!(wrong(&now), ["world 0 keeps 250 basis points of the coins: --max-deduction is 0"]);
	now.wanted = &[];
	assert_eq!(wrong(&now), Vec::<String>::new());

	let mut later = side();
	later.max_deduction = 250;
	let announced = Some(Announcement { fee: fee(500), from: NOW + 50 });
	later.records.fee = FeeSchedule { current: fee(250), announced };
	assert_eq!(
		doubtful(&later),
		["from block 1050 on world 0 keeps more of the coins than --max-deduction says"]
	);
	later.party.valid_until = NOW + 49;
	assert_eq!(doubtful(&later), Vec::<String>::new());
}

#[test]
fn the_royalty_is_agreed_to() {
	let mut side = side();
	(side.royalty, side.max_deduction) = (300, 250);
	assert_eq!(
		wrong(&side),
		["world 0 keeps 0 basis points of the coins, and the creators get 300: \
		  --max-deduction is 250"]
	);
	side.max_deduction = 300;
	assert_eq!(side.examine(), Findings::default());
}

#[test]
fn a_lane_has_so_many_orders_that_are_partly_filled() {
	let mut side = side();
	side.numbered = Numbered::New { in_parts: true };
	side.party.number = 20;
	for number in 0..MAX_FILLS {
		side.records.purse.spend(1, number).expect("it is the next");
		let fill = Fill { number, order: Hash::zero(), left: 1, valid_until: NOW };
		side.records.fills.try_push(fill).expect("so many fit");
	}
	assert_eq!(
		doubtful(&side),
		["8 orders of lane 1 are partly filled, and no more may be: nobody can take a part of \
		  another"]
	);

	// By the next number, the oldest of them has left the window.
	side.party.number = 32;
	assert_eq!(side.examine(), Findings::default());

	// By the next block, all have expired.
	side.party.number = 20;
	side.records.now = NOW + 1;
	assert_eq!(side.examine(), Findings::default());
}

#[test]
fn an_order_fits_its_taker_and_its_lots() {
	let maker = Party { avatar: AvatarId(1), lane: 1, number: 0, valid_until: 100 };
	let order = OrderBuilder::new(WorldId(0), maker)
		.give(Asset::Coins(1))
		.want(Asset::Coins(2))
		.taker(Some(AvatarId(2)))
		.lots(2, 4)
		.build()
		.expect("it is well formed");

	assert_eq!(misfits(&order, AvatarId(2), 2, 4), Vec::<String>::new());
	assert_eq!(misfits(&order, AvatarId(2), 1, 1), Vec::<String>::new());
	assert_eq!(
		misfits(&order, AvatarId(1), 5, 3),
		[
			"maker and taker are the same avatar",
			"the order is for avatar 2 only",
			"2 to 3 lots of the order can be taken, not 5",
		]
	);
}

#[test]
fn what_may_yet_change_is_only_doubted() {
	let mut side = side();
	side.records.purse.frozen = true;
	side.records.suspended = true;
	side.lots = 2;

	assert_eq!(
		doubtful(&side),
		[
			"avatar 3 is offered for sale: nothing leaves it meanwhile",
			"world 0 is suspended",
			"avatar 3 has 0.000000000005 FHD in its purse only",
		]
	);
}
