//! `manifest`: what a service says of itself.

use std::collections::BTreeMap;

use eval::{Children, Context, Definitions, Evaluator, OptionPath, Value};
use smol_str::SmolStr;

use super::print::{strings, text};
use crate::catalogue::{Constraints, Exports, RoleConstraints, Service};

/// Fills in what the options of `manifest` tell; what they don't stays empty.
pub(super) fn manifest(ev: &mut Evaluator<'_>, options: &mut Children, service: &mut Service) {
    service.manifest_name = text(ev, &options.take("name")).flatten().unwrap_or_default();
    service.description = text(ev, &options.take("description")).flatten().unwrap_or_default();
    service.categories = strings(ev, &options.take("categories")).unwrap_or_default();
    service.constraints = constraints(ev, &options.take("constraints"));
    service.exports = exports(ev, &options.take("exports"));
}

fn exports(ev: &mut Evaluator<'_>, definitions: &Definitions) -> Exports {
    let mut options = set(ev, definitions);
    let (out, inputs) = (options.take("out"), options.take("inputs"));
    Exports {
        out: strings(ev, &out).unwrap_or_default(),
        inputs: strings(ev, &inputs).unwrap_or_default(),
    }
}

fn constraints(ev: &mut Evaluator<'_>, definitions: &Definitions) -> Constraints {
    let mut options = set(ev, definitions);
    let max_instances = number(ev, &options.take("maxInstances"));
    let by_role = ev.entries(&options.take("roles"), &OptionPath::ROOT, false);
    let roles: BTreeMap<SmolStr, RoleConstraints> = by_role
        .entries
        .into_iter()
        .map(|(name, definitions)| {
            let modules = ev.submodule(&definitions, &OptionPath::ROOT, &Context::default());
            let mut limits = ev.children(&modules, &OptionPath::ROOT);
            let min_machines = number(ev, &limits.take("minMachines"));
            let max_machines = number(ev, &limits.take("maxMachines"));
            (name, RoleConstraints { min_machines, max_machines })
        })
        .collect();
    Constraints { max_instances, roles }
}

/// The options of a plain set, which is no submodule.
fn set(ev: &mut Evaluator<'_>, definitions: &Definitions) -> Children {
    let definitions = ev.discharge(definitions);
    ev.children(&definitions, &OptionPath::ROOT)
}

/// A limit; none when it can't be told.
fn number(ev: &mut Evaluator<'_>, definitions: &Definitions) -> Option<u32> {
    let definitions = ev.discharge(definitions);
    let [definition] = definitions.items.as_slice() else { return None };
    match ev.force(definition.value) {
        Value::Int(number) if definitions.open.is_empty() => u32::try_from(number).ok(),
        _ => None,
    }
}
