//! `.pre-commit-hooks.yaml`: what the hooks run.

use std::path::Path;

use clap::Parser;
use inventory_ls::args::{Args, Command};

#[test]
fn each_hook_is_a_command() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let hooks = std::fs::read_to_string(root.join(".pre-commit-hooks.yaml")).unwrap();
    let entries: Vec<_> =
        hooks.lines().filter_map(|line| line.trim().strip_prefix("entry: ")).collect();
    assert!(!entries.is_empty());
    for entry in entries {
        let args = Args::try_parse_from(entry.split(' ')).unwrap();
        assert!(matches!(args.command, Some(Command::Check(_))), "{entry}");
    }
}
