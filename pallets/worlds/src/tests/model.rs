// SPDX-License-Identifier: Apache-2.0
//! The registry as plain maps would have it.

use crate::mock::*;
use freehold_primitives::{
	chain::{Balance, BlockNumber},
	fee::{Fee, MAX_WORLD_FEE},
	ids::WorldId,
	land::{Area, Coordinates},
};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What an account does to a world.
#[derive(Clone, Debug)]
pub(super) struct Action {
	pub who: AccountId,
	pub world: WorldId,
	pub what: What,
}

#[derive(Clone, Debug)]
pub(super) enum What {
	Register(Area, Option<Fee>),
	Add { settler: AccountId, valid_until: BlockNumber, cap: Option<Balance> },
	Remove(AccountId),
	SetFee(Option<Fee>),
	Extend(Area),
	Offer(Option<AccountId>),
	Accept(Balance),
	Suspend,
	Resume,
	Close,
	Charge(Balance),
	Retain,
	Release,
	Wait,
}

pub(super) fn action() -> impl Strategy<Value = Action> {
	(1..=3u64, 0..4u32, what()).prop_map(|(who, world, what)| Action {
		who,
		world: WorldId(world),
		what,
	})
}

fn what() -> impl Strategy<Value = What> {
	let settler = 1..=5u64;
	let cap = prop::option::of(0..150u128);
	prop_oneof![
		4 => (bounds(), any_fee()).prop_map(|(bounds, fee)| What::Register(bounds, fee)),
		4 => (settler.clone(), 1..=30u32, cap)
			.prop_map(|(settler, valid_until, cap)| What::Add { settler, valid_until, cap }),
		4 => settler.prop_map(What::Remove),
		3 => any_fee().prop_map(What::SetFee),
		2 => bounds().prop_map(What::Extend),
		3 => prop::option::weighted(0.8, 1..=3u64).prop_map(What::Offer),
		4 => (BOND - 1..BOND + 3).prop_map(What::Accept),
		1 => Just(What::Suspend),
		2 => Just(What::Resume),
		3 => Just(What::Close),
		5 => (0..100u128).prop_map(What::Charge),
		1 => Just(What::Retain),
		2 => Just(What::Release),
		3 => Just(What::Wait),
	]
}

fn bounds() -> impl Strategy<Value = Area> {
	let corner = || (-1..=1i16, -1..=1i16).prop_map(|(x, y)| Coordinates::new(x, y));
	(corner(), corner()).prop_map(|(min, max)| Area { min, max })
}

/// Of an avatar that may be another's or not exist, at a rate that may be too high.
fn any_fee() -> impl Strategy<Value = Option<Fee>> {
	let rate = prop_oneof![0..3u16, MAX_WORLD_FEE - 1..=MAX_WORLD_FEE + 1];
	prop::option::of((4..=10u32, rate)).prop_map(|it| it.and_then(|(to, rate)| fee(to, rate)))
}

#[derive(Clone, Debug)]
struct Settler {
	valid_until: BlockNumber,
	cap: Option<Balance>,
	/// In this block.
	spent: Balance,
}

#[derive(Clone, Debug)]
struct World {
	owner: AccountId,
	bounds: Area,
	/// From which block each fee counts; the last that does is in force.
	fees: Vec<(BlockNumber, Option<Fee>)>,
	settlers: BTreeMap<AccountId, Settler>,
	consumers: u32,
	suspended: bool,
	offered_to: Option<AccountId>,
}

impl World {
	fn fee(&self, now: BlockNumber) -> Option<Fee> {
		let in_force = self.fees.iter().rev().find(|(from, _)| *from <= now);
		in_force.and_then(|(_, fee)| *fee)
	}

	fn set_fee(&mut self, fee: Option<Fee>, now: BlockNumber) {
		let rate = |fee: Option<Fee>| fee.map_or(0, |it| it.rate);
		self.fees.retain(|(from, _)| *from <= now);
		let raised = rate(fee) > rate(self.fee(now));
		self.fees.push((if raised { now + NOTICE } else { now }, fee));
	}

	fn deposits(&self) -> Balance {
		self.settlers.values().map(|_| DEPOSIT).sum()
	}
}

/// Every world ever registered, and the number of this block.
pub(super) struct Model {
	pub now: BlockNumber,
	worlds: Vec<Option<World>>,
}

impl Model {
	pub fn new() -> Self {
		Self { now: 1, worlds: Vec::new() }
	}

	/// Whether the registry must do it; the model has done it then.
	pub fn expects(&mut self, action: &Action) -> bool {
		let Action { who, world, ref what } = *action;
		match *what {
			What::Register(bounds, fee) => self.register(who, bounds, fee),
			What::Wait => {
				self.wait();
				true
			},
			_ => {
				let index = usize::try_from(world.0).expect("a u32 fits");
				let (now, spare) = (self.now, self.spare(who));
				let Some(slot) = self.worlds.get_mut(index) else {
					return matches!(what, What::Release);
				};
				change(slot, who, what, now, spare)
			},
		}
	}

