// SPDX-License-Identifier: Apache-2.0
use crate::{badge_key, mock::*, HandleDetails, OfferDetails, Validity};
use freehold_primitives::{
	chain::{Balance, BlockNumber},
	device::PublicKey,
	ids::{AvatarId, WorldId},
	key::AvatarKey,
	order::MAX_FILLS,
	purse::LaneIndex,
	traits,
};
use proptest::prelude::*;
use sp_runtime::DispatchResult;
use std::collections::BTreeMap;

/// Handles, and which of them look alike; the last is none.
const NAMES: [(&str, Option<u8>); 7] = [
	("alice", Some(0)),
	("A-l1ce", Some(0)),
	("wim", Some(1)),
	("vvirn", Some(1)),
	("bob", Some(2)),
	("B0B", Some(2)),
	("-bob", None),
];

/// Which account acts.
#[derive(Clone, Copy, Debug)]
enum Actor {
	/// The owner of the avatar that it is about; Alice if there is none.
	Owner,
	/// One of the accounts 1 to 5: the fourth operates the worlds, the fifth settles for them.
	Account(u8),
}

/// What is done with an avatar. The last eight are done by other pallets, or by time.
#[derive(Clone, Copy, Debug)]
enum Action {
	Create,
	/// `expiry`: 0 is the last block, 1 this one, and so on, here and below.
	AddDevice {
		slot: LaneIndex,
		expiry: BlockNumber,
		labelled: bool,
	},
	RevokeDevice {
		slot: LaneIndex,
	},
	RevokeAllDevices,
	Deposit {
		amount: Balance,
	},
	Withdraw {
		amount: Balance,
	},
	Pay {
		to: AvatarId,
		amount: Balance,
	},
	ClaimHandle {
		name: usize,
	},
	ReleaseHandle,
	SweepHandle {
		name: usize,
	},
	SetProfile {
		some: bool,
	},
	Offer {
		price: Balance,
		to: Option<u8>,
	},
	WithdrawOffer,
	/// The offer that there is, if the caller has `looked`, or one that never was.
	AcceptOffer {
		looked: bool,
		max_price: Balance,
	},
	Retire,
	Attest {
		world: WorldId,
		badge: u32,
		expiry: Option<BlockNumber>,
	},
	RemoveBadge {
		world: WorldId,
		badge: u32,
	},
	SendToPot {
		amount: Balance,
	},
	SetAside {
		amount: Balance,
	},
	PayOut {
		amount: Balance,
	},
	FillInPart {
		lane: LaneIndex,
	},
	Retain,
	Release,
	Suspend {
		suspended: bool,
	},
	Wait {
		blocks: BlockNumber,
	},
}

/// An action of one of the accounts 1 to 5.
#[derive(Clone, Copy, Debug)]
struct Step {
	actor: Actor,
	avatar: AvatarId,
	action: Action,
}

fn avatar() -> impl Strategy<Value = AvatarId> {
	(0..=4u32).prop_map(AvatarId)
}

fn device() -> impl Strategy<Value = Action> {
	prop_oneof![
		(0..=8u8, 0..=2u32, any::<bool>()).prop_map(|(slot, expiry, labelled)| Action::AddDevice {
			slot,
			expiry,
			labelled
		}),
		(1..=7u8).prop_map(|slot| Action::RevokeDevice { slot }),
		Just(Action::RevokeAllDevices),
	]
}

fn money() -> impl Strategy<Value = Action> {
	let amount = 0..=200u128;
	prop_oneof![
		amount.clone().prop_map(|amount| Action::Deposit { amount }),
		amount.clone().prop_map(|amount| Action::Withdraw { amount }),
		(avatar(), amount.clone()).prop_map(|(to, amount)| Action::Pay { to, amount }),
		amount.clone().prop_map(|amount| Action::SendToPot { amount }),
		amount.clone().prop_map(|amount| Action::SetAside { amount }),
		amount.prop_map(|amount| Action::PayOut { amount }),
	]
}

fn identity() -> impl Strategy<Value = Action> {
	let name = 0..NAMES.len();
	prop_oneof![
		3 => name.clone().prop_map(|name| Action::ClaimHandle { name }),
		2 => Just(Action::ReleaseHandle),
		1 => name.prop_map(|name| Action::SweepHandle { name }),
		2 => any::<bool>().prop_map(|some| Action::SetProfile { some }),
	]
}

