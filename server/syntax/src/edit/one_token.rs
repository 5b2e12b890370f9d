//! Replaces one token by another of the same kind.
//!
//! The strict grammar asks for the kinds of tokens, for whether a line ends between two, and for the
//! text of those names that are arguments, `or` or `__curPos`. Recovery where the brackets pair asks
//! for no more, but for what it quotes.

use rnix::{
    SyntaxKind::{self, *},
    SyntaxNode, SyntaxToken,
};
use rowan::{GreenToken, TextRange};

use super::{carry, place::Place};
use crate::{
    Parse,
    lexer::tokenize,
    reading::{Layout, Reading},
    token::lexed,
};

/// Further than so many tokens nobody looks for the beginning or end of what stands together.
const NEIGHBOURS: usize = 16;

/// The parse after the edit, if it is only in one token.
pub(super) fn replace(place: &Place<'_>) -> Option<Parse> {
    let token = place.element.as_token()?;
    let next = token.next_token().filter(|next| next.text_range().contains_range(place.range));
    [Some(token.clone()), next]
        .into_iter()
        .flatten()
        .find_map(|token| Change::of(place, token)?.made(place))
}

struct Change {
    old: SyntaxToken,
    new: String,
}

impl Change {
    fn of(place: &Place<'_>, old: SyntaxToken) -> Option<Change> {
        let range = place.range.checked_sub(old.text_range().start())?;
        let mut new = old.text().to_owned();
        let changed = usize::from(range.start())..usize::from(range.end());
        new.get(changed.clone())?;
        new.replace_range(changed, place.insert);
        Some(Change { old, new })
    }

    fn made(&self, place: &Place<'_>) -> Option<Parse> {
        let kind = self.old.kind();
        let certain = match kind {
            TOKEN_WHITESPACE => self.is_space() && self.breaks_as_before(place),
            TOKEN_COMMENT => self.is_comment() && self.breaks_as_before(place),
            TOKEN_STRING_CONTENT => self.is_content(place.parse.reading)?,
            TOKEN_IDENT => self.is_name() && self.keeps_neighbours()?,
            TOKEN_INTEGER | TOKEN_FLOAT => self.keeps_neighbours()?,
            _ => false,
        };
        let alike = || place.parse.reading == Reading::Strict || !self.is_interpolated();
        let reading = self.reading(place)?;
        if !certain || !alike() || !place.keeps_indents(self.old.text_range().end())? {
            return None;
        }
        let start = self.old.text_range().start();
        let errors = carry::errors(place, TextRange::empty(start), Vec::new())?;
        let token = GreenToken::new(self.old.green().kind(), &self.new);
        let green = self.old.replace_with(token);
        Some(Parse { green, errors, reading })
    }

    /// How the text is read afterwards. `None` where a damaged part may be read in another way.
    fn reading(&self, place: &Place<'_>) -> Option<Reading> {
        let Reading::Both(layout) = place.parse.reading else { return Some(place.parse.reading) };
        if layout.damage.is_some_and(|damage| damage.is_touched(place.range)) {
            return None;
        }
        let indented = |text: &str| text.rfind('\n').map(|newline| text.len() - newline);
        let tail = |text: &str| {
            indented(text).and_then(|tail| Some(text.get(text.len() - tail..)?.to_owned()))
        };
        let kept = !self.old.kind().is_trivia() || tail(self.old.text()) == tail(&self.new);
        let damage = layout.damage.map(|damage| place.moved(damage));
        let certain = kept || !damage.is_some_and(|damage| damage.by_layout);
        certain.then_some(Reading::Both(Layout { tidy: layout.tidy && kept, damage }))
    }

    /// Whether it stands in an interpolation in a string: how far the string goes is told from all
    /// of its text.
    fn is_interpolated(&self) -> bool {
        let around =
            self.old.parent_ancestors().skip(usize::from(self.old.kind() == TOKEN_STRING_CONTENT));
        around.map(|node| node.kind()).any(|kind| kind == NODE_STRING)
    }

    // White space and comments.

    fn is_space(&self) -> bool {
        let comment = self.old.prev_token().filter(|before| before.text().starts_with('#'));
        let ends_comment = comment.is_none() || self.new.starts_with('\n');
        !self.new.is_empty() && self.new.chars().all(char::is_whitespace) && ends_comment
    }

