// SPDX-License-Identifier: Apache-2.0
//! The vectors: trades that both sides signed, and what is wrong with others.

use crate::{
	edges,
	keys::{Key, Scheme, Signature},
	vector::{sign, Vector},
};
use freehold_primitives::{
	asset::{Asset, Assets},
	chain::{Balance, BlockNumber, Hash},
	ids::{AvatarId, CollectionId, EstateId, ItemId, KindId, WorldId},
	land::{Coordinates, ParcelId},
	order::{Acceptance, Order, MAX_LIFETIME},
	purse::LaneIndex,
};
use serde_json::Value;
use sp_core::{ecdsa, Pair, H256};
use sp_io::hashing::{blake2_256, keccak_256};

/// The genesis hash of the vectors' chain.
pub const GENESIS: Hash = H256([
	0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f,
	0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f,
]);

/// That of another chain.
const ELSEWHERE: Hash = H256([0xee; 32]);

/// The block in which all is settled.
pub const NOW: BlockNumber = 1_000_000;

/// The world that settles it.
pub const WORLD: WorldId = WorldId(7);

/// Until when it is valid, but for what is to be valid as long as can be.
const UNTIL: BlockNumber = NOW + 3_600;

const UNIT: Balance = 1_000_000_000_000;

/// Everybody who signs: owners in lane 0, devices in the others. Avatar 4 is that of the edges.
pub const KEYS: [Key; 12] = [
	Key::new(1, 0, Scheme::Ed25519, 0x01),
	Key::new(1, 1, Scheme::Ed25519, 0x11),
	Key::new(1, 2, Scheme::Sr25519, 0x12),
	Key::new(2, 0, Scheme::Sr25519, 0x02),
	Key::new(2, 1, Scheme::Ed25519, 0x21),
	Key::new(3, 0, Scheme::Ecdsa, 0x03),
	Key::new(3, 1, Scheme::Sr25519, 0x31),
	Key::bare(4, 1, edges::ORDER_EIGHT),
	Key::bare(4, 2, edges::IDENTITY),
	Key::bare(4, 3, edges::IDENTITY_PLUS_P),
	Key::bare(4, 4, edges::MINUS_IDENTITY),
	Key::bare(4, 5, edges::NO_POINT),
];

/// Whose key signs in a lane.
pub fn signer_of(avatar: AvatarId, lane: LaneIndex) -> Key {
	let mut keys = KEYS.iter();
	*keys
		.find(|key| (key.avatar, key.lane) == (avatar, lane))
		.expect("a vector names avatars that have keys")
}

/// All vectors. Signatures by chance are those of the file as it was kept.
pub fn all(kept: &Value) -> Vec<Vector> {
	let accepted = accepted(kept);
	let mut all = accepted.clone();
	all.extend(of_ecdsa(&accepted[2]));
	all.push(unmarked(&accepted[4]));
	all.extend(of_other_bytes());
	all.extend(changed_orders());
	all.extend(changed_acceptances());
	all.extend(edges::all());
	all
}

fn signature_in(kept: &Value, name: &str, side: &str) -> Option<Signature> {
	let case = kept["cases"].as_array()?.iter().find(|case| case["name"] == name)?;
	let named = |scheme: &Scheme| case[side]["scheme"] == scheme.name();
	let scheme = Scheme::ALL.into_iter().find(named)?;
	let digits = case[side]["signature"].as_str()?.strip_prefix("0x")?;
	Some(Signature { scheme, bytes: hex::decode(digits).ok()? })
}

/// A trade that both signed.
fn signed(
	kept: &Value,
	name: &str,
	note: &'static str,
	order: Order,
	acceptance: Acceptance,
) -> Vector {
	let of = |side| signature_in(kept, name, side);
	let bytes = order.signing_bytes(&GENESIS);
	let maker = signer_of(order.maker, order.lane);
	let taker = signer_of(acceptance.taker, acceptance.lane);
	let answer = acceptance.signing_bytes(&GENESIS, &order.hash(&GENESIS));
	Vector {
		name: name.into(),
		note,
		order_signature: sign(&maker, &bytes, of("order_signature")),
		order,
		order_signed: None,
		acceptance,
		acceptance_signature: sign(&taker, &answer, of("acceptance_signature")),
		acceptance_signed: None,
		edge: false,
	}
}

