// SPDX-License-Identifier: Apache-2.0
use super::{barter, entry, offer};
use crate::{
	commands::{names::Names, receipt, Context},
	failure::Failure,
	output::step,
};
use clap::Subcommand;
use freehold_client::{records::RestingOrder, Snapshot};
use freehold_primitives::ids::{AvatarId, OrderId};
use serde_json::json;

#[derive(Subcommand)]
pub enum Preview {
	/// What would come of `market buy`.
	Buy {
		/// The order's number.
		order: u32,
		/// The avatar that would pay.
		#[arg(long, value_name = "AVATAR")]
		buyer: u32,
		/// How many lots.
		#[arg(long, default_value_t = 1)]
		lots: u32,
	},
	/// What would come of `market accept`.
	Accept {
		/// The order's number.
		order: u32,
		/// What would be given; needed where the offer is for one of several.
		asset: Option<String>,
		/// The avatar that would give it; the owner of what is unique if not told.
		#[arg(long, value_name = "AVATAR")]
		seller: Option<u32>,
	},
	/// What would come of `market accept-barter`.
	AcceptBarter {
		/// The order's number.
		order: u32,
	},
}

pub async fn run(context: &Context, verb: &Preview) -> Result<(), Failure> {
	let state = context.client().await?.best().await?;
	let (order, taker, preview) = match verb {
		Preview::Buy { order, buyer, lots } => {
			let (id, buyer) = (OrderId(*order), AvatarId(*buyer));
			let order = entry::order(&state, id).await?;
			(order, buyer, state.preview_buy(id, buyer, *lots).await?)
		},
		Preview::Accept { order, asset, seller } => {
			let id = OrderId(*order);
			let order = entry::order(&state, id).await?;
			let (asset, seller) = offer::gift(&state, &order, asset.as_deref(), *seller).await?;
			(order, seller, state.preview_accept_offer(id, seller, asset).await?)
		},
		Preview::AcceptBarter { order } => {
			let id = OrderId(*order);
			let order = entry::order(&state, id).await?;
			let (_, taker) = barter::taking(&order)?;
			(order, taker, state.preview_accept_barter(id).await?)
		},
	};
	tell(context, &state, &order, taker, preview).await
}

async fn tell(
	context: &Context,
	state: &Snapshot,
	order: &RestingOrder,
	taker: AvatarId,
	preview: freehold_client::Preview,
) -> Result<(), Failure> {
	match preview {
		Ok(parts) => {
			let names = Names::read(state, [order.maker, taker]).await?;
			let human = receipt::both(&names.of(order.maker), &names.of(taker), &parts);
			let mut json = receipt::described(&parts);
			json["possible"] = json!(true);
			json["block"] = json!(state.block());
			context.output.finish(human, &json);
			Ok(())
		},
		Err(failure) => {
			let refusal = receipt::refused(&failure);
			if context.output.json {
				let json = json!({
					"possible": false,
					"number": failure.number,
					"name": failure.name,
					"reason": failure.explanation,
					"block": state.block(),
				});
				context.output.finish("", &json);
			} else if let Some(number) = failure.number {
				step(format!("reason {number}"));
			}
			Err(refusal)
		},
	}
}
