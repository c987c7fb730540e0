// SPDX-License-Identifier: Apache-2.0
//! What someone may try to do with land.

use crate::{mock::*, Access, LeaseTerms, Rights};
use frame_support::dispatch::DispatchResultWithPostInfo;
use freehold_primitives::{
	chain::{Balance, BlockNumber},
	ids::{AvatarId, EstateId},
	land::{Area, Coordinates, ParcelId, Site, Zone},
};
use proptest::prelude::*;
use sp_runtime::{DispatchError, DispatchResult};

/// What an account tries to do.
#[derive(Clone, Debug)]
pub(super) struct Action {
	pub who: AccountId,
	pub what: What,
}

/// A call, or what the market, the registry of worlds and time do.
#[derive(Clone, Debug)]
pub(super) enum What {
	Issue { to: AvatarId, parcels: Vec<(Coordinates, Zone)> },
	IssueArea { to: AvatarId, area: Area, zone: Zone },
	Transfer { at: Coordinates, to: AvatarId },
	TransferBatch { transfers: Vec<(Coordinates, AvatarId)> },
	Relinquish { at: Coordinates },
	OpenSale { area: Area, zone: Zone, price: Balance, to: AvatarId },
	CloseSale { sale: u32 },
	Claim { sale: u32, at: Coordinates, avatar: AvatarId, most: Balance },
	SetContent { site: Site, by: AvatarId, set: bool },
	Found { owner: AvatarId, parcels: Vec<Coordinates> },
	Extend { estate: EstateId, parcels: Vec<Coordinates> },
	Reduce { estate: EstateId, parcels: Vec<Coordinates> },
	Merge { into: EstateId, from: EstateId },
	Split { estate: EstateId, parcels: Vec<Coordinates> },
	Dissolve { estate: EstateId },
	TransferEstate { estate: EstateId, to: AvatarId },
	SetAccess { site: Site, by: AvatarId, access: Access },
	Grant { site: Site, by: AvatarId, to: AvatarId, rights: Rights, until: BlockNumber },
	Ban { site: Site, by: AvatarId, avatar: AvatarId, until: BlockNumber },
	RemoveStanding { site: Site, avatar: AvatarId, by: Option<AvatarId> },
	OfferLease { site: Site, terms: LeaseTerms },
	WithdrawLeaseOffer { site: Site },
	AcceptLease { site: Site, tenant: AvatarId, periods: u32 },
	ExtendLease { site: Site, periods: u32 },
	EndLease { site: Site },
	AssignLease { site: Site, to: AvatarId },
	CollectRent { site: Site },
	List { site: Site },
	Sell { site: Site, to: AvatarId },
	HandOver { to: AccountId },
	Wait { blocks: BlockNumber },
}

/// The name of each call.
pub(super) const CALLS: [&str; 27] = [
	"Issue",
	"Transfer",
	"TransferBatch",
	"OpenSale",
	"CloseSale",
	"Claim",
	"Relinquish",
	"SetContent",
	"Found",
	"Extend",
	"Reduce",
	"Merge",
	"Split",
	"Dissolve",
	"TransferEstate",
	"SetAccess",
	"Grant",
	"Ban",
	"RemoveStanding",
	"OfferLease",
	"WithdrawLeaseOffer",
	"AcceptLease",
	"ExtendLease",
	"EndLease",
	"AssignLease",
	"CollectRent",
	"IssueArea",
];

impl What {
	/// Its name.
	pub(super) fn name(&self) -> String {
		format!("{self:?}").chars().take_while(char::is_ascii_alphanumeric).collect()
	}
}

