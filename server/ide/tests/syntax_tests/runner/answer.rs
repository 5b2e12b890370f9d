//! Asks the analysis, and puts its answers as notes.

use std::path::Path;
use std::sync::Arc;

use ide::{
    Analysis, AnalysisHost, Clan, Code, CompletionItem, Diagnostic, FileId, FilePosition,
    FileRange, MemoryDisk, Severity, TextRange, WideEncoding,
};

use super::case::Case;
use super::labels;
use super::note::{ABSENT, Kind, NONE, Note, lines};
use super::question::{Answer, Asked};
use super::show;
use super::source::Source;

/// The folder that a case's clan lies in.
pub(super) const ROOT: &str = "/clan";

/// A case as the analysis sees it.
pub(super) struct World {
    pub(super) analysis: Analysis,
    /// One per file of the case, in its order.
    pub(super) files: Vec<FileId>,
    pub(super) clan: Option<Arc<Clan>>,
}

/// What the analysis found by itself.
pub(super) struct Findings {
    /// One list per file of the case, in its order.
    pub(super) files: Vec<Vec<Note>>,
    /// Related places that are in no file of the case.
    pub(super) elsewhere: Vec<String>,
}

impl World {
    /// Puts a case on a disk in memory.
    pub(super) fn new(case: &Case) -> World {
        let mut disk = MemoryDisk::default();
        for file in &case.files {
            disk.insert(Path::new(ROOT).join(&file.name), file.source.text.clone());
        }
        for folder in &case.folders {
            disk.insert_dir(Path::new(ROOT).join(folder));
        }
        let analysis = AnalysisHost::new(Arc::new(disk)).snapshot();
        let id = |name: &String| analysis.file(&Path::new(ROOT).join(name));
        let files = case.files.iter().map(|file| id(&file.name)).collect();
        let clan = analysis.clan(Path::new(ROOT));
        World { analysis, files, clan }
    }

    /// The answer to a question that stands in the file at `index`.
    pub(super) fn answer(&self, index: usize, source: &Source, question: &Note) -> Note {
        if let Kind::Show(subject) = &question.kind {
            return question.answered(vec![show::answer(self.clan.as_deref(), subject)]);
        }
        let Some(&file) = self.files.get(index) else {
            return question.answered(vec![ABSENT.to_owned()]);
        };
        let offset = question.range.map(TextRange::start).unwrap_or_default();
        let at = FilePosition { file, offset };
        match &question.kind {
            Kind::Asked(asked, argument) => {
                let answer = (asked.answer)(&Asked { world: self, source, file, at, argument });
                match answer.range {
                    Some(range) => Note {
                        below: source.line_at(range.start()) + 1,
                        range: Some(range),
                        ..question.answered(answer.lines)
                    },
                    None => question.answered(answer.lines),
                }
            }
            Kind::CompleteWith(label) => {
                let item = self.completion(at).into_iter().find(|item| item.label == *label);
                question.answered(lines_with(item, source))
            }
            _ => {
                let items = self.completion(at);
                let row = labels::join(items.iter().map(|item| item.label.as_str()));
                question.answered(vec![if row.is_empty() { NONE.to_owned() } else { row }])
            }
        }
    }

    pub(super) fn hover(&self, at: FilePosition) -> Answer {
        match self.analysis.hover(at) {
            Some(hover) => Answer { range: Some(hover.range), lines: lines(&hover.text.plain()) },
            None => vec![NONE.to_owned()].into(),
        }
    }

    pub(super) fn preview(&self, at: FilePosition) -> Answer {
        match self.analysis.preview(at) {
            Some(preview) => {
                Answer { range: Some(preview.at.range), lines: lines(&preview.text.plain()) }
            }
            None => vec![NONE.to_owned()].into(),
        }
    }

    pub(super) fn definition(&self, at: FilePosition) -> Answer {
        match self.analysis.definition(at).or_else(|| self.analysis.path_definition(at)) {
            Some(definition) => {
                let lines = vec![self.places(&definition.targets)];
                Answer { range: Some(definition.range), lines }
            }
            None => vec![NONE.to_owned()].into(),
        }
    }