fn ownership() -> impl Strategy<Value = Action> {
	let buyer = prop::option::of(1..=5u8);
	prop_oneof![
		2 => (0..=60u128, buyer).prop_map(|(price, to)| Action::Offer { price, to }),
		1 => Just(Action::WithdrawOffer),
		4 => (prop::bool::weighted(0.9), 30..=60u128)
			.prop_map(|(looked, max_price)| Action::AcceptOffer { looked, max_price }),
		1 => Just(Action::Retire),
	]
}

fn badge() -> impl Strategy<Value = Action> {
	let world = prop_oneof![3 => Just(WORLD), 2 => Just(OTHER_WORLD), 1 => Just(NOWHERE)];
	let badge = 0..=4u32;
	prop_oneof![
		(world.clone(), badge.clone(), prop::option::of(0..=3u32))
			.prop_map(|(world, badge, expiry)| Action::Attest { world, badge, expiry }),
		(world, badge).prop_map(|(world, badge)| Action::RemoveBadge { world, badge }),
	]
}

fn surroundings() -> impl Strategy<Value = Action> {
	prop_oneof![
		2 => (0..=8u8).prop_map(|lane| Action::FillInPart { lane }),
		1 => Just(Action::Retain),
		2 => Just(Action::Release),
		1 => prop::bool::weighted(0.2).prop_map(|suspended| Action::Suspend { suspended }),
		2 => (1..=HANDLE_COOLDOWN).prop_map(|blocks| Action::Wait { blocks }),
	]
}

fn step() -> impl Strategy<Value = Step> {
	let actor = prop_oneof![
		1 => Just(Actor::Owner),
		1 => (1..=5u8).prop_map(Actor::Account),
	];
	let action = prop_oneof![
		2 => Just(Action::Create),
		2 => device(),
		3 => money(),
		4 => identity(),
		5 => ownership(),
		4 => badge(),
		2 => surroundings(),
	];
	(actor, avatar(), action).prop_map(|(actor, avatar, action)| Step { actor, avatar, action })
}

fn name(index: usize) -> crate::handle::Handle {
	handle(NAMES[index].0)
}

/// Which names the handle looks like; none if it is no handle.
fn look(index: usize) -> Option<u8> {
	NAMES[index].1
}

/// This block's number.
fn now() -> BlockNumber {
	u32::try_from(System::block_number()).expect("tests end before then")
}

/// The number of the account that acts.
fn actor(Step { actor, avatar, .. }: Step) -> u8 {
	match actor {
		Actor::Account(who) => who,
		Actor::Owner => {
			let owner = Avatars::avatar(avatar).map(|details| details.owner);
			(1..=5).find(|who| owner == Some(account(*who))).unwrap_or(1)
		},
	}
}

/// Does it on the chain.
fn perform(who: u8, avatar: AvatarId, action: Action) -> DispatchResult {
	let origin = RuntimeOrigin::signed(account(who));
	match action {
		Action::Create => Avatars::create(origin),
		Action::AddDevice { slot, expiry, labelled } => {
			let key = PublicKey::Ed25519([slot; 32]);
			let label = label(if labelled { "phone" } else { "" });
			Avatars::add_device(origin, avatar, slot, key, now() + expiry - 1, None, None, label)
		},
		Action::RevokeDevice { slot } => Avatars::revoke_device(origin, avatar, slot),
		Action::RevokeAllDevices => Avatars::revoke_all_devices(origin, avatar),
		Action::Deposit { amount } => Avatars::deposit(origin, avatar, amount),
		Action::Withdraw { amount } => Avatars::withdraw(origin, avatar, amount),
		Action::Pay { to, amount } => Avatars::pay(origin, avatar, to, amount),
		Action::ClaimHandle { name: index } => Avatars::claim_handle(origin, avatar, name(index)),
		Action::ReleaseHandle => Avatars::release_handle(origin, avatar),
		Action::SweepHandle { name: index } => Avatars::sweep_handle(origin, name(index)),
		Action::SetProfile { some } => Avatars::set_profile(origin, avatar, some.then(pointer)),
		Action::Offer { price, to } => Avatars::offer(origin, avatar, price, to.map(account)),
		Action::WithdrawOffer => Avatars::withdraw_offer(origin, avatar),
		Action::AcceptOffer { looked, max_price } => {
			let offer = Avatars::offer_of(avatar).filter(|_| looked);
			let offered_at = offer.map_or(0, |offer| offer.offered_at);
			Avatars::accept_offer(origin, avatar, offered_at, max_price)
		},
		Action::Retire => Avatars::retire(origin, avatar),
		Action::Attest { world, badge, expiry } => {
			let valid_until = expiry.map(|expiry| now() + expiry - 1);
			Avatars::attest(origin, world, avatar, tenure(avatar), badge, fact(), valid_until)
		},
		Action::RemoveBadge { world, badge } => Avatars::remove_badge(origin, world, avatar, badge),
		Action::SendToPot { amount } => {
			Balances::transfer_keep_alive(origin, Avatars::pot(), amount)
		},
		Action::SetAside { amount } => <Avatars as traits::Purses>::set_aside(avatar, amount),
		Action::PayOut { amount } => <Avatars as traits::Purses>::pay_out(avatar, amount),
		Action::FillInPart { lane } => fill_the_next(avatar, lane),
		Action::Retain => <Avatars as traits::Avatars<AccountId>>::retain(avatar, 1),
		Action::Release => release(avatar),
		Action::Suspend { suspended } => {
			Suspended::put(suspended);
			Ok(())
		},
		Action::Wait { blocks } => {
			go_to(now() + blocks);
			Ok(())
		},
	}
}