impl Action {
	/// Has the chain do it.
	pub(super) fn perform(self) -> DispatchResult {
		let origin = signed(self.who);
		match self.what {
			What::Issue { to, parcels } => {
				Land::issue(origin, WORLD, to, bounded(parcels.into_iter()))
			},
			What::IssueArea { to, area, zone } => Land::issue_area(origin, WORLD, to, area, zone),
			What::Transfer { at, to } => Land::transfer(origin, ParcelId { world: WORLD, at }, to),
			What::TransferBatch { transfers } => {
				Land::transfer_batch(origin, WORLD, bounded(transfers.into_iter()))
			},
			What::Relinquish { at } => Land::relinquish(origin, ParcelId { world: WORLD, at }),
			What::OpenSale { area, zone, price, to } => {
				Land::open_sale(origin, WORLD, area, zone, price, to)
			},
			What::CloseSale { sale } => Land::close_sale(origin, WORLD, sale),
			What::Claim { sale, at, avatar, most } => {
				Land::claim(origin, WORLD, sale, at, avatar, most)
			},
			What::SetContent { site, by, set } => {
				Land::set_content(origin, site, by, set.then(|| pointer("ipfs://house")))
			},
			What::Found { owner, parcels } => {
				Land::found_estate(origin, WORLD, owner, bounded(parcels.into_iter()))
			},
			What::Extend { estate, parcels } => {
				plain(Land::extend_estate(origin, estate, bounded(parcels.into_iter())))
			},
			What::Reduce { estate, parcels } => {
				plain(Land::reduce_estate(origin, estate, bounded(parcels.into_iter())))
			},
			What::Merge { into, from } => plain(Land::merge_estates(origin, into, from)),
			What::Split { estate, parcels } => {
				plain(Land::split_estate(origin, estate, bounded(parcels.into_iter())))
			},
			What::Dissolve { estate } => plain(Land::dissolve_estate(origin, estate)),
			What::TransferEstate { estate, to } => Land::transfer_estate(origin, estate, to),
			What::SetAccess { site, by, access } => Land::set_access(origin, site, by, access),
			What::Grant { site, by, to, rights, until } => {
				Land::grant(origin, site, by, to, rights, until)
			},
			What::Ban { site, by, avatar, until } => Land::ban(origin, site, by, avatar, until),
			What::RemoveStanding { site, avatar, by } => {
				Land::remove_standing(origin, site, avatar, by)
			},
			What::OfferLease { site, terms } => Land::offer_lease(origin, site, terms),
			What::WithdrawLeaseOffer { site } => Land::withdraw_lease_offer(origin, site),
			What::AcceptLease { site, tenant, periods } => {
				let terms = Land::lease_offer(site).map_or(terms(), |offer| offer.terms);
				let version = Land::premises(site).map_or(0, |it| it.holding.version);
				Land::accept_lease(origin, site, tenant, periods, terms, version)
			},
			What::ExtendLease { site, periods } => Land::extend_lease(origin, site, periods),
			What::EndLease { site } => Land::end_lease(origin, site),
			What::AssignLease { site, to } => Land::assign_lease(origin, site, to),
			What::CollectRent { site } => Land::collect_rent(origin, site),
			What::List { site } => list(site).map_err(|_| DispatchError::Other("refused")),
			What::Sell { site, to } => sell(site, to).map_err(|_| DispatchError::Other("refused")),
			What::HandOver { to } => hand_over(WORLD, to),
			What::Wait { blocks } => {
				let now = BlockNumber::try_from(System::block_number());
				run_to(now.expect("tests are short") + blocks);
				Ok(())
			},
		}
	}
}

fn plain(outcome: DispatchResultWithPostInfo) -> DispatchResult {
	outcome.map(|_| ()).map_err(|refusal| refusal.error)
}

/// What is done before anything is left to chance: most of the grid has owners, some of it is
/// estates that touch, and some is for sale or let.
pub(super) fn beginning() -> Vec<Action> {
	let issue = |x: i16, to: AvatarId| {
		let area = area((x, -2), (x, 2));
		Action { who: OPERATOR, what: What::IssueArea { to, area, zone: Zone::Open } }
	};
	let found = |x: i16, high: i16, who: AccountId, owner: AvatarId| {
		let parcels = area((x, -2), (x, high)).places().collect();
		Action { who, what: What::Found { owner, parcels } }
	};
	let sale = What::OpenSale {
		area: area((2, -2), (2, 2)),
		zone: Zone::Residential,
		price: 3,
		to: avatar(OPERATOR),
	};
	let terms = LeaseTerms { sublet: true, ..terms() };
	let lease = What::AcceptLease { site: site(-1, 2), tenant: avatar(BOB), periods: 2 };
	vec![
		issue(-2, avatar(ALICE)),
		issue(-1, avatar(ALICE)),
		issue(0, SECOND),
		issue(1, avatar(BOB)),
		found(-2, 2, ALICE, avatar(ALICE)),
		found(-1, 0, ALICE, avatar(ALICE)),
		found(0, -1, ALICE, SECOND),
		Action { who: OPERATOR, what: sale },
		Action { who: ALICE, what: What::OfferLease { site: site(-1, 2), terms } },
		Action { who: BOB, what: lease },
	]
}

