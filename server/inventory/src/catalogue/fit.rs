//! Which values are of a kind, and how both are called in a sentence.

use eval::matches_whole;
use smol_str::{SmolStr, format_smolstr};

use super::{EnumValue, Kind, OptionDef};
use crate::clan::WrittenValue;

impl Kind {
    /// Is a value of this kind, as far as that can be told? Of what is in lists and sets only the
    /// outermost shape counts.
    pub fn takes(&self, value: &WrittenValue) -> bool {
        match (self, value) {
            (Kind::Any, _) | (_, WrittenValue::Unknown) => true,
            (Kind::OneOf(kinds), value) => kinds.iter().any(|kind| kind.takes(value)),
            (Kind::Null, value) => matches!(value, WrittenValue::Null),
            (Kind::Bool, value) => matches!(value, WrittenValue::Bool(_)),
            (Kind::Int { least, greatest }, WrittenValue::Int(int)) => {
                least.is_none_or(|least| least <= *int)
                    && greatest.is_none_or(|greatest| *int <= greatest)
            }
            (Kind::Float, value) => matches!(value, WrittenValue::Float(_)),
            (Kind::Text, value) => matches!(value, WrittenValue::Text(_)),
            (Kind::Matching(pattern), WrittenValue::Text(text)) => {
                matches_whole(pattern, text).unwrap_or(true)
            }
            (Kind::Path, WrittenValue::Text(text)) => text.starts_with('/'),
            (Kind::Path, value) => matches!(value, WrittenValue::Path(_)),
            (Kind::Enum(values), value) => values.iter().any(|known| known.is(value)),
            (Kind::List(_), value) => matches!(value, WrittenValue::List { .. }),
            (Kind::Set(_) | Kind::AnySet, value) => matches!(value, WrittenValue::Set { .. }),
            (Kind::Submodule, WrittenValue::Function) => true,
            (Kind::Submodule | Kind::Module, WrittenValue::Text(text)) => text.starts_with('/'),
            (Kind::Submodule, value) => {
                matches!(value, WrittenValue::Set { .. } | WrittenValue::Path(_))
            }
            (Kind::Module, value) => matches!(
                value,
                WrittenValue::Set { .. } | WrittenValue::Path(_) | WrittenValue::Function
            ),
            (Kind::Int { .. } | Kind::Matching(_), _) => false,
        }
    }

    fn takes_one_value(&self) -> bool {
        match self {
            Kind::Null
            | Kind::Bool
            | Kind::Int { .. }
            | Kind::Float
            | Kind::Text
            | Kind::Matching(_)
            | Kind::Path
            | Kind::Enum(_) => true,
            Kind::OneOf(kinds) => kinds.iter().all(Kind::takes_one_value),
            _ => false,
        }
    }

    /// What is of this kind, as a noun with its article: `a list of strings`.
    pub fn describe(&self) -> SmolStr {
        match self {
            Kind::Any => "any value".into(),
            Kind::Null => "`null`".into(),
            Kind::Bool => "`true` or `false`".into(),
            Kind::Int { least: Some(least), greatest: Some(greatest) } => {
                format_smolstr!("an integer from {least} to {greatest}")
            }
            Kind::Int { least: Some(least), .. } => {
                format_smolstr!("an integer that is at least {least}")
            }
            Kind::Int { .. } => "an integer".into(),
            Kind::Float => "a number with a decimal point".into(),
            Kind::Text => "a string".into(),
            Kind::Matching(pattern) => format_smolstr!("a string that matches `{pattern}`"),
            Kind::Path => "a path".into(),
            Kind::Enum(_) => match self.values().as_slice() {
                [] => "one of a few values".into(),
                values => values.join(" or ").into(),
            },
            Kind::List(item) => format_smolstr!("a list of {}", item.plural()),
            Kind::Set(item) => format_smolstr!("a set of {}", item.plural()),
            Kind::AnySet => "a set".into(),
            Kind::Submodule => "a set of options".into(),
            Kind::Module => "a module: a set, a function or a path".into(),
            Kind::OneOf(kinds) => {
                let kinds: Vec<SmolStr> = kinds.iter().map(Kind::describe).collect();
                kinds.join(" or ").into()
            }
        }
    }

    fn plural(&self) -> &'static str {
        match self {
            Kind::Text | Kind::Matching(_) => "strings",
            Kind::Bool => "`true` and `false`",
            Kind::Int { .. } => "integers",
            Kind::Path => "paths",
            Kind::List(_) => "lists",
            Kind::Module => "modules",
            Kind::Set(_) | Kind::AnySet | Kind::Submodule => "sets",
            _ => "values",
        }
    }

    /// The values that there are, as they are written, if they are few.
    pub fn values(&self) -> Vec<SmolStr> {
        match self {
            Kind::Enum(values) => values.iter().filter_map(EnumValue::written).collect(),
            Kind::OneOf(kinds) => kinds.iter().flat_map(Kind::values).collect(),
            _ => Vec::new(),
        }
    }
}

/// What the descriptions of types say that join several scalars to one.
const JOINED: [&str; 2] = ["concatenated with", "merged using"];

impl OptionDef {
    /// Does it hold one of several unequal values only: no list, no set, no lines of text?
    pub fn takes_one_value(&self) -> bool {
        !JOINED.iter().any(|words| self.ty.contains(words)) && self.kind().takes_one_value()
    }
}

impl EnumValue {
    fn is(&self, value: &WrittenValue) -> bool {
        match (self, value) {
            (EnumValue::Text(known), WrittenValue::Text(text)) => known == text,
            (EnumValue::Int(known), WrittenValue::Int(int)) => known == int,
            (EnumValue::Bool(known), WrittenValue::Bool(bool)) => known == bool,
            (EnumValue::Other, _) => true,
            _ => false,
        }
    }

    fn written(&self) -> Option<SmolStr> {
        match self {
            EnumValue::Text(text) => Some(format_smolstr!("\"{text}\"")),
            EnumValue::Int(int) => Some(format_smolstr!("{int}")),
            EnumValue::Bool(bool) => Some(format_smolstr!("{bool}")),
            EnumValue::Other => None,
        }
    }
}

impl WrittenValue {
    /// Is it neither a list nor a set, and known?
    pub fn is_scalar(&self) -> bool {
        !matches!(
            self,
            WrittenValue::Unknown | WrittenValue::List { .. } | WrittenValue::Set { .. }
        )
    }

    /// What it is, as a noun with its article.
    pub fn describe(&self) -> SmolStr {
        match self {
            WrittenValue::Unknown => "something".into(),
            WrittenValue::Null => "`null`".into(),
            WrittenValue::Bool(bool) => format_smolstr!("`{bool}`"),
            WrittenValue::Int(int) => format_smolstr!("{int}"),
            WrittenValue::Float(_) => "a number with a decimal point".into(),
            WrittenValue::Text(text) if text.len() <= 40 && !text.contains('\n') => {
                format_smolstr!("\"{text}\"")
            }
            WrittenValue::Text(_) => "a string".into(),
            WrittenValue::Path(_) => "a path".into(),
            WrittenValue::Function => "a function".into(),
            WrittenValue::List { .. } => "a list".into(),
            WrittenValue::Set { .. } => "a set".into(),
        }
    }
}
