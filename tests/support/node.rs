// SPDX-License-Identifier: Apache-2.0

//! The real binaries: nodes on free ports of this machine, and the `freehold` command.

mod process;

pub use process::{wait_for, Finished, Process};

use freehold_primitives::chain::{BlockNumber, Hash};
use process::PAUSE;
use serde_json::{json, Value};
use sp_core::storage::{well_known_keys::CODE, Storage};
use sp_io::TestExternalities;
use std::{
	env,
	future::Future,
	net::{Ipv4Addr, TcpListener},
	path::{Path, PathBuf},
	process::Command,
	sync::{Mutex, MutexGuard, PoisonError},
	thread::sleep,
	time::{Duration, Instant},
};
use subxt::{
	config::RpcConfigFor,
	rpcs::{client::RpcParams, LegacyRpcMethods, RpcClient},
	SubstrateConfig,
};
use tokio::runtime::{Builder, Runtime};

/// Time for a node to build its genesis and open its ports, on a busy machine.
const START: Duration = Duration::from_secs(120);

/// Time for a command that needs no more than a few blocks.
pub const SOON: Duration = Duration::from_secs(120);

/// How many keys of the state are asked for at once.
const PAGE: u32 = 512;

static TURN: Mutex<()> = Mutex::new(());

/// Waits until no other test runs nodes: several at once are too slow to tell anything.
pub fn my_turn() -> MutexGuard<'static, ()> {
	// One that failed leaves nothing behind.
	TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs a program until it ends.
///
/// # Panics
/// If that takes longer than `limit`.
pub fn run(command: &mut Command, limit: Duration) -> Finished {
	Process::start(command).finish(limit)
}

/// The command that runs a node in this folder, on these ports of the loopback address, with these
/// arguments beside those that keep it small and on this machine.
pub fn node_command(base: &Path, ports: Ports, arguments: &[&str]) -> Command {
	let mut command = node_program();
	command.arg("--base-path").arg(base).args(arguments);
	command.args(["--no-mdns", "--no-prometheus", "--no-telemetry"]);
	command.args(["--db-cache", "64"]);
	command.arg("--rpc-port").arg(ports.rpc.to_string());
	command.arg("--listen-addr").arg(format!("/ip4/127.0.0.1/tcp/{}", ports.p2p));
	command
}

/// The node's binary: `FREEHOLD_NODE`, or the one built with these tests.
pub fn node_program() -> Command {
	program("FREEHOLD_NODE", "freehold-node")
}

/// The client's binary: `FREEHOLD_CLI`, or the one built with these tests.
pub fn client_program() -> Command {
	program("FREEHOLD_CLI", "freehold")
}

fn program(variable: &str, name: &str) -> Command {
	let path = env::var_os(variable).map_or_else(|| beside_tests(name), PathBuf::from);
	assert!(path.is_file(), "there is no {}: run scripts/build, or set {variable}", path.display());
	let mut command = Command::new(path);
	// What the one who runs the tests has set for a node of their own is not for these.
	command.env_remove("FREEHOLD_URL").env_remove("RUST_LOG");
	command.env("FREEHOLD_KEYS", env::temp_dir().join("freehold-tests-have-no-keys"));
	command
}

/// Cargo puts the binaries one folder above those of the tests.
fn beside_tests(name: &str) -> PathBuf {
	let own = env::current_exe().expect("a process knows its executable");
	own.ancestors().nth(2).unwrap_or(Path::new("")).join(name)
}

/// The ports that a node listens on.
#[derive(Clone, Copy, Debug)]
pub struct Ports {
	/// For RPC.
	pub rpc: u16,
	/// For other nodes.
	pub p2p: u16,
}

