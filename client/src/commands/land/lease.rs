// SPDX-License-Identifier: Apache-2.0
use super::site::{terms, Premises, Records};
use crate::{
	arguments::OnSite,
	commands::{unknown, Context},
	failure::Failure,
	output::{facts, step},
	parse,
};
use clap::{Args, Subcommand};
use freehold_client::{calls, records::LeaseTerms};
use freehold_primitives::{
	asset::Coins,
	chain::{Balance, BlockNumber},
	ids::AvatarId,
	land::Site,
};
use serde_json::json;

#[derive(Subcommand)]
pub enum Lease {
	/// Offer a parcel or estate for rent.
	Offer(Box<Offer>),
	/// Take that offer back.
	Withdraw(OnSite),
	/// Rent what is offered, under the present terms, for some periods.
	///
	/// Their rent and the terms' deposit leave the tenant's purse at once; `land lease show` tells
	/// the terms before.
	Accept(Accept),
	/// Rent for more periods, paid ahead.
	Extend {
		#[command(flatten)]
		on: OnSite,
		/// How many more.
		#[arg(long)]
		periods: u32,
	},
	/// Give notice, as tenant or as owner; what is paid ahead beyond the end comes back.
	End(OnSite),
	/// Pass a lease on to another avatar.
	Assign {
		#[command(flatten)]
		on: OnSite,
		/// The avatar that becomes the tenant.
		#[arg(long, value_name = "AVATAR")]
		to: u32,
	},
	/// Pay the owner what rent is due; a lease that is over is settled in full.
	Collect(OnSite),
	/// Show the lease and the offer of a parcel or estate.
	Show(OnSite),
}

#[derive(Args)]
pub struct Offer {
	#[command(flatten)]
	on: OnSite,
	/// FHD for each period.
	#[arg(long, value_parser = parse::amount)]
	price: Balance,
	/// How many blocks a period has, of a second each: 86400 are a day.
	#[arg(long, value_name = "BLOCKS", value_parser = clap::value_parser!(u32).range(1..))]
	period: BlockNumber,
	/// Fewest periods.
	#[arg(long, default_value_t = 1, value_name = "PERIODS")]
	least: u32,
	/// Most periods.
	#[arg(long, value_name = "PERIODS")]
	most: u32,
	/// How many blocks ahead either side ends it.
	#[arg(long, default_value_t = 0, value_name = "BLOCKS")]
	notice: BlockNumber,
	/// FHD that are kept of a tenant who leaves before the fewest periods are over.
	#[arg(long, default_value = "0", value_name = "FHD", value_parser = parse::amount)]
	deposit: Balance,
	/// The tenant may pass it on.
	#[arg(long)]
	sublet: bool,
	/// The only avatar that may accept.
	#[arg(long, value_name = "AVATAR")]
	tenant: Option<u32>,
}

#[derive(Args)]
pub struct Accept {
	#[command(flatten)]
	on: OnSite,
	/// The avatar that pays and moves in.
	#[arg(long, value_name = "AVATAR")]
	tenant: u32,
	/// How many periods; the fewest if not told.
	#[arg(long)]
	periods: Option<u32>,
	/// Most FHD for a period; the present price if not told.
	#[arg(long, value_name = "PRICE", value_parser = parse::amount)]
	max_price: Option<Balance>,
}

impl Offer {
	fn terms(&self) -> Result<LeaseTerms, Failure> {
		if !(1..=self.most).contains(&self.least) {
			return Err(Failure::Input(format!(
				"the fewest periods are at least 1 and not above the most: {} to {} are neither",
				self.least, self.most
			)));
		}
		Ok(LeaseTerms {
			price: self.price,
			period: self.period,
			least: self.least,
			most: self.most,
			notice: self.notice,
			deposit: self.deposit,
			sublet: self.sublet,
			tenant: self.tenant.map(AvatarId),
		})
	}
}

