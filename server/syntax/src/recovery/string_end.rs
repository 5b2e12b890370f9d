//! Where a string ends: at its quote, or where a person sees that a quote is missing.

use rnix::SyntaxKind::{self, *};

/// How deep strings and interpolations may nest in each other here.
const NESTING: u32 = 32;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quote {
    Double,
    Indented,
}

impl Quote {
    pub(super) fn of(text: &str) -> Quote {
        if text == "\"" { Quote::Double } else { Quote::Indented }
    }

    pub(super) fn len(self) -> usize {
        match self {
            Quote::Double => 1,
            Quote::Indented => 2,
        }
    }
}

/// Where a string's content ends, in bytes, and whether a quote stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Extent {
    pub(super) end: usize,
    pub(super) closed: bool,
}

/// Looks ahead in a text for the ends of strings.
pub(super) struct Scan<'t> {
    text: &'t str,
    /// How many bytes of interpolations may still be looked at. Each is looked at once for every
    /// string around it, and a correct text nests few; what is made to nest without end runs out.
    fuel: usize,
    /// How many bytes of strings. Only those that nothing ends are looked at in vain, up to the
    /// text's end.
    string_fuel: usize,
    /// Nothing behind this was looked at.
    looked: usize,
}

impl<'t> Scan<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self::with_fuel(text, text.len().saturating_mul(16))
    }

    /// To look at a part of a text; it gets a part of what all of the text would.
    pub(super) fn of_part(text: &'t str) -> Self {
        Self::with_fuel(text, text.len().saturating_mul(4))
    }

    fn with_fuel(text: &'t str, fuel: usize) -> Self {
        Self { text, fuel, string_fuel: fuel, looked: 0 }
    }

    /// Whether it ran out of fuel: then it may have missed an end.
    pub(super) fn is_exhausted(&self) -> bool {
        self.fuel == 0 || self.string_fuel == 0
    }

    /// How far it looked: beyond the text, where it would have looked on.
    pub(super) fn looked(&self) -> usize {
        self.looked
    }

    fn look(&mut self, place: Option<usize>) {
        // A quote or bracket, and what tells whether it is one.
        self.looked = self.looked.max(place.map_or(usize::MAX, |place| place + 4));
    }

    /// The extent of the string whose content begins at `start`, with `before` in front of its
    /// quote.
    pub(super) fn extent(
        &mut self,
        start: usize,
        quote: Quote,
        before: Option<SyntaxKind>,
    ) -> Extent {
        let text = self.text;
        let closing = self.closing_quote(start, quote, 0);
        self.look(closing.map(|end| behind_blanks(text, end + quote.len())));
        if let Some(end) = closing.filter(|end| closes(text, start, *end, quote)) {
            return Extent { end, closed: true };
        }
        let limit = closing.unwrap_or(text.len());
        let line_end = text.get(start..limit).and_then(|it| it.find('\n')).map(|it| start + it);
        let blank = line_end.filter(|end| is_blank(text, start, *end));
        let end = if let Some(end) = blank.filter(|_| quote == Quote::Indented) {
            let (end, looked) = indented_end(text, start, end);
            self.look(looked);
            end
        } else {
            let limit = line_end.unwrap_or(limit);
            let names = matches!(before, Some(TOKEN_DOT | TOKEN_SEMICOLON | TOKEN_L_BRACE));
            self.end_on_line(start, limit, names)
        };
        Extent { end, closed: false }
    }

    /// Where the first quote stands that Nix takes for the end of the content from `from`.
    fn closing_quote(&mut self, from: usize, quote: Quote, nesting: u32) -> Option<usize> {
        let mut pos = from;
        let mut interpolates = nesting < NESTING;
        while let Some(rest) = self.text.get(pos..).filter(|rest| !rest.is_empty()) {
            let fuel = if nesting > 0 { &mut self.fuel } else { &mut self.string_fuel };
            *fuel = fuel.checked_sub(1)?;
            if at_quote(self.text, pos, quote) {
                return Some(pos);
            }
            if interpolates && rest.starts_with("${") {
                if let Some(behind) = self.expression_end(pos + 2, nesting + 1) {
                    pos = behind;
                    continue;
                }
                self.look(None);
                interpolates = false;
            }
            pos = skip_escape(self.text, pos, quote);
        }
        None
    }

    /// The place behind the `}` that ends the interpolation whose expression begins at `from`.
    pub(super) fn interpolation_end(&mut self, from: usize) -> Option<usize> {
        let end = self.expression_end(from, 0);
        self.look(end);
        end
    }

    fn expression_end(&mut self, from: usize, nesting: u32) -> Option<usize> {
        let mut pos = from;
        let mut braces = 0_u32;
        loop {
            self.fuel = self.fuel.checked_sub(1)?;
            let rest = self.text.get(pos..)?;
            let next = rest.chars().next()?;
            pos += next.len_utf8();
            match next {
                '{' => braces += 1,
                '}' if braces == 0 => return Some(pos),
                '}' => braces -= 1,
                '"' => pos = self.closing_quote(pos, Quote::Double, nesting)? + 1,
                '\'' if rest.starts_with("''") => {
                    pos = self.closing_quote(pos + 1, Quote::Indented, nesting)? + 2;
                }
                '#' => pos = line_end(self.text, pos),
                _ => {}
            }
        }
    }

    /// The end of an unclosed string in the line of its quote: before what looks like code again.
    fn end_on_line(&mut self, start: usize, limit: usize, names: bool) -> usize {
        let line = self.text.get(start..limit).unwrap_or_default();
        let closers = start + line.trim_end_matches(is_closer).len();
        let mut pos = start;
        while pos < limit {
            let rest = self.text.get(pos..limit).unwrap_or_default();
            if rest.starts_with("${") {
                let behind = self.interpolation_end(pos + 2).filter(|behind| *behind <= limit);
                if let Some(behind) = behind {
                    pos = behind;
                    continue;
                }
            }
            let space = rest.len() - rest.trim_start().len();
            let code = match rest.chars().next() {
                None | Some(';') => true,
                Some('=') => names,
                Some(_) if space > 0 => names || is_code(rest.trim_start()),
                Some(next) => pos >= closers && is_closer(next),
            };
            if code {
                break;
            }
            pos += space.max(rest.chars().next().map_or(1, char::len_utf8));
        }
        pos
    }
}

