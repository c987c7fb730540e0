// SPDX-License-Identifier: Apache-2.0

//! A real map of 90,601 parcels is imported, although the import is killed on the way.

use freehold_client::Client;
use freehold_primitives::{
	ids::WorldId,
	land::{Coordinates, Zone},
};
use freehold_tests::{
	city::{folder, City},
	node::{assert_invariants, my_turn, run, Node, Process, SOON},
};
use serde_json::json;
use std::{
	collections::BTreeMap,
	io::{stderr, Write},
	time::Duration,
};

const PARCELS: usize = 90_601;

const LIMIT: Duration = Duration::from_secs(600);

/// The import is killed once so many parcels are there.
const BEGUN: u32 = 4_096;

#[test]
fn an_import_that_was_killed_goes_on_and_each_parcel_is_there_once() {
	let Some(city) = City::load() else {
		// Past the test harness, which hides what a test that passes has printed.
		let note = "SKIPPED: there is no map of Genesis City; FREEHOLD_DATA names its folder";
		writeln!(stderr(), "{note}").unwrap();
		return;
	};
	let folder = folder();
	let _turn = my_turn();
	let base = tempfile::tempdir().unwrap();
	let node = Node::development(base.path());
	let bounds = ["--from", "-150,-150", "--to", "150,150"];
	let world = run(node.client().args(["world", "register"]).args(bounds), SOON).succeeded();
	let world = WorldId(world.json()["world"].as_u64().unwrap() as u32);
	let avatar = run(node.client().args(["avatar", "create"]), SOON).succeeded();
	let avatar = avatar.json()["avatar"].to_string();
	let import = || {
		let mut command = node.client();
		command.args(["land", "import", "--world", &world.to_string(), "--to", &avatar]);
		command.arg("--parcels").arg(folder.join("parcels.csv"));
		command.arg("--districts").arg(folder.join("districts.csv"));
		command
	};
	let client = node.wait(Client::connect(&node.url())).unwrap();
	let count = || node.wait(async { client.best().await?.parcel_count(world).await }).unwrap();

	let mut first = Process::start(&mut import());
	node.wait_for("some parcels to be there", SOON, || {
		assert_eq!(first.ended(), None, "the import ended: {}", first.log());
		(count() >= BEGUN).then_some(())
	});
	first.kill();

	let report = run(&mut import(), LIMIT).succeeded().json();
	let number = |name: &str| report[name].as_u64().unwrap() as usize;
	assert_eq!(number("parcels"), PARCELS, "{report}");
	assert!(number("were_there") >= BEGUN as usize, "{report}");
	assert!(number("issued") > 0, "the import was killed too late: {report}");
	assert_eq!(number("were_there") + number("issued"), PARCELS, "{report}");
	assert_eq!(number("clashes"), 0, "{report}");

	let again = run(&mut import(), LIMIT).succeeded().json();
	assert_eq!(again["were_there"], json!(PARCELS), "{again}");
	assert_eq!(again["issued"], 0, "{again}");

	let at = node.finalised().hash;
	let stored = node.wait(async { client.at(at).await?.parcels(world).await }).unwrap();
	assert_eq!(stored.len(), PARCELS);
	assert_eq!(count() as usize, PARCELS);
	let zones: BTreeMap<Coordinates, Zone> =
		stored.into_iter().map(|(at, parcel)| (at, parcel.zone)).collect();
	for (at, zone) in &city.parcels {
		assert_eq!(zones.get(at), Some(zone), "{at}");
	}
	assert_invariants(&node, at);
}
