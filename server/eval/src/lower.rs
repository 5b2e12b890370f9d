//! Syntax trees to [`Part`]s.

mod bindings;
mod fold;
mod runs;
mod same;
mod scope;
mod string;

use std::sync::Arc;

use smol_str::SmolStr;
use syntax::{
    AstNode, GreenNode, GreenNodeData, GreenTokenData, Language, NixLanguage, NodeOrToken,
    SyntaxKind, SyntaxNode, TextRange, TextSize, ast,
};

use crate::hir::{AttrName, Binding, Expr, ExprId, Param, StringPart};
use crate::part::{Free, Part, PartBuilder, Traits};

use scope::Met;

/// Deeper nesting than this becomes a hole, since lowering and evaluation recurse on the stack.
/// Real inventories stay below 40.
const MAX_DEPTH: u32 = 256;

/// When less than this is left of the thread's stack, lowering goes on on another piece, of the
/// second size, in bytes.
const RED_ZONE: usize = 128 * 1024;
const STACK_PIECE: usize = 1024 * 1024;

/// Lowers the tree of a file. Never fails: what can't be read is [`Expr::Missing`]. The result does
/// not depend on `previous`, an earlier version; but the parts that stayed the same are taken from it.
pub(crate) fn lower(root: &GreenNode, previous: Option<&Part>) -> Arc<Part> {
    let mut lowering = Lowering::new(0, previous);
    let node = SyntaxNode::new_root(root.clone());
    let expr = ast::Root::cast(node.clone()).and_then(|root| root.expr());
    let root = lowering.expr_or_hole(expr, node.text_range());
    lowering.finish(Binding::of_file(root), 0)
}

/// The work in progress: one part.
struct Lowering<'p> {
    part: PartBuilder,
    traits: Traits,
    /// The names that were met and that nothing within the part binds, as far as it is read.
    free: Met,
    /// Where the tree at hand begins, from the part's start: bindings are read as trees of their own.
    base: TextSize,
    depth: u32,
    /// An earlier version of the part.
    previous: Option<&'p Part>,
}

