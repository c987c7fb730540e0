// SPDX-License-Identifier: Apache-2.0
//! What each sequence of calls begins with beside the stage: something for each of them to be done
//! to.

use freehold_primitives::{
	asset::{Asset, UniqueId},
	ids::{AvatarId, CollectionId, KindId, WorldId},
	land::{Area, Coordinates, Site, Zone},
};
use freehold_runtime::constants::UNIT;
use freehold_tests::{
	chain::Chain,
	goods::{
		certain, craft, create_kind, last_recipe, mint_items, mint_units, name, random, recipe,
	},
	keyring::{BOB, CHARLIE, DAVE, EVE, FERDIE},
	land::{accept, found, issue, plot, pointer, TERMS},
	market::{barter, bid, buy, last_auction, last_order, list, list_lots, offer, side, ANY},
	names::*,
	stage::*,
};
use pallet_avatars::{handle::Handle, Fact};
use pallet_items::{Form, Issuer, Rules, Writer};
use pallet_land::Rights;
use pallet_market::{Price, Wanted};

/// Sets the stage, and all of this on it.
pub(crate) fn open(chain: &Chain) {
	Stage::set(chain);
	land(chain);
	avatars(chain);
	worlds(chain);
	items(chain);
	market(chain);
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

/// Kinds with a royalty, of which some was left by a sale, and one that nobody has anything of;
/// attributes; recipes, and draws that can be settled; a collection that is offered; something worn
/// and something in custody.
fn items(chain: &Chain) {
	let [blades, gems] = [2, 3].map(|index| KindId { collection: COLLECTION, index });
	for form in [Form::Unique, Form::Stackable] {
		let royalty = [(TREASURY, 300), (EVES, 200)];
		chain.must(BOB, create_kind(COLLECTION, form, Rules::LOOSEST, &royalty));
	}
	let rules = Rules { transferable: false, burnable: false, home: Some(WORLD) };
	chain.must(BOB, create_kind(COLLECTION, Form::Unique, rules, &[]));
	for (text, writer) in
		[("kills", Writer::Server(WORLD)), ("origin", Writer::Issuer), ("motto", Writer::Holder)]
	{
		for kind in [SWORDS, blades] {
			let name = name(text);
			chain.must(BOB, ItemsCall::define_attribute { kind, name, writer });
		}
	}
	chain.must(FERDIE, mint_items(blades, &[CHARLIES, DAVES, EVES, CHARLIES]));
	chain.must(FERDIE, mint_units(gems, &[(CHARLIES, 20), (DAVES, 20)]));
	chain.must(CHARLIE, list(CHARLIES, UniqueId::Item(sword(3)), 50 * UNIT));
	chain.must(DAVE, buy(last_order(), DAVES, 50 * UNIT));
	chain.must(DAVE, ItemsCall::equip { avatar: DAVES, slot: 3, item: sword(4) });
	let (item, world, reason, until) = (sword(5), WORLD, 1, LATER);
	chain.must(EVE, ItemsCall::place_in_custody { item, world, reason, until });

	chain.must(CHARLIE, ItemsCall::create_collection { issuer: Issuer::Avatar(CHARLIES) });
	let (collection, to) = (CollectionId(2), Some(Issuer::Avatar(DAVES)));
	chain.must(CHARLIE, ItemsCall::offer_collection { collection, to });

	let smithy = recipe(&[(ARROWS, 5)], UNIT, certain(SWORDS, 1));
	let chances = random(&[(blades, 1, 1), (ARROWS, 3, 2)]);
	let (collection, to) = (COLLECTION, TREASURY);
	for recipe in [smithy, recipe(&[(gems, 2)], 0, chances)] {
		chain.must(BOB, ItemsCall::create_recipe { collection, recipe, to });
	}
	for (who, avatar) in [(CHARLIE, CHARLIES), (DAVE, DAVES)] {
		chain.must(who, craft(avatar, last_recipe(), &[]));
	}
	for _ in 0..2 {
		chain.next_round();
	}
}

/// A listing in lots, two offers, of which one has expired, a barter and an auction with a bid.
fn market(chain: &Chain) {
	let arrows = Asset::Units { kind: ARROWS, amount: 5 };
	chain.must(CHARLIE, list_lots(CHARLIES, &[arrows], Price::fixed(UNIT), 4));
	let wanted = Wanted::OfKind(SWORDS);
	chain.must(EVE, offer(EVES, 20 * UNIT, wanted));
	let (world, bidder, price, lots, until) = (WORLD, EVES, UNIT, 1, chain.now());
	chain.must(EVE, MarketCall::offer { world, bidder, price, wanted, lots, until });
	chain.must(CHARLIE, barter(CHARLIES, &[new_sword(1)], DAVES, &[Asset::Coins(5 * UNIT)]));
	let ends = chain.now() + 5;
	let open = MarketCall::open_auction {
		world: WORLD,
		seller: CHARLIES,
		lot: side(&[new_sword(6)]),
		reserve: UNIT,
		least_raise: UNIT,
		ends,
		extension: 2,
		latest: ends + 5,
		max_deduction: ANY,
	};
	chain.must(CHARLIE, open);
	chain.must(DAVE, bid(last_auction(), DAVES, UNIT));
	chain.next_block();
}
