//! The bindings of sets: dotted paths become nested sets, and literal sets that are given to one
//! name in pieces become one, as Nix reads them.

use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use syntax::{AstNode, TextRange, ast, ast::HasEntry};

use super::{Lowering, MAX_DEPTH, has_error};
use crate::hir::{AttrName, Binding, BindingValue, Bindings, Expr, ExprId, Site, SpanId};

impl Lowering {
    pub(super) fn bindings(&mut self, set: &impl HasEntry) -> Bindings {
        let mut pieces = Pieces::default();
        self.gather(set, &mut pieces);
        self.finish(pieces)
    }

    /// The bindings of a literal set.
    pub(super) fn set(&mut self, set: &ast::AttrSet) -> Bindings {
        let mut pieces = Pieces::default();
        self.gather_set(set, &mut pieces);
        self.finish(pieces)
    }

    /// What could not be read of a set may bind any name.
    fn gather_set(&mut self, set: &ast::AttrSet, pieces: &mut Pieces) {
        self.gather(set, pieces);
        if has_error(set.syntax()) {
            let hole = self.hir.alloc_at(Expr::Missing, set.syntax().text_range());
            pieces.dynamic.push((hole, hole));
        }
    }

    fn gather(&mut self, set: &impl HasEntry, pieces: &mut Pieces) {
        for entry in set.entries() {
            match entry {
                ast::Entry::Inherit(inherit) => self.inherit(&inherit, pieces),
                ast::Entry::AttrpathValue(entry) => self.attrpath_value(&entry, pieces),
            }
        }
    }

    fn inherit(&mut self, inherit: &ast::Inherit, pieces: &mut Pieces) {
        let range = inherit.syntax().text_range();
        let from = inherit.from().map(|from| self.expr_or_hole(from.expr(), range));
        for attr in inherit.attrs() {
            let AttrName::Static(name, span) = self.attr_name(&attr) else { continue };
            let value = match from {
                Some(set) => {
                    let path = Box::new([AttrName::Static(name.clone(), span)]);
                    let select = Expr::Select { set, path, default: None };
                    BindingValue::Expr(self.hir.alloc(select, span))
                }
                None => BindingValue::Inherit(self.hir.alloc(Expr::Ident(name.clone()), span)),
            };
            pieces.put(name, Site { name: span, whole: true }, Piece::Value(value));
        }
    }

    fn attrpath_value(&mut self, entry: &ast::AttrpathValue, pieces: &mut Pieces) {
        // A line that is being typed: it says nothing yet.
        if entry.value().is_none() && entry.assign_token().is_none() {
            return;
        }
        let names = self.attr_names(entry.attrpath());
        let Some((last, outer)) = names.split_last() else { return };
        let levels = u32::try_from(outer.len()).unwrap_or(u32::MAX);
        if levels >= MAX_DEPTH.saturating_sub(self.depth) {
            return;
        }
        self.depth += levels;
        self.binding(entry, outer, last, pieces);
        self.depth -= levels;
    }

    fn binding(
        &mut self,
        entry: &ast::AttrpathValue,
        outer: &[AttrName],
        last: &AttrName,
        pieces: &mut Pieces,
    ) {
        let range = entry.syntax().text_range();
        let mut target = pieces;
        let mut outer = outer;
        while let Some((name, rest)) = outer.split_first() {
            outer = rest;
            match name {
                AttrName::Static(name, span) => {
                    let site = Site { name: *span, whole: false };
                    let piece = Piece::Set(Pieces { range: Some(range), ..Pieces::default() });
                    let Some(inner) = target.put(name.clone(), site, piece) else { return };
                    target = inner;
                }
                // What follows a computed name belongs to that name's value alone.
                AttrName::Dynamic(name) => {
                    let mut inner = Pieces { range: Some(range), ..Pieces::default() };
                    self.binding(entry, rest, last, &mut inner);
                    let value = self.finish_set(inner);
                    target.dynamic.push((*name, value));
                    return;
                }
            }
        }
        self.value(last, entry, target);
    }

