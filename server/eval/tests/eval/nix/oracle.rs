//! Asking Nix itself.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

/// What Nix says of an expression.
#[derive(Debug)]
pub(crate) enum Said {
    /// The value, whole.
    Value(Value),
    /// It ends in a `throw` or a failed assertion.
    Throw,
    /// It fails otherwise.
    Failure,
}

/// So many expressions are asked at once: one that fails costs asking its neighbours again.
const BATCH: usize = 64;

/// So many processes ask at once: each mostly waits for its start.
const AT_ONCE: usize = 4;

/// Is there a Nix to ask?
pub(crate) fn is_there() -> bool {
    let version = Command::new("nix-instantiate").arg("--version").output();
    version.is_ok_and(|output| output.status.success())
}

/// What Nix says of each expression.
pub(crate) fn ask(expressions: &[String]) -> Vec<Said> {
    std::thread::scope(|scope| {
        let share = expressions.len().div_ceil(AT_ONCE).max(1);
        let askers = expressions.chunks(share).map(|share| {
            scope.spawn(|| share.chunks(BATCH).flat_map(ask_batch).collect::<Vec<_>>())
        });
        // All are started before the first is waited for.
        let askers: Vec<_> = askers.collect();
        askers.into_iter().flat_map(|asker| asker.join().unwrap()).collect()
    })
}

fn ask_batch(expressions: &[String]) -> Vec<Said> {
    if let Some(answers) = evaluate(expressions) {
        return answers.iter().map(said).collect();
    }
    if expressions.len() < 2 {
        return vec![Said::Failure];
    }
    let (left, right) = expressions.split_at(expressions.len() / 2);
    [left, right].into_iter().flat_map(ask_batch).collect()
}

fn said(answer: &Value) -> Said {
    match answer["success"] == Value::Bool(true) {
        true => Said::Value(answer["value"].clone()),
        false => Said::Throw,
    }
}

/// What each comes to under `tryEval`, if none fails.
fn evaluate(expressions: &[String]) -> Option<Vec<Value>> {
    let wrapped = expressions.iter().map(|text| {
        format!("(builtins.tryEval (let value = {text}; in builtins.deepSeq value value))")
    });
    let list = format!("[\n{}\n]", wrapped.collect::<Vec<_>>().join("\n"));
    let mut nix = Command::new("nix-instantiate")
        .args(["--eval", "--strict", "--json", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    nix.stdin.take().unwrap().write_all(list.as_bytes()).unwrap();
    let output = nix.wait_with_output().unwrap();
    if !output.status.success() {
        return None;
    }
    let answers: Vec<Value> = serde_json::from_slice(&output.stdout).ok()?;
    assert_eq!(answers.len(), expressions.len());
    Some(answers)
}
