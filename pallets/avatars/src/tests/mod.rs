// SPDX-License-Identifier: Apache-2.0
mod add_device;
mod create;
mod deposit;
mod glue;
mod properties;
mod revoke_all_devices;
mod revoke_device;
mod try_state;
mod withdraw;
