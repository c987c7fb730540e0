// SPDX-License-Identifier: Apache-2.0
//! Named keys in files that only their owner can read.

use crate::failure::Failure;
use freehold_client::{address, order::DeviceSigner, AccountKey};
use freehold_primitives::chain::AccountId;
use serde::{Deserialize, Serialize};
use sp_core::{ed25519, sr25519, Pair};
use std::{
	env,
	fs::{self, DirBuilder, File, OpenOptions},
	io::{ErrorKind, Read, Write},
	os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt},
	path::{Path, PathBuf},
};

/// What a key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Scheme {
	/// An account's: it signs transactions, and orders of the avatars that it owns.
	Sr25519,
	/// A device's: it signs orders.
	Ed25519,
}

/// A key file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredKey {
	pub scheme: Scheme,
	/// Public key in hex.
	pub public: String,
	/// A phrase, a `//Uri`, or a seed in hex.
	pub secret: String,
}

impl StoredKey {
	/// A new key: accounts get a phrase that can be written down.
	pub fn generate(scheme: Scheme) -> Result<Self, Failure> {
		let secret = match scheme {
			Scheme::Sr25519 => sr25519::Pair::generate_with_phrase(None).1,
			Scheme::Ed25519 => format!("0x{}", hex::encode(ed25519::Pair::generate().1)),
		};
		Self::from_secret(scheme, secret)
	}

	/// The key of a secret.
	pub fn from_secret(scheme: Scheme, secret: String) -> Result<Self, Failure> {
		// The parser takes nothing for the phrase of the development keys, which everyone knows.
		if secret.is_empty() {
			return Err(not_a_secret());
		}
		let public = match scheme {
			Scheme::Sr25519 => account_pair(&secret)?.public().0,
			Scheme::Ed25519 => device_pair(&secret)?.public().0,
		};
		Ok(Self { scheme, public: format!("0x{}", hex::encode(public)), secret })
	}

	/// The address of an account's key; none of a device's.
	pub fn address(&self) -> Option<String> {
		let account = address::decode(&self.public).ok()?;
		(self.scheme == Scheme::Sr25519).then(|| address::encode(&account))
	}
}

fn account_pair(secret: &str) -> Result<sr25519::Pair, Failure> {
	sr25519::Pair::from_string(secret, None).map_err(|_| not_a_secret())
}

fn device_pair(secret: &str) -> Result<ed25519::Pair, Failure> {
	ed25519::Pair::from_string(secret, None).map_err(|_| not_a_secret())
}

/// Without the parser's own words, which repeat the secret.
fn not_a_secret() -> Failure {
	Failure::Input("that is no secret: give a phrase, a //Uri or a seed in hex".into())
}

/// The directory of named keys.
pub struct Keyring {
	directory: PathBuf,
}

impl Keyring {
	/// `$FREEHOLD_KEYS`, or `freehold/keys` in the user's configuration directory.
	pub fn open() -> Result<Self, Failure> {
		let path = |name: &str| env::var_os(name).filter(|it| !it.is_empty()).map(PathBuf::from);
		let directory = path("FREEHOLD_KEYS").or_else(|| {
			let config = path("XDG_CONFIG_HOME").or_else(|| Some(path("HOME")?.join(".config")))?;
			Some(config.join("freehold").join("keys"))
		});
		match directory {
			Some(directory) => Ok(Self { directory }),
			None => Err(Failure::Input(
				"there is no place for keys: set FREEHOLD_KEYS to a directory".into(),
			)),
		}
	}

