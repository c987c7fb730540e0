// SPDX-License-Identifier: Apache-2.0
//! The batch equation.
//!
//! By ZIP-215 (<https://zips.z.cash/zip-0215>) a signature `(R, s)` of the message `M` by the key
//! `A` is valid if `A` and `R` are encodings of points, canonical or not, `s` is less than the
//! order of the base point `B`, and `[8](R + [k]A - [s]B)` is zero, where `k` is the hash of `R`,
//! `A` and `M`. What is in the brackets is the signature's *error* here.
//!
//! Many signatures are verified as one: if the sum of their errors, each times a coefficient that
//! nobody could know before all of them were chosen, is zero times 8, so is each error. The
//! cofactor 8 is why this agrees with single verification whatever points of small order are in
//! `A` and `R`; without it, it would not. A false signature would pass with a probability of
//! 2^-128 for each sum that it is in.
//!
//! The terms of a sum are multiplied together, by the method of Pippenger, with the vector
//! instructions that the processor has. The signatures of one key are one term of its point.

use super::{keys::Keys, layout::Request, search, verified::Name};
use curve25519_dalek::{
	constants::ED25519_BASEPOINT_POINT,
	edwards::{CompressedEdwardsY, EdwardsPoint},
	scalar::Scalar,
	traits::{IsIdentity, VartimeMultiscalarMul},
};
use sha2::{Digest, Sha512};
use sp_crypto_hashing::{blake2_256, blake2_512};

/// The verdict of a valid signature; that of any other is 0.
pub(super) const VALID: u8 = 1;

/// Keeps the hash that coefficients are made of apart from every other hash.
const DOMAIN: &[u8] = b"Freehold batch coefficients v1\n";

/// Coefficients that one hash makes: 512 bits in numbers of 128.
const PER_HASH: usize = 4;

/// The coefficients of signatures with these names, at least as many: numbers of 128 bits, made of
/// the hash of all of them. So they are the same on every node, and no signature can be chosen to
/// fit them.
pub(super) fn coefficients(names: &[Name]) -> Vec<Scalar> {
	let seed = blake2_256(&[DOMAIN, names.as_flattened()].concat());
	let hashes = (0u64..).take(names.len().div_ceil(PER_HASH));
	let stream: Vec<u8> = hashes
		.flat_map(|hash| blake2_512(&[&seed[..], &hash.to_le_bytes()].concat()))
		.collect();
	let (numbers, _) = stream.as_chunks();
	numbers.iter().map(|number| u128::from_le_bytes(*number).into()).collect()
}

/// A signature whose verdict is wanted.
pub(super) struct Claim<'a> {
	/// What was signed, by whom.
	pub(super) request: Request<'a>,
	/// Its coefficient in sums of errors.
	pub(super) coefficient: Scalar,
	/// Where its verdict is written, which must be that of a signature that is not valid.
	pub(super) verdict: &'a mut u8,
}

/// Gives all their verdicts, and says what that took where not all are valid.
pub(super) fn verify(mut claims: Vec<Claim<'_>>, keys: &Keys) -> search::Effort {
	// So that signatures of one key stand beside each other: in the sum they share a term, and
	// where a sum is not zero, the bad ones of a player are found together.
	claims.sort_by(|a, b| a.request.key.cmp(b.request.key));
	let mut signers: Vec<_> = claims.iter().map(|claim| *claim.request.key).collect();
	signers.dedup();
	let points = keys.points(&signers);

	let mut terms = Vec::with_capacity(claims.len());
	let groups = claims.chunk_by_mut(|a, b| a.request.key == b.request.key);
	for (group, point) in groups.zip(points) {
		if let Some(key) = point {
			terms.extend(group.iter_mut().filter_map(|claim| Term::new(claim, key)));
		}
	}
	search::decide(&mut terms)
}

/// A claim whose numbers and points are what they should be, so that its error decides.
pub(super) struct Term<'a> {
	signer: &'a [u8; 32],
	key: EdwardsPoint,
	commitment: EdwardsPoint,
	response: Scalar,
	challenge: Scalar,
	coefficient: Scalar,
	verdict: &'a mut u8,
}

impl<'a> Term<'a> {
	/// None if the commitment is no point, or the response is not reduced.
	fn new(claim: &'a mut Claim<'_>, key: EdwardsPoint) -> Option<Self> {
		let Request { key: signer, commitment, response, message, .. } = claim.request;
		let response = Option::<Scalar>::from(Scalar::from_canonical_bytes(*response))?;
		let hash = Sha512::new()
			.chain_update(commitment)
			.chain_update(signer)
			.chain_update(message)
			.finalize();
		let mut challenge = [0; 64];
		challenge.copy_from_slice(&hash);
		Some(Self {
			signer,
			key,
			commitment: CompressedEdwardsY(*commitment).decompress()?,
			response,
			challenge: Scalar::from_bytes_mod_order_wide(&challenge),
			coefficient: claim.coefficient,
			verdict: &mut *claim.verdict,
		})
	}

	/// Says that it is valid.
	pub(super) fn accept(&mut self) {
		*self.verdict = VALID;
	}

	/// Whether it is valid, found out without any other.
	pub(super) fn is_valid(&self) -> bool {
		let minus_key = -self.key;
		let expected = EdwardsPoint::vartime_double_scalar_mul_basepoint(
			&self.challenge,
			&minus_key,
			&self.response,
		);
		is_zero(&(self.commitment - expected))
	}
}

/// The sum of the terms' errors, each times its coefficient.
pub(super) fn error(terms: &[Term<'_>]) -> EdwardsPoint {
	// A commitment each, a key each at most, and the base point.
	let most = terms.len().saturating_mul(2).saturating_add(1);
	let (mut scalars, mut points) = (Vec::with_capacity(most), Vec::with_capacity(most));
	let mut base = Scalar::ZERO;
	for group in terms.chunk_by(|a, b| a.signer == b.signer) {
		let mut weight = Scalar::ZERO;
		for term in group {
			weight += term.coefficient * term.challenge;
			base -= term.coefficient * term.response;
			scalars.push(term.coefficient);
			points.push(term.commitment);
		}
		if let [first, ..] = group {
			scalars.push(weight);
			points.push(first.key);
		}
	}
	scalars.push(base);
	points.push(ED25519_BASEPOINT_POINT);
	EdwardsPoint::vartime_multiscalar_mul(&scalars, &points)
}

/// Whether an error, or a sum of errors, is none.
pub(super) fn is_zero(error: &EdwardsPoint) -> bool {
	error.mul_by_cofactor().is_identity()
}
