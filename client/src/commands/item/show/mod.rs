// SPDX-License-Identifier: Apache-2.0
//! What there is to know of items, kinds and collections.

mod collection;
mod item;
mod kind;

pub use collection::show as collection;
pub use kind::{rules, rules_json, show as kind};

use crate::{commands::Context, failure::Failure, parse};
use freehold_primitives::ids::CollectionId;

pub async fn run(context: &Context, what: &str) -> Result<(), Failure> {
	if let Ok(item) = parse::item(what) {
		item::show(context, item).await
	} else if let Ok(id) = parse::kind(what) {
		kind(context, id).await
	} else if let Ok(id) = what.parse() {
		collection(context, CollectionId(id)).await
	} else {
		Err(Failure::Input(format!(
			"`{what}` is not an item (3#17), a kind (3/0) or a collection (3)"
		)))
	}
}
