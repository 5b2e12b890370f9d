//! pytest-lsp, from PyPI: no editor, but a client that others wrote, which compares what the server
//! says with the specification.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::bench::Bench;
use super::{Result, command, install, program};
use crate::workspace;

const TEST: &str = "server/inventory-ls/tests/pytest_lsp";

/// Longer than all patience of the tests together.
const LIMIT: Duration = Duration::from_secs(10 * 60);

/// Installs what `requirements.txt` pins.
///
/// # Errors
/// pip is missing, or the registry does not answer.
pub(super) fn install() -> Result<PathBuf> {
    install::from_pypi("pytest-lsp", &format!("{TEST}/requirements.txt"))
}

/// Runs the tests, which write nothing but into their own folder.
///
/// # Errors
/// One fails; it has said which.
pub(super) fn test(packages: &Path, bench: &Bench) -> Result<()> {
    let mut python = Command::new(program::find("python3", "python3")?);
    python.env("PATH", bench.path()?).env("HOME", bench.home()).env("PYTHONPATH", packages);
    python.env("PYTHONDONTWRITEBYTECODE", "1");
    python.args(["-m", "pytest", "--quiet", "--basetemp"]).arg(bench.home().join("tests"));
    command::show(python.current_dir(workspace::root().join(TEST)), LIMIT)
}
