//! `inventory-ls.toml`: where it is, and what it says.

use std::path::{Path, PathBuf};

use ide::{Clan, Disk, FileError};

use super::{Problem, Settings};

/// The file's name.
pub const NAME: &str = "inventory-ls.toml";

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
    /// The file that counts for a clan: the nearest at or above its entry, no further up than its
    /// root.
    pub fn of_clan(disk: &dyn Disk, clan: &Clan) -> Option<File> {
        let below = clan.entry.ancestors().skip(1);
        below
            .take_while(|folder| folder.starts_with(&clan.root))
            .find_map(|it| File::in_folder(disk, it))
    }

    /// The file in a folder.
    pub fn in_folder(disk: &dyn Disk, folder: &Path) -> Option<File> {
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
