//! Runs every case of `syntax-tests`, each as a test of its own. `syntax-tests/README.md` tells how
//! cases are written; with `UPDATE_EXPECT=1` their expectations are written by the answers.

mod load;
mod runner;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use libtest_mimic::{Arguments, Failed, Trial};
use runner::Verdict;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../syntax-tests");
    let cases = match load::find(&root, "") {
        Ok(cases) => cases,
        Err(error) => {
            eprintln!("{}: {error}", root.display());
            return ExitCode::FAILURE;
        }
    };
    let trial = |(name, path): (String, PathBuf)| {
        Trial::test(name, move || run(&path).map_err(Failed::from))
    };
    let trials = cases.into_iter().map(trial).collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn run(path: &Path) -> Result<(), String> {
    let case = load::load(path)?;
    let verdict = Verdict::of(&case);
    let mut report = verdict.report();
    if !report.is_empty() && env::var_os("UPDATE_EXPECT").is_some() {
        for (stored, text) in verdict.rewritten() {
            fs::write(&stored, text).map_err(|e| format!("{}: {e}", stored.display()))?;
        }
        // What could not be written down is still a difference.
        report = Verdict::of(&load::load(path)?).report();
    }
    if report.is_empty() { Ok(()) } else { Err(format!("\n{report}")) }
}
