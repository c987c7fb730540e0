// SPDX-License-Identifier: Apache-2.0

//! What players send to the stock chain: an extrinsic for each trade, signed with sr25519.

use super::state::{account, key, COLLECTION, PRICE};
use crate::{
	cores,
	players::{Activity, Player, Turns},
	state::Size,
};
use codec::Encode;
use frame_metadata_hash_extension::CheckMetadataHash;
use freehold_bench_stock::{
	AccountId, Balance, Hash, Id, Nonce, Runtime, RuntimeCall, SignedPayload, TxExtension,
	UncheckedExtrinsic, UNIT, VERSION,
};
use pallet_transaction_payment::ChargeTransactionPayment;
use serde::{Deserialize, Serialize};
use sp_core::Pair as _;
use sp_runtime::{generic::Era, OpaqueExtrinsic};

/// What a transfer moves.
const AMOUNT: Balance = UNIT;

/// What is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
	/// An item is bought. Each is for sale once.
	Purchase,
	/// Coins go from one account to another.
	Transfer,
}

/// The players, and what they have sent.
pub struct Senders {
	kind: Kind,
	size: Size,
	genesis: Hash,
	turns: Turns,
	/// How many extrinsics each player has sent.
	nonces: Vec<Nonce>,
	/// Which items are sold, and how many are not.
	sold: Vec<bool>,
	for_sale: u32,
}

/// An extrinsic before it is signed.
struct Draft {
	sender: Player,
	nonce: Nonce,
	deal: Deal,
}

#[derive(Clone, Copy)]
enum Deal {
	Buy { item: Id },
	Pay { to: Player },
}

impl Senders {
	/// Those of a new state, all as active as each other. The hash is that of its first block.
	pub fn new(size: Size, kind: Kind, genesis: Hash) -> Self {
		Self {
			kind,
			size,
			genesis,
			turns: Turns::new(size.players, Activity::Uniform),
			nonces: vec![0; size.players as usize],
			sold: vec![false; size.items as usize],
			for_sale: size.items,
		}
	}

	/// So many extrinsics, to be included in their order. Fewer if that is all there is to sell.
	pub fn send(&mut self, count: usize) -> Vec<OpaqueExtrinsic> {
		let drafts: Vec<_> = (0..count).map_while(|_| self.draft()).collect();
		cores::map(&drafts, |draft| draft.sign(self.genesis))
	}

	fn draft(&mut self) -> Option<Draft> {
		let (sender, deal) = match self.kind {
			Kind::Purchase => {
				let item = self.sell()?;
				let owner = self.size.first_owner(item);
				(self.other_than(owner), Deal::Buy { item })
			},
			Kind::Transfer => {
				let to = self.turns.turn();
				(self.other_than(to), Deal::Pay { to })
			},
		};
		let next = &mut self.nonces[sender as usize];
		let nonce = *next;
		*next += 1;
		Some(Draft { sender, nonce, deal })
	}

	/// Any item that is for sale; it no longer is.
	fn sell(&mut self) -> Option<Id> {
		self.for_sale = self.for_sale.checked_sub(1)?;
		loop {
			let item = self.turns.below(self.size.items);
			let sold = &mut self.sold[item as usize];
			if !*sold {
				*sold = true;
				return Some(item);
			}
		}
	}

	fn other_than(&mut self, player: Player) -> Player {
		loop {
			let other = self.turns.turn();
			if other != player {
				return other;
			}
		}
	}
}

impl Draft {
	fn sign(&self, genesis: Hash) -> OpaqueExtrinsic {
		let call = match self.deal {
			Deal::Buy { item } => RuntimeCall::from(pallet_nfts::Call::<Runtime>::buy_item {
				collection: COLLECTION,
				item,
				bid_price: PRICE,
			}),
			Deal::Pay { to } => pallet_balances::Call::<Runtime>::transfer_keep_alive {
				dest: account(to).into(),
				value: AMOUNT,
			}
			.into(),
		};
		signed(self.sender, self.nonce, call, genesis)
	}
}

