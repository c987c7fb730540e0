// SPDX-License-Identifier: Apache-2.0

//! Has `perf` look at the import of full blocks: run it by `scripts/profile`.

use crate::{
	chain::Database,
	grow::Chains,
	import::{self, max_trades},
	players::Activity,
	runs::{Blocks, Plan},
	store::Store,
	Result,
};
use std::{
	fs,
	path::{Path, PathBuf},
	process::{self, Child, Command, Stdio},
	thread::sleep,
	time::Duration,
};

/// Samples a second: no round number, so that nothing regular is met each time, or never.
const FREQUENCY: &str = "199";
/// How callers are found: by a copy of the stack, of so many bytes, as the program keeps no frame
/// pointers.
const CALLERS: &str = "dwarf,16384";
/// For how long to wait until samples are taken, in tenths of a second.
const PATIENCE: u32 = 100;

/// What is told.
#[derive(clap::Args)]
pub struct Arguments {
	#[command(flatten)]
	on: Chains,
	/// Where the samples go, for `perf script`.
	#[arg(value_name = "FILE")]
	samples: PathBuf,
}

/// Takes samples of the run that `import` tells of first.
pub fn profile(arguments: &Arguments) -> Result<()> {
	let Arguments { on: Chains { scale, chains }, samples } = arguments;
	let (store, size) = (Store::new(chains), import::size(*scale));
	let chain = store.grown(size, Database::RocksDb)?;
	let plan = Plan {
		size,
		activity: Activity::Uniform,
		batch: max_trades(),
		blocks: import::blocks(*scale),
	};
	let run = Blocks::make(&store, &chain, &plan)?.profile(&store, samples)?;
	eprintln!("{:.0} trades/s, while samples were taken", run.trades_per_second());
	Ok(())
}

/// `perf`, which looks at this process.
pub struct Samples {
	perf: Child,
}

impl Samples {
	/// Returns when samples are taken.
	pub fn take(file: &Path) -> Result<Self> {
		let pid = process::id().to_string();
		let mut perf = Command::new("perf")
			.args(["record", "-F", FREQUENCY, "--call-graph", CALLERS, "--pid", &pid, "--output"])
			.arg(file)
			.stdin(Stdio::null())
			// That of this process is its answer's.
			.stdout(Stdio::null())
			.spawn()
			.map_err(|error| format!("can't run perf: {error}"))?;
		for _ in 0..PATIENCE {
			sleep(Duration::from_millis(100));
			match perf.try_wait() {
				Ok(None) if fs::metadata(file).is_ok_and(|it| it.len() > 0) => {
					return Ok(Self { perf });
				},
				Ok(None) => {},
				Ok(Some(status)) => return Err(format!("perf takes no samples: {status}")),
				Err(error) => return Err(format!("perf is lost: {error}")),
			}
		}
		Err("perf takes no samples".into())
	}

	/// Returns when all samples are in their file.
	pub fn end(mut self) -> Result<()> {
		let explain = |error| format!("can't end perf: {error}");
		let pid = self.perf.id().to_string();
		Command::new("kill").args(["-INT", &pid]).status().map_err(explain)?;
		// However it says that it was interrupted.
		self.perf.wait().map_err(explain)?;
		Ok(())
	}
}
