//! `builtins` about versions and the names of packages.

use std::cmp::Ordering;

use smol_str::SmolStr;

use crate::native::{Answer, Call, Native};
use crate::operator::BYTES_A_STEP;
use crate::value::{Attrs, List, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "compareVersions", arity: 2, run: compare_versions },
    Native { name: "parseDrvName", arity: 1, run: parse_drv_name },
    Native { name: "splitVersion", arity: 1, run: split_version },
];

/// The components of a version: runs of digits and of what is neither digit, dot nor dash.
fn components(version: &str) -> impl Iterator<Item = &str> {
    let mut rest = version;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(['.', '-']);
        let digits = rest.starts_with(|char: char| char.is_ascii_digit());
        let ends = |char: char| match char {
            '.' | '-' => true,
            char => char.is_ascii_digit() != digits,
        };
        let (component, after) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
        rest = after;
        (!component.is_empty()).then_some(component)
    })
}

fn split_version(call: &mut Call<'_, '_>) -> Answer {
    let version = call.string(0)?;
    let items = components(&version).map(|component| call.ready(SmolStr::new(component)));
    Ok(List { items: items.collect(), open: None }.into())
}

fn compare_versions(call: &mut Call<'_, '_>) -> Answer {
    let (left, right) = (call.string(0)?, call.string(1)?);
    call.burn((left.len() + right.len()) / BYTES_A_STEP)?;
    let order = match compare(&left, &right) {
        Ordering::Less => -1,
        Ordering::Equal => 0,
        Ordering::Greater => 1,
    };
    Ok(Value::Int(order))
}

fn compare(left: &str, right: &str) -> Ordering {
    let (mut left, mut right) = (components(left), components(right));
    loop {
        let (first, second) = (left.next(), right.next());
        if first.is_none() && second.is_none() {
            return Ordering::Equal;
        }
        let (first, second) = (first.unwrap_or_default(), second.unwrap_or_default());
        if is_less(first, second) {
            return Ordering::Less;
        }
        if is_less(second, first) {
            return Ordering::Greater;
        }
    }
}

/// Does one component come before the other? `pre` before all, then words, then numbers.
fn is_less(left: &str, right: &str) -> bool {
    // Nix reads them into such small numbers too, and takes larger ones for words.
    let number = |component: &str| component.parse::<i32>().ok();
    match (number(left), number(right)) {
        (Some(left), Some(right)) => left < right,
        (None, Some(_)) if left.is_empty() => true,
        _ if left == "pre" && right != "pre" => true,
        _ if right == "pre" => false,
        (_, Some(_)) => true,
        (Some(_), _) => false,
        (None, None) => left < right,
    }
}

/// The version begins after the first dash that no letter follows.
fn parse_drv_name(call: &mut Call<'_, '_>) -> Answer {
    let text = call.string(0)?;
    call.burn(text.len() / BYTES_A_STEP)?;
    let split = text.match_indices('-').find_map(|(dash, _)| {
        let (name, version) = (text.get(..dash)?, text.get(dash + 1..)?);
        let next = version.chars().next()?;
        (!next.is_ascii_alphabetic()).then_some((name, version, next))
    });
    let (name, version) = match split {
        // What is a letter there depends on the machine's language.
        Some((_, _, next)) if !next.is_ascii() => {
            return Err(call.unknown("where the version of such a name begins is not known"));
        }
        Some((name, version, _)) => (name, version),
        None => (text.as_str(), ""),
    };
    let (name, version) = (call.ready(SmolStr::new(name)), call.ready(SmolStr::new(version)));
    let attrs =
        vec![call.attr("name".into(), name, None), call.attr("version".into(), version, None)];
    Ok(Attrs::new(attrs, None, Vec::new()).into())
}
