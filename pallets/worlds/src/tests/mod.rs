// SPDX-License-Identifier: Apache-2.0
mod add_settler;
mod glue;
mod properties;
mod register;
mod remove_settler;
mod try_state;
