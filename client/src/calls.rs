// SPDX-License-Identifier: Apache-2.0
//! Every call that the client makes, as values.

use crate::{
	records::{Form, Issuer},
	Call, Client, Error,
};
use codec::{Compact, Encode};
use freehold_primitives::{
	asset::UniqueId,
	chain::{AccountId, Balance, BlockNumber},
	device::PublicKey,
	fee::Fee,
	ids::{AvatarId, CollectionId, ItemId, KindId, WorldId},
	land::{Area, Coordinates, ParcelId, Zone},
	order::Trade,
	purse::LaneIndex,
};
use sp_runtime::MultiAddress;

/// Sends coins from account to account; the sender's account stays alive.
pub fn transfer(to: &AccountId, amount: Balance) -> Call {
	let to = MultiAddress::<AccountId, ()>::Id(to.clone());
	Call::new("Balances", "transfer_keep_alive", (to, Compact(amount)))
}

/// Several calls as one, all or none.
///
/// # Errors
/// If the runtime lacks one of them.
pub fn batch_all(client: &Client, calls: &[Call]) -> Result<Call, Error> {
	Ok(Call::new("Utility", "batch_all", Raw(concatenate(client, calls)?)))
}

fn concatenate(client: &Client, calls: &[Call]) -> Result<Vec<u8>, Error> {
	let count = u32::try_from(calls.len()).unwrap_or(u32::MAX);
	let mut bytes = Compact(count).encode();
	for call in calls {
		bytes.extend(call.encode(client.metadata())?);
	}
	Ok(bytes)
}

/// Bytes that are encoded already.
struct Raw(Vec<u8>);

impl Encode for Raw {
	fn encode_to<T: codec::Output + ?Sized>(&self, out: &mut T) {
		out.write(&self.0);
	}
}

/// Registers a world, whose owner is the caller.
pub fn register_world(bounds: Area, fee: Option<Fee>) -> Call {
	Call::new("Worlds", "register", (bounds, fee))
}

/// Lets an account settle trades for a world.
pub fn add_settler(world: WorldId, settler: &AccountId, valid_until: BlockNumber) -> Call {
	Call::new("Worlds", "add_settler", (world, settler, valid_until))
}

/// Takes that right back.
pub fn remove_settler(world: WorldId, settler: &AccountId) -> Call {
	Call::new("Worlds", "remove_settler", (world, settler))
}

/// Creates an avatar that the caller owns.
pub fn create_avatar() -> Call {
	Call::new("Avatars", "create", ())
}

/// Lets a device sign orders for an avatar.
pub fn add_device(
	avatar: AvatarId,
	slot: LaneIndex,
	key: PublicKey,
	valid_until: BlockNumber,
	world: Option<WorldId>,
) -> Call {
	Call::new("Avatars", "add_device", (avatar, slot, key, valid_until, world))
}

/// Takes that right from the device in a slot.
pub fn revoke_device(avatar: AvatarId, slot: LaneIndex) -> Call {
	Call::new("Avatars", "revoke_device", (avatar, slot))
}

/// Takes it from all devices of an avatar.
pub fn revoke_all_devices(avatar: AvatarId) -> Call {
	Call::new("Avatars", "revoke_all_devices", (avatar,))
}

/// Moves coins from the caller's account to a purse.
pub fn deposit(avatar: AvatarId, amount: Balance) -> Call {
	Call::new("Avatars", "deposit", (avatar, amount))
}

/// Moves coins from a purse to the owner's account.
pub fn withdraw(avatar: AvatarId, amount: Balance) -> Call {
	Call::new("Avatars", "withdraw", (avatar, amount))
}

/// Makes parcels of a world's places; all or none.
pub fn issue_land(world: WorldId, to: AvatarId, parcels: &[(Coordinates, Zone)]) -> Call {
	Call::new("Land", "issue", (world, to, parcels))
}

/// Gives a parcel to another avatar.
pub fn transfer_parcel(parcel: ParcelId, to: AvatarId) -> Call {
	Call::new("Land", "transfer", (parcel, to))
}

/// Creates a collection.
pub fn create_collection(issuer: Issuer) -> Call {
	Call::new("Items", "create_collection", (issuer,))
}

/// Creates a kind of item in a collection.
pub fn create_kind(collection: CollectionId, form: Form, max_supply: Option<u64>) -> Call {
	Call::new("Items", "create_kind", (collection, form, max_supply))
}

/// Mints one item of a unique kind for each avatar named.
pub fn mint_items(kind: KindId, to: &[AvatarId]) -> Call {
	Call::new("Items", "mint_items", (kind, to))
}

/// Mints units of a stackable kind.
pub fn mint_units(kind: KindId, to: AvatarId, amount: u64) -> Call {
	Call::new("Items", "mint_units", (kind, to, amount))
}

/// Gives an item to another avatar.
pub fn transfer_item(item: ItemId, to: AvatarId) -> Call {
	Call::new("Items", "transfer_item", (item, to))
}

/// Gives units to another avatar.
pub fn transfer_units(kind: KindId, from: AvatarId, to: AvatarId, amount: u64) -> Call {
	Call::new("Items", "transfer_units", (kind, from, to, amount))
}

/// Offers an asset for a price; it stays where it is, locked.
pub fn list(world: WorldId, asset: UniqueId, price: Balance) -> Call {
	Call::new("Market", "list", (world, asset, price))
}

/// Takes the offer back.
pub fn cancel(asset: UniqueId) -> Call {
	Call::new("Market", "cancel", (asset,))
}

/// Buys what is listed, from the buyer's purse.
pub fn buy(asset: UniqueId, buyer: AvatarId, max_price: Balance) -> Call {
	Call::new("Market", "buy", (asset, buyer, max_price))
}

/// Settles a batch of signed trades; `seq` is one more than that of the world's last batch.
pub fn settle(world: WorldId, seq: u64, trades: &[Trade]) -> Call {
	Call::new("Market", "settle", (world, seq, trades))
}
