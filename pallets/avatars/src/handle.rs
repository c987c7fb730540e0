// SPDX-License-Identifier: Apache-2.0
//! Handles: the names of avatars. Two that people could take for each other have one canonical
//! form, and at most one avatar has a handle of that form.

use alloc::vec::Vec;
use frame_support::{traits::ConstU32, BoundedVec};

/// A handle, as the avatar's owner writes it.
pub type Handle = BoundedVec<u8, ConstU32<20>>;

/// What all handles that look like each other have in common: up to two letters for each of
/// theirs.
pub type Canonical = BoundedVec<u8, ConstU32<40>>;

/// Fewest letters and digits of a handle.
const MIN_LETTERS: usize = 3;

/// Whether an avatar may have the handle: ASCII letters, digits, `-` and `_`, of which at least
/// three are letters or digits, the first and the last among them.
pub fn is_valid(handle: &[u8]) -> bool {
	let letters = handle.iter().filter(|byte| byte.is_ascii_alphanumeric()).count();
	let ends_in_letters = [handle.first(), handle.last()]
		.into_iter()
		.all(|end| end.is_some_and(u8::is_ascii_alphanumeric));
	letters >= MIN_LETTERS && ends_in_letters && handle.iter().all(|byte| is_allowed(*byte))
}

fn is_allowed(byte: u8) -> bool {
	byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// The canonical form: without separators, in lower case, and with one way to write what looks
/// alike: `0` is `o`, `1` and `l` are `i`, `5` is `s`, `m` is `rn`, `w` is `vv`.
///
/// `m` becomes `rn` and not the other way round, for then it does not matter how the letters of a
/// handle are grouped: `vw`, `wv` and `vvv` are one.
pub fn canonical(handle: &Handle) -> Canonical {
	BoundedVec::truncate_from(letters(handle))
}

/// At most two letters for each byte, which is why [`canonical`] truncates nothing.
fn letters(handle: &[u8]) -> Vec<u8> {
	let mut letters = Vec::with_capacity(handle.len());
	for byte in handle.iter().map(u8::to_ascii_lowercase) {
		match byte {
			b'-' | b'_' => {},
			b'0' => letters.push(b'o'),
			b'1' | b'l' => letters.push(b'i'),
			b'5' => letters.push(b's'),
			b'm' => letters.extend_from_slice(b"rn"),
			b'w' => letters.extend_from_slice(b"vv"),
			letter => letters.push(letter),
		}
	}
	letters
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	fn form(handle: &str) -> Vec<u8> {
		letters(handle.as_bytes())
	}

	#[test]
	fn valid_handles_are_known() {
		for handle in ["abc", "A-1_b", "0x0", "a--b_c", "12345678901234567890", "a_-_bc"] {
			assert!(is_valid(handle.as_bytes()), "{handle}");
		}
	}

	#[test]
	fn invalid_handles_are_known() {
		for handle in ["", "ab", "a-b", "a-----b", "-abc", "abc_", "ab c", "ab.c", "абв", "ab\0"]
		{
			assert!(!is_valid(handle.as_bytes()), "{handle}");
		}
	}

	#[test]
	fn look_alikes_have_one_form() {
		for (one, other) in [
			("alice", "ALICE"),
			("alice", "A-L-I-C-E"),
			("alice", "a1ice"),
			("alice", "aIlce"),
			("bob", "b0b"),
			("moose", "rnoo5e"),
			("wolf", "VV0lf"),
			("vwx", "wvx"),
			("vwx", "vvvx"),
			("r_nx", "mx"),
		] {
			assert_eq!(form(one), form(other), "{one} and {other}");
		}
	}

	#[test]
	fn what_looks_different_stays_different() {
		for (one, other) in
			[("alice", "alicia"), ("abc", "abd"), ("moon", "noon"), ("vow", "vov"), ("a2c", "azc")]
		{
			assert_ne!(form(one), form(other), "{one} and {other}");
		}
	}

	proptest! {
		#[test]
		fn the_form_of_a_form_is_itself(handle: Vec<u8>) {
			let form = letters(&handle);
			prop_assert_eq!(letters(&form), form);
		}

		#[test]
		fn a_form_is_never_cut(handle in prop::collection::vec(any::<u8>(), 0..=20)) {
			let handle = Handle::truncate_from(handle);
			prop_assert_eq!(canonical(&handle).into_inner(), letters(&handle));
		}

		#[test]
		fn the_form_of_a_valid_handle_has_three_letters(handle in "[0-9a-zA-Z_-]{0,20}") {
			let form = form(&handle);
			prop_assert!(!is_valid(handle.as_bytes()) || form.len() >= MIN_LETTERS);
			prop_assert!(form.iter().all(u8::is_ascii_alphanumeric));
		}

		/// Whatever look-alike each letter is written with, and however it is grouped.
		#[test]
		fn the_form_does_not_see_how_it_is_written(
			letters in prop::collection::vec(("[a-z0-9]", 0usize..8, any::<bool>()), 1..20),
		) {
			let mut plain = String::new();
			let mut disguised = String::new();
			for (letter, choice, separated) in letters {
				plain.push_str(&letter);
				let alike: &[&str] = match letter.as_str() {
					"o" | "0" => &["o", "O", "0"],
					"i" | "l" | "1" => &["i", "I", "l", "L", "1"],
					"s" | "5" => &["s", "S", "5"],
					"m" => &["m", "M", "rn", "RN"],
					"w" => &["w", "W", "vv", "Vv"],
					_ => &[],
				};
				match alike.get(choice) {
					Some(other) => disguised.push_str(other),
					None => disguised.push_str(&letter.to_uppercase()),
				}
				if separated {
					disguised.push('_');
				}
			}
			prop_assert_eq!(form(&plain), form(&disguised));
		}
	}
}
