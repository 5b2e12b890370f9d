//! Diagnostics and places, as the protocol has them.

use ide::{
    Change, Code, FileId, FileRange, LineIndex, Move, Severity, Tag, TextRange, TextSize,
    WideEncoding,
};
use tower_lsp::ls_types::{
    CodeDescription, CreateFile, CreateFileOptions, Diagnostic, DiagnosticRelatedInformation,
    DiagnosticSeverity, DiagnosticTag, DocumentChangeOperation, DocumentChanges, Location,
    NumberOrString, OneOf, OptionalVersionedTextDocumentIdentifier, Position, Range, RenameFile,
    RenameFileOptions, ResourceOp, TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};

use super::line_table::Encoding;
use super::world::Snapshot;
use crate::configuration::Problem;
use crate::page_url::{REPOSITORY, page_url};

impl Snapshot {
    /// A diagnostic of a file.
    pub(super) fn diagnostic(&self, file: FileId, diagnostic: ide::Diagnostic) -> Diagnostic {
        let related = diagnostic.related.into_iter().filter_map(|related| {
            let location = self.location(related.at)?;
            Some(DiagnosticRelatedInformation { location, message: related.message })
        });
        let related = self.client.related_information.then(|| related.collect::<Vec<_>>());
        let code = diagnostic.code;
        Diagnostic {
            range: self.range(FileRange { file, range: diagnostic.range }),
            severity: Some(severity(diagnostic.severity)),
            code: Some(NumberOrString::String(code.as_str().to_owned())),
            code_description: description(REPOSITORY, code)
                .filter(|_| self.client.code_descriptions),
            source: Some("clan".to_owned()),
            message: diagnostic.message,
            related_information: related.filter(|related| !related.is_empty()),
            tags: code.tag().filter(|_| self.client.tags).map(|tag| vec![tag_of(tag)]),
            ..Diagnostic::default()
        }
    }

    /// A place in any file.
    pub(super) fn location(&self, at: FileRange) -> Option<Location> {
        let uri = self.uri(at.file)?;
        Some(Location { uri, range: self.range(at) })
    }

    /// The client's own name for a file that it holds open, else one made from its path.
    pub(super) fn uri(&self, file: FileId) -> Option<Uri> {
        let open = self.documents.iter().find(|(_, document)| document.file == file);
        match open {
            Some((uri, _)) => Some(uri.clone()),
            None => Uri::from_file_path(self.analysis.path(file)),
        }
    }

    /// A change to texts. That of an open document is for the version that it was made from.
    /// What is moved is moved after that.
    pub(super) fn workspace_edit(&self, change: &Change, moves: &[Move]) -> WorkspaceEdit {
        let files = change.files().filter_map(|(file, edits)| {
            let edits = edits.iter().map(|edit| TextEdit {
                range: self.range(FileRange { file, range: edit.delete }),
                new_text: edit.insert.clone(),
            });
            Some((self.uri(file)?, self.version(file), edits.collect::<Vec<_>>()))
        });
        if !self.client.document_changes {
            let changes = files.map(|(uri, _, edits)| (uri, edits)).collect();
            return WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() };
        }
        let documents = files.map(|(uri, version, edits)| TextDocumentEdit {
            text_document: OptionalVersionedTextDocumentIdentifier { uri, version },
            edits: edits.into_iter().map(OneOf::Left).collect(),
        });
        let document_changes = Some(if change.creates_any() || !moves.is_empty() {
            let created = change.files().filter(|(file, _)| change.creates(*file));
            let created = created.filter_map(|(file, _)| Some(creation(self.uri(file)?)));
            let edits = documents.map(DocumentChangeOperation::Edit);
            let moved = moves.iter().filter_map(renaming);
            DocumentChanges::Operations(created.chain(edits).chain(moved).collect())
        } else {
            DocumentChanges::Edits(documents.collect())
        });
        WorkspaceEdit { document_changes, ..WorkspaceEdit::default() }
    }

    fn range(&self, at: FileRange) -> Range {
        let open = self.documents.iter().find(|(_, document)| document.file == at.file);
        match open {
            Some((_, document)) => document.range(at.range, self.client.encoding),
            None => {
                let lines = self.analysis.line_index(at.file);
                lines.and_then(|lines| self.range_in(&lines, at.range)).unwrap_or_default()
            }
        }
    }

    /// What is wrong in a configuration file.
    pub(super) fn problem(&self, lines: &LineIndex, problem: &Problem) -> Diagnostic {
        Diagnostic {
            range: self.range_in(lines, problem.range).unwrap_or_default(),
            severity: Some(DiagnosticSeverity::WARNING),
            source: Some("clan".to_owned()),
            message: problem.message.clone(),
            ..Diagnostic::default()
        }
    }

    /// Positions in a file that nobody holds open.
    pub(super) fn range_in(&self, lines: &LineIndex, range: TextRange) -> Option<Range> {
        let position = |offset| position(lines, offset, self.client.encoding);
        Some(Range::new(position(range.start())?, position(range.end())?))
    }
}

fn position(lines: &LineIndex, offset: TextSize, encoding: Encoding) -> Option<Position> {
    let place = lines.try_line_col(offset)?;
    let wide = |encoding| lines.to_wide(encoding, place).map(|wide| wide.col);
    let column = match encoding {
        Encoding::Utf8 => Some(place.col),
        Encoding::Utf16 => wide(WideEncoding::Utf16),
        Encoding::Utf32 => wide(WideEncoding::Utf32),
    };
    Some(Position::new(place.line, column?))
}

/// The page of a code, where it is on the web.
fn description(repository: &str, code: Code) -> Option<CodeDescription> {
    let href = page_url(repository, code)?.parse().ok()?;
    Some(CodeDescription { href })
}

fn tag_of(tag: Tag) -> DiagnosticTag {
    match tag {
        Tag::Unnecessary => DiagnosticTag::UNNECESSARY,
        Tag::Deprecated => DiagnosticTag::DEPRECATED,
    }
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Info => DiagnosticSeverity::INFORMATION,
        Severity::Hint => DiagnosticSeverity::HINT,
    }
}

/// Makes an empty file; one that is there by now is left as it is.
fn creation(uri: Uri) -> DocumentChangeOperation {
    let options = CreateFileOptions { overwrite: Some(false), ignore_if_exists: Some(true) };
    let file = CreateFile { uri, options: Some(options), annotation_id: None };
    DocumentChangeOperation::Op(ResourceOp::Create(file))
}

/// Moves a file or a folder; what is in the way is left there.
fn renaming(moved: &Move) -> Option<DocumentChangeOperation> {
    let old_uri = Uri::from_file_path(&moved.from)?;
    let new_uri = Uri::from_file_path(&moved.to)?;
    let options = RenameFileOptions { overwrite: Some(false), ignore_if_exists: Some(false) };
    let file = RenameFile { old_uri, new_uri, options: Some(options), annotation_id: None };
    Some(DocumentChangeOperation::Op(ResourceOp::Rename(file)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_leads_to_its_page_once_there_is_a_repository() {
        let href = |repository| description(repository, Code::Syntax).map(|it| it.href);
        let page = "https://example.org/a/b/blob/HEAD/server/ide/docs/syntax.md";
        assert_eq!(href("https://example.org/a/b"), page.parse().ok());
        assert_eq!(href(""), None);
    }
}
