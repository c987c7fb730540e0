// SPDX-License-Identifier: Apache-2.0
//! Each invariant notices the state that breaks it.

use crate::{mock::*, ListingDetails, Listings};
use frame_support::{assert_ok, storage::with_transaction};
use freehold_primitives::{
	asset::{Holding, Lock},
	settlement::Store,
};
use sp_runtime::{DispatchError, TransactionOutcome};

/// Breaks the state of a market with one listing and mends it again, so that the closing check
/// passes.
fn assert_noticed(
	message: &'static str,
	breaking: impl FnOnce(ListingDetails<sp_runtime::AccountId32>),
) {
	with_a_sword(|| {
		assert_ok!(Market::list(signed(ALICE), WORLD, SWORD, 50));
		let listing = Market::listing(SWORD).expect("it was listed");
		let _ = with_transaction(|| {
			breaking(listing);
			assert_eq!(Market::do_try_state(), Err(message.into()));
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(()))
		});
	});
}

#[test]
fn an_unlocked_listing_is_noticed() {
	assert_noticed("M1: a listed asset is not locked with its seller", |_| {
		Records.set_holding(SWORD, Holding::new(ALICE));
	});
}

#[test]
fn a_listing_of_anothers_asset_is_noticed() {
	assert_noticed("M1: a listed asset is not locked with its seller", |_| {
		Records.set_holding(SWORD, Holding { lock: Some(Lock::Listing), ..Holding::new(BOB) });
	});
}

#[test]
fn a_listing_without_a_price_is_noticed() {
	assert_noticed("M2: a listing has no price", |listing| {
		Listings::<Test>::insert(SWORD, ListingDetails { price: 0, ..listing });
	});
}

#[test]
fn a_missing_deposit_is_noticed() {
	assert_noticed("M3: deposits do not match the listings", |listing| {
		Listings::<Test>::insert(SWORD, ListingDetails { payer: owner(BOB), ..listing });
	});
}
