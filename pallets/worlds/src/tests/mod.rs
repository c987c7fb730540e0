// SPDX-License-Identifier: Apache-2.0
mod accept_ownership;
mod add_settler;
mod close;
mod extend;
mod glue;
mod model;
mod offer_ownership;
mod properties;
mod register;
mod remove_settler;
mod resume;
mod set_fee;
mod set_metadata;
mod suspend;
mod try_state;
mod views;
