//! Emacs, with eglot and lsp-mode, from Debian: the tests are written in its own Lisp.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use super::bench::Bench;
use super::{Result, command, program};
use crate::workspace;

const FOLDER: &str = "editors/emacs";

/// Longer than all patience of one test file together.
const LIMIT: Duration = Duration::from_secs(5 * 60);

/// Finds Emacs and both clients, also those that come with a newer Emacs, and gives Emacs.
///
/// # Errors
/// One is missing, and can't be installed.
pub(super) fn install() -> Result<PathBuf> {
    let emacs = program::find("emacs", "emacs-nox")?;
    for client in ["eglot", "lsp-mode"] {
        let what = format!("{client} for Emacs");
        program::ensure(&what, &format!("elpa-{client}"), || has(&emacs, client).then_some(()))?;
    }
    Ok(emacs)
}

/// Does Emacs find that library?
fn has(emacs: &Path, library: &str) -> bool {
    let look = format!(
        "(progn (package-initialize) (kill-emacs (if (locate-library \"{library}\") 0 1)))"
    );
    let mut emacs = Command::new(emacs);
    emacs.args(["--batch", "--eval", &look]);
    emacs.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|it| it.success())
}

/// Compiles the package, then shows the clan with it in both clients, as a user without any
/// settings.
///
/// # Errors
/// A test fails; it has said which.
pub(super) fn test(emacs: &Path, bench: &Bench) -> Result<()> {
    run(emacs, bench, &["-Q"], "compiles.el")?;
    // What Debian installs is found by its site's own start, which `-Q` leaves out.
    run(emacs, bench, &[], "tour-eglot.el")?;
    run(emacs, bench, &[], "tour-lsp-mode.el")
}

fn run(emacs: &Path, bench: &Bench, args: &[&str], file: &str) -> Result<()> {
    let folder = workspace::root().join(FOLDER);
    let mut emacs = Command::new(emacs);
    emacs.env("PATH", bench.path()?).env("HOME", bench.home()).env("CLAN", bench.clan());
    emacs.env_remove("XDG_CONFIG_HOME").env_remove("EMACSLOADPATH");
    emacs.arg("--batch").args(args).arg("-L").arg(&folder);
    emacs.args(["-L", ".", "-l", file]).current_dir(folder.join("test"));
    command::show(&mut emacs, LIMIT)
}
