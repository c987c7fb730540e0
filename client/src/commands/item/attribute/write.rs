// SPDX-License-Identifier: Apache-2.0
//! What a world's server writes, one item at a time or from a file.

use super::Keys;
use crate::{
	commands::{bulk::Bulk, unknown, Context},
	failure::Failure,
	output::table,
	parse,
};
use clap::Args;
use codec::Encode;
use freehold_client::{
	calls,
	events::AttributesWritten,
	records::{self, WriteRefusal},
	Receipt, Snapshot,
};
use freehold_primitives::ids::{ItemId, KindId, WorldId};
use serde_json::{json, Value};
use std::{
	collections::{btree_map::Entry, BTreeMap},
	fs::File,
	io::Read,
	path::PathBuf,
};

#[derive(Args)]
pub struct Write {
	/// The world whose servers write.
	#[arg(long)]
	world: u32,
	/// Such as 3#17.
	#[arg(value_parser = parse::item, required_unless_present = "file")]
	item: Option<ItemId>,
	/// Attributes and what they say: text, or bytes in hex after 0x; up to 64 bytes.
	#[arg(
		value_name = "NAME=VALUE",
		value_parser = parse::assignment,
		required_unless_present = "file"
	)]
	values: Vec<(String, Vec<u8>)>,
	/// The counter of all of them; one more than each has if not told.
	#[arg(long, value_name = "NUMBER", conflicts_with = "file")]
	counter: Option<u64>,
	/// CSV with columns item, name and value, and perhaps counter.
	#[arg(long, conflicts_with_all = ["item", "values"])]
	file: Option<PathBuf>,
}

/// What is to be written, by names.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
	item: ItemId,
	name: String,
	value: Vec<u8>,
	counter: Option<u64>,
}

pub async fn run(context: &Context, arguments: &Write) -> Result<(), Failure> {
	let world = WorldId(arguments.world);
	let lines = arguments.lines()?;
	if lines.is_empty() {
		return Err(Failure::Input("there is nothing to write".into()));
	}
	let mut sender = context.sender().await?;
	let state = sender.client().best().await?;
	let writes = resolve(&state, &lines).await?;
	let chunks: Vec<&[records::Write]> = writes.chunks(state.max_writes()?).collect();
	let calls = chunks.iter().map(|chunk| (calls::write_attributes(world, chunk), chunk.len()));
	let bulk = Bulk { what: "attributes", calls: calls.collect() };
	let receipts = bulk.execute(&mut sender).await?;
	let sizes: Vec<usize> = chunks.iter().map(|chunk| chunk.len()).collect();
	let refused = refused(&receipts, &sizes)?;
	tell(context, &lines, &refused, &receipts)
}

/// The places of the writes that were left out, among all.
fn refused(receipts: &[Receipt], sizes: &[usize]) -> Result<Vec<(usize, WriteRefusal)>, Failure> {
	let (mut refused, mut before) = (Vec::new(), 0);
	for (receipt, size) in receipts.iter().zip(sizes) {
		for (place, reason) in receipt.expect::<AttributesWritten>()?.refused {
			refused.push((before + usize::try_from(place).unwrap_or(usize::MAX), reason));
		}
		before += size;
	}
	Ok(refused)
}

fn tell(
	context: &Context,
	lines: &[Line],
	refused: &[(usize, WriteRefusal)],
	receipts: &[Receipt],
) -> Result<(), Failure> {
	let named = refused.iter().filter_map(|(place, reason)| Some((lines.get(*place)?, reason)));
	let (mut rows, mut json): (Vec<Vec<String>>, Vec<Value>) = (Vec::new(), Vec::new());
	for (Line { item, name, .. }, reason) in named {
		rows.push(vec![format!("item {item}"), name.clone(), reason.to_string()]);
		json.push(json!({
			"item": item.to_string(),
			"name": name,
			"reason": reason.to_string(),
			"number": reason.encode().first(),
		}));
	}
	let written = lines.len() - refused.len();
	let mut done = format!("{written} of {} attributes are written", lines.len());
	if !rows.is_empty() {
		let listed = table(&["item", "attribute", "left out because"], rows);
		done = format!("{listed}\n{done}");
	}
	if let Some(last) = receipts.last() {
		context.report(&done, json!({ "written": written, "refused": json }), last);
	}
	if written == 0 {
		return Err(Failure::Check("none of the attributes was written".into()));
	}
	Ok(())
}

