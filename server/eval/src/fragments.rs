//! The pieces of a clan that a file's text shows, whoever reads the file.
//!
//! Where no entry point can be followed, a binding `inventory = …` or `clan = …` still tells what it
//! is by its name alone. This walks through function heads, `let`, calls and operators to them; what
//! a function would be given is unknown there.

use std::path::Path;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::evaluator::{Evaluator, Scope};
use crate::hir::{BindingValue, Bindings, Expr, ExprId, Param};
use crate::module::{Definition, Mount};
use crate::source::Source;
use crate::value::{AttrSite, Origin, ScopeId, ThunkId, Value};

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
        let mut walk = Walk { ev: self, source, mount, found, depth: 0, has_pieces: false };
        let root = walk.source.hir.root();
        walk.expr(root, scope, &mut Vec::new());
        if walk.has_pieces {
            self.import(path, None);
        } else {
            self.mounts.truncate(mounts);
        }
    }
}

struct Walk<'w, 'e> {
    ev: &'w mut Evaluator<'e>,
    source: Arc<Source>,
    mount: &'w SmolStr,
    found: &'w mut Fragments,
    depth: u32,
    has_pieces: bool,
}

impl Walk<'_, '_> {
    /// Walks into an expression that stands at an attribute path.
    fn expr(&mut self, id: ExprId, scope: ScopeId, path: &mut Vec<SmolStr>) {
        if self.depth == MAX_DEPTH {
            return;
        }
        self.depth += 1;
        let source = self.source.clone();
        match source.hir.expr(id) {
            Expr::Lambda { param, body } => {
                let scope = self.function_scope(param, scope);
                self.expr(*body, scope, path);
            }
            Expr::LetIn { bindings, body } => {
                let inner = self.inner_scope(bindings, scope);
                for (_, value) in values(bindings) {
                    self.expr(value, inner, &mut Vec::new());
                }
                self.expr(*body, inner, path);
            }
            Expr::With { namespace, body } => {
                let namespace = self.ev.delay(&source, *namespace, scope);
                let scope = self.ev.scope(Scope::With { parent: scope, namespace });
                self.expr(*body, scope, path);
            }
            Expr::Assert { body, .. } => self.expr(*body, scope, path),
            Expr::Apply { function, argument } => {
                self.expr(*function, scope, path);
                self.expr(*argument, scope, path);
            }
            Expr::Binary { left, right, .. } => {
                self.expr(*left, scope, path);
                self.expr(*right, scope, path);
            }
            Expr::AttrSet { recursive, bindings } => {
                let scope = if *recursive { self.inner_scope(bindings, scope) } else { scope };
                self.set(id, bindings, scope, path);
            }
            _ => {}
        }
        self.depth -= 1;
    }

    fn set(&mut self, id: ExprId, bindings: &Bindings, scope: ScopeId, path: &mut Vec<SmolStr>) {
        let names = std::iter::once(self.mount.clone()).chain(path.iter().cloned()).collect();
        let literal = Origin { file: self.source.id, span: self.source.hir.span(id) };
        self.ev.mounts.push(Mount { literal, path: names });
        for binding in &bindings.entries {
            let BindingValue::Expr(value) = binding.value else { continue };
            let sites: Vec<AttrSite> = binding
                .sites
                .iter()
                .map(|site| {
                    let name = Origin { file: self.source.id, span: site.name };
                    AttrSite { name, whole: site.whole }
                })
                .collect();
            match binding.name.as_str() {
                "inventory" => {
                    self.has_pieces = true;
                    let value = self.ev.delay(&self.source, value, scope);
                    self.found.inventories.push(Definition { value, sites, priority: None });
                }
                "clan" if is_clan(&self.source, value) => {
                    self.has_pieces = true;
                    let value = self.ev.delay(&self.source, value, scope);
                    self.found.clans.push(Definition { value, sites, priority: None });
                }
                name if AROUND.contains(&name) => {
                    path.push(binding.name.clone());
                    self.expr(value, scope, path);
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

    fn inner_scope(&mut self, bindings: &Bindings, parent: ScopeId) -> ScopeId {
        let scope = self.ev.scope(Scope::Names { parent, names: FxHashMap::default() });
        let mut names = FxHashMap::default();
        for binding in &bindings.entries {
            let (value, scope) = match binding.value {
                BindingValue::Expr(value) => (value, scope),
                BindingValue::Inherit(value) => (value, parent),
            };
            names.insert(binding.name.clone(), self.ev.delay(&self.source, value, scope));
        }
        self.ev.bind(scope, names);
        scope
    }
}

/// Is this a literal set, perhaps behind a function head? That of a NixOS module's `clan.core` is no
/// clan.
fn is_clan(source: &Source, id: ExprId) -> bool {
    match source.hir.expr(id) {
        Expr::AttrSet { bindings, .. } => {
            !bindings.entries.iter().any(|binding| binding.name == "core")
        }
        Expr::Lambda { body, .. } => matches!(source.hir.expr(*body), Expr::AttrSet { .. }),
        _ => false,
    }
}

fn values(bindings: &Bindings) -> impl Iterator<Item = (&SmolStr, ExprId)> {
    bindings.entries.iter().filter_map(|binding| match binding.value {
        BindingValue::Expr(value) => Some((&binding.name, value)),
        BindingValue::Inherit(_) => None,
    })
}
