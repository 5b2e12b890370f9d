//! What may be written at the cursor. The change is always given exactly, quotes included.

mod documentation;
mod frame;
mod inputs;
mod instance;
mod keys;
mod list;
mod members;
mod names;
mod paths;
mod settings;
mod snippet;

use eval::FilePosition;
use inventory::{Clan, Role};
use smol_str::SmolStr;
use syntax::{Parse, TextEdit, TextRange};

use crate::Analysis;
use crate::place::{At, Ground, Spot, ground, siblings, spot};
use crate::settings::SettingsPath;
use crate::stretch::holds_line_break;
pub(crate) use documentation::documentation;
use members::{machines, only_carrier, roles, services, tags};
use names::Slot;

/// What may be written at a place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Completion {
    /// In the order that they are to be shown in.
    pub items: Vec<CompletionItem>,
    /// Are there more, so that it is to be asked again when more is typed?
    pub incomplete: bool,
    /// Of what is replaced, the part before the cursor, for who would rather keep what is behind;
    /// `None` where that part is no name of its own.
    pub before_cursor: Option<TextRange>,
}

/// One proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompletionItem {
    /// What the list shows; also what is filtered by.
    pub label: String,
    /// What it is.
    pub kind: CompletionKind,
    /// A word more, on one line.
    pub detail: Option<String>,
    /// What belongs right behind the label, on the same line: `: null or string = null`.
    pub signature: Option<String>,
    /// The rest, as Markdown.
    pub documentation: Option<String>,
    /// The exact change, on one line of the text, around the cursor.
    pub edit: TextEdit,
    /// Is what it inserts a snippet, as the Language Server Protocol writes them?
    pub snippet: bool,
    /// A snippet to insert instead: a whole binding, where there is room for that.
    pub binding: Option<String>,
    /// Orders the list, as a string.
    pub sort_text: String,
    /// Is it one of those names that there are, so that a dot typed behind a part of it means it?
    pub is_closed: bool,
}

/// What a proposal names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompletionKind {
    /// A role of a service.
    Role,
    /// A machine.
    Machine,
    /// A tag.
    Tag,
    /// A service.
    Service,
    /// An input of the flake.
    Input,
    /// A key that has a meaning of its own.
    Key,
    /// One of few words that an option takes.
    Word,
    /// A whole instance of a service.
    Instance,
    /// A setting of a role.
    Setting,
    /// A file or a folder.
    Path,
}

impl CompletionKind {
    /// Are there no names of the kind but those that are proposed?
    fn is_closed(self) -> bool {
        matches!(self, CompletionKind::Role | CompletionKind::Key | CompletionKind::Setting)
    }
}

pub(crate) fn completion(analysis: &Analysis, at: FilePosition) -> Option<Completion> {
    let parse = analysis.parse(at.file)?;
    let ground = ground(analysis, at.file)?;
    let clan = &ground.clan;
    if let Some(typed) = paths::typed(&parse, at.offset) {
        let slot = Slot::bare(typed.name);
        let proposals = paths::entries(analysis, clan, at, &typed);
        return Some(list::list(clan, (&parse, at.offset), &slot, proposals));
    }
    let spot = spot(&parse, &ground, at)?;
    let slot = Slot::of(&spot, at.offset);
    // A string that is not closed may take in the lines below: what it names can't be told.
    if holds_line_break(&parse.syntax(), slot.range) {
        return None;
    }
    let context = Context { analysis, parse: &parse, ground: &ground, clan, at };
    let mut proposals = context.proposals(&spot)?;
    // The name that the cursor stands in is being chosen anew: it is not used elsewhere.
    proposals.sort_by_key(|proposal| proposal.used && proposal.name != spot.name.text);
    Some(list::list(clan, (&parse, at.offset), &slot, proposals))
}

/// What fits, before it is known how it is written.
struct Proposal {
    name: SmolStr,
    insert: Insert,
    kind: CompletionKind,
    detail: Option<String>,
    signature: Option<String>,
    documentation: Option<String>,
    /// The value that is to be bound to it, as a snippet.
    value: Option<String>,
    /// Is it written at this place already? Such names come last.
    used: bool,
}

/// What a proposal brings.
enum Insert {
    /// Its name, in quotes where that needs them.
    Name,
    /// Its name, which is an attribute path.
    Path,
    /// A snippet.
    Snippet(String),
}

