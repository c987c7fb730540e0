// SPDX-License-Identifier: Apache-2.0
use crate::{
	records::{Write, Writer},
	Call,
};
use freehold_primitives::ids::{ItemId, KindId, WorldId};

/// Lets the items of a kind have an attribute, which one party writes.
pub fn define_attribute(kind: KindId, name: &str, writer: Writer) -> Call {
	Call::new("Items", "define_attribute", (kind, name, writer))
}

/// Changes attributes of an item as its issuer or its holder: the number of each, and its value;
/// none removes it.
pub fn set_attributes(item: ItemId, changes: &[(u8, Option<Vec<u8>>)]) -> Call {
	Call::new("Items", "set_attributes", (item, changes))
}

/// Writes attributes as a server of a world; those that can't be written are left out.
pub fn write_attributes(world: WorldId, writes: &[Write]) -> Call {
	Call::new("Items", "write_attributes", (world, writes))
}
