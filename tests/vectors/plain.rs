// SPDX-License-Identifier: Apache-2.0
//! The form of the file: what README.md beside it says.

use crate::{
	cases::{GENESIS, KEYS, NOW},
	keys::{Key, Scheme, Signature},
	vector::{Outcome, Vector},
};
use codec::Encode;
use freehold_primitives::{
	asset::Asset,
	land::ParcelId,
	order::{Acceptance, Order},
};
use serde::Serialize;
use sp_io::hashing::blake2_256;

const ABOUT: &str =
	"Orders, acceptances and trades as the chain reads them; README.md beside this \
                     file has their byte form. Secrets are public: never use these keys.";

#[derive(Serialize)]
pub struct Document {
	about: &'static str,
	/// What every signature here is for.
	genesis: String,
	/// The block in which the trades are settled.
	now: u32,
	/// The signature schemes, in their order in the codec.
	schemes: [&'static str; 3],
	keys: Vec<PlainKey>,
	cases: Vec<Case>,
}

impl Document {
	pub fn new(vectors: &[Vector]) -> Self {
		Self {
			about: ABOUT,
			genesis: hex(GENESIS.as_bytes()),
			now: NOW,
			schemes: Scheme::ALL.map(Scheme::name),
			keys: KEYS.iter().map(PlainKey::from).collect(),
			cases: vectors.iter().map(Case::from).collect(),
		}
	}
}

#[derive(Serialize)]
struct PlainKey {
	avatar: u32,
	lane: u8,
	role: &'static str,
	scheme: &'static str,
	secret: Option<String>,
	public: String,
	account: Option<String>,
}

impl From<&Key> for PlainKey {
	fn from(key: &Key) -> Self {
		let is_owner = key.lane == 0;
		let account: [u8; 32] = key.account().into();
		Self {
			avatar: key.avatar.0,
			lane: key.lane,
			role: if is_owner { "owner" } else { "device" },
			scheme: key.scheme.name(),
			secret: key.secret().map(|secret| hex(&secret)),
			public: hex(&key.public()),
			account: is_owner.then(|| hex(&account)),
		}
	}
}

#[derive(Serialize)]
struct Case {
	name: String,
	note: &'static str,
	order: PlainOrder,
	text: String,
	order_bytes: String,
	order_hash: String,
	order_signature: PlainSignature,
	#[serde(skip_serializing_if = "Option::is_none")]
	order_signed: Option<String>,
	acceptance: PlainAcceptance,
	acceptance_bytes: String,
	acceptance_hash: String,
	acceptance_signature: PlainSignature,
	#[serde(skip_serializing_if = "Option::is_none")]
	acceptance_signed: Option<String>,
	trade: Option<String>,
	valid: Valid,
	outcome: PlainOutcome,
	#[serde(skip_serializing_if = "Option::is_none")]
	without_cofactor: Option<bool>,
}

impl From<&Vector> for Case {
	fn from(vector: &Vector) -> Self {
		let acceptance_bytes = vector.acceptance_bytes();
		let (order, acceptance) = vector.valid();
		Self {
			name: vector.name.clone(),
			note: vector.note,
			order: (&vector.order).into(),
			text: vector.order.to_string(),
			order_bytes: hex(&vector.order_bytes()),
			order_hash: hex(vector.order_hash().as_bytes()),
			order_signature: (&vector.order_signature).into(),
			order_signed: vector.order_signed.as_deref().map(hex),
			acceptance: (&vector.acceptance).into(),
			acceptance_hash: hex(&blake2_256(&acceptance_bytes)),
			acceptance_bytes: hex(&acceptance_bytes),
			acceptance_signature: (&vector.acceptance_signature).into(),
			acceptance_signed: vector.acceptance_signed.as_deref().map(hex),
			trade: vector.trade().map(|trade| hex(&trade.encode())),
			valid: Valid { order, acceptance },
			outcome: vector.outcome().into(),
			without_cofactor: vector.without_cofactor(),
		}
	}
}

#[derive(Serialize)]
struct Valid {
	order: bool,
	acceptance: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum PlainOutcome {
	Settled,
	Unreadable,
	Refused { number: u8, name: String },
}

impl From<Outcome> for PlainOutcome {
	fn from(outcome: Outcome) -> Self {
		match outcome {
			Outcome::Settled => Self::Settled,
			Outcome::Unreadable => Self::Unreadable,
			Outcome::Refused(refusal) => {
				Self::Refused { number: refusal.encode()[0], name: format!("{refusal:?}") }
			},
		}
	}
}

#[derive(Serialize)]
struct PlainSignature {
	scheme: &'static str,
	signature: String,
}

impl From<&Signature> for PlainSignature {
	fn from(signature: &Signature) -> Self {
		Self { scheme: signature.scheme.name(), signature: hex(&signature.bytes) }
	}
}

#[derive(Serialize)]
struct PlainOrder {
	world: u32,
	maker: u32,
	lane: u8,
	taker: Option<u32>,
	give: Vec<PlainAsset>,
	want: Vec<PlainAsset>,
	lots: u32,
	min_lots: u32,
	max_deduction: u16,
	number: u32,
	valid_until: u32,
}

impl From<&Order> for PlainOrder {
	fn from(order: &Order) -> Self {
		Self {
			world: order.world.0,
			maker: order.maker.0,
			lane: order.lane,
			taker: order.taker.map(|taker| taker.0),
			give: order.give.iter().map(PlainAsset::from).collect(),
			want: order.want.iter().map(PlainAsset::from).collect(),
			lots: order.lots,
			min_lots: order.min_lots,
			max_deduction: order.max_deduction,
			number: order.number,
			valid_until: order.valid_until,
		}
	}
}

#[derive(Serialize)]
struct PlainAcceptance {
	taker: u32,
	lane: u8,
	lots: u32,
	max_deduction: u16,
	number: u32,
	valid_until: u32,
}

impl From<&Acceptance> for PlainAcceptance {
	fn from(acceptance: &Acceptance) -> Self {
		Self {
			taker: acceptance.taker.0,
			lane: acceptance.lane,
			lots: acceptance.lots,
			max_deduction: acceptance.max_deduction,
			number: acceptance.number,
			valid_until: acceptance.valid_until,
		}
	}
}

/// An object with one key; amounts, which may not fit a number of JavaScript, are texts.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum PlainAsset {
	Coins(String),
	Item { collection: u32, serial: u32, version: u32 },
	Units { collection: u32, index: u32, amount: String },
	Parcel { world: u32, x: i16, y: i16, version: u32 },
	Estate { id: u32, version: u32 },
}

impl From<&Asset> for PlainAsset {
	fn from(asset: &Asset) -> Self {
		match *asset {
			Asset::Coins(amount) => Self::Coins(amount.to_string()),
			Asset::Item { id, version } => {
				Self::Item { collection: id.collection.0, serial: id.serial, version }
			},
			Asset::Units { kind, amount } => Self::Units {
				collection: kind.collection.0,
				index: kind.index,
				amount: amount.to_string(),
			},
			Asset::Parcel { id: ParcelId { world, at }, version } => {
				Self::Parcel { world: world.0, x: at.x, y: at.y, version }
			},
			Asset::Estate { id, version } => Self::Estate { id: id.0, version },
		}
	}
}

fn hex(bytes: &[u8]) -> String {
	format!("0x{}", hex::encode(bytes))
}
