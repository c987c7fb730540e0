// SPDX-License-Identifier: Apache-2.0

//! What an Ed25519 signature costs to verify: one by one and in batches, by the engine of the node
//! and by what could be in its place, on one thread and on two.
//!
//! The signatures are those of real trades. Every case is measured once in each round, so that a
//! machine whose speed drifts is slow for all of them alike.

mod methods;
mod signatures;

use crate::{figures::median, players::Activity, Result, Scale};
use freehold_primitives::host::Settings;
use methods::{Job, Method};
use serde::{Deserialize, Serialize};
use std::{
	fmt::Write as _,
	time::{Duration, Instant},
};

/// How many signatures a batch has.
const BATCHES: [usize; 6] = [64, 128, 256, 512, 1_024, 2_048];
/// The largest of them, on which all else is measured.
const LARGEST: usize = 2_048;
/// On how many threads.
const THREADS: [usize; 2] = [1, 2];
/// Most signatures that the engine puts into one equation.
const PARTS: [usize; 5] = [128, 256, 512, 1_024, 2_048];
/// Of how many signatures one is bad; none of them if 0.
const BAD: [usize; 7] = [0, 2_048, 512, 64, 8, 2, 1];
/// How long a case runs in each round, at least.
const SLICE: Duration = Duration::from_millis(30);

/// What came out.
#[derive(Serialize, Deserialize)]
pub struct Figures {
	/// Which instructions of the processor were used, and which could not be.
	pub instructions: String,
	/// Bytes of what is signed, on average.
	pub message: f64,
	/// Each method, for each size of batch and number of threads.
	pub methods: Vec<MethodRow>,
	/// The engine on one thread, keys known, by the most signatures that are in one equation.
	pub parts: Vec<PartRow>,
	/// The engine on one thread, keys known, with bad signatures in the batch.
	pub bad: Vec<BadRow>,
	/// The engine on one thread, keys not known, in batches of players who are as active as in a
	/// market: by Zipf's law, so that many sign more than once.
	pub zipf: f64,
}

/// A method, and microseconds for each signature.
#[derive(Serialize, Deserialize)]
pub struct MethodRow {
	/// How signatures are verified.
	pub method: Method,
	/// On how many threads.
	pub threads: usize,
	/// How many at a time; 1 if one by one.
	pub batch: usize,
	/// Microseconds for each.
	pub microseconds: f64,
}

/// Sizes of equations, and microseconds for each signature.
#[derive(Serialize, Deserialize)]
pub struct PartRow {
	/// Most signatures in an equation.
	pub part: usize,
	/// Microseconds for each.
	pub microseconds: f64,
}

/// A share of bad signatures, and microseconds for each signature.
#[derive(Serialize, Deserialize)]
pub struct BadRow {
	/// Of how many signatures one is bad; none of them if 0.
	pub one_of: usize,
	/// Microseconds for each.
	pub microseconds: f64,
}

/// Measures every case.
pub fn measure(scale: Scale) -> Result<Figures> {
	let rounds = match scale {
		Scale::Quick => 3,
		Scale::Usual => 15,
		Scale::Full => 45,
	};
	let good = signatures::of_trades(LARGEST, Activity::Uniform);
	let message = good.iter().map(|it| it.message.len()).sum::<usize>() as f64 / good.len() as f64;

	let mut methods = Vec::new();
	let mut jobs = Vec::new();
	for method in Method::ALL {
		for threads in THREADS {
			for batch in method.batches() {
				methods.push(MethodRow { method, threads, batch, microseconds: 0.0 });
				jobs.push(method.job(&good, batch, threads));
			}
		}
	}
	let plain = Settings { threads: 1, part: 512, keys: 10_000, remembered: 0 };
	for part in PARTS {
		jobs.push(Job::engine(Settings { part, ..plain }, &good));
	}
	for one_of in BAD {
		jobs.push(Job::engine(plain, &signatures::with_bad(&good, one_of)));
	}
	let zipf = signatures::of_trades(LARGEST, Activity::Zipf);
	jobs.push(Job::engine(Settings { keys: 0, ..plain }, &zipf));

	let mut measured = time(jobs, rounds)?.into_iter();
	let mut next = || measured.next().unwrap_or_default();
	for row in &mut methods {
		row.microseconds = next();
	}
	let parts = PARTS.map(|part| PartRow { part, microseconds: next() }).into();
	let bad = BAD.map(|one_of| BadRow { one_of, microseconds: next() }).into();
	let figures =
		Figures { instructions: instructions(), message, methods, parts, bad, zipf: next() };
	eprintln!("{}", figures.table());
	Ok(figures)
}

