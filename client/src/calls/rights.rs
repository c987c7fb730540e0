// SPDX-License-Identifier: Apache-2.0
use crate::{
	records::{Access, Rights},
	Call,
};
use freehold_primitives::{chain::BlockNumber, ids::AvatarId, land::Site};

/// Opens a site for everyone, or for those only who were granted a right; `by` is the avatar that
/// does so.
pub fn set_access(site: Site, by: AvatarId, access: Access) -> Call {
	Call::new("Land", "set_access", (site, by, access))
}

/// Grants an avatar rights on a site until a block; `by` is the avatar that grants them.
pub fn grant(site: Site, by: AvatarId, to: AvatarId, rights: Rights, until: BlockNumber) -> Call {
	Call::new("Land", "grant", (site, by, to, rights, until))
}

/// Keeps an avatar off a site until a block; `by` is the avatar that bans it.
pub fn ban(site: Site, by: AvatarId, who: AvatarId, until: BlockNumber) -> Call {
	Call::new("Land", "ban", (site, by, who, until))
}

/// Removes the rights or the ban of an avatar; `by` is the avatar that does so, and needless for
/// who paid the deposit and where it counts no longer.
pub fn remove_standing(site: Site, who: AvatarId, by: Option<AvatarId>) -> Call {
	Call::new("Land", "remove_standing", (site, who, by))
}
