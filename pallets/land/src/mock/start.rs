// SPDX-License-Identifier: Apache-2.0
//! What a test begins with.

use super::*;
use crate::LeaseTerms;
use freehold_primitives::{
	chain::Balance,
	land::{Area, Site, Zone},
};
use sp_runtime::BuildStorage;

/// A chain with two worlds, in which nothing was done unless the test says so. What it says is done
/// in that order, in the first block.
#[derive(Default)]
pub(crate) struct World {
	history: Vec<Box<dyn FnOnce()>>,
}

impl World {
	/// With a parcel of `owner`'s avatar. Who has public land operated the world when it was issued.
	pub(crate) fn parcel(self, owner: AccountId, at: (i16, i16), zone: Zone) -> Self {
		self.after(move || {
			let issue = |operator| {
				Land::issue(signed(operator), WORLD, avatar(owner), places(zone, &[at]))
					.expect("the parcels of a test's world can be issued");
			};
			if zone.is_public() {
				hand_over(WORLD, owner).expect("everyone has the deposits");
				issue(owner);
				hand_over(WORLD, OPERATOR).expect("everyone has the deposits");
			} else {
				issue(OPERATOR);
			}
		})
	}

	/// With some open parcels of `owner`'s avatar.
	pub(crate) fn parcels(self, owner: AccountId, at: &[(i16, i16)]) -> Self {
		at.iter().fold(self, |world, at| world.parcel(owner, *at, Zone::Open))
	}

	/// With an estate of `owner`'s avatar, of open parcels that were not issued before. The first
	/// has the id 0.
	pub(crate) fn estate(self, owner: AccountId, at: &[(i16, i16)]) -> Self {
		let parcels = ground(at);
		self.parcels(owner, at).after(move || {
			Land::found_estate(signed(owner), WORLD, avatar(owner), parcels)
				.expect("the parcels of a test's estate hang together");
		})
	}

	/// With open land for sale in an area; the price goes to the operator's avatar. The first sale
	/// has the number 0.
	pub(crate) fn sale(self, area: Area, price: Balance) -> Self {
		self.after(move || {
			Land::open_sale(signed(OPERATOR), WORLD, area, Zone::Open, price, avatar(OPERATOR))
				.expect("the sale of a test's world can be opened");
		})
	}

	/// With a site that its owner offers to let.
	pub(crate) fn lease_offer(self, owner: AccountId, site: Site, terms: LeaseTerms) -> Self {
		self.after(move || {
			Land::offer_lease(signed(owner), site, terms)
				.expect("the owner of a test's site can offer to let it");
		})
	}

	/// With a site that `tenant`'s avatar has leased of its owner for so many periods.
	pub(crate) fn lease(
		self,
		owner: AccountId,
		site: Site,
		terms: LeaseTerms,
		tenant: AccountId,
		periods: u32,
	) -> Self {
		self.lease_offer(owner, site, terms).after(move || {
			let version = Land::premises(site).expect("it was offered").holding.version;
			Land::accept_lease(signed(tenant), site, avatar(tenant), periods, terms, version)
				.expect("the tenant of a test's site can pay");
		})
	}

	/// After this was done.
	pub(crate) fn after(mut self, deed: impl FnOnce() + 'static) -> Self {
		self.history.push(Box::new(deed));
		self
	}

	/// Runs the test, and checks the invariants after it.
	pub(crate) fn execute(self, test: impl FnOnce()) {
		let mut genesis = frame_system::GenesisConfig::<Test>::default()
			.build_storage()
			.expect("the system's genesis has no input");
		pallet_balances::GenesisConfig::<Test> {
			balances: [OPERATOR, ALICE, BOB, CAROL].map(|who| (who, WEALTH)).to_vec(),
			..Default::default()
		}
		.assimilate_storage(&mut genesis)
		.expect("balances are above the existential deposit");
		sp_io::TestExternalities::new(genesis).execute_with(|| {
			run_to(1);
			self.history.into_iter().for_each(|deed| deed());
			test();
			check();
		});
	}
}
