//! What the server can do, as it tells the client.

use ide::ActionKind;
use tower_lsp::ls_types::{
    CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CodeLensOptions,
    CompletionOptions, CompletionOptionsCompletionItem, DiagnosticOptions,
    DiagnosticServerCapabilities, DocumentLinkOptions, ExecuteCommandOptions, FileOperationFilter,
    FileOperationPattern, FileOperationRegistrationOptions, FoldingRangeProviderCapability,
    HoverProviderCapability, InitializeResult, OneOf, RenameOptions,
    SelectionRangeProviderCapability, ServerCapabilities, ServerInfo, TextDocumentSyncCapability,
    TextDocumentSyncKind, TextDocumentSyncOptions, TextDocumentSyncSaveOptions,
    WorkDoneProgressOptions, WorkspaceFileOperationsServerCapabilities,
    WorkspaceFoldersServerCapabilities, WorkspaceServerCapabilities,
};

use super::client_facts::ClientFacts;
use super::execute_command;
use super::semantic_tokens;

/// The answer to `initialize`.
pub(super) fn announce(client: ClientFacts) -> InitializeResult {
    let version = Some(env!("CARGO_PKG_VERSION").to_owned());
    InitializeResult {
        capabilities: capabilities(client),
        server_info: Some(ServerInfo { name: env!("CARGO_PKG_NAME").to_owned(), version }),
        offset_encoding: None,
    }
}

fn capabilities(client: ClientFacts) -> ServerCapabilities {
    ServerCapabilities {
        code_action_provider: Some(CodeActionProviderCapability::Options(actions(client))),
        diagnostic_provider: client.pulls_diagnostics.then(|| {
            DiagnosticServerCapabilities::Options(DiagnosticOptions {
                inter_file_dependencies: true,
                workspace_diagnostics: true,
                work_done_progress_options: WorkDoneProgressOptions {
                    work_done_progress: Some(true),
                },
                ..DiagnosticOptions::default()
            })
        }),
        position_encoding: Some(client.encoding.kind()),
        text_document_sync: Some(TextDocumentSyncCapability::Options(sync())),
        definition_provider: Some(OneOf::Left(true)),
        references_provider: Some(OneOf::Left(true)),
        rename_provider: Some(renaming(client)),
        document_highlight_provider: Some(OneOf::Left(true)),
        document_symbol_provider: Some(OneOf::Left(true)),
        document_link_provider: Some(DocumentLinkOptions {
            resolve_provider: Some(false),
            work_done_progress_options: WorkDoneProgressOptions::default(),
        }),
        folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
        selection_range_provider: Some(SelectionRangeProviderCapability::Simple(true)),
        workspace_symbol_provider: Some(OneOf::Left(true)),
        semantic_tokens_provider: Some(semantic_tokens::options().into()),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some([".", "\"", "/"].map(str::to_owned).to_vec()),
            completion_item: Some(CompletionOptionsCompletionItem {
                label_details_support: Some(client.label_details),
            }),
            resolve_provider: Some(client.resolves_completion),
            ..CompletionOptions::default()
        }),
        inlay_hint_provider: Some(OneOf::Left(true)),
        code_lens_provider: Some(CodeLensOptions { resolve_provider: Some(true) }),
        execute_command_provider: Some(ExecuteCommandOptions {
            commands: execute_command::COMMANDS.map(str::to_owned).to_vec(),
            ..ExecuteCommandOptions::default()
        }),
        workspace: Some(WorkspaceServerCapabilities {
            workspace_folders: Some(folders()),
            file_operations: Some(file_operations()),
        }),
        ..ServerCapabilities::default()
    }
}

/// Documents are told of as they change, edit by edit.
fn sync() -> TextDocumentSyncOptions {
    TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        save: Some(TextDocumentSyncSaveOptions::Supported(true)),
        ..TextDocumentSyncOptions::default()
    }
}

fn folders() -> WorkspaceFoldersServerCapabilities {
    WorkspaceFoldersServerCapabilities {
        supported: Some(true),
        change_notifications: Some(OneOf::Left(true)),
    }
}

fn actions(client: ClientFacts) -> CodeActionOptions {
    let kinds = ActionKind::ALL.map(|kind| CodeActionKind::from(kind.as_str().to_owned()));
    CodeActionOptions {
        code_action_kinds: Some(kinds.to_vec()),
        resolve_provider: Some(client.resolves_actions),
        ..CodeActionOptions::default()
    }
}

fn renaming(client: ClientFacts) -> OneOf<bool, RenameOptions> {
    if !client.prepares_rename {
        return OneOf::Left(true);
    }
    let work_done_progress_options = WorkDoneProgressOptions::default();
    OneOf::Right(RenameOptions { prepare_provider: Some(true), work_done_progress_options })
}

/// Whatever a path in a text may lead to: files, and folders, which machines have.
fn file_operations() -> WorkspaceFileOperationsServerCapabilities {
    let pattern = FileOperationPattern { glob: "**/*".to_owned(), matches: None, options: None };
    let filter = FileOperationFilter { scheme: Some("file".to_owned()), pattern };
    WorkspaceFileOperationsServerCapabilities {
        will_rename: Some(FileOperationRegistrationOptions { filters: vec![filter] }),
        ..WorkspaceFileOperationsServerCapabilities::default()
    }
}
