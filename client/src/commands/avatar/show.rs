// SPDX-License-Identifier: Apache-2.0
use super::{badge, device};
use crate::{
	commands::{item::Worn, lock, market::Own, pointer, unknown, Context},
	failure::Failure,
	output::{facts, table},
};
use comfy_table::Table;
use freehold_client::{
	address,
	records::{ItemDetails, OfferDetails},
	Snapshot,
};
use freehold_primitives::{
	asset::{Coins, Stack},
	device::{DeviceKey, Label, PublicKey},
	ids::{AvatarId, ItemId, KindId},
	purse::LaneIndex,
};
use serde_json::{json, Value};

pub async fn run(context: &Context, avatar: AvatarId, brief: bool) -> Result<(), Failure> {
	let state = context.client().await?.finalised().await?;
	let missing = || unknown(format!("avatar {avatar}"));
	let details = state.avatar(avatar).await?.ok_or_else(missing)?;
	let purse = state.purse(avatar).await?.ok_or_else(missing)?;
	let handle = state.handle(avatar).await?;
	let profile = state.profile(avatar).await?.map(|profile| pointer(&profile));
	let offer = state.avatar_offer(avatar).await?;
	let devices = Devices::read(&state, avatar).await?;
	let badges = state.badges(avatar).await?;
	let worn = Worn::read(&state, avatar).await?;
	let goods = if brief { None } else { Some(Goods::read(&state, avatar).await?) };
	let own = if brief { None } else { Some(Own::read(&state, avatar).await?) };

	let none = || String::from("none");
	let summary = facts([
		("avatar", avatar.to_string()),
		("handle", handle.clone().unwrap_or_else(none)),
		("owner", address::encode(&details.owner)),
		("owners before", details.tenure.to_string()),
		("purse", format!("{} FHD", Coins(purse.balance))),
		("records that name it", purse.consumers.to_string()),
		("profile", profile.clone().unwrap_or_else(none)),
		("offer", offer.as_ref().map_or_else(none, offer_words)),
	]);
	let badge_table = badge::listed(&badges, &details, state.number());
	let mut human = format!("{summary}\n{}\n{badge_table}", devices.table());
	if !worn.is_empty() {
		human.push_str(&format!("\n{}", worn.table()));
	}
	if let Some(goods) = &goods {
		human.push_str(&format!("\n{}", goods.table()));
	}
	if let Some(own) = own.as_ref().filter(|own| !own.is_empty()) {
		human.push_str(&format!("\n{}", own.table(state.number())));
	}
	let next: Vec<u32> = purse.lanes.iter().map(|lane| lane.next).collect();
	let offer = offer.map(|offer| {
		json!({
			"price": Coins(offer.price).to_string(),
			"to": offer.to.as_ref().map(address::encode),
			"offered_at": offer.offered_at,
		})
	});
	let mut json = json!({
		"avatar": avatar,
		"handle": handle,
		"owner": address::encode(&details.owner),
		"tenure": details.tenure,
		"coins": Coins(purse.balance).to_string(),
		"consumers": purse.consumers,
		"profile": profile,
		"offer": offer,
		"next_numbers": next,
		"devices": devices.json(),
		"badges": badge::described(&badges, &details, state.number()),
		"outfit": worn.json(),
		"block": state.block(),
	});
	if let Some(goods) = &goods {
		json["units"] = goods.units_json();
		json["items"] = goods.items_json();
	}
	if let Some(own) = &own {
		let mut entries = own.json();
		json["orders"] = entries["orders"].take();
		json["auctions"] = entries["auctions"].take();
	}
	context.output.finish(human, &json);
	Ok(())
}

fn offer_words(offer: &OfferDetails) -> String {
	let price = match offer.price {
		0 => "handed over".into(),
		price => format!("for sale at {} FHD", Coins(price)),
	};
	let to = offer.to.as_ref().map_or("anyone".into(), address::encode);
	format!("{price} to {to}, since block {}", offer.offered_at)
}

/// The devices with their labels.
struct Devices(Vec<(LaneIndex, DeviceKey, String)>);

impl Devices {
	async fn read(state: &Snapshot, avatar: AvatarId) -> Result<Self, Failure> {
		let labels = state.device_labels(avatar).await?;
		let label_of = |slot: LaneIndex| {
			let label = labels.iter().find(|(labelled, _)| *labelled == slot);
			label.map_or_else(String::new, |(_, label): &(_, Label)| pointer(label))
		};
		let devices = state.devices(avatar).await?.into_iter();
		Ok(Self(devices.map(|(slot, device)| (slot, device, label_of(slot))).collect()))
	}

	fn table(&self) -> Table {
		let rows = self.0.iter().map(|(slot, device, label)| {
			let world = device.world.map_or("any".into(), |world| world.to_string());
			let limits = device::words(device.limits.as_ref());
			let (slot, until) = (slot.to_string(), device.valid_until.to_string());
			vec![slot, label.clone(), public_hex(device), until, world, limits]
		});
		table(&["device", "label", "key", "until block", "world", "may give away"], rows)
	}

	fn json(&self) -> Vec<Value> {
		let one = |(slot, device, label): &(LaneIndex, DeviceKey, String)| {
			json!({
				"slot": slot,
				"label": label,
				"key": public_hex(device),
				"until": device.valid_until,
				"world": device.world,
				"limits": device::described(device.limits.as_ref()),
			})
		};
		self.0.iter().map(one).collect()
	}
}

/// The units and items that an avatar has.
struct Goods {
	units: Vec<(KindId, Stack)>,
	items: Vec<(ItemId, ItemDetails)>,
}

impl Goods {
	async fn read(state: &Snapshot, avatar: AvatarId) -> Result<Self, Failure> {
		let units = state.units_of(avatar).await?;
		Ok(Self { units, items: state.items_of(avatar).await? })
	}

	fn table(&self) -> Table {
		let units = self.units.iter().map(|(kind, stack)| {
			let locked = match stack.locked {
				0 => "none".into(),
				locked => format!("{locked} in orders and auctions"),
			};
			vec![format!("{} units", stack.total()), format!("kind {kind}"), locked]
		});
		let items = self.items.iter().map(|(id, item)| {
			let kind = item.kind_in(id.collection);
			vec![format!("item {id}"), format!("kind {kind}"), lock(&item.holding)]
		});
		table(&["has", "of", "lock"], units.chain(items))
	}

	fn units_json(&self) -> Value {
		let one = |(kind, stack): &(KindId, Stack)| {
			json!({
				"kind": kind.to_string(),
				"amount": stack.total(),
				"free": stack.free,
				"locked": stack.locked,
			})
		};
		self.units.iter().map(one).collect()
	}

	fn items_json(&self) -> Value {
		let one = |(id, item): &(ItemId, ItemDetails)| {
			let kind = item.kind_in(id.collection);
			json!({
				"item": id.to_string(),
				"kind": kind.to_string(),
				"version": item.holding.version,
				"lock": lock(&item.holding),
			})
		};
		self.items.iter().map(one).collect()
	}
}

fn public_hex(device: &DeviceKey) -> String {
	let (PublicKey::Ed25519(key) | PublicKey::Sr25519(key)) = device.key;
	format!("0x{}", hex::encode(key))
}
