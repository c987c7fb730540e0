// SPDX-License-Identifier: Apache-2.0

//! Figures and tables as Markdown.

/// A table.
pub struct Table {
	columns: usize,
	text: String,
}

impl Table {
	/// One without rows. All columns but the first are of numbers.
	pub fn new(columns: &[&str]) -> Self {
		let mut table = Self { columns: columns.len(), text: String::new() };
		table.line(columns.iter().map(ToString::to_string));
		let rule = |column| String::from(if column == 0 { "---" } else { "--:" });
		table.line((0..columns.len()).map(rule));
		table
	}

	/// With one row more; what it lacks is left empty.
	#[must_use]
	pub fn row(mut self, cells: impl IntoIterator<Item = String>) -> Self {
		let none = std::iter::repeat_with(String::new);
		let columns = self.columns;
		self.line(cells.into_iter().chain(none).take(columns));
		self
	}

	/// The table, and an empty line after it.
	pub fn finish(self) -> String {
		self.text + "\n"
	}

	fn line(&mut self, cells: impl Iterator<Item = String>) {
		let cells: Vec<_> = cells.collect();
		self.text += &format!("| {} |\n", cells.join(" | "));
	}
}

/// A number with its thousands apart.
pub fn whole(number: f64) -> String {
	let digits = format!("{:.0}", number.abs());
	let mut text = String::new();
	for (place, digit) in digits.chars().enumerate() {
		if place > 0 && (digits.len() - place).is_multiple_of(3) {
			text.push(',');
		}
		text.push(digit);
	}
	let sign = if number < 0.0 && digits != "0" { "-" } else { "" };
	format!("{sign}{text}")
}

/// A count with its thousands apart.
pub fn count(number: impl Into<u64>) -> String {
	whole(number.into() as f64)
}

/// A number with so many digits that it says something.
pub fn short(number: f64) -> String {
	match number.abs() {
		size if size >= 100.0 => whole(number),
		size if size >= 10.0 => format!("{number:.1}"),
		_ => format!("{number:.2}"),
	}
}

/// How many times.
pub fn times(number: f64) -> String {
	format!("{} ×", short(number))
}

/// Bytes in MiB.
pub fn mebibytes(bytes: u64) -> String {
	format!("{} MiB", whole(bytes as f64 / 1_048_576.0))
}

/// Points of a list, and an empty line after it.
pub fn list<Point: AsRef<str>>(points: impl IntoIterator<Item = Point>) -> String {
	let points = points.into_iter().map(|point| format!("- {}\n", point.as_ref()));
	points.collect::<String>() + "\n"
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn thousands_stand_apart() {
		for (number, text) in [
			(0.0, "0"),
			(999.4, "999"),
			(999.5, "1,000"),
			(-0.2, "0"),
			(-1_234.0, "-1,234"),
			(1_234_567.0, "1,234,567"),
		] {
			assert_eq!(whole(number), text);
		}
	}

	#[test]
	fn small_numbers_have_more_digits() {
		assert_eq!([0.123, 1.0, 12.34, 123.4].map(short), ["0.12", "1.00", "12.3", "123"]);
		assert_eq!(times(4.321), "4.32 ×");
		assert_eq!(mebibytes(3 << 20), "3 MiB");
	}

	#[test]
	fn every_row_has_every_column() {
		let table = Table::new(&["what", "one", "two"]).row(["a".into(), "1".into()]).finish();

		assert_eq!(table, "| what | one | two |\n| --- | --: | --: |\n| a | 1 |  |\n\n");
	}
}
