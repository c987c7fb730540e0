// SPDX-License-Identifier: Apache-2.0
//! What someone may try to do on the market.

use crate::mock::*;
use freehold_primitives::{
	asset::{Asset, UniqueId},
	chain::{Balance, BlockNumber},
	fee::BasisPoints,
	ids::{AvatarId, KindId},
	order::Cancellation,
	purse::OrderNumber,
};
use proptest::prelude::*;

/// What there is one of. Alice has the first two, then comes one of Bob's and one of Carol's.
pub(super) const THINGS: [UniqueId; 4] = [SWORD, ESTATE, BUCKLER, PARCEL];

/// What is given.
#[derive(Clone, Copy, Debug)]
pub(super) enum Goods {
	Thing(usize),
	Arrows(u64),
	Bundle(usize, u64),
}

/// What is wanted in an offer.
#[derive(Clone, Copy, Debug)]
pub(super) enum Wish {
	Goods(Goods),
	Blade,
	InCollection(u32),
	Parcel,
}

/// What is done. `order` and `auction` count back from those to come: 0 is one that there is not.
/// The last seven are done by other pallets, or by time.
#[derive(Clone, Copy, Debug)]
pub(super) enum Action {
	List {
		seller: AvatarId,
		goods: Goods,
		price: Balance,
		falls: bool,
		lots: u32,
		buyer: Option<AvatarId>,
		limit: BasisPoints,
		blocks: BlockNumber,
	},
	Offer {
		bidder: AvatarId,
		price: Balance,
		wish: Wish,
		lots: u32,
		blocks: BlockNumber,
	},
	Barter {
		maker: AvatarId,
		taker: AvatarId,
		give: Goods,
		coins: Balance,
		want: Goods,
		limit: BasisPoints,
		blocks: BlockNumber,
	},
	Buy {
		order: u32,
		buyer: AvatarId,
		lots: u32,
		max_price: Balance,
	},
	AcceptOffer {
		order: u32,
		seller: AvatarId,
		goods: Goods,
	},
	AcceptBarter {
		order: u32,
	},
	Cancel {
		order: u32,
	},
	Sweep {
		order: u32,
	},
	Open {
		seller: AvatarId,
		goods: Goods,
		reserve: Balance,
		raise: Balance,
		blocks: BlockNumber,
		extension: BlockNumber,
		limit: BasisPoints,
	},
	Bid {
		auction: u32,
		bidder: AvatarId,
		amount: Balance,
	},
	CancelAuction {
		auction: u32,
	},
	CloseAuction {
		auction: u32,
	},
	Settle {
		maker: AvatarId,
		taker: AvatarId,
		order: OrderNumber,
		acceptance: OrderNumber,
		lots: u32,
	},
	CancelSigned {
		avatar: AvatarId,
		how: u8,
		number: OrderNumber,
	},
	GiveAway {
		thing: usize,
		to: AvatarId,
	},
	Change {
		thing: usize,
	},
	SetRoyalty {
		kind: KindId,
		rate: BasisPoints,
	},
	SetOffered {
		avatar: AvatarId,
		offered: bool,
	},
	Sell {
		avatar: AvatarId,
		to: AvatarId,
	},
	SetSuspended {
		suspended: bool,
	},
	Wait {
		blocks: BlockNumber,
	},
}

/// An action of the account that owned this avatar at first; if none, of the one that it takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
	pub(super) by: Option<AvatarId>,
	pub(super) action: Action,
}

fn player() -> impl Strategy<Value = AvatarId> {
	prop_oneof![Just(ALICE), Just(BOB), Just(CAROL)]
}

fn thing() -> impl Strategy<Value = usize> {
	0..THINGS.len()
}

fn goods() -> impl Strategy<Value = Goods> {
	prop_oneof![
		4 => thing().prop_map(Goods::Thing),
		3 => (0..=40u64).prop_map(Goods::Arrows),
		1 => (thing(), 1..=40u64).prop_map(|(thing, amount)| Goods::Bundle(thing, amount)),
	]
}

fn wish() -> impl Strategy<Value = Wish> {
	prop_oneof![
		4 => goods().prop_map(Wish::Goods),
		1 => Just(Wish::Blade),
		1 => (0..=1u32).prop_map(Wish::InCollection),
		1 => Just(Wish::Parcel),
	]
}

fn limit() -> impl Strategy<Value = BasisPoints> {
	prop_oneof![6 => Just(ALL), 1 => Just(1_300), 1 => Just(900)]
}

fn blocks() -> impl Strategy<Value = BlockNumber> {
	prop_oneof![8 => 0..=30u32, 1 => Just(MAX_REST), 1 => Just(MAX_REST + 1)]
}

/// Which of the last ones.
fn recent() -> impl Strategy<Value = u32> {
	prop_oneof![20 => 1..=4u32, 1 => 0..=9u32]
}