	/// Stores a key under a name that is not taken.
	pub fn store(&self, name: &str, key: &StoredKey) -> Result<PathBuf, Failure> {
		let path = self.path(name)?;
		DirBuilder::new()
			.recursive(true)
			.mode(0o700)
			.create(&self.directory)
			.map_err(|reason| unusable(&self.directory, &reason))?;
		let text = serde_json::to_string_pretty(key)
			.map_err(|reason| Failure::Check(format!("the key can't be written: {reason}")))?;
		let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path);
		let written = file.and_then(|mut file| {
			writeln!(file, "{text}")?;
			file.sync_all()
		});
		match written {
			Ok(()) => Ok(path),
			Err(reason) if reason.kind() == ErrorKind::AlreadyExists => Err(Failure::Input(
				format!("there is a key named `{name}` already; keys are never overwritten"),
			)),
			Err(reason) => Err(unusable(&path, &reason)),
		}
	}

	/// The key of this name, or in the file of this path.
	pub fn load(&self, name: &str) -> Result<StoredKey, Failure> {
		let path = self.locate(name)?;
		let read = File::open(&path).and_then(|mut file| {
			let mode = file.metadata()?.permissions().mode();
			let mut text = String::new();
			file.read_to_string(&mut text)?;
			Ok((mode, text))
		});
		let text = match read {
			Ok((mode, text)) if mode & 0o077 == 0 => text,
			Ok(_) => {
				let shown = path.display();
				return Err(Failure::Input(format!(
					"others than its owner can use {shown}, which holds a secret: chmod 600 {shown}"
				)));
			},
			Err(reason) if reason.kind() == ErrorKind::NotFound => {
				return Err(Failure::Input(format!(
					"there is no key `{name}` at {}: make it with `freehold keys generate`, or \
					 see `freehold keys list`",
					path.display()
				)))
			},
			Err(reason) => return Err(unusable(&path, &reason)),
		};
		serde_json::from_str(&text)
			.map_err(|_| Failure::Input(format!("{} is not a key file", path.display())))
	}

	/// All named keys, by name.
	pub fn list(&self) -> Result<Vec<(String, StoredKey)>, Failure> {
		let entries = match fs::read_dir(&self.directory) {
			Ok(entries) => entries,
			Err(reason) if reason.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
			Err(reason) => return Err(unusable(&self.directory, &reason)),
		};
		let paths = entries.flatten().map(|entry| entry.path());
		let mut names: Vec<String> = paths
			.filter(|path| path.extension().is_some_and(|it| it == "json"))
			.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
			.collect();
		names.sort();
		names.into_iter().map(|name| Ok((name.clone(), self.load(&name)?))).collect()
	}

	/// The account key that `who` names: a `//Uri`, a key's name, or a path.
	pub fn account_key(&self, who: &str) -> Result<AccountKey, Failure> {
		let secret = self.secret(who, Scheme::Sr25519)?;
		Ok(account_pair(&secret)?.into())
	}

	/// The device key that `who` names, in the same ways.
	pub fn device(&self, who: &str) -> Result<DeviceSigner, Failure> {
		let secret = self.secret(who, Scheme::Ed25519)?;
		Ok(DeviceSigner::from_seed(device_pair(&secret)?.seed()))
	}

	/// Of which scheme the key is that `who` names; none of a `//Uri`, which fits both.
	pub fn scheme(&self, who: &str) -> Result<Option<Scheme>, Failure> {
		if who.starts_with("//") {
			return Ok(None);
		}
		Ok(Some(self.load(who)?.scheme))
	}

	/// The account that `who` names: an address, a public key in hex, or a key as above.
	pub fn account(&self, who: &str) -> Result<AccountId, Failure> {
		if who.starts_with("0x") {
			return address::decode(who).map_err(Failure::Input);
		}
		match address::decode(who) {
			Ok(account) => Ok(account),
			Err(reason) => match self.account_key(who) {
				Ok(key) => Ok(key.account()),
				Err(failure) if self.locate(who).is_ok_and(|path| path.exists()) => Err(failure),
				Err(_) => Err(Failure::Input(format!("{reason}, nor is there a key of that name"))),
			},
		}
	}

	fn secret(&self, who: &str, scheme: Scheme) -> Result<String, Failure> {
		if who.starts_with("//") {
			return Ok(who.into());
		}
		let key = self.load(who)?;
		if key.scheme != scheme {
			return Err(Failure::Input(match scheme {
				Scheme::Sr25519 => format!("`{who}` is a device's key; an account's is needed"),
				Scheme::Ed25519 => format!("`{who}` is an account's key; a device's is needed"),
			}));
		}
		Ok(key.secret)
	}

	/// Where the key is that a name or a path stands for.
	fn locate(&self, name: &str) -> Result<PathBuf, Failure> {
		if name.contains('/') {
			return Ok(PathBuf::from(name));
		}
		self.path(name)
	}

	fn path(&self, name: &str) -> Result<PathBuf, Failure> {
		let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
		if name.is_empty() || !name.bytes().all(fits) {
			return Err(Failure::Input(format!(
				"`{name}` can't name a key: use letters, digits, - and _"
			)));
		}
		Ok(self.directory.join(name).with_extension("json"))
	}
}

fn unusable(path: &Path, reason: &std::io::Error) -> Failure {
	Failure::Input(format!("{} can't be used: {reason}", path.display()))
}

