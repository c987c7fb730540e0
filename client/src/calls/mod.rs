// SPDX-License-Identifier: Apache-2.0
//! Every call that the client makes, as values.

mod avatars;
mod estates;
mod items;
mod land;
mod leases;
mod market;
mod recovery;
mod rights;
mod worlds;

pub use avatars::*;
pub use estates::*;
pub use items::*;
pub use land::*;
pub use leases::*;
pub use market::*;
pub use recovery::*;
pub use rights::*;
pub use worlds::*;

use crate::{Call, Client, Error};
use codec::{Compact, Encode};
use freehold_primitives::chain::{AccountId, Balance};
use sp_runtime::MultiAddress;

/// Sends coins from account to account; the sender's account stays alive.
pub fn transfer(to: &AccountId, amount: Balance) -> Call {
	let to = MultiAddress::<AccountId, ()>::Id(to.clone());
	Call::new("Balances", "transfer_keep_alive", (to, Compact(amount)))
}

/// Several calls as one, all or none.
///
/// # Errors
/// If the runtime lacks one of them.
pub fn batch_all(client: &Client, calls: &[Call]) -> Result<Call, Error> {
	Ok(Call::new("Utility", "batch_all", Raw(concatenate(client, calls)?)))
}

fn concatenate(client: &Client, calls: &[Call]) -> Result<Vec<u8>, Error> {
	let count = u32::try_from(calls.len()).unwrap_or(u32::MAX);
	let mut bytes = Compact(count).encode();
	for call in calls {
		bytes.extend(call.encode(client.metadata())?);
	}
	Ok(bytes)
}

/// Bytes that are encoded already.
struct Raw(Vec<u8>);

impl Encode for Raw {
	fn encode_to<T: codec::Output + ?Sized>(&self, out: &mut T) {
		out.write(&self.0);
	}
}
