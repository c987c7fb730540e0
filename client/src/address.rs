// SPDX-License-Identifier: Apache-2.0
//! Addresses of accounts: SS58 with the prefix of Freehold.

use freehold_primitives::chain::AccountId;
use sp_core::crypto::{Ss58AddressFormat, Ss58Codec};

/// The prefix of Freehold's addresses.
pub const SS58_PREFIX: u16 = 6410;

/// The prefix that belongs to no chain; tools print it when they know no better.
const GENERIC_PREFIX: u16 = 42;

/// The account's address.
pub fn encode(account: &AccountId) -> String {
	account.to_ss58check_with_version(Ss58AddressFormat::custom(SS58_PREFIX))
}

/// The account of an address of Freehold, of a generic address, or of 32 bytes in hex after `0x`.
///
/// # Errors
/// What is wrong with it; an address of another chain is refused.
pub fn decode(address: &str) -> Result<AccountId, String> {
	if let Some(digits) = address.strip_prefix("0x") {
		let mut bytes = [0; 32];
		return hex::decode_to_slice(digits, &mut bytes)
			.map(|()| bytes.into())
			.map_err(|reason| format!("`{address}` is not a public key in hex: {reason}"));
	}
	let (account, format) = AccountId::from_ss58check_with_version(address)
		.map_err(|reason| format!("`{address}` is not an address: {reason:?}"))?;
	match format.prefix() {
		SS58_PREFIX | GENERIC_PREFIX => Ok(account),
		other => Err(format!(
			"`{address}` is an address of another chain: its prefix is {other}, not {SS58_PREFIX}"
		)),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn account() -> AccountId {
		[7; 32].into()
	}

	#[test]
	fn an_address_leads_back_to_its_account() {
		let address = encode(&account());

		assert_eq!(decode(&address), Ok(account()));
		assert_eq!(decode(&format!("0x{}", "07".repeat(32))), Ok(account()));
	}

	#[test]
	fn an_address_of_another_chain_is_refused() {
		let address = account().to_ss58check_with_version(Ss58AddressFormat::custom(0));

		assert_eq!(
			decode(&address),
			Err(format!("`{address}` is an address of another chain: its prefix is 0, not 6410"))
		);
	}

	#[test]
	fn a_mistyped_address_is_refused() {
		let mut address = encode(&account());
		address.pop();

		assert!(decode(&address).is_err());
		assert_eq!(
			decode("0x07"),
			Err("`0x07` is not a public key in hex: Invalid string length".into())
		);
	}
}
