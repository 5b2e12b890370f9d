//! What `inventory-ls.toml` has to say about a check.

use anstyle::{AnsiColor, Style};
use ide::Disk;

use crate::cli::output::printable;
use crate::cli::source::Source;
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

/// A line for each mistake in the file, with its place.
pub(super) fn problems(file: &File, target: &Target) -> Vec<String> {
    let source = Source::new(target.as_typed(&file.path), file.text.clone());
    let told = file.problems.iter().map(|problem| {
        let at = source.position(problem.range.start());
        let (path, message) = (source.path(), printable(&problem.message));
        format!("{WARNING}warning{WARNING:#}: {path}:{}:{}: {message}", at.line, at.column)
    });
    told.collect()
}
