// SPDX-License-Identifier: Apache-2.0
//! Trades that devices sign, and how they are settled.

use super::*;
use crate::Event;
use frame_support::{
	assert_ok, dispatch::DispatchResultWithPostInfo, traits::ConstU32, BoundedVec,
};
use freehold_primitives::{
	asset::{Asset, UniqueId},
	chain::{Balance, Hash},
	device::{DeviceKey, PublicKey},
	ids::AvatarId,
	order::{Acceptance, Order, OrderSignature, Trade},
	settlement::Refusal,
};
use sp_core::{ed25519, Pair};
use sp_runtime::DispatchResult;

pub(crate) fn device(avatar: AvatarId) -> ed25519::Pair {
	ed25519::Pair::from_seed(&[u8::try_from(avatar.0).expect("tests have few avatars"); 32])
}

/// The record of the avatar's device in slot 1.
pub(crate) fn device_key(avatar: AvatarId) -> DeviceKey {
	Devices::get(avatar, 1).unwrap_or_else(|| DeviceKey {
		key: PublicKey::Ed25519(device(avatar).public().0),
		valid_until: 1_000,
		world: None,
		limits: None,
	})
}

/// The seller sells the sword for a price, both signed by devices.
pub(crate) fn sale(seller: AvatarId, buyer: AvatarId, price: Balance, number: u32) -> Trade {
	sale_of(SWORD, seller, buyer, price, number)
}

/// The seller sells an asset that has changed hands `number` times.
pub(crate) fn sale_of(
	asset: UniqueId,
	seller: AvatarId,
	buyer: AvatarId,
	price: Balance,
	number: u32,
) -> Trade {
	let order = Order {
		give: side(&[asset.at_version(number)]),
		want: side(&[Asset::Coins(price)]),
		number,
		..order_of(seller)
	};
	sign(order, Acceptance { number, ..acceptance_of(buyer) })
}

/// An order of the avatar's device, of one coin for one coin.
pub(crate) fn order_of(maker: AvatarId) -> Order {
	Order {
		world: WORLD,
		maker,
		lane: 1,
		taker: None,
		give: side(&[Asset::Coins(1)]),
		want: side(&[Asset::Coins(1)]),
		lots: 1,
		min_lots: 1,
		max_deduction: ALL,
		number: 0,
		valid_until: UNTIL,
	}
}

/// An acceptance of the avatar's device, of one lot.
pub(crate) fn acceptance_of(taker: AvatarId) -> Acceptance {
	Acceptance { taker, lane: 1, lots: 1, max_deduction: ALL, number: 0, valid_until: UNTIL }
}

/// Signed by the device of either.
pub(crate) fn sign(order: Order, acceptance: Acceptance) -> Trade {
	let genesis: Hash = System::block_hash(0);
	let ed25519 = |who, message: &[u8]| OrderSignature::Ed25519(device(who).sign(message).0);
	let order_signature = ed25519(order.maker, &order.signing_bytes(&genesis));
	let message = acceptance.signing_bytes(&genesis, &order.hash(&genesis));
	let acceptance_signature = ed25519(acceptance.taker, &message);
	Trade { order, order_signature, acceptance, acceptance_signature }
}

pub(crate) fn batch<const N: usize>(trades: [Trade; N]) -> BoundedVec<Trade, ConstU32<8>> {
	trades.to_vec().try_into().expect("tests settle at most eight")
}

/// Settles trades under a number as the operator.
pub(crate) fn settle<const N: usize>(seq: u64, trades: [Trade; N]) -> DispatchResultWithPostInfo {
	Market::settle(RuntimeOrigin::signed(operator()), WORLD, seq, batch(trades))
}

/// What became of a call, whatever it came to weigh.
pub(crate) fn unweighed(outcome: DispatchResultWithPostInfo) -> DispatchResult {
	outcome.map(drop).map_err(|failed| failed.error)
}

/// Settles a trade alone, under the next number, and tells why it was refused if it was.
pub(crate) fn settle_one(trade: Trade) -> Option<Refusal> {
	let seq = Market::last_batch(WORLD).map_or(1, |last| last.seq + 1);
	assert_ok!(settle(seq, [trade]));
	match last_event() {
		Event::BatchSettled { refused, .. } => refused.first().map(|(_, reason)| *reason),
		other => panic!("a batch was settled last, not {other:?}"),
	}
}
