// SPDX-License-Identifier: Apache-2.0
//! What parcels and estates have in common: content, access, leases and rights.

use crate::{
	commands::{pointer, unknown},
	failure::Failure,
	output::table,
};
use comfy_table::Table;
use freehold_client::{
	records::{
		Access, AvatarDetails, ContentDetails, Lease, LeaseOffer, LeaseTerms, Permission, Standing,
		Tenure, Title,
	},
	Snapshot,
};
use freehold_primitives::{
	asset::{Coins, Holding},
	chain::BlockNumber,
	ids::AvatarId,
	land::Site,
};
use serde_json::{json, Value};

/// A site as it is held: for a parcel in an estate, the estate.
pub struct Premises {
	/// The parcel that is held on its own, or the estate.
	pub site: Site,
	/// Who owns it.
	pub holding: Holding,
	/// How often it has changed hands or was let.
	tenure: u32,
	access: Access,
}

impl Premises {
	pub async fn read(state: &Snapshot, site: Site) -> Result<Self, Failure> {
		let missing = || unknown(site);
		let estate = match site {
			Site::Estate(estate) => estate,
			Site::Parcel(parcel) => {
				let details = state.parcel(parcel).await?.ok_or_else(missing)?;
				match details.title {
					Title::PartOf { estate, .. } => estate,
					Title::Own(holding) => {
						let (tenure, access) = (holding.version, details.access);
						return Ok(Self { site, holding, tenure, access });
					},
				}
			},
		};
		let details = state.estate(estate).await?.ok_or_else(missing)?;
		let (site, holding) = (Site::Estate(estate), details.holding);
		Ok(Self { site, holding, tenure: details.tenure, access: details.access })
	}
}

/// Everything that is recorded of a site beside its title.
pub struct Records {
	now: BlockNumber,
	/// How often it has changed hands or was let.
	tenure: u32,
	/// The avatar that owns it.
	owner: AvatarDetails,
	access: Access,
	content: Option<ContentDetails>,
	pub lease: Option<Lease>,
	pub offer: Option<LeaseOffer>,
	standings: Vec<(AvatarId, Standing)>,
}

impl Records {
	pub async fn read(state: &Snapshot, premises: &Premises) -> Result<Self, Failure> {
		let Premises { site, holding, tenure, access } = *premises;
		let missing = || unknown(format!("avatar {}", holding.owner));
		Ok(Self {
			now: state.number(),
			tenure,
			owner: state.avatar(holding.owner).await?.ok_or_else(missing)?,
			access,
			content: state.content(site).await?,
			lease: state.lease(site).await?,
			offer: state.lease_offer(site).await?,
			standings: state.standings(site).await?,
		})
	}

	/// The lease that counts.
	fn lease_in_force(&self) -> Option<&Lease> {
		self.lease.as_ref().filter(|lease| lease.is_in_force(self.now))
	}

	/// Whether the offer of a lease can be accepted.
	fn offer_stands(&self, offer: &LeaseOffer) -> bool {
		offer.tenure == self.tenure && offer.payer == self.owner.owner
	}

	fn validity(&self, standing: &Standing) -> &'static str {
		let tenure = match self.lease_in_force() {
			Some(lease) => Tenure::Lease(lease.id),
			None => Tenure::Title { site: self.tenure, owner: self.owner.tenure },
		};
		let (Permission::Granted { until, .. } | Permission::Banned { until }) =
			standing.permission;
		if standing.tenure != tenure {
			"void"
		} else if until < self.now {
			"expired"
		} else {
			"in force"
		}
	}

	pub fn facts(&self) -> [(&'static str, String); 4] {
		let none = || String::from("none");
		let content = self
			.content
			.as_ref()
			.map(|content| format!("{} (version {})", pointer(&content.pointer), content.version));
		[
			("access", access(self.access).into()),
			("content", content.unwrap_or_else(none)),
			("lease", self.lease.as_ref().map_or_else(none, |lease| self.lease_words(lease))),
			(
				"for rent",
				self.offer.as_ref().map_or_else(none, |offer| {
					let dead = if self.offer_stands(offer) {
						""
					} else {
						" (void: the site, or the avatar that owns it, has changed hands since)"
					};
					format!("{}{dead}", terms(&offer.terms))
				}),
			),
		]
	}

	fn lease_words(&self, lease: &Lease) -> String {
		let over = if lease.is_in_force(self.now) { "" } else { ", which is over" };
		let notice = if lease.ending { ", notice given" } else { "" };
		format!(
			"lease {} of avatar {}, block {} to {}{over}{notice}\n{}",
			lease.id,
			lease.tenant,
			lease.start,
			lease.end.saturating_sub(1),
			terms(&lease.terms)
		)
	}

	pub fn rights_table(&self) -> Table {
		let rows = self.standings.iter().map(|(avatar, standing)| {
			let (what, until) = match standing.permission {
				Permission::Granted { rights, until } => (rights.to_string(), until),
				Permission::Banned { until } => ("banned".into(), until),
			};
			let avatar = format!("avatar {avatar}");
			vec![avatar, what, until.to_string(), self.validity(standing).into()]
		});
		table(&["who", "may", "until block", "counts"], rows)
	}

	/// Adds what is known to a record for programs.
	pub fn describe(&self, json: &mut Value) {
		json["access"] = json!(access(self.access));
		json["content"] = json!(self.content.as_ref().map(|content| {
			json!({ "pointer": pointer(&content.pointer), "version": content.version })
		}));
		json["lease"] = json!(self.lease.as_ref().map(|lease| {
			json!({
				"id": lease.id,
				"tenant": lease.tenant,
				"terms": terms_json(&lease.terms),
				"start": lease.start,
				"end": lease.end,
				"in_force": lease.is_in_force(self.now),
				"ending": lease.ending,
				"paid": Coins(lease.paid).to_string(),
				"collected": Coins(lease.collected).to_string(),
				"deposit": Coins(lease.deposit).to_string(),
			})
		}));
		json["for_rent"] = json!(self.offer.as_ref().map(|offer| {
			json!({ "terms": terms_json(&offer.terms), "stands": self.offer_stands(offer) })
		}));
		let standing = |(avatar, standing): &(AvatarId, Standing)| {
			let (rights, until) = match standing.permission {
				Permission::Granted { rights, until } => (Some(rights.to_string()), until),
				Permission::Banned { until } => (None, until),
			};
			json!({
				"avatar": avatar,
				"rights": rights,
				"until": until,
				"counts": self.validity(standing),
			})
		};
		json["standings"] = self.standings.iter().map(standing).collect();
	}
}

