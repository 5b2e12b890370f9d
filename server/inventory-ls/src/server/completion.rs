//! `textDocument/completion` and `completionItem/resolve`

use ide::CompletionKind;
use serde::Deserialize;
use serde_json::Value;
use tower_lsp::ls_types::{
    CompletionItem, CompletionItemKind, CompletionItemLabelDetails, CompletionList,
    CompletionResponse, Documentation, InsertReplaceEdit, InsertTextFormat, InsertTextMode,
    MarkupContent, MarkupKind, Range, TextDocumentPositionParams, TextEdit,
};

use super::backend::Asked;
use super::completion_data::CompletionData;

/// In longer lists, what each item would be asked about again by is longer than what it saves.
const MOST_WITH_DATA: usize = 100;

/// The proposals at a place. Where the client asks again about one that it shows, there is nothing said of
/// each before.
pub(super) fn completion(asked: &Asked, params: TextDocumentPositionParams) -> CompletionResponse {
    let at = params.position;
    let completion = asked.snapshot.analysis.completion(asked.place(at));
    let client = asked.snapshot.client;
    let count = completion.items.len();
    let items = completion.items.into_iter().filter(|item| !item.snippet || client.snippets);
    let before = completion.before_cursor.filter(|_| client.insert_replace);
    let before = before.map(|range| asked.range(range));
    let can_ask = client.resolves_completion && (client.completion_data || count <= MOST_WITH_DATA);
    let data = can_ask.then(|| data(params)).flatten();
    let items = items.map(|mut item| {
        let data = data.as_ref().filter(|_| item.kind.is_documented());
        if data.is_some() {
            item.documentation = None;
        }
        CompletionItem { data: data.cloned(), ..convert(asked, item, before) }
    });
    let items: Vec<_> = items.collect();
    if completion.incomplete {
        return CompletionResponse::List(CompletionList { is_incomplete: true, items });
    }
    CompletionResponse::Array(items)
}

fn data(params: TextDocumentPositionParams) -> Option<Value> {
    let TextDocumentPositionParams { text_document, position } = params;
    serde_json::to_value(CompletionData { text_document, position }).ok()
}

/// The proposal with what there is to say of it. The document may have changed meanwhile, as the name
/// was typed further: that leaves it the name of the same thing.
pub(super) fn resolve(asked: &Asked, item: CompletionItem) -> CompletionItem {
    let data = item.data.as_ref().and_then(|data| CompletionData::deserialize(data).ok());
    let Some(CompletionData { position, .. }) = data else { return item };
    let analysis = &asked.snapshot.analysis;
    let about = analysis.completion_documentation(asked.place(position), &item.label);
    let about = about.filter(|(found, _)| item.kind.is_none_or(|it| it == kind(*found)));
    let Some((_, text)) = about else { return item };
    // Editors show it below the detail.
    let text = text.below(item.detail.as_deref().unwrap_or_default());
    let documentation = if asked.snapshot.client.markdown_completion {
        Documentation::MarkupContent(asked.snapshot.markdown(&text))
    } else {
        Documentation::String(text.plain())
    };
    CompletionItem { documentation: Some(documentation), ..item }
}

/// `before` is the part before the cursor of what is replaced.
fn convert(asked: &Asked, item: ide::CompletionItem, before: Option<Range>) -> CompletionItem {
    let client = asked.snapshot.client;
    let range = asked.range(item.edit.delete);
    let binding = item.binding.as_ref().filter(|_| client.snippets);
    let new_text = binding.unwrap_or(&item.edit.insert).clone();
    let is_snippet = item.snippet || binding.is_some();
    let edit = match before {
        Some(insert) => InsertReplaceEdit { new_text, insert, replace: range }.into(),
        None => TextEdit { range, new_text }.into(),
    };
    let filter_text = if item.snippet { &item.label } else { &item.edit.insert };
    let label_details = client.label_details.then(|| label_details(&item));
    let documentation = |value| match client.markdown_completion {
        true => Documentation::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value }),
        false => Documentation::String(value),
    };
    CompletionItem {
        kind: Some(kind(item.kind)),
        detail: item.detail,
        documentation: item.documentation.map(documentation),
        // What the user typed may begin with a quote: clients filter by what is replaced.
        filter_text: (*filter_text != item.label).then(|| filter_text.clone()),
        insert_text_format: is_snippet.then_some(InsertTextFormat::SNIPPET),
        // Its further lines take the indentation of the first.
        insert_text_mode: item.snippet.then_some(InsertTextMode::ADJUST_INDENTATION),
        text_edit: Some(edit),
        label_details: label_details.flatten(),
        // Where the names are all known, a dot behind a part of one goes on below it.
        commit_characters: (item.is_closed && !is_snippet && client.commit_characters)
            .then(|| vec![".".to_owned()]),
        sort_text: Some(item.sort_text),
        label: item.label,
        ..CompletionItem::default()
    }
}

/// What stands behind the label, and at the end of the row.
fn label_details(item: &ide::CompletionItem) -> Option<CompletionItemLabelDetails> {
    let (detail, description) = match &item.signature {
        Some(signature) => (Some(signature.clone()), None),
        None => (None, item.detail.clone()),
    };
    let any = detail.is_some() || description.is_some();
    any.then_some(CompletionItemLabelDetails { detail, description })
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
