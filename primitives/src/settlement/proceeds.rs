// SPDX-License-Identifier: Apache-2.0
//! What becomes of a payment: the one place where fees and royalties are reckoned.

use crate::{
	chain::Balance,
	fee::{share, BasisPoints},
	ids::{CollectionId, KindId},
};
use alloc::{collections::BTreeMap, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;

/// What one side of a deal gets in coins, and what was taken off them. `net` is `gross` less all
/// else, always.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Proceeds {
	/// What the other side pays, in 10^-12 FHD.
	pub gross: Balance,
	/// What the world keeps.
	pub fee: Balance,
	/// What the creators of each kind get, each kind once.
	pub royalties: Vec<(KindId, Balance)>,
	/// What arrives.
	pub net: Balance,
}

impl Proceeds {
	/// What the creators get in all.
	pub fn royalty(&self) -> Balance {
		self.royalties
			.iter()
			.fold(0, |sum: Balance, (_, amount)| sum.saturating_add(*amount))
	}

	/// These and those of another payment.
	pub(super) fn add(&mut self, other: &Self) {
		self.gross = self.gross.saturating_add(other.gross);
		self.fee = self.fee.saturating_add(other.fee);
		self.net = self.net.saturating_add(other.net);
		for (kind, amount) in &other.royalties {
			self.add_royalty(*kind, *amount);
		}
	}

	fn add_royalty(&mut self, kind: KindId, amount: Balance) {
		match self.royalties.iter_mut().find(|(it, _)| *it == kind) {
			Some((_, sum)) => *sum = sum.saturating_add(amount),
			None if amount > 0 => self.royalties.push((kind, amount)),
			None => (),
		}
	}
}

/// What both sides of a deal get in coins.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Receipt {
	/// The maker's.
	pub maker: Proceeds,
	/// The taker's.
	pub taker: Proceeds,
}

/// The royalty of each asset that is paid for, with the kind it goes to.
pub(super) type Rates = Vec<(KindId, BasisPoints)>;

/// The highest rate of each collection that something is bought of.
fn rates_of_collections(rates: &[(KindId, BasisPoints)]) -> BTreeMap<CollectionId, BasisPoints> {
	let mut highest = BTreeMap::<CollectionId, BasisPoints>::new();
	for (kind, rate) in rates {
		let most = highest.entry(kind.collection).or_default();
		*most = (*most).max(*rate);
	}
	highest
}

/// The rate of a payment for assets with these royalties: each collection's highest, once.
///
/// Nobody can tell what part of a price is for which asset, so each collection gets its rate of the
/// whole: whatever else is sold with an item, its creators get no less. A set of one collection
/// pays once.
pub fn royalty_rate(rates: &[(KindId, BasisPoints)]) -> BasisPoints {
	rates_of_collections(rates).into_values().fold(0, BasisPoints::saturating_add)
}

/// Parts a payment. The royalty of a collection is divided between its kinds in proportion to their
/// rates. Every part is rounded down, and what that leaves over stays with who is paid: no part is
/// ever more than its rate.
pub(super) fn distribute(gross: Balance, fee: BasisPoints, rates: &Rates) -> Proceeds {
	let mut proceeds =
		Proceeds { gross, fee: share(gross, fee), royalties: Vec::new(), net: gross };
	let mut kinds = BTreeMap::<KindId, Balance>::new();
	for (kind, rate) in rates {
		let sum = kinds.entry(*kind).or_default();
		*sum = sum.saturating_add((*rate).into());
	}
	for (collection, highest) in rates_of_collections(rates) {
		let of_it = || kinds.iter().filter(|(kind, _)| kind.collection == collection);
		let whole = of_it().fold(0, |sum: Balance, (_, part)| sum.saturating_add(*part));
		let royalty = share(gross, highest);
		for (kind, part) in of_it() {
			proceeds.add_royalty(*kind, proportion(royalty, *part, whole));
		}
	}
	let taken = proceeds.fee.saturating_add(proceeds.royalty());
	proceeds.net = gross.saturating_sub(taken);
	proceeds
}

