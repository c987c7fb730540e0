// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use freehold_primitives::{chain::BlockNumber, ids::LeaseId};
use scale_info::TypeInfo;

/// Who may enter a site.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Access {
	/// Everyone who is not banned.
	#[codec(index = 0)]
	#[default]
	Open,
	/// Only who was granted a right.
	#[codec(index = 1)]
	Invited,
}

impl Access {
	/// Who may enter what becomes one: no more than could enter both.
	#[must_use]
	pub const fn joined_with(self, other: Self) -> Self {
		match (self, other) {
			(Self::Open, Self::Open) => Self::Open,
			_ => Self::Invited,
		}
	}
}

/// Something that an avatar may or may not do at a site.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Right {
	/// To be there.
	#[codec(index = 0)]
	Enter,
	/// To put things up.
	#[codec(index = 1)]
	Build,
	/// To change what stands there: to set its content.
	#[codec(index = 2)]
	Edit,
	/// To act for the occupier: grant rights other than this one, ban, and take both back.
	#[codec(index = 3)]
	Manage,
}

impl Right {
	/// Every right, in the order of its encoding.
	pub const ALL: [Self; 4] = [Self::Enter, Self::Build, Self::Edit, Self::Manage];
}

/// A set of rights, one bit for each.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Rights(u8);

impl Rights {
	/// To be there.
	pub const ENTER: Self = Self(1);
	/// To put things up.
	pub const BUILD: Self = Self(2);
	/// To change what stands there.
	pub const EDIT: Self = Self(4);
	/// To act for the occupier.
	pub const MANAGE: Self = Self(8);
	/// All of them.
	pub const ALL: Self = Self(15);

	/// The rights in both sets together.
	#[must_use]
	pub const fn union(self, other: Self) -> Self {
		Self(self.0 | other.0)
	}

	/// Whether the right is one of these.
	pub fn contains(self, right: Right) -> bool {
		self.0 & Self::from(right).0 != 0
	}

	/// Whether it is none.
	pub const fn is_empty(self) -> bool {
		self.0 == 0
	}

	/// Whether every bit names a right. A decoded set may have others.
	pub const fn is_valid(self) -> bool {
		self.0 & !Self::ALL.0 == 0
	}
}

impl From<Right> for Rights {
	fn from(right: Right) -> Self {
		match right {
			Right::Enter => Self::ENTER,
			Right::Build => Self::BUILD,
			Right::Edit => Self::EDIT,
			Right::Manage => Self::MANAGE,
		}
	}
}

/// Under which possession of a site a standing was given. It is void under any other, for good: a
/// sale of the site or of its owner's avatar, or the beginning or the end of a lease, needs no
/// sweep of what was granted before.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Tenure {
	/// That of an owner.
	#[codec(index = 0)]
	Title {
		/// The site's: another number once it has changed hands or was let.
		site: u32,
		/// The owning avatar's: another number once that has changed owners.
		owner: u32,
	},
	/// That of a tenant.
	#[codec(index = 1)]
	Lease(LeaseId),
}

/// What an avatar was told that it may do at a site, and until when.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Permission {
	/// It may do this, and enter.
	#[codec(index = 0)]
	Granted {
		/// What it may do.
		rights: Rights,
		/// Last block in which it may.
		until: BlockNumber,
	},
	/// It may do nothing, not even enter.
	#[codec(index = 1)]
	Banned {
		/// Last block in which it may not.
		until: BlockNumber,
	},
}

impl Permission {
	/// Last block in which it counts.
	pub const fn until(&self) -> BlockNumber {
		match self {
			Self::Granted { until, .. } | Self::Banned { until } => *until,
		}
	}
}

/// How an avatar stands at a site.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Standing<AccountId> {
	/// What it may do.
	pub permission: Permission,
	/// Under which possession it was told so.
	pub tenure: Tenure,
	/// Whose deposit is held for the record.
	pub payer: AccountId,
}
