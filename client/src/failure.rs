// SPDX-License-Identifier: Apache-2.0
//! Why a command failed, and the exit code that says so.

use freehold_client::Error;
use std::process::ExitCode;

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
	/// The chain refused, or its node can't be reached.
	#[error(transparent)]
	Chain(#[from] Error),
	/// Some of several steps were taken when one failed.
	#[error("{reason}; {rest}")]
	Interrupted {
		/// Why it failed.
		reason: Error,
		/// How things stand, and how to go on.
		rest: String,
	},
	/// What was given makes no sense.
	#[error("{0}")]
	Input(String),
	/// Something is not as it must be.
	#[error("{0}")]
	Check(String),
}

impl Failure {
	/// 1: refused, or a check failed; 2: bad input; 3: no node.
	pub fn exit_code(&self) -> ExitCode {
		ExitCode::from(self.code())
	}

	fn code(&self) -> u8 {
		match self {
			Self::Chain(reason) | Self::Interrupted { reason, .. } => match reason {
				Error::Unreachable { .. } | Error::Lost(_) | Error::Block(_) => 3,
				_ => 1,
			},
			Self::Check(_) => 1,
			Self::Input(_) => 2,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn scripts_can_tell_failures_apart() {
		let unreachable = Error::Unreachable { url: "ws://nowhere".into(), reason: "no".into() };

		assert_eq!(Failure::from(Error::Rejected("no funds".into())).code(), 1);
		assert_eq!(Failure::Check("not conserved".into()).code(), 1);
		assert_eq!(Failure::Input("not a number".into()).code(), 2);
		assert_eq!(Failure::from(unreachable).code(), 3);
		let interrupted = |reason| Failure::Interrupted { reason, rest: "go on".into() };
		assert_eq!(interrupted(Error::Lost("closed".into())).code(), 3);
		assert_eq!(interrupted(Error::Rejected("no funds".into())).code(), 1);
	}
}
