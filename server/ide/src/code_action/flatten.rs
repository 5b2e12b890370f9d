//! Takes the braces around entries away: each stands for itself then, one step less deep.

use syntax::{AstNode, NodeOrToken, SyntaxKind, SyntaxNode, TextRange, ast, ast::HasEntry};

use super::layout::{begins_line, indent_of, is_finished, moved};

/// What an entry whose value is `set` becomes, and the text that this replaces. `first` gives what
/// stands for the first name of each path in the set. Comments stay; `None` if one can't.
pub(super) fn flatten(
    entry: &SyntaxNode,
    set: &ast::AttrSet,
    first: &dyn Fn(&ast::Attr) -> Option<String>,
) -> Option<(TextRange, String)> {
    let (open, close) = (set.l_curly_token()?, set.r_curly_token()?);
    let first_entry = set.entries().next()?;
    let is_plain = is_finished(entry) && set.rec_token().is_none();
    if !is_plain || has_comment_outside(entry, set.syntax()) {
        return None;
    }
    let outer = indent_of(entry);
    let begins = begins_line(first_entry.syntax());
    let inner = if begins { indent_of(first_entry.syntax()) } else { outer.clone() };
    let (mut text, mut done) = (String::new(), open.text_range().end());
    for entry in set.entries() {
        let ast::Entry::AttrpathValue(binding) = entry else { return None };
        let node = binding.syntax();
        let own = is_finished(node).then(|| node.text_range())?;
        let name = binding.attrpath()?.attrs().next()?;
        text += &between(node, TextRange::new(done, own.start()), &inner, &outer);
        text += &first(&name)?;
        let rest = TextRange::new(name.syntax().text_range().end(), own.end());
        text += &moved(node, rest, &inner, &outer);
        done = own.end();
    }
    let tail = TextRange::new(done, close.text_range().start());
    let tail = moved(set.syntax(), tail, &inner, &outer);
    Some((entry.text_range(), format!("{}{}", text.trim_start(), tail.trim_end())))
}

/// What stands between two entries, at another depth; a line's end if nothing does.
pub(super) fn between(node: &SyntaxNode, range: TextRange, from: &str, to: &str) -> String {
    let text = if range.is_empty() { String::new() } else { moved(node, range, from, to) };
    if text.contains('\n') { text } else { format!("{}\n{to}", text.trim_end()) }
}

/// Is there a comment in an entry, but outside of its value?
fn has_comment_outside(entry: &SyntaxNode, value: &SyntaxNode) -> bool {
    let tokens = entry.children_with_tokens().filter_map(NodeOrToken::into_token);
    let mut comments = tokens.filter(|token| token.kind() == SyntaxKind::TOKEN_COMMENT);
    comments.any(|it| !value.text_range().contains_range(it.text_range()))
}
