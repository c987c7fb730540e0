// SPDX-License-Identifier: Apache-2.0

//! A real map of 90,601 parcels is imported, although the import is killed on the way; its districts
//! become estates, it is handed out to 1,695 avatars, and it is drawn.

use freehold_client::{calls, AccountKey, Call, Client, Sender, Snapshot};
use freehold_primitives::{
	ids::{AvatarId, EstateId, WorldId},
	land::{Coordinates, Zone},
};
use freehold_tests::{
	city::{folder, City, District},
	node::{assert_invariants, my_turn, run, Node, Process, SOON},
};
use serde_json::{json, Value};
use sp_keyring::Sr25519Keyring;
use std::{
	collections::{BTreeMap, BTreeSet},
	env, fs,
	io::{stderr, Write},
	path::{Path, PathBuf},
	process::Command,
	time::Duration,
};

const PARCELS: usize = 90_601;

const LIMIT: Duration = Duration::from_secs(600);

/// The import is killed once so many parcels are there.
const BEGUN: u32 = 4_096;

/// One for each district that hangs together and is not public, and one for each side of Fashion
/// Street.
const ESTATES: usize = 41;

/// The largest district, in more steps than one.
const LARGEST: &str = "Aetheria";

/// A district in two parts.
const IN_TWO: &str = "Fashion Street";

/// Who gave land, and how much.
const CONTRIBUTORS: usize = 1_695;
const CONTRIBUTED: usize = 35_241;

/// How many avatars are created at once.
const CROWD: usize = 256;

/// Places on each side of the map, and pixels on each side of a place.
const SIDE: u64 = 301;
const SCALE: u64 = 5;

/// The map, if there is one.
fn load() -> Option<City> {
	let city = City::load();
	if city.is_none() {
		// Past the test harness, which hides what a test that passes has printed.
		let note = "SKIPPED: there is no map of Genesis City; FREEHOLD_DATA names its folder\n";
		stderr().write_all(note.as_bytes()).unwrap();
	}
	city
}

/// A world as large as the map, and an avatar.
fn begin(node: &Node) -> (WorldId, AvatarId) {
	let number = |it: &Value| u32::try_from(it.as_u64().unwrap()).unwrap();
	let bounds = ["--from", "-150,-150", "--to", "150,150"];
	let world = run(node.client().args(["world", "register"]).args(bounds), SOON).succeeded();
	let avatar = run(node.client().args(["avatar", "create"]), SOON).succeeded();
	(WorldId(number(&world.json()["world"])), AvatarId(number(&avatar.json()["avatar"])))
}

/// The command that imports the map.
fn import(node: &Node, world: WorldId, to: AvatarId) -> Command {
	let mut command = node.client();
	command.args(["land", "import", "--world", &world.to_string(), "--to", &to.to_string()]);
	command.arg("--parcels").arg(folder().join("parcels.csv"));
	command.arg("--districts").arg(folder().join("districts.csv"));
	command
}

#[test]
fn an_import_that_was_killed_goes_on_and_each_parcel_is_there_once() {
	let Some(city) = load() else { return };
	let _turn = my_turn();
	let base = tempfile::tempdir().unwrap();
	let node = Node::development(base.path());
	let (world, avatar) = begin(&node);
	let import = || import(&node, world, avatar);
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

#[test]
fn districts_become_estates_and_the_city_is_handed_out_and_drawn() {
	let Some(city) = load() else { return };
	let _turn = my_turn();
	let base = tempfile::tempdir().unwrap();
	let node = Node::development(base.path());
	let (world, treasury) = begin(&node);
	let imported = run(&mut import(&node, world, treasury), LIMIT).succeeded().json();
	assert_eq!(imported["issued"], json!(PARCELS), "{imported}");
	let story = Story { node: &node, city: &city, world, treasury, folder: base.path() };

	let estates = story.found();
	story.assert_estates(&estates);
	story.draw("genesis-city-estates.png");

	story.dissolve(&estates);
	story.create_avatars();
	story.hand_out();
	story.assert_shares();
	story.draw("genesis-city-owners.png");
	assert_invariants(&node, node.finalised().hash);
}

/// The estates, each with its places in an order of which every beginning hangs together.
type Estates = Vec<(EstateId, Vec<Coordinates>)>;

struct Story<'a> {
	node: &'a Node,
	city: &'a City,
	world: WorldId,
	treasury: AvatarId,
	folder: &'a Path,
}

