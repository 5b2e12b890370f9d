//! What values a setting takes, read off its type's description.
//!
//! nixpkgs puts the descriptions of types together by rules, so they can be taken apart again: what
//! stands in a larger description is in parentheses where it would be ambiguous. A description of the
//! user's own, or one that reads two ways, takes any value: nothing follows from it.

use smol_str::SmolStr;

use super::OptionDef;

/// The values that a type takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Whatever: nothing is known of them.
    Any,
    /// `null`
    Null,
    /// `true` and `false`
    Bool,
    /// Integers, from the least to the greatest, both included.
    Int {
        /// The least.
        least: Option<i64>,
        /// The greatest.
        greatest: Option<i64>,
    },
    /// Floating point numbers.
    Float,
    /// Strings.
    Text,
    /// Strings that match a regular expression as a whole.
    Matching(SmolStr),
    /// Absolute paths, also as strings.
    Path,
    /// One of these values.
    Enum(Vec<EnumValue>),
    /// Lists of values of a type.
    List(Box<Kind>),
    /// Sets with any names and values of a type.
    Set(Box<Kind>),
    /// Any set.
    AnySet,
    /// Sets of options, which stand below the setting.
    Submodule,
    /// Modules: sets, functions and paths.
    Module,
    /// Values of any of these types, none of which is of this form.
    OneOf(Vec<Kind>),
}

/// A value that an enumeration lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EnumValue {
    /// A string.
    Text(SmolStr),
    /// An integer.
    Int(i64),
    /// A truth value.
    Bool(bool),
    /// Something that descriptions do not spell out.
    Other,
}

impl OptionDef {
    /// The values that it takes.
    pub fn kind(&self) -> Kind {
        Kind::of_description(&self.ty)
    }
}

/// Types of which the description is always the same.
const FIXED: [(&str, Kind); 18] = [
    ("boolean", Kind::Bool),
    ("boolean (merged using or)", Kind::Bool),
    ("floating point number", Kind::Float),
    ("string", Kind::Text),
    ("non-empty string", Kind::Text),
    ("(optionally newline-terminated) single-line string", Kind::Text),
    ("string, not containing newlines or colons", Kind::Text),
    ("signed integer", Kind::Int { least: None, greatest: None }),
    ("positive integer, meaning >0", Kind::Int { least: Some(1), greatest: None }),
    ("unsigned integer, meaning >=0", Kind::Int { least: Some(0), greatest: None }),
    ("absolute path", Kind::Path),
    ("attribute set", Kind::AnySet),
    ("submodule", Kind::Submodule),
    ("null", Kind::Null),
    ("raw value", Kind::Any),
    ("anything", Kind::Any),
    ("unspecified value", Kind::Any),
    ("module", Kind::Module),
];

/// What a pattern follows. It ends with the description, as far as that can be told.
const MATCHING: &str = "string matching the pattern ";

/// Descriptions that nest deeper than this are not taken apart.
const DEEPEST: u32 = 16;

impl Kind {
    /// The type that has this description.
    pub fn of_description(text: &str) -> Kind {
        // A pattern may hold what else separates types.
        let pattern = text.find(MATCHING).and_then(|at| text.get(at..));
        if pattern.is_some_and(|text| text.contains(" or ") || text.contains(", or ")) {
            return Kind::Any;
        }
        parse(text, DEEPEST).unwrap_or(Kind::Any)
    }
}

