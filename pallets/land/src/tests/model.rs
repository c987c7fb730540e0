// SPDX-License-Identifier: Apache-2.0
//! What is held as one, in plain maps: who owns it, and which places it has.

use super::actions::{Action, What};
use crate::{mock::*, Counters, Estates, Grounds, Parcels, Title};
use freehold_primitives::{
	asset::Version,
	chain::Balance,
	ids::{AvatarId, EstateId},
	key::WorldKey,
	land::{Area, Coordinates, ParcelId, Site, Zone},
	traits::Avatars,
};
use std::collections::{BTreeMap, BTreeSet};

type Places = BTreeSet<Coordinates>;

/// What is held as one: a parcel on its own, or an estate.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Holding {
	owner: AvatarId,
	places: Places,
}

/// The land of a world. Sales, leases and coins are read from the chain as they are before a call.
pub(super) struct Model {
	operator: AccountId,
	zones: BTreeMap<Coordinates, Zone>,
	holdings: BTreeMap<Site, Holding>,
	listed: BTreeSet<Site>,
	founded: u32,
	/// What each version of a site has stood for.
	meanings: BTreeMap<(Site, Version), Holding>,
}

impl Model {
	pub(super) fn new() -> Self {
		Self {
			operator: OPERATOR,
			zones: BTreeMap::new(),
			holdings: BTreeMap::new(),
			listed: BTreeSet::new(),
			founded: 0,
			meanings: BTreeMap::new(),
		}
	}

	/// Does it, if it can be done, and says whether it can; nothing of what changes no holding.
	pub(super) fn apply(&mut self, action: &Action) -> Option<bool> {
		let who = action.who;
		let done = match &action.what {
			What::Issue { to, parcels } => self.issue(who, *to, parcels),
			What::IssueArea { to, area, zone } => self.issue_area(who, *to, *area, *zone),
			What::Transfer { at, to } => self.transfer(who, alone(*at), *to),
			What::TransferBatch { transfers } => self.transfer_batch(who, transfers),
			What::Relinquish { at } => self.relinquish(who, *at),
			What::OpenSale { area, zone, to, .. } => self.open_sale(who, *area, *zone, *to),
			What::CloseSale { sale } => self.close_sale(who, *sale),
			What::Claim { sale, at, avatar, most } => self.claim(who, *sale, *at, *avatar, *most),
			What::Found { owner, parcels } => self.found(who, *owner, parcels),
			What::Extend { estate, parcels } => self.extend(who, *estate, parcels),
			What::Reduce { estate, parcels } => self.reduce(who, *estate, parcels),
			What::Merge { into, from } => self.merge(who, *into, *from),
			What::Split { estate, parcels } => self.split(who, *estate, parcels),
			What::Dissolve { estate } => self.dissolve(who, *estate),
			What::TransferEstate { estate, to } => self.transfer(who, Site::Estate(*estate), *to),
			What::List { site } => self.list(*site),
			What::Sell { site, to } => self.sell(*site, *to),
			What::HandOver { to } => self.hand_over(*to),
			_ => return None,
		};
		Some(done.is_some())
	}

	fn issue(
		&mut self,
		who: AccountId,
		to: AvatarId,
		parcels: &[(Coordinates, Zone)],
	) -> Option<()> {
		let zones: BTreeMap<_, _> = parcels.iter().copied().collect();
		let named = !zones.is_empty() && zones.len() == parcels.len();
		let vacant = zones.keys().all(|at| on_grid(*at) && !self.zones.contains_key(at));
		let kept = owns(who, to) || !zones.values().any(|zone| zone.is_public());
		(who == self.operator && exists(to) && named && vacant && kept).then_some(())?;
		zones.into_iter().for_each(|(at, zone)| self.create(to, at, zone));
		Some(())
	}

	fn issue_area(&mut self, who: AccountId, to: AvatarId, area: Area, zone: Zone) -> Option<()> {
		(area.size() <= u64::from(MAX_PARCELS)).then_some(())?;
		let parcels: Vec<_> = area.places().map(|at| (at, zone)).collect();
		self.issue(who, to, &parcels)
	}

	fn create(&mut self, owner: AvatarId, at: Coordinates, zone: Zone) {
		self.zones.insert(at, zone);
		self.holdings.insert(alone(at), Holding { owner, places: [at].into() });
	}

	/// What the account may give away.
	fn movable(&self, who: AccountId, site: Site) -> Option<&Holding> {
		let holding = self.holdings.get(&site)?;
		let free = self.is_free(site, holding);
		(owns(who, holding.owner) && free).then_some(holding)
	}

	fn is_free(&self, site: Site, holding: &Holding) -> bool {
		!self.listed.contains(&site) && !self.is_public(holding)
	}

	fn is_public(&self, holding: &Holding) -> bool {
		holding
			.places
			.iter()
			.any(|at| self.zones.get(at).is_some_and(|zone| zone.is_public()))
	}

