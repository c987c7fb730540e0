// SPDX-License-Identifier: Apache-2.0
//! Device keys: what an avatar's owner lets a game client sign with.

use crate::{
	asset::Asset,
	chain::{AccountId, Balance, BlockNumber},
	ids::WorldId,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

/// What an owner calls a device, in UTF-8.
pub type Label = BoundedVec<u8, ConstU32<32>>;

/// A public key that a device signs orders with.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum PublicKey {
	/// Ed25519, verified by the rules of ZIP-215.
	#[codec(index = 0)]
	Ed25519([u8; 32]),
	/// Schnorr over Ristretto, as wallets use.
	#[codec(index = 1)]
	Sr25519([u8; 32]),
}

/// Most that a device may still give away; each trade that it signs counts it down.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Limits {
	/// Coins, in 10^-12 FHD, with what a world keeps of them.
	pub coins: Balance,
	/// Units, of all kinds together.
	pub units: u64,
	/// Unique items.
	pub items: u32,
	/// Parcels that are held on their own.
	pub land: u32,
	/// Estates, however many parcels each has.
	pub estates: u32,
}

impl Limits {
	/// What is left after `lots` times `asset` is given away; none if that is more than there is.
	pub fn after(self, asset: &Asset, lots: u32) -> Option<Self> {
		Some(match *asset {
			Asset::Coins(amount) => {
				let amount = amount.checked_mul(lots.into())?;
				Self { coins: self.coins.checked_sub(amount)?, ..self }
			},
			Asset::Units { amount, .. } => {
				let amount = amount.checked_mul(lots.into())?;
				Self { units: self.units.checked_sub(amount)?, ..self }
			},
			Asset::Item { .. } => Self { items: self.items.checked_sub(lots)?, ..self },
			Asset::Parcel { .. } => Self { land: self.land.checked_sub(lots)?, ..self },
			Asset::Estate { .. } => Self { estates: self.estates.checked_sub(lots)?, ..self },
		})
	}
}

/// The record of a device key.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct DeviceKey {
	/// What it verifies with.
	pub key: PublicKey,
	/// Last block in which it counts.
	pub valid_until: BlockNumber,
	/// The only world it may trade in; any if none.
	pub world: Option<WorldId>,
	/// What it may still give away; anything if none.
	pub limits: Option<Limits>,
}

impl DeviceKey {
	/// The record after the device has signed `lots` times `given` away; none if that is over its
	/// limits.
	pub fn after_giving(self, given: &[Asset], lots: u32) -> Option<Self> {
		let Some(limits) = self.limits else {
			return Some(self);
		};
		let left = given.iter().try_fold(limits, |left, asset| left.after(asset, lots))?;
		Some(Self { limits: Some(left), ..self })
	}
}

/// Who signs for an avatar, as the chain knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signer {
	/// The account that owns it.
	Owner(AccountId),
	/// A device.
	Device(DeviceKey),
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		ids::{CollectionId, EstateId, ItemId, KindId},
		land::{Coordinates, ParcelId},
	};
	use proptest::prelude::*;

	const LIMITS: Limits = Limits { coins: 100, units: 10, items: 3, land: 2, estates: 1 };
	const GOLD: KindId = KindId { collection: CollectionId(0), index: 1 };
	const ITEM: Asset =
		Asset::Item { id: ItemId { collection: CollectionId(0), serial: 0 }, version: 0 };
	const PARCEL: Asset = Asset::Parcel {
		id: ParcelId { world: WorldId(0), at: Coordinates::new(0, 0) },
		version: 0,
	};
	const ESTATE: Asset = Asset::Estate { id: EstateId(0), version: 0 };

	fn device(limits: Option<Limits>) -> DeviceKey {
		DeviceKey { key: PublicKey::Ed25519([0; 32]), valid_until: 0, world: None, limits }
	}

	#[test]
	fn each_asset_counts_against_its_own_limit() {
		for (asset, left) in [
			(Asset::Coins(40), Limits { coins: 60, ..LIMITS }),
			(Asset::Units { kind: GOLD, amount: 4 }, Limits { units: 6, ..LIMITS }),
			(ITEM, Limits { items: 2, ..LIMITS }),
			(PARCEL, Limits { land: 1, ..LIMITS }),
			(ESTATE, Limits { estates: 0, ..LIMITS }),
		] {
			assert_eq!(LIMITS.after(&asset, 1), Some(left));
		}
	}

	#[test]
	fn the_last_may_be_given_and_no_more() {
		for (asset, most) in [
			(Asset::Coins(20), 5),
			(Asset::Units { kind: GOLD, amount: 5 }, 2),
			(ITEM, 3),
			(PARCEL, 2),
			(ESTATE, 1),
		] {
			assert!(LIMITS.after(&asset, most).is_some(), "{asset}");
			assert_eq!(LIMITS.after(&asset, most + 1), None, "{asset}");
		}
	}

	#[test]
	fn amounts_beyond_counting_are_over_the_limit() {
		let most = Limits { coins: Balance::MAX, units: u64::MAX, ..LIMITS };

		assert_eq!(most.after(&Asset::Coins(Balance::MAX), 2), None);
		assert_eq!(most.after(&Asset::Units { kind: GOLD, amount: u64::MAX }, 2), None);
	}

	#[test]
	fn a_device_without_limits_may_give_anything() {
		let device = device(None);

		assert_eq!(device.after_giving(&[Asset::Coins(Balance::MAX), ESTATE], 1), Some(device));
	}

	#[test]
	fn all_that_is_given_at_once_counts_together() {
		let limited = device(Some(LIMITS));
		let left = Limits { coins: 0, land: 1, estates: 0, ..LIMITS };

		assert_eq!(
			limited.after_giving(&[PARCEL, Asset::Coins(100), ESTATE], 1),
			Some(device(Some(left)))
		);
		assert_eq!(limited.after_giving(&[Asset::Coins(60), Asset::Coins(60)], 1), None);
	}

	#[test]
	fn a_device_record_takes_at_most_79_bytes() {
		assert_eq!(DeviceKey::max_encoded_len(), 79);
	}

	proptest! {
		#[test]
		fn coins_are_counted_down_to_the_last(
			limit in 0..1_000u128,
			amounts in prop::collection::vec((1..200u128, 1..4u32), 0..12),
		) {
			let (mut left, mut given) = (Limits { coins: limit, ..LIMITS }, 0);

			for (amount, lots) in amounts {
				let value = amount * u128::from(lots);
				match left.after(&Asset::Coins(amount), lots) {
					Some(after) => {
						given += value;
						left = after;
					},
					None => prop_assert!(given + value > limit),
				}
				prop_assert_eq!(left, Limits { coins: limit - given, ..LIMITS });
			}
		}
	}
}
