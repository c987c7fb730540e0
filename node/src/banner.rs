// SPDX-License-Identifier: Apache-2.0

//! The welcome of a development chain: where it listens, who has money, and what to do next.

use crate::chain_spec::TOKEN_DECIMALS;
use codec::Decode;
use freehold_runtime::{constants::SS58_PREFIX, AccountId, Balance, Nonce};
use sc_client_api::StorageKey;
use sp_core::crypto::{Ss58AddressFormat, Ss58Codec};
use sp_io::hashing::{blake2_128, twox_128};
use sp_keyring::Sr25519Keyring;
use std::fmt;

const WIDTH: usize = 86;

const UNITS_PER_TOKEN: Balance = (10 as Balance).pow(TOKEN_DECIMALS);

/// The welcome; its `Display` is the printed form.
pub struct Banner {
	/// Name of the chain.
	pub chain: String,
	/// Hash of block 0, as hex.
	pub genesis: String,
	/// Address of the RPC server.
	pub rpc: String,
	/// The development accounts.
	pub accounts: Vec<Account>,
}

/// A development account.
pub struct Account {
	/// Secret URI that signs for it, such as `//Alice`.
	pub uri: String,
	/// SS58 address.
	pub address: String,
	/// Free balance in units.
	pub free: Balance,
}

/// The accounts whose keys everybody knows, each with its free balance in units as told by
/// `free_balance`.
pub fn development_accounts(free_balance: impl Fn(&AccountId) -> Balance) -> Vec<Account> {
	use Sr25519Keyring::{Alice, Bob, Charlie, Dave, Eve, Ferdie};

	[Alice, Bob, Charlie, Dave, Eve, Ferdie]
		.into_iter()
		.map(|key| {
			let account = key.to_account_id();
			Account {
				uri: key.to_seed(),
				address: account.to_ss58check_with_version(Ss58AddressFormat::custom(SS58_PREFIX)),
				free: free_balance(&account),
			}
		})
		.collect()
}

/// Where the state keeps the record of `account`: `System.Account`, a `Blake2_128Concat` map.
pub fn account_key(account: &AccountId) -> StorageKey {
	let id: &[u8] = account.as_ref();
	StorageKey([&twox_128(b"System")[..], &twox_128(b"Account"), &blake2_128(id), id].concat())
}

/// The free balance in units, from a record of `System.Account`; `None` if it isn't one.
pub fn free_balance(record: &[u8]) -> Option<Balance> {
	// Nonce, consumers, providers and sufficients come first; what follows isn't needed.
	type Head = (Nonce, u32, u32, u32, Balance);
	Head::decode(&mut &record[..]).ok().map(|(.., free)| free)
}

impl fmt::Display for Banner {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let rule = "─".repeat(WIDTH);
		writeln!(f, "\n{rule}")?;
		writeln!(f, "  {}", self.chain)?;
		writeln!(f, "{rule}")?;
		writeln!(f, "  Genesis  {}", self.genesis)?;
		writeln!(f, "  RPC      {}\n", self.rpc)?;
		for Account { uri, address, free } in &self.accounts {
			writeln!(f, "  {uri:<9}  {address:<50}  {:>21}", tokens(*free))?;
		}
		writeln!(f, "\n  These keys are public: anyone can spend from these accounts.")?;
		writeln!(f, "  Never use them, or send them anything, on a chain that matters.\n")?;
		let elsewhere = match self.rpc.as_str() {
			// Where the demo looks by itself, or where it can't.
			"ws://127.0.0.1:9944" | "off" => String::new(),
			url => format!("FREEHOLD_URL={url} "),
		};
		writeln!(f, "  Next:  {elsewhere}./scripts/demo")?;
		writeln!(f, "{rule}\n")
	}
}

