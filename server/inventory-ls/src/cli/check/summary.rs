//! The closing line: how much was judged, and what came of it.

use ide::Severity;

use super::findings::Findings;

/// Such as `checked 3 files: 1 error, 2 warnings`; a second line when not everything could be
/// judged.
pub(super) fn render(findings: &Findings) -> String {
    let counts = [
        (Severity::Error, "error"),
        (Severity::Warning, "warning"),
        (Severity::Info, "remark"),
        (Severity::Hint, "hint"),
    ];
    let counts = counts.map(|(severity, noun)| (findings.count(severity), noun));
    let found: Vec<_> = counts.into_iter().filter(|&(count, _)| count > 0).map(counted).collect();
    let found = if found.is_empty() { "no mistakes".to_owned() } else { found.join(", ") };
    let files = counted((findings.files.len(), "file"));
    let gaps = match findings.gaps {
        None => "\nit belongs to no clan: only its syntax was checked".to_owned(),
        Some(0) => String::new(),
        Some(gaps) => format!(
            "\n{} could not be followed, and names that may come from there are not judged: \
             `inventory-ls show` lists them",
            counted((gaps, "value"))
        ),
    };
    format!("checked {files}: {found}{gaps}")
}

fn counted((count, noun): (usize, &str)) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use ide::{Code, FileId, Severity};

    use super::{Findings, render};
    use crate::cli::check::fixture::{finding, sources};

    #[track_caller]
    fn says(files: u32, severities: &[Severity], gaps: impl Into<Option<usize>>, expected: &str) {
        let gaps = gaps.into();
        let sources = sources(&[("clan.nix", "jon")]);
        let list = severities.iter().map(|&severity| {
            let mut finding = finding(&sources, "jon", Code::UnknownMachine, "no `jon`");
            finding.diagnostic.severity = severity;
            finding
        });
        let files: BTreeSet<_> = (0..files).map(FileId).collect();
        let said = render(&Findings { files, list: list.collect(), gaps });
        assert_eq!(said, expected);
    }

    #[test]
    fn what_was_found_is_counted() {
        use Severity::{Error, Hint, Info, Warning};
        says(3, &[Error, Warning, Warning], 0, "checked 3 files: 1 error, 2 warnings");
        says(1, &[Warning], 0, "checked 1 file: 1 warning");
        says(2, &[Info, Hint, Hint], 0, "checked 2 files: 1 remark, 2 hints");
        says(2, &[], 0, "checked 2 files: no mistakes");
    }

    #[test]
    fn what_could_not_be_judged_is_told() {
        let expected = "checked 1 file: no mistakes\n1 value could not be followed, and names that \
                        may come from there are not judged: `inventory-ls show` lists them";
        says(1, &[], 1, expected);
    }

    #[test]
    fn a_file_of_no_clan_is_told_to_be_one() {
        let expected =
            "checked 1 file: no mistakes\nit belongs to no clan: only its syntax was checked";
        says(1, &[], None, expected);
    }
}
