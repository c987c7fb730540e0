// SPDX-License-Identifier: Apache-2.0

//! Submits batches.

use super::{
	again::Kept,
	pace::Pace,
	room::Room,
	rpc::{Connection, Taken},
	server::{Batch, Batches},
	watch::{open, Shared},
};
use crate::Result;
use futures::{stream::FuturesUnordered, StreamExt};
use std::time::{Duration, Instant};
use tokio::time::{sleep, sleep_until};

/// How many batches are on their way to the node at once. It puts them in order by their nonces.
const ON_THE_WAY: usize = 8;

/// Time after which a batch is offered again to a node whose pool was full.
const AGAIN: Duration = Duration::from_millis(50);

/// How submitting went.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sent {
	/// How often the node's pool was full.
	pub turned_away: u32,
	/// How many batches were not submitted, for want of time.
	pub left: usize,
}

/// Submits batches at this pace until there are no more, or until the end, if they are not planned.
///
/// # Errors
/// If the node refuses one for good.
pub async fn send(
	node: &Connection,
	batches: Batches,
	mut pace: Pace,
	record: &Shared,
	room: &Room,
	kept: &Kept,
	end: Instant,
) -> Result<Sent> {
	let began = Instant::now();
	let mut sent = Sent::default();
	let mut waiting = batches.into_iter();
	let mut on_the_way = FuturesUnordered::new();
	let ends = matches!(pace, Pace::Saturating);
	let end = sleep_until(end.into());
	tokio::pin!(end);
	while waiting.len() > 0 {
		tokio::select! {
			() = &mut end, if ends => break,
			Some(refusals) = on_the_way.next() => sent.turned_away += refusals?,
			due = pace.next(began, room), if on_the_way.len() < ON_THE_WAY => {
				if let Some(batch) = waiting.next() {
					open(record).sent(batch.id, batch.trades, due);
					on_the_way.push(deliver(node, batch, kept));
				}
			},
		}
	}
	sent.left = waiting.len();
	while let Some(refusals) = on_the_way.next().await {
		sent.turned_away += refusals?;
	}
	Ok(sent)
}

/// Submits a batch, if need be again and again. Returns how often it was turned away.
async fn deliver(node: &Connection, batch: Batch, kept: &Kept) -> Result<u32> {
	let mut turned_away = 0;
	while node.submit(&batch.transaction).await? == Taken::NotNow {
		turned_away += 1;
		sleep(AGAIN).await;
	}
	kept.add(batch, Instant::now());
	Ok(turned_away)
}
