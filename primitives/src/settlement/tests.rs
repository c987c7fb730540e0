// SPDX-License-Identifier: Apache-2.0
//! Each reason to refuse, and random batches against the laws of conservation.

use super::*;
use crate::{
	asset::{Asset, Assets, Holding, Lock, UniqueId},
	chain::{AccountId, Balance},
	device::{DeviceKey, PublicKey, Signer},
	fee::MAX_WORLD_FEE,
	ids::{AvatarId, CollectionId, ItemId, KindId},
	order::{Acceptance, Order, OrderSignature},
	purse::{LaneIndex, Purse, MAX_STEP, WINDOW},
};
use alloc::collections::BTreeMap;
use proptest::prelude::*;
use sp_core::{ecdsa, ed25519, sr25519, Pair};
use sp_runtime::{traits::IdentifyAccount, MultiSigner};

const WORLD: WorldId = WorldId(3);
const NOW: BlockNumber = 1_000;
const ALICE: AvatarId = AvatarId(1);
const BOB: AvatarId = AvatarId(2);
const CAROL: AvatarId = AvatarId(3);
const NOBODY: AvatarId = AvatarId(99);
const TREASURY: AvatarId = AvatarId(0);
const GOLD: KindId = KindId { collection: CollectionId(0), index: 1 };

fn item(serial: u32) -> UniqueId {
	UniqueId::Item(ItemId { collection: CollectionId(0), serial })
}

fn device(avatar: AvatarId) -> ed25519::Pair {
	ed25519::Pair::from_seed(&[avatar.0 as u8; 32])
}

/// Records in maps. Alice, Bob and Carol each have 1,000 coins, 10 gold, the item of their
/// number, and a device key in slot 1.
#[derive(Clone, Debug, PartialEq)]
struct Memory {
	signers: BTreeMap<(AvatarId, LaneIndex), Signer>,
	purses: BTreeMap<AvatarId, Purse>,
	holdings: BTreeMap<UniqueId, Holding>,
	units: BTreeMap<(KindId, AvatarId), u64>,
	writes: usize,
}

impl Memory {
	fn new() -> Self {
		let purse = |balance| Purse { balance, ..Purse::default() };
		let players = [ALICE, BOB, CAROL];
		let mut purses: BTreeMap<_, _> = players.map(|who| (who, purse(1_000))).into();
		purses.insert(TREASURY, purse(0));
		let signer = |who: AvatarId| {
			let key = PublicKey::Ed25519(device(who).public().0);
			((who, 1), Signer::Device(DeviceKey { key, valid_until: NOW + 10, world: None }))
		};
		Self {
			signers: players.map(signer).into(),
			purses,
			holdings: players.map(|who| (item(who.0), Holding::new(who))).into(),
			units: players.map(|who| ((GOLD, who), 10)).into(),
			writes: 0,
		}
	}

	fn balance(&self, avatar: AvatarId) -> Balance {
		self.purses[&avatar].balance
	}

	fn coins(&self) -> Balance {
		self.purses.values().map(|purse| purse.balance).sum()
	}

	fn gold(&self) -> u64 {
		self.units.values().sum()
	}
}

impl Store for Memory {
	fn signer(&self, avatar: AvatarId, lane: LaneIndex) -> Option<Signer> {
		self.signers.get(&(avatar, lane)).cloned()
	}
	fn purse(&self, avatar: AvatarId) -> Option<Purse> {
		self.purses.get(&avatar).copied()
	}
	fn holding(&self, asset: UniqueId) -> Option<Holding> {
		self.holdings.get(&asset).copied()
	}
	fn units(&self, kind: KindId, avatar: AvatarId) -> u64 {
		self.units.get(&(kind, avatar)).copied().unwrap_or(0)
	}
	fn set_purse(&mut self, avatar: AvatarId, purse: Purse) {
		self.writes += 1;
		self.purses.insert(avatar, purse);
	}
	fn set_holding(&mut self, asset: UniqueId, holding: Holding) {
		self.writes += 1;
		self.holdings.insert(asset, holding);
	}
	fn set_units(&mut self, kind: KindId, avatar: AvatarId, amount: u64) {
		self.writes += 1;
		self.units.insert((kind, avatar), amount);
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

/// Settles one trade; none is the reason if it happened.
fn outcome(context: &Context, trade: Trade, store: &mut Memory) -> Option<Refusal> {
	settle(context, &[trade], store).first().map(|&(_, refusal)| refusal)
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
	assert_eq!((store.units(GOLD, ALICE), store.units(GOLD, BOB)), (6, 14));
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

	assert_eq!((store.units(GOLD, ALICE), store.balance(ALICE)), (4, 1_090));
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
	let device = DeviceKey { key, valid_until: NOW, world: Some(WORLD) };
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
	let key = PublicKey::Ed25519(device(ALICE).public().0);
	let device = DeviceKey { key, valid_until: NOW, world: Some(WorldId(4)) };
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
	let mut store = Memory::new();
	let locked = Holding { lock: Some(Lock::PublicLand), ..Holding::new(ALICE) };
	store.holdings.insert(item(1), locked);

	assert_refused_in(&context(), store, good(), Refusal::Locked);
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
}

fn any_asset() -> impl Strategy<Value = Asset> {
	prop_oneof![
		(1..600u128).prop_map(Asset::Coins),
		(1..8u64).prop_map(|amount| Asset::Units { kind: GOLD, amount }),
		(1..5u32, 0..3u32).prop_map(|(serial, version)| item(serial).at_version(version)),
	]
}

fn any_trade() -> impl Strategy<Value = Trade> {
	let assets = || prop::collection::vec(any_asset(), 1..4);
	(1..4u32, 1..4u32, assets(), assets(), 0..40u32, 0..40u32, 1..3u32, any::<bool>()).prop_map(
		|(maker, taker, give, want, maker_number, taker_number, lots, honest)| {
			let trade = signed(
				Order {
					maker: AvatarId(maker),
					give: Assets::truncate_from(give),
					want: Assets::truncate_from(want),
					number: maker_number,
					lots,
					..order()
				},
				Acceptance { taker: AvatarId(taker), number: taker_number, lots, ..acceptance() },
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
	) {
		let mut store = Memory::new();
		let before = store.clone();

		settle(&with_fee(rate), &trades, &mut store);

		prop_assert_eq!(store.coins(), before.coins());
		prop_assert_eq!(store.gold(), before.gold());
		prop_assert_eq!(store.holdings.len(), before.holdings.len());
	}

	/// Cutting a batch in two, at any place, changes nothing: what is kept in memory during a
	/// batch is what would have been written and read again.
	#[test]
	fn a_batch_is_its_parts_one_after_the_other(
		trades in prop::collection::vec(any_trade(), 1..30),
		cut in any::<prop::sample::Index>(),
	) {
		let (mut whole, mut parts) = (Memory::new(), Memory::new());
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
		let done: Vec<Trade> = (0u32..)
			.zip(trades)
			.filter(|(place, _)| !refused.iter().any(|(it, _)| it == place))
			.map(|(_, trade)| trade)
			.collect();
		let before = store.clone();

		let again = settle(&context(), &done, &mut store);

		prop_assert_eq!(again.len(), done.len());
		prop_assert_eq!(store, before);
	}
}
