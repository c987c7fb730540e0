// SPDX-License-Identifier: Apache-2.0
//! Reads the chain's records as they were after one block.

mod avatars;
mod items;
mod land;
mod leases;
mod market;
mod view;
mod worlds;

pub use view::Preview;

use crate::{
	client::Methods,
	records::AccountInfo,
	storage::{blake2_concat, prefix},
	transaction::decode,
	Error,
};
use codec::{Decode, Encode};
use freehold_primitives::{
	asset::{Holding, UniqueId},
	chain::{AccountId, BlockNumber, Hash},
};
use std::collections::BTreeMap;
use subxt::metadata::ArcMetadata;

/// How many records are asked for at once.
const PAGE: u32 = 512;

/// The state after one block. All that it reads belongs together, whatever happens meanwhile.
///
/// Every method errs if the node does not answer, no longer has the block's state, or stores
/// something that this version does not know.
#[derive(Clone)]
pub struct Snapshot {
	methods: Methods,
	metadata: ArcMetadata,
	hash: Hash,
	number: BlockNumber,
}

#[allow(clippy::missing_errors_doc, reason = "the errors of all are told at the type")]
impl Snapshot {
	pub(crate) fn new(
		methods: Methods,
		metadata: ArcMetadata,
		hash: Hash,
		number: BlockNumber,
	) -> Self {
		Self { methods, metadata, hash, number }
	}

	/// The block.
	pub fn block(&self) -> Hash {
		self.hash
	}

	/// The block's number.
	pub fn number(&self) -> BlockNumber {
		self.number
	}

	/// An account of the currency; empty if it does not exist.
	pub async fn account(&self, who: &AccountId) -> Result<AccountInfo, Error> {
		let key = [prefix("System", "Account"), blake2_concat(&who.encode())].concat();
		Ok(self.value("an account", &key).await?.unwrap_or_default())
	}

	/// Who owns a unique asset.
	pub async fn holding(&self, asset: UniqueId) -> Result<Option<Holding>, Error> {
		match asset {
			UniqueId::Item(item) => Ok(self.item(item).await?.map(|details| details.holding)),
			UniqueId::Parcel(parcel) => self.parcel_holding(parcel).await,
			UniqueId::Estate(estate) => {
				Ok(self.estate(estate).await?.map(|details| details.holding))
			},
		}
	}

	/// A constant of a pallet.
	fn constant<T: Decode>(&self, pallet: &str, name: &str) -> Result<T, Error> {
		let found = self.metadata.pallet_by_name(pallet);
		let constant = found.and_then(|pallet| pallet.constant_by_name(name));
		let missing = || Error::undecodable(name, "the runtime has no such constant");
		decode(name, constant.ok_or_else(missing)?.value())
	}

	/// The record under a key; `what` names it in errors.
	async fn value<T: Decode>(&self, what: &str, key: &[u8]) -> Result<Option<T>, Error> {
		let bytes = self.methods.state_get_storage(key, Some(self.hash)).await?;
		bytes.map(|bytes| decode(what, &bytes)).transpose()
	}

	/// The records under some keys, which differ, in the order of these.
	async fn values<T: Decode>(
		&self,
		what: &str,
		keys: &[Vec<u8>],
	) -> Result<Vec<Option<T>>, Error> {
		let mut found: BTreeMap<Vec<u8>, Vec<u8>> = self.fetch(keys).await?.into_iter().collect();
		let values = keys.iter().map(|key| found.remove(key));
		values
			.map(|bytes| bytes.map(|bytes| decode(what, &bytes)).transpose())
			.collect()
	}

	/// All records under a prefix in the order of their keys, each with the rest of its key.
	async fn entries<T: Decode>(
		&self,
		what: &str,
		prefix: &[u8],
	) -> Result<Vec<(Vec<u8>, T)>, Error> {
		let mut entries = Vec::new();
		let mut last: Option<Vec<u8>> = None;
		loop {
			let keys = self.keys(prefix, last.as_deref()).await?;
			for (key, value) in self.fetch(&keys).await? {
				if let Some(rest) = key.strip_prefix(prefix) {
					entries.push((rest.to_vec(), decode(what, &value)?));
				}
			}
			last = match keys.last() {
				Some(last) => Some(last.clone()),
				None => return Ok(entries),
			};
		}
	}

	/// The next keys under a prefix after one: at most [`PAGE`].
	async fn keys(&self, prefix: &[u8], after: Option<&[u8]>) -> Result<Vec<Vec<u8>>, Error> {
		Ok(self.methods.state_get_keys_paged(prefix, PAGE, after, Some(self.hash)).await?)
	}

	/// What is stored under keys, each with its key.
	async fn fetch(&self, keys: &[Vec<u8>]) -> Result<Vec<(Vec<u8>, Vec<u8>)>, Error> {
		let mut found = Vec::with_capacity(keys.len());
		for page in keys.chunks(PAGE as usize) {
			let page: Vec<&[u8]> = page.iter().map(Vec::as_slice).collect();
			let sets = self.methods.state_query_storage_at(page, Some(self.hash)).await?;
			let changes = sets.into_iter().flat_map(|set| set.changes);
			found.extend(changes.filter_map(|(key, value)| Some((key.0, value?.0))));
		}
		Ok(found)
	}
}

/// The records with their keys read.
fn keyed<K, V>(
	entries: Vec<(Vec<u8>, V)>,
	read: impl Fn(&[u8]) -> Result<K, Error>,
) -> Result<Vec<(K, V)>, Error> {
	entries.into_iter().map(|(key, value)| Ok((read(&key)?, value))).collect()
}

/// A key of exactly `N` bytes.
fn exact<const N: usize>(key: &[u8]) -> Result<[u8; N], Error> {
	key.try_into().map_err(|reason| Error::undecodable("a storage key", reason))
}
