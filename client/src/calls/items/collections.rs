// SPDX-License-Identifier: Apache-2.0
use crate::{
	records::{CollectionMetadata, Issuer},
	Call,
};
use freehold_primitives::{chain::Balance, ids::CollectionId};

/// Creates a collection.
pub fn create_collection(issuer: Issuer) -> Call {
	Call::new("Items", "create_collection", (issuer,))
}

/// Takes over the deposits of a collection whose world or avatar the caller owns by now, if they are
/// no higher than that.
pub fn adopt_collection(collection: CollectionId, max_deposits: Balance) -> Call {
	Call::new("Items", "adopt_collection", (collection, max_deposits))
}

/// Says what a collection is called and where more about it is found; or takes that away.
pub fn set_collection_metadata(
	collection: CollectionId,
	metadata: Option<&CollectionMetadata>,
) -> Call {
	Call::new("Items", "set_metadata", (collection, metadata))
}

/// Binds the issuer to make nothing more of a collection, for good.
pub fn freeze_collection(collection: CollectionId) -> Call {
	Call::new("Items", "freeze_collection", (collection,))
}

/// Offers a collection to another issuer; or takes the offer back.
pub fn offer_collection(collection: CollectionId, to: Option<Issuer>) -> Call {
	Call::new("Items", "offer_collection", (collection, to))
}

/// Takes over a collection that is offered to the caller's world or avatar, with its deposits, if
/// they are no higher than that.
pub fn accept_collection(collection: CollectionId, max_deposits: Balance) -> Call {
	Call::new("Items", "accept_collection", (collection, max_deposits))
}

/// Removes a collection without kinds and recipes.
pub fn remove_collection(collection: CollectionId) -> Call {
	Call::new("Items", "remove_collection", (collection,))
}
