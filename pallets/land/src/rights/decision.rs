// SPDX-License-Identifier: Apache-2.0
//! Whether an avatar may do something at a site: the one place where that is decided.

use crate::types::{Access, Permission, Right, Standing, Tenure};
use freehold_primitives::{chain::BlockNumber, ids::AvatarId};

/// How things are at a site in one block: what a decision rests on, but for the avatar's own
/// standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Situation {
	/// The block.
	pub now: BlockNumber,
	/// Who owns the site.
	pub owner: AvatarId,
	/// Who has it: the tenant while it is let, else the owner.
	pub occupier: AvatarId,
	/// Under which possession.
	pub tenure: Tenure,
	/// Who may enter.
	pub access: Access,
}

impl Situation {
	/// Whether the avatar may.
	pub(crate) fn allows<AccountId>(
		&self,
		avatar: AvatarId,
		right: Right,
		standing: Option<&Standing<AccountId>>,
	) -> bool {
		let enters = right == Right::Enter;
		if avatar == self.occupier {
			return true;
		}
		// No tenant shuts the owner out, and none has to put up with more than a visit.
		if avatar == self.owner {
			return enters;
		}
		match standing.and_then(|it| it.in_force(self.tenure, self.now)) {
			Some(Permission::Banned { .. }) => false,
			Some(Permission::Granted { rights, .. }) => enters || rights.contains(right),
			None => enters && self.access == Access::Open,
		}
	}
}

