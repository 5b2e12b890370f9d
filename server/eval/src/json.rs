//! JSON texts to [`Hir`], so that `inventory.json` is evaluated like any other file and its values
//! know their places.

use indexmap::IndexMap;
use jsonc_parser::ast::{ObjectProp, ObjectPropName, Value};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use smol_str::SmolStr;
use syntax::{SyntaxError, TextRange, TextSize};

use crate::hir::{
    Binding, BindingValue, Bindings, Expr, ExprId, Hir, HirBuilder, Site, StringPart,
};

/// Lowers a JSON text. A text that does not parse is a hole, with the reason.
pub(crate) fn lower_json(text: &str) -> (Hir, Option<SyntaxError>) {
    let mut hir = HirBuilder::default();
    let whole = TextRange::up_to(TextSize::of(text));
    let (root, error) = match parse_to_ast(text, &CollectOptions::default(), &STRICT) {
        Ok(parsed) => (parsed.value.map(|value| lower_value(&mut hir, &value)), None),
        Err(error) => {
            let range = text_range(error.range());
            let message = error.kind().to_string();
            (None, Some(SyntaxError { range, message, fix: None }))
        }
    };
    let root = root.unwrap_or_else(|| hir.alloc_at(Expr::Missing, whole));
    (hir.finish(root), error)
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

fn lower_value(hir: &mut HirBuilder, value: &Value<'_>) -> ExprId {
    let expr = match value {
        Value::NullKeyword(_) => Expr::Null,
        Value::BooleanLit(bool) => Expr::Bool(bool.value),
        Value::NumberLit(number) => lower_number(number.value),
        Value::StringLit(string) => {
            Expr::String(Box::new([StringPart::Literal(SmolStr::new(&string.value))]))
        }
        Value::Array(array) => {
            Expr::List(array.elements.iter().map(|element| lower_value(hir, element)).collect())
        }
        Value::Object(object) => {
            // Of two properties with one name the last counts, as in Nix.
            let mut entries: IndexMap<SmolStr, Binding> = IndexMap::new();
            for property in &object.properties {
                let binding = lower_property(hir, property);
                entries.insert(binding.name.clone(), binding);
            }
            let entries = entries.into_values().collect();
            Expr::AttrSet { recursive: false, bindings: Bindings { entries, dynamic: Vec::new() } }
        }
    };
    hir.alloc_at(expr, text_range(value.range()))
}

fn lower_property(hir: &mut HirBuilder, property: &ObjectProp<'_>) -> Binding {
    let (name, range) = match &property.name {
        ObjectPropName::String(string) => (SmolStr::new(&string.value), string.range),
        ObjectPropName::Word(word) => (SmolStr::new(word.value), word.range),
    };
    let site = Site { name: hir.span(text_range(range)), whole: true };
    let value = BindingValue::Expr(lower_value(hir, &property.value));
    Binding { name, sites: vec![site], value }
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
