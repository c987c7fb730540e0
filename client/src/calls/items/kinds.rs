// SPDX-License-Identifier: Apache-2.0
use crate::{
	records::{Form, Rules, Share},
	Call,
};
use freehold_primitives::ids::{CollectionId, KindId};

/// Creates a kind of item in a collection.
pub fn create_kind(
	collection: CollectionId,
	form: Form,
	max_supply: Option<u64>,
	rules: Rules,
	royalty: &[Share],
) -> Call {
	Call::new("Items", "create_kind", (collection, form, max_supply, rules, royalty))
}

/// Allows more to be done with what is of a kind.
pub fn loosen_kind(kind: KindId, rules: Rules) -> Call {
	Call::new("Items", "loosen_kind", (kind, rules))
}

/// Lowers how many of a kind may ever be minted.
pub fn lower_cap(kind: KindId, max_supply: u64) -> Call {
	Call::new("Items", "lower_cap", (kind, max_supply))
}

/// Says who shares the royalty of a kind from now on; what accrued so far is paid out before.
pub fn set_royalty(kind: KindId, royalty: &[Share]) -> Call {
	Call::new("Items", "set_royalty", (kind, royalty))
}

/// Pays what accrued of a kind's royalty to those who share it.
pub fn collect_royalty(kind: KindId) -> Call {
	Call::new("Items", "collect_royalty", (kind,))
}

/// Removes a kind of which there is nothing.
pub fn remove_kind(kind: KindId) -> Call {
	Call::new("Items", "remove_kind", (kind,))
}