    /// Places in a row: file, line and column, and the text there.
    pub(super) fn places(&self, targets: &[FileRange]) -> String {
        let place = |target: &FileRange| {
            let path = self.analysis.path(target.file);
            let path = path.strip_prefix(ROOT).unwrap_or(&path).display();
            let lines = self.analysis.line_index(target.file);
            let at = lines.and_then(|lines| {
                let at = lines.try_line_col(target.range.start())?;
                lines.to_wide(WideEncoding::Utf32, at)
            });
            at.map_or(format!("{path}:?"), |at| format!("{path}:{}:{}", at.line + 1, at.col + 1))
        };
        targets.iter().map(place).collect::<Vec<_>>().join(" ")
    }

    /// The proposals in the order that an editor shows them in.
    fn completion(&self, at: FilePosition) -> Vec<CompletionItem> {
        let mut items = self.analysis.completion(at).items;
        items.sort_by(|a, b| a.sort_text.cmp(&b.sort_text));
        items
    }

    /// The diagnostics of all files of the case that are Nix or JSON; informations and hints only of
    /// a case that expects some.
    pub(super) fn findings(&self, case: &Case) -> Findings {
        let files = vec![Vec::new(); case.files.len()];
        let mut findings = Findings { files, elsewhere: Vec::new() };
        let judged = |name: &str| name.ends_with(".nix") || name.ends_with(".json");
        let files = self.files.iter().zip(&case.files).enumerate();
        for (index, (file, _)) in files.filter(|(_, (_, stored))| judged(&stored.name)) {
            for diagnostic in self.analysis.diagnostics(*file) {
                if diagnostic.severity <= Severity::Warning || case.expects_hints() {
                    self.add(case, index, &diagnostic, &mut findings);
                }
            }
        }
        findings
    }

    /// The line that the insertion makes which mends a syntax error, as a further line of its
    /// statement.
    fn inserted_line(&self, file: FileId, mistake: &Diagnostic, source: &Source) -> Option<String> {
        if mistake.code != Code::Syntax {
            return None;
        }
        let fix = self.analysis.fixes(file, mistake).into_iter().next()?;
        let edit = fix.change.of(file).first()?;
        let line = changed_lines(edit.delete, &edit.insert, source).into_iter().next();
        Some(format!("fix => {}", line.unwrap_or_default()))
    }

    fn add(&self, case: &Case, index: usize, diagnostic: &Diagnostic, findings: &mut Findings) {
        let code = diagnostic.code.as_str();
        if let Some((file, notes)) = case.files.get(index).zip(findings.files.get_mut(index)) {
            let head = format!("{}[{code}]", diagnostic.severity.as_str());
            let mut note = finding(head, diagnostic.range, &diagnostic.message, &file.source);
            note.text.extend(
                self.files
                    .get(index)
                    .and_then(|&id| self.inserted_line(id, diagnostic, &file.source)),
            );
            notes.push(note);
        }
        for related in &diagnostic.related {
            let index = self.files.iter().position(|&file| file == related.at.file);
            let file = index.and_then(|i| case.files.get(i).zip(findings.files.get_mut(i)));
            let Some((file, notes)) = file else {
                let path = self.analysis.path(related.at.file);
                findings.elsewhere.push(format!("{}: {}", path.display(), related.message));
                continue;
            };
            let head = format!("related[{code}]");
            let note = finding(head, related.at.range, &related.message, &file.source);
            // Several diagnostics may lead to one place.
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
}

fn finding(head: String, range: TextRange, message: &str, source: &Source) -> Note {
    let below = source.line_at(range.start()) + 1;
    Note { below, range: Some(range), kind: Kind::Finding(head), text: lines(message) }
}

/// The lines that a proposal makes; those after the first as it brings them.
fn lines_with(item: Option<CompletionItem>, source: &Source) -> Vec<String> {
    let Some(CompletionItem { edit, .. }) = item else { return vec![ABSENT.to_owned()] };
    let more = edit.insert.matches('\n').count();
    let changed = changed_lines(edit.delete, &edit.insert, source);
    changed.into_iter().take(1 + more).collect()
}

/// The lines from that on in which an edit begins, as they are afterwards; the first without its
/// indentation.
pub(super) fn changed_lines(delete: TextRange, insert: &str, source: &Source) -> Vec<String> {
    let Some(text) = source.replaced(delete, insert) else {
        return vec![format!("(an edit at {delete:?}, which is beyond the text)")];
    };
    let changed = text.lines().skip(source.line_at(delete.start())).map(str::trim_end);
    changed
        .enumerate()
        .map(|(i, line)| if i == 0 { line.trim() } else { line }.to_owned())
        .collect()
}
