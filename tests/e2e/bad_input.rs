// SPDX-License-Identifier: Apache-2.0

//! Whatever is wrong is refused by name and with an exit code that scripts can tell apart, and
//! nothing happens. The client's codes: 1, the chain refused; 2, bad input; 3, no node.

use freehold_client::address;
use freehold_tests::node::{
	client_program, my_turn, node_command, node_program, run, Finished, Node, Ports, SOON,
};
use serde_json::json;
use sp_keyring::Sr25519Keyring;
use std::{fs, net::TcpListener, path::Path};

#[test]
fn a_node_refuses_a_chain_that_it_does_not_know() {
	let _turn = my_turn();
	let base = tempfile::tempdir().unwrap();
	let start = |arguments: &[&str]| start_node(base.path(), Ports::free(), arguments);

	start(&["--chain", "mainnet"]).refused(1, &["no chain named `mainnet`", "`dev` and `local`"]);
	start(&["--chain", "nowhere/world.json"]).refused(1, &["no chain spec file", "world.json"]);
	start(&[]).refused(1, &["no chain was named"]);
	start(&["--dev", "--no-such-flag"]).refused(2, &["--no-such-flag"]);

	let file = base.path().join("world.json");
	fs::write(&file, "{}").unwrap();
	let file = file.to_str().unwrap();
	start(&["--chain", file]).refused(1, &["is not a chain spec this node can read", file]);
}

#[test]
fn a_node_refuses_a_port_that_is_taken() {
	let _turn = my_turn();
	let base = tempfile::tempdir().unwrap();
	let listener = TcpListener::bind("127.0.0.1:0").unwrap();
	let port = listener.local_addr().unwrap().port();

	let ports = Ports { rpc: port, ..Ports::free() };
	let needed = format!("the RPC port {port} is already taken");
	start_node(base.path(), ports, &["--dev"]).refused(1, &[&needed, "--rpc-port"]);

	let ports = Ports { p2p: port, ..Ports::free() };
	let needed = format!("the p2p port {port} is already taken");
	start_node(base.path(), ports, &["--dev"]).refused(1, &[&needed, "--port"]);
}

#[test]
fn a_node_refuses_the_database_of_another() {
	let _turn = my_turn();
	let base = tempfile::tempdir().unwrap();
	let start = |arguments: &[&str]| start_node(base.path(), Ports::free(), arguments);
	let node = Node::development(base.path());
	let database = base.path().join("chains/dev/db/full");
	let database = database.to_str().unwrap();

	start(&["--dev"]).refused(1, &["can't open the database", database, "--base-path"]);

	let genesis = format!("{:?}", node.hash_of(0).unwrap());
	node.kill();
	let other = base.path().join("other.json");
	fs::write(&other, other_chain_of_the_same_id()).unwrap();
	let named = ["belongs to another chain", database, &genesis, "purge-chain"];
	start(&["--chain", other.to_str().unwrap()]).refused(1, &named);

	let unharmed = Node::development(base.path());
	assert_eq!(format!("{:?}", unharmed.hash_of(0).unwrap()), genesis);
}

#[test]
fn the_client_tells_that_no_node_answers() {
	let url = Ports::free().url();

	for command in [&["account", "balance", "//Alice"][..], &["world", "list"], &["demo"]] {
		client(&url, command).refused(3, &["no node answers", &url]);
	}
}

#[test]
fn the_client_refuses_what_makes_no_sense_without_asking_a_node() {
	// If it asked one, the exit code would be 3.
	let url = Ports::free().url();

	for amount in ["", "1.", "1,5", "1e3", "0.0000000000001", "340282366920938463463374608"] {
		let command = ["account", "transfer", "--to", "//Bob", amount];
		client(&url, &command).refused(2, &["is not an amount of FHD", amount]);
	}
	for place in ["3", "3;4", "40000,0", "1.5,0"] {
		let command = ["world", "register", "--from", place, "--to", "1,1"];
		client(&url, &command).refused(2, &["is not a place", place]);
	}
	let polkadot = "15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5";
	for (command, named) in [
		(&["world", "register", "--from", "1,1", "--to", "0,0"][..], "not to the north-east of"),
		(&["account", "transfer", "--to", polkadot, "1"], "an address of another chain"),
		(&["account", "transfer", "--to", "nobody", "1"], "`nobody` is not an address"),
		(&["account", "transfer", "1"], "--to"),
		(&["world", "show", "here"], "here"),
		(&["settle", "--world", "0", "nowhere.json"], "nowhere.json can't be read"),
		(&["fly"], "fly"),
	] {
		client(&url, command).refused(2, &[named]);
	}
	run(&mut client_program(), SOON).refused(2, &["Usage"]);
}

