// SPDX-License-Identifier: Apache-2.0
use crate as pallet_market;
use frame_support::{
	derive_impl, storage_alias,
	traits::{fungible::InspectHold, ConstU128, ConstU32},
	BoundedVec, Identity,
};
use freehold_primitives::{
	asset::{Asset, Assets, Holding, UniqueId},
	chain::{AccountId, Balance, Hash},
	device::{DeviceKey, PublicKey, Signer},
	fee::Fee,
	ids::{AvatarId, CollectionId, ItemId, KindId, WorldId},
	land::Coordinates,
	order::{Acceptance, Order, OrderSignature, Trade},
	purse::{LaneIndex, Purse},
	settlement::Store,
	traits,
};
use sp_core::{ed25519, Pair};
use sp_runtime::{traits::IdentityLookup, BuildStorage, DispatchError, DispatchResult};

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(2)]
	pub type Market = pallet_market;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Self>;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
	type AccountStore = System;
}

impl pallet_market::Config for Test {
	type Currency = Balances;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Worlds = TheWorld;
	type Avatars = Players;
	type Store = Records;
	type ListingDeposit = ConstU128<DEPOSIT>;
	type MaxTrades = ConstU32<8>;
	type WeightInfo = pallet_market::weights::SubstrateWeight<Test>;
}

pub(crate) const DEPOSIT: Balance = 10;
pub(crate) const WORLD: WorldId = WorldId(7);
pub(crate) const TREASURY: AvatarId = AvatarId(0);
pub(crate) const ALICE: AvatarId = AvatarId(1);
pub(crate) const BOB: AvatarId = AvatarId(2);
pub(crate) const CAROL: AvatarId = AvatarId(3);
pub(crate) const SWORD: UniqueId =
	UniqueId::Item(ItemId { collection: CollectionId(0), serial: 0 });

/// The account of the world's operator.
pub(crate) fn operator() -> AccountId {
	AccountId::new([100; 32])
}

/// The account that owns the avatar.
pub(crate) fn owner(avatar: AvatarId) -> AccountId {
	AccountId::new([u8::try_from(avatar.0).expect("tests have few avatars"); 32])
}

pub(crate) fn signed(avatar: AvatarId) -> RuntimeOrigin {
	RuntimeOrigin::signed(owner(avatar))
}

/// One world; its fee is a tenth, the highest there is.
pub struct TheWorld;

impl traits::Worlds<AccountId> for TheWorld {
	fn owner(world: WorldId) -> Result<AccountId, DispatchError> {
		if world == WORLD {
			Ok(operator())
		} else {
			Err(DispatchError::Other("unknown world"))
		}
	}
	fn ensure_owner(who: &AccountId, world: WorldId) -> DispatchResult {
		if *who == Self::owner(world)? {
			Ok(())
		} else {
			Err(DispatchError::Other("not owner"))
		}
	}
	fn ensure_settler(who: &AccountId, world: WorldId) -> DispatchResult {
		Self::ensure_owner(who, world)
	}
	fn ensure_contains(world: WorldId, _: Coordinates) -> DispatchResult {
		Self::owner(world).map(|_| ())
	}
	fn fee(world: WorldId) -> Result<Option<Fee>, DispatchError> {
		Self::owner(world).map(|_| Some(Fee { to: TREASURY, rate: 1_000 }))
	}
}

/// Four avatars, of an account and one device each.
pub struct Players;

impl traits::Avatars<AccountId> for Players {
	fn ensure_exists(avatar: AvatarId) -> DispatchResult {
		if avatar.0 < 4 {
			Ok(())
		} else {
			Err(DispatchError::Other("unknown avatar"))
		}
	}
	fn ensure_owner(who: &AccountId, avatar: AvatarId) -> DispatchResult {
		Self::ensure_exists(avatar)?;
		if *who == owner(avatar) {
			Ok(())
		} else {
			Err(DispatchError::Other("not yours"))
		}
	}
}

#[storage_alias]
type Purses = StorageMap<Mock, Identity, AvatarId, Purse>;

#[storage_alias]
type Holdings = StorageMap<Mock, Identity, UniqueId, Holding>;

/// Records of avatars and items as the real pallets keep them: in storage.
#[derive(Default)]
pub struct Records;