impl Story<'_> {
	/// The largest one by the command, which goes in steps; the others by the library.
	fn found(&self) -> Estates {
		let (in_two, largest) = (self.named(IN_TWO), self.named(LARGEST));
		let apart = run(&mut self.found_command(in_two), SOON);
		apart.refused(2, &["do not hang together"]);
		let founded = run(&mut self.found_command(largest), SOON).succeeded().json();
		assert_eq!(founded["estate"], 0, "{founded}");
		assert_eq!(founded["parcels"], json!(largest.places.len()), "{founded}");

		let others = self.city.districts.iter();
		let others = others.filter(|it| !it.zone.is_public() && it.name != LARGEST);
		let pieces = largest.pieces().into_iter().chain(others.flat_map(District::pieces));
		let estates: Estates = (0..).map(EstateId).zip(pieces).collect();
		let steps = estates[1..].iter().flat_map(|(estate, order)| {
			let mut steps = order.chunks(calls::MAX_PARCELS);
			let first = steps.next().unwrap_or_default();
			let founded = calls::found_estate(self.world, self.treasury, first);
			let extended = steps.map(|places| calls::extend_estate(*estate, places));
			[founded].into_iter().chain(extended).collect::<Vec<_>>()
		});
		self.execute(&steps.collect::<Vec<_>>());
		estates
	}

	fn dissolve(&self, estates: &Estates) {
		let dissolve = ["land", "estate", "dissolve", "0"];
		run(self.node.client().args(dissolve), SOON).succeeded();
		let steps = estates[1..].iter().flat_map(|(estate, order)| {
			let beyond = order.chunks(calls::MAX_PARCELS).skip(1).rev();
			let reduced = beyond.map(|places| calls::reduce_estate(*estate, places));
			reduced.chain([calls::dissolve_estate(*estate)]).collect::<Vec<_>>()
		});
		self.execute(&steps.collect::<Vec<_>>());
		let left = self.node.wait(self.state().estates()).unwrap();
		assert!(left.is_empty(), "estates are left: {left:?}");
	}

	/// One for each contributor, after the treasury.
	fn create_avatars(&self) {
		assert_eq!(self.city.contributors.len(), CONTRIBUTORS);
		let client = self.client();
		let each: Vec<Call> = (0..CONTRIBUTORS).map(|_| calls::create_avatar()).collect();
		let crowds = each.chunks(CROWD).map(|crowd| calls::batch_all(&client, crowd).unwrap());
		self.execute(&crowds.collect::<Vec<_>>());
	}

	fn hand_out(&self) {
		let allotment = self.city.allotment();
		assert_eq!(allotment.len(), CONTRIBUTED);
		let lines = allotment.iter().map(|(at, owner)| {
			let Coordinates { x, y } = at;
			format!("{x},{y},{}\n", self.avatar(*owner))
		});
		let file = self.folder.join("allotment.csv");
		fs::write(&file, format!("x,y,to\n{}", lines.collect::<String>())).unwrap();

		let mut command = self.node.client();
		command
			.args(["land", "transfer-many", "--world", &self.world.to_string()])
			.arg(file);
		let report = run(&mut command, LIMIT).succeeded().json();
		assert_eq!(report["moved"], json!(CONTRIBUTED), "{report}");
	}

	/// Draws the world, and checks that there is a picture of it. It is kept in the folder that
	/// `FREEHOLD_PICTURES` names, for people to look at.
	fn draw(&self, name: &str) {
		let folder = env::var_os("FREEHOLD_PICTURES").map(PathBuf::from);
		let file = folder.as_deref().unwrap_or(self.folder).join(name);
		let mut command = self.node.client();
		command
			.args(["land", "map", "--world", &self.world.to_string(), "--out"])
			.arg(&file);
		let report = run(&mut command, LIMIT).succeeded().json();
		assert_eq!(report["parcels"], json!(PARCELS), "{report}");
		assert_eq!(report["scale"], json!(SCALE), "{report}");

		let (width, height) = png_size(&fs::read(&file).unwrap());
		assert_eq!(
			(report["width"].as_u64(), report["height"].as_u64()),
			(Some(width), Some(height))
		);
		assert!(width >= SIDE * SCALE, "the map is cut: {report}");
		assert!(height > SIDE * SCALE, "there is no legend below the map: {report}");
	}

	fn assert_estates(&self, estates: &Estates) {
		assert_eq!(estates.len(), ESTATES);
		let state = self.state();
		let stored = self.node.wait(state.estates()).unwrap();
		assert_eq!(stored.len(), ESTATES);
		for ((estate, details), (expected, order)) in stored.into_iter().zip(estates) {
			assert_eq!(estate, *expected);
			assert_eq!((details.world, details.holding.owner), (self.world, self.treasury));
			let places: BTreeSet<Coordinates> = order.iter().copied().collect();
			let ground = self.node.wait(state.ground(estate)).unwrap();
			assert!(ground == places, "estate {estate} has other places");
		}
	}

	fn assert_shares(&self) {
		let stored = self.node.wait(self.state().parcels(self.world)).unwrap();
		let mut counted = BTreeMap::<AvatarId, usize>::new();
		for (at, details) in stored {
			let holding = details.holding().unwrap_or_else(|| panic!("{at} is in an estate"));
			*counted.entry(holding.owner).or_default() += 1;
		}
		assert_eq!(counted.remove(&self.treasury), Some(PARCELS - CONTRIBUTED));
		assert_eq!(counted.len(), CONTRIBUTORS);
		for (place, contributor) in self.city.contributors.iter().enumerate() {
			let share = counted.get(&self.avatar(place));
			assert_eq!(share, Some(&contributor.parcels()), "{}", contributor.address);
		}
	}

	/// The avatar of a contributor.
	fn avatar(&self, contributor: usize) -> AvatarId {
		AvatarId(self.treasury.0 + 1 + u32::try_from(contributor).unwrap())
	}

	fn named(&self, name: &str) -> &District {
		self.city.districts.iter().find(|it| it.name == name).unwrap()
	}

	/// The command that founds an estate of a whole district.
	fn found_command(&self, district: &District) -> Command {
		let lines = district.places.iter().map(|Coordinates { x, y }| format!("{x},{y}\n"));
		let file = self.folder.join("district.csv");
		fs::write(&file, format!("x,y\n{}", lines.collect::<String>())).unwrap();
		let (world, owner) = (self.world.to_string(), self.treasury.to_string());
		let mut command = self.node.client();
		command.args(["land", "estate", "found", "--world", &world, "--owner", &owner]);
		command.arg("--file").arg(file);
		command
	}

	fn client(&self) -> Client {
		self.node.wait(Client::connect(&self.node.url())).unwrap()
	}

	/// Sends calls as Alice, who the commands are by, too, and waits until all are final.
	fn execute(&self, calls: &[Call]) {
		let client = self.client();
		let done = self.node.wait(async {
			let key = AccountKey::from(Sr25519Keyring::Alice.pair());
			Sender::new(client, key).await?.execute_all(calls, |_| ()).await
		});
		if let Err(error) = done {
			panic!("{error}\n{}", self.node.log());
		}
	}

	/// The final state.
	fn state(&self) -> Snapshot {
		let client = self.client();
		self.node.wait(client.finalised()).unwrap()
	}
}

/// Width and height of a PNG, by its header: a signature of eight bytes, the length and the name of
/// the first chunk, and these two, with the highest byte first.
fn png_size(bytes: &[u8]) -> (u64, u64) {
	assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"), "it is no PNG");
	assert_eq!(&bytes[12..16], b"IHDR");
	let number = |at: usize| u64::from(u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()));
	(number(16), number(20))
}
