//! A copy of a checkout, to be changed and put back.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use super::Renaming;

/// A copy in a folder of its own.
pub(super) struct Copy {
    folder: tempfile::TempDir,
    /// The text of each Nix and JSON file, by its path below the root.
    texts: Vec<(PathBuf, String)>,
}

/// Where a text stands: line and column from 1, the column in characters.
pub(super) struct Place {
    pub(super) file: PathBuf,
    pub(super) line: usize,
    pub(super) column: usize,
}

/// What was changed, to be put back.
pub(super) struct Changed {
    files: Vec<(PathBuf, String)>,
    moved: Vec<(PathBuf, PathBuf)>,
}

impl Copy {
    pub(super) fn of(checkout: &Path) -> Result<Copy, Box<dyn Error>> {
        let folder = tempfile::tempdir()?;
        let mut texts = Vec::new();
        copy(checkout, folder.path(), Path::new(""), &mut texts)?;
        texts.sort();
        Ok(Copy { folder, texts })
    }

    pub(super) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The places at which a text says a name, whole.
    pub(super) fn places(&self, name: &str) -> impl Iterator<Item = Place> {
        let in_name = |char: char| char.is_alphanumeric() || "_-'".contains(char);
        self.texts.iter().flat_map(move |(file, text)| {
            text.lines().enumerate().flat_map(move |(index, line)| {
                line.match_indices(name).filter_map(move |(at, _)| {
                    let (before, rest) = line.split_at(at);
                    let after = rest.strip_prefix(name)?;
                    let whole = !before.ends_with(in_name) && !after.starts_with(in_name);
                    let column = before.chars().count() + 1;
                    whole.then(|| Place { file: file.clone(), line: index + 1, column })
                })
            })
        })
    }

    /// Does what a renaming tells, in the order that it is told in.
    pub(super) fn apply(&self, at: &Place, renaming: &Renaming) -> Result<Changed, Box<dyn Error>> {
        // Paths begin at the folder of the file that was asked about.
        let base = self.root().join(at.file.parent().unwrap_or(Path::new("")));
        let mut changed = Changed { files: Vec::new(), moved: Vec::new() };
        for edited in &renaming.files {
            let path = base.join(&edited.file);
            changed.files.push((path.clone(), fs::read_to_string(&path)?));
            fs::write(&path, &edited.text)?;
        }
        for moved in &renaming.moves {
            let (from, to) = (base.join(&moved.from), base.join(&moved.to));
            fs::rename(&from, &to)?;
            changed.moved.push((from, to));
        }
        Ok(changed)
    }

    /// Puts everything back.
    pub(super) fn restore(&self, changed: Changed) -> Result<(), Box<dyn Error>> {
        for (from, to) in changed.moved.iter().rev() {
            fs::rename(to, from)?;
        }
        for (path, text) in changed.files {
            fs::write(path, text)?;
        }
        Ok(())
    }
}

fn copy(
    from: &Path,
    to: &Path,
    below: &Path,
    texts: &mut Vec<(PathBuf, String)>,
) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(from.join(below))? {
        let entry = entry?;
        let path = below.join(entry.file_name());
        let kind = entry.file_type()?;
        if kind.is_dir() {
            fs::create_dir_all(to.join(&path))?;
            copy(from, to, &path, texts)?;
        } else if kind.is_file() {
            fs::copy(entry.path(), to.join(&path))?;
            let is_read = path.extension().is_some_and(|it| it == "nix" || it == "json");
            if is_read && let Ok(text) = fs::read_to_string(entry.path()) {
                texts.push((path, text));
            }
        } else {
            let target = fs::read_link(entry.path())?;
            std::os::unix::fs::symlink(target, to.join(&path))?;
        }
    }
    Ok(())
}
