// SPDX-License-Identifier: Apache-2.0

//! Signatures alone.

use super::text::whole;
use crate::crypto::Figures;

/// In words and tables.
pub fn section(figures: &Figures) -> String {
	format!(
		"Ed25519 by the rules of ZIP-215, of messages of {} bytes, as trades have them.\n\n{}\n",
		whole(figures.message),
		figures.table(),
	)
}
