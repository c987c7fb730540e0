// SPDX-License-Identifier: Apache-2.0
use super::{kind, number};
use freehold_client::records::{Share, Writer, Yield};
use freehold_primitives::ids::{AvatarId, KindId, WorldId};

/// Who gets how much of a royalty: `7:250` gives avatar 7 250 basis points.
pub fn share(text: &str) -> Result<Share, String> {
	let wrong = || format!("`{text}` is not a share: write it as AVATAR:BASIS_POINTS");
	let (to, rate) = text.split_once(':').ok_or_else(wrong)?;
	match (to.parse(), rate.parse()) {
		(Ok(to), Ok(rate)) => Ok(Share { to: AvatarId(to), rate }),
		_ => Err(wrong()),
	}
}

/// An amount of a kind: `3/1*50`, or `3/1` for one.
pub fn portion(text: &str) -> Result<(KindId, u64), String> {
	match text.split_once('*') {
		Some((id, amount)) => Ok((kind(id)?, number(amount, "an amount")?)),
		None => Ok((kind(text)?, 1)),
	}
}

/// What may be drawn, with its weight: `3/1*50@30`, or `3/1@30` for one.
pub fn chance(text: &str) -> Result<(Yield, u16), String> {
	let (what, weight) = text.split_once('@').ok_or_else(|| {
		format!("`{text}` has no weight: write it as KIND@WEIGHT or KIND*AMOUNT@WEIGHT")
	})?;
	let (kind, amount) = portion(what)?;
	Ok((Yield { kind, amount }, number(weight, "a weight from 1 to 65535")?))
}

/// Who writes an attribute: `issuer`, `holder` or `world:0`.
pub fn writer(text: &str) -> Result<Writer, String> {
	match text.split_once(':') {
		None if text.eq_ignore_ascii_case("issuer") => Ok(Writer::Issuer),
		None if text.eq_ignore_ascii_case("holder") => Ok(Writer::Holder),
		Some(("world", id)) => number(id, "a world's number").map(|id| Writer::Server(WorldId(id))),
		_ => Err(format!("`{text}` writes no attribute: they are issuer, holder and world:0")),
	}
}

/// What an attribute is called.
pub fn attribute(text: &str) -> Result<String, String> {
	if text.is_empty() || text.len() > 32 || text.contains('=') {
		return Err(format!("`{text}` can't name an attribute: 1 to 32 bytes, without `=`"));
	}
	Ok(text.into())
}

/// An attribute and what it says: `NAME=VALUE`.
pub fn assignment(text: &str) -> Result<(String, Vec<u8>), String> {
	let (name, text) = text
		.split_once('=')
		.ok_or_else(|| format!("`{text}` says nothing: write it as NAME=VALUE"))?;
	Ok((attribute(name)?, value(text)?))
}

/// What an attribute says: text as it stands, or bytes in hex after `0x`.
pub fn value(text: &str) -> Result<Vec<u8>, String> {
	let bytes = match text.strip_prefix("0x") {
		Some(digits) => hex::decode(digits)
			.map_err(|reason| format!("`{text}` is not a value in hex: {reason}"))?,
		None => text.as_bytes().to_vec(),
	};
	if bytes.len() > 64 {
		return Err(format!("`{text}` is longer than 64 bytes"));
	}
	Ok(bytes)
}

#[cfg(test)]
mod tests {
	use super::*;
	use freehold_primitives::ids::CollectionId;

	const KIND: KindId = KindId { collection: CollectionId(3), index: 1 };

	#[test]
	fn a_share_names_avatar_and_rate() {
		assert_eq!(share("7:250"), Ok(Share { to: AvatarId(7), rate: 250 }));
		for text in ["7", "7:", "7:70000", "x:1"] {
			assert!(share(text).is_err(), "{text}");
		}
	}

	#[test]
	fn an_amount_of_a_kind_is_one_unless_told() {
		assert_eq!(portion("3/1*50"), Ok((KIND, 50)));
		assert_eq!(portion("3/1"), Ok((KIND, 1)));
		assert!(portion("3/1*x").is_err());
	}

	#[test]
	fn a_chance_has_a_weight() {
		assert_eq!(chance("3/1*50@30"), Ok((Yield { kind: KIND, amount: 50 }, 30)));
		assert_eq!(chance("3/1@30"), Ok((Yield { kind: KIND, amount: 1 }, 30)));
		for text in ["3/1", "3/1@", "3/1@70000"] {
			assert!(chance(text).is_err(), "{text}");
		}
	}

	#[test]
	fn attributes_are_written_by_issuer_holder_or_world() {
		assert_eq!(writer("issuer"), Ok(Writer::Issuer));
		assert_eq!(writer("Holder"), Ok(Writer::Holder));
		assert_eq!(writer("world:2"), Ok(Writer::Server(WorldId(2))));
		assert!(writer("anyone").is_err());
	}

	#[test]
	fn an_attribute_says_text_or_bytes() {
		assert_eq!(assignment("level=12"), Ok(("level".into(), b"12".to_vec())));
		assert_eq!(assignment("hash=0x0102"), Ok(("hash".into(), vec![1, 2])));
		assert_eq!(assignment("note="), Ok(("note".into(), Vec::new())));
		assert_eq!(assignment("sum=a=b"), Ok(("sum".into(), b"a=b".to_vec())));
		for text in ["level", "=1", &format!("x={}", "y".repeat(65))] {
			assert!(assignment(text).is_err(), "{text}");
		}
	}
}
