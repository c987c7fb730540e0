// SPDX-License-Identifier: Apache-2.0
//! Which places hang together: the ground that an estate stands on.

use crate::land::Coordinates;
use alloc::{collections::BTreeSet, vec::Vec};

/// The places that can be reached from the first one by steps across an edge, always through the
/// set. They come in the order of a breadth-first search, so that the first so many of them hang
/// together however many they are.
pub fn connected_order(places: &BTreeSet<Coordinates>) -> Vec<Coordinates> {
	let mut unreached = places.clone();
	let mut reached: Vec<_> = unreached.pop_first().into_iter().collect();
	let mut searched = 0;
	while let Some(at) = reached.get(searched).copied() {
		reached.extend(at.neighbours().filter(|neighbour| unreached.remove(neighbour)));
		searched += 1;
	}
	reached
}

/// Whether every place can be reached from every other; not so if there is none.
pub fn is_connected(places: &BTreeSet<Coordinates>) -> bool {
	!places.is_empty() && connected_order(places).len() == places.len()
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn places<const N: usize>(places: [(i16, i16); N]) -> BTreeSet<Coordinates> {
		places.map(|(x, y)| Coordinates { x, y }).into()
	}

	#[test]
	fn nothing_is_not_connected() {
		assert!(!is_connected(&places([])));
		assert!(connected_order(&places([])).is_empty());
	}

	#[test]
	fn one_place_is_connected() {
		assert!(is_connected(&places([(3, -3)])));
	}

	#[test]
	fn places_that_share_an_edge_are_connected() {
		assert!(is_connected(&places([(0, 0), (1, 0), (1, 1), (1, 2), (0, 2)])));
	}

	#[test]
	fn places_that_share_only_a_corner_are_not() {
		assert!(!is_connected(&places([(0, 0), (1, 1)])));
	}

	#[test]
	fn a_gap_parts_the_ground() {
		let gap = places([(0, 0), (1, 0), (3, 0)]);

		assert_eq!(connected_order(&gap), [Coordinates::new(0, 0), Coordinates::new(1, 0)]);
		assert!(!is_connected(&gap));
	}

	#[test]
	fn the_rims_of_the_grid_do_not_meet() {
		assert!(!is_connected(&places([(i16::MIN, 0), (i16::MAX, 0)])));
	}

	#[test]
	fn the_largest_estate_is_searched() {
		let square: BTreeSet<_> =
			(0..128).flat_map(|x| (0..128).map(move |y| Coordinates { x, y })).collect();

		assert_eq!(square.len(), 16_384);
		assert!(is_connected(&square));
	}

	/// Union-find without any cleverness: a group's name is passed on until none changes.
	fn first_group(places: &BTreeSet<Coordinates>) -> BTreeSet<Coordinates> {
		let places: Vec<Coordinates> = places.iter().copied().collect();
		let mut groups: Vec<usize> = (0..places.len()).collect();
		loop {
			let before = groups.clone();
			for (i, a) in places.iter().enumerate() {
				for (j, b) in places.iter().enumerate() {
					if a.x.abs_diff(b.x) + a.y.abs_diff(b.y) == 1 {
						let group = groups[i].min(groups[j]);
						(groups[i], groups[j]) = (group, group);
					}
				}
			}
			if groups == before {
				break;
			}
		}
		places
			.iter()
			.zip(groups)
			.filter(|(_, group)| *group == 0)
			.map(|(at, _)| *at)
			.collect()
	}

	fn any_ground() -> impl Strategy<Value = BTreeSet<Coordinates>> {
		let place = (0..7i16, 0..7i16).prop_map(|(x, y)| Coordinates { x, y });
		prop::collection::btree_set(place, 0..40)
	}

	proptest! {
		#[test]
		fn what_is_reached_is_the_group_of_the_first_place(ground in any_ground()) {
			let group = first_group(&ground);
			let order = connected_order(&ground);

			prop_assert_eq!(order.len(), group.len());
			prop_assert_eq!(is_connected(&ground), !ground.is_empty() && group == ground);
			prop_assert_eq!(order.into_iter().collect::<BTreeSet<_>>(), group);
		}

		#[test]
		fn the_first_so_many_places_hang_together(ground in any_ground()) {
			let order = connected_order(&ground);

			for count in 1..=order.len() {
				let first: BTreeSet<_> = order[..count].iter().copied().collect();
				prop_assert_eq!(first_group(&first), first);
			}
		}
	}
}
