// SPDX-License-Identifier: Apache-2.0
use crate::mock::*;
use freehold_primitives::{
	chain::{Balance, BlockNumber},
	device::PublicKey,
	ids::AvatarId,
	purse::LaneIndex,
};
use proptest::prelude::*;
use sp_runtime::DispatchResult;
use std::collections::{BTreeMap, BTreeSet};

/// What one of the accounts 1 to 3 does, and the settlement kernel (`Pay`).
#[derive(Clone, Copy, Debug)]
enum Action {
	Create { who: u8 },
	AddDevice { who: u8, avatar: AvatarId, slot: LaneIndex, valid_until: BlockNumber },
	RevokeDevice { who: u8, avatar: AvatarId, slot: LaneIndex },
	RevokeAllDevices { who: u8, avatar: AvatarId },
	Deposit { who: u8, avatar: AvatarId, amount: Balance },
	Withdraw { who: u8, avatar: AvatarId, amount: Balance },
	SendToPot { who: u8, amount: Balance },
	Pay { from: AvatarId, to: AvatarId, amount: Balance },
}

fn action() -> impl Strategy<Value = Action> {
	let who = 1..=3u8;
	let avatar = (0..=5u32).prop_map(AvatarId);
	let slot = 0..=8u8;
	let valid_until = NOW - 1..=NOW + 1;
	let amount = 0..=300u128;
	prop_oneof![
		who.clone().prop_map(|who| Action::Create { who }),
		(who.clone(), avatar.clone(), slot.clone(), valid_until).prop_map(
			|(who, avatar, slot, valid_until)| {
				Action::AddDevice { who, avatar, slot, valid_until }
			}
		),
		(who.clone(), avatar.clone(), slot).prop_map(|(who, avatar, slot)| Action::RevokeDevice {
			who,
			avatar,
			slot
		}),
		(who.clone(), avatar.clone())
			.prop_map(|(who, avatar)| Action::RevokeAllDevices { who, avatar }),
		(who.clone(), avatar.clone(), amount.clone())
			.prop_map(|(who, avatar, amount)| Action::Deposit { who, avatar, amount }),
		(who.clone(), avatar.clone(), amount.clone())
			.prop_map(|(who, avatar, amount)| Action::Withdraw { who, avatar, amount }),
		(who, amount.clone()).prop_map(|(who, amount)| Action::SendToPot { who, amount }),
		(avatar.clone(), avatar, amount).prop_map(|(from, to, amount)| Action::Pay {
			from,
			to,
			amount
		}),
	]
}

/// Does it on the chain.
fn perform(action: Action) -> DispatchResult {
	let origin = |who| RuntimeOrigin::signed(account(who));
	match action {
		Action::Create { who } => Avatars::create(origin(who)),
		Action::AddDevice { who, avatar, slot, valid_until } => {
			let key = PublicKey::Ed25519([slot; 32]);
			Avatars::add_device(origin(who), avatar, slot, key, valid_until, None)
		},
		Action::RevokeDevice { who, avatar, slot } => {
			Avatars::revoke_device(origin(who), avatar, slot)
		},
		Action::RevokeAllDevices { who, avatar } => {
			Avatars::revoke_all_devices(origin(who), avatar)
		},
		Action::Deposit { who, avatar, amount } => Avatars::deposit(origin(who), avatar, amount),
		Action::Withdraw { who, avatar, amount } => Avatars::withdraw(origin(who), avatar, amount),
		Action::SendToPot { who, amount } => {
			Balances::transfer_keep_alive(origin(who), Avatars::pot(), amount)
		},
		Action::Pay { from, to, amount } => pay(from, to, amount).ok_or("not paid".into()),
	}
}

/// Moves coins from purse to purse, as a settlement does; none if that can't be.
fn pay(from: AvatarId, to: AvatarId, amount: Balance) -> Option<()> {
	let mut payer = Avatars::purse(from)?;
	Avatars::purse(to)?;
	payer.balance = payer.balance.checked_sub(amount)?;
	Avatars::set_purse(from, payer);
	let mut payee = Avatars::purse(to)?;
	payee.balance += amount;
	Avatars::set_purse(to, payee);
	Some(())
}

#[derive(Default)]
struct Record {
	owner: u8,
	slots: BTreeSet<LaneIndex>,
	coins: Balance,
}

