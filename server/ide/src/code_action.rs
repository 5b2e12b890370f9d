//! What can be done about a text at the cursor: fixes of mistakes, and other ways to write the same.
//!
//! An action is plain data; nothing is changed here. Fixes are found when somebody asks for them,
//! from a mistake's code and place: mistakes are told on each keystroke, fixes are wanted for few of
//! them. Each code's fix is a file here, with one line in [`finders`].

mod change;
mod collision;
mod conflict;
mod cursor;
mod duplicate_attribute;
mod duplicate_instance;
mod extra_modules;
mod extract_tag;
mod file;
mod file_action;
mod fix_all;
mod flatten;
mod input_self;
mod instance_form;
mod instance_module;
mod inventory_tags;
mod kind_at;
mod layout;
mod legacy;
mod machine;
mod member_swap;
mod merge;
mod missing_file;
mod missing_name;

mod near_name;
mod open_pattern;
mod removal;
mod removed_service;
mod role;
mod scope;
mod split_service;
mod superfluous;
mod syntax_error;
mod tag_form;
mod tag_list;
mod unknown_machine;
mod unknown_tag;
mod wrong_type;

use std::sync::Arc;

use eval::{FileId, FileRange};
use inventory::Clan;

use crate::{Analysis, Diagnostic};
pub use change::{Change, apply};
pub use file_action::FileAction;
pub(crate) use file_action::{change_of, file_actions};
pub(crate) use fix_all::fix_all;
pub use fix_all::{Done, FixRules, Fixed};
pub(crate) use removal::{Removal, removal};

pub(crate) use change::Edits;
use cursor::Cursor;
pub(crate) use file::File;
pub(crate) use instance_module::set_module;

/// Something that can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeAction {
    /// What it does, as a command.
    pub title: String,
    /// What it is for.
    pub kind: ActionKind,
    /// Is it what most people would choose?
    pub preferred: bool,
    /// Is what was meant beyond doubt, so that it may be done unasked?
    pub safe: bool,
    /// The mistake that it mends.
    pub mends: Option<Diagnostic>,
    /// What it changes.
    pub change: Change,
}

/// What an action is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActionKind {
    /// Mends a mistake.
    QuickFix,
    /// Says the same in another way.
    Rewrite,
    /// Gives something a name.
    Extract,
    /// Mends all that can be mended unasked.
    FixAll,
    /// Rewrites old forms.
    Migrate,
}

impl ActionKind {
    /// Every kind.
    pub const ALL: [ActionKind; 5] = [
        ActionKind::QuickFix,
        ActionKind::Rewrite,
        ActionKind::Extract,
        ActionKind::FixAll,
        ActionKind::Migrate,
    ];

    /// As the protocol names it.
    pub fn as_str(self) -> &'static str {
        match self {
            ActionKind::QuickFix => "quickfix",
            ActionKind::Rewrite => "refactor.rewrite",
            ActionKind::Extract => "refactor.extract",
            ActionKind::FixAll => "source.fixAll.clan",
            ActionKind::Migrate => "source.migrate.clan",
        }
    }
}

impl CodeAction {
    /// Something that can be done, among other things.
    fn of(kind: ActionKind, title: String, change: Change) -> CodeAction {
        CodeAction { title, kind, preferred: false, safe: false, mends: None, change }
    }

    /// Mends a mistake in a way that is one of several.
    fn fix(title: String, change: Change) -> CodeAction {
        CodeAction::of(ActionKind::QuickFix, title, change)
    }

    fn preferred(self, preferred: bool) -> CodeAction {
        CodeAction { preferred, ..self }
    }

    fn safe(self, safe: bool) -> CodeAction {
        CodeAction { safe, ..self }
    }
}

/// Finds the fixes of a mistake, the most wanted first.
type Finder = fn(&Context<'_>, &Diagnostic) -> Vec<CodeAction>;

/// Who knows fixes of a code, by the code's name; [`near_name`] knows those of every misspelt name.
fn finders(code: &str) -> &'static [Finder] {
    match code {
        "syntax" => &[syntax_error::insert],
        "duplicate-instance" => &[duplicate_instance::rename, duplicate_instance::merge_into_first],
        "duplicate-attribute" => &[duplicate_attribute::choose],
        "settings-defined-twice" | "conflicting-definition" | "settings-conflict" => {
            &[conflict::decide]
        }
        "tag-used-as-machine" => &[member_swap::tag],
        "machine-used-as-tag" => &[member_swap::machine],
        "unknown-machine" => &[unknown_machine::add],
        "unknown-tag" => &[unknown_tag::carry],
        "missing-input-self" => &[input_self::fix],
        "legacy-services" => &[legacy::fix],
        "legacy-machine-list" => &[legacy::machine_list],
        "legacy-role-config" => &[legacy::role_config],
        "deprecated-tld" => &[legacy::domain],
        "unknown-setting" => &[extra_modules::move_out],
        "missing-option" => &[missing_name::add],
        "unexpected-argument" => &[open_pattern::open],
        "removed-service" => &[removed_service::follow],
        "missing-file" => &[missing_file::create],
        "split-service" => &[split_service::unite],
        "redundant-member" => &[superfluous::member],
        "unused-tag" => &[superfluous::tag],
        "unused-module" => &[superfluous::module],
        "wrong-type" | "wrong-setting-type" => &[wrong_type::wrap, wrong_type::values],
        _ => &[],
    }
}

/// Finds another way to write what stands at a cursor.
type Refactoring = fn(&Context<'_>, &Cursor) -> Vec<CodeAction>;

const REFACTORINGS: &[Refactoring] =
    &[input_self::offer, extract_tag::offer, tag_form::offer, instance_form::offer];

/// What mends a mistake in a file, the most wanted first.
pub(crate) fn fixes(analysis: &Analysis, file: FileId, mistake: &Diagnostic) -> Vec<CodeAction> {
    let context = Context { analysis, file };
    let near_name: &[Finder] = &[near_name::change];
    let found = near_name
        .iter()
        .chain(finders(mistake.code.as_str()))
        .flat_map(|find| find(&context, mistake));
    found.map(|action| CodeAction { mends: Some(mistake.clone()), ..action }).collect()
}

/// What can be done about a stretch of a file, of which `mistakes` are to be told.
pub(crate) fn actions(
    analysis: &Analysis,
    at: FileRange,
    mistakes: &[Diagnostic],
) -> Vec<CodeAction> {
    let touches = |it: &&Diagnostic| it.range.intersect(at.range).is_some();
    let mistakes = mistakes.iter().filter(touches);
    let mut actions: Vec<CodeAction> =
        mistakes.flat_map(|mistake| fixes(analysis, at.file, mistake)).collect();
    let context = Context { analysis, file: at.file };
    if let Some(cursor) = Cursor::of(&context, at) {
        actions.extend(REFACTORINGS.iter().flat_map(|find| find(&context, &cursor)));
    }
    actions
}

/// What actions are made from.
#[derive(Clone, Copy)]
struct Context<'a> {
    analysis: &'a Analysis,
    /// The file that a user works in.
    file: FileId,
}

impl Context<'_> {
    /// The file that a user works in, if it belongs to a clan.
    fn file(&self) -> Option<File> {
        File::of(self.analysis, self.file)
    }

    /// Another file of a clan.
    fn file_of(&self, clan: &Arc<Clan>, file: FileId) -> Option<File> {
        if file == self.file { self.file() } else { File::of_clan(self.analysis, clan, file) }
    }

    /// The change that edits make; `None` where they can't be made.
    fn change(&self, edits: Edits) -> Option<Change> {
        edits.finish(|file| self.analysis.parse(file))
    }
}
