// SPDX-License-Identifier: Apache-2.0
use crate::Call;
use freehold_primitives::{
	chain::Balance,
	ids::{AvatarId, WorldId},
	land::{Area, Coordinates, ParcelId, Site, Zone},
	pointer::Pointer,
};

/// Most parcels that one call names.
pub const MAX_PARCELS: usize = 1_024;

/// Most parcels that one call transfers.
pub const MAX_TRANSFERS: usize = 512;

/// Makes parcels of a world's places; all or none.
pub fn issue_land(world: WorldId, to: AvatarId, parcels: &[(Coordinates, Zone)]) -> Call {
	Call::new("Land", "issue", (world, to, parcels))
}

/// Makes a parcel of each place of an area, of which none was issued before.
pub fn issue_area(world: WorldId, to: AvatarId, area: Area, zone: Zone) -> Call {
	Call::new("Land", "issue_area", (world, to, area, zone))
}

/// Lets anyone claim the places of an area for a price, which `to` gets.
pub fn open_sale(world: WorldId, area: Area, zone: Zone, price: Balance, to: AvatarId) -> Call {
	Call::new("Land", "open_sale", (world, area, zone, price, to))
}

/// Ends such a sale.
pub fn close_sale(world: WorldId, sale: u32) -> Call {
	Call::new("Land", "close_sale", (world, sale))
}

/// Buys a place from a world, for at most `max_price` from the avatar's purse.
pub fn claim_land(
	world: WorldId,
	sale: u32,
	at: Coordinates,
	avatar: AvatarId,
	max_price: Balance,
) -> Call {
	Call::new("Land", "claim", (world, sale, at, avatar, max_price))
}

/// Gives a parcel to another avatar.
pub fn transfer_parcel(parcel: ParcelId, to: AvatarId) -> Call {
	Call::new("Land", "transfer", (parcel, to))
}

/// Gives parcels to avatars; all or none.
pub fn transfer_parcels(world: WorldId, transfers: &[(Coordinates, AvatarId)]) -> Call {
	Call::new("Land", "transfer_batch", (world, transfers))
}

/// Gives a parcel back to its world: its record is removed.
pub fn relinquish(parcel: ParcelId) -> Call {
	Call::new("Land", "relinquish", (parcel,))
}

/// Says where a site's content is found, or takes that away; `by` is the avatar that does so.
pub fn set_content(site: Site, by: AvatarId, content: Option<&Pointer>) -> Call {
	Call::new("Land", "set_content", (site, by, content))
}
