//! `import-tree`: a module that imports every Nix file below a folder.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::plain;
use crate::evaluator::Evaluator;
use crate::files::{FileKind, normalize};
use crate::native::{Answer, Call, Native};
use crate::value::{Attrs, List, ThunkId, Value};

/// How many folders `import-tree` may enter below one another.
const MAX_FOLDERS: u32 = 32;

/// What the input is: a set that can be called. Its other attributes refine which files are taken,
/// and are not followed.
pub(super) fn value(ev: &mut Evaluator<'_>) -> ThunkId {
    let functor = ev.ready(IMPORT_TREE.value(), None);
    ev.open_set(vec![plain("__functor", functor)], "this part of `import-tree` is not followed")
}

/// Takes itself, since it is called through a set, then a folder, a file or a list of such.
static IMPORT_TREE: Native = Native { name: "import-tree", arity: 2, run: import_tree };

fn import_tree(call: &mut Call<'_, '_>) -> Answer {
    let mut files = Vec::new();
    let argument = call.thunk(1);
    gather(call, argument, &mut files)?;
    call.burn(files.len())?;
    let items = files.into_iter().map(|file| call.ready(Value::Path(Arc::from(file)))).collect();
    let imports = call.ready(List { items, open: None });
    Ok(Attrs::new(vec![plain("imports", imports)], None, Vec::new()).into())
}

fn gather(
    call: &mut Call<'_, '_>,
    argument: ThunkId,
    files: &mut Vec<PathBuf>,
) -> Result<(), Arc<crate::value::Unknown>> {
    match call.force(argument)? {
        Value::List(list) => {
            if let Some(open) = &list.open {
                return Err(open.clone());
            }
            list.items.iter().try_for_each(|&item| gather(call, item, files))
        }
        value => {
            let Value::Path(path) = call.ev.as_folder(value) else {
                return Err(call.mismatch("a path"));
            };
            if call.ev.files().kind(&path) == Some(FileKind::Directory) {
                nix_files(call.ev, &path, files, 0);
            } else {
                files.push(path.to_path_buf());
            }
            Ok(())
        }
    }
}

/// The Nix files below a folder, but for those below a name that begins with `_`.
fn nix_files(ev: &Evaluator<'_>, folder: &Path, found: &mut Vec<PathBuf>, depth: u32) {
    if depth == MAX_FOLDERS {
        return;
    }
    for entry in ev.files().read_dir(folder).unwrap_or_default() {
        let path = normalize(&folder.join(&entry.name));
        match entry.kind {
            _ if entry.name.starts_with('_') => {}
            FileKind::Directory => nix_files(ev, &path, found, depth + 1),
            _ if entry.name.ends_with(".nix") => found.push(path),
            _ => {}
        }
    }
}
