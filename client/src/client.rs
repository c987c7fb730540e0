// SPDX-License-Identifier: Apache-2.0
use crate::{
	transaction::{explain, RawEvent},
	Call, Error, Snapshot,
};
use freehold_primitives::chain::{AccountId, BlockNumber, Hash};
use sp_runtime::DispatchError;
use std::sync::Arc;
use subxt::{
	backend::LegacyBackend,
	client::OnlineClientAtBlock,
	config::RpcConfigFor,
	metadata::{ArcMetadata, Metadata},
	rpcs::{LegacyRpcMethods, RpcClient},
	utils::AccountId32,
	OnlineClient, SubstrateConfig,
};

pub(crate) type Methods = LegacyRpcMethods<RpcConfigFor<SubstrateConfig>>;

/// A connection to a node. Clones share it.
#[derive(Clone)]
pub struct Client {
	url: Arc<str>,
	api: OnlineClient<SubstrateConfig>,
	methods: Methods,
	metadata: ArcMetadata,
}

impl Client {
	/// Connects to the node at a WebSocket address and learns its runtime's metadata.
	///
	/// # Errors
	/// If no node answers there.
	pub async fn connect(url: &str) -> Result<Self, Error> {
		// Each layer of the connection puts these words before its reason.
		let unreachable = |reason: String| {
			let reason = reason.replace("RPC error: client error: ", "");
			Error::Unreachable { url: url.into(), reason }
		};
		let rpc = RpcClient::from_insecure_url(url)
			.await
			.map_err(|reason| unreachable(reason.to_string()))?;
		// The older RPC methods: every node serves them, and their transaction watch tells of
		// retracted blocks.
		let backend = LegacyBackend::<SubstrateConfig>::builder().build(rpc.clone());
		let api = OnlineClient::from_backend_with_config(SubstrateConfig::new(), Arc::new(backend))
			.await
			.map_err(|reason| unreachable(reason.to_string()))?;
		let metadata = api.at_current_block().await?.metadata();
		Ok(Self { url: url.into(), api, methods: LegacyRpcMethods::new(rpc), metadata })
	}

	/// The address connected to.
	pub fn url(&self) -> &str {
		&self.url
	}

	/// Hash of the chain's first block, which names the chain.
	pub fn genesis(&self) -> Hash {
		self.api.genesis_hash()
	}

	/// The runtime's description, as it was when the connection was made.
	pub fn metadata(&self) -> &Metadata {
		&self.metadata
	}

	/// The error of a call that was made within another, by its name.
	pub fn explain(&self, error: DispatchError) -> Error {
		Error::Dispatch(explain(error, &self.metadata))
	}

	/// Whether the chain is one for development, whose accounts everyone knows the keys of.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn is_development(&self) -> Result<bool, Error> {
		Ok(self.methods.system_chain_type().await? == "Development")
	}

	/// The state after the last finalised block.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn finalised(&self) -> Result<Snapshot, Error> {
		let hash = self.methods.chain_get_finalized_head().await?;
		self.at(hash).await
	}

	/// The state after the best block, which may yet be replaced by another.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn best(&self) -> Result<Snapshot, Error> {
		let hash = self.methods.chain_get_block_hash(None).await?;
		self.at(hash.ok_or_else(|| Error::Block("there is no best block".into()))?)
			.await
	}

	/// The state after a block.
	///
	/// # Errors
	/// If the node does not have the block.
	pub async fn at(&self, hash: Hash) -> Result<Snapshot, Error> {
		let header = self.methods.chain_get_header(Some(hash)).await?;
		let header = header.ok_or_else(|| Error::Block(format!("there is none {hash:?}")))?;
		let number = BlockNumber::try_from(header.number)
			.map_err(|reason| Error::undecodable("the block's number", reason))?;
		Ok(Snapshot::new(self.methods.clone(), self.metadata.clone(), hash, number))
	}

	/// The nonce of the next transaction, after those that wait in the node's pool.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn next_nonce(&self, account: &AccountId) -> Result<u64, Error> {
		let account: [u8; 32] = account.clone().into();
		Ok(self.methods.system_account_next_index(&AccountId32(account)).await?)
	}

	/// The events of the best chain's block of this number.
	///
	/// # Errors
	/// If the node does not have the block or its state.
	pub async fn events_of(&self, number: BlockNumber) -> Result<(Hash, Vec<RawEvent>), Error> {
		let hash = self.methods.chain_get_block_hash(Some(number.into())).await?;
		let hash = hash.ok_or_else(|| Error::Block(format!("there is none of number {number}")))?;
		let events = self.api.at_block(hash).await?.events().fetch().await?;
		let events = events.iter().map(|event| Ok(RawEvent::from(&event?)));
		Ok((hash, events.collect::<Result<_, Error>>()?))
	}

	/// Whether the transaction in this place of the block makes this very call.
	///
	/// # Errors
	/// If the node does not have the block, or the runtime has no such call.
	pub async fn makes_call(&self, block: Hash, place: u32, call: &Call) -> Result<bool, Error> {
		let call = call.encode(&self.metadata)?;
		let details = self.methods.chain_get_block(Some(block)).await?;
		let details = details.ok_or_else(|| Error::Block(format!("there is none {block:?}")))?;
		let place = usize::try_from(place)
			.map_err(|reason| Error::undecodable("a transaction's place", reason))?;
		// The call is the last part of a transaction.
		let extrinsic = details.block.extrinsics.get(place);
		Ok(extrinsic.is_some_and(|extrinsic| extrinsic.0.ends_with(&call)))
	}

	pub(crate) fn methods(&self) -> &Methods {
		&self.methods
	}

	pub(crate) async fn api_at_finalised(
		&self,
	) -> Result<OnlineClientAtBlock<SubstrateConfig>, Error> {
		Ok(self.api.at_current_block().await?)
	}

	pub(crate) async fn api_at(
		&self,
		hash: Hash,
	) -> Result<OnlineClientAtBlock<SubstrateConfig>, Error> {
		Ok(self.api.at_block(hash).await?)
	}
}
