//! What Nix would refuse of the functions among the modules.
//!
//! nixpkgs calls each with `lib`, `config`, `options`, `specialArgs` and whatever it was told beside
//! those, so that one which takes named arguments alone fails. What a function asks for by name and is not
//! among them is looked up in `_module.args`, but only when it is used.

use std::sync::Arc;

use smol_str::SmolStr;

use super::config::Declared;
use super::{Context, OptionPath};
use crate::evaluator::Evaluator;
use crate::hir::{Expr, Param};
use crate::refusal::RefusalKind;
use crate::value::{Closure, Unknown, UnknownKind};

/// What every module function is given, in each version of nixpkgs.
const ALWAYS: [&str; 4] = ["config", "lib", "options", "specialArgs"];

/// What it may ask for without being told: `name` in submodules, the others in newer versions.
const MAYBE: [&str; 5] = ["name", "_class", "_prefix", "extendModules", "moduleType"];

/// The functions that were called, and all that their modules come to.
pub(super) struct Functions<'f> {
    pub(super) called: &'f [Arc<Closure>],
    pub(super) declared: &'f Declared,
    /// Are there modules that were passed over?
    pub(super) skipped: bool,
}

impl Functions<'_> {
    pub(super) fn refuse(&self, ev: &mut Evaluator<'_>, context: &Context<'_>) {
        for closure in self.called {
            if takes_too_little(closure) {
                ev.refuse(closure.origin(), RefusalKind::ClosedPattern);
            }
        }
        if let Some(outside) = context.names {
            self.refuse_arguments(ev, outside);
        }
    }

    /// Refuses the uses of arguments that are none of those from outside and that no module sets.
    fn refuse_arguments(&self, ev: &mut Evaluator<'_>, outside: &[&str]) {
        let asked = self.called.iter().flat_map(|closure| {
            let names = asked_for(closure);
            names.into_iter().map(move |name| (closure, name))
        });
        let is_given = |name: &str| outside.contains(&name) || MAYBE.contains(&name);
        let missing: Vec<_> = asked.filter(|(_, name)| !is_given(name)).collect();
        if missing.is_empty() {
            return;
        }
        let Some(set) = self.set_by_modules(ev) else { return };
        for (closure, name) in missing {
            let part = &closure.occurrence.part;
            if !set.contains(name)
                && let Some(used) = part.first_use(closure.lambda, name)
            {
                let at = closure.occurrence.origin(used);
                ev.refuse(at, RefusalKind::NoArgument(name.clone()));
            }
        }
    }

    /// The names that modules give by `_module.args`; `None` where there may be others.
    fn set_by_modules(&self, ev: &mut Evaluator<'_>) -> Option<Vec<SmolStr>> {
        if self.skipped || !is_whole(&self.declared.definitions.open) {
            return None;
        }
        let mounts = ev.mounts.len();
        let path = OptionPath::ROOT;
        let mut options = ev.children(&self.declared.definitions, &path);
        let module = ev.discharge(&options.take("_module"));
        let in_config = ev.children(&module, &path).take("args");
        let mut arguments = self.declared.arguments.clone();
        arguments.items.extend(in_config.items);
        arguments.open.extend(in_config.open);
        let arguments = ev.discharge(&arguments);
        let arguments = ev.children(&arguments, &path);
        ev.mounts.truncate(mounts);
        let is_known = is_whole(&arguments.open) && arguments.others.is_empty();
        is_known.then(|| arguments.entries.into_keys().collect())
    }
}

/// Is nothing left open but by what is refused here?
fn is_whole(open: &[Arc<Unknown>]) -> bool {
    open.iter().all(|unknown| unknown.kind == UnknownKind::NotGiven)
}

fn takes_too_little(closure: &Closure) -> bool {
    match param(closure) {
        Some(Param::Pattern { fields, ellipsis: false, .. }) => {
            !ALWAYS.iter().all(|name| fields.iter().any(|(field, _)| field == name))
        }
        _ => false,
    }
}

/// The arguments that a function names and has no defaults for.
fn asked_for(closure: &Closure) -> Vec<&SmolStr> {
    match param(closure) {
        Some(Param::Pattern { fields, .. }) => {
            fields.iter().filter(|(_, default)| default.is_none()).map(|(name, _)| name).collect()
        }
        _ => Vec::new(),
    }
}

fn param(closure: &Closure) -> Option<&Param> {
    match closure.occurrence.part.expr(closure.lambda) {
        Expr::Lambda { param, .. } => Some(param),
        _ => None,
    }
}
