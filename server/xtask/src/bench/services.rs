//! `cargo xtask bench services`: what reading clan-core's services off its modules costs, from the
//! files on the disk, and with those read and lowered before.

use std::error::Error;
use std::path::Path;

use inventory::extract::provided_by_flake;

use super::timing::{median, shown, times};
use crate::checkout::Checkout;

/// Prints a row for what is measured.
///
/// # Errors
/// The checkout has no services.
pub(super) fn run(clan_core: &Path) -> Result<(), Box<dyn Error>> {
    let cold = || provided_by_flake(&Checkout::default(), clan_core, clan_core);
    let found = cold();
    if found.services.is_empty() {
        return Err(format!("{}: no services", clan_core.display()).into());
    }
    let roles = found.services.values().flat_map(|service| service.roles.values());
    let options: usize = roles.clone().map(|role| role.options.len()).sum();
    println!("{} services, {} roles, {options} options", found.services.len(), roles.count());
    let read = Checkout::default();
    let warm = || provided_by_flake(&read, clan_core, clan_core);
    warm();
    println!("median ms");
    println!("{:<34}{:>10}", "from the disk", shown(median(times(cold))));
    println!("{:<34}{:>10}", "from lowered files", shown(median(times(warm))));
    Ok(())
}
