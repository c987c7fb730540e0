// SPDX-License-Identifier: Apache-2.0

//! What the figures leave out.

/// What is not as in a whole chain, and in whose favour.
pub const NOTES: [&str; 10] = [
	"In the peer's favour: state is a hash map in memory; nothing is written to disk.",
	"In the peer's favour: no state root, no receipts root and no block hash is computed on revm.",
	"In the peer's favour: trades pay no fee to a market or a creator, and use no conduit.",
	"In the peer's favour: sellers are paid in the chain's own coin, not in an ERC-20 token.",
	"In the peer's favour: secp256k1 and keccak are the C and assembly libraries, as in full nodes.",
	"Against the peer: Seaport as its JavaScript client ships it, which the settings describe; \
	 the contract on the main network is compiled with the IR pipeline and uses less gas.",
	"This program is compiled with link-time optimisation as a whole, and jemalloc, as clients that \
	 are released are; Freehold's node without the former.",
	"Against the peer: transactions are executed one after another, as all main network clients \
	 commit them; no client's speculative execution ahead is imitated.",
	"Against the peer: anvil is made for development; it keeps a trace of each transaction.",
	"anvil computes the root of its whole state at every block: its state is kept small for that \
	 reason, so its figures are for its state size only.",
];
