// SPDX-License-Identifier: Apache-2.0
//! Trades as random input: made up without a chain, and signed on one.

use freehold_primitives::{
	asset::{Asset, UniqueId},
	chain::{Balance, Hash},
	ids::{AvatarId, EstateId, KindId, WorldId},
	order::{Acceptance, Order, Trade},
	purse::{LaneIndex, OrderNumber},
	settlement::Store,
};
use freehold_runtime::{constants::UNIT, ledger::Records, Avatars};
use freehold_tests::{
	chain::Chain,
	keyring::{Key, BOB},
	market::{side, ANY},
	stage::{as_of_now, parcel, sword, ARROWS, COLLECTION, SLOT},
	trade::{Bargain, LIFETIME},
};
use proptest::prelude::*;
use sp_keyring::Sr25519Keyring;

/// A trade before it is signed.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
	maker: Side,
	taker: Side,
	lots: u32,
	/// How many of them are taken.
	taken: u32,
	/// Whether who gives a unique asset is who owns it, rather than any avatar.
	rightful: bool,
	flaw: Option<Flaw>,
}

#[derive(Clone, Debug)]
struct Side {
	avatar: AvatarId,
	lane: LaneIndex,
	number: OrderNumber,
	gives: Thing,
}

#[derive(Clone, Debug)]
enum Thing {
	Coins(Balance),
	Units(KindId, u64),
	Unique(UniqueId),
}

/// What makes a trade one that may not happen, whatever the state.
#[derive(Clone, Copy, Debug)]
enum Flaw {
	OrderByAnother,
	AcceptanceByAnother,
	OtherChain,
	OtherWorld,
	Expired,
	ChangedOrder,
}

pub(crate) fn plan() -> impl Strategy<Value = Plan> {
	let flaw = prop::sample::select(vec![
		Flaw::OrderByAnother,
		Flaw::AcceptanceByAnother,
		Flaw::OtherChain,
		Flaw::OtherWorld,
		Flaw::Expired,
		Flaw::ChangedOrder,
	]);
	let rightful = prop::bool::weighted(0.85);
	let lots = (1..6u32).prop_flat_map(|lots| {
		let taken = prop_oneof![Just(lots), 1..=lots];
		(Just(lots), taken)
	});
	(party(), party(), lots, rightful, prop::option::weighted(0.2, flaw)).prop_map(
		|(maker, taker, (lots, taken), rightful, flaw)| Plan {
			maker,
			taker,
			lots,
			taken,
			rightful,
			flaw,
		},
	)
}

fn party() -> impl Strategy<Value = Side> {
	// Mostly the players and their devices; else the treasury, avatars and slots without any.
	let avatar = prop_oneof![8 => 1..4u32, 1 => 0..6u32].prop_map(AvatarId);
	let lane = prop_oneof![6 => Just(SLOT), 3 => Just(0u8), 1 => 2..10u8];
	(avatar, lane, 0..64u32, thing()).prop_map(|(avatar, lane, number, gives)| Side {
		avatar,
		lane,
		number,
		gives,
	})
}

fn thing() -> impl Strategy<Value = Thing> {
	prop_oneof![
		4 => (0..400 * UNIT).prop_map(Thing::Coins),
		2 => (units(), 0..40u64).prop_map(|(kind, amount)| Thing::Units(kind, amount)),
		4 => asset().prop_map(Thing::Unique),
	]
}

/// Arrows, or another kind, which may have a royalty or not exist.
fn units() -> impl Strategy<Value = KindId> {
	let other = (2..6u32).prop_map(|index| KindId { collection: COLLECTION, index });
	prop_oneof![3 => Just(ARROWS), 1 => other]
}

/// An item, a parcel or an estate, which may or may not exist.
fn asset() -> impl Strategy<Value = UniqueId> {
	prop_oneof![
		(0..8u32).prop_map(|serial| UniqueId::Item(sword(serial))),
		(0..8i16).prop_map(|x| UniqueId::Parcel(parcel(x, 0))),
		(0..4u32).prop_map(|estate| UniqueId::Estate(EstateId(estate))),
	]
}

