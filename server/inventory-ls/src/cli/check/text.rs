//! Findings as a compiler prints them: the message, the source, carets.

use annotate_snippets::{
    AnnotationKind, Element, Group, Level, Origin, Patch, Renderer, Snippet,
    normalize_untrusted_str,
};
use ide::{Diagnostic, FileId, FileRange, Related, Severity, TextRange, TextSize};

use super::findings::{Finding, Help};
use crate::cli::source::{Source, Sources};

/// Marks of one file that stand no further apart, in bytes, share an excerpt. The renderer scans
/// all that it is given, so it is not given a whole fleet for two lines of it.
const NEARBY: TextSize = TextSize::new(2_000);

/// A place this far into its line, in bytes, is told but not shown, and of a longer range only the
/// start is: a file may be a single line with a thousand mistakes.
const LONGEST: usize = 4_000;

/// What is shown of a long line behind the marks, more than a terminal is wide.
const BEHIND: usize = 300;

/// The findings in their order, an empty line behind each.
pub(super) fn render(findings: &[Finding], sources: &Sources) -> String {
    let renderer = Renderer::styled();
    let mut text = String::new();
    for finding in findings {
        text.push_str(&renderer.render(&report(finding, sources)));
        text.push_str("\n\n");
    }
    text
}

/// The diagnostic, and the edits that would mend it.
fn report<'a>(finding: &'a Finding, sources: &'a Sources) -> Vec<Group<'a>> {
    let Diagnostic { code, severity, message, .. } = &finding.diagnostic;
    let title = level(*severity).primary_title(message.as_str()).id(code.as_str());
    let mut report = vec![title.elements(snippets(finding, sources))];
    if let (Some(help), Some(source)) = (&finding.help, sources.get(finding.file)) {
        report.extend(patched(help, source));
    }
    report
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
        Severity::Hint => Level::HELP.with_name("hint"),
    }
}

/// The excerpts: the one around the finding first, then those around related places that stand
/// in other files or further away.
fn snippets<'a>(finding: &'a Finding, sources: &'a Sources) -> impl Iterator<Item = Element<'a>> {
    let mut views = vec![View::of(finding)];
    for Related { at, message } in &finding.diagnostic.related {
        let mark = Mark { range: at.range, label: Some(normalize_untrusted_str(message)) };
        match views.iter_mut().find(|view| view.reaches(*at)) {
            Some(view) => view.add(mark),
            None => views.push(View { file: at.file, range: at.range, marks: vec![mark] }),
        }
    }
    let shown = views.into_iter().filter_map(|view| {
        let source = sources.get(view.file)?;
        Some(view.elements(source))
    });
    shown.flatten()
}

/// Marks that are shown in one excerpt of a file.
struct View {
    file: FileId,
    /// What all marks cover.
    range: TextRange,
    marks: Vec<Mark>,
}

/// A range to underline. The finding's own has no label: the title is its label.
struct Mark {
    range: TextRange,
    label: Option<String>,
}

impl View {
    /// The finding's own place.
    fn of(finding: &Finding) -> View {
        let range = finding.diagnostic.range;
        View { file: finding.file, range, marks: vec![Mark { range, label: None }] }
    }

    /// Is that place near enough to be shown in this excerpt?
    fn reaches(&self, at: FileRange) -> bool {
        let reach = TextRange::new(
            self.range.start().checked_sub(NEARBY).unwrap_or_default(),
            self.range.end().checked_add(NEARBY).unwrap_or(self.range.end()),
        );
        self.file == at.file && reach.contains_range(at.range)
    }

    fn add(&mut self, mark: Mark) {
        self.range = self.range.cover(mark.range);
        self.marks.push(mark);
    }

    fn elements(self, source: &Source) -> Vec<Element<'_>> {
        let Some(excerpt) = Excerpt::of(source, self.range) else { return self.place(source) };
        let annotations = self.marks.into_iter().map(|mark| {
            let kind = match &mark.label {
                None => AnnotationKind::Primary,
                Some(_) => AnnotationKind::Context,
            };
            kind.span(excerpt.span(mark.range)).label(mark.label)
        });
        vec![excerpt.snippet().annotations(annotations.collect::<Vec<_>>()).into()]
    }

    /// Where the marks are, and no source.
    fn place(self, source: &Source) -> Vec<Element<'_>> {
        let place = |mark: Mark| {
            let label = mark.label.map(|label| Level::NOTE.message(label).into());
            [origin(source, mark.range.start()).into()].into_iter().chain(label)
        };
        self.marks.into_iter().flat_map(place).collect()
    }
}

fn origin(source: &Source, offset: TextSize) -> Origin<'_> {
    let at = source.position(offset);
    Origin::path(source.path()).line(at.line as usize).char_column(at.column as usize)
}