impl Write {
	fn lines(&self) -> Result<Vec<Line>, Failure> {
		if let Some(path) = &self.file {
			let file = File::open(path).map_err(|reason| {
				Failure::Input(format!("{} can't be read: {reason}", path.display()))
			})?;
			return read(file).map_err(|flaw| {
				Failure::Input(format!(
					"{} can't be used, and nothing was sent: {flaw}",
					path.display()
				))
			});
		}
		let item = self.item.ok_or_else(|| Failure::Input("say which item".into()))?;
		let line = |(name, value): &(String, Vec<u8>)| Line {
			item,
			name: name.clone(),
			value: value.clone(),
			counter: self.counter,
		};
		Ok(self.values.iter().map(line).collect())
	}
}

/// The lines of a file; or what is wrong with the first that is none.
fn read(file: impl Read) -> Result<Vec<Line>, String> {
	let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(file);
	let header = reader.headers().map_err(|reason| reason.to_string())?.clone();
	let column = |name: &str| header.iter().position(|it| it.eq_ignore_ascii_case(name));
	let needed = |name: &str| column(name).ok_or_else(|| format!("there is no column `{name}`"));
	let (item, name, value) = (needed("item")?, needed("name")?, needed("value")?);
	let counter = column("counter");
	let mut lines = Vec::new();
	for (place, record) in reader.records().enumerate() {
		let record = record.map_err(|reason| reason.to_string())?;
		let field = |column: usize| record.get(column).unwrap_or_default();
		let flawed = |reason: String| format!("line {}: {reason}", place + 2);
		let counter = match counter.map(field).filter(|text| !text.is_empty()) {
			None => None,
			Some(text) => {
				Some(text.parse().map_err(|_| flawed(format!("`{text}` is not a counter")))?)
			},
		};
		lines.push(Line {
			item: parse::item(field(item)).map_err(flawed)?,
			name: parse::attribute(field(name)).map_err(flawed)?,
			value: parse::value(field(value)).map_err(flawed)?,
			counter,
		});
	}
	Ok(lines)
}

/// With the numbers of the attributes, and with counters that go on where the chain's are.
async fn resolve(state: &Snapshot, lines: &[Line]) -> Result<Vec<records::Write>, Failure> {
	let mut keys: BTreeMap<KindId, Keys> = BTreeMap::new();
	let mut kinds: BTreeMap<ItemId, KindId> = BTreeMap::new();
	let mut counters: BTreeMap<(ItemId, u8), u64> = BTreeMap::new();
	let mut writes = Vec::with_capacity(lines.len());
	for Line { item, name, value, counter } in lines {
		if let Entry::Vacant(place) = kinds.entry(*item) {
			let details = state.item(*item).await?;
			let details = details.ok_or_else(|| unknown(format!("item {item}")))?;
			place.insert(details.kind_in(item.collection));
			for (number, attribute) in state.attributes(*item).await? {
				counters.insert((*item, number), attribute.counter);
			}
		}
		let kind = kinds[item];
		if let Entry::Vacant(place) = keys.entry(kind) {
			place.insert(Keys { kind, keys: state.attribute_keys(kind).await? });
		}
		let key = keys[&kind].number(name)?;
		let last = counters.entry((*item, key)).or_default();
		let counter = counter.unwrap_or(last.saturating_add(1));
		*last = counter;
		writes.push(records::Write { item: *item, key, counter, value: value.clone() });
	}
	Ok(writes)
}

#[cfg(test)]
mod tests {
	use super::*;
	use freehold_primitives::ids::CollectionId;

	fn line(serial: u32, name: &str, value: &[u8], counter: Option<u64>) -> Line {
		let item = ItemId { collection: CollectionId(3), serial };
		Line { item, name: name.into(), value: value.to_vec(), counter }
	}

	#[test]
	fn a_file_says_what_is_written() {
		let file = "item,name,value,counter\n3#1,level,12,\n3#2,seal,0x0102,7\n";

		assert_eq!(
			read(file.as_bytes()),
			Ok(vec![line(1, "level", b"12", None), line(2, "seal", &[1, 2], Some(7))])
		);
		let without = read("item,name,value\n3#1,level,12\n".as_bytes());
		assert_eq!(without, Ok(vec![line(1, "level", b"12", None)]));
	}

	#[test]
	fn what_is_wrong_with_a_file_is_told_by_its_line() {
		for (file, told) in [
			("item,name\n", "there is no column `value`"),
			(
				"item,name,value\n3#1,a,1\n3,a,1\n",
				"line 3: `3` is not an item: write it as COLLECTION#SERIAL",
			),
			("item,name,value,counter\n3#1,a,1,x\n", "line 2: `x` is not a counter"),
		] {
			assert_eq!(read(file.as_bytes()), Err(told.into()));
		}
	}
}
