//! `workspace/diagnostic`

use std::collections::HashMap;
use std::sync::Arc;

use tower_lsp::ls_types::{
    FullDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport, Uri,
    WorkspaceDiagnosticParams, WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport,
    WorkspaceFullDocumentDiagnosticReport, WorkspaceUnchangedDocumentDiagnosticReport,
};

use super::judgement::{Judgement, Judgements};
use super::pulled::result_id;
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
    let mut items: Vec<_> =
        judged.iter().map(|(uri, judgement)| report(uri, judgement, known.remove(uri))).collect();
    // What is not judged any more has no mistakes.
    let nothing = (None, Vec::new());
    let nothing_known = result_id(&nothing.1);
    let gone = known.into_iter().filter(|(_, id)| *id != nothing_known);
    items.extend(gone.map(|(uri, _)| report(&uri, &nothing, None)));
    WorkspaceDiagnosticReport { items }
}

/// Clients ask every few seconds, most often about a state that they have asked about before.
fn judged(world: &World, snapshot: &Snapshot) -> Arc<Judgements> {
    if let Some(known) = world.pulled.workspace(snapshot.revision) {
        return known;
    }
    let judged = Arc::new(snapshot.judge_workspace(&world.judged_open(snapshot), &world.folders()));
    if !snapshot.is_cancelled() {
        world.pulled.keep_workspace(snapshot.revision, judged.clone());
    }
    judged
}

fn report(
    uri: &Uri,
    (version, items): &Judgement,
    known: Option<String>,
) -> WorkspaceDocumentDiagnosticReport {
    let (uri, version, id) = (uri.clone(), version.map(i64::from), result_id(items));
    if known.is_some_and(|known| known == id) {
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
