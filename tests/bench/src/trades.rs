// SPDX-License-Identifier: Apache-2.0

//! Trades: an item for coins, signed by both players. Each is good when its turn comes, as whoever
//! drafts them keeps account of who has which item by then.

use crate::{
	cores,
	players::{self, Activity, Player, Turns},
	state::{self, Size, FEE, SETTLER, SLOT, WORLD},
};
use codec::{Compact, Decode, Encode};
use ed25519_dalek::Signer as _;
use freehold_primitives::{
	asset::{Asset, Assets},
	chain::{Balance, BlockNumber, Hash, Nonce},
	order::{Acceptance, Order, OrderSignature, Trade},
};
use freehold_runtime::{
	constants::UNIT, Runtime, RuntimeCall, SignedPayload, TxExtension, UncheckedExtrinsic, VERSION,
};
use sp_runtime::{generic::Era, OpaqueExtrinsic};

/// What an item costs.
const PRICE: Balance = UNIT;

/// What all trades have in common.
#[derive(Clone, Copy)]
pub struct Terms {
	/// The hash of the chain's first block.
	pub genesis: Hash,
	/// The last block in which they may be settled.
	pub valid_until: BlockNumber,
}

/// The players and what they have, as it will be once all that was drafted is settled.
pub struct Traders {
	terms: Terms,
	turns: Turns,
	/// The items of each player.
	items: Vec<Vec<u32>>,
	/// How often each item has changed hands.
	versions: Vec<u32>,
	/// The number of what each player signs next.
	numbers: Vec<u32>,
}

/// What two players agreed on, before they sign it.
struct Draft {
	maker: Player,
	taker: Player,
	order: Order,
	acceptance: Acceptance,
}

impl Traders {
	/// Those of a new state.
	pub fn new(size: Size, activity: Activity, terms: Terms) -> Self {
		let mut items = vec![Vec::new(); size.players as usize];
		for item in 0..size.items {
			items[size.first_owner(item) as usize].push(item);
		}
		Self {
			terms,
			turns: Turns::new(size.players, activity),
			items,
			versions: vec![0; size.items as usize],
			numbers: vec![0; size.players as usize],
		}
	}

	/// So many trades, to be settled in their order.
	pub fn batch(&mut self, trades: u32) -> Vec<Trade> {
		let drafts: Vec<_> = (0..trades).map(|_| self.draft()).collect();
		let genesis = self.terms.genesis;
		cores::map(&drafts, |draft| draft.sign(&genesis))
	}

	/// Two players whose turn it is; who of them has an item sells one to the other.
	fn draft(&mut self) -> Draft {
		let (maker, taker) = loop {
			let (one, other) = (self.turns.turn(), self.turns.turn());
			if one != other && self.sells(one) {
				break (one, other);
			}
			if one != other && self.sells(other) {
				break (other, one);
			}
		};
		let stock = &mut self.items[maker as usize];
		let choice = self.turns.below(stock.len() as u32);
		let item = stock.swap_remove(choice as usize);
		self.items[taker as usize].push(item);
		let version = self.versions[item as usize];
		self.versions[item as usize] += 1;

		let valid_until = self.terms.valid_until;
		let give = Asset::Item { id: state::item(item), version };
		let order = Order {
			world: WORLD,
			maker: players::avatar(maker),
			lane: SLOT,
			taker: None,
			give: Assets::truncate_from(vec![give]),
			want: Assets::truncate_from(vec![Asset::Coins(PRICE)]),
			lots: 1,
			min_lots: 1,
			max_deduction: FEE,
			number: self.number(maker),
			valid_until,
		};
		let acceptance = Acceptance {
			taker: players::avatar(taker),
			lane: SLOT,
			lots: 1,
			max_deduction: FEE,
			number: self.number(taker),
			valid_until,
		};
		Draft { maker, taker, order, acceptance }
	}

	fn sells(&self, player: Player) -> bool {
		!self.items[player as usize].is_empty()
	}

	fn number(&mut self, player: Player) -> u32 {
		let next = &mut self.numbers[player as usize];
		let number = *next;
		*next += 1;
		number
	}
}

