// SPDX-License-Identifier: Apache-2.0
//! Signing of orders and acceptances, by devices and by owners.

use codec::{Decode, Encode};
use ed25519_dalek::{Signer as _, SigningKey};
use freehold_primitives::{
	asset::{Asset, Assets, MAX_ASSETS},
	chain::{AccountId, BlockNumber, Hash},
	device::PublicKey,
	fee::BasisPoints,
	ids::{AvatarId, WorldId},
	order::{Acceptance, Fill, Order, OrderSignature, Trade},
	purse::{LaneIndex, OrderNumber, Purse, Unspendable},
};
use sp_core::{ecdsa, ed25519, sr25519, Pair};
use sp_runtime::{traits::Verify, MultiSignature};

/// Whatever can sign for an avatar.
pub trait OrderSigner {
	/// The signature under these bytes.
	fn sign_bytes(&self, bytes: &[u8]) -> OrderSignature;
}

/// The key of a device, with which a game client signs.
#[derive(Clone)]
pub struct DeviceSigner(SigningKey);

impl DeviceSigner {
	/// A new key, from the system's randomness.
	pub fn generate() -> Self {
		Self::from_seed(ed25519::Pair::generate().1)
	}

	/// The key of a secret seed.
	pub fn from_seed(seed: [u8; 32]) -> Self {
		Self(SigningKey::from_bytes(&seed))
	}

	/// The public key, as the chain stores it.
	pub fn public(&self) -> PublicKey {
		PublicKey::Ed25519(self.0.verifying_key().to_bytes())
	}
}

impl OrderSigner for DeviceSigner {
	fn sign_bytes(&self, bytes: &[u8]) -> OrderSignature {
		OrderSignature::Ed25519(self.0.sign(bytes).to_bytes())
	}
}

/// The key of an account signs for the avatars it owns, in lane 0.
impl OrderSigner for sr25519::Pair {
	fn sign_bytes(&self, bytes: &[u8]) -> OrderSignature {
		OrderSignature::Sr25519(self.sign(bytes).0)
	}
}

/// An order with its maker's signature: what is handed to takers.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct SignedOrder {
	/// What the maker signed.
	pub order: Order,
	/// The maker's signature.
	pub signature: OrderSignature,
}

impl SignedOrder {
	/// Signs an order for the chain of this genesis hash.
	pub fn new(order: Order, signer: &impl OrderSigner, genesis: &Hash) -> Self {
		let signature = signer.sign_bytes(&order.signing_bytes(genesis));
		Self { order, signature }
	}

	/// Signs its acceptance, which makes it a trade.
	pub fn accept(
		self,
		acceptance: Acceptance,
		signer: &impl OrderSigner,
		genesis: &Hash,
	) -> Trade {
		let bytes = acceptance.signing_bytes(genesis, &self.order.hash(genesis));
		Trade {
			order: self.order,
			order_signature: self.signature,
			acceptance,
			acceptance_signature: signer.sign_bytes(&bytes),
		}
	}
}

/// Whether the key of a device made this signature. One of another kind than the key is none.
pub fn is_signed_by_device(signature: &OrderSignature, bytes: &[u8], key: &PublicKey) -> bool {
	match (key, signature) {
		(PublicKey::Ed25519(key), OrderSignature::Ed25519(_))
		| (PublicKey::Sr25519(key), OrderSignature::Sr25519(_)) => {
			is_signed_by_owner(signature, bytes, &AccountId::new(*key))
		},
		_ => false,
	}
}

/// Whether the key of an account made this signature.
pub fn is_signed_by_owner(signature: &OrderSignature, bytes: &[u8], owner: &AccountId) -> bool {
	let signature: MultiSignature = match signature {
		OrderSignature::Ed25519(signature) => ed25519::Signature::from_raw(*signature).into(),
		OrderSignature::Sr25519(signature) => sr25519::Signature::from_raw(*signature).into(),
		OrderSignature::Ecdsa(signature) => ecdsa::Signature::from_raw(*signature).into(),
	};
	signature.verify(bytes, owner)
}