fn resting() -> impl Strategy<Value = Action> {
	let lots = || prop_oneof![4 => Just(1u32), 2 => 2..=4u32, 1 => Just(0)];
	let buyer =
		|| prop_oneof![6 => Just(None), 2 => player().prop_map(Some), 1 => Just(Some(NOBODY))];
	prop_oneof![
		3 => (player(), goods(), 0..=120u128, any::<bool>(), lots(), buyer(), limit(), blocks())
			.prop_map(|(seller, goods, price, falls, lots, buyer, limit, blocks)| Action::List {
				seller, goods, price, falls, lots, buyer, limit, blocks,
			}),
		3 => (player(), 0..=120u128, wish(), lots(), blocks()).prop_map(
			|(bidder, price, wish, lots, blocks)| Action::Offer { bidder, price, wish, lots, blocks }
		),
		2 => (player(), player(), goods(), 0..=60u128, goods(), limit(), blocks()).prop_map(
			|(maker, taker, give, coins, want, limit, blocks)| Action::Barter {
				maker, taker, give, coins, want, limit, blocks,
			}
		),
	]
}

fn taking() -> impl Strategy<Value = Action> {
	let max_price = || prop_oneof![4 => Just(WEALTH), 1 => 0..=120u128];
	prop_oneof![
		5 => (recent(), player(), 0..=4u32, max_price()).prop_map(
			|(order, buyer, lots, max_price)| Action::Buy { order, buyer, lots, max_price }
		),
		4 => (recent(), player(), goods())
			.prop_map(|(order, seller, goods)| Action::AcceptOffer { order, seller, goods }),
		4 => recent().prop_map(|order| Action::AcceptBarter { order }),
		2 => recent().prop_map(|order| Action::Cancel { order }),
		3 => recent().prop_map(|order| Action::Sweep { order }),
	]
}

fn auctioning() -> impl Strategy<Value = Action> {
	prop_oneof![
		3 => (player(), goods(), 0..=60u128, 0..=20u128, 0..=12u32, 0..=6u32, limit()).prop_map(
			|(seller, goods, reserve, raise, blocks, extension, limit)| Action::Open {
				seller, goods, reserve, raise, blocks, extension, limit,
			}
		),
		6 => (recent(), player(), 0..=400u128)
			.prop_map(|(auction, bidder, amount)| Action::Bid { auction, bidder, amount }),
		1 => recent().prop_map(|auction| Action::CancelAuction { auction }),
		4 => recent().prop_map(|auction| Action::CloseAuction { auction }),
	]
}

fn signing() -> impl Strategy<Value = Action> {
	prop_oneof![
		8 => (player(), player(), 0..=9u32, 0..=20u32, 0..=4u32).prop_map(
			|(maker, taker, order, acceptance, lots)| Action::Settle {
				maker, taker, order, acceptance, lots,
			}
		),
		2 => (player(), 0..=8u8, 0..=9u32)
			.prop_map(|(avatar, how, number)| Action::CancelSigned { avatar, how, number }),
	]
}

fn surroundings() -> impl Strategy<Value = Action> {
	let kind = || prop_oneof![Just(BLADES), Just(SHIELDS), Just(ARROWS)];
	let rate = || prop_oneof![Just(0u16), Just(300), Just(1_000)];
	prop_oneof![
		3 => (thing(), player()).prop_map(|(thing, to)| Action::GiveAway { thing, to }),
		1 => thing().prop_map(|thing| Action::Change { thing }),
		2 => (kind(), rate()).prop_map(|(kind, rate)| Action::SetRoyalty { kind, rate }),
		1 => player().prop_map(|avatar| Action::SetOffered { avatar, offered: true }),
		3 => player().prop_map(|avatar| Action::SetOffered { avatar, offered: false }),
		1 => (player(), player()).prop_map(|(avatar, to)| Action::Sell { avatar, to }),
		1 => Just(Action::SetSuspended { suspended: true }),
		3 => Just(Action::SetSuspended { suspended: false }),
		6 => (1..=6u32).prop_map(|blocks| Action::Wait { blocks }),
	]
}

pub(super) fn step() -> impl Strategy<Value = Step> {
	let action = prop_oneof![
		4 => resting(),
		5 => taking(),
		3 => auctioning(),
		2 => signing(),
		2 => surroundings(),
	];
	let by = prop_oneof![12 => Just(None), 1 => player().prop_map(Some)];
	(by, action).prop_map(|(by, action)| Step { by, action })
}

/// Goods, and coins if there are any.
pub(super) fn barter_side(mut goods: Vec<Asset>, coins: Balance) -> Vec<Asset> {
	if coins > 0 {
		goods.push(Asset::Coins(coins));
	}
	goods
}

pub(super) fn cancellation(how: u8, number: OrderNumber) -> Cancellation {
	match how {
		0..=5 => Cancellation::One { lane: 1, number },
		6..=7 => Cancellation::Below { lane: 1, number },
		_ => Cancellation::All,
	}
}

/// The name of an action.
pub(super) fn name(action: &Action) -> String {
	let shown = format!("{action:?}");
	shown.split(' ').next().unwrap_or_default().to_owned()
}
