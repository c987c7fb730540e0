// SPDX-License-Identifier: Apache-2.0
//! A world with players in it and things to trade: where most stories begin.

use crate::{
	chain::{records, Chain},
	goods::{create_kind, mint_items, mint_units},
	keyring::{Hand, Player, BOB, CHARLIE, DAVE, EVE, FERDIE},
	names::{AvatarsCall, ItemsCall, LandCall, WorldsCall},
	trade::{settle, Bargain},
};
use freehold_primitives::{
	asset::{Asset, Holding, UniqueId},
	chain::{Balance, BlockNumber},
	device::{Label, Limits},
	fee::{BasisPoints, Fee},
	ids::{AvatarId, CollectionId, ItemId, KindId, WorldId},
	land::{Area, Coordinates, ParcelId, Zone},
	order::Trade,
	purse::LaneIndex,
	settlement::{Refusal, Store},
};
use freehold_runtime::{constants::UNIT, ledger::Records, Avatars};
use pallet_items::{Form, Issuer, Rules};

/// The world. Bob operates it, Ferdie settles for it.
pub const WORLD: WorldId = WorldId(0);
/// Bob's avatar, which gets the world's fees.
pub const TREASURY: AvatarId = AvatarId(0);
/// Charlie's avatar.
pub const CHARLIES: AvatarId = AvatarId(1);
/// Dave's avatar.
pub const DAVES: AvatarId = AvatarId(2);
/// Eve's avatar.
pub const EVES: AvatarId = AvatarId(3);
/// No avatar.
pub const NOBODY: AvatarId = AvatarId(99);

/// The world's collection.
pub const COLLECTION: CollectionId = CollectionId(0);
/// A unique kind, of which anything may be done and nobody gets a royalty. There are three, all
/// without a transfer so far: 0 and 1 are Charlie's, 2 Dave's.
pub const SWORDS: KindId = KindId { collection: COLLECTION, index: 0 };
/// A stackable kind of the same rules. Charlie has [`ARROWS_AT_FIRST`].
pub const ARROWS: KindId = KindId { collection: COLLECTION, index: 1 };
/// How many arrows Charlie starts with.
pub const ARROWS_AT_FIRST: u64 = 100;

/// The world's grid, of 21 by 21 places.
pub const BOUNDS: Area = Area { min: Coordinates::new(-10, -10), max: Coordinates::new(10, 10) };
/// What the world keeps of payments: a fortieth.
pub const RATE: BasisPoints = 250;
/// What is in each player's purse at first.
pub const COINS: Balance = 1_000 * UNIT;
/// The slot of each player's device.
pub const SLOT: LaneIndex = 1;
/// A block that no story reaches: the last of all expiries on the stage.
pub const LATER: BlockNumber = 10_000;

/// A sword.
pub const fn sword(serial: u32) -> ItemId {
	ItemId { collection: COLLECTION, serial }
}

/// The first sword, as the market names it.
pub const SWORD: UniqueId = UniqueId::Item(sword(0));

/// A place of the world. Charlie has the home at 0,0, Dave the shop at 1,0, and the road at 2,0
/// is the treasury's; there are no other parcels.
pub const fn parcel(x: i16, y: i16) -> ParcelId {
	ParcelId { world: WORLD, at: Coordinates::new(x, y) }
}

/// A sword as it was minted.
pub fn new_sword(serial: u32) -> Asset {
	Asset::Item { id: sword(serial), version: 0 }
}

/// An amount of money, in FHD.
pub fn coins(fhd: Balance) -> Asset {
	Asset::Coins(fhd * UNIT)
}

/// What is in an avatar's purse, in 10^-12 FHD.
///
/// # Panics
/// If there is no such avatar.
pub fn purse(avatar: AvatarId) -> Balance {
	Avatars::purse(avatar).expect("the test asks for an avatar that exists").balance
}

/// Who owns an asset.
///
/// # Panics
/// If there is no such asset.
pub fn holding(asset: UniqueId) -> Holding {
	Records.asset(asset).expect("the test asks for an asset that exists").holding
}

/// An asset in the state that it has now; in its first, if there is no such asset.
pub fn as_of_now(asset: UniqueId) -> Asset {
	asset.at_version(Records.asset(asset).map_or(0, |owned| owned.holding.version))
}

/// How many units of a kind an avatar has, free and locked.
pub fn units(kind: KindId, avatar: AvatarId) -> u64 {
	Records.units(kind, avatar).total()
}

