// SPDX-License-Identifier: Apache-2.0

//! Gives the binary its version: the crate's, and the commit's where there is a repository.

fn main() {
	// Both only warn when there is no repository, so a source tarball builds too (its builder may
	// name the commit in SUBSTRATE_CLI_GIT_COMMIT_HASH).
	substrate_build_script_utils::generate_cargo_keys();
	substrate_build_script_utils::rerun_if_git_head_changed();
}
