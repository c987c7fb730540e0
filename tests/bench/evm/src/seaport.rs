// SPDX-License-Identifier: Apache-2.0

//! Orders of Seaport 1.6, and the calls that fill them.

use crate::{
	planner::Sale,
	transaction::{Transaction, CHAIN_ID},
	wallet::Wallet,
};
use alloy_sol_types::{eip712_domain, sol, Eip712Domain, SolCall, SolStruct};
use revm::primitives::{Address, Bytes, B256, ONE_ETHER, U256};

sol! {
	struct OfferItem {
		uint8 itemType;
		address token;
		uint256 identifierOrCriteria;
		uint256 startAmount;
		uint256 endAmount;
	}

	struct ConsiderationItem {
		uint8 itemType;
		address token;
		uint256 identifierOrCriteria;
		uint256 startAmount;
		uint256 endAmount;
		address recipient;
	}

	/// What the seller signs.
	struct OrderComponents {
		address offerer;
		address zone;
		OfferItem[] offer;
		ConsiderationItem[] consideration;
		uint8 orderType;
		uint256 startTime;
		uint256 endTime;
		bytes32 zoneHash;
		uint256 salt;
		bytes32 conduitKey;
		uint256 counter;
	}

	struct OrderParameters {
		address offerer;
		address zone;
		OfferItem[] offer;
		ConsiderationItem[] consideration;
		uint8 orderType;
		uint256 startTime;
		uint256 endTime;
		bytes32 zoneHash;
		uint256 salt;
		bytes32 conduitKey;
		uint256 totalOriginalConsiderationItems;
	}

	struct Order {
		OrderParameters parameters;
		bytes signature;
	}

	struct AdditionalRecipient {
		uint256 amount;
		address recipient;
	}

	struct BasicOrderParameters {
		address considerationToken;
		uint256 considerationIdentifier;
		uint256 considerationAmount;
		address offerer;
		address zone;
		address offerToken;
		uint256 offerIdentifier;
		uint256 offerAmount;
		uint8 basicOrderType;
		uint256 startTime;
		uint256 endTime;
		bytes32 zoneHash;
		uint256 salt;
		bytes32 offererConduitKey;
		bytes32 fulfillerConduitKey;
		uint256 totalOriginalAdditionalRecipients;
		AdditionalRecipient[] additionalRecipients;
		bytes signature;
	}

	struct FulfillmentComponent {
		uint256 orderIndex;
		uint256 itemIndex;
	}

	function fulfillBasicOrder_efficient_6GL6yc(BasicOrderParameters parameters);

	function fulfillAvailableOrders(
		Order[] orders,
		FulfillmentComponent[][] offerFulfillments,
		FulfillmentComponent[][] considerationFulfillments,
		bytes32 fulfillerConduitKey,
		uint256 maximumFulfilled
	);
}

/// What a token costs, in wei.
const PRICE: u128 = ONE_ETHER / 1_000;

/// Seaport's number for the chain's own coin.
const NATIVE: u8 = 0;

/// Seaport's number for a token of an ERC-721 contract.
const ERC721: u8 = 2;

/// Seaport's number for orders that anyone may fill.
const FULL_OPEN: u8 = 0;

/// Seaport's number for an order, which anyone may fill, of an ERC-721 token for the coin.
const NATIVE_TO_ERC721_FULL_OPEN: u8 = 0;

/// Gas that is enough to fill one order.
const GAS_LIMIT: u64 = 300_000;

/// Gas that is enough for one of many orders.
const GAS_LIMIT_OF_MANY: u64 = 200_000;

/// Where the contracts are.
#[derive(Clone, Copy)]
pub struct Contracts {
	/// Seaport.
	pub seaport: Address,
	/// The ERC-721 contract of the tokens that are sold.
	pub token: Address,
}

/// An order of a seller, with what says that it is the seller's.
pub struct SignedOrder {
	components: OrderComponents,
	signature: Bytes,
}

