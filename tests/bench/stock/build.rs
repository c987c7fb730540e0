// SPDX-License-Identifier: Apache-2.0

//! Builds the runtime to WebAssembly for the native crate to embed, if the benchmarks ask for it.

fn main() {
	#[cfg(feature = "wasm")]
	build_wasm();
}

#[cfg(feature = "wasm")]
fn build_wasm() {
	// The builder gives the inner build each feature that it finds here. With this one it would
	// build the builder once more, to no use.
	std::env::remove_var("CARGO_FEATURE_WASM");
	substrate_wasm_builder::WasmBuilder::build_using_defaults();
}
