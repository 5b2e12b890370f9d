//! How sure a verdict is: the catalogue and the schema speak for one version of clan-core.

use inventory::{Catalogue, ServiceSource};

use super::Severity;

/// How grave it is what a source says is wrong, and what is to be added to that.
pub(super) fn judgement(source: &ServiceSource) -> (Severity, String) {
    if source.is_certain() { (Severity::Error, String::new()) } else { (Severity::Warning, note()) }
}

/// The same where another version may well have it otherwise.
pub(super) fn mild_judgement(source: &ServiceSource) -> (Severity, String) {
    if source.is_certain() { (Severity::Error, String::new()) } else { (Severity::Info, note()) }
}

fn note() -> String {
    let revision: String = Catalogue::embedded().revision().chars().take(7).collect();
    format!(" (judged by clan-core {revision}; this clan pins another version)")
}
