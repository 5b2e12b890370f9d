//! The functions of `lib.strings` about names and versions of packages.

use std::sync::Arc;

use smol_str::SmolStr;

use crate::native::{Answer, Call, Native};
use crate::value::{Unknown, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "getName", arity: 1, run: get_name },
    Native { name: "getVersion", arity: 1, run: get_version },
    Native { name: "isStorePath", arity: 1, run: is_store_path },
    Native { name: "nameFromURL", arity: 2, run: name_from_url },
    Native { name: "sanitizeDerivationName", arity: 1, run: sanitize },
    Native { name: "versionAtLeast", arity: 2, run: |call| older(call, false) },
    Native { name: "versionOlder", arity: 2, run: |call| older(call, true) },
];

/// Is the first version older than the second? The answer is turned round when it is not wanted.
fn older(call: &mut Call<'_, '_>, wanted: bool) -> Answer {
    let (left, right) = (call.thunk(0), call.thunk(1));
    match call.builtin("compareVersions", &[right, left])? {
        Value::Int(order) => Ok(((order == 1) == wanted).into()),
        _ => Err(call.mismatch("versions")),
    }
}

/// The name of a package and its version, which begins behind the first `-` that no letter follows.
fn name_and_version(text: &str) -> (&str, &str) {
    let bytes = text.as_bytes();
    let dash = bytes.windows(2).position(|pair| match pair {
        [b'-', next] => !next.is_ascii_alphabetic(),
        _ => false,
    });
    let split = dash.and_then(|dash| Some((text.get(..dash)?, text.get(dash + 1..)?)));
    split.unwrap_or((text, ""))
}

/// What is written in an attribute of a package, or else what its name says.
fn of_package(call: &mut Call<'_, '_>, own: &str, read: fn(&str) -> &str) -> Answer {
    let package = match call.value(0)? {
        Value::String(text) => return Ok(SmolStr::from(read(&text)).into()),
        Value::Attrs(package) => package,
        _ => return Err(call.mismatch("a package")),
    };
    if let Some(own) = call.find(&package, own)? {
        return call.force(own);
    }
    match call.find(&package, "name")? {
        Some(name) => {
            let name = call.as_string(name)?;
            Ok(SmolStr::from(read(&name)).into())
        }
        None => Err(call.mismatch("a package")),
    }
}

fn get_name(call: &mut Call<'_, '_>) -> Answer {
    of_package(call, "pname", |text| name_and_version(text).0)
}

fn get_version(call: &mut Call<'_, '_>) -> Answer {
    of_package(call, "version", |text| name_and_version(text).1)
}

fn is_store_path(call: &mut Call<'_, '_>) -> Answer {
    let value = call.value(0)?;
    store_path(call, &value).map(Value::Bool)
}

/// Is a value something that lies directly in the store?
pub(in crate::library) fn store_path(
    call: &mut Call<'_, '_>,
    value: &Value,
) -> Result<bool, Arc<Unknown>> {
    if !super::convert::string_like(call, value)? {
        return Ok(false);
    }
    let text = call.ev.text_of(value.clone(), call.at);
    let Value::String(text) = text else { return Answer::from(text).map(|_| false) };
    let in_store = text.strip_prefix("/nix/store/").is_some_and(|name| !name.contains('/'));
    let placeholder = text.strip_prefix('/').is_some_and(|hash| {
        hash.len() == 52 && hash.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase())
    });
    Ok(in_store || placeholder)
}

fn name_from_url(call: &mut Call<'_, '_>) -> Answer {
    let (url, separator) = (call.shown(0)?, call.shown(1)?);
    let file = url.rsplit('/').next().unwrap_or_default();
    match file.split_once(separator.as_str()) {
        Some((name, _)) if !separator.is_empty() => Ok(SmolStr::from(name).into()),
        _ => Err(call.unknown("the name does not hold that separator")),
    }
}

/// What a derivation may be called.
fn sanitize(call: &mut Call<'_, '_>) -> Answer {
    const LONGEST: usize = 207;
    let allowed = |c: char| c.is_ascii_alphanumeric() || "+._?=-".contains(c);
    let text = call.no_path(0)?;
    let fine = !text.is_empty() && !text.starts_with('.') && text.chars().all(allowed);
    if fine && text.len() <= LONGEST {
        return Ok(text.into());
    }
    let mut out = String::new();
    let mut replaced = false;
    for character in text.trim_start_matches('.').chars() {
        if allowed(character) {
            out.push(character);
        } else if !replaced {
            out.push('-');
        }
        replaced = !allowed(character);
    }
    // All of it is ASCII by now.
    let end = out.get(out.len().saturating_sub(LONGEST)..).unwrap_or_default();
    call.long(if end.is_empty() { "unknown" } else { end })
}

/// The pieces of a version: numbers and words.
pub(in crate::library) fn version_components(version: &str) -> Vec<&str> {
    let mut components = Vec::new();
    for part in version.split(['.', '-']) {
        let mut rest = part;
        while let Some(first) = rest.chars().next() {
            let number = first.is_ascii_digit();
            let end = rest.find(|c: char| c.is_ascii_digit() != number).unwrap_or(rest.len());
            let (component, more) = rest.split_at_checked(end).unwrap_or((rest, ""));
            components.push(component);
            rest = more;
        }
    }
    components
}
