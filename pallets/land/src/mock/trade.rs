// SPDX-License-Identifier: Apache-2.0
//! How land is traded: by the settlement kernel, as the market does it.

use super::*;
use freehold_primitives::{
	asset::{Asset, Holding, Owned, Stack, UniqueId},
	chain::Balance,
	device::{DeviceKey, Signer},
	ids::{AvatarId, KindId},
	key::AvatarKey,
	land::Site,
	order::Fills,
	purse::{LaneIndex, Purse},
	settlement::{Deal, Ledger, Pledge, Refusal, Store, Terms},
};
use sp_runtime::DispatchResult;

/// The records in which the settlement kernel moves land.
struct Records;

impl Store for Records {
	fn signer(&self, _: AvatarId, _: LaneIndex) -> Option<Signer> {
		None
	}
	fn purse(&self, avatar: AvatarId) -> Option<Purse> {
		let (consumers, frozen) = (avatar_consumers(avatar), is_offered(avatar));
		let purse = Purse { consumers, frozen, ..Purse::default() };
		avatars().any(|it| it == avatar).then_some(purse)
	}
	fn asset(&self, asset: UniqueId) -> Option<Owned> {
		let holding = match asset {
			UniqueId::Parcel(parcel) => Land::holding(parcel),
			UniqueId::Estate(estate) => Land::estate_holding(estate),
			UniqueId::Item(_) => None,
		};
		holding.map(|holding| Owned { holding, class: None })
	}
	fn terms(&self, _: KindId) -> Option<Terms> {
		None
	}
	fn units(&self, _: KindId, _: AvatarId) -> Stack {
		Stack::default()
	}
	fn fills(&self, _: AvatarId, _: LaneIndex) -> Fills {
		Fills::default()
	}
	fn set_device(&mut self, _: AvatarId, _: LaneIndex, _: DeviceKey) {}
	fn set_purse(&mut self, avatar: AvatarId, purse: Purse) {
		AvatarConsumers::insert(AvatarKey::from(avatar), purse.consumers);
	}
	fn set_holding(&mut self, asset: UniqueId, holding: Holding) {
		match asset {
			UniqueId::Parcel(parcel) => Land::set_holding(parcel, holding),
			UniqueId::Estate(estate) => Land::set_estate_holding(estate, holding),
			UniqueId::Item(_) => {},
		}
	}
	fn set_units(&mut self, _: KindId, _: AvatarId, _: Stack) {}
	fn set_fills(&mut self, _: AvatarId, _: LaneIndex, _: Fills) {}
	fn accrue(&mut self, _: KindId, _: Balance) -> DispatchResult {
		Ok(())
	}
	fn set_aside(&mut self, _: Balance) -> DispatchResult {
		Ok(())
	}
}

/// The asset that a site is in the settlement kernel.
fn unique(site: Site) -> UniqueId {
	match site {
		Site::Parcel(parcel) => UniqueId::Parcel(parcel),
		Site::Estate(estate) => UniqueId::Estate(estate),
	}
}

/// Who owns a site, as the settlement kernel sees it.
fn holding(site: Site) -> Result<Holding, Refusal> {
	let owned = Records.asset(unique(site)).ok_or(Refusal::UnknownAsset)?;
	Ok(owned.holding)
}

/// What an order of now names, by which the site changes hands.
pub(crate) fn order(site: Site) -> Asset {
	let holding = holding(site).expect("orders of tests are for sites that exist");
	unique(site).at_version(holding.version)
}

/// What a listing of a site keeps ready.
fn pledge(owner: AvatarId, assets: &[Asset]) -> Pledge<'_> {
	Pledge { world: WORLD, owner, assets, lots: 1, lock: LISTED }
}

/// Lists a site, as the market does.
pub(crate) fn list(site: Site) -> Result<(), Refusal> {
	let owner = holding(site)?.owner;
	change(|ledger| ledger.lock(&pledge(owner, &[order(site)])))
}

/// Puts a site up for auction, as the market does.
pub(crate) fn auction(site: Site) -> Result<(), Refusal> {
	let owner = holding(site)?.owner;
	let lot = [order(site)];
	let lot = Pledge { lock: UP_FOR_AUCTION, ..pledge(owner, &lot) };
	change(|ledger| ledger.lock(&lot))
}

/// Sells a site to whoever buys it, as the market does if it is listed.
pub(crate) fn sell(site: Site, to: AvatarId) -> Result<(), Refusal> {
	let Holding { owner, lock, .. } = holding(site)?;
	let give = [order(site)];
	change(|ledger| {
		if lock == Some(LISTED) {
			ledger.unlock(&pledge(owner, &give))?;
		}
		exchange(ledger, owner, to, &give)
	})
}

/// Settles an order by which `from` gives the asset to `to`.
pub(crate) fn settle(from: AvatarId, to: AvatarId, asset: Asset) -> Result<(), Refusal> {
	change(|ledger| exchange(ledger, from, to, &[asset]))
}

fn exchange(
	ledger: &mut Ledger<'_, Records>,
	maker: AvatarId,
	taker: AvatarId,
	give: &[Asset],
) -> Result<(), Refusal> {
	let deal = Deal {
		world: WORLD,
		maker,
		taker,
		give,
		want: &[],
		lots: 1,
		fee: None,
		maker_limit: 0,
		taker_limit: 0,
		binding: false,
	};
	ledger.exchange(&deal).map(drop)
}

/// Does something in the settlement kernel, and writes what came of it.
fn change(
	deed: impl FnOnce(&mut Ledger<'_, Records>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
	let mut records = Records;
	let mut ledger = Ledger::new(&mut records);
	let outcome = ledger.atomically(deed);
	ledger.commit().expect("land has no creators whom a royalty would be kept for");
	outcome
}