    fn is_comment(&self) -> bool {
        let begins_alike = self.new.chars().next() == self.old.text().chars().next();
        begins_alike && lexes_as(&self.new, TOKEN_COMMENT)
    }

    /// Whether a line ends in the token as before, or nobody asks: only errors and a dot do.
    fn breaks_as_before(&self, place: &Place<'_>) -> bool {
        if self.old.text().contains('\n') == self.new.contains('\n') {
            return true;
        }
        let mut before = self.old.prev_token();
        while let Some(token) = before.as_ref().filter(|token| token.kind().is_trivia()) {
            before = token.prev_token();
        }
        place.parse.errors.is_empty() && before.is_none_or(|before| before.kind() != TOKEN_DOT)
    }

    // Strings.

    /// Whether it is the content of a string up to the same end.
    fn is_content(&self, reading: Reading) -> Option<bool> {
        let string = self.old.parent()?;
        let quote = string.first_token()?;
        let next = self.old.next_token()?;
        let text = format!("{}{}{}", quote.text(), self.new, next.text());
        let mut tokens = tokenize(&text);
        let begins = tokens.next()? == (TOKEN_STRING_START, quote.text());
        let content = tokens.next()? == (TOKEN_STRING_CONTENT, self.new.as_str());
        let ends = tokens.next()? == (next.kind(), next.text());
        let simple = reading == Reading::Strict || is_one_line(&string, &self.new);
        Some(begins && content && ends && simple)
    }

    // What stands together.

    fn is_name(&self) -> bool {
        let special = |text: &str| matches!(text, "or" | "__curPos");
        let around = self.old.parent().and_then(|name| name.parent());
        let argument =
            around.is_some_and(|node| matches!(node.kind(), NODE_PAT_ENTRY | NODE_PAT_BIND));
        !special(&self.new) && !special(self.old.text()) && !argument
    }

    /// Whether the tokens that stand together with this one, up to what nobody looks beyond, are
    /// the same when read anew.
    fn keeps_neighbours(&self) -> Option<bool> {
        let mut tokens = vec![(self.old.kind(), self.new.clone())];
        let mut before = self.old.prev_token();
        while let Some(token) = before.filter(|token| !separates(token.kind())) {
            tokens.insert(0, (lexed(token.kind(), token.text()), token.text().to_owned()));
            before = token.prev_token();
            (tokens.len() < NEIGHBOURS).then_some(())?;
        }
        let mut next = self.old.next_token();
        while let Some(token) = next {
            tokens.push((lexed(token.kind(), token.text()), token.text().to_owned()));
            if separates(token.kind()) || token.kind() == TOKEN_INTERPOL_END {
                break;
            }
            next = token.next_token();
            (tokens.len() < 2 * NEIGHBOURS).then_some(())?;
        }
        let text: String = tokens.iter().map(|(_, text)| text.as_str()).collect();
        let same = |((kind, text), (new_kind, new_text)): ((SyntaxKind, String), _)| {
            let kind = if kind == TOKEN_INTERPOL_END { TOKEN_R_BRACE } else { kind };
            kind == new_kind && text == new_text
        };
        let count = tokens.len();
        let kept =
            tokens.into_iter().zip(tokenize(&text)).filter_map(|pair| same(pair).then_some(()));
        Some(kept.count() == count)
    }
}

fn lexes_as(text: &str, kind: SyntaxKind) -> bool {
    tokenize(text).next() == Some((kind, text))
}

/// Whether a string has no interpolation, and `content` no line end: then recovery has it end at
/// the first quote, unless what stands behind that is against it.
fn is_one_line(string: &SyntaxNode, content: &str) -> bool {
    string.first_child().is_none() && !content.contains('\n')
}

/// Whether no token before or behind one of `kind` depends on what stands on its other side.
fn separates(kind: SyntaxKind) -> bool {
    kind.is_trivia()
        || matches!(
            kind,
            TOKEN_L_BRACE
                | TOKEN_R_BRACE
                | TOKEN_L_BRACK
                | TOKEN_R_BRACK
                | TOKEN_L_PAREN
                | TOKEN_R_PAREN
                | TOKEN_SEMICOLON
                | TOKEN_COMMA
                | TOKEN_STRING_START
                | TOKEN_STRING_END
                | TOKEN_INTERPOL_START
        )
}
