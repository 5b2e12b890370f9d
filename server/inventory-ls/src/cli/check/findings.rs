//! What `check` found, in the order in which it is told.

use std::collections::BTreeSet;

use ide::{Analysis, Diagnostic, FileId, Severity, TextEdit};

use crate::cli::source::{Source, Sources};

/// What was judged and what was found.
pub(super) struct Findings {
    /// The files that were judged.
    pub(super) files: BTreeSet<FileId>,
    /// The mistakes, by file and place once [`Findings::put_in_order`] has run.
    pub(super) list: Vec<Finding>,
    /// How many values of the clan could not be followed; `None` for a file of no clan.
    pub(super) gaps: Option<usize>,
}

/// A diagnostic and its file.
pub(super) struct Finding {
    pub(super) file: FileId,
    pub(super) diagnostic: Diagnostic,
    /// What mends it beyond doubt, once [`Findings::find_help`] has run.
    pub(super) help: Option<Help>,
}

/// Edits of the finding's file, and what they do.
pub(super) struct Help {
    pub(super) title: String,
    pub(super) edits: Vec<TextEdit>,
}

impl Findings {
    /// The files that the findings and their related places stand in.
    pub(super) fn named_files(&self) -> BTreeSet<FileId> {
        let own = self.list.iter().map(|finding| finding.file);
        let related = self.list.iter().flat_map(|finding| &finding.diagnostic.related);
        own.chain(related.map(|related| related.at.file)).collect()
    }

    /// Finds what mends each mistake beyond doubt, where its message does not tell that itself.
    pub(super) fn find_help(&mut self, analysis: &Analysis) {
        for Finding { file, diagnostic, help } in &mut self.list {
            if diagnostic.misspelt.as_ref().is_some_and(|it| !it.near.is_empty()) {
                continue;
            }
            let fix = analysis.fixes(*file, diagnostic).into_iter().find(|fix| fix.safe);
            let in_file = fix.filter(|fix| fix.change.files().all(|(it, _)| it == *file));
            *help = in_file.map(|fix| {
                let edits = fix.change.of(*file).to_vec();
                Help { title: fix.title, edits }
            });
        }
    }

    /// Orders the findings by path and place, and leaves each once.
    pub(super) fn put_in_order(&mut self, sources: &Sources) {
        let path = |finding: &Finding| sources.get(finding.file).map(Source::path);
        self.list.sort_by(|a, b| path(a).cmp(&path(b)).then_with(|| a.order().cmp(&b.order())));
        self.list.dedup_by(|a, b| a.order() == b.order());
    }

    /// The gravest severity; `None` when nothing was found.
    pub(super) fn worst(&self) -> Option<Severity> {
        self.list.iter().map(|finding| finding.diagnostic.severity).min()
    }

    /// How many findings are that grave.
    pub(super) fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|finding| finding.diagnostic.severity == severity).count()
    }
}

impl Finding {
    /// What two findings are ordered by in a file; equal findings say the same of the same place.
    fn order(&self) -> impl Ord + '_ {
        let Diagnostic { code, severity, range, message, .. } = &self.diagnostic;
        (self.file, range.start(), range.end(), *severity, *code, message)
    }
}

#[cfg(test)]
mod tests {
    use ide::{Code, TextRange};

    use super::*;
    use crate::cli::check::fixture::{finding, sources};

    #[test]
    fn findings_come_by_path_then_place_and_once() {
        let sources = sources(&[("b.nix", "x y"), ("a.nix", "x y")]);
        let at = |file, start: u32, message| {
            let mut finding = finding(&sources, "x", Code::UnknownTag, message);
            finding.file = FileId(file);
            finding.diagnostic.range = TextRange::at(start.into(), 1.into());
            finding
        };
        let list = vec![at(0, 2, "1"), at(1, 2, "2"), at(0, 0, "3"), at(1, 0, "4"), at(0, 2, "1")];
        let mut findings = Findings { files: BTreeSet::new(), list, gaps: Some(0) };
        findings.put_in_order(&sources);
        let order: Vec<_> = findings.list.iter().map(|it| &it.diagnostic.message).collect();
        assert_eq!(order, ["4", "2", "3", "1"]);
    }
}
