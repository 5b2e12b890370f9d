//! The settings that are given to a machine in a role, on one line.

use inventory::catalogue::{OptionDef, RoleDef, SettingAt};
use inventory::{Effective, Layer, Written, effective};
use smol_str::SmolStr;

use crate::print::print;

/// A longer line is cut, between settings.
const LONGEST: usize = 100;

/// What the layers that hold for a machine come to; `None` where nothing is given. `role` declares
/// the settings, if that is known.
pub(super) fn settings(layers: &[(Layer<'_>, &Written)], role: Option<&RoleDef>) -> Option<String> {
    let mut found = Found { role, paths: Vec::new(), open: false };
    for (_, written) in layers {
        found.module(written);
    }
    let undeclared = OptionDef::default();
    let entries = found.paths.iter().filter_map(|path| {
        let option = match role.map(|role| role.setting(path)) {
            Some(SettingAt::Option(option)) => option,
            _ => &undeclared,
        };
        Some(format!("{} = {};", path.join("."), outcome(&effective(layers, path, option))?))
    });
    let mut out = String::new();
    let mut cut = found.open;
    for entry in entries {
        if !out.is_empty() && out.chars().count() + entry.chars().count() > LONGEST {
            cut = true;
            break;
        }
        out += &format!("{entry} ");
    }
    out += if cut { "…" } else { "" };
    let out = out.trim_end().to_owned();
    (!out.is_empty()).then_some(out)
}

fn outcome(effective: &Effective<'_>) -> Option<String> {
    let values = effective.given.iter().map(|given| print(&given.definition.value));
    let mut values: Vec<String> = values.collect();
    values.dedup();
    let between = if effective.conflicting { " against " } else { " and " };
    (!values.is_empty()).then(|| values.join(between))
}

/// The settings that something is given for.
struct Found<'r> {
    role: Option<&'r RoleDef>,
    paths: Vec<Vec<SmolStr>>,
    /// May there be others?
    open: bool,
}

impl Found<'_> {
    /// Whole settings are a module: what is in its `config` counts as well.
    fn module(&mut self, written: &Written) {
        for config in written.below("config") {
            self.look(config, &mut Vec::new());
        }
        self.look(written, &mut Vec::new());
    }

    fn look(&mut self, written: &Written, path: &mut Vec<SmolStr>) {
        self.open |= written.open;
        for (name, below) in written.entries() {
            if path.is_empty() && name == "config" {
                continue;
            }
            path.push(name.clone());
            let is_group = self.role.is_some_and(|role| role.setting(path) == SettingAt::Group);
            if is_group && below.entries().next().is_some() {
                self.look(below, path);
            } else if !self.paths.contains(path) {
                self.paths.push(path.clone());
            }
            path.pop();
        }
    }
}