impl Plan {
	/// Whether the trade may not happen, whatever the state.
	pub(crate) fn is_flawed(&self) -> bool {
		self.flaw.is_some()
	}

	/// The trade as both sign it in this state, for a world.
	pub(crate) fn sign(&self, chain: &Chain, world: WorldId) -> Trade {
		self.spoil(chain, self.draft(chain, world))
	}

	/// The same order, accepted so often: each time under another number of the taker's.
	pub(crate) fn sign_parts(&self, chain: &Chain, world: WorldId, parts: u32) -> Vec<Trade> {
		let draft = self.draft(chain, world);
		let part = |part| {
			let part = draft.clone().with(|it| it.acceptance.number += part);
			self.spoil(chain, part)
		};
		(0..parts).map(part).collect()
	}

	fn draft(&self, chain: &Chain, world: WorldId) -> Bargain {
		let (maker, taker) = (self.resolve(&self.maker), self.resolve(&self.taker));
		let (give, want) = (maker.gives.as_of_now(), taker.gives.as_of_now());
		let divisible = give.unique().is_none() && want.unique().is_none();
		let (lots, taken) = if divisible { (self.lots, self.taken) } else { (1, 1) };
		let (valid_until, max_deduction) = (chain.now() + LIFETIME, ANY);
		Bargain {
			order: Order {
				world,
				maker: maker.avatar,
				lane: maker.lane,
				taker: None,
				give: side(&[give]),
				want: side(&[want]),
				lots,
				min_lots: 1,
				max_deduction,
				number: maker.number,
				valid_until,
			},
			acceptance: Acceptance {
				taker: taker.avatar,
				lane: taker.lane,
				lots: taken,
				max_deduction,
				number: taker.number,
				valid_until,
			},
			maker: maker.key(),
			taker: taker.key(),
			genesis: chain.genesis(),
		}
	}

	/// The side with the avatar that really is to give.
	fn resolve(&self, side: &Side) -> Side {
		let holding = match side.gives {
			Thing::Unique(asset) if self.rightful => Records.asset(asset),
			_ => None,
		};
		let avatar = holding.map_or(side.avatar, |owned| owned.holding.owner);
		Side { avatar, ..side.clone() }
	}

	fn spoil(&self, chain: &Chain, mut bargain: Bargain) -> Trade {
		let stranger = Key::from_seed([255; 32]);
		match self.flaw {
			Some(Flaw::OrderByAnother) => bargain.maker = stranger,
			Some(Flaw::AcceptanceByAnother) => bargain.taker = stranger,
			Some(Flaw::OtherChain) => bargain.genesis = Hash::repeat_byte(7),
			Some(Flaw::OtherWorld) => bargain.order.world.0 += 1,
			Some(Flaw::Expired) => bargain.order.valid_until = chain.now() - 1,
			Some(Flaw::ChangedOrder) | None => (),
		}
		let mut trade = bargain.sign();
		if let Some(Flaw::ChangedOrder) = self.flaw {
			trade.order.valid_until += 1;
		}
		trade
	}
}

impl Side {
	/// The key that the chain expects in this lane; for avatars that nobody owns, any.
	fn key(&self) -> Key {
		if self.lane > 0 {
			return Key::of_device(self.avatar, self.lane);
		}
		let owner = Avatars::avatar(self.avatar)
			.and_then(|details| Sr25519Keyring::from_account_id(&details.owner));
		owner.map_or(BOB.wallet(), Key::Wallet)
	}
}

impl Thing {
	/// The asset in the state that it has.
	fn as_of_now(&self) -> Asset {
		match *self {
			Self::Coins(amount) => Asset::Coins(amount),
			Self::Units(kind, amount) => Asset::Units { kind, amount },
			Self::Unique(asset) => as_of_now(asset),
		}
	}
}
