// SPDX-License-Identifier: Apache-2.0
//! What a lease costs, what is due when, and how it ends.
//!
//! Rent streams: from the first block on, each block owes its share, rounded down over the whole
//! time and not block by block, so that whole periods cost their price exactly. At any time
//! `paid` is what the lease costs from start to end; so whoever moves the end moves the
//! difference, and nothing is left over when it is reached.

use crate::types::{Lease, LeaseTerms};
use freehold_primitives::chain::{Balance, BlockNumber};

/// Longest a lease may last: ten years of blocks of a second.
const MAX_LEASE_BLOCKS: BlockNumber = 10 * 365 * 24 * 60 * 60;

/// A side of a lease.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Party {
	/// Who has the site.
	Tenant,
	/// Who owns it.
	Landlord,
}

/// What follows when a side ends a lease.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ending {
	/// The block after the last.
	pub end: BlockNumber,
	/// Rent that was paid beyond it, which goes back to the tenant.
	pub refund: Balance,
	/// What of the deposit goes to the owner.
	pub forfeited: Balance,
}

impl LeaseTerms {
	/// Whether a site can be let on these terms: the periods make sense, and neither the longest
	/// lease nor its cost is too large to be counted.
	pub(crate) fn is_valid(&self) -> bool {
		let periods = self.period > 0 && 0 < self.least && self.least <= self.most;
		let longest = self.period.checked_mul(self.most).filter(|it| *it <= MAX_LEASE_BLOCKS);
		let cost = longest
			.and_then(|blocks| self.price.checked_mul(blocks.into()))
			.and_then(|cost| cost.checked_add(self.deposit));
		periods && cost.is_some()
	}

	/// How many blocks so many periods last.
	pub(crate) fn blocks(&self, periods: u32) -> BlockNumber {
		self.period.saturating_mul(periods)
	}

	/// What so many periods cost.
	pub(crate) fn rent(&self, periods: u32) -> Balance {
		self.price.saturating_mul(periods.into())
	}

	/// What so many blocks cost, rounded down. No product saturates under valid terms.
	pub(crate) fn due(&self, elapsed: BlockNumber) -> Balance {
		let product = self.price.saturating_mul(elapsed.into());
		product.checked_div(self.period.into()).unwrap_or_default()
	}
}

impl<AccountId> Lease<AccountId> {
	/// Whether the tenant has the site.
	pub(crate) fn is_in_force(&self, now: BlockNumber) -> bool {
		now < self.end
	}

	/// Rent that the site's owner may collect.
	pub(crate) fn collectable(&self, now: BlockNumber) -> Balance {
		let elapsed = now.min(self.end).saturating_sub(self.start);
		self.terms.due(elapsed).saturating_sub(self.collected)
	}

	/// Rent that no owner has got.
	pub(crate) fn uncollected(&self) -> Balance {
		self.paid.saturating_sub(self.collected)
	}

	/// What is set aside for the lease.
	pub(crate) fn escrow(&self) -> Balance {
		self.uncollected().saturating_add(self.deposit)
	}

	/// The end after so many periods more; none if that is longer than agreed.
	pub(crate) fn end_after(&self, periods: u32) -> Option<BlockNumber> {
		let end = self.end.checked_add(self.terms.period.checked_mul(periods)?)?;
		let longest = self.terms.blocks(self.terms.most);
		(end.checked_sub(self.start)? <= longest).then_some(end)
	}

	/// What follows if a side ends the lease now; none if that would not be any earlier.
	pub(crate) fn ending(&self, by: Party, now: BlockNumber) -> Option<Ending> {
		let noticed = now.saturating_add(self.terms.notice);
		let agreed = self.start.saturating_add(self.terms.blocks(self.terms.least));
		let end = match by {
			Party::Tenant => noticed,
			Party::Landlord => noticed.max(agreed),
		};
		if end >= self.end {
			return None;
		}
		let refund = self.paid.saturating_sub(self.terms.due(end.saturating_sub(self.start)));
		let forfeited = if end < agreed { self.deposit } else { 0 };
		Some(Ending { end, refund, forfeited })
	}

