//! Expressions in their lowered form.
//!
//! Syntax sugar is gone here: dotted paths of one set are nested sets, quotes and parentheses are
//! no more. Expressions stand in the arenas of a [`Part`](crate::Part), and name each other, the
//! sets and the bindings there by number.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use syntax::TextRange;

/// An expression of a [`Part`](crate::Part).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ExprId(pub(crate) u32);

/// The bindings of a set or a `let`, in a [`Part`](crate::Part).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct BindingsId(pub(crate) u32);

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
        bindings: BindingsId,
    },
    /// `let … in body`
    LetIn {
        /// What it binds.
        bindings: BindingsId,
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
    Static(SmolStr),
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

/// The bindings of a set or a `let`, each static name once, in the order of the text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Bindings {
    /// Names that the text tells.
    pub(crate) entries: Vec<Entry>,
    /// `${name} = value`: the name, and the value.
    pub(crate) dynamic: Vec<(ExprId, ExprId)>,
    /// Name to number in `entries`; only there when they are not few.
    pub(crate) names: Option<Arc<Names>>,
}

/// Names to their numbers.
pub(crate) type Names = FxHashMap<SmolStr, u32>;

/// More names than this are looked up by hash.
pub(crate) const FEW: usize = 8;

/// A name of a set, and where its binding is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    /// Among the bindings of the same part, by number.
    Own(u32),
    /// In a part of its own, by number.
    Part(u32),
}

/// A name and its value.
#[derive(Debug, Clone)]
pub(crate) struct Binding {
    /// The name, unquoted.
    pub(crate) name: SmolStr,
    /// Every place where the text spells the name for this set: more than one when dotted paths
    /// share their beginning, or when it is bound twice.
    pub(crate) sites: Box<[Site]>,
    /// What it is bound to.
    pub(crate) value: BindingValue,
}

impl Binding {
    /// That of a file: its value alone.
    pub(crate) fn of_file(root: ExprId) -> Binding {
        let value = BindingValue::Expr(root);
        Binding { name: SmolStr::default(), sites: Box::new([]), value }
    }
}

/// One place where a name is bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Site {
    /// The name, quotes included, from the part's start.
    pub(crate) name: TextRange,
    /// Does the attribute path end here, so that a whole value is given? Otherwise this is a
    /// piece: the beginning of a longer path.
    pub(crate) whole: bool,
}

/// What a name is bound to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BindingValue {
    /// An expression, in the scope of the set (if that is recursive) or around it.
    Expr(ExprId),
    /// `inherit name`: an expression in the scope around the set.
    Inherit(ExprId),
}
