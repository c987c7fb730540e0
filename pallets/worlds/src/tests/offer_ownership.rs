// SPDX-License-Identifier: Apache-2.0
use crate::{mock::*, weights::SubstrateWeight, Error, Event, WeightInfo};
use frame_support::{assert_noop, assert_ok, dispatch::GetDispatchInfo};
use freehold_primitives::ids::WorldId;
use sp_runtime::DispatchResult;

fn offer(who: AccountId, world: WorldId, to: Option<AccountId>) -> DispatchResult {
	Worlds::offer_ownership(RuntimeOrigin::signed(who), world, to)
}

#[test]
fn works() {
	Chain::default().world(OPERATOR, None).execute(|| {
		assert_ok!(offer(OPERATOR, WORLD, Some(RIVAL)));

		let details = Worlds::world(WORLD).expect("it is registered");
		assert_eq!((details.owner, details.offered_to), (OPERATOR, Some(RIVAL)));
		System::assert_last_event(
			Event::<Test>::OwnershipOffered { world: WORLD, to: RIVAL }.into(),
		);
	});
}

#[test]
fn moves_no_money() {
	Chain::default().world(OPERATOR, None).execute(|| {
		assert_ok!(offer(OPERATOR, WORLD, Some(RIVAL)));

		assert_eq!((bonds(OPERATOR), bonds(RIVAL)), (BOND, 0));
	});
}

#[test]
fn replaces_the_account_it_was_offered_to() {
	Chain::default().world(OPERATOR, None).offered_to(RIVAL).execute(|| {
		assert_ok!(offer(OPERATOR, WORLD, Some(SERVER)));

		assert_eq!(Worlds::world(WORLD).map(|it| it.offered_to), Some(Some(SERVER)));
		assert_noop!(
			Worlds::accept_ownership(RuntimeOrigin::signed(RIVAL), WORLD, MONEY),
			Error::<Test>::NotOffered
		);
	});
}

#[test]
fn withdraws_the_offer() {
	Chain::default().world(OPERATOR, None).offered_to(RIVAL).execute(|| {
		assert_ok!(offer(OPERATOR, WORLD, None));

		assert_eq!(Worlds::world(WORLD).map(|it| it.offered_to), Some(None));
		System::assert_last_event(Event::<Test>::OwnershipOfferWithdrawn { world: WORLD }.into());
	});
}

#[test]
fn fails_when_there_is_nothing_to_withdraw() {
	Chain::default().world(OPERATOR, None).execute(|| {
		assert_noop!(offer(OPERATOR, WORLD, None), Error::<Test>::NotOffered);
	});
}

#[test]
fn fails_when_it_is_offered_to_its_owner() {
	Chain::default().world(OPERATOR, None).execute(|| {
		assert_noop!(offer(OPERATOR, WORLD, Some(OPERATOR)), Error::<Test>::AlreadyOwner);
	});
}

#[test]
fn fails_for_anyone_but_the_owner() {
	Chain::default()
		.world(OPERATOR, None)
		.settler(SERVER, 10)
		.offered_to(RIVAL)
		.execute(|| {
			for stranger in [RIVAL, SERVER] {
				for to in [None, Some(stranger)] {
					assert_noop!(offer(stranger, WORLD, to), Error::<Test>::NotOwner);
				}
			}
		});
}

#[test]
fn fails_in_an_unknown_world() {
	Chain::default().execute(|| {
		assert_noop!(offer(OPERATOR, NOWHERE, Some(RIVAL)), Error::<Test>::UnknownWorld);
	});
}

#[test]
fn weighs_what_was_estimated() {
	let call = crate::Call::<Test>::offer_ownership { world: WORLD, to: Some(RIVAL) };

	assert_eq!(call.get_dispatch_info().call_weight, SubstrateWeight::<Test>::offer_ownership());
}
