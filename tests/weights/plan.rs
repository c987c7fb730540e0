// SPDX-License-Identifier: Apache-2.0

//! For which values of its components a benchmark is measured.

use frame_benchmarking::BenchmarkParameter;

/// A component of a benchmark, with its least and its greatest value.
pub type Component = (BenchmarkParameter, u32, u32);

/// A value for each component.
pub type Point = Vec<(BenchmarkParameter, u32)>;

/// One component after the other, at up to `steps` values from its least to its greatest, while
/// the others are at their greatest, and again while they are at their least: what is the same
/// however much is done shows there. A benchmark without components has one point.
pub fn points(components: &[Component], steps: u32) -> Vec<Point> {
	if components.is_empty() {
		return vec![Point::new()];
	}
	let greatest = components.iter().map(|&(name, _, most)| (name, most)).collect::<Point>();
	let least = components.iter().map(|&(name, least, _)| (name, least)).collect::<Point>();
	// With one component, these are the same points.
	let others = if components.len() == 1 { vec![greatest] } else { vec![least, greatest] };
	let varied = |others: &Point| {
		let others = others.clone();
		let of = move |(place, value): (usize, u32)| {
			let mut point = others.clone();
			point[place].1 = value;
			point
		};
		components
			.iter()
			.enumerate()
			.flat_map(|(place, &(_, least, most))| {
				values(least, most, steps).into_iter().map(move |value| (place, value))
			})
			.map(of)
			.collect::<Vec<_>>()
	};
	others.iter().flat_map(varied).collect()
}

/// Up to `steps` values, as evenly as they go, with both ends.
fn values(least: u32, most: u32, steps: u32) -> Vec<u32> {
	let width = most - least;
	let gaps = width.min(steps - 1).max(1);
	let mut values = (0..=gaps)
		.map(|gap| u64::from(width) * u64::from(gap) / u64::from(gaps))
		.map(|above| least + u32::try_from(above).expect("it is within the width"))
		.collect::<Vec<_>>();
	values.dedup();
	values
}
