// SPDX-License-Identifier: Apache-2.0

//! Builds the runtime to WebAssembly for the native crate to embed.

fn main() {
	#[cfg(feature = "std")]
	build_wasm();
}

#[cfg(feature = "std")]
fn build_wasm() {
	let builder = substrate_wasm_builder::WasmBuilder::init_with_defaults();
	#[cfg(feature = "metadata-hash")]
	let builder = builder.enable_metadata_hash("FHD", 12);
	// Under a name of its own, so that the node never embeds it by accident.
	#[cfg(feature = "runtime-benchmarks")]
	let builder = builder.set_file_name("wasm_with_benchmarks");
	builder.build();
}
