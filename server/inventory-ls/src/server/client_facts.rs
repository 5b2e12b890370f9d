//! What the client said that it can do.

use serde_json::Value;
use tower_lsp::ls_types::{InitializeParams, MarkupKind, ResourceOperationKind};

use super::code_lens::SHOW_REFERENCES;
use super::execute_command::SHOW_PREVIEW;
use super::line_table::Encoding;

/// What the client said of itself.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ClientFacts {
    pub(super) encoding: Encoding,
    pub(super) related_information: bool,
    pub(super) code_descriptions: bool,
    /// Does it draw diagnostics with tags?
    pub(super) tags: bool,
    pub(super) markdown_hover: bool,
    pub(super) watches_files: bool,
    /// Is it to be asked for its settings?
    pub(super) has_settings: bool,
    /// Does it want to know of which settings changes are to be told?
    pub(super) watches_settings: bool,
    pub(super) definition_links: bool,
    pub(super) nested_symbols: bool,
    pub(super) snippets: bool,
    /// Does it take actions, rather than commands only?
    pub(super) code_action_literals: bool,
    /// Does it ask for an action's edit when it is chosen?
    pub(super) resolves_actions: bool,
    /// Does it take edits of documents at a version?
    pub(super) document_changes: bool,
    /// Does it ask again for hints when it is told to?
    pub(super) refreshes_hints: bool,
    /// Does it ask again for lenses when it is told to?
    pub(super) refreshes_lenses: bool,
    /// Has it a command that lists places?
    pub(super) shows_references: bool,
    /// Has it a command that asks for a preview and shows it?
    pub(super) shows_previews: bool,
    /// Does it make files that a change asks for?
    pub(super) creates_files: bool,
}

impl ClientFacts {
    /// Reads them off `initialize`.
    pub(super) fn of(params: &InitializeParams) -> ClientFacts {
        let capabilities = &params.capabilities;
        let general = capabilities.general.as_ref();
        let text = capabilities.text_document.as_ref();
        let publish = text.and_then(|text| text.publish_diagnostics.as_ref());
        let hover = text.and_then(|text| text.hover.as_ref());
        let definition = text.and_then(|text| text.definition.as_ref());
        let symbol = text.and_then(|text| text.document_symbol.as_ref());
        let item = text.and_then(|text| text.completion.as_ref()?.completion_item.as_ref());
        let workspace = capabilities.workspace.as_ref();
        let watch = workspace.and_then(|it| it.did_change_watched_files.as_ref());
        let settings = workspace.and_then(|it| it.did_change_configuration.as_ref());
        let action = text.and_then(|text| text.code_action.as_ref());
        let edits = workspace.and_then(|it| it.workspace_edit.as_ref());
        let format = hover.and_then(|hover| hover.content_format.as_ref());
        let offered = general.and_then(|general| general.position_encodings.as_deref());
        let hints = workspace.and_then(|it| it.inlay_hint.as_ref()?.refresh_support);
        let lenses = workspace.and_then(|it| it.code_lens.as_ref()?.refresh_support);
        let commands = commands(capabilities.experimental.as_ref());
        ClientFacts {
            refreshes_hints: hints.unwrap_or(false),
            refreshes_lenses: lenses.unwrap_or(false),
            shows_previews: commands.contains(&SHOW_PREVIEW),
            shows_references: commands.contains(&SHOW_REFERENCES),
            encoding: Encoding::negotiate(offered),
            related_information: publish.and_then(|it| it.related_information).unwrap_or(false),
            code_descriptions: publish.and_then(|it| it.code_description_support).unwrap_or(false),
            tags: publish.is_some_and(|it| it.tag_support.is_some()),
            markdown_hover: format.is_none_or(|kinds| kinds.contains(&MarkupKind::Markdown)),
            definition_links: definition.and_then(|it| it.link_support).unwrap_or(false),
            nested_symbols: symbol
                .and_then(|it| it.hierarchical_document_symbol_support)
                .unwrap_or(false),
            snippets: item.and_then(|it| it.snippet_support).unwrap_or(false),
            code_action_literals: action.is_some_and(|it| it.code_action_literal_support.is_some()),
            resolves_actions: action.is_some_and(|it| {
                let resolved = it.resolve_support.as_ref().map(|it| it.properties.as_slice());
                let edit = resolved.unwrap_or_default().iter().any(|property| property == "edit");
                edit && it.data_support == Some(true)
            }),
            document_changes: edits.and_then(|it| it.document_changes).unwrap_or(false),
            creates_files: edits.is_some_and(|it| {
                let operations = it.resource_operations.as_deref().unwrap_or_default();
                operations.contains(&ResourceOperationKind::Create)
            }),
            watches_files: watch.and_then(|it| it.dynamic_registration).unwrap_or(false),
            has_settings: workspace.and_then(|it| it.configuration).unwrap_or(false),
            watches_settings: settings.and_then(|it| it.dynamic_registration).unwrap_or(false),
        }
    }
}

/// The commands of its own that a client says it has: `commands.commands` below `experimental`, as
/// rust-analyzer's clients tell it.
fn commands(experimental: Option<&Value>) -> Vec<&str> {
    let commands = experimental.and_then(|it| it.pointer("/commands/commands")?.as_array());
    commands.into_iter().flatten().filter_map(Value::as_str).collect()
}
