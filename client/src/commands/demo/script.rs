// SPDX-License-Identifier: Apache-2.0
//! Writes the trades: most are fair, some are bad on purpose, and the outcome of each is known
//! beforehand.

use super::model::{Deal, Goods, Model, Unique, FEE_RATE, TREASURY};
use crate::failure::Failure;
use freehold_client::{
	order::{OrderBuilder, Party, SignedOrder},
	Outcome,
};
use freehold_primitives::{
	asset::Coins,
	chain::{Balance, BlockNumber, Hash},
	fee::BasisPoints,
	order::Trade,
	purse::OrderNumber,
	settlement::Refusal,
};

/// One trade in so many is bad.
const BAD_EVERY: usize = 20;

/// For how many blocks orders count.
const LIFETIME: BlockNumber = 3_600;

/// Smallest step of prices: a thousandth of a coin.
const TICK: Balance = Coins::UNIT / 1_000;

/// The slot, and so the lane, of each player's device.
pub const LANE: u8 = 1;

/// A trade, and what must become of it.
pub struct Scripted {
	pub trade: Trade,
	pub expected: Outcome,
}

/// The chain that the trades are for.
#[derive(Clone, Copy)]
pub struct Stage {
	pub genesis: Hash,
	/// A block that is past.
	pub now: BlockNumber,
}

/// Numbers that look random and are the same in each run.
struct Dice(u64);

impl Dice {
	/// A number below `limit`, which is not zero. (Marsaglia's xorshift.)
	fn below(&mut self, limit: usize) -> usize {
		self.0 ^= self.0 << 13;
		self.0 ^= self.0 >> 7;
		self.0 ^= self.0 << 17;
		(self.0 % limit as u64) as usize
	}
}

/// What is wrong with a bad trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
	Forged,
	OtherChain,
	Expired,
	SpentNumber,
	Moved,
	Road,
	TooDear,
	Fee,
}

impl Fault {
	const ALL: [Self; 8] = [
		Self::Forged,
		Self::OtherChain,
		Self::Expired,
		Self::SpentNumber,
		Self::Moved,
		Self::Road,
		Self::TooDear,
		Self::Fee,
	];

	fn refusal(self) -> Refusal {
		match self {
			Self::Forged | Self::OtherChain => Refusal::BadOrderSignature,
			Self::Expired => Refusal::Expired,
			Self::SpentNumber => Refusal::AlreadySpent,
			Self::Moved => Refusal::Moved,
			Self::Road => Refusal::Locked,
			Self::TooDear => Refusal::TooFewCoins,
			Self::Fee => Refusal::DeductionTooHigh,
		}
	}
}

/// Writes `count` trades and books the fair ones in the model.
pub fn write(model: &mut Model, count: usize, stage: Stage) -> Result<Vec<Scripted>, Failure> {
	let mut dice = Dice(0x2545_f491_4f6c_dd1d);
	let mut faults = Fault::ALL.into_iter().cycle();
	let mut script = Vec::with_capacity(count);
	for place in 1..=count {
		let fault = if place % BAD_EVERY == 0 { faults.next() } else { None };
		script.push(match fault {
			Some(fault) => bad(model, &mut dice, stage, fault)?,
			None => fair(model, &mut dice, stage)?,
		});
	}
	Ok(script)
}

fn fair(model: &mut Model, dice: &mut Dice, stage: Stage) -> Result<Scripted, Failure> {
	let deal = match dice.below(10) {
		0..=4 => sale(model, dice),
		5..=7 => unit_sale(model, dice),
		_ => barter(model, dice),
	}?;
	let numbers = take_numbers(model, &deal);
	let trade = sign(model, &deal, stage, numbers, Hand::default())?;
	model.book(&deal);
	model.players[deal.maker].spent = Some(numbers.0);
	model.players[deal.taker].spent = Some(numbers.1);
	Ok(Scripted { trade, expected: Outcome::Settled })
}

