//! `textDocument/diagnostic`

use std::collections::{HashMap, HashSet};

use ide::FileId;
use tower_lsp::ls_types::{
    Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport, FullDocumentDiagnosticReport,
    RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport,
    UnchangedDocumentDiagnosticReport, Uri,
};

use super::pulled::result_id;
use super::uri::path_of;
use super::world::{Snapshot, World};

/// The answer, and the numbers of the answers in it.
pub(super) struct Answer {
    pub(super) report: DocumentDiagnosticReport,
    pub(super) told: Vec<(Uri, String)>,
}

/// What is wrong in a document, and if the client takes that along, in the others that it holds open.
pub(super) fn diagnostic(
    world: &World,
    snapshot: &Snapshot,
    params: &DocumentDiagnosticParams,
) -> Answer {
    let uri = &params.text_document.uri;
    let path = path_of(uri).filter(|path| !world.has_left(path));
    let file = path.map(|path| snapshot.analysis.file(&path));
    let items = file.map(|file| snapshot.judge_one(file)).unwrap_or_default();
    let id = result_id(&items);
    let mut told = vec![(uri.clone(), id.clone())];
    let related = file.filter(|_| snapshot.client.related_documents);
    let related = related.map(|file| others(world, snapshot, file));
    let related_documents = related.filter(|others| !others.is_empty()).map(|others| {
        told.extend(others.iter().map(|(uri, report)| (uri.clone(), id_of(report))));
        others.into_iter().map(|(uri, report)| (uri, report.into())).collect::<HashMap<_, _>>()
    });
    let report = if params.previous_result_id.as_ref() == Some(&id) {
        DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport {
            related_documents,
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport {
                result_id: id,
            },
        })
    } else {
        DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
            related_documents,
            full_document_diagnostic_report: full(items, id),
        })
    };
    Answer { report, told }
}

/// What is new in the other open documents that are judged with a file.
fn others(
    world: &World,
    snapshot: &Snapshot,
    file: FileId,
) -> Vec<(Uri, FullDocumentDiagnosticReport)> {
    let judged: HashSet<_> = snapshot.analysis.judged_with(file).into_iter().collect();
    let others = snapshot.documents.iter().filter(|(_, other)| {
        other.file != file && judged.contains(&other.file) && !world.has_left(&other.path)
    });
    let reports = others.map(|(uri, other)| {
        let items = snapshot.judge_one(other.file);
        let id = result_id(&items);
        (uri.clone(), full(items, id))
    });
    reports.filter(|(uri, report)| !world.pulled.is_told(uri, &id_of(report))).collect()
}

fn full(items: Vec<Diagnostic>, id: String) -> FullDocumentDiagnosticReport {
    FullDocumentDiagnosticReport { result_id: Some(id), items }
}

fn id_of(report: &FullDocumentDiagnosticReport) -> String {
    report.result_id.clone().unwrap_or_default()
}
