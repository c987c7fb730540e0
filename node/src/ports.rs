// SPDX-License-Identifier: Apache-2.0

//! Refuses to start on a port that is taken. The stock servers don't: RPC moves to a random port,
//! and the network goes on deaf.

use sc_network::{multiaddr::Protocol, Multiaddr};
use sc_service::Configuration;
use std::{
	io::ErrorKind,
	net::{IpAddr, SocketAddr, TcpListener},
};

/// Checks every RPC and p2p address of `config` that names a TCP port, except RPC endpoints that
/// are allowed to move to another port. The error says which is taken and what to do.
pub fn ensure_free(config: &Configuration) -> Result<(), String> {
	let rpc = config.rpc.addr.iter().flatten().filter(|endpoint| !endpoint.retry_random_port);
	for endpoint in rpc {
		ensure_address_free(endpoint.listen_addr, "RPC", "--rpc-port")?;
	}
	for address in config.network.listen_addresses.iter().filter_map(tcp_address) {
		ensure_address_free(address, "p2p", "--port")?;
	}
	Ok(())
}

fn ensure_address_free(address: SocketAddr, what: &str, flag: &str) -> Result<(), String> {
	match TcpListener::bind(address) {
		// Anything else, such as a machine without IPv6, is for the server to judge.
		Err(error) if error.kind() == ErrorKind::AddrInUse => {
			let (ip, port) = (address.ip(), address.port());
			Err(format!(
				"the {what} port {port} is already taken on {ip}.\n\
				 Another program, perhaps another node, listens there: \
				 `ss -ltnp 'sport = :{port}'` names it.\n\
				 Stop it, or choose another port with {flag}."
			))
		},
		_ => Ok(()),
	}
}

fn tcp_address(address: &Multiaddr) -> Option<SocketAddr> {
	let mut parts = address.iter();
	let ip: IpAddr = match parts.next()? {
		Protocol::Ip4(ip) => ip.into(),
		Protocol::Ip6(ip) => ip.into(),
		_ => return None,
	};
	match parts.next()? {
		Protocol::Tcp(port) => Some(SocketAddr::new(ip, port)),
		_ => None,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn taken_port_is_refused_with_its_remedy() {
		let listener = TcpListener::bind("127.0.0.1:0").unwrap();
		let address = listener.local_addr().unwrap();

		let error = ensure_address_free(address, "RPC", "--rpc-port").unwrap_err();

		assert!(error.contains(&format!("the RPC port {} is already taken", address.port())));
		assert!(error.contains("--rpc-port"));
	}

	#[test]
	fn released_port_is_accepted() {
		let listener = TcpListener::bind("127.0.0.1:0").unwrap();
		let address = listener.local_addr().unwrap();
		drop(listener);

		assert_eq!(ensure_address_free(address, "p2p", "--port"), Ok(()));
	}

	#[test]
	fn only_tcp_addresses_are_checked() {
		let parse = |address: &str| tcp_address(&address.parse().unwrap());

		assert_eq!(parse("/ip4/0.0.0.0/tcp/30333"), Some(([0u8; 4], 30333).into()));
		assert_eq!(parse("/ip6/::/tcp/30333/ws"), Some(([0u16; 8], 30333).into()));
		assert_eq!(parse("/ip4/0.0.0.0/udp/30333/webrtc-direct"), None);
		assert_eq!(parse("/dns/node.example/tcp/30333"), None);
	}
}