	fn transfer(&mut self, who: AccountId, site: Site, to: AvatarId) -> Option<()> {
		self.movable(who, site)?;
		exists(to).then_some(())?;
		self.holdings.get_mut(&site)?.owner = to;
		Some(())
	}

	fn transfer_batch(
		&mut self,
		who: AccountId,
		transfers: &[(Coordinates, AvatarId)],
	) -> Option<()> {
		named(transfers.iter().map(|(at, _)| *at))?;
		let mut allowed = transfers.iter();
		allowed
			.all(|(at, to)| self.movable(who, alone(*at)).is_some() && exists(*to))
			.then_some(())?;
		transfers.iter().try_for_each(|(at, to)| self.transfer(who, alone(*at), *to))
	}

	fn relinquish(&mut self, who: AccountId, at: Coordinates) -> Option<()> {
		let site = alone(at);
		let owner = self.holdings.get(&site)?.owner;
		let kept = self.listed.contains(&site) || is_let(site);
		(owns(who, owner) && !kept).then_some(())?;
		self.holdings.remove(&site);
		self.zones.remove(&at);
		Some(())
	}

	fn open_sale(&self, who: AccountId, area: Area, zone: Zone, to: AvatarId) -> Option<()> {
		let fits = area.is_valid() && on_grid(area.min) && on_grid(area.max);
		(who == self.operator && owns(who, to) && fits && !zone.is_public()).then_some(())
	}

	fn close_sale(&self, who: AccountId, sale: u32) -> Option<()> {
		(who == self.operator && Land::sale(WORLD, sale).is_some()).then_some(())
	}

	fn hand_over(&mut self, to: AccountId) -> Option<()> {
		(Counters::<Test>::get(WorldKey::from(WORLD)).open == 0).then(|| self.operator = to)
	}

	fn claim(
		&mut self,
		who: AccountId,
		sale: u32,
		at: Coordinates,
		avatar: AvatarId,
		most: Balance,
	) -> Option<()> {
		let sale = Land::sale(WORLD, sale)?;
		let vacant = sale.area.contains(at) && !self.zones.contains_key(&at);
		let paid = sale.price <= most && owns(who, avatar) && sale.price <= coins(avatar);
		(vacant && paid).then(|| self.create(avatar, at, sale.zone))
	}

	/// An estate whose set of parcels the account may change.
	fn reshapable(&self, who: AccountId, estate: EstateId) -> Option<Holding> {
		let site = Site::Estate(estate);
		let holding = self.movable(who, site)?;
		(!is_let(site)).then(|| holding.clone())
	}

	/// Places that are named, of parcels that may join an estate of this owner.
	fn joining(&self, owner: AvatarId, parcels: &[Coordinates]) -> Option<Places> {
		let places = named(parcels.iter().copied())?;
		let fit = |at: &Coordinates| {
			let site = alone(*at);
			let holding = self.holdings.get(&site);
			let free = holding.is_some_and(|it| it.owner == owner && self.is_free(site, it));
			free && Land::lease(site).is_none()
		};
		places.iter().all(fit).then_some(places)
	}

	/// Makes an estate of places that are part of nothing any longer.
	fn put_estate(&mut self, estate: EstateId, owner: AvatarId, places: Places) {
		for at in &places {
			self.holdings.remove(&alone(*at));
		}
		self.holdings.insert(Site::Estate(estate), Holding { owner, places });
	}

	fn put_alone(&mut self, owner: AvatarId, places: Places) {
		for at in places {
			self.holdings.insert(alone(at), Holding { owner, places: [at].into() });
		}
	}

	fn next_estate(&mut self) -> EstateId {
		self.founded += 1;
		EstateId(self.founded - 1)
	}

	fn found(&mut self, who: AccountId, owner: AvatarId, parcels: &[Coordinates]) -> Option<()> {
		owns(who, owner).then_some(())?;
		let places = ground(self.joining(owner, parcels)?)?;
		let estate = self.next_estate();
		self.put_estate(estate, owner, places);
		Some(())
	}

	fn extend(&mut self, who: AccountId, estate: EstateId, parcels: &[Coordinates]) -> Option<()> {
		let Holding { owner, mut places } = self.reshapable(who, estate)?;
		places.extend(self.joining(owner, parcels)?);
		self.put_estate(estate, owner, ground(places)?);
		Some(())
	}

	/// What leaves the estate, and what is left.
	fn parted(
		&self,
		who: AccountId,
		estate: EstateId,
		parcels: &[Coordinates],
	) -> Option<(AvatarId, Places, Places)> {
		let Holding { owner, places } = self.reshapable(who, estate)?;
		let leaving = named(parcels.iter().copied())?;
		leaving.is_subset(&places).then_some(())?;
		let rest = ground(&places - &leaving)?;
		Some((owner, leaving, rest))
	}

	fn reduce(&mut self, who: AccountId, estate: EstateId, parcels: &[Coordinates]) -> Option<()> {
		let (owner, leaving, rest) = self.parted(who, estate, parcels)?;
		self.put_estate(estate, owner, rest);
		self.put_alone(owner, leaving);
		Some(())
	}

