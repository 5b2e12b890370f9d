//! Findings as SARIF, which services and editors that collect them from many tools read.

mod log;

use std::path::Path;

use ide::{Code, FileRange, Severity};

use super::configured::Problems;
use super::findings::Finding;
use crate::cli::source::{Source, Sources, Span};
use crate::cli::{Failure, output};
use crate::page_url::{REPOSITORY, page_url};
use log::{
    ArtifactLocation, Driver, Help, Invocation, Location, Log, Notification, PhysicalLocation,
    Region, Rule, Run, RunResult, Text, Tool,
};

/// The findings as a log of one run, in their order.
///
/// # Errors
/// They have no JSON form.
pub(super) fn render(
    findings: &[Finding],
    sources: &Sources,
    problems: &Problems,
) -> Result<String, Failure> {
    let run = Run {
        tool: Tool { driver: driver(REPOSITORY) },
        invocations: [Invocation {
            execution_successful: true,
            tool_configuration_notifications: notifications(problems),
        }],
        column_kind: "unicodeCodePoints",
        results: findings.iter().filter_map(|finding| result(finding, sources)).collect(),
    };
    let schema = "https://json.schemastore.org/sarif-2.1.0.json";
    output::json(&Log { schema, version: "2.1.0", runs: [run] })
}

fn driver(repository: &str) -> Driver<'_> {
    Driver {
        name: "inventory-ls",
        version: env!("CARGO_PKG_VERSION"),
        information_uri: Some(repository).filter(|uri| !uri.is_empty()),
        rules: Code::ALL.map(|code| rule(code, repository)).into(),
    }
}

fn rule(code: Code, repository: &str) -> Rule {
    Rule {
        id: code.as_str(),
        short_description: Text { text: code.summary() },
        help: Help { text: code.summary(), markdown: code.page() },
        help_uri: page_url(repository, code),
    }
}

/// What is wrong in the configuration.
fn notifications(problems: &Problems) -> Vec<Notification<'_>> {
    let notifications = problems.list().map(|(span, message)| Notification {
        level: level(Severity::Warning),
        message: Text { text: message },
        locations: [Location { physical_location: physical(problems.path(), span), message: None }],
    });
    notifications.collect()
}

fn result<'a>(finding: &'a Finding, sources: &'a Sources) -> Option<RunResult<'a>> {
    let diagnostic = &finding.diagnostic;
    let related = diagnostic.related.iter().filter_map(|related| {
        let physical_location = place(related.at, sources)?;
        Some(Location { physical_location, message: Some(Text { text: &related.message }) })
    });
    let at = FileRange { file: finding.file, range: diagnostic.range };
    Some(RunResult {
        rule_id: diagnostic.code.as_str(),
        rule_index: Code::ALL.iter().position(|&code| code == diagnostic.code)?,
        level: level(diagnostic.severity),
        message: Text { text: &diagnostic.message },
        locations: [Location { physical_location: place(at, sources)?, message: None }],
        related_locations: related.collect(),
    })
}

/// SARIF knows three levels.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "note",
    }
}

fn place(at: FileRange, sources: &Sources) -> Option<PhysicalLocation> {
    let source = sources.get(at.file)?;
    Some(physical(Source::path(source), source.span(at.range)))
}

fn physical(path: &str, span: Span) -> PhysicalLocation {
    PhysicalLocation {
        artifact_location: ArtifactLocation { uri: uri(path) },
        region: Region {
            start_line: span.start.line,
            start_column: span.start.column,
            end_line: span.end.line,
            end_column: span.end.column,
        },
    }
}

/// A path as a URI, or as a part of one if it is relative.
fn uri(path: &str) -> String {
    let scheme = if Path::new(path).is_absolute() { "file://" } else { "" };
    let mut uri = scheme.to_owned();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use ide::Related;
    use serde_json::Value;

    use super::*;
    use crate::cli::check::fixture::{CLAN, find, finding, sources};
    use crate::configuration::{File, Problem, Settings};

    #[test]
    fn a_result_has_its_rule_and_places() {
        let sources = sources(&[("clan.nix", "{\n  é.roles.servr = { };\n}\n")]);
        let mut error = finding(&sources, "servr", Code::UnknownRole, "no role `servr`");
        let at = FileRange { file: CLAN, range: find(&sources, CLAN, "é") };
        error.diagnostic.related = vec![Related { at, message: "the instance".to_owned() }];
        let problems = Problems::of(None, |_| String::new());
        let log = render(&[error], &sources, &problems).unwrap();
        let mut log: Value = serde_json::from_str(&log).unwrap();
        let mut result = log["runs"][0]["results"][0].take();
        let index = result["ruleIndex"].take();
        let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
        let rule = &rules[usize::try_from(index.as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], "unknown-role");
        assert_eq!(rule["help"]["markdown"], Code::UnknownRole.page());
        expect![[r#"
            {
              "ruleId": "unknown-role",
              "ruleIndex": null,
              "level": "error",
              "message": {
                "text": "no role `servr`"
              },
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "clan.nix"
                    },
                    "region": {
                      "startLine": 2,
                      "startColumn": 11,
                      "endLine": 2,
                      "endColumn": 16
                    }
                  }
                }
              ],
              "relatedLocations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "clan.nix"
                    },
                    "region": {
                      "startLine": 2,
                      "startColumn": 3,
                      "endLine": 2,
                      "endColumn": 4
                    }
                  },
                  "message": {
                    "text": "the instance"
                  }
                }
              ]
            }"#]]
        .assert_eq(&serde_json::to_string_pretty(&result).unwrap());
    }

    #[test]
    fn mistakes_in_the_configuration_are_notifications() {
        let problem = Problem {
            range: ide::TextRange::up_to(6.into()),
            message: "no such setting".to_owned(),
        };
        let file = File {
            path: "/fleet/inventory-ls.toml".into(),
            text: "colour = 1".to_owned(),
            settings: Settings::default(),
            problems: vec![problem],
        };
        let problems = Problems::of(Some(file), |path| path.display().to_string());
        expect![[r#"
            [
              {
                "level": "warning",
                "message": {
                  "text": "no such setting"
                },
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "file:///fleet/inventory-ls.toml"
                      },
                      "region": {
                        "startLine": 1,
                        "startColumn": 1,
                        "endLine": 1,
                        "endColumn": 7
                      }
                    }
                  }
                ]
              }
            ]"#]]
        .assert_eq(&serde_json::to_string_pretty(&notifications(&problems)).unwrap());
    }

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("../clans/a.nix"), "../clans/a.nix");
        assert_eq!(uri("/ü [1] 100%/a:b.nix"), "file:///%C3%BC%20%5B1%5D%20100%25/a%3Ab.nix");
    }

    #[test]
    fn a_repository_holds_the_pages() {
        let driver = driver("https://example.org/a/b");
        let uri = driver.rules.first().and_then(|rule| rule.help_uri.as_deref());
        assert_eq!(uri, Some("https://example.org/a/b/blob/HEAD/server/ide/docs/syntax.md"));
        assert_eq!(driver.information_uri, Some("https://example.org/a/b"));
    }
}