impl Contracts {
	/// The seller's order to sell a token to whoever pays the price, signed by `signer`.
	pub fn order(&self, sale: &Sale, seller: Address, signer: &Wallet) -> SignedOrder {
		let components = OrderComponents {
			offerer: seller,
			zone: Address::ZERO,
			offer: vec![OfferItem {
				itemType: ERC721,
				token: self.token,
				identifierOrCriteria: U256::from(sale.item),
				startAmount: U256::ONE,
				endAmount: U256::ONE,
			}],
			consideration: vec![ConsiderationItem {
				itemType: NATIVE,
				token: Address::ZERO,
				identifierOrCriteria: U256::ZERO,
				startAmount: U256::from(PRICE),
				endAmount: U256::from(PRICE),
				recipient: seller,
			}],
			orderType: FULL_OPEN,
			startTime: U256::ZERO,
			endTime: U256::MAX,
			zoneHash: B256::ZERO,
			salt: U256::from(sale.salt),
			conduitKey: B256::ZERO,
			counter: U256::ZERO,
		};
		let signature = signer.sign(components.eip712_signing_hash(&self.domain()));
		SignedOrder { components, signature: signature.compact().into() }
	}

	/// The transaction that fills the orders: a basic fill if it is one.
	pub fn fill(&self, nonce: u64, orders: &[SignedOrder]) -> Transaction {
		let (input, gas_limit) = match orders {
			[order] => (order.fill_basic(), GAS_LIMIT),
			_ => (fill_available(orders), GAS_LIMIT_OF_MANY * orders.len() as u64),
		};
		Transaction {
			nonce,
			gas_limit,
			to: self.seaport,
			value: U256::from(PRICE * orders.len() as u128),
			input: input.into(),
		}
	}

	fn domain(&self) -> Eip712Domain {
		eip712_domain! {
			name: "Seaport",
			version: "1.6",
			chain_id: CHAIN_ID,
			verifying_contract: self.seaport,
		}
	}
}

impl SignedOrder {
	fn fill_basic(&self) -> Vec<u8> {
		let order = &self.components;
		let (offer, consideration) = (&order.offer[0], &order.consideration[0]);
		let parameters = BasicOrderParameters {
			considerationToken: consideration.token,
			considerationIdentifier: consideration.identifierOrCriteria,
			considerationAmount: consideration.endAmount,
			offerer: order.offerer,
			zone: order.zone,
			offerToken: offer.token,
			offerIdentifier: offer.identifierOrCriteria,
			offerAmount: offer.endAmount,
			basicOrderType: NATIVE_TO_ERC721_FULL_OPEN,
			startTime: order.startTime,
			endTime: order.endTime,
			zoneHash: order.zoneHash,
			salt: order.salt,
			offererConduitKey: order.conduitKey,
			fulfillerConduitKey: B256::ZERO,
			totalOriginalAdditionalRecipients: U256::ZERO,
			additionalRecipients: Vec::new(),
			signature: self.signature.clone(),
		};
		fulfillBasicOrder_efficient_6GL6ycCall { parameters }.abi_encode()
	}

	fn order(&self) -> Order {
		let order = self.components.clone();
		Order {
			parameters: OrderParameters {
				offerer: order.offerer,
				zone: order.zone,
				totalOriginalConsiderationItems: U256::from(order.consideration.len()),
				offer: order.offer,
				consideration: order.consideration,
				orderType: order.orderType,
				startTime: order.startTime,
				endTime: order.endTime,
				zoneHash: order.zoneHash,
				salt: order.salt,
				conduitKey: order.conduitKey,
			},
			signature: self.signature.clone(),
		}
	}
}

/// Fills all of the orders, whose items are each transferred on their own.
fn fill_available(orders: &[SignedOrder]) -> Vec<u8> {
	let fulfillments: Vec<_> = (0..orders.len())
		.map(|order| {
			vec![FulfillmentComponent { orderIndex: U256::from(order), itemIndex: U256::ZERO }]
		})
		.collect();
	fulfillAvailableOrdersCall {
		orders: orders.iter().map(SignedOrder::order).collect(),
		offerFulfillments: fulfillments.clone(),
		considerationFulfillments: fulfillments,
		fulfillerConduitKey: B256::ZERO,
		maximumFulfilled: U256::from(orders.len()),
	}
	.abi_encode()
}
