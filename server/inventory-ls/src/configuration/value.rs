//! TOML and JSON as one kind of tree, so that both are read by the same rules.

use ide::{TextRange, TextSize};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Problem;

/// A value and where it stands; what came without a text stands at its start.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Value {
    pub(super) kind: Kind,
    pub(super) range: TextRange,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub(super) enum Kind {
    /// Null: as if it were not there.
    #[default]
    Nothing,
    Bool(bool),
    Text(String),
    List(Vec<Value>),
    Table(Vec<Entry>),
    /// Numbers and dates, of which no setting is one.
    Other,
}

/// A key of a table, and its value.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) range: TextRange,
    pub(super) value: Value,
}

impl Value {
    /// Reads TOML, past what is wrong in it.
    pub(super) fn from_toml(text: &str) -> (Value, Vec<Problem>) {
        let (table, errors) = DeTable::parse_recoverable(text);
        let problems = errors.into_iter().map(|error| Problem {
            range: error.span().map(range).unwrap_or_default(),
            message: format!("this is not TOML: {}", error.message()),
        });
        let at = range(table.span());
        let kind = Kind::Table(entries(table.into_inner()));
        (Value { kind, range: at }, problems.collect())
    }

    /// Takes over JSON.
    pub(super) fn from_json(json: &serde_json::Value) -> Value {
        use serde_json::Value as Json;
        let entry = |(name, value): (&String, &Json)| Entry {
            name: name.clone(),
            range: TextRange::default(),
            value: Value::from_json(value),
        };
        let kind = match json {
            Json::Null => Kind::Nothing,
            Json::Bool(value) => Kind::Bool(*value),
            Json::String(text) => Kind::Text(text.clone()),
            Json::Array(items) => Kind::List(items.iter().map(Value::from_json).collect()),
            Json::Object(fields) => Kind::Table(fields.iter().map(entry).collect()),
            Json::Number(_) => Kind::Other,
        };
        Value { kind, range: TextRange::default() }
    }

    /// What a person calls a value of this kind.
    pub(super) fn noun(&self) -> &'static str {
        match &self.kind {
            Kind::Nothing => "nothing",
            Kind::Bool(_) => "true or false",
            Kind::Text(_) => "a string",
            Kind::List(_) => "a list",
            Kind::Table(_) => "a table",
            Kind::Other => "a number or a date",
        }
    }
}

/// The entries of a table, as they stand in the text.
fn entries(table: DeTable<'_>) -> Vec<Entry> {
    let entries = table.into_iter().map(|(key, value)| Entry {
        range: range(key.span()),
        name: key.into_inner().into_owned(),
        value: from_toml_value(value),
    });
    let mut entries: Vec<_> = entries.collect();
    entries.sort_by_key(|entry| entry.range.start());
    entries
}

fn from_toml_value(value: Spanned<DeValue<'_>>) -> Value {
    let range = range(value.span());
    let kind = match value.into_inner() {
        DeValue::Boolean(value) => Kind::Bool(value),
        DeValue::String(text) => Kind::Text(text.into_owned()),
        DeValue::Array(items) => Kind::List(items.into_iter().map(from_toml_value).collect()),
        DeValue::Table(table) => Kind::Table(entries(table)),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) => Kind::Other,
    };
    Value { kind, range }
}

fn range(bytes: std::ops::Range<usize>) -> TextRange {
    let offset = |at: usize| TextSize::try_from(at).unwrap_or_default();
    let start = offset(bytes.start);
    TextRange::new(start, offset(bytes.end).max(start))
}
