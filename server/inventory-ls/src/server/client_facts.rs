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
    /// Does it move files that a change asks for?
    pub(super) renames_files: bool,
    /// Does it ask whether a name can be another before it asks for that?
    pub(super) prepares_rename: bool,
    pub(super) markdown_hover: bool,
    pub(super) watches_files: bool,
    /// Does it ask for diagnostics, so that they are not to be published?
    pub(super) pulls_diagnostics: bool,
    /// Can it be told later that there are any?
    pub(super) registers_diagnostics: bool,
    /// Can it be told to ask again?
    pub(super) refreshes_diagnostics: bool,
    /// Does it take what is wrong in other documents along with an answer?
    pub(super) related_documents: bool,
    /// Does it show what takes long?
    pub(super) shows_progress: bool,
    /// Is it to be asked for its settings?
    pub(super) has_settings: bool,
    /// Does it want to know of which settings changes are to be told?
    pub(super) watches_settings: bool,
    pub(super) definition_links: bool,
    pub(super) nested_symbols: bool,
    pub(super) snippets: bool,
    /// Does it show more than one word beside a proposal?
    pub(super) label_details: bool,
    /// Does it know the difference between inserting and replacing?
    pub(super) insert_replace: bool,
    /// Does it take a proposal when certain characters are typed?
    pub(super) commit_characters: bool,
    /// Does it lay out Markdown beside what it proposes?
    pub(super) markdown_completion: bool,
    /// Does it fold whole lines only?
    pub(super) folds_lines: bool,
    /// How many foldings does it take?
    pub(super) folding_limit: Option<u32>,
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
        let folding = text.and_then(|text| text.folding_range.as_ref());
        let workspace = capabilities.workspace.as_ref();
        let watch = workspace.and_then(|it| it.did_change_watched_files.as_ref());
        let settings = workspace.and_then(|it| it.did_change_configuration.as_ref());
        let action = text.and_then(|text| text.code_action.as_ref());
        let rename = text.and_then(|text| text.rename.as_ref());
        let edits = workspace.and_then(|it| it.workspace_edit.as_ref());
        let pull = text.and_then(|text| text.diagnostic.as_ref());
        let refresh = workspace.and_then(|it| it.diagnostics.as_ref()?.refresh_support);
        let window = capabilities.window.as_ref();
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
            related_information: either(
                publish.and_then(|it| it.related_information),
                pull.and_then(|it| it.related_information),
            ),
            code_descriptions: either(
                publish.and_then(|it| it.code_description_support),
                pull.and_then(|it| it.code_description_support),
            ),
            tags: publish.is_some_and(|it| it.tag_support.is_some())
                || pull.is_some_and(|it| it.tag_support.is_some()),
            markdown_hover: format.is_none_or(|kinds| kinds.contains(&MarkupKind::Markdown)),
            definition_links: definition.and_then(|it| it.link_support).unwrap_or(false),
            nested_symbols: symbol
                .and_then(|it| it.hierarchical_document_symbol_support)
                .unwrap_or(false),
            label_details: item.and_then(|it| it.label_details_support).unwrap_or(false),
            insert_replace: item.and_then(|it| it.insert_replace_support).unwrap_or(false),
            commit_characters: item.and_then(|it| it.commit_characters_support).unwrap_or(false),
            markdown_completion: item
                .and_then(|it| it.documentation_format.as_ref())
                .is_some_and(|kinds| kinds.contains(&MarkupKind::Markdown)),
            folds_lines: folding.and_then(|it| it.line_folding_only).unwrap_or(false),
            folding_limit: folding.and_then(|it| it.range_limit),
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
            renames_files: edits.is_some_and(|it| {
                let operations = it.resource_operations.as_deref().unwrap_or_default();
                operations.contains(&ResourceOperationKind::Rename)
            }),
            prepares_rename: rename.and_then(|it| it.prepare_support).unwrap_or(false),
            // What is typed in one document changes what is wrong in others: a client that can't be
            // told to ask again learns of that only by what is published.
            pulls_diagnostics: pull.is_some() && (refresh == Some(true) || publish.is_none()),
            registers_diagnostics: pull.and_then(|it| it.dynamic_registration).unwrap_or(false),
            refreshes_diagnostics: refresh == Some(true),
            related_documents: pull.and_then(|it| it.related_document_support).unwrap_or(false),
            shows_progress: window.and_then(|it| it.work_done_progress).unwrap_or(false),
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

/// What a client says of diagnostics that it is told, or of those that it asks for.
fn either(one: Option<bool>, other: Option<bool>) -> bool {
    one == Some(true) || other == Some(true)
}