/// An extrinsic that never expires, without a tip and without a metadata hash.
fn signed(sender: Player, nonce: Nonce, call: RuntimeCall, genesis: Hash) -> OpaqueExtrinsic {
	let extension: TxExtension = (
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckMortality::from(Era::Immortal),
		frame_system::CheckNonce::from(nonce),
		frame_system::CheckWeight::new(),
		ChargeTransactionPayment::from(0),
		CheckMetadataHash::new(false),
		frame_system::WeightReclaim::new(),
	);
	let versions = (VERSION.spec_version, VERSION.transaction_version);
	let implicit = ((), versions.0, versions.1, genesis, genesis, (), (), (), None, ());
	let payload = SignedPayload::from_raw(call, extension, implicit);
	let key = key(sender);
	let signature = payload.using_encoded(|bytes| key.sign(bytes));
	let (call, extension, _) = payload.deconstruct();
	let who = AccountId::from(key.public()).into();
	UncheckedExtrinsic::new_signed(call, who, signature.into(), extension).into()
}

#[cfg(test)]
mod tests {
	use super::{
		super::{
			runs::{outcome, timestamp, ENOUGH},
			state::tests::{state, SIZE},
		},
		*,
	};
	use codec::Decode;
	use frame_support::dispatch::{DispatchClass, GetDispatchInfo};
	use freehold_bench_stock::{Executive, Header, Nfts, RuntimeBlockWeights, System};
	use sp_runtime::{
		traits::{BlakeTwo256, Hash as _, Header as _},
		transaction_validity::{InvalidTransaction, TransactionValidityError},
	};

	fn open_block() -> Hash {
		// As the growth leaves it, which is the block before.
		System::set_block_number(1);
		let genesis = System::block_hash(0);
		let parent = BlakeTwo256::hash(b"the last block of the growth");
		let none = Hash::default();
		Executive::initialize_block(&Header::new(2, none, none, parent, Default::default()));
		apply(timestamp(2)).expect("the time goes on");
		genesis
	}

	/// Whether it got into the block, where it succeeded.
	fn apply(extrinsic: OpaqueExtrinsic) -> Result<(), TransactionValidityError> {
		let extrinsic = UncheckedExtrinsic::decode(&mut &extrinsic.encode()[..])
			.expect("it is of this runtime");
		Executive::apply_extrinsic(extrinsic).map(|it| it.expect("the call succeeds"))
	}

	#[test]
	fn every_item_is_sold_once() {
		state().execute_with(|| {
			let genesis = open_block();
			let mut senders = Senders::new(SIZE, Kind::Purchase, genesis);
			let sent = senders.send(SIZE.items as usize + 1);
			assert_eq!(sent.len(), SIZE.items as usize);
			for extrinsic in sent {
				apply(extrinsic).expect("there is room");
			}

			let events = System::read_events_no_consensus().map(|record| record.event);
			assert_eq!(outcome(events, Kind::Purchase), Ok(u64::from(SIZE.items)));
			for item in 0..SIZE.items {
				let owner = Nfts::owner(COLLECTION, item).expect("it is still there");
				assert_ne!(owner, account(SIZE.first_owner(item)));
			}
			assert_eq!(pallet_nfts::ItemPriceOf::<Runtime>::iter_keys().count(), 0);
			assert_eq!(pallet_nfts::Account::<Runtime>::iter_keys().count(), SIZE.items as usize);
		});
	}

	/// The room in a block is what its weight says, and fewer extrinsics than are held ready for it.
	#[test]
	fn a_block_takes_transfers_until_it_is_full() {
		state().execute_with(|| {
			let genesis = open_block();
			let mut sent = Senders::new(SIZE, Kind::Transfer, genesis).send(ENOUGH).into_iter();
			let example = sent.as_slice()[0].encode();
			let example = UncheckedExtrinsic::decode(&mut &example[..]).expect("it is one");
			let limits = RuntimeBlockWeights::get();
			let limits = limits.get(DispatchClass::Normal);
			let each = example.get_dispatch_info().total_weight() + limits.base_extrinsic;
			let most = limits.max_total.expect("it is limited").ref_time() / each.ref_time();

			let full = sent.find_map(|extrinsic| apply(extrinsic).err());
			let full = full.expect("more were sent than fit");
			assert_eq!(full, InvalidTransaction::ExhaustsResources.into());
			let events = System::read_events_no_consensus().map(|record| record.event);
			assert_eq!(outcome(events, Kind::Transfer), Ok(most));
		});
	}
}
