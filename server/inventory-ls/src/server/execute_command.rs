//! `workspace/executeCommand`

use serde_json::Value;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{ExecuteCommandParams, Range};

use super::backend::Asked;
use super::code_lens::name_at;

/// Names the machines of an instance or a role in a message: for clients that can't list places.
pub(super) const SHOW_MEMBERS: &str = "inventory-ls.showMembers";

/// Every command. Its one argument has the form of a request's parameters: the document and a place.
pub(super) const COMMANDS: [&str; 1] = [SHOW_MEMBERS];

/// More names than these are counted.
const MOST_NAMES: usize = 20;

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
        other => Err(Error::invalid_params(format!("there is no command `{other}`"))),
    }
}

fn show_members(asked: &Asked, argument: &Value) -> Result<Outcome> {
    let range = argument.get("range").cloned().unwrap_or_default();
    let range: Range =
        serde_json::from_value(range).map_err(|it| Error::invalid_params(it.to_string()))?;
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
