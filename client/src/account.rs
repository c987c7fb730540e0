// SPDX-License-Identifier: Apache-2.0
use crate::{error::explain, transaction::Submitted, Call, Client, Error, Receipt};
use freehold_primitives::chain::AccountId;
use futures::{stream::FuturesOrdered, StreamExt};
use sp_core::{sr25519, Pair};
use std::time::{Duration, Instant};
use subxt::{
	config::DefaultExtrinsicParamsBuilder,
	rpcs,
	tx::Signer,
	utils::{AccountId32, MultiSignature},
	SubstrateConfig,
};

/// For how many blocks a transaction may still be included: a power of two.
const MORTALITY: u64 = 128;

/// How many transactions of [`Sender::execute_all`] are in flight at once.
const IN_FLIGHT: usize = 8;

/// The key of an account: it signs transactions.
#[derive(Clone)]
pub struct AccountKey(sr25519::Pair);

impl AccountKey {
	/// The account.
	pub fn account(&self) -> AccountId {
		self.0.public().into()
	}

	/// The key pair.
	pub fn pair(&self) -> &sr25519::Pair {
		&self.0
	}
}

impl From<sr25519::Pair> for AccountKey {
	fn from(pair: sr25519::Pair) -> Self {
		Self(pair)
	}
}

impl Signer<SubstrateConfig> for AccountKey {
	fn account_id(&self) -> AccountId32 {
		AccountId32(self.0.public().0)
	}

	fn sign(&self, payload: &[u8]) -> MultiSignature {
		MultiSignature::Sr25519(self.0.sign(payload).0)
	}
}

/// An account that sends transactions. It counts its nonce itself, so that several can be in
/// flight; they happen in the order in which they were submitted.
pub struct Sender {
	client: Client,
	key: AccountKey,
	nonce: u64,
}

impl Sender {
	/// Asks the chain how many transactions the account has sent, those in the pool included.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn new(client: Client, key: AccountKey) -> Result<Self, Error> {
		let nonce = client.next_nonce(&key.account()).await?;
		Ok(Self { client, key, nonce })
	}

	/// The connection it sends on.
	pub fn client(&self) -> &Client {
		&self.client
	}

	/// The account's key.
	pub fn key(&self) -> &AccountKey {
		&self.key
	}

	/// Signs the call and hands it to the node.
	///
	/// # Errors
	/// If the runtime has no such call, or the node does not take it.
	pub async fn submit(&mut self, call: &Call) -> Result<Submitted, Error> {
		let bytes = self.sign(call).await?;
		let sent = Instant::now();
		let statuses = self.client.methods().author_submit_and_watch_extrinsic(&bytes).await;
		let statuses = statuses.map_err(|error| match error {
			rpcs::Error::User(refusal) => Error::Rejected(explain(&refusal)),
			other => other.into(),
		})?;
		self.nonce = self.nonce.saturating_add(1);
		Ok(Submitted::new(self.client.clone(), bytes, statuses, sent))
	}

	async fn sign(&self, call: &Call) -> Result<Vec<u8>, Error> {
		let at = self.client.api_at_finalised().await?;
		call.encode(at.metadata_ref())?;
		let params = DefaultExtrinsicParamsBuilder::<SubstrateConfig>::new()
			.nonce(self.nonce)
			.mortal_from_unchecked(MORTALITY, at.block_number(), at.block_hash())
			.build();
		let mut signable = at.tx().create_signable_offline(call, params)?;
		Ok(signable.sign(&self.key)?.into_encoded())
	}

	/// Submits the call and waits until it is final.
	///
	/// # Errors
	/// If it failed, or its fate is unknown.
	pub async fn execute(&mut self, call: &Call) -> Result<Receipt, Error> {
		self.submit(call).await?.finalised().await
	}

	/// Executes calls in their order with several in flight, and tells `done` of each that is
	/// final.
	///
	/// # Errors
	/// That of the first that failed; later ones may have been submitted and may succeed.
	pub async fn execute_all(
		&mut self,
		calls: &[Call],
		mut done: impl FnMut(&Receipt),
	) -> Result<Vec<Receipt>, Error> {
		let mut receipts = Vec::with_capacity(calls.len());
		let mut open = FuturesOrdered::new();
		for call in calls {
			if open.len() >= IN_FLIGHT {
				if let Some(receipt) = open.next().await.transpose()? {
					done(&receipt);
					receipts.push(receipt);
				}
			}
			open.push_back(self.submit(call).await?.finalised());
		}
		while let Some(receipt) = open.next().await.transpose()? {
			done(&receipt);
			receipts.push(receipt);
		}
		Ok(receipts)
	}

	/// Waits until the pool has none of the account's transactions left, so that the best block
	/// tells all there is to know. Gives up quietly after `patience`.
	///
	/// # Errors
	/// If the node does not answer.
	pub async fn wait_until_idle(&self, patience: Duration) -> Result<(), Error> {
		let account = self.key.account();
		let start = Instant::now();
		while start.elapsed() < patience {
			let next = self.client.next_nonce(&account).await?;
			let sent = self.client.best().await?.account(&account).await?.nonce;
			if u64::from(sent) >= next {
				break;
			}
			tokio::time::sleep(Duration::from_millis(500)).await;
		}
		Ok(())
	}
}
