// SPDX-License-Identifier: Apache-2.0
//! What can be known to be wrong with a signature before it is given.

use freehold_client::{address, order::Party};
use freehold_primitives::{
	asset::{Asset, Coins},
	chain::{AccountId, Balance, BlockNumber},
	device::{DeviceKey, PublicKey},
	fee::{BasisPoints, FeeSchedule},
	ids::{AvatarId, WorldId},
	order::{Fills, Order, MAX_FILLS, MAX_LIFETIME},
	purse::{LaneIndex, Purse, Unspendable},
};

/// One side of a trade, and the records that it would meet.
pub struct Side<'a> {
	pub party: Party,
	/// The key that is about to sign; none if it was signed before.
	pub key: Option<PublicKey>,
	pub numbered: Numbered,
	/// What this side gives, per lot.
	pub given: &'a [Asset],
	/// What it gets, per lot.
	pub wanted: &'a [Asset],
	/// Fewest lots.
	pub lots: u32,
	pub max_deduction: BasisPoints,
	/// The royalty of what this side gives.
	pub royalty: BasisPoints,
	pub world: WorldId,
	pub records: Records,
}

/// Where the side's number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbered {
	/// It is about to be signed with it; whether it may then be filled in parts.
	New { in_parts: bool },
	/// It was signed with it: whether it counts is looked at elsewhere.
	Elsewhere,
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
	/// The orders of the lane that were filled in part.
	pub fills: Fills,
	/// The device keys, by their slots.
	pub devices: Vec<(LaneIndex, DeviceKey)>,
}

impl Records {
	/// The device key in a slot.
	pub fn device(&self, slot: LaneIndex) -> Option<&DeviceKey> {
		self.devices.iter().find(|(it, _)| *it == slot).map(|(_, device)| device)
	}
}

/// What was found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Findings {
	/// For these reasons it would be refused as things stand.
	pub wrong: Vec<String>,
	/// For these it may be refused, unless something changes.
	pub doubtful: Vec<String>,
}

impl Findings {
	pub fn add(&mut self, other: Self) {
		self.wrong.extend(other.wrong);
		self.doubtful.extend(other.doubtful);
	}

	/// The same, said of the maker to someone else.
	#[must_use]
	pub fn of_maker(self) -> Self {
		let say = |reasons: Vec<String>| {
			reasons
				.into_iter()
				.map(|reason| format!("on the maker's side: {reason}"))
				.collect()
		};
		Self { wrong: say(self.wrong), doubtful: say(self.doubtful) }
	}
}

/// Why this taker can't accept so many lots of an order of which so many are left.
pub fn misfits(order: &Order, taker: AvatarId, lots: u32, left: u32) -> Vec<String> {
	let mut wrong = Vec::new();
	if order.maker == taker {
		wrong.push("maker and taker are the same avatar".into());
	}
	if let Some(only) = order.taker.filter(|only| *only != taker) {
		wrong.push(format!("the order is for avatar {only} only"));
	}
	let fewest = order.min_lots.min(left);
	if left > 0 && !(fewest..=left).contains(&lots) {
		wrong.push(format!("{fewest} to {left} lots of the order can be taken, not {lots}"));
	}
	wrong
}

impl Side<'_> {
	pub fn examine(&self) -> Findings {
		let mut findings = Findings::default();
		self.examine_time(&mut findings);
		self.examine_key(&mut findings);
		if let Numbered::New { in_parts } = self.numbered {
			self.examine_number(&mut findings, in_parts);
		}
		self.examine_fee(&mut findings);
		self.examine_purse(&mut findings);
		findings
	}

	fn gets_coins(&self) -> bool {
		self.wanted.iter().any(|asset| matches!(asset, Asset::Coins(_)))
	}

	/// What is taken now off the coins that this side gets.
	pub fn taken_off(&self) -> String {
		if !self.gets_coins() {
			return "Nothing is taken off, for the maker gets no coins.".into();
		}
		let fee = self.records.fee.at(self.records.now).map_or(0, |fee| fee.rate);
		format!(
			"Of the coins that the maker gets, {fee} basis points go to world {} now, and {} to \
			 the creators of what is given.",
			self.world, self.royalty
		)
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
		if lane == 0 {
			if self.key.is_some_and(|key| !self.is_owners(&key)) {
				let owner = address::encode(&self.records.owner);
				findings.wrong.push(format!(
					"lane 0 is for the owner of avatar {avatar}, {owner}, whose key this is \
					 not{}",
					self.right_lane()
				));
			}
			return;
		}
		let Some(device) = self.records.device(lane) else {
			findings.wrong.push(format!(
				"avatar {avatar} has no device key in slot {lane}{}",
				self.right_lane()
			));
			return;
		};
		if self.key.is_some_and(|key| key != device.key) {
			findings.wrong.push(format!(
				"the device in slot {lane} of avatar {avatar} has another key{}",
				self.right_lane()
			));
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

	fn is_owners(&self, key: &PublicKey) -> bool {
		let (PublicKey::Ed25519(bytes) | PublicKey::Sr25519(bytes)) = *key;
		AccountId::from(bytes) == self.records.owner
	}

	/// In which lane the key may sign, if it may in another.
	fn right_lane(&self) -> String {
		let Some(key) = self.key else { return String::new() };
		let slot = self.records.devices.iter().find(|(_, device)| device.key == key);
		match slot {
			Some((slot, _)) => format!(": it is that of --lane {slot}"),
			None if self.is_owners(&key) => ": it is the owner's, of --lane 0".into(),
			None => String::new(),
		}
	}

	fn examine_number(&self, findings: &mut Findings, in_parts: bool) {
		let (lane, number) = (self.party.lane, self.party.number);
		let mut purse = self.records.purse;
		let why = match purse.spend(lane, number) {
			Ok(()) => {
				let now = self.records.now;
				let open = self.records.fills.iter();
				let open = open
					.filter(|fill| fill.valid_until >= now && purse.remembers(lane, fill.number))
					.count();
				if in_parts && open >= MAX_FILLS as usize {
					findings.doubtful.push(format!(
						"{open} orders of lane {lane} are partly filled, and no more may be: \
						 nobody can take a part of another"
					));
				}
				return;
			},
			Err(Unspendable::Spent) => "was spent before",
			Err(Unspendable::Void) => "is void: much later ones were spent",
			Err(Unspendable::TooFar) => "lies too far ahead",
		};
		findings.wrong.push(format!("number {number} of lane {lane} {why}"));
	}

	fn examine_fee(&self, findings: &mut Findings) {
		if !self.gets_coins() {
			return;
		}
		let (world, most, royalty) = (self.world, self.max_deduction, self.royalty);
		let schedule = self.records.fee;
		let fee = schedule.at(self.records.now).map_or(0, |fee| fee.rate);
		let taken = |fee: BasisPoints| fee.saturating_add(royalty);
		if taken(fee) > most {
			findings.wrong.push(match royalty {
				0 => format!(
					"world {world} keeps {fee} basis points of the coins: --max-deduction is {most}"
				),
				_ => format!(
					"world {world} keeps {fee} basis points of the coins, and the creators get \
					 {royalty}: --max-deduction is {most}"
				),
			});
		}
		let next = schedule.announced.filter(|next| {
			next.from > self.records.now
				&& next.from <= self.party.valid_until
				&& taken(next.fee.map_or(0, |fee| fee.rate)) > most.max(taken(fee))
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
mod tests;
