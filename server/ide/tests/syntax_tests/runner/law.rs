//! What holds of every action, in every case, wherever a cursor stands: a fix makes its mistake go
//! away and brings no other; another way to write something says the same, comments included.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use ide::{
    ActionKind, Analysis, Clan, Code, CodeAction, Diagnostic, FileId, FileRange, Severity,
    TextEdit, TextRange, TextSize, apply, parse,
};
use syntax::{NodeOrToken, SyntaxKind};

use super::answer::{ROOT, World};

/// What is wrong with what can be done in a case, a line each.
pub(super) fn broken(world: &World) -> Vec<String> {
    let mut broken = Vec::new();
    let before = mistakes_of(world, &world.analysis);
    for &file in &world.files {
        let mistakes = world.analysis.diagnostics(file);
        for action in all_actions(world, file, &mistakes) {
            let flaw = match (&action.mends, after(world, &action)) {
                (_, Err(flaw)) => Some(flaw),
                (Some(mistake), Ok(after)) => {
                    let after = (mistakes_of(world, &after), after);
                    fix_flaw(&before, &after, (file, mistake), &action)
                }
                (None, Ok(after)) => rewrite_flaw(world, &after, &action),
            };
            broken.extend(flaw.map(|flaw| {
                let mends = action.mends.as_ref().map(|it| format!(" of `{}`", it.message));
                format!("the action `{}`{}: {flaw}", action.title, mends.unwrap_or_default())
            }));
        }
    }
    broken
}

/// What is offered anywhere in a file, each thing once.
fn all_actions(world: &World, file: FileId, mistakes: &[Diagnostic]) -> Vec<CodeAction> {
    let Some(tree) = world.analysis.parse(file) else {
        return mistakes.iter().flat_map(|it| world.analysis.fixes(file, it)).collect();
    };
    let mut all: Vec<CodeAction> =
        mistakes.iter().flat_map(|it| world.analysis.fixes(file, it)).collect();
    let tokens = tree.syntax().descendants_with_tokens().filter_map(NodeOrToken::into_token);
    let names =
        [SyntaxKind::TOKEN_IDENT, SyntaxKind::TOKEN_STRING_START, SyntaxKind::TOKEN_L_BRACK];
    for token in tokens.filter(|token| names.contains(&token.kind())) {
        let at = FileRange { file, range: TextRange::empty(token.text_range().start()) };
        for action in world.analysis.code_actions(at, mistakes) {
            if !all.contains(&action) {
                all.push(action);
            }
        }
    }
    all.extend(migration(world, file));
    all
}

/// The whole file in today's forms, if it has others.
fn migration(world: &World, file: FileId) -> Option<CodeAction> {
    let at = FileRange { file, range: TextRange::default() };
    let wanted = |kind| kind == ActionKind::Migrate;
    let action = world.analysis.file_actions(at, &[], &wanted).into_iter().next()?;
    let change = world.analysis.change_of(file, action, &Analysis::diagnostics)?;
    let (title, kind) = (action.title(), action.kind());
    Some(CodeAction { title, kind, preferred: false, safe: false, mends: None, change })
}

/// The world after an action.
fn after(world: &World, action: &CodeAction) -> Result<Analysis, String> {
    let mut after = world.analysis.clone();
    for (file, edits) in action.change.files() {
        let text = apply(&world.text(file), edits).ok_or("its edits are beyond the text")?;
        after = after.with_text(file, &text);
    }
    Ok(after)
}

fn fix_flaw(
    before: &Mistakes,
    (after, analysis): &(Mistakes, Analysis),
    (file, mistake): (FileId, &Diagnostic),
    fix: &CodeAction,
) -> Option<String> {
    let count = |of: &Mistakes| of.get(&key(file, mistake)).copied().unwrap_or_default();
    if count(after) >= count(before) {
        return Some("the mistake is still there".to_owned());
    }
    // What could not be read may hold anything.
    let files = fix.change.files().filter(|_| mistake.code != Code::Syntax);
    for (file, edits) in files {
        let changed = changed(edits);
        for mistake in grave(analysis, file) {
            let there = changed.iter().any(|range| range.intersect(mistake.range).is_some());
            // No fix writes a path: one that leads to nothing did so before, where nothing read it.
            let is_old = mistake.code == Code::MissingFile;
            // What is told of each piece of a role is told of one that is added, too.
            if there && !is_old && !before.contains_key(&key(file, &mistake)) {
                return Some(format!("now {}: {}", mistake.code.as_str(), mistake.message));
            }
        }
    }
    None
}

fn rewrite_flaw(world: &World, analysis: &Analysis, action: &CodeAction) -> Option<String> {
    for (file, _) in action.change.files() {
        let (before, after) = (world.text(file), analysis.text(file)?);
        if parse(&after).errors().len() > parse(&before).errors().len() {
            return Some("the text has more mistakes of syntax".to_owned());
        }
        if comments(&before) != comments(&after) {
            return Some("comments are other ones".to_owned());
        }
    }
    let says_the_same = matches!(action.kind, ActionKind::Rewrite | ActionKind::Extract);
    let broken = world
        .files
        .iter()
        .any(|&file| world.analysis.parse(file).is_some_and(|parse| !parse.errors().is_empty()));
    let members = |analysis: &Analysis| analysis.clan(Path::new(ROOT)).map(|clan| members(&clan));
    (says_the_same && !broken && members(&world.analysis) != members(analysis))
        .then(|| "others are members now".to_owned())
}

/// Who takes part in what.
fn members(clan: &Clan) -> BTreeMap<(String, String), BTreeSet<String>> {
    let roles = clan.instances.iter().flat_map(|(name, instance)| {
        instance.roles.iter().map(move |(role, it)| {
            let members = clan.members(instance, it).into_keys().map(String::from).collect();
            ((name.to_string(), role.to_string()), members)
        })
    });
    roles.collect()
}

/// The comments of a text, in order, however they are indented.
fn comments(text: &str) -> Vec<String> {
    let tree = parse(text).syntax();
    let tokens = tree.descendants_with_tokens().filter_map(NodeOrToken::into_token);
    let comments = tokens.filter(|token| token.kind() == SyntaxKind::TOKEN_COMMENT);
    comments.map(|comment| comment.text().split_whitespace().collect()).collect()
}

/// The text that edits put in, in the text that they make.
fn changed(edits: &[TextEdit]) -> Vec<TextRange> {
    let (mut gone, mut come) = (TextSize::default(), TextSize::default());
    let changed = edits.iter().map(|edit| {
        let length = TextSize::of(edit.insert.as_str());
        let range = TextRange::at(edit.delete.start() + come - gone, length);
        gone += edit.delete.len();
        come += length;
        range
    });
    changed.collect()
}

/// How often each mistake is made: by file, code and what is told of it.
type Mistakes = BTreeMap<(FileId, &'static str, String), usize>;

fn mistakes_of(world: &World, analysis: &Analysis) -> Mistakes {
    let mut mistakes = Mistakes::new();
    for &file in &world.files {
        for mistake in analysis.diagnostics(file) {
            *mistakes.entry(key(file, &mistake)).or_default() += 1;
        }
    }
    mistakes
}

/// Errors and warnings: what is mended may still be worth a hint.
fn grave(analysis: &Analysis, file: FileId) -> Vec<Diagnostic> {
    let mut mistakes = analysis.diagnostics(file);
    mistakes.retain(|mistake| mistake.severity <= Severity::Warning);
    mistakes
}

fn key(file: FileId, mistake: &Diagnostic) -> (FileId, &'static str, String) {
    (file, mistake.code.as_str(), mistake.message.clone())
}
