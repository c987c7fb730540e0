// SPDX-License-Identifier: Apache-2.0
//! Avatars by their handles.

use crate::failure::Failure;
use freehold_client::Snapshot;
use freehold_primitives::ids::AvatarId;
use std::collections::{BTreeMap, BTreeSet};

/// The handles of some avatars.
#[derive(Default)]
pub struct Names(BTreeMap<AvatarId, String>);

impl Names {
	pub async fn read(
		state: &Snapshot,
		avatars: impl IntoIterator<Item = AvatarId>,
	) -> Result<Self, Failure> {
		let avatars: BTreeSet<AvatarId> = avatars.into_iter().collect();
		let avatars: Vec<AvatarId> = avatars.into_iter().collect();
		let handles = state.handles(&avatars).await?;
		Ok(Self(handles.into_iter().collect()))
	}

	/// The avatar, with its handle if it has one.
	pub fn of(&self, avatar: AvatarId) -> String {
		match self.0.get(&avatar) {
			Some(handle) => format!("avatar {avatar} ({handle})"),
			None => format!("avatar {avatar}"),
		}
	}

	/// Its handle.
	pub fn handle(&self, avatar: AvatarId) -> Option<&str> {
		self.0.get(&avatar).map(String::as_str)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn an_avatar_goes_by_number_and_handle() {
		let names = Names([(AvatarId(3), "Ada".into())].into());

		assert_eq!(names.of(AvatarId(3)), "avatar 3 (Ada)");
		assert_eq!(names.of(AvatarId(4)), "avatar 4");
		assert_eq!((names.handle(AvatarId(3)), names.handle(AvatarId(4))), (Some("Ada"), None));
	}
}