/// An order of one lot for anyone, and its acceptance.
pub fn draft(
	maker: (u32, LaneIndex),
	taker: (u32, LaneIndex),
	give: Vec<Asset>,
	want: Vec<Asset>,
) -> (Order, Acceptance) {
	let side = |assets| Assets::try_from(assets).expect("a side has at most eight");
	let order = Order {
		world: WORLD,
		maker: AvatarId(maker.0),
		lane: maker.1,
		taker: None,
		give: side(give),
		want: side(want),
		lots: 1,
		min_lots: 1,
		max_deduction: 250,
		number: 0,
		valid_until: UNTIL,
	};
	let acceptance = Acceptance {
		taker: AvatarId(taker.0),
		lane: taker.1,
		lots: 1,
		max_deduction: 0,
		number: 0,
		valid_until: UNTIL,
	};
	(order, acceptance)
}

fn item(collection: u32, serial: u32, version: u32) -> Asset {
	Asset::Item { id: ItemId { collection: CollectionId(collection), serial }, version }
}

fn units(collection: u32, index: u32, amount: u64) -> Asset {
	Asset::Units { kind: KindId { collection: CollectionId(collection), index }, amount }
}

fn parcel(x: i16, y: i16, version: u32) -> Asset {
	Asset::Parcel { id: ParcelId { world: WORLD, at: Coordinates::new(x, y) }, version }
}

fn estate(id: u32, version: u32) -> Asset {
	Asset::Estate { id: EstateId(id), version }
}

/// One for each kind of key, in the order of the schemes, owners first; then the longest.
fn accepted(kept: &Value) -> Vec<Vector> {
	let owner_ed25519 =
		draft((1, 0), (2, 1), vec![item(3, 17, 2)], vec![Asset::Coins(12 * UNIT + UNIT / 2)]);

	let mut owner_sr25519 =
		draft((2, 0), (3, 0), vec![parcel(-3, 4, 1)], vec![Asset::Coins(7_000 * UNIT + 30)]);
	owner_sr25519.0.taker = Some(AvatarId(3));
	(owner_sr25519.0.number, owner_sr25519.1.number) = (41, 1_000);

	let mut owner_ecdsa = draft((3, 0), (1, 0), vec![units(3, 1, 10)], vec![Asset::Coins(1)]);
	(owner_ecdsa.0.lots, owner_ecdsa.0.min_lots, owner_ecdsa.1.lots) = (50, 5, 20);

	let device_ed25519 = draft(
		(1, 1),
		(2, 0),
		vec![estate(5, 9), item(3, 18, 0), units(3, 1, 300), Asset::Coins(UNIT)],
		vec![parcel(0, -1, 0), units(8, 0, 2)],
	);

	let mut device_sr25519 =
		draft((1, 2), (3, 1), vec![Asset::Coins(90 * UNIT)], vec![item(0, 0, 0)]);
	device_sr25519.0.max_deduction = 0;
	device_sr25519.1.max_deduction = 1_250;

	let one_for_each = [
		("owner ed25519", "an item for coins, accepted by a device", owner_ed25519),
		("owner sr25519", "a parcel for coins, for one taker only", owner_sr25519),
		("owner ecdsa", "units for coins in lots, of which 20 are taken", owner_ecdsa),
		("device ed25519", "several assets on each side", device_ed25519),
		("device sr25519", "coins for an item", device_sr25519),
		("longest", "eight assets on each side, and numbers that use each byte", longest()),
	];
	one_for_each
		.into_iter()
		.map(|(name, note, (order, acceptance))| signed(kept, name, note, order, acceptance))
		.collect()
}

fn longest() -> (Order, Acceptance) {
	let give = vec![
		item(0x0102_0304, 0xfffe_fdfc, 0x1020_3040),
		item(u32::MAX, u32::MAX, u32::MAX),
		item(0, u32::MAX, 0),
		parcel(i16::MIN, i16::MAX, 0x0506_0708),
		parcel(-1, 1, u32::MAX),
		estate(0x0a0b_0c0d, 0x0e0f_1011),
		units(0x1213_1415, 0x1617_1819, 0x0102_0304_0506_0708),
		Asset::Coins(0x0102_0304_0506_0708_090a_0b0c_0d0e_0f10),
	];
	let want = vec![
		parcel(i16::MAX, i16::MIN, 1),
		estate(u32::MAX, u32::MAX),
		estate(0, 1),
		item(1, 1, 1),
		units(1, 2, 1),
		units(1, 3, u64::from(u32::MAX) + 1),
		Asset::Coins(1),
		Asset::Coins(Balance::from(u64::MAX) + 1),
	];
	let (mut order, mut acceptance) = draft((1, 1), (2, 1), give, want);
	order.taker = Some(acceptance.taker);
	(order.max_deduction, acceptance.max_deduction) = (10_000, 0x0102);
	(order.number, acceptance.number) = (0xfffe_fdfc, 0x0102_0304);
	order.valid_until = NOW + MAX_LIFETIME;
	acceptance.valid_until = NOW;
	(order, acceptance)
}

