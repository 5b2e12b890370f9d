//! What `inventory-ls.toml` has to say about a check.

use anstyle::{AnsiColor, Style};
use ide::{Clan, Disk};

use crate::cli::output::printable;
use crate::cli::source::Source;
use crate::cli::target::Target;
use crate::configuration::{Configuration, File, Preset};

const WARNING: Style = AnsiColor::Yellow.on_default().bold();

/// The configuration of what is checked. `check` runs beside no other server: unlike an editor's,
/// its diagnostics are all that there are.
pub(super) fn configuration(target: &Target, file: Option<&File>) -> Configuration {
    let base = file.map_or(target.folder(), File::folder);
    let settings = file.map(|file| &file.settings);
    let mut configuration = Configuration::of(base, settings);
    configuration.preset = Preset::Standalone;
    configuration
}

/// The configuration file of a clan, or of the one file that belongs to none.
pub(super) fn file(disk: &dyn Disk, target: &Target, clan: Option<&Clan>) -> Option<File> {
    match clan {
        Some(clan) => File::of_clan(disk, clan),
        None => File::in_folder(disk, target.folder()),
    }
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
