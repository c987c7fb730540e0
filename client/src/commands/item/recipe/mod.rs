// SPDX-License-Identifier: Apache-2.0
mod show;

pub use show::{chances, outcomes_json};

use crate::{
	commands::{percent, unknown, Context},
	failure::Failure,
	output::step,
	parse::{self, When},
};
use clap::{Args, Subcommand};
use freehold_client::{
	calls,
	events::{Crafted, DrawOpened, RecipeCreated},
	records::{Form, Ingredient, Issuer, Outcome, Recipe as Details, Yield},
	Snapshot,
};
use freehold_primitives::{
	chain::Balance,
	fee::BasisPoints,
	ids::{AvatarId, CollectionId, DrawId, ItemId, KindId, RecipeId},
};
use serde_json::json;
use show::{makes, takes};

#[derive(Subcommand)]
pub enum Recipe {
	/// Say what can be made of what.
	Create(Box<Create>),
	/// Show a recipe.
	Show {
		/// The recipe's number.
		recipe: u32,
	},
	/// List recipes.
	List {
		/// Of this collection only.
		#[arg(long)]
		collection: Option<u32>,
	},
	/// Make what a recipe makes: burns what it takes, and pays its price.
	Craft(Craft),
	/// Remove a recipe, as its issuer, or as anyone once it has expired.
	Remove {
		/// The recipe's number.
		recipe: u32,
	},
}

#[derive(Args)]
pub struct Create {
	/// The collection that it makes things of.
	#[arg(long)]
	collection: u32,
	/// What is burned, such as 3/1*50, or 3/0 for one; may be repeated, each kind once.
	#[arg(long, value_name = "KIND*AMOUNT", value_parser = parse::portion)]
	input: Vec<(KindId, u64)>,
	/// FHD that it costs besides.
	#[arg(long, default_value = "0", value_name = "FHD", value_parser = parse::amount)]
	price: Balance,
	/// The avatar that gets the price; the issuer's if that is an avatar.
	#[arg(long, value_name = "AVATAR")]
	pay_to: Option<u32>,
	#[command(flatten)]
	makes: Makes,
	/// Last block in which it can be used, or a time from now on, such as 7d; for good if not told.
	#[arg(long, value_name = "BLOCK", value_parser = parse::when)]
	until: Option<When>,
	/// How often it can be used in all.
	#[arg(long, value_name = "NUMBER")]
	limit: Option<u32>,
}

/// One of them.
#[derive(Args)]
#[group(required = true, multiple = false)]
struct Makes {
	/// What is made, such as 3/1*50, or 3/0 for one.
	#[arg(long = "yield", value_name = "KIND*AMOUNT", value_parser = parse::portion)]
	certain: Option<(KindId, u64)>,
	/// What may be made, with its weight among all, such as 3/0@30; may be repeated.
	#[arg(long, value_name = "KIND*AMOUNT@WEIGHT", value_parser = parse::chance)]
	chance: Vec<(Yield, u16)>,
}

impl Makes {
	fn outcome(&self) -> Outcome {
		match self.certain {
			Some((kind, amount)) => Outcome::Certain(Yield { kind, amount }),
			None => Outcome::Random(self.chance.clone()),
		}
	}
}

#[derive(Args)]
pub struct Craft {
	/// The recipe's number.
	recipe: u32,
	/// The avatar of the signer that gives what it takes, and gets what is made.
	#[arg(long)]
	avatar: u32,
	/// A unique item that is burned; may be repeated.
	#[arg(long, value_parser = parse::item)]
	item: Vec<ItemId>,
	/// Highest royalty that what is made may have; what it would have now if not told.
	#[arg(
		long,
		value_name = "BASIS_POINTS",
		value_parser = clap::value_parser!(BasisPoints).range(0..=10_000)
	)]
	max_royalty: Option<BasisPoints>,
	/// How many attributes what is made may have at most; as many as it may have now if not told.
	#[arg(long, value_name = "NUMBER")]
	max_attributes: Option<u8>,
}

impl Craft {
	/// The highest royalty and the most attributes of whatever may be made.
	async fn agreed(
		&self,
		state: &Snapshot,
		outcome: &Outcome,
	) -> Result<(BasisPoints, u8), Failure> {
		let (mut royalty, mut attributes) = (0, 0);
		for kind in outcome.kinds() {
			let details = state.kind(kind).await?.ok_or_else(|| unknown(format!("kind {kind}")))?;
			royalty = details.royalty.max(royalty);
			attributes = details.attributes.max(attributes);
		}
		Ok((self.max_royalty.unwrap_or(royalty), self.max_attributes.unwrap_or(attributes)))
	}
}

