//! `$/logTrace`: tells the client what the server does, when it wants to know.

use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Instant;

use tower_lsp::Client;
use tower_lsp::jsonrpc::{Id, Request};
use tower_lsp::ls_types::notification::LogTrace;
use tower_lsp::ls_types::{LogTraceParams, TraceValue};

use crate::configuration::Trace;

/// How much is told: what the client asks for by `$/setTrace` or what is configured, whichever is
/// more.
#[derive(Debug, Default)]
pub(super) struct TraceLevel {
    asked: AtomicU8,
    configured: AtomicU8,
}

const OFF: u8 = 0;
const MESSAGES: u8 = 1;
const VERBOSE: u8 = 2;

impl TraceLevel {
    /// The client asks for so much.
    pub(super) fn set(&self, value: TraceValue) {
        let level = match value {
            TraceValue::Off => OFF,
            TraceValue::Messages => MESSAGES,
            TraceValue::Verbose => VERBOSE,
        };
        self.asked.store(level, Ordering::Relaxed);
    }

    /// So much is configured.
    pub(super) fn configure(&self, trace: Trace) {
        let level = match trace {
            Trace::Off => OFF,
            Trace::Messages => MESSAGES,
            Trace::Verbose => VERBOSE,
        };
        self.configured.store(level, Ordering::Relaxed);
    }

    fn level(&self) -> u8 {
        let level = |it: &AtomicU8| it.load(Ordering::Relaxed);
        level(&self.asked).max(level(&self.configured))
    }

    pub(super) fn is_on(&self) -> bool {
        self.level() > OFF
    }

    /// Tells of a message that was seen to.
    pub(super) async fn tell(&self, client: &Client, message: &Traced) {
        let verbose = (self.level() == VERBOSE).then(|| message.params.clone()).flatten();
        let params = LogTraceParams { message: message.line(), verbose };
        client.send_notification::<LogTrace>(params).await;
    }
}

/// A message from the client.
#[derive(Debug)]
pub(super) struct Traced {
    method: String,
    /// The number of a request.
    id: Option<Id>,
    /// What is in it, as JSON.
    params: Option<String>,
    came: Instant,
}

impl Traced {
    pub(super) fn new(request: &Request) -> Traced {
        Traced {
            method: request.method().to_owned(),
            id: request.id().cloned(),
            params: request.params().map(ToString::to_string),
            came: Instant::now(),
        }
    }

    fn line(&self) -> String {
        let (method, took) = (&self.method, self.came.elapsed());
        match &self.id {
            Some(id) => format!("{method} ({id}): answered after {took:.1?}"),
            None => format!("{method}: seen to after {took:.1?}"),
        }
    }
}
