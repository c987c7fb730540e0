// SPDX-License-Identifier: Apache-2.0
//! An order or an auction among others: what it is about, and where it stands in the book.

use crate::{
	commands::{
		assets,
		market::entry::{self, Side},
		names::Names,
	},
	parse,
};
use freehold_client::records::{Auction, RestingOrder, Want, Wanted};
use freehold_primitives::{
	asset::{Asset, Coins, UniqueId},
	chain::{Balance, BlockNumber},
	ids::{AuctionId, AvatarId, CollectionId, ItemId, KindId, OrderId, WorldId},
};
use std::{
	cmp::Reverse,
	collections::{BTreeMap, BTreeSet},
};

/// An order or an auction.
pub enum Entry {
	Order(OrderId, RestingOrder, Option<Balance>),
	Auction(AuctionId, Auction),
}

/// What entries are about: those about the same stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
	Kind(KindId),
	Collection(CollectionId),
	Land(WorldId),
	Estates,
	Several,
}

/// The kinds of items, as far as entries name them.
pub type Kinds = BTreeMap<ItemId, KindId>;

impl Entry {
	pub fn maker(&self) -> AvatarId {
		match self {
			Self::Order(_, order, _) => order.maker,
			Self::Auction(_, auction) => auction.seller,
		}
	}

	pub fn until(&self) -> BlockNumber {
		match self {
			Self::Order(_, order, _) => order.until,
			Self::Auction(_, auction) => auction.ends,
		}
	}

	/// Whether it is an auction, and its number.
	pub fn key(&self) -> (bool, u32) {
		match self {
			Self::Order(id, ..) => (false, id.0),
			Self::Auction(id, _) => (true, id.0),
		}
	}

	/// What an offer is for, if it is one.
	fn wanted(&self) -> Option<&Wanted> {
		match self {
			Self::Order(_, RestingOrder { want: Want::Any(wanted), .. }, _) => Some(wanted),
			_ => None,
		}
	}

	/// All that is given or wanted by name.
	pub fn assets(&self) -> Vec<Asset> {
		match self {
			Self::Auction(_, auction) => auction.lot.to_vec(),
			Self::Order(_, order, _) => {
				let mut named = order.give.to_vec();
				match &order.want {
					Want::Any(Wanted::Asset(asset)) => named.push(*asset),
					Want::Assets(assets) => named.extend(assets.iter().copied()),
					Want::Any(_) | Want::Price(_) => {},
				}
				named
			},
		}
	}

	pub fn concerns_kind(&self, kind: KindId, kinds: &Kinds) -> bool {
		let wanted = match self.wanted() {
			Some(Wanted::OfKind(it)) => *it == kind,
			Some(Wanted::InCollection(it)) => *it == kind.collection,
			_ => false,
		};
		wanted || self.assets().iter().any(|asset| of_kind(asset, kinds) == Some(kind))
	}

	pub fn concerns_collection(&self, collection: CollectionId) -> bool {
		let wanted = match self.wanted() {
			Some(Wanted::OfKind(it)) => it.collection == collection,
			Some(Wanted::InCollection(it)) => *it == collection,
			_ => false,
		};
		let named = |asset: &Asset| match asset {
			Asset::Item { id, .. } => id.collection == collection,
			Asset::Units { kind, .. } => kind.collection == collection,
			_ => false,
		};
		wanted || self.assets().iter().any(named)
	}

	/// Whether the asset is given or wanted, or would do for the offer.
	pub fn concerns(&self, asset: UniqueId, kinds: &Kinds) -> bool {
		let would_do = match (self.wanted(), asset) {
			(Some(Wanted::OfKind(kind)), UniqueId::Item(item)) => kinds.get(&item) == Some(kind),
			(Some(Wanted::InCollection(it)), UniqueId::Item(item)) => *it == item.collection,
			(Some(Wanted::ParcelIn { world, area }), UniqueId::Parcel(parcel)) => {
				*world == parcel.world && area.contains(parcel.at)
			},
			_ => false,
		};
		let named = |it: &Asset| it.unique().is_some_and(|(id, _)| id == asset);
		would_do || self.assets().iter().any(named)
	}

	fn subject(&self, kinds: &Kinds) -> Subject {
		match self.wanted() {
			Some(Wanted::OfKind(kind)) => return Subject::Kind(*kind),
			Some(Wanted::InCollection(collection)) => return Subject::Collection(*collection),
			Some(Wanted::ParcelIn { world, .. }) => return Subject::Land(*world),
			Some(Wanted::Asset(_)) | None => {},
		}
		let about = |asset: &Asset| match asset {
			Asset::Coins(_) => None,
			Asset::Item { .. } | Asset::Units { .. } => {
				Some(of_kind(asset, kinds).map_or(Subject::Several, Subject::Kind))
			},
			Asset::Parcel { id, .. } => Some(Subject::Land(id.world)),
			Asset::Estate { .. } => Some(Subject::Estates),
		};
		let subjects: BTreeSet<Subject> = self.assets().iter().filter_map(about).collect();
		match (subjects.len(), subjects.first()) {
			(1, Some(only)) => *only,
			_ => Subject::Several,
		}
	}

	/// What is sold or paid for one lot now.
	fn price(&self) -> Option<Balance> {
		match self {
			Self::Order(_, _, price) => *price,
			Self::Auction(_, auction) => Some(auction.least_bid()),
		}
	}