/// Anything that anyone may try.
pub(super) fn action() -> impl Strategy<Value = Action> {
	prop_oneof![
		2 => (operator(), issuing()).boxed(),
		2 => (owner(), moving()).boxed(),
		6 => (owner(), shaping()).boxed(),
		2 => (owner(), sharing()).boxed(),
		4 => (owner(), letting()).boxed(),
		1 => (owner(), befalling()).boxed(),
	]
	.prop_map(|(who, what)| Action { who, what })
}

/// Whoever owns land, mostly.
fn owner() -> impl Strategy<Value = AccountId> {
	prop_oneof![4 => Just(ALICE), 2 => Just(BOB), 1 => Just(OPERATOR)]
}

/// Whoever operates the world, mostly.
fn operator() -> impl Strategy<Value = AccountId> {
	prop_oneof![4 => Just(OPERATOR), 1 => owner()]
}

/// Also one that does not exist.
fn anyone() -> impl Strategy<Value = AvatarId> {
	prop_oneof![
		3 => Just(avatar(ALICE)),
		2 => Just(SECOND),
		2 => Just(avatar(BOB)),
		1 => Just(AvatarId(10)),
	]
}

/// The operator's avatar, mostly.
fn payee() -> impl Strategy<Value = AvatarId> {
	prop_oneof![3 => Just(avatar(OPERATOR)), 1 => anyone()]
}

fn place() -> impl Strategy<Value = Coordinates> {
	(-2..=2i16, -2..=2i16).prop_map(|(x, y)| Coordinates::new(x, y))
}

/// Also some that are too large, that lie beyond the grid, or that have no place.
fn anywhere() -> impl Strategy<Value = Area> {
	(place(), 0..=3i16, 0..=3i16)
		.prop_map(|(min, wide, high)| area((min.x, min.y), (min.x + wide - 1, min.y + high - 1)))
}

/// Places as a call names them: mostly some that hang together, of which a few lie beyond the grid.
fn places() -> impl Strategy<Value = Vec<Coordinates>> {
	let together = (place(), 1..=2i16, 1..=3i16).prop_map(|(min, wide, high)| {
		let area = area((min.x, min.y), (min.x + wide - 1, min.y + high - 1));
		area.places().collect::<Vec<_>>()
	});
	prop_oneof![4 => together, 1 => prop::collection::vec(place(), 0..4)]
}

fn estates() -> impl Strategy<Value = EstateId> {
	prop_oneof![3 => 0..3u32, 1 => 3..6u32].prop_map(EstateId)
}

/// Mostly a few, so that what is done to one meets what was done to it before.
fn sites() -> impl Strategy<Value = Site> {
	prop_oneof![
		4 => prop::sample::select(vec![site(-1, 2), site(0, 2), estate(0), estate(1)]),
		1 => estates().prop_map(Site::Estate),
		1 => place().prop_map(|at| site(at.x, at.y)),
	]
}

fn zones() -> impl Strategy<Value = Zone> {
	prop_oneof![4 => Just(Zone::Open), 1 => prop::sample::select(&Zone::ALL[..])]
}

fn lease_terms() -> impl Strategy<Value = LeaseTerms> {
	let money = (0..4u128, 0..3u128);
	let period = prop_oneof![7 => 1..4u32, 1 => Just(0u32)];
	let time = (period, 1..3u32, 0..4u32, 0..4u32);
	(money, time, any::<bool>(), prop::option::weighted(0.2, anyone())).prop_map(
		|((price, deposit), (period, least, more, notice), sublet, tenant)| {
			let most = least + more;
			LeaseTerms { price, period, least, most, notice, deposit, sublet, tenant }
		},
	)
}

