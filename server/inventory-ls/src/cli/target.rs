//! PATH: the folder or file that a command is asked about, and how paths are printed from there.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use ide::{Analysis, Clan, Disk, FileError};

use super::Failure;
use super::output::printable;
use crate::configuration::{self, Configuration, File};
use crate::disk::RealDisk;
use crate::no_clan;

/// The folder or file that a command is asked about.
pub(crate) struct Target {
    typed: PathBuf,
    path: PathBuf,
    folder: PathBuf,
}

impl Target {
    /// Finds what the user named.
    ///
    /// # Errors
    /// Nothing is there, or it may not be looked at.
    pub(crate) fn find(typed: &Path) -> Result<Target, Failure> {
        let failed = |error: std::io::Error| unreadable(typed, &error);
        if std::fs::metadata(typed).map_err(failed)?.is_dir() {
            let folder = typed.canonicalize().map_err(failed)?;
            return Ok(Target { typed: typed.to_owned(), path: folder.clone(), folder });
        }
        Target::file(typed)
    }

    /// A file, which need not be there.
    ///
    /// # Errors
    /// It is a folder, or the path leads nowhere.
    pub(crate) fn file(typed: &Path) -> Result<Target, Failure> {
        let absolute = std::path::absolute(typed).map_err(|error| unreadable(typed, &error))?;
        let (Some(folder), Some(name), false) =
            (absolute.parent(), absolute.file_name(), typed.is_dir())
        else {
            return Err(unreadable(typed, &"it is a folder"));
        };
        // A link to a file stands for a file where the link stands: only its folder is resolved.
        let folder = folder.canonicalize().unwrap_or_else(|_| ide::normalize(folder));
        Ok(Target { typed: typed.to_owned(), path: folder.join(name), folder })
    }

    /// The absolute path.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The folder, or the one that the file is in.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Is it a folder?
    pub(crate) fn is_folder(&self) -> bool {
        self.path == self.folder
    }

    /// A path for programs: relative to the target's folder, `/` between names, the folder itself
    /// `.`.
    pub(crate) fn in_folder(&self, path: &Path) -> String {
        relative(path, &self.folder)
    }

    /// A path for people: from the working folder, or absolute if that is how the user wrote PATH,
    /// so that it can be opened from where they are.
    pub(crate) fn as_typed(&self, path: &Path) -> String {
        match std::env::current_dir() {
            Ok(working) if self.typed.is_relative() => printable(&relative(path, &working)),
            _ => printable(&path.to_string_lossy()),
        }
    }

    /// A path for GitHub, which knows a file by its place in the repository: relative to the
    /// workflow's checkout; outside of one as for people.
    pub(crate) fn in_repository(&self, path: &Path) -> String {
        let checkout = std::env::var_os("GITHUB_WORKSPACE").map(PathBuf::from);
        match checkout.and_then(|checkout| checkout.canonicalize().ok()) {
            Some(checkout) if path.starts_with(&checkout) => relative(path, &checkout),
            _ => self.as_typed(path),
        }
    }

    /// Where the configuration says that the sources of inputs lie, by name.
    pub(crate) fn configured_inputs(&self, disk: &dyn Disk) -> BTreeMap<String, PathBuf> {
        let root = configuration::root_of(disk, &self.folder);
        let file = File::find(disk, &self.folder, root);
        let base = file.as_ref().map_or(root, File::folder);
        Configuration::of(base, file.iter().map(|file| &file.settings)).inputs
    }

    /// The clan that the folder or the file belongs to.
    pub(crate) fn clan(&self, analysis: &Analysis) -> Option<Arc<Clan>> {
        analysis.clan(&self.path)
    }

    /// The clans of the target: the one that the folder or the file belongs to; of a folder that
    /// belongs to none, those in the folders below it.
    pub(crate) fn clans(&self, analysis: &Analysis) -> Vec<Arc<Clan>> {
        analysis.clans(&self.path)
    }

    /// What to say when the file can't be had as text.
    pub(crate) fn unreadable(&self, why: &dyn Display) -> Failure {
        unreadable(&self.typed, why)
    }

    /// What to say when there is no clan.
    pub(crate) fn no_clan(&self) -> Failure {
        let entry = |path: &Path| {
            if self.is_folder() { path.join("clan.nix") } else { path.to_owned() }
        };
        match RealDisk.read(&entry(&self.path)) {
            Ok(_) | Err(FileError::NotFound) => self.elsewhere(),
            // What would be the clan is there.
            Err(why) => unreadable(&entry(&self.typed), &why),
        }
    }

    fn elsewhere(&self) -> Failure {
        let typed = self.typed.display();
        Failure::new(if self.is_folder() {
            format!("{}; name the folder that holds it", no_clan::in_folder(format!("`{typed}`")))
        } else {
            let what = no_clan::of_file(typed);
            format!("{what}; name the folder that holds clan.nix or flake.nix")
        })
    }
}

/// What to say of a path that can't be read.
pub(crate) fn unreadable(typed: &Path, why: &dyn Display) -> Failure {
    Failure::new(format!("cannot read `{}`: {why}", typed.display()))
}

/// `path` as seen from the folder `base`; both absolute and normal.
fn relative(path: &Path, base: &Path) -> String {
    let (mut path, mut base) = (path.components().peekable(), base.components().peekable());
    while path.peek().is_some() && path.peek() == base.peek() {
        path.next();
        base.next();
    }
    let up = base.map(|_| "..".into());
    let names: Vec<_> = up.chain(path.map(name)).collect();
    if names.is_empty() { ".".to_owned() } else { names.join("/") }
}

fn name(component: Component<'_>) -> Cow<'_, str> {
    component.as_os_str().to_string_lossy()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::relative;

    #[track_caller]
    fn seen(path: &str, base: &str, expected: &str) {
        assert_eq!(relative(Path::new(path), Path::new(base)), expected);
    }

    #[test]
    fn paths_below_lose_the_base() {
        seen("/fleet/machines/jon", "/fleet", "machines/jon");
        seen("/fleet", "/fleet", ".");
    }

    #[test]
    fn paths_elsewhere_go_up() {
        seen("/fleet/clan.nix", "/fleet/machines/jon", "../../clan.nix");
        seen("/lib/a.nix", "/fleet", "../lib/a.nix");
    }
}
