//! Findings as GitHub's workflow commands: printed in a workflow, they mark the lines of a pull
//! request.

use ide::{Diagnostic, Severity};

use super::configured::Problems;
use super::findings::Finding;
use crate::cli::source::{Sources, Span};

/// A line for each mistake in the configuration, then for each finding, in their order.
pub(super) fn render(findings: &[Finding], sources: &Sources, problems: &Problems) -> String {
    let problems = problems.list().map(|(span, message)| {
        command(Severity::Warning, (problems.path(), span), "configuration", message)
    });
    let findings = findings.iter().filter_map(|finding| command_of(finding, sources));
    problems.chain(findings).collect()
}

fn command_of(finding: &Finding, sources: &Sources) -> Option<String> {
    let source = sources.get(finding.file)?;
    let Diagnostic { code, severity, range, .. } = &finding.diagnostic;
    let at = (source.path(), source.span(*range));
    Some(command(*severity, at, code.as_str(), &message(&finding.diagnostic, sources)))
}

fn command(severity: Severity, (path, span): (&str, Span), title: &str, message: &str) -> String {
    format!(
        "::{} file={},line={},col={},endLine={},endColumn={},title={}::{}\n",
        level(severity),
        property(path),
        span.start.line,
        span.start.column,
        span.end.line,
        span.end.column,
        property(title),
        data(message),
    )
}

/// GitHub knows three levels.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "notice",
    }
}

/// The message, and a line for each related place: a command has only one place.
fn message(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let mut message = diagnostic.message.clone();
    for related in &diagnostic.related {
        let Some(source) = sources.get(related.at.file) else { continue };
        let at = source.position(related.at.range.start());
        let place = format!("{}:{}:{}", source.path(), at.line, at.column);
        message.push_str(&format!("\n{place}: {}", related.message));
    }
    message
}

/// A text as the data of a command.
fn data(text: &str) -> String {
    let escaped = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    crate::cli::output::printable(&escaped)
}

/// A text as a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use ide::{Code, FileRange, Related};

    use super::*;
    use crate::cli::check::fixture::{CLAN, find, finding, sources};

    fn prints(path: &str, change: impl FnOnce(&Sources, &mut Diagnostic), expected: &Expect) {
        let sources = sources(&[(path, "{\n  é.roles.servr = { };\n}\n")]);
        let mut finding = finding(&sources, "servr", Code::UnknownRole, "no role `servr`");
        change(&sources, &mut finding.diagnostic);
        let problems = Problems::of(None, |_| String::new());
        expected.assert_eq(&render(&[finding], &sources, &problems));
    }

    #[test]
    fn a_finding_is_a_command() {
        prints(
            "clan.nix",
            |_, _| {},
            &expect![[r#"
            ::error file=clan.nix,line=2,col=11,endLine=2,endColumn=16,title=unknown-role::no role `servr`
        "#]],
        );
    }

    #[test]
    fn information_and_hints_are_notices() {
        for severity in [Severity::Info, Severity::Hint] {
            assert_eq!(level(severity), "notice");
        }
    }

    #[test]
    fn what_steers_github_is_escaped() {
        let change = |_: &Sources, diagnostic: &mut Diagnostic| {
            diagnostic.message = "50%\r\n::error::a, b\u{1b}".to_owned();
        };
        prints(
            "a,b:c%.nix",
            change,
            &expect![[r#"
            ::error file=a%2Cb%3Ac%25.nix,line=2,col=11,endLine=2,endColumn=16,title=unknown-role::50%25%0D%0A::error::a, b�
        "#]],
        );
    }

    #[test]
    fn related_places_are_told_in_the_message() {
        let change = |sources: &Sources, diagnostic: &mut Diagnostic| {
            let at = FileRange { file: CLAN, range: find(sources, CLAN, "é") };
            diagnostic.related = vec![Related { at, message: "the instance".to_owned() }];
        };
        prints(
            "clan.nix",
            change,
            &expect![[r#"
            ::error file=clan.nix,line=2,col=11,endLine=2,endColumn=16,title=unknown-role::no role `servr`%0Aclan.nix:2:3: the instance
        "#]],
        );
    }
}
