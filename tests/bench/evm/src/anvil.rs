// SPDX-License-Identifier: Apache-2.0

//! Trades on a whole node over RPC: anvil, of the npm package `@foundry-rs/anvil`.
//!
//! The node begins with a world as on revm, a small one, and builds a block when it is told to.
//! Transactions are signed beforehand.

use crate::{
	artifacts::{self, Artifacts},
	cores,
	json_rpc::{Connection, Request},
	market::Market,
	planner::{Planner, Purchase},
	results::{Anvil, Rate, Size},
	transaction::{BASE_FEE, CHAIN_ID},
	world::{World, BLOCK_GAS_LIMIT, NONCE},
	Result,
};
use revm::primitives::{hex, Address, Bytes, Log, B256};
use serde_json::{json, Value};
use std::{
	collections::HashMap,
	env, fs,
	net::{Ipv4Addr, SocketAddr, TcpListener},
	path::Path,
	process::{Child, Command, Stdio},
	thread,
	time::{Duration, Instant},
};

/// The package with the node.
const PACKAGE: &str = "@foundry-rs/anvil";

/// How long the node may take to start.
const PATIENCE: Duration = Duration::from_secs(60);

/// Transactions sent in one request.
const TRANSACTIONS_PER_REQUEST: usize = 100;

/// A running node, which ends with this.
struct Node {
	process: Child,
	address: SocketAddr,
}

/// How long a block took.
struct Times {
	gas: u64,
	block: Duration,
	end_to_end: Duration,
}

/// Starts a node, trades on it, and ends it. None if there is no such program for this machine.
pub fn measure(artifacts: &Artifacts, node_modules: &Path, size: &Size) -> Result<Option<Anvil>> {
	let program = node_modules.join(format!("{PACKAGE}-{}/bin/anvil", platform()));
	if !program.exists() {
		eprintln!("evm: left out anvil, as {} is not there", program.display());
		return Ok(None);
	}
	let package = artifacts::name_and_version(node_modules, PACKAGE)?;
	eprintln!("evm: starting {package} with a world of {} players", size.anvil_players);
	let world = World::create(artifacts, size.anvil_players)?;
	let mut planner = Planner::new(size.anvil_players, NONCE);
	let node = Node::start(&program, &world.genesis())?;

	let (mut gas, mut block, mut end_to_end) = (0, Vec::new(), Vec::new());
	for number in 0..=size.anvil_blocks {
		let plan = planner.block(size.trades_per_block, 1);
		let times = trade(&node, &world.market, &plan)?;
		let us = |time: Duration| time.as_secs_f64() * 1e6 / plan.len() as f64;
		eprintln!(
			"evm: anvil, block {number} of {}: {:.1} us a trade, over RPC {:.1} us",
			size.anvil_blocks,
			us(times.block),
			us(times.end_to_end)
		);
		// The first block warms up.
		if number > 0 {
			gas += times.gas;
			block.push(us(times.block));
			end_to_end.push(us(times.end_to_end));
		}
	}
	Ok(Some(Anvil {
		package,
		trades_per_block: size.trades_per_block,
		gas_per_trade: gas as f64 / (size.anvil_blocks * size.trades_per_block) as f64,
		block: Rate::of(block),
		end_to_end: Rate::of(end_to_end),
	}))
}

/// Sends purchases over a connection for each core, has a block built, and checks it.
fn trade(node: &Node, market: &Market, plan: &[Purchase]) -> Result<Times> {
	let signed = cores::map(plan, |purchase| market.sign(purchase));
	let requests: Vec<_> = signed
		.chunks(TRANSACTIONS_PER_REQUEST)
		.map(|chunk| {
			let raw = chunk.iter().map(|bytes| json!([hex::encode_prefixed(bytes)]));
			Request::new("eth_sendRawTransaction", raw)
		})
		.collect();
	let mut connections = (0..cores::count())
		.map(|_| Connection::open(node.address))
		.collect::<Result<Vec<_>>>()?;

	let began = Instant::now();
	let hashes = submit(&mut connections, &requests)?;
	let submitted = Instant::now();
	let connection = &mut connections[0];
	connection.call("evm_mine", json!([]))?;
	let (block, end_to_end) = (submitted.elapsed(), began.elapsed());

	let gas = check(connection, market, plan, &hashes)?;
	Ok(Times { gas, block, end_to_end })
}

/// Sends all requests, in turns over the connections, and returns the transactions' hashes.
fn submit(connections: &mut [Connection], requests: &[Request]) -> Result<Vec<Value>> {
	let turns = connections.len();
	let answers: Vec<Result<Vec<_>>> = thread::scope(|scope| {
		let threads: Vec<_> = connections
			.iter_mut()
			.enumerate()
			.map(|(turn, connection)| {
				let mine = requests.iter().skip(turn).step_by(turns);
				scope.spawn(move || mine.map(|request| connection.send(request)).collect())
			})
			.collect();
		threads
			.into_iter()
			.map(|thread| thread.join().unwrap_or(Err("a thread that sends died".into())))
			.collect()
	});
	let answers = answers.into_iter().collect::<Result<Vec<_>>>()?;
	Ok((0..requests.len())
		.flat_map(|number| answers[number % turns][number / turns].clone())
		.collect())
}

