// SPDX-License-Identifier: Apache-2.0
mod write;

use crate::{
	commands::{pointer, unknown, Context},
	failure::Failure,
	output::table,
	parse,
};
use clap::{Args, Subcommand};
use comfy_table::Table;
use freehold_client::{
	calls,
	events::AttributeDefined,
	records::{AttributeDetails, AttributeKey, Writer},
	Snapshot,
};
use freehold_primitives::ids::{ItemId, KindId};
use serde_json::{json, Value};

#[derive(Subcommand)]
pub enum Attribute {
	/// Let the items of a kind have an attribute; who writes it never changes.
	Define {
		/// Such as 3/0.
		#[arg(value_parser = parse::kind)]
		kind: KindId,
		/// What it is called, up to 32 bytes.
		#[arg(value_parser = parse::attribute)]
		name: String,
		/// Who writes it: issuer, holder, or, if the kind is burnable, the servers of a world, as
		/// in world:0.
		#[arg(long, value_parser = parse::writer)]
		writer: Writer,
	},
	/// Write attributes of an item, as its issuer or its holder.
	Set(Set),
	/// Write attributes of items as a server of a world.
	///
	/// Each has a counter that only grows, so that what is late or comes twice changes nothing.
	Write(write::Write),
	/// Show the attributes of an item.
	Show {
		/// Such as 3#17.
		#[arg(value_parser = parse::item)]
		item: ItemId,
	},
}

#[derive(Args)]
pub struct Set {
	/// Such as 3#17.
	#[arg(value_parser = parse::item)]
	item: ItemId,
	/// Attributes and what they say: text, or bytes in hex after 0x; up to 64 bytes.
	#[arg(
		value_name = "NAME=VALUE",
		value_parser = parse::assignment,
		required_unless_present = "clear"
	)]
	values: Vec<(String, Vec<u8>)>,
	/// An attribute to take away; may be repeated.
	#[arg(long, value_name = "NAME")]
	clear: Vec<String>,
}

pub async fn run(context: &Context, verb: &Attribute) -> Result<(), Failure> {
	match verb {
		Attribute::Define { kind, name, writer } => {
			let call = calls::define_attribute(*kind, name, *writer);
			let receipt = context.sender().await?.execute(&call).await?;
			let key = receipt.expect::<AttributeDefined>()?.key;
			let done = format!("items of kind {kind} may have `{name}`, written by {writer}");
			context.report(&done, json!({ "key": key }), &receipt);
			Ok(())
		},
		Attribute::Set(arguments) => set(context, arguments).await,
		Attribute::Write(arguments) => write::run(context, arguments).await,
		Attribute::Show { item } => show(context, *item).await,
	}
}

async fn set(context: &Context, arguments: &Set) -> Result<(), Failure> {
	let Set { item, values, clear } = arguments;
	let mut sender = context.sender().await?;
	let state = sender.client().finalised().await?;
	let keys = Keys::of(&state, *item).await?;
	let mut changes = Vec::new();
	for (name, value) in values {
		changes.push((keys.number(name)?, Some(value.clone())));
	}
	for name in clear {
		changes.push((keys.number(name)?, None));
	}
	let receipt = sender.execute(&calls::set_attributes(*item, &changes)).await?;
	let done = format!("item {item} has {} of its attributes changed", changes.len());
	context.report(&done, json!({ "changes": changes.len() }), &receipt);
	Ok(())
}

async fn show(context: &Context, item: ItemId) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let written = Written::read(&state, item).await?;
	let json = json!({ "attributes": written.json(), "block": state.block() });
	context.output.finish(written.table(), &json);
	Ok(())
}

/// The attributes that a kind defines.
pub struct Keys {
	kind: KindId,
	keys: Vec<(u8, AttributeKey)>,
}

impl Keys {
	/// Those of an item's kind.
	async fn of(state: &Snapshot, item: ItemId) -> Result<Self, Failure> {
		let details = state.item(item).await?.ok_or_else(|| unknown(format!("item {item}")))?;
		let kind = details.kind_in(item.collection);
		Ok(Self { kind, keys: state.attribute_keys(kind).await? })
	}

	/// The number of an attribute.
	fn number(&self, name: &str) -> Result<u8, Failure> {
		let found = self.keys.iter().find(|(_, key)| key.name == name);
		found.map(|(number, _)| *number).ok_or_else(|| {
			let names: Vec<&str> = self.keys.iter().map(|(_, key)| key.name.as_str()).collect();
			let known = match names.is_empty() {
				true => "it defines none".to_owned(),
				false => format!("there are {}", names.join(", ")),
			};
			Failure::Check(format!("kind {} has no attribute `{name}`: {known}", self.kind))
		})
	}
}

/// What is written on an item.
pub struct Written(Vec<(AttributeKey, AttributeDetails)>);

impl Written {
	pub async fn read(state: &Snapshot, item: ItemId) -> Result<Self, Failure> {
		let Keys { keys, .. } = Keys::of(state, item).await?;
		let mut written = Vec::new();
		for (number, details) in state.attributes(item).await? {
			if let Some((_, key)) = keys.iter().find(|(it, _)| *it == number) {
				written.push((key.clone(), details));
			}
		}
		Ok(Self(written))
	}

	pub fn table(&self) -> Table {
		let rows = self.0.iter().map(|(key, details)| {
			let counter = match key.writer {
				Writer::Server(_) => details.counter.to_string(),
				Writer::Issuer | Writer::Holder => String::new(),
			};
			vec![key.name.clone(), pointer(&details.value), key.writer.to_string(), counter]
		});
		table(&["attribute", "says", "written by", "counter"], rows)
	}

	pub fn json(&self) -> Value {
		let one = |(key, details): &(AttributeKey, AttributeDetails)| {
			json!({
				"name": key.name,
				"value": pointer(&details.value),
				"writer": key.writer.to_string(),
				"counter": details.counter,
			})
		};
		self.0.iter().map(one).collect()
	}
}

/// The attributes that a kind defines, as a table.
pub fn keys_table(keys: &[(u8, AttributeKey)]) -> Table {
	let rows = keys
		.iter()
		.map(|(_, key)| vec![key.name.clone(), key.writer.to_string(), key.from.to_string()]);
	table(&["attribute", "written by", "from item"], rows)
}

/// The same for programs.
pub fn keys_json(keys: &[(u8, AttributeKey)]) -> Value {
	let shown = |(number, key): &(u8, AttributeKey)| {
		let (writer, from) = (key.writer.to_string(), key.from);
		json!({ "key": number, "name": key.name, "writer": writer, "from": from })
	};
	keys.iter().map(shown).collect()
}

#[cfg(test)]
mod tests {
	use super::*;
	use freehold_primitives::ids::CollectionId;

	#[test]
	fn an_attribute_that_is_not_defined_is_told_with_those_that_are() {
		let kind = KindId { collection: CollectionId(3), index: 0 };
		let key = |name: &str| AttributeKey { name: name.into(), writer: Writer::Holder, from: 0 };
		let keys = Keys { kind, keys: vec![(0, key("name")), (1, key("level"))] };
		let told = |keys: &Keys| keys.number("colour").err().map(|failure| failure.to_string());

		assert_eq!(keys.number("level").ok(), Some(1));
		assert_eq!(
			told(&keys),
			Some("kind 3/0 has no attribute `colour`: there are name, level".into())
		);
		assert_eq!(
			told(&Keys { kind, keys: Vec::new() }),
			Some("kind 3/0 has no attribute `colour`: it defines none".into())
		);
	}
}
