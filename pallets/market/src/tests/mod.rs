// SPDX-License-Identifier: Apache-2.0
mod buy;
mod cancel;
mod list;
mod settle;
mod try_state;
