// SPDX-License-Identifier: Apache-2.0
//! Test vectors of what players sign, `orders.json`, for whoever signs in another language: the
//! file is what this code makes, and each verdict in it is that of the settlement kernel.
//! `FREEHOLD_BLESS=1` writes it anew.

mod books;
mod cases;
mod edges;
mod keys;
mod plain;
mod vector;

use plain::Document;
use serde_json::Value;
use std::{env, fs};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/vectors/orders.json");

#[test]
fn vectors_are_what_the_code_makes() {
	let kept = fs::read_to_string(PATH).unwrap_or_default();
	let made = made(&kept);
	if env::var("FREEHOLD_BLESS").is_ok_and(|it| it == "1") {
		fs::write(PATH, made).expect("the checkout is writable");
		return;
	}
	let differs = kept.lines().zip(made.lines()).find(|(kept, made)| kept != made);
	assert_eq!(differs, None, "kept and made; FREEHOLD_BLESS=1 writes the file anew");
	assert!(kept == made, "one of the two is longer; FREEHOLD_BLESS=1 writes the file anew");
}

#[test]
fn every_verdict_is_the_kernels_and_follows_from_the_signatures() {
	for vector in cases::all(&Value::Null) {
		let (order, acceptance) = vector.valid();
		assert_eq!(vector.outcome().is_settled(), order && acceptance, "{}", vector.name);
	}
}

#[test]
fn every_vector_has_a_name_of_its_own() {
	let mut names: Vec<_> = cases::all(&Value::Null).iter().map(|it| it.name.clone()).collect();
	let all = names.len();
	names.sort();
	names.dedup();
	assert_eq!(names.len(), all);
}

/// The file's text. Signatures by chance, of which the kept file has some, stay as they are.
fn made(kept: &str) -> String {
	let kept = serde_json::from_str(kept).unwrap_or(Value::Null);
	let document = Document::new(&cases::all(&kept));
	let text = serde_json::to_string_pretty(&document).expect("all of it has a form in JSON");
	format!("{text}\n")
}
