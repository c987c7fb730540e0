// SPDX-License-Identifier: Apache-2.0
use super::{
	by, by_anyone,
	collections::{some_open_collection, NONE},
	Deed, Verb,
};
use crate::{
	dice::Dice,
	state::{issuer, kinds, operator, some_avatar, some_world},
};
use freehold_primitives::{
	fee::MAX_ROYALTY,
	ids::{AvatarId, KindId},
};
use freehold_runtime::Items;
use freehold_tests::{
	goods::{name, shares},
	names::*,
};
use pallet_items::{Form, KindDetails, Rules, Shares, Writer};
use std::collections::BTreeMap;

pub(super) const VERBS: &[Verb] = &[
	Verb::new("create_kind", 3, create_kind),
	Verb::new("loosen_kind", 2, loosen_kind),
	Verb::new("lower_cap", 2, lower_cap),
	Verb::new("set_royalty", 3, set_royalty),
	Verb::new("collect_royalty", 3, collect_royalty),
	Verb::new("define_attribute", 2, define_attribute),
	Verb::new("remove_kind", 3, remove_kind),
];

/// No kind.
pub(super) const NO_KIND: KindId = KindId { collection: NONE, index: 0 };

/// Mostly a kind of which this is true.
pub(super) fn some_kind(dice: &Dice, is: impl Fn(&KindDetails) -> bool) -> Option<KindId> {
	let any = dice.rarely();
	let fit = kinds().into_iter().filter(|(_, details)| any || is(details));
	dice.of_or(fit.map(|(kind, _)| kind), || NO_KIND)
}

/// Mostly everything is allowed.
fn some_rules(dice: &Dice) -> Rules {
	Rules {
		transferable: !dice.rarely(),
		burnable: dice.below(4) > 0,
		home: (dice.below(4) == 0).then(|| some_world(dice)),
	}
}

/// Mostly nobody, or a few, and not too much.
fn some_shares(dice: &Dice) -> Shares {
	let most = u32::from(MAX_ROYALTY) / if dice.rarely() { 1 } else { 4 };
	let part = |_| (some_avatar(dice), u16::try_from(1 + dice.below(most)).unwrap_or(u16::MAX));
	let parts: BTreeMap<AvatarId, _> = (0..dice.below(4)).map(part).collect();
	shares(&parts.into_iter().collect::<Vec<_>>())
}

fn create_kind(dice: &Dice) -> Option<Deed> {
	let collection = some_open_collection(dice)?;
	let form = if dice.coin() { Form::Unique } else { Form::Stackable };
	let max_supply = dice.maybe(|| dice.below(6).into());
	let (rules, royalty) = (some_rules(dice), some_shares(dice));
	let call = ItemsCall::create_kind { collection, form, max_supply, rules, royalty };
	by(issuer(collection), call)
}

fn loosen_kind(dice: &Dice) -> Option<Deed> {
	let kind = some_kind(dice, |it| it.rules != Rules::LOOSEST)?;
	let before = Items::kind(kind).map_or(Rules::LOOSEST, |it| it.rules);
	let rules = if dice.rarely() {
		some_rules(dice)
	} else {
		Rules {
			transferable: before.transferable || dice.coin(),
			burnable: before.burnable || dice.coin(),
			home: before.home.filter(|_| dice.coin()),
		}
	};
	// Who runs its home may say that it is the home no longer.
	let who = match before.home {
		Some(home) if dice.rarely() => operator(home),
		_ => issuer(kind.collection),
	};
	by(who, ItemsCall::loosen_kind { kind, rules })
}

fn lower_cap(dice: &Dice) -> Option<Deed> {
	let kind = some_kind(dice, |it| it.max_supply.is_none_or(|most| most > it.minted))?;
	let details = Items::kind(kind);
	let least = details.map_or(0, |it| it.minted + it.reserved);
	let least = least.saturating_sub(dice.rarely().into());
	let most = details.and_then(|it| it.max_supply).unwrap_or(least.saturating_add(5));
	// Mostly with room for more.
	let room = u32::try_from(most.saturating_sub(least).min(50)).unwrap_or(0);
	let max_supply = most.saturating_sub(dice.below(room + 1).into()).max(least);
	by(issuer(kind.collection), ItemsCall::lower_cap { kind, max_supply })
}

fn set_royalty(dice: &Dice) -> Option<Deed> {
	let kind = some_kind(dice, |it| it.form == Form::Unique || it.supply() == 0 || dice.coin())?;
	by(issuer(kind.collection), ItemsCall::set_royalty { kind, royalty: some_shares(dice) })
}

fn collect_royalty(dice: &Dice) -> Option<Deed> {
	let due = kinds()
		.into_iter()
		.map(|(kind, _)| kind)
		.filter(|kind| Items::accrued(*kind) > 0);
	let kind = dice.of_or(due, || NO_KIND)?;
	by_anyone(dice, ItemsCall::collect_royalty { kind })
}

fn define_attribute(dice: &Dice) -> Option<Deed> {
	let writer = match dice.below(3) {
		0 => Writer::Issuer,
		1 => Writer::Holder,
		_ => Writer::Server(some_world(dice)),
	};
	let by_servers = matches!(writer, Writer::Server(_));
	let fits = |it: &KindDetails| it.form == Form::Unique && (it.rules.burnable || !by_servers);
	let kind = some_kind(dice, fits)?;
	// Some come up twice.
	let name = name(&dice.below(40).to_string());
	by(issuer(kind.collection), ItemsCall::define_attribute { kind, name, writer })
}

fn remove_kind(dice: &Dice) -> Option<Deed> {
	let kind = some_kind(dice, |it| it.supply() == 0 && it.reserved == 0)?;
	by(issuer(kind.collection), ItemsCall::remove_kind { kind })
}
