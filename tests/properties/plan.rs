// SPDX-License-Identifier: Apache-2.0
//! Trades as random input: made up without a chain, and signed on one.

use freehold_primitives::{
	asset::{Asset, Assets, UniqueId},
	chain::{Balance, Hash},
	fee::MAX_WORLD_FEE,
	ids::{AvatarId, EstateId, KindId, WorldId},
	order::{Acceptance, Order, Trade},
	purse::{LaneIndex, OrderNumber},
	settlement::Store,
};
use freehold_runtime::{constants::UNIT, ledger::Records, Avatars};
use freehold_tests::{
	chain::Chain,
	keyring::{Key, BOB},
	stage::{parcel, sword, ARROWS, SLOT},
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
	(side(), side(), 1..4u32, rightful, prop::option::weighted(0.2, flaw)).prop_map(
		|(maker, taker, lots, rightful, flaw)| Plan { maker, taker, lots, rightful, flaw },
	)
}

fn side() -> impl Strategy<Value = Side> {
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
		2 => (0..40u64).prop_map(|amount| Thing::Units(ARROWS, amount)),
		4 => asset().prop_map(Thing::Unique),
	]
}

/// An item, a parcel or an estate, which may or may not exist.
fn asset() -> impl Strategy<Value = UniqueId> {
	prop_oneof![
		(0..5u32).prop_map(|serial| UniqueId::Item(sword(serial))),
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
		let (maker, taker) = (self.resolve(&self.maker), self.resolve(&self.taker));
		let (give, want) = (maker.gives.as_of_now(), taker.gives.as_of_now());
		let divisible = give.unique().is_none() && want.unique().is_none();
		let lots = if divisible { self.lots } else { 1 };
		let valid_until = chain.now() + LIFETIME;
		let max_deduction = MAX_WORLD_FEE;
		let bargain = Bargain {
			order: Order {
				world,
				maker: maker.avatar,
				lane: maker.lane,
				taker: None,
				give: Assets::truncate_from(vec![give]),
				want: Assets::truncate_from(vec![want]),
				lots,
				min_lots: 1,
				max_deduction,
				number: maker.number,
				valid_until,
			},
			acceptance: Acceptance {
				taker: taker.avatar,
				lane: taker.lane,
				lots,
				max_deduction,
				number: taker.number,
				valid_until,
			},
			maker: maker.key(),
			taker: taker.key(),
			genesis: chain.genesis(),
		};
		self.spoil(chain, bargain)
	}

	/// The side with the avatar that really is to give.
	fn resolve(&self, side: &Side) -> Side {
		let holding = match side.gives {
			Thing::Unique(asset) if self.rightful => Records.holding(asset),
			_ => None,
		};
		let avatar = holding.map_or(side.avatar, |holding| holding.owner);
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
			Self::Unique(asset) => {
				asset.at_version(Records.holding(asset).map_or(0, |holding| holding.version))
			},
		}
	}
}
