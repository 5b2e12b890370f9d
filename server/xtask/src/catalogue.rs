//! `cargo xtask catalogue`: the services of clan-core that are built in.
//!
//! `server/inventory/src/catalogue.json` is written from a checkout of clan-core, whose modules are
//! read as those of a user would be ([`extraction`]), so that an update is one command and its diff
//! shows what clan-core changed. The words about the services are by hand, in `descriptions.json`
//! beside it; `--check` sees to it that none is missing or left over. `--compare` holds what is read
//! against what real evaluation says ([`evaluation`]).

mod comparison;
mod descriptions;
mod evaluation;
mod extraction;
mod layout;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use inventory::catalogue::Facts;

use crate::workspace;
use evaluation::Evaluation;

use extraction::services;

const FACTS: &str = "server/inventory/src/catalogue.json";
const DESCRIPTIONS: &str = "server/inventory/src/descriptions.json";

/// What to do: write the catalogue, or check it.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A checkout of clan-core
    #[arg(required_unless_present = "check", conflicts_with = "check")]
    clan_core: Option<PathBuf>,
    /// Its commit, where git does not tell
    #[arg(long, requires = "clan_core")]
    revision: Option<String>,
    /// Write nothing, but compare with what evaluating clan-core says about its services: a JSON file
    #[arg(long, requires = "clan_core", value_name = "EVALUATION")]
    compare: Option<PathBuf>,
    /// Check that the catalogue is as it would be written, and that everything in it is described
    #[arg(long)]
    check: bool,
}

/// Does what the arguments say.
///
/// # Errors
/// What is wrong with the checkout or with the catalogue.
pub(crate) fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    match (&args.clan_core, &args.compare) {
        (Some(checkout), Some(evaluation)) => compare(checkout, evaluation),
        (Some(checkout), None) => write(checkout, args.revision.as_deref()),
        (None, _) => check(),
    }
}

fn write(checkout: &Path, revision: Option<&str>) -> Result<(), Box<dyn Error>> {
    let facts = extraction::facts(checkout, revision)?;
    fs::write(workspace::root().join(FACTS), layout::lay_out(&facts)?)?;
    check()
}

/// Prints where what is read of a checkout differs from an evaluation.
///
/// # Errors
/// It differs too much.
fn compare(checkout: &Path, evaluation: &Path) -> Result<(), Box<dyn Error>> {
    let name = evaluation.display();
    let text =
        fs::read_to_string(evaluation).map_err(|error| format!("can't read {name}: {error}"))?;
    let evaluation: Evaluation =
        serde_json::from_str(&text).map_err(|error| format!("{name}: {error}"))?;
    let expected = evaluation.into_facts().map_err(|error| format!("{name}: {error}"))?;
    let comparison = comparison::Comparison::new(&expected, &services(checkout));
    print!("{comparison}");
    if comparison.is_right() { Ok(()) } else { Err("not as evaluation says".into()) }
}

/// Is the catalogue as it would be written, and is everything in it described?
///
/// # Errors
/// What is not, and what to do about it.
pub(crate) fn check() -> Result<(), Box<dyn Error>> {
    let text = workspace::read(FACTS)?;
    let facts: Facts = serde_json::from_str(&text).map_err(|error| format!("{FACTS}: {error}"))?;
    if layout::lay_out(&facts)? != text {
        let hint = "write it anew with `cargo xtask catalogue CLAN-CORE`";
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