fn bad(
	model: &mut Model,
	dice: &mut Dice,
	stage: Stage,
	fault: Fault,
) -> Result<Scripted, Failure> {
	let mut deal = sale(model, dice)?;
	let mut stage = stage;
	let mut hand = Hand::default();
	let mut spent = None;
	match fault {
		Fault::Forged => hand.forger = Some(deal.taker),
		Fault::OtherChain => stage.genesis = Hash::repeat_byte(0xee),
		Fault::Expired => hand.late = true,
		Fault::Fee => hand.max_deduction = 0,
		Fault::Road => {
			(deal.maker, deal.give) = (TREASURY, Goods::Road(dice.below(model.roads.len())));
		},
		Fault::TooDear => deal.want = Goods::Coins(model.players[deal.taker].coins + 1),
		Fault::SpentNumber => {
			let has_spent = |item: &Unique| model.players[item.owner].spent.is_some();
			let Some(place) = find(&model.items, dice, has_spent) else {
				return bad(model, dice, stage, Fault::Forged);
			};
			deal = sale_of(model, dice, place)?;
			spent = model.players[deal.maker].spent;
		},
		Fault::Moved => {
			let Some(place) = find(&model.items, dice, |item| item.version > 0) else {
				return bad(model, dice, stage, Fault::Forged);
			};
			deal = sale_of(model, dice, place)?;
			// Signed when the item had not yet come to its present owner.
			hand.stale = true;
		},
	}
	let mut numbers = take_numbers(model, &deal);
	numbers.0 = spent.unwrap_or(numbers.0);
	let trade = sign(model, &deal, stage, numbers, hand)?;
	Ok(Scripted { trade, expected: Outcome::Refused(fault.refusal()) })
}

/// An item for coins.
fn sale(model: &Model, dice: &mut Dice) -> Result<Deal, Failure> {
	let place = dice.below(model.items.len());
	sale_of(model, dice, place)
}

fn sale_of(model: &Model, dice: &mut Dice, place: usize) -> Result<Deal, Failure> {
	let price = (1 + dice.below(2_000)) as Balance * TICK;
	let maker = model.items[place].owner;
	let taker = payer(model, dice, maker, price)?;
	Ok(Deal { maker, taker, give: Goods::Item(place), want: Goods::Coins(price), lots: 1 })
}

/// Units for coins, in lots.
fn unit_sale(model: &Model, dice: &mut Dice) -> Result<Deal, Failure> {
	let (amount, price) = (1 + dice.below(10), (1 + dice.below(50)) as Balance * TICK);
	let lots = 1 + dice.below(5) as u32;
	let total = amount as u64 * u64::from(lots);
	let maker = other_player(model, dice, TREASURY, |it| model.players[it].units >= total)?;
	let taker = payer(model, dice, maker, price * Balance::from(lots))?;
	let (give, want) = (Goods::Units(amount as u64), Goods::Coins(price));
	Ok(Deal { maker, taker, give, want, lots })
}

/// An item for a plot.
fn barter(model: &Model, dice: &mut Dice) -> Result<Deal, Failure> {
	let plot = dice.below(model.plots.len());
	let taker = model.plots[plot].owner;
	match find(&model.items, dice, |item| item.owner != taker) {
		Some(item) => {
			let (give, want) = (Goods::Item(item), Goods::Plot(plot));
			Ok(Deal { maker: model.items[item].owner, taker, give, want, lots: 1 })
		},
		None => sale(model, dice),
	}
}

/// A player who can pay `price` to `maker`.
fn payer(model: &Model, dice: &mut Dice, maker: usize, price: Balance) -> Result<usize, Failure> {
	other_player(model, dice, maker, |it| model.players[it].coins >= price)
}

/// A player who is able, but for the treasury and `except`.
fn other_player(
	model: &Model,
	dice: &mut Dice,
	except: usize,
	able: impl Fn(usize) -> bool,
) -> Result<usize, Failure> {
	let count = model.players.len();
	let start = dice.below(count);
	let mut around = (start..count).chain(0..start);
	around.find(|&it| it != TREASURY && it != except && able(it)).ok_or_else(|| {
		Failure::Check("no player has enough left to trade: give the demo more --players".into())
	})
}

