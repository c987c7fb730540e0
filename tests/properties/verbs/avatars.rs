// SPDX-License-Identifier: Apache-2.0
use super::{by, by_anyone, Deed, Verb};
use crate::{
	dice::Dice,
	state::{avatars, now, operator, owner, some_avatar, some_expiry, some_world, PLAYERS},
};
use freehold_primitives::{
	chain::{AccountId, Balance},
	device::{Label, Limits},
	ids::AvatarId,
	pointer::Pointer,
};
use freehold_runtime::{
	constants::{HANDLE_COOLDOWN, UNIT},
	Avatars, Runtime,
};
use freehold_tests::{
	keyring::{Key, Player},
	names::*,
	stage::NOBODY,
};
use pallet_avatars::{badge_of, handle::Handle, Fact};

pub(super) const VERBS: &[Verb] = &[
	Verb::new("create", 2, create),
	Verb::new("add_device", 4, add_device),
	Verb::new("revoke_device", 1, revoke_device),
	Verb::new("revoke_all_devices", 1, revoke_all_devices),
	Verb::new("deposit", 3, deposit),
	Verb::new("withdraw", 2, withdraw),
	Verb::new("pay", 2, pay),
	Verb::new("claim_handle", 3, claim_handle),
	Verb::new("release_handle", 2, release_handle),
	Verb::new("set_profile", 2, set_profile),
	Verb::new("offer", 2, offer),
	Verb::new("withdraw_offer", 2, withdraw_offer),
	Verb::new("accept_offer", 5, accept_offer),
	Verb::new("retire", 2, retire),
	Verb::new("attest", 3, attest),
	Verb::new("remove_badge", 2, remove_badge),
	Verb::new("sweep_handle", 6, sweep_handle),
];

/// Some look like each other, and one can't be had.
const HANDLES: [&str; 8] = ["alice", "a1ice", "bob", "B-O-B", "carol", "dave", "rnary", "-x"];

fn create(dice: &Dice) -> Option<Deed> {
	by_anyone(dice, AvatarsCall::create {})
}

fn add_device(dice: &Dice) -> Option<Deed> {
	let (avatar, valid_until) = (some_avatar(dice), some_expiry(dice));
	let taken: Vec<_> = Avatars::devices(avatar).into_iter().map(|(slot, _)| slot).collect();
	let slot = dice.of_or((1..=3).filter(|slot| !taken.contains(slot)), || 1)?;
	let key = Key::of_device(avatar, slot).public();
	let world = (dice.below(3) == 0).then(|| some_world(dice));
	let limits = dice.maybe(|| Limits {
		coins: dice.amount(500 * UNIT),
		units: dice.below(60).into(),
		items: dice.below(4),
		land: dice.below(3),
		estates: dice.below(2),
	});
	let label = Label::truncate_from(dice.maybe(|| b"a device".to_vec()).unwrap_or_default());
	let add = AvatarsCall::add_device { avatar, slot, key, valid_until, world, limits, label };
	by(owner(avatar), add)
}

fn revoke_device(dice: &Dice) -> Option<Deed> {
	let devices = pallet_avatars::Devices::<Runtime>::iter_keys();
	let devices = devices.map(|(avatar, slot)| (AvatarId::from(avatar), slot));
	let (avatar, slot) = dice.of_or(devices, || (some_avatar(dice), 7))?;
	by(owner(avatar), AvatarsCall::revoke_device { avatar, slot })
}

fn revoke_all_devices(dice: &Dice) -> Option<Deed> {
	let avatar = some_avatar(dice);
	by(owner(avatar), AvatarsCall::revoke_all_devices { avatar })
}

fn deposit(dice: &Dice) -> Option<Deed> {
	let (avatar, amount) = (some_avatar(dice), dice.amount(1_200 * UNIT));
	by_anyone(dice, AvatarsCall::deposit { avatar, amount })
}

/// Mostly no more than is in the purse.
fn some_coins(dice: &Dice, avatar: AvatarId) -> Balance {
	let balance = Avatars::purse(avatar).map_or(0, |purse| purse.balance);
	dice.amount(balance + if dice.rarely() { 100 * UNIT } else { 1 })
}

fn withdraw(dice: &Dice) -> Option<Deed> {
	let avatar = some_avatar(dice);
	let amount = some_coins(dice, avatar);
	by(owner(avatar), AvatarsCall::withdraw { avatar, amount })
}

fn pay(dice: &Dice) -> Option<Deed> {
	let (from, to) = (some_avatar(dice), some_avatar(dice));
	let amount = some_coins(dice, from);
	by(owner(from), AvatarsCall::pay { from, to, amount })
}

