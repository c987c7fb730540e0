// SPDX-License-Identifier: Apache-2.0
mod colour;
mod draw;
mod legend;
mod scene;

use super::{estate::extent, list::held};
use crate::{arguments::Window, commands::Context, failure::Failure};
use clap::Args;
use draw::{draw, most_pixels};
use freehold_client::{records::Want, Snapshot};
use freehold_primitives::{
	asset::{Asset, UniqueId},
	ids::WorldId,
	land::{Area, Coordinates, ParcelId, Site},
};
use image::ImageFormat;
use legend::Legend;
use scene::{Plot, Scene};
use serde_json::json;
use std::{collections::BTreeSet, path::PathBuf};

/// How many pixels the longer side of a map has about, if not told.
const ABOUT: u64 = 1_600;

/// Most pixels of a map with its legend.
const MOST_PIXELS: u64 = 1 << 26;

/// The largest scale, in pixels for the side of a parcel.
const LARGEST: u32 = 64;

#[derive(Args)]
pub struct Map {
	/// The world's number.
	#[arg(long)]
	world: u32,
	/// The picture's file, a PNG; it is replaced.
	#[arg(long, value_name = "FILE")]
	out: PathBuf,
	#[command(flatten)]
	window: Window,
	/// How many pixels each side of a parcel has, 1 to 64; fitting if not told.
	#[arg(long, value_name = "PIXELS", value_parser = clap::value_parser!(u32).range(1..=64))]
	scale: Option<u32>,
}

pub async fn run(context: &Context, arguments: &Map) -> Result<(), Failure> {
	let (world, window) = (WorldId(arguments.world), arguments.window.area()?);
	// A region that is too large is told before anything is read.
	if let Some(area) = window {
		scale(area, arguments.scale).map_err(Failure::Input)?;
	}
	let state = context.client().await?.finalised().await?;
	let scene = view(&state, world, window).await?;
	let scale = scale(scene.area, arguments.scale).map_err(Failure::Input)?;

	let legend = Legend::of(&scene);
	let picture = draw(&scene, &legend, scale);
	let path = &arguments.out;
	picture.save_with_format(path, ImageFormat::Png).map_err(|reason| {
		Failure::Check(format!("{} can't be written: {reason}", path.display()))
	})?;

	let (width, height) = picture.dimensions();
	let parcels = scene.shown().count();
	let human = format!(
		"{}: world {world} from {}, {parcels} parcels, {width} by {height} pixels, {scale} for each side \
		 of a parcel; north is up.\nBelow the map, from the left:\n{legend}",
		path.display(),
		scene.area
	);
	let json = json!({
		"file": path.display().to_string(),
		"world": world,
		"area": scene.area,
		"parcels": parcels,
		"width": width,
		"height": height,
		"scale": scale,
		"legend": legend.meanings(),
		"block": state.block(),
	});
	context.output.finish(human, &json);
	Ok(())
}

/// Reads what is to be drawn: a window, or all that there is.
async fn view(state: &Snapshot, world: WorldId, window: Option<Area>) -> Result<Scene, Failure> {
	let parcels = held(state, world, window.map(wider)).await?;
	let sales: Vec<Area> =
		state.sales(world).await?.into_iter().map(|(_, sale)| sale.area).collect();
	let leases = state.leases().await?.into_iter();
	let let_out: BTreeSet<Site> = leases
		.filter(|(_, lease)| lease.is_in_force(state.number()))
		.map(|(site, _)| site)
		.collect();
	let listed = listed(state).await?;
	let plots: Vec<Plot> = parcels
		.into_iter()
		.map(|(at, details, holding)| {
			let parcel = ParcelId { world, at };
			let estate = details.estate();
			let (site, asset) = match estate {
				Some(estate) => (Site::Estate(estate), UniqueId::Estate(estate)),
				None => (Site::Parcel(parcel), UniqueId::Parcel(parcel)),
			};
			Plot {
				at,
				zone: details.zone,
				owner: holding.owner,
				estate,
				is_let: let_out.contains(&site),
				is_listed: listed.contains(&asset),
			}
		})
		.collect();
	let corners = sales.iter().flat_map(|area| [area.min, area.max]);
	let shown: Vec<Coordinates> = plots.iter().map(|plot| plot.at).chain(corners).collect();
	let area = window.or_else(|| extent(&shown));
	let area = area.ok_or_else(|| Failure::Check(format!("world {world} has no land to draw")))?;
	Ok(Scene { area, plots, sales })
}

/// What is listed or up for auction, in whatever world's market.
async fn listed(state: &Snapshot) -> Result<BTreeSet<UniqueId>, Failure> {
	let mut lots = Vec::new();
	for (_, order) in state.orders().await? {
		if matches!(order.want, Want::Price(_)) {
			lots.push(order.give);
		}
	}
	lots.extend(state.auctions().await?.into_iter().map(|(_, auction)| auction.lot));
	let uniques = lots.iter().flatten().filter_map(Asset::unique);
	Ok(uniques.map(|(id, _)| id).collect())
}

/// The area and one more place on each side, as far as there are any.
fn wider(Area { min, max }: Area) -> Area {
	Area {
		min: Coordinates { x: min.x.saturating_sub(1), y: min.y.saturating_sub(1) },
		max: Coordinates { x: max.x.saturating_add(1), y: max.y.saturating_add(1) },
	}
}

/// The scale asked for, or one that fits.
fn scale(area: Area, asked: Option<u32>) -> Result<u32, String> {
	let side = |min: i16, max: i16| u64::from(max.abs_diff(min)).saturating_add(1);
	let longer = side(area.min.x, area.max.x).max(side(area.min.y, area.max.y));
	let fitting = u32::try_from(ABOUT / longer).unwrap_or(LARGEST).clamp(1, LARGEST);
	let scale = asked.unwrap_or(fitting);
	if most_pixels(area, scale) > MOST_PIXELS {
		let smaller = if scale > 1 { "a smaller --scale, or " } else { "" };
		return Err(format!(
			"{area} is too large to draw at {scale} pixels for each side of a parcel: give \
			 {smaller}a smaller region with --from and --to"
		));
	}
	Ok(scale)
}

#[cfg(test)]
mod tests {
	use super::*;

	fn square(side: i16) -> Area {
		Area { min: Coordinates::new(0, 0), max: Coordinates::new(side - 1, side - 1) }
	}

	#[test]
	fn a_map_fits_unless_told() {
		assert_eq!(scale(square(301), None), Ok(5));
		assert_eq!(scale(square(1), None), Ok(64));
		assert_eq!(scale(square(10_000), None).map_err(|_| ()), Err(()));
		assert_eq!(scale(square(5_000), None), Ok(1));
		assert_eq!(scale(square(301), Some(10)), Ok(10));
		assert!(scale(square(301), Some(64)).is_err());
	}

	#[test]
	fn the_legend_counts_for_the_size_of_a_map() {
		let thin = Area { min: Coordinates::new(0, i16::MIN), max: Coordinates::new(0, i16::MAX) };

		assert_eq!(scale(thin, None), Ok(1));
		assert!(scale(thin, Some(16)).is_err());
	}

	#[test]
	fn what_lies_around_is_read_as_far_as_there_is_any() {
		assert_eq!(
			wider(square(1)),
			Area { min: Coordinates::new(-1, -1), max: Coordinates::new(1, 1) }
		);
		let all = Area {
			min: Coordinates::new(i16::MIN, i16::MIN),
			max: Coordinates::new(i16::MAX, i16::MAX),
		};
		assert_eq!(wider(all), all);
	}
}
