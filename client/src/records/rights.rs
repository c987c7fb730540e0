// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, Encode};
use freehold_primitives::{
	chain::{AccountId, BlockNumber},
	ids::LeaseId,
};
use std::fmt;

/// Who may enter a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Access {
	/// Everyone who is not banned.
	Open,
	/// Only who was granted a right.
	Invited,
}

/// What an avatar may do on a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Right {
	/// Be there.
	Enter,
	/// Put things there.
	Build,
	/// Change its content.
	Edit,
	/// Let others in, and keep them out.
	Manage,
}

impl Right {
	/// All of them, from the least on.
	pub const ALL: [Self; 4] = [Self::Enter, Self::Build, Self::Edit, Self::Manage];

	/// Its name, in lower case.
	pub fn name(self) -> &'static str {
		match self {
			Self::Enter => "enter",
			Self::Build => "build",
			Self::Edit => "edit",
			Self::Manage => "manage",
		}
	}

	fn bit(self) -> u8 {
		match self {
			Self::Enter => 1,
			Self::Build => 2,
			Self::Edit => 4,
			Self::Manage => 8,
		}
	}
}

/// Several rights: a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Rights(pub u8);

impl Rights {
	/// Whether this right is named. Any right lets enter, too, which is not told here.
	pub fn contains(self, right: Right) -> bool {
		self.0 & right.bit() != 0
	}
}

impl FromIterator<Right> for Rights {
	fn from_iter<I: IntoIterator<Item = Right>>(rights: I) -> Self {
		Self(rights.into_iter().fold(0, |bits, right| bits | right.bit()))
	}
}

impl fmt::Display for Rights {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let named = Right::ALL.into_iter().filter(|right| self.contains(*right));
		let names: Vec<&str> = named.map(Right::name).collect();
		f.pad(&if names.is_empty() { "nothing".into() } else { names.join(", ") })
	}
}

/// Under which possession of a site a standing was given; it is void under any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Tenure {
	/// That of its owner.
	Title {
		/// How often the site had changed hands or was let.
		site: u32,
		/// How often the owning avatar had changed owners.
		owner: u32,
	},
	/// That of a tenant.
	Lease(LeaseId),
}

/// What was said of an avatar on a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Permission {
	/// It has rights.
	Granted {
		/// Which.
		rights: Rights,
		/// Last block in which they count.
		until: BlockNumber,
	},
	/// It is kept off.
	Banned {
		/// Last block in which that counts.
		until: BlockNumber,
	},
}

/// What was said of an avatar on a site, and by whose right.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Standing {
	/// What was said.
	pub permission: Permission,
	/// Under which possession.
	pub tenure: Tenure,
	/// Of whom the deposit is held.
	pub payer: AccountId,
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn rights_are_named_from_the_least_on() {
		let rights: Rights = [Right::Manage, Right::Build].into_iter().collect();

		assert_eq!(rights, Rights(10));
		assert!(rights.contains(Right::Build) && !rights.contains(Right::Edit));
		assert_eq!(rights.to_string(), "build, manage");
		assert_eq!(Rights::default().to_string(), "nothing");
	}
}
