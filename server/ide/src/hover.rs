//! What the thing under the cursor is: each kind of thing answers for itself.

mod instance;
mod machine;
mod module;
mod role;
mod setting;
mod tag;
mod values;

use eval::FilePosition;
use inventory::{Clan, Place};
use syntax::TextRange;

use crate::Analysis;
use crate::place::{ground, spot};
use crate::subject::Subject;

pub(crate) use setting::setting;

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
    let ground = ground(analysis, at.file)?;
    let spot = spot(&parse, &ground, at)?;
    let clan = &ground.clan;
    let context = Context { analysis, clan };
    let name = &spot.name.text;
    let Some(subject) = Subject::of(&spot) else {
        let markdown = setting::hover(context, &spot)?;
        return Some(Hover { range: spot.name.range, markdown });
    };
    let markdown = match subject {
        Subject::Machine => machine::hover(context, name),
        Subject::Tag => tag::hover(context, name),
        Subject::Instance => instance::hover(context, name),
        Subject::Module { instance } => module::hover(context, instance, name),
        Subject::Role { instance } => role::hover(context, instance, name),
        Subject::Input => None,
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
