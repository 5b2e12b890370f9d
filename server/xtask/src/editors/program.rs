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
    if let Some(program) = on_path(name) {
        return Ok(program);
    }
    if on_path("apt-get").is_none() || !is_root() {
        return Err(format!("`{name}` is not on the PATH (Debian's package is `{package}`)").into());
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
    on_path(name).ok_or_else(|| format!("Debian's {package} has no `{name}`").into())
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
