// SPDX-License-Identifier: Apache-2.0
//! Each reason to refuse, and random batches against the laws of conservation.

mod cancellation;
mod fills;
mod pledges;
mod royalties;

use super::*;
use crate::{
	asset::{Asset, Assets, Class, Holding, Lock, Owned, Stack, UniqueId},
	chain::{AccountId, Balance},
	device::{DeviceKey, Limits, PublicKey, Signer},
	fee::{MAX_ROYALTY, MAX_WORLD_FEE},
	ids::{AvatarId, CollectionId, EstateId, ItemId, KindId, OrderId},
	order::{Acceptance, Fills, Order, OrderSignature},
	purse::{LaneIndex, Purse, MAX_STEP, WINDOW},
};
use alloc::collections::BTreeMap;
use proptest::prelude::*;
use sp_core::{ecdsa, ed25519, sr25519, Pair};
use sp_runtime::{traits::IdentifyAccount, DispatchResult, MultiSigner};

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
const FREE: Terms = Terms { transferable: true, home: None, royalty: 0, raise: None };
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

/// Records in maps. Alice, Bob and Carol each have 1,000 coins, 10 gold, the item and the estate
/// of their number, and a device key without limits in slot 1.
#[derive(Clone, Debug, PartialEq)]
struct Memory {
	signers: BTreeMap<(AvatarId, LaneIndex), Signer>,
	purses: BTreeMap<AvatarId, Purse>,
	holdings: BTreeMap<UniqueId, Holding>,
	units: BTreeMap<(KindId, AvatarId), Stack>,
	fills: BTreeMap<(AvatarId, LaneIndex), Fills>,
	/// The kinds that have terms of their own.
	terms: BTreeMap<KindId, Terms>,
	/// The royalty of every item when it was minted.
	minted_at: u16,
	accrued: BTreeMap<KindId, Balance>,
	/// What is kept for all creators together.
	aside: Balance,
	writes: usize,
}

impl Memory {
	fn new() -> Self {
		let players = [ALICE, BOB, CAROL];
		let purse = Purse { balance: 1_000, consumers: 3, ..Purse::default() };
		let mut purses: BTreeMap<_, _> = players.map(|who| (who, purse)).into();
		purses.insert(TREASURY, Purse::default());
		let holdings =
			players.into_iter().flat_map(|who| [(item(who.0), who), (estate(who.0), who)]);
		Self {
			signers: players.map(|who| ((who, 1), Signer::Device(device_key(who)))).into(),
			purses,
			holdings: holdings.map(|(asset, who)| (asset, Holding::new(who))).collect(),
			units: players.map(|who| ((GOLD, who), Stack::free(10))).into(),
			fills: BTreeMap::new(),
			terms: BTreeMap::new(),
			minted_at: 1_000,
			accrued: BTreeMap::new(),
			aside: 0,
			writes: 0,
		}
	}

	fn with_limits(mut self, avatar: AvatarId, limits: Option<Limits>) -> Self {
		self.set_device(avatar, 1, DeviceKey { limits, ..device_key(avatar) });
		self.writes = 0;
		self
	}

	fn with_frozen(mut self, avatar: AvatarId) -> Self {
		self.purses.get_mut(&avatar).expect("there is such an avatar").frozen = true;
		self
	}

	fn balance(&self, avatar: AvatarId) -> Balance {
		self.purses[&avatar].balance
	}

	fn consumers(&self, avatar: AvatarId) -> u32 {
		self.purses[&avatar].consumers
	}

	/// What the avatar's device may still give away.
	fn limits(&self, avatar: AvatarId) -> Option<Limits> {
		match self.signers[&(avatar, 1)] {
			Signer::Device(device) => device.limits,
			Signer::Owner(_) => None,
		}
	}

	/// How many records name the avatar, counted one by one.
	fn records(&self, avatar: AvatarId) -> usize {
		let holdings = self.holdings.values().filter(|holding| holding.owner == avatar).count();
		let units = self
			.units
			.iter()
			.filter(|((_, who), stack)| *who == avatar && !stack.is_empty());
		holdings + units.count()
	}

	/// All coins: in purses, and due to creators.
	fn coins(&self) -> Balance {
		let purses: Balance = self.purses.values().map(|purse| purse.balance).sum();
		assert_eq!(self.aside, self.accrued.values().sum());
		purses + self.aside
	}

