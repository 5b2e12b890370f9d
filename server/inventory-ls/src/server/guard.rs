//! Stands before the framework's reader, which ends the session at the first message that is not
//! JSON-RPC. Such a message is replaced by one that the ingress answers with an error, and the
//! session goes on.

use std::io;

use serde::Deserialize;
use serde::de::IgnoredAny;
use tokio::io::{
    AsyncBufRead, AsyncBufReadExt, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader, DuplexStream,
};

/// The method of the message that stands for one that is not JSON.
pub(super) const NOT_JSON: &str = "inventory-ls/not-json";

/// The method of the message that stands for JSON that is no message.
pub(super) const NOT_A_MESSAGE: &str = "inventory-ls/not-a-message";

/// A longer message is no message: the stream is out of step, or the client is.
const LIMIT: u64 = 256 * 1024 * 1024;

const BUFFER: usize = 64 * 1024;

/// Stdin, with every message in it well formed. Ends when stdin does.
pub(super) fn stdin() -> DuplexStream {
    let (mut sink, stream) = tokio::io::duplex(BUFFER);
    tokio::spawn(async move {
        let mut stdin = BufReader::new(tokio::io::stdin());
        if let Err(error) = forward(&mut stdin, &mut sink).await {
            tracing::error!("stdin can't be read on: {error}");
        }
    });
    stream
}

async fn forward(
    from: &mut (impl AsyncBufRead + Unpin),
    to: &mut (impl AsyncWrite + Unpin),
) -> io::Result<()> {
    while let Some(length) = read_header(from).await? {
        if length > LIMIT {
            return Err(io::Error::other(format!("a message of {length} bytes")));
        }
        let mut body = Vec::new();
        from.take(length).read_to_end(&mut body).await?;
        if let Some(method) = fault(&body) {
            let message = serde_json::json!({ "jsonrpc": "2.0", "id": null, "method": method });
            body = message.to_string().into_bytes();
        }
        to.write_all(format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes()).await?;
        to.write_all(&body).await?;
    }
    Ok(())
}

/// The length of the message that follows; `None` at the end. Lines that are no header are passed
/// over.
async fn read_header(from: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Option<u64>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if from.read_until(b'\n', &mut line).await? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        match line.trim_end().split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse().ok();
            }
            None if line.trim_end().is_empty() && length.is_some() => return Ok(length),
            _ => {}
        }
    }
}

/// The outer form of a message; the rest is the framework's to read.
#[derive(Deserialize)]
struct Form {
    jsonrpc: String,
    method: Option<String>,
    result: Option<IgnoredAny>,
    error: Option<IgnoredAny>,
    id: Option<IgnoredAny>,
}

/// What is wrong with a message, as the method that stands for it.
fn fault(body: &[u8]) -> Option<&'static str> {
    match serde_json::from_slice::<Form>(body) {
        Ok(form) => {
            let is_answer = form.result.is_some() || form.error.is_some() || form.id.is_some();
            let is_message = form.jsonrpc == "2.0" && (form.method.is_some() || is_answer);
            (!is_message).then_some(NOT_A_MESSAGE)
        }
        Err(error) if error.is_data() => Some(NOT_A_MESSAGE),
        Err(_) => Some(NOT_JSON),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forwarded(input: &str) -> String {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let mut out = Vec::new();
        runtime.block_on(forward(&mut input.as_bytes(), &mut out)).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn framed(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    #[test]
    fn messages_pass_as_they_are() {
        let request = framed(r#"{"jsonrpc":"2.0","id":1,"method":"shutdown"}"#);
        let answer = framed(r#"{"jsonrpc":"2.0","id":1,"result":null}"#);
        assert_eq!(forwarded(&format!("{request}{answer}")), format!("{request}{answer}"));
    }

    #[test]
    fn what_is_no_message_is_replaced() {
        assert!(forwarded(&framed("{ nonsense")).contains(NOT_JSON));
        assert!(forwarded(&framed("[1]")).contains(NOT_A_MESSAGE));
        assert!(forwarded(&framed(r#"{"jsonrpc":"2.0"}"#)).contains(NOT_A_MESSAGE));
    }

    #[test]
    fn lines_that_are_no_header_are_passed_over() {
        let request = framed(r#"{"jsonrpc":"2.0","method":"exit"}"#);
        let typed = format!("Content-Type: x\r\n{request}");
        assert_eq!(forwarded(&typed), request);
        assert_eq!(forwarded(&format!("hello\r\n\r\n{request}")), request);
    }
}
