// SPDX-License-Identifier: Apache-2.0
mod issue;
mod properties;
mod transfer;
mod try_state;
