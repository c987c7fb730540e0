// SPDX-License-Identifier: Apache-2.0
use super::{keyed, land::of_site, Snapshot};
use crate::{
	records::{Lease, LeaseOffer},
	storage::{prefix, BLAKE2_LENGTH},
	transaction::decode,
	Error,
};
use freehold_primitives::land::Site;

#[allow(clippy::missing_errors_doc, reason = "the errors of all are told at the type")]
impl Snapshot {
	/// A site's lease; it may be over.
	pub async fn lease(&self, site: Site) -> Result<Option<Lease>, Error> {
		self.value("a lease", &of_site("Leases", site)).await
	}

	/// Every lease, those that are over included.
	pub async fn leases(&self) -> Result<Vec<(Site, Lease)>, Error> {
		let entries = self.entries("a lease", &prefix("Land", "Leases")).await?;
		keyed(entries, |key| decode("a site", key.get(BLAKE2_LENGTH..).unwrap_or_default()))
	}

	/// Under which terms a site is for rent; it may have changed hands since, which ends the offer.
	pub async fn lease_offer(&self, site: Site) -> Result<Option<LeaseOffer>, Error> {
		self.value("an offer of a lease", &of_site("LeaseOffers", site)).await
	}
}
