//! The properties of a JSON text, as whole bindings.

use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use rustc_hash::FxHashMap;
use syntax::{TextRange, TextSize};

/// All of them, at any depth: where each is, by where its name is.
pub(super) fn properties(text: &str) -> FxHashMap<TextRange, TextRange> {
    let mut found = FxHashMap::default();
    let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
    if let Some(value) = parsed.ok().and_then(|parsed| parsed.value) {
        collect(&value, &mut found);
    }
    found
}

fn collect(value: &Value<'_>, found: &mut FxHashMap<TextRange, TextRange>) {
    let Value::Object(object) = value else { return };
    for property in &object.properties {
        found.extend(ranges(property));
        collect(&property.value, found);
    }
}

fn ranges(property: &ObjectProp<'_>) -> Option<(TextRange, TextRange)> {
    Some((text_range(property.name.range())?, text_range(property.range())?))
}

fn text_range(range: Range) -> Option<TextRange> {
    let size = |offset: usize| TextSize::try_from(offset).ok();
    Some(TextRange::new(size(range.start)?, size(range.end)?))
}
