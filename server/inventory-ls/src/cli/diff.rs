//! What would change, as `diff -u` prints it and `patch -p1` takes it: `check --diff`, `query rename`.

use std::fmt::Write;
use std::ops::Range;

use ide::{LineChange, line_diff};

/// So many lines that stay the same are shown around a change.
const CONTEXT: usize = 3;

/// What becomes of some files, by the path that is printed: each with its old text and its new one.
pub(super) fn render_all(mut files: Vec<(String, String, String)>) -> String {
    files.sort();
    files.iter().map(|(path, old, new)| render(path, old, new)).collect()
}

/// The changes of one file; nothing if there are none.
fn render(path: &str, old: &str, new: &str) -> String {
    let (old_lines, new_lines) = (lines(old), lines(new));
    let changes = line_diff(old, new);
    let mut text = String::new();
    for hunk in hunks(&changes) {
        if text.is_empty() {
            // Outside of the working folder there is nothing to be stripped.
            let is_below = !path.starts_with('/') && !path.starts_with("..");
            let (a, b) = if is_below { ("a/", "b/") } else { ("", "") };
            text += &format!("--- {a}{path}\n+++ {b}{path}\n");
        }
        push_hunk(&mut text, hunk, &old_lines, &new_lines);
    }
    text
}

fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// Changes that stand so near that their context would overlap.
fn hunks(changes: &[LineChange]) -> Vec<&[LineChange]> {
    changes.chunk_by(|a, b| b.old.start - a.old.end <= 2 * CONTEXT).collect()
}

fn push_hunk(text: &mut String, hunk: &[LineChange], old: &[&str], new: &[&str]) {
    let (Some(first), Some(last)) = (hunk.first(), hunk.last()) else { return };
    let head = first.old.start.min(CONTEXT);
    let tail = (old.len() - last.old.end).min(CONTEXT);
    let old_range = first.old.start - head..last.old.end + tail;
    let new_range = first.new.start - head..last.new.end + tail;
    // Writing to a string can't fail.
    let _ = writeln!(text, "@@ -{} +{} @@", shown(&old_range), shown(&new_range));
    let mut done = old_range.start;
    for change in hunk {
        push(text, ' ', old, done..change.old.start);
        push(text, '-', old, change.old.clone());
        push(text, '+', new, change.new.clone());
        done = change.old.end;
    }
    push(text, ' ', old, done..old_range.end);
}

/// The first line, from 1, and the number of lines.
fn shown(range: &Range<usize>) -> String {
    let first = if range.is_empty() { range.start } else { range.start + 1 };
    if range.len() == 1 { first.to_string() } else { format!("{first},{}", range.len()) }
}

fn push(text: &mut String, mark: char, lines: &[&str], range: Range<usize>) {
    for line in lines.get(range).unwrap_or_default() {
        text.push(mark);
        text.push_str(line);
        if !line.ends_with('\n') {
            text.push_str("\n\\ No newline at end of file\n");
        }
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    fn shows(old: &str, new: &str, expected: &Expect) {
        expected.assert_eq(&render("clan.nix", old, new));
    }

    #[test]
    fn changes_stand_between_lines_that_stay() {
        let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n";
        let new = old.replace("2\n3", "2\nx\n3").replace("13\n", "");
        shows(
            old,
            &new,
            &expect![[r#"
                --- a/clan.nix
                +++ b/clan.nix
                @@ -1,5 +1,6 @@
                 1
                 2
                +x
                 3
                 4
                 5
                @@ -10,5 +11,4 @@
                 10
                 11
                 12
                -13
                 14
            "#]],
        );
    }

    #[test]
    fn a_last_line_without_an_end_is_told() {
        shows(
            "{ a = 1 }",
            "{ a = 1; }",
            &expect![[r#"
                --- a/clan.nix
                +++ b/clan.nix
                @@ -1 +1 @@
                -{ a = 1 }
                \ No newline at end of file
                +{ a = 1; }
                \ No newline at end of file
            "#]],
        );
    }

    #[test]
    fn without_a_change_nothing_is_shown() {
        shows("1\n", "1\n", &expect![""]);
    }
}
