// SPDX-License-Identifier: Apache-2.0
use crate::Error;
use codec::Encode;
use subxt::{
	ext::scale_encode::{self, EncodeAsFields, FieldIter, TypeResolver},
	metadata::Metadata,
	tx::Payload,
};

/// A call of the runtime, its arguments encoded. See [`crate::calls`] for those there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
	pallet: &'static str,
	name: &'static str,
	args: Args,
}

/// Arguments in SCALE, one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Args(Vec<u8>);

impl Call {
	/// A call with a tuple of arguments of the types that the runtime has.
	pub(crate) fn new(pallet: &'static str, name: &'static str, args: impl Encode) -> Self {
		Self { pallet, name, args: Args(args.encode()) }
	}

	/// Its bytes within another call, with the indices that this runtime gives it.
	///
	/// # Errors
	/// If the runtime has no such call.
	pub fn encode(&self, metadata: &Metadata) -> Result<Vec<u8>, Error> {
		let indices = metadata.pallet_by_name(self.pallet).and_then(|pallet| {
			let call = pallet.call_variant_by_name(self.name)?;
			Some([pallet.call_index(), call.index])
		});
		let indices = indices.ok_or(Error::NoSuchCall { pallet: self.pallet, call: self.name })?;
		Ok([&indices[..], &self.args.0].concat())
	}
}

impl Payload for Call {
	type CallData = Args;

	fn pallet_name(&self) -> &str {
		self.pallet
	}

	fn call_name(&self) -> &str {
		self.name
	}

	fn call_data(&self) -> &Args {
		&self.args
	}
}

/// They are encoded already, so the runtime's types are not asked.
impl EncodeAsFields for Args {
	fn encode_as_fields_to<R: TypeResolver>(
		&self,
		_: &mut dyn FieldIter<'_, R::TypeId>,
		_: &R,
		out: &mut Vec<u8>,
	) -> Result<(), scale_encode::Error> {
		out.extend_from_slice(&self.0);
		Ok(())
	}
}