pub async fn run(context: &Context, verb: &Recipe) -> Result<(), Failure> {
	match verb {
		Recipe::Create(arguments) => create(context, arguments).await,
		Recipe::Show { recipe } => show::one(context, RecipeId(*recipe)).await,
		Recipe::List { collection } => show::all(context, collection.map(CollectionId)).await,
		Recipe::Craft(arguments) => craft(context, arguments).await,
		Recipe::Remove { recipe } => {
			let done = format!("recipe {recipe} is gone");
			context.execute(&calls::remove_recipe(RecipeId(*recipe)), &done).await
		},
	}
}

async fn create(context: &Context, arguments: &Create) -> Result<(), Failure> {
	let collection = CollectionId(arguments.collection);
	let mut sender = context.sender().await?;
	let state = sender.client().finalised().await?;
	let to = match arguments.pay_to {
		Some(avatar) => AvatarId(avatar),
		None => payee(&state, collection).await?,
	};
	let ingredient = |(kind, amount): &(KindId, u64)| Ingredient { kind: *kind, amount: *amount };
	let recipe = Details {
		inputs: arguments.input.iter().map(ingredient).collect(),
		price: arguments.price,
		outcome: arguments.makes.outcome(),
		until: arguments.until.map(|until| until.from(state.number())),
		limit: arguments.limit,
	};
	let receipt = sender.execute(&calls::create_recipe(collection, &recipe, to)).await?;
	let id = receipt.expect::<RecipeCreated>()?.recipe;
	let (takes, makes) = (takes(&recipe), makes(&recipe.outcome));
	let done = format!("created recipe {id}: it takes {takes} and makes {makes}");
	context.report(&done, json!({ "recipe": id }), &receipt);
	Ok(())
}

/// The avatar that issues the collection; a world has none of its own.
async fn payee(state: &Snapshot, collection: CollectionId) -> Result<AvatarId, Failure> {
	let details = state.collection(collection).await?;
	match details.ok_or_else(|| unknown(format!("collection {collection}")))?.issuer {
		Issuer::Avatar(avatar) => Ok(avatar),
		Issuer::World(_) => {
			Err(Failure::Input("say with --pay-to which avatar gets the price".into()))
		},
	}
}

async fn craft(context: &Context, arguments: &Craft) -> Result<(), Failure> {
	let (recipe, avatar) = (RecipeId(arguments.recipe), AvatarId(arguments.avatar));
	let mut sender = context.sender().await?;
	let state = sender.client().finalised().await?;
	let details = state.recipe(recipe).await?;
	let details = details.ok_or_else(|| unknown(format!("recipe {recipe}")))?;
	ensure_items_named(&state, &details.recipe, &arguments.item).await?;
	let outcome = &details.recipe.outcome;
	let (max_royalty, max_attributes) = arguments.agreed(&state, outcome).await?;
	step(format!(
		"what is made has a royalty of at most {}, and at most {max_attributes} attributes",
		percent(max_royalty)
	));
	let call = calls::craft(avatar, recipe, &arguments.item, max_royalty, max_attributes);
	let receipt = sender.execute(&call).await?;
	let report = |done: &str, item: Option<String>, draw: Option<DrawId>| {
		let json = json!({
			"item": item,
			"draw": draw,
			"max_royalty": max_royalty,
			"max_attributes": max_attributes,
		});
		context.report(done, json, &receipt);
	};
	if let Some(opened) = receipt.all::<DrawOpened>()?.pop() {
		let draw = opened.draw;
		let done = format!(
			"avatar {avatar} has draw {draw}, of {}; once chance has told, `item draw settle \
			 {draw}` makes it",
			makes(outcome)
		);
		report(&done, None, Some(draw));
		return Ok(());
	}
	let item = receipt.expect::<Crafted>()?.item.map(|item| item.to_string());
	let made = match &item {
		Some(item) => format!("item {item}"),
		None => makes(outcome),
	};
	report(&format!("avatar {avatar} has made {made}"), item, None);
	Ok(())
}

/// Tells which unique items a recipe takes, if others were named or none: nobody's items are burned
/// without being named.
async fn ensure_items_named(
	state: &Snapshot,
	recipe: &Details,
	named: &[ItemId],
) -> Result<(), Failure> {
	let mut needed = Vec::new();
	let mut count = 0;
	for input in &recipe.inputs {
		let kind = state.kind(input.kind).await?;
		if kind.is_some_and(|kind| kind.form == Form::Unique) {
			count += input.amount;
			needed.push(format!("{} of kind {}", input.amount, input.kind));
		}
	}
	if u64::try_from(named.len()).is_ok_and(|named| named == count) {
		return Ok(());
	}
	Err(Failure::Input(match needed.is_empty() {
		true => "it burns no unique items: name none with --item".into(),
		false => format!("it burns {}: name each with --item", needed.join(", ")),
	}))
}
