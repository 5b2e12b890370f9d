//! `workspace/executeCommand`

use ide::Preview;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{ExecuteCommandParams, Position, Range};

use super::backend::Asked;
use super::code_lens::name_at;
use crate::difference::Difference;

/// Names the machines of an instance or a role in a message: for clients that can't list places.
pub(super) const SHOW_MEMBERS: &str = "inventory-ls.showMembers";

/// Tells what would change without what stands at a place.
pub(super) const PREVIEW: &str = "inventory-ls.preview";

/// The client's command that asks for a preview and shows it; it has to say that it has it.
pub(super) const SHOW_PREVIEW: &str = "inventory-ls.showPreview";

/// Every command. Its one argument has the form of a request's parameters: the document and a place.
pub(super) const COMMANDS: [&str; 2] = [SHOW_MEMBERS, PREVIEW];

/// More names than these are counted.
const MOST_NAMES: usize = 20;

/// More changes than these are not told one by one.
const MOST_CHANGES: usize = 2_000;

/// What a command comes to.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub(super) result: Option<Value>,
    /// To be shown to the user.
    pub(super) message: Option<String>,
}

/// Does what a command says.
///
/// # Errors
/// There is no such command, or its argument can't be read.
pub(super) fn execute(asked: &Asked, params: &ExecuteCommandParams) -> Result<Outcome> {
    let argument = params.arguments.first().cloned().unwrap_or_default();
    match params.command.as_str() {
        SHOW_MEMBERS => show_members(asked, &argument),
        PREVIEW => preview(asked, &argument),
        other => Err(Error::invalid_params(format!("there is no command `{other}`"))),
    }
}

fn show_members(asked: &Asked, argument: &Value) -> Result<Outcome> {
    let range: Range = part(argument, "range")?;
    let lens = asked.snapshot.analysis.code_lens(name_at(asked, range));
    let message = lens.map(|lens| {
        let names: Vec<&str> = lens.machines.iter().take(MOST_NAMES).map(AsRef::as_ref).collect();
        let rest = lens.machines.len().saturating_sub(MOST_NAMES);
        let more = if rest > 0 { format!(" and {rest} others") } else { String::new() };
        match names.is_empty() {
            true => lens.title,
            false => format!("{}: {}{more}", lens.title, names.join(", ")),
        }
    });
    Ok(Outcome { result: None, message })
}

fn part<T: DeserializeOwned>(argument: &Value, name: &str) -> Result<T> {
    let value = argument.get(name).cloned().unwrap_or_default();
    serde_json::from_value(value).map_err(|it| Error::invalid_params(it.to_string()))
}

/// The answer to [`PREVIEW`].
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer<'a> {
    title: &'a str,
    markdown: String,
    message: &'a str,
    /// May there be other changes?
    open: bool,
    changes: Vec<Difference<'a>>,
}

/// The preview; whoever can't show it gets it in a message.
fn preview(asked: &Asked, argument: &Value) -> Result<Outcome> {
    let at: Position = part(argument, "position")?;
    let Some(preview) = asked.snapshot.analysis.preview(asked.place(at)) else {
        let message = Some("Nothing that could be taken out stands here.".to_owned());
        return Ok(Outcome { result: None, message });
    };
    let message = (!asked.snapshot.client.shows_previews).then(|| preview.message.clone());
    Ok(Outcome { result: serde_json::to_value(answer(asked, &preview)).ok(), message })
}

fn answer<'a>(asked: &Asked, preview: &'a Preview) -> Answer<'a> {
    let changes = preview.differences.iter().take(MOST_CHANGES).map(Difference::from);
    Answer {
        title: &preview.title,
        markdown: asked.snapshot.markdown(&preview.text).value,
        message: &preview.message,
        open: preview.open,
        changes: changes.collect(),
    }
}
