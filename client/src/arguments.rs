// SPDX-License-Identifier: Apache-2.0
//! Arguments that several verbs take.

use crate::{failure::Failure, parse};
use clap::Args;
use freehold_primitives::{
	chain::BlockNumber,
	fee::{BasisPoints, Fee, MAX_WORLD_FEE},
	ids::{AvatarId, WorldId},
	land::{Area, Coordinates, ParcelId, Site},
	pointer::Pointer,
};

/// Blocks in an hour.
pub const HOUR: BlockNumber = 60 * 60;

/// Blocks in a day.
pub const DAY: BlockNumber = 24 * HOUR;

/// Blocks in a week.
pub const WEEK: BlockNumber = 7 * DAY;

/// A rectangle of places.
#[derive(Args)]
pub struct Rectangle {
	/// South-western corner.
	#[arg(
		long,
		value_name = "X,Y",
		value_parser = parse::coordinates,
		allow_hyphen_values = true
	)]
	from: Coordinates,
	/// North-eastern corner.
	#[arg(
		long,
		value_name = "X,Y",
		value_parser = parse::coordinates,
		allow_hyphen_values = true
	)]
	to: Coordinates,
}

impl Rectangle {
	pub fn area(&self) -> Result<Area, Failure> {
		area(self.from, self.to)
	}
}

/// A rectangle, or everything there is.
#[derive(Args)]
pub struct Window {
	/// South-western corner of the region; all there is if not told.
	#[arg(
		long,
		requires = "to",
		value_name = "X,Y",
		value_parser = parse::coordinates,
		allow_hyphen_values = true
	)]
	from: Option<Coordinates>,
	/// North-eastern corner.
	#[arg(
		long,
		requires = "from",
		value_name = "X,Y",
		value_parser = parse::coordinates,
		allow_hyphen_values = true
	)]
	to: Option<Coordinates>,
}

impl Window {
	pub fn area(&self) -> Result<Option<Area>, Failure> {
		self.from.zip(self.to).map(|(from, to)| area(from, to)).transpose()
	}
}

fn area(from: Coordinates, to: Coordinates) -> Result<Area, Failure> {
	Area::new(from, to)
		.ok_or_else(|| Failure::Input(format!("{to} is not to the north-east of {from}")))
}

/// A parcel.
#[derive(Args)]
pub struct Place {
	/// The world's number.
	#[arg(long)]
	world: u32,
	/// Such as -3,4.
	#[arg(value_name = "X,Y", value_parser = parse::coordinates, allow_hyphen_values = true)]
	at: Coordinates,
}

impl Place {
	pub fn parcel(&self) -> ParcelId {
		ParcelId { world: WorldId(self.world), at: self.at }
	}
}

/// A parcel, or an estate as a whole.
#[derive(Args)]
pub struct OnSite {
	/// A place such as -3,4 with its --world, or an estate such as estate:7.
	#[arg(allow_hyphen_values = true)]
	site: String,
	/// The world that the place is in.
	#[arg(long)]
	world: Option<u32>,
}

impl OnSite {
	pub fn site(&self) -> Result<Site, Failure> {
		parse::site(&self.site, self.world.map(WorldId)).map_err(Failure::Input)
	}
}

/// What a world keeps of payments; nothing if not told.
#[derive(Args)]
pub struct Cut {
	/// What it keeps of payments, in hundredths of a percent: 0 to 1000.
	#[arg(
		long,
		value_name = "BASIS_POINTS",
		requires = "fee_to",
		value_parser = clap::value_parser!(u16).range(0..=i64::from(MAX_WORLD_FEE))
	)]
	fee: Option<BasisPoints>,
	/// The avatar that gets the fee: one of the signer, or the one that gets it now.
	#[arg(long, value_name = "AVATAR", requires = "fee")]
	fee_to: Option<u32>,
}

impl Cut {
	pub fn fee(&self) -> Option<Fee> {
		self.fee.zip(self.fee_to).map(|(rate, to)| Fee { to: AvatarId(to), rate })
	}
}

/// Where something is found, or that it no longer is.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub struct Target {
	/// A CID, a hash or an address; bytes in hex after 0x.
	#[arg(value_parser = parse::pointer)]
	pointer: Option<Pointer>,
	/// Take it away.
	#[arg(long)]
	clear: bool,
}

impl Target {
	pub fn pointer(&self) -> Option<&Pointer> {
		self.pointer.as_ref().filter(|_| !self.clear)
	}
}