	fn gold(&self) -> u64 {
		self.units.values().map(|stack| stack.total()).sum()
	}

	/// How many units of gold the avatar may give away.
	fn free_gold(&self, avatar: AvatarId) -> u64 {
		self.units(GOLD, avatar).free
	}

	fn with_terms(mut self, kind: KindId, terms: Terms) -> Self {
		self.terms.insert(kind, terms);
		self
	}
}

impl Store for Memory {
	fn signer(&self, avatar: AvatarId, lane: LaneIndex) -> Option<Signer> {
		self.signers.get(&(avatar, lane)).cloned()
	}
	fn purse(&self, avatar: AvatarId) -> Option<Purse> {
		self.purses.get(&avatar).copied()
	}
	fn asset(&self, asset: UniqueId) -> Option<Owned> {
		let class = Class { kind: SWORDS, royalty: self.minted_at };
		let class = matches!(asset, UniqueId::Item(_)).then_some(class);
		self.holdings.get(&asset).map(|holding| Owned { holding: *holding, class })
	}
	fn terms(&self, kind: KindId) -> Option<Terms> {
		Some(self.terms.get(&kind).copied().unwrap_or(FREE))
	}
	fn units(&self, kind: KindId, avatar: AvatarId) -> Stack {
		self.units.get(&(kind, avatar)).copied().unwrap_or_default()
	}
	fn fills(&self, avatar: AvatarId, lane: LaneIndex) -> Fills {
		self.fills.get(&(avatar, lane)).cloned().unwrap_or_default()
	}
	fn set_device(&mut self, avatar: AvatarId, lane: LaneIndex, device: DeviceKey) {
		self.writes += 1;
		self.signers.insert((avatar, lane), Signer::Device(device));
	}
	fn set_purse(&mut self, avatar: AvatarId, purse: Purse) {
		self.writes += 1;
		self.purses.insert(avatar, purse);
	}
	fn set_holding(&mut self, asset: UniqueId, holding: Holding) {
		self.writes += 1;
		self.holdings.insert(asset, holding);
	}
	fn set_units(&mut self, kind: KindId, avatar: AvatarId, units: Stack) {
		self.writes += 1;
		self.units.insert((kind, avatar), units);
	}
	fn set_fills(&mut self, avatar: AvatarId, lane: LaneIndex, fills: Fills) {
		self.writes += 1;
		self.fills.insert((avatar, lane), fills);
	}
	fn accrue(&mut self, kind: KindId, amount: Balance) -> DispatchResult {
		self.writes += 1;
		*self.accrued.entry(kind).or_default() += amount;
		Ok(())
	}
	fn set_aside(&mut self, amount: Balance) -> DispatchResult {
		self.writes += 1;
		self.aside += amount;
		Ok(())
	}
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
	super::settle(context, trades, store).expect("memory takes everything")
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

#[test]
fn a_trade_moves_both_sides() {
	let mut store = Memory::new();

	assert_eq!(outcome(&context(), good(), &mut store), None);

	assert_eq!(store.holdings[&item(1)], Holding { owner: BOB, version: 1, lock: None });
	assert_eq!((store.balance(ALICE), store.balance(BOB)), (1_100, 900));
}

#[test]
fn a_plain_trade_writes_three_records() {
	let mut store = Memory::new();

	assert_eq!(outcome(&context(), good(), &mut store), None);

	assert_eq!(store.writes, 3);
}

#[test]
fn the_fee_comes_off_what_the_payee_gets() {
	let mut store = Memory::new();

	assert_eq!(outcome(&with_fee(250), good(), &mut store), None);

	assert_eq!(store.balance(ALICE), 1_098);
	assert_eq!(store.balance(BOB), 900);
	assert_eq!(store.balance(TREASURY), 2);
}

#[test]
fn a_barter_moves_any_mix() {
	let mut store = Memory::new();
	let trade = signed(
		Order {
			give: side([item(1).at_version(0), Asset::Units { kind: GOLD, amount: 4 }]),
			want: side([item(2).at_version(0), Asset::Coins(5)]),
			..order()
		},
		acceptance(),
	);

	assert_eq!(outcome(&context(), trade, &mut store), None);

	assert_eq!(store.holdings[&item(1)].owner, BOB);
	assert_eq!(store.holdings[&item(2)].owner, ALICE);
	assert_eq!((store.free_gold(ALICE), store.free_gold(BOB)), (6, 14));
	assert_eq!((store.balance(ALICE), store.balance(BOB)), (1_005, 995));
}

#[test]
fn lots_multiply_both_sides() {
	let mut store = Memory::new();
	let trade = signed(
		Order {
			give: side([Asset::Units { kind: GOLD, amount: 2 }]),
			want: side([Asset::Coins(30)]),
			lots: 5,
			min_lots: 2,
			..order()
		},
		Acceptance { lots: 3, ..acceptance() },
	);

	assert_eq!(outcome(&context(), trade, &mut store), None);

	assert_eq!((store.free_gold(ALICE), store.balance(ALICE)), (4, 1_090));
}

#[test]
fn an_estate_moves_like_an_item() {
	let mut store = Memory::new();
	let trade = signed(Order { give: side([estate(1).at_version(0)]), ..order() }, acceptance());

	assert_eq!(outcome(&context(), trade, &mut store), None);

	assert_eq!(store.holdings[&estate(1)], Holding { owner: BOB, version: 1, lock: None });
}

#[test]
fn a_unique_asset_is_counted_for_who_owns_it() {
	let mut store = Memory::new();

	assert_eq!(outcome(&context(), good(), &mut store), None);

	assert_eq!((store.consumers(ALICE), store.consumers(BOB)), (2, 4));
}

#[test]
fn units_are_counted_for_who_has_any() {
	let mut store = Memory::new();
	store.units.remove(&(GOLD, BOB));
	store.purses.get_mut(&BOB).expect("Bob has one").consumers = 2;
	let sale = |number, amount| {
		let give = side([Asset::Units { kind: GOLD, amount }]);
		signed(Order { give, number, ..order() }, Acceptance { number, ..acceptance() })
	};

	assert_eq!(outcome(&context(), sale(0, 4), &mut store), None);
	assert_eq!((store.consumers(ALICE), store.consumers(BOB)), (3, 3));

	assert_eq!(outcome(&context(), sale(1, 6), &mut store), None);
	assert_eq!((store.consumers(ALICE), store.consumers(BOB)), (2, 3));
}

#[test]
fn what_stays_with_its_owner_is_counted_once() {
	let mut store = Memory::new();
	let gold = |amount| Asset::Units { kind: GOLD, amount };
	let give = [item(1).at_version(0), gold(10), gold(3), gold(0)];

	let outcome = with_ledger(&mut store, |it| it.exchange(&gift(ALICE, ALICE, &give)));

	assert_eq!(outcome, Ok(Receipt::default()));
	assert_eq!((store.consumers(ALICE), store.free_gold(ALICE)), (3, 10));
}

#[test]
fn a_count_that_is_too_low_keeps_nothing_from_moving() {
	let mut store = Memory::new();
	store.purses.get_mut(&ALICE).expect("Alice has one").consumers = 0;

	assert_eq!(outcome(&context(), good(), &mut store), None);

	assert_eq!((store.consumers(ALICE), store.consumers(BOB)), (0, 4));
}

#[test]
fn more_records_than_can_be_counted_are_refused() {
	let mut store = Memory::new();
	store.purses.get_mut(&BOB).expect("Bob has one").consumers = u32::MAX;

	assert_refused_in(&context(), store, good(), Refusal::Overflow);
}

#[test]
fn a_device_counts_down_what_it_gives() {
	let mut store = Memory::new().with_limits(ALICE, Some(PLENTY)).with_limits(BOB, Some(PLENTY));
	let trade = signed(
		Order {
			give: side([Asset::Units { kind: GOLD, amount: 2 }]),
			want: side([Asset::Coins(30)]),
			lots: 5,
			..order()
		},
		Acceptance { lots: 3, ..acceptance() },
	);

	assert_eq!(outcome(&with_fee(250), trade, &mut store), None);

	assert_eq!(store.limits(ALICE), Some(Limits { units: 994, ..PLENTY }));
	assert_eq!(store.limits(BOB), Some(Limits { coins: 999_910, ..PLENTY }));
}

#[test]
fn only_a_device_with_limits_is_written() {
	let mut store = Memory::new().with_limits(BOB, Some(PLENTY));

	assert_eq!(outcome(&context(), good(), &mut store), None);

	assert_eq!((store.writes, store.limits(ALICE)), (4, None));
}

#[test]
fn a_device_may_give_up_to_its_limits() {
	let exact = Limits { coins: 100, units: 0, items: 1, land: 0, estates: 0 };
	let mut store = Memory::new().with_limits(ALICE, Some(exact)).with_limits(BOB, Some(exact));

	assert_eq!(outcome(&context(), good(), &mut store), None);

	assert_eq!(store.limits(ALICE), Some(Limits { items: 0, ..exact }));
	assert_eq!(store.limits(BOB), Some(Limits { coins: 0, ..exact }));
}

#[test]
fn trades_of_one_batch_count_together() {
	let mut store = Memory::new().with_limits(BOB, Some(Limits { coins: 150, ..PLENTY }));
	let again = signed(
		Order { give: side([estate(1).at_version(0)]), number: 1, ..order() },
		Acceptance { number: 1, ..acceptance() },
	);

	let refused = settle(&context(), &[good(), again], &mut store);

	assert_eq!(refused, [(1, Refusal::OverLimit)]);
	assert_eq!(store.limits(BOB), Some(Limits { coins: 50, ..PLENTY }));
}

#[test]
fn a_refused_trade_counts_nothing_down() {
	let mut store = Memory::new().with_limits(ALICE, Some(Limits { items: 1, ..PLENTY }));
	let dear = signed(Order { want: side([Asset::Coins(1_001)]), ..order() }, acceptance());

	let refused = settle(&context(), &[dear, good()], &mut store);

	assert_eq!(refused, [(0, Refusal::TooFewCoins)]);
	assert_eq!(store.limits(ALICE), Some(Limits { items: 0, ..PLENTY }));
}

#[test]
fn an_exchange_that_no_device_signed_has_no_limits() {
	let none = Limits { coins: 0, units: 0, items: 0, land: 0, estates: 0 };
	let mut store = Memory::new().with_limits(ALICE, Some(none));
	let give = [item(1).at_version(0)];

	let outcome = with_ledger(&mut store, |it| it.exchange(&gift(ALICE, BOB, &give)));

	assert_eq!(outcome, Ok(Receipt::default()));
	assert_eq!(store.limits(ALICE), Some(none));
	assert_eq!(store.holdings[&item(1)].owner, BOB);
}

#[test]
fn a_frozen_avatar_may_still_be_paid() {
	let mut store = Memory::new().with_frozen(TREASURY);

	assert_eq!(outcome(&with_fee(250), good(), &mut store), None);

	assert_eq!(store.balance(TREASURY), 2);
}

#[test]
fn an_owner_may_sign_with_any_kind_of_key() {
	let genesis = context().genesis;
	let message = order().signing_bytes(&genesis);
	let lane_0 = Order { lane: 0, ..order() };
	let message_0 = lane_0.signing_bytes(&genesis);
	assert_ne!(message, message_0);
	let ed = ed25519::Pair::from_seed(&[9; 32]);
	let sr = sr25519::Pair::from_seed(&[9; 32]);
	let ec = ecdsa::Pair::from_seed(&[9; 32]);
	let cases: [(AccountId, OrderSignature); 3] = [
		(
			MultiSigner::from(ed.public()).into_account(),
			OrderSignature::Ed25519(ed.sign(&message_0).0),
		),
		(
			MultiSigner::from(sr.public()).into_account(),
			OrderSignature::Sr25519(sr.sign(&message_0).0),
		),
		(
			MultiSigner::from(ec.public()).into_account(),
			OrderSignature::Ecdsa(ec.sign(&message_0).0),
		),
	];
	for (account, order_signature) in cases {
		let mut store = Memory::new();
		store.signers.insert((ALICE, 0), Signer::Owner(account));
		let trade = Trade { order_signature, ..signed(lane_0.clone(), acceptance()) };

		assert_eq!(outcome(&context(), trade, &mut store), None);
	}
}

#[test]
fn a_device_may_sign_with_sr25519() {
	let pair = sr25519::Pair::from_seed(&[9; 32]);
	let mut store = Memory::new();
	let key = PublicKey::Sr25519(pair.public().0);
	let device = DeviceKey { key, valid_until: NOW, world: Some(WORLD), limits: None };
	store.signers.insert((ALICE, 1), Signer::Device(device));
	let signature = pair.sign(&order().signing_bytes(&context().genesis));
	let trade = Trade { order_signature: OrderSignature::Sr25519(signature.0), ..good() };

	assert_eq!(outcome(&context(), trade, &mut store), None);
}

#[test]
fn a_signature_of_another_kind_than_the_key_is_refused() {
	let pair = sr25519::Pair::from_seed(&[1; 32]);
	let signature = pair.sign(&order().signing_bytes(&context().genesis));
	let trade = Trade { order_signature: OrderSignature::Sr25519(signature.0), ..good() };

	assert_refused(trade, Refusal::BadOrderSignature);
}

#[test]
fn a_malformed_order_is_refused() {
	let empty = Order { want: Assets::default(), ..order() };

	assert_refused(signed(empty, acceptance()), Refusal::Malformed);
}

#[test]
fn an_order_for_another_world_is_refused() {
	let elsewhere = Order { world: WorldId(4), ..order() };

	assert_refused(signed(elsewhere, acceptance()), Refusal::WrongWorld);
}

#[test]
fn a_trade_with_oneself_is_refused() {
	let own = Acceptance { taker: ALICE, number: 1, ..acceptance() };

	assert_refused(signed(order(), own), Refusal::SelfTrade);
}

#[test]
fn a_taker_who_is_not_named_is_refused() {
	let for_carol = Order { taker: Some(CAROL), ..order() };

	assert_refused(signed(for_carol, acceptance()), Refusal::WrongTaker);
}

#[test]
fn lots_out_of_range_are_refused() {
	for lots in [0, 2] {
		let trade = signed(order(), Acceptance { lots, ..acceptance() });

		assert_refused(trade, Refusal::LotsOutOfRange);
	}
}

#[test]
fn what_has_expired_is_refused() {
	let past = NOW - 1;

	assert_refused(signed(Order { valid_until: past, ..order() }, acceptance()), Refusal::Expired);
	assert_refused(
		signed(order(), Acceptance { valid_until: past, ..acceptance() }),
		Refusal::Expired,
	);
}

#[test]
fn what_lives_too_long_is_refused() {
	let far = NOW + MAX_LIFETIME + 1;

	assert_refused(
		signed(Order { valid_until: far, ..order() }, acceptance()),
		Refusal::LivesTooLong,
	);
	assert_refused(
		signed(order(), Acceptance { valid_until: far, ..acceptance() }),
		Refusal::LivesTooLong,
	);
}

#[test]
fn a_fee_above_what_the_payee_agreed_to_is_refused() {
	let maker_is_paid = signed(Order { max_deduction: 249, ..order() }, acceptance());
	let taker_is_paid = signed(
		Order { give: side([Asset::Coins(100)]), want: side([item(2).at_version(0)]), ..order() },
		Acceptance { max_deduction: 249, ..acceptance() },
	);

	for trade in [maker_is_paid, taker_is_paid] {
		assert_refused_in(&with_fee(250), Memory::new(), trade, Refusal::DeductionTooHigh);
	}
}

#[test]
fn who_is_not_paid_need_not_agree_to_the_fee() {
	let mut store = Memory::new();
	let trade = signed(order(), Acceptance { max_deduction: 0, ..acceptance() });

	assert_eq!(outcome(&with_fee(250), trade, &mut store), None);
}

#[test]
fn an_unknown_avatar_is_refused() {
	let nobody = Acceptance { taker: NOBODY, lane: 0, ..acceptance() };

	assert_refused(signed(order(), nobody), Refusal::UnknownAvatar);
}

#[test]
fn an_unknown_key_is_refused() {
	assert_refused(signed(Order { lane: 2, ..order() }, acceptance()), Refusal::UnknownKey);
}

#[test]
fn a_key_that_expired_is_refused() {
	let mut late = context();
	late.now = NOW + 11;
	let trade = signed(
		Order { valid_until: NOW + 20, ..order() },
		Acceptance { valid_until: NOW + 20, ..acceptance() },
	);

	assert_refused_in(&late, Memory::new(), trade, Refusal::KeyExpired);
}

#[test]
fn a_key_for_another_world_is_refused() {
	let mut store = Memory::new();
	let device = DeviceKey { world: Some(WorldId(4)), ..device_key(ALICE) };
	store.signers.insert((ALICE, 1), Signer::Device(device));

	assert_refused_in(&context(), store, good(), Refusal::KeyForOtherWorld);
}

#[test]
fn a_forged_order_is_refused() {
	let forged = Trade { order: Order { want: side([Asset::Coins(1)]), ..order() }, ..good() };

	assert_refused(forged, Refusal::BadOrderSignature);
}

#[test]
fn a_forged_acceptance_is_refused() {
	let forged =
		Trade { acceptance: Acceptance { valid_until: NOW + 1, ..acceptance() }, ..good() };

	assert_refused(forged, Refusal::BadAcceptanceSignature);
}

#[test]
fn an_order_for_another_chain_is_refused() {
	let elsewhere = Context { genesis: Hash::repeat_byte(8), ..context() };

	assert_refused_in(&elsewhere, Memory::new(), good(), Refusal::BadOrderSignature);
}

#[test]
fn a_spent_order_is_refused() {
	let mut store = Memory::new();
	assert_eq!(outcome(&context(), good(), &mut store), None);

	let again = signed(order(), Acceptance { number: 1, ..acceptance() });
	assert_refused_in(&context(), store, again, Refusal::AlreadySpent);
}

#[test]
fn a_spent_acceptance_is_refused() {
	let mut store = Memory::new();
	assert_eq!(outcome(&context(), good(), &mut store), None);

	let again = signed(Order { number: 1, ..order() }, acceptance());
	assert_refused_in(&context(), store, again, Refusal::AlreadySpent);
}

#[test]
fn a_number_left_far_behind_is_refused() {
	let mut store = Memory::new();
	store
		.purses
		.get_mut(&ALICE)
		.expect("Alice has one")
		.spend(1, WINDOW)
		.expect("first");

	assert_refused_in(&context(), store, good(), Refusal::NumberVoid);
}

#[test]
fn a_number_far_ahead_is_refused() {
	let trade = signed(Order { number: MAX_STEP, ..order() }, acceptance());

	assert_refused(trade, Refusal::NumberTooFar);
}

#[test]
fn an_unknown_asset_is_refused() {
	let nothing = Order { give: side([item(9).at_version(0)]), ..order() };

	assert_refused(signed(nothing, acceptance()), Refusal::UnknownAsset);
}

#[test]
fn an_asset_that_moved_is_refused() {
	let mut store = Memory::new();
	let there_and_back = Holding::new(ALICE).moved_to(BOB).moved_to(ALICE);
	store.holdings.insert(item(1), there_and_back);

	assert_refused_in(&context(), store, good(), Refusal::Moved);
}

#[test]
fn anothers_asset_is_refused() {
	let stolen = Order { give: side([item(3).at_version(0)]), ..order() };

	assert_refused(signed(stolen, acceptance()), Refusal::NotOwner);
}

#[test]
fn a_locked_asset_is_refused() {
	for lock in [Lock::Order(OrderId(1)), Lock::PublicLand, Lock::Estate(EstateId(1))] {
		let mut store = Memory::new();
		let locked = Holding { lock: Some(lock), ..Holding::new(ALICE) };
		store.holdings.insert(item(1), locked);

		assert_refused_in(&context(), store, good(), Refusal::Locked);
	}
}

#[test]
fn nothing_leaves_a_frozen_avatar() {
	for frozen in [ALICE, BOB] {
		let store = Memory::new().with_frozen(frozen);

		assert_refused_in(&context(), store, good(), Refusal::Frozen);
	}
}

#[test]
fn what_is_over_a_limit_of_the_device_is_refused() {
	let cases = [
		(item(1).at_version(0), Limits { items: 0, ..PLENTY }),
		(estate(1).at_version(0), Limits { estates: 0, ..PLENTY }),
		(Asset::Units { kind: GOLD, amount: 4 }, Limits { units: 3, ..PLENTY }),
		(Asset::Coins(40), Limits { coins: 39, ..PLENTY }),
	];
	for (given, limits) in cases {
		let store = Memory::new().with_limits(ALICE, Some(limits));
		let trade = signed(Order { give: side([given]), ..order() }, acceptance());

		assert_refused_in(&context(), store, trade, Refusal::OverLimit);
	}
}

#[test]
fn the_limits_of_the_takers_device_count_too() {
	let store = Memory::new().with_limits(BOB, Some(Limits { coins: 99, ..PLENTY }));

	assert_refused_in(&context(), store, good(), Refusal::OverLimit);
}

#[test]
fn too_few_coins_are_refused() {
	let dear = Order { want: side([Asset::Coins(1_001)]), ..order() };

	assert_refused(signed(dear, acceptance()), Refusal::TooFewCoins);
}

#[test]
fn too_few_units_are_refused() {
	let poor = Order { give: side([Asset::Units { kind: GOLD, amount: 11 }]), ..order() };

	assert_refused(signed(poor, acceptance()), Refusal::TooFewUnits);
}

#[test]
fn amounts_beyond_counting_are_refused() {
	let lots = Order { lots: 2, min_lots: 2, ..order() };
	for give in [Asset::Units { kind: GOLD, amount: u64::MAX }, Asset::Coins(Balance::MAX)] {
		let order = Order { give: side([give]), ..lots.clone() };
		let trade = signed(order, Acceptance { lots: 2, ..acceptance() });

		assert_refused(trade, Refusal::Overflow);
	}
}

#[test]
fn the_same_item_twice_in_an_order_is_refused() {
	let twice = Order { give: side([item(1).at_version(0); 2]), ..order() };

	assert_refused(signed(twice, acceptance()), Refusal::Moved);
}

#[test]
fn a_refused_trade_spends_no_number() {
	let mut store = Memory::new();
	let dear = signed(Order { want: side([Asset::Coins(1_001)]), ..order() }, acceptance());

	let refused = settle(&context(), &[dear, good()], &mut store);

	assert_eq!(refused, [(0, Refusal::TooFewCoins)]);
	assert_eq!(store.holdings[&item(1)].owner, BOB);
}

#[test]
fn every_refusal_keeps_its_number() {
	use codec::Encode;
	assert_eq!(Refusal::Malformed.encode(), [1]);
	assert_eq!(Refusal::BadOrderSignature.encode(), [13]);
	assert_eq!(Refusal::Moved.encode(), [19]);
	assert_eq!(Refusal::Overflow.encode(), [24]);
	assert_eq!(Refusal::Frozen.encode(), [25]);
	assert_eq!(Refusal::OverLimit.encode(), [26]);
	assert_eq!(Refusal::NotTradableHere.encode(), [27]);
	assert_eq!(Refusal::Soulbound.encode(), [28]);
	assert_eq!(Refusal::TooManyFills.encode(), [29]);
}

fn any_asset() -> impl Strategy<Value = Asset> {
	prop_oneof![
		(1..600u128).prop_map(Asset::Coins),
		(1..8u64).prop_map(|amount| Asset::Units { kind: GOLD, amount }),
		(1..5u32, 0..3u32).prop_map(|(serial, version)| item(serial).at_version(version)),
		(1..5u32, 0..3u32).prop_map(|(number, version)| estate(number).at_version(version)),
	]
}

fn any_limits() -> impl Strategy<Value = Limits> {
	(0..3_000u128, 0..40u64, 0..4u32, 0..4u32, 0..4u32).prop_map(
		|(coins, units, items, land, estates)| Limits { coins, units, items, land, estates },
	)
}

/// The players' records, with Alice's device limited or not and Carol offered for sale or not.
fn any_memory() -> impl Strategy<Value = Memory> {
	let royalties = (0..=MAX_ROYALTY, 0..=MAX_ROYALTY);
	(prop::option::of(any_limits()), any::<bool>(), royalties).prop_map(
		|(limits, frozen, rates)| {
			let store = Memory::new()
				.with_limits(ALICE, limits)
				.with_terms(SWORDS, Terms { royalty: rates.0, ..FREE })
				.with_terms(GOLD, Terms { royalty: rates.1, ..FREE });
			if frozen {
				store.with_frozen(CAROL)
			} else {
				store
			}
		},
	)
}

/// The trades of a batch that were not refused.
fn done(trades: Vec<Trade>, refused: &[(u32, Refusal)]) -> Vec<Trade> {
	(0u32..)
		.zip(trades)
		.filter(|(place, _)| !refused.iter().any(|(it, _)| it == place))
		.map(|(_, trade)| trade)
		.collect()
}

fn any_trade() -> impl Strategy<Value = Trade> {
	let assets = || prop::collection::vec(any_asset(), 1..4);
	let lots = (1..4u32, 1..4u32);
	(1..4u32, 1..4u32, assets(), assets(), 0..40u32, 0..40u32, lots, any::<bool>()).prop_map(
		|(maker, taker, give, want, maker_number, taker_number, (lots, filled), honest)| {
			let trade = signed(
				Order {
					maker: AvatarId(maker),
					give: Assets::truncate_from(give),
					want: Assets::truncate_from(want),
					number: maker_number,
					lots,
					max_deduction: MAX_WORLD_FEE + MAX_ROYALTY,
					..order()
				},
				Acceptance {
					taker: AvatarId(taker),
					number: taker_number,
					lots: filled.min(lots),
					max_deduction: MAX_WORLD_FEE + MAX_ROYALTY,
					..acceptance()
				},
			);
			if honest {
				trade
			} else {
				Trade { order: Order { valid_until: NOW + 1, ..trade.order }, ..trade }
			}
		},
	)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(128))]

	#[test]
	fn a_batch_conserves_everything(
		trades in prop::collection::vec(any_trade(), 0..40),
		rate in 0..=MAX_WORLD_FEE,
		mut store in any_memory(),
	) {
		let before = store.clone();

		settle(&with_fee(rate), &trades, &mut store);

		prop_assert_eq!(store.coins(), before.coins());
		prop_assert_eq!(store.gold(), before.gold());
		prop_assert_eq!(store.holdings.len(), before.holdings.len());
		for (avatar, purse) in &store.purses {
			prop_assert_eq!(usize::try_from(purse.consumers), Ok(store.records(*avatar)));
		}
	}

	#[test]
	fn a_device_gives_away_no_more_than_its_limits(
		trades in prop::collection::vec(any_trade(), 0..40),
		limits in any_limits(),
	) {
		let mut store = Memory::new().with_limits(ALICE, Some(limits));

		let refused = settle(&context(), &trades, &mut store);

		let mut left = limits;
		for Trade { order, acceptance, .. } in done(trades, &refused) {
			let sides = [(order.maker, order.give), (acceptance.taker, order.want)];
			let given = sides.into_iter().filter(|(giver, _)| *giver == ALICE);
			for asset in given.flat_map(|(_, assets)| assets) {
				let lots = acceptance.lots;
				match asset {
					Asset::Coins(amount) => left.coins -= amount * Balance::from(lots),
					Asset::Units { amount, .. } => left.units -= amount * u64::from(lots),
					Asset::Item { .. } => left.items -= lots,
					Asset::Parcel { .. } => left.land -= lots,
					Asset::Estate { .. } => left.estates -= lots,
				}
			}
		}
		prop_assert_eq!(store.limits(ALICE), Some(left));
	}

	#[test]
	fn nothing_of_a_frozen_avatar_is_lost(
		trades in prop::collection::vec(any_trade(), 0..40),
		rate in 0..=MAX_WORLD_FEE,
	) {
		let mut store = Memory::new().with_frozen(CAROL);
		let before = store.clone();

		settle(&with_fee(rate), &trades, &mut store);

		prop_assert_eq!(store.purses[&CAROL], before.purses[&CAROL]);
		prop_assert_eq!(store.records(CAROL), before.records(CAROL));
	}

	/// Cutting a batch in two, at any place, changes nothing: what is kept in memory during a
	/// batch is what would have been written and read again.
	#[test]
	fn a_batch_is_its_parts_one_after_the_other(
		trades in prop::collection::vec(any_trade(), 1..30),
		cut in any::<prop::sample::Index>(),
		mut whole in any_memory(),
	) {
		let mut parts = whole.clone();
		let context = with_fee(100);
		let (first, second) = trades.split_at(cut.index(trades.len()));

		let refused = settle(&context, &trades, &mut whole);
		let mut refused_in_parts = settle(&context, first, &mut parts);
		let offset = u32::try_from(first.len()).expect("few trades");
		refused_in_parts.extend(
			settle(&context, second, &mut parts).into_iter().map(|(n, why)| (n + offset, why)),
		);
		(whole.writes, parts.writes) = (0, 0);

		prop_assert_eq!(refused, refused_in_parts);
		prop_assert_eq!(whole, parts);
	}

	#[test]
	fn a_batch_settled_again_moves_nothing(
		trades in prop::collection::vec(any_trade(), 0..30),
	) {
		let mut store = Memory::new();
		let refused = settle(&context(), &trades, &mut store);
		let done = done(trades, &refused);
		let before = store.clone();

		let again = settle(&context(), &done, &mut store);

		prop_assert_eq!(again.len(), done.len());
		prop_assert_eq!(store, before);
	}
}
