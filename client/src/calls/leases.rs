// SPDX-License-Identifier: Apache-2.0
use crate::{records::LeaseTerms, Call};
use freehold_primitives::{asset::Version, ids::AvatarId, land::Site};

/// Offers a site for rent.
pub fn offer_lease(site: Site, terms: LeaseTerms) -> Call {
	Call::new("Land", "offer_lease", (site, terms))
}

/// Takes that offer back.
pub fn withdraw_lease_offer(site: Site) -> Call {
	Call::new("Land", "withdraw_lease_offer", (site,))
}

/// Rents a site for some periods, paid ahead, under the terms and in the version that the tenant
/// has read.
pub fn accept_lease(
	site: Site,
	tenant: AvatarId,
	periods: u32,
	terms: LeaseTerms,
	version: Version,
) -> Call {
	Call::new("Land", "accept_lease", (site, tenant, periods, terms, version))
}

/// Rents for more periods, paid ahead.
pub fn extend_lease(site: Site, periods: u32) -> Call {
	Call::new("Land", "extend_lease", (site, periods))
}

/// Gives notice, as tenant or as owner.
pub fn end_lease(site: Site) -> Call {
	Call::new("Land", "end_lease", (site,))
}

/// Passes a lease on to another avatar.
pub fn assign_lease(site: Site, to: AvatarId) -> Call {
	Call::new("Land", "assign_lease", (site, to))
}

/// Pays the owner what rent is due; a lease that is over is settled in full.
pub fn collect_rent(site: Site) -> Call {
	Call::new("Land", "collect_rent", (site,))
}