    fn value(&mut self, name: &AttrName, entry: &ast::AttrpathValue, target: &mut Pieces) {
        let range = entry.syntax().text_range();
        match name {
            AttrName::Dynamic(name) => {
                let value = self.expr_or_hole(entry.value(), range);
                target.dynamic.push((*name, value));
            }
            AttrName::Static(name, span) => {
                self.static_value(name, *span, entry, target);
            }
        }
    }

    fn static_value(
        &mut self,
        name: &SmolStr,
        span: SpanId,
        entry: &ast::AttrpathValue,
        target: &mut Pieces,
    ) {
        let site = Site { name: span, whole: true };
        match entry.value() {
            // A literal set may have to be merged with others: keep it in pieces.
            Some(ast::Expr::AttrSet(set)) if self.depth < MAX_DEPTH => {
                let piece = Piece::Set(Pieces {
                    recursive: set.rec_token().is_some(),
                    range: Some(set.syntax().text_range()),
                    ..Pieces::default()
                });
                if let Some(inner) = target.put(name.clone(), site, piece) {
                    self.depth += 1;
                    self.gather_set(&set, inner);
                    self.depth -= 1;
                }
            }
            Some(value) => {
                let value = self.expr(&value);
                target.put(name.clone(), site, Piece::Value(BindingValue::Expr(value)));
            }
            None => {
                let hole = self.hir.alloc_at(Expr::Missing, entry.syntax().text_range());
                target.put(name.clone(), Site { whole: false, ..site }, Piece::Hole(hole));
            }
        }
    }

    fn finish(&mut self, pieces: Pieces) -> Bindings {
        let entries = pieces
            .entries
            .into_iter()
            .map(|(name, sites, piece)| {
                let value = match piece {
                    Piece::Value(value) => value,
                    Piece::Hole(hole) => BindingValue::Expr(hole),
                    Piece::Set(inner) => BindingValue::Expr(self.finish_set(inner)),
                };
                Binding { name, sites, value }
            })
            .collect();
        Bindings { entries, dynamic: pieces.dynamic }
    }

    fn finish_set(&mut self, pieces: Pieces) -> ExprId {
        let range = pieces.range.unwrap_or_default();
        let recursive = pieces.recursive;
        let bindings = self.finish(pieces);
        self.hir.alloc_at(Expr::AttrSet { recursive, bindings }, range)
    }
}

/// A set in the making.
#[derive(Default)]
struct Pieces {
    recursive: bool,
    /// The literal that began it, or the binding whose path implies it.
    range: Option<TextRange>,
    entries: Vec<(SmolStr, Vec<Site>, Piece)>,
    by_name: FxHashMap<SmolStr, usize>,
    dynamic: Vec<(ExprId, ExprId)>,
}

enum Piece {
    Value(BindingValue),
    /// `name =`, the value not written yet: anything else that is said of the name counts.
    Hole(ExprId),
    Set(Pieces),
}

impl Pieces {
    /// Binds a name once more. Two sets become one, whose pieces are returned; where Nix refuses
    /// (a value meets anything else) the first stands and the site is all that is kept.
    fn put(&mut self, name: SmolStr, site: Site, piece: Piece) -> Option<&mut Pieces> {
        if let Some(&index) = self.by_name.get(&name) {
            let (_, sites, old) = self.entries.get_mut(index)?;
            sites.push(site);
            if matches!(old, Piece::Hole(_)) {
                *old = piece;
                return as_set(old);
            }
            return if matches!(piece, Piece::Set(_)) { as_set(old) } else { None };
        }
        self.by_name.insert(name.clone(), self.entries.len());
        self.entries.push((name, vec![site], piece));
        self.entries.last_mut().and_then(|(_, _, piece)| as_set(piece))
    }
}

fn as_set(piece: &mut Piece) -> Option<&mut Pieces> {
    match piece {
        Piece::Set(pieces) => Some(pieces),
        Piece::Value(_) | Piece::Hole(_) => None,
    }
}
