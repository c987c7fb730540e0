// SPDX-License-Identifier: Apache-2.0
//! Random sequences of everything that anybody can do.

use crate::{
	census::Census,
	plan::Plan,
	run::{run, steps},
	step::{rightful, step, Step},
};
use frame_support::traits::GetCallMetadata;
use freehold_primitives::{chain::AccountId, settlement::Refusal};
use freehold_runtime::{invariants, RuntimeCall, RuntimeEvent};
use freehold_tests::{
	chain::Chain,
	keyring::Player,
	names::*,
	stage::Stage,
	trade::{batch, next_seq},
};
use proptest::collection::vec;
use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet},
};

const REGRESSIONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/properties/regressions/calls.txt");

/// What came up over all cases: a property that nothing tries says nothing.
#[derive(Default)]
struct Tried {
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
	run(REGRESSIONS, &vec(step(), 1..2 * steps()), |sequence| {
		Chain::run(|chain| {
			Stage::set(chain);
			for step in &sequence {
				take(chain, step, &mut tried.borrow_mut());
				invariants::check().unwrap_or_else(|broken| panic!("{broken:?} after {step:?}"));
			}
		});
	});
	tried.borrow().assert_enough();
}

fn take(chain: &Chain, step: &Step, tried: &mut Tried) {
	match step {
		Step::NextBlock => chain.next_block(),
		Step::Call(by, call) => {
			make(chain, *by, call, tried);
		},
		Step::Settle(by, world, ahead, plans) => {
			let trades = batch(plans.iter().map(|plan| plan.sign(chain, *world)));
			let seq = next_seq(*world).saturating_add_signed(*ahead);
			let call = MarketCall::settle { world: *world, seq, trades };
			if make(chain, *by, &call.into(), tried) {
				note_outcome(chain, *ahead, plans, tried);
			}
		},
	}
}

/// Makes a call, and returns whether it succeeded. Afterwards there is exactly as much of
/// everything as the call says.
fn make(chain: &Chain, by: Option<Player>, call: &RuntimeCall, tried: &mut Tried) -> bool {
	let who: AccountId = by.map_or_else(|| rightful(call), Player::account);
	let before = Census::take();
	let succeeded = chain.call(who, call.clone()).is_ok();
	if succeeded {
		let names = call.get_call_metadata();
		*tried.done.entry((names.pallet_name, names.function_name)).or_default() += 1;
		assert_eq!(Census::take(), before.after(call), "{call:?}");
	} else {
		tried.refused += 1;
		assert_eq!(Census::take(), before, "{call:?}");
	}
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