/// Units for coins in lots, by two devices with Ed25519.
fn plain() -> (Order, Acceptance) {
	let (mut order, mut acceptance) =
		draft((1, 1), (2, 1), vec![units(3, 1, 10)], vec![Asset::Coins(UNIT)]);
	(order.lots, order.min_lots, acceptance.lots) = (5, 1, 2);
	(order, acceptance)
}

fn plain_vector(name: &str, note: &'static str) -> Vector {
	let (order, acceptance) = plain();
	signed(&Value::Null, name, note, order, acceptance)
}

/// ECDSA signatures that are not what an owner's wallet makes.
fn of_ecdsa(accepted: &Vector) -> Vec<Vector> {
	let with = |name: &str, note, change: fn(&mut [u8])| {
		let mut vector = Vector { name: name.into(), note, ..accepted.clone() };
		change(&mut vector.order_signature.bytes);
		vector
	};
	let keccak = {
		let secret = accepted.maker().secret().expect("owners have secrets");
		let digest = keccak_256(&accepted.order_bytes());
		let bytes = ecdsa::Pair::from_seed(&secret).sign_prehashed(&digest).0.to_vec();
		Vector {
			name: "ecdsa over keccak".into(),
			note: "the digest is Blake2b-256, not Keccak-256",
			order_signature: Signature { scheme: Scheme::Ecdsa, bytes },
			..accepted.clone()
		}
	};
	vec![
		with(
			"ecdsa with a high s",
			"the chain takes the other form of a signature, too: an order is spent by its number, \
			 so that a second form is of no use",
			|bytes| {
				subtract_from(&edges::SECP256K1_ORDER, &mut bytes[32..64]);
				bytes[64] ^= 1;
			},
		),
		with("ecdsa with 27 added", "the key's number, the last byte, may be 27 or 28", |bytes| {
			bytes[64] += 27;
		}),
		with("ecdsa of another key", "the last byte says which key it is", |bytes| bytes[64] ^= 1),
		keccak,
	]
}

/// Sets a big-endian number to what is left of `minuend` after it.
fn subtract_from(minuend: &[u8; 32], number: &mut [u8]) {
	let mut borrow = 0;
	for (byte, minuend) in number.iter_mut().zip(minuend).rev() {
		let difference = i16::from(*minuend) - i16::from(*byte) - borrow;
		borrow = i16::from(difference < 0);
		*byte = difference.to_le_bytes()[0];
	}
}

/// Sr25519 marks its signatures by their highest bit.
fn unmarked(accepted: &Vector) -> Vector {
	let mut vector = Vector {
		name: "sr25519 without its mark".into(),
		note: "the highest bit of the last byte is 1 in each signature",
		..accepted.clone()
	};
	vector.order_signature.bytes[63] &= 0x7f;
	vector
}

