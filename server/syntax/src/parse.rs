//! The result of a parse.

use std::sync::Arc;

use rnix::{SyntaxKind, SyntaxNode, ast};
use rowan::{GreenNode, GreenNodeData, NodeOrToken, TextRange, TextSize, ast::AstNode};

use crate::{
    SyntaxError, TextEdit, build, edit, grammar,
    parser::{Mode, Output, Parser},
    reading::{Damage, Reading},
    recovery,
    token::tokens,
};

/// A syntax tree and its errors. Cheap to clone; immutable; the tree's text is the file's text.
#[derive(Debug, Clone)]
pub struct Parse {
    pub(crate) green: GreenNode,
    pub(crate) errors: Arc<[SyntaxError]>,
    pub(crate) reading: Reading,
}

/// Parses `text` as one Nix expression. Never fails: what can't be read stands in error nodes.
///
/// A text without mistakes gives rnix's tree. Only a text with mistakes is read a second time, with
/// recovery.
pub fn parse(text: &str) -> Parse {
    let strict = read(text, Mode::Strict);
    let (output, mut reading) = if strict.broken {
        let recovered = read(text, Mode::Recover);
        let reading = Reading::of_broken(text, &strict, &recovered);
        (recovered, reading)
    } else {
        (strict, Reading::Strict)
    };
    let Output { tokens, spans, mut errors, .. } = output;
    let green = build::tree(text, &tokens, &spans, SyntaxKind::NODE_ROOT).unwrap_or_else(|| {
        let range = TextRange::up_to(TextSize::of(text));
        let message = "nested too deeply to be read".to_owned();
        errors = vec![SyntaxError { range, message, fix: None }];
        reading = Reading::Recovered;
        build::flat_tree(text, &tokens, SyntaxKind::NODE_ROOT)
    });
    errors.sort_by_key(|error| (error.range.start(), error.range.end()));
    Parse { green, errors: errors.into(), reading }
}

fn read(text: &str, mode: Mode) -> Output {
    let tokens = match mode {
        Mode::Strict => tokens(text),
        Mode::Recover => recovery::tokens(text),
    };
    let mut parser = Parser::new(text, tokens, mode);
    grammar::file(&mut parser);
    parser.finish()
}

impl Parse {
    /// The root of the tree, as a node to walk from.
    pub fn syntax(&self) -> SyntaxNode {
        SyntaxNode::new_root(self.green.clone())
    }

    /// The root of the tree, in the typed view. `None` only if the root is of a foreign kind.
    pub fn root(&self) -> Option<ast::Root> {
        ast::Root::cast(self.syntax())
    }

    /// The green root: what identity and sharing are judged by.
    pub fn green(&self) -> &GreenNode {
        &self.green
    }

    /// The part that recovery had to mend, where the rest does not depend on it.
    pub(crate) fn damage(&self) -> Option<Damage> {
        match self.reading {
            Reading::Both(layout) => layout.damage,
            Reading::Strict | Reading::Recovered => None,
        }
    }

    /// The errors, by place.
    pub fn errors(&self) -> &[SyntaxError] {
        &self.errors
    }

    /// The whole text, copied out of the tree.
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.green.text_len().into());
        push_text(&self.green, &mut text);
        text
    }

    /// The tree and errors of the text after `edit`: the same as a full parse of it. A range that
    /// reaches beyond the text, or into a character, is cut to what is whole.
    pub fn edit(&self, edit: &TextEdit) -> Parse {
        edit::quickly(self, edit).unwrap_or_else(|| {
            let mut text = self.text();
            let place = |offset: TextSize| text.floor_char_boundary(offset.into());
            let (start, end) = (place(edit.delete.start()), place(edit.delete.end()));
            text.replace_range(start..end, &edit.insert);
            parse(&text)
        })
    }
}

fn push_text(node: &GreenNodeData, text: &mut String) {
    for child in node.children() {
        match child {
            NodeOrToken::Node(node) => push_text(node, text),
            NodeOrToken::Token(token) => text.push_str(token.text()),
        }
    }
}
