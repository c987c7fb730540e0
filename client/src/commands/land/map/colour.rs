// SPDX-License-Identifier: Apache-2.0
//! The colours of a map: each owner has one, the same in every map.

use freehold_primitives::{ids::AvatarId, land::Zone};
use image::Rgb;

pub type Colour = Rgb<u8>;

/// Ground that was not issued, and what lies around the map.
pub const EMPTY: Colour = Rgb([24, 28, 34]);
/// Lines around estates.
pub const OUTLINE: Colour = Rgb([12, 12, 12]);
/// Hatching of what is let.
pub const LET: Colour = Rgb([255, 255, 255]);
/// The mark of what is listed.
pub const LISTED: Colour = Rgb([255, 208, 0]);
/// Hatching of what a world sells.
pub const FOR_SALE: Colour = Rgb([80, 200, 120]);

const ROAD: Colour = Rgb([122, 122, 126]);
const PLAZA: Colour = Rgb([196, 190, 170]);

/// The colour of a parcel: public land has its own, any other that of its owner, which is darker
/// the more is going on there.
pub fn of(zone: Zone, owner: AvatarId) -> Colour {
	match zone {
		Zone::Road => ROAD,
		Zone::Plaza => PLAZA,
		Zone::Open => of_owner(owner, 70),
		Zone::Residential => of_owner(owner, 56),
		Zone::Commercial => of_owner(owner, 42),
	}
}

/// An owner's colour, of so many hundredths of the way from black to white.
///
/// Steps of the golden ratio around the circle of hues keep the colours of consecutive avatars
/// apart.
fn of_owner(owner: AvatarId, lightness: u8) -> Colour {
	/// 2^32 divided by the golden ratio.
	const STEP: u32 = 2_654_435_769;
	let turn = owner.0.wrapping_mul(STEP);
	let hue = f64::from(turn) / f64::from(u32::MAX) * 6.0;
	// Two avatars of about the same hue differ at least in how vivid it is.
	let saturation = if owner.0.is_multiple_of(2) { 0.75 } else { 0.5 };
	from_hsl(hue, saturation, f64::from(lightness) / 100.0)
}

/// The colour of a hue from 0 to 6, a saturation and a lightness from 0 to 1.
fn from_hsl(hue: f64, saturation: f64, lightness: f64) -> Colour {
	let chroma = (1.0 - (2.0 * lightness - 1.0).abs()) * saturation;
	let second = chroma * (1.0 - (hue % 2.0 - 1.0).abs());
	let least = lightness - chroma / 2.0;
	let [red, green, blue] = match hue {
		hue if hue < 1.0 => [chroma, second, 0.0],
		hue if hue < 2.0 => [second, chroma, 0.0],
		hue if hue < 3.0 => [0.0, chroma, second],
		hue if hue < 4.0 => [0.0, second, chroma],
		hue if hue < 5.0 => [second, 0.0, chroma],
		_ => [chroma, 0.0, second],
	};
	Rgb([red, green, blue].map(|part| ((part + least) * 255.0).round() as u8))
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::collections::BTreeSet;

	#[test]
	fn an_owner_has_one_colour_and_its_shades() {
		let owner = AvatarId(7);

		assert_eq!(of(Zone::Open, owner), of(Zone::Open, owner));
		let sum = |zone| of(zone, owner).0.map(u32::from).iter().sum::<u32>();
		assert!(sum(Zone::Open) > sum(Zone::Residential));
		assert!(sum(Zone::Residential) > sum(Zone::Commercial));
	}

	#[test]
	fn public_land_looks_the_same_whoever_owns_it() {
		for zone in [Zone::Road, Zone::Plaza] {
			assert_eq!(of(zone, AvatarId(1)), of(zone, AvatarId(2)));
		}
	}

	#[test]
	fn neighbours_in_number_look_different() {
		let colours: BTreeSet<[u8; 3]> =
			(0..256).map(|n| of(Zone::Residential, AvatarId(n)).0).collect();

		assert!(colours.len() > 250, "{}", colours.len());
	}

	#[test]
	fn hues_go_around_the_circle() {
		assert_eq!(from_hsl(0.0, 1.0, 0.5), Rgb([255, 0, 0]));
		assert_eq!(from_hsl(2.0, 1.0, 0.5), Rgb([0, 255, 0]));
		assert_eq!(from_hsl(4.0, 1.0, 0.5), Rgb([0, 0, 255]));
		assert_eq!(from_hsl(1.0, 1.0, 0.5), Rgb([255, 255, 0]));
		assert_eq!(from_hsl(3.0, 0.0, 0.5), Rgb([128, 128, 128]));
	}
}