/// The lines as the edits make them; nothing where those are far apart.
fn patched<'a>(help: &'a Help, source: &'a Source) -> Option<Group<'a>> {
    let range = help.edits.iter().map(|edit| edit.delete).reduce(TextRange::cover)?;
    if range.len() > NEARBY {
        return None;
    }
    let title = normalize_untrusted_str(&help.title);
    let title = Level::HELP.secondary_title(title);
    let Some(excerpt) = Excerpt::of(source, range) else {
        return Some(title.element(origin(source, range.start())));
    };
    let patches =
        help.edits.iter().map(|edit| Patch::new(excerpt.span(edit.delete), edit.insert.as_str()));
    let snippet = excerpt.snippet().patches(patches.collect::<Vec<_>>());
    Some(title.element(snippet))
}

/// Some lines of a file, whole ones unless they are very long.
struct Excerpt<'a> {
    source: &'a Source,
    text: &'a str,
    start: usize,
    first_line: usize,
}

impl<'a> Excerpt<'a> {
    /// The lines that a range touches; `None` if it is far into one.
    fn of(source: &'a Source, range: TextRange) -> Option<Excerpt<'a>> {
        let lines = source.whole_lines(range);
        let (start, end) = (usize::from(range.start()), usize::from(range.end()));
        if start > lines.start + LONGEST {
            return None;
        }
        let last = source.text().floor_char_boundary(end.min(start + LONGEST) + BEHIND);
        let text = source.text().get(lines.start..lines.end.min(last)).unwrap_or_default();
        let first_line = source.position(range.start()).line as usize;
        Some(Excerpt { source, text, start: lines.start, first_line })
    }

    fn snippet<T: Clone>(&self) -> Snippet<'a, T> {
        Snippet::source(self.text).path(self.source.path()).line_start(self.first_line)
    }

