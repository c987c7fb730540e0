// SPDX-License-Identifier: Apache-2.0

//! A chain's state in memory: the contracts, and players who each own a token.

use crate::{
	artifacts::Artifacts,
	cores,
	market::Market,
	planner::Planner,
	seaport::Contracts,
	transaction::{BASE_FEE, CHAIN_ID, MAX_FEE, PRIORITY_FEE},
	wallet::Wallet,
	Result,
};
use alloy_sol_types::{sol, SolCall, SolValue};
use revm::{
	context::{result::ExecutionResult, ContextTr, TxEnv},
	database::InMemoryDB,
	handler::{MainnetContext, MainnetEvm},
	primitives::{hardfork::SpecId, hex, Address, Bytes, TxKind, ONE_ETHER, U256},
	state::{AccountInfo, Bytecode},
	Context, ExecuteCommitEvm, ExecuteEvm, MainBuilder, MainContext,
};
use serde_json::{json, Map, Value};

sol! {
	function mint(address to, uint256 tokenId);
	function setApprovalForAll(address operator, bool approved);
	function ownerOf(uint256 id) returns (address owner);
}

/// Ethereum's machine over a state in memory.
pub type Evm = MainnetEvm<MainnetContext<InMemoryDB>>;

/// Transactions that each player makes while the world is made: minting the token, and letting
/// Seaport transfer it.
pub const NONCE: u64 = 2;

/// The rules: those of the main network since December 2025.
const RULES: SpecId = SpecId::OSAKA;

/// Who deploys the contracts.
const DEPLOYER: Address = Address::repeat_byte(0xde);

/// How many contracts there are, and so how many transactions their deployer made.
const CONTRACTS: u64 = 3;

/// Who gets the fees.
const AUTHOR: Address = Address::repeat_byte(0xfe);

/// The gas limit of a block: more than any block here needs.
pub const BLOCK_GAS_LIMIT: u64 = 1_000_000_000_000;

/// The time of all blocks, in seconds since 1970.
const TIME: u64 = 1_764_720_000;

/// What everyone has at first, in wei.
const BALANCE: u128 = 10_000 * ONE_ETHER;

/// Gas that is enough to deploy a contract; more is not allowed in one transaction.
const GAS_TO_DEPLOY: u64 = 16_000_000;

/// Gas that is enough for a simple call.
const GAS_TO_CALL: u64 = 200_000;

/// Players whose first transactions make one block.
const PLAYERS_PER_BLOCK: usize = 10_000;

/// A chain's state, and those who own something in it.
pub struct World {
	/// The machine and its state.
	pub evm: Evm,
	/// Who trades there, and by which contracts.
	pub market: Market,
}

impl World {
	/// A world of that many players; player `n` owns token `n`.
	pub fn create(artifacts: &Artifacts, players: u32) -> Result<Self> {
		let wallets = cores::map(&(0..players).collect::<Vec<_>>(), |player| Wallet::new(*player));
		let mut evm = machine(&wallets);
		let controller = deploy(&mut evm, 0, artifacts.conduit_controller.clone())?;
		let seaport = [artifacts.seaport.as_ref(), &controller.abi_encode()].concat();
		let contracts = Contracts {
			seaport: deploy(&mut evm, 1, seaport.into())?,
			token: deploy(&mut evm, 2, artifacts.token.clone())?,
		};
		for (number, wallet) in wallets.iter().enumerate() {
			equip(&mut evm, &contracts, wallet.address, U256::from(number))?;
			if number % PLAYERS_PER_BLOCK == 0 {
				evm.commit_inner();
			}
		}
		evm.commit_inner();
		Ok(Self { evm, market: Market { contracts, wallets } })
	}

	/// Asks the contract for the owners of some tokens, which must be those of the plan.
	pub fn check_owners(&mut self, planner: &mut Planner, tokens: usize) -> Result<()> {
		for _ in 0..tokens {
			let item = planner.any_item();
			let call = ownerOfCall { id: U256::from(item) }.abi_encode();
			let question = call_of(DEPLOYER, CONTRACTS, self.market.contracts.token, call);
			let answer = self.evm.transact(question).map_err(|error| error.to_string())?.result;
			let owner = ownerOfCall::abi_decode_returns(answer.output().unwrap_or(&Bytes::new()))
				.map_err(|error| format!("token {item} has no owner: {error}"))?;
			if owner != self.market.wallet(planner.owner(item)).address {
				return Err(format!("token {item} does not belong to the one who bought it"));
			}
		}
		Ok(())
	}

