//! `textDocument/completion`

use ide::CompletionKind;
use tower_lsp::ls_types::{
    CompletionItem, CompletionItemKind, CompletionResponse, CompletionTextEdit, Documentation,
    InsertTextFormat, InsertTextMode, MarkupContent, MarkupKind, Position, TextEdit,
};

use super::backend::Asked;

pub(super) fn completion(asked: &Asked, at: Position) -> CompletionResponse {
    let items = asked.snapshot.analysis.completion(asked.place(at)).into_iter();
    let items = items.filter(|item| !item.snippet || asked.snapshot.client.snippets);
    CompletionResponse::Array(items.map(|item| convert(asked, item)).collect())
}

fn convert(asked: &Asked, item: ide::CompletionItem) -> CompletionItem {
    let range = asked.range(item.edit.delete);
    let documentation = |value| match asked.snapshot.client.markdown_completion {
        true => Documentation::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value }),
        false => Documentation::String(value),
    };
    CompletionItem {
        kind: Some(kind(item.kind)),
        detail: item.detail,
        documentation: item.documentation.map(documentation),
        // What the user typed may begin with a quote: clients filter by what is replaced.
        filter_text: Some(if item.snippet { item.label.clone() } else { item.edit.insert.clone() }),
        insert_text_format: item.snippet.then_some(InsertTextFormat::SNIPPET),
        // Its further lines take the indentation of the first.
        insert_text_mode: item.snippet.then_some(InsertTextMode::ADJUST_INDENTATION),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text: item.edit.insert })),
        sort_text: Some(item.sort_text),
        label: item.label,
        ..CompletionItem::default()
    }
}

fn kind(kind: CompletionKind) -> CompletionItemKind {
    match kind {
        CompletionKind::Role => CompletionItemKind::INTERFACE,
        CompletionKind::Machine => CompletionItemKind::VARIABLE,
        CompletionKind::Tag => CompletionItemKind::ENUM_MEMBER,
        CompletionKind::Service => CompletionItemKind::MODULE,
        CompletionKind::Input => CompletionItemKind::REFERENCE,
        CompletionKind::Key => CompletionItemKind::PROPERTY,
        CompletionKind::Word => CompletionItemKind::ENUM_MEMBER,
        CompletionKind::Instance => CompletionItemKind::SNIPPET,
        CompletionKind::Setting => CompletionItemKind::PROPERTY,
        CompletionKind::Path => CompletionItemKind::FILE,
    }
}
