// SPDX-License-Identifier: Apache-2.0

//! Follows the chain of a node, and writes down what it tells and when.

use super::{
	record::Record,
	room::Room,
	rpc::{Connection, Heads},
};
use crate::Result;
use freehold_runtime::Header;
use std::{
	convert::Infallible,
	sync::{Mutex, MutexGuard, PoisonError},
	time::Instant,
};
use subxt::rpcs::client::RpcSubscription;
use tokio::sync::mpsc;

/// A record that is written here and read elsewhere.
pub type Shared = Mutex<Record>;

/// The record, for a moment.
pub fn open(record: &Shared) -> MutexGuard<'_, Record> {
	// Nothing that holds it can leave it half written.
	record.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A head, and when the node told it.
type Told = (Instant, Heads, Header);

/// Follows the node until this is dropped.
///
/// # Errors
/// If the node stops telling of its blocks.
pub async fn follow(node: &Connection, record: &Shared, room: &Room) -> Result<Infallible> {
	// Each is stamped as it comes, whatever is asked of the node at the time about those before.
	let (sender, mut heads) = mpsc::unbounded_channel();
	for which in [Heads::Best, Heads::Final] {
		tokio::spawn(stamp(node.heads(which).await?, which, sender.clone()));
	}
	drop(sender);
	while let Some((at, which, header)) = heads.recv().await {
		let hash = header.hash();
		learn(node, record, room, header, at).await?;
		if which == Heads::Final {
			open(record).finalised(hash, at)?;
		}
	}
	Err("the node stopped telling of its blocks".into())
}

async fn stamp(mut heads: RpcSubscription<Header>, which: Heads, to: mpsc::UnboundedSender<Told>) {
	while let Some(Ok(header)) = heads.next().await {
		if to.send((Instant::now(), which, header)).is_err() {
			break;
		}
	}
}

/// Writes down a block and all before it that are not known, but for what was abandoned meanwhile.
async fn learn(
	node: &Connection,
	record: &Shared,
	room: &Room,
	head: Header,
	at: Instant,
) -> Result<()> {
	let mut unknown = Vec::new();
	let mut next = head;
	while !open(record).knows(&next.hash()) {
		let parent = next.parent_hash;
		unknown.push(next);
		if open(record).knows(&parent) {
			break;
		}
		next = node.header(parent).await?;
	}
	for header in unknown.into_iter().rev() {
		let block = match node.block(&header).await {
			Ok(block) => block,
			// A node keeps no state of it.
			Err(_) if node.abandoned(&header).await? => return Ok(()),
			Err(error) => return Err(error),
		};
		let batches = block.settled.len();
		let fresh = open(record).saw(block, at);
		room.block(batches, fresh);
	}
	Ok(())
}
