//! The kind of machine that this is made on, and for.

use std::process::Command;

use super::Result;

/// By the name that Rust has for it: `x86_64-unknown-linux-gnu`.
pub(super) struct Machine(String);

impl Machine {
    /// This one.
    ///
    /// # Errors
    /// The compiler does not tell.
    pub(super) fn host() -> Result<Machine> {
        let said = Command::new("rustc").arg("-vV").output()?;
        let said = String::from_utf8(said.stdout)?;
        let host = said.lines().find_map(|line| line.strip_prefix("host: "));
        Ok(Machine(host.ok_or("`rustc -vV` names no host")?.to_owned()))
    }

    pub(super) fn name(&self) -> &str {
        &self.0
    }

    /// Can a program be linked so that it needs nothing of the system's?
    pub(super) fn links_statically(&self) -> bool {
        self.0.ends_with("-linux-gnu")
    }

    /// The name that VS Code has for it.
    ///
    /// # Errors
    /// There is none that extensions are made for here.
    pub(super) fn vscode(&self) -> Result<&'static str> {
        let is = |parts: [&str; 2]| parts.iter().all(|part| self.0.contains(part));
        let known = TARGETS.iter().find(|(_, parts)| is(*parts));
        known.map(|(target, _)| *target).ok_or_else(|| {
            let targets = TARGETS.map(|(target, _)| target).join(", ");
            format!("no extension for VS Code is made on {}: only for {targets}", self.0).into()
        })
    }
}

/// What VS Code has, and how Rust's name for it is told.
const TARGETS: [(&str, [&str; 2]); 4] = [
    ("linux-x64", ["x86_64-", "-linux-"]),
    ("linux-arm64", ["aarch64-", "-linux-"]),
    ("darwin-x64", ["x86_64-", "-darwin"]),
    ("darwin-arm64", ["aarch64-", "-darwin"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn vscode(name: &str) -> Result<&'static str> {
        Machine(name.to_owned()).vscode()
    }

    #[test]
    fn each_machine_has_its_name() {
        assert_eq!(vscode("x86_64-unknown-linux-gnu").unwrap(), "linux-x64");
        assert_eq!(vscode("aarch64-unknown-linux-musl").unwrap(), "linux-arm64");
        assert_eq!(vscode("x86_64-apple-darwin").unwrap(), "darwin-x64");
        assert_eq!(vscode("aarch64-apple-darwin").unwrap(), "darwin-arm64");
    }

    #[test]
    fn of_another_it_is_told_which_there_are() {
        let expected = "no extension for VS Code is made on riscv64gc-unknown-linux-gnu: only for \
                        linux-x64, linux-arm64, darwin-x64, darwin-arm64";
        assert_eq!(vscode("riscv64gc-unknown-linux-gnu").unwrap_err().to_string(), expected);
    }

    #[test]
    fn this_machine_has_a_name() {
        assert!(Machine::host().unwrap().name().contains('-'));
    }
}