/// How many lots of an order can still be taken, by its maker's purse and the fills of its lane.
///
/// # Errors
/// If its number was spent by another, or for all of it, or can't be.
pub fn left(order: &Order, hash: &Hash, purse: &Purse, fills: &[Fill]) -> Result<u32, Unspendable> {
	let mut purse = *purse;
	let spent = match purse.spend(order.lane, order.number) {
		Ok(()) => return Ok(order.lots),
		Err(reason) => reason,
	};
	let ours = |fill: &&Fill| fill.number == order.number && fill.order == *hash;
	match spent {
		Unspendable::Spent => fills.iter().find(ours).map(|fill| fill.left).ok_or(spent),
		Unspendable::Void | Unspendable::TooFar => Err(spent),
	}
}

/// Fewest lots that can be taken at once if so many are left.
pub fn fewest(order: &Order, left: u32) -> u32 {
	order.min_lots.min(left)
}

/// Who signs for an avatar, by which number, until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Party {
	/// The avatar.
	pub avatar: AvatarId,
	/// Which of its keys.
	pub lane: LaneIndex,
	/// The number in that lane.
	pub number: OrderNumber,
	/// Last block in which it counts.
	pub valid_until: BlockNumber,
}

impl Party {
	/// Its acceptance of this many lots.
	pub fn acceptance(self, lots: u32, max_deduction: BasisPoints) -> Acceptance {
		Acceptance {
			taker: self.avatar,
			lane: self.lane,
			lots,
			max_deduction,
			number: self.number,
			valid_until: self.valid_until,
		}
	}
}

/// Makes an order piece by piece: of one lot, for anyone, with no deduction unless told.
#[derive(Clone, Debug)]
pub struct OrderBuilder {
	order: Order,
	give: Vec<Asset>,
	want: Vec<Asset>,
}

impl OrderBuilder {
	/// An order of this maker, to be settled by this world.
	pub fn new(world: WorldId, maker: Party) -> Self {
		let order = Order {
			world,
			maker: maker.avatar,
			lane: maker.lane,
			taker: None,
			give: Assets::default(),
			want: Assets::default(),
			lots: 1,
			min_lots: 1,
			max_deduction: 0,
			number: maker.number,
			valid_until: maker.valid_until,
		};
		Self { order, give: Vec::new(), want: Vec::new() }
	}

	/// The maker gives this, too.
	#[must_use]
	pub fn give(mut self, asset: Asset) -> Self {
		self.give.push(asset);
		self
	}

	/// The maker wants this, too.
	#[must_use]
	pub fn want(mut self, asset: Asset) -> Self {
		self.want.push(asset);
		self
	}

	/// Only this avatar may accept.
	#[must_use]
	pub fn taker(mut self, taker: Option<AvatarId>) -> Self {
		self.order.taker = taker;
		self
	}

	/// Takers may choose how many of these lots they take, at least so many at a time. It is filled
	/// in parts until none are left.
	#[must_use]
	pub fn lots(mut self, fewest: u32, most: u32) -> Self {
		(self.order.min_lots, self.order.lots) = (fewest, most);
		self
	}

	/// Most that may be taken off the coins that the maker gets.
	#[must_use]
	pub fn max_deduction(mut self, rate: BasisPoints) -> Self {
		self.order.max_deduction = rate;
		self
	}

