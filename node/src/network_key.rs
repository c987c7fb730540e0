// SPDX-License-Identifier: Apache-2.0

//! The network key, from which the peer id that other nodes know this one by is derived.

use sc_network::{
	config::{NodeKeyConfig, Secret},
	PeerId,
};
use std::{io, path::PathBuf};

/// Creates the key file that `key` names, with mode 0600, if there is none yet; an existing file
/// is left alone. Returns where the new key is and the peer id it gives.
pub fn create_if_missing(key: &NodeKeyConfig) -> io::Result<Option<(PathBuf, PeerId)>> {
	match key {
		NodeKeyConfig::Ed25519(Secret::File(path)) if !path.exists() => {
			let peer_id = key.clone().into_keypair()?.public().to_peer_id();
			Ok(Some((path.clone(), peer_id)))
		},
		_ => Ok(None),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn in_file(path: PathBuf) -> NodeKeyConfig {
		NodeKeyConfig::Ed25519(Secret::File(path))
	}

	#[test]
	fn first_start_creates_the_key_and_its_directory() {
		let directory = tempfile::tempdir().unwrap();
		let path = directory.path().join("network/secret_ed25519");
		let key = in_file(path.clone());

		let (created, peer_id) = create_if_missing(&key).unwrap().unwrap();

		assert_eq!(created, path);
		assert_eq!(peer_id, key.into_keypair().unwrap().public().to_peer_id());
	}

	#[cfg(unix)]
	#[test]
	fn only_the_owner_may_read_the_key() {
		use std::os::unix::fs::PermissionsExt;
		let directory = tempfile::tempdir().unwrap();
		let path = directory.path().join("secret_ed25519");

		create_if_missing(&in_file(path.clone())).unwrap();

		assert_eq!(std::fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
	}

	#[test]
	fn existing_key_is_never_overwritten() {
		let directory = tempfile::tempdir().unwrap();
		let path = directory.path().join("secret_ed25519");
		std::fs::write(&path, [7; 32]).unwrap();

		assert!(create_if_missing(&in_file(path.clone())).unwrap().is_none());
		assert_eq!(std::fs::read(path).unwrap(), [7; 32]);
	}

	#[test]
	fn key_given_by_value_needs_no_file() {
		assert!(create_if_missing(&NodeKeyConfig::Ed25519(Secret::New)).unwrap().is_none());
	}
}