	/// The state as a `genesis.json`, for a node to begin with.
	pub fn genesis(&self) -> Value {
		let state = &self.evm.ctx.db_ref().cache;
		let accounts: Map<_, _> = state
			.accounts
			.iter()
			.map(|(address, account)| {
				let code = state.contracts.get(&account.info.code_hash);
				let code = code.map(Bytecode::original_bytes).unwrap_or_default();
				let storage: Map<_, _> = account
					.storage
					.iter()
					.map(|(slot, value)| (format!("{slot:#066x}"), json!(format!("{value:#066x}"))))
					.collect();
				let account = json!({
					"balance": format!("{:#x}", account.info.balance),
					"nonce": format!("{:#x}", account.info.nonce),
					"code": hex::encode_prefixed(code),
					"storage": storage,
				});
				(address.to_string(), account)
			})
			.collect();
		json!({
			"config": { "chainId": CHAIN_ID },
			"timestamp": format!("{TIME:#x}"),
			"gasLimit": format!("{BLOCK_GAS_LIMIT:#x}"),
			"difficulty": "0x0",
			"alloc": accounts,
		})
	}
}

/// A machine without contracts, where everyone has coins.
fn machine(wallets: &[Wallet]) -> Evm {
	let mut state = InMemoryDB::default();
	let everyone = wallets.iter().map(|wallet| wallet.address).chain([DEPLOYER, AUTHOR]);
	for address in everyone {
		state.insert_account_info(address, AccountInfo::from_balance(U256::from(BALANCE)));
	}
	Context::mainnet()
		.with_db(state)
		.modify_cfg_chained(|rules| {
			rules.set_spec_and_mainnet_gas_params(RULES);
			rules.chain_id = CHAIN_ID;
		})
		.modify_block_chained(|block| {
			block.number = U256::ONE;
			block.timestamp = U256::from(TIME);
			block.beneficiary = AUTHOR;
			block.basefee = BASE_FEE;
			block.gas_limit = BLOCK_GAS_LIMIT;
		})
		.build_mainnet()
}

fn deploy(evm: &mut Evm, nonce: u64, code: Bytes) -> Result<Address> {
	let deployment = TxEnv {
		kind: TxKind::Create,
		gas_limit: GAS_TO_DEPLOY,
		data: code,
		..call_of(DEPLOYER, nonce, Address::ZERO, Vec::new())
	};
	let result = execute(evm, deployment)?;
	evm.commit_inner();
	result.created_address().ok_or("a contract was deployed nowhere".into())
}

/// Gives a player a token, which Seaport may then transfer.
fn equip(evm: &mut Evm, contracts: &Contracts, player: Address, token: U256) -> Result<()> {
	let mint = mintCall { to: player, tokenId: token };
	let approve = setApprovalForAllCall { operator: contracts.seaport, approved: true };
	execute(evm, call_of(player, 0, contracts.token, mint.abi_encode()))?;
	execute(evm, call_of(player, 1, contracts.token, approve.abi_encode()))?;
	Ok(())
}

fn call_of(from: Address, nonce: u64, to: Address, input: Vec<u8>) -> TxEnv {
	TxEnv {
		tx_type: 2,
		caller: from,
		nonce,
		kind: TxKind::Call(to),
		data: input.into(),
		gas_limit: GAS_TO_CALL,
		gas_price: MAX_FEE,
		gas_priority_fee: Some(PRIORITY_FEE),
		chain_id: Some(CHAIN_ID),
		..TxEnv::default()
	}
}

fn execute(evm: &mut Evm, transaction: TxEnv) -> Result<ExecutionResult> {
	let result = evm.transact_one(transaction).map_err(|error| error.to_string())?;
	if result.is_success() {
		Ok(result)
	} else {
		Err(format!("the world cannot be made: {result}"))
	}
}
