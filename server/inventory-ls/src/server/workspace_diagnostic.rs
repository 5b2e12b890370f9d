//! `workspace/diagnostic`

use std::collections::HashMap;
use std::sync::Arc;

use tower_lsp::ls_types::{
    FullDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport, Uri,
    WorkspaceDiagnosticParams, WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport,
    WorkspaceFullDocumentDiagnosticReport, WorkspaceUnchangedDocumentDiagnosticReport,
};

use super::judgement::Judgement;
use super::pulled::{Numbered, result_id};
use super::world::{Snapshot, World};

/// What is wrong in every file of every clan of the workspace, and in what is open besides.
pub(super) fn workspace_diagnostic(
    world: &World,
    snapshot: &Snapshot,
    params: WorkspaceDiagnosticParams,
) -> WorkspaceDiagnosticReport {
    let judged = judged(world, snapshot);
    let known = params.previous_result_ids.into_iter().map(|known| (known.uri, known.value));
    let mut known: HashMap<Uri, String> = known.collect();
    let reports = judged.iter().map(|(uri, judgement, id)| {
        let known = known.remove(uri).is_some_and(|known| known == *id);
        report(uri, judgement, id, known)
    });
    let mut items: Vec<_> = reports.collect();
    // What is not judged any more has no mistakes.
    let (nothing, id) = ((None, Vec::new()), result_id(&[]));
    let gone = known.into_iter().filter(|(_, known)| *known != id);
    items.extend(gone.map(|(uri, _)| report(&uri, &nothing, &id, false)));
    WorkspaceDiagnosticReport { items }
}

/// Clients ask every few seconds, most often about a state that they have asked about before.
fn judged(world: &World, snapshot: &Snapshot) -> Arc<Numbered> {
    if let Some(known) = world.pulled.workspace(snapshot.revision) {
        return known;
    }
    let judged = snapshot.judge_workspace(&world.judged_open(snapshot), &world.folders());
    let numbered = judged.into_iter().map(|(uri, judgement)| {
        let id = result_id(&judgement.1);
        (uri, judgement, id)
    });
    let judged: Arc<Numbered> = Arc::new(numbered.collect());
    if !snapshot.is_cancelled() {
        world.pulled.keep_workspace(snapshot.revision, judged.clone());
    }
    judged
}

fn report(
    uri: &Uri,
    (version, items): &Judgement,
    id: &str,
    known: bool,
) -> WorkspaceDocumentDiagnosticReport {
    let (uri, version, id) = (uri.clone(), version.map(i64::from), id.to_owned());
    if known {
        let report = UnchangedDocumentDiagnosticReport { result_id: id };
        return WorkspaceDocumentDiagnosticReport::Unchanged(
            WorkspaceUnchangedDocumentDiagnosticReport {
                uri,
                version,
                unchanged_document_diagnostic_report: report,
            },
        );
    }
    let report = FullDocumentDiagnosticReport { result_id: Some(id), items: items.clone() };
    WorkspaceDocumentDiagnosticReport::Full(WorkspaceFullDocumentDiagnosticReport {
        uri,
        version,
        full_document_diagnostic_report: report,
    })
}
