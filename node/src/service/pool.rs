// SPDX-License-Identifier: Apache-2.0

//! The transaction pool. It is the SDK's, of which three things don't hold here, the first two while a
//! block is imported and a view of the state after it is made:
//!
//! - A transaction that comes in meanwhile is in the view before alone. If that one goes before the
//!   next block comes, as it does where blocks get final at once, what waits in it for a transaction
//!   before is dropped, and all that its sender submits after it waits for good. So nothing comes in
//!   meanwhile: it waits for some milliseconds.
//! - The pool tells of a transaction as soon as any view has it, but looks for it in that of the last
//!   block. Who asks at once gets nothing: the network would pass the transaction on with its next
//!   sweep only, some three seconds later, and nobody would verify its signatures ahead. So it is told
//!   of when it can be handed out.
//! - A transaction that an author could not execute is dropped as invalid, also where the author is to
//!   blame: when another branch gets final, the state under the block that is being made is gone. Its
//!   sender's next ones then wait for good. So such a report counts the second time only.

use super::FullPool;
use async_trait::async_trait;
use freehold_runtime::{opaque::Block, Hash};
use futures::{channel::mpsc, select, stream::FuturesUnordered, Stream, StreamExt};
use futures_timer::Delay;
use sc_service::SpawnTaskHandle;
use sc_transaction_pool_api::{
	ChainEvent, ImportNotificationStream, MaintainedTransactionPool, PoolStatus, ReadyTransactions,
	TransactionFor, TransactionPool, TransactionSource, TransactionStatusStreamFor, TxHash,
	TxInvalidityReportMap,
};
use std::{
	collections::{HashMap, HashSet},
	pin::Pin,
	sync::{Arc, Mutex, PoisonError},
	time::Duration,
};
use tokio::sync::RwLock;

/// Notices that wait for a listener, as many as the SDK's pool keeps. One that falls behind further
/// is dropped.
const NOTICES: usize = 1_024;

/// Between two looks for a transaction that can't be handed out yet, and how many there are: views
/// change within a fraction of a second.
const PAUSE: Duration = Duration::from_millis(10);
const LOOKS: usize = 100;

/// Transactions that are remembered as doubted; with more, all are forgotten.
const DOUBTED: usize = 1_024;

type InPool = <FullPool as TransactionPool>::InPoolTransaction;
type Error = <FullPool as TransactionPool>::Error;
type ReadyIterator = Box<dyn ReadyTransactions<Item = Arc<InPool>> + Send>;

/// Transactions that were reported as invalid once, without a reason.
#[derive(Default)]
struct Doubted(HashSet<Hash>);

impl Doubted {
	/// What is left of a report: what has a reason, or was doubted before.
	fn confirmed(
		&mut self,
		mut report: TxInvalidityReportMap<Hash>,
	) -> TxInvalidityReportMap<Hash> {
		report.retain(|hash, reason| reason.is_some() || !self.0.insert(*hash));
		if self.0.len() > DOUBTED {
			self.0.clear();
		}
		report
	}
}

/// The pool.
pub struct Pool {
	inner: Arc<FullPool>,
	doubted: Mutex<Doubted>,
	/// Shared by those who submit, and held alone while views are made and dropped.
	views: RwLock<()>,
	tasks: SpawnTaskHandle,
}

impl Pool {
	/// On the SDK's pool. Each who listens gets a task of its own.
	pub fn new(inner: Arc<FullPool>, tasks: SpawnTaskHandle) -> Self {
		Self { inner, doubted: Mutex::default(), views: RwLock::new(()), tasks }
	}
}

/// Passes on notices, each when its transaction is there, or never if it is gone. Ends with either
/// side.
async fn relay<H: Copy>(
	notices: impl Stream<Item = H> + Unpin,
	mut listener: mpsc::Sender<H>,
	is_there: impl Fn(&H) -> bool,
) {
	let look_for = async |hash: H| {
		for _ in 0..LOOKS {
			Delay::new(PAUSE).await;
			if is_there(&hash) {
				return Some(hash);
			}
		}
		None
	};
	let (mut notices, mut late) = (notices.fuse(), FuturesUnordered::new());
	loop {
		let found = select! {
			notice = notices.next() => match notice {
				None => return,
				Some(hash) if is_there(&hash) => Some(hash),
				// The network's next sweep passes on what is too many.
				Some(hash) => {
					if late.len() < NOTICES {
						late.push(look_for(hash));
					}
					None
				},
			},
			found = late.select_next_some() => found,
		};
		if found.is_some_and(|hash| listener.try_send(hash).is_err()) {
			return;
		}
	}
}

#[async_trait]
impl TransactionPool for Pool {
	type Block = Block;
	type Hash = Hash;
	type InPoolTransaction = InPool;
	type Error = Error;

	fn import_notification_stream(&self) -> ImportNotificationStream<TxHash<Self>> {
		let (sender, listener) = mpsc::channel(NOTICES);
		let (pool, notices) = (self.inner.clone(), self.inner.import_notification_stream());
		let is_there = move |hash: &Hash| pool.ready_transaction(hash).is_some();
		let relay = relay(notices, sender, is_there);
		self.tasks.spawn("pool-notices", "transaction-pool", relay);
		listener
	}

