//! The file system, as the analysis asks for it.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use ide::{DirEntry, Disk, FileError, FileKind};
use ignore::WalkBuilder;

/// Larger files are not read: no inventory is, and a mistake in a path must not cost the memory.
const LIMIT: u64 = 20 * 1024 * 1024;

/// Files where they are.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct RealDisk;

impl Disk for RealDisk {
    fn read(&self, path: &Path) -> Result<String, FileError> {
        // To open a pipe is to wait for its writer, perhaps for ever.
        match kind_of(fs::metadata(path).map_err(|error| said(&error))?.file_type()) {
            Some(FileKind::File) => {}
            Some(_) => return Err(FileError::Other("it is a folder".to_owned())),
            None => return Err(FileError::Other("it is no regular file".to_owned())),
        }
        text_of(File::open(path).map_err(|error| said(&error))?)
    }

    fn read_dir(&self, path: &Path) -> Result<Vec<DirEntry>, FileError> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(path).map_err(|error| said(&error))? {
            let entry = entry.map_err(|error| said(&error))?;
            // Nix has no way to say names that are not UTF-8 either.
            let Ok(name) = entry.file_name().into_string() else { continue };
            let kind = kind_of(entry.file_type().map_err(|error| said(&error))?);
            entries.extend(kind.map(|kind| DirEntry { name, kind }));
        }
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(entries)
    }

    fn kind(&self, path: &Path) -> Option<FileKind> {
        kind_of(fs::metadata(path).ok()?.file_type())
    }

    fn nix_files(&self, folder: &Path) -> Vec<PathBuf> {
        let mut walk = WalkBuilder::new(folder);
        let walk = walk.require_git(false).sort_by_file_name(Ord::cmp).build();
        let files = walk.filter_map(Result::ok).filter(|entry| {
            entry.file_type().is_some_and(|kind| kind.is_file())
                && entry.path().extension().is_some_and(|extension| extension == "nix")
        });
        files.take(MOST_FILES).map(ignore::DirEntry::into_path).collect()
    }

    fn nix_files_that(&self, folder: &Path, is_wanted: &dyn Fn(&str) -> bool) -> Vec<PathBuf> {
        let begin = Instant::now();
        let all = self.nix_files(folder);
        let in_time = all.iter().take_while(|_| begin.elapsed() < SEARCH_TIME);
        let (mut looked_at, mut found) = (0, Vec::new());
        for path in in_time {
            looked_at += 1;
            if self.read(path).is_ok_and(|text| is_wanted(&text)) {
                found.push(path.clone());
            }
        }
        if looked_at < all.len() {
            let (folder, all) = (folder.display(), all.len());
            tracing::warn!(
                "of the {all} Nix files below {folder} only {looked_at} were looked into"
            );
        }
        found
    }
}

/// The text on stdin.
///
/// # Errors
/// It can't be read, or is no text.
pub(crate) fn read_stdin() -> Result<String, FileError> {
    text_of(io::stdin().lock())
}

fn text_of(from: impl Read) -> Result<String, FileError> {
    let mut bytes = Vec::new();
    from.take(LIMIT + 1).read_to_end(&mut bytes).map_err(|error| said(&error))?;
    if bytes.len() as u64 > LIMIT {
        return Err(FileError::TooLarge(LIMIT));
    }
    String::from_utf8(bytes).map_err(|_| FileError::NotUtf8)
}

/// Files are read for no longer than this when some are looked for.
const SEARCH_TIME: Duration = Duration::from_millis(800);

/// More Nix files than these are not looked through: no fleet has as many.
const MOST_FILES: usize = 20_000;

/// What it is; `None` for sockets, devices and the like, which nobody may read.
fn kind_of(kind: fs::FileType) -> Option<FileKind> {
    if kind.is_symlink() {
        Some(FileKind::Symlink)
    } else if kind.is_dir() {
        Some(FileKind::Directory)
    } else {
        kind.is_file().then_some(FileKind::File)
    }
}

fn said(error: &io::Error) -> FileError {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => FileError::NotFound,
        _ => FileError::Other(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_regular_files_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let read = |name: &str| RealDisk.read(&folder.path().join(name));
        fs::write(folder.path().join("a"), "text").unwrap();
        assert_eq!(read("a").as_deref(), Ok("text"));
        assert_eq!(read("b"), Err(FileError::NotFound));
        assert_eq!(read("a/b"), Err(FileError::NotFound));
        assert_eq!(read(""), Err(FileError::Other("it is a folder".to_owned())));
        fs::write(folder.path().join("c"), b"\xff").unwrap();
        assert_eq!(read("c"), Err(FileError::NotUtf8));
    }

    #[test]
    #[cfg(unix)]
    fn what_has_no_end_is_not_read() {
        let refused = FileError::Other("it is no regular file".to_owned());
        assert_eq!(RealDisk.read(Path::new("/dev/zero")), Err(refused));
    }
}