/// Does all jobs once in each round, and returns for each the median of the microseconds that a
/// signature took.
fn time(jobs: Vec<Job>, rounds: usize) -> Result<Vec<f64>> {
	let mut measured = vec![Vec::new(); jobs.len()];
	// Once without a clock: keys become known, and memory is there.
	for job in &jobs {
		job.run()?;
	}
	for round in 1..=rounds {
		eprintln!("round {round} of {rounds}");
		for (job, measured) in jobs.iter().zip(&mut measured) {
			let began = Instant::now();
			let mut signatures = 0;
			while began.elapsed() < SLICE {
				signatures += job.run()?;
			}
			measured.push(began.elapsed().as_secs_f64() * 1e6 / signatures as f64);
		}
	}
	Ok(measured.into_iter().map(median).collect())
}

/// Which instructions the engine's arithmetic uses on this processor.
fn instructions() -> String {
	#[cfg(target_arch = "x86_64")]
	if is_x86_feature_detected!("avx2") {
		return "AVX2".into();
	}
	"no vector instructions".into()
}

impl Figures {
	fn microseconds(&self, method: Method, threads: usize, batch: usize) -> Option<f64> {
		let wanted =
			|row: &&MethodRow| row.method == method && row.threads == threads && row.batch == batch;
		self.methods.iter().find(wanted).map(|row| row.microseconds)
	}

	/// All of it in Markdown.
	pub fn table(&self) -> String {
		// Writing to a string can't fail.
		let mut text = String::new();
		let sizes = BATCHES.map(|batch| format!(" {batch} |")).concat();
		let _ = writeln!(text, "Microseconds for each signature, with {}.\n", self.instructions);
		let _ = writeln!(text, "| method | threads | alone |{sizes}");
		let _ = writeln!(text, "|---|---|---|{}", "---|".repeat(BATCHES.len()));
		for method in Method::ALL {
			for threads in THREADS {
				let cell = |batch| {
					let found = self.microseconds(method, threads, batch);
					found.map_or(" |".into(), |it| format!(" {it:.1} |"))
				};
				let cells: String = [1].into_iter().chain(BATCHES).map(cell).collect();
				let _ = writeln!(text, "| {} | {threads} |{cells}", method.name());
			}
		}
		let _ = writeln!(text, "\nThe engine, one thread, keys known, batches of {LARGEST}:\n");
		let _ = writeln!(text, "| | µs |\n|---|---|");
		for PartRow { part, microseconds } in &self.parts {
			let _ = writeln!(text, "| equations of at most {part} | {microseconds:.1} |");
		}
		for BadRow { one_of, microseconds } in &self.bad {
			let share = match one_of {
				0 => "no bad signature".into(),
				1 => "all signatures bad".into(),
				_ => format!("one of {one_of} bad"),
			};
			let _ = writeln!(text, "| {share} | {microseconds:.1} |");
		}
		let _ = writeln!(text, "| keys not known, players by Zipf's law | {:.1} |", self.zipf);
		text
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_table_has_a_row_for_each_method_and_number_of_threads() {
		let row = |method, batch| MethodRow { method, threads: 1, batch, microseconds: 17.04 };
		let figures = Figures {
			instructions: "AVX2".into(),
			message: 150.0,
			methods: vec![row(Method::Sdk, 1), row(Method::EngineKeysKnown, LARGEST)],
			parts: vec![PartRow { part: 128, microseconds: 20.0 }],
			bad: vec![BadRow { one_of: 1, microseconds: 50.0 }],
			zipf: 11.0,
		};
		let table = figures.table();

		assert!(table.contains("| 1 | 17.0 | | | | | | |\n"), "{table}");
		assert!(table.contains("| 1 | | | | | | | 17.0 |\n"), "{table}");
		assert!(table.contains("| all signatures bad | 50.0 |"), "{table}");
		assert_eq!(figures.microseconds(Method::EngineKeysKnown, 1, LARGEST), Some(17.04));
	}

	#[test]
	fn every_job_finds_what_it_should() {
		let good = signatures::of_trades(64, Activity::Zipf);
		for method in Method::ALL {
			for threads in THREADS {
				let batch = method.batches()[0];
				let counted = method.job(&good, batch, threads).run();
				assert!(counted.is_ok_and(|count| count > 0), "{method:?}");
			}
		}
		let plain = Settings { threads: 1, part: 512, keys: 0, remembered: 0 };
		for one_of in BAD {
			let job = Job::engine(plain, &signatures::with_bad(&good, one_of));
			assert_eq!(job.run(), Ok(64));
		}
	}
}