/// Fills the next order of a lane in part, if somebody signs in it and it has room.
fn fill_the_next(avatar: AvatarId, lane: LaneIndex) -> DispatchResult {
	Avatars::signer(avatar, lane).ok_or("nobody signs")?;
	if Avatars::fills(avatar, lane).is_full() {
		return Err("too many fills".into());
	}
	let purse = Avatars::purse(avatar).ok_or("unknown avatar")?;
	fill_in_part(avatar, lane, purse.lanes[usize::from(lane)].next);
	Ok(())
}

/// Releases one of the records that another pallet retained the avatar for, if there is any.
fn release(avatar: AvatarId) -> DispatchResult {
	let badges = Avatars::badges(avatar, None, 64).len();
	let records = Avatars::purse(avatar).map_or(0, |purse| purse.consumers as usize);
	if records <= badges {
		return Err("nothing to release".into());
	}
	<Avatars as traits::Avatars<AccountId>>::release(avatar, 1);
	Ok(())
}

#[derive(Clone, Copy)]
struct Badge {
	payer: u8,
	valid_until: Option<BlockNumber>,
	tenure: u32,
}

#[derive(Clone, Default)]
struct Record {
	owner: u8,
	tenure: u32,
	slots: BTreeMap<LaneIndex, bool>,
	/// How many orders of each lane are filled in part.
	filled: BTreeMap<LaneIndex, usize>,
	coins: Balance,
	retained: usize,
	name: Option<usize>,
	profile: bool,
	offer: Option<(Balance, Option<u8>, BlockNumber)>,
	badges: BTreeMap<(WorldId, u32), Badge>,
}

#[derive(Clone, Copy)]
struct Name {
	avatar: AvatarId,
	released_at: Option<BlockNumber>,
	payer: u8,
}

/// What the chain should be like.
#[derive(Clone)]
struct Model {
	now: BlockNumber,
	suspended: bool,
	free: BTreeMap<u8, Balance>,
	created: u32,
	avatars: BTreeMap<AvatarId, Record>,
	names: BTreeMap<u8, Name>,
	aside: Balance,
}

impl Model {
	fn new() -> Self {
		Self {
			now: NOW,
			suspended: false,
			free: (1..=5).map(|who| (who, ENDOWMENT)).collect(),
			created: 0,
			avatars: BTreeMap::new(),
			names: BTreeMap::new(),
			aside: 0,
		}
	}

	fn owned(&mut self, who: u8, avatar: AvatarId) -> Option<&mut Record> {
		self.avatars.get_mut(&avatar).filter(|record| record.owner == who)
	}

	/// Of an avatar that is not offered.
	fn disposed(&mut self, who: u8, avatar: AvatarId) -> Option<&mut Record> {
		self.owned(who, avatar).filter(|record| record.offer.is_none())
	}

	/// Takes coins out of the purse of an avatar that is not offered.
	fn spend(&mut self, avatar: AvatarId, amount: Balance) -> Option<()> {
		let record = self.avatars.get_mut(&avatar).filter(|record| record.offer.is_none())?;
		record.coins = record.coins.checked_sub(amount)?;
		Some(())
	}

