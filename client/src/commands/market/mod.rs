// SPDX-License-Identifier: Apache-2.0
mod auction;
mod barter;
mod book;
mod entry;
mod offer;
mod preview;
mod sale;
mod show;
mod signed;

pub use book::Own;
pub use entry::{auction_line, order_line, price_of};

use super::{bulk::Bulk, Context};
use crate::failure::Failure;
use clap::Subcommand;
use freehold_client::calls;
use freehold_primitives::ids::OrderId;
use serde_json::json;

/// Shown after the verbs.
pub const EXAMPLES: &str = "\
Assets are written item:3#17, units:3/1*50, parcel:-3,4 or estate:7; the chain tells their versions.

Examples:
  freehold market list --world 0 item:3#17 --price 20 --falls-to 5 --over 3d
  freehold market buy 7 --buyer 1
  freehold market offer --world 0 kind:3/0 --bidder 1 --price 4
  freehold market accept 8 item:3#17
  freehold market auction open --world 0 estate:7 --reserve 100 --ends 2d
  freehold market book --kind 3/0";

#[derive(Subcommand)]
pub enum Market {
	/// Sell assets of the signer's avatar at a price that stays, or that falls over time.
	///
	/// They stay where they are, locked, until they are bought or the listing is cancelled.
	List(Box<sale::List>),
	/// Buy what is listed, for an avatar of the signer.
	Buy(sale::Buy),
	/// Take a listing, an offer or a barter back.
	Cancel {
		/// The order's number.
		order: u32,
	},
	/// Offer coins for an asset, or for any of a kind, a collection or an area.
	///
	/// They are set aside from the purse until the offer is accepted or cancelled.
	Offer(offer::Offer),
	/// Give what an offer wants, one lot, and be paid.
	Accept(offer::Accept),
	/// Propose an exchange of assets to another avatar.
	Barter(Box<barter::Barter>),
	/// Accept an exchange as it was proposed.
	AcceptBarter(barter::Accept),
	/// Clear away orders that no longer count; anyone can, and gets a part of the deposit of those
	/// that have expired or whose maker has another owner.
	Sweep {
		/// The orders' numbers.
		#[arg(required = true, value_name = "ORDER")]
		orders: Vec<u32>,
	},
	/// List what is for sale, wanted and up for auction, with what it costs now.
	#[command(alias = "listings")]
	Book(book::Book),
	/// Show an order in full.
	Show {
		/// The order's number.
		order: u32,
	},
	/// Auctions.
	#[command(subcommand)]
	Auction(auction::Auction),
	/// Take back orders that were signed for an avatar, whoever has them by now.
	CancelSigned(signed::CancelSigned),
	/// Tell what everyone would get, or why it would be refused; nothing is signed.
	#[command(subcommand)]
	Preview(preview::Preview),
}

pub async fn run(context: &Context, verb: &Market) -> Result<(), Failure> {
	match verb {
		Market::List(arguments) => sale::list(context, arguments).await,
		Market::Buy(arguments) => sale::buy(context, arguments).await,
		Market::Cancel { order } => {
			let done = format!("order {order} is taken back");
			context.execute(&calls::cancel(OrderId(*order)), &done).await
		},
		Market::Offer(arguments) => offer::offer(context, arguments).await,
		Market::Accept(arguments) => offer::accept(context, arguments).await,
		Market::Barter(arguments) => barter::propose(context, arguments).await,
		Market::AcceptBarter(arguments) => barter::accept(context, arguments).await,
		Market::Sweep { orders } => sweep(context, orders).await,
		Market::Book(arguments) => book::run(context, arguments).await,
		Market::Show { order } => show::run(context, OrderId(*order)).await,
		Market::Auction(verb) => auction::run(context, verb).await,
		Market::CancelSigned(arguments) => signed::run(context, arguments).await,
		Market::Preview(verb) => preview::run(context, verb).await,
	}
}

async fn sweep(context: &Context, orders: &[u32]) -> Result<(), Failure> {
	let mut sender = context.sender().await?;
	let calls = orders.iter().map(|order| (calls::sweep(OrderId(*order)), 1)).collect();
	let receipts = Bulk { what: "orders", calls }.execute(&mut sender).await?;
	let done = match orders {
		[only] => format!("order {only} is cleared away"),
		_ => format!("{} orders are cleared away", orders.len()),
	};
	if let Some(last) = receipts.last() {
		context.report(&done, json!({ "orders": orders }), last);
	}
	Ok(())
}
