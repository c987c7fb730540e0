// SPDX-License-Identifier: Apache-2.0
use super::Context;
use crate::{
	failure::Failure,
	keyring::{Scheme, StoredKey},
	output::{facts, table},
};
use clap::Subcommand;
use serde_json::{json, Value};
use std::io::stdin;

#[derive(Subcommand)]
pub enum Keys {
	/// Make a new key and store it.
	Generate {
		/// How to call it: letters, digits, - and _.
		name: String,
		/// `sr25519` for an account, `ed25519` for a device.
		#[arg(long, value_enum, default_value = "sr25519")]
		scheme: Scheme,
	},
	/// List the stored keys.
	List,
	/// Show a key.
	Show {
		/// The key's name, or the path of its file.
		name: String,
		/// Show the secret, too.
		#[arg(long)]
		reveal: bool,
	},
	/// Store a key whose secret is read from standard input.
	Import {
		/// How to call it: letters, digits, - and _.
		name: String,
		/// `sr25519` for an account, `ed25519` for a device.
		#[arg(long, value_enum, default_value = "sr25519")]
		scheme: Scheme,
	},
}

pub fn run(context: &Context, verb: &Keys) -> Result<(), Failure> {
	match verb {
		Keys::Generate { name, scheme } => store(context, name, &StoredKey::generate(*scheme)?),
		Keys::Import { name, scheme } => {
			let mut secret = String::new();
			stdin()
				.read_line(&mut secret)
				.map_err(|reason| Failure::Input(format!("no secret can be read: {reason}")))?;
			store(context, name, &StoredKey::from_secret(*scheme, secret.trim().into())?)
		},
		Keys::List => {
			let keys = context.keyring.list()?;
			let rows = keys
				.iter()
				.map(|(name, key)| vec![name.clone(), scheme_name(key.scheme).into(), shown(key)]);
			let table = table(&["name", "scheme", "address or public key"], rows);
			let json: Vec<Value> = keys.iter().map(|(name, key)| described(name, key)).collect();
			context.output.finish(table, &json!({ "keys": json }));
			Ok(())
		},
		Keys::Show { name, reveal } => {
			let key = context.keyring.load(name)?;
			let mut json = described(name, &key);
			let secret = if *reveal { key.secret.clone() } else { "hidden: --reveal".into() };
			if *reveal {
				json["secret"] = json!(key.secret);
			}
			let table = facts([
				("name", name.clone()),
				("scheme", scheme_name(key.scheme).into()),
				("address", key.address().unwrap_or_else(|| "none".into())),
				("public key", key.public),
				("secret", secret),
			]);
			context.output.finish(table, &json);
			Ok(())
		},
	}
}

fn store(context: &Context, name: &str, key: &StoredKey) -> Result<(), Failure> {
	let path = context.keyring.store(name, key)?;
	let human = format!(
		"{}\nstored as `{name}` in {}; keep a copy: nobody else has one",
		shown(key),
		path.display()
	);
	context.output.finish(human, &described(name, key));
	Ok(())
}

fn described(name: &str, key: &StoredKey) -> Value {
	json!({
		"name": name,
		"scheme": key.scheme,
		"public": key.public,
		"address": key.address(),
	})
}

fn shown(key: &StoredKey) -> String {
	key.address().unwrap_or_else(|| key.public.clone())
}

fn scheme_name(scheme: Scheme) -> &'static str {
	match scheme {
		Scheme::Sr25519 => "sr25519",
		Scheme::Ed25519 => "ed25519",
	}
}