/// Checks that the newest block holds all purchases and that each succeeded; returns their gas.
fn check(
	connection: &mut Connection,
	market: &Market,
	plan: &[Purchase],
	hashes: &[Value],
) -> Result<u64> {
	let receipts = connection.call("eth_getBlockReceipts", json!(["latest"]))?;
	let receipts: HashMap<&str, &Value> = receipts
		.as_array()
		.into_iter()
		.flatten()
		.filter_map(|receipt| Some((receipt["transactionHash"].as_str()?, receipt)))
		.collect();
	if receipts.len() != plan.len() {
		return Err(format!("{} purchases, {} of them in the block", plan.len(), receipts.len()));
	}
	let mut gas = 0;
	for (purchase, hash) in plan.iter().zip(hashes) {
		let receipt = hash
			.as_str()
			.and_then(|hash| receipts.get(hash))
			.ok_or("a purchase is not in the block that was built for it")?;
		if receipt["status"] != "0x1" {
			return Err(format!("a purchase failed: {receipt}"));
		}
		market.check_transfers(purchase, &log(receipt).ok_or("a receipt has no log")?)?;
		gas += number(&receipt["gasUsed"]).ok_or("a receipt tells no gas")?;
	}
	Ok(gas)
}

fn log(receipt: &Value) -> Option<Vec<Log>> {
	receipt["logs"].as_array()?.iter().map(log_entry).collect()
}

fn log_entry(entry: &Value) -> Option<Log> {
	let topics: Option<Vec<B256>> = entry["topics"]
		.as_array()?
		.iter()
		.map(|topic| topic.as_str()?.parse().ok())
		.collect();
	let address: Address = entry["address"].as_str()?.parse().ok()?;
	let data: Bytes = entry["data"].as_str()?.parse().ok()?;
	Log::new(address, topics?, data)
}

fn number(value: &Value) -> Option<u64> {
	u64::from_str_radix(value.as_str()?.strip_prefix("0x")?, 16).ok()
}

impl Node {
	fn start(program: &Path, genesis: &Value) -> Result<Self> {
		let folder =
			tempfile::tempdir().map_err(|error| format!("no folder for anvil: {error}"))?;
		let file = folder.path().join("genesis.json");
		fs::write(&file, genesis.to_string())
			.map_err(|error| format!("{} not written: {error}", file.display()))?;
		let address = free_address()?;
		let process = Command::new(program)
			.args(["--host", &address.ip().to_string(), "--port", &address.port().to_string()])
			.args(["--no-mining", "--order", "fifo", "--quiet", "--accounts", "1"])
			.args(["--chain-id", &CHAIN_ID.to_string(), "--hardfork", "osaka"])
			.args(["--gas-limit", &BLOCK_GAS_LIMIT.to_string()])
			.args(["--block-base-fee-per-gas", &BASE_FEE.to_string()])
			.args(["--disable-min-priority-fee", "--no-request-size-limit", "--prune-history"])
			.arg("--init")
			.arg(&file)
			.stdin(Stdio::null())
			.stdout(Stdio::null())
			.spawn()
			.map_err(|error| format!("{} does not start: {error}", program.display()))?;
		let mut node = Self { process, address };
		node.wait()?;
		Ok(node)
	}

	/// Waits until the node answers, and so has read its genesis.
	fn wait(&mut self) -> Result<()> {
		let began = Instant::now();
		loop {
			if let Ok(Some(status)) = self.process.try_wait() {
				return Err(format!("anvil ended at once, {status}"));
			}
			let answer = Connection::open(self.address)
				.and_then(|mut connection| connection.call("eth_chainId", json!([])));
			match answer {
				Ok(id) if number(&id) == Some(CHAIN_ID) => return Ok(()),
				Ok(id) => return Err(format!("anvil is another chain: {id}")),
				Err(error) if began.elapsed() > PATIENCE => {
					return Err(format!("anvil does not answer: {error}"))
				},
				Err(_) => thread::sleep(Duration::from_millis(50)),
			}
		}
	}
}

impl Drop for Node {
	fn drop(&mut self) {
		// It may have ended by itself; then there is nothing to end.
		let _ = self.process.kill();
		let _ = self.process.wait();
	}
}

/// A port of this machine alone that nothing listens on.
fn free_address() -> Result<SocketAddr> {
	TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
		.and_then(|listener| listener.local_addr())
		.map_err(|error| format!("no free port: {error}"))
}

/// The end of the name of the package with the program for this machine.
fn platform() -> String {
	let system = match env::consts::OS {
		"macos" => "darwin",
		other => other,
	};
	let processor = match env::consts::ARCH {
		"x86_64" => "amd64",
		"aarch64" => "arm64",
		other => other,
	};
	format!("{system}-{processor}")
}