impl<AccountId> Standing<AccountId> {
	/// What it says, if it still says anything under this possession of the site.
	pub(crate) fn in_force(&self, tenure: Tenure, now: BlockNumber) -> Option<Permission> {
		(self.tenure == tenure && now <= self.permission.until()).then_some(self.permission)
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::types::Rights;
	use freehold_primitives::ids::LeaseId;
	use proptest::prelude::*;

	const OWNER: AvatarId = AvatarId(1);
	const TENANT: AvatarId = AvatarId(2);
	const GUEST: AvatarId = AvatarId(3);
	const NOW: BlockNumber = 100;
	const TITLE: Tenure = Tenure::Title { site: 4, owner: 2 };

	fn owned(access: Access) -> Situation {
		Situation { now: NOW, owner: OWNER, occupier: OWNER, tenure: TITLE, access }
	}

	fn let_out(access: Access) -> Situation {
		Situation { occupier: TENANT, tenure: Tenure::Lease(LeaseId(9)), ..owned(access) }
	}

	fn granted(rights: Rights, until: BlockNumber) -> Standing<()> {
		let permission = Permission::Granted { rights, until };
		Standing { permission, tenure: TITLE, payer: () }
	}

	fn banned(until: BlockNumber) -> Standing<()> {
		let permission = Permission::Banned { until };
		Standing { permission, tenure: TITLE, payer: () }
	}

	/// What the avatar may do, in the order of [`Right::ALL`].
	fn may(site: Situation, avatar: AvatarId, standing: Option<Standing<()>>) -> [bool; 4] {
		Right::ALL.map(|right| site.allows(avatar, right, standing.as_ref()))
	}

	#[test]
	fn the_occupier_may_do_everything() {
		for access in [Access::Open, Access::Invited] {
			assert_eq!(may(owned(access), OWNER, None), [true; 4]);
			assert_eq!(may(let_out(access), TENANT, None), [true; 4]);
		}
	}

	#[test]
	fn the_owner_of_a_site_that_is_let_may_only_enter() {
		let ban = Standing { tenure: Tenure::Lease(LeaseId(9)), ..banned(NOW) };

		assert_eq!(may(let_out(Access::Invited), OWNER, None), [true, false, false, false]);
		assert_eq!(may(let_out(Access::Open), OWNER, Some(ban)), [true, false, false, false]);
	}

	#[test]
	fn a_stranger_may_enter_what_is_open() {
		assert_eq!(may(owned(Access::Open), GUEST, None), [true, false, false, false]);
		assert_eq!(may(owned(Access::Invited), GUEST, None), [false; 4]);
	}

	#[test]
	fn any_grant_lets_its_avatar_in() {
		let build = granted(Rights::BUILD, NOW);

		assert_eq!(may(owned(Access::Invited), GUEST, Some(build)), [true, true, false, false]);
	}

	#[test]
	fn a_ban_keeps_its_avatar_out_of_what_is_open() {
		assert_eq!(may(owned(Access::Open), GUEST, Some(banned(NOW))), [false; 4]);
	}

	#[test]
	fn a_standing_counts_in_its_last_block_and_not_after() {
		let site = owned(Access::Invited);
		let last = granted(Rights::ALL, NOW);
		let over = granted(Rights::ALL, NOW - 1);

		assert_eq!(may(site, GUEST, Some(last)), [true; 4]);
		assert_eq!(may(site, GUEST, Some(over)), [false; 4]);
		assert_eq!(
			may(owned(Access::Open), GUEST, Some(banned(NOW - 1))),
			[true, false, false, false]
		);
	}

	#[test]
	fn a_grant_of_the_owner_before_is_void() {
		for tenure in [Tenure::Title { site: 5, owner: 2 }, Tenure::Title { site: 4, owner: 3 }] {
			let sold = Situation { tenure, ..owned(Access::Invited) };

			assert_eq!(may(sold, GUEST, Some(granted(Rights::ALL, u32::MAX))), [false; 4]);
		}
	}

	#[test]
	fn a_lease_is_never_taken_for_a_title_of_the_same_number() {
		let site = Situation { tenure: Tenure::Lease(LeaseId(4)), ..let_out(Access::Invited) };

		assert_eq!(may(site, GUEST, Some(granted(Rights::ALL, u32::MAX))), [false; 4]);
	}

	fn access() -> impl Strategy<Value = Access> {
		prop::sample::select(vec![Access::Open, Access::Invited])
	}

	fn rights() -> impl Strategy<Value = Rights> {
		prop::collection::vec(prop::sample::select(Right::ALL.to_vec()), 1..5)
			.prop_map(|all| all.into_iter().fold(Rights::default(), |sum, it| sum.union(it.into())))
	}

	fn standing() -> impl Strategy<Value = Standing<()>> {
		let tenure = prop_oneof![
			(3..6u32, 1..4u32).prop_map(|(site, owner)| Tenure::Title { site, owner }),
			(8..11u32).prop_map(|id| Tenure::Lease(LeaseId(id))),
		];
		let permission = prop_oneof![
			(rights(), 95..105u32)
				.prop_map(|(rights, until)| Permission::Granted { rights, until }),
			(95..105u32).prop_map(|until| Permission::Banned { until }),
		];
		(permission, tenure).prop_map(|(permission, tenure)| Standing {
			permission,
			tenure,
			payer: (),
		})
	}

	proptest! {
		#[test]
		fn what_lapsed_or_is_void_counts_for_nothing(
			it in standing(),
			access in access(),
			is_let: bool,
		) {
			let site = if is_let { let_out(access) } else { owned(access) };
			if it.tenure != site.tenure || it.permission.until() < NOW {
				prop_assert_eq!(may(site, GUEST, Some(it)), may(site, GUEST, None));
			}
		}

		#[test]
		fn who_may_do_anything_may_enter(it in standing(), access in access(), is_let: bool) {
			let site = if is_let { let_out(access) } else { owned(access) };
			for avatar in [OWNER, TENANT, GUEST] {
				let [enter, build, edit, manage] = may(site, avatar, Some(it.clone()));
				prop_assert!(enter || !(build || edit || manage));
			}
		}

		#[test]
		fn a_guest_may_do_no_more_than_was_granted(
			rights in rights(),
			until in 95..105u32,
			access in access(),
		) {
			let allowed = may(owned(access), GUEST, Some(granted(rights, until)));
			for (right, allowed) in Right::ALL.into_iter().zip(allowed) {
				if right != Right::Enter {
					prop_assert_eq!(allowed, until >= NOW && rights.contains(right));
				}
			}
		}
	}
}
