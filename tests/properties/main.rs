// SPDX-License-Identifier: Apache-2.0
//! What is true of the runtime whatever is asked of it, tried with random input. `FREEHOLD_DEEP=1`
//! tries much more of it; `FREEHOLD_DEEP=<cases>`, a part of that. Input that failed once is kept in
//! `properties/regressions`, and tried first from then on.

mod batches;
mod calls;
mod census;
mod dice;
mod opening;
mod plan;
mod replay;
mod run;
mod state;
mod step;
mod verbs;