#[cfg(test)]
mod tests {
	use super::*;

	/// A keyring in a directory of its own, which is gone with it.
	struct Temporary(Keyring);

	impl Temporary {
		fn new(test: &str) -> Self {
			let name = format!("freehold-keys-{test}-{}", std::process::id());
			Self(Keyring { directory: env::temp_dir().join(name) })
		}
	}

	impl Drop for Temporary {
		fn drop(&mut self) {
			let _ = fs::remove_dir_all(&self.0.directory);
		}
	}

	fn key(scheme: Scheme) -> StoredKey {
		StoredKey::generate(scheme).expect("its secret is its own")
	}

	fn refusal<T>(result: Result<T, Failure>) -> String {
		result.err().expect("it is refused").to_string()
	}

	#[test]
	fn a_stored_key_comes_back() {
		let Temporary(keyring) = &Temporary::new("back");
		let (account, device) = (key(Scheme::Sr25519), key(Scheme::Ed25519));

		keyring.store("account", &account).expect("the name is free");
		keyring.store("device", &device).expect("the name is free");

		let listed = keyring.list().expect("it can be read");
		let names: Vec<&str> = listed.iter().map(|(name, _)| name.as_str()).collect();
		assert_eq!(names, ["account", "device"]);
		assert!(keyring.load("account").expect("it is there") == account);
		let id = keyring.account("account").expect("it names an account");
		assert_eq!(Some(address::encode(&id)), account.address());
		assert_eq!(device.address(), None);
	}

	#[test]
	fn only_the_owner_can_read_a_key() {
		let Temporary(keyring) = &Temporary::new("mode");
		let path = keyring.store("mine", &key(Scheme::Ed25519)).expect("the name is free");

		let mode = fs::metadata(path).expect("it is there").permissions().mode();
		assert_eq!(mode & 0o777, 0o600);
	}

	#[test]
	fn a_key_that_others_can_read_is_refused() {
		let Temporary(keyring) = &Temporary::new("others");
		let path = keyring.store("mine", &key(Scheme::Sr25519)).expect("the name is free");

		for mode in [0o640, 0o604, 0o620] {
			fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("it is ours");
			let told = refusal(keyring.load("mine"));
			assert!(told.ends_with(&format!("chmod 600 {}", path.display())), "{told}");
		}
		fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).expect("it is ours");
		assert!(keyring.load("mine").is_ok());
	}

	#[test]
	fn a_key_is_never_overwritten() {
		let Temporary(keyring) = &Temporary::new("twice");
		let first = key(Scheme::Sr25519);
		keyring.store("mine", &first).expect("the name is free");

		assert_eq!(
			refusal(keyring.store("mine", &key(Scheme::Sr25519))),
			"there is a key named `mine` already; keys are never overwritten"
		);
		assert!(keyring.load("mine").expect("it is there") == first);
	}

	#[test]
	fn names_stay_in_the_directory() {
		let Temporary(keyring) = &Temporary::new("names");

		assert_eq!(
			refusal(keyring.store("../mine", &key(Scheme::Sr25519))),
			"`../mine` can't name a key: use letters, digits, - and _"
		);
	}

	#[test]
	fn a_key_of_the_wrong_scheme_is_refused() {
		let Temporary(keyring) = &Temporary::new("scheme");
		keyring.store("game", &key(Scheme::Ed25519)).expect("the name is free");

		assert_eq!(
			refusal(keyring.account_key("game")),
			"`game` is a device's key; an account's is needed"
		);
		assert_eq!(
			refusal(keyring.account("game")),
			"`game` is a device's key; an account's is needed"
		);
	}

	#[test]
	fn what_is_neither_an_address_nor_a_key_is_refused() {
		let Temporary(keyring) = &Temporary::new("neither");

		let told = refusal(keyring.account("nobody"));

		assert!(told.starts_with("`nobody` is not an address"), "{told}");
		assert!(told.ends_with(", nor is there a key of that name"), "{told}");
	}

	#[test]
	fn no_secret_is_no_key() {
		for scheme in [Scheme::Sr25519, Scheme::Ed25519] {
			assert!(StoredKey::from_secret(scheme, String::new()).is_err());
		}
	}

	#[test]
	fn a_bad_secret_is_not_repeated() {
		let told = refusal(StoredKey::from_secret(Scheme::Sr25519, "my dog's name".into()));

		assert!(!told.contains("dog"), "{told}");
	}
}
