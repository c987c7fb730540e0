// SPDX-License-Identifier: Apache-2.0
//! The events that the client reads: mirrors of the pallets' own, as in [`crate::records`]. Fields
//! that it has no use for are left out at the end.

use codec::Decode;
use freehold_primitives::{
	chain::{AccountId, Hash},
	ids::{AvatarId, EstateId, WorldId},
};
use sp_runtime::DispatchError;

/// An event that the client can decode.
pub trait Event: Decode {
	/// The pallet that emits it.
	const PALLET: &'static str;
	/// Its name in that pallet.
	const NAME: &'static str;
}

macro_rules! event {
	($pallet:literal, $(#[$doc:meta])* $name:ident {
		$($(#[$field_doc:meta])* $field:ident: $type:ty,)*
	}) => {
		$(#[$doc])*
		#[derive(Clone, Debug, PartialEq, Eq, Decode)]
		pub struct $name {
			$($(#[$field_doc])* pub $field: $type,)*
		}

		impl Event for $name {
			const PALLET: &'static str = $pallet;
			const NAME: &'static str = stringify!($name);
		}
	};
}

mod items;
mod market;

pub use items::*;
pub use market::*;

event!("Recovery",
/// An heir acted for a recovered account.
RecoveredAccountControlled {
	/// The account.
	recovered: AccountId,
	/// Its heir.
	inheritor: AccountId,
	/// The hash of what was called.
	call_hash: Hash,
	/// What became of it.
	call_result: Result<(), DispatchError>,
});

event!("Worlds",
/// A world was registered.
WorldRegistered {
	/// The world.
	world: WorldId,
});

event!("Avatars",
/// There is a new avatar.
AvatarCreated {
	/// The avatar.
	avatar: AvatarId,
	/// The account that owns it.
	owner: AccountId,
});

event!("Land",
/// A world sells land.
SaleOpened {
	/// The world.
	world: WorldId,
	/// The sale's number.
	sale: u32,
});

event!("Land",
/// Parcels are held as one from now on.
EstateFounded {
	/// The estate.
	estate: EstateId,
});

event!("Land",
/// Parcels of an estate are another one from now on.
EstateSplit {
	/// The estate that they left.
	estate: EstateId,
	/// The estate that they are.
	part: EstateId,
});
