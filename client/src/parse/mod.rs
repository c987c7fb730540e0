// SPDX-License-Identifier: Apache-2.0
//! How amounts, times, places, sites, items and assets are written on the command line.

mod assets;
mod items;
mod time;

pub use assets::*;
pub use items::*;
pub use time::*;

use freehold_client::records::Right;
use freehold_primitives::{
	asset::Coins,
	chain::Balance,
	device::Label,
	ids::{EstateId, WorldId},
	land::{Coordinates, ParcelId, Site, Zone},
	pointer::Pointer,
};
use std::str::FromStr;

/// An amount of FHD, such as `1.5`: exact, or refused.
pub fn amount(text: &str) -> Result<Balance, String> {
	let wrong = |why: &str| format!("`{text}` is not an amount of FHD: {why}");
	let (whole, part) = text.split_once('.').unwrap_or((text, ""));
	let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
	if whole.is_empty() || (text.contains('.') && part.is_empty()) {
		return Err(wrong("digits are needed on both sides of the point"));
	}
	if !is_number(whole) || !is_number(part) {
		return Err(wrong("write it as in 1.5"));
	}
	let decimals = Coins::DECIMALS as usize;
	if part.len() > decimals {
		return Err(wrong("it has more than 12 decimals"));
	}
	// Digits only, so that they fail to parse in one way: by being too many.
	let units = |digits: &str| digits.parse::<Balance>().map_err(|_| wrong("it is too large"));
	let part = units(&format!("{part:0<decimals$}"))?;
	let whole = units(whole)?.checked_mul(Coins::UNIT);
	whole
		.and_then(|whole| whole.checked_add(part))
		.ok_or_else(|| wrong("it is too large"))
}

/// A place, such as `-3,4`.
pub fn coordinates(text: &str) -> Result<Coordinates, String> {
	let wrong = || format!("`{text}` is not a place: write it as x,y with both in -32768..=32767");
	let (x, y) = text.split_once(',').ok_or_else(wrong)?;
	match (x.trim().parse(), y.trim().parse()) {
		(Ok(x), Ok(y)) => Ok(Coordinates { x, y }),
		_ => Err(wrong()),
	}
}

/// A zone by its name.
pub fn zone(text: &str) -> Result<Zone, String> {
	let found = Zone::ALL.into_iter().find(|zone| zone.name().eq_ignore_ascii_case(text));
	found.ok_or_else(|| {
		let names = Zone::ALL.map(Zone::name).join(", ");
		format!("`{text}` is not a zone: they are {names}")
	})
}

/// An address of a node: `ws://` or `wss://`, a host, and perhaps a port and a path.
pub fn url(text: &str) -> Result<String, String> {
	let wrong = || format!("`{text}` is not a node's address: write it as ws://127.0.0.1:9944");
	let rest = ["ws://", "wss://"].iter().find_map(|scheme| text.strip_prefix(scheme));
	let rest = rest.ok_or_else(wrong)?;
	let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
	// The colons of an IPv6 address stand within brackets.
	let (host, port) = match authority.rsplit_once(':') {
		Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
		_ => (authority, None),
	};
	let in_url = |letter: char| letter.is_ascii_graphic() && !matches!(letter, '<' | '>' | '"');
	let good_port = port.is_none_or(|port| port.parse::<u16>().is_ok());
	if host.is_empty() || !good_port || !text.chars().all(in_url) {
		return Err(wrong());
	}
	Ok(text.into())
}

/// What can be held, let and shared: `-3,4` in a world that is known, or `estate:7`.
pub fn site(text: &str, world: Option<WorldId>) -> Result<Site, String> {
	let at = match text.split_once(':') {
		Some(("estate", id)) => return Ok(Site::Estate(estate(id)?)),
		Some(("parcel", at)) => coordinates(at),
		_ => coordinates(text),
	};
	let at = at.map_err(|reason| format!("{reason}, or name an estate as in estate:7"))?;
	Ok(Site::Parcel(parcel(at, world)?))
}

