// SPDX-License-Identifier: Apache-2.0

//! Transactions of the kind EIP-1559 has, in the bytes that stand in a block.

use crate::wallet::Wallet;
use alloy_rlp::{Decodable, Encodable, Error, Header, EMPTY_LIST_CODE};
use revm::{
	context::TxEnv,
	precompile::secp256k1::ecrecover,
	primitives::{alloy_primitives::B512, keccak256, Address, Bytes, TxKind, U256},
};

/// The chain's number, the one anvil has by default.
pub const CHAIN_ID: u64 = 31_337;

/// The base fee of blocks, in wei per gas.
pub const BASE_FEE: u64 = 1_000_000_000;

/// What a transaction pays at most, in wei per gas.
pub const MAX_FEE: u128 = 3 * BASE_FEE as u128;

/// What a transaction gives the block's author, in wei per gas.
pub const PRIORITY_FEE: u128 = 1_000_000;

/// The first byte of a transaction of this kind.
const KIND: u8 = 2;

/// A call of a contract.
pub struct Transaction {
	/// How many transactions the sender made before.
	pub nonce: u64,
	/// The gas it may use.
	pub gas_limit: u64,
	/// The contract.
	pub to: Address,
	/// What is paid to the contract, in wei.
	pub value: U256,
	/// The function and its arguments.
	pub input: Bytes,
}

impl Transaction {
	/// The signed transaction, in bytes.
	pub fn sign(&self, sender: &Wallet) -> Vec<u8> {
		let mut fields = self.fields();
		let signature = sender.sign(keccak256(envelope(&fields)));
		signature.odd_y.encode(&mut fields);
		signature.r.encode(&mut fields);
		signature.s.encode(&mut fields);
		envelope(&fields)
	}

	fn fields(&self) -> Vec<u8> {
		let mut fields = Vec::new();
		CHAIN_ID.encode(&mut fields);
		self.nonce.encode(&mut fields);
		PRIORITY_FEE.encode(&mut fields);
		MAX_FEE.encode(&mut fields);
		self.gas_limit.encode(&mut fields);
		self.to.encode(&mut fields);
		self.value.encode(&mut fields);
		self.input.encode(&mut fields);
		fields.push(EMPTY_LIST_CODE);
		fields
	}
}

/// Decodes a signed transaction, and finds out who sent it.
pub fn recover(bytes: &[u8]) -> alloy_rlp::Result<TxEnv> {
	let mut rest = bytes.strip_prefix(&[KIND]).ok_or(Error::Custom("not of kind 2"))?;
	let fields = Header::decode_bytes(&mut rest, true)?;
	let mut left = fields;
	let transaction = TxEnv::builder()
		.tx_type(Some(KIND))
		.chain_id(Some(u64::decode(&mut left)?))
		.nonce(u64::decode(&mut left)?)
		.gas_priority_fee(Some(u128::decode(&mut left)?))
		.max_fee_per_gas(u128::decode(&mut left)?)
		.gas_limit(u64::decode(&mut left)?)
		.kind(TxKind::Call(Address::decode(&mut left)?))
		.value(U256::decode(&mut left)?)
		.data(Bytes::decode(&mut left)?);
	if !Header::decode_bytes(&mut left, true)?.is_empty() {
		return Err(Error::Custom("access lists are not expected"));
	}
	let signed = &fields[..fields.len() - left.len()];
	let sender = sender(signed, &mut left)?;
	transaction
		.caller(sender)
		.build()
		.map_err(|_| Error::Custom("fields of another kind"))
}

/// The account whose key made the signature, which `signature` begins with, over the fields.
fn sender(fields: &[u8], signature: &mut &[u8]) -> alloy_rlp::Result<Address> {
	let odd_y = bool::decode(signature)?;
	let mut point_and_proof = B512::ZERO;
	for half in point_and_proof.chunks_exact_mut(32) {
		half.copy_from_slice(&U256::decode(signature)?.to_be_bytes::<32>());
	}
	let hash = keccak256(envelope(fields));
	ecrecover(&point_and_proof, odd_y.into(), &hash)
		.map(Address::from_word)
		.map_err(|_| Error::Custom("the signature is nobody's"))
}

/// The kind, and the fields as a list.
fn envelope(fields: &[u8]) -> Vec<u8> {
	let header = Header { list: true, payload_length: fields.len() };
	let mut bytes = Vec::with_capacity(1 + header.length_with_payload());
	bytes.push(KIND);
	header.encode(&mut bytes);
	bytes.extend_from_slice(fields);
	bytes
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_signed_transaction_names_its_sender_and_its_fields() {
		let sender = Wallet::new(7);
		let transaction = Transaction {
			nonce: 3,
			gas_limit: 300_000,
			to: Address::repeat_byte(5),
			value: U256::from(1_000),
			input: Bytes::from_static(&[1, 2, 3]),
		};
		let recovered = recover(&transaction.sign(&sender)).unwrap();
		assert_eq!(recovered.caller, sender.address);
		assert_eq!(recovered.nonce, transaction.nonce);
		assert_eq!(recovered.gas_limit, transaction.gas_limit);
		assert_eq!(recovered.kind, TxKind::Call(transaction.to));
		assert_eq!(recovered.value, transaction.value);
		assert_eq!(recovered.data, transaction.input);
	}

	#[test]
	fn a_changed_byte_names_another_sender() {
		let sender = Wallet::new(7);
		let transaction = Transaction {
			nonce: 3,
			gas_limit: 300_000,
			to: Address::repeat_byte(5),
			value: U256::ZERO,
			input: Bytes::from_static(&[9; 40]),
		};
		let mut bytes = transaction.sign(&sender);
		let place = bytes.iter().position(|byte| *byte == 9).unwrap();
		bytes[place] = 8;
		assert!(recover(&bytes).map_or(true, |changed| changed.caller != sender.address));
	}
}
