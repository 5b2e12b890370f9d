//! What a default looks like: as nixpkgs' documentation of options prints it.
//!
//! The option's `defaultText` counts first: an expression as it stands there, any other value
//! printed. Then its `default`, printed as Nix source, sets and lists over several lines. Then what
//! the type makes of no definition at all (an empty list, say), unless submodules are in it: those may
//! have required options. Where what is printed depends on something that can't be told
//! (`default = config.port;`), it is the expression itself.

use std::fmt::Write as _;

use eval::{Attrs, Evaluator, ThunkId, Value};
use smol_str::SmolStr;

/// A printed default is no longer than this, in bytes: it is for people.
const LONGEST: usize = 2_000;

/// Nor is an expression of the module's.
const LONGEST_EXPRESSION: usize = 200;

/// Nested deeper than this, a default is not printed.
const DEEPEST: usize = 32;

/// The text of a default.
pub(super) fn default_text(ev: &mut Evaluator<'_>, value: ThunkId) -> Option<SmolStr> {
    literal(ev, value).or_else(|| printed(ev, value)).or_else(|| written(ev, value))
}

/// The text of a `literalExpression`.
fn literal(ev: &mut Evaluator<'_>, value: ThunkId) -> Option<SmolStr> {
    let Value::Attrs(attrs) = ev.force(value) else { return None };
    attrs.get("_type")?;
    match ev.force(attrs.get("text")?.value) {
        Value::String(text) if text.len() <= LONGEST => Some(text),
        _ => None,
    }
}

/// The expression that a value is written as, if that is short.
fn written(ev: &Evaluator<'_>, value: ThunkId) -> Option<SmolStr> {
    let at = ev.range(ev.origin(value)?);
    let source = ev.sources().iter().find(|source| source.id == at.file)?;
    let text = ev.files().text(&source.path).ok()?;
    let text = text.get(std::ops::Range::<usize>::from(at.range))?.trim();
    (text.len() <= LONGEST_EXPRESSION && !text.contains('\n')).then(|| text.into())
}

/// The value as Nix source, if all of it is known.
fn printed(ev: &mut Evaluator<'_>, value: ThunkId) -> Option<SmolStr> {
    let mut printer = Printer { ev, out: String::new() };
    printer.value(value, 0)?;
    Some(printer.out.into())
}

struct Printer<'p, 'a> {
    ev: &'p mut Evaluator<'a>,
    out: String,
}

impl Printer<'_, '_> {
    /// Fails when something is unknown, has no source, or is too long.
    fn value(&mut self, value: ThunkId, depth: usize) -> Option<()> {
        if self.out.len() > LONGEST || depth > DEEPEST {
            return None;
        }
        match self.ev.force(value) {
            Value::Null => self.out.push_str("null"),
            Value::Bool(bool) => _ = write!(self.out, "{bool}"),
            Value::Int(int) => _ = write!(self.out, "{int}"),
            // As `builtins.toString` has it, with the zeros that only it writes taken away.
            Value::Float(float) => _ = write!(self.out, "{float:?}"),
            Value::String(text) => self.string(&text, depth),
            Value::Path(path) => _ = write!(self.out, "{}", path.display()),
            Value::List(list) if list.open.is_none() => {
                let items = list.items.iter().map(|&item| (None, item)).collect();
                self.many(['[', ']'], items, depth)?;
            }
            Value::Attrs(attrs) if attrs.open.is_none() => self.set(&attrs, depth)?,
            _ => return None,
        }
        (self.out.len() <= LONGEST).then_some(())
    }

    fn set(&mut self, attrs: &Attrs, depth: usize) -> Option<()> {
        if let Some(kind) = attrs.get("type")
            && matches!(self.ev.force(kind.value), Value::String(kind) if kind == "derivation")
        {
            return None;
        }
        let mut entries: Vec<_> = attrs.entries.iter().collect();
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        let entries = entries.into_iter().map(|attr| (Some(attr.name.clone()), attr.value));
        self.many(['{', '}'], entries.collect(), depth)
    }

    /// The items of a list or a set, a line each.
    fn many(
        &mut self,
        [open, close]: [char; 2],
        items: Vec<(Option<SmolStr>, ThunkId)>,
        depth: usize,
    ) -> Option<()> {
        self.out.push(open);
        if items.is_empty() {
            self.out.push(' ');
        } else {
            for (name, value) in items {
                self.line(depth + 1);
                let Some(name) = name else {
                    self.value(value, depth + 1)?;
                    continue;
                };
                _ = write!(self.out, "{} = ", identifier(&name));
                self.value(value, depth + 1)?;
                self.out.push(';');
            }
            self.line(depth);
        }
        self.out.push(close);
        Some(())
    }

    fn line(&mut self, depth: usize) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n("  ", depth));
    }

    fn string(&mut self, text: &str, depth: usize) {
        if !text.contains('\n') {
            self.out.push('"');
            let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace("${", "\\${");
            self.out.push_str(&escaped);
            self.out.push('"');
            return;
        }
        self.out.push_str("''");
        let mut lines: Vec<&str> = text.split('\n').collect();
        let ends_a_line = lines.last().is_some_and(|last| last.is_empty());
        if ends_a_line {
            lines.pop();
        }
        for line in lines {
            self.line(depth + 1);
            self.out.push_str(&line.replace("''", "'''").replace("${", "''${"));
        }
        if ends_a_line {
            self.line(depth);
        }
        self.out.push_str("''");
    }
}

const KEYWORDS: [&str; 10] =
    ["assert", "else", "if", "in", "inherit", "let", "or", "rec", "then", "with"];

/// A name as Nix reads it: with quotes where it needs them.
fn identifier(name: &str) -> String {
    let starts = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
    let simple = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '\'' | '-');
    if starts && name.chars().all(simple) && !KEYWORDS.contains(&name) {
        return name.to_owned();
    }
    let escaped = name.replace('\\', "\\\\").replace('"', "\\\"").replace("${", "\\${");
    format!("\"{escaped}\"")
}
