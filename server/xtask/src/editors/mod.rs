//! Tests in real editors, with the real server: what a user sees, not what the protocol says. And
//! with a client that others wrote to see just that.

mod bench;
mod command;
mod emacs;
mod install;
mod neovim;
mod program;
mod pytest_lsp;
mod vim;
mod vscode;

use std::env;
use std::error::Error;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use bench::Bench;

/// Which editors to test with.
#[derive(Clone, Copy, Default, ValueEnum)]
pub(crate) enum Which {
    /// As `all` where the environment has `CI`; elsewhere an editor that can't be installed is left out
    #[default]
    Default,
    /// All; one that can't be installed is a failure
    All,
    /// None
    None,
}

impl Which {
    /// Is an editor that can't be installed a failure?
    fn strict(self) -> bool {
        match self {
            Which::Default => env::var_os("CI").is_some_and(|value| !value.is_empty()),
            Which::All => true,
            Which::None => false,
        }
    }
}

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// An editor that tests can drive.
struct Editor {
    name: &'static str,
    /// Installs it, below `target/editors` or as Debian has it, unless it is there, and gives where
    /// it is.
    install: fn() -> Result<PathBuf>,
    /// Opens the clan in it and compares what it shows; the path is what `install` gave.
    test: fn(&Path, &Bench) -> Result<()>,
}

const EDITORS: [Editor; 5] = [
    Editor { name: "pytest-lsp", install: pytest_lsp::install, test: pytest_lsp::test },
    Editor { name: "Neovim", install: neovim::install, test: neovim::test },
    Editor { name: "Emacs", install: emacs::install, test: emacs::test },
    Editor { name: "Vim", install: vim::install, test: vim::test },
    Editor { name: "VS Code", install: vscode::install, test: vscode::test },
];

/// Packages the extension for VS Code with a server in it: for one kind of machine, in VS Code's words.
///
/// # Errors
/// As [`vscode::package`].
pub(crate) fn package_for_vscode(package: &Path, target: &str, server: &Path) -> Result<()> {
    vscode::package(package, target, server)
}

/// Draws the pictures of the editors, as they show the tour's clan.
///
/// # Errors
/// An editor can't be installed, or does not show what is to be drawn.
pub(crate) fn draw() -> Result<()> {
    bench::build_server()?;
    neovim::draw(&neovim::install()?, &Bench::new()?)?;
    vscode::draw(&vscode::install()?, &Bench::new()?)
}

/// Tests with each editor in turn.
///
/// # Errors
/// The first that shows something else than it should, or that has to be there and is not.
pub(crate) fn test(which: Which) -> Result<()> {
    if matches!(which, Which::None) {
        return Ok(());
    }
    bench::build_server()?;
    for Editor { name, install, test } in EDITORS {
        match install() {
            Ok(place) => {
                test(&place, &Bench::new()?).map_err(|error| format!("{name}: {error}"))?;
            }
            Err(why) if which.strict() => {
                return Err(format!("{name} can't be installed: {why}").into());
            }
            Err(why) => eprintln!("{name} can't be installed, so it is not tested: {why}"),
        }
    }
    Ok(())
}
