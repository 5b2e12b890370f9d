//! Parts where they stand: a part knows no absolute places, its occurrence in an evaluation does.

use std::sync::Arc;

use syntax::{TextRange, TextSize};

use crate::files::FileId;
use crate::hir::{Entry, Expr, ExprId};
use crate::part::Part;
use crate::value::Origin;

/// An occurrence, by number in its evaluation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OccurrenceId(pub(crate) u32);

/// A part and where it begins.
#[derive(Debug, Clone)]
pub(crate) struct Occurrence {
    pub(crate) part: Arc<Part>,
    pub(crate) start: TextSize,
    pub(crate) file: FileId,
}

/// What a delayed value is worked out from, in an occurrence.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Code {
    Expr(ExprId),
    /// The value of a part in it, by number.
    Part(u32),
}

impl Code {
    /// The value of an entry: that of its expression, or of its part.
    pub(crate) fn of(entry: Entry, expr: ExprId) -> Code {
        match entry {
            Entry::Own(_) => Code::Expr(expr),
            Entry::Part(number) => Code::Part(number),
        }
    }
}

impl Occurrence {
    /// Some of the part's text, in the file.
    pub(crate) fn origin(&self, range: TextRange) -> Origin {
        Origin { file: self.file, range: range + self.start }
    }

    /// Where an expression stands.
    pub(crate) fn expr_origin(&self, expr: ExprId) -> Origin {
        self.origin(self.part.range(expr))
    }

    /// What a value is worked out from.
    pub(crate) fn expr(&self, code: Code) -> &Expr {
        match code {
            Code::Expr(expr) => self.part.expr(expr),
            Code::Part(number) => match self.part.child(number) {
                Some(child) => child.part.expr(child.part.root()),
                None => &Expr::Missing,
            },
        }
    }

    /// Where that stands which a value is worked out from.
    pub(crate) fn code_origin(&self, code: Code) -> Origin {
        match code {
            Code::Expr(expr) => self.expr_origin(expr),
            Code::Part(number) => {
                let range = self.part.child(number).map(|it| it.part.range + it.offset);
                self.origin(range.unwrap_or_default())
            }
        }
    }

    /// A part in it.
    pub(crate) fn child(&self, number: u32) -> Option<Occurrence> {
        let child = self.part.child(number)?;
        let start = self.start + child.offset;
        Some(Occurrence { part: child.part.clone(), start, file: self.file })
    }
}