impl Draft {
	fn sign(&self, genesis: &Hash) -> Trade {
		let sign = |player: Player, bytes: Vec<u8>| {
			OrderSignature::Ed25519(players::key(player).sign(&bytes).to_bytes())
		};
		let hash = self.order.hash(genesis);
		Trade {
			order: self.order.clone(),
			order_signature: sign(self.maker, self.order.signing_bytes(genesis)),
			acceptance: self.acceptance.clone(),
			acceptance_signature: sign(self.taker, self.acceptance.signing_bytes(genesis, &hash)),
		}
	}
}

/// Batches of trades without end, each in an extrinsic of the world's settler.
pub struct Batches {
	traders: Traders,
	/// Trades in each.
	trades: u32,
	/// How many there were.
	made: u32,
}

impl Batches {
	/// Those of a chain that has settled nothing yet.
	pub fn new(traders: Traders, trades: u32) -> Self {
		Self { traders, trades, made: 0 }
	}
}

impl Iterator for Batches {
	type Item = OpaqueExtrinsic;

	fn next(&mut self) -> Option<OpaqueExtrinsic> {
		let nonce = self.made;
		self.made += 1;
		// No more than a call takes: whoever asks for more measures what no chain does.
		let trades = self.traders.batch(self.trades).try_into().ok()?;
		let seq = u64::from(self.made);
		let settle = pallet_market::Call::<Runtime>::settle { world: WORLD, seq, trades };
		Some(signed(settle.into(), nonce, self.traders.terms.genesis))
	}
}

/// An extrinsic of the settler that never expires, without a tip and without a metadata hash.
pub fn signed(call: RuntimeCall, nonce: Nonce, genesis: Hash) -> OpaqueExtrinsic {
	const WITHOUT_METADATA_HASH: u8 = 0;
	let tip = 0u128;
	let extension = (Era::Immortal, Compact(nonce), Compact(tip), WITHOUT_METADATA_HASH).encode();
	let extension = TxExtension::decode(&mut &extension[..])
		.expect("these are the fields that the runtime's extensions have");
	let versions = (VERSION.spec_version, VERSION.transaction_version);
	let implicit = ((), versions.0, versions.1, genesis, genesis, (), (), (), None, ());
	let payload = SignedPayload::from_raw(call, extension, implicit);
	let signature = payload.using_encoded(|bytes| SETTLER.sign(bytes));
	let (call, extension, _) = payload.deconstruct();
	let who = SETTLER.to_account_id().into();
	UncheckedExtrinsic::new_signed(call, who, signature.into(), extension).into()
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::collections::BTreeMap;

	const SIZE: Size = Size { players: 50, items: 40 };
	const TERMS: Terms = Terms { genesis: Hash::zero(), valid_until: 10 };

	/// Against a plain account of who has what.
	#[test]
	fn items_are_sold_by_who_has_them() {
		let mut owners: Vec<_> = (0..SIZE.items).map(|it| (SIZE.first_owner(it), 0)).collect();
		let mut numbers = BTreeMap::<_, u32>::new();
		let mut traders = Traders::new(SIZE, Activity::Zipf, TERMS);

		for _ in 0..2_000 {
			let Draft { maker, taker, order, acceptance } = traders.draft();
			let Asset::Item { id, version } = order.give[0] else { panic!("{order:?}") };
			assert_ne!(maker, taker);
			assert_eq!(owners[id.serial as usize], (maker, version));
			owners[id.serial as usize] = (taker, version + 1);
			for (player, number) in [(maker, order.number), (taker, acceptance.number)] {
				let next = numbers.entry(player).or_default();
				assert_eq!(*next, number);
				*next += 1;
			}
		}
	}

	#[test]
	fn a_batch_is_the_same_in_each_run() {
		let batch = || Traders::new(SIZE, Activity::Uniform, TERMS).batch(20);

		assert_eq!(batch(), batch());
	}

	#[test]
	fn a_batch_that_is_too_large_is_none() {
		let traders = Traders::new(SIZE, Activity::Uniform, TERMS);

		assert!(Batches::new(traders, 100_000).next().is_none());
	}
}