	/// The order.
	///
	/// # Errors
	/// If it says nothing that could be done.
	pub fn build(self) -> Result<Order, String> {
		let side = |assets: Vec<Asset>| {
			Assets::try_from(assets)
				.map_err(|_| format!("one side of an order has at most {MAX_ASSETS} assets"))
		};
		let order = Order { give: side(self.give)?, want: side(self.want)?, ..self.order };
		if !order.is_well_formed() {
			return Err("an order needs assets on both sides and no zero amounts; \
			            its fewest lots are at least 1 and not above its most; \
			            what exists once comes in one lot and is named once"
				.into());
		}
		Ok(order)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use freehold_primitives::ids::{CollectionId, ItemId};

	fn party(avatar: u32) -> Party {
		Party { avatar: AvatarId(avatar), lane: 1, number: 7, valid_until: 100 }
	}

	fn item() -> Asset {
		Asset::Item { id: ItemId { collection: CollectionId(0), serial: 1 }, version: 0 }
	}

	fn verifies(signature: &OrderSignature, bytes: &[u8], signer: &DeviceSigner) -> bool {
		is_signed_by_device(signature, bytes, &signer.public())
	}

	#[test]
	fn both_sides_sign_what_the_chain_verifies() {
		let (maker, taker) = (DeviceSigner::from_seed([1; 32]), DeviceSigner::from_seed([2; 32]));
		let genesis = Hash::repeat_byte(9);
		let order = OrderBuilder::new(WorldId(0), party(1))
			.give(item())
			.want(Asset::Coins(5))
			.build()
			.expect("it is well formed");
		let acceptance = party(2).acceptance(1, 0);

		let trade =
			SignedOrder::new(order.clone(), &maker, &genesis).accept(acceptance, &taker, &genesis);

		let acceptance_bytes = trade.acceptance.signing_bytes(&genesis, &order.hash(&genesis));
		assert!(verifies(&trade.order_signature, &order.signing_bytes(&genesis), &maker));
		assert!(verifies(&trade.acceptance_signature, &acceptance_bytes, &taker));
		assert!(!verifies(&trade.order_signature, &order.signing_bytes(&Hash::zero()), &maker));
	}

	#[test]
	fn an_owner_signs_for_the_account() {
		let (owner, other) =
			(sr25519::Pair::from_seed(&[1; 32]), sr25519::Pair::from_seed(&[2; 32]));
		let signature = owner.sign_bytes(b"words");

		assert!(is_signed_by_owner(&signature, b"words", &owner.public().into()));
		assert!(!is_signed_by_owner(&signature, b"word", &owner.public().into()));
		assert!(!is_signed_by_owner(&signature, b"words", &other.public().into()));
		assert!(is_signed_by_device(&signature, b"words", &PublicKey::Sr25519(owner.public().0)));
		assert!(!is_signed_by_device(&signature, b"words", &PublicKey::Ed25519(owner.public().0)));
	}

	#[test]
	fn what_was_not_filled_is_left() {
		let order = OrderBuilder::new(WorldId(0), party(1))
			.give(Asset::Coins(1))
			.want(Asset::Coins(5))
			.lots(3, 10)
			.build()
			.expect("it is well formed");
		let hash = Hash::repeat_byte(1);
		let fill = |order, left| Fill { number: 7, order, left, valid_until: 9 };
		let mut purse = Purse::default();

		assert_eq!(left(&order, &hash, &purse, &[]), Ok(10));
		purse.spend(order.lane, order.number).expect("it is the first");
		assert_eq!(left(&order, &hash, &purse, &[fill(hash, 2)]), Ok(2));
		for fills in [&[][..], &[fill(Hash::repeat_byte(2), 2)]] {
			assert_eq!(left(&order, &hash, &purse, fills), Err(Unspendable::Spent));
		}
		purse.spend(order.lane, 100).expect("it is near");
		assert_eq!(left(&order, &hash, &purse, &[fill(hash, 2)]), Err(Unspendable::Void));
		assert_eq!((fewest(&order, 10), fewest(&order, 2)), (3, 2));
	}

	#[test]
	fn an_order_that_says_nothing_is_not_built() {
		let builder = || OrderBuilder::new(WorldId(0), party(1)).give(item());

		assert!(builder().build().is_err());
		assert!(builder().want(Asset::Coins(0)).build().is_err());
		assert!(builder().want(Asset::Coins(1)).lots(1, 2).build().is_err());
		assert_eq!(
			(0..8).fold(builder(), |it, _| it.give(item())).want(Asset::Coins(1)).build(),
			Err("one side of an order has at most 8 assets".into())
		);
	}
}
