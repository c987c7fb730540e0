// SPDX-License-Identifier: Apache-2.0

//! The RPC methods that the service adds to the stock ones: account nonces, fees, BABE, GRANDPA
//! and the light client checkpoint.

use crate::service::{FullBackend, FullSelectChain};
use freehold_runtime::{opaque::Block, AccountId, Balance, BlockNumber, Hash, Nonce};
use jsonrpsee::RpcModule;
use pallet_transaction_payment_rpc::{
	TransactionPayment, TransactionPaymentApiServer, TransactionPaymentRuntimeApi,
};
use sc_client_api::AuxStore;
use sc_consensus_babe::BabeWorkerHandle;
use sc_consensus_babe_rpc::{Babe, BabeApiServer};
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
use sc_rpc::SubscriptionTaskExecutor;
use sc_service::ChainSpec;
use sc_sync_state_rpc::{SyncState, SyncStateApiServer};
use sc_transaction_pool_api::TransactionPool;
use sp_api::ProvideRuntimeApi;
use sp_block_builder::BlockBuilder;
use sp_blockchain::{HeaderBackend, HeaderMetadata};
use sp_consensus_babe::BabeApi;
use sp_keystore::KeystorePtr;
use std::{error::Error, sync::Arc};
use substrate_frame_rpc_system::{AccountNonceApi, System, SystemApiServer};

/// What the methods read from.
pub struct Sources<C, P> {
	/// Blocks and the runtime.
	pub client: Arc<C>,
	/// Transactions not yet in a block, which count for the next nonce.
	pub pool: Arc<P>,
	/// Which chain is best.
	pub select_chain: FullSelectChain,
	/// Session keys, to tell the slots of this validator.
	pub keystore: KeystorePtr,
	/// The spec that a checkpoint is added to.
	pub chain_spec: Box<dyn ChainSpec>,
	/// The BABE epochs.
	pub babe: BabeWorkerHandle<Block>,
	/// The GRANDPA voters.
	pub authority_set: SharedAuthoritySet<Hash, BlockNumber>,
	/// The round being voted on.
	pub voter_state: SharedVoterState,
	/// Justifications as they are made.
	pub justifications: GrandpaJustificationStream<Block>,
	/// Proofs of finality of past blocks.
	pub finality_proofs: Arc<FinalityProofProvider<FullBackend, Block>>,
}

/// Builds the module; called once for the server and once for calls within the process.
pub fn module<C, P>(
	sources: &Sources<C, P>,
	executor: SubscriptionTaskExecutor,
) -> Result<RpcModule<()>, Box<dyn Error + Send + Sync>>
where
	C: ProvideRuntimeApi<Block>
		+ HeaderBackend<Block>
		+ HeaderMetadata<Block, Error = sp_blockchain::Error>
		+ AuxStore
		+ Send
		+ Sync
		+ 'static,
	C::Api: AccountNonceApi<Block, AccountId, Nonce>
		+ TransactionPaymentRuntimeApi<Block, Balance>
		+ BabeApi<Block>
		+ BlockBuilder<Block>,
	P: TransactionPool + 'static,
{
	let Sources { client, pool, select_chain, keystore, chain_spec, babe, .. } = sources;
	let mut module = RpcModule::new(());

	module.merge(System::new(client.clone(), pool.clone()).into_rpc())?;
	module.merge(TransactionPayment::new(client.clone()).into_rpc())?;
	module.merge(
		Babe::new(client.clone(), babe.clone(), keystore.clone(), select_chain.clone()).into_rpc(),
	)?;
	module.merge(
		Grandpa::new(
			executor,
			sources.authority_set.clone(),
			sources.voter_state.clone(),
			sources.justifications.clone(),
			sources.finality_proofs.clone(),
		)
		.into_rpc(),
	)?;
	module.merge(
		SyncState::new(
			chain_spec.cloned_box(),
			client.clone(),
			sources.authority_set.clone(),
			babe.clone(),
		)?
		.into_rpc(),
	)?;
	Ok(module)
}
