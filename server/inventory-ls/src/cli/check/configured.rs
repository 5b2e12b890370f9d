//! What `inventory-ls.toml` has to say about a check.

use std::path::Path;

use anstyle::{AnsiColor, Style};
use ide::Disk;

use crate::cli::output::{printable, remark};
use crate::cli::source::{Source, Span};
use crate::cli::target::Target;
use crate::configuration::{self, Configuration, File, Preset};

const WARNING: Style = AnsiColor::Yellow.on_default().bold();

/// The configuration of what is checked, and the file that it comes from. `check` runs beside no
/// other server: unlike an editor's, its diagnostics are all that there are.
pub(super) fn read(disk: &dyn Disk, target: &Target) -> (Configuration, Option<File>) {
    let root = configuration::root_of(disk, target.folder());
    let file = File::find(disk, target.folder(), root);
    let base = file.as_ref().map_or(root, File::folder);
    let mut configuration = Configuration::of(base, file.iter().map(|file| &file.settings));
    configuration.preset = Preset::Standalone;
    (configuration, file)
}

/// The mistakes in the configuration file, if there is one.
pub(super) struct Problems {
    file: Option<File>,
    source: Source,
}

impl Problems {
    /// Those of a file; `name` tells how its path is printed.
    pub(super) fn of(file: Option<File>, name: impl Fn(&Path) -> String) -> Problems {
        let path = file.as_ref().map(|file| name(&file.path)).unwrap_or_default();
        let text = file.as_ref().map(|file| file.text.clone()).unwrap_or_default();
        Problems { file, source: Source::new(path, text) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list().next().is_none()
    }

    /// The path as it is printed.
    pub(super) fn path(&self) -> &str {
        self.source.path()
    }

    /// Where each is, and what it is.
    pub(super) fn list(&self) -> impl Iterator<Item = (Span, &str)> {
        let problems = self.file.iter().flat_map(|file| &file.problems);
        problems.map(|it| (self.source.span(it.range), it.message.as_str()))
    }

    /// Tells a person of each, with its place.
    pub(super) fn remark(&self, target: &Target) {
        let Some(file) = &self.file else { return };
        let path = target.as_typed(&file.path);
        for (Span { start, .. }, message) in self.list() {
            let (line, column) = (start.line, start.column);
            let message = printable(message);
            remark(&format!("{WARNING}warning{WARNING:#}: {path}:{line}:{column}: {message}"));
        }
    }
}
