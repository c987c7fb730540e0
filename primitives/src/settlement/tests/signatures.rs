// SPDX-License-Identifier: Apache-2.0
//! Who may sign, and with what.

use super::*;
use crate::{chain::AccountId, device::Signer};
use sp_core::{ecdsa, sr25519};
use sp_runtime::{traits::IdentifyAccount, MultiSigner};

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
