//! The pieces of a clan that a file's text shows, whoever reads the file.
//!
//! Where no entry point can be followed, a binding `inventory = …` or `clan = …` still tells what it
//! is by its name alone. This walks through function heads, `let`, calls and operators to them; what
//! a function would be given is unknown there.

use std::path::Path;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::evaluator::{Evaluator, Scope};
use crate::hir::{BindingValue, BindingsId, Expr, ExprId, Param};
use crate::module::{Definition, Mount};
use crate::occurrence::{Code, Occurrence, OccurrenceId};
use crate::part::Part;
use crate::value::{AttrSite, ScopeId, Sites, ThunkId, Value};

/// Definitions that a file's text shows.
#[derive(Debug, Clone, Default)]
pub struct Fragments {
    /// Of a whole clan.
    pub clans: Vec<Definition>,
    /// Of an inventory.
    pub inventories: Vec<Definition>,
}

/// The names that may stand before `clan` or `inventory`.
const AROUND: [&str; 4] = ["clan", "config", "flake", "outputs"];

/// Deeper expressions than this are not walked through.
const MAX_DEPTH: u32 = 64;

impl Evaluator<'_> {
    /// Adds the pieces that stand in a file. `mount` is the path under which its sets are noted. A
    /// file without any, such as a NixOS module, counts as not read.
    pub fn fragments(&mut self, path: &Path, mount: &SmolStr, found: &mut Fragments) {
        let Ok(source) = self.files().source(path) else { return };
        let scope = self.scope(Scope::Global);
        let mounts = self.mounts.len();
        let (within, here) = self.enter(&source);
        let mut walk = Walk { ev: self, mount, found, depth: 0, has_pieces: false };
        let root = Spot { within, here: &here, expr: here.part.root(), scope };
        walk.expr(root, &mut Vec::new());
        if walk.has_pieces {
            self.import(path, None);
        } else {
            self.mounts.truncate(mounts);
        }
    }
}

struct Walk<'w, 'e> {
    ev: &'w mut Evaluator<'e>,
    mount: &'w SmolStr,
    found: &'w mut Fragments,
    depth: u32,
    has_pieces: bool,
}

/// An expression and what is in scope there.
#[derive(Clone, Copy)]
struct Spot<'s> {
    within: OccurrenceId,
    here: &'s Occurrence,
    expr: ExprId,
    scope: ScopeId,
}

impl Spot<'_> {
    /// An expression in this one.
    fn at(self, expr: ExprId, scope: ScopeId) -> Self {
        Spot { expr, scope, ..self }
    }
}

impl Walk<'_, '_> {
    /// Walks into an expression that stands at an attribute path.
    fn expr(&mut self, spot: Spot<'_>, path: &mut Vec<SmolStr>) {
        if self.depth == MAX_DEPTH {
            return;
        }
        self.depth += 1;
        self.expr_within_depth(spot, path);
        self.depth -= 1;
    }

    fn expr_within_depth(&mut self, spot: Spot<'_>, path: &mut Vec<SmolStr>) {
        let Spot { within, here, scope, .. } = spot;
        match here.part.expr(spot.expr) {
            Expr::Lambda { param, body } => {
                let scope = self.function_scope(param, scope);
                self.expr(spot.at(*body, scope), path);
            }
            Expr::LetIn { bindings, body } => {
                let inner = self.inner_scope(spot, *bindings);
                for entry in &here.part.bindings(*bindings).entries {
                    if let Some((binding, _)) = here.part.binding(*entry)
                        && let BindingValue::Expr(value) = binding.value
                    {
                        let spot = spot.at(spot.expr, inner);
                        self.code(spot, Code::of(*entry, value), &mut Vec::new());
                    }
                }
                self.expr(spot.at(*body, inner), path);
            }
            Expr::With { namespace, body } => {
                let namespace = self.ev.delay(within, here, Code::Expr(*namespace), scope);
                let scope = self.ev.scope(Scope::With { parent: scope, namespace });
                self.expr(spot.at(*body, scope), path);
            }
            Expr::Assert { body, .. } => self.expr(spot.at(*body, scope), path),
            Expr::Apply { function, argument } => {
                self.expr(spot.at(*function, scope), path);
                self.expr(spot.at(*argument, scope), path);
            }
            Expr::Binary { left, right, .. } => {
                self.expr(spot.at(*left, scope), path);
                self.expr(spot.at(*right, scope), path);
            }
            Expr::AttrSet { recursive, bindings } => {
                let scope = if *recursive { self.inner_scope(spot, *bindings) } else { scope };
                self.set(spot.at(spot.expr, scope), *bindings, path);
            }
            _ => {}
        }
    }

