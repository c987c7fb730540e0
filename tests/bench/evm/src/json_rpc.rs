// SPDX-License-Identifier: Apache-2.0

//! JSON-RPC over HTTP, no more of it than a node on this machine needs.
//!
//! It is this small so that the client takes as little as possible of the cores that it shares
//! with the node it measures: requests can be made up beforehand, and a connection is kept.

use crate::Result;
use serde_json::{json, Value};
use std::{
	io::{BufRead, BufReader, Read, Write},
	net::{SocketAddr, TcpStream},
	time::Duration,
};

/// How long a node may take to answer.
const PATIENCE: Duration = Duration::from_secs(120);

/// A connection to a node.
pub struct Connection {
	stream: BufReader<TcpStream>,
}

/// Some calls in one request.
pub struct Request {
	body: Vec<u8>,
	calls: usize,
}

impl Request {
	/// Calls of one method, with the parameters of each.
	pub fn new(method: &str, parameters: impl IntoIterator<Item = Value>) -> Self {
		let calls: Vec<_> = parameters
			.into_iter()
			.enumerate()
			.map(
				|(id, params)| json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }),
			)
			.collect();
		Self { calls: calls.len(), body: Value::from(calls).to_string().into_bytes() }
	}
}

impl Connection {
	/// Connects to a node.
	pub fn open(node: SocketAddr) -> Result<Self> {
		let connect = || {
			let stream = TcpStream::connect(node)?;
			stream.set_nodelay(true)?;
			stream.set_read_timeout(Some(PATIENCE))?;
			stream.set_write_timeout(Some(PATIENCE))?;
			Ok(Self { stream: BufReader::new(stream) })
		};
		connect().map_err(|error: std::io::Error| format!("no connection to {node}: {error}"))
	}

	/// The result of one call.
	pub fn call(&mut self, method: &str, parameters: Value) -> Result<Value> {
		let mut results = self.send(&Request::new(method, [parameters]))?;
		results.pop().ok_or(format!("{method} was not answered"))
	}

	/// The results of all calls of a request, in order; the first error if there is one.
	pub fn send(&mut self, request: &Request) -> Result<Vec<Value>> {
		let body = self.post(&request.body).map_err(|error| format!("the node: {error}"))?;
		let answers: Vec<Value> = serde_json::from_slice(&body)
			.map_err(|error| format!("the node answers what is not expected: {error}"))?;
		if answers.len() != request.calls {
			return Err(format!("{} calls got {} answers", request.calls, answers.len()));
		}
		let mut results = vec![Value::Null; request.calls];
		for mut answer in answers {
			if let Some(error) = answer.get("error") {
				return Err(format!("the node refuses a call: {error}"));
			}
			let place = answer["id"].as_u64().and_then(|id| results.get_mut(id as usize));
			*place.ok_or("the node answers what was not asked")? = answer["result"].take();
		}
		Ok(results)
	}

	fn post(&mut self, body: &[u8]) -> std::io::Result<Vec<u8>> {
		let head = format!(
			"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
			 Content-Length: {}\r\n\r\n",
			body.len()
		);
		let stream = self.stream.get_mut();
		stream.write_all(&[head.as_bytes(), body].concat())?;
		let length = self.answer_length()?;
		let mut answer = vec![0; length];
		self.stream.read_exact(&mut answer)?;
		Ok(answer)
	}

	/// Reads the answer's head, which must tell success and the length of what follows.
	fn answer_length(&mut self) -> std::io::Result<usize> {
		let status = self.line()?;
		if !status.starts_with("HTTP/1.1 200") {
			return Err(std::io::Error::other(format!("it answers '{status}'")));
		}
		let mut length = None;
		loop {
			let line = self.line()?;
			if line.is_empty() {
				return length.ok_or(std::io::Error::other("its answer has no length"));
			}
			if let Some((name, value)) = line.split_once(':') {
				if name.eq_ignore_ascii_case("content-length") {
					length = value.trim().parse().ok();
				}
			}
		}
	}

	fn line(&mut self) -> std::io::Result<String> {
		let mut line = String::new();
		if self.stream.read_line(&mut line)? == 0 {
			return Err(std::io::Error::other("it ended the connection"));
		}
		Ok(line.trim_end().to_owned())
	}
}
