//! How a case came out: told to people, or written back into its files.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use super::answer::World;
use super::case::{Case, CaseFile};
use super::compare::{Pair, pairs};
use super::note::Note;
use super::render;
use super::{law, law_of_names};

/// Everything that was expected of a case beside everything that was answered.
pub(crate) struct Verdict<'a> {
    files: Vec<(&'a CaseFile, Vec<Pair>)>,
    elsewhere: Vec<String>,
    /// What is wrong with the fixes, which nobody has to ask for.
    broken: Vec<String>,
}

impl<'a> Verdict<'a> {
    /// Asks the analysis all that the case asks.
    pub(crate) fn of(case: &'a Case) -> Verdict<'a> {
        let world = World::new(case);
        let findings = world.findings(case);
        let files = case.files.iter().zip(findings.files).enumerate();
        let files = files.map(|(index, (file, found))| {
            let answer = |question: &Note| world.answer(index, &file.source, question);
            (file, pairs(&file.source.notes, answer, found))
        });
        let files = files.collect();
        let broken = [law::broken(&world), law_of_names::broken(&world)].concat();
        Verdict { files, elsewhere: findings.elsewhere, broken }
    }

    /// Every difference, as text; empty when all expectations are met and nothing else was found.
    pub(crate) fn report(&self) -> String {
        let mut report = String::new();
        for (file, pairs) in &self.files {
            let mut differing: Vec<_> = pairs.iter().filter(|pair| !pair.agrees()).collect();
            differing.sort_by_key(|pair| pair.below());
            for pair in differing {
                describe(&mut report, file, pair);
            }
        }
        for place in &self.elsewhere {
            report += &format!("a related place outside the case: {place}\n\n");
        }
        for flaw in &self.broken {
            report += &format!("{flaw}\n\n");
        }
        report
    }

    /// The files whose expectations differ, with the text that would meet the answers. Files that
    /// can't hold comments are not among them.
    pub(crate) fn rewritten(&self) -> Vec<(PathBuf, String)> {
        let differs = |pairs: &[Pair]| pairs.iter().any(|pair| !pair.agrees());
        let files = self.files.iter().filter(|(file, pairs)| file.annotated && differs(pairs));
        files.map(|(file, pairs)| (file.stored.clone(), rewrite(file, pairs))).collect()
    }
}

fn describe(report: &mut String, file: &CaseFile, pair: &Pair) {
    let source = &file.source;
    let line = pair.below().saturating_sub(1);
    let place = format!("{}:{}", display(&file.stored), source.number(line));
    // Writing to a string can't fail.
    let _ = writeln!(report, "{place}\n            {}", source.line(line));
    for (title, note) in [("expected", &pair.expected), ("got", &pair.got)] {
        let lines =
            note.as_ref().map_or(vec!["nothing".to_owned()], |n| render::comment(n, source));
        for (index, line) in lines.iter().enumerate() {
            let title = if index == 0 { title } else { "" };
            let _ = writeln!(report, "  {title:8}  {line}");
        }
    }
    if !file.annotated {
        let _ = writeln!(report, "  (to expect it, keep the file as `{}.expect`)", file.name);
    }
    report.push('\n');
}

/// The path below `syntax-tests`.
fn display(stored: &Path) -> String {
    let text = stored.to_string_lossy();
    text.rsplit_once("syntax-tests/").map_or(text.to_string(), |(_, inner)| inner.to_owned())
}

fn rewrite(file: &CaseFile, pairs: &[Pair]) -> String {
    let source = &file.source;
    let mut comments: Vec<(usize, String)> = Vec::new();
    for (index, pair) in pairs.iter().enumerate() {
        let Some(got) = &pair.got else { continue };
        let kept = source.comments.get(index).filter(|_| pair.agrees());
        let text = || render::comment(got, source).into_iter().map(|line| line + "\n").collect();
        comments.push((got.below, kept.cloned().unwrap_or_else(text)));
    }
    let mut text = String::new();
    for below in 0..=source.line_count() {
        if let Some(line) = below.checked_sub(1) {
            text.push_str(source.whole_line(line));
        }
        for (_, comment) in comments.iter().filter(|(at, _)| *at == below) {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            text.push_str(comment);
        }
    }
    text
}
