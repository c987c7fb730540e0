// SPDX-License-Identifier: Apache-2.0
use crate::{records::WorldMetadata, Call};
use freehold_primitives::{
	chain::{AccountId, Balance, BlockNumber},
	fee::Fee,
	ids::WorldId,
	land::Area,
};

/// Registers a world, whose owner is the caller.
pub fn register_world(bounds: Area, fee: Option<Fee>) -> Call {
	Call::new("Worlds", "register", (bounds, fee))
}

/// Lets an account settle trades for a world, of at most `cap` coins in a block.
pub fn add_settler(
	world: WorldId,
	settler: &AccountId,
	valid_until: BlockNumber,
	cap: Option<Balance>,
) -> Call {
	Call::new("Worlds", "add_settler", (world, settler, valid_until, cap))
}

/// Takes that right back.
pub fn remove_settler(world: WorldId, settler: &AccountId) -> Call {
	Call::new("Worlds", "remove_settler", (world, settler))
}

/// Changes what a world keeps of payments: at once if it is no more than now, else after the
/// notice.
pub fn set_fee(world: WorldId, fee: Option<Fee>) -> Call {
	Call::new("Worlds", "set_fee", (world, fee))
}

/// Says what a world is called and where more about it is found; or takes that away.
pub fn set_world_metadata(world: WorldId, metadata: Option<&WorldMetadata>) -> Call {
	Call::new("Worlds", "set_metadata", (world, metadata))
}

/// Gives a world a larger grid, which has all of the present one in it.
pub fn extend_world(world: WorldId, bounds: Area) -> Call {
	Call::new("Worlds", "extend", (world, bounds))
}

/// Offers a world to an account; or takes the offer back.
pub fn offer_world(world: WorldId, to: Option<&AccountId>) -> Call {
	Call::new("Worlds", "offer_ownership", (world, to))
}

/// Takes over a world without settlers that was offered to the caller, with its deposits, if these
/// are no more than so many coins.
pub fn accept_world(world: WorldId, max_deposits: Balance) -> Call {
	Call::new("Worlds", "accept_ownership", (world, max_deposits))
}

/// Stops a world: nothing new comes into being in it.
pub fn suspend_world(world: WorldId) -> Call {
	Call::new("Worlds", "suspend", (world,))
}

/// Lets a suspended world go on.
pub fn resume_world(world: WorldId) -> Call {
	Call::new("Worlds", "resume", (world,))
}

/// Removes a world that nothing needs any more; its bond comes back.
pub fn close_world(world: WorldId) -> Call {
	Call::new("Worlds", "close", (world,))
}