	fn register(&mut self, owner: AccountId, bounds: Area, fee: Option<Fee>) -> bool {
		let done = bounds.min.x <= bounds.max.x
			&& bounds.min.y <= bounds.max.y
			&& is_allowed(owner, fee, None)
			&& BOND < self.spare(owner);
		if done {
			self.worlds.push(Some(World {
				owner,
				bounds,
				fees: vec![(self.now, fee)],
				settlers: BTreeMap::new(),
				consumers: 0,
				suspended: false,
				offered_to: None,
			}));
		}
		done
	}

	fn wait(&mut self) {
		self.now += 1;
		for world in self.worlds.iter_mut().flatten() {
			for settler in world.settlers.values_mut() {
				settler.spent = 0;
			}
		}
	}

	/// What the account has besides what is held of it.
	fn spare(&self, who: AccountId) -> Balance {
		let owned = self.worlds.iter().flatten().filter(|world| world.owner == who);
		MONEY - owned.map(|world| BOND + world.deposits()).sum::<Balance>()
	}

	/// Claims that the registry knows the same.
	pub fn assert_matches(&self) {
		for (id, world) in (0..).map(WorldId).zip(&self.worlds) {
			let stored = Worlds::world(id);
			assert_eq!(stored.is_some(), world.is_some(), "{id}");
			let (Some(stored), Some(world)) = (stored, world) else { continue };
			assert_eq!((stored.owner, stored.bounds), (world.owner, world.bounds));
			assert_eq!(
				(stored.consumers, stored.suspended, stored.offered_to),
				(world.consumers, world.suspended, world.offered_to)
			);
			assert_eq!(Worlds::fee_now(id), world.fee(self.now));
			for who in 1..=5 {
				let settler = world.settlers.get(&who);
				assert_eq!(Worlds::settler(id, who).is_some(), settler.is_some());
				let valid = settler.is_some_and(|it| it.valid_until >= self.now);
				let expected = !world.suspended && (who == world.owner || valid);
				assert_eq!(Worlds::may_settle(id, who), expected);
			}
		}
		for who in 1..=3 {
			assert_eq!(Balances::free_balance(who), self.spare(who));
		}
	}
}

/// Whether `who` may have a world keep the fee, where `before` is in force.
fn is_allowed(who: AccountId, fee: Option<Fee>, before: Option<Fee>) -> bool {
	let owner = |to: u32| if to < 6 { OPERATOR } else { RIVAL };
	fee.is_none_or(|it| {
		let owned = it.to.0 < 10 && owner(it.to.0) == who;
		let kept = before.is_some_and(|before| before.to == it.to);
		(owned || kept) && it.rate <= MAX_WORLD_FEE
	})
}

/// Does to one world what `who`, who could still pay less than `spare`, may do to it.
fn change(
	slot: &mut Option<World>,
	who: AccountId,
	what: &What,
	now: BlockNumber,
	spare: Balance,
) -> bool {
	let Some(world) = slot else { return matches!(what, What::Release) };
	let owns = world.owner == who;
	match *what {
		What::Add { settler, valid_until, cap } => {
			let known = world.settlers.get(&settler);
			let room = world.settlers.len() < usize::try_from(MAX_SETTLERS).expect("a u32 fits");
			let done = owns && valid_until >= now && (known.is_some() || room && DEPOSIT < spare);
			if done {
				let spent = known.map_or(0, |it| it.spent);
				world.settlers.insert(settler, Settler { valid_until, cap, spent });
			}
			done
		},
		What::Remove(settler) => owns && world.settlers.remove(&settler).is_some(),
		What::SetFee(fee) => {
			let done = owns && is_allowed(who, fee, world.fee(now));
			if done {
				world.set_fee(fee, now);
			}
			done
		},
		What::Extend(to) => {
			let old = world.bounds;
			let done = owns
				&& to.min.x <= old.min.x
				&& to.min.y <= old.min.y
				&& to.max.x >= old.max.x
				&& to.max.y >= old.max.y;
			if done {
				world.bounds = to;
			}
			done
		},
		What::Offer(to) => {
			let done = owns && to.map_or(world.offered_to.is_some(), |to| to != who);
			if done {
				world.offered_to = to;
			}
			done
		},
		What::Accept(most) => {
			let offered = world.offered_to == Some(who) && world.settlers.is_empty();
			let done = offered && BOND <= most && BOND < spare;
			if done {
				(world.owner, world.offered_to) = (who, None);
			}
			done
		},
		What::Suspend | What::Resume => {
			let suspends = matches!(what, What::Suspend);
			let done = owns && world.suspended != suspends;
			if done {
				world.suspended = suspends;
			}
			done
		},
		What::Close => {
			let done = owns && world.settlers.is_empty() && world.consumers == 0;
			if done {
				*slot = None;
			}
			done
		},
		What::Charge(value) => {
			let settler = world.settlers.get_mut(&who).filter(|it| it.valid_until >= now);
			!world.suspended
				&& (owns
					|| settler.is_some_and(|it| {
						let done = it.cap.is_none_or(|cap| it.spent + value <= cap);
						it.spent += if done && it.cap.is_some() { value } else { 0 };
						done
					}))
		},
		What::Retain => {
			world.consumers += 1;
			true
		},
		What::Release => {
			world.consumers = world.consumers.saturating_sub(1);
			true
		},
		What::Register(..) | What::Wait => unreachable!("these are done to no one world"),
	}
}
