//! Programs of the system: found, or installed where that is a matter of course.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Result, command, install};

/// A program on the `PATH`. Where it is missing, root on Debian gets it from the package `package`.
///
/// # Errors
/// It is missing, and can't be installed.
pub(super) fn find(name: &str, package: &str) -> Result<PathBuf> {
    ensure(&format!("`{name}` on the PATH"), package, || on_path(name))
}

/// What `look` finds, where necessary after installing Debian's `package`.
///
/// # Errors
/// It finds nothing, and the package can't be installed or does not help.
pub(super) fn ensure<T>(what: &str, package: &str, look: impl Fn() -> Option<T>) -> Result<T> {
    if let Some(found) = look() {
        return Ok(found);
    }
    if on_path("apt-get").is_none() || !is_root() {
        return Err(format!("there is no {what} (Debian's package is `{package}`)").into());
    }
    eprintln!("installing Debian's package {package}");
    let log = install::shelf().join("apt.log");
    std::fs::create_dir_all(install::shelf())?;
    install::thrice(|| {
        command::quietly(Command::new("apt-get").arg("update"), &log)?;
        let mut install = Command::new("apt-get");
        install.env("DEBIAN_FRONTEND", "noninteractive");
        install.args(["install", "--yes", "--no-install-recommends", package]);
        command::quietly(&mut install, &log)
    })?;
    look().ok_or_else(|| format!("there is no {what}, even with Debian's {package}").into())
}

fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

fn is_root() -> bool {
    Path::new("/proc/self").metadata().is_ok_and(|it| std::os::unix::fs::MetadataExt::uid(&it) == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_found_on_the_path() {
        assert!(find("sh", "dash").unwrap().ends_with("sh"));
        assert_eq!(on_path("no-such-program"), None);
    }
}
