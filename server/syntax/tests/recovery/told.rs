//! How the tests look at a parse: its errors as a person sees them, its bindings as lines.

use rowan::ast::AstNode as _;
use syntax::{Parse, SyntaxError, TextRange, ast};

/// Each error as `underlined text: message`.
pub(crate) fn errors(text: &str) -> Vec<String> {
    let parse = syntax::parse(text);
    assert_eq!(parse.text(), text, "the tree is not the text");
    let underlined = |range: TextRange| text.get(std::ops::Range::<usize>::from(range));
    let shown = |error: &SyntaxError| {
        format!("{}: {}", underlined(error.range).unwrap_or("?"), error.message)
    };
    parse.errors().iter().map(shown).collect()
}

/// `text` after the only error's fix.
pub(crate) fn fixed(text: &str) -> String {
    let parse = syntax::parse(text);
    assert_eq!(parse.errors().len(), 1, "{:?}", parse.errors());
    let mut fixed = text.to_owned();
    let fixes = parse.errors().iter().filter_map(|error| error.fix.as_ref());
    fixes.for_each(|fix| fixed.insert_str(fix.offset.into(), &fix.insert));
    assert_eq!(syntax::parse(&fixed).errors(), [], "the fix does not mend it: {fixed}");
    fixed
}

/// Each binding with a path of its own: `path=value`, in the order of the text. What lacks is
/// left empty.
pub(crate) fn bindings(text: &str) -> Vec<String> {
    let parse: Parse = syntax::parse(text);
    let nodes = parse.syntax().descendants().filter_map(ast::AttrpathValue::cast);
    let shown = |node: Option<String>| node.unwrap_or_default();
    nodes
        .map(|binding| {
            let path = shown(binding.attrpath().map(|path| path.to_string()));
            let value = shown(binding.value().map(|value| value.to_string()));
            format!("{path}={value}")
        })
        .collect()
}
