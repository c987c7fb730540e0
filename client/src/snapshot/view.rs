// SPDX-License-Identifier: Apache-2.0
//! What the runtime itself is asked, where the answer is more than a record.

use super::Snapshot;
use crate::{
	records::{FriendGroup, RecoveryAttempt, Right},
	transaction::{decode, explain},
	DispatchFailure, Error,
};
use codec::{Decode, Encode};
use freehold_primitives::{
	asset::Asset,
	chain::{AccountId, Balance},
	ids::{AvatarId, OrderId},
	land::{ParcelId, Site},
	order::Order,
	settlement::{Receipt, Refusal},
};
use sp_runtime::DispatchError;

/// What would become of the coins of a deal, or why it would be refused.
pub type Preview = Result<Receipt, DispatchFailure>;

/// Why the runtime did not answer: the standard error of FRAME.
#[derive(Debug, Decode)]
enum Unanswered {
	NotImplemented,
	NotFound(#[allow(dead_code, reason = "shown with the rest")] [u8; 32]),
	Codec,
}

#[allow(clippy::missing_errors_doc, reason = "the errors of all are told at the type")]
impl Snapshot {
	/// Whether an avatar may do something on a parcel now.
	pub async fn may(
		&self,
		avatar: AvatarId,
		right: Right,
		parcel: ParcelId,
	) -> Result<bool, Error> {
		self.ask("Land", "may", (avatar, right, parcel).encode()).await
	}

	/// Which avatar has a handle, or one that can be mistaken for it.
	pub async fn avatar_by_handle(&self, handle: &str) -> Result<Option<AvatarId>, Error> {
		self.ask("Avatars", "avatar_by_handle", handle.encode()).await
	}

	/// The rent that the owner of a site would get now.
	pub async fn rent_due(&self, site: Site) -> Result<Balance, Error> {
		self.ask("Land", "rent_due", site.encode()).await
	}

	/// Who has the use of a site: its tenant, or else its owner.
	pub async fn occupier(&self, site: Site) -> Result<Option<AvatarId>, Error> {
		self.ask("Land", "occupier", site.encode()).await
	}

	/// Who may recover an account.
	pub async fn friend_groups(&self, lost: &AccountId) -> Result<Vec<FriendGroup>, Error> {
		self.ask("Recovery", "friend_groups", lost.encode()).await
	}

	/// The recoveries of an account that are under way.
	pub async fn recovery_attempts(&self, lost: &AccountId) -> Result<Vec<RecoveryAttempt>, Error> {
		let attempts: Vec<(FriendGroup, RecoveryAttempt)> =
			self.ask("Recovery", "attempts", lost.encode()).await?;
		Ok(attempts.into_iter().map(|(_, attempt)| attempt).collect())
	}

	/// Who acts for a recovered account.
	pub async fn heir(&self, lost: &AccountId) -> Result<Option<AccountId>, Error> {
		self.ask("Recovery", "inheritor", lost.encode()).await
	}

	/// What a lot of a listing costs now, in 10^-12 FHD; none if there is no such listing.
	pub async fn price(&self, order: OrderId) -> Result<Option<Balance>, Error> {
		self.ask("Market", "price", order.encode()).await
	}

	/// What would become of the coins if an avatar bought lots of a listing now.
	pub async fn preview_buy(
		&self,
		order: OrderId,
		buyer: AvatarId,
		lots: u32,
	) -> Result<Preview, Error> {
		self.preview("preview_buy", (order, buyer, lots).encode()).await
	}

	/// What would become of the coins if an avatar gave an asset for an offer now.
	pub async fn preview_accept_offer(
		&self,
		order: OrderId,
		seller: AvatarId,
		asset: Asset,
	) -> Result<Preview, Error> {
		self.preview("preview_accept_offer", (order, seller, asset).encode()).await
	}

	/// What would become of the coins if a barter was accepted now.
	pub async fn preview_accept_barter(&self, order: OrderId) -> Result<Preview, Error> {
		self.preview("preview_accept_barter", order.encode()).await
	}

	/// What would become of the coins if the avatar's owner accepted so many lots of a signed order
	/// and its world settled it now, whatever its signature. No limit of the taker is asked for.
	pub async fn preview_trade(
		&self,
		order: &Order,
		taker: AvatarId,
		lots: u32,
	) -> Result<Result<Receipt, Refusal>, Error> {
		self.ask("Market", "preview_trade", (order, taker, lots).encode()).await
	}

	async fn preview(&self, function: &'static str, arguments: Vec<u8>) -> Result<Preview, Error> {
		let answer: Result<Receipt, DispatchError> =
			self.ask("Market", function, arguments).await?;
		Ok(answer.map_err(|error| explain(error, &self.metadata)))
	}

	/// The answer of a view function to its arguments in SCALE.
	async fn ask<T: Decode>(
		&self,
		pallet: &'static str,
		function: &'static str,
		arguments: Vec<u8>,
	) -> Result<T, Error> {
		let found = self
			.metadata
			.pallet_by_name(pallet)
			.and_then(|pallet| pallet.view_function_by_name(function));
		let id = *found.ok_or(Error::NoSuchView { pallet, function })?.query_id();
		let input = (id, arguments).encode();
		let answer = self.methods.state_call(EXECUTE, Some(&input), Some(self.hash)).await?;
		let what = format!("the answer of {pallet}.{function}");
		let answer: Result<Vec<u8>, Unanswered> = decode(&what, &answer)?;
		match answer {
			Ok(bytes) => decode(&what, &bytes),
			Err(reason) => Err(Error::undecodable(what, format!("{reason:?}"))),
		}
	}
}

/// The runtime's function that executes the others.
const EXECUTE: &str = "RuntimeViewFunction_execute_view_function";
