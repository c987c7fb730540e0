// SPDX-License-Identifier: Apache-2.0
use crate::{
	records::{DrawDetails, RecipeDetails, RoundDetails},
	snapshot::{exact, keyed, Snapshot},
	storage::{identity, prefix},
	Error,
};
use freehold_primitives::{
	ids::{DrawId, RecipeId},
	key::KeyBytes,
};

#[allow(clippy::missing_errors_doc, reason = "the errors of all are told at the type")]
impl Snapshot {
	/// A recipe.
	pub async fn recipe(&self, recipe: RecipeId) -> Result<Option<RecipeDetails>, Error> {
		self.value("a recipe", &identity("Items", "Recipes", &recipe.to_key())).await
	}

	/// Every recipe.
	pub async fn recipes(&self) -> Result<Vec<(RecipeId, RecipeDetails)>, Error> {
		let entries = self.entries("a recipe", &prefix("Items", "Recipes")).await?;
		keyed(entries, |key| Ok(RecipeId::from_key(exact(key)?)))
	}

	/// A draw that is not settled.
	pub async fn draw(&self, draw: DrawId) -> Result<Option<DrawDetails>, Error> {
		self.value("a draw", &identity("Items", "Draws", &draw.to_key())).await
	}

	/// Every draw that is not settled.
	pub async fn draws(&self) -> Result<Vec<(DrawId, DrawDetails)>, Error> {
		let entries = self.entries("a draw", &prefix("Items", "Draws")).await?;
		keyed(entries, |key| Ok(DrawId::from_key(exact(key)?)))
	}

	/// The number of the round in which draws are opened now.
	pub async fn draw_round(&self) -> Result<u32, Error> {
		let round = self.value("a round's number", &prefix("Items", "Round")).await?;
		Ok(round.unwrap_or_default())
	}

	/// A round that has draws which are not settled.
	pub async fn round(&self, round: u32) -> Result<Option<RoundDetails>, Error> {
		self.value("a round", &identity("Items", "Rounds", &round.to_be_bytes())).await
	}
}
