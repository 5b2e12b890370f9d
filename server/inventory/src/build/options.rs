//! Reading the values of simple options.

use std::sync::Arc;

use eval::{Definition, Definitions, FileRange, OptionPath, Unknown, Value};
use smol_str::SmolStr;

use super::Builder;

/// The items of all definitions of a list of strings.
#[derive(Default)]
pub(super) struct Strings {
    /// Each with its place, quotes included.
    pub(super) items: Vec<(SmolStr, FileRange)>,
    pub(super) open: Vec<Arc<Unknown>>,
}

/// What an option holds that takes one string or null.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Text {
    Unset,
    Null(FileRange),
    Known(SmolStr, FileRange),
    Unknown,
}

impl Builder<'_> {
    pub(super) fn strings(&mut self, definitions: &Definitions) -> Strings {
        let definitions = self.ev.discharge(definitions);
        let mut strings = Strings { items: Vec::new(), open: definitions.open.clone() };
        for definition in &definitions.items {
            let value = self.ev.force(definition.value);
            let at = self.place(definition);
            self.gather_strings(value, at, &mut strings);
        }
        strings
    }

    /// The strings of a list; those that no text spells stand where the list is defined, `around`.
    pub(super) fn gather_strings(
        &mut self,
        value: Value,
        around: Option<FileRange>,
        strings: &mut Strings,
    ) {
        match value {
            Value::List(list) => {
                strings.open.extend(list.open.clone());
                for &item in &list.items {
                    match self.ev.force(item) {
                        Value::String(text) => {
                            let at = self.ev.origin(item).map(|origin| self.ev.range(origin));
                            let at = at.or(around);
                            strings.items.extend(at.map(|at| (text, at)));
                        }
                        Value::Unknown(unknown) => strings.open.push(unknown),
                        _ => {}
                    }
                }
            }
            Value::Unknown(unknown) => strings.open.push(unknown),
            _ => {}
        }
    }

    /// Where a definition is written.
    pub(super) fn place(&self, definition: &Definition) -> Option<FileRange> {
        let name = definition.sites.first().map(|site| site.name);
        self.ev.origin(definition.value).or(name).map(|origin| self.ev.range(origin))
    }

    /// The name by which an option is defined; where its value is written, if no name leads to it.
    pub(super) fn name_or_place(&self, definition: &Definition) -> Option<FileRange> {
        let name = definition.sites.first().map(|site| self.ev.range(site.name));
        name.or_else(|| self.place(definition))
    }

    /// Each definition of a string option that counts.
    pub(super) fn texts(&mut self, definitions: &Definitions) -> Vec<Text> {
        let definitions = self.ev.discharge(definitions);
        let texts = definitions.items.iter().map(|definition| {
            let origin = self.ev.origin(definition.value);
            let value = self.ev.force(definition.value);
            match (value, origin.map(|origin| self.ev.range(origin))) {
                (Value::String(text), Some(at)) => Text::Known(text, at),
                (Value::Null, Some(at)) => Text::Null(at),
                _ => Text::Unknown,
            }
        });
        texts.collect()
    }

    /// What the definitions of a string option come to: the first, when all agree.
    pub(super) fn text(&mut self, definitions: &Definitions) -> Text {
        let texts = self.texts(definitions);
        match texts.split_first() {
            None if self.ev.discharge(definitions).open.is_empty() => Text::Unset,
            None => Text::Unknown,
            Some((first, rest)) if rest.iter().all(|text| text.says_the_same(first)) => {
                first.clone()
            }
            Some(_) => Text::Unknown,
        }
    }

    /// Every place that spells the name of these definitions.
    pub(super) fn names(&self, definitions: &Definitions) -> Vec<FileRange> {
        let sites = definitions.items.iter().flat_map(|definition| &definition.sites);
        sites.map(|site| self.ev.range(site.name)).collect()
    }
}

impl Text {
    pub(super) fn says_the_same(&self, other: &Text) -> bool {
        match (self, other) {
            (Text::Known(a, _), Text::Known(b, _)) => a == b,
            (Text::Null(_), Text::Null(_)) | (Text::Unset, Text::Unset) => true,
            _ => false,
        }
    }

    pub(super) fn place(&self) -> Option<FileRange> {
        match self {
            Text::Known(_, at) | Text::Null(at) => Some(*at),
            Text::Unset | Text::Unknown => None,
        }
    }
}

/// An option path as users write it.
pub(super) fn dotted(path: &OptionPath<'_>) -> String {
    path.names().join(".")
}
