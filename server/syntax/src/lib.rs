//! Nix text to a lossless syntax tree that survives typing.
//!
//! The tree is rowan's, its kinds and typed view are rnix's; parsing, recovery and editing are
//! ours. Everything here is pure: text in, tree and errors out.

mod build;
mod edit;
mod error;
mod grammar;
mod lexer;
mod parse;
mod parser;
mod reading;
mod recovery;
mod token;

pub use edit::TextEdit;
pub use error::{Fix, SyntaxError};
pub use parse::{Parse, parse};

pub use rnix::{NixLanguage, SyntaxElement, SyntaxKind, SyntaxNode, SyntaxToken, ast};
pub use rowan::{
    Direction, GreenNode, GreenNodeData, GreenToken, GreenTokenData, Language, NodeOrToken,
    TextRange, TextSize, TokenAtOffset, WalkEvent, ast::AstNode,
};
