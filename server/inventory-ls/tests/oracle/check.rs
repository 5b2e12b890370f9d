//! `check` must report the mistakes of a case, each at its place, and nothing else.

use ide::Code;
use serde::Deserialize;

use crate::case::{Case, Expected};

/// One diagnostic as `check --format json` prints it.
#[derive(Deserialize)]
struct Reported {
    file: String,
    range: Range,
    severity: String,
    code: String,
}

#[derive(Deserialize)]
struct Range {
    start: Position,
    end: Position,
}

/// From 1, in characters.
#[derive(Deserialize, PartialEq, Eq, PartialOrd, Ord)]
struct Position {
    line: usize,
    column: usize,
}

/// What is wrong with the errors and warnings of a case. One that expects a code which does not
/// exist yet is only judged by what it must not report.
pub(crate) fn judge(case: &Case) -> Vec<String> {
    let Some(expect) = &case.expect else {
        return Vec::new();
    };
    match reported(case) {
        Ok(reported) => compare(case, expect, reported),
        Err(error) => vec![error],
    }
}

/// The errors and warnings of a case.
fn reported(case: &Case) -> Result<Vec<Reported>, String> {
    let answer = serde_json::from_value(case.ask("check")?);
    let mut reported: Vec<Reported> = answer.map_err(|error| format!("`check`: {error}"))?;
    reported.retain(|one| one.severity == "error" || one.severity == "warning");
    Ok(reported)
}

fn compare(case: &Case, expect: &[Expected], mut reported: Vec<Reported>) -> Vec<String> {
    let exists = |code: &String| Code::ALL.iter().any(|known| known.as_str() == code);
    let judged = expect.iter().all(|expected| expected.code.iter().any(exists));
    let mut objections = Vec::new();
    for expected in expect {
        match reported.iter().position(|one| matches(case, expected, one)) {
            Some(index) => drop(reported.remove(index)),
            None if judged => objections.push(format!("misses {}", expected.describe())),
            None => {}
        }
    }
    let tolerated = |code: &String| {
        case.may_also.contains(code)
            || !judged && expect.iter().any(|expected| expected.code.contains(code))
    };
    let extra = reported.iter().filter(|one| !tolerated(&one.code));
    objections.extend(extra.map(|one| format!("reports {}", one.describe(case))));
    objections
}

fn matches(case: &Case, expected: &Expected, reported: &Reported) -> bool {
    expected.severity == reported.severity
        && expected.code.contains(&reported.code)
        && expected.file.as_ref().is_none_or(|file| *file == reported.file)
        && (expected.text.is_empty() || expected.text.contains(&reported.text(case)))
}

impl Expected {
    fn describe(&self) -> String {
        format!("{}[{}] at {:?}", self.severity, self.code.join(" or "), self.text)
    }
}

impl Reported {
    fn describe(&self, case: &Case) -> String {
        let (Position { line, column }, text) = (&self.range.start, self.text(case));
        format!("{}[{}] at {text:?}, {}:{line}:{column}", self.severity, self.code, self.file)
    }

    /// The text under the range, without quotes around it.
    fn text(&self, case: &Case) -> String {
        let text = case.files.get(&self.file).and_then(Option::as_deref).unwrap_or_default();
        let mut under = String::new();
        let mut at = Position { line: 1, column: 1 };
        for c in text.chars() {
            if self.range.start <= at && at < self.range.end {
                under.push(c);
            }
            at = match c {
                '\n' => Position { line: at.line + 1, column: 1 },
                _ => Position { column: at.column + 1, ..at },
            };
        }
        let unquoted = under.strip_prefix('"').and_then(|inner| inner.strip_suffix('"'));
        unquoted.map_or(under.clone(), str::to_owned)
    }
}
