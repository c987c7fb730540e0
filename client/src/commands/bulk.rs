// SPDX-License-Identifier: Apache-2.0
//! Work that takes several transactions.

use crate::{failure::Failure, output::progress};
use freehold_client::{Call, Receipt, Sender};

/// What is to be done, a call at a time, and how many things each does.
pub struct Bulk {
	/// What the things are called that are done.
	pub what: &'static str,
	pub calls: Vec<(Call, usize)>,
}

impl Bulk {
	/// Executes the calls in their order, several in flight, and shows how far it is.
	///
	/// If one fails, it is told how many things were done: those may not be done again.
	pub async fn execute(&self, sender: &mut Sender) -> Result<Vec<Receipt>, Failure> {
		let total: usize = self.calls.iter().map(|(_, size)| size).sum();
		let calls: Vec<Call> = self.calls.iter().map(|(call, _)| call.clone()).collect();
		let mut sizes = self.calls.iter().map(|(_, size)| *size);
		let mut done = 0;
		let bar = progress(self.what, total);
		let receipts = sender
			.execute_all(&calls, |_| {
				let size = sizes.next().unwrap_or_default();
				done += size;
				bar.inc(size as u64);
			})
			.await;
		bar.finish_and_clear();
		receipts.map_err(|reason| match calls.len() {
			0 | 1 => reason.into(),
			_ => Failure::Interrupted {
				reason,
				rest: format!(
					"{done} of {total} are certainly done; look what the rest came to before it \
					 is done again"
				),
			},
		})
	}
}
