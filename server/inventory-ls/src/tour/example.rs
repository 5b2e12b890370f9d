//! The example clan: `syntax-tests/tour`, in a folder of its own.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

const CLAN: &str = include_str!("../../../../syntax-tests/tour/clan.nix");

/// The example, as the editor holds it. The folder is gone when this is.
pub(super) struct Example {
    folder: TempDir,
    pub(super) text: String,
}

impl Example {
    /// Writes the example into a new folder.
    ///
    /// # Errors
    /// The folder can't be made or written to.
    pub(super) fn create() -> io::Result<Example> {
        let folder = tempfile::Builder::new().prefix("inventory-ls-tour-").tempdir()?;
        let lines = CLAN.lines().filter(|line| !is_expectation(line));
        let text: String = lines.flat_map(|line| [line, "\n"]).collect();
        fs::write(folder.path().join("clan.nix"), &text)?;
        Ok(Example { folder, text })
    }

    pub(super) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn path(&self) -> PathBuf {
        self.folder.path().join("clan.nix")
    }

    /// The line and column (from 0) of `what` where it first follows `before` on a line.
    pub(super) fn position(&self, before: &str, what: &str) -> (u32, u32) {
        let sought = format!("{before}{what}");
        let mut lines = (0..).zip(self.text.lines());
        let found = lines.find_map(|(line, text)| Some((line, text.find(&sought)? + before.len())));
        let (line, column) = found.unwrap_or_default();
        (line, u32::try_from(column).unwrap_or_default())
    }

    /// Does to the text what the editor does.
    pub(super) fn edit(&mut self, (start, end): ((u32, u32), (u32, u32)), text: &str) {
        let range = self.offset(start)..self.offset(end);
        self.text.replace_range(range, text);
    }

    /// The text is ASCII: columns are bytes.
    fn offset(&self, (line, column): (u32, u32)) -> usize {
        let lines = self.text.split_inclusive('\n').take(line as usize);
        lines.map(str::len).sum::<usize>() + column as usize
    }
}

/// Is a line a test's comment on the line above it, or on the whole (see syntax-tests/README.md)?
fn is_expectation(line: &str) -> bool {
    let comment = line.trim_start().strip_prefix("# ");
    comment.is_some_and(|comment| {
        let comment = comment.trim_start();
        ["^", "|", "<-", "show:"].iter().any(|mark| comment.starts_with(mark))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tests_comments_are_not_shown() {
        let example = Example::create().unwrap();
        assert!(example.text.contains("roles.servr.machines.vault"));
        assert!(!example.text.contains("^^^") && !example.text.contains("# |"));
        assert!(example.text.is_ascii());
    }

    #[test]
    fn an_edit_is_at_its_position() {
        let mut example = Example::create().unwrap();
        let (line, column) = example.position("roles.", "servr");
        example.edit(((line, column), (line, column + 5)), "server");
        assert!(example.text.contains("      roles.server.machines.vault = { };\n"));
    }
}
