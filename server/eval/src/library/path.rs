//! `lib.path`: paths, and strings that say where below a folder something lies.

use std::path::Path;
use std::sync::Arc;

use smol_str::SmolStr;

use crate::evaluator::Evaluator;
use crate::files::normalize;
use crate::library::{Passes, Section, plain};
use crate::native::{Answer, Call, Native};
use crate::value::{Attrs, ThunkId, Unknown, Value};

pub(super) static SECTION: Section = Section {
    name: "path",
    functions: &[FUNCTIONS],
    builtins: &[],
    values,
    passes: Passes::Only(&[]),
};

static FUNCTIONS: &[Native] = &[
    Native { name: "append", arity: 2, run: append },
    Native { name: "hasPrefix", arity: 2, run: has_prefix },
    Native { name: "hasStorePathPrefix", arity: 1, run: has_store_path_prefix },
    Native { name: "removePrefix", arity: 2, run: remove_prefix },
    Native { name: "splitRoot", arity: 1, run: split_root },
];

static SUBPATH: &[Native] = &[
    Native { name: "components", arity: 1, run: components },
    Native { name: "isValid", arity: 1, run: is_valid },
    Native { name: "join", arity: 1, run: join },
    Native { name: "normalise", arity: 1, run: normalise },
];

fn values(ev: &mut Evaluator<'_>) -> Vec<(&'static str, ThunkId)> {
    let entries = SUBPATH.iter().map(|native| plain(native.name, ev.ready(native.value(), None)));
    let subpath = Attrs::new(entries.collect(), Some(super::not_followed()), Vec::new());
    vec![("subpath", ev.ready(subpath.into(), None))]
}

/// A path, written as one.
fn true_path(call: &mut Call<'_, '_>, number: usize) -> Result<Arc<Path>, Arc<Unknown>> {
    match call.value(number)? {
        Value::Path(path) => Ok(path),
        _ => Err(call.mismatch("a path")),
    }
}

fn valid(text: &str) -> bool {
    !text.is_empty() && !text.starts_with('/') && text.split('/').all(|name| name != "..")
}

/// The names in a text that says where below a folder something lies.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('/').filter(|name| !name.is_empty() && *name != ".")
}

fn relative<'n>(names: impl Iterator<Item = &'n str>) -> SmolStr {
    let names: Vec<&str> = names.collect();
    format!("./{}", if names.is_empty() { ".".to_owned() } else { names.join("/") }).into()
}

/// A text of which it is sure that it leads below a folder.
fn subpath(call: &mut Call<'_, '_>, number: usize) -> Result<SmolStr, Arc<Unknown>> {
    let text = call.string(number)?;
    match valid(&text) {
        true => Ok(text),
        false => Err(call.mismatch("a path below a folder")),
    }
}

fn append(call: &mut Call<'_, '_>) -> Answer {
    let (path, below) = (true_path(call, 0)?, subpath(call, 1)?);
    Ok(Value::Path(Arc::from(normalize(&path.join(below.as_str())))))
}

fn has_prefix(call: &mut Call<'_, '_>) -> Answer {
    let (above, below) = (true_path(call, 0)?, true_path(call, 1)?);
    Ok(below.starts_with(&above).into())
}

fn remove_prefix(call: &mut Call<'_, '_>) -> Answer {
    let (above, below) = (true_path(call, 0)?, true_path(call, 1)?);
    match below.strip_prefix(&above) {
        Ok(rest) => Ok(relative(names(&rest.to_string_lossy())).into()),
        Err(_) => Err(call.unknown("the path does not lie below the other")),
    }
}

fn split_root(call: &mut Call<'_, '_>) -> Answer {
    let path = true_path(call, 0)?;
    let below = call.ready(relative(names(&path.to_string_lossy())));
    let root = call.ready(Value::Path(Arc::from(Path::new("/"))));
    Ok(call.set([("root", root), ("subpath", below)]))
}

fn has_store_path_prefix(call: &mut Call<'_, '_>) -> Answer {
    Ok(in_store(&true_path(call, 0)?).into())
}

/// Does a path lie in the store, or is it something in there?
pub(super) fn in_store(path: &Path) -> bool {
    let mut names = path.iter().skip(1).map(|name| name.to_string_lossy());
    let (first, second, third) = (names.next(), names.next(), names.next());
    let hash = |name: &str| {
        name.len() == 52 && name.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase())
    };
    if first.as_deref().is_some_and(hash) {
        return true;
    }
    let stored = |name: &str| {
        name.split_at_checked(32).is_some_and(|(_, rest)| rest.len() > 1 && rest.starts_with('-'))
    };
    first.as_deref() == Some("nix")
        && second.as_deref() == Some("store")
        && third.as_deref().is_some_and(stored)
}

fn is_valid(call: &mut Call<'_, '_>) -> Answer {
    Ok(matches!(call.value(0)?, Value::String(text) if valid(&text)).into())
}

fn components(call: &mut Call<'_, '_>) -> Answer {
    let text = subpath(call, 0)?;
    call.texts(names(&text))
}

fn normalise(call: &mut Call<'_, '_>) -> Answer {
    let text = subpath(call, 0)?;
    Ok(relative(names(&text)).into())
}

fn join(call: &mut Call<'_, '_>) -> Answer {
    let parts = call.strings(0)?;
    match parts.iter().all(|part| valid(part)) {
        true => call.long(relative(parts.iter().flat_map(|part| names(part)))),
        false => Err(call.mismatch("paths below a folder")),
    }
}
