//! Syntax trees to [`Hir`].

mod bindings;
mod string;

use smol_str::SmolStr;
use syntax::{AstNode, SyntaxKind, SyntaxNode, TextRange, ast};

use crate::hir::{AttrName, Expr, ExprId, Hir, HirBuilder, Param, StringPart};

/// Deeper nesting than this becomes a hole, since lowering and evaluation recurse on the stack.
/// Real inventories stay below 40.
const MAX_DEPTH: u32 = 256;

/// Lowers the tree of a file. Never fails: what can't be read is [`Expr::Missing`].
pub(crate) fn lower(root: &SyntaxNode) -> Hir {
    let mut lowering = Lowering { hir: HirBuilder::default(), depth: 0 };
    let expr = ast::Root::cast(root.clone()).and_then(|root| root.expr());
    let root = lowering.expr_or_hole(expr, root.text_range());
    lowering.hir.finish(root)
}

/// The work in progress: one file.
struct Lowering {
    hir: HirBuilder,
    depth: u32,
}

impl Lowering {
    /// Lowers an expression, or makes a hole at `around` where none is written.
    fn expr_or_hole(&mut self, expr: Option<ast::Expr>, around: TextRange) -> ExprId {
        match expr {
            Some(expr) => self.expr(&expr),
            None => self.hir.alloc_at(Expr::Missing, around),
        }
    }

    fn expr(&mut self, expr: &ast::Expr) -> ExprId {
        let range = expr.syntax().text_range();
        if self.depth >= MAX_DEPTH {
            return self.hir.alloc_at(Expr::Missing, range);
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
            ast::Expr::Error(_) => Expr::Missing,
            ast::Expr::CurPos(_) => Expr::Ident(SmolStr::new_static("__curPos")),
            ast::Expr::Ident(ident) => Expr::Ident(ident_name(ident)),
            ast::Expr::Literal(literal) => literal_value(literal),
            ast::Expr::Str(string) => Expr::String(self.string_parts(string)),
            ast::Expr::PathAbs(path) => self.path(path.syntax()),
            ast::Expr::PathRel(path) => self.path(path.syntax()),
            ast::Expr::PathHome(path) => self.path(path.syntax()),
            ast::Expr::PathSearch(path) => Expr::SearchPath(SmolStr::new(path.to_string())),
            ast::Expr::List(list) => self.list(list, range),
            ast::Expr::AttrSet(set) => {
                Expr::AttrSet { recursive: set.rec_token().is_some(), bindings: self.set(set) }
            }
            ast::Expr::LegacyLet(set) => return self.legacy_let(set, range),
            ast::Expr::LetIn(let_in) => Expr::LetIn {
                bindings: self.bindings(let_in),
                body: self.expr_or_hole(let_in.body(), range),
            },
            ast::Expr::Lambda(lambda) => Expr::Lambda {
                param: self.param(lambda.param()),
                body: self.expr_or_hole(lambda.body(), range),
            },
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
            ast::Expr::With(with) => Expr::With {
                namespace: self.expr_or_hole(with.namespace(), range),
                body: self.expr_or_hole(with.body(), range),
            },
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
        self.hir.alloc_at(lowered, range)
    }

    fn list(&mut self, list: &ast::List, range: TextRange) -> Expr {
        let mut items: Vec<ExprId> = list.items().map(|item| self.expr(&item)).collect();
        // One that is never closed may have lost what stands below.
        if list.r_brack_token().is_none() || has_error(list.syntax()) {
            items.push(self.hir.alloc_at(Expr::Missing, range));
        }
        Expr::List(items.into())
    }

    fn unary(&mut self, unary: &ast::UnaryOp, range: TextRange) -> Expr {
        let operand = self.expr_or_hole(unary.expr(), range);
        match unary.operator() {
            Some(operator) => Expr::Unary { operator, operand },
            None => Expr::Missing,
        }
    }

    fn binary(&mut self, binary: &ast::BinOp, range: TextRange) -> Expr {
        let left = self.expr_or_hole(binary.lhs(), range);
        let right = self.expr_or_hole(binary.rhs(), range);
        match binary.operator() {
            Some(operator) => Expr::Binary { operator, left, right },
            None => Expr::Missing,
        }
    }

    /// `let { a = 1; body = a; }` is `rec { a = 1; body = a; }.body`.
    fn legacy_let(&mut self, set: &ast::LegacyLet, range: TextRange) -> ExprId {
        let bindings = self.bindings(set);
        let span = self.hir.span(range);
        let set = self.hir.alloc(Expr::AttrSet { recursive: true, bindings }, span);
        let body = AttrName::Static(SmolStr::new_static("body"), span);
        self.hir.alloc(Expr::Select { set, path: Box::new([body]), default: None }, span)
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
        let range = attr.syntax().text_range();
        match attr {
            ast::Attr::Ident(ident) => AttrName::Static(ident_name(ident), self.hir.span(range)),
            ast::Attr::Dynamic(dynamic) => {
                AttrName::Dynamic(self.expr_or_hole(dynamic.expr(), range))
            }
            ast::Attr::Str(string) => {
                let parts = self.string_parts(string);
                let span = self.hir.span(range);
                match &*parts {
                    [] => AttrName::Static(SmolStr::default(), span),
                    [StringPart::Literal(name)] => AttrName::Static(name.clone(), span),
                    _ => AttrName::Dynamic(self.hir.alloc(Expr::String(parts), span)),
                }
            }
        }
    }
}

/// Does something stand in it that could not be read?
fn has_error(node: &SyntaxNode) -> bool {
    node.children().any(|child| child.kind() == SyntaxKind::NODE_ERROR)
}

fn ident_name(ident: &ast::Ident) -> SmolStr {
    ident.ident_token().map(|token| SmolStr::new(token.text())).unwrap_or_default()
}

fn literal_value(literal: &ast::Literal) -> Expr {
    let text = literal.to_string();
    if let Ok(int) = text.parse() {
        return Expr::Int(int);
    }
    if let Ok(float) = text.parse() {
        return Expr::Float(float);
    }
    // What is left of the literals is an unquoted URI.
    Expr::String(Box::new([StringPart::Literal(SmolStr::new(text))]))
}
