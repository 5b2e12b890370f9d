//! What the client said that it can do.

use serde_json::Value;
use tower_lsp::ls_types::InitializeParams;

use super::code_lens::SHOW_REFERENCES;
use super::execute_command::SHOW_PREVIEW;
use super::line_table::Encoding;

/// Where it says how what is told of a proposal may be laid out.
const COMPLETION_FORMAT: &str = "/textDocument/completion/completionItem/documentationFormat";

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
    /// Does it ask for what there is to say of a proposal when it shows that?
    pub(super) resolves_completion: bool,
    /// Does it take what all proposals have to give back once for the list?
    pub(super) completion_data: bool,
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
    /// Does it want to know when fleets may have changed?
    pub(super) fleet_changed: bool,
    /// Does it make files that a change asks for?
    pub(super) creates_files: bool,
}

impl ClientFacts {
    /// Reads them off `initialize`.
    pub(super) fn of(params: &InitializeParams) -> ClientFacts {
        let said = Said(serde_json::to_value(&params.capabilities).unwrap_or_default());
        let text = |path: &str| said.yes(&format!("/textDocument/{path}"));
        let workspace = |path: &str| said.yes(&format!("/workspace/{path}"));
        // Told of diagnostics that it is sent, or of those that it asks for.
        let diagnostics = |path: &str| {
            text(&format!("publishDiagnostics/{path}")) || text(&format!("diagnostic/{path}"))
        };
        let item = |path: &str| text(&format!("completion/completionItem/{path}"));
        let operation =
            |name: &str| said.lists("/workspace/workspaceEdit/resourceOperations", name);
        let command = |name: &str| said.lists("/experimental/commands/commands", name);
        let general = params.capabilities.general.as_ref();
        let offered = general.and_then(|general| general.position_encodings.as_deref());
        let refreshes_diagnostics = workspace("diagnostics/refreshSupport");
        let pulls = said.has("/textDocument/diagnostic");
        ClientFacts {
            encoding: Encoding::negotiate(offered),
            related_information: diagnostics("relatedInformation"),
            code_descriptions: diagnostics("codeDescriptionSupport"),
            tags: said.has("/textDocument/publishDiagnostics/tagSupport")
                || said.has("/textDocument/diagnostic/tagSupport"),
            // What is typed in one document changes what is wrong in others: a client that can't be
            // told to ask again learns of that only by what is published.
            pulls_diagnostics: pulls
                && (refreshes_diagnostics || !said.has("/textDocument/publishDiagnostics")),
            registers_diagnostics: text("diagnostic/dynamicRegistration"),
            refreshes_diagnostics,
            related_documents: text("diagnostic/relatedDocumentSupport"),
            markdown_hover: said.takes_markdown("/textDocument/hover/contentFormat", true),
            markdown_completion: said.takes_markdown(COMPLETION_FORMAT, false),
            snippets: item("snippetSupport"),
            label_details: item("labelDetailsSupport"),
            insert_replace: item("insertReplaceSupport"),
            commit_characters: item("commitCharactersSupport"),
            resolves_completion: said.lists(
                "/textDocument/completion/completionItem/resolveSupport/properties",
                "documentation",
            ),
            completion_data: said
                .lists("/textDocument/completion/completionList/itemDefaults", "data"),
            definition_links: text("definition/linkSupport"),
            nested_symbols: text("documentSymbol/hierarchicalDocumentSymbolSupport"),
            folds_lines: text("foldingRange/lineFoldingOnly"),
            folding_limit: said.number("/textDocument/foldingRange/rangeLimit"),
            code_action_literals: said.has("/textDocument/codeAction/codeActionLiteralSupport"),
            resolves_actions: text("codeAction/dataSupport")
                && said.lists("/textDocument/codeAction/resolveSupport/properties", "edit"),
            prepares_rename: text("rename/prepareSupport"),
            document_changes: workspace("workspaceEdit/documentChanges"),
            creates_files: operation("create"),
            renames_files: operation("rename"),
            refreshes_hints: workspace("inlayHint/refreshSupport"),
            refreshes_lenses: workspace("codeLens/refreshSupport"),
            // As rust-analyzer's clients tell it.
            shows_previews: command(SHOW_PREVIEW),
            shows_references: command(SHOW_REFERENCES),
            fleet_changed: said.yes("/experimental/fleetChanged"),
            shows_progress: said.yes("/window/workDoneProgress"),
            watches_files: workspace("didChangeWatchedFiles/dynamicRegistration"),
            has_settings: workspace("configuration"),
            watches_settings: workspace("didChangeConfiguration/dynamicRegistration"),
        }
    }
}

/// A client's capabilities, by JSON pointers: each is said in a place of its own.
struct Said(Value);

impl Said {
    fn yes(&self, path: &str) -> bool {
        self.0.pointer(path) == Some(&Value::Bool(true))
    }

    fn has(&self, path: &str) -> bool {
        self.0.pointer(path).is_some_and(|it| !it.is_null())
    }

    fn number(&self, path: &str) -> Option<u32> {
        u32::try_from(self.0.pointer(path)?.as_u64()?).ok()
    }

    fn list(&self, path: &str) -> Option<&[Value]> {
        Some(self.0.pointer(path)?.as_array()?.as_slice())
    }

    fn lists(&self, path: &str, name: &str) -> bool {
        self.list(path).is_some_and(|list| list.iter().any(|it| it == name))
    }

    /// Of a client that says nothing, `otherwise` counts.
    fn takes_markdown(&self, path: &str, otherwise: bool) -> bool {
        self.list(path).map_or(otherwise, |list| list.iter().any(|it| it == "markdown"))
    }
}
