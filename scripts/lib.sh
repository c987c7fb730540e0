# shellcheck shell=bash
# shellcheck disable=SC2034 # its variables are for the scripts that source it
# What the scripts share. They source it; it does nothing by itself but set variables.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

# Where scripts/setup keeps its choices, and what is too dear to make twice.
FREEHOLD_HOME=${FREEHOLD_HOME:-$HOME/.cache/freehold}
toolchain_env=$FREEHOLD_HOME/env

# Outside the checkout, so that a fresh clone compiles only what is ours.
export CARGO_TARGET_DIR=${FREEHOLD_TARGET:-$HOME/.cache/freehold/target}

# The runtime's wasm is built in the target directory, where no Cargo.lock is found by going up.
export WASM_BUILD_WORKSPACE_HINT=$root

# Skipping has a build script of the shared target directory run again and again.
unset SKIP_WASM_BUILD

node_binary=$CARGO_TARGET_DIR/release/freehold-node
cli_binary=$CARGO_TARGET_DIR/release/freehold

say() {
	printf '%s\n' "$*"
}

# Ends the script with an error: what is wrong, and what to do about it.
die() {
	printf 'Error: %s\n' "$*" >&2
	exit 1
}

# Ends the script with its usage, the comment it begins with, if its first argument asks for it.
help_if_asked() {
	case ${1-} in
		-h | --help)
			sed -n '2,/^[^#]/ s/^# \{0,1\}//p' "$0"
			exit 0
			;;
	esac
}

# Ends the script if it was given arguments, for those that take none.
no_arguments() {
	help_if_asked "$@"
	[[ $# -eq 0 ]] || die "unknown argument '$1'; see $0 --help"
}

# Puts the toolchain that scripts/setup chose into PATH; has it choose first if it never did.
use_toolchain() {
	[[ -f $toolchain_env ]] || "$root/scripts/setup"
	# shellcheck source=/dev/null
	. "$toolchain_env"
	claim_target
}

# Cargo tells by time alone whether a source changed since it was compiled, and takes the crates
# of two checkouts for the same ones: what it compiled for another must look old here.
claim_target() {
	local mark=$CARGO_TARGET_DIR/.checkout
	if [[ -f $mark && $(<"$mark") == "$root" ]]; then
		return
	fi
	mkdir -p "$CARGO_TARGET_DIR"
	find "$root"/{primitives,pallets,runtime,node,client,tests} -type f -exec touch -c {} +
	printf '%s\n' "$root" >"$mark"
}

# js_folder [folder]: where the JavaScript packages of a folder of ours are installed, those of
# tests/js if none is named; one place for each set of packages.
js_folder() {
	local lock=$root/${1-tests/js}/package-lock.json hash
	[[ -f $lock ]] || die "$lock is missing: run 'npm install --package-lock-only' beside it"
	hash=$(sha256sum "$lock")
	printf '%s/js/%s\n' "$FREEHOLD_HOME" "${hash:0:16}"
}

step_names=()
step_seconds=()

# step "name" program arguments...: runs a program, says how long it took, and stops at failure.
# Not for shell functions: bash would not stop at an error inside one.
step() {
	local name=$1 began=$SECONDS status=0 seconds
	shift
	printf '\n==> %s\n' "$name"
	"$@" || status=$?
	seconds=$((SECONDS - began))
	step_names+=("$name")
	step_seconds+=("$seconds")
	if ((status != 0)); then
		step_table
		die "'$name' failed after $(duration "$seconds"), with exit code $status: $*"
	fi
	printf '    %s: %s\n' "$name" "$(duration "$seconds")"
}

# Prints the time of each step so far.
step_table() {
	local i total=0
	printf '\n%-36s %9s\n' step time
	for i in "${!step_names[@]}"; do
		printf '%-36s %9s\n' "${step_names[i]}" "$(duration "${step_seconds[i]}")"
		total=$((total + step_seconds[i]))
	done
	printf '%-36s %9s\n\n' total "$(duration "$total")"
}

# 3725 -> 62m05s
duration() {
	printf '%dm%02ds' $(($1 / 60)) $(($1 % 60))
}