impl Store for Records {
	fn signer(&self, avatar: AvatarId, lane: LaneIndex) -> Option<Signer> {
		<Players as traits::Avatars<_>>::ensure_exists(avatar).ok()?;
		match lane {
			0 => Some(Signer::Owner(owner(avatar))),
			1 => Some(Signer::Device(DeviceKey {
				key: PublicKey::Ed25519(device(avatar).public().0),
				valid_until: 1_000,
				world: None,
			})),
			_ => None,
		}
	}
	fn purse(&self, avatar: AvatarId) -> Option<Purse> {
		Purses::get(avatar)
	}
	fn holding(&self, asset: UniqueId) -> Option<Holding> {
		Holdings::get(asset)
	}
	fn units(&self, _: KindId, _: AvatarId) -> u64 {
		0
	}
	fn set_purse(&mut self, avatar: AvatarId, purse: Purse) {
		Purses::insert(avatar, purse);
	}
	fn set_holding(&mut self, asset: UniqueId, holding: Holding) {
		Holdings::insert(asset, holding);
	}
	fn set_units(&mut self, _: KindId, _: AvatarId, _: u64) {}
}

pub(crate) fn device(avatar: AvatarId) -> ed25519::Pair {
	ed25519::Pair::from_seed(&[u8::try_from(avatar.0).expect("tests have few avatars"); 32])
}

pub(crate) fn balance(avatar: AvatarId) -> Balance {
	Records.purse(avatar).expect("tests ask for avatars that exist").balance
}

pub(crate) fn holding(asset: UniqueId) -> Holding {
	Records.holding(asset).expect("tests ask for assets that exist")
}

pub(crate) fn held(who: AvatarId) -> Balance {
	Balances::balance_on_hold(&crate::HoldReason::Listing.into(), &owner(who))
}

/// The seller sells an item for a price, both signed by devices.
pub(crate) fn sale(seller: AvatarId, buyer: AvatarId, price: Balance, number: u32) -> Trade {
	let side = |asset| Assets::truncate_from(vec![asset]);
	let order = Order {
		world: WORLD,
		maker: seller,
		lane: 1,
		taker: None,
		give: side(SWORD.at_version(number)),
		want: side(Asset::Coins(price)),
		lots: 1,
		min_lots: 1,
		max_deduction: 1_000,
		number,
		valid_until: 100,
	};
	let acceptance =
		Acceptance { taker: buyer, lane: 1, lots: 1, max_deduction: 0, number, valid_until: 100 };
	sign(order, Acceptance { max_deduction: 1_000, ..acceptance })
}

pub(crate) fn sign(order: Order, acceptance: Acceptance) -> Trade {
	let genesis: Hash = System::block_hash(0);
	let ed25519 = |who, message: &[u8]| OrderSignature::Ed25519(device(who).sign(message).0);
	let order_signature = ed25519(order.maker, &order.signing_bytes(&genesis));
	let message = acceptance.signing_bytes(&genesis, &order.hash(&genesis));
	let acceptance_signature = ed25519(acceptance.taker, &message);
	Trade { order, order_signature, acceptance, acceptance_signature }
}

pub(crate) fn batch<const N: usize>(trades: [Trade; N]) -> BoundedVec<Trade, ConstU32<8>> {
	trades.to_vec().try_into().expect("tests settle at most eight")
}

/// Runs a test in a world where Alice has a sword and everyone 1,000 coins in the purse and in
/// the account, and checks the invariants after it.
pub(crate) fn with_a_sword(test: impl FnOnce()) {
	let mut genesis = frame_system::GenesisConfig::<Test>::default()
		.build_storage()
		.expect("the system's genesis has no input");
	let accounts = [TREASURY, ALICE, BOB, CAROL].map(owner);
	pallet_balances::GenesisConfig::<Test> {
		balances: accounts.map(|who| (who, 1_000)).to_vec(),
		..Default::default()
	}
	.assimilate_storage(&mut genesis)
	.expect("balances are above the existential deposit");
	sp_io::TestExternalities::new(genesis).execute_with(|| {
		System::set_block_number(1);
		for avatar in [TREASURY, ALICE, BOB, CAROL] {
			Records.set_purse(avatar, Purse { balance: 1_000, ..Purse::default() });
		}
		Records.set_holding(SWORD, Holding::new(ALICE));
		test();
		Market::do_try_state().expect("every invariant holds after every test");
		let coins: Balance = Purses::iter_values().map(|purse| purse.balance).sum();
		assert_eq!(coins, 4_000, "coins moved and none came or went");
	});
}
