// SPDX-License-Identifier: Apache-2.0
use freehold_primitives::ids::WorldId;
use std::fmt;
use subxt::{
	error::{EventsError, ExtrinsicError, OnlineClientAtBlockError},
	rpcs,
};

/// Why the client could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
	/// Nothing at the address speaks the node's protocol.
	#[error(
		"no node answers at {url}: start one with ./scripts/run, or name another with --url \
		 ({reason})"
	)]
	Unreachable {
		/// The address.
		url: String,
		/// What the network said.
		reason: String,
	},
	/// The connection ended. What was sent may or may not have arrived.
	#[error("the connection to the node was lost: {0}; what was sent may yet happen")]
	Lost(String),
	/// The node answered that it won't.
	#[error("the node refused: {0}")]
	Node(String),
	/// A block or its state could not be read.
	#[error("a block can't be read: {0}")]
	Block(String),
	/// The runtime has no such call: it is of another version, or another chain.
	#[error("the chain has no call {pallet}.{call}: is it a Freehold chain of this version?")]
	NoSuchCall {
		/// The pallet asked for.
		pallet: &'static str,
		/// The call asked for.
		call: &'static str,
	},
	/// The runtime does not answer such a question: it is of another version, or another chain.
	#[error(
		"the chain can't be asked {pallet}.{function}: is it a Freehold chain of this version?"
	)]
	NoSuchView {
		/// The pallet asked.
		pallet: &'static str,
		/// The view function.
		function: &'static str,
	},
	/// No transaction could be made of the call.
	#[error("the transaction can't be built for this chain: {0}")]
	Unbuildable(String),
	/// The pool of the node did not take the transaction, so it will not happen.
	#[error("the node did not take the transaction: {0}")]
	Rejected(String),
	/// The pool let go of the transaction, which may still be in a block.
	#[error("the transaction's fate is unknown: {0}")]
	Dropped(&'static str),
	/// The transaction is in a block and failed there.
	#[error("the chain refused: {0}")]
	Dispatch(DispatchFailure),
	/// A transaction succeeded without the event that it must emit.
	#[error("the transaction succeeded but emitted no event {0}")]
	MissingEvent(&'static str),
	/// Another server of the world was first with the batch's number.
	#[error(
		"other trades were settled as batch {seq} of world {world}: another server settles there, \
		 too. Nothing of this batch happened; settle it again under the next number"
	)]
	OtherBatch {
		/// The world.
		world: WorldId,
		/// The number.
		seq: u64,
	},
	/// Bytes from the chain are not what this version of the client knows.
	#[error("{what} can't be decoded: is the client of the chain's version? ({reason})")]
	Undecodable {
		/// What was read.
		what: String,
		/// What is wrong with it.
		reason: String,
	},
}

impl Error {
	/// Whether what was sent may yet have happened, so that it must be asked for again.
	pub fn leaves_fate_unknown(&self) -> bool {
		matches!(self, Self::Unreachable { .. } | Self::Lost(_) | Self::Block(_) | Self::Dropped(_))
	}

	pub(crate) fn undecodable(what: impl Into<String>, reason: impl fmt::Display) -> Self {
		Self::Undecodable { what: what.into(), reason: reason.to_string() }
	}
}

impl From<rpcs::Error> for Error {
	fn from(error: rpcs::Error) -> Self {
		match error {
			rpcs::Error::User(refusal) => Self::Node(explain(&refusal)),
			rpcs::Error::Deserialization(reason) => Self::undecodable("the node's answer", reason),
			other => Self::Lost(other.to_string()),
		}
	}
}

impl From<OnlineClientAtBlockError> for Error {
	fn from(error: OnlineClientAtBlockError) -> Self {
		Self::Block(error.to_string())
	}
}

impl From<EventsError> for Error {
	fn from(error: EventsError) -> Self {
		Self::Block(error.to_string())
	}
}

impl From<ExtrinsicError> for Error {
	fn from(error: ExtrinsicError) -> Self {
		Self::Unbuildable(error.to_string())
	}
}

/// The message of a refusal with its details, which say more.
pub(crate) fn explain(refusal: &rpcs::UserError) -> String {
	match &refusal.data {
		Some(details) => format!("{}: {}", refusal.message, details.get().trim_matches('"')),
		None => refusal.message.clone(),
	}
}

/// Why a call failed in its block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DispatchFailure {
	/// The pallet that refused; none if it was the runtime itself.
	pub pallet: Option<String>,
	/// The error's name.
	pub name: String,
	/// The error's number in the pallet, which never changes; none if the runtime itself refused.
	pub number: Option<u8>,
	/// The error's documentation, from the runtime's metadata.
	pub explanation: String,
}

impl fmt::Display for DispatchFailure {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		if let Some(pallet) = &self.pallet {
			write!(f, "{pallet}.")?;
		}
		write!(f, "{}", self.name)?;
		if self.explanation.is_empty() {
			return Ok(());
		}
		write!(f, ": {}", self.explanation)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_failure_names_pallet_error_and_reason() {
		let failure = DispatchFailure {
			pallet: Some("Land".into()),
			name: "AlreadyIssued".into(),
			number: Some(1),
			explanation: "A parcel exists already.".into(),
		};

		assert_eq!(failure.to_string(), "Land.AlreadyIssued: A parcel exists already.");
	}

	#[test]
	fn only_what_may_have_happened_is_asked_for_again() {
		assert!(Error::Lost("closed".into()).leaves_fate_unknown());
		assert!(Error::Dropped("dropped").leaves_fate_unknown());
		assert!(!Error::Rejected("no funds".into()).leaves_fate_unknown());
		assert!(!Error::MissingEvent("BatchSettled").leaves_fate_unknown());
	}
}
