//! The services of a checkout of clan-core, read off its modules.

use std::error::Error;
use std::path::Path;
use std::process::Command;

use inventory::catalogue::{Facts, OptionDef, Service};
use inventory::extract::{Provided, provided_by_flake};
use smol_str::SmolStr;

use crate::checkout::Checkout;

/// Longer defaults are left out of the catalogue, in bytes: it holds facts, not texts.
pub(super) const LONGEST_DEFAULT: usize = 100;

/// All services of a checkout.
pub(super) fn services(checkout: &Path) -> Provided {
    provided_by_flake(&Checkout::default(), checkout, checkout)
}

/// What of a checkout goes into the catalogue.
///
/// # Errors
/// The commit is not known, or something of a service can't be told: then the catalogue would
/// claim too much.
pub(super) fn facts(checkout: &Path, revision: Option<&str>) -> Result<Facts, Box<dyn Error>> {
    let provided = services(checkout);
    let gaps = gaps(&provided);
    if !gaps.is_empty() {
        return Err(format!("not all can be told:\n  {}", gaps.join("\n  ")).into());
    }
    if provided.services.is_empty() {
        return Err(format!("{}: no services", checkout.display()).into());
    }
    let clan_core = match revision {
        Some(revision) => revision.into(),
        None => commit(checkout)?,
    };
    let services = provided.services.into_iter();
    let services = services.map(|(name, service)| (name, brief(&service))).collect();
    Ok(Facts { clan_core, removed: provided.removed, services })
}

/// What can't be told, and why.
pub(super) fn gaps(provided: &Provided) -> Vec<String> {
    let mut gaps: Vec<String> = provided.gaps.iter().map(|gap| gap.why.to_string()).collect();
    for (name, service) in &provided.services {
        for gap in &service.gaps {
            gaps.push(format!("{name}: {}: {}", gap.path.join("."), gap.why));
        }
        for (role, definition) in &service.roles {
            for gap in &definition.gaps {
                gaps.push(format!("{name}, role {role}: {}: {}", gap.path.join("."), gap.why));
            }
        }
    }
    gaps
}

/// A service without what only hints at it.
pub(super) fn brief(service: &Service) -> Service {
    let mut service = service.clone();
    for role in service.roles.values_mut() {
        role.interface.options.iter_mut().for_each(|option| option.default = brief_default(option));
    }
    service
}

fn brief_default(option: &OptionDef) -> Option<SmolStr> {
    option.default.clone().filter(|text| text.len() <= LONGEST_DEFAULT)
}

fn commit(checkout: &Path) -> Result<SmolStr, Box<dyn Error>> {
    let git = Command::new("git").arg("-C").arg(checkout).args(["rev-parse", "HEAD"]).output()?;
    let commit = String::from_utf8(git.stdout)?;
    if git.status.success() && commit.trim().len() == 40 {
        return Ok(commit.trim().into());
    }
    Err("the checkout has no git history: say which commit it is by `--revision`".into())
}