/// The place of one that fits, searched from a random place on.
fn find(items: &[Unique], dice: &mut Dice, fits: impl Fn(&Unique) -> bool) -> Option<usize> {
	let start = dice.below(items.len());
	(start..items.len()).chain(0..start).find(|&place| fits(&items[place]))
}

fn take_numbers(model: &mut Model, deal: &Deal) -> (OrderNumber, OrderNumber) {
	(model.players[deal.maker].take_number(), model.players[deal.taker].take_number())
}

/// How the papers are made out.
struct Hand {
	/// Who signs in the maker's place.
	forger: Option<usize>,
	/// The version given is the one before.
	stale: bool,
	/// The order has expired.
	late: bool,
	max_deduction: BasisPoints,
}

impl Default for Hand {
	fn default() -> Self {
		Self { forger: None, stale: false, late: false, max_deduction: FEE_RATE }
	}
}

fn sign(
	model: &Model,
	deal: &Deal,
	stage: Stage,
	numbers: (OrderNumber, OrderNumber),
	hand: Hand,
) -> Result<Trade, Failure> {
	let (maker, taker) = (&model.players[deal.maker], &model.players[deal.taker]);
	let valid_until = stage.now + LIFETIME;
	let order_until = if hand.late { stage.now.saturating_sub(1) } else { valid_until };
	let give = match deal.give {
		Goods::Item(place) if hand.stale => {
			let item = model.items[place];
			item.id.at_version(item.version - 1)
		},
		goods => model.asset(goods),
	};
	let party = |avatar, number, valid_until| Party { avatar, lane: LANE, number, valid_until };
	let order = OrderBuilder::new(model.world, party(maker.avatar, numbers.0, order_until))
		.give(give)
		.want(model.asset(deal.want))
		.lots(1, deal.lots)
		.max_deduction(hand.max_deduction)
		.build()
		.map_err(Failure::Check)?;
	let signer = &hand.forger.map_or(maker, |forger| &model.players[forger]).device;
	let acceptance =
		party(taker.avatar, numbers.1, valid_until).acceptance(deal.lots, hand.max_deduction);
	Ok(SignedOrder::new(order, signer, &stage.genesis).accept(
		acceptance,
		&taker.device,
		&stage.genesis,
	))
}

#[cfg(test)]
mod tests {
	use super::{super::model::tests::model, *};
	use freehold_primitives::purse::WINDOW;
	use std::collections::BTreeMap;

	const STAGE: Stage = Stage { genesis: Hash::repeat_byte(1), now: 100 };

	#[test]
	fn every_fault_is_in_the_script() {
		let script = write(&mut model(), 1_000, STAGE).expect("it can be written");
		let refused =
			|reason| script.iter().filter(|it| it.expected == Outcome::Refused(reason)).count();

		assert_eq!(script.iter().filter(|it| it.expected == Outcome::Settled).count(), 950);
		for fault in Fault::ALL {
			assert!(refused(fault.refusal()) > 0, "{fault:?}");
		}
	}

	#[test]
	fn numbers_of_a_player_stay_within_the_window() {
		let script = write(&mut model(), 1_000, STAGE).expect("it can be written");
		let mut highest: BTreeMap<_, OrderNumber> = BTreeMap::new();

		for Scripted { trade, .. } in &script {
			for (avatar, number) in [
				(trade.order.maker, trade.order.number),
				(trade.acceptance.taker, trade.acceptance.number),
			] {
				let highest = highest.entry(avatar).or_insert(number);
				*highest = number.max(*highest);
				assert!(*highest - number < WINDOW);
			}
		}
	}

	#[test]
	fn coins_only_change_hands() {
		let mut model = model();
		let before = model.coins();

		write(&mut model, 1_000, STAGE).expect("it can be written");

		assert_eq!(model.coins(), before);
	}
}
