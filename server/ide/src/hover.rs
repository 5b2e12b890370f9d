//! What the thing under the cursor is: each kind of thing answers for itself.

mod machine;
mod role;
mod tag;

use eval::FilePosition;
use inventory::{Clan, Place};
use syntax::TextRange;

use crate::Analysis;
use crate::place::{At, Spot, spot};

/// An answer to a hover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// The text that it speaks of, in bytes.
    pub range: TextRange,
    /// The answer, as Markdown.
    pub markdown: String,
}

pub(crate) fn hover(analysis: &Analysis, at: FilePosition) -> Option<Hover> {
    let parse = analysis.parse(at.file)?;
    let clan = analysis.clan(&analysis.path(at.file))?;
    let spot = spot(&parse, &clan, at)?;
    if spot.name.range.is_empty() {
        return None;
    }
    let context = Context { analysis, clan: &clan };
    let markdown = match Subject::of(&spot)? {
        Subject::Machine => machine::hover(context, &spot.name.text),
        Subject::Tag => tag::hover(context, &spot.name.text),
        Subject::Role { instance } => role::hover(context, instance, &spot.name.text),
    }?;
    Some(Hover { range: spot.name.range, markdown })
}

/// What the answers draw on.
#[derive(Clone, Copy)]
struct Context<'a> {
    analysis: &'a Analysis,
    clan: &'a Clan,
}

impl Context<'_> {
    /// `clan.nix:12`, or the folder, below the clan's root.
    fn place(self, place: &Place) -> String {
        match place {
            Place::Text(at) => {
                let path = self.analysis.path(at.file);
                let path = path.strip_prefix(&self.clan.root).unwrap_or(&path);
                let lines = self.analysis.line_index(at.file);
                let line = lines.and_then(|lines| lines.try_line_col(at.range.start()));
                format!("{}:{}", path.display(), line.map_or(1, |at| at.line + 1))
            }
            Place::Folder(folder) => {
                let folder = folder.strip_prefix(&self.clan.root).unwrap_or(folder);
                format!("{}/", folder.display())
            }
        }
    }
}

/// What a name names, by the place that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Subject<'s> {
    Machine,
    Tag,
    Role { instance: &'s str },
}

impl Subject<'_> {
    fn of(spot: &Spot) -> Option<Subject<'_>> {
        let path: Vec<&str> = spot.path.iter().map(smol_str::SmolStr::as_str).collect();
        match (path.as_slice(), spot.at) {
            (["machines"] | ["inventory", "machines"], At::Key)
            | (["inventory", "tags", _], At::Item)
            | (["inventory", "instances", _, "roles", _, "machines"], At::Key) => {
                Some(Subject::Machine)
            }
            (["inventory", "tags"], At::Key)
            | (["inventory", "machines", _, "tags"], At::Item)
            | (["inventory", "instances", _, "roles", _, "tags"], At::Key | At::Item) => {
                Some(Subject::Tag)
            }
            (["inventory", "instances", instance, "roles"], At::Key) => {
                Some(Subject::Role { instance })
            }
            _ => None,
        }
    }
}

/// `one`, `two` … as counted nouns: `1 machine`, `2 machines`.
fn counted(count: usize, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}
