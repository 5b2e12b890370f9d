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
    /// At most informations, since the fleet pins another clan-core than the catalogue's; errors
    /// where that very clan-core's source is given.
    soft: BTreeSet<Soft>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
struct Soft {
    file: String,
    line: u32,
    code: String,
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
        let reported = reported(Command::new(program).arg("check").arg(checkout))?;
        let more = reported.difference(&self.findings).map(|it| format!("not expected: {it:?}"));
        let less = self.findings.difference(&reported);
        let less = less.filter(|it| Code::named(&it.code).is_some());
        let less = less.map(|it| format!("expected: {it:?}"));
        Ok(more.chain(less).collect())
    }

    /// The soft findings that are no errors where the source of clan-core is given.
    pub(super) fn compare_soft(
        &self,
        program: &Path,
        checkout: &Path,
        clan_core: &Path,
    ) -> Result<Vec<String>, Box<dyn Error>> {
        if self.soft.is_empty() {
            return Ok(Vec::new());
        }
        let input = format!("clan-core={}", clan_core.display());
        let mut check = Command::new(program);
        let reported = reported(check.args(["check", "--input", &input]).arg(checkout))?;
        let is_error = |soft: &&Soft| {
            reported.iter().any(|it| {
                it.severity == "error"
                    && it.file == soft.file
                    && it.line == soft.line
                    && it.code == soft.code
            })
        };
        let less = self.soft.iter().filter(|soft| !is_error(soft));
        Ok(less.map(|it| format!("expected with --input: {it:?}")).collect())
    }
}

/// What a `check` reports.
fn reported(check: &mut Command) -> Result<BTreeSet<Finding>, Box<dyn Error>> {
    let output = check.args(["--format", "json"]).output()?;
    let reported: Vec<Reported> = match output.stdout.is_empty() {
        true => Vec::new(),
        false => serde_json::from_slice(&output.stdout)?,
    };
    let findings = reported.into_iter().map(|it| Finding {
        file: it.file,
        line: it.range.start.line,
        severity: it.severity,
        code: it.code,
    });
    Ok(findings.collect())
}
