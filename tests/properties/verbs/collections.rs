// SPDX-License-Identifier: Apache-2.0
use super::{by, Deed, Verb};
use crate::{
	dice::Dice,
	state::{collections, creator, issuer, some_avatar, some_world},
};
use freehold_primitives::{chain::Balance, ids::CollectionId, pointer::Pointer};
use freehold_runtime::{Items, Runtime};
use freehold_tests::names::*;
use pallet_items::{CollectionOf, Issuer, MetadataDetails};

pub(super) const VERBS: &[Verb] = &[
	Verb::new("create_collection", 2, create_collection),
	Verb::new("adopt_collection", 4, adopt_collection),
	Verb::new("set_metadata", 2, set_metadata),
	Verb::new("freeze_collection", 1, freeze_collection),
	Verb::new("offer_collection", 2, offer_collection),
	Verb::new("accept_collection", 4, accept_collection),
	Verb::new("remove_collection", 3, remove_collection),
];

/// No collection.
pub(super) const NONE: CollectionId = CollectionId(99);

/// The collections of which this is true.
fn such(is: impl Fn(&CollectionOf<Runtime>) -> bool) -> Vec<CollectionId> {
	let all = collections().into_iter();
	all.filter(|it| Items::collection(*it).is_some_and(|details| is(&details)))
		.collect()
}

/// Whether whoever pays the deposits owns the issuer.
fn is_adopted(details: &CollectionOf<Runtime>) -> bool {
	creator(details.issuer).as_ref() == Some(&details.payer)
}

/// Mostly a collection in which something new may be made.
pub(super) fn some_open_collection(dice: &Dice) -> Option<CollectionId> {
	let open = such(|it| (!it.frozen && is_adopted(it)) || dice.rarely());
	dice.of_or(open, || NONE)
}

fn some_issuer(dice: &Dice) -> Issuer {
	if dice.coin() {
		Issuer::World(some_world(dice))
	} else {
		Issuer::Avatar(some_avatar(dice))
	}
}

/// Most deposits that somebody takes over.
fn some_limit(dice: &Dice) -> Balance {
	if dice.rarely() {
		1
	} else {
		Balance::MAX
	}
}

fn create_collection(dice: &Dice) -> Option<Deed> {
	let issuer = some_issuer(dice);
	by(creator(issuer), ItemsCall::create_collection { issuer })
}

/// Of a collection whose world or avatar has changed hands.
fn adopt_collection(dice: &Dice) -> Option<Deed> {
	let collection = dice.of_or(such(|it| !is_adopted(it)), || CollectionId(0))?;
	let max_deposits = some_limit(dice);
	by(issuer(collection), ItemsCall::adopt_collection { collection, max_deposits })
}

fn set_metadata(dice: &Dice) -> Option<Deed> {
	let collection = some_open_collection(dice)?;
	let metadata = dice.maybe(|| {
		let name = if dice.rarely() { Vec::new() } else { b"a collection".to_vec() };
		let name = name.try_into().expect("it is short");
		let pointer = dice.maybe(|| Pointer::truncate_from(b"ipfs:things".to_vec()));
		MetadataDetails { name, pointer }
	});
	by(issuer(collection), ItemsCall::set_metadata { collection, metadata })
}

/// Not that of the stage: too much rests on it.
fn freeze_collection(dice: &Dice) -> Option<Deed> {
	let others = such(|it| !it.frozen).into_iter().filter(|it| it.0 > 0);
	let collection = dice.of_or(others, || NONE)?;
	by(issuer(collection), ItemsCall::freeze_collection { collection })
}

fn offer_collection(dice: &Dice) -> Option<Deed> {
	let others = such(is_adopted).into_iter().filter(|it| it.0 > 0 || dice.rarely());
	let collection = dice.of_or(others, || NONE)?;
	let to = (dice.below(6) > 0).then(|| some_issuer(dice));
	by(issuer(collection), ItemsCall::offer_collection { collection, to })
}

fn accept_collection(dice: &Dice) -> Option<Deed> {
	let offered = such(|it| it.offered_to.is_some() && (is_adopted(it) || dice.rarely()));
	let collection = dice.of_or(offered, || NONE)?;
	let to = Items::collection(collection).and_then(|details| details.offered_to);
	let max_deposits = some_limit(dice);
	by(to.and_then(creator), ItemsCall::accept_collection { collection, max_deposits })
}

fn remove_collection(dice: &Dice) -> Option<Deed> {
	let empty = such(|it| it.live_kinds == 0 && it.recipes == 0);
	let collection = dice.of_or(empty, || CollectionId(0))?;
	by(issuer(collection), ItemsCall::remove_collection { collection })
}
