// SPDX-License-Identifier: Apache-2.0

//! Builds the runtime to WebAssembly for the native crate to embed.

fn main() {
	#[cfg(feature = "std")]
	build_wasm();
}

#[cfg(all(feature = "std", not(feature = "metadata-hash")))]
fn build_wasm() {
	substrate_wasm_builder::WasmBuilder::build_using_defaults();
}

#[cfg(all(feature = "std", feature = "metadata-hash"))]
fn build_wasm() {
	substrate_wasm_builder::WasmBuilder::init_with_defaults()
		.enable_metadata_hash("FHD", 12)
		.build();
}