impl Proposal {
    /// A name, and nothing more.
    fn name(name: SmolStr, kind: CompletionKind) -> Proposal {
        let insert = Insert::Name;
        let (detail, signature, documentation, value) = Default::default();
        Proposal { name, insert, kind, detail, signature, documentation, value, used: false }
    }
}

/// What the proposals draw on.
#[derive(Clone, Copy)]
struct Context<'a> {
    analysis: &'a Analysis,
    parse: &'a Parse,
    ground: &'a Ground,
    clan: &'a Clan,
    at: FilePosition,
}

impl<'a> Context<'a> {
    fn proposals(self, spot: &Spot) -> Option<Vec<Proposal>> {
        let path: Vec<&str> = spot.path.iter().map(SmolStr::as_str).collect();
        match spot.at {
            At::Key => self
                .names(&path, spot)
                .or_else(|| self.keys(&path, spot))
                .or_else(|| self.settings(&path, spot)),
            At::Value => self.values(&path, spot),
            At::Item => self.items(&path, spot),
        }
    }

    /// Where the names of things are the keys.
    fn names(self, path: &[&str], spot: &Spot) -> Option<Vec<Proposal>> {
        match *path {
            // What has a value is not to get another one.
            ["inventory", "instances"] => {
                (!spot.bound).then(|| instance::instances(self.analysis, self.clan))
            }
            ["inventory", "instances", instance, "roles"] => {
                Some(roles(self.analysis, self.clan, instance))
            }
            ["inventory", "instances", instance, "roles", role, "machines"] => {
                let role = self.role(instance, role);
                Some(machines(self.clan, |name| role.is_some_and(|role| role.names_machine(name))))
            }
            ["inventory", "instances", instance, "roles", role, "tags"] => {
                Some(self.tags_of_role(instance, role))
            }
            _ => None,
        }
    }

    /// Where the keys are Clan's.
    fn keys(self, path: &[&str], spot: &Spot) -> Option<Vec<Proposal>> {
        keys::missing(path, |set| {
            let mut path = spot.path.clone();
            path.extend(set.map(SmolStr::new));
            siblings(self.parse, self.ground, self.at, &path)
        })
    }

    /// Where the keys are those of a role's interface.
    fn settings(self, path: &[&str], spot: &Spot) -> Option<Vec<Proposal>> {
        let written = || siblings(self.parse, self.ground, self.at, &spot.path);
        let path = SettingsPath::of(path)?;
        settings::names(self.analysis, self.clan, &path, &written())
    }

    fn values(self, path: &[&str], spot: &Spot) -> Option<Vec<Proposal>> {
        match *path {
            ["inventory", "instances", instance, "module", "name"] => {
                Some(services(self.analysis, self.clan, instance))
            }
            ["inventory", "instances", _, "module", "input"] => {
                Some(inputs::inputs(self.analysis, self.clan))
            }
            _ => {
                let in_quotes = spot.name.inside_quotes.is_some();
                match SettingsPath::of(path) {
                    Some(path) => settings::values(self.analysis, self.clan, &path, in_quotes),
                    None => Some(settings::values_of(keys::option(path)?, in_quotes)),
                }
            }
        }
    }

    fn items(self, path: &[&str], spot: &Spot) -> Option<Vec<Proposal>> {
        match *path {
            ["inventory", "instances", instance, "roles", role, "tags"] => {
                Some(self.tags_of_role(instance, role))
            }
            ["inventory", "machines", machine, "tags"] => {
                let mut tags =
                    tags(self.clan, |name| self.clan.why_tagged(machine, name).is_some());
                // What is being typed is itself a tag by now, of this machine alone.
                tags.retain(|tag| {
                    tag.name != spot.name.text || !only_carrier(self.clan, machine, &tag.name)
                });
                Some(tags)
            }
            ["inventory", "tags", tag] => {
                Some(machines(self.clan, |name| self.clan.why_tagged(name, tag).is_some()))
            }
            _ => None,
        }
    }

    fn tags_of_role(self, instance: &str, role: &str) -> Vec<Proposal> {
        let role = self.role(instance, role);
        tags(self.clan, |name| role.is_some_and(|role| role.names_tag(name)))
    }

    fn role(self, instance: &str, role: &str) -> Option<&'a Role> {
        self.clan.instances.get(instance)?.roles.get(role)
    }
}
