// SPDX-License-Identifier: Apache-2.0
use crate::{
	calls,
	events::{AlreadySettled, BatchSettled},
	AccountKey, Client, Error, Receipt, Sender,
};
use freehold_primitives::{
	chain::{BlockNumber, Hash},
	ids::WorldId,
	order::Trade,
	settlement::Refusal,
};
use std::{
	io::{stderr, Write},
	time::Duration,
};
use tokio::{task::JoinSet, time::timeout};

/// How many batches are in flight at once.
const IN_FLIGHT: usize = 4;

/// How long a batch may take to be final. A node's pool can lose one without a word when another
/// branch of the chain wins; the slowest that it does not lose take some seconds.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often a settler connects anew before it gives up, once a second.
const ATTEMPTS: u32 = 60;

/// How often [`Settler::settle`] submits again what it does not know the fate of.
const RETRIES: u32 = 10;

/// What became of a trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
	/// It happened.
	Settled,
	/// It did not.
	Refused(Refusal),
}

/// A trade's outcome, which is final.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settlement {
	/// What became of it.
	pub outcome: Outcome,
	/// The block that says so.
	pub block: Hash,
	/// From the submission of its batch until that was in a block.
	pub included: Duration,
	/// From the submission of its batch until that block was final.
	pub finalised: Duration,
}

/// A world server: settles trades in numbered batches, several in flight.
///
/// An order that is filled in parts is in several trades, of one batch or of many.
///
/// A batch whose fate is unknown, because the connection or the node's pool lost it or it is not
/// final for long, is submitted again under the same number. The chain settles a number once, so
/// that no trade is lost or done twice.
pub struct Settler {
	sender: Sender,
	world: WorldId,
	batch: usize,
	next: u64,
}

/// The batches of one call of [`Settler::settle`].
struct Work<'a> {
	batches: Vec<&'a [Trade]>,
	outcomes: Vec<Option<Vec<Settlement>>>,
	/// The number of the first.
	first: u64,
	/// No batch of these was settled before this block.
	since: BlockNumber,
}

type Open = JoinSet<(usize, Result<Receipt, Error>)>;

