// SPDX-License-Identifier: Apache-2.0
use crate::mock::*;
use freehold_primitives::{
	chain::{Balance, BlockNumber},
	fee::{Fee, MAX_WORLD_FEE},
	ids::{AvatarId, WorldId},
	land::{Area, Coordinates},
};
use proptest::prelude::*;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
enum Action {
	Register { who: AccountId, bounds: Area, fee: Option<Fee> },
	Add { who: AccountId, world: WorldId, settler: AccountId, valid_until: BlockNumber },
	Remove { who: AccountId, world: WorldId, settler: AccountId },
	Wait,
}

fn action() -> impl Strategy<Value = Action> {
	let who = 1..=3u64;
	let settler = 1..=5u64;
	let world = (0..4u32).prop_map(WorldId);
	let corner = (-1..=1i16, -1..=1i16).prop_map(|(x, y)| Coordinates::new(x, y));
	let bounds = (corner.clone(), corner).prop_map(|(min, max)| Area { min, max });
	let fee = (8..=10u32, MAX_WORLD_FEE - 2..=MAX_WORLD_FEE + 1)
		.prop_map(|(to, rate)| Fee { to: AvatarId(to), rate });
	prop_oneof![
		(who.clone(), bounds, prop::option::of(fee))
			.prop_map(|(who, bounds, fee)| Action::Register { who, bounds, fee }),
		(who.clone(), world.clone(), settler.clone(), 1..=30u32).prop_map(
			|(who, world, settler, valid_until)| Action::Add { who, world, settler, valid_until }
		),
		(who, world, settler).prop_map(|(who, world, settler)| Action::Remove {
			who,
			world,
			settler
		}),
		Just(Action::Wait),
	]
}

/// Each world's owner and settlers, in the order of their ids.
type Model = Vec<(AccountId, BTreeMap<AccountId, BlockNumber>)>;

/// What the model has held of the account.
fn owed(model: &Model, who: AccountId) -> Balance {
	model
		.iter()
		.filter(|(owner, _)| *owner == who)
		.map(|(_, settlers)| BOND + settlers.values().map(|_| DEPOSIT).sum::<Balance>())
		.sum()
}

/// The settlers of a world that `who` owns.
fn owned(
	model: &mut Model,
	who: AccountId,
	world: WorldId,
) -> Option<&mut BTreeMap<AccountId, BlockNumber>> {
	let index = usize::try_from(world.0).expect("a u32 fits");
	model
		.get_mut(index)
		.filter(|(owner, _)| *owner == who)
		.map(|(_, settlers)| settlers)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Every call against a map of settlers; the invariants hold after each.
	#[test]
	fn settlers_are_as_a_plain_map_would_have_them(
		actions in prop::collection::vec(action(), 1..100),
	) {
		Chain::default().execute(|| {
			let mut model = Model::new();
			let mut now: BlockNumber = 1;
			for action in actions {
				match action {
					Action::Register { who, bounds, fee } => {
						let expected = bounds.min.x <= bounds.max.x &&
							bounds.min.y <= bounds.max.y &&
							fee.is_none_or(|it| it.to.0 < 10 && it.rate <= MAX_WORLD_FEE) &&
							owed(&model, who) + BOND < MONEY;
						let origin = RuntimeOrigin::signed(who);
						let registered = Worlds::register(origin, bounds, fee);
						assert_eq!(registered.is_ok(), expected, "{registered:?}");
						if expected {
							model.push((who, BTreeMap::new()));
						}
					},
					Action::Add { who, world, settler, valid_until } => {
						let affordable = owed(&model, who) + DEPOSIT < MONEY;
						let room = usize::try_from(MAX_SETTLERS).expect("a u32 fits");
						let settlers = owned(&mut model, who, world).filter(|settlers| {
							let new = affordable && settlers.len() < room;
							valid_until >= now && (new || settlers.contains_key(&settler))
						});
						let origin = RuntimeOrigin::signed(who);
						let added = Worlds::add_settler(origin, world, settler, valid_until);
						assert_eq!(added.is_ok(), settlers.is_some(), "{added:?}");
						if let Some(settlers) = settlers {
							settlers.insert(settler, valid_until);
						}
					},
					Action::Remove { who, world, settler } => {
						let expected = owned(&mut model, who, world)
							.is_some_and(|settlers| settlers.remove(&settler).is_some());
						let origin = RuntimeOrigin::signed(who);
						let removed = Worlds::remove_settler(origin, world, settler);
						assert_eq!(removed.is_ok(), expected, "{removed:?}");
					},
					Action::Wait => {
						now += 1;
						System::set_block_number(now.into());
					},
				}
				Worlds::do_try_state().expect("every invariant holds after every call");
			}
			for who in 1..=3 {
				assert_eq!(bonds(who) + deposits(who), owed(&model, who));
			}
			for (id, (owner, settlers)) in (0..).map(WorldId).zip(model) {
				assert_eq!(Worlds::world(id).map(|it| it.owner), Some(owner));
				for who in 1..=5 {
					let expected = who == owner || settlers.get(&who).is_some_and(|it| *it >= now);
					assert_eq!(Worlds::may_settle(id, who), expected);
				}
			}
		});
	}
}