/// What a world's operator does, and its buyers.
fn issuing() -> impl Strategy<Value = What> {
	let parcels = prop::collection::vec((place(), zones()), 0..4);
	prop_oneof![
		(anyone(), parcels).prop_map(|(to, parcels)| What::Issue { to, parcels }),
		(anyone(), anywhere(), zones()).prop_map(|(to, area, zone)| What::IssueArea {
			to,
			area,
			zone
		}),
		(anywhere(), zones(), 0..5u128, payee())
			.prop_map(|(area, zone, price, to)| What::OpenSale { area, zone, price, to }),
		(0..6u32).prop_map(|sale| What::CloseSale { sale }),
	]
}

fn moving() -> impl Strategy<Value = What> {
	let transfers = prop::collection::vec((place(), anyone()), 0..3);
	prop_oneof![
		(place(), anyone()).prop_map(|(at, to)| What::Transfer { at, to }),
		transfers.prop_map(|transfers| What::TransferBatch { transfers }),
		(estates(), anyone()).prop_map(|(estate, to)| What::TransferEstate { estate, to }),
		place().prop_map(|at| What::Relinquish { at }),
		(0..2u32, place(), anyone(), 0..6u128).prop_map(|(sale, at, avatar, most)| What::Claim {
			sale,
			at,
			avatar,
			most
		}),
	]
}

fn shaping() -> impl Strategy<Value = What> {
	prop_oneof![
		1 => (anyone(), places()).prop_map(|(owner, parcels)| What::Found { owner, parcels }),
		1 => (estates(), places()).prop_map(|(estate, parcels)| What::Extend { estate, parcels }),
		1 => (estates(), places()).prop_map(|(estate, parcels)| What::Reduce { estate, parcels }),
		2 => (estates(), places()).prop_map(|(estate, parcels)| What::Split { estate, parcels }),
		1 => (estates(), estates()).prop_map(|(into, from)| What::Merge { into, from }),
		1 => estates().prop_map(|estate| What::Dissolve { estate }),
	]
}

fn sharing() -> impl Strategy<Value = What> {
	let access = prop_oneof![Just(Access::Open), Just(Access::Invited)];
	let rights = prop::sample::select(vec![
		Rights::default(),
		Rights::ENTER,
		Rights::BUILD,
		Rights::MANAGE,
		Rights::ALL,
	]);
	prop_oneof![
		(sites(), anyone(), any::<bool>()).prop_map(|(site, by, set)| What::SetContent {
			site,
			by,
			set
		}),
		(sites(), anyone(), access).prop_map(|(site, by, access)| What::SetAccess {
			site,
			by,
			access
		}),
		(sites(), anyone(), anyone(), rights, 0..60u32)
			.prop_map(|(site, by, to, rights, until)| What::Grant { site, by, to, rights, until }),
		(sites(), anyone(), anyone(), 0..60u32).prop_map(|(site, by, avatar, until)| What::Ban {
			site,
			by,
			avatar,
			until
		}),
		(sites(), anyone(), prop::option::of(anyone()))
			.prop_map(|(site, avatar, by)| What::RemoveStanding { site, avatar, by }),
	]
}

fn letting() -> impl Strategy<Value = What> {
	prop_oneof![
		2 => (sites(), lease_terms()).prop_map(|(site, terms)| What::OfferLease { site, terms }),
		1 => sites().prop_map(|site| What::WithdrawLeaseOffer { site }),
		4 => (sites(), anyone(), 0..4u32)
			.prop_map(|(site, tenant, periods)| What::AcceptLease { site, tenant, periods }),
		2 => (sites(), 0..3u32).prop_map(|(site, periods)| What::ExtendLease { site, periods }),
		1 => sites().prop_map(|site| What::EndLease { site }),
		2 => (sites(), anyone()).prop_map(|(site, to)| What::AssignLease { site, to }),
		2 => sites().prop_map(|site| What::CollectRent { site }),
	]
}

/// What is none of the calls.
fn befalling() -> impl Strategy<Value = What> {
	prop_oneof![
		2 => sites().prop_map(|site| What::List { site }),
		3 => (sites(), anyone()).prop_map(|(site, to)| What::Sell { site, to }),
		1 => operator().prop_map(|to| What::HandOver { to }),
		6 => (1..4u32).prop_map(|blocks| What::Wait { blocks }),
	]
}
