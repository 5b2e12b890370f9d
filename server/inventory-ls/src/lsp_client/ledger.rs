//! Who was answered: each request is to be, once.

use std::collections::HashMap;

use serde_json::Value;

/// The requests that were sent, and what is wrong with the answers to them.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    /// How many requests of an id wait for an answer; zero when all have theirs.
    waiting: HashMap<String, usize>,
    problems: Vec<String>,
}

impl Ledger {
    /// Counts a message that is sent, if it is a request.
    pub(super) fn sent(&mut self, body: &str) {
        let Ok(message) = serde_json::from_str::<Value>(body) else { return };
        if message.get("method").is_some_and(Value::is_string)
            && let Some(id) = message.get("id").filter(|id| id.is_string() || id.is_i64())
        {
            *self.waiting.entry(id.to_string()).or_default() += 1;
        }
    }

    /// Counts a message that came, if it is an answer.
    pub(super) fn received(&mut self, message: &Value) {
        // What was no message has no id, and is answered so.
        let Some(id) = message.get("id").filter(|id| !id.is_null()) else { return };
        if message.get("method").is_some() {
            return;
        }
        match self.waiting.get_mut(&id.to_string()) {
            None => self.problems.push(format!("never asked, but answered: {message}")),
            Some(0) => self.problems.push(format!("answered once more: {message}")),
            Some(waiting) => *waiting -= 1,
        }
    }

    /// That request need not be answered.
    pub(super) fn forgive(&mut self, id: u64) {
        self.waiting.remove(&id.to_string());
    }

    /// Does any request wait for its answer?
    pub(super) fn is_waiting(&self) -> bool {
        self.waiting.values().any(|&waiting| waiting > 0)
    }

    /// What is wrong, when no answer can come any more.
    pub(super) fn problems(&self) -> Vec<String> {
        let waiting = self.waiting.iter().filter(|(_, waiting)| **waiting > 0);
        let waiting = waiting.map(|(id, _)| format!("never answered: {id}"));
        self.problems.iter().cloned().chain(waiting).collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_request_is_to_be_answered_once() {
        let mut ledger = Ledger::default();
        ledger.sent(r#"{"id":1,"method":"a"}"#);
        ledger.sent(r#"{"id":"x","method":"a"}"#);
        ledger.sent(r#"{"method":"a"}"#);
        assert_eq!(ledger.problems().len(), 2);
        ledger.received(&json!({ "id": 1, "result": null }));
        ledger.received(&json!({ "id": 1, "method": "of the server" }));
        ledger.received(&json!({ "id": null, "error": {} }));
        assert_eq!(ledger.problems(), ["never answered: \"x\""]);
        ledger.received(&json!({ "id": "x", "result": null }));
        assert!(ledger.problems().is_empty());
    }

    #[test]
    fn what_is_answered_twice_or_was_not_asked_is_told() {
        let mut ledger = Ledger::default();
        ledger.sent(r#"{"id":1,"method":"a"}"#);
        for id in [1, 1, 2] {
            ledger.received(&json!({ "id": id, "result": null }));
        }
        let problems = ledger.problems();
        assert!(problems[0].starts_with("answered once more"), "{problems:?}");
        assert!(problems[1].starts_with("never asked"), "{problems:?}");
    }
}
