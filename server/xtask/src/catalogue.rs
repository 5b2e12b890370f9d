//! `cargo xtask catalogue`: the services of clan-core that are built in.
//!
//! `server/inventory/src/catalogue.json` is written from an evaluation of clan-core (its form is in
//! [`evaluation`]), so that an update is one command and its diff shows what clan-core changed.
//! The words about the services are by hand, in `descriptions.json` beside it; `--check` sees to
//! it that none is missing or left over.

mod descriptions;
mod evaluation;
mod layout;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use inventory::catalogue::Facts;

use crate::workspace;
use evaluation::Evaluation;

const FACTS: &str = "server/inventory/src/catalogue.json";
const DESCRIPTIONS: &str = "server/inventory/src/descriptions.json";

/// What to do: write the catalogue, or check it.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// What evaluating clan-core says about its services, as JSON
    #[arg(required_unless_present = "check", conflicts_with = "check")]
    evaluation: Option<PathBuf>,
    /// Check that the catalogue is as it would be written, and that every role is described
    #[arg(long)]
    check: bool,
}

/// Does what the arguments say.
///
/// # Errors
/// What is wrong with the evaluation or with the catalogue.
pub(crate) fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    match &args.evaluation {
        Some(file) => write(file),
        None => check(),
    }
}

fn write(file: &Path) -> Result<(), Box<dyn Error>> {
    let name = file.display();
    let text = fs::read_to_string(file).map_err(|error| format!("can't read {name}: {error}"))?;
    let evaluation: Evaluation =
        serde_json::from_str(&text).map_err(|error| format!("{name}: {error}"))?;
    let facts = evaluation.into_facts().map_err(|error| format!("{name}: {error}"))?;
    fs::write(workspace::root().join(FACTS), layout::lay_out(&facts)?)?;
    check()
}

/// Is the catalogue as it would be written, and is everything in it described?
///
/// # Errors
/// What is not, and what to do about it.
pub(crate) fn check() -> Result<(), Box<dyn Error>> {
    let text = workspace::read(FACTS)?;
    let facts: Facts = serde_json::from_str(&text).map_err(|error| format!("{FACTS}: {error}"))?;
    if layout::lay_out(&facts)? != text {
        let hint = "write it anew with `cargo xtask catalogue EVALUATION`";
        return Err(format!("{FACTS} is not as it would be written; {hint}").into());
    }
    let descriptions = serde_json::from_str(&workspace::read(DESCRIPTIONS)?)
        .map_err(|error| format!("{DESCRIPTIONS}: {error}"))?;
    let flaws = descriptions::flaws(&facts, &descriptions);
    if flaws.is_empty() {
        return Ok(());
    }
    Err(format!("{DESCRIPTIONS}:\n  {}", flaws.join("\n  ")).into())
}
