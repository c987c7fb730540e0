// SPDX-License-Identifier: Apache-2.0
use crate::{records::Recipe, Call};
use freehold_primitives::{
	fee::BasisPoints,
	ids::{AvatarId, CollectionId, DrawId, ItemId, RecipeId},
};

/// Says what can be made of what; an avatar gets the price.
pub fn create_recipe(collection: CollectionId, recipe: &Recipe, to: AvatarId) -> Call {
	Call::new("Items", "create_recipe", (collection, recipe, to))
}

/// Removes a recipe.
pub fn remove_recipe(recipe: RecipeId) -> Call {
	Call::new("Items", "remove_recipe", (recipe,))
}

/// Uses a recipe up for an avatar; `items` are the unique ones that it burns. No kind of which
/// something may be made has a higher royalty, or more attributes, than these.
pub fn craft(
	avatar: AvatarId,
	recipe: RecipeId,
	items: &[ItemId],
	max_royalty: BasisPoints,
	max_attributes: u8,
) -> Call {
	Call::new("Items", "craft", (avatar, recipe, items, max_royalty, max_attributes))
}

/// Makes what a draw comes to, once chance has told.
pub fn settle_draw(draw: DrawId) -> Call {
	Call::new("Items", "settle_draw", (draw,))
}
