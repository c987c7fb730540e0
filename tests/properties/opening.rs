// SPDX-License-Identifier: Apache-2.0
//! What each sequence of calls begins with beside the stage: something for each of them to be done
//! to.

use freehold_primitives::{
	ids::{AvatarId, WorldId},
	land::{Area, Coordinates, Site, Zone},
};
use freehold_runtime::constants::UNIT;
use freehold_tests::{
	chain::Chain,
	keyring::{BOB, CHARLIE, DAVE, EVE, FERDIE},
	land::{accept, found, issue, plot, pointer, TERMS},
	names::*,
	stage::*,
};
use pallet_avatars::{handle::Handle, Fact};
use pallet_items::Issuer;
use pallet_land::Rights;

/// Sets the stage, and all of this on it.
pub(crate) fn open(chain: &Chain) {
	Stage::set(chain);
	land(chain);
	avatars(chain);
	worlds(chain);
}

/// Two estates side by side and room to grow for one, land for sale, a lease, another that is
/// offered, and rights.
fn land(chain: &Chain) {
	let charlies: Vec<(i16, i16)> = (4..8).flat_map(|x| [(x, 0), (x, 1)]).collect();
	let daves: Vec<(i16, i16)> = (4..8).flat_map(|x| [(x, 3), (x, 4)]).collect();
	chain.must(BOB, issue(CHARLIES, &charlies));
	chain.must(BOB, issue(DAVES, &daves));
	chain.must(CHARLIE, found(CHARLIES, &charlies[..4]));
	chain.must(CHARLIE, found(CHARLIES, &charlies[4..6]));

	let area = Area { min: Coordinates::new(-8, -8), max: Coordinates::new(-3, -3) };
	let (zone, price, to) = (Zone::Residential, 5 * UNIT, TREASURY);
	chain.must(BOB, LandCall::open_sale { world: WORLD, area, zone, price, to });

	for site in [plot(4, 3), plot(5, 3)] {
		chain.must(DAVE, LandCall::offer_lease { site, terms: TERMS });
	}
	chain.must(EVE, accept(plot(4, 3), EVES, 2));
	let (site, rights, until): (Site, _, _) = (plot(6, 3), Rights::MANAGE, LATER);
	chain.must(DAVE, LandCall::grant { site, by: DAVES, to: EVES, rights, until });
	let pointer = Some(pointer("ipfs:home"));
	chain.must(DAVE, LandCall::set_content { site, by: DAVES, pointer });
}

/// A handle that was released, a badge, a collection, an idle avatar, and one that is for sale.
fn avatars(chain: &Chain) {
	let handle = Handle::truncate_from(b"dave".to_vec());
	chain.must(DAVE, AvatarsCall::claim_handle { avatar: DAVES, handle });
	chain.must(DAVE, AvatarsCall::release_handle { avatar: DAVES });
	let fact = Fact::truncate_from(b"a fact".to_vec());
	let (world, avatar, tenure, badge, valid_until) = (WORLD, EVES, 0, 0, None);
	chain.must(FERDIE, AvatarsCall::attest { world, avatar, tenure, badge, fact, valid_until });

	chain.must(EVE, AvatarsCall::create {});
	chain.must(FERDIE, AvatarsCall::create {});
	let avatar = AvatarId(5);
	let issuer = Issuer::Avatar(avatar);
	chain.must(FERDIE, ItemsCall::create_collection { issuer });
	chain.must(FERDIE, AvatarsCall::offer { avatar, price: UNIT, to: None });
}

/// A second world, which nothing needs, and which Dave may have.
fn worlds(chain: &Chain) {
	chain.must(EVE, WorldsCall::register { bounds: BOUNDS, fee: None });
	let (world, to) = (WorldId(1), Some(DAVE.account()));
	chain.must(EVE, WorldsCall::offer_ownership { world, to });
}