	/// How many units a lot has, so that prices of lots of different sizes can be compared.
	fn size(&self) -> u64 {
		let amount = |asset: &Asset| match asset {
			Asset::Units { amount, .. } => Some(*amount),
			_ => None,
		};
		let units = self.assets().iter().filter_map(amount).fold(0, u64::saturating_add);
		units.max(1)
	}

	/// By what it is about, by side, and then the best price for whoever takes it first.
	pub fn rank(&self, kinds: &Kinds) -> impl Ord {
		let side = match self {
			Self::Order(_, order, _) => Side::of(order),
			Self::Auction(..) => Side::Sell,
		};
		let each = self.price().unwrap_or_default() / Balance::from(self.size());
		let (least, most) = match side {
			Side::Buy => (0, Reverse(each)),
			Side::Sell | Side::Barter => (each, Reverse(0)),
		};
		(self.subject(kinds), side, least, most, self.key())
	}

	pub fn row(&self, names: &Names, now: BlockNumber) -> Vec<String> {
		let of = names.of(self.maker());
		let until = parse::until(self.until(), now);
		match self {
			Self::Order(id, order, price) => {
				let price = match price {
					Some(price) => self.priced(*price),
					None => String::new(),
				};
				let lots = order.lots.to_string();
				let world = order.world.to_string();
				vec![format!("order {id}"), entry::what(order), of, price, lots, until, world]
			},
			Self::Auction(id, auction) => {
				let bid = match auction.best {
					Some(best) => format!("{} are bid", Coins(best.amount)),
					None => format!("{} or more", Coins(auction.reserve)),
				};
				let what = format!("auctions {}", assets::words(&auction.lot));
				let world = auction.world.to_string();
				vec![format!("auction {id}"), what, of, bid, "1".into(), until, world]
			},
		}
	}

	/// The price of a lot, and of each unit in it if there are several.
	fn priced(&self, price: Balance) -> String {
		match self.size() {
			1 => Coins(price).to_string(),
			size => {
				let each = Coins(price / Balance::from(size));
				format!("{} ({each} each)", Coins(price))
			},
		}
	}
}

fn of_kind(asset: &Asset, kinds: &Kinds) -> Option<KindId> {
	match asset {
		Asset::Item { id, .. } => kinds.get(id).copied(),
		Asset::Units { kind, .. } => Some(*kind),
		Asset::Coins(_) | Asset::Parcel { .. } | Asset::Estate { .. } => None,
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::commands::market::entry::tests::{item, resting, side, units, KIND};
	use freehold_client::records::Price;

	fn sale(id: u32, give: &[Asset], price: Balance) -> Entry {
		let order = resting(give, Want::Price(Price::fixed(price)));
		Entry::Order(OrderId(id), order, Some(price))
	}

	fn offer(id: u32, wanted: Wanted, price: Balance) -> Entry {
		let order = resting(&[Asset::Coins(price)], Want::Any(wanted));
		Entry::Order(OrderId(id), order, Some(price))
	}

	fn known() -> Kinds {
		let other = KindId { index: 2, ..KIND };
		let id = |serial| ItemId { collection: KIND.collection, serial };
		[(id(7), KIND), (id(8), other)].into()
	}

	#[test]
	fn what_is_about_the_same_stands_together_by_price() {
		let mut entries = [
			sale(0, &[item(8)], 1),
			sale(1, &[units(10)], 50),
			sale(2, &[item(7)], 3),
			offer(3, Wanted::OfKind(KIND), 1),
			offer(4, Wanted::OfKind(KIND), 2),
			sale(5, &[item(7), item(8)], 1),
		];

		entries.sort_by_key(|entry| entry.rank(&known()));

		// Kind 3/1: sales from the cheapest on, offers from the highest on; then kind 3/2, bundles.
		let order: Vec<u32> = entries.iter().map(|entry| entry.key().1).collect();
		assert_eq!(order, [2, 1, 4, 3, 0, 5]);
	}

	#[test]
	fn an_item_is_found_wherever_it_would_do() {
		let kinds = known();
		let UniqueId::Item(id) = item(7).unique().expect("it exists once").0 else {
			panic!("it is an item");
		};
		let asked = UniqueId::Item(id);
		let other = Wanted::OfKind(KindId { index: 2, ..KIND });

		assert!(sale(0, &[item(7)], 1).concerns(asked, &kinds));
		assert!(offer(0, Wanted::OfKind(KIND), 1).concerns(asked, &kinds));
		assert!(offer(0, Wanted::InCollection(KIND.collection), 1).concerns(asked, &kinds));
		assert!(offer(0, Wanted::Asset(item(7)), 1).concerns(asked, &kinds));
		assert!(!offer(0, other, 1).concerns(asked, &kinds));
		assert!(!sale(0, &[item(8)], 1).concerns(asked, &kinds));
		let barter = Want::Assets(side(&[item(7)]));
		let barter = Entry::Order(OrderId(0), resting(&[item(8)], barter), None);
		assert!(barter.concerns(asked, &kinds) && barter.concerns_kind(KIND, &kinds));
	}

	#[test]
	fn units_are_priced_each() {
		assert_eq!(
			sale(0, &[units(4)], 10 * Coins::UNIT).priced(10 * Coins::UNIT),
			"10 (2.5 each)"
		);
		assert_eq!(sale(0, &[item(7)], Coins::UNIT).priced(Coins::UNIT), "1");
	}
}
