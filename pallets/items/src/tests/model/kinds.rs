// SPDX-License-Identifier: Apache-2.0
//! Kinds: their rules, how many there may be, and their royalties.

use super::{exists, Model};
use crate::{
	mock::*,
	tests::actions::{Of, What},
	DrawDetails, Form, Issuer, Rules,
};
use freehold_primitives::{
	chain::Balance,
	fee::{BasisPoints, Raise, MAX_ROYALTY},
	ids::{AvatarId, KindId},
};
use std::collections::BTreeSet;

impl Model {
	/// What becomes of a kind.
	pub(super) fn rule(&mut self, who: AccountId, what: What) -> Option<()> {
		match what {
			What::LoosenKind { kind, rules } => {
				let before = self.kinds.get(&kind)?.rules;
				let host = before.home.is_some_and(|it| self.acts(who, Issuer::World(it)));
				if !host || rules != (Rules { home: None, ..before }) {
					self.issuer(who, kind.collection)?;
				}
				let before = &mut self.kinds.get_mut(&kind)?.rules;
				let stays = rules.home.is_none() || rules.home == before.home;
				let allowed = (rules.transferable || !before.transferable)
					&& (rules.burnable || !before.burnable);
				(stays && allowed).then(|| *before = rules)?;
			},
			What::LowerCap { kind, cap } => {
				self.issuer(who, kind.collection)?;
				let reserved = self.reserved(kind);
				let it = self.kinds.get_mut(&kind)?;
				let lower = it.cap.is_none_or(|before| cap <= before);
				(lower && it.minted + reserved <= cap).then(|| it.cap = Some(cap))?;
			},
			What::SetRoyalty { kind, of } => {
				let collection = self.issuer(who, kind.collection)?.clone();
				self.sharable(&of).then_some(())?;
				let rate: BasisPoints = of.iter().map(|(_, rate)| rate).sum();
				let before = self.kinds.get(&kind)?;
				if rate > before.rate() {
					let units = before.form == Form::Stackable && before.minted > before.burned;
					let drawn = self.reserved(kind) > 0;
					(!collection.frozen && !units && !drawn).then_some(())?;
				}
				self.pay_all(kind)?;
				let it = self.kinds.get_mut(&kind)?;
				if rate > it.rate() {
					let lowest = it.raise.map_or(it.rate(), |raise| raise.rate.min(it.rate()));
					it.raise = Some(Raise { serial: collection.next_item, rate: lowest });
				}
				it.shares = of;
			},
			What::CollectRoyalty { kind } => {
				let parts = self.kinds.get(&kind)?.parts();
				(!parts.is_empty()).then_some(())?;
				self.pay(kind, parts)?;
			},
			What::RemoveKind { kind } => {
				self.issuer(who, kind.collection)?;
				let it = self.kinds.get(&kind)?;
				let gone = it.minted == it.burned && self.reserved(kind) == 0;
				(gone && it.parts().is_empty()).then_some(())?;
				self.pay_all(kind)?;
				self.kinds.remove(&kind);
			},
			other => unreachable!("{other:?} becomes of no kind"),
		}
		Some(())
	}

	/// Succeeds if so many may be minted for these.
	pub(super) fn minted<'a>(
		&self,
		who: AccountId,
		kind: KindId,
		form: Form,
		amount: u64,
		mut to: impl Iterator<Item = &'a AvatarId>,
	) -> Option<()> {
		let collection = self.collections.get(&kind.collection)?;
		let mints = match collection.issuer {
			Issuer::World(world) => self.settles(who, world),
			Issuer::Avatar(avatar) => self.owns(who, avatar),
		};
		let allowed = mints && !collection.frozen && self.is_adopted(collection) && amount > 0;
		(allowed && self.kinds.get(&kind)?.form == form).then_some(())?;
		self.has_room(kind, amount)?;
		to.all(|avatar| exists(*avatar)).then_some(())
	}

	/// Succeeds if the kind has room for so many more.
	pub(super) fn has_room(&self, kind: KindId, amount: u64) -> Option<()> {
		let it = self.kinds.get(&kind)?;
		let total = it.minted.checked_add(self.reserved(kind))?.checked_add(amount)?;
		(total <= it.cap.unwrap_or(u64::MAX)).then_some(())
	}

	/// How many may yet be drawn.
	pub(super) fn reserved(&self, kind: KindId) -> u64 {
		let most = |draw: &DrawDetails<AccountId>| {
			let outcomes = draw.outcomes.iter().filter(|(made, _)| made.kind == kind);
			outcomes.map(|(made, _)| made.amount).max().unwrap_or_default()
		};
		self.draws.values().map(most).sum()
	}

	pub(super) fn sharable(&self, of: &Of) -> bool {
		let named: BTreeSet<_> = of.iter().map(|(to, _)| to).collect();
		let rate: u32 = of.iter().map(|(_, rate)| u32::from(*rate)).sum();
		let valid = of.iter().all(|(to, rate)| exists(*to) && *rate > 0);
		valid && named.len() == of.len() && rate <= MAX_ROYALTY.into()
	}

	/// Pays these out of what has accrued.
	fn pay(&mut self, kind: KindId, parts: Vec<(AvatarId, Balance)>) -> Option<()> {
		for (to, due) in parts {
			*self.coins.entry(to).or_default() += due;
			self.kinds.get_mut(&kind)?.accrued -= due;
		}
		Some(())
	}

	/// Pays all that has accrued, the rest of the division to the first.
	fn pay_all(&mut self, kind: KindId) -> Option<()> {
		let parts = self.kinds.get(&kind)?.parts();
		self.pay(kind, parts)?;
		let it = self.kinds.get(&kind)?;
		let (first, rest) = (it.shares.first().copied(), it.accrued);
		match first {
			Some((first, _)) => self.pay(kind, vec![(first, rest)]),
			None => Some(()),
		}
	}
}
