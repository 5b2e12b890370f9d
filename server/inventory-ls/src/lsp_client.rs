//! A small client of the protocol, for the tour and for tests: it starts a server as an editor
//! does and talks to it over its stdin and stdout.

mod ledger;

use std::collections::VecDeque;
use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use ledger::Ledger;

/// Longer than any answer takes, also on a busy machine: a server that says nothing is broken.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running server, seen from an editor.
pub struct LspClient {
    server: Child,
    stdin: Option<ChildStdin>,
    messages: Receiver<io::Result<Value>>,
    /// Notifications that came while an answer was waited for.
    notifications: VecDeque<Value>,
    next_id: u64,
    ledger: Ledger,
}

impl LspClient {
    /// Starts `server` without arguments.
    ///
    /// # Errors
    /// It can't be started.
    pub fn start(server: impl AsRef<OsStr>) -> io::Result<LspClient> {
        LspClient::spawn(Command::new(server).stderr(Stdio::null()))
    }

    /// Starts the server that `command` runs.
    ///
    /// # Errors
    /// It can't be started.
    pub fn spawn(command: &mut Command) -> io::Result<LspClient> {
        let mut server = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let stdin = server.stdin.take();
        let stdout = server.stdout.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let (sender, messages) = channel();
        thread::spawn(move || {
            let mut stdout = BufReader::new(stdout);
            while let Some(message) = read_message(&mut stdout).transpose() {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Ok(LspClient {
            server,
            stdin,
            messages,
            notifications: VecDeque::new(),
            next_id: 0,
            ledger: Ledger::default(),
        })
    }

    /// `initialize` and `initialized`, with a folder and what the client can do; gives the answer.
    ///
    /// # Errors
    /// As [`Self::request`].
    pub fn initialize(&mut self, folder: &Path, capabilities: &Value) -> io::Result<Value> {
        let uri = uri(folder);
        let params = json!({
            "processId": std::process::id(),
            "rootUri": uri,
            "workspaceFolders": [{ "uri": uri, "name": "folder" }],
            "capabilities": capabilities,
        });
        let answer = self.request("initialize", params)?;
        self.notify("initialized", json!({}))?;
        Ok(answer)
    }

    /// Opens a document as version 1.
    ///
    /// # Errors
    /// The server is gone.
    pub fn open(&mut self, path: &Path, text: &str) -> io::Result<()> {
        let document = json!({ "uri": uri(path), "languageId": "nix", "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }))
    }

    /// Replaces the text between two positions (line, column; from 0) in a document.
    ///
    /// # Errors
    /// The server is gone.
    pub fn edit(
        &mut self,
        path: &Path,
        version: i64,
        (start, end): ((u32, u32), (u32, u32)),
        text: &str,
    ) -> io::Result<()> {
        let range = json!({ "start": position(start), "end": position(end) });
        let params = json!({
            "textDocument": { "uri": uri(path), "version": version },
            "contentChanges": [{ "range": range, "text": text }],
        });
        self.notify("textDocument/didChange", params)
    }

    /// Asks something about a position (line, column; from 0) in a document; gives the result.
    ///
    /// # Errors
    /// As [`Self::request`].
    pub fn ask_at(&mut self, method: &str, path: &Path, at: (u32, u32)) -> io::Result<Value> {
        let document = json!({ "uri": uri(path) });
        let params = json!({ "textDocument": document, "position": position(at) });
        self.request(method, params)
    }

    /// The diagnostics that the server publishes for a version of a document.
    ///
    /// # Errors
    /// None came within a minute, or the server is gone.
    pub fn diagnostics(&mut self, path: &Path, version: i64) -> io::Result<Vec<Value>> {
        let uri = uri(path);
        loop {
            let message = match self.notifications.pop_front() {
                Some(message) => message,
                None => self.receive()?,
            };
            if let Some(diagnostics) = published(&message, &uri, version) {
                return Ok(diagnostics);
            }
        }
    }

    /// The parameters of the next notification of a method.
    ///
    /// # Errors
    /// None came within a minute, or the server is gone.
    pub fn notification(&mut self, method: &str) -> io::Result<Value> {
        loop {
            let message = match self.notifications.pop_front() {
                Some(message) => message,
                None => self.receive()?,
            };
            if message.get("method").is_some_and(|it| it == method) {
                return Ok(message.get("params").cloned().unwrap_or_default());
            }
        }
    }

    /// What the server publishes next about a document, whatever its version.
    ///
    /// # Errors
    /// None came within a minute, or the server is gone.
    pub fn receive_published(&mut self, uri: &str) -> io::Result<Vec<Value>> {
        loop {
            let message = match self.notifications.pop_front() {
                Some(message) => message,
                None => self.receive()?,
            };
            let params =
                message.get("params").filter(|it| it.get("uri").is_some_and(|it| it == uri));
            let diagnostics = params.and_then(|params| params.get("diagnostics")?.as_array());
            if let Some(diagnostics) = diagnostics {
                return Ok(diagnostics.clone());
            }
        }
    }

    /// All that came up to now and is no answer.
    ///
    /// # Errors
    /// The server is gone.
    pub fn heard(&mut self) -> io::Result<Vec<Value>> {
        let last = self.send_request("inventory-ls/last", Value::Null)?;
        self.answer(last)?;
        Ok(self.notifications.drain(..).collect())
    }

    /// Sends a request and waits for its result.
    ///
    /// # Errors
    /// The answer is an error, none came within a minute, or the server is gone.
    pub fn request(&mut self, method: &str, params: Value) -> io::Result<Value> {
        let id = self.send_request(method, params)?;
        let answer = self.answer(id)?;
        match answer.get("error") {
            Some(error) => Err(io::Error::other(format!("{method}: {error}"))),
            None => Ok(answer.get("result").cloned().unwrap_or_default()),
        }
    }

    /// Sends a request and gives its id.
    ///
    /// # Errors
    /// The server is gone.
    pub fn send_request(&mut self, method: &str, params: Value) -> io::Result<u64> {
        self.next_id += 1;
        let message = json!({ "jsonrpc": "2.0", "id": self.next_id, "method": method });
        self.send(&with_params(message, params).to_string())?;
        Ok(self.next_id)
    }

    /// Waits for the answer to a request: the whole message.
    ///
    /// # Errors
    /// None came within a minute, or the server is gone.
    pub fn answer(&mut self, id: u64) -> io::Result<Value> {
        loop {
            let message = self.receive()?;
            if message.get("id").is_some_and(|it| *it == id) && message.get("method").is_none() {
                return Ok(message);
            }
            self.notifications.push_back(message);
        }
    }

    /// Sends a notification.
    ///
    /// # Errors
    /// The server is gone.
    pub fn notify(&mut self, method: &str, params: Value) -> io::Result<()> {
        let message = json!({ "jsonrpc": "2.0", "method": method });
        self.send(&with_params(message, params).to_string())
    }

    /// Sends a message as it is, which need not be JSON.
    ///
    /// # Errors
    /// The server is gone.
    pub fn send(&mut self, body: &str) -> io::Result<()> {
        self.ledger.sent(body);
        self.write(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes())
    }

    /// Writes bytes as they are, which need not be a message.
    ///
    /// # Errors
    /// The server is gone.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let stdin = self.stdin.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        stdin.write_all(bytes)?;
        stdin.flush()
    }

    /// The next message from the server.
    ///
    /// # Errors
    /// None came within a minute, or the server is gone.
    pub fn receive(&mut self) -> io::Result<Value> {
        match self.messages.recv_timeout(PATIENCE) {
            Ok(message) => {
                let message = message?;
                self.ledger.received(&message);
                Ok(message)
            }
            Err(RecvTimeoutError::Timeout) => Err(io::ErrorKind::TimedOut.into()),
            Err(RecvTimeoutError::Disconnected) => Err(io::ErrorKind::UnexpectedEof.into()),
        }
    }

    /// `shutdown` and `exit`, then waits for the end.
    ///
    /// # Errors
    /// The server did not answer.
    pub fn stop(&mut self) -> io::Result<ExitStatus> {
        self.request("shutdown", Value::Null)?;
        self.notify("exit", Value::Null)?;
        self.server.wait()
    }

    /// Waits for the end, its stdin left open.
    ///
    /// # Errors
    /// The server can't be waited for.
    pub fn wait(&mut self) -> io::Result<ExitStatus> {
        // `Child::wait` would close stdin.
        while self.server.try_wait()?.is_none() {
            thread::sleep(Duration::from_millis(20));
        }
        self.server.wait()
    }

    /// Waits until every request has its answer, or none can come. Tells what is wrong with the answers:
    /// one that lacks, that came twice, or that nobody asked for.
    pub fn settle(&mut self) -> Vec<String> {
        // Behind the answer to a last request no other is left, but for those that wait.
        if let (Some(_), Ok(None)) = (&self.stdin, self.server.try_wait()) {
            let last = self.send_request("inventory-ls/last", Value::Null);
            if last.and_then(|last| self.answer(last)).is_err() {
                // It has ended in this moment.
                self.ledger.forgive(self.next_id);
            }
        }
        while self.ledger.is_waiting() && self.receive().is_ok() {}
        while let Ok(Ok(message)) = self.messages.try_recv() {
            self.ledger.received(&message);
        }
        self.ledger.problems()
    }

    /// Closes the server's stdin without a word, then waits for the end.
    ///
    /// # Errors
    /// The server can't be waited for.
    pub fn hang_up(&mut self) -> io::Result<ExitStatus> {
        self.stdin = None;
        self.server.wait()
    }
}

impl Drop for LspClient {
    /// No server outlives its client.
    fn drop(&mut self) {
        self.stdin = None;
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// A method without parameters takes none, not even null.
fn with_params(mut message: Value, params: Value) -> Value {
    if let (false, Some(fields)) = (params.is_null(), message.as_object_mut()) {
        fields.insert("params".to_owned(), params);
    }
    message
}

/// The diagnostics in a message, if it publishes those of this version of the document.
fn published(message: &Value, uri: &str, version: i64) -> Option<Vec<Value>> {
    let params = message.get("params")?;
    let is_it = message.get("method")? == "textDocument/publishDiagnostics"
        && params.get("uri")? == uri
        && params.get("version")? == version;
    is_it.then(|| params.get("diagnostics")?.as_array().cloned()).flatten()
}

fn position((line, character): (u32, u32)) -> Value {
    json!({ "line": line, "character": character })
}

/// The URI of an absolute path.
pub fn uri(path: &Path) -> String {
    let uri = tower_lsp::ls_types::Uri::from_file_path(path);
    uri.map(|uri| uri.as_str().to_owned()).unwrap_or_default()
}

/// A message, or `None` at the end of the stream.
fn read_message(stream: &mut impl BufRead) -> io::Result<Option<Value>> {
    let mut length = None;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        if line.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse::<u64>().ok();
        }
    }
    let length = length.ok_or(io::ErrorKind::InvalidData)?;
    let mut body = Vec::new();
    stream.take(length).read_to_end(&mut body)?;
    Ok(Some(serde_json::from_slice(&body)?))
}
