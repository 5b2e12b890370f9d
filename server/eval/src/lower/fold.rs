//! All that a set says of one name: dotted paths become nested sets, and literal sets that are given
//! in pieces become one. Where Nix refuses (a value meets anything else) the first stands.

use smol_str::SmolStr;
use syntax::SyntaxKind::TOKEN_DOT;
use syntax::{AstNode, SyntaxNode, TextRange, ast};

use super::bindings::BindingsBuilder;
use super::runs::{Kid, Stretch};
use super::{Lowering, MAX_DEPTH, is_recursive};
use crate::hir::{AttrName, Binding, BindingValue, ExprId, Site};
use crate::part::Repeat;

/// A binding in the making.
pub(super) struct Fold {
    name: SmolStr,
    sites: Vec<Site>,
    value: Folded,
    /// The path of the binding that came first.
    first: Option<TextRange>,
    /// The paths of those that Nix refuses beside it.
    refused: Vec<TextRange>,
}

enum Folded {
    Nothing,
    /// `name =`, the value not written yet, or `name..`: anything else that is said of the name counts.
    Hole(ExprId),
    Value(BindingValue),
    Set(Pieces),
}

/// The pieces of a set.
struct Pieces {
    recursive: bool,
    /// The literal that began it, or the binding whose path implies it.
    range: TextRange,
    stretches: Vec<Stretch>,
}

impl Fold {
    pub(super) fn new(name: SmolStr) -> Fold {
        Fold { name, sites: Vec::new(), value: Folded::Nothing, first: None, refused: Vec::new() }
    }

    /// Is there a value already that stands whatever comes?
    fn is_settled(&self) -> bool {
        matches!(self.value, Folded::Value(_) | Folded::Set(_))
    }

    /// Adds a value that is no literal set, bound by a path at `path`.
    pub(super) fn put_value(&mut self, site: Site, path: TextRange, value: BindingValue) {
        self.sites.push(site);
        if self.is_settled() {
            self.refused.push(path);
            return;
        }
        self.first = Some(path);
        self.value = Folded::Value(value);
    }

    /// Adds what can't be read yet.
    fn put_hole(&mut self, site: Site, hole: impl FnOnce() -> ExprId) {
        self.sites.push(site);
        if !self.is_settled() {
            self.value = Folded::Hole(hole());
        }
    }

    fn put_piece(&mut self, site: Site, path: TextRange, piece: Pieces) {
        self.sites.push(site);
        self.first.get_or_insert(path);
        match &mut self.value {
            Folded::Value(_) => self.refused.push(path),
            Folded::Set(pieces) => {
                piece.stretches.into_iter().for_each(|stretch| pieces.add(stretch));
            }
            Folded::Nothing | Folded::Hole(_) => self.value = Folded::Set(piece),
        }
    }
}

impl Pieces {
    /// Adds a stretch, to the last one if it goes on with that.
    fn add(&mut self, stretch: Stretch) {
        match self.stretches.last_mut() {
            Some(last) if last.is_continued_by(&stretch) => last.kids.end = stretch.kids.end,
            _ => self.stretches.push(stretch),
        }
    }
}

impl Stretch {
    /// Do the bindings of the other follow, with tokens alone between?
    fn is_continued_by(&self, other: &Stretch) -> bool {
        let between = self.node.children().take(other.kids.start).skip(self.kids.end);
        self.literal.is_none()
            && other.literal.is_none()
            && self.strip == other.strip
            && self.kids.end <= other.kids.start
            && std::ptr::eq(&*self.node, &*other.node)
            && between.into_iter().all(|child| child.as_token().is_some())
    }
}

impl<'p> Lowering<'p> {
    /// Adds what the bindings of a run say.
    pub(super) fn fold_run(&mut self, fold: &mut Fold, run: &Stretch) {
        for kid in run.kids() {
            let node = SyntaxNode::new_root(kid.node.to_owned());
            if let Some(binding) = ast::AttrpathValue::cast(node) {
                self.within(kid.at, |lowering| lowering.fold_binding(fold, run, &kid, &binding));
            }
        }
    }

