//! JSON texts to [`Part`]s, so that `inventory.json` is evaluated like any other file and its values
//! know their places.

use std::sync::Arc;

use jsonc_parser::ast::{Object, ObjectProp, ObjectPropName, Value};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use smol_str::SmolStr;
use syntax::{SyntaxError, TextRange, TextSize};

use crate::hir::{Binding, BindingValue, Bindings, Expr, ExprId, FEW, Names, Site, StringPart};
use crate::part::{Part, PartBuilder, Traits};

/// Lowers a JSON text. A text that does not parse is a hole, with the reason.
pub(crate) fn lower_json(text: &str) -> (Arc<Part>, Option<SyntaxError>) {
    let mut part = PartBuilder::default();
    let whole = TextRange::up_to(TextSize::of(text));
    let (root, error) = match parse_to_ast(text, &CollectOptions::default(), &STRICT) {
        Ok(parsed) => match parsed.value {
            Some(value) => (Some(lower_value(&mut part, &value)), None),
            None => (None, Some(mistake(text, whole, "there is no value in it"))),
        },
        // Nix is not as strict with the mark at the beginning.
        Err(_) if is_json(text.trim_start_matches('\u{feff}')) => (None, None),
        Err(error) => {
            let message = error.kind().to_string();
            (None, Some(mistake(text, text_range(error.range()), &message)))
        }
    };
    let traits = Traits { depends: root.is_none(), ..Traits::default() };
    let root = root.unwrap_or_else(|| part.expr(Expr::Missing, whole));
    (part.finish(Binding::of_file(root), Box::new([]), traits, (0, 0)), error)
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

/// A mistake in the user's words. Of what goes on for lines its beginning stands for all.
fn mistake(text: &str, range: TextRange, message: &str) -> SyntaxError {
    let written = text.get(std::ops::Range::<usize>::from(range)).unwrap_or_default();
    let first = written.chars().next().map(TextSize::of).unwrap_or_default();
    let range = if written.contains('\n') { TextRange::at(range.start(), first) } else { range };
    let mut rest = message.chars();
    let message = rest.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(rest);
    SyntaxError { range, message: message.collect(), fix: None }
}

/// JSON as the standard has it: what `builtins.fromJSON` reads.
pub(crate) const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

fn lower_value(part: &mut PartBuilder, value: &Value<'_>) -> ExprId {
    let expr = match value {
        Value::NullKeyword(_) => Expr::Null,
        Value::BooleanLit(bool) => Expr::Bool(bool.value),
        Value::NumberLit(number) => lower_number(number.value),
        Value::StringLit(string) => {
            Expr::String(Box::new([StringPart::Literal(SmolStr::new(&string.value))]))
        }
        Value::Array(array) => {
            Expr::List(array.elements.iter().map(|element| lower_value(part, element)).collect())
        }
        Value::Object(object) => {
            let id = part.reserve();
            let bindings = lower_object(part, object);
            part.fill(id, bindings);
            Expr::AttrSet { recursive: false, bindings: id }
        }
    };
    part.expr(expr, text_range(value.range()))
}

/// Of two properties with one name the last counts, as in Nix.
fn lower_object(part: &mut PartBuilder, object: &Object<'_>) -> Bindings {
    let mut entries = Vec::with_capacity(object.properties.len());
    let mut names = Names::default();
    for property in &object.properties {
        let binding = lower_property(part, property);
        let number = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        let number = *names.entry(binding.name.clone()).or_insert(number);
        let entry = part.binding(binding);
        match entries.get_mut(number as usize) {
            Some(earlier) => *earlier = entry,
            None => entries.push(entry),
        }
    }
    let names = (entries.len() > FEW).then(|| Arc::new(names));
    Bindings { entries, dynamic: Vec::new(), names }
}

fn lower_property(part: &mut PartBuilder, property: &ObjectProp<'_>) -> Binding {
    let (name, range) = match &property.name {
        ObjectPropName::String(string) => (SmolStr::new(&string.value), string.range),
        ObjectPropName::Word(word) => (SmolStr::new(word.value), word.range),
    };
    let site = Site { name: text_range(range), whole: true };
    let value = BindingValue::Expr(lower_value(part, &property.value));
    Binding { name, sites: Box::new([site]), value }
}

fn lower_number(text: &str) -> Expr {
    if let Ok(int) = text.parse() {
        return Expr::Int(int);
    }
    text.parse().map_or(Expr::Missing, Expr::Float)
}

fn text_range(range: Range) -> TextRange {
    let size = |at: usize| TextSize::new(u32::try_from(at).unwrap_or(u32::MAX));
    TextRange::new(size(range.start), size(range.end.max(range.start)))
}
