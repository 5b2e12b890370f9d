//! Stands before the framework's reader, which ends the session at the first message that is not
//! JSON-RPC. Such a message is replaced by one that the ingress answers with an error, and the
//! session goes on.

use std::io;

use serde_json::Value;
use tokio::io::{
    AsyncBufRead, AsyncBufReadExt, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader, DuplexStream,
};
use tower_lsp::jsonrpc::{Request, Response};

use super::half_character;

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
            // So it ends too when the session does.
            tracing::info!("stdin is read no further: {error}");
        }
    });
    stream
}

async fn forward(
    from: &mut (impl AsyncBufRead + Unpin),
    to: &mut (impl AsyncWrite + Unpin),
) -> io::Result<()> {
    while let Some(length) = read_header(from).await? {
        let mut body = Vec::new();
        from.take(length).read_to_end(&mut body).await?;
        let body = well_formed(body);
        to.write_all(format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes()).await?;
        to.write_all(&body).await?;
    }
    Ok(())
}

/// The length of the message that follows; `None` at the end. What is no header is passed over:
/// when a message was longer than its header said, the next header stands behind the rest of it,
/// and from there on the stream is in step again.
async fn read_header(from: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Option<u64>> {
    let (mut length, mut passed_over) = (None, 0);
    loop {
        let mut line = Vec::new();
        if from.take(LIMIT).read_until(b'\n', &mut line).await? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim_end();
        match (content_length(line), length) {
            (Some((before, announced)), _) => {
                passed_over += before;
                length = Some(announced);
            }
            (None, Some(length)) if line.is_empty() => {
                if passed_over > 0 {
                    tracing::warn!(
                        "{passed_over} bytes belonged to no message: the client's Content-Length \
                         was wrong or lacked"
                    );
                }
                return Ok(Some(length));
            }
            (None, _) if is_other_header(line) => {}
            (None, _) => passed_over += line.len(),
        }
    }
}

/// The length that a line ends in, if it announces one that can be, and how much stands before.
fn content_length(line: &str) -> Option<(usize, u64)> {
    const NAME: &str = "content-length:";
    let start = line.to_ascii_lowercase().rfind(NAME)?;
    let length = line.get(start + NAME.len()..)?.trim().parse().ok();
    Some((start, length.filter(|&length| length <= LIMIT)?))
}

fn is_other_header(line: &str) -> bool {
    let is_name = |name: &str| name.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-');
    line.split_once(':')
        .is_some_and(|(name, _)| is_name(name) && !name.eq_ignore_ascii_case("content-length"))
}

/// The message, or the one that stands for it when the framework could not read it.
fn well_formed(body: Vec<u8>) -> Vec<u8> {
    let Some(method) = fault(&body) else { return body };
    // A change with half a character in it still has to be applied, or the document is lost.
    let replaced = half_character::replaced(&body).into_bytes();
    if fault(&replaced).is_none() {
        tracing::warn!("a message with half a character in it: it is read as U+FFFD");
        return replaced;
    }
    tracing::warn!("a message of {} bytes can't be read", body.len());
    // A request without a method is at least told so by its number.
    let request =
        serde_json::from_slice::<Value>(&body).ok().filter(|it| it.get("method").is_some());
    let id =
        request.and_then(|it| it.get("id").filter(|it| it.is_string() || it.is_i64()).cloned());
    let message = serde_json::json!({ "jsonrpc": "2.0", "id": id, "method": method });
    message.to_string().into_bytes()
}

/// What is wrong with a message, as the method that stands for it. It is read as the framework
/// reads it: what is only skimmed here could end the session there.
fn fault(body: &[u8]) -> Option<&'static str> {
    match serde_json::from_slice::<Request>(body) {
        Ok(request) if !request.method().is_empty() => None,
        Ok(_) => serde_json::from_slice::<Response>(body).is_err().then_some(NOT_A_MESSAGE),
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
        let nameless = framed(r#"{"jsonrpc":"2.0","method":"","id":1}"#);
        assert!(forwarded(&nameless).contains(r#""id":1"#));
        let fractional = framed(r#"{"jsonrpc":"2.0","method":"x","id":1.5}"#);
        assert!(forwarded(&fractional).contains(NOT_A_MESSAGE));
    }

    #[test]
    fn what_the_framework_could_not_read_is_replaced() {
        let with = |params: &str| {
            framed(&format!(r#"{{"jsonrpc":"2.0","params":{params},"method":"x"}}"#))
        };
        let deep = "[".repeat(1000) + &"]".repeat(1000);
        assert!(forwarded(&with(&deep)).contains(NOT_JSON));
        assert!(forwarded(&with("[1e999]")).contains(NOT_JSON));
    }

    #[test]
    fn half_a_character_is_replaced() {
        let message = framed(r#"{"jsonrpc":"2.0","method":"x","params":["a\ud83eb"]}"#);
        assert!(forwarded(&message).ends_with("[\"a\u{fffd}b\"]}"));
    }

    #[test]
    fn after_a_wrong_length_the_next_message_is_found() {
        let request = framed(r#"{"jsonrpc":"2.0","method":"exit"}"#);
        for wrong in ["10", "-5", "x", "99999999999999", ""] {
            let typed = format!("Content-Length: {wrong}\r\n\r\n{{\"jsonrpc\":\"2.0\"}}{request}");
            assert!(forwarded(&typed).ends_with(&request), "{wrong}");
        }
    }

    #[test]
    fn lines_that_are_no_header_are_passed_over() {
        let request = framed(r#"{"jsonrpc":"2.0","method":"exit"}"#);
        let typed = format!("Content-Type: x\r\n{request}");
        assert_eq!(forwarded(&typed), request);
        assert_eq!(forwarded(&format!("hello\r\n\r\n{request}")), request);
    }
}