pub async fn run(context: &Context, verb: &Lease) -> Result<(), Failure> {
	match verb {
		Lease::Offer(arguments) => {
			let (site, offered) = (arguments.on.site()?, arguments.terms()?);
			let done = format!("{site} is for rent: {}", terms(&offered));
			context.execute(&calls::offer_lease(site, offered), &done).await
		},
		Lease::Withdraw(on) => {
			let site = on.site()?;
			let done = format!("{site} is not for rent any more");
			context.execute(&calls::withdraw_lease_offer(site), &done).await
		},
		Lease::Accept(arguments) => accept(context, arguments).await,
		Lease::Extend { on, periods } => {
			let site = on.site()?;
			let done = format!("{site} is rented for {periods} periods more");
			context.execute(&calls::extend_lease(site, *periods), &done).await
		},
		Lease::End(on) => end(context, on.site()?).await,
		Lease::Assign { on, to } => {
			let site = on.site()?;
			let done = format!("avatar {to} is the tenant of {site} now");
			context.execute(&calls::assign_lease(site, AvatarId(*to)), &done).await
		},
		Lease::Collect(on) => {
			let site = on.site()?;
			let done = format!("the rent of {site} is paid up to now");
			context.execute(&calls::collect_rent(site), &done).await
		},
		Lease::Show(on) => show(context, on.site()?).await,
	}
}

async fn accept(context: &Context, arguments: &Accept) -> Result<(), Failure> {
	let (site, tenant) = (arguments.on.site()?, AvatarId(arguments.tenant));
	let mut sender = context.sender().await?;
	let state = sender.client().finalised().await?;
	let offer = state.lease_offer(site).await?;
	let offered = offer.ok_or_else(|| unknown(format!("offer to let {site}")))?.terms;
	let version = Premises::read(&state, site).await?.holding.version;
	if let Some(most) = arguments.max_price.filter(|most| *most < offered.price) {
		return Err(Failure::Check(format!(
			"{site} costs {} FHD for each period, and at most {} FHD are to be paid",
			Coins(offered.price),
			Coins(most)
		)));
	}
	let periods = arguments.periods.unwrap_or(offered.least);
	step(terms(&offered));
	let call = calls::accept_lease(site, tenant, periods, offered, version);
	let receipt = sender.execute(&call).await?;
	let done = format!("avatar {tenant} rents {site} for {periods} periods");
	context.report(&done, json!({ "tenant": tenant, "periods": periods }), &receipt);
	Ok(())
}

async fn end(context: &Context, site: Site) -> Result<(), Failure> {
	let mut sender = context.sender().await?;
	let receipt = sender.execute(&calls::end_lease(site)).await?;
	let lease = sender.client().at(receipt.block).await?.lease(site).await?;
	let end = lease.map(|lease| lease.end);
	let done = match end {
		Some(end) => format!("the lease of {site} ends before block {end}"),
		None => format!("the lease of {site} is over"),
	};
	context.report(&done, json!({ "end": end }), &receipt);
	Ok(())
}

async fn show(context: &Context, site: Site) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let premises = Premises::read(&state, site).await?;
	let records = Records::read(&state, &premises).await?;
	let site = premises.site;
	if records.lease.is_none() && records.offer.is_none() {
		return Err(unknown(format!("lease of {site}, nor an offer of one")));
	}
	let due = match records.lease {
		Some(_) => Some(Coins(state.rent_due(site).await?).to_string()),
		None => None,
	};
	let due_words = due.as_ref().map_or("nothing".into(), |due| format!("{due} FHD"));
	let summary = [("site", site.to_string()), ("rent due", due_words)];
	let mut json = json!({ "site": site.to_string(), "rent_due": due, "block": state.block() });
	records.describe(&mut json);
	context.output.finish(facts(summary.into_iter().chain(records.facts())), &json);
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::{
		cli::{Cli, Verb},
		commands::land::Land,
	};
	use clap::Parser;

	fn offer(least: &str, most: &str) -> Option<bool> {
		let cli = Cli::try_parse_from([
			"freehold", "land", "lease", "offer", "estate:7", "--price", "1", "--period", "100",
			"--least", least, "--most", most,
		])
		.ok()?;
		match cli.verb {
			Verb::Land(Land::Lease(Lease::Offer(offer))) => Some(offer.terms().is_ok()),
			_ => None,
		}
	}

	#[test]
	fn fewest_and_most_periods_make_sense() {
		assert_eq!(offer("1", "1"), Some(true));
		assert_eq!(offer("2", "1"), Some(false));
		assert_eq!(offer("0", "1"), Some(false));
	}
}
