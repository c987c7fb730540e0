// SPDX-License-Identifier: Apache-2.0
//! Each reason to refuse, and random batches against the laws of conservation.

mod cancellation;
mod conservation;
mod fills;
mod limits;
mod memory;
mod moves;
mod numbers;
mod pledges;
mod random;
mod refusals;
mod royalties;
mod signatures;
mod touched;

use super::*;
use crate::{
	asset::{Asset, Assets, Holding, Lock, Stack, UniqueId},
	chain::Balance,
	device::{DeviceKey, Limits, PublicKey},
	fee::MAX_WORLD_FEE,
	ids::{AvatarId, CollectionId, EstateId, ItemId, KindId, OrderId},
	order::{Acceptance, Order, OrderSignature},
	purse::{MAX_STEP, WINDOW},
};
use memory::Memory;
use proptest::prelude::*;
use random::{any_limits, any_memory, any_trade};
use sp_core::{ed25519, Pair};

const WORLD: WorldId = WorldId(3);
const NOW: BlockNumber = 1_000;
const ALICE: AvatarId = AvatarId(1);
const BOB: AvatarId = AvatarId(2);
const CAROL: AvatarId = AvatarId(3);
const NOBODY: AvatarId = AvatarId(99);
const TREASURY: AvatarId = AvatarId(0);
const SWORDS: KindId = KindId { collection: CollectionId(0), index: 0 };
const GOLD: KindId = KindId { collection: CollectionId(0), index: 1 };
/// What every kind's items may do, unless a test says otherwise: anything, without a royalty.
const FREE: Terms = Terms { unique: true, transferable: true, home: None, royalty: 0, raise: None };
/// More than anyone has.
const PLENTY: Limits =
	Limits { coins: 1_000_000, units: 1_000, items: 100, land: 100, estates: 100 };

fn item(serial: u32) -> UniqueId {
	UniqueId::Item(ItemId { collection: CollectionId(0), serial })
}

fn estate(number: u32) -> UniqueId {
	UniqueId::Estate(EstateId(number))
}

fn device(avatar: AvatarId) -> ed25519::Pair {
	ed25519::Pair::from_seed(&[avatar.0 as u8; 32])
}

/// The record of an avatar's device: it may give away anything.
fn device_key(avatar: AvatarId) -> DeviceKey {
	let key = PublicKey::Ed25519(device(avatar).public().0);
	DeviceKey { key, valid_until: NOW + 10, world: None, limits: None }
}

fn context() -> Context {
	Context { genesis: Hash::repeat_byte(7), now: NOW, world: WORLD, fee: None }
}

fn with_fee(rate: u16) -> Context {
	Context { fee: Some(Fee { to: TREASURY, rate }), ..context() }
}

/// Alice gives her item and wants 100 coins.
fn order() -> Order {
	Order {
		world: WORLD,
		maker: ALICE,
		lane: 1,
		taker: None,
		give: side([item(1).at_version(0)]),
		want: side([Asset::Coins(100)]),
		lots: 1,
		min_lots: 1,
		max_deduction: MAX_WORLD_FEE,
		number: 0,
		valid_until: NOW,
	}
}

/// Bob accepts.
fn acceptance() -> Acceptance {
	Acceptance {
		taker: BOB,
		lane: 1,
		lots: 1,
		max_deduction: MAX_WORLD_FEE,
		number: 0,
		valid_until: NOW,
	}
}

fn side<const N: usize>(assets: [Asset; N]) -> Assets {
	Assets::truncate_from(assets.to_vec())
}

/// A trade signed by both sides' devices for the chain of [`context`].
fn signed(order: Order, acceptance: Acceptance) -> Trade {
	let genesis = context().genesis;
	let order_message = order.signing_bytes(&genesis);
	let acceptance_message = acceptance.signing_bytes(&genesis, &order.hash(&genesis));
	Trade {
		order_signature: OrderSignature::Ed25519(device(order.maker).sign(&order_message).0),
		acceptance_signature: OrderSignature::Ed25519(
			device(acceptance.taker).sign(&acceptance_message).0,
		),
		order,
		acceptance,
	}
}

fn good() -> Trade {
	signed(order(), acceptance())
}

/// Settles trades in memory, which takes all that is written.
fn settle(context: &Context, trades: &[Trade], store: &mut Memory) -> Vec<(u32, Refusal)> {
	super::settle(context, trades, store).expect("memory takes everything").refused
}

/// Settles one trade; none is the reason if it happened.
fn outcome(context: &Context, trade: Trade, store: &mut Memory) -> Option<Refusal> {
	settle(context, &[trade], store).first().map(|&(_, refusal)| refusal)
}

/// What the maker gives the taker for nothing, outside a trade that anyone signed.
fn gift<'a>(maker: AvatarId, taker: AvatarId, give: &'a [Asset]) -> Deal<'a> {
	Deal {
		world: WORLD,
		maker,
		taker,
		give,
		want: &[],
		lots: 1,
		fee: None,
		maker_limit: 0,
		taker_limit: 0,
		binding: false,
	}
}

/// Does something with the ledger, and writes what it has changed.
fn with_ledger<R>(
	store: &mut Memory,
	change: impl FnOnce(&mut Ledger<'_, Memory>) -> Result<R, Refusal>,
) -> Result<R, Refusal> {
	let mut ledger = Ledger::new(store);
	let outcome = ledger.atomically(change);
	ledger.commit().expect("memory takes everything");
	outcome
}

/// Asserts that the trade is refused for this reason and changes nothing.
#[track_caller]
fn assert_refused(trade: Trade, reason: Refusal) {
	assert_refused_in(&context(), Memory::new(), trade, reason);
}

#[track_caller]
fn assert_refused_in(context: &Context, mut store: Memory, trade: Trade, reason: Refusal) {
	let before = store.clone();
	assert_eq!(outcome(context, trade, &mut store), Some(reason));
	assert_eq!(store, before);
}