/// What the chain should be like.
struct Model {
	free: BTreeMap<u8, Balance>,
	avatars: BTreeMap<AvatarId, Record>,
}

impl Model {
	fn new() -> Self {
		Self { free: (1..=3).map(|who| (who, ENDOWMENT)).collect(), avatars: BTreeMap::new() }
	}

	fn owned(&mut self, who: u8, avatar: AvatarId) -> Option<&mut Record> {
		self.avatars.get_mut(&avatar).filter(|record| record.owner == who)
	}

	fn free(&mut self, who: u8) -> &mut Balance {
		self.free.get_mut(&who).expect("only accounts 1 to 3 act")
	}

	/// Takes money of an account if it keeps its existential deposit; none if it would not.
	fn take(&mut self, who: u8, amount: Balance) -> Option<()> {
		let free = self.free(who);
		*free = free.checked_sub(amount).filter(|left| *left >= EXISTENTIAL_DEPOSIT)?;
		Some(())
	}

	/// Does it here; none if it is refused.
	fn apply(&mut self, action: Action) -> Option<()> {
		match action {
			Action::Create { who } => {
				self.take(who, AVATAR_DEPOSIT)?;
				let id = u32::try_from(self.avatars.len()).expect("money runs out before ids");
				self.avatars.insert(AvatarId(id), Record { owner: who, ..Record::default() });
			},
			Action::AddDevice { who, avatar, slot, valid_until } => {
				let taken = self.owned(who, avatar)?.slots.contains(&slot);
				let allowed = !taken && (1..=7).contains(&slot) && valid_until >= NOW;
				allowed.then_some(())?;
				self.take(who, DEVICE_DEPOSIT)?;
				self.owned(who, avatar)?.slots.insert(slot);
			},
			Action::RevokeDevice { who, avatar, slot } => {
				self.owned(who, avatar)?.slots.remove(&slot).then_some(())?;
				*self.free(who) += DEVICE_DEPOSIT;
			},
			Action::RevokeAllDevices { who, avatar } => {
				let slots = std::mem::take(&mut self.owned(who, avatar)?.slots);
				*self.free(who) += slots.iter().map(|_| DEVICE_DEPOSIT).sum::<Balance>();
			},
			Action::Deposit { who, avatar, amount } => {
				(amount > 0 && self.avatars.contains_key(&avatar)).then_some(())?;
				self.take(who, amount)?;
				self.avatars.get_mut(&avatar)?.coins += amount;
			},
			Action::Withdraw { who, avatar, amount } => {
				(amount > 0).then_some(())?;
				let record = self.owned(who, avatar)?;
				record.coins = record.coins.checked_sub(amount)?;
				*self.free(who) += amount;
			},
			Action::SendToPot { who, amount } => self.take(who, amount)?,
			Action::Pay { from, to, amount } => {
				self.avatars.contains_key(&to).then_some(())?;
				let payer = self.avatars.get_mut(&from)?;
				payer.coins = payer.coins.checked_sub(amount)?;
				self.avatars.get_mut(&to)?.coins += amount;
			},
		}
		Some(())
	}

	fn assert_is_the_chain(&self) {
		for (&who, &free) in &self.free {
			assert_eq!(Balances::free_balance(account(who)), free);
		}
		assert_eq!(crate::Avatars::<Test>::iter().count(), self.avatars.len());
		for (&id, record) in &self.avatars {
			let details = Avatars::avatar(id).expect("it was created");
			let slots: BTreeSet<_> =
				Avatars::devices(id).into_iter().map(|(slot, _)| slot).collect();
			assert_eq!(details.owner, account(record.owner));
			assert_eq!(slots, record.slots);
			assert_eq!(coins(id), record.coins);
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Every call against a plain model; the invariants hold after each.
	#[test]
	fn avatars_are_as_a_plain_model_would_have_them(
		actions in prop::collection::vec(action(), 1..100),
	) {
		Chain::default().execute(|| {
			let mut model = Model::new();
			for action in actions {
				let performed = perform(action);
				let expected = model.apply(action);
				assert_eq!(performed.is_ok(), expected.is_some(), "{action:?}: {performed:?}");
				Avatars::do_try_state().expect("every invariant holds after every call");
			}
			model.assert_is_the_chain();
		});
	}
}
