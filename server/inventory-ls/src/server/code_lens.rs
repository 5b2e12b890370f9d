//! `textDocument/codeLens` and `codeLens/resolve`

use ide::{FileRange, TextRange};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{CodeLens, Command, Range, TextDocumentIdentifier};

use super::backend::Asked;
use super::execute_command::SHOW_MEMBERS;

/// The client's command that lists places; it has to say that it has it.
pub(super) const SHOW_REFERENCES: &str = "inventory-ls.showReferences";

/// What a lens is found again by, in the form of a request's parameters.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Data {
    text_document: TextDocumentIdentifier,
    version: i32,
}

/// Where lenses are. What they say is asked for those that are looked at.
pub(super) fn code_lens(asked: &Asked, document: &TextDocumentIdentifier) -> Vec<CodeLens> {
    let data = Data { text_document: document.clone(), version: asked.document.version };
    let data = serde_json::to_value(data).ok();
    let names = asked.snapshot.analysis.code_lenses(asked.document.file).into_iter();
    let lens =
        |name: TextRange| CodeLens { range: asked.range(name), command: None, data: data.clone() };
    names.map(lens).collect()
}

/// The lens with what it says.
///
/// # Errors
/// The document is not what it was when the lens was told.
pub(super) fn resolve(asked: &Asked, lens: CodeLens) -> Result<CodeLens> {
    let data = lens.data.clone().and_then(|data| serde_json::from_value::<Data>(data).ok());
    let Some(data) = data else {
        return Err(Error::invalid_params("`data` is not what was given"));
    };
    if data.version != asked.document.version {
        return Err(Error::content_modified());
    }
    let at = name_at(asked, lens.range);
    let told = asked.snapshot.analysis.code_lens(at).ok_or_else(Error::content_modified)?;
    let command = command(asked, &lens, &data.text_document, told);
    Ok(CodeLens { command: Some(command), ..lens })
}

/// The name that a lens is about.
pub(super) fn name_at(asked: &Asked, range: Range) -> FileRange {
    let (start, end) = (asked.place(range.start).offset, asked.place(range.end).offset);
    FileRange { file: asked.document.file, range: TextRange::new(start.min(end), end.max(start)) }
}

/// Lists the places where the client can, else asks us to name the machines.
fn command(
    asked: &Asked,
    lens: &CodeLens,
    document: &TextDocumentIdentifier,
    told: ide::CodeLens,
) -> Command {
    let (command, arguments): (_, Vec<Value>) = if asked.snapshot.client.shows_references {
        let places = told.places.iter().filter_map(|&at| asked.snapshot.location(at));
        let places: Vec<_> = places.collect();
        (SHOW_REFERENCES, vec![json!(document.uri), json!(lens.range.start), json!(places)])
    } else {
        (SHOW_MEMBERS, vec![json!({ "textDocument": document, "range": lens.range })])
    };
    Command { title: told.title, command: command.to_owned(), arguments: Some(arguments) }
}
