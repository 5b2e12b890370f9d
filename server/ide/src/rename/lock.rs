//! The names of inputs in `flake.lock`: without them, Nix would lock an input anew that has another
//! name, at another version.

use jsonc_parser::ast::{Array, Object, ObjectProp, ObjectPropName, StringLit, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use syntax::{TextRange, TextSize};

/// The strings that name an input of the flake itself, quotes included: `None` if the text is no
/// lock file.
pub(super) fn places(text: &str, input: &str) -> Option<Vec<TextRange>> {
    let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default()).ok()?;
    let Value::Object(lock) = parsed.value? else { return None };
    let root = lock.get_string("root")?.value.to_string();
    let mut places = Vec::new();
    for node in &lock.get_object("nodes")?.properties {
        let Value::Object(fields) = &node.value else { continue };
        places.extend(fields.get_array("parent").and_then(|path| first(path, input)));
        let inputs = fields.get_object("inputs").into_iter();
        for of in inputs.flat_map(|inputs: &Object<'_>| &inputs.properties) {
            if let Value::Array(path) = &of.value {
                places.extend(first(path, input));
            }
            places.extend((node.name.as_str() == root).then(|| key(of, input)).flatten());
        }
    }
    Some(places)
}

/// The key of an entry, if it is that name.
fn key(entry: &ObjectProp<'_>, name: &str) -> Option<TextRange> {
    match &entry.name {
        ObjectPropName::String(key) if key.value == name => range(key),
        _ => None,
    }
}

/// The first step of a path from the root, if it is that name.
fn first(path: &Array<'_>, name: &str) -> Option<TextRange> {
    match path.elements.first()? {
        Value::StringLit(step) if step.value == name => range(step),
        _ => None,
    }
}

fn range(string: &StringLit<'_>) -> Option<TextRange> {
    let offset = |at: usize| Some(TextSize::new(u32::try_from(at).ok()?));
    Some(TextRange::new(offset(string.start())?, offset(string.end())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_input_is_named_by_the_root_and_by_paths_from_it() {
        let text = r#"{ "nodes": {
            "a_2": { "inputs": { "a": "b", "nixpkgs": ["a", "nixpkgs"], "x": ["b", "a"] } },
            "b": { "parent": ["a"] },
            "root": { "inputs": { "a": "a_2", "b": "b" } } },
            "root": "root", "version": 7 }"#;
        let places = places(text, "a").unwrap_or_default();
        let texts = places.iter().map(|&at| text.get(std::ops::Range::from(at)));
        assert!(texts.clone().all(|text| text == Some("\"a\"")), "{:?}", texts.collect::<Vec<_>>());
        assert_eq!(places.len(), 3);
    }

    #[test]
    fn what_is_no_lock_file_has_no_inputs() {
        assert_eq!(places("{", "a"), None);
        assert_eq!(places("[]", "a"), None);
    }
}
