//! What `check` reports of a fleet, against what it should.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;
use std::process::Command;

use ide::Code;
use serde::Deserialize;

/// What `check` should report of a fleet.
#[derive(Deserialize)]
pub(super) struct ExpectedFindings {
    findings: BTreeSet<Finding>,
    /// At most informations: never errors or warnings.
    #[serde(rename = "soft")]
    _soft: serde::de::IgnoredAny,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
struct Finding {
    file: String,
    line: u32,
    severity: String,
    code: String,
}

#[derive(Deserialize)]
struct Reported {
    file: String,
    range: ReportedRange,
    severity: String,
    code: String,
}

#[derive(Deserialize)]
struct ReportedRange {
    start: ReportedPlace,
}

#[derive(Deserialize)]
struct ReportedPlace {
    line: u32,
}

impl ExpectedFindings {
    /// What is reported and should not be, and what should be and is not.
    pub(super) fn compare(
        &self,
        program: &Path,
        checkout: &Path,
    ) -> Result<Vec<String>, Box<dyn Error>> {
        let output =
            Command::new(program).args(["check", "--format", "json"]).arg(checkout).output()?;
        let reported: Vec<Reported> = match output.stdout.is_empty() {
            true => Vec::new(),
            false => serde_json::from_slice(&output.stdout)?,
        };
        let reported: BTreeSet<Finding> = reported
            .into_iter()
            .map(|it| Finding {
                file: it.file,
                line: it.range.start.line,
                severity: it.severity,
                code: it.code,
            })
            .collect();
        let more = reported.difference(&self.findings).map(|it| format!("not expected: {it:?}"));
        let less = self.findings.difference(&reported);
        let less = less.filter(|it| Code::named(&it.code).is_some());
        let less = less.map(|it| format!("expected: {it:?}"));
        Ok(more.chain(less).collect())
    }
}
