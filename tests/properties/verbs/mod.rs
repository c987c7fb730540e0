// SPDX-License-Identifier: Apache-2.0
//! Everything that anybody can do to the five pallets. Each verb looks at what there is, and makes
//! of it a call that mostly succeeds and sometimes does not; none if there is nothing to do it to.

mod auctions;
mod avatars;
mod collections;
mod estates;
mod items;
mod kinds;
mod leases;
mod market;
mod parcels;
mod recipes;
mod rights;
mod worlds;

use crate::{dice::Dice, state::PLAYERS};
use freehold_primitives::chain::AccountId;
use freehold_runtime::RuntimeCall;
use freehold_tests::keyring::BOB;
use proptest::{array::uniform3, prelude::*, sample::select};
use std::{fmt, iter::repeat_n};

/// A call, and who may make it.
pub(crate) struct Deed {
	/// Who may.
	pub(crate) by: AccountId,
	/// The call.
	pub(crate) call: RuntimeCall,
}

/// A call by whom the state names; by Bob if it names nobody.
fn by(who: Option<AccountId>, call: impl Into<RuntimeCall>) -> Option<Deed> {
	Some(Deed { by: who.unwrap_or(BOB.account()), call: call.into() })
}

/// A call that anyone may make.
fn by_anyone(dice: &Dice, call: impl Into<RuntimeCall>) -> Option<Deed> {
	by(dice.of(PLAYERS).map(|player| player.account()), call)
}

/// How one call is made up.
#[derive(Clone, Copy)]
struct Verb {
	/// The call's name.
	name: &'static str,
	/// How often it is wished for.
	weight: usize,
	deed: fn(&Dice) -> Option<Deed>,
}

impl Verb {
	const fn new(name: &'static str, weight: usize, deed: fn(&Dice) -> Option<Deed>) -> Self {
		Self { name, weight, deed }
	}
}

impl fmt::Debug for Verb {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(self.name)
	}
}

/// What somebody would do next: the first of three that can be done by then.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
	verbs: [Verb; 3],
	seed: u64,
}

impl Wish {
	/// The call, if any of the three can be done.
	pub(crate) fn deed(&self) -> Option<Deed> {
		let dice = Dice::new(self.seed);
		self.verbs.iter().find_map(|verb| (verb.deed)(&dice))
	}
}

/// Any wish. It is not made simpler: another number would tell another story.
pub(crate) fn wish() -> impl Strategy<Value = Wish> {
	let verbs: Vec<Verb> = [
		worlds::VERBS,
		avatars::VERBS,
		parcels::VERBS,
		estates::VERBS,
		rights::VERBS,
		leases::VERBS,
		collections::VERBS,
		kinds::VERBS,
		items::VERBS,
		recipes::VERBS,
		market::VERBS,
		auctions::VERBS,
	]
	.into_iter()
	.flatten()
	.flat_map(|verb| repeat_n(*verb, verb.weight))
	.collect();
	(uniform3(select(verbs)), any::<u64>())
		.prop_map(|(verbs, seed)| Wish { verbs, seed })
		.no_shrink()
}