	fn merge(&mut self, who: AccountId, into: EstateId, from: EstateId) -> Option<()> {
		let (one, other) = (self.reshapable(who, into)?, self.reshapable(who, from)?);
		let few = other.places.len() <= usize::try_from(MAX_PARCELS).ok()?;
		(into != from && one.owner == other.owner && few).then_some(())?;
		let places = ground(&one.places | &other.places)?;
		self.holdings.remove(&Site::Estate(from));
		self.put_estate(into, one.owner, places);
		Some(())
	}

	fn split(&mut self, who: AccountId, estate: EstateId, parcels: &[Coordinates]) -> Option<()> {
		let (owner, leaving, rest) = self.parted(who, estate, parcels)?;
		let leaving = ground(leaving)?;
		let part = self.next_estate();
		self.put_estate(estate, owner, rest);
		self.put_estate(part, owner, leaving);
		Some(())
	}

	fn dissolve(&mut self, who: AccountId, estate: EstateId) -> Option<()> {
		let Holding { owner, places } = self.reshapable(who, estate)?;
		(places.len() <= usize::try_from(MAX_PARCELS).ok()?).then_some(())?;
		self.holdings.remove(&Site::Estate(estate));
		self.put_alone(owner, places);
		Some(())
	}

	fn list(&mut self, site: Site) -> Option<()> {
		let holding = self.holdings.get(&site)?;
		self.is_free(site, holding).then(|| {
			self.listed.insert(site);
		})
	}

	fn sell(&mut self, site: Site, to: AvatarId) -> Option<()> {
		let holding = self.holdings.get(&site)?;
		(exists(to) && !self.is_public(holding)).then_some(())?;
		self.holdings.get_mut(&site)?.owner = to;
		self.listed.remove(&site);
		Some(())
	}

	/// The chain holds the same, and no version of a site ever stands for something else than it
	/// did: whoever signed an order for it gets what was there.
	pub(super) fn assert_matches_chain(&mut self) {
		assert_eq!(holdings(), self.holdings);
		let zones: BTreeMap<_, _> = Parcels::<Test>::iter()
			.map(|(key, it)| (ParcelId::from(key).at, it.zone))
			.collect();
		assert_eq!(zones, self.zones);
		for (site, holding) in &self.holdings {
			let version = Land::premises(*site).expect("it is held").holding.version;
			let meaning = self.meanings.entry((*site, version)).or_insert_with(|| holding.clone());
			assert_eq!(meaning, holding, "version {version} of {site}");
		}
	}
}

/// What the chain holds as one.
fn holdings() -> BTreeMap<Site, Holding> {
	let parcels = Parcels::<Test>::iter().filter_map(|(key, it)| match it.title {
		Title::Own(holding) => {
			let parcel = ParcelId::from(key);
			let places = [parcel.at].into();
			Some((Site::Parcel(parcel), Holding { owner: holding.owner, places }))
		},
		Title::PartOf { .. } => None,
	});
	let estates = Estates::<Test>::iter().map(|(key, it)| {
		let places = Grounds::<Test>::get(key).expect("every estate has a ground").into_inner();
		(Site::Estate(key.into()), Holding { owner: it.holding.owner, places })
	});
	parcels.chain(estates).collect()
}

/// The place as a parcel of its own.
fn alone(at: Coordinates) -> Site {
	site(at.x, at.y)
}

fn exists(avatar: AvatarId) -> bool {
	Pairs::ensure_exists(avatar).is_ok()
}

fn owns(who: AccountId, avatar: AvatarId) -> bool {
	Pairs::owner(avatar) == Ok(who)
}

fn on_grid(at: Coordinates) -> bool {
	at.x.abs() <= 2 && at.y.abs() <= 2
}

fn is_let(site: Site) -> bool {
	Land::lease(site).is_some_and(|lease| System::block_number() < lease.end.into())
}

/// The places, if there are some and none comes twice.
fn named(mut places: impl Iterator<Item = Coordinates>) -> Option<Places> {
	let mut all = Places::new();
	let once = places.all(|at| all.insert(at));
	(once && !all.is_empty()).then_some(all)
}

/// The places, if an estate can stand on them.
fn ground(places: Places) -> Option<Places> {
	let most = usize::try_from(MAX_ESTATE_PARCELS).ok()?;
	((2..=most).contains(&places.len()) && hang_together(&places)).then_some(places)
}

/// Whether the first place can be grown, a step at a time, into all of them.
fn hang_together(places: &Places) -> bool {
	let mut grown: Places = places.first().copied().into_iter().collect();
	loop {
		let beside = |a: &Coordinates, b: &Coordinates| a.x.abs_diff(b.x) + a.y.abs_diff(b.y) == 1;
		let more: Places = places
			.difference(&grown)
			.filter(|at| grown.iter().any(|it| beside(at, it)))
			.copied()
			.collect();
		if more.is_empty() {
			return grown.len() == places.len();
		}
		grown.extend(more);
	}
}
