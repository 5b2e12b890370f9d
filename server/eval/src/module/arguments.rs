//! What the functions among the modules are called with.

use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::Arc;

use smol_str::SmolStr;

use super::config::Declared;
use super::options;
use crate::evaluator::Evaluator;
use crate::hir::{Expr, Param};
use crate::value::{Attr, Attrs, Sites, ThunkId, Unknown, UnknownKind, Value};

/// What modules know of the place that they stand in.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context<'c> {
    /// The arguments from outside: a set, open where there may be others.
    pub arguments: Option<ThunkId>,
    /// The attribute that a submodule is the value of: the argument `name`.
    pub name: Option<&'c str>,
    /// All options' values: the argument `config`. Without it, what the modules themselves come to.
    pub config: Option<ThunkId>,
    /// The names of all arguments from outside, if no others are given.
    pub names: Option<&'c [&'c str]>,
}

/// What the modules of one submodule come to, once all of them are found: `config` is only read by
/// then, since Nix too must know all imports first.
pub(super) type Fixpoint = Rc<OnceCell<Declared>>;

/// Makes the arguments of one module after the other.
pub(super) struct Arguments<'c> {
    context: Context<'c>,
    fixpoint: Fixpoint,
    /// `config`, `options` and `name`, once a function asks for arguments.
    own: Option<[Attr; 3]>,
}

impl<'c> Arguments<'c> {
    pub(super) fn new(context: Context<'c>, fixpoint: Fixpoint) -> Arguments<'c> {
        Arguments { context, fixpoint, own: None }
    }

    /// The argument of a module function. What it asks for and nobody gives may be in some module's
    /// `_module.args`.
    pub(super) fn of(&mut self, ev: &mut Evaluator<'_>, function: &Value) -> ThunkId {
        ev.arguments_given += 1;
        let outside = self.outside(ev);
        let mut entries = outside.entries.clone();
        entries.extend(self.own(ev).into_iter().filter(|attr| outside.get(&attr.name).is_none()));
        if let Value::Lambda(closure) = function
            && let Expr::Lambda { param: Param::Pattern { fields, .. }, .. } =
                closure.occurrence.part.expr(closure.lambda)
        {
            for (name, default) in fields {
                if entries.iter().all(|attr| attr.name != *name) {
                    let value = self.module_argument(ev, name, default.is_some(), &outside.open);
                    entries.extend(value.map(|value| plain(name.clone(), value)));
                }
            }
        }
        ev.ready(Attrs::new(entries, outside.open.clone(), Vec::new()).into(), None)
    }

    fn outside(&self, ev: &mut Evaluator<'_>) -> Arc<Attrs> {
        let arguments = self.context.arguments.unwrap_or_else(|| ev.clan_arguments());
        match ev.force(arguments) {
            Value::Attrs(attrs) => attrs,
            Value::Unknown(unknown) => Arc::new(Attrs::new(Vec::new(), Some(unknown), Vec::new())),
            _ => Arc::default(),
        }
    }

    fn own(&mut self, ev: &mut Evaluator<'_>) -> Vec<Attr> {
        let context = self.context;
        let fixpoint = &self.fixpoint;
        let own = self.own.get_or_insert_with(|| {
            let found = fixpoint.clone();
            let config = context.config.unwrap_or_else(|| {
                ev.defer(None, move |ev| match found.get() {
                    Some(declared) => declared.clone().value(ev),
                    None => {
                        Value::unknown("`config` is asked for before the imports are known", None)
                    }
                })
            });
            let found = fixpoint.clone();
            let options = ev.defer(None, move |ev| options::value(ev, found));
            let name = match context.name {
                Some(name) => Value::String(SmolStr::new(name)),
                None => Value::unknown("`name` is not known here", None),
            };
            let name = ev.ready(name, None);
            [("config", config), ("options", options), ("name", name)]
                .map(|(name, value)| plain(SmolStr::new_static(name), value))
        });
        own.to_vec()
    }

    /// `_module.args.<name>` of the modules. With a default nothing is bound unless it is there.
    fn module_argument(
        &self,
        ev: &mut Evaluator<'_>,
        name: &SmolStr,
        has_default: bool,
        open: &Option<Arc<Unknown>>,
    ) -> Option<ThunkId> {
        if has_default {
            return None;
        }
        let is_refused = self.context.names.is_some_and(|names| !names.contains(&name.as_str()));
        let (fixpoint, name, open) = (self.fixpoint.clone(), name.clone(), open.clone());
        Some(ev.defer(None, move |ev| {
            let given = fixpoint.get().and_then(|declared| declared.clone().argument(ev, &name));
            given.unwrap_or_else(|| {
                let why = match open {
                    Some(open) if !is_refused => {
                        format!("`{name}` is not known here: {}", open.why)
                    }
                    _ => format!("nobody gives modules an argument `{name}`"),
                };
                let kind = if is_refused { UnknownKind::NotGiven } else { UnknownKind::default() };
                Value::Unknown(Arc::new(Unknown { kind, ..Unknown::new(why, None) }))
            })
        }))
    }
}

pub(super) fn plain(name: SmolStr, value: ThunkId) -> Attr {
    Attr { name, value, sites: Sites::default() }
}
