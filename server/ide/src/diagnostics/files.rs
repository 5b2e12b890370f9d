//! Files that are not there, or that can't be read: `missing-file`, `bad-json`.

use std::path::Path;
use std::sync::Arc;

use eval::{FileRange, Source, normalize};
use inventory::{Clan, MissingFile, Reader};
use smol_str::SmolStr;
use syntax::AstNode;
use syntax::ast::PathRel;

use super::suggestion::did_you_mean;
use super::{Code, Findings, Severity};
use crate::Analysis;

/// `inventory.json` is what programs write and Clan reads with the Nix text.
pub(super) fn bad_json(sources: &[Arc<Source>], findings: &mut Findings) {
    for source in sources {
        if let Some(error) = &source.json_error {
            let at = FileRange { file: source.id, range: error.range };
            let message = format!("this is no JSON: {}", error.message);
            findings.report((Code::BadJson, Severity::Error), at, message);
        }
    }
}

pub(super) fn missing(analysis: &Analysis, clan: &Clan, findings: &mut Findings) {
    for file in &clan.refusals.files {
        if !analysis.is_own(clan, file.at.file) {
            continue;
        }
        if let Some(literal) = literal(analysis, file.at) {
            let (severity, note) = gravity(clan, &file.reader);
            let what = what_lacks(analysis, file, &literal);
            findings.report((Code::MissingFile, severity), file.at, format!("{what}{note}"));
        }
    }
}

/// The text of a path literal.
fn literal(analysis: &Analysis, at: FileRange) -> Option<String> {
    let root = analysis.parse(at.file)?.syntax();
    if !root.text_range().contains_range(at.range) {
        return None;
    }
    let path = root.covering_element(at.range).ancestors().find_map(PathRel::cast)?;
    (path.syntax().text_range() == at.range).then(|| path.to_string())
}

/// How grave it is: Nix only notices what somebody reads.
fn gravity(clan: &Clan, reader: &Reader) -> (Severity, &'static str) {
    match reader {
        Reader::Clan => (Severity::Error, ""),
        Reader::Service(name) if is_used(clan, name) => (Severity::Error, ""),
        Reader::Service(_) => (Severity::Warning, "; nobody reads it until an instance uses this"),
        Reader::Machines => (Severity::Warning, "; nobody reads it until a machine is built"),
    }
}

fn is_used(clan: &Clan, service: &SmolStr) -> bool {
    clan.instances.values().any(|instance| {
        let module = &instance.module;
        module.name.as_ref() == Some(service)
            && matches!(&module.input, Some(Some(input)) if input == "self")
    })
}

fn what_lacks(analysis: &Analysis, file: &MissingFile, literal: &str) -> String {
    let Some(folder) = analysis.path(file.at.file).parent().map(Path::to_owned) else {
        return format!("`{literal}` does not exist");
    };
    let target = normalize(&folder.join(literal));
    if target != file.path {
        return format!("the folder `{literal}` has no `default.nix`");
    }
    format!("`{literal}` does not exist{}", near(analysis, &target, literal))
}

/// What stands beside and is called much the same, spelled as the literal is.
fn near(analysis: &Analysis, target: &Path, literal: &str) -> String {
    let (Some(folder), Some(name)) = (target.parent(), target.file_name()) else {
        return String::new();
    };
    let (name, start) = (name.to_string_lossy(), literal.rfind('/').map_or(0, |at| at + 1));
    let prefix = literal.get(..start).unwrap_or_default();
    let entries = analysis.read_dir(folder);
    let with_ending = format!("{name}.nix");
    if entries.iter().any(|entry| entry.name == with_ending) {
        return format!(": did you mean `{prefix}{with_ending}`?");
    }
    let near = did_you_mean(&name, entries.iter().map(|entry| entry.name.as_str()));
    near.replace(" `", &format!(" `{prefix}"))
}