fn parcel(at: Coordinates, world: Option<WorldId>) -> Result<ParcelId, String> {
	let world = world.ok_or_else(|| format!("say with --world which world {at} is in"))?;
	Ok(ParcelId { world, at })
}

fn estate(text: &str) -> Result<EstateId, String> {
	number(text, "an estate's number").map(EstateId)
}

/// What an avatar may do on a site, by its name.
pub fn right(text: &str) -> Result<Right, String> {
	let found = Right::ALL.into_iter().find(|right| right.name().eq_ignore_ascii_case(text));
	found.ok_or_else(|| {
		let names = Right::ALL.map(Right::name).join(", ");
		format!("`{text}` is not a right: they are {names}")
	})
}

/// Where something is found: text as it stands, or bytes in hex after `0x`.
pub fn pointer(text: &str) -> Result<Pointer, String> {
	let bytes = match text.strip_prefix("0x") {
		Some(digits) => hex::decode(digits)
			.map_err(|reason| format!("`{text}` is not a pointer in hex: {reason}"))?,
		None => text.as_bytes().to_vec(),
	};
	if bytes.is_empty() {
		return Err("a pointer is not empty; --clear takes one away".into());
	}
	Pointer::try_from(bytes).map_err(|_| format!("`{text}` is longer than 128 bytes"))
}

/// What an avatar is called, as far as it could be: the chain knows the rest.
pub fn handle(text: &str) -> Result<String, String> {
	let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
	if !(3..=20).contains(&text.len()) || !text.bytes().all(fits) {
		return Err(format!("`{text}` is not a handle: it has 3 to 20 letters, digits, - and _"));
	}
	Ok(text.into())
}

/// What a world or a collection is called: as the chain has it.
pub fn name(text: &str) -> Result<String, String> {
	if text.is_empty() || text.len() > 64 || text.chars().any(char::is_control) {
		return Err("a name has 1 to 64 bytes, and no control characters".into());
	}
	Ok(text.into())
}

/// What a badge states.
pub fn fact(text: &str) -> Result<String, String> {
	if text.len() > 64 {
		return Err(format!("`{text}` is longer than 64 bytes"));
	}
	Ok(text.into())
}

/// What a device is called.
pub fn label(text: &str) -> Result<Label, String> {
	Label::try_from(text.as_bytes().to_vec())
		.map_err(|_| format!("`{text}` is longer than 32 bytes"))
}

fn number<N: FromStr>(text: &str, what: &str) -> Result<N, String> {
	text.parse().map_err(|_| format!("`{text}` is not {what}"))
}

