// SPDX-License-Identifier: Apache-2.0
//! Random sequences of everything that anybody can do.

use crate::{
	census::Census,
	opening,
	plan::Plan,
	run::{run, steps},
	state::operator,
	step::{sequence, Step},
	verbs::Deed,
};
use frame_support::traits::GetCallMetadata;
use freehold_primitives::settlement::Refusal;
use freehold_runtime::{invariants, RuntimeCall, RuntimeEvent};
use freehold_tests::{
	chain::Chain,
	keyring::{Player, BOB},
	names::*,
	trade::{batch, next_seq},
};
use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet},
};

const REGRESSIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/properties/regressions/calls.txt");

/// What came up over all cases: a property that nothing tries says nothing.
#[derive(Default)]
struct Tried {
	last: Option<RuntimeCall>,
	done: BTreeMap<(&'static str, &'static str), u32>,
	refused: u32,
	settled: usize,
	refusals: BTreeSet<Refusal>,
}

impl Tried {
	fn assert_enough(&self) {
		for pallet in ["Worlds", "Avatars", "Land", "Items", "Market"] {
			for &call in RuntimeCall::get_call_names(pallet) {
				assert!(self.done.contains_key(&(pallet, call)), "{pallet}.{call} never succeeded");
			}
		}
		assert!(self.refused > 0, "no call was refused");
		assert!(self.settled > 0, "no trade was settled");
		assert!(self.refusals.len() > 5, "trades were refused for too few reasons");
	}
}

#[test]
fn whatever_is_called_nothing_comes_from_nowhere_and_nothing_is_lost() {
	let tried = RefCell::new(Tried::default());
	run(REGRESSIONS, &sequence(steps()), |sequence| {
		Chain::run(|chain| {
			opening::open(chain);
			for step in &sequence.0 {
				take(chain, step, &mut tried.borrow_mut());
				if let Err(broken) = invariants::check() {
					panic!("{broken:?} after {:?}", tried.borrow().last);
				}
			}
		});
	});
	tried.borrow().assert_enough();
}

fn take(chain: &Chain, step: &Step, tried: &mut Tried) {
	match step {
		Step::Nothing => (),
		Step::Wait(blocks) => chain.leap(*blocks),
		Step::Round => chain.next_round(),
		Step::Call(by, wish) => {
			if let Some(deed) = wish.deed() {
				make(chain, *by, deed, tried);
			}
		},
		Step::Settle(by, world, ahead, plans) => {
			let trades = batch(plans.iter().map(|plan| plan.sign(chain, *world)));
			let seq = next_seq(*world).saturating_add_signed(*ahead);
			let call = MarketCall::settle { world: *world, seq, trades }.into();
			let operator = operator(*world).unwrap_or(BOB.account());
			if make(chain, *by, Deed { by: operator, call }, tried) {
				note_outcome(chain, *ahead, plans, tried);
			}
		},
	}
}

/// Makes a call, by this player or by who may make it, and returns whether it succeeded. Afterwards
/// there is exactly as much of everything as the call says.
fn make(chain: &Chain, by: Option<Player>, deed: Deed, tried: &mut Tried) -> bool {
	let Deed { by: rightful, call } = deed;
	let who = by.map_or(rightful, Player::account);
	let before = Census::take();
	let succeeded = chain.call(who, call.clone()).is_ok();
	if succeeded {
		let names = call.get_call_metadata();
		*tried.done.entry((names.pallet_name, names.function_name)).or_default() += 1;
		assert_eq!(Census::take(), before.after(&call, &chain.last_event()), "{call:?}");
	} else {
		tried.refused += 1;
		assert_eq!(Census::take(), before, "{call:?}");
	}
	tried.last = Some(call);
	succeeded
}

/// Nothing that is wrong whatever the state was settled.
fn note_outcome(chain: &Chain, ahead: i64, plans: &[Plan], tried: &mut Tried) {
	let refused = match chain.last_event() {
		RuntimeEvent::Market(MarketEvent::BatchSettled { refused, .. }) => {
			assert_eq!(ahead, 0, "a batch was settled out of its order");
			refused
		},
		RuntimeEvent::Market(MarketEvent::AlreadySettled { .. }) => {
			assert!(ahead < 0, "a batch that was not settled counts as settled");
			return;
		},
		other => panic!("a batch was settled with this event: {other:?}"),
	};
	let reasons: BTreeMap<u32, Refusal> = refused.into_iter().collect();
	for (place, plan) in (0..).zip(plans) {
		match reasons.get(&place) {
			Some(reason) => {
				tried.refusals.insert(*reason);
			},
			None => {
				assert!(!plan.is_flawed(), "this was settled: {plan:?}");
				tried.settled += 1;
			},
		}
	}
}
