//! The program in its release build, linked statically where that works: then it runs on any Linux,
//! whatever libraries that has.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use super::machine::Machine;
use super::{Result, VERSION};
use crate::workspace;

/// Builds it, and tries it.
///
/// # Errors
/// It does not compile, or does not do what it should.
pub(super) fn server(machine: &Machine) -> Result<PathBuf> {
    if machine.links_statically() {
        let tried = build(machine, true).and_then(|it| proved(&it).map(|()| it));
        match tried {
            Ok(server) => return Ok(server),
            Err(why) => eprintln!("linked dynamically, since statically it does not work: {why}"),
        }
    }
    let server = build(machine, false)?;
    proved(&server).map(|()| server)
}

/// Builds it, and gives its place.
fn build(machine: &Machine, is_static: bool) -> Result<PathBuf> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--release", "--locked", "--package", "inventory-ls"]);
    cargo.args(["--message-format", "json-render-diagnostics", "--target", machine.name()]);
    if is_static {
        let flags = r#"rustflags=["-Ctarget-feature=+crt-static"]"#;
        cargo.args(["--config", &format!("target.{}.{flags}", machine.name())]);
    }
    cargo.current_dir(workspace::root()).stderr(Stdio::inherit());
    let output = cargo.output()?;
    if !output.status.success() {
        return Err("cargo could not build it".into());
    }
    let built = executable(&String::from_utf8(output.stdout)?);
    Ok(built.ok_or("cargo does not tell where the program is")?)
}

/// The program that cargo's messages name.
fn executable(messages: &str) -> Option<PathBuf> {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut named = messages.filter_map(|it| Some(PathBuf::from(it.get("executable")?.as_str()?)));
    named.next()
}

/// Tries it where nothing helps it: it tells its version, and what is wrong in an example.
fn proved(server: &Path) -> Result<()> {
    let version = run(server, &["--version"])?;
    let told = String::from_utf8_lossy(&version.stdout).into_owned();
    if told.trim() != format!("inventory-ls {VERSION}") {
        return Err(format!("it tells its version as `{}`", told.trim()).into());
    }
    let check = run(server, &["check", "syntax-tests/tour"])?;
    let told = String::from_utf8_lossy(&check.stdout).into_owned();
    if check.status.code() != Some(1) || !told.contains("error[unknown-role]") {
        return Err(format!("it does not find the example's mistakes:\n{told}").into());
    }
    Ok(())
}

fn run(server: &Path, args: &[&str]) -> Result<Output> {
    let mut program = Command::new(server);
    Ok(program.args(args).env_clear().current_dir(workspace::root()).output()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_the_one_that_cargo_names() {
        let messages = "{\"reason\":\"compiler-artifact\",\"executable\":null}\nnoise\n\
                        {\"reason\":\"compiler-artifact\",\"executable\":\"/t/inventory-ls\"}\n\
                        {\"reason\":\"build-finished\",\"success\":true}\n";
        assert_eq!(executable(messages), Some(PathBuf::from("/t/inventory-ls")));
        assert_eq!(executable(""), None);
    }

    #[test]
    fn another_program_is_not_taken_for_it() {
        let error = proved(Path::new("/bin/echo")).unwrap_err().to_string();
        assert!(error.starts_with("it tells its version as"), "{error}");
    }
}
