// SPDX-License-Identifier: Apache-2.0
use crate::{
	commands::{unknown, Context},
	failure::Failure,
	parse,
};
use clap::Subcommand;
use freehold_client::calls;
use freehold_primitives::ids::AvatarId;
use serde_json::json;

#[derive(Subcommand)]
pub enum Handle {
	/// Give an avatar its handle.
	Claim {
		/// The avatar's number.
		avatar: u32,
		/// 3 to 20 letters, digits, - and _.
		#[arg(value_parser = parse::handle)]
		handle: String,
	},
	/// Give a handle up; for 30 days only the same avatar may claim it again.
	Release {
		/// The avatar's number.
		avatar: u32,
	},
	/// Find the avatar that has a handle, or one that can be mistaken for it.
	Find {
		/// In any spelling that looks like it.
		#[arg(value_parser = parse::handle)]
		handle: String,
	},
}

pub async fn run(context: &Context, verb: &Handle) -> Result<(), Failure> {
	match verb {
		Handle::Claim { avatar, handle } => {
			let done = format!("avatar {avatar} is {handle}");
			context.execute(&calls::claim_handle(AvatarId(*avatar), handle), &done).await
		},
		Handle::Release { avatar } => {
			let done = format!("avatar {avatar} has no handle any more");
			context.execute(&calls::release_handle(AvatarId(*avatar)), &done).await
		},
		Handle::Find { handle } => {
			let state = context.client().await?.finalised().await?;
			let avatar = state.avatar_by_handle(handle).await?;
			let avatar = avatar.ok_or_else(|| unknown(format!("avatar called {handle}")))?;
			let spelt = state.handle(avatar).await?;
			let json = json!({ "avatar": avatar, "handle": spelt, "block": state.block() });
			let spelt = spelt.unwrap_or_else(|| handle.clone());
			context.output.finish(format!("{spelt} is avatar {avatar}"), &json);
			Ok(())
		},
	}
}