	fn free(&mut self, who: u8) -> &mut Balance {
		self.free.get_mut(&who).expect("only accounts 1 to 5 act")
	}

	/// Takes money of an account if it keeps its existential deposit; none if it would not.
	fn take(&mut self, who: u8, amount: Balance) -> Option<()> {
		let free = self.free(who);
		*free = free.checked_sub(amount).filter(|left| *left >= EXISTENTIAL_DEPOSIT)?;
		Some(())
	}

	/// Does it here; none, with nothing changed, if it is refused.
	fn apply(&mut self, who: u8, avatar: AvatarId, action: Action) -> Option<()> {
		let mut next = self.clone();
		next.try_apply(who, avatar, action)?;
		*self = next;
		Some(())
	}

	fn try_apply(&mut self, who: u8, avatar: AvatarId, action: Action) -> Option<()> {
		let now = self.now;
		match action {
			Action::Create => {
				self.take(who, AVATAR_DEPOSIT)?;
				let record = Record { owner: who, ..Record::default() };
				self.avatars.insert(AvatarId(self.created), record);
				self.created += 1;
			},
			Action::AddDevice { slot, expiry, labelled } => {
				let taken = self.owned(who, avatar)?.slots.contains_key(&slot);
				let allowed = !taken && (1..=7).contains(&slot) && expiry > 0;
				allowed.then_some(())?;
				self.take(who, DEVICE_DEPOSIT)?;
				self.owned(who, avatar)?.slots.insert(slot, labelled);
			},
			Action::RevokeDevice { slot } => {
				let record = self.owned(who, avatar)?;
				record.slots.remove(&slot)?;
				record.filled.remove(&slot);
				*self.free(who) += DEVICE_DEPOSIT;
			},
			Action::RevokeAllDevices => {
				let record = self.owned(who, avatar)?;
				let slots = std::mem::take(&mut record.slots);
				record.filled.retain(|lane, _| *lane == 0);
				*self.free(who) += deposits(slots.len(), DEVICE_DEPOSIT);
			},
			Action::Deposit { amount } => {
				(amount > 0 && self.avatars.contains_key(&avatar)).then_some(())?;
				self.take(who, amount)?;
				self.avatars.get_mut(&avatar)?.coins += amount;
			},
			Action::Withdraw { amount } => {
				(amount > 0).then_some(())?;
				self.owned(who, avatar)?;
				self.spend(avatar, amount)?;
				*self.free(who) += amount;
			},
			Action::Pay { to, amount } => {
				(amount > 0).then_some(())?;
				self.owned(who, avatar)?;
				self.spend(avatar, amount)?;
				self.avatars.get_mut(&to)?.coins += amount;
			},
			Action::ClaimHandle { name } => self.claim(who, avatar, name)?,
			Action::ReleaseHandle => {
				let name = self.disposed(who, avatar)?.name.take()?;
				self.names.get_mut(&look(name)?)?.released_at = Some(now);
			},
			Action::SweepHandle { name } => {
				let record = self.names.remove(&look(name)?)?;
				(now - record.released_at? >= HANDLE_COOLDOWN).then_some(())?;
				*self.free(record.payer) += HANDLE_DEPOSIT - SWEEP_REWARD;
				*self.free(who) += SWEEP_REWARD;
			},
			Action::SetProfile { some } => {
				let had = std::mem::replace(&mut self.disposed(who, avatar)?.profile, some);
				match (had, some) {
					(false, true) => self.take(who, PROFILE_DEPOSIT)?,
					(true, false) => *self.free(who) += PROFILE_DEPOSIT,
					(true, true) | (false, false) => {},
				}
			},
			Action::Offer { price, to } => {
				let allowed = to != Some(who) && (price > 0 || to.is_some());
				allowed.then_some(())?;
				self.disposed(who, avatar)?.offer = Some((price, to, now));
				self.take(who, OFFER_DEPOSIT)?;
			},
			Action::WithdrawOffer => {
				self.owned(who, avatar)?.offer.take()?;
				*self.free(who) += OFFER_DEPOSIT;
			},
			Action::AcceptOffer { looked, max_price } => {
				looked.then_some(())?;
				self.accept(who, avatar, max_price)?;
			},
			Action::Retire => {
				let record = self.disposed(who, avatar)?.clone();
				let unused = record.coins == 0 && record.retained == 0 && record.badges.is_empty();
				unused.then_some(())?;
				self.avatars.remove(&avatar)?;
				if let Some(name) = record.name {
					self.names.get_mut(&look(name)?)?.released_at = Some(now);
				}
				*self.free(who) += AVATAR_DEPOSIT
					+ deposits(record.slots.len(), DEVICE_DEPOSIT)
					+ deposits(usize::from(record.profile), PROFILE_DEPOSIT);
			},
			Action::Attest { world, badge, expiry } => {
				self.attest(who, world, avatar, badge, expiry)?
			},
			Action::RemoveBadge { world, badge } => {
				let suspended = self.suspended;
				let record = self.avatars.get_mut(&avatar)?;
				let removed = record.badges.remove(&(world, badge))?;
				let expired = removed.valid_until.is_some_and(|last| last < now);
				let of_world = who == 4 || who == 5 && !suspended;
				let of_owner = record.owner == who && record.offer.is_none();
				(expired || of_world || of_owner).then_some(())?;
				*self.free(removed.payer) += BADGE_DEPOSIT;
			},
			Action::SendToPot { amount } => self.take(who, amount)?,
			Action::SetAside { amount } => {
				self.spend(avatar, amount)?;
				self.aside += amount;
			},
			Action::PayOut { amount } => {
				self.aside = self.aside.checked_sub(amount)?;
				self.avatars.get_mut(&avatar)?.coins += amount;
			},
			Action::FillInPart { lane } => {
				let record = self.avatars.get_mut(&avatar)?;
				(lane == 0 || record.slots.contains_key(&lane)).then_some(())?;
				let filled = record.filled.entry(lane).or_default();
				(*filled < MAX_FILLS as usize).then(|| *filled += 1)?;
			},
			Action::Retain => self.avatars.get_mut(&avatar)?.retained += 1,
			Action::Release => {
				let record = self.avatars.get_mut(&avatar)?;
				record.retained = record.retained.checked_sub(1)?;
			},
			Action::Suspend { suspended } => self.suspended = suspended,
			Action::Wait { blocks } => self.now += blocks,
		}
		Some(())
	}

