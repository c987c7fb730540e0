// SPDX-License-Identifier: Apache-2.0
use crate::{error::DispatchFailure, events::Event, Client, Error};
use codec::{Decode, DecodeAll};
use freehold_primitives::chain::{BlockNumber, Hash};
use sp_runtime::DispatchError;
use std::time::{Duration, Instant};
use subxt::{
	events::Phase,
	metadata::Metadata,
	rpcs::{client::RpcSubscription, methods::legacy::TransactionStatus},
	SubstrateConfig,
};

/// A transaction that a node has taken.
pub struct Submitted {
	client: Client,
	bytes: Vec<u8>,
	statuses: RpcSubscription<TransactionStatus<Hash>>,
	sent: Instant,
	included: Option<Duration>,
}

/// What became of it.
enum Step {
	Included(Hash),
	Finalised(Hash),
}

impl Submitted {
	pub(crate) fn new(
		client: Client,
		bytes: Vec<u8>,
		statuses: RpcSubscription<TransactionStatus<Hash>>,
		sent: Instant,
	) -> Self {
		Self { client, bytes, statuses, sent, included: None }
	}

	/// Waits until it is in a block, which may yet be replaced by another.
	///
	/// # Errors
	/// If it failed there, or its fate is unknown.
	pub async fn included(mut self) -> Result<Receipt, Error> {
		let (Step::Included(block) | Step::Finalised(block)) = self.step().await?;
		self.receipt(block).await
	}

	/// Waits until its block is final: nothing can undo it any more.
	///
	/// # Errors
	/// If it failed there, or its fate is unknown.
	pub async fn finalised(mut self) -> Result<Receipt, Error> {
		loop {
			if let Step::Finalised(block) = self.step().await? {
				return self.receipt(block).await;
			}
		}
	}

	async fn step(&mut self) -> Result<Step, Error> {
		use TransactionStatus as Status;
		loop {
			let status = self.statuses.next().await;
			match status.ok_or_else(|| Error::Lost("the node stopped answering".into()))?? {
				Status::Future | Status::Ready | Status::Broadcast(_) => {},
				Status::InBlock(block) => {
					self.included = Some(self.sent.elapsed());
					return Ok(Step::Included(block));
				},
				Status::Retracted(_) => self.included = None,
				Status::Finalized(block) => return Ok(Step::Finalised(block)),
				Status::FinalityTimeout(_) => {
					return Err(Error::Dropped("its block is not final after a long time"))
				},
				Status::Usurped(_) => {
					return Err(Error::Dropped("another took its place in the pool"))
				},
				Status::Dropped => return Err(Error::Dropped("the node's pool let go of it")),
				Status::Invalid => return Err(Error::Dropped("the node finds it invalid by now")),
			}
		}
	}

	async fn receipt(self, hash: Hash) -> Result<Receipt, Error> {
		let elapsed = self.sent.elapsed();
		let block = self.client.methods().chain_get_block(Some(hash)).await?;
		let place = block.and_then(|details| {
			details.block.extrinsics.iter().position(|extrinsic| extrinsic.0 == self.bytes)
		});
		let place = place.ok_or_else(|| Error::Block(format!("{hash:?} lacks the transaction")))?;
		let place = u32::try_from(place)
			.map_err(|reason| Error::undecodable("the transaction's place", reason))?;

		let at = self.client.api_at(hash).await?;
		let in_block = at.events().fetch().await?;
		let mut events = Vec::new();
		for event in in_block.iter() {
			let event = event?;
			if event.phase() == Phase::ApplyExtrinsic(place) {
				events.push(RawEvent::from(&event));
			}
		}
		if let Some(failure) = events.iter().find(|it| it.is("System", "ExtrinsicFailed")) {
			return Err(Error::Dispatch(read_failure(&failure.fields, at.metadata_ref())?));
		}
		let number = BlockNumber::try_from(at.block_number())
			.map_err(|reason| Error::undecodable("the block's number", reason))?;
		Ok(Receipt {
			block: hash,
			number,
			events,
			included: self.included.unwrap_or(elapsed),
			reached: elapsed,
		})
	}
}