/// `None` for what is none of nixpkgs' descriptions.
fn parse(text: &str, depth: u32) -> Option<Kind> {
    let depth = depth.checked_sub(1)?;
    if let Some((_, kind)) = FIXED.iter().find(|(known, _)| *known == text) {
        return Some(kind.clone());
    }
    if let Some(pattern) = text.strip_prefix(MATCHING) {
        return Some(Kind::Matching(pattern.into()));
    }
    let parts = alternatives(text.strip_suffix(" convertible to it").unwrap_or(text));
    if parts.len() > 1 {
        return one_of(&parts, depth);
    }
    if let Some(inner) = parenthesized(text) {
        return parse(inner, depth);
    }
    let boxed = |text: &str| parse(text, depth).unwrap_or(Kind::Any).into();
    if let Some(list) = text.strip_prefix("non-empty (").and_then(|text| text.strip_suffix(')')) {
        return parse(list, depth);
    }
    if let Some(element) = text.strip_prefix("list of ") {
        return Some(Kind::List(boxed(element)));
    }
    let set = text.strip_prefix("lazy ").unwrap_or(text);
    if let Some(element) = set.strip_prefix("attribute set of ") {
        return Some(Kind::Set(boxed(element)));
    }
    if text.starts_with("open submodule of ") {
        return Some(Kind::Submodule);
    }
    if text.starts_with("strings concatenated with ") {
        return Some(Kind::Text);
    }
    enumeration(text).or_else(|| range(text))
}

fn one_of(parts: &[&str], depth: u32) -> Option<Kind> {
    let mut kinds = Vec::new();
    for part in parts {
        match parse(part, depth)? {
            Kind::Any => return Some(Kind::Any),
            Kind::OneOf(inner) => kinds.extend(inner),
            kind => kinds.push(kind),
        }
    }
    Some(Kind::OneOf(kinds))
}

/// What stands between `or`s, outside of parentheses and strings.
fn alternatives(text: &str) -> Vec<&str> {
    split(text, &[", or ", " or "])
}

fn split<'t>(text: &'t str, separators: &[&str]) -> Vec<&'t str> {
    let (mut parts, mut begin) = (Vec::new(), 0);
    let (mut depth, mut in_string) = (0_u32, false);
    for (at, character) in text.char_indices() {
        match character {
            '"' => in_string = !in_string,
            '(' if !in_string => depth += 1,
            ')' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        if in_string || depth > 0 || at < begin {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        if let Some(separator) = separators.iter().find(|it| rest.starts_with(**it)) {
            parts.extend(text.get(begin..at));
            begin = at + separator.len();
        }
    }
    parts.extend(text.get(begin..));
    parts
}

/// What is in parentheses that are around all of a text.
fn parenthesized(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('(')?.strip_suffix(')')?;
    let (mut depth, mut in_string) = (0_u32, false);
    for character in inner.chars() {
        match character {
            '"' => in_string = !in_string,
            '(' if !in_string => depth += 1,
            ')' if !in_string => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    (depth == 0).then_some(inner)
}

/// `one of "a", "b"`, `value "a" (singular enum)`
fn enumeration(text: &str) -> Option<Kind> {
    let single = || text.strip_prefix("value ")?.strip_suffix(" (singular enum)");
    let values = match text.strip_prefix("one of ") {
        Some(values) => split(values, &[", "]),
        None => vec![single()?],
    };
    Some(Kind::Enum(values.into_iter().map(enum_value).collect()))
}

fn enum_value(text: &str) -> EnumValue {
    let quoted = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    if let Some(quoted) = quoted {
        return EnumValue::Text(quoted.into());
    }
    match (text.parse(), text.parse()) {
        (Ok(int), _) => EnumValue::Int(int),
        (_, Ok(bool)) => EnumValue::Bool(bool),
        _ => EnumValue::Other,
    }
}

/// `16 bit unsigned integer; between 0 and 65535 (both inclusive)`
fn range(text: &str) -> Option<Kind> {
    let (of, bounds) = text.split_once("between ")?;
    if !of.trim_end_matches([' ', ';']).ends_with("integer") {
        return None;
    }
    let (least, greatest) = bounds.strip_suffix(" (both inclusive)")?.split_once(" and ")?;
    Some(Kind::Int { least: Some(least.parse().ok()?), greatest: Some(greatest.parse().ok()?) })
}
