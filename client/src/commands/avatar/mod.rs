// SPDX-License-Identifier: Apache-2.0
mod badge;
mod device;
mod handle;
mod offer;
mod show;

use super::Context;
use crate::{arguments::Target, failure::Failure, parse};
use clap::Subcommand;
use freehold_client::{calls, events::AvatarCreated};
use freehold_primitives::{asset::Coins, chain::Balance, ids::AvatarId};
use serde_json::json;

#[derive(Subcommand)]
pub enum Avatar {
	/// Create an avatar that the signer owns.
	Create,
	/// Show an avatar: its purse, devices, badges, outfit, units, items, orders and auctions.
	Show {
		/// The avatar's number.
		avatar: u32,
		/// Leave out units, items, orders and auctions; to find them, all there are must be read.
		#[arg(long)]
		brief: bool,
	},
	/// Put coins of the signer into a purse.
	Deposit {
		/// The avatar's number.
		avatar: u32,
		/// FHD, such as 1.5.
		#[arg(value_parser = parse::amount)]
		amount: Balance,
	},
	/// Take coins out of a purse of the signer's avatar.
	Withdraw {
		/// The avatar's number.
		avatar: u32,
		/// FHD, such as 1.5.
		#[arg(value_parser = parse::amount)]
		amount: Balance,
	},
	/// Pay another avatar from a purse of the signer's avatar.
	Pay {
		/// The avatar that pays.
		avatar: u32,
		/// The avatar that is paid.
		#[arg(long, value_name = "AVATAR")]
		to: u32,
		/// FHD, such as 1.5.
		#[arg(value_parser = parse::amount)]
		amount: Balance,
	},
	/// Say where an avatar's profile is found.
	Profile {
		/// The avatar's number.
		avatar: u32,
		#[command(flatten)]
		target: Target,
	},
	/// The devices that may sign orders.
	#[command(subcommand)]
	Device(device::Device),
	/// The names of avatars.
	#[command(subcommand)]
	Handle(handle::Handle),
	/// Remove what is left of a handle that was released at least 30 days ago.
	SweepHandle {
		/// In any spelling that looks like it.
		#[arg(value_parser = parse::handle)]
		handle: String,
	},
	/// What worlds state about avatars.
	#[command(subcommand)]
	Badge(badge::Badge),
	/// Sell an avatar with all that it owns; until it is sold or withdrawn, nothing leaves it.
	Sell(offer::Sell),
	/// Hand an avatar over, with all that it owns and for nothing, to an account, which accepts it.
	Offer(offer::Offer),
	/// Take such an offer back.
	WithdrawOffer {
		/// The avatar's number.
		avatar: u32,
	},
	/// Accept an avatar that is for sale or handed over; the signer's account pays at once.
	Accept(offer::Accept),
	/// Remove an avatar that owns nothing, for good, and get its deposits back.
	Retire {
		/// The avatar's number.
		avatar: u32,
	},
}

pub async fn run(context: &Context, verb: &Avatar) -> Result<(), Failure> {
	match verb {
		Avatar::Create => {
			let receipt = context.sender().await?.execute(&calls::create_avatar()).await?;
			let avatar = receipt.expect::<AvatarCreated>()?.avatar;
			let done = format!("created avatar {avatar}");
			context.report(&done, json!({ "avatar": avatar }), &receipt);
			Ok(())
		},
		Avatar::Show { avatar, brief } => show::run(context, AvatarId(*avatar), *brief).await,
		Avatar::Deposit { avatar, amount } => {
			let done = format!("put {} FHD into avatar {avatar}'s purse", Coins(*amount));
			context.execute(&calls::deposit(AvatarId(*avatar), *amount), &done).await
		},
		Avatar::Withdraw { avatar, amount } => {
			let done = format!("took {} FHD out of avatar {avatar}'s purse", Coins(*amount));
			context.execute(&calls::withdraw(AvatarId(*avatar), *amount), &done).await
		},
		Avatar::Pay { avatar, to, amount } => {
			let done = format!("avatar {avatar} paid avatar {to} {} FHD", Coins(*amount));
			let call = calls::pay(AvatarId(*avatar), AvatarId(*to), *amount);
			context.execute(&call, &done).await
		},
		Avatar::Profile { avatar, target } => {
			let pointer = target.pointer();
			let done = match pointer {
				Some(pointer) => {
					format!("avatar {avatar}'s profile is at {}", super::pointer(pointer))
				},
				None => format!("avatar {avatar} has no profile"),
			};
			context.execute(&calls::set_profile(AvatarId(*avatar), pointer), &done).await
		},
		Avatar::Device(verb) => device::run(context, verb).await,
		Avatar::Handle(verb) => handle::run(context, verb).await,
		Avatar::SweepHandle { handle } => {
			let done = format!("what was left of handle {handle} is gone");
			context.execute(&calls::sweep_handle(handle), &done).await
		},
		Avatar::Badge(verb) => badge::run(context, verb).await,
		Avatar::Sell(arguments) => offer::sell(context, arguments).await,
		Avatar::Offer(arguments) => offer::hand_over(context, arguments).await,
		Avatar::WithdrawOffer { avatar } => {
			let done = format!("avatar {avatar} is offered no longer");
			context.execute(&calls::withdraw_avatar_offer(AvatarId(*avatar)), &done).await
		},
		Avatar::Accept(arguments) => offer::accept(context, arguments).await,
		Avatar::Retire { avatar } => {
			let done = format!("avatar {avatar} is retired");
			context.execute(&calls::retire_avatar(AvatarId(*avatar)), &done).await
		},
	}
}
