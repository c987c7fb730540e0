// SPDX-License-Identifier: Apache-2.0
//! What is signed is what is settled, by whoever signed it.

use crate::{mock::*, Error};
use codec::Encode;
use frame_support::{assert_noop, storage::with_transaction};
use freehold_primitives::{
	asset::{Asset, Holding},
	chain::{AccountId, Hash},
	device::{DeviceKey, PublicKey},
	order::{Acceptance, Cancellation, Order, OrderSignature, Trade},
	settlement::{Refusal, Store},
};
use sp_core::{ecdsa, sr25519, Pair};
use sp_runtime::{traits::IdentifyAccount, DispatchError, MultiSigner, TransactionOutcome};

/// Order of the group of ed25519, least significant byte first.
const ED25519_ORDER: [u8; 32] = [
	0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

/// Order of the group of secp256k1, most significant byte first.
const SECP256K1_ORDER: [u8; 32] = [
	0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe,
	0xba, 0xae, 0xdc, 0xe6, 0xaf, 0x48, 0xa0, 0x3b, 0xbf, 0xd2, 0x5e, 0x8c, 0xd0, 0x36, 0x41, 0x41,
];

fn genesis() -> Hash {
	System::block_hash(0)
}

/// Whether a trade is settled if it is sent now. Nothing comes of it.
fn would_settle(trade: &Trade) -> bool {
	let mut refusal = None;
	let _ = with_transaction(|| {
		refusal = settle_one(trade.clone());
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
	});
	refusal.is_none()
}

/// The other encoding of a scalar: with the group's order added to it.
fn with_the_order_added(signature: &OrderSignature) -> OrderSignature {
	let OrderSignature::Ed25519(mut bytes) = signature.clone() else {
		panic!("devices of tests sign so");
	};
	let mut carry = 0u16;
	for (byte, order) in bytes[32..].iter_mut().zip(ED25519_ORDER) {
		carry += u16::from(*byte) + u16::from(order);
		*byte = (carry & 0xff) as u8;
		carry >>= 8;
	}
	OrderSignature::Ed25519(bytes)
}

/// The same signature with the other of the two scalars that are valid.
fn with_the_other_scalar(mut signature: [u8; 65]) -> [u8; 65] {
	let mut borrow = 0i16;
	for (byte, order) in signature[32..64].iter_mut().zip(SECP256K1_ORDER).rev() {
		let difference = i16::from(order) - i16::from(*byte) - borrow;
		borrow = i16::from(difference < 0);
		*byte = difference.rem_euclid(256) as u8;
	}
	signature[64] ^= 1;
	signature
}

/// The same signature with its recovery id as Ethereum writes it.
fn with_the_other_id(mut signature: [u8; 65]) -> [u8; 65] {
	signature[64] += 27;
	signature
}

#[test]
fn a_second_valid_encoding_of_a_signature_replays_nothing() {
	with_a_sword(|| {
		let pair = ecdsa::Pair::from_seed(&[7; 32]);
		let account: AccountId = MultiSigner::from(pair.public()).into_account();
		Players::sell(ALICE, account);
		let Trade { order, acceptance, .. } = sale(ALICE, BOB, 100, 0);
		let order = Order {
			lane: 0,
			number: purse(ALICE).lanes[0].next,
			give: side(&[Asset::Coins(10)]),
			..order
		};
		let signature = pair.sign(&order.signing_bytes(&genesis())).0;
		let trade = |signature| Trade {
			order_signature: OrderSignature::Ecdsa(signature),
			..sign(order.clone(), acceptance.clone())
		};
		let next = |signature| Trade {
			order_signature: OrderSignature::Ecdsa(signature),
			..sign(order.clone(), Acceptance { number: 1, ..acceptance.clone() })
		};
		let others = [
			with_the_other_scalar(signature),
			with_the_other_id(signature),
			with_the_other_id(with_the_other_scalar(signature)),
		];

		// All are valid for the host, and another settlement of the same order.
		for other in others {
			assert_ne!(other, signature);
			assert!(would_settle(&trade(other)));
		}
		assert_eq!(settle_one(trade(signature)), None);
		for other in [signature, others[0], others[1], others[2]] {
			assert_eq!(settle_one(next(other)), Some(Refusal::AlreadySpent));
		}
		assert_eq!(balance(BOB), WEALTH - 100 + 9);
	});
}

#[test]
fn an_unreduced_scalar_is_no_signature() {
	with_a_sword(|| {
		let trade = sale(ALICE, BOB, 100, 0);
		let order_signature = with_the_order_added(&trade.order_signature);
		let acceptance_signature = with_the_order_added(&trade.acceptance_signature);
		let maker = Trade { order_signature, ..trade.clone() };
		let taker = Trade { acceptance_signature, ..trade.clone() };

		for _ in 0..2 {
			assert_eq!(settle_one(maker.clone()), Some(Refusal::BadOrderSignature));
			assert_eq!(settle_one(taker.clone()), Some(Refusal::BadAcceptanceSignature));
			let _ = settle_one(trade.clone());
		}
		assert_eq!(holding(SWORD), Holding { owner: BOB, version: 1, lock: None });
	});
}

#[test]
fn a_second_signature_of_the_same_key_replays_nothing() {
	with_a_sword(|| {
		let pair = sr25519::Pair::from_seed(&[7; 32]);
		let key = PublicKey::Sr25519(pair.public().0);
		Records.set_device(ALICE, 2, DeviceKey { key, ..device_key(ALICE) });
		let order = Order { lane: 2, ..order_of(ALICE) };
		let trade = |number| {
			let signature = pair.sign(&order.signing_bytes(&genesis())).0;
			Trade {
				order_signature: OrderSignature::Sr25519(signature),
				..sign(order.clone(), Acceptance { number, ..acceptance_of(BOB) })
			}
		};
		let (first, second) = (trade(0), trade(1));
		assert_ne!(first.order_signature, second.order_signature);
		assert!(would_settle(&second));

		assert_eq!(settle_one(first), None);
		assert_eq!(settle_one(second), Some(Refusal::AlreadySpent));
	});
}

#[test]
fn an_order_without_this_chains_domain_is_refused() {
	with_a_sword(|| {
		let trade = sale(ALICE, BOB, 100, 0);
		let Trade { order, acceptance, .. } = &trade;
		let here = order.signing_bytes(&genesis());
		let other_chain = order.signing_bytes(&Hash::repeat_byte(1));
		let bare = order.encode();
		let unframed = here[b"<Bytes>".len()..here.len() - b"</Bytes>".len()].to_vec();
		let text = String::from_utf8_lossy(&here[..25]).into_owned();
		assert_eq!(text, "<Bytes>Freehold order v2\n");
		let former = [&b"<Bytes>Freehold order v1\n"[..], &here[25..]].concat();
		let as_acceptance = acceptance.signing_bytes(&genesis(), &order.hash(&genesis()));

		for message in [other_chain, bare, unframed, former, as_acceptance] {
			let signature = OrderSignature::Ed25519(device(ALICE).sign(&message).0);
			let foreign = Trade { order_signature: signature, ..trade.clone() };
			assert_eq!(settle_one(foreign), Some(Refusal::BadOrderSignature));
		}
		let elsewhere =
			acceptance.signing_bytes(&Hash::repeat_byte(1), &order.hash(&Hash::repeat_byte(1)));
		let signature = OrderSignature::Ed25519(device(BOB).sign(&elsewhere).0);
		let foreign = Trade { acceptance_signature: signature, ..trade.clone() };
		assert_eq!(settle_one(foreign), Some(Refusal::BadAcceptanceSignature));
		assert_eq!(settle_one(trade), None);
	});
}

#[test]
fn every_field_of_an_order_is_signed() {
	with_goods(|| {
		let trade = sale(ALICE, BOB, 100, 0);
		let order = || trade.order.clone();
		for tampered in [
			Order { taker: Some(BOB), ..order() },
			Order { give: side(&[SWORD.at_version(0), arrows(1)]), ..order() },
			Order { want: side(&[Asset::Coins(99)]), ..order() },
			Order { max_deduction: ALL - 1, ..order() },
			Order { number: 1, ..order() },
			Order { valid_until: UNTIL + 1, ..order() },
			Order { give: side(&[arrows(1)]), lots: 2, ..order() },
		] {
			let forged = sign(tampered, trade.acceptance.clone());
			let forged = Trade { order_signature: trade.order_signature.clone(), ..forged };
			assert_eq!(settle_one(forged), Some(Refusal::BadOrderSignature));
		}
		let acceptance = || trade.acceptance.clone();
		for tampered in [
			Acceptance { max_deduction: 0, ..acceptance() },
			Acceptance { number: 1, ..acceptance() },
			Acceptance { valid_until: UNTIL + 1, ..acceptance() },
			Acceptance { taker: CAROL, ..acceptance() },
		] {
			let forged = Trade { acceptance: tampered, ..trade.clone() };
			assert_eq!(settle_one(forged), Some(Refusal::BadAcceptanceSignature));
		}
		assert_eq!(settle_one(trade), None);
	});
}

#[test]
fn an_acceptance_is_of_one_order_and_no_other() {
	with_a_sword(|| {
		let cheap = sale(ALICE, BOB, 1, 0);
		let dear = sale(ALICE, BOB, 900, 0);
		let swapped = Trade { acceptance_signature: cheap.acceptance_signature, ..dear };

		assert_eq!(settle_one(swapped), Some(Refusal::BadAcceptanceSignature));
	});
}

#[test]
fn an_operator_cannot_drain_a_seller() {
	with_goods(|| {
		// A puppet of the operator's answers with terms of its own.
		let Trade { order, order_signature, .. } = sale(ALICE, CAROL, 500, 0);
		let puppet = acceptance_of(CAROL);
		for cheaper in [
			Order { want: side(&[Asset::Coins(1)]), ..order.clone() },
			Order { give: side(&[SWORD.at_version(0), ESTATE.at_version(0)]), ..order.clone() },
			Order { give: side(&[SWORD.at_version(0), Asset::Coins(900)]), ..order.clone() },
			Order { max_deduction: u16::MAX, ..order.clone() },
		] {
			let forged = sign(cheaper, puppet.clone());
			let forged = Trade { order_signature: order_signature.clone(), ..forged };
			assert_eq!(settle_one(forged), Some(Refusal::BadOrderSignature));
		}
		// Nor does it get the sword without the seller, or take a cut that nobody signed.
		assert_noop!(
			Market::cancel_signed(RuntimeOrigin::signed(operator()), ALICE, Cancellation::All),
			Error::<Test>::NotOwner
		);
		assert_eq!(holding(SWORD).owner, ALICE);
		assert_eq!(balance(ALICE), WEALTH);

		assert_eq!(settle_one(sign(order, puppet)), None);
		assert_eq!(balance(ALICE), WEALTH + 450);
		assert_eq!(stack(ARROWS, ALICE), (100, 0));
	});
}