	async fn submit_at(
		&self,
		at: Hash,
		source: TransactionSource,
		transactions: Vec<TransactionFor<Self>>,
	) -> Result<Vec<Result<TxHash<Self>, Error>>, Error> {
		let _views = self.views.read().await;
		self.inner.submit_at(at, source, transactions).await
	}

	async fn submit_one(
		&self,
		at: Hash,
		source: TransactionSource,
		transaction: TransactionFor<Self>,
	) -> Result<TxHash<Self>, Error> {
		let _views = self.views.read().await;
		self.inner.submit_one(at, source, transaction).await
	}

	async fn submit_and_watch(
		&self,
		at: Hash,
		source: TransactionSource,
		transaction: TransactionFor<Self>,
	) -> Result<Pin<Box<TransactionStatusStreamFor<Self>>>, Error> {
		let _views = self.views.read().await;
		self.inner.submit_and_watch(at, source, transaction).await
	}

	async fn ready_at(&self, at: Hash) -> ReadyIterator {
		self.inner.ready_at(at).await
	}

	async fn ready_at_with_timeout(&self, at: Hash, timeout: Duration) -> ReadyIterator {
		self.inner.ready_at_with_timeout(at, timeout).await
	}

	fn ready(&self) -> ReadyIterator {
		self.inner.ready()
	}

	async fn report_invalid(
		&self,
		at: Option<Hash>,
		invalid: TxInvalidityReportMap<TxHash<Self>>,
	) -> Vec<Arc<InPool>> {
		// Without a block it is the operator who wants them removed.
		let confirmed = match at {
			// Nothing that holds it can leave it half written.
			Some(_) => {
				self.doubted.lock().unwrap_or_else(PoisonError::into_inner).confirmed(invalid)
			},
			None => invalid,
		};
		self.inner.report_invalid(at, confirmed).await
	}

	fn futures(&self) -> Vec<InPool> {
		self.inner.futures()
	}

	fn status(&self) -> PoolStatus {
		self.inner.status()
	}

	fn on_broadcasted(&self, propagations: HashMap<TxHash<Self>, Vec<String>>) {
		self.inner.on_broadcasted(propagations);
	}

	fn hash_of(&self, transaction: &TransactionFor<Self>) -> TxHash<Self> {
		self.inner.hash_of(transaction)
	}

	fn ready_transaction(&self, hash: &TxHash<Self>) -> Option<Arc<InPool>> {
		self.inner.ready_transaction(hash)
	}
}

#[async_trait]
impl MaintainedTransactionPool for Pool {
	async fn maintain(&self, event: ChainEvent<Block>) {
		let _views = self.views.write().await;
		self.inner.maintain(event).await;
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use futures::{executor::block_on, future::join, stream};
	use sp_runtime::transaction_validity::{InvalidTransaction, TransactionValidityError};
	use std::time::Instant;

	/// What comes of these notices, if each transaction can be handed out after so long.
	fn relayed(notices: &[u8], after: impl Fn(u8) -> Duration) -> Vec<u8> {
		let began = Instant::now();
		let (sender, listener) = mpsc::channel(NOTICES);
		// Stays open for as long as a notice may wait.
		let notices = stream::iter(notices.to_vec()).chain(
			stream::once(Delay::new(PAUSE * LOOKS as u32 * 2)).filter_map(|()| async { None }),
		);
		let relay = relay(Box::pin(notices), sender, |one| began.elapsed() >= after(*one));
		block_on(join(relay, listener.collect())).1
	}

	#[test]
	fn a_transaction_is_told_of_when_it_can_be_handed_out() {
		let after = |one| PAUSE * 5 * u32::from(one);

		assert_eq!(relayed(&[3, 0, 1], after), [0, 1, 3]);
	}

	#[test]
	fn a_transaction_that_is_gone_is_not_told_of() {
		let after = |one| if one == 1 { Duration::MAX } else { Duration::ZERO };

		assert_eq!(relayed(&[0, 1, 2], after), [0, 2]);
	}

	#[test]
	fn a_report_without_a_reason_counts_the_second_time() {
		let mut doubted = Doubted::default();
		let (good, bad) = (Hash::repeat_byte(1), Hash::repeat_byte(2));
		let reason = Some(InvalidTransaction::Payment.into());
		let mut report = |entries: &[(Hash, Option<TransactionValidityError>)]| -> Vec<Hash> {
			let report = entries.iter().cloned().collect();
			doubted.confirmed(report).into_keys().collect()
		};

		assert_eq!(report(&[(good, None), (bad, reason)]), [bad]);
		assert_eq!(report(&[(good, None)]), [good]);
	}

	#[test]
	fn who_listens_no_more_ends_it() {
		let (sender, listener) = mpsc::channel(NOTICES);
		drop(listener);

		block_on(relay(stream::repeat(1), sender, |_| true));
	}
}
