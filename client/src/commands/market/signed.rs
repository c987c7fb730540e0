// SPDX-License-Identifier: Apache-2.0
use crate::{commands::Context, failure::Failure};
use clap::Args;
use freehold_client::calls;
use freehold_primitives::{
	ids::AvatarId,
	order::Cancellation,
	purse::{LaneIndex, OrderNumber},
};

#[derive(Args)]
pub struct CancelSigned {
	/// The avatar, which the signer owns.
	avatar: u32,
	#[command(flatten)]
	which: Which,
	/// The lane: 0 for what the owner signed, else the device's slot.
	#[arg(
		long,
		value_parser = clap::value_parser!(u8).range(0..=7),
		required_unless_present = "all",
		conflicts_with = "all"
	)]
	lane: Option<LaneIndex>,
}

/// One of them.
#[derive(Args)]
#[group(required = true, multiple = false)]
struct Which {
	/// The order or acceptance with this number in the lane, or what is left of it.
	#[arg(long, value_name = "NUMBER")]
	one: Option<OrderNumber>,
	/// All in the lane with a lower number.
	#[arg(long, value_name = "NUMBER")]
	below: Option<OrderNumber>,
	/// All that were signed so far, by whichever key.
	#[arg(long)]
	all: bool,
}

impl CancelSigned {
	fn what(&self) -> Result<Cancellation, Failure> {
		let Which { one, below, .. } = self.which;
		match (self.lane, one, below) {
			(Some(lane), Some(number), _) => Ok(Cancellation::One { lane, number }),
			(Some(lane), None, Some(number)) => Ok(Cancellation::Below { lane, number }),
			(None, None, None) => Ok(Cancellation::All),
			_ => Err(Failure::Input("say which lane with --lane".into())),
		}
	}
}

pub async fn run(context: &Context, arguments: &CancelSigned) -> Result<(), Failure> {
	let avatar = AvatarId(arguments.avatar);
	let what = arguments.what()?;
	let done = match what {
		Cancellation::One { lane, number } => {
			format!("number {number} of avatar {avatar}'s lane {lane} settles nothing any more")
		},
		Cancellation::Below { lane, number } => {
			format!("no number below {number} of avatar {avatar}'s lane {lane} settles anything")
		},
		Cancellation::All => {
			format!("nothing that was signed for avatar {avatar} so far can be settled")
		},
	};
	context.execute(&calls::cancel_signed(avatar, what), &done).await
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		cli::{Cli, Verb},
		commands::market::Market,
	};
	use clap::Parser;

	fn what(rest: &[&str]) -> Option<Cancellation> {
		let words = ["freehold", "market", "cancel-signed", "7"];
		match Cli::try_parse_from(words.iter().chain(rest)).ok()?.verb {
			Verb::Market(Market::CancelSigned(arguments)) => arguments.what().ok(),
			_ => None,
		}
	}

	#[test]
	fn one_all_below_or_all_are_cancelled() {
		assert_eq!(
			what(&["--lane", "1", "--one", "5"]),
			Some(Cancellation::One { lane: 1, number: 5 })
		);
		assert_eq!(
			what(&["--lane", "0", "--below", "5"]),
			Some(Cancellation::Below { lane: 0, number: 5 })
		);
		assert_eq!(what(&["--all"]), Some(Cancellation::All));
		for bad in [&[][..], &["--one", "5"], &["--lane", "1"], &["--lane", "1", "--all"]] {
			assert_eq!(what(bad), None, "{bad:?}");
		}
	}
}