fn at_quote(text: &str, pos: usize, quote: Quote) -> bool {
    let rest = text.get(pos..).unwrap_or_default();
    match quote {
        Quote::Double => rest.starts_with('"'),
        Quote::Indented => {
            rest.strip_prefix("''").is_some_and(|rest| !rest.starts_with(['\'', '$', '\\']))
        }
    }
}

/// The place behind the character, or the escaped one, at `pos` in a string.
pub(super) fn skip_escape(text: &str, pos: usize, quote: Quote) -> usize {
    let rest = text.get(pos..).unwrap_or_default();
    let escape = match quote {
        _ if rest.starts_with("$$") => return pos + 2,
        Quote::Double if rest.starts_with('\\') => 1,
        Quote::Indented if rest.starts_with("''\\") => 3,
        Quote::Indented if rest.starts_with("'''") || rest.starts_with("''$") => 2,
        _ => 0,
    };
    let escaped = rest.get(escape..).and_then(|rest| rest.chars().next());
    pos + escape + escaped.map_or(usize::from(escape == 0), char::len_utf8)
}

// Whether a person would.

/// Whether the quote at `end` is likely the end of this string, not the beginning of the next.
fn closes(text: &str, start: usize, end: usize, quote: Quote) -> bool {
    let content = text.get(start..end).unwrap_or_default();
    let behind = text.get(end + quote.len()..).unwrap_or_default();
    if behind.starts_with(begins_content) {
        return false;
    }
    if !content.contains('\n') {
        return true;
    }
    let line = content.rsplit('\n').next().unwrap_or_default();
    let expects_value = line.trim_end().ends_with(['=', '[', '(']) || line.ends_with('.');
    match quote {
        Quote::Double => !expects_value,
        Quote::Indented => !expects_value || !behind.trim_start_matches(' ').starts_with('\n'),
    }
}

/// Whether `c`, right behind a quote, tells that the quote begins a string.
fn begins_content(c: char) -> bool {
    c.is_alphanumeric() || "_/$@~%*<\\-\"{([:&!^".contains(c)
}

fn is_closer(c: char) -> bool {
    c.is_whitespace() || "])};,".contains(c)
}

/// Whether the rest of a line, behind white space, goes on with code: with what stands between
/// operands or ends a construct.
fn is_code(rest: &str) -> bool {
    let operator = ["++", "//", "''"].iter().any(|operator| rest.starts_with(operator));
    rest.is_empty() || operator || rest.starts_with([']', ')', '}', '=', '{', '"', '#'])
}

/// The end of an unclosed `''` whose content begins in the next line: the end of the last line
/// that is indented further than the quote's own. Also the end of the line that tells.
fn indented_end(text: &str, start: usize, line_end: usize) -> (usize, Option<usize>) {
    let own = indent(text.get(line_start(text, start)..).unwrap_or_default());
    let mut end = line_end;
    let mut pos = line_end + 1;
    for line in text.get(pos..).unwrap_or_default().split_inclusive('\n') {
        let blank = line.trim().is_empty();
        if !blank && indent(line) <= own {
            return (end, Some(pos + line.len()));
        }
        pos += line.len();
        if !blank {
            end = pos - usize::from(line.ends_with('\n'));
        }
    }
    (end, None)
}

fn behind_blanks(text: &str, pos: usize) -> usize {
    let rest = text.get(pos..).unwrap_or_default();
    pos + rest.len() - rest.trim_start_matches(' ').len()
}

fn indent(line: &str) -> usize {
    line.chars().take_while(|c| *c == ' ' || *c == '\t').count()
}

fn is_blank(text: &str, start: usize, end: usize) -> bool {
    text.get(start..end).unwrap_or_default().trim().is_empty()
}

fn line_start(text: &str, pos: usize) -> usize {
    text.get(..pos).unwrap_or_default().rfind('\n').map_or(0, |newline| newline + 1)
}

fn line_end(text: &str, pos: usize) -> usize {
    text.get(pos..).unwrap_or_default().find('\n').map_or(text.len(), |length| pos + length)
}
