//! The file system, with what the user says of inputs: `--input NAME=PATH`, and `inputs` of the
//! configuration.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ide::{DirEntry, Disk, FileError, FileKind};

/// A disk, and where the sources of inputs lie, by the flake's folder and the input's name.
pub(crate) struct ToldInputs<F> {
    disk: Arc<dyn Disk>,
    told: F,
}

impl<F: Fn(&Path, &str) -> Option<PathBuf> + Send + Sync> ToldInputs<F> {
    pub(crate) fn new(disk: Arc<dyn Disk>, told: F) -> ToldInputs<F> {
        ToldInputs { disk, told }
    }
}

/// A disk with the inputs that a command line names and those that a configuration does; the
/// command line counts first.
pub(crate) fn on_command_line(
    disk: &Arc<dyn Disk>,
    named: &[(String, PathBuf)],
    configured: &BTreeMap<String, PathBuf>,
) -> Arc<dyn Disk> {
    let mut inputs = configured.clone();
    inputs.extend(named.iter().cloned());
    Arc::new(ToldInputs::new(disk.clone(), move |_: &Path, name: &str| inputs.get(name).cloned()))
}

impl<F: Fn(&Path, &str) -> Option<PathBuf> + Send + Sync> Disk for ToldInputs<F> {
    fn read(&self, path: &Path) -> Result<String, FileError> {
        self.disk.read(path)
    }

    fn read_dir(&self, path: &Path) -> Result<Vec<DirEntry>, FileError> {
        self.disk.read_dir(path)
    }

    fn kind(&self, path: &Path) -> Option<FileKind> {
        self.disk.kind(path)
    }

    fn nix_files(&self, folder: &Path) -> Vec<PathBuf> {
        self.disk.nix_files(folder)
    }

    fn nix_files_that(&self, folder: &Path, is_wanted: &dyn Fn(&str) -> bool) -> Vec<PathBuf> {
        self.disk.nix_files_that(folder, is_wanted)
    }

    fn input(&self, flake: &Path, name: &str) -> Option<PathBuf> {
        (self.told)(flake, name)
    }
}