    /// Walks into the value of a binding.
    fn code(&mut self, spot: Spot<'_>, code: Code, path: &mut Vec<SmolStr>) {
        match code {
            Code::Expr(expr) => self.expr(Spot { expr, ..spot }, path),
            Code::Part(number) => {
                if let Some(child) = spot.here.child(number) {
                    let within = self.ev.occur(child.clone());
                    let expr = child.part.root();
                    self.expr(Spot { within, here: &child, expr, scope: spot.scope }, path);
                }
            }
        }
    }

    fn set(&mut self, spot: Spot<'_>, bindings: BindingsId, path: &mut Vec<SmolStr>) {
        let Spot { within, here, scope, .. } = spot;
        let names = std::iter::once(self.mount.clone()).chain(path.iter().cloned()).collect();
        let literal = here.expr_origin(spot.expr);
        self.ev.mounts.push(Mount { literal, path: names });
        for &entry in &here.part.bindings(bindings).entries {
            let Some((binding, offset)) = here.part.binding(entry) else { continue };
            let BindingValue::Expr(value) = binding.value else { continue };
            let code = Code::of(entry, value);
            let sites = binding
                .sites
                .iter()
                .map(|site| AttrSite { name: here.origin(site.name + offset), whole: site.whole });
            let sites: Sites = sites.collect();
            match binding.name.as_str() {
                "inventory" => {
                    self.has_pieces = true;
                    let value = self.ev.delay(within, here, code, scope);
                    self.found.inventories.push(Definition { value, sites, priority: None });
                }
                "clan" if is_clan(&here.part, code) => {
                    self.has_pieces = true;
                    let value = self.ev.delay(within, here, code, scope);
                    self.found.clans.push(Definition { value, sites, priority: None });
                }
                name if AROUND.contains(&name) => {
                    path.push(binding.name.clone());
                    self.code(spot, code, path);
                    path.pop();
                }
                _ => {}
            }
        }
    }

    /// The scope of a function's body: whatever it is given is unknown.
    fn function_scope(&mut self, param: &Param, parent: ScopeId) -> ScopeId {
        let names: Vec<&SmolStr> = match param {
            Param::Name(name) => vec![name],
            Param::Pattern { fields, whole, .. } => {
                fields.iter().map(|(name, _)| name).chain(whole).collect()
            }
            Param::Missing => Vec::new(),
        };
        let bound = names.into_iter().map(|name| (name.clone(), self.argument(name)));
        let bound = bound.collect();
        self.ev.scope(Scope::Names { parent, names: bound })
    }

    fn argument(&mut self, name: &str) -> ThunkId {
        let why = format!("`{name}` is not known here: nobody is known to call this function");
        self.ev.ready(Value::unknown(why, None), None)
    }

    fn inner_scope(&mut self, spot: Spot<'_>, bindings: BindingsId) -> ScopeId {
        let Spot { within, here, scope: parent, .. } = spot;
        let scope = self.ev.scope(Scope::Names { parent, names: FxHashMap::default() });
        let mut names = FxHashMap::default();
        for &entry in &here.part.bindings(bindings).entries {
            let Some((binding, _)) = here.part.binding(entry) else { continue };
            let (code, scope) = match binding.value {
                BindingValue::Expr(value) => (Code::of(entry, value), scope),
                BindingValue::Inherit(value) => (Code::Expr(value), parent),
            };
            names.insert(binding.name.clone(), self.ev.delay(within, here, code, scope));
        }
        self.ev.bind(scope, names);
        scope
    }
}

/// Is this a literal set, perhaps behind a function head? That of a NixOS module's `clan.core` is no
/// clan.
fn is_clan(part: &Part, code: Code) -> bool {
    let (part, expr) = match code {
        Code::Expr(expr) => (part, expr),
        Code::Part(number) => match part.child(number) {
            Some(child) => (&*child.part, child.part.root()),
            None => return false,
        },
    };
    match part.expr(expr) {
        Expr::AttrSet { bindings, .. } => part.find(part.bindings(*bindings), "core").is_none(),
        Expr::Lambda { body, .. } => matches!(part.expr(*body), Expr::AttrSet { .. }),
        _ => false,
    }
}
