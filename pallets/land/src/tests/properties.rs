// SPDX-License-Identifier: Apache-2.0
use crate::mock::*;
use freehold_primitives::{
	ids::AvatarId,
	land::{Coordinates, ParcelId, Zone},
};
use proptest::prelude::*;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Action {
	Issue { who: AccountId, to: AvatarId, at: (i16, i16), zone: Zone },
	Transfer { who: AccountId, at: (i16, i16), to: AvatarId },
}

fn action() -> impl Strategy<Value = Action> {
	let who = 1..=3u64;
	let to = (1..=11u32).prop_map(AvatarId);
	let at = (-3..=3i16, -3..=3i16);
	prop_oneof![
		(who.clone(), to.clone(), at.clone(), prop::sample::select(&Zone::ALL[..]))
			.prop_map(|(who, to, at, zone)| Action::Issue { who, to, at, zone }),
		(who, at, to).prop_map(|(who, at, to)| Action::Transfer { who, at, to }),
	]
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Every call against a map of owners; the invariants hold after each.
	#[test]
	fn ownership_is_as_a_plain_map_would_have_it(
		actions in prop::collection::vec(action(), 1..100),
	) {
		World::default().execute(|| {
			let mut owners = BTreeMap::<(i16, i16), (AvatarId, Zone)>::new();
			for action in actions {
				match action {
					Action::Issue { who, to, at, zone } => {
						let expected = who == OPERATOR &&
							to.0 < 10 &&
							at.0.abs() <= 2 &&
							at.1.abs() <= 2 &&
							!owners.contains_key(&at) &&
							held(OPERATOR) + DEPOSIT < 1_000;
						let origin = RuntimeOrigin::signed(who);
						let issued = Land::issue(origin, WORLD, to, places(zone, &[at]));
						assert_eq!(issued.is_ok(), expected, "{issued:?}");
						if expected {
							owners.insert(at, (to, zone));
						}
					},
					Action::Transfer { who, at, to } => {
						let expected = to.0 < 10 &&
							owners.get(&at).is_some_and(|(owner, zone)| {
								u64::from(owner.0) == who && !zone.is_public()
							});
						let id = ParcelId { world: WORLD, at: Coordinates::new(at.0, at.1) };
						let moved = Land::transfer(RuntimeOrigin::signed(who), id, to);
						assert_eq!(moved.is_ok(), expected, "{moved:?}");
						if let (true, Some(record)) = (expected, owners.get_mut(&at)) {
							record.0 = to;
						}
					},
				}
				Land::do_try_state().expect("every invariant holds after every call");
			}
			for (at, (owner, zone)) in owners {
				let details = Land::parcel(parcel(at.0, at.1)).expect("it was issued");
				assert_eq!((details.holding.owner, details.zone), (owner, zone));
			}
		});
	}
}
