// SPDX-License-Identifier: Apache-2.0
//! What is done next, as random input.

use crate::{
	plan::{plan, Plan},
	state::PLAYERS,
	verbs::{wish, Wish},
};
use freehold_primitives::{chain::BlockNumber, ids::WorldId, order::MAX_LIFETIME};
use freehold_runtime::constants::HANDLE_COOLDOWN;
use freehold_tests::keyring::Player;
use proptest::{collection::vec, option, prelude::*, sample::select};
use std::fmt;

/// What is done next.
#[derive(Clone, Debug)]
pub(crate) enum Step {
	/// Nothing: what is left of the steps that a failure does not need.
	Nothing,
	/// So many blocks pass.
	Wait(BlockNumber),
	/// What is left of a round of draws passes.
	Round,
	/// A call, by this player or by who may make it.
	Call(Option<Player>, Wish),
	/// Trades are settled for a world, by this player or its operator, under the batch number
	/// that follows or another so far from it.
	Settle(Option<Player>, WorldId, i64, Vec<Plan>),
}

/// Steps in their order; shown without those that do nothing.
#[derive(Clone)]
pub(crate) struct Sequence(pub(crate) Vec<Step>);

impl fmt::Debug for Sequence {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let steps = self.0.iter().filter(|step| !matches!(step, Step::Nothing));
		f.debug_list().entries(steps).finish()
	}
}

/// So many steps.
pub(crate) fn sequence(steps: usize) -> impl Strategy<Value = Sequence> {
	vec(step(), steps).prop_map(Sequence)
}

fn step() -> impl Strategy<Value = Step> {
	let by = option::weighted(0.1, select(PLAYERS.to_vec()));
	let world = prop_oneof![6 => Just(0u32), 1 => 1..4u32].prop_map(WorldId);
	let seq = prop_oneof![8 => Just(0i64), 1 => -2..3i64];
	// Simpler ones first: a step that a failure does not need becomes one of these.
	prop_oneof![
		1 => Just(Step::Nothing),
		24 => wait().prop_map(Step::Wait),
		5 => Just(Step::Round),
		300 => (by.clone(), wish()).prop_map(|(by, wish)| Step::Call(by, wish)).no_shrink(),
		30 => (by, world, seq, vec(plan(), 0..6))
			.prop_map(|(by, world, seq, plans)| Step::Settle(by, world, seq, plans)),
	]
}

/// Mostly a few blocks; sometimes so many that leases end and keys expire, that an announced fee
/// takes effect, or that a handle that was released may be had.
fn wait() -> impl Strategy<Value = BlockNumber> {
	prop_oneof![
		20 => Just(1),
		16 => 2..30u32,
		2 => Just(MAX_LIFETIME + 1),
		2 => Just(HANDLE_COOLDOWN),
	]
}
