//! What a file defines of its clan, as a tree for an editor's outline: machines, tags, instances
//! and roles.
//!
//! One thing may be written in many pieces. Pieces that follow each other are one symbol; pieces
//! that stand apart are one symbol each, since a symbol's range must not reach over its neighbours.

mod detail;

use eval::{FileId, FileRange};
use inventory::{Clan, within_clan};
use smol_str::SmolStr;
use syntax::{AstNode, SyntaxNode, TextRange, ast, ast::HasEntry};

use crate::Analysis;
use crate::place::attr_text;

/// A node of the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// Its name, without quotes.
    pub name: String,
    /// What it is.
    pub kind: SymbolKind,
    /// A word more, on one line.
    pub detail: Option<String>,
    /// All its text, from its name to its last piece's end. Holds the ranges of its children.
    pub range: TextRange,
    /// Its name where it stands first, quotes included.
    pub selection: TextRange,
    /// What is in it, by place; their ranges do not overlap.
    pub children: Vec<Symbol>,
}

/// What a symbol is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SymbolKind {
    /// All that a file has of one kind: `machines`, `tags`, `instances`.
    Group,
    /// A machine.
    Machine,
    /// A tag that lists machines.
    Tag,
    /// An instance of a service.
    Instance,
    /// A role of an instance.
    Role,
}

pub(crate) fn symbols(analysis: &Analysis, file: FileId) -> Option<Vec<Symbol>> {
    let root = analysis.parse(file)?.root()?.expr()?;
    let clan = analysis.clan(&analysis.path(file))?;
    let mut symbols = Vec::new();
    Walk { clan: &clan, file }.expression(&root, None, &mut symbols);
    Some(symbols)
}

/// The option path of a set; `None` where the text is no option's.
type OptionPath<'p> = Option<&'p [SmolStr]>;

#[derive(Clone, Copy)]
struct Walk<'c> {
    clan: &'c Clan,
    file: FileId,
}

impl<'c> Walk<'c> {
    fn expression(self, expr: &ast::Expr, path: OptionPath<'_>, out: &mut Vec<Symbol>) {
        match expr {
            ast::Expr::AttrSet(set) => {
                let mounted = self.mounted(set.syntax());
                self.entries(set, mounted.or(path), out);
            }
            ast::Expr::LetIn(let_in) => {
                self.entries(let_in, None, out);
                self.inner(let_in.body(), path, out);
            }
            ast::Expr::Lambda(lambda) => self.inner(lambda.body(), path, out),
            ast::Expr::Paren(paren) => self.inner(paren.expr(), path, out),
            ast::Expr::With(with) => self.inner(with.body(), path, out),
            ast::Expr::Assert(assert) => self.inner(assert.body(), path, out),
            ast::Expr::BinOp(operation) => {
                self.inner(operation.lhs(), path, out);
                self.inner(operation.rhs(), path, out);
            }
            ast::Expr::IfElse(choice) => {
                self.inner(choice.body(), path, out);
                self.inner(choice.else_body(), path, out);
            }
            // What a call or a list makes of its parts, only evaluation tells.
            other => {
                for child in other.syntax().children().filter_map(ast::Expr::cast) {
                    self.expression(&child, None, out);
                }
            }
        }
    }

    fn inner(self, expr: Option<ast::Expr>, path: OptionPath<'_>, out: &mut Vec<Symbol>) {
        if let Some(expr) = expr {
            self.expression(&expr, path, out);
        }
    }

    fn mounted(self, set: &SyntaxNode) -> OptionPath<'c> {
        let range = FileRange { file: self.file, range: set.text_range() };
        self.clan.mounts.get(&range).map(Vec::as_slice)
    }

    fn entries(self, set: &impl HasEntry, path: OptionPath<'_>, out: &mut Vec<Symbol>) {
        for entry in set.entries() {
            match entry {
                ast::Entry::AttrpathValue(binding) => self.binding(&binding, path, out),
                ast::Entry::Inherit(inherit) => self.inherit(&inherit, path, out),
            }
        }
    }

    fn binding(
        self,
        binding: &ast::AttrpathValue,
        path: OptionPath<'_>,
        mut out: &mut Vec<Symbol>,
    ) {
        // A line that is being typed: it says nothing yet.
        if binding.value().is_none() && binding.assign_token().is_none() {
            return;
        }
        let end = binding.syntax().text_range().end();
        let mut path = path.map(<[SmolStr]>::to_vec);
        for attr in binding.attrpath().into_iter().flat_map(|attrpath| attrpath.attrs()) {
            path = path.zip(attr_text(&attr)).map(|(mut path, name)| {
                path.push(name);
                within_clan(path)
            });
            let selection = attr.syntax().text_range();
            let range = TextRange::new(selection.start(), end);
            let Some(path) = &path else { continue };
            if let Some(piece) = piece(path, selection, range) {
                let Some(symbol) = self.add(out, piece, path) else { return };
                out = &mut symbol.children;
            }
        }
        self.inner(binding.value(), path.as_deref(), out);
    }

    fn inherit(self, inherit: &ast::Inherit, path: OptionPath<'_>, out: &mut Vec<Symbol>) {
        let Some(path) = path else { return };
        for attr in inherit.attrs() {
            let range = attr.syntax().text_range();
            let Some(name) = attr_text(&attr) else { continue };
            let path = [path, &[name]].concat();
            if let Some(piece) = piece(&path, range, range) {
                self.add(out, piece, &path);
            }
        }
    }

    /// Adds a piece: to the symbol before it if that is the same thing, else as a symbol of its own,
    /// of which more is said then.
    fn add<'o>(
        self,
        out: &'o mut Vec<Symbol>,
        piece: Symbol,
        path: &[SmolStr],
    ) -> Option<&'o mut Symbol> {
        let same = |last: &Symbol| last.kind == piece.kind && last.name == piece.name;
        if !out.last().is_some_and(same) {
            out.push(Symbol { detail: detail::of(self.clan, path), ..piece });
            return out.last_mut();
        }
        let last = out.last_mut()?;
        last.range = last.range.cover(piece.range);
        Some(last)
    }
}

/// The symbol of an option, if it has one.
fn piece(path: &[SmolStr], selection: TextRange, range: TextRange) -> Option<Symbol> {
    let name = path.last()?;
    let path: Vec<&str> = path.iter().map(SmolStr::as_str).collect();
    let kind = match *path.as_slice() {
        ["machines"] | ["inventory", "machines" | "tags" | "instances"] => SymbolKind::Group,
        ["machines", _] | ["inventory", "machines", _] => SymbolKind::Machine,
        ["inventory", "tags", _] => SymbolKind::Tag,
        ["inventory", "instances", _] => SymbolKind::Instance,
        ["inventory", "instances", _, "roles", _] => SymbolKind::Role,
        _ => return None,
    };
    // Editors refuse a tree in which something has no name.
    let named = !name.trim().is_empty();
    let (name, detail, children) = (name.to_string(), None, Vec::new());
    named.then_some(Symbol { name, kind, detail, range, selection, children })
}