fn access(access: Access) -> &'static str {
	match access {
		Access::Open => "open",
		Access::Invited => "invited",
	}
}

/// Terms of a lease, in words.
pub fn terms(terms: &LeaseTerms) -> String {
	let tenant = terms.tenant.map(|tenant| format!(", to avatar {tenant} only"));
	format!(
		"{} FHD for each {} blocks, {} to {} times, {} blocks' notice, {} FHD deposit, {}{}",
		Coins(terms.price),
		terms.period,
		terms.least,
		terms.most,
		terms.notice,
		Coins(terms.deposit),
		if terms.sublet { "may be passed on" } else { "may not be passed on" },
		tenant.unwrap_or_default()
	)
}

fn terms_json(terms: &LeaseTerms) -> Value {
	json!({
		"price": Coins(terms.price).to_string(),
		"period": terms.period,
		"least": terms.least,
		"most": terms.most,
		"notice": terms.notice,
		"deposit": Coins(terms.deposit).to_string(),
		"sublet": terms.sublet,
		"tenant": terms.tenant,
	})
}

#[cfg(test)]
mod tests {
	use super::*;
	use freehold_client::records::Rights;
	use freehold_primitives::ids::LeaseId;

	const TERMS: LeaseTerms = LeaseTerms {
		price: Coins::UNIT,
		period: 100,
		least: 1,
		most: 3,
		notice: 10,
		deposit: 0,
		sublet: false,
		tenant: None,
	};

	fn records(lease: Option<Lease>) -> Records {
		Records {
			now: 50,
			tenure: 2,
			owner: AvatarDetails { owner: [7; 32].into(), devices: 0, tenure: 3 },
			access: Access::Open,
			content: None,
			lease,
			offer: None,
			standings: Vec::new(),
		}
	}

	fn lease(end: BlockNumber) -> Lease {
		Lease {
			id: LeaseId(9),
			tenant: AvatarId(1),
			terms: TERMS,
			start: 1,
			end,
			paid: 0,
			collected: 0,
			deposit: 0,
			ending: false,
			payer: [0; 32].into(),
		}
	}

	fn granted(tenure: Tenure, until: BlockNumber) -> Standing {
		let permission = Permission::Granted { rights: Rights(2), until };
		Standing { permission, tenure, payer: [0; 32].into() }
	}

	#[test]
	fn a_standing_counts_under_the_possession_that_gave_it() {
		let title = Tenure::Title { site: 2, owner: 3 };
		let let_out = Tenure::Lease(LeaseId(9));

		let owned = records(None);
		assert_eq!(owned.validity(&granted(title, 50)), "in force");
		assert_eq!(owned.validity(&granted(title, 49)), "expired");
		for former in [Tenure::Title { site: 1, owner: 3 }, Tenure::Title { site: 2, owner: 2 }] {
			assert_eq!(owned.validity(&granted(former, 99)), "void");
		}
		assert_eq!(owned.validity(&granted(let_out, 99)), "void");

		let rented = records(Some(lease(51)));
		assert_eq!(rented.validity(&granted(let_out, 99)), "in force");
		assert_eq!(rented.validity(&granted(title, 99)), "void");

		let lapsed = records(Some(lease(50)));
		assert_eq!(lapsed.validity(&granted(title, 99)), "in force");
	}

	#[test]
	fn an_offer_to_let_counts_under_the_owner_that_made_it() {
		let offer =
			|tenure, payer: u8| LeaseOffer { terms: TERMS, tenure, payer: [payer; 32].into() };

		assert!(records(None).offer_stands(&offer(2, 7)));
		assert!(!records(None).offer_stands(&offer(1, 7)), "the site was sold");
		assert!(!records(None).offer_stands(&offer(2, 6)), "the avatar was sold");
	}

	#[test]
	fn terms_are_told_in_full() {
		assert_eq!(
			terms(&LeaseTerms { tenant: Some(AvatarId(4)), ..TERMS }),
			"1 FHD for each 100 blocks, 1 to 3 times, 10 blocks' notice, 0 FHD deposit, \
			 may not be passed on, to avatar 4 only"
		);
	}
}
