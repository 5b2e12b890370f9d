//! What is wrong, as a list. One mistake is told once: where several codes fit, the one that says
//! most about the cause wins, and its consequences stay silent.

mod allow;
mod arguments;
mod code;
mod computed_tags;
mod conflicts;
mod constraints;
mod disturbance;
mod files;
mod hints;
mod inputs;
mod instances;
mod judged;
mod judgement;
mod members;
mod options;
mod own_services;
mod placeholder;
mod repeats;
mod setting_conflicts;
mod settings;
mod suggestion;
mod syntax_errors;
mod tag;
mod undefined;
mod unknown_codes;

use std::collections::BTreeSet;
use std::sync::Arc;

use eval::{FileId, FileRange};
use inventory::{Clan, Reach};
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;
use syntax::{TextRange, TextSize};

use crate::Analysis;
use crate::flake;
pub use code::Code;
pub(crate) use judged::Judged;
pub use suggestion::{Misspelt, did_you_mean};
pub use tag::Tag;

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

/// All that is wrong in a clan, by file.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    by_file: FxHashMap<FileId, Vec<Diagnostic>>,
    /// How much there was to tell, told or not.
    noted: usize,
}

impl Findings {
    /// The mistakes in a file, by place.
    pub(crate) fn of(&self, file: FileId) -> Vec<Diagnostic> {
        self.by_file.get(&file).cloned().unwrap_or_default()
    }

    /// The files in which something is no Nix.
    fn unreadable(&self) -> FxHashSet<FileId> {
        let is_unread = |found: &[Diagnostic]| found.iter().any(|it| it.code == Code::Syntax);
        let unread = self.by_file.iter().filter(|(_, found)| is_unread(found));
        unread.map(|(&file, _)| file).collect()
    }

    /// Is not told yet: more of the text has to be readable for that.
    fn keep_back(&mut self) {
        self.noted += 1;
    }

    /// All that was found so far.
    fn all(&self) -> impl Iterator<Item = &Diagnostic> {
        self.by_file.values().flatten()
    }

    fn push(&mut self, file: FileId, diagnostic: Diagnostic) {
        self.noted += 1;
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

/// What is judged, and with what.
#[derive(Clone, Copy)]
struct Subject<'s> {
    clan: &'s Clan,
    reach: &'s Reach<'s>,
    /// The inputs that the flake may have, if that can be told.
    inputs: Option<&'s BTreeSet<SmolStr>>,
    /// The files in which something is no Nix.
    unreadable: &'s FxHashSet<FileId>,
}

/// Finds all that is wrong in a clan. `before` tells who was judged in an earlier state, and how: it
/// makes no difference but in time.
pub(crate) fn find(
    analysis: &Analysis,
    clan: &Arc<Clan>,
    before: Option<Arc<Judged>>,
) -> (Findings, Option<Arc<Judged>>) {
    let mut judged = before;
    let mut findings = Findings::default();
    let sources = analysis.own_sources(clan);
    syntax_errors::find(analysis, clan, &mut findings);
    unknown_codes::find(analysis, clan, &mut findings);
    files::bad_json(&sources, &mut findings);
    // What stands in lines that could not be read, such as those behind a `/*`, is not missing.
    if !syntax_errors::hide_lines(analysis, &findings) {
        let (inputs, unreadable) = (flake::all_inputs(analysis, clan), findings.unreadable());
        let (reach, inputs, unreadable) = (&analysis.reach(clan), inputs.as_ref(), &unreadable);
        let subject = Subject { clan, reach, inputs, unreadable };
        options::find(subject, &mut findings);
        own_services::find(subject, &mut findings);
        judged = Some(Arc::new(Judged::of(subject, clan, judged.as_deref(), &mut findings)));
        constraints::find(subject, &mut findings);
        members::find(clan, &mut findings);
        repeats::find(analysis, &sources, &mut findings);
        undefined::find(analysis, &sources, &mut findings);
        arguments::find(analysis, clan, &mut findings);
        files::missing(analysis, clan, &mut findings);
        computed_tags::find(analysis, clan, &mut findings);
        hints::find(subject, &mut findings);
    }
    for (&file, diagnostics) in &mut findings.by_file {
        drop_echoes(diagnostics);
        leave_what_is_half_typed(diagnostics);
        tell_once(diagnostics);
        put_in_order(analysis, file, diagnostics);
    }
    (findings, judged)
}

/// Drops what is said of text that begins with a mistake, such as a string that is being typed.
fn drop_echoes(diagnostics: &mut Vec<Diagnostic>) {
    let is_syntax = |diagnostic: &Diagnostic| diagnostic.code == Code::Syntax;
    let unread: FxHashSet<TextSize> =
        diagnostics.iter().filter(|it| is_syntax(it)).map(|it| it.range.start()).collect();
    diagnostics.retain(|it| is_syntax(it) || !unread.contains(&it.range.start()));
}

/// Of several mistakes in one text only the first is told, by the order of codes.
fn tell_once(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by_key(|it| (it.range.start(), it.range.end(), it.code));
    diagnostics.dedup_by_key(|it| it.range);
}

/// A value in which something can't be read may still become any other.
fn leave_what_is_half_typed(diagnostics: &mut Vec<Diagnostic>) {
    let broken = diagnostics.iter().filter(|it| it.code == Code::Syntax);
    let broken: Vec<TextSize> = broken.map(|it| it.range.start()).collect();
    let is_half_typed =
        |value: TextRange| broken.iter().any(|&error| value.start() < error && error < value.end());
    diagnostics.retain(|it| {
        let is_of_a_value = matches!(it.code, Code::WrongType | Code::WrongSettingType);
        !(is_of_a_value && is_half_typed(it.range))
    });
}

/// What can be said of a file that belongs to no clan: how Nix reads it.
pub(crate) fn of_a_lone_file(analysis: &Analysis, file: FileId) -> Vec<Diagnostic> {
    let parse = analysis.parse(file);
    let mut diagnostics = parse.as_ref().map(syntax_errors::of).unwrap_or_default();
    diagnostics.extend(unknown_codes::of(analysis, file));
    put_in_order(analysis, file, &mut diagnostics);
    diagnostics
}

/// By place, and without those that comments allow.
fn put_in_order(analysis: &Analysis, file: FileId, diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by_key(|diagnostic| (diagnostic.range.start(), diagnostic.code));
    let says_something = analysis.remarks(file).is_some_and(|remarks| !remarks.list().is_empty());
    if says_something && let Some(parse) = analysis.parse(file) {
        allow::silence(&parse, diagnostics);
    }
}