impl Ports {
	/// Two ports of the loopback address that were free a moment ago.
	///
	/// # Panics
	/// If there are none.
	pub fn free() -> Self {
		let listen =
			|| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("some port is always free");
		let port = |it: &TcpListener| it.local_addr().expect("the listener is bound").port();
		// Both at once, so that they differ.
		let (rpc, p2p) = (listen(), listen());
		Self { rpc: port(&rpc), p2p: port(&p2p) }
	}

	/// The WebSocket address of a node that has these.
	pub fn url(self) -> String {
		format!("ws://127.0.0.1:{}", self.rpc)
	}
}

/// A block by number and hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
	/// Its number.
	pub number: BlockNumber,
	/// Its hash.
	pub hash: Hash,
}

/// A running node that answers to RPC; killed when dropped.
pub struct Node {
	process: Process,
	ports: Ports,
	runtime: Runtime,
	rpc: RpcClient,
}

impl Node {
	/// A development chain of its own, in this folder.
	///
	/// # Panics
	/// As [`Self::start`].
	pub fn development(base: &Path) -> Self {
		Self::start(base, &["--dev"])
	}

	/// Starts a node in this folder, with these arguments beside those that keep it small and on
	/// this machine, and waits until it answers.
	///
	/// # Panics
	/// With what it has logged, if it does not.
	pub fn start(base: &Path, arguments: &[&str]) -> Self {
		let ports = Ports::free();
		let mut process = Process::start(&mut node_command(base, ports, arguments));
		let runtime = Builder::new_multi_thread()
			.worker_threads(1)
			.enable_all()
			.build()
			.expect("a thread can be started");
		let rpc = connect(&runtime, &mut process, &ports.url());
		Self { process, ports, runtime, rpc }
	}

	/// Its WebSocket address.
	pub fn url(&self) -> String {
		self.ports.url()
	}

	/// The address at which other nodes reach it, with its peer id.
	pub fn address(&self) -> String {
		let peer = self.call("system_localPeerId", json!([]));
		format!("/ip4/127.0.0.1/tcp/{}/p2p/{}", self.ports.p2p, text(&peer))
	}

	/// The `freehold` command for this node, answering in JSON.
	pub fn client(&self) -> Command {
		let mut command = client_program();
		command.args(["--json", "--url", &self.url()]);
		command
	}

	/// Ends it without warning, as by `kill -9`.
	pub fn kill(mut self) {
		self.process.kill();
	}

	/// What it has logged lately.
	pub fn log(&self) -> String {
		self.process.log()
	}

	/// Waits for the future on the node's own threads.
	pub fn wait<F: Future>(&self, future: F) -> F::Output {
		self.runtime.block_on(future)
	}

	/// Its answer to an RPC method; `params` is a JSON array.
	///
	/// # Panics
	/// If it answers with an error, or not at all.
	pub fn call(&self, method: &str, params: Value) -> Value {
		let mut encoded = RpcParams::new();
		for param in params.as_array().expect("parameters are given as an array") {
			encoded.push(param).expect("a JSON value is valid JSON");
		}
		self.wait(self.rpc.request(method, encoded))
			.unwrap_or_else(|error| panic!("{method}{params}: {error}\n{}", self.log()))
	}

	/// The last block that is final.
	pub fn finalised(&self) -> Block {
		let hash = self.call("chain_getFinalizedHead", json!([]));
		self.block(&hash)
	}

	/// The best block, which may yet be replaced by another.
	pub fn best(&self) -> Block {
		let hash = self.call("chain_getBlockHash", json!([]));
		self.block(&hash)
	}

	fn block(&self, hash: &Value) -> Block {
		let header = self.call("chain_getHeader", json!([hash]));
		let digits = text(&header["number"]).trim_start_matches("0x");
		let number = BlockNumber::from_str_radix(digits, 16).expect("a block's number is in hex");
		Block { number, hash: parse(hash) }
	}

	/// The hash of its best chain's block of this number; none if the chain is shorter.
	pub fn hash_of(&self, number: BlockNumber) -> Option<Hash> {
		let hash = self.call("chain_getBlockHash", json!([number]));
		(!hash.is_null()).then(|| parse(&hash))
	}