/// Signatures of something else than what the order and the acceptance say.
fn of_other_bytes() -> Vec<Vector> {
	let (order, acceptance) = plain();
	let bytes = order.signing_bytes(&GENESIS);
	let (maker, taker) = (KEYS[1], KEYS[4]);
	let with_order = |name, note, signed: Vec<u8>| Vector {
		order_signature: maker.sign(&signed),
		order_signed: Some(signed),
		..plain_vector(name, note)
	};
	let with_acceptance = |name, note, signed: Vec<u8>| Vector {
		acceptance_signature: taker.sign(&signed),
		acceptance_signed: Some(signed),
		..plain_vector(name, note)
	};
	let tagged = |tag: &str| {
		let rest = &bytes[b"<Bytes>Freehold order v2\n".len()..];
		[b"<Bytes>", tag.as_bytes(), rest].concat()
	};
	let inner = bytes[b"<Bytes>".len()..bytes.len() - b"</Bytes>".len()].to_vec();
	let other = Order { number: 1, ..order.clone() };
	let mut relabelled = plain_vector("ed25519 named sr25519", "a device has one scheme");
	relabelled.order_signature.scheme = Scheme::Sr25519;
	let mut short = plain_vector("truncated", "an Ed25519 signature has 64 bytes; this has 63");
	short.order_signature.bytes.pop();
	vec![
		plain_vector("plain", "what the following cases are made of"),
		with_order(
			"order for another chain",
			"the genesis hash is that of the chain",
			order.signing_bytes(&ELSEWHERE),
		),
		with_acceptance(
			"acceptance for another chain",
			"the genesis hash is that of the chain",
			acceptance.signing_bytes(&ELSEWHERE, &order.hash(&GENESIS)),
		),
		with_acceptance(
			"acceptance of another order",
			"an acceptance names one order by its hash",
			acceptance.signing_bytes(&GENESIS, &other.hash(&GENESIS)),
		),
		with_order(
			"order of version 1",
			"the form before this one, whose orders were filled once",
			tagged("Freehold order v1\n"),
		),
		with_order(
			"order as an acceptance",
			"the tag says what is signed",
			tagged("Freehold acceptance v2\n"),
		),
		with_order("order without its frame", "<Bytes> and </Bytes> are signed, too", inner),
		with_order(
			"order by its hash",
			"the bytes are signed, not their hash",
			blake2_256(&bytes).to_vec(),
		),
		Vector {
			order_signature: taker.sign(&bytes),
			..plain_vector("order by another", "signed with the taker's key")
		},
		Vector {
			acceptance_signature: maker
				.sign(&acceptance.signing_bytes(&GENESIS, &order.hash(&GENESIS))),
			..plain_vector("acceptance by another", "signed with the maker's key")
		},
		relabelled,
		short,
	]
}

/// What was changed, and how.
type Change<T> = (&'static str, fn(&mut T));

/// Orders that were changed after their maker signed them. The taker accepts the changed ones.
fn changed_orders() -> Vec<Vector> {
	let changes: [Change<Order>; 11] = [
		("world", |it| it.world.0 += 1),
		("maker", |it| it.maker = AvatarId(3)),
		("lane", |it| it.lane = 2),
		("taker", |it| it.taker = Some(AvatarId(2))),
		("give", |it| it.give[0] = units(3, 1, 11)),
		("want", |it| it.want[0] = Asset::Coins(UNIT - 1)),
		("lots", |it| it.lots = 6),
		("min_lots", |it| it.min_lots = 2),
		("max_deduction", |it| it.max_deduction = 10_000),
		("number", |it| it.number = 1),
		("valid_until", |it| it.valid_until += 1),
	];
	let note = "changed after it was signed; the taker accepts it as it is now";
	let changed = |(field, change): (&str, fn(&mut Order))| {
		let (original, acceptance) = plain();
		let mut order = original.clone();
		change(&mut order);
		let bytes = original.signing_bytes(&GENESIS);
		let same_key = (order.maker, order.lane) == (original.maker, original.lane);
		let answer = acceptance.signing_bytes(&GENESIS, &order.hash(&GENESIS));
		Vector {
			name: format!("order with another {field}"),
			note,
			order,
			order_signature: KEYS[1].sign(&bytes),
			order_signed: same_key.then_some(bytes),
			acceptance,
			acceptance_signature: KEYS[4].sign(&answer),
			acceptance_signed: None,
			edge: false,
		}
	};
	changes.into_iter().map(changed).collect()
}

/// Acceptances that were changed after their taker signed them.
fn changed_acceptances() -> Vec<Vector> {
	let changes: [Change<Acceptance>; 6] = [
		("taker", |it| it.taker = AvatarId(3)),
		("lane", |it| it.lane = 0),
		("lots", |it| it.lots = 3),
		("max_deduction", |it| it.max_deduction = 10_000),
		("number", |it| it.number = 1),
		("valid_until", |it| it.valid_until += 1),
	];
	let changed = |(field, change): (&str, fn(&mut Acceptance))| {
		let name = format!("acceptance with another {field}");
		let mut vector = plain_vector(&name, "changed after it was signed");
		let original = vector.acceptance.clone();
		let bytes = vector.acceptance_bytes();
		change(&mut vector.acceptance);
		let now = &vector.acceptance;
		let same_key = (now.taker, now.lane) == (original.taker, original.lane);
		vector.acceptance_signed = same_key.then_some(bytes);
		vector
	};
	changes.into_iter().map(changed).collect()
}
