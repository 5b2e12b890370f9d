//! `builtins` that read files, within the folders that evaluation may read, and those about paths.

use std::path::Path;
use std::sync::Arc;

use smol_str::SmolStr;

use crate::files::{FileKind, normalize};
use crate::native::{Answer, Call, Native};
use crate::operator::BYTES_A_STEP;
use crate::value::{Attrs, Unknown, Value};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "baseNameOf", arity: 1, run: base_name_of },
    Native { name: "dirOf", arity: 1, run: dir_of },
    Native { name: "filterSource", arity: 2, run: |call| call.path(1).map(Value::Path) },
    Native { name: "import", arity: 1, run: import },
    Native { name: "path", arity: 1, run: path },
    Native { name: "pathExists", arity: 1, run: path_exists },
    Native { name: "readDir", arity: 1, run: read_dir },
    Native { name: "readFile", arity: 1, run: read_file },
    Native { name: "readFileType", arity: 1, run: read_file_type },
    Native { name: "toPath", arity: 1, run: to_path },
];

fn import(call: &mut Call<'_, '_>) -> Answer {
    let path = call.path(0)?;
    let thunk = call.ev.import(&path, Some(call.at));
    call.force(thunk).inspect_err(|_| call.ev.refuse_absent(&path))
}

fn read_dir(call: &mut Call<'_, '_>) -> Answer {
    let path = allowed(call)?;
    let entries =
        call.ev.files().read_dir(&path).map_err(|error| unreadable(call, &path, &error))?;
    call.burn(entries.len())?;
    let attrs = entries.into_iter().map(|entry| {
        let kind = call.ready(Value::String(SmolStr::new_static(kind_name(entry.kind))));
        call.attr(entry.name.into(), kind, None)
    });
    Ok(Attrs::new(attrs.collect(), None, Vec::new()).into())
}

fn read_file(call: &mut Call<'_, '_>) -> Answer {
    let path = allowed(call)?;
    match call.ev.files().text(&path) {
        Ok(text) => {
            call.burn(text.len() / BYTES_A_STEP)?;
            Ok(Value::String(text.into()))
        }
        Err(error) => Err(unreadable(call, &path, &error)),
    }
}

fn read_file_type(call: &mut Call<'_, '_>) -> Answer {
    let path = allowed(call)?;
    match entry_kind(call, &path).or_else(|| call.ev.files().kind(&path)) {
        Some(kind) => Ok(Value::String(SmolStr::new_static(kind_name(kind)))),
        None => Err(call.unknown(format!("`{}` does not exist", path.display()))),
    }
}

/// What a path is as an entry of its folder, so that a link is one.
fn entry_kind(call: &mut Call<'_, '_>, path: &Path) -> Option<FileKind> {
    let (folder, name) = (path.parent()?, path.file_name()?.to_str()?);
    let entries = call.ev.files().read_dir(folder).ok()?;
    call.ev.burn(entries.len());
    entries.into_iter().find(|entry| entry.name == name).map(|entry| entry.kind)
}

fn path_exists(call: &mut Call<'_, '_>) -> Answer {
    let path = allowed(call)?;
    // A link that leads nowhere is there.
    let exists = call.ev.files().kind(&path).is_some() || entry_kind(call, &path).is_some();
    Ok(exists.into())
}

/// The path of the first argument, if it may be read.
fn allowed(call: &mut Call<'_, '_>) -> Result<Arc<Path>, Arc<Unknown>> {
    let path = call.path(0)?;
    match call.ev.forbidden(&path) {
        Some(why) => Err(call.unknown(why)),
        None => Ok(path),
    }
}

fn unreadable(call: &Call<'_, '_>, path: &Path, error: &dyn std::fmt::Display) -> Arc<Unknown> {
    call.unknown(format!("`{}` can't be read: {error}", path.display()))
}

fn kind_name(kind: FileKind) -> &'static str {
    match kind {
        FileKind::File => "regular",
        FileKind::Directory => "directory",
        FileKind::Symlink => "symlink",
    }
}

fn to_path(call: &mut Call<'_, '_>) -> Answer {
    let path = call.path(0)?;
    Ok(Value::String(path.to_string_lossy().into()))
}

/// `builtins.path { path; … }`: a copy in the store, of which we know where it came from.
fn path(call: &mut Call<'_, '_>) -> Answer {
    let arguments = call.attrs(0)?;
    match arguments.get("path") {
        Some(attr) => call.force(attr.value),
        None => Err(call.mismatch("a set with `path`")),
    }
}

fn base_name_of(call: &mut Call<'_, '_>) -> Answer {
    let text = call.text(0)?;
    let trimmed = text.strip_suffix('/').unwrap_or(&text);
    Ok(Value::String(trimmed.rsplit('/').next().unwrap_or_default().into()))
}

fn dir_of(call: &mut Call<'_, '_>) -> Answer {
    match call.value(0)? {
        Value::Path(path) => {
            let folder = path.parent().unwrap_or(Path::new("/"));
            Ok(Value::Path(Arc::from(normalize(folder))))
        }
        value => {
            let text = call.coerce(value)?;
            let folder = match text.rsplit_once('/') {
                Some(("", _)) => "/",
                Some((folder, _)) => folder,
                None => ".",
            };
            Ok(Value::String(folder.into()))
        }
    }
}
