// SPDX-License-Identifier: Apache-2.0
use crate::{
	commands::{unknown, Context},
	failure::Failure,
	parse,
};
use clap::Args;
use freehold_client::{address, calls};
use freehold_primitives::{
	asset::Coins,
	chain::{Balance, BlockNumber},
	ids::AvatarId,
};
use serde_json::json;

#[derive(Args)]
pub struct Sell {
	/// The avatar, which the signer owns.
	avatar: u32,
	/// FHD, such as 1.5, from account to account.
	#[arg(long, value_parser = parse::amount)]
	price: Balance,
	/// The only account that may buy it: an address, a public key in hex, or a key.
	#[arg(long, value_name = "ACCOUNT")]
	to: Option<String>,
}

#[derive(Args)]
pub struct Offer {
	/// The avatar, which the signer owns.
	avatar: u32,
	/// An address, a public key in hex, or a key.
	#[arg(long, value_name = "ACCOUNT")]
	to: String,
}

#[derive(Args)]
pub struct Accept {
	/// The avatar's number.
	avatar: u32,
	/// Most FHD to pay: the price that you saw, so that a higher one is refused.
	#[arg(long, value_name = "PRICE", value_parser = parse::amount)]
	max_price: Balance,
	/// The block of the offer that you looked at, as `avatar show` tells it: an avatar that was
	/// emptied and offered anew since is refused.
	#[arg(long, value_name = "BLOCK")]
	offered_at: BlockNumber,
}

pub async fn sell(context: &Context, arguments: &Sell) -> Result<(), Failure> {
	let (avatar, price) = (AvatarId(arguments.avatar), arguments.price);
	if price == 0 {
		return Err(Failure::Input(
			"a price is above 0: give an avatar away with `avatar offer`".into(),
		));
	}
	let to = arguments.to.as_ref().map(|to| context.keyring.account(to)).transpose()?;
	let done = format!("avatar {avatar} is for sale at {} FHD", Coins(price));
	context.execute(&calls::offer_avatar(avatar, price, to.as_ref()), &done).await
}

pub async fn hand_over(context: &Context, arguments: &Offer) -> Result<(), Failure> {
	let avatar = AvatarId(arguments.avatar);
	let to = context.keyring.account(&arguments.to)?;
	let done = format!("{} may accept avatar {avatar}", address::encode(&to));
	context.execute(&calls::offer_avatar(avatar, 0, Some(&to)), &done).await
}

pub async fn accept(context: &Context, arguments: &Accept) -> Result<(), Failure> {
	let avatar = AvatarId(arguments.avatar);
	let mut sender = context.sender().await?;
	let offer = sender.client().finalised().await?.avatar_offer(avatar).await?;
	let offer = offer.ok_or_else(|| unknown(format!("offer of avatar {avatar}")))?;
	let call = calls::accept_avatar(avatar, arguments.offered_at, arguments.max_price);
	let receipt = sender.execute(&call).await?;
	let price = Coins(offer.price);
	let done = format!("avatar {avatar} and all that it owns is the signer's, for {price} FHD");
	context.report(&done, json!({ "avatar": avatar, "price": price.to_string() }), &receipt);
	Ok(())
}
