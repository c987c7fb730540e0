// SPDX-License-Identifier: Apache-2.0

//! Writes weights down as Rust, in the form that every pallet has them.

use crate::{
	formula::{Formula, Line},
	plan::Component,
	rig::Records,
};

/// What the head of a file says of how it came about.
pub struct Heading<'a> {
	/// The day.
	pub date: &'a str,
	/// The machine.
	pub machine: &'a str,
	/// At how many values each component was measured.
	pub steps: u32,
	/// How often each of them was measured.
	pub repeat: u32,
}

/// A call that was measured.
pub struct Call {
	/// Its name.
	pub name: String,
	/// What its weight depends on.
	pub components: Vec<Component>,
	/// What it weighs.
	pub formula: Formula,
	/// The maps that it uses.
	pub records: Vec<Records>,
}

impl Call {
	/// The arguments of its function; what it does not use begins with `_`.
	fn arguments(&self, is_used: impl Fn(usize) -> bool) -> String {
		let argument = |(place, (name, ..)): (usize, &Component)| {
			let prefix = if is_used(place) { "" } else { "_" };
			format!("{prefix}{name}: u32")
		};
		self.components.iter().enumerate().map(argument).collect::<Vec<_>>().join(", ")
	}
}

/// The whole file.
pub fn whole(heading: &Heading<'_>, calls: &[Call]) -> String {
	let Heading { date, machine, steps, repeat } = heading;
	let declarations = calls.iter().map(declaration).collect::<String>();
	let definitions = calls.iter().map(definition).collect::<Vec<_>>().join("\n");
	format!(
		"\
// SPDX-License-Identifier: Apache-2.0
//! What the calls weigh. Written by `scripts/weights`: measure anew, do not edit.
//!
//! - date: {date}
//! - machine: {machine}
//! - measured: at {steps} values of each component, {repeat} times each

use core::marker::PhantomData;
use frame_support::{{traits::Get, weights::Weight}};

/// What each call weighs.
pub trait WeightInfo {{
{declarations}}}

/// Weights at the database weights of `T`.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {{
{definitions}}}
"
	)
}

/// The function in the trait.
fn declaration(call: &Call) -> String {
	let range = |(name, least, most): &Component| format!("`{name}` from {least} to {most}");
	let ranges = call.components.iter().map(range).collect::<Vec<_>>().join(", ");
	let ranges = if ranges.is_empty() { ranges } else { format!(", with {ranges}") };
	let (name, arguments) = (&call.name, call.arguments(|_| true));
	format!("\t/// `{name}`{ranges}.\n\tfn {name}({arguments}) -> Weight;\n")
}

/// The function in the implementation.
pub fn definition(call: &Call) -> String {
	let Formula { time, reads, writes, shortest } = &call.formula;
	let is_used = |place: usize| [time, reads, writes].iter().any(|line| slope(line, place) > 0);
	let mut terms = vec![
		format!("Weight::from_parts({}, 0)", grouped(time.base)),
		format!(".saturating_add({})", accesses(reads.base, writes.base)),
	];
	for (place, (name, ..)) in call.components.iter().enumerate() {
		let times = format!(".saturating_mul({name}.into())");
		let (time, reads, writes) = (slope(time, place), slope(reads, place), slope(writes, place));
		if time > 0 {
			let each = format!("Weight::from_parts({}, 0)", grouped(time));
			terms.push(format!(".saturating_add({each}{times})"));
		}
		if reads + writes > 0 {
			terms.push(format!(".saturating_add({}{times})", accesses(reads, writes)));
		}
	}
	let records = call.records.iter().map(|Records { map, reads, writes }| {
		format!("\t/// - `{map}`: reads {reads}, writes {writes}\n")
	});
	format!(
		"\
\t/// Computes for {:.1} µs at least; uses, at most:
{}\tfn {}({}) -> Weight {{
\t\t{}
\t}}
",
		*shortest as f64 / 1e3,
		records.collect::<String>(),
		call.name,
		call.arguments(is_used),
		terms.join("\n\t\t\t"),
	)
}

fn slope(line: &Line, place: usize) -> u128 {
	line.slopes.get(place).copied().unwrap_or_default()
}

fn accesses(reads: u128, writes: u128) -> String {
	format!("T::DbWeight::get().reads_writes({reads}, {writes})")
}

/// 12345678 as `12_345_678`.
fn grouped(number: u128) -> String {
	let digits = number.to_string();
	let mut grouped = String::new();
	for (place, digit) in digits.chars().enumerate() {
		if place > 0 && (digits.len() - place).is_multiple_of(3) {
			grouped.push('_');
		}
		grouped.push(digit);
	}
	grouped
}
