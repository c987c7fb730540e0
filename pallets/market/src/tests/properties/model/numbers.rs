// SPDX-License-Identifier: Apache-2.0
//! The numbers of signed orders: which are spent, which are void, and what is left of which.

use crate::mock::*;
use freehold_primitives::{
	asset::Asset,
	chain::Balance,
	ids::AvatarId,
	order::{Order, MAX_FILLS},
	purse::{jump_after, OrderNumber, MAX_STEP, WINDOW},
};
use std::collections::{BTreeMap, BTreeSet};

/// The order that the avatar's device signs under a number: each has other terms.
pub(super) fn signed_order(maker: AvatarId, number: OrderNumber) -> Order {
	Order {
		give: side(&[arrows(1 + u64::from(number % 3))]),
		want: side(&[Asset::Coins(4 + Balance::from(number % 2) * 9)]),
		lots: 1 + number % 4,
		min_lots: 1 + number % 4 / 2,
		number,
		valid_until: 50_000,
		..order_of(maker)
	}
}

/// Why a number can't be spent.
pub(super) enum Gone {
	Spent,
	Void,
}

/// The numbers that an avatar's device has signed.
#[derive(Clone, Default)]
pub(super) struct Numbers {
	/// One more than the highest that was spent or is void.
	next: OrderNumber,
	/// All below are void.
	pub(super) floor: OrderNumber,
	spent: BTreeSet<OrderNumber>,
	/// What is left of those partly filled.
	left: BTreeMap<OrderNumber, u32>,
}

impl Numbers {
	fn remembers(&self, number: OrderNumber) -> bool {
		number < self.next && self.next - number <= WINDOW
	}

	pub(super) fn spend(&mut self, number: OrderNumber) -> Result<(), Gone> {
		if number >= self.next {
			if number - self.next >= MAX_STEP {
				return Err(Gone::Void);
			}
			self.next = number + 1;
		} else if !self.remembers(number) {
			return Err(Gone::Void);
		} else if number < self.floor || self.spent.contains(&number) {
			return Err(Gone::Spent);
		}
		self.spent.insert(number);
		Ok(())
	}

	pub(super) fn fill(&mut self, order: &Order, lots: u32) -> Option<()> {
		let Order { number, min_lots, .. } = *order;
		let first = self.spend(number);
		let left = match first {
			Ok(()) => order.lots,
			Err(Gone::Spent) => *self.left.get(&number)?,
			Err(Gone::Void) => return None,
		};
		(min_lots.min(left)..=left).contains(&lots).then_some(())?;
		if first.is_err() || left > lots {
			let kept = self.left.iter().filter(|(it, _)| **it != number && self.remembers(**it));
			self.left = kept.map(|(it, left)| (*it, *left)).collect();
		}
		if left > lots {
			(self.left.len() < MAX_FILLS as usize).then_some(())?;
			self.left.insert(number, left - lots);
		}
		Some(())
	}

	pub(super) fn cancel(&mut self, number: OrderNumber) -> Option<()> {
		match self.spend(number) {
			Ok(()) => Some(()),
			Err(Gone::Spent) => self.left.remove(&number).map(drop),
			Err(Gone::Void) => None,
		}
	}

	pub(super) fn void_below(&mut self, number: OrderNumber) {
		self.floor = self.floor.max(number);
		self.next = self.next.max(number);
		self.left.retain(|it, _| *it >= number);
	}

	pub(super) fn void_all(&mut self) {
		self.next += MAX_STEP + jump_after(&System::parent_hash());
		self.floor = self.next;
		self.left.clear();
	}
}
