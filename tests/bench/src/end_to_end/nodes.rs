// SPDX-License-Identifier: Apache-2.0

//! Validators on this machine: real nodes, on the loopback address.

use super::{rpc::Connection, usage};
use crate::Result;
use freehold_primitives::chain::BlockNumber;
use freehold_runtime::genesis::Validator;
use freehold_tests::node::{node_program, Ports, Process};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};
use std::{
	path::{Path, PathBuf},
	time::{Duration, Instant},
};
use tokio::time::sleep;

/// Validators that a network may have, in the order in which they are taken.
pub const VALIDATORS: [Validator; 4] = [
	(Sr25519Keyring::Alice, Ed25519Keyring::Alice),
	(Sr25519Keyring::Bob, Ed25519Keyring::Bob),
	(Sr25519Keyring::Charlie, Ed25519Keyring::Charlie),
	(Sr25519Keyring::Dave, Ed25519Keyring::Dave),
];

/// Time for a node to build its genesis and answer, on a busy machine.
const START: Duration = Duration::from_secs(300);
/// Between two looks at something awaited.
const PAUSE: Duration = Duration::from_millis(200);
/// This block has to be final before a network counts as started.
const STARTED: BlockNumber = 5;

/// What is said to a node beside its keys, its chain, its folder and its ports; all else is as it
/// is by default. It also logs how long each of its blocks took to make.
pub const ARGUMENTS: [&str; 5] =
	["--no-mdns", "--no-prometheus", "--no-telemetry", "--log", "sc_basic_authorship=info"];

/// Validators that know each other; killed when dropped.
pub struct Network {
	nodes: Vec<Node>,
	folder: PathBuf,
}

struct Node {
	process: Process,
	connection: Connection,
	url: String,
}

impl Network {
	/// Starts a node for each of these, in this folder, and waits until blocks get final.
	pub async fn start(folder: &Path, spec: &Path, validators: &[Validator]) -> Result<Self> {
		let mut network = Self { nodes: Vec::new(), folder: folder.join("nodes") };
		// Each is told of all before it, so that in the end everyone knows everyone.
		let mut addresses = Vec::new();
		for (account, _) in validators {
			let name = account.to_string().to_lowercase();
			let ports = Ports::free();
			let node = Node::start(&network.folder, spec, &name, ports, &addresses).await?;
			let peer = node.connection.peer().await?;
			addresses.push(format!("/ip4/127.0.0.1/tcp/{}/p2p/{peer}", ports.p2p));
			network.nodes.push(node);
		}
		network.wait_until_started().await?;
		Ok(network)
	}

	async fn wait_until_started(&mut self) -> Result<()> {
		let began = Instant::now();
		let others = self.nodes.len() - 1;
		for node in &mut self.nodes {
			while node.connection.last_final().await?.number < STARTED
				|| node.connection.peers().await? < others
			{
				node.ensure_runs()?;
				if began.elapsed() > START {
					let log = node.process.log();
					return Err(format!("no block got final in {START:?}: {log}"));
				}
				sleep(PAUSE).await;
			}
		}
		Ok(())
	}

	/// A new connection to the first node.
	pub async fn connect(&self) -> Result<Connection> {
		let first = self.nodes.first().ok_or("the network has no node")?;
		Connection::open(&first.url).await
	}

	/// The numbers of the nodes' processes.
	pub fn processes(&self) -> Vec<u32> {
		self.nodes.iter().map(|node| node.process.id()).collect()
	}

	/// What each node has logged so far.
	pub fn logs(&self) -> Vec<String> {
		self.nodes.iter().map(|node| node.process.output().1).collect()
	}

	/// Bytes in the files of all nodes.
	pub fn size(&self) -> Result<u64> {
		usage::size(&self.folder)
	}
}

impl Node {
	async fn start(
		folder: &Path,
		spec: &Path,
		name: &str,
		ports: Ports,
		addresses: &[String],
	) -> Result<Self> {
		let mut command = node_program();
		command.arg("--chain").arg(spec).arg("--base-path").arg(folder.join(name));
		command.arg(format!("--{name}")).args(ARGUMENTS);
		command.arg("--rpc-port").arg(ports.rpc.to_string());
		command.arg("--listen-addr").arg(format!("/ip4/127.0.0.1/tcp/{}", ports.p2p));
		if !addresses.is_empty() {
			command.arg("--bootnodes").args(addresses);
		}
		let mut process = Process::start(&mut command);
		let url = ports.url();
		let connection = answer(&mut process, &url).await?;
		Ok(Self { process, connection, url })
	}

	fn ensure_runs(&mut self) -> Result<()> {
		match self.process.ended() {
			Some(code) => {
				Err(format!("a node ended with exit code {code:?}: {}", self.process.log()))
			},
			None => Ok(()),
		}
	}
}

/// A connection to a node that was just started.
async fn answer(process: &mut Process, url: &str) -> Result<Connection> {
	let began = Instant::now();
	loop {
		let error = match Connection::open(url).await {
			Ok(connection) => return Ok(connection),
			Err(error) => error,
		};
		if let Some(code) = process.ended() {
			return Err(format!("a node ended with exit code {code:?}: {}", process.log()));
		}
		if began.elapsed() > START {
			return Err(format!("{error}: {}", process.log()));
		}
		sleep(PAUSE).await;
	}
}