impl<'p> Lowering<'p> {
    fn new(depth: u32, previous: Option<&'p Part>) -> Lowering<'p> {
        Lowering {
            part: PartBuilder::default(),
            traits: Traits::default(),
            free: Met::default(),
            base: TextSize::default(),
            depth,
            previous,
        }
    }

    fn finish(self, binding: Binding, strip: usize) -> Arc<Part> {
        let free = self.free.into_iter().map(|(name, bare)| Free { name, bare });
        let mut free: Vec<Free> = free.collect();
        free.sort_unstable_by(|a, b| a.name.cmp(&b.name));
        self.part.finish(binding, free.into(), self.traits, (strip, self.depth))
    }

    /// Where a node stands, from the part's start.
    fn range(&self, node: &SyntaxNode) -> TextRange {
        node.text_range() + self.base
    }

    /// Something that nobody can read stands at `around`.
    fn hole(&mut self, around: TextRange) -> ExprId {
        self.traits.depends = true;
        self.part.expr(Expr::Missing, around)
    }

    /// Lowers an expression, or makes a hole at `around` where none is written.
    fn expr_or_hole(&mut self, expr: Option<ast::Expr>, around: TextRange) -> ExprId {
        match expr {
            Some(expr) => self.expr(&expr),
            None => self.hole(around),
        }
    }

    fn expr(&mut self, expr: &ast::Expr) -> ExprId {
        let range = self.range(expr.syntax());
        if self.depth >= MAX_DEPTH {
            return self.hole(range);
        }
        self.depth += 1;
        let id = self.expr_inner(expr, range);
        self.depth -= 1;
        id
    }

    fn expr_inner(&mut self, expr: &ast::Expr, range: TextRange) -> ExprId {
        let lowered = match expr {
            ast::Expr::Paren(paren) => return self.expr_or_hole(paren.expr(), range),
            ast::Expr::Root(root) => return self.expr_or_hole(root.expr(), range),
            ast::Expr::Error(_) => return self.hole(range),
            ast::Expr::CurPos(_) => self.name(SmolStr::new_static("__curPos")),
            ast::Expr::Ident(ident) => self.name(ident_name(ident)),
            ast::Expr::Literal(literal) => literal_value(literal),
            ast::Expr::Str(string) => Expr::String(self.string_parts(string)),
            ast::Expr::PathAbs(path) => self.path(path.syntax()),
            ast::Expr::PathRel(path) => self.path(path.syntax()),
            ast::Expr::PathHome(path) => self.path(path.syntax()),
            ast::Expr::PathSearch(path) => {
                self.traits.depends = true;
                Expr::SearchPath(SmolStr::new(path.to_string()))
            }
            ast::Expr::List(list) => self.list(list, range),
            ast::Expr::AttrSet(set) => self.literal(set),
            ast::Expr::LegacyLet(set) => return self.legacy_let(set, range),
            ast::Expr::LetIn(let_in) => self.let_in(let_in, range),
            ast::Expr::Lambda(lambda) => self.lambda(lambda, range),
            ast::Expr::Apply(apply) => Expr::Apply {
                function: self.expr_or_hole(apply.lambda(), range),
                argument: self.expr_or_hole(apply.argument(), range),
            },
            ast::Expr::Select(select) => Expr::Select {
                set: self.expr_or_hole(select.expr(), range),
                path: self.attr_names(select.attrpath()),
                default: select.default_expr().map(|default| self.expr(&default)),
            },
            ast::Expr::HasAttr(has) => Expr::HasAttr {
                set: self.expr_or_hole(has.expr(), range),
                path: self.attr_names(has.attrpath()),
            },
            ast::Expr::With(with) => self.with(with, range),
            ast::Expr::IfElse(branch) => Expr::If {
                condition: self.expr_or_hole(branch.condition(), range),
                then: self.expr_or_hole(branch.body(), range),
                otherwise: self.expr_or_hole(branch.else_body(), range),
            },
            ast::Expr::Assert(assert) => Expr::Assert {
                condition: self.expr_or_hole(assert.condition(), range),
                body: self.expr_or_hole(assert.body(), range),
            },
            ast::Expr::UnaryOp(unary) => self.unary(unary, range),
            ast::Expr::BinOp(binary) => self.binary(binary, range),
        };
        self.part.expr(lowered, range)
    }

    fn list(&mut self, list: &ast::List, range: TextRange) -> Expr {
        let mut items: Vec<ExprId> = list.items().map(|item| self.expr(&item)).collect();
        // One that is never closed may have lost what stands below.
        if !is_closed(list) || has_error(list.syntax()) {
            items.push(self.hole(range));
        }
        Expr::List(items.into())
    }

    fn unary(&mut self, unary: &ast::UnaryOp, range: TextRange) -> Expr {
        let operand = self.expr_or_hole(unary.expr(), range);
        match unary.operator() {
            Some(operator) => Expr::Unary { operator, operand },
            None => self.unreadable(),
        }
    }

    fn binary(&mut self, binary: &ast::BinOp, range: TextRange) -> Expr {
        let left = self.expr_or_hole(binary.lhs(), range);
        let right = self.expr_or_hole(binary.rhs(), range);
        match binary.operator() {
            Some(operator) => Expr::Binary { operator, left, right },
            None => self.unreadable(),
        }
    }

    /// An expression of which a piece lacks.
    fn unreadable(&mut self) -> Expr {
        self.traits.depends = true;
        Expr::Missing
    }

    fn let_in(&mut self, let_in: &ast::LetIn, range: TextRange) -> Expr {
        let outer = self.enter();
        let stretch = self.stretch_of(let_in.syntax());
        let set = self.set(vec![stretch]);
        let body = self.expr_or_hole(let_in.body(), range);
        self.leave_set(outer, &set);
        Expr::LetIn { bindings: self.keep(set), body }
    }

    /// `let { a = 1; body = a; }` is `rec { a = 1; body = a; }.body`.
    fn legacy_let(&mut self, set: &ast::LegacyLet, range: TextRange) -> ExprId {
        let stretch = self.stretch_of(set.syntax());
        let set = self.attr_set(true, vec![stretch]);
        let set = self.part.expr(set, range);
        let body = AttrName::Static(SmolStr::new_static("body"));
        self.part.expr(Expr::Select { set, path: Box::new([body]), default: None }, range)
    }

    fn with(&mut self, with: &ast::With, range: TextRange) -> Expr {
        let namespace = self.expr_or_hole(with.namespace(), range);
        let outer = self.enter();
        let body = self.expr_or_hole(with.body(), range);
        self.leave_with(outer);
        Expr::With { namespace, body }
    }

    fn lambda(&mut self, lambda: &ast::Lambda, range: TextRange) -> Expr {
        let outer = self.enter();
        let param = self.param(lambda.param());
        let body = self.expr_or_hole(lambda.body(), range);
        self.leave(outer, |name| param.binds(name));
        Expr::Lambda { param, body }
    }

    fn param(&mut self, param: Option<ast::Param>) -> Param {
        match param {
            Some(ast::Param::IdentParam(param)) => {
                param.ident().map_or(Param::Missing, |ident| Param::Name(ident_name(&ident)))
            }
            Some(ast::Param::Pattern(pattern)) => Param::Pattern {
                fields: pattern
                    .pat_entries()
                    .filter_map(|entry| {
                        let name = ident_name(&entry.ident()?);
                        Some((name, entry.default().map(|default| self.expr(&default))))
                    })
                    .collect(),
                ellipsis: pattern.ellipsis_token().is_some(),
                whole: pattern.pat_bind().and_then(|bind| bind.ident()).map(|it| ident_name(&it)),
            },
            None => Param::Missing,
        }
    }

    fn attr_names(&mut self, path: Option<ast::Attrpath>) -> Box<[AttrName]> {
        let attrs = path.into_iter().flat_map(|path| path.attrs().collect::<Vec<_>>());
        attrs.map(|attr| self.attr_name(&attr)).collect()
    }

    fn attr_name(&mut self, attr: &ast::Attr) -> AttrName {
        let range = self.range(attr.syntax());
        match attr {
            ast::Attr::Ident(ident) => AttrName::Static(ident_name(ident)),
            ast::Attr::Dynamic(dynamic) => {
                AttrName::Dynamic(self.expr_or_hole(dynamic.expr(), range))
            }
            ast::Attr::Str(string) => match &*self.string_parts(string) {
                [] => AttrName::Static(SmolStr::default()),
                [StringPart::Literal(name)] => AttrName::Static(name.clone()),
                parts => AttrName::Dynamic(self.part.expr(Expr::String(parts.into()), range)),
            },
        }
    }
}

/// Does something stand in it that could not be read?
fn has_error(node: &SyntaxNode) -> bool {
    node.green().children().any(|child| is(child, SyntaxKind::NODE_ERROR))
}

/// Is a set `rec`? Asked of the tree itself: a cursor would look at all that stands in the set.
fn is_recursive(set: &ast::AttrSet) -> bool {
    set.syntax().green().children().next().is_some_and(|child| is(child, SyntaxKind::TOKEN_REC))
}

fn is_closed(list: &ast::List) -> bool {
    let green = list.syntax().green();
    green.children().next_back().is_some_and(|child| is(child, SyntaxKind::TOKEN_R_BRACK))
}

fn is(child: NodeOrToken<&GreenNodeData, &GreenTokenData>, kind: SyntaxKind) -> bool {
    NixLanguage::kind_from_raw(child.kind()) == kind
}

fn ident_name(ident: &ast::Ident) -> SmolStr {
    ident.ident_token().map(|token| SmolStr::new(token.text())).unwrap_or_default()
}

fn literal_value(literal: &ast::Literal) -> Expr {
    let text = literal.to_string();
    if let Ok(int) = text.parse() {
        return Expr::Int(int);
    }
    if text.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return float(&text).map_or(Expr::Missing, Expr::Float);
    }
    // What is left of the literals is an unquoted URI.
    Expr::String(Box::new([StringPart::Literal(SmolStr::new(text))]))
}

/// A floating-point number; none where Nix has none: of `0.` it makes a `0` and a dot, and what is too
/// large or too small, also of whole numbers, it refuses.
fn float(text: &str) -> Option<f64> {
    let (whole, rest) = text.split_once('.')?;
    if whole == "0" && !rest.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let float: f64 = text.parse().ok()?;
    let mantissa = text.split(['e', 'E']).next()?;
    let is_zero = !mantissa.contains(|digit: char| ('1'..='9').contains(&digit));
    (is_zero || float.is_normal()).then_some(float)
}
