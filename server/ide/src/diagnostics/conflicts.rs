//! Definitions that can't both count: `settings-defined-twice`, `conflicting-definition`.

use eval::FileRange;
use inventory::{Conflict, ConflictKind, Instance, Local, Machine};

use super::{Code, Findings, Related, Severity};

pub(super) fn of_machine(name: &str, machine: &Machine, findings: &mut Findings) {
    for conflict in machine.conflicts() {
        report(&format!("machine `{name}`"), conflict, &|at| machine.at(at), findings);
    }
}

pub(super) fn of_instance(name: &str, instance: &Instance, findings: &mut Findings) {
    for conflict in &instance.conflicts {
        report(&format!("instance `{name}`"), conflict, &|at| instance.at(at), findings);
    }
}

fn report(
    whose: &str,
    conflict: &Conflict,
    at: &dyn Fn(Local) -> FileRange,
    findings: &mut Findings,
) {
    let option = &conflict.option;
    let (code, message, first) = match conflict.kind {
        ConflictKind::NotUnique => (
            Code::SettingsDefinedTwice,
            format!(
                "`{option}` of the {whose} is defined twice: Clan takes one definition of settings \
                 and merges none"
            ),
            "the other definition",
        ),
        ConflictKind::Unequal => (
            Code::ConflictingDefinition,
            format!(
                "`{option}` of the {whose} has another value elsewhere: `lib.mkForce` or \
                 `lib.mkDefault` tells which one counts"
            ),
            "the other value",
        ),
    };
    let related = vec![Related { at: at(conflict.first), message: first.to_owned() }];
    findings.report_with((code, Severity::Error), at(conflict.later), message, related);
}