    fn fold_binding(
        &mut self,
        fold: &mut Fold,
        run: &Stretch,
        kid: &Kid<'_>,
        binding: &ast::AttrpathValue,
    ) {
        let Some(path) = binding.attrpath() else { return };
        let mut names = path.attrs();
        let Some(name) = names.nth(run.strip) else { return };
        let (range, path) = (self.range(binding.syntax()), self.range(path.syntax()));
        let site = Site { name: self.range(name.syntax()), whole: true };
        let piece = Site { whole: false, ..site };
        if lacks_next(&name) {
            fold.put_hole(piece, || self.hole(range));
            return;
        }
        if names.next().is_some() {
            let stretches = vec![run.further_in(kid)];
            fold.put_piece(piece, path, Pieces { recursive: false, range, stretches });
            return;
        }
        match binding.value().map(without_parentheses) {
            // A literal set may have to be merged with others: keep it in pieces.
            Some(ast::Expr::AttrSet(set)) if self.depth < MAX_DEPTH => {
                let stretch = self.literal_stretch(&set);
                let (recursive, range) = (is_recursive(&set), self.range(set.syntax()));
                let stretches = vec![stretch];
                fold.put_piece(site, path, Pieces { recursive, range, stretches });
            }
            Some(_) if fold.is_settled() => {
                fold.sites.push(site);
                fold.refused.push(path);
            }
            Some(value) => {
                let value = self.expr(&value);
                fold.put_value(site, path, BindingValue::Expr(value));
            }
            None => fold.put_hole(piece, || self.hole(range)),
        }
    }

    /// The binding that the pieces come to.
    pub(super) fn folded(&mut self, fold: Fold) -> Binding {
        if let Some(first) = fold.first {
            let repeats = fold.refused.into_iter().map(|later| Repeat { first, later });
            self.part.repeats.extend(repeats);
        }
        let value = match fold.value {
            Folded::Value(value) => value,
            Folded::Hole(hole) => BindingValue::Expr(hole),
            Folded::Set(pieces) => BindingValue::Expr(self.pieces(pieces)),
            // No run is without a binding.
            Folded::Nothing => BindingValue::Expr(self.hole(TextRange::default())),
        };
        Binding { name: fold.name, sites: fold.sites.into(), value }
    }

    fn pieces(&mut self, pieces: Pieces) -> ExprId {
        self.depth += 1;
        let set = self.attr_set(pieces.recursive, pieces.stretches);
        self.depth -= 1;
        self.part.expr(set, pieces.range)
    }

    /// `${name} = value`. What follows a computed name belongs to that name's value alone.
    pub(super) fn dynamic(
        &mut self,
        stretch: &Stretch,
        kid: &Kid<'_>,
        out: &mut BindingsBuilder<'p>,
    ) {
        let node = SyntaxNode::new_root(kid.node.to_owned());
        let Some(binding) = ast::AttrpathValue::cast(node) else { return };
        self.within(kid.at, |lowering| {
            let mut names = binding.attrpath().into_iter().flat_map(|path| path.attrs());
            let Some(name) = names.nth(stretch.strip) else { return };
            let AttrName::Dynamic(name) = lowering.attr_name(&name) else { return };
            let range = lowering.range(binding.syntax());
            let value = if names.next().is_some() {
                let stretches = vec![stretch.further_in(kid)];
                lowering.pieces(Pieces { recursive: false, range, stretches })
            } else {
                lowering.expr_or_hole(binding.value(), range)
            };
            out.dynamic.push((name, value));
        });
    }
}

/// Is the name behind this one not written yet, but others are: `roles..machines`? These would be taken for it.
fn lacks_next(name: &ast::Attr) -> bool {
    let next = std::iter::successors(name.syntax().next_sibling_or_token(), |it| {
        it.next_sibling_or_token()
    });
    let mut next = next.map(|it| it.kind()).filter(|kind| !kind.is_trivia());
    next.next() == Some(TOKEN_DOT) && next.next() == Some(TOKEN_DOT)
}

/// Nix merges literal sets also where they stand in parentheses.
fn without_parentheses(mut expr: ast::Expr) -> ast::Expr {
    while let ast::Expr::Paren(paren) = &expr
        && let Some(inner) = paren.expr()
    {
        expr = inner;
    }
    expr
}
