// SPDX-License-Identifier: Apache-2.0
//! What is stored.

mod contents;
mod estates;
mod leases;
mod parcels;
mod rights;
mod sales;

pub use contents::ContentDetails;
pub use estates::EstateDetails;
pub use leases::{Lease, LeaseOffer, LeaseTerms};
pub use parcels::{ParcelDetails, Title};
pub use rights::{Access, Permission, Right, Rights, Standing, Tenure};
pub use sales::{SaleCounters, SaleDetails};