impl Settler {
	/// A settler of this world, with up to `batch` trades in one transaction.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn new(
		client: Client,
		key: AccountKey,
		world: WorldId,
		batch: usize,
	) -> Result<Self, Error> {
		let last = client.best().await?.last_batch(world).await?;
		let next = last.map_or(0, |last| last.seq).saturating_add(1);
		let sender = Sender::new(client, key).await?;
		Ok(Self { sender, world, batch: batch.max(1), next })
	}

	/// Settles the trades in their order and tells what became of each, once that is final.
	/// `progress` is told how many more are.
	///
	/// # Errors
	/// If a batch as a whole is refused, or the node stays away. The outcomes of batches that
	/// were settled before stand on the chain.
	pub async fn settle(
		&mut self,
		trades: &[Trade],
		mut progress: impl FnMut(usize),
	) -> Result<Vec<Settlement>, Error> {
		let batches: Vec<&[Trade]> = trades.chunks(self.batch).collect();
		let mut work = Work {
			outcomes: vec![None; batches.len()],
			batches,
			first: self.next,
			since: self.sender.client().finalised().await?.number(),
		};
		let mut retries = RETRIES;
		while let Err(error) = self.settle_open(&mut work, &mut progress).await {
			if !error.leaves_fate_unknown() || retries == 0 {
				return Err(error);
			}
			retries -= 1;
			self.reconnect(error).await?;
		}
		self.next = work.number(work.batches.len());
		Ok(work.outcomes.into_iter().flatten().flatten().collect())
	}

	/// Submits every batch without an outcome and waits for all.
	async fn settle_open(
		&mut self,
		work: &mut Work<'_>,
		progress: &mut impl FnMut(usize),
	) -> Result<(), Error> {
		let mut open = Open::new();
		for place in 0..work.batches.len() {
			if work.outcomes[place].is_some() {
				continue;
			}
			if open.len() >= IN_FLIGHT {
				self.collect_one(&mut open, work, progress).await?;
			}
			let call = calls::settle(self.world, work.number(place), work.batches[place]);
			let submitted = self.sender.submit(&call).await?;
			open.spawn(async move {
				let late = Error::Dropped("it is not final for long");
				(place, timeout(PATIENCE, submitted.finalised()).await.unwrap_or(Err(late)))
			});
		}
		while !open.is_empty() {
			self.collect_one(&mut open, work, progress).await?;
		}
		Ok(())
	}

	/// Waits for one batch and notes the outcomes of its trades.
	async fn collect_one(
		&self,
		open: &mut Open,
		work: &mut Work<'_>,
		progress: &mut impl FnMut(usize),
	) -> Result<(), Error> {
		let Some(joined) = open.join_next().await else { return Ok(()) };
		let (place, receipt) = joined.map_err(|reason| Error::Lost(reason.to_string()))?;
		let receipt = receipt?;
		let (block, event) = match receipt.all::<BatchSettled>()?.pop() {
			Some(event) => (receipt.block, event),
			None => {
				receipt.expect::<AlreadySettled>()?;
				self.find(work, place, receipt.number).await?
			},
		};
		let size = work.batches[place].len();
		let outcomes = outcomes(size, &event.refused);
		let settlements = outcomes.into_iter().map(|outcome| Settlement {
			outcome,
			block,
			included: receipt.included,
			finalised: receipt.reached,
		});
		work.outcomes[place] = Some(settlements.collect());
		progress(size);
		Ok(())
	}

	/// Finds the block, from the newest back, in which a batch was settled.
	async fn find(
		&self,
		work: &Work<'_>,
		place: usize,
		until: BlockNumber,
	) -> Result<(Hash, BatchSettled), Error> {
		let (world, seq) = (self.world, work.number(place));
		let client = self.sender.client();
		for number in (work.since..=until).rev() {
			let (block, events) = client.events_of(number).await?;
			for raw in &events {
				let Some(event) = raw.decode::<BatchSettled>().transpose()? else { continue };
				if (event.world, event.seq) != (world, seq) {
					continue;
				}
				// The number alone may be that of another server of this world.
				let call = calls::settle(world, seq, work.batches[place]);
				let ours = match raw.extrinsic {
					Some(place) => client.makes_call(block, place, &call).await?,
					None => false,
				};
				return if ours {
					Ok((block, event))
				} else {
					Err(Error::OtherBatch { world, seq })
				};
			}
		}
		Err(Error::MissingEvent("BatchSettled"))
	}

	async fn reconnect(&mut self, mut error: Error) -> Result<(), Error> {
		// Whoever watches the server must see that it waits. Nobody may be listening.
		let _ = writeln!(stderr(), "{error}; connecting to {} again", self.sender.client().url());
		for _ in 0..ATTEMPTS {
			tokio::time::sleep(Duration::from_secs(1)).await;
			match Self::new_sender(self.sender.client().url(), self.sender.key()).await {
				Ok(sender) => {
					self.sender = sender;
					let _ = writeln!(stderr(), "connected again");
					return Ok(());
				},
				Err(reason) => error = reason,
			}
		}
		Err(error)
	}

	async fn new_sender(url: &str, key: &AccountKey) -> Result<Sender, Error> {
		Sender::new(Client::connect(url).await?, key.clone()).await
	}
}

impl Work<'_> {
	/// The number under which the chain knows the batch in this place.
	fn number(&self, place: usize) -> u64 {
		self.first.saturating_add(u64::try_from(place).unwrap_or(u64::MAX))
	}
}

/// The outcome of each trade of a batch of this size.
fn outcomes(size: usize, refused: &[(u32, Refusal)]) -> Vec<Outcome> {
	let mut outcomes = vec![Outcome::Settled; size];
	for &(place, refusal) in refused {
		let outcome = usize::try_from(place).ok().and_then(|place| outcomes.get_mut(place));
		if let Some(outcome) = outcome {
			*outcome = Outcome::Refused(refusal);
		}
	}
	outcomes
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn trades_not_named_as_refused_were_settled() {
		assert_eq!(
			outcomes(3, &[(1, Refusal::Moved)]),
			[Outcome::Settled, Outcome::Refused(Refusal::Moved), Outcome::Settled]
		);
	}
}
