//! `textDocument/semanticTokens`: for a range, whole, and as the difference to an earlier answer.

mod results;

use ide::{FileRange, TextRange, TextSize, TokenKind};
use tower_lsp::ls_types::{
    Range, SemanticToken, SemanticTokenModifier, SemanticTokenType, SemanticTokens,
    SemanticTokensDelta, SemanticTokensFullDeltaResult, SemanticTokensFullOptions,
    SemanticTokensLegend, SemanticTokensOptions,
};

use super::backend::Asked;
pub(super) use results::TokenResults;

/// Of more names than these the first are told: some 400 kB, once, and then what changes. No fleet in
/// one file has as many.
const MOST: usize = 40_000;

/// Standard types only: what every theme has a colour for.
const TYPES: [SemanticTokenType; 7] = [
    SemanticTokenType::VARIABLE,
    SemanticTokenType::ENUM_MEMBER,
    SemanticTokenType::INTERFACE,
    SemanticTokenType::NAMESPACE,
    SemanticTokenType::CLASS,
    SemanticTokenType::PROPERTY,
    SemanticTokenType::PARAMETER,
];

const MODIFIERS: [SemanticTokenModifier; 2] =
    [SemanticTokenModifier::DECLARATION, SemanticTokenModifier::DEFAULT_LIBRARY];

/// What the server says of its tokens.
pub(super) fn options() -> SemanticTokensOptions {
    SemanticTokensOptions {
        legend: SemanticTokensLegend {
            token_types: TYPES.to_vec(),
            token_modifiers: MODIFIERS.to_vec(),
        },
        range: Some(true),
        full: Some(SemanticTokensFullOptions::Delta { delta: Some(true) }),
        ..SemanticTokensOptions::default()
    }
}

/// The tokens of a range, as many as there may be.
pub(super) fn of_range(asked: &Asked, range: Range) -> SemanticTokens {
    let (start, end) = (asked.place(range.start).offset, asked.place(range.end).offset);
    let range = TextRange::new(start.min(end), end.max(start));
    SemanticTokens { result_id: None, data: tokens(asked, range) }
}

/// All tokens of a document.
pub(super) fn full(asked: &Asked, results: &TokenResults) -> SemanticTokens {
    let data = whole(asked);
    let result_id = Some(results.keep(asked.document.file, data.clone()));
    SemanticTokens { result_id, data }
}

/// What changed in them since the answer `previous`; all of them if that is not known any more.
pub(super) fn delta(
    asked: &Asked,
    results: &TokenResults,
    previous: &str,
) -> SemanticTokensFullDeltaResult {
    let known = results.get(asked.document.file, previous);
    let data = whole(asked);
    let result_id = Some(results.keep(asked.document.file, data.clone()));
    match known {
        Some(known) => {
            let edits = results::edit(&known, &data).into_iter().collect();
            SemanticTokensDelta { result_id, edits }.into()
        }
        None => SemanticTokens { result_id, data }.into(),
    }
}

fn whole(asked: &Asked) -> Vec<SemanticToken> {
    tokens(asked, TextRange::new(TextSize::default(), TextSize::new(u32::MAX)))
}

fn tokens(asked: &Asked, range: TextRange) -> Vec<SemanticToken> {
    let at = FileRange { file: asked.document.file, range };
    encoded(asked, &asked.snapshot.analysis.semantic_tokens(at, MOST))
}

/// Each token by its distance from the one before.
fn encoded(asked: &Asked, tokens: &[ide::SemanticToken]) -> Vec<SemanticToken> {
    let (mut line, mut column) = (0, 0);
    let encoded = tokens.iter().map(|token| {
        let Range { start, end } = asked.range(token.range);
        let same_line = start.line == line;
        let encoded = SemanticToken {
            delta_line: start.line - line,
            delta_start: if same_line { start.character - column } else { start.character },
            length: end.character - start.character,
            token_type: number(token.kind),
            token_modifiers_bitset: u32::from(token.declares) | u32::from(token.built_in) << 1,
        };
        (line, column) = (start.line, start.character);
        encoded
    });
    encoded.collect()
}

/// The place of a kind's type in [`TYPES`].
fn number(kind: TokenKind) -> u32 {
    match kind {
        TokenKind::Machine => 0,
        TokenKind::Tag => 1,
        TokenKind::Role => 2,
        TokenKind::Instance => 3,
        TokenKind::Service => 4,
        TokenKind::Setting => 5,
        TokenKind::Input => 6,
    }
}
