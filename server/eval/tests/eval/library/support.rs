//! The library in reach of an expression, and values as text.

use std::path::Path;

use eval::{Evaluator, Origin, ThunkId, Value};

use crate::support::{Memory, show};

/// Asks something of the value of an expression in which `lib` is the library. Beside the
/// expression, `/main.nix`, there may be other files.
fn with_value<T>(
    expression: &str,
    others: &[(&str, &str)],
    ask: impl FnOnce(&mut Evaluator<'_>, ThunkId) -> T,
) -> T {
    let text = format!("lib: {expression}");
    let main = ("/main.nix", text.as_str());
    let files: Vec<(&str, &str)> = others.iter().copied().chain([main]).collect();
    let memory = Memory::new(&files);
    let mut ev = Evaluator::new(&memory);
    let function = ev.import(Path::new("/main.nix"), None);
    let library = ev.library();
    let value = match ev.origin(function) {
        Some(at) => ev.call(function, &[library], at),
        None => Value::unknown("the file can't be read", None),
    };
    let value = ev.ready(value, None);
    ask(&mut ev, value)
}

/// The value of an expression is, as Nix would print it, the one that is expected. `?` marks what
/// is not known: `?(why)` a value, `…?` that there may be more.
#[track_caller]
pub(crate) fn check(expression: &str, expected: &str) {
    check_among(expression, &[], expected);
}

/// The same beside other files.
#[track_caller]
pub(crate) fn check_among(expression: &str, others: &[(&str, &str)], expected: &str) {
    let value = with_value(expression, others, show);
    assert_eq!(value, expected, "for {expression}");
}

/// The value is not known.
#[track_caller]
pub(crate) fn check_unknown(expression: &str) {
    let value = with_value(expression, &[], show);
    assert!(value.starts_with("?("), "for {expression}: {value}");
}

/// What the text says at the places where an attribute's name is spelled, in order.
pub(crate) fn spelled(expression: &str, attribute: &str) -> Vec<String> {
    with_value(expression, &[], |ev, value| {
        let Value::Attrs(set) = ev.force(value) else { return Vec::new() };
        let sites = set.get(attribute).map(|attr| attr.sites.clone()).unwrap_or_default();
        sites.into_iter().map(|site| text_at(ev, expression, site.name)).collect()
    })
}

fn text_at(ev: &Evaluator<'_>, expression: &str, place: Origin) -> String {
    let range = ev.range(place).range;
    let text = format!("lib: {expression}");
    text.get(std::ops::Range::<usize>::from(range)).unwrap_or_default().to_owned()
}
