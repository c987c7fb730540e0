// SPDX-License-Identifier: Apache-2.0
//! Orders that players sign off chain, and the acceptance that answers one.
//!
//! What is signed has one byte form: `<Bytes>`, a tag that names the form and its version, the
//! genesis hash, the SCALE encoding, `</Bytes>`. The frame is what wallets put around raw data
//! that they sign; it also keeps an order from ever being an extrinsic's payload, which would
//! begin with the index of a pallet: the runtime has none at 60, the byte `<`.

use crate::{
	asset::{is_exchange, Assets},
	chain::{BlockNumber, Hash},
	fee::BasisPoints,
	ids::{AvatarId, WorldId},
	purse::{LaneIndex, OrderNumber},
};
use alloc::{
	string::{String, ToString},
	vec::Vec,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use sp_runtime::traits::{BlakeTwo256, Hash as _};

/// Longest that an order or an acceptance may still have to live when it is settled, in blocks:
/// a week of one-second blocks.
pub const MAX_LIFETIME: BlockNumber = 7 * 24 * 60 * 60;

/// First byte of everything that is signed here; no pallet may have it as its index.
pub const FRAME_BYTE: u8 = b'<';

const OPEN: &[u8] = b"<Bytes>";
const CLOSE: &[u8] = b"</Bytes>";
const ORDER_TAG: &[u8] = b"Freehold order v2\n";
const ACCEPTANCE_TAG: &[u8] = b"Freehold acceptance v2\n";

/// What its maker gives and wants, for anyone or one taker to accept.
///
/// `give` and `want` are for one lot. An order of several lots may be filled in parts, by several
/// takers and in several settlements: each takes at least `min_lots`, or all that is left if that
/// is less, so that no rest is ever left that nobody may take.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Order {
	/// The world that may settle it.
	pub world: WorldId,
	/// Who makes it.
	pub maker: AvatarId,
	/// Which of the maker's keys signs it: 0 for the owner, else the device's slot.
	pub lane: LaneIndex,
	/// The only avatar that may accept it; anyone if none.
	pub taker: Option<AvatarId>,
	/// What the maker gives, per lot.
	pub give: Assets,
	/// What the maker gets, per lot.
	pub want: Assets,
	/// Most lots, over all fills.
	pub lots: u32,
	/// Fewest lots in a fill, unless fewer are left.
	pub min_lots: u32,
	/// Most that may be taken off the coins that the maker gets.
	pub max_deduction: BasisPoints,
	/// Its number in the lane.
	pub number: OrderNumber,
	/// Last block in which it may be settled.
	pub valid_until: BlockNumber,
}

impl Order {
	/// The bytes that the maker signs, for the chain with this genesis hash.
	pub fn signing_bytes(&self, genesis: &Hash) -> Vec<u8> {
		framed(ORDER_TAG, genesis, self)
	}

	/// Names the order: the Blake2b-256 hash of what is signed.
	pub fn hash(&self, genesis: &Hash) -> Hash {
		BlakeTwo256::hash(&self.signing_bytes(genesis))
	}

	/// Whether it says something that could be done: both sides have assets, no amount is zero,
	/// the lots make sense, and what exists once comes in one lot and is named once.
	pub fn is_well_formed(&self) -> bool {
		is_exchange(&self.give, &self.want, self.lots) && (1..=self.lots).contains(&self.min_lots)
	}
}

/// For people to read before they sign; not what is signed.
impl fmt::Display for Order {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let list = |assets: &Assets| {
			let shown: Vec<String> = assets.iter().map(ToString::to_string).collect();
			shown.join(", ")
		};
		writeln!(f, "Avatar {} gives {}", self.maker, list(&self.give))?;
		writeln!(f, "and wants {}", list(&self.want))?;
		if self.lots > 1 {
			writeln!(f, "for each of {} lots, at least {} at a time", self.lots, self.min_lots)?;
		}
		match self.taker {
			Some(taker) => writeln!(f, "from avatar {taker} only,")?,
			None => writeln!(f, "from anyone,")?,
		}
		writeln!(f, "less at most {} basis points of the coins", self.max_deduction)?;
		write!(
			f,
			"in world {}, until block {} (key {}, number {})",
			self.world, self.valid_until, self.lane, self.number
		)
	}
}

/// A taker's answer to an order.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Acceptance {
	/// Who accepts.
	pub taker: AvatarId,
	/// Which of the taker's keys signs.
	pub lane: LaneIndex,
	/// How many lots.
	pub lots: u32,
	/// Most that may be taken off the coins that the taker gets.
	pub max_deduction: BasisPoints,
	/// Its number in the lane.
	pub number: OrderNumber,
	/// Last block in which it may be settled.
	pub valid_until: BlockNumber,
}

impl Acceptance {
	/// The bytes that the taker signs: they name the order by its hash.
	pub fn signing_bytes(&self, genesis: &Hash, order: &Hash) -> Vec<u8> {
		framed(ACCEPTANCE_TAG, genesis, &(order, self))
	}
}

fn framed(tag: &[u8], genesis: &Hash, content: &impl Encode) -> Vec<u8> {
	let mut bytes = Vec::with_capacity(256);
	bytes.extend_from_slice(OPEN);
	bytes.extend_from_slice(tag);
	bytes.extend_from_slice(genesis.as_bytes());
	content.encode_to(&mut bytes);
	bytes.extend_from_slice(CLOSE);
	bytes
}

/// A signature under an order or an acceptance.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum OrderSignature {
	/// Ed25519, by the rules of ZIP-215.
	#[codec(index = 0)]
	Ed25519([u8; 64]),
	/// Schnorr over Ristretto.
	#[codec(index = 1)]
	Sr25519([u8; 64]),
	/// ECDSA over secp256k1; for owners only.
	#[codec(index = 2)]
	Ecdsa([u8; 65]),
}

