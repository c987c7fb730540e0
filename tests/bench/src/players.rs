// SPDX-License-Identifier: Apache-2.0

//! The players: a key for each, the same in each run, and which of them trades next.

mod turns;

pub use turns::{Activity, Player, Turns};

use codec::Encode;
use ed25519_dalek::SigningKey;
use freehold_primitives::{chain::AccountId, ids::AvatarId};
use sp_io::hashing::blake2_256;

/// The avatar of a player. The first avatar is not a player's: it gets the world's fees.
pub fn avatar(player: Player) -> AvatarId {
	AvatarId(player + 1)
}

/// The player whose avatar it is; none if it is no player's.
pub fn player(avatar: AvatarId) -> Option<Player> {
	avatar.0.checked_sub(1)
}

/// The account that owns a player's avatar.
pub fn owner(player: Player) -> AccountId {
	AccountId::new(seed(b"owner", player))
}

/// What a player's device signs with.
pub fn key(player: Player) -> SigningKey {
	SigningKey::from_bytes(&seed(b"device", player))
}

fn seed(purpose: &[u8], player: Player) -> [u8; 32] {
	blake2_256(&(b"freehold bench", purpose, player).encode())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn avatars_are_those_of_their_players() {
		assert_eq!(player(avatar(7)), Some(7));
		assert_eq!(player(AvatarId(0)), None);
	}
}
