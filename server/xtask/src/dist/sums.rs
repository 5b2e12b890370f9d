//! The checksums of what is made, as `sha256sum --check` reads them.

use std::fs;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::Result;

/// Writes those of some files beside them, and gives the file.
///
/// # Errors
/// A file can't be read, or this one not be written.
pub(super) fn write(folder: &Path, files: &[PathBuf]) -> Result<PathBuf> {
    let mut lines = String::new();
    for file in files {
        let sum = HEXLOWER.encode(&Sha256::digest(fs::read(file)?));
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        lines.push_str(&format!("{sum}  {name}\n"));
    }
    let sums = folder.join("SHA256SUMS");
    fs::write(&sums, lines)?;
    Ok(sums)
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    #[test]
    fn the_sums_are_right() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a b");
        fs::write(&file, "content").unwrap();
        let sums = write(folder.path(), &[file]).unwrap();
        let mut check = Command::new("sha256sum");
        let check = check.arg("--check").arg(&sums).current_dir(folder.path()).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&check.stdout), "a b: OK\n");
    }
}
