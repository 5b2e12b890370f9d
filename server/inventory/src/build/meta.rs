//! `meta`: what the clan is called.

use eval::{Definitions, FileRange, OptionPath};
use smol_str::SmolStr;
use syntax::TextRange;

use super::Builder;
use super::options::Text;
use crate::check::OptionMistake;
use crate::schema::Level;

/// What `meta` says.
pub(super) struct Meta {
    pub(super) name: Name,
    pub(super) mistakes: Vec<OptionMistake>,
}

/// `meta.name`
pub(super) enum Name {
    Known(SmolStr),
    /// Nothing gives it.
    Unset,
    Unknown,
}

impl Name {
    /// This one, if it is set, else another.
    pub(super) fn or(self, other: Name) -> Name {
        if matches!(self, Name::Unset) { other } else { self }
    }

    pub(super) fn known(self) -> Option<SmolStr> {
        match self {
            Name::Known(name) => Some(name),
            Name::Unset | Name::Unknown => None,
        }
    }
}

impl Builder<'_> {
    /// Reads `meta` at the top of the clan or in its inventory.
    pub(super) fn meta(&mut self, definitions: &Definitions, path: &OptionPath<'_>) -> Meta {
        let modules = self.ev.submodule(definitions, path, &self.context());
        let mut options = self.ev.children(&modules, path);
        let mistakes = self.judge(Level::Meta, path, &options, &[]);
        let name = match self.text(&options.take("name")) {
            Text::Known(name, _) => Name::Known(name),
            Text::Unset => Name::Unset,
            Text::Null(_) | Text::Unknown => Name::Unknown,
        };
        Meta { name, mistakes }
    }

    /// Where the clan begins: the first character of the set that is its first module.
    pub(super) fn beginning(&self, definitions: &Definitions) -> Option<FileRange> {
        let first = definitions.items.first()?;
        let FileRange { file, range } = self.place(first)?;
        Some(FileRange { file, range: TextRange::at(range.start(), 1.into()) })
    }
}
