// SPDX-License-Identifier: Apache-2.0
use super::{by, Deed, Verb};
use crate::{
	dice::Dice,
	state::{owner, sites, some_avatar, some_expiry},
};
use freehold_primitives::{ids::AvatarId, land::Site};
use freehold_runtime::{Land, Runtime};
use freehold_tests::names::*;
use pallet_land::{Access, Right, Rights};

pub(super) const VERBS: &[Verb] = &[
	Verb::new("set_access", 2, set_access),
	Verb::new("grant", 4, grant),
	Verb::new("ban", 2, ban),
	Verb::new("remove_standing", 3, remove_standing),
];

/// A site, and who acts there: mostly who has it, else anyone, who may be a manager.
fn some_authority(dice: &Dice) -> Option<(Site, AvatarId)> {
	let (site, _) = dice.of(sites())?;
	let occupier = Land::occupier(site).filter(|_| dice.below(4) > 0);
	Some((site, occupier.unwrap_or_else(|| some_avatar(dice))))
}

fn some_rights(dice: &Dice) -> Rights {
	let some = Right::ALL.into_iter().filter(|_| dice.coin());
	some.fold(Rights::default(), |sum, right| sum.union(right.into()))
}

fn set_access(dice: &Dice) -> Option<Deed> {
	let (site, acting) = some_authority(dice)?;
	let access = if dice.coin() { Access::Open } else { Access::Invited };
	by(owner(acting), LandCall::set_access { site, by: acting, access })
}

fn grant(dice: &Dice) -> Option<Deed> {
	let (site, acting) = some_authority(dice)?;
	let (to, rights, until) = (some_avatar(dice), some_rights(dice), some_expiry(dice));
	by(owner(acting), LandCall::grant { site, by: acting, to, rights, until })
}

fn ban(dice: &Dice) -> Option<Deed> {
	let (site, acting) = some_authority(dice)?;
	let (avatar, until) = (some_avatar(dice), some_expiry(dice));
	by(owner(acting), LandCall::ban { site, by: acting, avatar, until })
}

fn remove_standing(dice: &Dice) -> Option<Deed> {
	let (site, key, standing) = dice.of(pallet_land::Standings::<Runtime>::iter())?;
	let avatar = AvatarId::from(key);
	let acting = match dice.below(3) {
		0 => None,
		1 => Some(avatar),
		_ => Land::occupier(site),
	};
	let who = acting.and_then(owner).unwrap_or(standing.payer);
	let who = if dice.rarely() { None } else { Some(who) };
	by(who, LandCall::remove_standing { site, avatar, by: acting })
}
