//! What is wrong, as a list. One mistake is told once: where several codes fit, the one that says
//! most about the cause wins, and its consequences stay silent.

mod allow;
mod conflicts;
mod instances;
mod members;
mod suggestion;
mod syntax_errors;

use eval::{FileId, FileRange};
use inventory::Clan;
use rustc_hash::{FxHashMap, FxHashSet};
use syntax::{TextRange, TextSize};

use crate::Analysis;
pub use suggestion::{Misspelt, did_you_mean};

/// One mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which mistake.
    pub code: Code,
    /// How grave.
    pub severity: Severity,
    /// The smallest text that a person would change, in bytes.
    pub range: TextRange,
    /// What is wrong and what was expected.
    pub message: String,
    /// Places that belong to it.
    pub related: Vec<Related>,
    /// The names that may have been meant, where a name is the mistake.
    pub misspelt: Option<Misspelt>,
}

/// A place that belongs to a mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub at: FileRange,
    /// What is there.
    pub message: String,
}

/// How grave a diagnostic is; the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Clan or Nix would refuse it.
    Error,
    /// Almost certainly not meant.
    Warning,
    /// Worth knowing.
    Info,
    /// Could be simpler.
    Hint,
}

impl Severity {
    /// As `check` prints it.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
            Severity::Hint => "hint",
        }
    }
}

/// The kinds of mistakes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// Nix can't parse it.
    Syntax,
    /// One instance, defined twice.
    DuplicateInstance,
    /// Settings, defined twice.
    SettingsDefinedTwice,
    /// Two unequal values for one option.
    ConflictingDefinition,
    /// The service has no such role.
    UnknownRole,
    /// The input has no such service.
    UnknownModule,
    /// A role names a machine that does not exist.
    UnknownMachine,
    /// A role names a tag where machines are named.
    TagUsedAsMachine,
    /// A role names a machine where tags are named.
    MachineUsedAsTag,
    /// No machine carries the tag.
    UnknownTag,
}

impl Code {
    /// Every code.
    pub const ALL: [Code; 10] = [
        Code::Syntax,
        Code::DuplicateInstance,
        Code::SettingsDefinedTwice,
        Code::ConflictingDefinition,
        Code::UnknownRole,
        Code::UnknownModule,
        Code::UnknownMachine,
        Code::TagUsedAsMachine,
        Code::MachineUsedAsTag,
        Code::UnknownTag,
    ];

    /// The code of that name.
    pub fn named(name: &str) -> Option<Code> {
        Code::ALL.into_iter().find(|code| code.as_str() == name)
    }

    /// The name that users see and configure.
    pub fn as_str(self) -> &'static str {
        match self {
            Code::Syntax => "syntax",
            Code::DuplicateInstance => "duplicate-instance",
            Code::SettingsDefinedTwice => "settings-defined-twice",
            Code::ConflictingDefinition => "conflicting-definition",
            Code::UnknownRole => "unknown-role",
            Code::UnknownModule => "unknown-module",
            Code::UnknownMachine => "unknown-machine",
            Code::TagUsedAsMachine => "tag-used-as-machine",
            Code::MachineUsedAsTag => "machine-used-as-tag",
            Code::UnknownTag => "unknown-tag",
        }
    }
}

/// All that is wrong in a clan, by file.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    by_file: FxHashMap<FileId, Vec<Diagnostic>>,
}

impl Findings {
    /// The mistakes in a file, by place.
    pub(crate) fn of(&self, file: FileId) -> Vec<Diagnostic> {
        self.by_file.get(&file).cloned().unwrap_or_default()
    }

    /// Is something in the file no Nix?
    fn cannot_be_read(&self, file: FileId) -> bool {
        let found = self.by_file.get(&file);
        found.is_some_and(|found| found.iter().any(|it| it.code == Code::Syntax))
    }

    fn push(&mut self, file: FileId, diagnostic: Diagnostic) {
        self.by_file.entry(file).or_default().push(diagnostic);
    }

    /// Adds a mistake without related places.
    fn report(&mut self, kind: (Code, Severity), at: FileRange, message: String) {
        self.report_with(kind, at, message, Vec::new());
    }

    /// Adds a mistake that is a name.
    fn report_misspelt(
        &mut self,
        (code, severity): (Code, Severity),
        at: FileRange,
        message: String,
        misspelt: Misspelt,
    ) {
        let (range, misspelt) = (at.range, Some(misspelt));
        let related = Vec::new();
        self.push(at.file, Diagnostic { code, severity, range, message, related, misspelt });
    }

    fn report_with(
        &mut self,
        (code, severity): (Code, Severity),
        at: FileRange,
        message: String,
        related: Vec<Related>,
    ) {
        let range = at.range;
        self.push(at.file, Diagnostic { code, severity, range, message, related, misspelt: None });
    }
}

/// Finds all that is wrong in a clan.
pub(crate) fn find(analysis: &Analysis, clan: &Clan) -> Findings {
    let mut findings = Findings::default();
    syntax_errors::find(analysis, clan, &mut findings);
    // What stands in lines that could not be read, such as those behind a `/*`, is not missing.
    if !syntax_errors::hide_lines(analysis, &findings) {
        instances::find(clan, &mut findings);
        conflicts::find(clan, &mut findings);
        members::find(clan, &mut findings);
    }
    for (&file, diagnostics) in &mut findings.by_file {
        drop_echoes(diagnostics);
        put_in_order(analysis, file, diagnostics);
    }
    findings
}

/// Drops what is said of text that begins with a mistake, such as a string that is being typed.
fn drop_echoes(diagnostics: &mut Vec<Diagnostic>) {
    let is_syntax = |diagnostic: &Diagnostic| diagnostic.code == Code::Syntax;
    let unread: FxHashSet<TextSize> =
        diagnostics.iter().filter(|it| is_syntax(it)).map(|it| it.range.start()).collect();
    diagnostics.retain(|it| is_syntax(it) || !unread.contains(&it.range.start()));
}

/// What can be said of a file that belongs to no clan: how Nix reads it.
pub(crate) fn of_a_lone_file(analysis: &Analysis, file: FileId) -> Vec<Diagnostic> {
    let parse = analysis.parse(file);
    let mut diagnostics = parse.as_ref().map(syntax_errors::of).unwrap_or_default();
    put_in_order(analysis, file, &mut diagnostics);
    diagnostics
}

/// By place, and without those that comments allow.
fn put_in_order(analysis: &Analysis, file: FileId, diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by_key(|diagnostic| (diagnostic.range.start(), diagnostic.code));
    if let Some(parse) = analysis.parse(file) {
        allow::silence(&parse, diagnostics);
    }
}
