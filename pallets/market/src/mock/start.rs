// SPDX-License-Identifier: Apache-2.0
//! What a test begins with.

use super::*;
use freehold_primitives::{purse::Purse, settlement::Store};
use sp_keystore::{testing::MemoryKeystore, KeystoreExt};
use sp_runtime::BuildStorage;

/// A chain with nothing on it, whose host signs: for benchmarks.
pub(crate) fn empty_chain() -> sp_io::TestExternalities {
	let genesis = frame_system::GenesisConfig::<Test>::default()
		.build_storage()
		.expect("the system's genesis has no input");
	let mut chain = sp_io::TestExternalities::new(genesis);
	chain.register_extension(KeystoreExt::new(MemoryKeystore::new()));
	chain
}

/// Runs a test in a world where Alice has a sword and an estate, and everyone 1,000 coins in the
/// purse and in the account, and checks the invariants after it. All kinds may be traded, without
/// a royalty.
pub(crate) fn with_a_sword(test: impl FnOnce()) {
	let mut genesis = frame_system::GenesisConfig::<Test>::default()
		.build_storage()
		.expect("the system's genesis has no input");
	pallet_balances::GenesisConfig::<Test> {
		balances: EVERYONE.map(|who| (owner(who), WEALTH)).to_vec(),
		..Default::default()
	}
	.assimilate_storage(&mut genesis)
	.expect("balances are above the existential deposit");
	sp_io::TestExternalities::new(genesis).execute_with(|| {
		go_to(NOW);
		for avatar in EVERYONE {
			Records.set_purse(avatar, Purse { balance: WEALTH, ..Purse::default() });
		}
		for kind in [BLADES, SHIELDS, ARROWS, POTIONS] {
			set_royalty(kind, 0);
		}
		mint(SWORD, ALICE);
		mint(ESTATE, ALICE);
		test();
		check();
	});
}

/// As [`with_a_sword`], where Alice and Bob also have a hundred arrows each, Bob a buckler, and
/// Carol a parcel.
pub(crate) fn with_goods(test: impl FnOnce()) {
	with_a_sword(|| {
		mint_units(ARROWS, ALICE, 100);
		mint_units(ARROWS, BOB, 100);
		mint(BUCKLER, BOB);
		mint(PARCEL, CAROL);
		test();
	});
}
