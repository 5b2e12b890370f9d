//! `textDocument/codeAction` and `codeAction/resolve`

use ide::{ActionKind, Change, CodeAction as Action, Diagnostic, FileAction, FileRange, TextRange};
use serde::{Deserialize, Serialize};
use serde_json::json;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, CodeActionTriggerKind,
    Command, Range, TextDocumentIdentifier,
};

use super::backend::Asked;
use super::execute_command::{PREVIEW, SHOW_PREVIEW};

/// What an action is found again by. It has the form of a request's parameters, so that the answer is
/// made from the document's state.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Data {
    text_document: TextDocumentIdentifier,
    version: i32,
    range: Range,
}

/// Something that is offered.
enum Offer {
    Action(Action),
    File(FileAction),
}

impl Offer {
    fn title(&self) -> String {
        match self {
            Offer::Action(action) => action.title.clone(),
            Offer::File(action) => action.title(),
        }
    }

    fn kind(&self) -> ActionKind {
        match self {
            Offer::Action(action) => action.kind,
            Offer::File(action) => action.kind(),
        }
    }
}

/// The actions for a range, as far as the client asks for their kinds. Where it can ask again, an
/// action comes without its edit.
pub(super) fn code_action(
    asked: &Asked,
    params: &CodeActionParams,
) -> Option<Vec<CodeActionOrCommand>> {
    let client = asked.snapshot.client;
    // Without this, a client takes commands only; nobody runs such a one any more.
    if !client.code_action_literals {
        return None;
    }
    let offers = offers(asked, params.range, &|kind| is_wanted(params, kind.as_str()));
    let actions = offers.into_iter().filter_map(|offer| {
        let mut action = described(asked, &offer);
        if client.resolves_actions {
            let data = Data {
                text_document: params.text_document.clone(),
                version: asked.document.version,
                range: params.range,
            };
            action.data = serde_json::to_value(data).ok();
        } else {
            action.edit = Some(asked.snapshot.workspace_edit(&change(asked, offer)?, &[]));
        }
        Some(CodeActionOrCommand::CodeAction(action))
    });
    Some(actions.chain(preview(asked, params)).collect())
}

/// The question what would change without what stands there: for whoever opens the list of actions,
/// not wherever the cursor goes.
fn preview(asked: &Asked, params: &CodeActionParams) -> Option<CodeActionOrCommand> {
    let unasked = params.context.trigger_kind == Some(CodeActionTriggerKind::AUTOMATIC);
    if unasked || !is_wanted(params, "") {
        return None;
    }
    let at = asked.place(params.range.start);
    let title = asked.snapshot.analysis.preview_title(at)?;
    let shows = asked.snapshot.client.shows_previews;
    let command = if shows { SHOW_PREVIEW } else { PREVIEW }.to_owned();
    let place = json!({ "textDocument": params.text_document, "position": params.range.start });
    let data = Data {
        text_document: params.text_document.clone(),
        version: asked.document.version,
        range: params.range,
    };
    Some(CodeActionOrCommand::CodeAction(CodeAction {
        command: Some(Command { title: title.clone(), command, arguments: Some(vec![place]) }),
        title,
        data: serde_json::to_value(data).ok(),
        ..CodeAction::default()
    }))
}

/// The action with its edit.
///
/// # Errors
/// The document is not what it was when the action was offered.
pub(super) fn resolve(asked: &Asked, action: CodeAction) -> Result<CodeAction> {
    // All of it is there already.
    if action.command.is_some() {
        return Ok(action);
    }
    let data = action.data.clone().and_then(|data| serde_json::from_value::<Data>(data).ok());
    let Some(data) = data else {
        return Err(Error::invalid_params("`data` is not what was given"));
    };
    if data.version != asked.document.version {
        return Err(Error::content_modified());
    }
    let kind = action.kind.as_ref().map(CodeActionKind::as_str);
    let is_kind = |it: ActionKind| Some(it.as_str()) == kind;
    let mut offers = offers(asked, data.range, &is_kind).into_iter();
    let offer = offers.find(|it| it.title() == action.title);
    let change = offer.and_then(|offer| change(asked, offer)).ok_or(Error::content_modified())?;
    Ok(CodeAction { edit: Some(asked.snapshot.workspace_edit(&change, &[])), ..action })
}

/// What is offered, of the kinds that are wanted.
fn offers(asked: &Asked, range: Range, wanted: &dyn Fn(ActionKind) -> bool) -> Vec<Offer> {
    let (start, end) = (asked.place(range.start).offset, asked.place(range.end).offset);
    let range = TextRange::new(start.min(end), end.max(start));
    let at = FileRange { file: asked.document.file, range };
    let mistakes = mistakes(asked);
    let analysis = &asked.snapshot.analysis;
    let actions = analysis.code_actions(at, &mistakes).into_iter().map(Offer::Action);
    let of_file = analysis.file_actions(at, &mistakes, wanted).into_iter().map(Offer::File);
    let client = asked.snapshot.client;
    let can_be_made = |offer: &Offer| match offer {
        Offer::Action(action) => client.creates_files || !action.change.creates_any(),
        Offer::File(_) => true,
    };
    let all = actions.chain(of_file).filter(|offer| wanted(offer.kind()));
    all.filter(can_be_made).collect()
}

/// The mistakes that the client is told of the document.
fn mistakes(asked: &Asked) -> Vec<Diagnostic> {
    asked.snapshot.mistakes(&asked.snapshot.analysis, asked.document.file)
}

fn change(asked: &Asked, offer: Offer) -> Option<Change> {
    let snapshot = &asked.snapshot;
    match offer {
        Offer::Action(action) => Some(action.change),
        Offer::File(action) => {
            snapshot.analysis.change_of(asked.document.file, action, &|analysis, file| {
                snapshot.mistakes(analysis, file)
            })
        }
    }
}

/// Actions on a whole file are for those who ask: they are not shown wherever the cursor goes.
fn is_wanted(params: &CodeActionParams, kind: &str) -> bool {
    let is_below = |wanted: &CodeActionKind| {
        let rest = kind.strip_prefix(wanted.as_str());
        rest.is_some_and(|rest| {
            rest.is_empty() || rest.starts_with('.') || wanted.as_str().is_empty()
        })
    };
    match &params.context.only {
        Some(kinds) => kinds.iter().any(is_below),
        None => {
            let unasked = params.context.trigger_kind == Some(CodeActionTriggerKind::AUTOMATIC);
            !(unasked && kind.starts_with("source"))
        }
    }
}

/// The action without its edit.
fn described(asked: &Asked, offer: &Offer) -> CodeAction {
    let (mends, preferred) = match offer {
        Offer::Action(action) => (action.mends.clone(), action.preferred),
        Offer::File(_) => (None, false),
    };
    let file = asked.document.file;
    let diagnostics = mends.map(|mistake| vec![asked.snapshot.diagnostic(file, mistake)]);
    CodeAction {
        title: offer.title(),
        kind: Some(CodeActionKind::from(offer.kind().as_str().to_owned())),
        diagnostics,
        is_preferred: preferred.then_some(true),
        ..CodeAction::default()
    }
}
