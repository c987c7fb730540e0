// SPDX-License-Identifier: Apache-2.0
use super::model::{action, Action, Model, What};
use crate::mock::*;
use freehold_primitives::traits::Worlds as _;
use proptest::prelude::*;
use sp_runtime::DispatchResult;

/// Has the registry do it.
fn attempt(Action { who, world, what }: Action) -> DispatchResult {
	let origin = RuntimeOrigin::signed(who);
	match what {
		What::Register(bounds, fee) => Worlds::register(origin, bounds, fee),
		What::Add { settler, valid_until, cap } => {
			Worlds::add_settler(origin, world, settler, valid_until, cap)
		},
		What::Remove(settler) => Worlds::remove_settler(origin, world, settler),
		What::SetFee(fee) => Worlds::set_fee(origin, world, fee),
		What::Extend(bounds) => Worlds::extend(origin, world, bounds),
		What::Offer(to) => Worlds::offer_ownership(origin, world, to),
		What::Accept(most) => Worlds::accept_ownership(origin, world, most),
		What::Suspend => Worlds::suspend(origin, world),
		What::Resume => Worlds::resume(origin, world),
		What::Close => Worlds::close(origin, world),
		What::Charge(value) => Worlds::charge(&who, world, value),
		What::Retain => Worlds::retain(world),
		What::Release => {
			Worlds::release(world);
			Ok(())
		},
		What::Wait => {
			System::set_block_number(System::block_number() + 1);
			Ok(())
		},
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Every call against a plain model; the invariants hold after each.
	#[test]
	fn worlds_are_as_plain_maps_would_have_them(
		actions in prop::collection::vec(action(), 1..200),
	) {
		Chain::default().execute(|| {
			let mut model = Model::new();
			for action in actions {
				let expected = model.expects(&action);
				let done = attempt(action.clone());
				assert_eq!(done.is_ok(), expected, "{action:?}: {done:?}");
				model.assert_matches();
				assert_payees_retained();
				Worlds::do_try_state().expect("every invariant holds after every call");
			}
		});
	}

	/// Whatever the operator asks for, the fee of an order's life is never above what the world
	/// had announced for that time when the order was signed.
	#[test]
	fn no_order_is_charged_more_than_its_maker_could_see(
		changes in prop::collection::vec((prop::option::of(0..6u16), 0..2 * NOTICE), 1..30),
	) {
		Chain::default().world(OPERATOR, None).execute(|| {
			let rate_at = |block| {
				let schedule = Worlds::world(WORLD).expect("it stays").fee;
				schedule.at(block).map_or(0, |it| it.rate)
			};
			let (mut now, mut seen) = (1u32, Vec::new());
			for (rate, wait) in changes {
				let asked = rate.and_then(|rate| fee(3, rate));
				Worlds::set_fee(RuntimeOrigin::signed(OPERATOR), WORLD, asked).expect("allowed");
				for _ in 0..=wait {
					let highest = (now..now + NOTICE).map(rate_at).max().expect("not empty");
					seen.push((now, highest));
					for &(signed, highest) in &seen {
						assert!(now - signed >= NOTICE || rate_at(now) <= highest);
					}
					now += 1;
					System::set_block_number(now.into());
				}
			}
		});
	}
}
