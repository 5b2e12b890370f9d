//! `cargo xtask dist`: what users install, made for the machine that it is made on: the program with
//! its licences and the editors' configurations, and the extension for VS Code that brings it.

mod build;
mod machine;
mod sums;
mod tarball;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use crate::editors;
use crate::workspace;
use machine::Machine;

/// Of all that is made.
const VERSION: &str = env!("CARGO_PKG_VERSION");

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// What to make.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Make no extension for VS Code, for which npm is needed
    #[arg(long)]
    no_vscode: bool,
}

/// Makes everything below `target/dist`, in the place of what is there.
///
/// # Errors
/// The program can't be built or does not run; something can't be packed, or not for this machine.
pub(crate) fn run(args: &Args) -> Result<()> {
    let machine = Machine::host()?;
    let server = build::server(&machine)?;
    let folder = folder();
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let mut made = vec![tarball::pack(&folder, &machine, &server)?];
    let extension = (!args.no_vscode).then(|| extension(&folder, &machine, &server)).transpose();
    // Where the extension can't be made, the rest is there.
    made.extend(extension.as_ref().ok().cloned().flatten());
    made.push(sums::write(&folder, &made)?);
    for file in made {
        eprintln!("{:>8} KiB  {}", file.metadata()?.len() / 1024, file.display());
    }
    extension.map(|_| ())
}

/// The extension with the server in it.
fn extension(folder: &Path, machine: &Machine, server: &Path) -> Result<PathBuf> {
    let target = machine.vscode()?;
    let package = folder.join(format!("inventory-ls-{VERSION}-{target}.vsix"));
    editors::package_for_vscode(&package, target, server)?;
    Ok(package)
}

fn folder() -> PathBuf {
    workspace::root().join("target/dist")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extension_has_the_version_of_the_program() {
        let manifest = workspace::read("editors/vscode/package.json").unwrap();
        let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
        assert_eq!(manifest["version"], VERSION);
    }
}
