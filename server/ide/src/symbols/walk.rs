//! The symbols of a Nix file, by its syntax and the option paths of its sets.

use eval::{FileId, FileRange};
use inventory::{Clan, within_clan};
use smol_str::SmolStr;
use syntax::{AstNode, Parse, SyntaxNode, TextRange, ast, ast::HasEntry};

use super::{Node, SymbolKind};
use crate::place::{attr_text, string_text};

pub(super) fn nodes(clan: &Clan, file: FileId, parse: &Parse) -> Option<Vec<Node>> {
    let mut nodes = Vec::new();
    Walk { clan, file }.expression(&parse.root()?.expr()?, None, &mut nodes);
    Some(nodes)
}

/// The option path of a set; `None` where the text is no option's.
type OptionPath<'p> = Option<&'p [SmolStr]>;

#[derive(Clone, Copy)]
struct Walk<'c> {
    clan: &'c Clan,
    file: FileId,
}

impl<'c> Walk<'c> {
    fn expression(self, expr: &ast::Expr, path: OptionPath<'_>, out: &mut Vec<Node>) {
        match expr {
            ast::Expr::AttrSet(set) => {
                let mounted = self.mounted(set.syntax());
                self.entries(set, mounted.or(path), out);
            }
            ast::Expr::LetIn(let_in) => {
                self.entries(let_in, None, out);
                self.inner(let_in.body(), path, out);
            }
            ast::Expr::List(list) if path.is_some() => {
                self.items(list, path.unwrap_or_default(), out);
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

    fn inner(self, expr: Option<ast::Expr>, path: OptionPath<'_>, out: &mut Vec<Node>) {
        if let Some(expr) = expr {
            self.expression(&expr, path, out);
        }
    }

    fn mounted(self, set: &SyntaxNode) -> OptionPath<'c> {
        let range = FileRange { file: self.file, range: set.text_range() };
        self.clan.mounts.get(&range).map(Vec::as_slice)
    }

    fn entries(self, set: &impl HasEntry, path: OptionPath<'_>, out: &mut Vec<Node>) {
        for entry in set.entries() {
            match entry {
                ast::Entry::AttrpathValue(binding) => self.binding(&binding, path, out),
                ast::Entry::Inherit(inherit) => self.inherit(&inherit, path, out),
            }
        }
    }

    fn binding(self, binding: &ast::AttrpathValue, path: OptionPath<'_>, mut out: &mut Vec<Node>) {
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
            if let Some(piece) = path.as_ref().and_then(|path| self.piece(path, selection, range)) {
                // What a machine or a tag is made of has no names for an outline.
                let is_leaf = matches!(piece.kind, SymbolKind::Machine | SymbolKind::Tag);
                let Some(node) = add(out, piece) else { return };
                if is_leaf {
                    return;
                }
                out = &mut node.children;
            }
        }
        self.inner(binding.value(), path.as_deref(), out);
    }

    fn inherit(self, inherit: &ast::Inherit, path: OptionPath<'_>, out: &mut Vec<Node>) {
        let Some(path) = path else { return };
        for attr in inherit.attrs() {
            let range = attr.syntax().text_range();
            let path = attr_text(&attr).map(|name| [path, &[name]].concat());
            if let Some(piece) = path.and_then(|path| self.piece(&path, range, range)) {
                add(out, piece);
            }
        }
    }

    /// The tags that a role lists.
    fn items(self, list: &ast::List, path: &[SmolStr], out: &mut Vec<Node>) {
        for item in list.items() {
            let ast::Expr::Str(string) = item else { continue };
            let range = string.syntax().text_range();
            let path = string_text(&string).map(|name| [path, &[name]].concat());
            if let Some(piece) = path.and_then(|path| self.piece(&path, range, range)) {
                add(out, piece);
            }
        }
    }

    /// The symbol of an option, if it has one.
    fn piece(self, path: &[SmolStr], selection: TextRange, range: TextRange) -> Option<Node> {
        let name = path.last()?;
        let path: Vec<&str> = path.iter().map(SmolStr::as_str).collect();
        let kind = match *path.as_slice() {
            ["machines"] | ["inventory", "machines" | "tags" | "instances"] => SymbolKind::Group,
            ["machines", _] | ["inventory", "machines", _] => SymbolKind::Machine,
            ["inventory", "tags", _] => SymbolKind::Tag,
            ["inventory", "instances", _] => SymbolKind::Instance,
            ["inventory", "instances", _, "roles", _] => SymbolKind::Role,
            ["inventory", "instances", _, "roles", _, "machines", _] => SymbolKind::Machine,
            ["inventory", "instances", _, "roles", _, "tags", _] => SymbolKind::Tag,
            _ => return None,
        };
        // Editors refuse a tree in which something has no name.
        let named = !name.trim().is_empty();
        named.then(|| Node {
            instance: path.get(2).filter(|_| kind == SymbolKind::Role).map(SmolStr::new),
            is_member: path.len() == MEMBER,
            ..Node::new(kind, name, (range, selection))
        })
    }
}

/// How many names lead to a machine or a tag of a role.
const MEMBER: usize = 7;

/// Adds a piece: to the symbol before it if that is the same thing, else as a symbol of its own.
fn add(out: &mut Vec<Node>, piece: Node) -> Option<&mut Node> {
    let same = |last: &Node| last.kind == piece.kind && last.name == piece.name;
    if !out.last().is_some_and(same) {
        out.push(piece);
        return out.last_mut();
    }
    let last = out.last_mut()?;
    last.range = last.range.cover(piece.range);
    Some(last)
}
