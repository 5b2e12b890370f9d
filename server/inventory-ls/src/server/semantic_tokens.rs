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

/// More names than these are not told at once: some 120 kB. A client that asks for ranges asks for
/// the rest as it comes into view; any other has the first.
const MOST: usize = 10_000;

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
    let tokens = tokens(asked, range, MOST);
    SemanticTokens { result_id: None, data: encoded(asked, &tokens) }
}

/// All tokens of a document.
pub(super) fn full(asked: &Asked, results: &TokenResults) -> Option<SemanticTokens> {
    let data = whole(asked)?;
    let result_id = Some(results.keep(asked.document.file, data.clone()));
    Some(SemanticTokens { result_id, data })
}

/// What changed in them since the answer `previous`; all of them if that is not known any more.
pub(super) fn delta(
    asked: &Asked,
    results: &TokenResults,
    previous: &str,
) -> Option<SemanticTokensFullDeltaResult> {
    let known = results.get(asked.document.file, previous);
    let data = whole(asked)?;
    let result_id = Some(results.keep(asked.document.file, data.clone()));
    Some(match known {
        Some(known) => {
            let edits = results::edit(&known, &data).into_iter().collect();
            SemanticTokensDelta { result_id, edits }.into()
        }
        None => SemanticTokens { result_id, data }.into(),
    })
}

/// The tokens of a whole document. `None` where they are too many and the client has better means.
fn whole(asked: &Asked) -> Option<Vec<SemanticToken>> {
    let all = TextRange::new(TextSize::default(), TextSize::new(u32::MAX));
    let mut found = tokens(asked, all, MOST + 1);
    if found.len() > MOST && asked.snapshot.client.token_ranges {
        return None;
    }
    found.truncate(MOST);
    Some(encoded(asked, &found))
}

fn tokens(asked: &Asked, range: TextRange, most: usize) -> Vec<ide::SemanticToken> {
    let at = FileRange { file: asked.document.file, range };
    asked.snapshot.analysis.semantic_tokens(at, most)
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
