//! Puts what tests need below `target/editors`: once, in pinned versions.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use super::{Result, command, program};
use crate::workspace;

/// Seconds to wait before each try: registries stumble, and are back in a moment.
const TRIES: [u64; 3] = [0, 5, 30];

/// Where installations are kept.
pub(super) fn shelf() -> PathBuf {
    workspace::root().join("target/editors")
}

/// The folder `name` on a shelf as `install` has filled it for this `pin` (versions, checksums), now
/// or in an earlier run. What was only begun does not count.
///
/// # Errors
/// What `install` says when it has failed for the third time.
pub(super) fn once(
    shelf: &Path,
    name: &str,
    pin: &str,
    install: impl Fn(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let (folder, part) = (shelf.join(name), shelf.join(format!("{name}.part")));
    if fs::read_to_string(folder.join(".pin")).is_ok_and(|it| it == pin) {
        return Ok(folder);
    }
    eprintln!("installing {name} below {}", shelf.display());
    thrice(|| {
        remove(&part)?;
        fs::create_dir_all(&part)?;
        install(&part)
    })?;
    fs::write(part.join(".pin"), pin)?;
    remove(&folder)?;
    fs::rename(&part, &folder)?;
    Ok(folder)
}

/// Installs what a `requirements.txt` pins from PyPI, in a folder of that name on the shelf.
///
/// # Errors
/// pip is missing, the registry does not answer, or has no such packages for this machine.
pub(super) fn from_pypi(name: &str, requirements: &str) -> Result<PathBuf> {
    let shelf = shelf();
    let pip = program::find("pip3", "python3-pip")?;
    once(&shelf, name, &workspace::read(requirements)?, |folder| {
        let mut pip = Command::new(&pip);
        pip.args(["install", "--no-deps", "--require-hashes", "--no-compile"]);
        pip.args(["--root-user-action", "ignore", "--target"]).arg(folder);
        pip.arg("-r").arg(workspace::root().join(requirements));
        command::quietly(&mut pip, &shelf.join(format!("{name}.log")))
    })
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

/// Tries up to three times.
///
/// # Errors
/// The last one's.
pub(super) fn thrice(attempt: impl Fn() -> Result<()>) -> Result<()> {
    let mut outcome = Ok(());
    for pause in TRIES {
        thread::sleep(Duration::from_secs(pause));
        outcome = attempt();
        if outcome.is_ok() {
            break;
        }
    }
    outcome
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn a_pin_is_installed_once() {
        let shelf = tempfile::tempdir().unwrap();
        let installs = Cell::new(0);
        let install = |folder: &Path| {
            installs.set(installs.get() + 1);
            Ok(fs::write(folder.join("editor"), installs.get().to_string())?)
        };
        for (pin, expected) in [("1", "1"), ("1", "1"), ("2", "2")] {
            let folder = once(shelf.path(), "vi", pin, install).unwrap();
            assert_eq!(fs::read_to_string(folder.join("editor")).unwrap(), expected, "{pin}");
        }
    }

    #[test]
    fn a_half_filled_folder_does_not_count() {
        let shelf = tempfile::tempdir().unwrap();
        fs::create_dir(shelf.path().join("vi")).unwrap();
        fs::create_dir(shelf.path().join("vi.part")).unwrap();
        fs::write(shelf.path().join("vi.part/half"), "").unwrap();
        let folder = once(shelf.path(), "vi", "1", |_| Ok(())).unwrap();
        assert!(!folder.join("half").exists() && folder.join(".pin").exists());
    }
}
