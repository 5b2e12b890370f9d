//! What is wrong, as a list.

use eval::FileRange;
use syntax::{Fix, TextRange};

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
    /// An insertion that mends it.
    pub fix: Option<Fix>,
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
    /// The service has no such role.
    UnknownRole,
    /// The input has no such service.
    UnknownModule,
    /// A role names a machine that does not exist.
    UnknownMachine,
    /// A role names a tag where machines are named.
    TagUsedAsMachine,
    /// No machine carries the tag.
    UnknownTag,
}

impl Code {
    /// The name that users see and configure.
    pub fn as_str(self) -> &'static str {
        match self {
            Code::Syntax => "syntax",
            Code::DuplicateInstance => "duplicate-instance",
            Code::UnknownRole => "unknown-role",
            Code::UnknownModule => "unknown-module",
            Code::UnknownMachine => "unknown-machine",
            Code::TagUsedAsMachine => "tag-used-as-machine",
            Code::UnknownTag => "unknown-tag",
        }
    }
}
