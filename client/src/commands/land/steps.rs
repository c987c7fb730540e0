// SPDX-License-Identifier: Apache-2.0
//! In which steps a large estate changes. Its ground hangs together after each of them, and none
//! names more parcels than a call may.

use freehold_client::calls::MAX_PARCELS;
use freehold_primitives::{ground::connected_order, land::Coordinates};
use std::collections::BTreeSet;

/// The parcels of one call.
pub type Step = Vec<Coordinates>;

/// What an estate is founded with, and what joins it after that.
pub fn founding(places: &BTreeSet<Coordinates>) -> Result<Vec<Step>, String> {
	if places.len() < 2 {
		return Err("an estate has at least two parcels".into());
	}
	let order = connected_order(places);
	if let Some(apart) = missing(places, &order) {
		return Err(format!(
			"the parcels do not hang together: {} of {} can be reached from {}, but not {apart}",
			order.len(),
			places.len(),
			order.first().map_or_else(String::new, ToString::to_string)
		));
	}
	Ok(steps(&order))
}

/// What joins an estate, in turn; none of it is part of it yet.
pub fn extending(
	ground: &BTreeSet<Coordinates>,
	added: &BTreeSet<Coordinates>,
) -> Result<Vec<Step>, String> {
	let order = growth(ground, added);
	match missing(added, &order) {
		Some(apart) => Err(format!("{apart} does not hang together with the estate")),
		None => Ok(steps(&order)),
	}
}

/// What leaves an estate, in turn.
pub fn reducing(
	ground: &BTreeSet<Coordinates>,
	removed: &BTreeSet<Coordinates>,
) -> Result<Vec<Step>, String> {
	if let Some(elsewhere) = removed.difference(ground).next() {
		return Err(format!("{elsewhere} is not part of the estate"));
	}
	let rest: BTreeSet<Coordinates> = ground.difference(removed).copied().collect();
	if rest.len() < 2 {
		return Err("fewer than two parcels would be left: dissolve the estate".into());
	}
	if connected_order(&rest).len() < rest.len() {
		return Err("what is left would not hang together".into());
	}
	// Backwards, what leaves would grow on what is left.
	let mut order = growth(&rest, removed);
	order.reverse();
	Ok(steps(&order))
}

/// What leaves an estate before one call can dissolve the rest.
pub fn dissolving(ground: &BTreeSet<Coordinates>) -> Vec<Step> {
	let order = connected_order(ground);
	let surplus = order.get(MAX_PARCELS..).unwrap_or_default();
	let backwards: Step = surplus.iter().rev().copied().collect();
	steps(&backwards)
}

/// The places of `added` that can be reached from the ground, so that the ground with the first
/// so many of them hangs together.
fn growth(ground: &BTreeSet<Coordinates>, added: &BTreeSet<Coordinates>) -> Vec<Coordinates> {
	let mut unreached = added.clone();
	let mut order: Vec<Coordinates> = Vec::with_capacity(unreached.len());
	for at in ground {
		order.extend(at.neighbours().filter(|neighbour| unreached.remove(neighbour)));
	}
	let mut searched = 0;
	while let Some(at) = order.get(searched).copied() {
		order.extend(at.neighbours().filter(|neighbour| unreached.remove(neighbour)));
		searched += 1;
	}
	order
}

/// A place that the order lacks.
fn missing(places: &BTreeSet<Coordinates>, order: &[Coordinates]) -> Option<Coordinates> {
	let order: BTreeSet<Coordinates> = order.iter().copied().collect();
	places.difference(&order).next().copied()
}

fn steps(order: &[Coordinates]) -> Vec<Step> {
	order.chunks(MAX_PARCELS).map(<[_]>::to_vec).collect()
}

#[cfg(test)]
mod tests {
	use super::*;
	use freehold_primitives::ground::is_connected;

	type Places = BTreeSet<Coordinates>;

	/// A block of so many columns and rows, from the origin on.
	fn block(columns: i16, rows: i16) -> Places {
		(0..columns)
			.flat_map(|x| (0..rows).map(move |y| Coordinates { x, y }))
			.collect()
	}

	fn all(steps: &[Step]) -> Places {
		steps.iter().flatten().copied().collect()
	}

	#[test]
	fn a_large_estate_is_founded_in_steps_that_hang_together() {
		let places = block(100, 50);

		let steps = founding(&places).expect("it hangs together");

		assert_eq!(
			steps.iter().map(Vec::len).collect::<Vec<_>>(),
			[1_024, 1_024, 1_024, 1_024, 904]
		);
		assert_eq!(all(&steps), places);
		for count in 1..=steps.len() {
			assert!(is_connected(&all(&steps[..count])));
		}
	}

	#[test]
	fn ground_that_does_not_hang_together_is_told_before_anything_is_sent() {
		let places = [(0, 0), (1, 0), (5, 5)].map(|(x, y)| Coordinates { x, y }).into();

		assert_eq!(
			founding(&places),
			Err("the parcels do not hang together: 2 of 3 can be reached from 0,0, but not 5,5"
				.into())
		);
		assert!(founding(&block(1, 1)).is_err());
	}

	#[test]
	fn an_estate_grows_from_where_it_is() {
		// The smallest places are those farthest from the ground.
		let (ground, whole) = (Places::from([Coordinates::new(99, 49)]), block(100, 50));
		let added = whole.difference(&ground).copied().collect();

		let steps = extending(&ground, &added).expect("it hangs together");

		let mut grown = ground.clone();
		for step in &steps {
			grown.extend(step);
			assert!(is_connected(&grown));
		}
		assert_eq!(grown, whole);
		assert_eq!(
			extending(&ground, &block(1, 1)),
			Err("0,0 does not hang together with the estate".into())
		);
	}

	#[test]
	fn an_estate_shrinks_in_one_piece() {
		let (whole, rest) = (block(100, 50), block(2, 1));
		let removed = whole.difference(&rest).copied().collect();

		let steps = reducing(&whole, &removed).expect("the rest hangs together");

		let mut left = whole;
		for step in &steps {
			left.retain(|at| !step.contains(at));
			assert!(is_connected(&left));
		}
		assert_eq!(left, rest);
	}

	#[test]
	fn what_would_tear_an_estate_is_not_taken_out() {
		let row = block(3, 1);
		let place = |x| Places::from([Coordinates::new(x, 0)]);

		assert_eq!(reducing(&row, &place(1)), Err("what is left would not hang together".into()));
		assert_eq!(reducing(&row, &Places::new()), Ok(Vec::new()));
		assert_eq!(reducing(&row, &place(3)), Err("3,0 is not part of the estate".into()));
		assert_eq!(
			reducing(&block(2, 1), &place(0)),
			Err("fewer than two parcels would be left: dissolve the estate".into())
		);
	}

	#[test]
	fn a_large_estate_is_cut_down_before_it_is_dissolved() {
		let whole = block(100, 50);

		let steps = dissolving(&whole);

		let mut left = whole;
		for step in &steps {
			left.retain(|at| !step.contains(at));
			assert!(is_connected(&left));
		}
		assert_eq!(left.len(), MAX_PARCELS);
		assert!(dissolving(&block(2, 1)).is_empty());
		assert!(dissolving(&block(64, 16)).is_empty());
	}
}