/// `amount * part / whole`, rounded down, for a part of a whole that is small: at most the sum of
/// a few rates. Exact, as [`share`] is; nothing of nothing.
fn proportion(amount: Balance, part: Balance, whole: Balance) -> Balance {
	let (Some(quotient), Some(remainder)) = (amount.checked_div(whole), amount.checked_rem(whole))
	else {
		return 0;
	};
	let rest = remainder.saturating_mul(part).checked_div(whole).unwrap_or_default();
	quotient.saturating_mul(part).saturating_add(rest)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		asset::MAX_ASSETS,
		fee::{MAX_ROYALTY, MAX_WORLD_FEE},
	};
	use proptest::prelude::*;

	fn kind(index: u32) -> KindId {
		KindId { collection: CollectionId(0), index }
	}

	#[test]
	fn the_whole_arrives_where_nothing_is_taken() {
		let proceeds = distribute(1_000, 0, &Vec::new());

		assert_eq!(proceeds, Proceeds { gross: 1_000, net: 1_000, ..Proceeds::default() });
	}

	#[test]
	fn fee_and_royalty_are_both_of_the_whole() {
		let proceeds = distribute(1_000, 100, &vec![(kind(0), 500)]);

		let royalties = vec![(kind(0), 50)];
		assert_eq!(proceeds, Proceeds { gross: 1_000, fee: 10, royalties, net: 940 });
	}

	#[test]
	fn a_set_of_one_collection_pays_its_highest_rate_once() {
		let proceeds = distribute(10_000, 0, &vec![(kind(0), 600), (kind(1), 200), (kind(2), 0)]);

		assert_eq!(proceeds.royalties, [(kind(0), 450), (kind(1), 150)]);
		assert_eq!(proceeds.net, 9_400);
	}

	#[test]
	fn items_of_one_kind_are_one_part() {
		let proceeds = distribute(10_000, 0, &vec![(kind(0), 500), (kind(0), 300)]);

		assert_eq!(proceeds.royalties, [(kind(0), 500)]);
	}

	#[test]
	fn dust_stays_with_who_is_paid() {
		let proceeds = distribute(199, 100, &vec![(kind(0), 100), (kind(1), 100)]);

		assert_eq!((proceeds.fee, proceeds.royalty(), proceeds.net), (1, 0, 198));
	}

	/// Else whoever sells could add something of its own, and get the royalty back.
	#[test]
	fn each_collection_gets_its_rate_of_the_whole() {
		let junk = KindId { collection: CollectionId(1), index: 0 };

		let proceeds = distribute(10_000, 0, &vec![(kind(0), 500), (junk, 1_000), (junk, 1_000)]);

		assert_eq!(proceeds.royalties, [(kind(0), 500), (junk, 1_000)]);
		assert_eq!(proceeds.net, 8_500);
	}

	#[test]
	fn something_is_left_of_every_payment() {
		let dearest = BasisPoints::try_from(MAX_ASSETS).expect("a few") * MAX_ROYALTY;

		assert!(dearest + MAX_WORLD_FEE < 10_000);
	}

	fn rates() -> impl Strategy<Value = Rates> {
		prop::collection::vec((0..3u32, 0..3u32, 0..=MAX_ROYALTY), 0..=8).prop_map(|rates| {
			let kind = |collection, index| KindId { collection: CollectionId(collection), index };
			rates.into_iter().map(|(of, index, rate)| (kind(of, index), rate)).collect()
		})
	}

	proptest! {
		#[test]
		fn no_coin_comes_or_goes(gross: Balance, fee in 0..=MAX_WORLD_FEE, rates in rates()) {
			let it = distribute(gross, fee, &rates);

			prop_assert_eq!(it.net + it.fee + it.royalty(), gross);
			prop_assert!(it.fee <= share(gross, fee));
			prop_assert!(it.royalty() <= share(gross, royalty_rate(&rates)));
			prop_assert!(share(gross, royalty_rate(&rates)) - it.royalty() <= 11);
		}

		/// Whatever of other collections is sold with it.
		#[test]
		fn no_bundle_lowers_a_royalty(gross: Balance, rates in rates(), others in rates()) {
			let elsewhere = |(kind, rate): (KindId, _)| {
				(KindId { collection: CollectionId(kind.collection.0 + 10), ..kind }, rate)
			};
			let bundle: Rates =
				rates.iter().copied().chain(others.into_iter().map(elsewhere)).collect();

			let mut bundled = distribute(gross, 0, &bundle).royalties;
			bundled.retain(|(kind, _)| kind.collection.0 < 10);

			prop_assert_eq!(bundled, distribute(gross, 0, &rates).royalties);
		}
	}
}
