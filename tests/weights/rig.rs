// SPDX-License-Identifier: Apache-2.0

//! Runs benchmarks of the runtime's wasm as a node runs blocks, over a state in memory.

use crate::{plan::Point, Result};
use codec::{Decode, Encode};
use frame_benchmarking::{
	BenchmarkBatch, BenchmarkConfig, BenchmarkList, BenchmarkMetadata, BenchmarkResult,
};
use frame_support::traits::StorageInfo;
use freehold_primitives::host::{self, batch_verify};
use sc_chain_spec::{GenesisConfigBuilderRuntimeCaller, DEV_RUNTIME_PRESET};
use sc_client_db::BenchmarkingState;
use sc_executor::WasmExecutor;
use sp_core::traits::{CallContext, RuntimeCode, WrappedRuntimeCode};
use sp_externalities::Extensions;
use sp_keystore::{testing::MemoryKeystore, KeystoreExt};
use sp_runtime::traits::BlakeTwo256;
use sp_state_machine::{OverlayedChanges, StateMachine};
use std::{borrow::Cow, collections::BTreeMap};

/// Those of a node, and the clock and the counters that benchmarks use.
type HostFunctions = (
	sp_io::SubstrateHostFunctions,
	batch_verify::HostFunctions,
	frame_benchmarking::benchmarking::HostFunctions,
);

type State = BenchmarkingState<BlakeTwo256>;

/// What was measured, run by run.
pub type Runs = Vec<BenchmarkResult>;

/// A benchmark of the runtime.
#[derive(Clone, Copy)]
pub struct Target<'a> {
	/// The module of its pallet.
	pub pallet: &'a [u8],
	/// The pallet's name in the runtime.
	pub instance: &'a [u8],
	/// What the runtime says of it.
	pub benchmark: &'a BenchmarkMetadata,
}

/// How often a call reads and writes a map.
pub struct Records {
	/// The pallet and the map.
	pub map: String,
	/// Records read.
	pub reads: u32,
	/// Records written.
	pub writes: u32,
}

/// The runtime with its benchmarks, and the states to run them on.
pub struct Rig {
	executor: WasmExecutor<HostFunctions>,
	code: &'static [u8],
	hash: Vec<u8>,
	/// Counts reads and writes, which takes time.
	counting: State,
	timing: State,
	lists: Vec<BenchmarkList>,
	/// The names of maps by their prefix.
	maps: BTreeMap<Vec<u8>, String>,
}

impl Rig {
	/// Begins at the genesis of a development chain.
	pub fn new() -> Result<Self> {
		// Each run of a benchmark asks for the same signatures: it is to pay for all of them, as for
		// players who were never heard of. One thread, as others may have no core to spare, and as
		// what more would save is not the same for each signature of a batch.
		let forgetful = host::Settings { threads: 1, keys: 0, remembered: 0, ..Default::default() };
		host::configure(forgetful).map_err(|_| "signatures were verified before")?;
		let code = freehold_runtime::WASM_BINARY.ok_or("the runtime was built without its wasm")?;
		let genesis = GenesisConfigBuilderRuntimeCaller::<()>::new(code)
			.get_storage_for_named_preset(Some(&DEV_RUNTIME_PRESET.to_string()))?;
		let state = |counts| State::new(genesis.clone(), None, false, counts);
		let mut rig = Self {
			executor: WasmExecutor::builder().build(),
			code,
			hash: sp_io::hashing::blake2_256(code).to_vec(),
			counting: state(true)?,
			timing: state(false)?,
			lists: Vec::new(),
			maps: BTreeMap::new(),
		};
		let (lists, infos): (Vec<BenchmarkList>, Vec<StorageInfo>) = rig
			.ask(&rig.timing, "Benchmark_benchmark_metadata", &false.encode())
			.map_err(|error| format!("the runtime was built without benchmarks: {error}"))?;
		rig.lists = lists;
		rig.maps = infos.into_iter().map(|info| (info.prefix.clone(), name(&info))).collect();
		Ok(rig)
	}

	/// The benchmarks that the runtime has.
	pub fn lists(&self) -> &[BenchmarkList] {
		&self.lists
	}

	/// Runs a benchmark once, with what it checks afterwards.
	pub fn verify(&self, target: Target<'_>, point: &Point) -> Result<()> {
		self.run(&self.timing, target, point, true, 1)?;
		Ok(())
	}

	/// Counts what a benchmark reads and writes: always the same.
	pub fn count(&self, target: Target<'_>, point: &Point) -> Result<Runs> {
		self.run(&self.counting, target, point, false, 1)
	}

	/// Times a benchmark.
	pub fn time(&self, target: Target<'_>, point: &Point, repeat: u32) -> Result<Runs> {
		self.run(&self.timing, target, point, false, repeat)
	}

	/// Which maps a benchmark uses, where it uses most.
	pub fn records(&self, counted: &Runs) -> Vec<Records> {
		let Some(most) = counted.iter().max_by_key(|it| it.reads + it.writes) else {
			return Vec::new();
		};
		most.keys
			.iter()
			.map(|(prefix, reads, writes, _)| {
				let unknown = || format!("0x{}", hex::encode(prefix));
				let map = self.maps.get(prefix).cloned().unwrap_or_else(unknown);
				Records { map, reads: *reads, writes: *writes }
			})
			.collect()
	}

	fn run(
		&self,
		state: &State,
		target: Target<'_>,
		point: &Point,
		verify: bool,
		internal_repeats: u32,
	) -> Result<Runs> {
		let config = BenchmarkConfig {
			pallet: target.pallet.to_vec(),
			instance: target.instance.to_vec(),
			benchmark: target.benchmark.name.clone(),
			selected_components: point.clone(),
			verify,
			internal_repeats,
		};
		let batches: Result<Vec<BenchmarkBatch>> =
			self.ask(state, "Benchmark_dispatch_benchmark", &config.encode())?;
		let runs = batches?.into_iter().flat_map(|batch| batch.results).collect::<Runs>();
		if runs.is_empty() {
			return Err("it was skipped".into());
		}
		Ok(runs)
	}

	/// Asks the runtime. It has a keystore, as benchmarks may have to sign.
	fn ask<Answer: Decode>(&self, state: &State, method: &str, data: &[u8]) -> Result<Answer> {
		let code = WrappedRuntimeCode(Cow::Borrowed(self.code));
		let runtime =
			RuntimeCode { code_fetcher: &code, heap_pages: None, hash: self.hash.clone() };
		let mut overlay = OverlayedChanges::<BlakeTwo256>::default();
		let mut extensions = Extensions::default();
		extensions.register(KeystoreExt::new(MemoryKeystore::new()));
		let answer = StateMachine::new(
			state,
			&mut overlay,
			&self.executor,
			method,
			data,
			&mut extensions,
			&runtime,
			CallContext::Offchain,
		)
		.execute()
		.map_err(|error| error.to_string())?;
		Answer::decode(&mut answer.as_slice()).map_err(|error| error.to_string())
	}
}

/// The pallet and the map of a prefix.
fn name(info: &StorageInfo) -> String {
	let text = |bytes| String::from_utf8_lossy(bytes);
	format!("{}::{}", text(&info.pallet_name), text(&info.storage_name))
}
