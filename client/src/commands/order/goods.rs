// SPDX-License-Identifier: Apache-2.0
//! What can be known to be wrong with what a side would give.

use super::checks::Findings;
use crate::failure::Failure;
use freehold_client::Snapshot;
use freehold_primitives::{
	asset::{Asset, Holding, UniqueId, Version},
	ids::{AvatarId, KindId, WorldId},
};

/// Whether the avatar could give so many lots of these in a trade of the world.
///
/// What a kind's rules forbid is wrong; what the avatar does not have yet is only doubtful.
pub async fn examine(
	state: &Snapshot,
	avatar: AvatarId,
	world: WorldId,
	given: &[Asset],
	lots: u32,
) -> Result<Findings, Failure> {
	let mut findings = Findings::default();
	for asset in given {
		if let Some((id, version)) = asset.unique() {
			let holding = state.holding(id).await?;
			findings.doubtful.extend(unfit(id, version, holding, avatar));
		}
		let kind = match *asset {
			Asset::Units { kind, amount } => {
				let free = state.units(kind, avatar).await?.free;
				if amount.saturating_mul(lots.into()) > free {
					findings.doubtful.push(format!(
						"avatar {avatar} has {free} units of kind {kind} only that are not locked"
					));
				}
				Some(kind)
			},
			Asset::Item { id, .. } => state.item(id).await?.map(|item| item.kind_in(id.collection)),
			Asset::Coins(_) | Asset::Parcel { .. } | Asset::Estate { .. } => None,
		};
		if let Some(kind) = kind {
			findings.wrong.extend(forbidden(state, kind, world).await?);
		}
	}
	Ok(findings)
}

/// Why a unique asset can't be given as things stand.
fn unfit(
	id: UniqueId,
	version: Version,
	holding: Option<Holding>,
	avatar: AvatarId,
) -> Option<String> {
	let Some(holding) = holding else { return Some(format!("there is no {id}")) };
	if holding.owner != avatar {
		return Some(format!("{id} is avatar {}'s, not avatar {avatar}'s", holding.owner));
	}
	if holding.version != version {
		let now = holding.version;
		return Some(format!("{id} is of version {now} by now, not {version}"));
	}
	holding.lock.map(|lock| format!("{id} is {lock}"))
}

/// Why what is of a kind can't be traded in a world.
async fn forbidden(
	state: &Snapshot,
	kind: KindId,
	world: WorldId,
) -> Result<Option<String>, Failure> {
	let Some(details) = state.kind(kind).await? else {
		return Ok(Some(format!("there is no kind {kind}")));
	};
	if !details.rules.transferable {
		return Ok(Some(format!("what is of kind {kind} stays with its avatar")));
	}
	let elsewhere = details.rules.home.filter(|home| *home != world);
	Ok(elsewhere.map(|home| format!("what is of kind {kind} is traded in world {home} only")))
}

#[cfg(test)]
mod tests {
	use super::*;
	use freehold_primitives::{
		asset::Lock,
		ids::{EstateId, OrderId},
	};

	#[test]
	fn an_asset_is_given_by_its_owner_as_it_is() {
		let id = UniqueId::Estate(EstateId(7));
		let avatar = AvatarId(3);
		let holding = Holding { version: 2, ..Holding::new(avatar) };
		let locked = Holding { lock: Some(Lock::Order(OrderId(5))), ..holding };

		assert_eq!(unfit(id, 2, Some(holding), avatar), None);
		for (holding, version, avatar, told) in [
			(None, 2, avatar, "there is no estate 7"),
			(Some(holding), 2, AvatarId(4), "estate 7 is avatar 3's, not avatar 4's"),
			(Some(holding), 1, avatar, "estate 7 is of version 2 by now, not 1"),
			(Some(locked), 2, avatar, "estate 7 is given by order 5"),
		] {
			assert_eq!(unfit(id, version, holding, avatar), Some(told.into()));
		}
	}
}