fn pair(text: &str, separator: char) -> Option<(u32, u32)> {
	let (left, right) = text.split_once(separator)?;
	Some((left.parse().ok()?, right.parse().ok()?))
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn amounts_are_exact() {
		assert_eq!(amount("1.5"), Ok(1_500_000_000_000));
		assert_eq!(amount("0.000000000001"), Ok(1));
		assert_eq!(amount("20"), Ok(20 * Coins::UNIT));
		assert_eq!(amount("0"), Ok(0));
	}

	#[test]
	fn what_is_shown_can_be_read_again() {
		for value in [0, 1, 999, Coins::UNIT, 20_000_000_000_030, u128::MAX] {
			assert_eq!(amount(&Coins(value).to_string()), Ok(value));
		}
	}

	#[test]
	fn amounts_that_are_not_exact_are_refused() {
		for (text, why) in [
			("", "digits are needed on both sides of the point"),
			(".5", "digits are needed on both sides of the point"),
			("1.", "digits are needed on both sides of the point"),
			("-1", "write it as in 1.5"),
			("1,5", "write it as in 1.5"),
			("1e3", "write it as in 1.5"),
			("1.2.3", "write it as in 1.5"),
			("0.0000000000001", "it has more than 12 decimals"),
			("340282366920938463463374607.5", "it is too large"),
		] {
			assert_eq!(amount(text), Err(format!("`{text}` is not an amount of FHD: {why}")));
		}
	}

	#[test]
	fn places_are_two_numbers() {
		assert_eq!(coordinates("-3,4"), Ok(Coordinates::new(-3, 4)));
		for text in ["3", "3,", "3;4", "40000,0", "1.5,0"] {
			assert_eq!(
				coordinates(text),
				Err(format!(
					"`{text}` is not a place: write it as x,y with both in -32768..=32767"
				))
			);
		}
	}

	#[test]
	fn zones_go_by_their_names() {
		assert_eq!(zone("Plaza"), Ok(Zone::Plaza));
		assert_eq!(
			zone("sea"),
			Err("`sea` is not a zone: they are open, residential, commercial, plaza, road".into())
		);
	}

	#[test]
	fn a_node_has_a_websocket_address() {
		for text in [
			"ws://127.0.0.1:9944",
			"wss://rpc.example.org",
			"wss://rpc.example.org/freehold?key=1",
			"ws://[::1]:9944",
			"ws://[::1]",
		] {
			assert_eq!(url(text), Ok(text.into()));
		}
		for text in [
			"garbage",
			"",
			"http://127.0.0.1:9944",
			"ws://",
			"ws://:9944",
			"ws://host:port",
			"ws://host:99999",
			"ws://a host",
		] {
			assert_eq!(
				url(text),
				Err(format!("`{text}` is not a node's address: write it as ws://127.0.0.1:9944"))
			);
		}
	}

	#[test]
	fn a_site_is_a_place_or_an_estate() {
		let (world, at) = (WorldId(2), Coordinates::new(-3, 4));
		let parcel = Site::Parcel(ParcelId { world, at });

		assert_eq!(site("-3,4", Some(world)), Ok(parcel));
		assert_eq!(site("parcel:-3,4", Some(world)), Ok(parcel));
		assert_eq!(site("estate:7", None), Ok(Site::Estate(EstateId(7))));
		assert_eq!(site("-3,4", None), Err("say with --world which world -3,4 is in".into()));
		assert_eq!(site("estate:x", None), Err("`x` is not an estate's number".into()));
		let told = site("home", Some(world)).expect_err("it is neither");
		assert!(told.ends_with(", or name an estate as in estate:7"), "{told}");
	}

	#[test]
	fn rights_go_by_their_names() {
		assert_eq!(right("Build"), Ok(Right::Build));
		assert_eq!(
			right("own"),
			Err("`own` is not a right: they are enter, build, edit, manage".into())
		);
	}

	#[test]
	fn a_pointer_is_text_or_bytes() {
		assert_eq!(pointer("ipfs://x").map(Pointer::into_inner), Ok(b"ipfs://x".to_vec()));
		assert_eq!(pointer("0x0102").map(Pointer::into_inner), Ok(vec![1, 2]));
		assert!(pointer("").is_err());
		assert!(pointer("0x").is_err());
		assert!(pointer("0x1").is_err());
		assert!(pointer(&"x".repeat(128)).is_ok());
		assert!(pointer(&"x".repeat(129)).is_err());
	}

	#[test]
	fn a_handle_is_of_letters_and_digits() {
		for text in ["abc", "A-b_9", "x2345678901234567890"] {
			assert_eq!(handle(text), Ok(text.into()));
		}
		for text in ["ab", "x23456789012345678901", "a b", "zoë", ""] {
			assert!(handle(text).is_err(), "{text}");
		}
	}

	#[test]
	fn a_name_and_a_fact_are_short() {
		assert_eq!(name("Wörld"), Ok("Wörld".into()));
		for text in ["", "a\nb", &"x".repeat(65)] {
			assert!(name(text).is_err(), "{text}");
		}
		assert!(fact(&"x".repeat(64)).is_ok());
		assert!(fact(&"x".repeat(65)).is_err());
	}

	#[test]
	fn a_label_is_short() {
		assert!(label("").is_ok());
		assert!(label(&"x".repeat(32)).is_ok());
		assert!(label(&"x".repeat(33)).is_err());
	}
}