	/// Whether the amounts fit the times.
	pub(crate) fn is_sound(&self) -> bool {
		self.terms.is_valid()
			&& self.start <= self.end
			&& self.end.saturating_sub(self.start) <= self.terms.blocks(self.terms.most)
			&& self.paid == self.terms.due(self.end.saturating_sub(self.start))
			&& self.collected <= self.paid
			&& self.deposit <= self.terms.deposit
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use freehold_primitives::ids::{AvatarId, LeaseId};
	use proptest::prelude::*;

	/// 10 a period of 3 blocks, for 2 to 5 periods, with 4 blocks of notice.
	const TERMS: LeaseTerms = LeaseTerms {
		price: 10,
		period: 3,
		least: 2,
		most: 5,
		notice: 4,
		deposit: 7,
		sublet: false,
		tenant: None,
	};

	/// From block 100 on.
	fn lease(terms: LeaseTerms, periods: u32) -> Lease<()> {
		Lease {
			id: LeaseId(1),
			tenant: AvatarId(2),
			terms,
			start: 100,
			end: 100 + terms.blocks(periods),
			paid: terms.rent(periods),
			collected: 0,
			deposit: terms.deposit,
			ending: false,
			payer: (),
		}
	}

	#[test]
	fn rent_is_rounded_down_and_exact_at_whole_periods() {
		let due: Vec<_> = (0..7).map(|elapsed| TERMS.due(elapsed)).collect();

		assert_eq!(due, [0, 3, 6, 10, 13, 16, 20]);
	}

	#[test]
	fn terms_without_sense_are_invalid() {
		assert!(TERMS.is_valid());
		assert!(LeaseTerms { price: 0, deposit: 0, notice: 0, ..TERMS }.is_valid());
		for terms in [
			LeaseTerms { period: 0, ..TERMS },
			LeaseTerms { least: 0, ..TERMS },
			LeaseTerms { least: 6, ..TERMS },
		] {
			assert!(!terms.is_valid(), "{terms:?}");
		}
	}

	#[test]
	fn no_lease_is_longer_than_ten_years() {
		let longest = LeaseTerms { period: MAX_LEASE_BLOCKS, least: 1, most: 1, ..TERMS };

		assert!(longest.is_valid());
		assert!(!LeaseTerms { period: MAX_LEASE_BLOCKS + 1, ..longest }.is_valid());
		assert!(!LeaseTerms { period: 1 << 16, least: 1, most: 1 << 16, ..TERMS }.is_valid());
	}

	#[test]
	fn no_lease_costs_more_than_can_be_counted() {
		let dear = LeaseTerms { price: Balance::MAX / 15, deposit: 0, ..TERMS };

		assert!(dear.is_valid());
		assert_eq!(dear.due(15), dear.rent(5));
		assert!(!LeaseTerms { price: dear.price + 1, ..dear }.is_valid());
		assert!(!LeaseTerms { deposit: Balance::MAX, ..TERMS }.is_valid());
	}

	#[test]
	fn a_tenant_who_leaves_after_the_least_loses_nothing() {
		let ending = lease(TERMS, 5).ending(Party::Tenant, 102);

		assert_eq!(ending, Some(Ending { end: 106, refund: 30, forfeited: 0 }));
	}

	#[test]
	fn a_tenant_who_leaves_before_the_least_forfeits_the_deposit() {
		let ending = lease(TERMS, 5).ending(Party::Tenant, 101);

		assert_eq!(ending, Some(Ending { end: 105, refund: 34, forfeited: 7 }));
	}

	#[test]
	fn a_landlord_waits_for_the_least() {
		let early = lease(TERMS, 5).ending(Party::Landlord, 100);
		let late = lease(TERMS, 5).ending(Party::Landlord, 103);

		assert_eq!(early, Some(Ending { end: 106, refund: 30, forfeited: 0 }));
		assert_eq!(late, Some(Ending { end: 107, refund: 27, forfeited: 0 }));
	}

	#[test]
	fn nobody_ends_what_ends_as_soon_anyway() {
		for party in [Party::Tenant, Party::Landlord] {
			assert_eq!(lease(TERMS, 5).ending(party, 111), None);
			assert_eq!(lease(TERMS, 5).ending(party, u32::MAX), None);
		}
		assert_eq!(lease(TERMS, 2).ending(Party::Landlord, 100), None);
	}

	#[test]
	fn an_extension_stays_within_the_most() {
		assert_eq!(lease(TERMS, 2).end_after(3), Some(115));
		assert_eq!(lease(TERMS, 2).end_after(4), None);
		assert_eq!(lease(TERMS, 2).end_after(u32::MAX), None);
	}

	prop_compose! {
		fn terms()(
			price in 0..1_000_000_000_000_000u128,
			period in 1..5_000u32,
			least in 1..20u32,
			more in 0..20u32,
			notice in 0..100_000u32,
			deposit in 0..1_000_000_000u128,
		) -> LeaseTerms {
			let most = least + more;
			LeaseTerms { price, period, least, most, notice, deposit, sublet: true, tenant: None }
		}
	}

	prop_compose! {
		/// A lease that may run, and a block from its start on.
		fn running()(terms in terms())(
			terms in Just(terms),
			periods in terms.least..=terms.most,
			after in 0..=terms.blocks(terms.most) + 10,
		) -> (Lease<()>, BlockNumber) {
			(lease(terms, periods), 100 + after)
		}
	}

	proptest! {
		#[test]
		fn whole_periods_cost_their_price(terms in terms()) {
			for periods in 0..=terms.most {
				prop_assert_eq!(terms.due(terms.blocks(periods)), terms.rent(periods));
			}
		}

		#[test]
		fn rent_never_falls((lease, now) in running()) {
			let terms = lease.terms;
			prop_assert!(terms.due(now - 100) <= terms.due(now - 99));
		}

		/// However often rent is collected, the owner gets the same.
		#[test]
		fn what_is_collected_adds_up(
			(mut lease, _) in running(),
			mut blocks in prop::collection::vec(100..200_000u32, 0..20),
		) {
			blocks.sort_unstable();
			for now in blocks {
				lease.collected += lease.collectable(now);
				prop_assert!(lease.is_sound());
				prop_assert_eq!(lease.collected, lease.terms.due(now.min(lease.end) - 100));
			}
			let rest = lease.uncollected();
			prop_assert_eq!(lease.collected + rest, lease.paid);
			prop_assert_eq!(lease.collectable(u32::MAX), rest);
		}

		/// Rent up to the end, refund and deposit are all that was set aside, to the last unit.
		#[test]
		fn an_ending_neither_makes_nor_loses_a_coin(
			(mut lease, now) in running(),
			by in prop::sample::select(vec![Party::Tenant, Party::Landlord]),
			collects: bool,
		) {
			if collects {
				lease.collected = lease.collectable(now);
			}
			if let Some(ending) = lease.ending(by, now) {
				let before = lease.escrow();
				prop_assert!(now <= ending.end && ending.end < lease.end);
				lease.end = ending.end;
				lease.paid -= ending.refund;
				lease.deposit -= ending.forfeited;
				prop_assert!(lease.is_sound());
				prop_assert_eq!(lease.escrow() + ending.refund + ending.forfeited, before);
			}
		}

		#[test]
		fn a_landlord_never_ends_before_the_least((lease, now) in running()) {
			if let Some(ending) = lease.ending(Party::Landlord, now) {
				prop_assert!(ending.end >= 100 + lease.terms.blocks(lease.terms.least));
				prop_assert!(ending.end >= now + lease.terms.notice);
				prop_assert_eq!(ending.forfeited, 0);
			}
		}

		#[test]
		fn an_extended_lease_is_as_one_of_that_length_from_the_start(
			terms in terms(),
			first in 1..20u32,
			more in 0..40u32,
		) {
			let short = lease(terms, first.min(terms.most));
			let whole = first.min(terms.most) + more;
			let fits = whole <= terms.most;
			let end = fits.then(|| lease(terms, whole).end);
			prop_assert_eq!(short.end_after(more), end);
			prop_assert_eq!(short.paid + terms.rent(more), terms.rent(whole));
		}
	}
}