	fn claim(&mut self, who: u8, avatar: AvatarId, name: usize) -> Option<()> {
		let now = self.now;
		let record = self.disposed(who, avatar)?;
		record.name.is_none().then_some(())?;
		record.name = Some(name);
		let claimed = Name { avatar, released_at: None, payer: who };
		if let Some(released) = self.names.insert(look(name)?, claimed) {
			let cooled = now - released.released_at? >= HANDLE_COOLDOWN;
			(cooled || released.avatar == avatar).then_some(())?;
			*self.free(released.payer) += HANDLE_DEPOSIT;
		}
		self.take(who, HANDLE_DEPOSIT)
	}

	fn accept(&mut self, who: u8, avatar: AvatarId, max_price: Balance) -> Option<()> {
		let record = self.avatars.get_mut(&avatar)?;
		let (price, to, _) = record.offer.take()?;
		let seller = std::mem::replace(&mut record.owner, who);
		let allowed = seller != who && to.is_none_or(|to| to == who) && price <= max_price;
		allowed.then_some(())?;
		record.tenure += 1;
		let keys = std::mem::take(&mut record.slots).len();
		record.filled.clear();
		let mut moved = AVATAR_DEPOSIT + deposits(usize::from(record.profile), PROFILE_DEPOSIT);
		if let Some(name) = record.name {
			moved += HANDLE_DEPOSIT;
			self.names.get_mut(&look(name)?)?.payer = who;
		}
		self.take(who, moved + price)?;
		*self.free(seller) += moved + price + OFFER_DEPOSIT + deposits(keys, DEVICE_DEPOSIT);
		Some(())
	}

	fn attest(
		&mut self,
		who: u8,
		world: WorldId,
		avatar: AvatarId,
		badge: u32,
		expiry: Option<BlockNumber>,
	) -> Option<()> {
		let settles = !self.suspended && who >= 4 && world != NOWHERE;
		(settles && expiry != Some(0)).then_some(())?;
		let valid_until = expiry.map(|expiry| self.now + expiry - 1);
		let record = self.avatars.get_mut(&avatar)?;
		let before = record.badges.get(&(world, badge)).copied();
		let given = record.badges.keys().filter(|(of, _)| *of == world).count();
		(before.is_some() || given < MAX_BADGES as usize).then_some(())?;
		let attested = Badge { payer: who, valid_until, tenure: record.tenure };
		record.badges.insert((world, badge), attested);
		if let Some(before) = before {
			*self.free(before.payer) += BADGE_DEPOSIT;
		}
		self.take(who, BADGE_DEPOSIT)
	}

