// SPDX-License-Identifier: Apache-2.0
//! What orders rely on of the runtime: that nothing they sign means anything to it but an order.

use codec::Decode;
use frame_support::traits::PalletsInfoAccess;
use freehold_primitives::{
	asset::{Asset, Assets},
	chain::Hash,
	order::{Acceptance, Order, FRAME_BYTE},
};
use freehold_runtime::{AllPalletsWithSystem, RuntimeCall, UncheckedExtrinsic};
use freehold_tests::stage::{coins, new_sword, CHARLIES, DAVES, WORLD};

/// A payload of more than 256 bytes is signed as its hash, which has this length.
const HASH_LENGTH: usize = 32;

/// What is signed for the smallest order there is, a larger one, and an acceptance.
fn signed_bytes() -> [Vec<u8>; 3] {
	let genesis = Hash::repeat_byte(1);
	let side = |assets: &[Asset]| Assets::truncate_from(assets.to_vec());
	let smallest = Order {
		world: WORLD,
		maker: CHARLIES,
		lane: 0,
		taker: None,
		give: side(&[]),
		want: side(&[]),
		lots: 0,
		min_lots: 0,
		max_deduction: 0,
		number: 0,
		valid_until: 0,
	};
	let larger =
		Order { give: side(&[new_sword(0); 8]), want: side(&[coins(1); 8]), ..smallest.clone() };
	let acceptance =
		Acceptance { taker: DAVES, lane: 0, lots: 0, max_deduction: 0, number: 0, valid_until: 0 };
	let order = larger.hash(&genesis);
	[
		smallest.signing_bytes(&genesis),
		larger.signing_bytes(&genesis),
		acceptance.signing_bytes(&genesis, &order),
	]
}

#[test]
fn no_pallet_has_the_index_that_orders_begin_with() {
	let pallets = AllPalletsWithSystem::infos();

	assert!(pallets.len() > 20, "the list is of all pallets");
	assert!(pallets.iter().all(|pallet| pallet.index != usize::from(FRAME_BYTE)));
}

#[test]
fn no_call_begins_as_an_order_does() {
	for second in 0..=u8::MAX {
		let mut bytes = [0; 1024];
		bytes[..2].copy_from_slice(&[FRAME_BYTE, second]);
		assert!(RuntimeCall::decode(&mut &bytes[..]).is_err());
	}
}

#[test]
fn what_a_player_signs_is_no_payload_of_a_transaction() {
	for bytes in signed_bytes() {
		assert!(RuntimeCall::decode(&mut &bytes[..]).is_err(), "a payload begins with a call");
		assert!(bytes.len() > HASH_LENGTH, "nor is it the hash of a long one");
	}
}

#[test]
fn what_a_player_signs_is_no_transaction() {
	for bytes in signed_bytes() {
		assert!(UncheckedExtrinsic::decode(&mut &bytes[..]).is_err());
	}
}