/// An order and its acceptance, both signed: all that a settlement needs.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Trade {
	/// What the maker signed.
	pub order: Order,
	/// The maker's signature.
	pub order_signature: OrderSignature,
	/// What the taker signed.
	pub acceptance: Acceptance,
	/// The taker's signature.
	pub acceptance_signature: OrderSignature,
}

/// Most orders of one lane that may be partly filled at once.
pub const MAX_FILLS: u32 = 8;

/// An order that was partly filled. Its number is spent in the lane, so that no other order can
/// have it; the rest of this one can still be taken while the number is in the lane's window.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Fill {
	/// The order's number.
	pub number: OrderNumber,
	/// The order's hash.
	pub order: Hash,
	/// How many lots are left.
	pub left: u32,
	/// Last block in which they may be taken.
	pub valid_until: BlockNumber,
}

/// The partly filled orders of one lane.
pub type Fills = BoundedVec<Fill, ConstU32<MAX_FILLS>>;

/// Which signed orders their avatar's owner takes back. An acceptance has a number too, and is
/// taken back in the same way.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Cancellation {
	/// The one with this number, or what is left of it.
	#[codec(index = 0)]
	One {
		/// The lane.
		lane: LaneIndex,
		/// The number.
		number: OrderNumber,
	},
	/// All of a lane whose number is lower.
	#[codec(index = 1)]
	Below {
		/// The lane.
		lane: LaneIndex,
		/// The lowest number that still counts.
		number: OrderNumber,
	},
	/// All that could be settled so far, whoever signed them: each lane goes on far ahead, from a
	/// number that nobody can know before.
	#[codec(index = 2)]
	All,
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		asset::Asset,
		ids::{CollectionId, EstateId, ItemId, KindId},
	};

	fn item() -> Asset {
		Asset::Item { id: ItemId { collection: CollectionId(1), serial: 2 }, version: 3 }
	}

	fn order() -> Order {
		Order {
			world: WorldId(1),
			maker: AvatarId(2),
			lane: 1,
			taker: None,
			give: Assets::truncate_from(vec![item()]),
			want: Assets::truncate_from(vec![Asset::Coins(5)]),
			lots: 1,
			min_lots: 1,
			max_deduction: 250,
			number: 7,
			valid_until: 100,
		}
	}

	#[test]
	fn the_signed_bytes_are_framed_and_bound_to_the_chain() {
		let (here, there) = (Hash::repeat_byte(1), Hash::repeat_byte(2));
		let bytes = order().signing_bytes(&here);

		assert!(bytes.starts_with(b"<Bytes>Freehold order v2\n\x01\x01"));
		assert!(bytes.ends_with(b"</Bytes>"));
		assert_eq!(bytes[0], FRAME_BYTE);
		assert_ne!(order().hash(&here), order().hash(&there));
	}

	/// A change here breaks every wallet that signs: it needs a new version in the tag.
	#[test]
	fn the_byte_form_is_fixed() {
		assert_eq!(
			order().encode(),
			[
				&[1, 0, 0, 0, 2, 0, 0, 0, 1, 0][..],
				&[4, 1, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0],
				&[4, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
				&[1, 0, 0, 0, 1, 0, 0, 0, 250, 0, 7, 0, 0, 0, 100, 0, 0, 0],
			]
			.concat()
		);
	}

	#[test]
	fn an_acceptance_is_bound_to_its_order() {
		let genesis = Hash::zero();
		let acceptance = Acceptance {
			taker: AvatarId(3),
			lane: 0,
			lots: 1,
			max_deduction: 0,
			number: 0,
			valid_until: 100,
		};
		let other = Order { number: 8, ..order() };

		assert_ne!(
			acceptance.signing_bytes(&genesis, &order().hash(&genesis)),
			acceptance.signing_bytes(&genesis, &other.hash(&genesis)),
		);
	}

	#[test]
	fn an_estate_comes_in_one_lot() {
		let estate = Asset::Estate { id: EstateId(7), version: 0 };
		let one = Order { give: Assets::truncate_from(vec![estate]), ..order() };
		let two = Order { lots: 2, ..one.clone() };

		assert!(one.is_well_formed());
		assert!(!two.is_well_formed());
	}

	#[test]
	fn malformed_orders_are_known() {
		let kind = KindId { collection: CollectionId(1), index: 0 };
		let side = |asset| Assets::truncate_from(vec![asset]);

		assert!(order().is_well_formed());
		for malformed in [
			Order { give: Assets::default(), ..order() },
			Order { want: Assets::default(), ..order() },
			Order { want: side(Asset::Coins(0)), ..order() },
			Order { give: Assets::truncate_from(vec![item(); 2]), ..order() },
			Order { want: side(item()), ..order() },
			Order { want: side(Asset::Units { kind, amount: 0 }), ..order() },
			Order { lots: 0, min_lots: 0, ..order() },
			Order { min_lots: 0, ..order() },
			Order { min_lots: 2, ..order() },
			Order { lots: 2, ..order() },
		] {
			assert!(!malformed.is_well_formed(), "{malformed:?}");
		}
	}

	#[test]
	fn an_order_reads_as_words() {
		assert_eq!(
			order().to_string(),
			"Avatar 2 gives item 1#2 (version 3)\nand wants 0.000000000005 FHD\nfrom anyone,\n\
			 less at most 250 basis points of the coins\n\
			 in world 1, until block 100 (key 1, number 7)"
		);
	}
}