/// A transaction that succeeded.
#[derive(Clone, Debug)]
pub struct Receipt {
	/// The block that it is in.
	pub block: Hash,
	/// That block's number.
	pub number: BlockNumber,
	/// What it emitted.
	pub events: Vec<RawEvent>,
	/// From submission until it was in a block.
	pub included: Duration,
	/// From submission until what was waited for: a block, or a final one.
	pub reached: Duration,
}

impl Receipt {
	/// All its events of one type, in their order.
	///
	/// # Errors
	/// If one can't be decoded.
	pub fn all<E: Event>(&self) -> Result<Vec<E>, Error> {
		self.events.iter().filter_map(RawEvent::decode).collect()
	}

	/// The event of a type that it must have emitted.
	///
	/// # Errors
	/// If it did not, or it can't be decoded.
	pub fn expect<E: Event>(&self) -> Result<E, Error> {
		self.all()?.pop().ok_or(Error::MissingEvent(E::NAME))
	}
}

/// An event, its fields still encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawEvent {
	/// The pallet that emitted it.
	pub pallet: String,
	/// Its name there.
	pub name: String,
	/// The place in its block of the transaction that emitted it; none for what blocks do.
	pub extrinsic: Option<u32>,
	/// Its fields in SCALE, one after the other.
	pub fields: Vec<u8>,
}

impl RawEvent {
	/// The event, if it is one of this type.
	pub fn decode<E: Event>(&self) -> Option<Result<E, Error>> {
		self.is(E::PALLET, E::NAME).then(|| {
			// Not `decode_all`: the client's types may stop before the last field.
			E::decode(&mut &self.fields[..])
				.map_err(|reason| Error::undecodable(format!("the event {}", E::NAME), reason))
		})
	}

	fn is(&self, pallet: &str, name: &str) -> bool {
		self.pallet == pallet && self.name == name
	}
}

impl From<&subxt::events::Event<'_, SubstrateConfig>> for RawEvent {
	fn from(event: &subxt::events::Event<'_, SubstrateConfig>) -> Self {
		Self {
			pallet: event.pallet_name().into(),
			name: event.event_name().into(),
			extrinsic: match event.phase() {
				Phase::ApplyExtrinsic(place) => Some(place),
				Phase::Finalization | Phase::Initialization => None,
			},
			fields: event.field_bytes().into(),
		}
	}
}

/// Reads the fields of `System.ExtrinsicFailed`, of which the error is the first.
pub(crate) fn read_failure(
	mut fields: &[u8],
	metadata: &Metadata,
) -> Result<DispatchFailure, Error> {
	let error = DispatchError::decode(&mut fields)
		.map_err(|reason| Error::undecodable("a failed transaction's error", reason))?;
	Ok(explain(error, metadata))
}

/// An error by its name.
pub(crate) fn explain(error: DispatchError, metadata: &Metadata) -> DispatchFailure {
	let DispatchError::Module(module) = error else {
		let explanation: &'static str = error.into();
		let name = format!("{error:?}");
		let explanation = explanation.into();
		return DispatchFailure { pallet: None, name, number: None, explanation };
	};
	let number = Some(module.error[0]);
	let known = metadata.pallet_by_error_index(module.index).and_then(|pallet| {
		let variant = pallet.error_variant_by_index(module.error[0])?;
		Some(DispatchFailure {
			pallet: Some(pallet.name().into()),
			name: variant.name.clone(),
			number,
			explanation: variant.docs.join(" ").trim().into(),
		})
	});
	known.unwrap_or_else(|| DispatchFailure {
		pallet: None,
		name: format!("error {} of pallet {}", module.error[0], module.index),
		number,
		explanation: String::new(),
	})
}

/// Decodes all of `bytes`; `what` names them in the error.
pub(crate) fn decode<T: Decode>(what: &str, mut bytes: &[u8]) -> Result<T, Error> {
	T::decode_all(&mut bytes).map_err(|reason| Error::undecodable(what, reason))
}
