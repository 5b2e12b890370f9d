//! Vim with ALE, from Debian: the test is written in its own script.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::bench::Bench;
use super::{Result, command, program};
use crate::workspace;

const TEST: &str = "editors/vim/test";

/// Where Debian has ALE.
const ALE: &str = "/usr/share/vim-ale";

/// Longer than all patience of the test together.
const LIMIT: Duration = Duration::from_secs(5 * 60);

/// Finds Vim and ALE, and gives the folder of ALE.
///
/// # Errors
/// One is missing, and can't be installed.
pub(super) fn install() -> Result<PathBuf> {
    program::find("vim", "vim")?;
    let there = || Path::new(ALE).join("autoload/ale.vim").is_file().then(|| ALE.into());
    program::ensure(&format!("ALE for Vim in {ALE}"), "vim-ale", there)
}

/// Runs `ale.vim`, as a user without any settings.
///
/// # Errors
/// A test fails; it has said which.
pub(super) fn test(ale: &Path, bench: &Bench) -> Result<()> {
    let mut vim = Command::new(program::find("vim", "vim")?);
    vim.env("PATH", bench.path()?).env("HOME", bench.home());
    vim.env("CLAN", bench.clan()).env("ALE", ale).env_remove("VIMINIT");
    vim.args(["--clean", "--not-a-term", "-es", "-S"])
        .arg(workspace::root().join(TEST).join("ale.vim"));
    command::show(vim.current_dir(bench.home()), LIMIT)
}
