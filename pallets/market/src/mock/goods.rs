// SPDX-License-Identifier: Apache-2.0
//! What is traded: how it is made, named and changed by other pallets.

use super::*;
use freehold_primitives::{
	asset::{Asset, Assets, Class, Holding, Lock, Stack, UniqueId},
	chain::Balance,
	fee::{BasisPoints, Raise, MAX_ROYALTY},
	ids::{AvatarId, KindId, WorldId},
	settlement::Store,
	traits,
};

/// What the beneficiaries of the kind can collect.
pub(crate) fn accrued(kind: KindId) -> Balance {
	Accrued::get(kind)
}

pub(crate) fn holding(asset: UniqueId) -> Holding {
	Holdings::get(asset).expect("tests ask for assets that exist")
}

/// The units that the avatar may give away, and those it may not.
pub(crate) fn stack(kind: KindId, avatar: AvatarId) -> (u64, u64) {
	let Stack { free, locked } = Records.units(kind, avatar);
	(free, locked)
}

/// The asset in the state that it has now.
pub(crate) fn as_it_is(asset: UniqueId) -> Asset {
	asset.at_version(holding(asset).version)
}

/// So many arrows.
pub(crate) fn arrows(amount: u64) -> Asset {
	Asset::Units { kind: ARROWS, amount }
}

/// One side of a trade.
pub(crate) fn side(assets: &[Asset]) -> Assets {
	assets.to_vec().try_into().expect("tests trade at most eight assets")
}

/// The kind of an item: the first of its collection. Land has none.
fn kind_of(asset: UniqueId) -> Option<KindId> {
	match asset {
		UniqueId::Item(item) => Some(KindId { collection: item.collection, index: 0 }),
		UniqueId::Parcel(_) | UniqueId::Estate(_) => None,
	}
}

/// As if the asset had been made for the avatar. An item is made under the highest royalty, so that
/// of its kind is what counts.
pub(crate) fn mint(asset: UniqueId, to: AvatarId) {
	mint_at(asset, to, MAX_ROYALTY);
}

/// As if the item had been made for the avatar when its kind had this royalty.
pub(crate) fn mint_at(asset: UniqueId, to: AvatarId, royalty: BasisPoints) {
	assert!(!Holdings::contains_key(asset), "it is made once");
	Holdings::insert(asset, Holding::new(to));
	if let Some(kind) = kind_of(asset) {
		Classes::insert(asset, Class { kind, royalty });
	}
	retain(to);
}

/// As if the units had been made for the avatar.
pub(crate) fn mint_units(kind: KindId, to: AvatarId, amount: u64) {
	let stack = Records.units(kind, to);
	if stack.is_empty() {
		retain(to);
	}
	Records.set_units(kind, to, Stack { free: stack.free + amount, ..stack });
}

fn retain(avatar: AvatarId) {
	<Players as traits::Avatars<_>>::retain(avatar, 1).expect("tests have few records");
}

/// As if the item had been burned.
pub(crate) fn burn(asset: UniqueId) {
	let holding = holding(asset);
	assert_eq!(holding.lock, None, "what is locked is not burned");
	Holdings::remove(asset);
	Classes::remove(asset);
	<Players as traits::Avatars<_>>::release(holding.owner, 1);
}

/// As if the issuer had removed a kind of which there is nothing.
pub(crate) fn remove_kind(kind: KindId) {
	Kinds::remove(kind);
}

/// As if land had been let: its version moves, whoever locks it.
pub(crate) fn change(asset: UniqueId) {
	let holding = holding(asset);
	Holdings::insert(asset, Holding { version: holding.version + 1, ..holding });
}

/// As if the asset were locked elsewhere.
pub(crate) fn lock(asset: UniqueId, lock: Lock) {
	Holdings::insert(asset, Holding { lock: Some(lock), ..holding(asset) });
}

/// As if its owner had given the unlocked asset away.
pub(crate) fn give_away(asset: UniqueId, to: AvatarId) {
	let holding = holding(asset);
	assert_eq!(holding.lock, None, "what is locked is not given away");
	Holdings::insert(asset, holding.moved_to(to));
	<Players as traits::Avatars<_>>::release(holding.owner, 1);
	retain(to);
}

/// As if the issuer had set the royalty of the kind.
pub(crate) fn set_royalty(kind: KindId, rate: BasisPoints) {
	Kinds::insert(kind, (true, None::<WorldId>, rate));
}

/// As if the issuer had raised the royalty of the kind: items with a lower serial pay no more than
/// `before`.
pub(crate) fn raise_royalty(kind: KindId, before: BasisPoints, rate: BasisPoints, serial: u32) {
	set_royalty(kind, rate);
	Raises::insert(kind, Raise { serial, rate: before });
}

/// As if the kind had been made soulbound.
pub(crate) fn bind(kind: KindId) {
	Kinds::insert(kind, (false, None::<WorldId>, 0));
}

/// As if the kind had been made for trade in one world only.
pub(crate) fn set_home(kind: KindId, home: WorldId) {
	Kinds::insert(kind, (true, Some(home), 0));
}
