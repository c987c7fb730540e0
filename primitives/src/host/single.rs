// SPDX-License-Identifier: Apache-2.0
//! Verification one by one, by the SDK's own function: what the engine must agree with, and what
//! there is where it is not compiled in.

use super::layout::{read, Request};
use sp_core::{
	ed25519::{Pair, Public, Signature},
	Pair as _,
};

/// Writes 1 to each verdict whose request is a valid signature, 0 to the others.
pub(super) fn verify(requests: &[u8], verdicts: &mut [u8]) {
	let mut requests = read(requests);
	for verdict in verdicts {
		*verdict = requests.next().is_some_and(|request| is_valid(&request)).into();
	}
}

fn is_valid(request: &Request<'_>) -> bool {
	let signature = [*request.commitment, *request.response];
	Signature::try_from(signature.as_flattened()).is_ok_and(|signature| {
		Pair::verify(&signature, request.message, &Public::from_raw(*request.key))
	})
}
