// SPDX-License-Identifier: Apache-2.0
//! The types every part of the chain shares.

use sp_runtime::{
	traits::{IdentifyAccount, Verify},
	MultiSignature,
};

/// Number of a block. One block a second lasts 136 years.
pub type BlockNumber = u32;

/// Signature of an extrinsic.
pub type Signature = MultiSignature;

/// A wallet's account: a 32-byte key, or the hash of an ECDSA one.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;

/// An amount of the native currency, in units of 10^-12 FHD.
pub type Balance = u128;

/// How many transactions an account has sent.
pub type Nonce = u32;

/// A 256-bit Blake2b hash.
pub type Hash = sp_core::H256;
