// SPDX-License-Identifier: Apache-2.0
use crate::{
	commands::{unknown, Context},
	failure::Failure,
	output::table,
};
use comfy_table::Table;
use freehold_client::{calls, Snapshot};
use freehold_primitives::{
	asset::Lock,
	ids::{AvatarId, ItemId, KindId},
};
use serde_json::{json, Value};

/// What an avatar wears: the slot, the item and its kind.
pub struct Worn(Vec<(u8, ItemId, KindId)>);

impl Worn {
	pub async fn read(state: &Snapshot, avatar: AvatarId) -> Result<Self, Failure> {
		let mut worn = Vec::new();
		for (slot, item) in state.outfit(avatar).await? {
			if let Some(details) = state.item(item).await? {
				worn.push((slot, item, details.kind_in(item.collection)));
			}
		}
		Ok(Self(worn))
	}

	pub fn is_empty(&self) -> bool {
		self.0.is_empty()
	}

	pub fn table(&self) -> Table {
		let rows = self.0.iter().map(|(slot, item, kind)| {
			vec![slot.to_string(), format!("item {item}"), format!("kind {kind}")]
		});
		table(&["slot", "wears", "of"], rows)
	}

	pub fn json(&self) -> Value {
		let one = |(slot, item, kind): &(u8, ItemId, KindId)| {
			let (item, kind) = (item.to_string(), kind.to_string());
			json!({ "slot": slot, "item": item, "kind": kind })
		};
		self.0.iter().map(one).collect()
	}
}

pub async fn wear(context: &Context, item: ItemId, slot: u8) -> Result<(), Failure> {
	let mut sender = context.sender().await?;
	let details = sender.client().finalised().await?.item(item).await?;
	let avatar = details.ok_or_else(|| unknown(format!("item {item}")))?.holding.owner;
	let receipt = sender.execute(&calls::equip(avatar, slot, item)).await?;
	let done = format!("avatar {avatar} wears item {item} in slot {slot}");
	context.report(&done, json!({ "avatar": avatar, "slot": slot }), &receipt);
	Ok(())
}

pub async fn take_off(context: &Context, item: ItemId) -> Result<(), Failure> {
	let mut sender = context.sender().await?;
	let details = sender.client().finalised().await?.item(item).await?;
	let holding = details.ok_or_else(|| unknown(format!("item {item}")))?.holding;
	let avatar = holding.owner;
	let Some(Lock::Worn { slot }) = holding.lock else {
		return Err(Failure::Check(format!(
			"avatar {avatar} has item {item}, but does not wear it"
		)));
	};
	let receipt = sender.execute(&calls::unequip(avatar, slot)).await?;
	let done = format!("avatar {avatar} wears nothing in slot {slot}");
	context.report(&done, json!({ "avatar": avatar, "slot": slot }), &receipt);
	Ok(())
}

pub async fn show(context: &Context, avatar: AvatarId) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	if state.avatar(avatar).await?.is_none() {
		return Err(unknown(format!("avatar {avatar}")));
	}
	let worn = Worn::read(&state, avatar).await?;
	let json = json!({ "outfit": worn.json(), "block": state.block() });
	context.output.finish(worn.table(), &json);
	Ok(())
}