	fn assert_is_the_chain(&self) {
		for (&who, &free) in &self.free {
			assert_eq!(Balances::free_balance(account(who)), free, "account {who}");
		}
		assert_eq!(Balances::total_issuance(), 5 * ENDOWMENT + EXISTENTIAL_DEPOSIT);
		assert_eq!(Avatars::aside(), self.aside);
		assert_eq!(crate::Avatars::<Test>::iter().count(), self.avatars.len());
		for (&id, record) in &self.avatars {
			self.assert_is_avatar(id, record);
		}
		let released = |name: &Name| HandleDetails {
			avatar: name.avatar,
			released_at: name.released_at,
			payer: account(name.payer),
		};
		let mut names: Vec<_> = self.names.values().map(released).map(shown).collect();
		let mut chain: Vec<_> = crate::Handles::<Test>::iter_values().map(shown).collect();
		names.sort();
		chain.sort();
		assert_eq!(chain, names);
	}

	fn assert_is_avatar(&self, id: AvatarId, record: &Record) {
		let details = Avatars::avatar(id).expect("it was created and not retired");
		assert_eq!((details.owner, details.tenure), (account(record.owner), record.tenure));
		let slots: BTreeMap<_, _> = Avatars::devices(id)
			.into_iter()
			.map(|(slot, _)| (slot, Avatars::device_label(id, slot).is_some()))
			.collect();
		assert_eq!(slots, record.slots);
		let filled: BTreeMap<_, _> = crate::Fills::<Test>::iter_prefix(AvatarKey::from(id))
			.map(|(lane, fills)| (lane, fills.len()))
			.collect();
		assert_eq!(filled, record.filled);
		assert_eq!(coins(id), record.coins);
		assert_eq!(consumers(id) as usize, record.retained + record.badges.len());
		assert_eq!(frozen(id), record.offer.is_some());
		assert_eq!(Avatars::handle(id), record.name.map(name));
		assert_eq!(Avatars::profile(id).is_some(), record.profile);
		let offer = record.offer.map(|(price, to, offered_at)| OfferDetails {
			price,
			to: to.map(account),
			offered_at,
		});
		assert_eq!(Avatars::offer_of(id), offer);
		let badges: Vec<_> = Avatars::badges(id, None, 64)
			.into_iter()
			.map(|badge| ((badge.world, badge.number), badge.validity))
			.collect();
		let validity = |badge: &Badge| match badge.valid_until {
			_ if badge.tenure != record.tenure => Validity::OfFormerOwner,
			Some(last) if last < self.now => Validity::Expired,
			_ => Validity::InForce,
		};
		let expected: Vec<_> =
			record.badges.iter().map(|(key, badge)| (*key, validity(badge))).collect();
		assert_eq!(badges, expected);
		for ((world, number), badge) in &record.badges {
			let stored =
				crate::Badges::<Test>::get(AvatarKey::from(id), badge_key(*world, *number));
			assert_eq!(stored.map(|it| it.payer), Some(account(badge.payer)));
		}
	}
}

/// So many times a deposit.
fn deposits(count: usize, deposit: Balance) -> Balance {
	deposit * Balance::try_from(count).expect("tests count little")
}

/// In a form that has an order.
fn shown(details: HandleDetails<AccountId>) -> (AvatarId, Option<BlockNumber>, AccountId) {
	(details.avatar, details.released_at, details.payer)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Every call against a plain model; the invariants hold after each.
	#[test]
	fn avatars_are_as_a_plain_model_would_have_them(
		steps in prop::collection::vec(step(), 1..200),
	) {
		Chain::default().execute(|| {
			let mut model = Model::new();
			for step in steps {
				let who = actor(step);
				let performed = perform(who, step.avatar, step.action);
				let expected = model.apply(who, step.avatar, step.action);
				assert_eq!(performed.is_ok(), expected.is_some(), "{step:?}: {performed:?}");
				Avatars::do_try_state().expect("every invariant holds after every call");
			}
			model.assert_is_the_chain();
		});
	}
}
