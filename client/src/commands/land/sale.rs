// SPDX-License-Identifier: Apache-2.0
use crate::{
	arguments::{Place, Rectangle},
	commands::{unknown, Context},
	failure::Failure,
	output::table,
	parse,
};
use clap::{Args, Subcommand};
use freehold_client::{calls, events::SaleOpened, records::SaleDetails};
use freehold_primitives::{
	asset::Coins,
	chain::Balance,
	ids::{AvatarId, WorldId},
	land::{Coordinates, Zone},
};
use serde_json::{json, Value};

#[derive(Subcommand)]
pub enum Sale {
	/// Sell the places of a rectangle that were not issued.
	Open {
		/// The world, which the signer operates.
		#[arg(long)]
		world: u32,
		#[command(flatten)]
		area: Rectangle,
		/// What they are for.
		#[arg(long, default_value = "open", value_parser = parse::zone)]
		zone: Zone,
		/// FHD for each, such as 1.5.
		#[arg(long, value_parser = parse::amount)]
		price: Balance,
		/// The avatar of the signer that gets the price.
		#[arg(long, value_name = "AVATAR")]
		pay_to: u32,
	},
	/// Sell no more of it.
	Close {
		/// The world, which the signer operates.
		#[arg(long)]
		world: u32,
		/// The sale's number.
		sale: u32,
	},
	/// List what a world sells.
	List {
		/// The world's number.
		#[arg(long)]
		world: u32,
	},
}

#[derive(Args)]
pub struct Claim {
	#[command(flatten)]
	place: Place,
	/// The avatar that pays and gets it.
	#[arg(long, value_name = "AVATAR")]
	avatar: u32,
	/// The sale's number; the cheapest that has the place if not told.
	#[arg(long, value_name = "NUMBER")]
	sale: Option<u32>,
	/// Most to pay; the present price if not told.
	#[arg(long, value_name = "PRICE", value_parser = parse::amount)]
	max_price: Option<Balance>,
}

pub async fn run(context: &Context, verb: &Sale) -> Result<(), Failure> {
	match verb {
		Sale::Open { world, area, zone, price, pay_to } => {
			let (world, area) = (WorldId(*world), area.area()?);
			let call = calls::open_sale(world, area, *zone, *price, AvatarId(*pay_to));
			let receipt = context.sender().await?.execute(&call).await?;
			let sale = receipt.expect::<SaleOpened>()?.sale;
			let done = format!(
				"sale {sale} of world {world}: {area}, {} FHD for each place",
				Coins(*price)
			);
			context.report(&done, json!({ "sale": sale }), &receipt);
			Ok(())
		},
		Sale::Close { world, sale } => {
			let done = format!("sale {sale} of world {world} is closed");
			context.execute(&calls::close_sale(WorldId(*world), *sale), &done).await
		},
		Sale::List { world } => list(context, WorldId(*world)).await,
	}
}

async fn list(context: &Context, world: WorldId) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let sales = state.sales(world).await?;
	let rows = sales.iter().map(|(number, sale)| {
		let (price, payee) = (Coins(sale.price).to_string(), format!("avatar {}", sale.to));
		vec![number.to_string(), sale.area.to_string(), sale.zone.to_string(), price, payee]
	});
	let table = table(&["sale", "area", "zone", "price in FHD", "paid to"], rows);
	let json: Vec<Value> = sales
		.iter()
		.map(|(number, sale)| {
			json!({
				"sale": number,
				"area": sale.area,
				"zone": sale.zone,
				"price": Coins(sale.price).to_string(),
				"to": sale.to,
			})
		})
		.collect();
	context.output.finish(table, &json!({ "sales": json, "block": state.block() }));
	Ok(())
}

pub async fn claim(context: &Context, arguments: &Claim) -> Result<(), Failure> {
	let (parcel, avatar) = (arguments.place.parcel(), AvatarId(arguments.avatar));
	let mut sender = context.sender().await?;
	let sales = sender.client().finalised().await?.sales(parcel.world).await?;
	let (sale, details) = chosen(&sales, parcel.at, arguments.sale)
		.ok_or_else(|| unknown(format!("such sale of {parcel}")))?;
	let most = arguments.max_price.unwrap_or(details.price);
	let call = calls::claim_land(parcel.world, sale, parcel.at, avatar, most);
	let receipt = sender.execute(&call).await?;
	let price = Coins(details.price);
	let done = format!("parcel {parcel} is avatar {avatar}'s now, for {price} FHD");
	context.report(&done, json!({ "sale": sale, "price": price.to_string() }), &receipt);
	Ok(())
}

/// The sale of this number, or else the cheapest, that has the place.
fn chosen(
	sales: &[(u32, SaleDetails)],
	at: Coordinates,
	number: Option<u32>,
) -> Option<(u32, SaleDetails)> {
	let fits = |(sale, details): &&(u32, SaleDetails)| {
		number.is_none_or(|number| number == *sale) && details.area.contains(at)
	};
	sales.iter().filter(fits).min_by_key(|(_, details)| details.price).copied()
}

#[cfg(test)]
mod tests {
	use super::*;
	use freehold_primitives::land::Area;

	#[test]
	fn the_cheapest_sale_that_has_the_place_is_chosen() {
		let sale = |number, last, price| {
			let area = Area { min: Coordinates::new(0, 0), max: Coordinates::new(last, 0) };
			(number, SaleDetails { area, zone: Zone::Open, price, to: AvatarId(0) })
		};
		let sales = [sale(0, 9, 5), sale(1, 9, 3), sale(2, 1, 1)];
		let number =
			|at: i16, number| chosen(&sales, Coordinates::new(at, 0), number).map(|(sale, _)| sale);

		assert_eq!(number(5, None), Some(1));
		assert_eq!(number(0, None), Some(2));
		assert_eq!(number(5, Some(0)), Some(0));
		assert_eq!(number(5, Some(2)), None);
		assert_eq!(number(10, None), None);
	}
}
