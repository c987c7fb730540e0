// SPDX-License-Identifier: Apache-2.0
//! Whether both sides of each trade authorised it: the part that is worth doing for a whole
//! batch at once.

use super::{ensure_timely, Context, Key, Refusal, Store};
use crate::{
	chain::{AccountId, Hash},
	device::{DeviceKey, PublicKey, Signer},
	host::Requests,
	ids::AvatarId,
	order::{OrderSignature, Trade},
	purse::LaneIndex,
};
use alloc::{collections::BTreeMap, vec::Vec};
use sp_core::{ecdsa, sr25519};
use sp_runtime::{
	traits::{BlakeTwo256, Hash as _, Verify},
	MultiSignature, SaturatedConversion,
};

/// Who authorised what.
pub(super) struct Authority {
	/// For each trade, the order's hash if what it says is timely and signed by both sides.
	pub(super) verdicts: Vec<Result<Hash, Refusal>>,
	/// How many keys the trades name.
	pub(super) signers: u32,
	/// Those of them that have limits.
	pub(super) limited: BTreeMap<Key, DeviceKey>,
}

/// Examines all trades, and loads each key that they name once.
pub(super) fn verify<S: Store>(context: &Context, trades: &[Trade], store: &S) -> Authority {
	let mut keys = Keys::new(context, store);
	let mut requests = Requests::default();
	let signed: Vec<_> = trades
		.iter()
		.map(|trade| keys.examine(trade, &mut requests, Others::Verified))
		.collect();
	let valid = requests.verify();
	let verdict = |pending: Result<Pending, Refusal>| {
		let Pending { hash, order, acceptance } = pending?;
		if !order.is_valid(&valid) {
			return Err(Refusal::BadOrderSignature);
		}
		if !acceptance.is_valid(&valid) {
			return Err(Refusal::BadAcceptanceSignature);
		}
		Ok(hash)
	};
	Authority {
		verdicts: signed.into_iter().map(verdict).collect(),
		signers: keys.signers.len().saturated_into(),
		limited: keys.limited(),
	}
}

/// Has the host verify the signatures that it would be asked about if the trades were settled now,
/// and returns how many are valid. Others than Ed25519 are left: nothing would remember them.
pub(super) fn verify_ahead<S: Store>(context: &Context, trades: &[Trade], store: &S) -> usize {
	let mut keys = Keys::new(context, store);
	let mut requests = Requests::default();
	for trade in trades {
		// One that can't be settled anyway asks for nothing.
		keys.examine(trade, &mut requests, Others::Left).ok();
	}
	requests.verify().into_iter().filter(|valid| *valid).count()
}

/// The signatures of a trade, before the batch is verified.
struct Pending {
	/// The order's hash.
	hash: Hash,
	order: Verdict,
	acceptance: Verdict,
}

/// A signature's verdict, known now or by its place in the batch.
enum Verdict {
	Known(bool),
	Pending(usize),
}

impl Verdict {
	fn is_valid(&self, valid: &[bool]) -> bool {
		match *self {
			Self::Known(it) => it,
			Self::Pending(place) => valid.get(place).copied().unwrap_or(false),
		}
	}
}

/// The keys that trades name, each loaded once.
pub(super) struct Keys<'a, S> {
	context: &'a Context,
	store: &'a S,
	signers: BTreeMap<Key, Option<Signer>>,
}

impl<'a, S: Store> Keys<'a, S> {
	pub(super) fn new(context: &'a Context, store: &'a S) -> Self {
		Self { context, store, signers: BTreeMap::new() }
	}

	/// Those that have limits.
	pub(super) fn limited(self) -> BTreeMap<Key, DeviceKey> {
		let limited = |(key, signer)| match signer {
			Some(Signer::Device(device)) if device.limits.is_some() => Some((key, device)),
			_ => None,
		};
		self.signers.into_iter().filter_map(limited).collect()
	}

	fn examine(
		&mut self,
		trade: &Trade,
		requests: &mut Requests,
		others: Others,
	) -> Result<Pending, Refusal> {
		let Trade { order, acceptance, .. } = trade;
		ensure_timely(self.context, order, acceptance)?;
		let maker = self.signer(order.maker, order.lane)?;
		let taker = self.signer(acceptance.taker, acceptance.lane)?;

		let order_bytes = order.signing_bytes(&self.context.genesis);
		let hash = BlakeTwo256::hash(&order_bytes);
		let acceptance_bytes = acceptance.signing_bytes(&self.context.genesis, &hash);
		let mut submit = |signer, signature, message: &[u8]| {
			submit(requests, signer, signature, message, others)
		};
		Ok(Pending {
			hash,
			order: submit(&maker, &trade.order_signature, &order_bytes),
			acceptance: submit(&taker, &trade.acceptance_signature, &acceptance_bytes),
		})
	}

	/// The key that may sign in this lane now.
	pub(super) fn signer(&mut self, avatar: AvatarId, lane: LaneIndex) -> Result<Signer, Refusal> {
		let store = self.store;
		let signer = self
			.signers
			.entry((avatar, lane))
			.or_insert_with(|| store.signer(avatar, lane))
			.clone()
			.ok_or(if lane == 0 { Refusal::UnknownAvatar } else { Refusal::UnknownKey })?;
		if let Signer::Device(device) = &signer {
			if device.valid_until < self.context.now {
				return Err(Refusal::KeyExpired);
			}
			if device.world.is_some_and(|world| world != self.context.world) {
				return Err(Refusal::KeyForOtherWorld);
			}
		}
		Ok(signer)
	}
}

/// What is done with signatures that are verified one by one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Others {
	/// They are verified at once.
	Verified,
	/// They are left, and count as false.
	Left,
}

/// Puts an Ed25519 signature in the batch; verifies any other at once, or leaves it. A signature of
/// another kind than the device's key is false.
fn submit(
	requests: &mut Requests,
	signer: &Signer,
	signature: &OrderSignature,
	message: &[u8],
	others: Others,
) -> Verdict {
	use OrderSignature::{Ecdsa, Ed25519, Sr25519};
	let account = match signer {
		Signer::Owner(account) => account.clone(),
		Signer::Device(device) => match (&device.key, signature) {
			(PublicKey::Ed25519(key), Ed25519(_)) | (PublicKey::Sr25519(key), Sr25519(_)) => {
				AccountId::new(*key)
			},
			_ => return Verdict::Known(false),
		},
	};
	let signature: MultiSignature = match signature {
		Ed25519(signature) => {
			let key: &[u8; 32] = account.as_ref();
			return Verdict::Pending(requests.push(key, signature, message));
		},
		_ if others == Others::Left => return Verdict::Known(false),
		Sr25519(signature) => sr25519::Signature::from_raw(*signature).into(),
		Ecdsa(signature) => ecdsa::Signature::from_raw(*signature).into(),
	};
	Verdict::Known(signature.verify(message, &account))
}