	/// Waits until a block of this number or a higher one is final, and returns that.
	///
	/// # Panics
	/// With what it has logged, if that takes longer than `limit`.
	pub fn wait_finalised(&self, number: BlockNumber, limit: Duration) -> Block {
		let what = format!("block {number} to be final");
		self.wait_for(&what, limit, || Some(self.finalised()).filter(|it| it.number >= number))
	}

	/// As [`wait_for`], and in vain shows what the node has logged, too.
	///
	/// # Panics
	/// If there is no answer within `limit`.
	pub fn wait_for<T>(&self, what: &str, limit: Duration, probe: impl FnMut() -> Option<T>) -> T {
		let _log = LogOnPanic(&self.process);
		wait_for(what, limit, probe)
	}

	/// The whole state after a block, in a form that code of the runtime can run on.
	///
	/// # Panics
	/// If the node can't tell all of it: its root is compared with the block's.
	pub fn state(&self, at: Hash) -> TestExternalities {
		let mut storage = self.wait(read_state(self.rpc.clone(), at)).unwrap_or_else(|error| {
			panic!("the state after {at:?} can't be read: {error}\n{}", self.log())
		});
		let code = storage.top.remove(CODE).expect("every state has the runtime's code");
		let state = TestExternalities::new_with_code(&code, storage);
		let header = self.call("chain_getHeader", json!([at]));
		assert_eq!(*state.backend.root(), parse(&header["stateRoot"]), "the state is not whole");
		state
	}
}

/// Checks on the state after this block what must always be true, with the runtime's own code.
///
/// # Panics
/// If something is not.
pub fn assert_invariants(node: &Node, at: Hash) {
	let checked = node.state(at).execute_with(freehold_runtime::invariants::check);
	assert_eq!(checked, Ok(()), "the state after {at:?} is broken");
}

fn connect(runtime: &Runtime, process: &mut Process, url: &str) -> RpcClient {
	let began = Instant::now();
	loop {
		if let Ok(rpc) = runtime.block_on(RpcClient::from_insecure_url(url)) {
			return rpc;
		}
		if let Some(code) = process.ended() {
			panic!("the node ended at its start with exit code {code:?}: {}", process.log());
		}
		assert!(began.elapsed() < START, "no answer at {url} in {START:?}: {}", process.log());
		sleep(PAUSE);
	}
}

async fn read_state(rpc: RpcClient, at: Hash) -> Result<Storage, subxt::rpcs::Error> {
	let methods = LegacyRpcMethods::<RpcConfigFor<SubstrateConfig>>::new(rpc);
	let mut storage = Storage::default();
	let mut last: Option<Vec<u8>> = None;
	loop {
		let keys = methods.state_get_keys_paged(&[], PAGE, last.as_deref(), Some(at)).await?;
		let Some(end) = keys.last().cloned() else { return Ok(storage) };
		let borrowed: Vec<&[u8]> = keys.iter().map(Vec::as_slice).collect();
		for set in methods.state_query_storage_at(borrowed, Some(at)).await? {
			for (key, value) in set.changes {
				storage.top.extend(value.map(|value| (key.0, value.0)));
			}
		}
		last = Some(end);
	}
}

/// Shows the log of a node if a wait for it fails.
struct LogOnPanic<'a>(&'a Process);

impl Drop for LogOnPanic<'_> {
	fn drop(&mut self) {
		if std::thread::panicking() {
			eprintln!("{}", self.0.log());
		}
	}
}

fn text(value: &Value) -> &str {
	value.as_str().unwrap_or_else(|| panic!("not a text: {value}"))
}

fn parse(hash: &Value) -> Hash {
	serde_json::from_value(hash.clone()).unwrap_or_else(|_| panic!("not a hash: {hash}"))
}
