//! `lib.filesystem`: folders, as far as evaluation may read them.

use std::path::Path;
use std::sync::Arc;

use smol_str::SmolStr;

use crate::files::FileKind;
use crate::library::{Passes, Section, no_values};
use crate::native::{Answer, Call, Native};
use crate::value::{List, ThunkId, Unknown, Value};

pub(super) static SECTION: Section = Section {
    name: "filesystem",
    functions: &[FUNCTIONS],
    builtins: &["baseNameOf", "dirOf", "hashFile", "isPath", "readDir", "readFileType"],
    values: no_values,
    passes: Passes::Only(&[
        "baseNameOf",
        "dirOf",
        "hashFile",
        "isPath",
        "pathIsDirectory",
        "pathIsRegularFile",
        "pathType",
        "readDir",
        "readFileType",
    ]),
};

static FUNCTIONS: &[Native] = &[
    Native { name: "listFilesRecursive", arity: 1, run: list_files_recursive },
    Native { name: "locateDominatingFile", arity: 2, run: locate_dominating_file },
    Native { name: "pathIsDirectory", arity: 1, run: |call| is_kind(call, "directory") },
    Native { name: "pathIsRegularFile", arity: 1, run: |call| is_kind(call, "regular") },
    Native { name: "pathType", arity: 1, run: path_type },
    Native { name: "resolveDefaultNix", arity: 1, run: resolve_default_nix },
];

fn path_type(call: &mut Call<'_, '_>) -> Answer {
    let path = call.thunk(0);
    call.builtin("readFileType", &[path])
}

fn is_kind(call: &mut Call<'_, '_>, wanted: &str) -> Answer {
    let path = call.thunk(0);
    match call.builtin("pathExists", &[path])? {
        Value::Bool(true) => {
            let kind = path_type(call)?;
            Ok(matches!(kind, Value::String(kind) if kind == wanted).into())
        }
        other => Ok(other),
    }
}

/// What a folder holds, by name.
fn entries(
    call: &mut Call<'_, '_>,
    folder: &Path,
) -> Result<Vec<(String, FileKind)>, Arc<Unknown>> {
    if let Some(why) = call.ev.forbidden(folder) {
        return Err(call.unknown(why));
    }
    let entries =
        call.ev.files().read_dir(folder).map_err(|error| {
            call.unknown(format!("`{}` can't be read: {error}", folder.display()))
        })?;
    call.burn(entries.len())?;
    let mut entries: Vec<_> = entries.into_iter().map(|entry| (entry.name, entry.kind)).collect();
    entries.sort_unstable_by(|left, right| left.0.cmp(&right.0));
    Ok(entries)
}

fn list_files_recursive(call: &mut Call<'_, '_>) -> Answer {
    let as_text = matches!(call.value(0)?, Value::String(_));
    let folder = call.path(0)?;
    let mut files = Vec::new();
    add_files(call, &folder, as_text, &mut files)?;
    Ok(List { items: files, open: None }.into())
}

fn add_files(
    call: &mut Call<'_, '_>,
    folder: &Path,
    as_text: bool,
    files: &mut Vec<ThunkId>,
) -> Result<(), Arc<Unknown>> {
    for (name, kind) in entries(call, folder)? {
        let path = folder.join(name);
        if kind == FileKind::Directory {
            call.bounded(|call| add_files(call, &path, as_text, files))?;
        } else {
            files.push(call.ready(same_type(&path, as_text)));
        }
    }
    Ok(())
}

fn same_type(path: &Path, as_text: bool) -> Value {
    match as_text {
        true => Value::String(SmolStr::from(path.to_string_lossy())),
        false => Value::Path(Arc::from(path)),
    }
}

/// The nearest folder above that holds a file whose name the pattern matches.
fn locate_dominating_file(call: &mut Call<'_, '_>) -> Answer {
    let (pattern, file) = (call.thunk(0), call.path(1)?);
    let as_text = matches!(call.value(1)?, Value::String(_));
    let is_folder = call.ev.files().kind(&file) == Some(FileKind::Directory);
    for folder in file.ancestors().skip(usize::from(!is_folder)) {
        let mut matches = Vec::new();
        for (name, _) in entries(call, folder)? {
            let name = call.text_of(name);
            match call.builtin("match", &[pattern, name])? {
                Value::Null => {}
                found => matches.push(call.ready(found)),
            }
        }
        if !matches.is_empty() {
            let matches = call.ready(List { items: matches, open: None });
            let path = call.ready(same_type(folder, as_text));
            return Ok(call.set([("matches", matches), ("path", path)]));
        }
    }
    Ok(Value::Null)
}

fn resolve_default_nix(call: &mut Call<'_, '_>) -> Answer {
    let value = call.value(0)?;
    let slash = matches!(&value, Value::String(text) if text.ends_with('/'));
    match (is_kind(call, "directory")?, &value) {
        (Value::Bool(true), Value::Path(path)) => {
            Ok(Value::Path(Arc::from(path.join("default.nix"))))
        }
        (Value::Bool(true), Value::String(text)) => call.long(format!("{text}/default.nix")),
        (Value::Bool(false), Value::String(text)) if slash => {
            call.long(format!("{text}default.nix"))
        }
        (Value::Bool(false), _) => Ok(value),
        _ => Err(call.mismatch("a path")),
    }
}
