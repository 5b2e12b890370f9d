//! Finds the cases on the disk and reads them.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::runner::Case;

/// Stands in a folder that else holds nothing, which version control would not keep.
const EMPTY_FOLDER: &str = ".gitkeep";

/// All cases below a folder, by name: folders that hold a clan, and Nix files that stand alone.
/// Other folders are topics.
///
/// # Errors
/// The first folder that can't be read.
pub(crate) fn find(folder: &Path, topic: &str) -> io::Result<Vec<(String, PathBuf)>> {
    let mut cases = Vec::new();
    for path in entries(folder)? {
        let name = format!("{topic}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if ["clan.nix", "flake.nix"].iter().any(|entry| path.join(entry).is_file()) {
            cases.push((name, path));
        } else if path.is_dir() {
            cases.extend(find(&path, &format!("{name}/"))?);
        } else if let Some(name) = name.strip_suffix(".nix") {
            cases.push((name.to_owned(), path));
        }
    }
    Ok(cases)
}

/// Reads a case. One that is a single file is its clan's `clan.nix`.
///
/// # Errors
/// What can't be read, and every comment that can't be made out, a line each.
pub(crate) fn load(stored: &Path) -> Result<Case, String> {
    let mut case = Case::default();
    let mut problems = Vec::new();
    if stored.is_dir() {
        load_folder(&mut case, stored, Path::new(""), &mut problems);
    } else {
        load_file(&mut case, stored, "clan.nix", &mut problems);
    }
    if problems.is_empty() { Ok(case) } else { Err(problems.join("\n")) }
}

fn load_folder(case: &mut Case, stored: &Path, inside: &Path, problems: &mut Vec<String>) {
    let paths = match entries(stored) {
        Ok(paths) => paths,
        Err(error) => return problems.push(format!("{}: {error}", stored.display())),
    };
    for path in paths {
        let name = path.file_name().unwrap_or_default();
        let inner = inside.join(name);
        if path.is_dir() {
            load_folder(case, &path, &inner, problems);
        } else if name == EMPTY_FOLDER {
            case.add_folder(inside);
        } else {
            load_file(case, &path, &inner.to_string_lossy(), problems);
        }
    }
}

fn load_file(case: &mut Case, stored: &Path, name: &str, problems: &mut Vec<String>) {
    let mistakes = match fs::read_to_string(stored) {
        Ok(text) => case.add_file(name, stored, &text).err().unwrap_or_default(),
        Err(error) => return problems.push(format!("{}: {error}", stored.display())),
    };
    for mistake in mistakes {
        problems.push(format!("{}:{}: {}", stored.display(), mistake.line, mistake.message));
    }
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?;
    let mut paths = entries.map(|e| Ok(e?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
