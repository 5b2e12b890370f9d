//! Findings as JSON, for other programs.

use ide::{FileId, TextRange};
use serde::Serialize;

use super::findings::Finding;
use crate::cli::Failure;
use crate::cli::output;
use crate::cli::source::{Sources, Span};

/// One diagnostic.
#[derive(Serialize)]
struct Record<'a> {
    #[serde(flatten)]
    at: Place<'a>,
    severity: &'static str,
    code: &'static str,
    message: &'a str,
    related: Vec<RelatedRecord<'a>>,
}

/// A place that belongs to a diagnostic.
#[derive(Serialize)]
struct RelatedRecord<'a> {
    #[serde(flatten)]
    at: Place<'a>,
    message: &'a str,
}

/// Where something stands.
#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    range: Span,
}

/// The findings as a JSON array, in their order.
///
/// # Errors
/// They have no JSON form.
pub(super) fn render(findings: &[Finding], sources: &Sources) -> Result<String, Failure> {
    let records: Vec<_> = findings.iter().filter_map(|finding| record(finding, sources)).collect();
    output::json(&records)
}

fn record<'a>(finding: &'a Finding, sources: &'a Sources) -> Option<Record<'a>> {
    let diagnostic = &finding.diagnostic;
    let related = diagnostic.related.iter().filter_map(|related| {
        let at = place(related.at.file, related.at.range, sources)?;
        Some(RelatedRecord { at, message: &related.message })
    });
    Some(Record {
        at: place(finding.file, diagnostic.range, sources)?,
        severity: diagnostic.severity.as_str(),
        code: diagnostic.code.as_str(),
        message: &diagnostic.message,
        related: related.collect(),
    })
}

fn place(file: FileId, range: TextRange, sources: &Sources) -> Option<Place<'_>> {
    let source = sources.get(file)?;
    Some(Place { file: source.path(), range: source.span(range) })
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use ide::{Code, FileRange, Related};

    use super::render;
    use crate::cli::check::fixture::{CLAN, find, finding, sources};

    #[test]
    fn records_have_the_documented_shape() {
        let sources = sources(&[("clan.nix", "{\n  é.roles.servr = { };\n}\n")]);
        let mut error = finding(&sources, "servr", Code::UnknownRole, "no role `servr`");
        let at = FileRange { file: CLAN, range: find(&sources, CLAN, "é") };
        error.diagnostic.related = vec![Related { at, message: "the instance".to_owned() }];
        expect![[r#"
            [
              {
                "file": "clan.nix",
                "range": {
                  "start": {
                    "line": 2,
                    "column": 11
                  },
                  "end": {
                    "line": 2,
                    "column": 16
                  }
                },
                "severity": "error",
                "code": "unknown-role",
                "message": "no role `servr`",
                "related": [
                  {
                    "file": "clan.nix",
                    "range": {
                      "start": {
                        "line": 2,
                        "column": 3
                      },
                      "end": {
                        "line": 2,
                        "column": 4
                      }
                    },
                    "message": "the instance"
                  }
                ]
              }
            ]
        "#]]
        .assert_eq(&render(&[error], &sources).unwrap());
    }

    #[test]
    fn nothing_found_is_an_empty_array() {
        assert_eq!(render(&[], &sources(&[])).unwrap(), "[]\n");
    }
}
