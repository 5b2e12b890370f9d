//! The picture of Neovim: what it shows in a terminal that nobody looks at, `tmux`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use anstyle_svg::{Term, WIN10_CONSOLE};

use super::super::bench::Bench;
use super::super::{Result, program};
use super::{TEST, neovim};
use crate::workspace;

/// Columns and lines of the terminal.
const SIZE: [&str; 2] = ["110", "26"];

/// What is in the picture when all has come: of a mistake, of a hover, of a hint.
const SHOWN: [&str; 3] = ["did you mean `server`?", "tag backup: 2 machines", "jon, sara"];

/// For what takes a second.
const PATIENCE: Duration = Duration::from_secs(60);

/// Draws it.
///
/// # Errors
/// tmux is missing, or what is to be drawn does not appear.
pub(in super::super) fn draw(editor: &Path, bench: &Bench) -> Result<()> {
    let terminal = Terminal { tmux: program::find("tmux", "tmux")?, bench };
    let mut neovim = neovim(editor, bench)?;
    neovim.arg("-u").arg(workspace::root().join(TEST).join("picture.lua")).arg("clan.nix");
    terminal.open(&neovim)?;
    let start = Instant::now();
    let mut last = String::new();
    loop {
        let plain = terminal.shown(&[])?;
        // Twice the same: nothing is on its way.
        if plain == last && SHOWN.iter().all(|part| plain.contains(part)) {
            break;
        }
        if start.elapsed() > PATIENCE {
            return Err(format!("Neovim shows no {}, but\n{plain}", SHOWN.join(", no ")).into());
        }
        last = plain;
        thread::sleep(Duration::from_millis(500));
    }
    let colours = Term::new().palette(WIN10_CONSOLE);
    let picture = colours.render_svg(terminal.shown(&["-e"])?.trim_end());
    let path = workspace::root().join("editors/neovim/pictures/neovim.svg");
    std::fs::create_dir_all(path.with_file_name(""))?;
    std::fs::write(&path, picture)?;
    eprintln!("{}", path.display());
    Ok(())
}

/// A tmux of its own, which ends with this.
struct Terminal<'b> {
    tmux: PathBuf,
    bench: &'b Bench,
}

impl Terminal<'_> {
    fn tmux(&self) -> Command {
        let mut tmux = Command::new(&self.tmux);
        tmux.arg("-S").arg(self.bench.home().join("tmux")).args(["-f", "/dev/null"]);
        tmux
    }

    /// Opens it with a program in it.
    fn open(&self, program: &Command) -> Result<()> {
        let [columns, lines] = SIZE;
        let mut tmux = self.tmux();
        tmux.args(["new-session", "-d", "-x", columns, "-y", lines]);
        tmux.arg(program.get_program()).args(program.get_args());
        for (name, value) in program.get_envs() {
            match value {
                Some(value) => tmux.env(name, value),
                None => tmux.env_remove(name),
            };
        }
        run(tmux.current_dir(self.bench.clan())).map(drop)
    }

    /// What is on the screen.
    fn shown(&self, args: &[&str]) -> Result<String> {
        run(self.tmux().args(["capture-pane", "-p"]).args(args))
    }
}

impl Drop for Terminal<'_> {
    fn drop(&mut self) {
        if let Err(error) = run(self.tmux().arg("kill-server")) {
            eprintln!("tmux does not end: {error}");
        }
    }
}

/// What a program prints.
fn run(command: &mut Command) -> Result<String> {
    let output = command.output()?;
    if output.status.success() {
        return Ok(String::from_utf8(output.stdout)?);
    }
    Err(String::from_utf8_lossy(&output.stderr).into_owned().into())
}
