//! What a snapshot answers to an editor: a method for each feature, which is a file of its own.

use std::sync::Arc;

use eval::{FileId, FilePosition, FileRange};
use inventory::Clan;
use syntax::TextRange;

use super::Analysis;
use crate::fleet::{self, Fleet};
use crate::{
    ActionKind, Change, CodeAction, CodeLens, Completion, CompletionKind, Definition, Diagnostic,
    DocumentLink, FileAction, FixRules, Fixed, FoldingRange, Hover, InlayHint, Markup, Move,
    Preview, References, Refused, Renamable, Renaming, SemanticToken, Symbol, WorkspaceSymbol,
};
use crate::{
    code_action, code_lens, completion, definition, diagnostics, document_link, file_rename,
    folding_range, hover, inlay_hint, membership, preview, references, rename, selection_range,
    semantic_tokens, symbols, workspace_symbol,
};

impl Analysis {
    /// What is wrong with a file that belongs to no clan: whether Nix can read it. Editors have
    /// other means to tell that, so [`Self::diagnostics`] does not.
    pub fn lone_diagnostics(&self, file: FileId) -> Vec<Diagnostic> {
        diagnostics::of_a_lone_file(self, file)
    }

    /// What mends a mistake in a file, the most wanted first.
    pub fn fixes(&self, file: FileId, mistake: &Diagnostic) -> Vec<CodeAction> {
        code_action::fixes(self, file, mistake)
    }

    /// What can be done about a stretch of a file, of which `mistakes` are to be told.
    pub fn code_actions(&self, at: FileRange, mistakes: &[Diagnostic]) -> Vec<CodeAction> {
        code_action::actions(self, at, mistakes)
    }

    /// What can be done with the whole file in which a stretch is asked about. Kinds that nobody
    /// wants are not looked for.
    pub fn file_actions(
        &self,
        at: FileRange,
        mistakes: &[Diagnostic],
        wanted: &dyn Fn(ActionKind) -> bool,
    ) -> Vec<FileAction> {
        code_action::file_actions(self, at, mistakes, wanted)
    }

    /// What such an action changes; `None` if nothing. `mistakes` tells those of a file that count.
    pub fn change_of(
        &self,
        file: FileId,
        action: FileAction,
        mistakes: &dyn Fn(&Analysis, FileId) -> Vec<Diagnostic>,
    ) -> Option<Change> {
        code_action::change_of(self, file, action, mistakes)
    }

    /// Makes fixes in some files, until there is none to make.
    pub fn fix_all(&self, files: &[FileId], rules: &FixRules<'_>) -> Fixed {
        code_action::fix_all(self, files, rules)
    }

    /// What stands at a place.
    pub fn hover(&self, at: FilePosition) -> Option<Hover> {
        hover::hover(self, at)
    }

    /// What is shown behind the texts in a stretch of a file.
    pub fn inlay_hints(&self, at: FileRange) -> Vec<InlayHint> {
        inlay_hint::inlay_hints(self, at).unwrap_or_default()
    }

    /// The names in a file of which a lens tells something.
    pub fn code_lenses(&self, file: FileId) -> Vec<TextRange> {
        code_lens::code_lenses(self, file).unwrap_or_default()
    }

    /// What the lens of a name tells.
    pub fn code_lens(&self, name: FileRange) -> Option<CodeLens> {
        code_lens::code_lens(self, name)
    }

    /// What would change if what stands at a place were not there.
    pub fn preview(&self, at: FilePosition) -> Option<Preview> {
        preview::preview(self, at)
    }

    /// The title of such a preview, where there is one to ask for.
    pub fn preview_title(&self, at: FilePosition) -> Option<String> {
        preview::title(self, at)
    }

    /// Who is in what in the clan of a file, as a number to compare.
    pub fn membership(&self, file: FileId) -> Option<u64> {
        membership::membership(self, file)
    }

    /// What may be written at a place.
    pub fn completion(&self, at: FilePosition) -> Completion {
        completion::completion(self, at).unwrap_or_default()
    }

    /// What a name names that is proposed at a place, and what there is to say of it.
    pub fn completion_documentation(
        &self,
        at: FilePosition,
        name: &str,
    ) -> Option<(CompletionKind, Markup)> {
        completion::documentation(self, at, name)
    }

    /// Where what stands at a place is defined.
    pub fn definition(&self, at: FilePosition) -> Option<Definition> {
        definition::definition(self, at)
    }

    /// Where the file lies that a path in the text leads to.
    pub fn path_definition(&self, at: FilePosition) -> Option<Definition> {
        definition::of_path(self, at)
    }

    /// Every place that names what stands at a place.
    pub fn references(&self, at: FilePosition) -> Option<References> {
        references::references(self, at)
    }

    /// The name at a place that can be another; `None` where nothing of the clan is named.
    ///
    /// # Errors
    /// Why what is named there can't get another.
    pub fn prepare_rename(&self, at: FilePosition) -> Result<Option<Renamable>, Refused> {
        rename::prepare(self, at)
    }

    /// What gives the thing that is named at a place another name.
    ///
    /// # Errors
    /// Why it can't have that.
    pub fn rename(&self, at: FilePosition, new: &str) -> Result<Renaming, Refused> {
        rename::rename(self, at, new)
    }

    /// What is to be edited when files or folders are about to be moved.
    pub fn change_for_moves(&self, moves: &[Move]) -> Option<Change> {
        file_rename::change(self, moves)
    }

    /// What the paths and the inputs' addresses in a file lead to, by place.
    pub fn document_links(&self, file: FileId) -> Vec<DocumentLink> {
        document_link::document_links(self, file).unwrap_or_default()
    }

    /// What can be folded away in a file: the first `most` from outside.
    pub fn folding_ranges(&self, file: FileId, most: usize) -> Vec<FoldingRange> {
        folding_range::folding_ranges(self, file, most).unwrap_or_default()
    }

    /// The ever larger texts around a place, the smallest first.
    pub fn selection_ranges(&self, at: FilePosition) -> Vec<TextRange> {
        selection_range::selection_ranges(self, at).unwrap_or_default()
    }

    /// The names of the clan that touch a stretch of a file, by place: the first `most`.
    pub fn semantic_tokens(&self, at: FileRange, most: usize) -> Vec<SemanticToken> {
        semantic_tokens::semantic_tokens(self, at, most).unwrap_or_default()
    }

    /// What a file defines of its clan, as a tree.
    pub fn symbols(&self, file: FileId) -> Vec<Symbol> {
        symbols::symbols(self, file).unwrap_or_default()
    }

    /// All of a clan in one piece.
    pub fn fleet(&self, clan: &Clan) -> Fleet {
        fleet::fleet(self, clan)
    }

    /// The things of some clans whose names fit what is typed, the best first.
    pub fn workspace_symbols(
        &self,
        clans: &[Arc<Clan>],
        query: &str,
        most: usize,
    ) -> Vec<WorkspaceSymbol> {
        workspace_symbol::workspace_symbols(self, clans, query, most)
    }
}
