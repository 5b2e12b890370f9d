//! The lowered form of one file: expressions in an arena, and where each stands.
//!
//! Syntax sugar is gone here: dotted paths of one set are nested sets, quotes and parentheses are
//! no more. Expressions name their places by [`SpanId`] only, so that values which stem from them
//! hold no absolute positions: the span table alone knows those.

use smol_str::SmolStr;
use syntax::TextRange;

/// An expression of a [`Hir`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ExprId(pub(crate) u32);

/// A stretch of the file's text, by number. [`Hir::range`] gives its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SpanId(pub(crate) u32);

/// A lowered file.
#[derive(Debug, Clone)]
pub struct Hir {
    pub(crate) exprs: Vec<(Expr, SpanId)>,
    pub(crate) spans: Vec<TextRange>,
    pub(crate) root: ExprId,
}

impl Hir {
    /// The expression that the file is.
    pub fn root(&self) -> ExprId {
        self.root
    }

    /// An expression; a number from another file gives a hole.
    pub fn expr(&self, id: ExprId) -> &Expr {
        self.exprs.get(id.0 as usize).map_or(&Expr::Missing, |(expr, _)| expr)
    }

    /// Where an expression stands.
    pub fn span(&self, id: ExprId) -> SpanId {
        self.exprs.get(id.0 as usize).map_or(SpanId(0), |&(_, span)| span)
    }

    /// The bytes of a span, from the start of the file.
    pub fn range(&self, span: SpanId) -> TextRange {
        self.spans.get(span.0 as usize).copied().unwrap_or_default()
    }
}

/// Grows a [`Hir`].
#[derive(Debug, Default)]
pub(crate) struct HirBuilder {
    exprs: Vec<(Expr, SpanId)>,
    spans: Vec<TextRange>,
}

impl HirBuilder {
    pub(crate) fn span(&mut self, range: TextRange) -> SpanId {
        self.spans.push(range);
        SpanId(u32::try_from(self.spans.len() - 1).unwrap_or(u32::MAX))
    }

    pub(crate) fn alloc(&mut self, expr: Expr, span: SpanId) -> ExprId {
        self.exprs.push((expr, span));
        ExprId(u32::try_from(self.exprs.len() - 1).unwrap_or(u32::MAX))
    }

    /// An expression and a span of its own.
    pub(crate) fn alloc_at(&mut self, expr: Expr, range: TextRange) -> ExprId {
        let span = self.span(range);
        self.alloc(expr, span)
    }

    pub(crate) fn finish(self, root: ExprId) -> Hir {
        Hir { exprs: self.exprs, spans: self.spans, root }
    }
}

/// An expression of the Nix language.
#[derive(Debug, Clone)]
pub enum Expr {
    /// A hole: text that is not written yet, or that could not be read.
    Missing,
    /// `null`, from JSON; in Nix text it is a name.
    Null,
    /// A truth value, from JSON; in Nix text it is a name.
    Bool(bool),
    /// `42`
    Int(i64),
    /// `4.2`
    Float(f64),
    /// `"text ${expr}"`, `''text''`, a URI.
    String(Box<[StringPart]>),
    /// `./a/b`, `/a/b`, `~/a`, with interpolations.
    Path(Box<[StringPart]>),
    /// `<nixpkgs>`
    SearchPath(SmolStr),
    /// A name.
    Ident(SmolStr),
    /// `[ … ]`
    List(Box<[ExprId]>),
    /// `{ … }`, `rec { … }`
    AttrSet {
        /// May its values name each other?
        recursive: bool,
        /// What it binds.
        bindings: Bindings,
    },
    /// `let … in body`
    LetIn {
        /// What it binds.
        bindings: Bindings,
        /// What it is.
        body: ExprId,
    },
    /// `param: body`
    Lambda {
        /// What it takes.
        param: Param,
        /// What it gives.
        body: ExprId,
    },
    /// `function argument`
    Apply {
        /// What is called.
        function: ExprId,
        /// With what.
        argument: ExprId,
    },
    /// `set.a.b or default`
    Select {
        /// What is looked into.
        set: ExprId,
        /// The names, outermost first.
        path: Box<[AttrName]>,
        /// What holds when there is none.
        default: Option<ExprId>,
    },
    /// `set ? a.b`
    HasAttr {
        /// What is looked into.
        set: ExprId,
        /// The names, outermost first.
        path: Box<[AttrName]>,
    },
    /// `with namespace; body`
    With {
        /// Whose names are in scope.
        namespace: ExprId,
        /// What it is.
        body: ExprId,
    },
    /// `if condition then … else …`
    If {
        /// What is asked.
        condition: ExprId,
        /// When true.
        then: ExprId,
        /// When false.
        otherwise: ExprId,
    },
    /// `assert condition; body`
    Assert {
        /// What must hold.
        condition: ExprId,
        /// What it is.
        body: ExprId,
    },
    /// `!a`, `-a`
    Unary {
        /// Which.
        operator: syntax::ast::UnaryOpKind,
        /// Of what.
        operand: ExprId,
    },
    /// `a // b` and its like.
    Binary {
        /// Which.
        operator: syntax::ast::BinOpKind,
        /// Left.
        left: ExprId,
        /// Right.
        right: ExprId,
    },
}

/// A piece of a string or a path.
#[derive(Debug, Clone)]
pub enum StringPart {
    /// Text, escapes resolved.
    Literal(SmolStr),
    /// `${expr}`
    Interpolation(ExprId),
}

/// One name of an attribute path.
#[derive(Debug, Clone)]
pub enum AttrName {
    /// Known from the text.
    Static(SmolStr, SpanId),
    /// `${expr}`, or a string with interpolations.
    Dynamic(ExprId),
}

/// What a function takes.
#[derive(Debug, Clone)]
pub enum Param {
    /// `name: …`
    Name(SmolStr),
    /// `{ a, b ? c, ... } @ name: …`
    Pattern {
        /// The names, with their defaults.
        fields: Box<[(SmolStr, Option<ExprId>)]>,
        /// Are others allowed?
        ellipsis: bool,
        /// A name for the whole argument.
        whole: Option<SmolStr>,
    },
    /// Not readable.
    Missing,
}

/// The bindings of a set or a `let`, each static name once, in source order.
#[derive(Debug, Clone, Default)]
pub struct Bindings {
    /// Names that the text tells.
    pub entries: Vec<Binding>,
    /// `${name} = value`, and the place of the name.
    pub dynamic: Vec<(ExprId, ExprId)>,
}

/// A name and its value.
#[derive(Debug, Clone)]
pub struct Binding {
    /// The name, unquoted.
    pub name: SmolStr,
    /// Every place where the text spells the name for this set: more than one when dotted paths
    /// share their beginning, or when it is bound twice.
    pub sites: Vec<Site>,
    /// What it is bound to.
    pub value: BindingValue,
}

/// One place where a name is bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Site {
    /// The name, quotes included.
    pub name: SpanId,
    /// Does the attribute path end here, so that a whole value is given? Otherwise this is a
    /// piece: the beginning of a longer path.
    pub whole: bool,
}

/// What a name is bound to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BindingValue {
    /// An expression, in the scope of the set (if that is recursive) or around it.
    Expr(ExprId),
    /// `inherit name`: an expression in the scope around the set.
    Inherit(ExprId),
}
