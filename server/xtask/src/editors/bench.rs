//! What an editor is tested on: the server as built here, a copy of the tour's clan, an empty home.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::{Result, command};
use crate::workspace;

/// A folder that is gone afterwards.
pub(super) struct Bench {
    folder: TempDir,
}

impl Bench {
    /// A new one, with the clan in it. Neither below the workspace, which is a repository of its
    /// own, nor below the user's home, whose settings are not meant.
    ///
    /// # Errors
    /// A file can't be written.
    pub(super) fn new() -> Result<Bench> {
        let bench = Bench { folder: tempfile::Builder::new().prefix("inventory-ls-").tempdir()? };
        fs::create_dir(bench.home())?;
        fs::create_dir(bench.clan())?;
        let text = workspace::read("syntax-tests/tour/clan.nix")?;
        fs::write(bench.clan().join("clan.nix"), without_expectations(&text))?;
        fs::write(bench.clan().join(".clan-flake"), "")?;
        Ok(bench)
    }

    /// The clan's folder.
    pub(super) fn clan(&self) -> PathBuf {
        self.folder.path().join("clan")
    }

    /// For whatever the editor keeps.
    pub(super) fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    /// The `PATH`, with the server in front.
    ///
    /// # Errors
    /// The server's folder can't be in a `PATH`.
    pub(super) fn path(&self) -> Result<OsString> {
        let server = server()?;
        let before = server.parent().unwrap_or(Path::new("")).to_owned();
        let path = env::var_os("PATH").unwrap_or_default();
        Ok(env::join_paths([before].into_iter().chain(env::split_paths(&path)))?)
    }
}

/// The tour's clan as a person has it, without the comments that tests compare with.
fn without_expectations(text: &str) -> String {
    let is_expectation = |line: &&str| {
        let comment = line.trim_start().strip_prefix("# ").unwrap_or_default().trim_start();
        ["^", "|", "show:"].iter().any(|mark| comment.starts_with(mark))
    };
    text.lines().filter(|line| !is_expectation(line)).flat_map(|line| [line, "\n"]).collect()
}

/// Builds the server.
///
/// # Errors
/// What cargo says.
pub(super) fn build_server() -> Result<()> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--package", "inventory-ls", "--bin", "inventory-ls"]);
    command::show(cargo.current_dir(workspace::root()), command::HALF_AN_HOUR)?;
    let server = server()?;
    if server.is_file() { Ok(()) } else { Err(format!("no {}", server.display()).into()) }
}

/// The server: cargo puts it where it put this program.
///
/// # Errors
/// This program's own place is unknown.
pub(super) fn server() -> Result<PathBuf> {
    Ok(env::current_exe()?.with_file_name("inventory-ls"))
}