    /// A byte range of the file as one of the excerpt, on its character boundaries: the renderer
    /// panics on any other.
    fn span(&self, range: TextRange) -> std::ops::Range<usize> {
        let inside =
            |offset: usize| self.text.floor_char_boundary(offset.saturating_sub(self.start));
        inside(usize::from(range.start()))..inside(usize::from(range.end()))
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use ide::{Code, TextEdit};

    use super::*;
    use crate::cli::check::fixture::{CLAN, find, finding, sources};

    fn shows(findings: &[Finding], sources: &Sources, expected: &Expect) {
        let text = render(findings, sources);
        expected.assert_eq(&anstream::adapter::strip_str(&text).to_string());
    }

    fn help(title: &str, delete: std::ops::Range<u32>, insert: &str) -> Help {
        let delete = TextRange::new(delete.start.into(), delete.end.into());
        let edit = TextEdit { delete, insert: insert.to_owned() };
        Help { title: title.to_owned(), edits: vec![edit] }
    }

    #[test]
    fn source_stands_under_the_message() {
        let sources = sources(&[("clan.nix", "{\n  roles.servr = { };\n}\n")]);
        let error =
            finding(&sources, "servr", Code::UnknownRole, "`borgbackup` has no role `servr`");
        shows(
            &[error],
            &sources,
            &expect![[r#"
            error[unknown-role]: `borgbackup` has no role `servr`
             --> clan.nix:2:9
              |
            2 |   roles.servr = { };
              |         ^^^^^

        "#]],
        );
    }

    #[test]
    fn related_places_are_marked_in_their_files() {
        let sources =
            sources(&[("clan.nix", "{ bk = { };\n  bk = a; }\n"), ("b.nix", "{ bk = b; }")]);
        let mut error = finding(&sources, "bk", Code::DuplicateInstance, "`bk` is defined twice");
        for (file, text) in [(CLAN, "bk = a"), (FileId(1), "bk = b")] {
            let range = find(&sources, file, text);
            let at = FileRange { file, range };
            error.diagnostic.related.push(Related { at, message: "also here".to_owned() });
        }
        shows(
            &[error],
            &sources,
            &expect![[r#"
            error[duplicate-instance]: `bk` is defined twice
             --> clan.nix:1:3
              |
            1 | { bk = { };
              |   ^^
            2 |   bk = a; }
              |   ------ also here
              |
             ::: b.nix:1:3
              |
            1 | { bk = b; }
              |   ------ also here

        "#]],
        );
    }

    #[test]
    fn places_far_apart_are_shown_apart() {
        let text = format!("{{ bk = a;\n{}  bk = b; }}\n", "\n".repeat(3_000));
        let sources = sources(&[("clan.nix", &text)]);
        let mut error = finding(&sources, "bk = b", Code::DuplicateInstance, "defined twice");
        let at = FileRange { file: CLAN, range: find(&sources, CLAN, "bk = a") };
        error.diagnostic.related.push(Related { at, message: "also here".to_owned() });
        shows(
            &[error],
            &sources,
            &expect![[r#"
            error[duplicate-instance]: defined twice
                --> clan.nix:3002:3
                 |
            3002 |   bk = b; }
                 |   ^^^^^^
                 |
                ::: clan.nix:1:3
                 |
               1 | { bk = a;
                 |   ------ also here

        "#]],
        );
    }

    #[test]
    fn an_insertion_that_mends_it_is_proposed() {
        let sources = sources(&[("clan.nix", "{\n  a { };\n}\n")]);
        let mut error = finding(&sources, "{ }", Code::Syntax, "expected `=`");
        error.help = Some(help("Insert `=`", 6..6, "= "));
        shows(
            &[error],
            &sources,
            &expect![[r#"
                error[syntax]: expected `=`
                 --> clan.nix:2:5
                  |
                2 |   a { };
                  |     ^^^
                  |
                help: Insert `=`
                  |
                2 |   a = { };
                  |     +

            "#]],
        );
    }

    #[test]
    fn columns_are_characters() {
        let sources = sources(&[("clan.nix", "# ünïcödé 🦀\r\n{ x = \"🦀é\"; y = jon; }\r\n")]);
        let error = finding(&sources, "jon", Code::UnknownMachine, "no machine `jon`");
        shows(
            &[error],
            &sources,
            &expect![[r#"
                error[unknown-machine]: no machine `jon`
                 --> clan.nix:2:17
                  |
                2 | { x = "🦀é"; y = jon; }
                  |                  ^^^

            "#]],
        );
    }

    #[test]
    fn a_place_far_into_its_line_is_only_told() {
        let names: String = (1000..2000).map(|number| format!("m{number} ")).collect();
        let sources = sources(&[("clan.nix", &format!("{{\n  [ {names}];\n}}\n"))]);
        let mut error = finding(&sources, "m1999", Code::UnknownMachine, "no machine `m1999`");
        let at = FileRange { file: CLAN, range: find(&sources, CLAN, "m1000") };
        error.diagnostic.related.push(Related { at, message: "another one".to_owned() });
        let at = FileRange { file: CLAN, range: find(&sources, CLAN, "m1998") };
        error.diagnostic.related.push(Related { at, message: "beside it".to_owned() });
        let offset = u32::from(at.range.start());
        error.help = Some(help("insert `=`", offset..offset, "= "));
        shows(
            &[error],
            &sources,
            &expect![[r#"
            error[unknown-machine]: no machine `m1999`
             --> clan.nix:2:5999
             ::: clan.nix:2:5993
              = note: beside it
              |
             ::: clan.nix:2:5
              |
            2 |   [ m1000 m1001 m1002 m1003 m1004 m1005 m1006 m1007 m1008 m1009 m1010 m1011 m1012 m1013 m1014 m1015 m1016 m1017 m1018 m1019 m1020 m10...
              |     ----- another one
              |
            help: insert `=`
             --> clan.nix:2:5993

        "#]],
        );
    }

    #[test]
    fn an_excerpt_is_never_long() {
        let names = "jon é\n".repeat(2_000) + &"sara é ".repeat(9_000);
        let sources = sources(&[("clan.nix", &names)]);
        let source = sources.get(CLAN).unwrap();
        let length = u32::try_from(names.len()).unwrap();
        for start in (0..length).step_by(997) {
            for end in [start, start + 1, length].map(|end| end.min(length)) {
                let excerpt = Excerpt::of(source, TextRange::new(start.into(), end.into()));
                let is_short = |it: Excerpt<'_>| it.text.len() <= 2 * LONGEST + BEHIND;
                assert!(excerpt.is_none_or(is_short), "{start}..{end}");
            }
        }
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        let wild = "a\u{1b}[31m\u{7}";
        let sources = sources(&[("clan.nix", wild)]);
        let mut error = finding(&sources, wild, Code::UnknownMachine, wild);
        let at = FileRange { file: CLAN, range: error.diagnostic.range };
        error.diagnostic.related.push(Related { at, message: wild.to_owned() });
        error.help = Some(help(wild, 0..0, wild));
        let text = render(&[error], &sources);
        assert!(!text.contains("\u{1b}[31m") && !text.contains('\u{7}'), "{text:?}");
    }

    #[test]
    fn wild_ranges_are_cut_to_the_text() {
        let sources = sources(&[("clan.nix", "é"), ("empty.nix", "")]);
        let length = 12;
        for (start, end) in
            (0..length).flat_map(|start| (start..length).map(move |end| (start, end)))
        {
            for file in [CLAN, FileId(1)] {
                let mut error = finding(&sources, "", Code::Syntax, "broken");
                error.file = file;
                error.diagnostic.range = TextRange::new(start.into(), end.into());
                error.help = Some(help("mend", start.min(end)..end, ";"));
                assert!(render(&[error], &sources).contains("broken"));
            }
        }
    }
}
