// SPDX-License-Identifier: Apache-2.0
//! What can be known to be wrong with a signature before it is given.

use freehold_client::{address, order::Party};
use freehold_primitives::{
	asset::{Asset, Coins},
	chain::{AccountId, Balance, BlockNumber},
	device::{DeviceKey, PublicKey},
	fee::{BasisPoints, FeeSchedule},
	ids::WorldId,
	order::MAX_LIFETIME,
	purse::{Purse, Unspendable},
};

/// One side of a trade as it is about to be signed, and the records that it would meet.
pub struct Side<'a> {
	pub party: Party,
	/// The key that is about to sign.
	pub key: PublicKey,
	/// What this side gives, per lot.
	pub given: &'a [Asset],
	/// What it gets, per lot.
	pub wanted: &'a [Asset],
	/// Fewest lots.
	pub lots: u32,
	pub max_deduction: BasisPoints,
	pub world: WorldId,
	pub records: Records,
}

/// What the chain knows of a side and of the world that settles.
pub struct Records {
	pub now: BlockNumber,
	pub fee: FeeSchedule,
	/// Whether the world is suspended.
	pub suspended: bool,
	/// The account that owns the avatar.
	pub owner: AccountId,
	pub purse: Purse,
	/// The device key in the slot of the lane.
	pub device: Option<DeviceKey>,
}

/// What was found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Findings {
	/// For these reasons it would be refused as things stand.
	pub wrong: Vec<String>,
	/// For these it may be refused, unless something changes.
	pub doubtful: Vec<String>,
}

impl Side<'_> {
	pub fn examine(&self) -> Findings {
		let mut findings = Findings::default();
		self.examine_time(&mut findings);
		self.examine_key(&mut findings);
		self.examine_number(&mut findings);
		self.examine_fee(&mut findings);
		self.examine_purse(&mut findings);
		findings
	}

	fn examine_time(&self, findings: &mut Findings) {
		let (now, until) = (self.records.now, self.party.valid_until);
		match until.checked_sub(now) {
			None => findings
				.wrong
				.push(format!("it would have expired: block {until} is past, and {now} is now")),
			Some(left) if left > MAX_LIFETIME => findings.wrong.push(format!(
				"it would be valid for too long: block {} is the last that counts now",
				now.saturating_add(MAX_LIFETIME)
			)),
			Some(_) => {},
		}
	}

	fn examine_key(&self, findings: &mut Findings) {
		let (avatar, lane) = (self.party.avatar, self.party.lane);
		let (PublicKey::Ed25519(bytes) | PublicKey::Sr25519(bytes)) = self.key;
		if lane == 0 {
			if AccountId::from(bytes) != self.records.owner {
				let owner = address::encode(&self.records.owner);
				findings.wrong.push(format!(
					"lane 0 is for the owner of avatar {avatar}, {owner}, whose key this is not"
				));
			}
			return;
		}
		let Some(device) = self.records.device else {
			findings.wrong.push(format!("avatar {avatar} has no device key in slot {lane}"));
			return;
		};
		if device.key != self.key {
			findings
				.wrong
				.push(format!("the device in slot {lane} of avatar {avatar} has another key"));
		}
		let last = device.valid_until;
		if last < self.records.now {
			findings.wrong.push(format!("the device key counted until block {last} only"));
		} else if last < self.party.valid_until {
			findings.doubtful.push(format!("the device key counts until block {last} only"));
		}
		if let Some(world) = device.world.filter(|world| *world != self.world) {
			findings.wrong.push(format!("the device key counts in world {world} only"));
		}
		if device.after_giving(self.given, self.lots).is_none() {
			findings.wrong.push("the device may not give away as much".into());
		}
	}

	fn examine_number(&self, findings: &mut Findings) {
		let (lane, number) = (self.party.lane, self.party.number);
		let mut purse = self.records.purse;
		let why = match purse.spend(lane, number) {
			Ok(()) => return,
			Err(Unspendable::Spent) => "was spent before",
			Err(Unspendable::Void) => "is void: much later ones were spent",
			Err(Unspendable::TooFar) => "lies too far ahead",
		};
		findings.wrong.push(format!("number {number} of lane {lane} {why}"));
	}

	fn examine_fee(&self, findings: &mut Findings) {
		if !self.wanted.iter().any(|asset| matches!(asset, Asset::Coins(_))) {
			return;
		}
		let (world, most) = (self.world, self.max_deduction);
		let schedule = self.records.fee;
		if let Some(fee) = schedule.at(self.records.now).filter(|fee| fee.rate > most) {
			findings.wrong.push(format!(
				"world {world} keeps {} basis points of the coins: --max-deduction is {most}",
				fee.rate
			));
		}
		let next = schedule.announced.filter(|next| {
			next.from > self.records.now
				&& next.from <= self.party.valid_until
				&& next.fee.is_some_and(|fee| fee.rate > most)
		});
		if let Some(next) = next {
			findings.doubtful.push(format!(
				"from block {} on world {world} keeps more of the coins than --max-deduction says",
				next.from
			));
		}
	}

	fn examine_purse(&self, findings: &mut Findings) {
		let (avatar, balance) = (self.party.avatar, self.records.purse.balance);
		if self.records.purse.frozen {
			findings
				.doubtful
				.push(format!("avatar {avatar} is offered for sale: nothing leaves it meanwhile"));
		}
		if self.records.suspended {
			findings.doubtful.push(format!("world {} is suspended", self.world));
		}
		let coins = |asset: &Asset| match asset {
			Asset::Coins(amount) => amount.saturating_mul(self.lots.into()),
			_ => 0,
		};
		let paid = self.given.iter().map(coins).fold(0, Balance::saturating_add);
		if paid > balance {
			findings
				.doubtful
				.push(format!("avatar {avatar} has {} FHD in its purse only", Coins(balance)));
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use freehold_primitives::{
		device::Limits,
		fee::{Announcement, Fee},
		ids::AvatarId,
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
			device: Some(device()),
		};
		Side {
			party,
			key: KEY,
			given: &COINS,
			wanted: &COINS,
			lots: 1,
			max_deduction: 0,
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
		let told = format!("lane 0 is for the owner of avatar 3, {owner}, whose key this is not");
		assert_eq!(wrong(&side), [told]);

		side.key = PublicKey::Sr25519([9; 32]);
		assert_eq!(side.examine(), Findings::default());
	}

	#[test]
	fn the_key_is_that_of_the_slot() {
		let mut empty = side();
		empty.records.device = None;
		assert_eq!(wrong(&empty), ["avatar 3 has no device key in slot 1"]);

		let mut other = side();
		other.key = PublicKey::Ed25519([8; 32]);
		assert_eq!(wrong(&other), ["the device in slot 1 of avatar 3 has another key"]);
	}

	#[test]
	fn the_key_counts_then_and_there() {
		let with = |device| {
			let mut side = side();
			side.records.device = Some(device);
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
			side.records.device = Some(DeviceKey { valid_until: BlockNumber::MAX, ..device() });
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
		assert_eq!(
			wrong(&now),
			["world 0 keeps 250 basis points of the coins: --max-deduction is 0"]
		);
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
}
