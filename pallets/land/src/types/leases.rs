// SPDX-License-Identifier: Apache-2.0
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use freehold_primitives::{
	chain::{Balance, BlockNumber},
	ids::{AvatarId, LeaseId},
};
use scale_info::TypeInfo;

/// What owner and tenant agree on.
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
pub struct LeaseTerms {
	/// Rent of one period.
	pub price: Balance,
	/// How many blocks a period has.
	pub period: BlockNumber,
	/// Fewest periods: a tenant who leaves before forfeits the deposit, an owner has to wait.
	pub least: u32,
	/// Most periods, with every extension.
	pub most: u32,
	/// How many blocks before the end either side has to say that it ends the lease.
	pub notice: BlockNumber,
	/// What the tenant sets aside besides the rent.
	pub deposit: Balance,
	/// Whether the tenant may pass the lease on.
	pub sublet: bool,
	/// The only avatar that may accept; any if none.
	pub tenant: Option<AvatarId>,
}

/// An owner's offer to let a site.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct LeaseOffer<AccountId> {
	/// What is offered.
	pub terms: LeaseTerms,
	/// Under which title: the offer is void once the site has another owner or was let.
	pub tenure: u32,
	/// Who made it, and whose deposit is held for the record: the offer is void once the owning
	/// avatar is another account's.
	pub payer: AccountId,
}

/// A site that is let. It counts for nothing from its end on, whether or not anyone settles it.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Lease<AccountId> {
	/// The possession, which is another once the lease is passed on.
	pub id: LeaseId,
	/// Who has the site.
	pub tenant: AvatarId,
	/// What was agreed.
	pub terms: LeaseTerms,
	/// First block.
	pub start: BlockNumber,
	/// The block after the last.
	pub end: BlockNumber,
	/// Rent that was set aside: exactly what is due from start to end.
	pub paid: Balance,
	/// How much of it the site's owners have got.
	pub collected: Balance,
	/// What is set aside besides and goes back to the tenant; zero once forfeited.
	pub deposit: Balance,
	/// Whether a side has said that it ends the lease: it can't be extended any more.
	pub ending: bool,
	/// Whose deposit is held for the record.
	pub payer: AccountId,
}