fn claim_handle(dice: &Dice) -> Option<Deed> {
	let nameless = avatars().into_iter().filter(|avatar| Avatars::handle(*avatar).is_none());
	let avatar = dice.of_or(nameless, || some_avatar(dice))?;
	let handle = Handle::truncate_from(dice.of(HANDLES)?.into());
	by(owner(avatar), AvatarsCall::claim_handle { avatar, handle })
}

fn release_handle(dice: &Dice) -> Option<Deed> {
	let named = pallet_avatars::HandleOf::<Runtime>::iter_keys().map(AvatarId::from);
	let avatar = dice.of_or(named, || some_avatar(dice))?;
	by(owner(avatar), AvatarsCall::release_handle { avatar })
}

fn set_profile(dice: &Dice) -> Option<Deed> {
	let avatar = some_avatar(dice);
	let pointer = dice.maybe(|| Pointer::truncate_from(b"ipfs:profile".to_vec()));
	by(owner(avatar), AvatarsCall::set_profile { avatar, pointer })
}

/// One of the players who does not own the avatar.
fn another(dice: &Dice, avatar: AvatarId) -> Option<AccountId> {
	let owner = owner(avatar);
	let others = PLAYERS.map(Player::account).into_iter();
	dice.of(others.filter(|account| Some(account) != owner.as_ref()))
}

fn offer(dice: &Dice) -> Option<Deed> {
	let avatar = some_avatar(dice);
	let to = dice.coin().then(|| another(dice, avatar)).flatten();
	let price = if dice.rarely() { 0 } else { 1 + dice.amount(20 * UNIT) };
	by(owner(avatar), AvatarsCall::offer { avatar, price, to })
}

fn withdraw_offer(dice: &Dice) -> Option<Deed> {
	let offered = pallet_avatars::Offers::<Runtime>::iter_keys().map(AvatarId::from);
	let avatar = dice.of_or(offered, || some_avatar(dice))?;
	by(owner(avatar), AvatarsCall::withdraw_offer { avatar })
}

fn accept_offer(dice: &Dice) -> Option<Deed> {
	let (avatar, offer) = dice.of(pallet_avatars::Offers::<Runtime>::iter())?;
	let avatar = AvatarId::from(avatar);
	let offered_at = offer.offered_at - u32::from(dice.rarely());
	let max_price = offer.price.saturating_sub(u128::from(dice.rarely()));
	let who = offer.to.or_else(|| another(dice, avatar));
	by(who, AvatarsCall::accept_offer { avatar, offered_at, max_price })
}

fn retire(dice: &Dice) -> Option<Deed> {
	let idle = |avatar: &AvatarId| {
		Avatars::purse(*avatar).is_some_and(|it| it.balance == 0 && it.consumers == 0)
	};
	let avatar = dice.of_or(avatars().into_iter().filter(idle), || NOBODY)?;
	by(owner(avatar), AvatarsCall::retire { avatar })
}

fn attest(dice: &Dice) -> Option<Deed> {
	let (world, avatar, badge) = (some_world(dice), some_avatar(dice), dice.below(3));
	let fact = Fact::truncate_from(b"a fact".to_vec());
	let valid_until = dice.maybe(|| some_expiry(dice));
	let tenure = Avatars::avatar(avatar).map_or(0, |it| it.tenure) + u32::from(dice.rarely());
	let attest = AvatarsCall::attest { world, avatar, tenure, badge, fact, valid_until };
	by(operator(world), attest)
}

fn remove_badge(dice: &Dice) -> Option<Deed> {
	let (avatar, key) = dice.of(pallet_avatars::Badges::<Runtime>::iter_keys())?;
	let (avatar, (world, badge)) = (AvatarId::from(avatar), badge_of(key));
	let badge = if dice.rarely() { 9 } else { badge };
	let who = if dice.coin() { operator(world) } else { owner(avatar) };
	by(who, AvatarsCall::remove_badge { world, avatar, badge })
}

fn sweep_handle(dice: &Dice) -> Option<Deed> {
	let cooled = pallet_avatars::Handles::<Runtime>::iter().filter_map(|(handle, details)| {
		let released_at = details.released_at?;
		let cooled = now() - released_at >= HANDLE_COOLDOWN;
		cooled.then(|| Handle::truncate_from(handle.into_inner()))
	});
	let handle = dice.of_or(cooled, || Handle::truncate_from(HANDLES[0].into()))?;
	by_anyone(dice, AvatarsCall::sweep_handle { handle })
}