#[test]
fn the_client_tells_what_the_chain_refuses() {
	let _turn = my_turn();
	let base = tempfile::tempdir().unwrap();
	let node = Node::development(base.path());
	let url = node.url();
	small_world(&url);
	let file = base.path().join("parcels.csv");
	fs::write(&file, "x,y,zone\n0,0,open\n").unwrap();
	let file = file.to_str().unwrap();

	for (command, named) in [
		(&["world", "show", "99"][..], &["no world 99"][..]),
		(&["avatar", "show", "99"], &["no avatar 99"]),
		(&["land", "show", "--world", "0", "1,1"], &["no parcel 1,1"]),
		(&["land", "import", "--world", "99", "--to", "0", "--parcels", file], &["no world 99"]),
		(&["land", "issue", "--world", "99", "--to", "0", "--at", "0,0"], &["UnknownWorld"]),
		(&["land", "issue", "--world", "0", "--to", "99", "--at", "0,0"], &["UnknownAvatar"]),
		(&["land", "issue", "--world", "0", "--to", "0", "--at", "3,0"], &["OutOfBounds"]),
		(
			&["--key", "//Bob", "land", "issue", "--world", "0", "--to", "0", "--at", "0,0"],
			&["NotOwner"],
		),
		(&["--key", "//Nobody", "avatar", "create"], &["the node did not take the transaction"]),
		(&["account", "transfer", "--to", "//Bob", "99000000"], &["the chain refused"]),
	] {
		client(&url, command).refused(1, named);
	}
	client(&url, &["--key", "nobody", "avatar", "create"]).refused(2, &["no key `nobody`"]);
}

#[test]
fn a_map_with_flaws_is_refused_whole() {
	let _turn = my_turn();
	let base = tempfile::tempdir().unwrap();
	let node = Node::development(base.path());
	let url = node.url();
	small_world(&url);
	let write = |name: &str, text: &str| {
		let path = base.path().join(name);
		fs::write(&path, text).unwrap();
		path.to_str().unwrap().to_owned()
	};
	let import = |arguments: &[&str]| {
		let command = ["land", "import", "--world", "0", "--to", "0"];
		client(&url, &[&command[..], arguments].concat())
	};
	let alice = address::encode(&Sr25519Keyring::Alice.to_account_id());
	let sent = || node.call("system_accountNextIndex", json!([alice]));
	let before = sent();

	let zones = "x,y,zone\n0,0,open\nx,0,open\n3,0,open\n0,0,road\n1,1,sea\n2,2,open\n";
	import(&["--parcels", &write("zones.csv", zones)]).refused(
		2,
		&[
			"zones.csv can't be used, and nothing was sent",
			"line 3: `x` is not a coordinate",
			"line 4: 3,0 is outside the world",
			"line 5: 0,0 is on line 2 already",
			"line 6: `sea` is not a zone",
		],
	);
	let parcels = write("parcels.csv", "x,y,district\n0,0,1\n0,1,9\n");
	let districts = write("districts.csv", "district,name\n1,Road\n");
	import(&["--parcels", &parcels, "--districts", &districts])
		.refused(2, &["nothing was sent", "line 3: there is no district `9`"]);
	import(&["--parcels", &parcels]).refused(2, &["give --districts"]);
	import(&["--parcels", "nowhere.csv"]).refused(2, &["nowhere.csv can't be read"]);

	assert_eq!(sent(), before, "something was sent");
	let world = client(&url, &["world", "show", "0"]).succeeded().json();
	assert_eq!(world["parcels"], 0, "{world}");
}

fn start_node(base: &Path, ports: Ports, arguments: &[&str]) -> Finished {
	run(&mut node_command(base, ports, arguments), SOON)
}

fn client(url: &str, arguments: &[&str]) -> Finished {
	run(client_program().args(["--json", "--url", url]).args(arguments), SOON)
}

/// World 0, of five by five places, and avatar 0, both Alice's.
fn small_world(url: &str) {
	let world = client(url, &["world", "register", "--from", "-2,-2", "--to", "2,2"]).succeeded();
	assert_eq!(world.json()["world"], 0);
	let avatar = client(url, &["avatar", "create"]).succeeded();
	assert_eq!(avatar.json()["avatar"], 0);
}

/// The chain of two validators, under the id of the development chain: both are stored in the
/// same place.
fn other_chain_of_the_same_id() -> String {
	let spec =
		run(node_program().args(["export-chain-spec", "--chain", "local"]), SOON).succeeded();
	let mut spec = spec.json();
	spec["id"] = json!("dev");
	spec.to_string()
}