/// An amount of units as FHD, with thousands separated and no idle zeros.
fn tokens(units: Balance) -> String {
	let digits = (units / UNITS_PER_TOKEN).to_string();
	let mut whole = String::new();
	for (index, digit) in digits.chars().enumerate() {
		if index > 0 && (digits.len() - index).is_multiple_of(3) {
			whole.push(',');
		}
		whole.push(digit);
	}
	let rest = units % UNITS_PER_TOKEN;
	let fraction = format!("{rest:0width$}", width = TOKEN_DECIMALS as usize);
	match fraction.trim_end_matches('0') {
		"" => format!("{whole} FHD"),
		fraction => format!("{whole}.{fraction} FHD"),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use codec::Encode;

	fn banner() -> Banner {
		Banner {
			chain: "Freehold Development".into(),
			genesis: format!("{:?}", freehold_runtime::Hash::repeat_byte(0xab)),
			rpc: "ws://127.0.0.1:9944".into(),
			accounts: development_accounts(|_| 1_000_000 * UNITS_PER_TOKEN),
		}
	}

	#[test]
	fn amounts_read_as_tokens() {
		assert_eq!(UNITS_PER_TOKEN, freehold_runtime::constants::UNIT);
		assert_eq!(tokens(0), "0 FHD");
		assert_eq!(tokens(1), "0.000000000001 FHD");
		assert_eq!(tokens(UNITS_PER_TOKEN), "1 FHD");
		assert_eq!(tokens(999 * UNITS_PER_TOKEN + UNITS_PER_TOKEN / 2), "999.5 FHD");
		assert_eq!(tokens(1_000_000 * UNITS_PER_TOKEN), "1,000,000 FHD");
		assert_eq!(tokens(12_345 * UNITS_PER_TOKEN), "12,345 FHD");
	}

	#[test]
	fn accounts_are_the_six_known_ones_in_our_address_format() {
		let accounts = development_accounts(|_| 7);

		let uris: Vec<_> = accounts.iter().map(|account| account.uri.as_str()).collect();
		assert_eq!(uris, ["//Alice", "//Bob", "//Charlie", "//Dave", "//Eve", "//Ferdie"]);
		for account in accounts {
			let (_, format) = AccountId::from_ss58check_with_version(&account.address).unwrap();
			assert_eq!(u16::from(format), SS58_PREFIX);
			assert_eq!(account.free, 7);
		}
	}

	#[test]
	fn balance_is_read_from_the_account_record() {
		let record = (1 as Nonce, 2u32, 3u32, 4u32, (5 as Balance, 6 as Balance, 7u128, 8u128));

		assert_eq!(free_balance(&record.encode()), Some(5));
		assert_eq!(free_balance(&[0; 3]), None);
	}

	#[test]
	fn account_key_is_the_map_prefix_and_the_hashed_account() {
		let account = Sr25519Keyring::Alice.to_account_id();
		let key = account_key(&account).0;

		// The known prefix of `System.Account` on every chain.
		let prefix = "26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9";
		let shown: String = key[..32].iter().map(|byte| format!("{byte:02x}")).collect();
		assert_eq!(shown, prefix);
		assert_eq!(key.len(), 32 + 16 + 32);
		assert!(key.ends_with(account.as_ref()));
	}

	#[test]
	fn lines_fit_a_terminal() {
		let shown = banner().to_string();

		assert!(shown.lines().all(|line| line.chars().count() <= 90), "{shown}");
	}

	#[test]
	fn the_next_step_finds_the_node_on_another_port() {
		let shown = Banner { rpc: "ws://127.0.0.1:9955".into(), ..banner() }.to_string();

		assert!(banner().to_string().contains("Next:  ./scripts/demo"));
		assert!(shown.contains("Next:  FREEHOLD_URL=ws://127.0.0.1:9955 ./scripts/demo"));
	}

	#[test]
	fn banner_tells_what_a_newcomer_needs() {
		let shown = banner().to_string();

		for needed in ["Freehold Development", "0xabab", "ws://127.0.0.1:9944", "//Ferdie"] {
			assert!(shown.contains(needed), "{needed} is missing in {shown}");
		}
		assert!(shown.contains("1,000,000 FHD"));
		assert!(shown.contains("keys are public"));
		assert!(shown.contains("./scripts/demo"));
	}
}
