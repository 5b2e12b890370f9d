//! `inventory-ls.toml`: where it is, and what it says.

use std::path::{Path, PathBuf};

use ide::{Disk, FileError};

use super::{Problem, Settings};

/// The file's name.
pub const NAME: &str = "inventory-ls.toml";

/// The folder that stands for the whole of what a folder belongs to: that of its flake or of its
/// repository, else of its clan, else itself. Found without evaluating anything.
pub fn root_of<'p>(disk: &dyn Disk, folder: &'p Path) -> &'p Path {
    let holds = |folder: &Path, name: &str| disk.kind(&folder.join(name)).is_some();
    let mut above = folder.ancestors();
    let top = above.find(|folder| holds(folder, "flake.nix") || holds(folder, ".git"));
    top.or_else(|| folder.ancestors().find(|folder| holds(folder, "clan.nix"))).unwrap_or(folder)
}

/// A configuration file that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct File {
    /// Where it is, absolute.
    pub path: PathBuf,
    /// Its text; empty when it can't be read.
    pub text: String,
    /// What it says.
    pub settings: Settings,
    /// What is wrong in it, by place.
    pub problems: Vec<Problem>,
}

impl File {
    /// The file that counts in a folder: the nearest at or above it, no further up than `root`.
    pub fn find(disk: &dyn Disk, folder: &Path, root: &Path) -> Option<File> {
        let mut folders = folder.ancestors().take_while(|folder| folder.starts_with(root));
        folders.find_map(|folder| File::in_folder(disk, folder))
    }

    /// The file in a folder.
    fn in_folder(disk: &dyn Disk, folder: &Path) -> Option<File> {
        let path = folder.join(NAME);
        let text = match disk.read(&path) {
            Err(FileError::NotFound) => return None,
            Err(error) => {
                let message = format!("this file can't be read: {error}");
                let problems = vec![Problem { range: ide::TextRange::default(), message }];
                let settings = Settings::default();
                return Some(File { path, text: String::new(), settings, problems });
            }
            Ok(text) => text,
        };
        let (mut settings, mut problems) = Settings::from_toml(&text);
        problems.extend(settings.find_inputs(folder, disk));
        problems.sort_by_key(|problem| problem.range.start());
        Some(File { path, text, settings, problems })
    }

    /// The folder that the paths in it start from.
    pub fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(&self.path)
    }
}
