//! `check --fix`: makes the fixes that are beyond doubt.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anstyle::{AnsiColor, Style};
use ide::{FileId, FixRules, Fixed};
use tempfile::{NamedTempFile, TempPath};

use super::{Check, is_wanted};
use crate::args::CheckArgs;
use crate::cli::Failure;
use crate::cli::output::printable;
use crate::cli::target::Target;

const FIXED: Style = AnsiColor::Green.on_default().bold();

/// Finds out what the texts are after all fixes of what the user asked for; nothing is written.
pub(super) fn find(check: &Check<'_>, args: &CheckArgs) -> Fixed {
    // What is read from elsewhere, such as the source of an input, is not the user's to change.
    let own = |file: &&FileId| {
        let path = check.analysis.path(**file);
        check.clans.is_empty() || check.clans.iter().any(|clan| path.starts_with(&clan.root))
    };
    let files: Vec<FileId> = check.files.iter().filter(own).copied().collect();
    let rules = FixRules {
        mistakes: &|analysis, file| check.mistakes(analysis, file),
        wanted: &|fix| fix.safe && fix.mends.as_ref().is_some_and(|it| is_wanted(args, it)),
    };
    check.analysis.fix_all(&files, &rules)
}

/// Writes the texts, each at once; none of them if a file is another by now than the one that was
/// read.
///
/// # Errors
/// Which file can't be written, or changed meanwhile.
pub(super) fn write(check: &Check<'_>, target: &Target, fixed: &Fixed) -> Result<(), Failure> {
    let mut prepared = Vec::new();
    for (&file, text) in &fixed.texts {
        let path = check.analysis.path(file);
        let failed = |error: &io::Error| {
            Failure::new(format!("cannot write `{}`: {error}", target.as_typed(&path)))
        };
        let before = check.analysis.text(file).unwrap_or_default();
        let (real, written) = prepare(&path, text).map_err(|error| failed(&error))?;
        prepared.push((path, before, real, written));
    }
    let is_same =
        |real: &Path, before: &str| fs::read(real).is_ok_and(|it| it == before.as_bytes());
    if let Some((path, ..)) = prepared.iter().find(|(_, before, real, _)| !is_same(real, before)) {
        let name = target.as_typed(path);
        return Err(Failure::new(format!("`{name}` changed meanwhile: nothing was written")));
    }
    for (path, _, real, written) in prepared {
        written.persist(real).map_err(|error| {
            Failure::new(format!("cannot write `{}`: {error}", target.as_typed(&path)))
        })?;
    }
    Ok(())
}

/// Puts a text beside the file that a path leads to, with what that file permits; the file's own
/// path with it.
fn prepare(path: &Path, text: &str) -> io::Result<(PathBuf, TempPath)> {
    let real = path.canonicalize()?;
    let permissions = fs::metadata(&real)?.permissions();
    if permissions.readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it is read-only"));
    }
    let folder = real.parent().unwrap_or(Path::new("/"));
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().set_permissions(permissions)?;
    file.as_file().sync_all()?;
    Ok((real, file.into_temp_path()))
}

/// What was done, a line each, and a closing line if it was anything.
pub(super) fn told(check: &Check<'_>, target: &Target, fixed: &Fixed) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for done in &fixed.done {
        let path = target.as_typed(&check.analysis.path(done.file));
        let (line, column) = (done.at.line + 1, done.at.col + 1);
        let (title, code) = (printable(&done.title), done.code.as_str());
        lines.push(format!("{FIXED}fixed{FIXED:#}[{code}]: {path}:{line}:{column}: {title}"));
    }
    lines
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use clap::Parser;
    use ide::Disk;

    use super::*;
    use crate::args::{Args, Command};
    use crate::cli::check::configured;
    use crate::cli::check::subject::Subject;
    use crate::disk::RealDisk;

    #[test]
    fn a_file_that_changed_meanwhile_is_not_written() {
        let folder = tempfile::tempdir().unwrap();
        let clan = folder.path().join("clan.nix");
        fs::write(&clan, "{ meta.name = \"t\" }").unwrap();
        let line = ["inventory-ls".into(), "check".into(), folder.path().as_os_str().to_owned()];
        let Some(Command::Check(args)) = Args::parse_from(line).command else { panic!("no check") };
        let disk: Arc<dyn Disk> = Arc::new(RealDisk);
        let subject = Subject::of(&args, &*disk).unwrap();
        let target = &subject.target;
        let (configuration, _) = configured::read(&*disk, target);
        let check = Check::new(&disk, &subject, &configuration).unwrap();
        let fixed = find(&check, &args);
        assert_eq!(fixed.done.len(), 1);

        fs::write(&clan, "{ meta.name = \"other\" }").unwrap();
        let failure = write(&check, target, &fixed).unwrap_err().to_string();
        assert!(failure.contains("changed meanwhile"), "{failure}");
        assert_eq!(fs::read_to_string(&clan).unwrap(), "{ meta.name = \"other\" }");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
