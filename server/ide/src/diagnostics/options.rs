//! What is wrong with the options of the clan itself: `unknown-option`, `wrong-type`,
//! `missing-option`, and what was written otherwise once: `legacy-services`, `legacy-machine-list`,
//! `legacy-role-config`, `deprecated-tld`.

use eval::FileRange;
use inventory::{Instance, Machine, OptionMistake, OptionMistakeKind, ServiceSource};
use smol_str::SmolStr;

use super::judgement::{judgement, mild_judgement};
use super::placeholder;
use super::suggestion::listed;
use super::{Code, Findings, Misspelt, Severity, Subject};

/// Those of the clan as a whole.
pub(super) fn find(subject: Subject<'_>, findings: &mut Findings) {
    let clan = subject.clan;
    let mut report = Report { subject, findings };
    for mistake in &clan.mistakes {
        report.mistake(&mistake.mistake, mistake.at);
    }
    if let Some(at) = clan.nameless {
        let message = "this clan has no name: set `meta.name`".to_owned();
        report.findings.report((Code::MissingOption, Severity::Error), at, message);
    }
}

pub(super) fn of_machine(subject: Subject<'_>, machine: &Machine, findings: &mut Findings) {
    let mut report = Report { subject, findings };
    for mistake in machine.mistakes() {
        report.mistake(mistake, machine.at(mistake.at));
    }
}

pub(super) fn of_instance(subject: Subject<'_>, instance: &Instance, findings: &mut Findings) {
    let mut report = Report { subject, findings };
    for mistake in &instance.mistakes {
        report.mistake(mistake, instance.at(mistake.at));
    }
}

struct Report<'r> {
    subject: Subject<'r>,
    findings: &'r mut Findings,
}

impl Report<'_> {
    /// Who says which options there are.
    fn source(&self) -> ServiceSource {
        ServiceSource::BuiltIn { other_version: self.subject.clan.has_other_core() }
    }

    fn mistake(&mut self, mistake: &OptionMistake, at: FileRange) {
        let path: Vec<&str> = mistake.path.iter().map(SmolStr::as_str).collect();
        let (kind, message) = match &mistake.kind {
            // What stands at the top of a file with a brace too many belongs somewhere else.
            OptionMistakeKind::Unknown { .. }
                if path.len() <= 2 && self.subject.unreadable.contains(&at.file) =>
            {
                return self.findings.keep_back();
            }
            OptionMistakeKind::Unknown { known } => return self.unknown(&path, known, at),
            OptionMistakeKind::WrongType { expected, found, .. } => {
                self.wrong_type(&path, expected, found)
            }
            OptionMistakeKind::Deprecated { why } => {
                let name = path.last().copied().unwrap_or_default();
                let message = format!("`{name}` should not be used any more: {why}");
                ((Code::DeprecatedTld, Severity::Warning), message)
            }
            OptionMistakeKind::Placeholder { text } => placeholder::told(text),
        };
        self.findings.report(kind, at, message);
    }

    fn unknown(&mut self, path: &[&str], known: &[SmolStr], at: FileRange) {
        let (severity, note) = judgement(&self.source());
        let (name, around) = path.split_last().map_or(("", path), |(name, rest)| (*name, rest));
        match (around, name) {
            (["inventory"], "services") => {
                let message = format!(
                    "`inventory.services` is gone: services stand in `inventory.instances` now{note}"
                );
                self.findings.report((Code::LegacyServices, severity), at, message);
            }
            (["inventory", "instances", _, "roles", _], "config") => {
                let message = format!("`config` of a role is called `settings` now{note}");
                self.findings.report((Code::LegacyRoleConfig, severity), at, message);
            }
            _ => self.unknown_option((name, around), known, at),
        }
    }

    fn unknown_option(
        &mut self,
        (name, around): (&str, &[&str]),
        known: &[SmolStr],
        at: FileRange,
    ) {
        let misspelt = Misspelt::among(name, known.iter().map(SmolStr::as_str));
        // A name that is near to none may well be one of another version.
        let judge = if misspelt.near.is_empty() { mild_judgement } else { judgement };
        let (severity, note) = judge(&self.source());
        let rest = match known {
            _ if !misspelt.near.is_empty() => misspelt.to_string(),
            [] => String::new(),
            known if known.len() > MOST_LISTED => String::new(),
            known => {
                let known: Vec<&str> = known.iter().map(SmolStr::as_str).collect();
                format!("; it has {}", listed(&known, "and"))
            }
        };
        let message = format!("{} has no option `{name}`{rest}{note}", owner(around));
        self.findings.report_misspelt((Code::UnknownOption, severity), at, message, misspelt);
    }

    fn wrong_type(&self, path: &[&str], expected: &str, found: &str) -> ((Code, Severity), String) {
        let (severity, note) = judgement(&self.source());
        let name = path.last().copied().unwrap_or_default();
        let is_list = found == "a list";
        if matches!(path, ["inventory", "instances", _, "roles", _, "machines"]) && is_list {
            let message = format!(
                "machines are named by keys now: write `machines.<name> = {{ }};` for each{note}"
            );
            return ((Code::LegacyMachineList, severity), message);
        }
        ((Code::WrongType, severity), format!("`{name}` takes {expected}, not {found}{note}"))
    }
}

/// More options than these are not listed in a message.
const MOST_LISTED: usize = 5;

/// Whose options stand at a path.
fn owner(path: &[&str]) -> String {
    match path {
        [] => "a clan".to_owned(),
        ["inventory"] => "the inventory".to_owned(),
        ["inventory", "machines", _] => "a machine".to_owned(),
        ["inventory", "instances", _] => "an instance".to_owned(),
        ["inventory", "instances", _, "roles", _] => "a role".to_owned(),
        ["inventory", "instances", _, "roles", _, "machines", _] => {
            "a machine of a role".to_owned()
        }
        ["inventory", "instances", _, "roles", _, "tags", _] => "a tag of a role".to_owned(),
        [.., last] => format!("`{last}`"),
    }
}