/// An account may settle for the world, up to a block, and so much in each.
pub fn add_settler(who: Player, valid_until: BlockNumber, cap: Option<Balance>) -> WorldsCall {
	WorldsCall::add_settler { world: WORLD, settler: who.account(), valid_until, cap }
}

/// The hand's device may sign for its avatar, up to a block, in a world or in all, and give away so
/// much or anything.
pub fn add_device(
	hand: &Hand,
	valid_until: BlockNumber,
	world: Option<WorldId>,
	limits: Option<Limits>,
) -> AvatarsCall {
	let (avatar, slot, key) = (hand.avatar, hand.lane, hand.key.public());
	let label = Label::truncate_from(b"a device".to_vec());
	AvatarsCall::add_device { avatar, slot, key, valid_until, world, limits, label }
}

/// The players' hands, each with the device in [`SLOT`].
pub struct Stage {
	/// Charlie's.
	pub charlie: Hand,
	/// Dave's.
	pub dave: Hand,
	/// Eve's.
	pub eve: Hand,
}

impl Stage {
	/// Sets the stage on a new chain. Nobody pays a transaction fee for it.
	pub fn set(chain: &Chain) -> Self {
		let fee = Some(Fee { to: TREASURY, rate: RATE });
		chain.must(BOB, AvatarsCall::create {});
		chain.must(BOB, WorldsCall::register { bounds: BOUNDS, fee });
		chain.must(BOB, add_settler(FERDIE, LATER, None));
		let charlie = Self::enter(chain, CHARLIE, CHARLIES);
		let dave = Self::enter(chain, DAVE, DAVES);
		let eve = Self::enter(chain, EVE, EVES);
		Self::furnish(chain);
		Self { charlie, dave, eve }
	}

	/// An avatar, its device and its money.
	fn enter(chain: &Chain, who: Player, avatar: AvatarId) -> Hand {
		let hand = Hand::of_device(avatar, SLOT);
		chain.must(who, AvatarsCall::create {});
		chain.must(who, add_device(&hand, LATER, None, None));
		chain.must(who, AvatarsCall::deposit { avatar, amount: COINS });
		hand
	}

	/// Items and land.
	fn furnish(chain: &Chain) {
		chain.must(BOB, ItemsCall::create_collection { issuer: Issuer::World(WORLD) });
		for form in [Form::Unique, Form::Stackable] {
			chain.must(BOB, create_kind(COLLECTION, form, Rules::LOOSEST, &[]));
		}
		chain.must(FERDIE, mint_items(SWORDS, &[CHARLIES, CHARLIES, DAVES]));
		chain.must(FERDIE, mint_units(ARROWS, &[(CHARLIES, ARROWS_AT_FIRST)]));
		for (to, parcel, zone) in [
			(CHARLIES, parcel(0, 0), Zone::Residential),
			(DAVES, parcel(1, 0), Zone::Commercial),
			(TREASURY, parcel(2, 0), Zone::Road),
		] {
			let parcels = vec![(parcel.at, zone)].try_into().expect("a call issues one");
			chain.must(BOB, LandCall::issue { world: WORLD, to, parcels });
		}
	}

	/// One asset for another, in this world.
	pub fn bargain(&self, chain: &Chain, maker: (&Hand, Asset), taker: (&Hand, Asset)) -> Bargain {
		Bargain::new(chain, WORLD, maker, taker)
	}

	/// Charlie sells the first sword, as it was minted, to Dave for 100 FHD.
	pub fn sale(&self, chain: &Chain) -> Bargain {
		self.bargain(chain, (&self.charlie, new_sword(0)), (&self.dave, coins(100)))
	}

	/// Ferdie settles trades, of which these are refused.
	#[track_caller]
	pub fn settle(
		&self,
		chain: &Chain,
		trades: impl IntoIterator<Item = Trade>,
	) -> Vec<(u32, Refusal)> {
		settle(chain, FERDIE, WORLD, trades)
	}

	/// A trade that has to be refused for this reason and change no record.
	///
	/// # Panics
	/// If it is not, or does.
	#[track_caller]
	pub fn refuses(&self, chain: &Chain, trade: Trade, reason: Refusal) {
		let before = records();
		assert_eq!(self.settle(chain, [trade]), [(0, reason)]);
		assert!(records() == before, "the trade was refused, yet it changed a record");
	}
}
